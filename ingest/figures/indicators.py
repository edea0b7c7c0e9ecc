"""Indicators: what a number of a running text counts, in the report's words."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.figures import comparing, roles
from ingest.figures.clauses import Counted, clean
from ingest.figures.draft import Draft, Setting
from ingest.figures.scopes import leading_scope
from ingest.figures.timeline import without_periods
from ingest.figures.units import names_unit
from ingest.figures.wording import (
    AIM,
    ATTENDED,
    COMPARISON_TAIL,
    DANGLING,
    DONE_VERB,
    LEVEL,
    LONGEST_INDICATOR,
    LONGEST_LABEL,
    MEASURE,
    OUT_OF,
    OWN_PLACE,
    PARTS,
    ROSE,
    SET_AGAINST,
    TIME,
    WEAK,
    join,
    shorten,
    subject,
    tells_alone,
)
from ingest.ledgers import Role

_RATE = re.compile(r"t[ỷỉ] lệ\b", re.IGNORECASE)


class Indicators:
    """Tells the indicator of each number of a text in turn, and remembers what the text spoke of.

    `topic` is what is spoken of, `said` the last words said of it, `head` the topic of the sentence's first number,
    `next` the number behind the one that is read. `lent`: the topic is what the sentence counts, and ends with it.
    """

    def __init__(self, text: str, setting: Setting) -> None:
        self.text = text
        self.setting = setting
        self.topic = setting.topic
        self.said = ""
        self.head = ""
        self.lent = False
        self.next: Counted | None = None
        self.scope = setting.scope
        self.parting = setting.part or PARTS.match(text) is not None
        self.parted = -1
        self.drafts: list[Draft] = []

    def _indicator(self, c: Counted, core: str, weak: bool, before: str, last: Draft | None) -> str:
        """What a number counts: told by an earlier figure, by the noun behind it, or by the words before it."""
        tail = self._tail(c)
        raw = self.text[c.from_ : c.number.start]
        opens = c.fresh or self._follows_semicolon(c)
        if core and OWN_PLACE.fullmatch(core):
            core, weak = "", True
        told = self._of_earlier(c, core, weak, before, last, tail, opens)
        if told:
            return told
        if c.unit == "%" and tail and not (weak and last is not None and not opens):
            if core and DONE_VERB.search(core):
                return shorten(f"tỷ lệ {core} {tail}")
            if names_unit(tail) or (opens and not core):
                return shorten(f"tỷ lệ {tail}")
        attended = last is not None and not opens and ATTENDED.match(raw.rpartition(", ")[2])
        if core and not (attended and "," in raw):
            words = self._own_subject(c, core, weak, last)
        elif attended and last is not None and last.unit != "%":
            words = f"{last.indicator}:"
        else:
            words = self.said or self.topic
        if roles.is_rank(before):
            return shorten(words)
        gap = self.text[c.unit_end : self.next.number.start] if self.next else ""
        if not words and not tail and self.next is not None and re.fullmatch(r"\s+và\s+", gap):
            # "09 sở và 41 xã đang triển khai": what is said of both stands behind the second
            return self._with_noun(c, words, self._tail(self.next))
        if (
            not self.topic
            and (weak or not core)
            and tail
            and c.unit
            and not MEASURE.fullmatch(c.unit)
            and not TIME.match(c.unit)
        ):
            self.topic, self.lent = shorten(f"{c.unit} {tail}".strip(" ,"), LONGEST_LABEL), True
        self.head = self.head or self.topic
        return self._with_noun(c, words, tail)

    def _tail(self, c: Counted) -> str:
        tail = clean(without_periods(COMPARISON_TAIL.sub("", c.tail), self.setting.base))
        tail = DANGLING.sub("", tail)
        return f", {tail}" if tail and c.tail.startswith(",") else tail

    def _of_earlier(
        self, c: Counted, core: str, weak: bool, before: str, last: Draft | None, tail: str, opens: bool
    ) -> str:
        """The indicator of a change, a total or a share, which an earlier figure tells; "" for any other number."""
        rose = roles.change_sign(before) or roles.change_sign(
            f"{core.partition(' so ')[0]} " if ROSE.match(core) else ""
        )
        if rose and last is not None and (weak or not core):
            base = comparing.compared(self.drafts, c.unit, last, tail, c.depth)
            words = re.sub(r": (?:giảm|tăng)$", "", base.indicator)
            return shorten(f"{words}: {'giảm' if rose < 0 else 'tăng'}")
        if OUT_OF.search(self.text[c.from_ : c.number.start]):
            return shorten(f"tổng số {c.unit} {tail}")
        if core or c.unit != "%" or last is None:
            return ""
        if last.role is Role.CHANGE and c.number.start <= last.end:
            return last.indicator
        if tail and opens:
            return ""
        of = comparing.share_of(self.drafts, c.number.value, last)
        rest = c.tail if re.match(r"(?:so với|trên|trong) tổng|chỉ tiêu|kế hoạch|tổng", c.tail) else tail
        if self.said and (of.unit == "%" or of.at < c.start <= last.at):
            of = replace(of, indicator=self.said)
        elif of.at < c.start <= last.at and self.topic:
            of = replace(of, indicator=self.topic)
        about = of.indicator if re.match(r"t[ỷỉ] lệ", of.indicator, re.IGNORECASE) else f"tỷ lệ {of.indicator}"
        return shorten(f"{about} {rest}".strip())

    def _own_subject(self, c: Counted, core: str, weak: bool, last: Draft | None) -> str:
        """The words before a number, led by what is spoken of where they do not say it; remembers both."""
        if AIM.match(core) and not c.fresh:
            here = last is not None and last.at >= c.start
            about = comparing.compared(self.drafts, c.unit, last).indicator if last and here else self.topic
            return join(shorten(about, LONGEST_LABEL), core) if about else core
        if (
            self.setting.topic
            and not c.part
            and (self.parting or (core.lower() == self.scope.lower() and self.scope.startswith("cấp")))
        ):
            self.said = join(self.setting.topic, core)
            return self.said
        if weak and c.unit != "%" and _RATE.match(self.topic):
            self.topic = self.setting.topic  # "tỷ lệ … đạt 99%. Đang giải quyết 12 hồ sơ": no part of the rate
        bare = LEVEL.sub("", core).strip(" ,:") if self.scope.startswith("cấp") and leading_scope(core, "") else core
        if weak or not bare:
            words = join(LEVEL.sub("", self.topic) if not bare else self.topic, bare) if self.topic else core
        elif bare != core and WEAK.match(bare):
            words = join(self.topic, bare) if self.topic else bare
        elif (
            self._parts_go_on(c)
            and self.topic
            and not (c.depth and not c.part and tells_alone(core))
            and len(self.topic) + len(core) < LONGEST_INDICATOR // 2 * 1.5
        ):
            words = join(self.topic, core)
        elif compared := SET_AGAINST.match(core):
            words = core[compared.end() :] or core  # what it is compared with is no matter of the sentences behind it
        else:
            words = core
            self.topic = re.sub(r"\s+(?:tăng|giảm)(?:\s+thêm)?$", "", subject(core))
        self.said = words
        return words

    def _with_noun(self, c: Counted, words: str, tail: str) -> str:
        """The words before a number, and the noun behind it where they do not say it already."""
        counts = "" if not c.unit or MEASURE.fullmatch(c.unit) else c.unit
        if tail and len(tail) <= LONGEST_LABEL:
            words = f"{words} {counts} {tail}"
        elif tail:
            words = f"{words} {counts} {shorten(tail, LONGEST_LABEL)}"
        elif counts and counts.lower() not in words.lower():
            words = f"{words} {counts}"
        words = re.sub(r"(?<!\w)(tỷ lệ|tỉ lệ) (?:tỷ lệ|tỉ lệ)(?!\w)", r"\1", words, flags=re.IGNORECASE)
        if not words.strip():
            words = c.unit or self.setting.topic
        return shorten(" ".join(words.split()).replace(" /", "/").replace(" ,", ","))

    def _follows_semicolon(self, c: Counted) -> bool:
        return self.text[max(0, c.from_ - 3) : c.from_].rstrip().endswith(";")

    def _parts_go_on(self, c: Counted) -> bool:
        """Whether a number is told as a part of the one before it."""
        if c.part:
            self.parted = c.start
        return c.part or c.depth > 0

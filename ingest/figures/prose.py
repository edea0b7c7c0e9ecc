"""Prose: the figures of a running text, each completed from its clause, its sentence and what leads it in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.figures import comparing, roles
from ingest.figures.clauses import Counted, clean, counted, split_lead
from ingest.figures.compounds import compound_end
from ingest.figures.draft import Draft, Setting
from ingest.figures.indicators import Indicators
from ingest.figures.scopes import is_kind, leading_scope, level_in, named_office, names_office
from ingest.figures.timeline import Timeline, without_periods
from ingest.figures.units import counted_alike, unit_in, unit_named
from ingest.figures.wording import (
    COMPARISON_TAIL,
    EVERYONE,
    HEADED,
    LONGEST_INDICATOR,
    LONGEST_LABEL,
    LONGEST_QUOTE,
    NEW_SUBJECT,
    OF_LEVEL,
    OPENING,
    PERSON,
    PLACE,
    ROSE,
    SET_AGAINST,
    TRAILING,
    WEAK,
    WHOLE,
    shorten,
    split_commas,
    subject,
    tells_alone,
)
from ingest.language.numbers import NumberKind
from ingest.ledgers import Role


def read_prose(text: str, setting: Setting) -> list[Draft]:
    """The figures of a text, in order."""
    return _Reader(text, setting).read()


# How many of the numbers that follow, and of the figures before, are looked at to understand one.
_COMPARES = re.compile(r"\s+(?:(?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn|tăng|giảm|vượt)\W*$", re.IGNORECASE)
AHEAD = 3
BEHIND = 40


@dataclass(frozen=True, slots=True)
class _Outside:
    """What held where a bracket opened: how deep it is, what was spoken of, whose figures were given."""

    depth: int
    topic: str
    said: str
    scope: str
    lead_scope: str


class _Reader(Indicators):
    """Reads one text from left to right, and remembers what it spoke of."""

    def __init__(self, text: str, setting: Setting) -> None:
        super().__init__(text, setting)
        self.timeline = Timeline(text, setting.base, setting.period)
        self.block_lead = setting.topic
        self.lead_scope = setting.scope
        self.told_apart: str | None = None  # the scope to go back to behind a sentence that told some levels apart
        self.period = ""
        self.outer: list[_Outside] = []
        self.sentence = -1

    def read(self) -> list[Draft]:
        found = counted(self.text)
        for i, c in enumerate(found):
            self._one(c, found[i + 1 : i + 1 + AHEAD])
        return sorted(self.drafts, key=lambda d: d.at)

    def _one(self, c: Counted, later: list[Counted]) -> None:
        before = self.text[max(c.from_, c.number.start - 60) : c.number.start]
        raw = self.text[c.from_ : c.number.start]
        label = self._own_words(c)
        weak = not label or WEAK.match(label) is not None
        self.next = later[0] if later else None
        self._enter(c, label, weak, raw)
        opened = self._scope(c, label)
        last = self.drafts[-1] if self.drafts else None
        core = re.sub(r"^(?:với|gồm)\s+", "", TRAILING.sub("", label).strip(" ,:"))
        if (
            c.unit == "%"
            and not c.fresh
            and not TRAILING.sub("", raw.rpartition(", ")[2].strip()).strip(" ,(")
            and ", " in raw
        ):
            core = ""
        indicator = self._indicator(c, core, weak, before, last)
        period = self.timeline.of(c, self.period)
        role = roles.role_of(c, before, target=self.setting.target)
        role = self._series_role(c, role, weak, label)
        start, end = self._quote(c)
        unit = self._unit(c, core, before, last)
        draft = Draft(
            c.number.value,
            c.number.text,
            c.number.start,
            unit,
            indicator,
            period,
            self._scope_of(c, label, opened),
            role,
            start,
            end,
            depth=c.depth,
            subject=self.said or self.topic,
        )
        earlier = self.timeline.compared_just_before(c) if c.number.second is None else ""
        if earlier and last is not None and not roles.change_sign(before):
            comparing.add_earlier(self.drafts, c.unit, replace(draft, period=earlier), last)
        elif c.number.kind is NumberKind.PAIR:
            self.drafts.extend(
                comparing.read_pair(
                    c, draft, before, self.text, later, self.timeline, comparing=self.setting.comparing, last=last
                )
            )
        elif c.number.kind is NumberKind.RANGE:
            self.drafts.append(replace(draft, high=c.number.second))
        elif role is Role.CHANGE or ROSE.match(core) or comparing.is_unsaid_change(c, later, self.timeline):
            comparing.add_change(self.drafts, c, draft, before, self.timeline)
        else:
            self.drafts.append(draft)

    # What the clause speaks of

    def _own_words(self, c: Counted) -> str:
        """The label without adverbs of time; of a long one, as many of its last clauses as make sense alone."""
        label = clean(without_periods(c.label, self.setting.base))
        label = clean(label.rpartition("; ")[2])
        opening = OPENING.match(label)
        if opening is not None and not WEAK.match(label[opening.end() :]):
            label = label[opening.end() :]
        label = PLACE.sub("", label)
        last = clean(split_commas(label)[-1]) if "," in label else ""
        if last and names_office(last):
            return last
        core = TRAILING.sub("", label)
        if len(core) <= LONGEST_LABEL or (HEADED.match(core) and len(core) <= 2 * LONGEST_LABEL):
            return label
        parts = split_commas(core)
        if len(parts) <= 2 and len(core) <= LONGEST_INDICATOR - 60:
            return label
        kept = ""
        for part in reversed(parts):
            longer = f"{clean(part)}, {kept}" if kept else clean(part)
            if kept and len(longer) > LONGEST_INDICATOR - 60:
                break
            kept = longer
            if not WEAK.match(kept) and len(kept.split()) > 3 and (tells_alone(kept) or len(kept) > LONGEST_LABEL):
                break
        return kept

    def _enter(self, c: Counted, label: str, weak: bool, raw: str) -> None:
        if c.start != self.sentence:
            self.sentence = c.start
            self._leave(0, topic=False)
            if self.told_apart is not None:
                self.scope, self.lead_scope, self.told_apart = self.told_apart, self.told_apart, None
            if self.lent:
                self.topic, self.said, self.lent = self.setting.topic, "", False
            if not (weak or c.part) or "\n" in self.text[max(0, c.start - 1) : c.start]:
                self.period = ""
                self.said = ""
                if not weak and not SET_AGAINST.match(label):
                    self.topic = self.setting.topic
            elif self.drafts:
                self.period = self._period_of_whole() if c.part else self.drafts[-1].period
            self.head = ""
            if NEW_SUBJECT.fullmatch(label) and c.fresh and not c.part:
                self.topic = self.setting.topic
                self.said = ""
            if c.depth and c.from_ > c.start:
                self.topic = self._before_bracket(c) or self.topic
        elif weak and not c.depth and self._follows_semicolon(c):
            if NEW_SUBJECT.fullmatch(label) and not c.part:
                self.topic, self.said = self.setting.topic, ""
            else:
                self.topic = self.head or self.topic
        self._leave(c.depth)
        if c.depth and (not self.outer or self.outer[-1].depth < c.depth):
            self.outer.append(_Outside(c.depth, self.topic, self.said, self.scope, self.lead_scope))
        if c.lead:
            lead = without_periods(c.lead, self.setting.base)
            said = self.timeline.said_in(c.from_, c.number.start)
            if said:
                self.period = said
            scope = leading_scope(lead, self.setting.own, part=True)
            if lead and not scope:
                self.topic = self.block_lead = shorten(lead)
            elif scope.startswith("đơn") or is_kind(scope):
                self.topic = shorten(lead)
            elif scope and not c.part:
                self.topic = self.setting.topic
        elif label and c.fresh and leading_scope(label, self.setting.own).startswith("cấp"):
            self.topic = self.block_lead

    def _period_of_whole(self) -> str:
        """The period of what a sentence that opens with "Trong đó" tells the parts of: that of the sentence before, not
        of the total since the new year that it adds behind a semicolon ("…; lũy kế 120 hồ sơ. Trong đó: …")."""
        last = self.drafts[-1]
        apart = self.text.rfind(";", last.start, last.at)
        head = next((d for d in self.drafts if d.start == last.start and d.at < apart), None)
        return head.period if head is not None and counted_alike(head.unit, last.unit) else last.period

    def _leave(self, depth: int, *, topic: bool = True) -> None:
        """Goes back to what held before the brackets that are closed by now: a level named in one ends with it."""
        while self.outer and depth < self.outer[-1].depth:
            outside = self.outer.pop()
            self.scope, self.lead_scope = outside.scope, outside.lead_scope
            if topic:
                self.topic, self.said = outside.topic, outside.said

    def _before_bracket(self, c: Counted) -> str:
        """What a sentence speaks of before the bracket in which its first number stands."""
        opened = self.text.rfind("(", c.start, c.from_ + 1)
        start = max(c.start, self.text.rfind(";", c.start, max(opened, c.start)) + 1)
        words = clean(without_periods(split_lead(self.text[start : max(opened, start)])[1], self.setting.base))
        words = _COMPARES.sub("", subject(words)).strip()
        return shorten(words, LONGEST_LABEL) if words and not WEAK.match(words) else ""

    def _scope(self, c: Counted, label: str) -> str:
        """The scope that the clause itself opens with, "" where none; remembers what holds for the clauses after it."""
        listed_apart = ";" in self.text[max(0, c.from_ - 2) : c.from_] and not c.part
        listed = ";" in self.text[max(0, c.from_ - 2) : c.from_] or (
            bool(self.drafts) and self.drafts[-1].role is Role.PART
        )
        part = c.part or self.parting
        every = f"{c.lead} {c.label}".lower()
        mixed = "khiếu nại" in every and "tố cáo" in every
        if c.lead:
            found = leading_scope(c.lead, self.setting.own, part=True)
            if found and not (mixed and found.startswith("đơn")):
                self.scope = self.lead_scope = found
        whole = clean(without_periods(c.label, self.setting.base))
        opening = label if label and whole.startswith(label) else split_commas(label)[-1].strip() if label else ""
        found = leading_scope(opening, self.setting.own, part=part, listed=listed)
        if is_kind(found) and not c.number_after_colon:
            found = ""
        if mixed and found.startswith("đơn"):
            found = ""
        if found:
            if found.startswith("cấp") and not (c.fresh or c.lead or listed_apart) and self.told_apart is None:
                self.told_apart = self.lead_scope
            self.scope = found
            if c.fresh or c.lead or found.startswith(("cấp", "đơn")):
                self.lead_scope = found
            return found
        if c.fresh and self.lead_scope.startswith("cấp") and EVERYONE.match(label):
            self.scope = self.lead_scope = self.setting.scope
        elif WHOLE.match(label) and not (c.lead and self.lead_scope and self.lead_scope == level_in(c.lead)):
            self.scope = self.lead_scope if not self.lead_scope.startswith("cấp") else self.setting.scope
        elif (c.fresh or (label and not WEAK.match(label))) and not c.lead and not (c.fresh and c.part):
            holds = self.lead_scope.startswith(("cấp", "đơn")) or not c.fresh or is_kind(self.lead_scope)
            self.scope = self.lead_scope if holds else self.setting.scope
        return ""

    def _scope_of(self, c: Counted, label: str, opened: str) -> str:
        if opened:
            return opened
        tail = COMPARISON_TAIL.sub("", c.tail)
        level = level_in(label)
        if level:
            self.scope = level
            return level
        if OF_LEVEL.match(c.unit):
            return level_in(tail) or self.scope
        if PERSON.match(c.unit):
            return named_office(tail) or self.scope
        return self.scope

    def _series_role(self, c: Counted, role: Role, weak: bool, label: str) -> Role:
        """Parts go on being parts until a semicolon or a subject of its own; an index is no share."""
        if role is Role.SHARE and re.search(r"(?<!\w)chỉ số(?! thành phần)", f"{label or self.topic}", re.IGNORECASE):
            return Role.ACTUAL
        last = self.drafts[-1] if self.drafts else None
        if role is Role.SHARE and last is not None and last.role is Role.CHANGE and last.unit != "%":
            raw = self.text[c.from_ : c.number.start]
            if c.number.start <= last.end and not TRAILING.sub("", raw.strip()).strip(" ,("):
                return Role.CHANGE
        if role is Role.PART and not c.part and not self.parting and self._counts_else(c):
            return Role.ACTUAL
        if role is not Role.ACTUAL:
            return role
        going_on = (
            bool(self.drafts)
            and self.drafts[-1].role is Role.PART
            and self.drafts[-1].denominator is None
            and weak
            and not c.fresh
            and self.drafts[-1].depth == c.depth
        )
        return Role.PART if self.parting or going_on else role

    def _counts_else(self, c: Counted) -> bool:
        """Whether a number in a bracket counts another thing than the figure the bracket stands behind."""
        outside = next((d for d in reversed(self.drafts) if d.depth < c.depth), None)
        return outside is not None and not counted_alike(outside.unit, c.unit)

    def _unit(self, c: Counted, core: str, before: str, last: Draft | None) -> str:
        if roles.is_rank(before):
            return "hạng"
        if c.unit:
            end = compound_end(self.text, c.unit_end, c.unit)
            return " ".join(f"{c.unit}{self.text[c.unit_end : end]}".split()) if end > c.unit_end else c.unit
        if last is not None and (c.part or c.depth or self.parted == c.start):
            for d in reversed(self.drafts[-8:]):
                if d.unit not in {"%", "hạng", ""}:
                    return d.unit
        own = unit_in(core) or unit_in(c.lead) or unit_named(core) or unit_named(c.lead)
        if own:
            return own
        if self.drafts and c.start <= self.drafts[-1].at:
            for d in reversed(self.drafts[-BEHIND:]):
                if d.unit not in {"%", "hạng", ""}:
                    return d.unit
        return unit_in(self.topic) or self.setting.unit

    def _quote(self, c: Counted) -> tuple[int, int]:
        """The sentence, or where that is long the clause between semicolons, or what stands between the breaks."""
        start, end = c.start, c.end
        if end - start > LONGEST_QUOTE:
            cut = self.text.rfind(";", start, c.number.start)
            start = cut + 1 if cut >= 0 else start
            cut = self.text.find(";", max(c.unit_end, c.number.end), end)
            end = cut if cut >= 0 else end
        if end - start > 2 * LONGEST_QUOTE:
            start = max(start, min(c.from_, c.number.start))
            end = min(end, max(c.to, c.unit_end, c.number.end))
        while start < c.number.start and self.text[start] in " \n,;":
            start += 1
        while end > c.number.end and self.text[end - 1] in " \n,;":
            end -= 1
        return start, end

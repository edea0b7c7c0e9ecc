"""The ledger of figures: every number of a report that counts something, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.figures.cells import read_table
from ingest.figures.clauses import clean
from ingest.figures.columns import bracket_unit
from ingest.figures.draft import Draft, Setting
from ingest.figures.prose import read_prose
from ingest.figures.scopes import leading_scope
from ingest.figures.timeline import Timeline, without_periods
from ingest.language.fold import content_id, fold
from ingest.language.periods import contains
from ingest.ledgers import Figure, Role
from ingest.report import Block, BlockKind, Report, locate, quote_at

READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE, BlockKind.TABLE})
_GOALS = re.compile(
    r"phuong huong|nhiem vu (?:trong tam|nam|thoi gian toi)|chi tieu|ke hoach nam|nhiem vu, giai phap|muc tieu"
)
_AIMS_SERVED = re.compile(r"\bthuc hien (?:cac |nhung |tot )*muc tieu\b")  # "Kết quả … > Thực hiện các mục tiêu …"
_RESULTS = re.compile(r"\bket qua\b")
_OF_TABLE = re.compile(r"\W*(?:đơn vị(?: tính)?|đvt)\s*:", re.IGNORECASE)  # the line above a table that says its unit
_MARK = re.compile(
    r"\s*(?:(?P<dash>[-–•])|(?P<plus>[+*])|(?P<letter>[a-zđ]\))|(?P<number>\d+(?:\.\d+)*[.)]|\(\d+\)))\s"
)
_DEPTH = {"number": 1, "letter": 2, "dash": 3, "plus": 4}
_RATE = re.compile(r"ty le\b.*\d ?%")
LONGEST_TOPIC = 140
SEVERAL = 3
_PART = re.compile(r"\s*(?:trong đó|gồm|bao gồm|cụ thể)", re.IGNORECASE)


def read_figures(report: Report) -> tuple[Figure, ...]:
    """Every figure of a report in reading order: body, list items, footnotes and table cells.

    Numbers in the letterhead, in headings and among the recipients are not figures. Ids depend on the report's content.
    """
    reader = _Ledger(report)
    return tuple(figure for block in report.blocks if block.kind in READ for figure in reader.of(block))


class _Ledger:
    """Walks the blocks in reading order and remembers what leads the next one in."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.section = ""
        self.above = ""
        self.leads: dict[int, Setting] = {}
        self.seen: dict[str, list[Draft]] = {}
        self.headings: dict[str, Setting] = {}

    def of(self, block: Block) -> Iterator[Figure]:
        """The figures of one block."""
        if block.section != self.section:
            self.section = block.section
            self.leads = {}
        base = self._heading(block.section)
        if block.table is not None:
            unit = bracket_unit(self.above) if _OF_TABLE.match(self.above) else ""
            for cell in read_table(block.table, replace(base, unit=unit) if unit else base):
                yield self._figure(block, cell.draft, cell.row, cell.column)
            return
        if block.kind is BlockKind.FOOTNOTE:
            setting = self._anchored(block, base)
            counted = ""
            for d in read_prose(block.text, setting):
                yield self._figure(block, _own_share(d, setting.topic, counted))
                counted = d.unit if d.unit != "%" else counted
            return
        self.above = block.text
        depth = _depth(block)
        above = [self.leads[d] for d in sorted(self.leads) if d < depth]
        setting = above[-1] if above else base
        drafts = sorted(read_prose(block.text, setting), key=lambda d: d.at)
        self.seen[block.id] = drafts
        self._lead_on(block, setting, drafts, depth)
        yield from (self._figure(block, d) for d in drafts)

    def _heading(self, section: str) -> Setting:
        """The setting that a section's headings give: a period of its own, goals to come."""
        known = self.headings.get(section)
        if known is not None:
            return known
        report = self.report
        found = report.section(section)
        period, target, told = "", False, False
        for heading in found.path if found else ():
            told = told or _RESULTS.search(fold(heading)) is not None
            said = [p.period for p in Timeline(heading, report.period, "").own if not p.relative]
            aims = _AIMS_SERVED.sub(" ", fold(heading)) if told else fold(heading)
            goals = _GOALS.search(aims) is not None
            target = target or (goals and fold(report.kind) != "ke hoach") or "chi tieu" in fold(heading)
            if said and (goals or not contains(said[-1], report.period)):
                period = said[-1]
        setting = Setting(report.period, period, own=report.issuer, target=target)
        self.headings[section] = setting
        return setting

    def _anchored(self, block: Block, base: Setting) -> Setting:
        """The setting of a footnote: the words it hangs on lead it in, or "Trong đó" tells their parts."""
        anchor = self.seen.get(block.anchor or "")
        if anchor is None or block.number is None:
            return base
        mark = next((n.offset for n in self.report.block(block.anchor or "").notes if n.number == block.number), None)
        text = self.report.block(block.anchor or "").text
        mark = len(text) if mark is None else mark
        before = [d for d in anchor if d.at < mark]
        if before and _PART.match(block.text):
            last = before[-1]
            return replace(base, period=last.period, topic=last.subject or last.indicator, unit=last.unit, part=True)
        return replace(base, topic=_words_before(text, mark))

    def _lead_on(self, block: Block, setting: Setting, drafts: list[Draft], depth: int) -> None:
        """What the items below this block go on from, where it ends with a colon."""
        for deeper in [d for d in self.leads if d >= depth]:
            del self.leads[deeper]
        text = block.text.rstrip()
        if not text.endswith(":") and not re.search(r"trong đó\s*:?$", text, re.IGNORECASE):
            return
        words = text[text.rfind(". ", 0, len(text) - 1) + 1 :].rstrip(" :")
        topic = clean(without_periods(clean(words), self.report.period))
        said = [p.period for p in Timeline(words, self.report.period, "").own]
        scope = leading_scope(topic, self.report.issuer, part=True)
        if (drafts and _PART.match(clean(words))) or _PART.match(words.strip()):
            several = len({d.start for d in drafts}) >= SEVERAL  # sentences: the items may be on any of them
            topic = drafts[-1].indicator if drafts and not several else setting.topic
        if len(topic) > 160 or not topic:
            topic = setting.topic
        part = _PART.match(clean(words)) is not None or re.search(r"trong đó\W*$", words, re.IGNORECASE) is not None
        period = said[-1] if said else drafts[-1].period if part and drafts else setting.period
        unit = drafts[-1].unit if drafts else setting.unit
        self.leads[depth] = replace(
            setting,
            period=period,
            topic=setting.topic if scope else topic,
            scope=scope or setting.scope,
            unit=unit,
            part=part,
        )

    def _figure(self, block: Block, d: Draft, row: int | None = None, column: int | None = None) -> Figure:
        where = locate(self.report, block, d.start, d.end, row=row, column=column)
        return Figure(
            content_id("f", self.report.id, block.id, d.at, d.text, d.value),
            d.value,
            d.text,
            d.unit,
            d.indicator,
            d.period,
            d.scope,
            d.role,
            quote_at(block, d.start, d.end),
            where,
            d.at,
            d.comparison,
            d.high,
            block.confidence,
        )


def _own_share(draft: Draft, topic: str, counted: str) -> Draft:
    """A share below a rate that the anchor tells is of what its own words say, and of what was counted before it: it
    cannot be that rate again.
    """
    own = draft.indicator.removeprefix(topic).lstrip(" :")
    if draft.role is not Role.SHARE or not own or own == draft.indicator or not _RATE.match(fold(topic)):
        return draft
    named = "" if counted in own else f" {counted}"
    return replace(draft, indicator=f"tỷ lệ {own}{named}")


def _words_before(text: str, mark: int) -> str:
    """The last clause before a footnote's marker."""
    start = max(text.rfind(stop, 0, mark) for stop in (". ", "; ", ": ", "\n"))
    clause = clean(text[start + 1 : mark])
    return clause if len(clause) <= LONGEST_TOPIC else clean(clause[clause.rfind(", ", 0, -12) + 1 :])[:LONGEST_TOPIC]


def _depth(block: Block) -> int:
    m = _MARK.match(block.text)
    if m is None:
        return 5 if block.kind is BlockKind.ITEM else 0
    return _DEPTH[m.lastgroup or "dash"]

"""Statements: a report cut into what can be cited, each with the concepts it speaks of, near and far.

A statement is a clause, a list item or a table row. What it speaks of is known at four distances: in its own words, in
its sentence, in what leads up to it (the opening of its footnote, the labels of its table, the sentence that a
note hangs
on), and in the headings above it. A question is compared with each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial

from assistant.evidence.breaks import are_one, between_breaks
from assistant.evidence.figurewords import COMMON, FigureWords, OnDemand
from assistant.evidence.going_on import goes_on, spends, to_number
from assistant.evidence.members import members
from assistant.evidence.numbered import numbered_apart
from assistant.evidence.once import Keeper
from assistant.measured.running import is_running
from assistant.words.terms import WORD, Lexicon
from ingest.audit import Check, audit, checks
from ingest.language.fold import fold
from ingest.language.letters import UPPER
from ingest.language.periods import contains, periods
from ingest.language.sentences import clauses, sentences
from ingest.ledgers import Figure, Finding, Reference
from ingest.report import Block, BlockKind, Locator, Report, Section, locate, quote_at

SPOKEN = {BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE, BlockKind.TABLE}
WHOLE = 60  # words: a sentence up to this length is quoted whole rather than by clause
LEAD_END = ":"
CUT = "…"  # what a long heading ends with in a path
PLANNED = frozenset({"dự kiến"})  # what every task under a heading of directions is
SHORT, KEPT = 1_000, 8_192  # texts of up to so many characters are cut once; so many of them are kept


def plain(text: str) -> str:
    """The folded words of a text between single spaces, for looking up neighbouring words."""
    return _plain(text) if len(text) <= SHORT else _plain.__wrapped__(text)


def keys(lexicon: Lexicon, text: str) -> frozenset[str]:
    """The concepts of a text; words the glossary does not know stand for themselves, folded."""
    return _keys(lexicon, text) if len(text) <= SHORT else _keys.__wrapped__(lexicon, text)


@lru_cache(maxsize=KEPT)
def _plain(text: str) -> str:
    return " " + " ".join(WORD.findall(fold(text))) + " "


@lru_cache(maxsize=KEPT)
def _keys(lexicon: Lexicon, text: str) -> frozenset[str]:
    return lexicon.concepts_of(text)


@dataclass(frozen=True, slots=True)
class Statement:
    """A citable stretch of a block. `own`, `sentence`, `lead`, `before` (the sentence before) and `heading` are
    concept keys, nearest first.

    `plain` are its folded words, `uncited` those outside the titles of cited documents, `uncited_keys` their concepts;
    `ahead` is true under a heading of directions: what is said there is still to be done; `judging` under one that
    sums up
    strengths and limitations, where figures are repeated from elsewhere.
    """

    index: int
    block: Block
    start: int
    end: int
    row: int | None
    own: frozenset[str]
    sentence: frozenset[str]
    lead: frozenset[str]
    before: frozenset[str]
    heading: frozenset[str]
    plain: str
    uncited: str
    uncited_keys: frozenset[str]
    ahead: bool
    judging: bool
    figures: tuple[Figure, ...]

    @property
    def quote(self) -> str:
        """The verbatim words."""
        return quote_at(self.block, self.start, self.end)

    @property
    def words(self) -> int:
        """How many words the quote has."""
        return len(self.quote.split())


@dataclass
class ReportIndex(Keeper):
    """One report, ready to be asked: its statements, its ledgers, and where each concept occurs.

    What a figure's words say is found by its id, with `[]`, and worked out on demand; so is what stands `around` the
    figures of a statement, at any distance, by the statement's number. `led` are the statements that the same concepts
    lead up to; `running` tells of a figure whether it counts from before the report's own period, `granted`, once it
    was looked at, whether it is the most that a column grants. `headings` are those of the sections, by id, in full.
    """

    report: Report
    figures: tuple[Figure, ...]
    references: tuple[Reference, ...]
    statements: tuple[Statement, ...]
    own: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    plain: str = ""
    title: frozenset[str] = frozenset()
    by_block: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    led: dict[frozenset[str], list[int]] = field(default_factory=lambda: defaultdict(list))
    figure_keys: dict[str, frozenset[str]] = field(default_factory=dict)
    scope_keys: dict[str, frozenset[str]] = field(default_factory=dict)
    local_keys: dict[str, frozenset[str]] = field(default_factory=dict)
    said_of: dict[str, frozenset[str]] = field(default_factory=dict)
    table_periods: dict[str, frozenset[str]] = field(default_factory=dict)
    label_keys: dict[str, frozenset[str]] = field(default_factory=dict)
    local_words: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    around: dict[int, frozenset[str]] = field(default_factory=dict)
    running: dict[str, bool] = field(default_factory=dict)
    granted: dict[str, bool] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    spoken: dict[str, bool] = field(default_factory=dict)
    findings_as_read: Callable[[], tuple[Finding, ...] | None] = lambda: None

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The recomputations that the report invites."""
        return checks(self.report, self.figures)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What does not add up in the report, from its own ledgers: as it was found when the report was read, or else
        worked out when first asked for, which takes twenty times as long."""
        known = self.findings_as_read()
        return audit(self.report, self.figures, self.references) if known is None else known

    def frequency(self, key: str) -> int:
        """In how many statements a concept stands in the statement's own words."""
        return len(self.own.get(key, ()))

    def locator(self, statement: Statement) -> Locator:
        """The place of a statement."""
        return locate(self.report, statement.block, statement.start, statement.end, row=statement.row)

    def says(self, words: str) -> bool:
        """Whether the folded words stand next to each other anywhere in the report; looked up once."""
        return self.spoken[words]


_SENTENCE_OVER = re.compile(rf"\w{{2,}}[.;?!]\s+[{UPPER}]")


def _paragraphs(block: Block) -> list[tuple[int, int]]:
    spans, start = [], 0
    for line in block.text.split("\n"):
        if line.strip():
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _lead_of(text: str, start: int, end: int) -> str:
    """The opening of a footnote paragraph that the rest hangs on: `Cấp xã:`, `Trong đó:`, `Đơn tố cáo:`; "" where a
    sentence is over before it."""
    head = text[start:end]
    colon = head.find(LEAD_END)
    return head[:colon] if 0 < colon <= 160 and _SENTENCE_OVER.search(head, 0, colon) is None else ""


def _table_rows(block: Block) -> Iterable[tuple[int, int, int]]:
    table = block.table
    assert table is not None
    for row in range(table.header_rows, table.rows):
        cells = table.row(row)
        if row == table.code_row or not any(c.text.strip() for c in cells):
            continue
        yield row, min(c.start for c in cells), max(c.end for c in cells)


def build_index(
    report: Report, figures: tuple[Figure, ...], references: tuple[Reference, ...], lexicon: Lexicon
) -> ReportIndex:
    """Cuts a report into statements."""
    figures_in: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        figures_in[figure.locator.block].append(figure)
    cited: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for reference in references:
        for mention in reference.mentions:
            cited[mention.locator.block].append((mention.locator.start, mention.locator.end))
    ahead = _under(report, lexicon, {"phương hướng"})
    judging = _under(report, lexicon, {"ưu điểm", "hạn chế", "đánh giá"})
    cutter = _Cutter(lexicon, figures_in, cited, ahead, judging)
    blocks = {b.id: b for b in report.blocks}
    headings = {s.id: _whole_heading(s, blocks) for s in report.sections}
    heading_keys = {
        s.id: keys(lexicon, " ".join((*s.path[:-1], headings[s.id]))) | (PLANNED if s.id in ahead else frozenset())
        for s in report.sections
    }
    opening = keys(lexicon, report.title)
    subject = opening | _opening(report, lexicon)
    whole = re.compile(rf"\W*(?:\w{{1,2}}[.)]\s*)?{re.escape(report.place)}\s", re.IGNORECASE) if report.place else None
    statements: list[Statement] = []
    item_lead: frozenset[str] = frozenset()
    lead_section = ""
    for block in report.blocks:
        opens = block.kind is BlockKind.HEADING and block.text.rstrip().endswith(LEAD_END)
        if block.kind not in SPOKEN and not opens:
            continue
        heading = heading_keys.get(block.section, frozenset())
        lead: frozenset[str] = frozenset()
        if block.kind is BlockKind.FOOTNOTE and block.anchor in blocks:
            lead = keys(lexicon, _anchor_sentence(blocks[block.anchor], block.number))
        elif block.kind is BlockKind.ITEM and block.section.startswith(lead_section) and item_lead:
            lead = item_lead
        elif block.kind is BlockKind.PARAGRAPH or opens:
            tail = block.text.rstrip()
            item_lead = keys(lexicon, tail[-200:]) if tail.endswith(LEAD_END) else frozenset()
            lead_section = block.section
        if (table := block.table) is not None:
            lead = keys(lexicon, " ".join((table.title, *table.columns, headings.get(block.section, ""))))
            for row, start, end in _table_rows(block):
                statements.extend(cutter.cut(len(statements), block, (start, end), (start, end), row, lead, heading))
            continue
        for first, last in _paragraphs(block):
            local = lead | keys(lexicon, _lead_of(block.text, first, last))
            before: frozenset[str] = frozenset()
            previous: tuple[int, int] | None = None
            for begin, stop in sentences(block.text[first:last]):
                sentence = (first + begin, first + stop)
                short = len(block.text[sentence[0] : sentence[1]].split()) <= WHOLE
                told = local | subject if whole is not None and whole.match(block.text, *sentence) else local
                spans = members(block.text, sentence) if short else list(clauses(block.text, *sentence))
                on = before if goes_on(block.text, sentence, previous) else frozenset()
                if previous is not None and spends(block.text, sentence):
                    told |= keys(lexicon, to_number(block.text[slice(*previous)]))
                for span, leads in numbered_apart(block.text, spans):
                    near = told if leads is None else told | keys(lexicon, block.text[slice(*leads)])
                    for piece in (cut := list(between_breaks(block, [span]))):
                        of = span if are_one(block, cut) else None
                        statements.extend(
                            cutter.cut(len(statements), block, piece, sentence, None, near, heading, before, on, of)
                        )
                previous = sentence
                before = keys(lexicon, block.text[sentence[0] : sentence[1]])
    index = ReportIndex(report, figures, references, tuple(statements))
    for statement in statements:
        for key in statement.own:
            index.own[key].append(statement.index)
        index.by_block[statement.block.id].append(statement.index)
        if statement.lead:
            index.led[statement.lead].append(statement.index)
    index.title = (opening | keys(lexicon, report.issuer)) - COMMON
    index.table_periods = _table_periods(report)
    index.plain = "".join(plain(b.text) for b in report.blocks)
    words = FigureWords({f.id: f for f in figures}, blocks, figures_in, partial(keys, lexicon))
    index.figure_keys = OnDemand(words.of_figure)
    index.local_keys = OnDemand(words.around)
    index.said_of = OnDemand(partial(_said_of, index))
    index.local_words = OnDemand(lambda id: plain(words.beside(id)))
    index.label_keys = OnDemand(words.of_label)
    topic = frozenset(plain(report.title).split())  # in a report on such things "hồ sơ thủ tục hành chính" are all
    index.kinds = OnDemand(lambda id: words.kind(id) - topic)
    index.scope_keys = OnDemand(words.of_scope)
    index.spoken = OnDemand(lambda words: f" {words} " in index.plain)
    index.around = OnDemand(lambda number: _around(index, statements[number]))
    index.headings = headings
    index.running = OnDemand(partial(_is_running, words, report.period))
    return index


def _is_running(words: FigureWords, own: str, id: str) -> bool:
    figure = words.figures[id]
    return is_running(figure, words.blocks[figure.locator.block], own)


def _said_of(index: ReportIndex, id: str) -> frozenset[str]:
    """The concepts that are said of a figure, folded."""
    return frozenset(map(fold, index.local_keys[id] | index.figure_keys[id] | index.scope_keys[id]))


def _around(index: ReportIndex, statement: Statement) -> frozenset[str]:
    """Every concept that stands in a statement, leads to it or is said of one of its figures."""
    of_figures = (held[f.id] for f in statement.figures for held in (index.figure_keys, index.local_keys))
    return statement.own.union(statement.sentence, statement.lead, statement.before, statement.heading, *of_figures)


def _whole_heading(section: Section, blocks: Mapping[str, Block]) -> str:
    """A heading in full: in a path a long one stands cut ("b) Điểm của các cơ quan theo …")."""
    opens = blocks.get(section.block or "")
    return opens.text if opens is not None and section.heading.endswith(CUT) else section.heading


def _opening(report: Report, lexicon: Lexicon) -> frozenset[str]:
    """The concepts of what a report opens with, above its first heading or, where nothing stands there, in its first
    paragraph: what it is on. A sentence that begins with the reporting unit ("Tỉnh … đạt 88 điểm") speaks of that."""
    paragraphs = [b for b in report.blocks if b.kind is BlockKind.PARAGRAPH]
    above = [b for b in paragraphs if not b.section] or paragraphs[:1]
    return keys(lexicon, "\n".join(b.text for b in above))


def _anchor_sentence(block: Block, number: int | None) -> str:
    for mark in block.notes:
        if mark.number == number:
            for start, end in sentences(block.text):
                if start <= mark.offset <= end:
                    return block.text[start:end]
    return ""


COMPARES = re.compile(r"\bso (?:voi|sanh)\b")  # "Thay đổi so với 2030" holds no value of that year


def _table_periods(report: Report) -> dict[str, frozenset[str]]:
    """The periods that the title, the labels and the words just above a table name, or the part of the
    report's own time that the sentence names which a footnote without a time hangs on: figures there may be of any of
    them."""
    found: dict[str, frozenset[str]] = {}
    above = ""
    for block in report.blocks:
        if block.kind is BlockKind.FOOTNOTE and block.anchor and not periods(block.text, report.period):
            hangs_on = _anchor_sentence(report.block(block.anchor), block.number)
            parts = (span.period for span in periods(hangs_on, report.period))
            found[block.id] = frozenset(p for p in parts if p != report.period and contains(report.period, p))
        if block.table is None:
            above = block.text if block.kind in SPOKEN else above
            continue
        section = report.section(block.section)
        columns = (label for label in block.table.columns if not COMPARES.search(fold(label)))
        labels = " ; ".join((block.table.title, *columns, section.heading if section else ""))
        named = frozenset(span.period for words in (labels, above[-400:]) for span in periods(words, report.period))
        of_labels = frozenset(span.period for span in periods(labels, report.period))
        found[block.id] = (of_labels or named) - {""}
    return found


def _under(report: Report, lexicon: Lexicon, names: set[str]) -> frozenset[str]:
    """The sections whose heading, or one above it, has one of those concepts."""
    found: set[str] = set()
    for section in report.sections:
        if section.parent in found or names & keys(lexicon, section.heading):
            found.add(section.id)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Cutter:
    """Cuts statements out of blocks, with what each of them speaks of."""

    lexicon: Lexicon
    figures: dict[str, list[Figure]]
    cited: dict[str, list[tuple[int, int]]]
    ahead: frozenset[str]
    judging: frozenset[str]

    def cut(
        self,
        index: int,
        block: Block,
        span: tuple[int, int],
        sentence: tuple[int, int],
        row: int | None,
        lead: frozenset[str],
        heading: frozenset[str],
        before: frozenset[str] = frozenset(),
        on: frozenset[str] = frozenset(),
        whole: tuple[int, int] | None = None,
    ) -> Iterable[Statement]:
        """The statement of a span, or none where it has no word; `on` is what the sentence before said that this
        one goes on with, `whole` what it was before a page end cut it: each of its pieces speaks of what that does."""
        start, end = whole or span
        text = block.text[start:end]
        own = keys(self.lexicon, text)
        if not own:
            return
        around = own if (start, end) == sentence else keys(self.lexicon, block.text[sentence[0] : sentence[1]])
        around |= on
        inside = tuple(f for f in self.figures[block.id] if span[0] <= f.at < span[1])
        bare, bare_keys = plain(text), own
        titles = [(a, z) for a, z in self.cited[block.id] if a < end and z > start]
        if titles and inside:
            kept = text
            for a, z in titles:
                a, z = max(a - start, 0), min(z, end) - start
                kept = f"{kept[:a]}{' ' * (z - a)}{kept[z:]}"
            bare, bare_keys = plain(kept), keys(self.lexicon, kept)
        yield Statement(
            index, block, *span, row, own, around, lead, before, heading, plain(text), bare, bare_keys,
            block.section in self.ahead, block.section in self.judging, inside,
        )  # fmt: skip

"""Passages: what is searched. One to five sentences of one block, carrying where they stand and what they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.language.fold import content_id
from ingest.language.periods import label as period_label
from ingest.language.sentences import clauses, sentences
from ingest.report import Block, BlockKind, Locator, Report, Table, locate

SEARCHED = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE, BlockKind.TABLE})
AIM = 90
MOST = 130
MOST_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one block. `text` is verbatim; `context` says what a reader of the page knows without being told.

    `context` joins title, place, period, heading path and, for a footnote, the sentence it hangs on; for a table row,
    the table's title and its column labels. What is embedded and searched is context and text together.
    """

    id: str
    report: str
    text: str
    context: str
    locator: Locator
    kind: str
    period: str
    place: str


def passages(report: Report) -> tuple[Passage, ...]:
    """The passages of a report, in reading order; every word of body, notes and table rows stands in exactly one."""
    about = _about(report)
    by_id = {b.id: b for b in report.blocks}
    paths = {s.id: " › ".join(s.path) for s in report.sections}
    out: list[Passage] = []
    for block in report.blocks:
        if block.kind not in SEARCHED:
            continue
        path = paths.get(block.section, "")
        if block.table is not None:
            out += _rows(report, block, block.table, (about, path))
            continue
        anchor = by_id.get(block.anchor or "")
        said = _anchor_sentence(anchor, block.number) if anchor else ""
        for start, end in spans(block.text):
            context = _join(about, path, f"Chú thích {block.number} cho câu: {said}" if said else "")
            out.append(_passage(report, block, start, end, context, locate(report, block, start, end)))
    return tuple(out)


def passage_of(report: Report, place: Locator) -> Passage:
    """The passage that one place of a report makes, whatever its block is. Raises: KeyError where it has no such
    block.
    """
    block = report.block(place.block)
    return _passage(report, block, place.start, place.end, _about(report), place)


def _about(report: Report) -> str:
    period = period_label(report.period) if report.period else ""
    parts = [
        report.title,
        report.issuer if report.place in report.issuer else _join(report.issuer, report.place, by=", "),
    ]
    if period and period not in report.title:
        parts.append(period)
    return ". ".join(p for p in parts if p)


def _join(*parts: str, by: str = "\n") -> str:
    return by.join(p for p in parts if p)


def _passage(report: Report, block: Block, start: int, end: int, context: str, locator: Locator) -> Passage:
    id = content_id("p", block.id, start, end)
    text = block.text[start:end]
    return Passage(id, report.id, text, context, locator, block.kind.value, report.period, report.place)


def spans(text: str) -> list[tuple[int, int]]:
    """Where the passages of a text begin and end: whole sentences while they fit, long ones cut at clauses or words."""
    pieces: list[tuple[int, int, bool]] = []
    for start, end in sentences(text):
        if _words(text, start, end) <= MOST:
            pieces.append((start, end, True))
        else:
            pieces += [(s, e, False) for s, e in _cut(text, start, end)]
    out: list[tuple[int, int]] = []
    count = 0
    for i, (start, end, whole) in enumerate(pieces):
        size = _words(text, start, end)
        joined = out and _words(text, out[-1][0], end)
        left = _words(text, start, pieces[min(i + 20, len(pieces) - 1)][1])
        room = joined and joined <= MOST and count < MOST_SENTENCES
        # A short remainder goes with what it follows rather than alone.
        if room and (_words(text, *out[-1]) + size <= AIM or left < 20 or _words(text, *out[-1]) < 20):
            out[-1] = (out[-1][0], end)
            count += whole
        else:
            out.append((start, end))
            count = 1
    return out


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in clauses(text, start, end):
        at = first
        while _is_long(text, at, last):
            cut = _after_words(text, at, last, AIM)
            yield at, cut
            at = cut
            while at < last and text[at].isspace():
                at += 1
        if at < last:
            yield at, last


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _is_long(text: str, start: int, end: int) -> bool:
    """Whether there are more words than a passage holds; looks no further than it must."""
    reach = start + 40 * MOST
    return end > reach or len(text[start:end].split()) > MOST


def _after_words(text: str, start: int, end: int, count: int) -> int:
    """The end of the word number `count` from `start`, or of the comma that ends a phrase shortly before it."""
    at, comma = start, 0
    for n in range(count):
        while at < end and text[at].isspace():
            at += 1
        while at < end and not text[at].isspace():
            at += 1
        if n > count // 2 and text[at - 1] in ",:":
            comma = at
    return comma or at


def _anchor_sentence(anchor: Block, number: int | None) -> str:
    """The sentence (or table row) that a footnote hangs on; a long one from its last clause."""
    mark = next((n for n in anchor.notes if n.number == number), None)
    if mark is None:
        return ""
    if anchor.table is not None:
        cell = next((c for c in anchor.table.cells if c.start <= mark.offset <= c.end), None)
        return cell.text if cell else ""
    for start, end in sentences(anchor.text):
        if start < mark.offset <= end:
            if _words(anchor.text, start, end) > 60:
                start, end = next(
                    (c for c in clauses(anchor.text, start, end) if c[0] < mark.offset <= c[1]), (start, end)
                )
            if _words(anchor.text, start, end) > 60:
                return " ".join(anchor.text[start : mark.offset].split()[-60:])
            return " ".join(anchor.text[start:end].split())
    return ""


def _rows(report: Report, block: Block, table: Table, above: tuple[str, str]) -> Iterator[Passage]:
    """One passage a row under the header; a row that spans the table is a heading of those under it."""
    by_row: dict[int, list[int]] = {}
    for i, cell in enumerate(table.cells):
        by_row.setdefault(cell.row, []).append(i)
    title = f"Bảng {table.number}: {table.title}" if table.title else f"Bảng {table.number}"
    group = ""
    for row in range(table.header_rows, table.rows):
        cells = [table.cells[i] for i in by_row.get(row, [])]
        filled = [c for c in cells if c.text]
        if not filled:
            continue
        heading = len(filled) == 1 and (filled[0].columns >= table.width > 1)
        if heading:
            group = filled[0].text
        start, end = filled[0].start, filled[-1].end
        pairs = "; ".join(
            f"{table.columns[c.column]}: {c.text}" for c in filled if table.columns[c.column] and not heading
        )
        context = _join(*above, title, "" if heading else group, pairs)
        at = locate(report, block, start, end, row=row)
        yield _passage(report, block, start, end, context, at)

"""Sheets to a Flow: tables, notes and furniture told apart, then everything joined over the page breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.flow import FlowBuilder
from ingest.readers.layout.columns import Beside, find_columns
from ingest.readers.layout.furniture import without_furniture
from ingest.readers.layout.joined import GridDraft, Slot, join_grids
from ingest.readers.layout.lines import Line, gather
from ingest.readers.layout.notes import Candidate, NoteDraft, candidates, choose_markers, foot_of, split_notes
from ingest.readers.layout.paragraphs import Column, Draft, Joiner, measure, starts_item
from ingest.readers.layout.ruled import Lattice, find_lattices
from ingest.readers.layout.sheet import Rule, Sheet
from ingest.readers.layout.writing import write_grid, write_note, write_paragraph

Piece = Draft | GridDraft


@dataclass(slots=True)
class _Page:
    """A page in the making."""

    sheet: Sheet
    lines: list[Line]
    lattices: list[Lattice]
    rules: list[Rule]
    foot: list[Line]


def lay_out(sheets: Sequence[Sheet], builder: FlowBuilder) -> None:
    """Add the pieces and notes of a file's sheets, in order, to the builder."""
    pages = []
    for sheet in sheets:
        lattices, words, rules = find_lattices(sheet)
        pages.append(_Page(sheet, gather(words, sheet), lattices, rules, []))
    for page, lines in zip(pages, without_furniture([p.lines for p in pages]), strict=True):
        page.lines = lines
    body = _body_size(pages)
    columns = _columns(pages, body)
    notes = _notes(pages, body, columns)
    pieces: list[Piece] = []
    for index, page in enumerate(pages):
        column = columns[_shape(page.sheet)]
        _add(pieces, _pieces_of(page, column, index == 0), column)
    order: list[Candidate] = []
    for piece in pieces:
        if isinstance(piece, Draft):
            order += candidates(piece.lines, len(order))
        else:
            for slot in piece.slots:
                order += candidates(slot.lines, len(order))
    markers = choose_markers(notes, order)
    for piece in pieces:
        if isinstance(piece, GridDraft):
            builder.pieces.append(write_grid(piece, markers))
        else:
            paragraph = write_paragraph(piece, markers)
            if paragraph.text:
                builder.pieces.append(paragraph)
    builder.notes.extend(write_note(note) for note in notes)


def _shape(sheet: Sheet) -> tuple[int, int]:
    return round(sheet.width / 10), round(sheet.height / 10)


def _body_size(pages: Sequence[_Page]) -> float:
    """The size most of the text outside tables and above the rules of footnotes is set in.

    Some reports say more in their notes than over them.
    """
    sizes: Counter[float] = Counter()
    below: Counter[float] = Counter()
    for page in pages:
        width, height = page.sheet.width, page.sheet.height
        short = [r.y0 for r in page.rules if 30 < r.x1 - r.x0 < 0.55 * width and r.x0 < 0.25 * width]
        end = max((y for y in short if y > 0.15 * height), default=height)
        for line in page.lines:
            counted = sizes if line.baseline <= end else below
            counted[line.size] += sum(len(w.text) for w in line.words)
    counted = sizes or below
    return max(counted, key=lambda s: counted[s]) if counted else 0.0


def _columns(pages: Sequence[_Page], body: float) -> dict[tuple[int, int], Column]:
    """The text column of each shape of page."""
    lines: dict[tuple[int, int], list[Line]] = {}
    for page in pages:
        kept = lines.setdefault(_shape(page.sheet), [])
        kept.extend(line for line in page.lines if line.size > 0.9 * body or not body)
        if not kept:
            kept.extend(page.lines)
    return {shape: measure(found) for shape, found in lines.items()}


def _notes(pages: Sequence[_Page], body: float, columns: dict[tuple[int, int], Column]) -> list[NoteDraft]:
    """Takes the footnote blocks off the pages and gives their notes, those cut by a page break joined."""
    notes: list[NoteDraft] = []
    expected = 1
    for page in pages:
        column = columns[_shape(page.sheet)]
        floor = max((t.ys[-1] for t in page.lattices), default=0.0)
        low = [line for line in page.lines if line.baseline > floor]
        before = _foot_before(notes, page.sheet.page)
        start = foot_of(low, [r for r in page.rules if r.y0 > floor - 2], body, column.left, expected, before)
        page.foot = low[start:]
        if not page.foot:
            continue
        gone = {id(line) for line in page.foot}
        page.lines = [line for line in page.lines if id(line) not in gone]
        rest, found = split_notes(page.foot, expected)
        if rest and notes:
            notes[-1].lines.extend(rest)
        elif rest:
            page.lines.extend(rest)
        notes.extend(found)
        if notes and notes[-1].label.isdigit():
            expected = int(notes[-1].label) + 1
    return notes


def _foot_before(notes: Sequence[NoteDraft], page: int) -> str:
    """The last line of the notes at the foot of the page before `page`; "" where it has none."""
    last = notes[-1].lines[-1] if notes else None
    return last.text if last is not None and last.sheet.page == page - 1 else ""


def _pieces_of(page: _Page, column: Column, first: bool) -> list[Piece]:
    """The pieces of one page from the top down."""
    middle = (column.left + column.right) / 2
    items: list[tuple[float, Line | Beside | Lattice]] = [(t.ys[0], t) for t in page.lattices]
    stretches: list[list[Line]] = [[]]
    tops = sorted(t.ys[0] for t in page.lattices)
    for line in page.lines:
        while tops and line.baseline > tops[0]:
            tops.pop(0)
            stretches.append([])
        stretches[-1].append(line)
    for number, stretch in enumerate(stretches):
        for found in find_columns(stretch, first and number == 0, middle):
            items.append((found.y0, found))
    items.sort(key=lambda item: item[0])
    joiner = Joiner(column)
    pieces: list[Piece] = []
    run: list[Line] = []
    for _, item in items:
        if isinstance(item, Line):
            run.append(item)
            continue
        pieces.extend(joiner.paragraphs(run))
        run = []
        pieces.append(
            _lattice_draft(item, page.sheet) if isinstance(item, Lattice) else _beside_draft(item, page.sheet)
        )
    pieces.extend(joiner.paragraphs(run))
    return pieces


def _lattice_draft(lattice: Lattice, sheet: Sheet) -> GridDraft:
    slots = []
    for f in lattice.frames:
        lines = gather(f.words, sheet) if f.words else []
        high = lattice.ys[f.row + f.rows] - lattice.ys[f.row]
        full = bool(lines) and high - (lines[-1].y1 - lines[0].y0) < 0.9 * lines[-1].size
        slots.append(Slot(f.row, f.column, f.rows, f.columns, lines, full))
    return GridDraft(sheet.page, slots, len(lattice.ys) - 1, len(lattice.xs) - 1, list(lattice.xs), True)


def _beside_draft(beside: Beside, sheet: Sheet) -> GridDraft:
    slots = [Slot(r, k, 1, 1, list(cell)) for r, row in enumerate(beside.rows) for k, cell in enumerate(row)]
    return GridDraft(sheet.page, slots, len(beside.rows), len(beside.rows[0]), list(beside.xs), False)


def _add(pieces: list[Piece], more: list[Piece], column: Column) -> None:
    """Puts the pieces of the next page behind, joining a paragraph or a table that the page break cut."""
    if pieces and more:
        last, first = pieces[-1], more[0]
        if isinstance(last, Draft) and isinstance(first, Draft):
            joiner = Joiner(column)
            line = first.lines[0]
            if not starts_item(line) and not joiner.begins(last, line, over_break=True):
                last.lines.extend(first.lines)
                more = more[1:]
        elif isinstance(last, GridDraft) and isinstance(first, GridDraft) and join_grids(last, first):
            more = more[1:]
    pieces.extend(more)

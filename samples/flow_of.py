"""A document as the Flow that a faultless reader would hand over: for tests and benchmarks that need no file."""

from __future__ import annotations

from assistant.document import Cell, Document, Heading, Note, Paragraph, Piece, Run, Table
from assistant.document.frame import ROMAN
from ingest.flow import Flow, Grid, GridCell, Mark
from ingest.flow import Note as FlowNote
from ingest.flow import Paragraph as FlowParagraph


def flow_of(document: Document) -> Flow:
    """The Flow of title, body and appendices, footnotes numbered in order; letterhead and signature as plain lines."""
    letterhead = document.letterhead
    notes: list[FlowNote] = []
    pieces: list[FlowParagraph | Grid] = [
        _line(f"{letterhead.superior} {letterhead.issuer}".strip().replace("\n", " ").upper(), bold=True),
        _line(f"Số: {letterhead.number or '      '}/{letterhead.symbol}"),
    ]
    if letterhead.day:
        day = letterhead.day
        pieces.append(_line(f"{letterhead.place}, ngày {day.day:02d} tháng {day.month} năm {day.year}", italic=True))
    pieces += [_line(letterhead.kind.upper(), bold=True), _line(letterhead.subject, bold=True)]
    pieces += [_line(f"Kính gửi: {addressee}") for addressee in letterhead.addressees]
    pieces += [_piece(piece, notes) for piece in document.body]
    pieces += [_line("Nơi nhận:", bold=True, italic=True), *(_line(f"- {r};") for r in document.recipients)]
    pieces += [_line(line, bold=True) for line in (*document.signature.lines, document.signature.name)]
    for index, appendix in enumerate(document.appendices):
        label = "Phụ lục" if len(document.appendices) == 1 else f"Phụ lục {ROMAN[index]}"
        pieces += [_line(label, bold=True), _line(appendix.title.upper(), bold=True)]
        pieces += [_piece(piece, notes) for piece in appendix.pieces]
    return Flow("docx", tuple(pieces), tuple(notes))


def _line(text: str, *, bold: bool = False, italic: bool = False) -> FlowParagraph:
    return FlowParagraph(text, bold=bold, italic=italic, centered=True)


def _piece(piece: Piece, notes: list[FlowNote]) -> FlowParagraph | Grid:
    if isinstance(piece, Heading):
        text = piece.text.upper() if piece.level == 1 else piece.text
        return FlowParagraph(text, bold=piece.level < 4, outline=piece.level)
    if isinstance(piece, Table):
        return _grid(piece)
    return _paragraph(piece, notes)


def _paragraph(paragraph: Paragraph, notes: list[FlowNote]) -> FlowParagraph:
    text = ""
    marks = []
    for part in paragraph.content:
        if isinstance(part, Note):
            notes.append(FlowNote(str(len(notes) + 1), part.text))
            marks.append(Mark(len(text), str(len(notes))))
        else:
            text += part.text if isinstance(part, Run) else part
    return FlowParagraph(text, marks=tuple(marks))


def _grid(table: Table) -> Grid:
    width = len(table.widths)
    found: list[GridCell] = []
    covered: set[tuple[int, int]] = set()
    codes: list[tuple[str | Cell, ...]] = [table.codes] if table.codes else []
    rows: list[tuple[str | Cell, ...]] = [*table.header, *codes, *table.rows]
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in covered:
                column += 1
            text, down, across = (cell, 1, 1) if isinstance(cell, str) else (cell.text, cell.rows, cell.columns)
            found.append(GridCell(row, column, text, down, across, bold=row < len(table.header)))
            covered |= {(row + i, column + j) for i in range(down) for j in range(across)}
            column += across
    return Grid(tuple(found), len(rows), width, header_rows=len(table.header))

"""The evidence as a chat model is shown it: numbered, with its place, a table's row under the names of its columns.

A quote of a table is bare numbers; nobody could tell which is which. What is shown stays within a number of
characters, so that question, evidence and reply fit the context window of a small model.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.claims import Citation
from ingest.report import Cell, Report, Table

ROOM = 3_000  # characters of evidence; with prompt and reply about 2,000 tokens of Vietnamese


def brief(
    citations: Sequence[Citation], report_of: Callable[[str], Report], least: int, room: int = ROOM
) -> tuple[str, tuple[Citation, ...]]:
    """The lines of the first citations that find room, and these; nothing where not even the first `least` do."""
    several = len({c.locator.report for c in citations}) > 1
    lines: list[str] = []
    for citation in citations:
        line = _line(citation, report_of, several)
        if sum(map(len, lines)) + len(lines) + len(line) > room:
            break
        lines.append(line)
    if len(lines) < least:
        return "", ()
    return "\n".join(lines), tuple(citations[: len(lines)])


def _line(citation: Citation, report_of: Callable[[str], Report], several: bool) -> str:
    report = report_of(citation.locator.report)
    where = citation.locator.label
    if several:
        where = ", ".join(part for part in (report.place, report.period, where) if part)
    return f"[{citation.key}] ({where}) {_row(citation, report) or citation.quote}"


def _row(citation: Citation, report: Report) -> str:
    """The cells of a quoted row, each behind its column's name; "" where the quote is no row of a table."""
    cells, _ = _cells(citation, report)
    whole = columns(citation, report)
    last = [name.rpartition(" › ")[2] for name in whole]  # the header levels above only where two would read alike
    names = last if len(set(last)) == len(last) else whole
    told = ((name, " ".join(cell.text.split())) for name, cell in zip(names, cells, strict=True))
    return " | ".join(f"{name}: {text}" if name else text for name, text in told)


def columns(citation: Citation, report: Report) -> list[str]:
    """The names of the columns of a quoted row, none where the quote is no row of a table."""
    cells, table = _cells(citation, report)
    return [table.columns[cell.column] for cell in cells] if table else []


def _cells(citation: Citation, report: Report) -> tuple[list[Cell], Table | None]:
    place, block = citation.locator.table, report.block(citation.locator.block)
    if place is None or place.row is None or block.table is None:
        return [], None
    start, end = citation.locator.start, citation.locator.end
    row = block.table.row(place.row + block.table.header_rows - 1)
    return [c for c in row if start <= c.start and c.end <= end and c.text.strip()], block.table

"""Plain text: well-behaved, or as careless tools take it out of a PDF. Bytes become a Flow."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.errors import UnreadableFile
from ingest.flow import Flow, FlowBuilder, Grid, Paragraph, Progress, silent
from ingest.language.legacy import decode_legacy, looks_legacy
from ingest.language.repair import repair
from ingest.readers.lines import APPENDIX, Line, full_width, join
from ingest.readers.textnotes import lift_notes
from ingest.readers.texttables import find_tables

_LINK = re.compile(r"<?(?:https?://|www\.)\S+>?")
_RULE = re.compile(r"[_\-–—=*. ]{5,}")
_PAGE_NUMBER = re.compile(r"[-–—]?\s*(?:Trang\s+)?(\d{1,4})(?:\s*/\s*\d{1,4})?\s*[-–—]?")

FEWEST_GOING_ON = 5
"""So many lines that go on with a sentence tell how the file's lines are spaced."""


def read_text(data: bytes, name: str, progress: Progress = silent) -> Flow:
    """The Flow of a text file. Page numbers are given where form feeds, or what is left of them, mark the pages.

    Raises: UnreadableFile where the bytes are no text or hold no words.
    """
    progress("read", 0, 1)
    text = decode(data, name)
    builder = FlowBuilder("text")
    lines, pages = _lines(text)
    if not lines:
        raise UnreadableFile(f"Tệp {name} không có chữ nào để đọc.")
    known = _pages_known(lines, pages, "\f" in text.rstrip("\f\n "))
    builder.pages = pages if known else None
    spaced = _blanks_part_paragraphs(lines)
    body, notes = lift_notes(_without_furniture(lines, pages), paged=known)
    pieces = _pieces(body, spaced)
    if not known:
        notes = [replace(note, page=None) for note in notes]
        pieces = [_unpaged(piece) for piece in pieces]
    builder.notes.extend(notes)
    builder.pieces.extend(pieces)
    progress("read", 1, 1)
    return builder.build()


def decode(data: bytes, name: str) -> str:
    """The text of some bytes: UTF-8, UTF-16 with or without a mark, Windows-1258, or a legacy Vietnamese code.

    Raises: UnreadableFile where they hold binary data.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    odd = data[1:400:2]
    if odd.count(0) > len(odd) * 0.3 and data[:400:2].count(0) == 0:
        return data.decode("utf-16-le", "replace")
    if data[:4096].count(0):
        raise UnreadableFile(f"Tệp {name} không phải là văn bản.", "Hãy lưu lại thành .docx, .pdf hoặc .txt (UTF-8).")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        if not looks_legacy(text):
            text = data.decode("cp1258", "replace")
    if looks_legacy(text):
        text = decode_legacy(text)
    return text


def _lines(text: str) -> tuple[list[Line], int | None]:
    """The lines that hold words, and the number of pages where it can be known."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    sheets = text.rstrip("\f\n ").split("\f")
    lines: list[Line] = []
    for page, sheet in enumerate(sheets, 1):
        blanks = gap = 0
        for raw in repair(sheet).split("\n"):
            words = raw.split()
            if not words:
                blanks += 1
                gap = max(gap, len(raw))
                continue
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(" ".join(words), page, blanks, gap, indent))
            blanks = gap = 0
    if len(sheets) > 1:
        return lines, len(sheets)
    return lines, _lost_form_feeds(lines)


def _lost_form_feeds(lines: list[Line]) -> int | None:
    """Numbers the pages where a form feed became a space: in double-spaced text, one space and no blank line before."""
    doubled = sum(1 for line in lines if line.blanks) > len(lines) * 0.5 and len(lines) > 30
    if not doubled:
        for line in lines:
            line.page = 1
        return None
    page = 1
    for before, line in itertools.pairwise(lines):
        if line.indent == 1 and not line.blanks and not re.fullmatch(r"\d{1,3}", before.text):
            page += 1
        line.page = page
    return page if page > 1 else None


def _pages_known(lines: Sequence[Line], pages: int | None, formfeeds: bool) -> bool:
    """Whether the page breaks found are all there are: none is missing before an appendix, no page is far too long."""
    if pages is None or formfeeds:
        return pages is not None
    missed = any(
        APPENDIX.match(line.text) and line.indent == 1 and line.blanks and before.page == line.page
        for before, line in itertools.pairwise(lines)
    )
    full = full_width(lines)
    sizes = sorted(Counter(line.page for line in lines if line.width > full * 0.8).values())
    return not missed and (len(sizes) < 3 or sizes[-1] <= 1.6 * sizes[len(sizes) // 2])


def _unpaged(piece: Paragraph | Grid) -> Paragraph | Grid:
    return replace(piece, page=None) if isinstance(piece, Grid) else replace(piece, page=None, boxes=())


def _blanks_part_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether a blank line means a new paragraph: not where the lines of one sentence are parted by them too."""
    if len(lines) < 4:
        return True
    going_on = [
        line for before, line in itertools.pairwise(lines) if line.text[0].islower() and before.text[-1].isalnum()
    ]
    if len(going_on) >= FEWEST_GOING_ON:
        return sum(1 for line in going_on if line.blanks) < len(going_on) * 0.5
    return sum(1 for line in lines[1:] if line.blanks) < len(lines) * 0.6


def _without_furniture(lines: list[Line], pages: int | None) -> list[Line]:
    """Without stray link addresses, rules, page numbers and the lines that head or foot every page."""
    first = {line.page: i for i, line in reversed(list(enumerate(lines)))}
    last = {line.page: i for i, line in enumerate(lines)}
    edges = Counter(lines[i].text for i in {*first.values(), *last.values()})
    repeated = {text for text, n in edges.items() if n >= 3 and pages and n > pages * 0.5}
    numbers = {
        i
        for places in (first, last)
        for page, i in places.items()
        if (m := _PAGE_NUMBER.fullmatch(lines[i].text)) and int(m[1]) in (page, page - 1)
    }
    confirmed = numbers if len(numbers) >= 2 else set()
    out: list[Line] = []
    gap = 0
    for i, line in enumerate(lines):
        edge = i in (first[line.page], last[line.page])
        if i in confirmed or (edge and line.text in repeated) or _LINK.fullmatch(line.text):
            continue
        if _RULE.fullmatch(line.text):
            # A rule may head the notes of a page.
            gap = max(gap, len(line.text) + line.gap)
            continue
        line.gap = max(line.gap, gap)
        gap = 0
        out.append(line)
    return out


def _pieces(lines: Sequence[Line], spaced: bool) -> list[Paragraph | Grid]:
    full = full_width(lines)
    pieces: list[Paragraph | Grid] = []
    done = 0
    for region in find_tables(lines, full):
        pieces += join(lines[done : region.start], full, spaced=spaced)
        pieces.append(region.grid)
        done = region.end
    return pieces + list(join(lines[done:], full, spaced=spaced))

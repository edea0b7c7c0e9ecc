"""The text that a careless tool takes from a PDF: what a reader of reports must be able to put right.

Lines are double-spaced, footnote markers stand alone on a line, the notes of a page cut the sentence that runs on,
tables are told line by line, the page number is lost, and in some bold headings ư comes out as ƣ. All of this was met
in real files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pdfplumber

RAISED = 9.0  # smaller than this is a footnote marker: notes are set in 10 pt, tables in 12
NOTE = 11.0
NOTE_RULE = " " * 49
TOP_MARGIN = 50.0
GAP = 15.0  # points: two columns side by side run into one line
SPOIL = str.maketrans("ưƯ", "ƣƢ")

Char = dict[str, Any]


@dataclass(slots=True)
class Line:
    """Characters on one base line, and what stands raised among them."""

    chars: list[Char] = field(default_factory=list)

    @property
    def top(self) -> float:
        """Distance from the top of the page, in points."""
        return float(self.chars[0]["top"])

    @property
    def text(self) -> str:
        """The characters in order, markers included."""
        return "".join(c["text"] for c in self.chars)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all("Bold" in c["fontname"] for c in self.chars if c["text"].strip())

    @property
    def size(self) -> float:
        """The largest size on the line, in points."""
        return float(max(c["size"] for c in self.chars))


def careless_text(pdf: Path, spoiled: Iterable[str], *, letterhead: bool) -> str:
    """The text of a PDF with its traps: `spoiled` headings lose their ư, the letterhead is kept or lost."""
    headings = [" ".join(heading.split()) for heading in spoiled]
    out: list[str] = []
    with pdfplumber.open(pdf) as document:
        for number, page in enumerate(document.pages):
            start = len(out)
            tables = [t for t in page.find_tables() if len(t.cells) > 4]
            chars = [c for c in page.chars if c["top"] > TOP_MARGIN]
            boxes = [t.bbox for t in tables]
            free = [c for c in chars if not any(_inside(c, box) for box in boxes)]
            blocks: list[tuple[float, list[str]]] = []
            notes: list[str] = []
            cut = _first_rule_end(page) if number == 0 and not letterhead else 0.0
            for line in _lines(free):
                if line.top < cut:
                    continue
                if line.size < NOTE and line.top > page.height / 4 and not _in_recipients(line):
                    notes += _note_lines(line)
                    continue
                blocks.append((line.top, _body_lines(line, headings)))
            for table in tables:
                blocks.append((table.bbox[1], _table_lines(page, table, headings)))
            for _, lines in sorted(blocks, key=lambda b: b[0]):
                out += lines
            if notes:
                out += [NOTE_RULE, *notes]
            if len(out) > start:
                out[start] = " " + out[start].lstrip()
    return "\n".join(out) + "\n"


def _lines(chars: list[Char]) -> list[Line]:
    lines: list[Line] = []
    for char in sorted((c for c in chars if c["size"] >= RAISED), key=lambda c: (round(c["bottom"]), c["x0"])):
        if lines and abs(lines[-1].chars[0]["bottom"] - char["bottom"]) < 3:
            lines[-1].chars.append(char)
        else:
            lines.append(Line([char]))
    for char in (c for c in chars if c["size"] < RAISED and c["text"].strip()):
        near = [line for line in lines if line.chars[0]["top"] - 3 <= char["top"] <= line.chars[0]["bottom"]]
        if near:
            near[0].chars.append(char)
    for line in lines:
        line.chars.sort(key=lambda c: c["x0"])
    return [line for line in lines if line.text.strip()]


def _pieces(line: Line) -> list[str]:
    """The line's text, parted where a raised marker stands."""
    pieces = [""]
    raised = False
    end: float | None = None
    for char in line.chars:
        now = char["size"] < RAISED
        if now != raised and (pieces[-1] or now):
            pieces.append("")
        raised = now
        if end is not None and char["x0"] - end > GAP:
            pieces[-1] += "     "
        end = char["x1"]
        pieces[-1] += char["text"]
    return [piece for piece in pieces if piece]


def _body_lines(line: Line, headings: list[str]) -> list[str]:
    text = line.text.strip()
    if line.bold and any(" ".join(text.split()) in heading for heading in headings):
        return [text.translate(SPOIL) + " ", ""]
    pieces = _pieces(line)
    return [*(piece if piece.isdigit() else piece.rstrip() for piece in pieces[:-1]), pieces[-1].rstrip() + " ", ""]


def _note_lines(line: Line) -> list[str]:
    pieces = [piece.rstrip() for piece in _pieces(line)]
    if pieces[0].strip().isdigit():
        return [pieces[0].strip(), *(" " + piece.strip() for piece in pieces[1:])]
    return [" ".join(pieces)]


def _table_lines(page: Any, table: Any, headings: list[str]) -> list[str]:
    out: list[str] = []
    for row in table.rows:
        cells = [_lines([c for c in page.chars if _inside(c, box)]) for box in row.cells if box]
        texts = [[line.text.strip() for line in lines] for lines in cells]
        if any(line.bold for lines in cells for line in lines) and sum(len(t) > 1 for t in texts) > 0:
            for lines, text in zip(cells, texts, strict=True):
                spoil = bool(headings) and any(line.bold for line in lines)
                out += [t.translate(SPOIL) if spoil else t for t in text] + [""]
        else:
            filled = [text for text in texts if text]
            out.append(" ".join(text[0] for text in filled))
            for text in filled:
                out += ["", *text[1:]] if len(text) > 1 else []
            out.append("")
    return out


def _inside(char: Char, box: tuple[float, float, float, float]) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _first_rule_end(page: Any) -> float:
    """Where the line of type ends: what stands above the title is lost."""
    for line in _lines([c for c in page.chars if c["top"] > TOP_MARGIN]):
        if line.text.strip() == "BÁO CÁO":
            return line.top + 5
    return 0.0


def _in_recipients(line: Line) -> bool:
    return line.text.lstrip().startswith("- ") or line.size >= NOTE

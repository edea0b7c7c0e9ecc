"""Text with its truth marked where it stands.

`[21.846|hồ sơ|hồ sơ TTHC tiếp nhận|scope=cấp xã]` is a figure: as printed, unit, indicator, then what differs from
the report's own period and scope. `{key|Kế hoạch số …}` names a cited document, `^{tthc}` hangs a footnote. Whoever
writes a sentence marks it; no program of the product has a part in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

MARK = re.compile(r"\[(?P<figure>[^\[\]]+)\]|\^\{(?P<note>\w+)\}|\{(?P<document>\w+)\|(?P<words>[^{}]+)\}")
THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")


@dataclass(frozen=True, slots=True)
class MarkedFigure:
    """A figure: `at` is the offset of its digits in the plain text."""

    text: str
    unit: str
    indicator: str
    at: int
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def value(self) -> Decimal:
        """The value: "21.846" is 21846, "95,5" is 95.5, "17/19" is 17."""
        return value_of(self.text)


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A cited document's key and the words that name it, from `start` to `end`."""

    key: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """The plain text, and what was marked in it; `notes` are (offset, key) of the footnotes."""

    text: str
    figures: tuple[MarkedFigure, ...]
    documents: tuple[MarkedDocument, ...]
    notes: tuple[tuple[int, str], ...]


def value_of(printed: str) -> Decimal:
    """The number that a Vietnamese report prints so; of "17/19" the first."""
    first = printed.split("/")[0].strip().rstrip("%").strip()
    if THOUSANDS.fullmatch(first):
        return Decimal(first.replace(".", ""))
    return Decimal(first.replace(".", "").replace(",", ".") if "," in first else first)


def read(marked: str) -> Marked:
    """Parts a marked text. Raises: ValueError where a figure's mark lacks its unit or indicator."""
    out: list[str] = []
    length = 0
    figures, documents, notes = [], [], []
    last = 0

    def put(text: str) -> None:
        nonlocal length
        out.append(text)
        length += len(text)

    for match in MARK.finditer(marked):
        put(marked[last : match.start()])
        last = match.end()
        if match["note"]:
            notes.append((length, match["note"]))
        elif match["document"]:
            documents.append(MarkedDocument(match["document"], match["words"], length, length + len(match["words"])))
            put(match["words"])
        else:
            text, *rest = match["figure"].split("|")
            if len(rest) < 2:
                raise ValueError(f"a figure needs its unit and indicator: {match[0]}")
            extra = dict(pair.split("=", 1) for pair in rest[2:])
            figures.append(MarkedFigure(text, rest[0], rest[1], length, extra))
            put(text)
    put(marked[last:])
    return Marked("".join(out), tuple(figures), tuple(documents), tuple(notes))

"""Citing: quotes get their keys, claims their quotes, and long sentences the part that matters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.claims import Calculation, Citation, Claim
from assistant.compose.wording import SAYS
from assistant.statements import ReportIndex, Statement
from ingest.report import Block, locate, quote_at

_WORD = re.compile(r"\w+")
_QUOTING = tuple(f"{said}: “" for said in SAYS.values())
EXCERPT = 48  # words of a quote that are shown in the answer itself


@dataclass(slots=True)
class Draft:
    """An answer in the making: claims with keys, their citations, a calculation, notes."""

    claims: list[Claim] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    calculation: Calculation | None = None
    notes: list[str] = field(default_factory=list)

    def cite(self, index: ReportIndex, block: Block, start: int, end: int, row: int | None = None) -> int:
        """The key of a quote; the same place is cited once."""
        locator = locate(index.report, block, start, end, row=row)
        for citation in self.citations:
            if citation.locator == locator:
                return citation.key
        key = len(self.citations) + 1
        self.citations.append(Citation(key, quote_at(block, start, end), locator))
        return key

    def cite_statement(self, index: ReportIndex, statement: Statement) -> int:
        """The key of a statement's own words."""
        return self.cite(index, statement.block, statement.start, statement.end, statement.row)

    def say(self, text: str, *keys: int) -> None:
        """Adds a claim."""
        self.claims.append(self.claim(text, *keys))

    @staticmethod
    def claim(text: str, *keys: int) -> Claim:
        """A claim that cites each key once."""
        return Claim(text, tuple(dict.fromkeys(keys)))

    def shorten(self, most: int) -> None:
        """Drops quotes of places that another claim cites, from the end, until the answer has at most `most` words.

        A quote that is dropped stays where its citation points; what the answer says of its own stays.
        """
        while len(_WORD.findall(self.text)) > most:
            quotes = [
                i
                for i, claim in enumerate(self.claims)
                if i
                and claim.text.startswith(_QUOTING)
                and set(claim.keys) <= {k for j, other in enumerate(self.claims) if j != i for k in other.keys}
            ]
            if not quotes:
                return
            del self.claims[quotes[-1]]

    @property
    def text(self) -> str:
        """The answer as one text, each claim followed by its keys."""
        parts = []
        for claim in self.claims:
            marks = "".join(f" [{k}]" for k in claim.keys)
            stop = claim.text[-1:] if claim.text[-1:] in ".;:" else ""
            body = claim.text[:-1] if stop else claim.text
            parts.append(f"{body}{marks}{stop or '.'}")
        return " ".join(parts)


def excerpt(statement: Statement, at: int | None = None, words: int = EXCERPT) -> str:
    """The verbatim quote, or of a long one the parts around offset `at` between commas, cuts shown as "…"."""
    quote = statement.quote
    if len(quote.split()) <= words:
        return quote.rstrip(" ;,.")
    text = statement.block.text[statement.start : statement.end]
    parts: list[tuple[int, int]] = []
    start = 0
    for offset, char in enumerate(text):
        if (char in ",;" and text[offset + 1 : offset + 2].isspace()) or char == "\t":
            parts.append((start, offset))
            start = offset + 1
    parts.append((start, len(text)))
    target = (at - statement.start) if at is not None else 0
    centre = next((i for i, (a, b) in enumerate(parts) if a <= target <= b), 0)
    first = last = centre

    def size(a: int, b: int) -> int:
        return len(text[parts[a][0] : parts[b][1]].split())

    while True:
        grown = False
        if first > 0 and size(first - 1, last) <= words:
            first, grown = first - 1, True
        if last + 1 < len(parts) and size(first, last + 1) <= words:
            last, grown = last + 1, True
        if not grown:
            break
    piece = " ".join(text[parts[first][0] : parts[last][1]].split()).rstrip(" ;,.")
    if len(piece.split()) > words * 1.2:
        local = max(0, target - parts[first][0])
        before = text[parts[first][0] : parts[first][0] + local].split()[-words // 2 :]
        after = text[parts[first][0] + local : parts[last][1]].split()[: words // 2]
        piece = " ".join(before + after)
        return f"…{piece}…"
    return f"{'…' if first else ''}{piece}{'…' if last + 1 < len(parts) else ''}"

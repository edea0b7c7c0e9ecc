"""Citing: quotes get their keys, claims their quotes, and long sentences the part that matters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from assistant.claims import Calculation, Citation, Claim
from assistant.compose.wording import SAYS
from assistant.evidence.statements import ReportIndex, Statement
from ingest.report import Block, locate, quote_at

_WORD = re.compile(r"\w+")
_QUOTING = tuple(f"{said}: “" for said in SAYS.values())
_NUMBER = re.compile(r"\d[\d.,/]*\d|\d")
_OPERAND = re.compile(r"\d+(?:\.\d+)?")
_NAMED = re.compile(r"“[^“”]{1,60}”")
LEAST_QUOTE = 14  # words, below which a quote says too little to be shown
LIST = 3  # statements, none of them a quote, from which they are a list
EXCERPT = 48  # words of a quote that are shown in the answer itself


@dataclass(slots=True)
class Draft:
    """An answer in the making: claims with keys, their citations, a calculation, notes; `lacks` are the parts of the
    question that no report tells; `whole` says that each part is told."""

    claims: list[Claim] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    calculation: Calculation | None = None
    notes: list[str] = field(default_factory=list)
    lacks: list[str] = field(default_factory=list)
    whole: bool = False

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

    def join(self, other: Draft) -> None:
        """Appends what another draft says; its citations are keyed anew, the same place is cited once. What it works
        out is a step before what this one does."""
        keys = {}
        for citation in other.citations:
            same = next((c.key for c in self.citations if c.locator == citation.locator), None)
            keys[citation.key] = same or len(self.citations) + 1
            if same is None:
                self.citations.append(replace(citation, key=keys[citation.key]))
        told = [self.claim(claim.text, *(keys[k] for k in claim.keys)) for claim in other.claims]
        self.claims += [c for c in told if c not in self.claims]  # of two parts each may be told by one line
        if other.calculation is not None:
            operands = tuple(replace(o, key=keys[o.key]) for o in other.calculation.operands)
            also = replace(other.calculation, operands=operands)
            self.calculation = also if self.calculation is None else both_worked_out(self.calculation, also)
        self.notes += [note for note in other.notes if note not in self.notes]

    @staticmethod
    def claim(text: str, *keys: int) -> Claim:
        """A claim that cites each key once."""
        return Claim(text, tuple(dict.fromkeys(keys)))

    @property
    def own(self) -> tuple[Claim, ...]:
        """The claims that say something of their own, quotes of the report aside."""
        return tuple(claim for claim in self.claims if not claim.text.startswith(_QUOTING))

    def shorten(self, most: int) -> None:
        """Cuts quotes of places that another claim cites, from the end, until the answer has at most `most` words.

        A quote is narrowed to the words around the figure that the answer leads with, or dropped where no room is left
        for it. It stays whole where its citation points; what the answer says of its own stays.
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
            last = quotes[-1]
            room = most - len(_WORD.findall(self.text)) + len(_WORD.findall(self.claims[last].text))
            if room < LEAST_QUOTE:
                del self.claims[last]
                continue
            claim = self.claims[last]
            opening, _, quote = claim.text.partition("“")
            said = next((m for m in _NUMBER.findall(self.claims[0].text) if m in quote), "")
            short = _window(quote.removesuffix("”"), said, room - len(_WORD.findall(opening)) - len(claim.keys))
            self.claims[last] = Claim(f"{opening}“{short}”", claim.keys)
            return

    @property
    def text(self) -> str:
        """The answer as one text, each claim followed by its keys."""
        parts = []
        for claim in self.claims:
            marks = "".join(f" [{k}]" for k in claim.keys)
            stop = claim.text[-1:] if claim.text[-1:] in ".;:" else ""
            body = claim.text[:-1] if stop else claim.text
            parts.append(f"{body}{marks}{stop or '.'}")
        return self.between.join(parts)

    @property
    def between(self) -> str:
        """What stands between two claims: of a list of statements, each is told on a line of its own."""
        return "\n" if len(self.claims) >= LIST and len(self.own) == len(self.claims) else " "


def both_worked_out(first: Calculation, other: Calculation) -> Calculation:
    """Two calculations as one, what the other works out a step before; the first alone where the same is worked out or
    a number of either is none of its operands (a mean's count, the days of a month), which the gate would not take."""
    same = other.value == first.value or other.formula in first.formula
    if same or "ngày" in {first.unit, other.unit} or not all(map(_of_operands, (first, other))):
        return first
    operands = (*first.operands, *(o for o in other.operands if o not in first.operands))
    return replace(first, formula=f"{other.formula} = {other.value:f}; {first.formula}", operands=operands)


def _of_operands(calculation: Calculation) -> bool:
    known = {o.value for o in calculation.operands} | {Decimal(100)}
    for step in calculation.formula.split(";"):
        left, _, right = step.partition("=")
        if not {Decimal(n) for n in _OPERAND.findall(left)} <= known:
            return False
        known |= {Decimal(n) for n in _OPERAND.findall(right)}
    return True


def _window(quote: str, said: str, most: int) -> str:
    """At most `most` words of a quote around the first that holds `said`, cuts shown as "…"."""
    words = quote.split()
    sizes = [len(_WORD.findall(word)) for word in words]
    centre = next((i for i, word in enumerate(words) if said and said in word), 0)
    first = last = centre
    while True:
        held = sum(sizes[first : last + 1])
        if last + 1 < len(words) and held + sizes[last + 1] <= most:
            last += 1
        elif first > 0 and held + sizes[first - 1] <= most:
            first -= 1
        else:
            break
        if first > 0 and sum(sizes[first - 1 : last + 1]) <= most:
            first -= 1
    piece = " ".join(words[first : last + 1]).strip("… ,;")
    cut_before, cut_after = first > 0 or quote.startswith("…"), last + 1 < len(words) or quote.endswith("…")
    return f"{'…' if cut_before else ''}{piece}{'…' if cut_after else ''}"


def clauses(statement: Statement) -> list[tuple[int, int]]:
    """The parts of a statement between its commas, semicolons and cells, as offsets into its text; a name in quotation
    marks stays whole."""
    text = statement.block.text[statement.start : statement.end]
    named = [m.span() for m in _NAMED.finditer(text)]
    parts: list[tuple[int, int]] = []
    start = 0
    for offset, char in enumerate(text):
        parted = char in ",;" and text[offset + 1 : offset + 2].isspace()
        if (parted and not any(a < offset < b for a, b in named)) or char == "\t":
            parts.append((start, offset))
            start = offset + 1
    parts.append((start, len(text)))
    return parts


def excerpt(statement: Statement, at: int | None = None, words: int = EXCERPT) -> str:
    """The verbatim quote, or of a long one the parts around offset `at` between commas, cuts shown as "…"."""
    if len(statement.quote.split()) <= words:
        return statement.quote.rstrip(" ;,.")
    parts = clauses(statement)
    text = statement.block.text[statement.start : statement.end]
    target = (at - statement.start) if at is not None else 0
    first = last = next((i for i, (a, b) in enumerate(parts) if a <= target <= b), 0)

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
    return cut(statement, parts[first][0], parts[last][1], target, words)


def cut(statement: Statement, start: int, end: int, target: int, words: int) -> str:
    """A piece of a statement by offsets into its text, cuts shown as "…"; one that is longer than a fifth over `words`
    is narrowed to the words around `target`."""
    text = statement.block.text[statement.start : statement.end]
    piece = " ".join(text[start:end].split()).rstrip(" ;,.")
    if len(piece.split()) > words * 1.2:
        local = max(0, target - start)
        before = text[start : start + local].split()[-words // 2 :]
        after = text[start + local : end].split()[: words // 2]
        return f"…{' '.join(before + after)}…"
    return f"{'…' if start else ''}{piece}{'…' if end < len(text) else ''}"

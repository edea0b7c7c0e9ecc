"""The gate: nothing passes that does not stand where its citation points.

The same gate stands behind answers composed from the report's words and behind those worded by a language model. Each
claim is checked by itself: its keys exist, its quotes are verbatim at their place, every number, date and document
number of it stands in one of its own quotes or in a calculation that our code did. What fails is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assistant.claims import Calculation, Citation, Claim
from ingest.language.dates import dates
from ingest.language.fold import fold
from ingest.report import Block, Report, quote_at

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MARKER = re.compile(r"\[\d+\]")
_DOCUMENT = re.compile(r"\d+[a-zđ]?(?:/\d{4})?[-/–][A-ZĐ][\w–&.-]*(?:[-/–][\w–&.]+)*")
_LIST_MARK = re.compile(r"(?:^|(?<=[\s;:.]))(?:\(?\d{1,2}[.)])(?=\s)")
_QUOTED = re.compile(r"“([^”]+)”")
_PLACE = re.compile(
    r"(?:mục|chú thích|phụ lục|bảng|dòng|section|footnote|appendix|table|row)\s+(?P<number>[IVXLC]+(?:\.\d+)*|"
    r"\d+(?:\.\d+)*)",
    re.IGNORECASE,
)
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A claim that was taken out, and why: one of the reasons below, with the words that failed."""

    claim: Claim
    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What passed and what did not."""

    passed: tuple[Claim, ...]
    refused: tuple[Refusal, ...]

    @property
    def clean(self) -> bool:
        """Whether everything passed."""
        return not self.refused


def values(text: str) -> set[Decimal]:
    """Every way in which the numbers of a text can be read: `29.264` is 29264 and, in English, 29.264."""
    found: set[Decimal] = set()
    for match in _NUMBER.finditer(_MARKER.sub(" ", text)):
        found |= readings(match[0])
    return found


def readings(printed: str) -> set[Decimal]:
    """The values a printed number may have: separators in groups of three digits, or a decimal point or comma."""
    possible: set[Decimal] = set()
    groups = re.split(r"[.,]", printed)
    if len(groups) == 1 or (all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3):
        possible.add(Decimal("".join(groups)))
    if len(groups) == 2:
        possible.add(Decimal(f"{groups[0]}.{groups[1]}"))
    elif len(groups) > 2:
        try:
            possible.add(Decimal("".join(groups[:-1]) + "." + groups[-1]))
        except InvalidOperation:  # pragma: no cover - digits only reach here
            pass
    return possible


def is_verbatim(citation: Citation, report: Report) -> bool:
    """Whether a quote stands, word for word, at the very place its locator names."""
    try:
        block: Block = report.block(citation.locator.block)
    except KeyError:
        return False
    return bool(citation.quote) and quote_at(block, citation.locator.start, citation.locator.end) == citation.quote


def check(
    claims: Sequence[Claim],
    citations: Sequence[Citation],
    calculation: Calculation | None,
    report_of: Callable[[str], Report],
) -> Verdict:
    """Checks every claim; see the module. `report_of` gives the report of an id and may raise KeyError."""
    sound: dict[int, str] = {}
    places: dict[int, str] = {}
    for citation in citations:
        try:
            report = report_of(citation.locator.report)
        except KeyError:
            continue
        if is_verbatim(citation, report):
            sound[citation.key] = citation.quote
            places[citation.key] = citation.locator.label
    if calculation is not None and not _adds_up(calculation, sound):
        calculation = None
    passed, refused = [], []
    for claim in claims:
        refusal = _refuse(claim, sound, places, calculation)
        if refusal is None:
            passed.append(claim)
        else:
            refused.append(refusal)
    return Verdict(tuple(passed), tuple(refused))


def _refuse(
    claim: Claim, sound: dict[int, str], places: dict[int, str], calculation: Calculation | None
) -> Refusal | None:
    missing = [k for k in claim.keys if k not in sound]
    if missing or not claim.keys:
        return Refusal(claim, "citation", ", ".join(map(str, missing)))
    quotes = [sound[k] for k in claim.keys]
    joined = "\n".join(quotes)
    for words in _QUOTED.findall(claim.text):
        pieces = [p.strip(" .,;:") for p in words.split(_CUT)]
        if not all(any(_tight(p) in _tight(q) for q in quotes) for p in pieces if p):
            return Refusal(claim, "quote", words)
    text = _PLACE.sub(lambda m: " " if _names(m, [places[k] for k in claim.keys]) else m[0], claim.text)
    text = _LIST_MARK.sub(" ", _MARKER.sub(" ", text))
    held_documents = {_document(d) for d in _DOCUMENT.findall(joined)}
    for printed in _DOCUMENT.findall(text):
        if _document(printed) not in held_documents and _document(printed) not in _document(joined):
            return Refusal(claim, "document", printed)
        text = text.replace(printed, " ")
    held_dates = {s.iso for s in dates(joined) if s.iso}
    for span in reversed(dates(text)):
        if span.iso:
            if span.iso not in held_dates:
                return Refusal(claim, "date", text[span.start : span.end])
            text = f"{text[: span.start]} {text[span.end :]}"
    computed = _calculated(calculation, claim.keys)
    for match in _NUMBER.finditer(text):
        if not readings(match[0]) & (values(joined) | computed):
            return Refusal(claim, "number", match[0])
        if not _unit_stands(text, match, joined) and not readings(match[0]) & computed:
            return Refusal(claim, "unit", text[match.start() : match.end() + 12])
    return None


def _names(match: re.Match[str], labels: list[str]) -> bool:
    """Whether words that name a place in the report ("mục IV.3", "footnote 7") name the place of a citation."""
    number = match["number"]
    return any(re.search(rf"(?<![\w.]){re.escape(number)}(?![\w.]\w)", label) for label in labels)


def _tight(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _document(text: str) -> str:
    return re.sub(r"\s+", "", fold(text))


def _unit_stands(text: str, match: re.Match[str], joined: str) -> bool:
    """A unit that the quotes know must follow the number there too: "79 hồ sơ" does not pass on "79 đơn"."""
    follows = re.match(r"\s*(%|[^\W\d_]+(?:\s+[^\W\d_]+)?)", text[match.end() :])
    if not follows:
        return True
    word = fold(follows[1].split()[0])
    units = {fold(m) for m in re.findall(r"\d\s*(%|[^\W\d_]+)", joined)}
    if word not in units:
        return True
    for other in _NUMBER.finditer(joined):
        if readings(other[0]) & readings(match[0]):
            after = re.match(r"\s*(%|[^\W\d_]+)", joined[other.end() :])
            if after is None or fold(after[1]) == word or fold(after[1]) not in units:
                return True
    return False


def _calculated(calculation: Calculation | None, keys: Iterable[int]) -> set[Decimal]:
    if calculation is None or not {o.key for o in calculation.operands} & set(keys):
        return set()
    steps = {
        v
        for step in calculation.formula.split(";")
        for side in step.split("=")[1:]
        if (v := work_out(side)) is not None
    }
    return {calculation.value, abs(calculation.value), *(o.value for o in calculation.operands), *steps}


def _adds_up(calculation: Calculation, sound: dict[int, str]) -> bool:
    """Whether each operand stands in its quote and the formula, worked out anew, gives the value.

    A formula may have steps, "23 + 86 = 109; 109 - 100": each step but the last gives its result, and is checked as well.
    """
    for operand in calculation.operands:
        if operand.key not in sound or operand.value not in values(sound[operand.key]):
            return False
    *steps, last = calculation.formula.split(";")
    known = {o.value for o in calculation.operands}
    for step in steps:
        left, _, right = step.partition("=")
        result = work_out(right)
        if result is None or work_out(left) != result:
            return False
        known.add(result)
    if not all(Decimal(n) in known for n in re.findall(r"\d+(?:\.\d+)?", last)) and steps:
        return False
    return work_out(last) == calculation.value


_TERM = re.compile(r"\s*(\d+(?:\.\d+)?|[-+×÷*/()%])\s*")


def work_out(formula: str) -> Decimal | None:
    """The value of a formula of numbers, + − × ÷ and brackets, rounded to two decimals after a division; None if malformed."""
    parts: list[str] = []
    at = 0
    text = formula.replace("−", "-").replace("×", "*").replace("÷", "/")
    while at < len(text):
        match = _TERM.match(text, at)
        if match is None:
            return None
        parts.append(match[1])
        at = match.end()
    position = 0

    def atom() -> Decimal | None:
        nonlocal position
        if position >= len(parts):
            return None
        part = parts[position]
        position += 1
        if part == "(":
            inner = total()
            if inner is None or position >= len(parts) or parts[position] != ")":
                return None
            position += 1
            return inner
        return Decimal(part) if part[0].isdigit() else None

    def product() -> Decimal | None:
        nonlocal position
        value = atom()
        while value is not None and position < len(parts) and parts[position] in "*/":
            operator = parts[position]
            position += 1
            other = atom()
            if other is None or (operator == "/" and not other):
                return None
            value = value * other if operator == "*" else value / other
        return value

    def total() -> Decimal | None:
        nonlocal position
        value = product()
        while value is not None and position < len(parts) and parts[position] in "+-":
            operator = parts[position]
            position += 1
            other = product()
            if other is None:
                return None
            value = value + other if operator == "+" else value - other
        return value

    result = total()
    if result is None or position != len(parts):
        return None
    return result.quantize(Decimal("0.01")).normalize() + 0 if "/" in parts else result

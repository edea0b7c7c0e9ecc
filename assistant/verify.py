"""The gate: nothing passes that does not stand where its citation points.

The same gate stands behind answers composed from the report's words and behind those worded by a language model. Each
claim is checked by itself: its keys exist, its quotes are verbatim at their place, every number, date and document
number of it stands in one of its own quotes or in a calculation that our code did. What fails is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.claims import Calculation, Citation, Claim
from assistant.printed import NUMBER, alike, plainly, readings, spelled, unit_behind, values
from ingest.language.dates import dates
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.report import Block, Report, quote_at

__all__ = ["Refusal", "Verdict", "check", "is_verbatim", "values", "work_out"]

_MARKER = re.compile(r"\[\d+\]")
_DOCUMENT = re.compile(r"(?:\d{1,3}\.)?\d+[a-zđ]?(?:/\d{4})?[-/–][A-ZĐ][\w–&.-]*(?:[-/–][\w–&.]+)*")
_LIST_MARK = re.compile(r"(?:^|(?<=[;:.\n])|(?<=[;:.\n]\s))\(?(?P<number>\d{1,2})[.)](?=\s)")
_LINK = re.compile(r"\w+://\S+|\bwww\.\S+|\S+@\S+\.\w+|<\s*/?\w[^>]*>|\]\(\S*\)")
_PLACE = guarded(
    r"(?P<kind>mục|chú thích|phụ lục|bảng|dòng|section|footnote|appendix|table|row)\s+"
    r"(?P<number>(?:[IVXLC]+|\d+)(?:\.(?:\d+|[a-zđ]))*)(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
_PLACES = {"section": "mục", "footnote": "chú thích", "appendix": "phụ lục", "table": "bảng", "row": "dòng"}
_QUOTES = {"“": "”", "«": "»", '"': '"'}
_CONSTANTS = frozenset({Decimal(0), Decimal(1), Decimal(100)})  # counts, and what makes a share a percentage
_MONTH_LENGTHS = frozenset(map(Decimal, range(28, 32)))  # between a day of one month and one of another
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
    for words in quoted(claim.text):
        if not any(_holds(q, words) for q in quotes):
            return Refusal(claim, "quote", words)
    for link in _LINK.finditer(claim.text):
        if link[0] not in joined:
            return Refusal(claim, "link", link[0])
    joined = plainly(joined)
    labels = [places[k] for k in claim.keys]
    text = _PLACE.sub(lambda m: " " if _names(m, labels) else m[0], plainly(claim.text))
    text = _without_list_marks(_MARKER.sub(" ", text))
    held_documents = {_document(d) for d in _DOCUMENT.findall(joined)}
    for found in _DOCUMENT.findall(text):
        printed = found.rstrip(".")  # the cut behind it: "số 12/TB-UBND…"
        whole = rf"(?<!\d){re.escape(_document(printed))}"
        if _document(printed) not in held_documents and not re.search(whole, _document(joined)):
            return Refusal(claim, "document", printed)
        text = text.replace(printed, " ")
    held_dates = {s.iso for s in dates(joined) if s.iso}
    for span in reversed(dates(text)):
        if span.iso:
            if span.iso not in held_dates:
                return Refusal(claim, "date", text[span.start : span.end])
            text = f"{text[: span.start]} {text[span.end :]}"
    return _number_refused(claim, text, joined, _calculated(calculation, claim.keys))


def _number_refused(claim: Claim, text: str, joined: str, computed: set[Decimal]) -> Refusal | None:
    held = values(joined) | computed
    for match in NUMBER.finditer(text):
        if not readings(match[0]) & held:
            return Refusal(claim, "number", match[0])
        if not _unit_stands(text, match, joined) and not readings(match[0]) & computed:
            return Refusal(claim, "unit", text[match.start() : match.end() + 12])
    for said, value in spelled(text):
        if value not in held and fold(said) not in fold(joined):
            return Refusal(claim, "number", said)
    return None


def quoted(text: str) -> list[str]:
    """The words between quotation marks, outermost marks; where one is never closed, up to the last that closes."""
    found: list[str] = []
    at = 0
    while at < len(text):
        close = _QUOTES.get(text[at])
        end = text.rfind(close, at + 1) if close else -1
        if close is None or end < 0:
            at += 1
            continue
        depth = 1
        for here in range(at + 1, len(text)):
            depth += (text[here] == text[at] != close) - (text[here] == close)
            if depth == 0:
                end = here
                break
        found.append(text[at + 1 : end])
        at = end + 1
    return found


def _holds(quote: str, words: str) -> bool:
    """Whether a quote has the words, those between two cuts in the order in which they are told."""
    whole, at = _tight(quote), 0
    for piece in (_tight(p).strip(" .,;:") for p in words.split(_CUT)):
        found = whole.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def _without_list_marks(text: str) -> str:
    """The text without "(1) …; (2) …": marks that count from one upwards. A lone "99." ends a sentence and stays."""
    marks = list(_LIST_MARK.finditer(text))
    if len(marks) < 2 or [int(m["number"]) for m in marks] != list(range(1, len(marks) + 1)):
        return text
    for mark in reversed(marks):
        text = f"{text[: mark.start()]} {text[mark.end() :]}"
    return text


def _names(match: re.Match[str], labels: list[str]) -> bool:
    """Whether words that name a place in the report ("mục IV.3", "footnote 7") name the place of a citation."""
    kind = match["kind"].lower()
    named = rf"{_PLACES.get(kind, kind)}\s+{re.escape(match['number'])}(?![\w.]\w)"
    return any(re.search(named, label, re.IGNORECASE) for label in labels)


def _tight(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _document(text: str) -> str:
    return re.sub(r"\s+", "", fold(text))


def _unit_stands(text: str, match: re.Match[str], joined: str) -> bool:
    """Whether the number counts the same in the quotes: neither "79 hồ sơ" nor "79%" passes on "79 đơn".

    A unit that only one side names (in a table, or a noun that nobody counts) is left to the reader.
    """
    unit = unit_behind(text, match.end())
    if not unit:
        return True
    same = (n for n in NUMBER.finditer(joined) if readings(n[0]) & readings(match[0]))
    others = {unit_behind(joined, n.end()) for n in same}
    return not others or any(not other or alike(unit, other) for other in others)


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

    A formula may have steps, "23 + 86 = 109; 109 - 100": each step but the last gives its result, and is checked as
    well.
    """
    for operand in calculation.operands:
        if operand.key not in sound or operand.value not in values(sound[operand.key]):
            return False
    *steps, last = calculation.formula.split(";")
    known = {o.value for o in calculation.operands}
    known |= _CONSTANTS | {Decimal(len(calculation.operands))}
    if all(_is_year(o.value) for o in calculation.operands):
        known |= {Decimal(n) for n in range(10)}  # so many years later
    if calculation.unit == "ngày":
        known |= _MONTH_LENGTHS
    for step in steps:
        left, _, right = step.partition("=")
        result = work_out(right)
        if result is None or work_out(left) != result or not _numbers(left) <= known:
            return False
        known.add(result)
    return _numbers(last) <= known and work_out(last) == calculation.value


def _numbers(formula: str) -> set[Decimal]:
    return {Decimal(n) for n in re.findall(r"\d+(?:\.\d+)?", formula)}


def _is_year(value: Decimal) -> bool:
    return value == value.to_integral_value() and 1900 <= value <= 2100


_TERM = re.compile(r"\s*(\d+(?:\.\d+)?|[-+×÷*/()%])\s*")


def work_out(formula: str) -> Decimal | None:
    """The value of a formula of numbers, + − × ÷ and brackets, rounded to two decimals after a division; None if
    malformed."""
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

"""The share that a fraction of the report makes, where the question says the fraction itself ("120/480 là bao nhiêu
phần trăm?"): as the report states it right behind, else worked out."""

from __future__ import annotations

import re

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted
from assistant.verify import work_out
from ingest.language.numbers import parse_number
from ingest.ledgers import Figure

_FRACTION = re.compile(r"(?<![\d/.,])(?P<part>\d[\d.,]*)\s?/\s?(?P<whole>\d[\d.,]*\d|\d)(?![\d/]|[.,]\d|[-/]?[A-ZĐ])")
_YEAR = re.compile(r"(?:19|20)\d\d")
MONTH = 2  # digits
BEHIND = 60  # characters behind the fraction in which its share may stand


def answer_given_fraction(t: Material) -> Draft | None:
    """The share of the fraction that the question says; None where it says none, or no statement has it."""
    said = _FRACTION.search(t.question.clear) if t.question.percent else None
    if said is None:
        return None
    asked = _digits(said)
    if len(asked[0]) <= MONTH and _YEAR.fullmatch(said["whole"]):
        return None  # a month
    for candidate in t.found.candidates:
        statement = candidate.statement
        printed = next((m for m in _FRACTION.finditer(statement.quote) if _digits(m) == asked), None)
        if printed is None or statement.row is not None:
            continue
        part, whole = parse_number(printed["part"]), parse_number(printed["whole"])
        if not part or not whole or part > whole:
            return None
        language = t.question.language
        draft = Draft()
        key = draft.cite_statement(candidate.index, statement)
        at = statement.start + printed.end()
        stated = next((f for f in statement.figures if f.unit == "%" and 0 <= f.at - at <= BEHIND), None)
        if stated is not None and _behind(statement.block.text[at : stated.at], statement.figures, at, stated):
            draft.say(f"{number(stated.value, language)}%", key)
        else:
            formula = f"{part:f} / {whole:f} * 100"
            value = work_out(formula)
            if value is None:
                return None
            draft.calculation = Calculation(formula, value, "%", (Operand(part, key), Operand(whole, key)))
            a, b, c = (number(v, language) for v in (value, part, whole))
            draft.say(f"{a}% (= {b}/{c})", key)
        draft.say(quoted(excerpt(statement, printed.start() + statement.start), language), key)
        return draft
    return None


def _digits(fraction: re.Match[str]) -> tuple[str, str]:
    return re.sub(r"\D", "", fraction["part"]), re.sub(r"\D", "", fraction["whole"])


def _behind(between: str, figures: tuple[Figure, ...], at: int, stated: Figure) -> bool:
    """Whether nothing else is counted between a fraction and the share, which is then its own."""
    return ";" not in between and not any(at < f.at < stated.at for f in figures)

"""What else is asked of the month that leads: "tháng nào mở nhiều lớp nhất, có bao nhiêu người dự?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.claims import Language
from assistant.compose.citing import Draft
from assistant.compose.parts import asked_parts, counts
from assistant.compose.tables.extremes import leading_part
from assistant.compose.times.named_months import Member
from assistant.compose.wording import amount
from assistant.evidence.asked_figure import unit_fits
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.ledgers import Role

_NO_COUNT = frozenset({Role.CHANGE, Role.PREVIOUS, Role.TARGET, Role.RANK})


def led_and_rest(question: Question, lexicon: Lexicon) -> tuple[Question, tuple[Question, ...]]:
    """The part of a question that asks which month leads, of its times and place, and those that count something else
    of that month; the whole where it has no such parts."""
    led = leading_part(question, lexicon)
    rest = tuple(p for p in asked_parts(question, lexicon) if counts(p) and p.units and p.clear != led.clear)
    if led is question or not rest:
        return question, ()
    kept = {name: getattr(question, name) for name in ("kinds", "periods", "report_periods", "places", "running")}
    return replace(led, **kept), rest


def add_counts_of_leader(
    draft: Draft,
    rest: Sequence[Question],
    members: Sequence[Member],
    *,
    lowest: bool,
    language: Language,
    lexicon: Lexicon,
) -> None:
    """Adds what the sentence of the one month that leads counts in the units of the other parts."""
    best = (min if lowest else max)(m.figure.value for m in members)
    leading = [m for m in members if m.figure.value == best]
    if not rest or len(leading) != 1:
        return
    first = leading[0]
    for part in rest:
        for figure in first.candidate.statement.figures:
            if figure.id != first.figure.id and figure.role not in _NO_COUNT and unit_fits(part, figure.unit):
                key = draft.cite_statement(first.index, first.candidate.statement)
                draft.claims.insert(1, draft.claim(amount(figure, language, lexicon), key))
                break

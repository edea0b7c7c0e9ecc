"""How many the rest are: "tiếp nhận 61 ý kiến, trả lời tại chỗ 54 ý kiến, số còn lại trả lời bằng văn bản"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.sufficiency import TELLING
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.coverage import weigh
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import keys, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.guarded import guarded
from ingest.ledgers import Figure

TRIED = 6
SAID = 0.5  # of the question that the sentence must say
_REST = guarded(r"[,;]\s*(?:còn lại|số còn lại|những [\w ]{1,20} còn lại)\b(?P<what>[^,;.\d()]{4,80})", re.IGNORECASE)


def answer_rest(question: Question, candidates: Sequence[Candidate], lexicon: Lexicon) -> Draft | None:
    """The whole of a sentence less the parts that it counts, where the question says of what it asks for what the
    sentence says of the rest; None where a number stands with the rest, or nothing tells it from the parts."""
    if not question.is_(Kind.FIGURE) or question.percent:
        return None
    for candidate in [c for c in candidates if c.figure is None][:TRIED]:
        statement = candidate.statement
        rest = _REST.search(statement.quote) if statement.row is None and not statement.ahead else None
        if rest is None or candidate.coverage < SAID or not _asked(question, candidate, rest, lexicon):
            continue
        before = [f for f in statement.figures if f.at < statement.start + rest.start() and f.role in COUNTED]
        counted = [f for f in sorted(before, key=lambda f: f.at) if unit_fits(question, f.unit)]
        same = [f for f in counted if unit_key(f.unit) == unit_key(counted[0].unit)]
        left = same[0].value - sum(f.value for f in same[1:]) if len(same) > 1 else None
        if left is not None and left > 0:
            return _told(question, candidate, same, lexicon)
    return None


def _asked(question: Question, candidate: Candidate, rest: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a telling word of the question stands in what is said of the rest, and not before it."""
    said, quote = rest["what"], candidate.statement.quote
    there, sooner = keys(lexicon, said), keys(lexicon, quote[: rest.start()])
    flat, flat_sooner = plain(said), plain(quote[: rest.start()])
    for w in weigh(question, candidate.index):
        if w.wanted.weight < TELLING or set(w.wanted.keys) & set(question.units):
            continue
        held = bool(set(w.wanted.keys) & there) or f" {w.wanted.words} " in flat
        earlier = f" {w.wanted.words} " in flat_sooner or bool(set(w.wanted.keys) & sooner - there)
        if held and not earlier:
            return True
    return False


def _told(question: Question, candidate: Candidate, figures: Sequence[Figure], lexicon: Lexicon) -> Draft:
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    whole, *parts = figures
    told = head_unit(whole.unit)
    left = whole.value - sum(f.value for f in parts)
    formula = " - ".join(f"{f.value:f}" for f in figures)
    draft.calculation = Calculation(formula, left, told, tuple(Operand(f.value, key) for f in figures))
    shown = " − ".join(number(f.value, question.language) for f in figures)
    name = unit(told, question.language, lexicon)
    draft.say(f"{number(left, question.language)} {name}".strip() + f" (= {shown})", key)
    draft.say(quoted(excerpt(candidate.statement, parts[-1].at), question.language), key)
    return draft

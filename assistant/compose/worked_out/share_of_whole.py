"""The share that one named count makes of another: "39 trên 40 đơn là bao nhiêu phần trăm?", "đơn khiếu nại chiếm bao
nhiêu phần trăm trong 40 đơn?"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.members_apart import Member, lists, named_by
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import ReportIndex, Statement
from assistant.question import Question
from assistant.verify import work_out
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.numbers import parse_number
from ingest.ledgers import Figure

TRIED = 40
_NUMBER = r"\d+(?:[.,]\d{3})*(?![\d%/]|[.,]\d)"
_TWO = guarded(
    rf"\b(?P<part>{_NUMBER})(?: \w+){{0,3}}? (?:tren|trong|tren tong|trong tong|out of|of)(?: tong)?(?: so| the)? "
    rf"(?P<whole>{_NUMBER})"
)
_OF_WHOLE = re.compile(
    rf"\bchiem\b[^?;]{{0,50}}\b(?:trong|tren|cua)(?: tong)?(?: so)? (?P<vi>{_NUMBER})|"
    rf"\b(?:phan tram|%|ty le)(?: cua| trong| tren)(?: tong)?(?: so)? (?P<of>{_NUMBER})|"
    rf"\b(?:trong|tren)(?: tong)?(?: so)? (?P<first>{_NUMBER})\b[^?;]{{0,80}}\bchiem\b|"
    rf"\b(?:share|percentage|proportion) of (?:the )?(?:total of )?(?P<en>{_NUMBER})"
)


def answer_share_of_whole(t: Material) -> Draft | None:
    """The share of the two counts that the question gives, or of a member that it names in the whole that it gives;
    None where these do not stand in one unit in the reports."""
    question, asked = t.question, fold(t.question.clear)
    if not question.percent:
        return None
    if (two := _TWO.search(asked)) is not None:
        values = tuple(parse_number(two[name]) for name in ("part", "whole"))
        for candidate in [c for c in t.found.candidates if c.figure is None and c.statement.row is None][:TRIED]:
            part, whole = (_of_value(candidate.statement, value) for value in values)
            if part and whole and part.value < whole.value and unit_key(part.unit) == unit_key(whole.unit):
                pairs = ((part, candidate.statement), (whole, candidate.statement))
                return _told(question, candidate.index, "", pairs, t.lexicon)
        return None
    of = _OF_WHOLE.search(asked)
    value = parse_number(of["vi"] or of["of"] or of["first"] or of["en"]) if of is not None else None
    return _of_member(t, value) if value is not None else None


def _of_value(statement: Statement, value: Decimal | None) -> Figure | None:
    return next((f for f in statement.figures if f.value == value and f.role in COUNTED and f.unit != "%"), None)


def _of_member(t: Material, value: Decimal) -> Draft | None:
    """The one member that the question names, over the count of that value and of its unit that is found first."""
    t = Material(replace(t.question, units=()), t.found, t.lexicon)  # what is counted is of the whole and the member
    for candidate, members in lists(t):
        named = named_by(t.question, [t.question.clear], members)
        whole = _whole(t, candidate, members[0], value) if len(named) == 1 else None
        if whole is not None and named[0].figure.value < value:
            member = named[0]
            pairs = ((member.figure, member.statement), whole)
            return _told(t.question, candidate.index, member.name, pairs, t.lexicon)
    return None


def _whole(t: Material, candidate: Candidate, member: Member, value: Decimal) -> tuple[Figure, Statement] | None:
    held = (c.statement for c in t.found.candidates if c.index is candidate.index and c.figure is None)
    for statement in held:
        figure = _of_value(statement, value)
        if figure is not None and unit_key(figure.unit) == unit_key(member.figure.unit):
            return figure, statement
    return None


def _told(
    question: Question,
    index: ReportIndex,
    name: str,
    pairs: tuple[tuple[Figure, Statement], tuple[Figure, Statement]],
    lexicon: Lexicon,
) -> Draft | None:
    (part, said), (whole, said_of_whole) = pairs
    formula = f"{part.value:f} / {whole.value:f} * 100"
    value = work_out(formula)
    if value is None:
        return None
    draft, language = Draft(), question.language
    first = draft.cite_statement(index, said)
    second = draft.cite_statement(index, said_of_whole)
    draft.calculation = Calculation(formula, value, "%", (Operand(part.value, first), Operand(whole.value, second)))
    a, b, c = (number(v, language) for v in (value, part.value, whole.value))
    lead = f"{name[:1].upper()}{name[1:]}: " if name else ""
    told = unit(head_unit(part.unit), language, lexicon)
    draft.say(f"{lead}{a}% (= {b}/{c} {told})", first, second)
    draft.say(quoted(excerpt(said, part.at), language), first)
    return draft

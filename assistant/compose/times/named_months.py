"""Months of a series told by name, each with its value and the place where its report says of what month it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.claims import Language
from assistant.compose.citing import Draft, excerpt
from assistant.compose.times.dated import around, said_period
from assistant.compose.wording import number, quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import ReportIndex
from ingest.language.periods import label
from ingest.ledgers import Figure, Role

_PAIR = re.compile(r"\d{1,3} ?/ ?\d{1,3}")  # read alike in both languages
SHOWN = 6  # members of an answer that are named one by one


@dataclass(frozen=True, slots=True)
class Member:
    """The figure that one report gives, as evidence."""

    index: ReportIndex
    candidate: Candidate
    figure: Figure


def _value(figure: Figure, tail: str, language: Language) -> str:
    """A member's value; a rank, and a part of a whole ("14/46"), as it is printed."""
    if figure.role is Role.RANK:
        return figure.text
    return f"{figure.text if _PAIR.fullmatch(figure.text) else number(figure.value, language)}{tail}"


def name_each(draft: Draft, members: list[Member], tail: str, language: Language) -> None:
    """Names members with their period; the period is cited where the report says it."""
    for member in members[:SHOWN]:
        key = draft.cite_statement(member.index, member.candidate.statement)
        dated = said_period(member.index)
        value = _value(member.figure, tail, language)
        if dated is None:
            draft.say(value, key)
            continue
        block, start, end = dated
        words = block.text[start:end] if language == "vi" else label(member.index.report.period, language)
        sentence_start, sentence_end = around(block, start, end)
        said = draft.cite(member.index, block, sentence_start, sentence_end)
        draft.say(f"{words[:1].upper()}{words[1:]}: {value}", key, said)
    if len(members) == 1:
        only = members[0]
        draft.say(
            quoted(excerpt(only.candidate.statement, only.figure.at, 24), language),
            draft.cite_statement(only.index, only.candidate.statement),
        )
    left = len(members) - SHOWN
    if left > 0:
        draft.notes.append(f"Còn {left} kỳ khác cũng vậy." if language == "vi" else f"The same holds for {left} more.")

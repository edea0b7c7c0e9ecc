"""The verb right before "bao nhiêu": of "thiếu bao nhiêu người" the report has it right before the number as well."""

from __future__ import annotations

import re

from assistant.evidence.statements import Statement
from assistant.question import Question
from assistant.words.everyday import STOP, generic
from ingest.language.fold import fold
from ingest.ledgers import Figure

SAME_VERB = 0.12  # for standing right behind the verb that the question has right before "bao nhiêu"
TELLS = 0.3  # the least a verb counts that tells one number from another: "mở" does, "có" and "đạt" do not
_OF_ALL = frozenset({"nhan", "quyet", "sinh"})  # "tiếp nhận", "giải quyết", "phát sinh" are said of every kind
REACH = 24  # characters before a number in which its verb is looked for
_ASKED = re.compile(
    r"\b(?P<verb>[a-z]+)(?: (?:duoc|la|co|den|cho|voi|them|moi|khoang|tong cong|tat ca))* (?:bao nhieu|may)\b"
)
_AUXILIARY = re.compile(r"(?: (?:duoc|la|co|den|cho|voi|them|moi|khoang|tren|hon|gan))+ $")


def verb_asked(question: Question) -> str:
    """The folded word that a Vietnamese question has right before "bao nhiêu", less "được", "là"; "" where it tells
    nothing."""
    said = _ASKED.search(fold(question.clear)) if question.language == "vi" else None
    verb = said["verb"] if said is not None else ""
    return verb if verb and generic(verb) >= TELLS and verb not in STOP and verb not in _OF_ALL else ""


def has_verb(verb: str, figure: Figure, statement: Statement) -> bool:
    """Whether a figure stands in running text right behind a folded word."""
    if statement.row is not None:
        return False
    before = fold(statement.block.text[max(statement.start, figure.at - REACH) : figure.at])
    return _AUXILIARY.sub(" ", before).endswith(f" {verb} ")

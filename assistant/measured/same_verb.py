"""The verb right before "bao nhiêu": of "thiếu bao nhiêu người" the report has it right before the number as well."""

from __future__ import annotations

import re

from assistant.evidence.statements import Statement
from assistant.question import Question
from assistant.words.everyday import STOP, generic
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure

SAME_VERB = 0.12  # for standing right behind the verb that the question has right before "bao nhiêu"
TELLS = 0.3  # the least a verb counts that tells one number from another: "mở" does, "có" and "đạt" do not
_OF_ALL = frozenset({"nhan", "quyet", "sinh"})  # "tiếp nhận", "giải quyết", "phát sinh" are said of every kind
REACH = 24  # characters before a number in which its verb is looked for
_ASKED = guarded(
    r"\b(?P<verb>[a-z]+)(?: (?:duoc|la|co|den|cho|voi|them|moi|khoang|tong cong|tat ca))* (?:bao nhieu|may)\b"
)
_AUXILIARY = re.compile(r"(?: (?:duoc|la|co|den|cho|voi|them|moi|khoang|tren|hon|gan))+ $")


def verb_asked(question: Question) -> str:
    """The folded word that a Vietnamese question has right before "bao nhiêu", less "được", "là"; "" where it tells
    nothing."""
    said = _ASKED.search(fold(question.clear)) if question.language == "vi" else None
    verb = said["verb"] if said is not None else ""
    return verb if verb and generic(verb) >= TELLS and verb not in STOP and verb not in _OF_ALL else ""


_DONE = re.compile(
    r"\bhow many\b[^?;,]*?\b(?:been|were|was|are|is) (?:already |successfully |so far |actually )?"
    r"(?P<verb>[a-z]{3,}(?:ed|en|aid|ent|ught|ilt|ept))\b"
)
BEHIND = 40  # characters behind a number in which what was done with those counted is said


def done_asked(question: Question) -> frozenset[str]:
    """The concepts of what an English question says was done with the things it counts ("have been activated")."""
    said = _DONE.search(fold(question.clear)) if question.language == "en" else None
    return frozenset(fold(k) for w in question.wanted if said and said["verb"] in w.words.split() for k in w.keys)


def tells_verb(verb: str, done: frozenset[str], figure: Figure, statement: Statement) -> bool:
    """Whether a figure stands right behind the verb that is asked, or before what was `done` with those it counts."""
    if verb and has_verb(verb, figure, statement):
        return True
    if not done or statement.row is not None:
        return False
    end = figure.at + len(figure.text)
    behind = re.split(r"[,;.(\d]", fold(statement.block.text[end : min(end + BEHIND, statement.end)]))[0]
    return any(f" {key} " in f" {' '.join(behind.split())} " for key in done)


def has_verb(verb: str, figure: Figure, statement: Statement) -> bool:
    """Whether a figure stands in running text right behind a folded word."""
    if statement.row is not None:
        return False
    before = fold(statement.block.text[max(statement.start, figure.at - REACH) : figure.at])
    return _AUXILIARY.sub(" ", before).endswith(f" {verb} ")

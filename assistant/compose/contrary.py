"""Whether an answer tells of the very opposite of what is asked: of "bao nhiêu hồ sơ không nộp trực tuyến" those that
were handed in online."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.asked.silent import asks_which_silent
from assistant.asked.wanted import Wanted
from assistant.compose.citing import Draft
from assistant.compose.worked_out.halves import asks_halves
from assistant.evidence.statements import keys, plain
from assistant.question import Question
from assistant.words.terms import Lexicon

_CLAUSE = re.compile(r"[;:.,()]\s|\)")
_BRACKETS = re.compile(r"\([^()]*\)")
DENIES = re.compile(r"\b(?:không|chưa|thiếu|từ chối|trừ|ngoài|not|without)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,/]*")
# Those who do not fulfil a condition are told one by one, by their values, whatever their words.
_OPEN = (Kind.YES_NO, Kind.AUDIT, Kind.CAUSE, Kind.LIMITATION, Kind.DIRECTION, Kind.DOCUMENT)


def is_contrary(question: Question, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether nothing that a draft cites denies what its question does, in the clause of a figure that it tells; where
    the rest was worked out, the part was taken away."""
    if asks_halves(question):
        return False  # those of whom it holds and the others together
    if asks_which_silent(question):
        return False  # reports that leave something out hold no clause that denies it
    if not question.denied or question.is_(*_OPEN) or (question.is_(Kind.WHO, Kind.LIST) and draft.own):
        return False
    if draft.calculation is not None and " - " in draft.calculation.formula:
        return False
    quotes = [citation.quote for citation in draft.citations]
    told = {_bare(n) for claim in draft.own for n in _NUMBER.findall(claim.text)}
    if question.language == "en":  # as reports print them
        told |= {n.translate(str.maketrans(",.", ".,")) for n in told}
    inside = [c for quote in quotes for c in _before_brackets(quote, told)]
    clauses = inside + [c for text in (*quotes, *(claim.text for claim in draft.own)) for c in _CLAUSE.split(text)]
    if told:
        clauses = inside + [c for c in clauses if any(_bare(n) in told for n in _NUMBER.findall(c))]
    denying = [c for c in clauses if DENIES.search(c)]
    return not any(_holds(clause, word, lexicon) for clause in denying for word in question.denied)


def _bare(number: str) -> str:
    """A number without the nought before it and the marks behind it: "07" is told as "7"."""
    return number.strip(".,/").lstrip("0") or "0"


def _before_brackets(quote: str, told: set[str]) -> list[str]:
    """The clauses on which brackets hang that hold a figure which is told: "còn 120 thửa chưa đo (đã thu 90 giấy)"
    denies of both."""
    found = []
    for brackets in _BRACKETS.finditer(quote):
        if any(_bare(n) in told for n in _NUMBER.findall(brackets[0])):
            found.append(_CLAUSE.split(quote[: brackets.start()])[-1])
    return found


def _holds(text: str, word: Wanted, lexicon: Lexicon) -> bool:
    if word.foreign:
        return True  # an English word that no report says: that the clause denies must do
    return f" {word.words} " in plain(text) or not keys(lexicon, text).isdisjoint(word.keys)

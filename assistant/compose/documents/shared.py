"""Two documents that share one question: "Quy chế … và bộ chỉ số … ban hành bằng quyết định nào?", "Kế hoạch … và kế
hoạch … lần lượt mang số nào?", "Which decisions issued the regulation on … and the list of …?".

Each is told for its own half of what is named, and only where either half means one document and the two are not the
same.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.documents.cited import BESIDE_DATE, named_numbers, tell
from assistant.compose.documents.matches import Match, matches
from assistant.compose.documents.near import is_near
from assistant.compose.documents.sorts import sort_named, sorts_asked
from assistant.evidence.statements import ReportIndex
from assistant.question import Question, understand
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded

OWN, APART = 0.6, 0.1  # of a half, that its document covers; and so much less of it the document of the other half
AHEAD = 0.3  # of score, the same
WHOLE = 0.92  # of both halves, in one document: it is one title with an "and" in it
_PREDICATE = guarded(
    r",? (?:(?:lan luot|deu|cung|duoc|do|la|thi|co|da) )*(?:ban hanh|phe duyet|mang so|so hieu|so nao|so may|quy dinh|"
    r"van ban so|ky|lap|trien khai|thuc hien|theo|tai|bang|cong bo|nam trong|nam o|ghi so|o)\b(?: \w+){0,4}"
    r" (?:nao|may|gi|bao nhieu)\b|"
    r" (?:(?:lan luot|deu|cung|la|co|mang) )*so (?:hieu )?(?:may|nao|gi|bao nhieu)\b"
)
_OPENS = guarded(
    r"^\W*(?:under |by |in )?(?:which|what) (?:two |\w+ )?(?:decision|plan|resolution|letter|document|directive)s? "
    r"(?:were |was |are |is |did |do )?"
    r"(?:issued|approved|adopted|promulgated|set out|laid down|govern\w*|issue|approve|cover)\b"
)
_AND = re.compile(r",? (?:và|and) (?:the |còn )?", re.IGNORECASE)


def answer_shared(question: Question, indexes: list[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """Both documents, the first half's first; None where the question does not name two so."""
    if named_numbers(question):
        return None
    halves = _halves(question.clear)
    if halves is None:
        return None
    asked = sorts_asked(question.clear)
    told: list[Match] = []
    others: list[Question] = []
    for half in halves:
        part = understand(half, lexicon, clear=half)
        part = replace(part, kinds=(Kind.DOCUMENT,), language=question.language, places=question.places)
        fit = [m for m in matches(part, indexes, lexicon) if m.reference.number and m.coverage >= OWN]
        named = sort_named(" ".join(half.split()[:2]))
        fit = [m for m in fit if fold(m.reference.type) in (named or asked)] or fit
        if not fit or fit[0].of_another_year or is_near(part, fit[0], lexicon):
            return None
        told.append(fit[0])
        others.append(part)
    if told[0].reference.id == told[1].reference.id:
        return None
    for at, part in enumerate(others):
        of_other = next(
            (m for m in matches(part, indexes, lexicon) if m.reference.id == told[1 - at].reference.id), None
        )
        if of_other is None:
            continue
        if of_other.coverage > told[at].coverage - APART and of_other.score > told[at].score - AHEAD:
            return None
    if not sort_named(" ".join(halves[1].split()[:2])):  # an "and" may be part of one title
        both = understand(f"{halves[0]} và {halves[1]}", lexicon, clear=f"{halves[0]} và {halves[1]}")
        if any(m.coverage >= WHOLE for m in matches(both, indexes, lexicon)[:2]):
            return None
    draft = Draft()
    for match in told:
        tell(draft, match.index, match.reference, question.language == "vi", BESIDE_DATE)
    return draft


def _halves(text: str) -> tuple[str, str] | None:
    """The words of the two that are named, ahead of what is asked of both, or behind it in English."""
    folded = fold(text)
    predicate = _PREDICATE.search(folded)
    opens = _OPENS.search(folded)
    if predicate is not None and predicate.start() > 0:
        named = text[: predicate.start()]
    elif opens is not None:
        named = text[opens.end() :].strip(" ?")
    else:
        return None
    cuts = [
        c for c in _AND.finditer(named) if len(named[: c.start()].split()) > 1 and len(named[c.end() :].split()) > 1
    ]
    if not cuts:
        return None
    by_sort = [c for c in cuts if sort_named(" ".join(named[c.end() :].split()[:3]))]
    cut = by_sort[0] if by_sort else cuts[0] if len(cuts) == 1 else None
    return None if cut is None else (named[: cut.start()].strip(" ,"), named[cut.end() :].strip(" ,?"))

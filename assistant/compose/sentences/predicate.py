"""Whether what is asked of somebody stands in the answer: "were any officials disciplined over the leak?" is not
answered by a sentence on the leak.

A question for yes or no, and one for those to whom something was done, shares most of its words with the sentences on
the matter; the one that asks, its predicate, may stand nowhere. What quotes such a sentence leaves the question open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold

_ENDS = r"(?:vì|do|về|trong|ở|tại|từ|sau|trước|năm|tháng|quý|khi|theo|liên quan|cho|với|đến|vào)"
_PREDICATE = (  # with their marks: "tái" of "tái định cư" is no "tại"
    re.compile(rf"\b(?:có|đã|liệu|nào|ai)\b[^?;]*?\b(?:bị|được) (?P<said>[^?;,]{{2,60}}?)(?: {_ENDS} [^?;]*)?"
               r"(?: rồi)? (?:hay )?(?:không|chưa)\W*$"),
    re.compile(rf"\bđã (?P<said>[^?;,]{{2,60}}?)(?: {_ENDS} [^?;]*)?(?: rồi)? (?:hay )?chưa\W*$"),
    re.compile(r"\bcó (?:[^\W\d_]+ ){0,4}(?:nào|ai) (?!trùng|giống|khác)(?P<said>[^?;,]{2,60}?)"
               rf"(?: {_ENDS} [^?;]*)? (?:hay )?không\W*$"),
    re.compile(r"^\W*ai (?:đã |đang |từng |là người )*(?!bị|được|là|có|ký|làm|lo|đứng|đặt|thay|hạ|cầm)"
               r"(?P<said>[^\W\d_]+(?: [^\W\d_]+)?)\b"),
    re.compile(r"\b(?:nào|ai)(?: đã)? bị (?P<said>[^\W\d_]+(?: [^\W\d_]+)?)\b"),
)  # fmt: skip
_PREDICATE_EN = (
    re.compile(
        r"(?:^\W*|[,;] )(?:was|were|is|are|has|have|had)\b (?:[\w’'-]+ ){1,12}?"
        r"(?P<said>[a-z]{3,}(?:ed|ught|ept|ilt|own|aid|ound))\b"
    ),
    re.compile(r"(?:^\W*|[,;] )did (?:anyone |anybody |any (?:[\w’'-]+ ){1,2}?)(?P<said>[a-z]{3,})\b"),
)
_VERDICT = re.compile(r"(?:có|không|chưa|đúng|yes|no|not)\b", re.IGNORECASE)
_NOT_OF = (Kind.FIGURE, Kind.COMPARISON, Kind.AUDIT, Kind.EXTREME, Kind.CAUSE, Kind.WHEN)
LEAST = 0.3  # the weight from which a word is more than one said of everything
MEMBERS = 3  # citations from which a draft is a list
HELD = 0.5  # of the predicate, in what is quoted


def leaves_open(question: Question, draft: Draft, lexicon: Lexicon, indexes: Sequence[ReportIndex] = ()) -> bool:
    """Whether a draft quotes what says nothing of the predicate of its question, nor, where it tells the members of a
    list, the sentence that they are listed in."""
    if question.is_(*_NOT_OF) or draft.calculation is not None:
        return False
    if any(_VERDICT.match(claim.text) for claim in draft.own):
        return False
    said = _predicate(question)
    words = set(plain(said).split())
    asked = [w for w in question.wanted if w.words and not words.isdisjoint(w.words.split()) and w.weight >= LEAST]
    if not asked:
        return False
    quotes = " ".join(citation.quote for citation in draft.citations)
    flat, held = plain(quotes), keys(lexicon, quotes)
    if len(draft.citations) >= MEMBERS:
        held |= _around(draft, indexes)
    lacking = sum(w.weight for w in asked if f" {w.words} " not in flat and held.isdisjoint(w.keys))
    return lacking > HELD * sum(w.weight for w in asked)


def _around(draft: Draft, indexes: Sequence[ReportIndex]) -> frozenset[str]:
    """The concepts of the sentences in which what a draft cites stands, and of what leads in to them."""
    found: set[str] = set()
    for index in indexes:
        for place in (c.locator for c in draft.citations if c.locator.report == index.report.id):
            near = map(index.statements.__getitem__, index.by_block.get(place.block, ()))
            found |= {k for s in near if place.start < s.end and s.start < place.end for k in s.sentence | s.lead}
    return frozenset(found)


def _predicate(question: Question) -> str:
    english = question.language == "en"
    asked, patterns = (fold(question.clear), _PREDICATE_EN) if english else (question.clear.lower(), _PREDICATE)
    return next((m["said"] for pattern in patterns if (m := pattern.search(asked))), "")

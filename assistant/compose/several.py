"""A question of several parts: "… bao nhiêu hồ sơ, trong đó quá hạn bao nhiêu?" is answered part by part."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from assistant.compose.citing import Draft
from assistant.compose.sufficiency import FIGURE_COVERAGE, named, sufficient
from assistant.compose.wording import amount, number
from assistant.conversation import merge
from assistant.evidence import Candidate, candidates
from assistant.question import Question, understand
from assistant.statements import ReportIndex
from assistant.terms import Lexicon
from ingest.language.fold import fold
from ingest.report import Locator

_ASKS = re.compile(
    r"\bbao nhieu\b|\bmay\b|\bnao\b|\bgi\b|\bai\b|\bhow (?:many|much)\b|\bwhat\b|\bwhich\b|\bwhen\b|\bwho\b"
)
_WITHIN = re.compile(r"\W*(?:va |and )?(?:trong (?:so|do)\b|of (?:which|these|those|them)\b)")
_NUMBER = re.compile(r"\bbao nhieu\b|\bmay\b|\bhow (?:many|much)\b|\bwhat (?:share|rate|percentage|proportion|score)\b")
_APART = re.compile(r"[,;]\s*(?:và|and)?\s*|\s+(?:và|and|trong đó|trong số đó|of which)\s+")
# "trong số đã giải quyết có bao nhiêu …": what is settled is the whole, and tells none of its parts from another.
_OF_WHOLE = re.compile(r"\W*(?:va |and )?(?:trong (?:tong )?so|of the)(?P<of> [^,;]*?)(?= (?:co|thi|la|how|what)\b|,)")
MOST = 3


def parts_of(text: str) -> list[str]:
    """The parts of a question that each ask something, in order; the whole where it asks one thing."""
    asks = [m.start() for m in _ASKS.finditer(fold(text))]
    cuts: list[int] = []
    for first, following in pairwise(asks):
        between = [m for m in _APART.finditer(text, first, following) if m.end() <= following]
        if between:
            cuts.append(between[-1].start())
    edges = [0, *cuts, len(text)]
    return [text[a:b].strip(" ,;") for a, b in pairwise(edges)]


def asked_parts(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    """The parts of a question, each of its time and place; () where it asks one thing."""
    texts = parts_of(question.clear)
    if len(texts) < 2:
        return ()
    return tuple(_part(question, understand(text, lexicon, clear=text)) for text in texts[:MOST])


def _part(question: Question, part: Question) -> Question:
    """A part of a question, of the time of the whole where it names none of its own, and of its place."""
    return replace(
        part,
        periods=part.periods or (() if part.previous else question.periods),
        report_periods=part.report_periods or question.report_periods,
        places=part.places or question.places,
        language=question.language,
        followup=question.followup,
        running=part.running or question.running,
    )


def counts(part: Question) -> bool:
    """Whether a part of a question wants a number."""
    return bool(_NUMBER.search(fold(part.clear)))


def first_asked(question: Question, parts: tuple[Question, ...]) -> Question | None:
    """The first of parts that each want a number, of the level of the whole; None of any others."""
    if len(parts) < 2 or not all(map(counts, parts[:2])):
        return None
    first = parts[0]
    return replace(
        first,
        periods=question.periods,
        report_periods=question.report_periods,
        places=question.places,
        scope=first.scope or question.scope,
        levels=first.levels or question.levels,
    )


def add_parts(
    draft: Draft, question: Question, parts: tuple[Question, ...], index: ReportIndex, lexicon: Lexicon
) -> None:
    """Adds to the answer of the first part the figures of the parts after it, from the same report."""
    first = draft.citations[0].locator if draft.citations else None
    for part in filter(counts, parts[1:]):
        best = _best(merge(parts[0], part), part, index, first)
        if best is not None and _WITHIN.match(fold(part.clear)) and not _beside(best, first):
            continue  # a part of what the first figure counts is told where that is
        if best is not None and best.figure is not None and not _told(draft, best):
            key = draft.cite_statement(best.index, best.statement)
            draft.claims.insert(1, draft.claim(amount(best.figure, question.language, lexicon), key))


def _best(asked: Question, part: Question, index: ReportIndex, first: Locator | None) -> Candidate | None:
    """The figure that says most of a part of the question; of like ones that in the sentence of the first answer."""
    whole = _OF_WHOLE.match(fold(part.clear))
    beside = frozenset(w.words for w in part.wanted if whole and f" {w.words} " in f"{whole['of']} ")

    def says(candidate: Candidate) -> float:
        return named(part, candidate.figure, beside) if candidate.figure is not None else 0.0

    enough = sufficient(asked, (c for c in candidates(asked, index) if says(c)), FIGURE_COVERAGE)
    return max(enough, key=lambda c: (says(c), _beside(c, first)), default=None)


def _beside(candidate: Candidate, first: Locator | None) -> bool:
    """Whether a figure stands in the sentence of the first answer."""
    figure = candidate.figure
    return (
        first is not None
        and figure is not None
        and figure.locator.block == first.block
        and first.start <= figure.at < first.end
    )


def _told(draft: Draft, candidate: Candidate) -> bool:
    """Whether the answer already shows that number."""
    assert candidate.figure is not None
    shown = {candidate.figure.text, number(candidate.figure.value, "vi"), number(candidate.figure.value, "en")}
    said = set(re.findall(r"\d[\d.,/]*\d|\d", draft.text))
    return bool(shown & said)

"""A question of several parts: "… bao nhiêu hồ sơ, trong đó quá hạn bao nhiêu?" is answered part by part."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from assistant.compose.citing import Draft
from assistant.compose.sufficiency import FIGURE_COVERAGE, sufficient
from assistant.compose.wording import amount, number
from assistant.conversation import merge
from assistant.evidence import Candidate, candidates
from assistant.question import Question, understand
from assistant.statements import ReportIndex
from assistant.terms import Lexicon
from ingest.language.fold import fold
from ingest.ledgers import Figure
from ingest.report import Locator

_ASKS = re.compile(
    r"\bbao nhieu\b|\bmay\b|\bnao\b|\bgi\b|\bai\b|\bhow (?:many|much)\b|\bwhat\b|\bwhich\b|\bwhen\b|\bwho\b"
)
_WITHIN = re.compile(r"\W*(?:va |and )?(?:trong (?:so|do)\b|of (?:which|these|those|them)\b)")
_NUMBER = re.compile(r"\bbao nhieu\b|\bmay\b|\bhow (?:many|much)\b|\bwhat (?:share|rate|percentage|proportion|score)\b")
_APART = re.compile(r"[,;]\s*(?:và|and)?\s*|\s+(?:và|and|trong đó|trong số đó|of which)\s+")
MOST = 3
TELLING = 0.5  # the weight from which a word tells one figure of a sentence from another


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


def first_asked(question: Question, lexicon: Lexicon) -> Question | None:
    """The first part of a question whose parts each want a number, of the same time and place; None of any other."""
    parts = parts_of(question.clear)
    if len(parts) < 2 or not all(_NUMBER.search(fold(part)) for part in parts[:2]):
        return None
    asked = understand(parts[0], lexicon, clear=parts[0])
    return replace(
        asked,
        periods=question.periods,
        report_periods=question.report_periods,
        places=question.places,
        scope=asked.scope or question.scope,
        levels=asked.levels or question.levels,
        language=question.language,
        followup=question.followup,
    )


def add_parts(draft: Draft, question: Question, index: ReportIndex, lexicon: Lexicon) -> None:
    """Adds to the answer of the first part the figures of the parts after it, from the same report."""
    parts = parts_of(question.clear)
    if len(parts) < 2:
        return
    first = draft.citations[0].locator if draft.citations else None
    before = understand(parts[0], lexicon, clear=parts[0])
    before = merge(question, before) if not before.periods else before
    for part in parts[1:MOST]:
        if not _NUMBER.search(fold(part)):
            continue
        wanted = understand(part, lexicon, clear=part)
        best = _best(merge(before, wanted), wanted, index, first)
        if best is not None and _WITHIN.match(fold(part)) and not _beside(best, first):
            continue  # a part of what the first figure counts is told where that is
        if best is not None and best.figure is not None and not _told(draft, best):
            key = draft.cite_statement(best.index, best.statement)
            draft.claims.insert(1, draft.claim(amount(best.figure, question.language, lexicon), key))


def _best(asked: Question, wanted: Question, index: ReportIndex, first: Locator | None) -> Candidate | None:
    """The figure that says most of a part of the question; of like ones that in the sentence of the first answer."""
    found = [c for c in candidates(asked, index) if c.figure is not None and _says(wanted, c.figure)]
    enough = sufficient(asked, found, FIGURE_COVERAGE)

    return max(enough, key=lambda c: (_says(wanted, c.figure) if c.figure else 0.0, _beside(c, first)), default=None)


def _beside(candidate: Candidate, first: Locator | None) -> bool:
    """Whether a figure stands in the sentence of the first answer."""
    figure = candidate.figure
    return (
        first is not None
        and figure is not None
        and figure.locator.block == first.block
        and first.start <= figure.at < first.end
    )


def _says(wanted: Question, figure: Figure) -> float:
    """How much of the telling words of a part of the question a figure's own indicator says, less its lead-in: of
    "trong hạn 25 hồ sơ và 2 hồ sơ quá hạn" only one is overdue. A part without such words is said by any."""
    own = f" {fold(figure.indicator.rpartition(': ')[2])} {fold(figure.unit)} "
    words = [w for w in wanted.wanted if w.weight >= TELLING and not set(w.keys) & set(wanted.units)]
    said = (w.weight for w in words if any(f" {fold(form)} " in own for form in (w.words, *w.keys) if form))
    return sum(said) if words else 1.0


def _told(draft: Draft, candidate: Candidate) -> bool:
    """Whether the answer already shows that number."""
    assert candidate.figure is not None
    shown = {candidate.figure.text, number(candidate.figure.value, "vi"), number(candidate.figure.value, "en")}
    said = set(re.findall(r"\d[\d.,/]*\d|\d", draft.text))
    return bool(shown & said)

"""A question of several parts: "… bao nhiêu hồ sơ, trong đó quá hạn bao nhiêu?" is answered part by part."""

from __future__ import annotations

import re
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

_ASKS = re.compile(
    r"\bbao nhieu\b|\bmay\b|\bnao\b|\bgi\b|\bai\b|\bhow (?:many|much)\b|\bwhat\b|\bwhich\b|\bwhen\b|\bwho\b"
)
_NUMBER = re.compile(r"\bbao nhieu\b|\bmay\b|\bhow (?:many|much)\b|\bwhat (?:share|rate|percentage|proportion|score)\b")
_APART = re.compile(r"[,;]\s*(?:và|and)?\s*|\s+(?:và|and|trong đó|trong số đó|of which)\s+")
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


def add_parts(draft: Draft, question: Question, index: ReportIndex, lexicon: Lexicon) -> None:
    """Adds to the answer of the first part the figures of the parts after it, from the same report."""
    parts = parts_of(question.clear)
    if len(parts) < 2:
        return
    before = understand(parts[0], lexicon, clear=parts[0])
    before = merge(question, before) if not before.periods else before
    for part in parts[1:MOST]:
        if not _NUMBER.search(fold(part)):
            continue
        asked = merge(before, understand(part, lexicon, clear=part))
        best = _best(asked, index)
        if best is not None and best.figure is not None and not _told(draft, best):
            key = draft.cite_statement(best.index, best.statement)
            draft.claims.insert(1, draft.claim(amount(best.figure, question.language, lexicon), key))


def _best(asked: Question, index: ReportIndex) -> Candidate | None:
    found = (c for c in candidates(asked, index) if c.figure is not None)
    return next(iter(sufficient(asked, found, FIGURE_COVERAGE)), None)


def _told(draft: Draft, candidate: Candidate) -> bool:
    """Whether the answer already shows that number."""
    assert candidate.figure is not None
    shown = {candidate.figure.text, number(candidate.figure.value, "vi"), number(candidate.figure.value, "en")}
    said = set(re.findall(r"\d[\d.,/]*\d|\d", draft.text))
    return bool(shown & said)

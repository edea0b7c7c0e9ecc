"""In which of the indices that a sheet ranks side by side the one row named stands best, or worst; what it holds under
each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.sheets.ends import HIGH, LOW
from assistant.compose.sheets.reading import Reading, read
from assistant.compose.sheets.sheet import Holds
from assistant.compose.sheets.telling import tell
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded

ASKED = guarded(r"\bchi so nao\b|\b(?:which|what) (?:of the \w+ )?(?:ind(?:ex|ices)|indicators?)\b")
_RANKS = re.compile(r"\b(?:hang|xep|dung|thu bac|rank\w*|place\w*)\b")
_EVERY = guarded(
    r"\b(?:tung|moi|ca|tat ca|bon|cac|\d)(?: ca| bon| \d| cac)? chi so\b|\b(?:each|all|every|the (?:four|\d))\b(?: of)?"
    r"(?: the)?(?: \w+)? ind(?:ex|ices)\b"
)
_POINTS = re.compile(r"\b(?:diem|scor\w*|points?)\b")
_ASIDE = "hold held tung moi ca tat bon each all every tot cao thap kem nhat bon index indices four"


def answer_of_row(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The best, or the worst, of the ranks that the row named holds under the several headings of its sheet."""
    asked = fold(question.clear)
    if _EVERY.search(asked) and not question.followup and not question.is_(Kind.CAUSE, Kind.AUDIT, Kind.YES_NO):
        drafts = [d for r in read(question, indexes, lexicon, _ASIDE) if (d := _each(r, asked)) is not None]
        return drafts[0] if len(drafts) == 1 else None
    if question.followup or not ASKED.search(asked) or question.is_(Kind.CAUSE, Kind.AUDIT, Kind.YES_NO):
        return None
    high, low = HIGH.search(asked), LOW.search(asked)
    if bool(high) == bool(low) or not _RANKS.search(asked):
        return None
    drafts = [d for r in read(question, indexes, lexicon, _ASIDE) if (d := _best(r, low=bool(low))) is not None]
    return drafts[0] if len(drafts) == 1 else None


def _each(r: Reading, asked: str) -> Draft | None:
    """The ranks, the points, or both, that the row named holds under each heading."""
    ranks, points = _RANKS.search(asked), _POINTS.search(asked)
    held = [c for c in r.sheet.columns if c.above and r.rows and r.sheet.cell(r.rows[0], c) is not None]
    held = [c for c in held if (c.holds is Holds.RANK if ranks and not points else c.holds is not Holds.RANK or ranks)]
    if len(r.rows) != 1 or len({c.above for c in held}) < 2 or not (ranks or points):
        return None
    draft = Draft(whole=True)
    told, keys = tell(draft, r.sheet, r.rows[0], held, r.question.language)
    draft.say(told, *keys)
    return draft


def _best(r: Reading, *, low: bool) -> Draft | None:
    ranks = [c for c in r.sheet.columns if c.holds is Holds.RANK and c.above]
    if len(r.rows) != 1 or len({c.above for c in ranks}) < 2:
        return None
    held = [(v, c) for c in ranks if (v := r.sheet.value(r.rows[0], c)) is not None]
    best = (max if low else min)(v for v, _ in held) if held else None
    first = [c for v, c in held if v == best]
    if not first:
        return None
    draft = Draft()
    told, keys = tell(draft, r.sheet, r.rows[0], first, r.question.language)
    draft.say(told, *keys)
    return draft

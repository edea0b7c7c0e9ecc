"""What is left of a whole ("còn thiếu bao nhiêu?", "How many does that leave?"): stated, late, or worked out."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.asked.restating import LEFT, ask_again, leaves_enough
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.worked_out.arithmetic import answer_late, answer_remainder
from assistant.compose.worked_out.rest import answer_rest
from assistant.compose.worked_out.still_pending import answer_pending
from ingest.language.fold import fold

_SHORT = re.compile(r"\bcon (?:thieu|du|thua)\b|\bstill (?:missing|lacking)\b|\b(?:unused|unspent|unfilled|vacant)\b")
_LEAVES = re.compile(r"\b(?:leaves?|left|unfinished)\b")


def answer_left(t: Material) -> Draft | None:
    """What is left, stated or worked out; None where none is asked for, or the report states it."""
    if (pending := answer_pending(t)) is not None:
        return pending
    figures = t.figures
    told = figures[0].figure if figures else None
    leaves = t.question.followup and _LEAVES.search(fold(t.question.clear))
    if leaves and told is not None and "/" not in told.text:  # "31/40 nhiệm vụ" says what is done
        return None  # the report states what is left
    short = not figures and t.question.is_(Kind.FIGURE) and _SHORT.search(fold(t.question.clear))
    if not figures and (t.question.followup or short):  # "how many does that leave?": of what was told before
        again = (c for i in t.indexes for c in ask_again(t.question, i, LEFT, timeless=False))
        figures = sorted((c for c in again if c.figure is not None and leaves_enough(c)), key=lambda c: -c.score)
    if not figures and t.question.followup and t.texts:
        held = t.texts[0].statement
        figures = [c for c in t.found.candidates if c.figure is not None and c.statement is held]
    rest = answer_rest(t.question, t.found.candidates, t.lexicon)
    if rest is not None:
        return rest
    late = answer_late(t.question, t.found, figures, t.lexicon)
    return late or answer_remainder(t.question, figures, t.lexicon, stated=not short)

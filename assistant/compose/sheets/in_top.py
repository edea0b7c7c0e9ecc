"""Which rows stand among the first so many by their rank ("vào nhóm 20 dẫn đầu", "in the top 20"), under the heading
that is asked for or under any."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.sheets.reading import Reading, read
from assistant.compose.sheets.sheet import Holds
from assistant.compose.sheets.telling import tell
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded

TOP = guarded(
    r"\b(?:the )?top (?P<top>\d{1,3})\b|\b(?:nhom|trong|vao|lot|thuoc)(?: vao| nhom| trong| so)* (?P<nhom>\d{1,3})"
    r"(?: \w+){0,4} (?:dan dau|dung dau|dau bang|cao nhat|tot nhat)\b|"
    r"\bfirst (?P<first>\d{1,3})\b"
)
_ASIDE = "top nhom dan dau dung lot vao trong so first any ranked rank placed made make nam"
_WHICH = guarded(r"\b(?:nao|ai|nhung|cac|bao nhieu|may)\b|\b(?:which|what|who|how many|any)\b")
MOST = 6


def answer_in_top(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The rows with a rank no lower than the one said; whether the one row named is so. None where it is a target."""
    asked = fold(question.clear)
    said = TOP.search(asked)
    if said is None or question.followup or question.is_(Kind.CAUSE, Kind.AUDIT, Kind.DIRECTION):
        return None
    bound = int(next(g for g in said.groups() if g))
    drafts = [d for r in read(question, indexes, lexicon, _ASIDE) if (d := _within(r, bound)) is not None]
    return drafts[0] if len(drafts) == 1 else None


def _within(r: Reading, bound: int) -> Draft | None:
    ranks = r.columns((Holds.RANK,))
    asked = fold(r.question.clear)
    whether = r.question.is_(Kind.YES_NO) and len(r.rows) == 1
    if not ranks or (r.rows and not whether) or not (whether or _WHICH.search(asked)):
        return None
    draft, language, keys, told = Draft(), r.question.language, [], []
    for row in r.rows or r.sheet.rows():
        held = [(c, v) for c in ranks if (v := r.sheet.value(row, c)) is not None]
        met = [c for c, v in sorted(held, key=lambda h: h[0].at) if v <= bound]
        if not (met or whether) or not held:
            continue
        said, of_row = tell(draft, r.sheet, row, met or [c for c, _ in held], language)
        told.append(said)
        keys += of_row
        if whether:
            word = ("Có", "Không") if language == "vi" else ("Yes", "No")
            told[-1] = f"{word[not met]}. {said}"
    if not told:
        rows = [(v, row, c) for row in r.sheet.rows() for c in ranks if (v := r.sheet.value(row, c)) is not None]
        if not rows:
            return None
        _, row, column = min(rows, key=lambda h: h[0])
        said, keys = tell(draft, r.sheet, row, [column], language)
        near = f"Không có; cao nhất là {said}" if language == "vi" else f"None; the best is {said}"
        told = [f"{near}"]
    if len(told) > MOST:
        told = [f"{len(told)}: {'; '.join(t.partition(':')[0] for t in told)}"]
    draft.say("; ".join(told), *keys)
    return draft

"""Whether a row has any of what is counted in a column: a nought says no, whatever else is written of it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.sheets.reading import Reading, reading_of
from assistant.compose.sheets.sheet import Holds, Sheet, sheets_of
from assistant.compose.sheets.telling import tell
from assistant.evidence.statements import ReportIndex, keys
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded

ANY = guarded(
    r"\b(?:co|con|de|bi|phat sinh|gui|nhan|xay ra)\b.{0,60}\b(?:nao|gi)?\b.{0,20}\b(?:khong|chua)\b\W*$|"
    r"\b(?:any|were there|was there|are there|did .{1,60} have)\b"
)

_ASIDE = "gui nhan phat sinh xay ra bi con de moi any there"


def answer_any(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """Yes or no, with the number, by the count that the row named holds."""
    if question.followup or not question.is_(Kind.YES_NO) or not ANY.search(fold(question.clear)):
        return None
    if question.is_(Kind.CAUSE, Kind.AUDIT, Kind.COMPARISON):
        return None
    times = {*question.report_periods, *question.periods}
    drafts: list[Draft] = []
    for index in [i for i in indexes if i.report.period in times] or indexes:
        for sheet in sheets_of(index, lexicon):
            r = reading_of(question, sheet, lexicon, _ASIDE)
            if r is None or len(r.rows) != 1:
                row = row_apart(question, sheet, lexicon)
                r = reading_of(question, sheet, lexicon, _ASIDE, (row,)) if row is not None else None
            if r is not None and len(r.rows) == 1 and (draft := _told(r)) is not None:
                drafts.append(draft)
    return drafts[0] if len(drafts) == 1 else None


def row_apart(question: Question, sheet: Sheet, lexicon: Lexicon) -> int | None:
    """The one row of a few that a question names by what its label says and no other does."""
    if not 1 < len(sheet.names) <= 4:
        return None
    said = {row: keys(lexicon, name) for row, name in sheet.names.items()}
    asked = {k for w in question.wanted for k in w.keys}
    found = []
    for row, own in said.items():
        others = {k for other, held in said.items() if other != row for k in held}
        if (own - others) & asked:
            found.append(row)
    return found[0] if len(found) == 1 else None


def _told(r: Reading) -> Draft | None:
    (row,) = r.rows
    counts = [c for c in r.sheet.columns if c.holds is Holds.COUNT and r.sheet.value(row, c) is not None]
    column = r.column(Holds.COUNT)
    if column is None and counts and all(not r.sheet.value(row, c) for c in counts):
        column = counts[0]  # of nothing there is any
    value = r.sheet.value(row, column) if column is not None else None
    if column is None or value is None:
        return None
    draft, vietnamese = Draft(), r.question.language == "vi"
    said, keys_of = tell(draft, r.sheet, row, [column], r.question.language)
    word = ("Có" if value else "Không") if vietnamese else ("Yes" if value else "No")
    draft.say(f"{word}: {said}", *keys_of)
    return draft

"""In which reports of a series something stands: "báo cáo những tháng nào có …", "which reports cite …"."""

from __future__ import annotations

from assistant.compose.citing import Draft
from assistant.compose.dated import dated
from assistant.evidence import Candidate
from assistant.lookup import match_references
from assistant.question import Question
from assistant.restating import ask_again, asks_reports
from assistant.shelf import Found
from assistant.statements import ReportIndex, Statement
from ingest.language.periods import label

LEAST, LACKING = 0.75, 0.22  # of what is asked, for a report to be named
MOST = 12  # reports named one by one


def answer_reported(question: Question, found: Found) -> Draft | None:
    """The periods of the reports that say what is asked, each cited; None unless the store holds several reports."""
    indexes = [i for i in (*found.indexes, *found.beside) if i.report.period]
    if not asks_reports(question) or len({i.report.period for i in indexes}) < 2:
        return None
    indexes.sort(key=lambda i: i.report.period)
    saying = [(index, place) for index in indexes if (place := _place(question, index)) is not None]
    if not saying:
        return None
    draft = Draft()
    for index, statement in saying[:MOST]:
        key = draft.cite_statement(index, statement)
        said = dated(draft, index)
        name = label(index.report.period, question.language)
        draft.say(name[:1].upper() + name[1:], *((key,) if said is None else (key, said)))
    without = [i for i in indexes if all(i is not index for index, _ in saying)]
    if without:
        names = ", ".join(label(i.report.period, question.language) for i in without)
        draft.notes.append(
            f"Không thấy nội dung này trong báo cáo của: {names}."
            if question.language == "vi"
            else f"Not found in the reports of: {names}."
        )
    return draft


def _place(question: Question, index: ReportIndex) -> Statement | None:
    """Where a report says what is asked: the first citation of a document by its number, else the best statement."""
    if question.documents:
        for number in question.documents:
            for match in match_references(number, index.references):
                if not match.suggested and match.score >= 5:
                    return _at(
                        index, match.reference.mentions[0].locator.block, match.reference.mentions[0].locator.start
                    )
        return None
    best = next((c for c in ask_again(question, index) if _fits(c)), None)
    return best.statement if best is not None else None


def _fits(candidate: Candidate) -> bool:
    return candidate.coverage >= LEAST and candidate.lacks < LACKING and not any(w.must for w in candidate.missing)


def _at(index: ReportIndex, block: str, start: int) -> Statement | None:
    held = [index.statements[n] for n in index.by_block[block]]
    return next((s for s in held if s.start <= start < s.end), None)

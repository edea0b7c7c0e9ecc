"""An honest "the report does not say": what was looked for, where, the nearest thing found, and what would help."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.claims import Language
from assistant.compose.citing import Draft, excerpt
from assistant.evidence.candidates import Candidate
from assistant.question import Question
from ingest.language.periods import label
from ingest.report import Report


def name_of(report: Report, language: Language) -> str:
    """How a report is called in an answer."""
    title = report.title or report.file
    words = title.split()
    short = " ".join(words[:16]) + ("…" if len(words) > 16 else "")
    where = ", ".join(x for x in (report.place, label(report.period, language) if report.period else "") if x)
    return f"“{short}” ({where})" if where else f"“{short}”"


def abstain(question: Question, reports: Sequence[Report], nearest: Candidate | None, reason: str = "") -> Draft:
    """An abstention. Its only claim cites the nearest passage, if one speaks of part of what was asked."""
    draft = Draft()
    vietnamese = question.language == "vi"
    named = "; ".join(name_of(r, question.language) for r in reports[:3])
    more = len(reports) - 3
    if more > 0:
        named += f" và {more} báo cáo khác" if vietnamese else f" and {more} other reports"
    if vietnamese:
        draft.notes += [reason] if reason else []
        draft.notes.append(
            f"Đã tìm trong toàn văn, chú thích và phụ lục của: {named}." if named else "Kho chưa có báo cáo nào."
        )
        draft.notes.append(
            "Nếu số liệu nằm ở báo cáo khác (năm khác, đơn vị khác), hãy nạp báo cáo đó vào kho rồi hỏi lại."
        )
    else:
        draft.notes += [reason] if reason else []
        draft.notes.append(
            f"Searched the body, footnotes and appendices of: {named}." if named else "The store holds no report yet."
        )
        draft.notes.append(
            "If another report (another year or unit) gives it, add that report to the store and ask again."
        )
    if nearest is not None:
        key = draft.cite_statement(nearest.index, nearest.statement)
        text = excerpt(nearest.statement, nearest.figure.at if nearest.figure else None, 30)
        lead = "Nội dung gần nhất tìm thấy" if vietnamese else "The nearest passage found"
        draft.say(f"{lead}: “{text}”", key)
    return draft

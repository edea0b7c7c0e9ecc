"""The day up to which the figures of a report count ("số liệu tính đến ngày 15/9/2025"), which is not its own date."""

from __future__ import annotations

import re

from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.language.dates import dates
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.sentences import sentences
from ingest.report import BlockKind

_ASKED = guarded(
    r"\b(?:so lieu|du lieu|ket qua|thong tin|cap nhat|chot|tong hop)\b[^?;]{0,60}"
    r"\b(?:den|toi|vao)(?: het)? (?:ngay|thoi diem|moc|khi|luc) (?:nao|may|bao nhieu)\b|"
    r"\b(?:so lieu|du lieu)\b[^?;]{0,120}\b(?:chot|cap nhat|tinh|ghi nhan)\b[^?;]{0,24}"
    r"\b(?:ngay (?:nao|may)|luc (?:nao|may gio)|may gio|thoi diem nao|khi nao)\b|"
    r"\b(?:data|figures?|results?|updated|update)\b[^?;]{0,60}\b(?:as of|up to|until|to) (?:what|which) (?:date|day)\b|"
    r"\b(?:as of|up to) (?:what|which) (?:date|day)\b|\bcut-?off date\b"
)
_ASKED_SPAN = guarded(
    r"\b(?:so lieu|du lieu)\b[^?;]{0,100}\b(?:tu ngay nao|tu khi nao|giai doan nao|thoi gian nao|ky nao)\b|"
    r"\b(?:which|what) (?:period|time span|dates|span of time)\b[^?;]{0,60}\b(?:figures|data|numbers)\b|"
    r"\b(?:figures|data|numbers)\b[^?;]{0,60}\b(?:which|what) (?:period|dates)\b"
)
_TOLD = re.compile(
    r"\b(?:cap nhat|so lieu|du lieu|chot|ket qua)\b[^.;()]{0,60}\b(?:den|toi|ngay)\b|"
    r"\btinh (?:den|toi)\b|\bden het ngay\b"
)
_TOLD_SPAN = re.compile(r"\b(?:so lieu|du lieu)\b[^.;()]{0,40}\btu ngay\b[^.;()]{4,24}\bden (?:het )?(?:ngay)?\b")
_HOUR = re.compile(r"\b\d{1,2} ?(?:h|gio)\d{0,2}\b")
_HOUR_ASKED = re.compile(r"\bmay gio\b|\bwhat (?:time|hour)\b")
REACH = 16  # characters from what says so to the day


def asks_data_day(question: Question) -> bool:
    """Whether a question is after the day up to which a report counts."""
    folded = fold(question.clear)
    return bool(_ASKED.search(folded) or _ASKED_SPAN.search(folded))


def answer_data_day(index: ReportIndex, question: Question) -> Draft | None:
    """The first sentence of a report that names that day, with its hour where that is asked for, or from when to when
    its figures count; None where none does."""
    folded = fold(question.clear)
    told = _TOLD_SPAN if _ASKED_SPAN.search(folded) else _TOLD
    hour = bool(_HOUR_ASKED.search(folded))
    for block in index.report.blocks:
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM}:
            continue
        for start, end in sentences(block.text):
            text = block.text[start:end]
            for said in told.finditer(fold(text)):
                day = next(
                    (d for d in dates(text) if 0 <= d.start - said.end() <= REACH or d.end > said.end() > d.start), None
                )
                if day is not None and (not hour or _HOUR.search(fold(text[said.start() : day.end]))):
                    draft = Draft()
                    key = draft.cite(index, block, start, end)
                    draft.say(" ".join(text[said.start() : day.end].split()), key)
                    return draft
    return None

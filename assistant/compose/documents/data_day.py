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
    r"\b(?:data|figures?|results?|updated|update)\b[^?;]{0,60}\b(?:as of|up to|until|to) (?:what|which) (?:date|day)\b|"
    r"\b(?:as of|up to) (?:what|which) (?:date|day)\b|\bcut-?off date\b"
)
_TOLD = re.compile(
    r"\b(?:cap nhat|so lieu|du lieu|chot|ket qua)\b[^.;()]{0,60}\b(?:den|toi|ngay)\b|"
    r"\btinh (?:den|toi)\b|\bden het ngay\b"
)


def asks_data_day(question: Question) -> bool:
    """Whether a question is after the day up to which a report counts."""
    return bool(_ASKED.search(fold(question.clear)))


def answer_data_day(index: ReportIndex) -> Draft | None:
    """The first sentence of a report that names that day; None where none does."""
    for block in index.report.blocks:
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM}:
            continue
        for start, end in sentences(block.text):
            text = block.text[start:end]
            for said in _TOLD.finditer(fold(text)):
                day = next((d for d in dates(text) if 0 <= d.start - said.end() <= 12), None)
                if day is not None:
                    draft = Draft()
                    key = draft.cite(index, block, start, end)
                    draft.say(" ".join(text[said.start() : day.end].split()), key)
                    return draft
    return None

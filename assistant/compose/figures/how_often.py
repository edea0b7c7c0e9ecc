"""How often a thing is done: told only by a sentence that says so ("02 tháng/lần", "hằng quý", "mỗi tuần một lần")."""

from __future__ import annotations

import re

from assistant.compose.citing import Draft
from assistant.compose.sentences.passages import answer_text
from assistant.compose.sufficiency import TELLING
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

LEAST = 0.42  # of what is asked, by the one sentence that says how often anything of it is done
WORDS = 2  # telling words of the question that such a sentence must say itself
_SPAN = r"(?:ngay|tuan|thang|quy|nam)"
ASKED = guarded(
    rf"\bbao lau\b.{{1,90}}\b(?:mot|1) (?:lan|ky)\b|\b(?:may|bao nhieu) {_SPAN}\b.{{0,60}}\b(?:mot|1) (?:lan|ky)\b|"
    rf"\b(?:may|bao nhieu) lan (?:mot|moi|1|trong mot) {_SPAN}\b|\bmoi {_SPAN} (?:may|bao nhieu) lan\b|"
    r"\btan suat\b.{0,40}\b(?:nao|sao|bao nhieu|gi)\b|\bdinh ky bao lau\b|"
    rf"\bdinh ky (?:may|bao nhieu) {_SPAN}\b|"
    r"\bhow (?:often|frequently|regularly)\b|\bat what (?:frequency|intervals?)\b"
)
_SPAN_SAID = r"(?:ngày|tuần|tháng|quý|năm)"
TOLD = re.compile(
    rf"\b\d+ {_SPAN_SAID} ?/ ?(?:\d+ )?(?:lần|kỳ)\b|\b\d+ (?:lần|kỳ|buổi|phiên|cuộc|ngày) ?/ ?(?:\d+ )?{_SPAN_SAID}\b|"
    rf"\b{_SPAN_SAID} (?:họp |làm |báo cáo |tổ chức )?(?:một|1|01) lần\b|\b(?:lần|kỳ) (?:mỗi|một|trong) {_SPAN_SAID}\b|"
    rf"\b(?:hằng|hàng|mỗi|từng) {_SPAN_SAID}\b"
)


def answer_how_often(question: Question, found: Found) -> Draft | None:
    """The one sentence that says how often what is asked of is done, however else it words it; None where none says
    enough of it, or several do."""
    if ASKED.search(fold(question.clear)) is None:
        return None
    telling = [c for c in found.candidates if c.figure is None and TOLD.search(c.statement.quote.lower())]
    near = [c for c in telling if c.coverage >= LEAST and _said(question, c) >= WORDS]
    if not near or (len(near) > 1 and near[1].coverage >= near[0].coverage):
        return None
    return answer_text(question, near[:1], limit=1)


def _said(question: Question, candidate: Candidate) -> int:
    """How many telling words of the question stand in or around a sentence, as part of a longer one as well: who holds
    a "họp giao ban" does "họp"."""
    words = candidate.statement.plain
    telling = (w for w in question.wanted if w.weight >= TELLING)
    return sum(w not in candidate.missing or any(f" {fold(k)} " in words for k in w.keys) for w in telling)

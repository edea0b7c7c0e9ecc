"""What a model's item may not do beyond the gate of all items: say amounts in words, name laws, people or stages that
are not in its evidence, speak of another matter than what it answers, or turn a limitation's words around.

Each test gives one sentence; "" is: nothing wrong.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from assistant.draft.gate import SLOT
from assistant.draft.kinship import content, family_of
from assistant.draft.types import Source, SourceKind
from ingest.language.fold import fold
from prompts.phrases import FALLBACK, Family

_AMOUNT = re.compile(
    r"(?<!\w)(?:(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?:lớp|cuộc|đợt|hội nghị|mô hình|đơn|hồ sơ|xã|lần|người|buổi"
    r"|kỳ|tháng|tuần|ngày|quý|vụ|đoàn|cơ quan|đơn vị)|một nửa|nửa số|gấp (?:đôi|ba)|(?:một|hai|ba) phần (?:ba|tư|năm)"
    r"|phần trăm)(?!\w)",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"(?<!\w)(?P<kind>Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Chỉ thị|Thông tư|Quyết định|Kết luận|Công điện)"
    r"(?P<name>(?:\s+[^\s,;.]+){1,3})"
)
_PERSON = re.compile(r"(?<!\w)(?:đồng chí|ông|bà)\s+(?P<name>(?:[A-ZĐÀ-Ỹ][\w]*\s*){1,4})")
_STAGE = re.compile(r"(?<!\w)(?:giai đoạn|quý|đợt|bước|loại|mức|cấp|khóa)\s+(?:I{1,3}|IV|VI{0,3}|IX|X)(?!\w)")
_WORDS = re.compile(r"[^\W_]+")
TURNED = 0.75  # share of a sentence's neighbouring words that another text has, from which it is that sentence
SENTENCE = 8  # words


def overreach(text: str, sources: Sequence[Source], families: Sequence[Family]) -> str:
    """Why a model's words may not stand over the sources they are said to answer, in one sentence."""
    evidence = fold(" ".join(s.quote for s in sources))
    if any(c.isdigit() for name in SLOT.findall(text) for c in name):
        return "Chỗ cần điền không được mang sẵn con số."
    spoken = SLOT.sub(" ", text)
    if "<" in spoken or "{" in spoken:
        return "Ý này không phải văn bản thuần."
    for pattern in (_AMOUNT, _STAGE):
        for found in pattern.finditer(spoken):
            if fold(found[0]) not in evidence:
                return f"“{found[0]}” không có trong nguồn của ý này."
    for found in _LAW.finditer(spoken):
        named = " ".join(fold(found[0]).split()[:4])
        if named not in " ".join(evidence.split()):
            return f"“{found[0]}” không có trong nguồn của ý này."
    for found in _PERSON.finditer(spoken):
        if fold(found["name"]).strip() not in evidence:
            return f"“{found[0].strip()}” không có trong nguồn của ý này."
    if not _of_the_matter(spoken, sources, families):
        return "Ý này nói việc khác với điều mà nó nêu là trả lời."
    for source in sources:
        if source.kind in (SourceKind.LIMITATION, SourceKind.CAUSE) and _turned_around(spoken, source.text):
            return "Ý này chỉ đảo lại câu nêu hạn chế."
    return ""


def _of_the_matter(text: str, sources: Sequence[Source], families: Sequence[Family]) -> bool:
    """Whether a text shares a concept with what it answers, or the family of work."""
    told = content(text)
    if any(told & content(f"{s.text} {s.lead}") for s in sources):
        return True
    own = family_of(text, families)
    return own.id != FALLBACK and any(family_of(s.text, families, s.issue).id == own.id for s in sources)


def _turned_around(text: str, sentence: str) -> bool:
    wanted, given = _neighbours(sentence), _neighbours(text)
    return len(wanted) >= SENTENCE - 1 and len(wanted & given) / len(wanted) >= TURNED


def _neighbours(text: str) -> set[tuple[str, str]]:
    words = _WORDS.findall(fold(text))
    return set(itertools.pairwise(words))

"""Which body is the standing one of a committee or a scheme: named by a heading ("… của Phòng Nội vụ - Cơ quan thường
trực") or by a sentence that says so of its subject."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.evidence.statements import plain
from ingest.language.fold import fold
from ingest.language.letters import LOWER, UPPER

_ASKED = re.compile(
    r"\b(?:co quan|don vi|ai|noi|to chuc)\b[^?;]{0,40}\bthuong truc\b(?! (?:ubnd|hdnd|huyen uy|tinh uy|dang uy))|"
    r"\bthuong truc\b[^?;]{0,60}\b(?:la (?:co quan|don vi|ai)|thuoc ve|do (?:co quan|don vi|ai)|co quan nao|ai)\b|"
    r"\bstanding (?:agency|body|office|unit|member|department)\b"
)
_BODY = (
    r"(?P<body>(?:Công an|Sở|Ban|Văn phòng|Phòng|UBND|Ủy ban|Bộ|Cục|Thanh tra|Trung tâm)"
    rf"(?: [{UPPER}{LOWER}]+){{1,7}}?)"
)
_STANDING = re.compile(
    rf"\b{_BODY}(?:\s*[-–(]\s*|,? (?:là|làm) )(?:[Cc]ơ quan|[Đđ]ơn vị) [Tt]hường trực\b|"
    rf"\b{_BODY.replace('body', 'other')} (?:tiếp tục |đã )*(?:phát huy|giữ|thực hiện|làm)(?: tốt)? "
    r"(?:vai trò|nhiệm vụ)(?: là)?(?: cơ quan)? thường trực\b"
)
LEAST = 0.5  # of the question, by the place where the body is named


def answer_standing_body(t: Material) -> Draft | None:
    """The body, quoted from where the report names it; None where it is not asked for, or no place names one."""
    question = t.question
    if t.numeric or question.is_(Kind.FIGURE, Kind.LIST, Kind.WHEN) or not _ASKED.search(fold(question.clear)):
        return None
    asked = [w for w in question.wanted if w.weight >= LEAST and "thuong truc" not in w.words]
    best: tuple[int, Draft] | None = None
    for index in t.indexes:
        for block in index.report.blocks:
            named = _STANDING.search(block.text)
            if named is None:
                continue
            words = plain(f"{index.report.title} {block.text}")
            met = sum(any(f" {fold(form)} " in words for form in (w.words, *w.keys)) for w in asked)
            if best is None or met > best[0]:
                draft = Draft()
                body = " ".join((named["body"] or named["other"]).split())
                draft.say(body, draft.cite(index, block, named.start(), named.end()))
                best = (met, draft)
    return best[1] if best is not None else None

"""Which two things a question sets against each other: "A hơn B bao nhiêu", "chênh lệch giữa A và B", "how many more A
than B"."""

from __future__ import annotations

import re

from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_MUCH = r"(?:bao nhieu|may)\b(?! (?:lan|thang|nam|quy|ngay|hang|bac)\b)"
_ASKED = guarded(
    rf"\b(?P<rel>(?:nhieu|it|cao|thap|lon|nho|dong) hon|hon(?! nhan\b)|kem(?! theo\b))(?: so voi| so)?"
    rf"(?! nhau\b| \d) "
    rf"(?P<right>[^?;]{{2,80}}?)(?: la| toi| den)* {_MUCH}|"
    r"\bhow (?:many|much) (?:more|fewer|less|higher|lower) (?P<what>[^?;]{3,120}?) than (?P<right_en>[^?;]{2,100})|"
    r"\bby how (?:much|many [\w %]{2,24}?)\b[^?;]{3,120}?\b(?:exceed\w*|outnumber\w*|(?:higher|lower|larger|more|less|"
    r"greater|smaller) than|ahead of|behind) (?P<right_by>[^?;]{2,100})"
)
_NO_MORE = re.compile(r"\b(?:hòn|hồn|hôn|hớn|hỗn|hon nhan)\b|\bkèm\b")  # none of them is "hơn" or "kém"
_GAP = re.compile(r"\b(?:tăng|giảm|hơn|kém|chênh|vượt|thiếu|lệch|more|fewer|less|higher|lower|above|below)\b")
_BETWEEN = guarded(
    rf"\b(?:chenh lech|khoang cach|do chenh)(?: [^?;]{{1,60}}?)? giua (?P<one>[^?;]{{2,80}}?) (?:va|voi) "
    rf"(?P<other>[^?;]{{2,80}}?)(?: la)* {_MUCH}|"
    rf"\b(?P<first>[^?;]{{3,120}}?) (?:va|voi) (?P<second>[^?;]{{2,80}}?) (?:chenh|lech|hon kem)(?: lech)?(?: nhau)?"
    rf"(?: la)* {_MUCH}|"
    r"\bdifference between (?P<one_en>[^?;]{2,80}?) and (?P<other_en>[^?;]{2,80})"
)
_TIMES = re.compile(
    r"\b(?:thang|quy|nam|ky|cung ky)(?: lien)? (?:truoc|ngoai|[\di]+(?:/\d+)*)|\b(?:19|20)\d\d\b|"
    r"\b(?:last|previous|cung ky)(?: (?:year|month|quarter|nam|thang))?\b"
)
_NAMES = re.compile(r"\b(?!(?:so|voi|cua|trong|o|tai|cung|thoi|diem|ky|the|in|of|same)\b)[a-z]\w+")
_AIM = re.compile(r"\b(?:chi tieu|muc tieu|ke hoach|duoc giao|target|plan)\b")


def sides(question: Question) -> tuple[str, str] | None:
    """The folded words on either side of a comparison of two things; None where times or targets are set against each
    other, or nothing is."""
    asked = fold(_NO_MORE.sub(" ", question.clear.lower()))
    match = _ASKED.search(asked)
    if match is not None:
        right = next(filter(None, (match["right"], match["right_en"], match["right_by"])))
        left = asked[: match.start("rel")] if match["right"] else asked[match.start() : asked.rfind(right)]
    else:
        match = _BETWEEN.search(asked)
        if match is None:
            return None
        one, right = (g for g in match.groupdict().values() if g)
        left = asked[: match.start()] + asked[match.start() : asked.rfind(right)]
        left = left if one in left else f"{left} {one}"
    if _AIM.search(right) or not _NAMES.search(_TIMES.sub(" ", right)):
        return None
    return left, _TIMES.sub(" ", right)


def leaves_out_gap(question: Question, said: str) -> bool:
    """Whether two things are set against each other and what is told, in small letters, is no gap between them."""
    asked = fold(_NO_MORE.sub(" ", question.clear.lower()))
    match = _ASKED.search(asked)
    return match is not None and match["right"] is not None and _GAP.search(said) is None

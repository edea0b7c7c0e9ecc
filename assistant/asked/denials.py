"""What a question denies: "bao nhiêu hồ sơ không nộp trực tuyến?", "how many cases could not be reconciled?".

Where the glossary has the opposite of what is denied, that is what is asked for. What else is denied is
kept: a number of those of whom it holds is the very opposite of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.wanted import Wanted
from ingest.language.fold import fold

REACH = 3  # words, of a verb or its helpers, that may stand between a denial and what it denies
LEAST = 0.3  # the weight from which a word is more than one said of everything
_DENIAL = re.compile(
    r"\b(?:không|chưa)\b(?! (?:kể|tính|gồm|bao gồm|chỉ|những|phải|quá|dưới|gian|khí|quân|lực|"
    r"(?:ghi|nêu|tính|cho|công bố)(?: rõ| ra| sẵn)? (?:tỷ lệ|tỉ lệ|phần trăm|con số))\b)(?=\s+\w)",
    re.IGNORECASE,
)
_DENIAL_BARE = re.compile(
    r"\b(?:khong|chua)\b(?! (?:ke|tinh|gom|bao gom|chi|nhung|phai|qua|duoi|gian|khi|quan|luc|"
    r"(?:ghi|neu|tinh|cho|cong bo)(?: ro| ra| san)? (?:ty le|ti le|phan tram|con so))\b)(?=\s+\w)"
)
_DENIAL_EN = re.compile(
    r"(?<!whether or )(?<!or )\b(?:not|never|without|cannot|fail(?:ed|s)? to|unable to)\b"
    r"(?! (?:only|counting|including|just|more|less|later)\b)"
)
_COUNTS = re.compile(
    r"\b(?:bao nhieu|may|so luong|tong so|nao|nhung ai|how (?:many|much)|number of|which|"
    r"what (?:share|percentage|rate))\b"
)
_ASKS_WHETHER = re.compile(r"\b(?:co|da)\b.{2,160}\b(?:khong|chua)\W*$")
_LATE, _IN_TIME = ("quá hạn",), ("đúng hạn", "trước và đúng hạn")
OPPOSITE_OF = {
    "đúng hạn": _LATE, "trước hạn": _LATE, "trong hạn": _LATE, "còn hạn": _LATE, "trước và đúng hạn": _LATE,
    "quá hạn": _IN_TIME, "hòa giải thành": ("hòa giải không thành",), "hài lòng": ("không hài lòng",),
    "giải quyết": ("tồn đọng",), "đạt": ("chưa đạt",), "hoàn thành": ("chưa đạt",), "thực hiện": ("chưa thực hiện",),
    "đủ điều kiện": ("không đủ điều kiện",),
}  # fmt: skip
OPPOSITES = frozenset(fold(k) for keys in OPPOSITE_OF.values() for k in keys)


def turned(
    wanted: Sequence[Wanted], text: str, *, english: bool, bare: bool
) -> tuple[tuple[Wanted, ...], tuple[Wanted, ...]]:
    """The terms of a question with the opposite in place of each that it denies, and those which it denies and which
    have no opposite; as they are where it counts nothing or asks whether something is so."""
    folded = fold(text)
    if not _COUNTS.search(folded) or _ASKS_WHETHER.search(folded):
        return tuple(wanted), ()
    pattern, read = (_DENIAL_EN, folded) if english else (_DENIAL_BARE, folded) if bare else (_DENIAL, text)
    denials = [m.span() for m in pattern.finditer(read)]
    if not denials:
        return tuple(wanted), ()
    terms, denied = list(wanted), []
    for start, end in denials:
        if any(_covers(folded, w.words, start) for w in terms if w.words):
            continue  # the concept denies by itself: "tồn đọng" of "chưa giải quyết"
        word = _behind(terms, folded, end)
        if word is None:
            continue
        opposite = next((OPPOSITE_OF[k] for k in word.keys if k in OPPOSITE_OF), ())
        if opposite:
            terms[terms.index(word)] = replace(word, keys=opposite, weight=1.0)
        else:
            denied.append(word)
    return tuple(terms), tuple(denied)


def _covers(folded: str, words: str, at: int) -> bool:
    found = folded.find(words)
    return found <= at < found + len(words)


def _behind(terms: Sequence[Wanted], folded: str, at: int) -> Wanted | None:
    """The first telling term behind an offset of the text, with no more than REACH words between."""
    places = [(folded.find(w.words, at), w) for w in terms if w.words and w.weight >= LEAST]
    start, word = min(((place, w) for place, w in places if place >= 0), key=lambda p: p[0], default=(-1, None))
    return word if word is not None and len(folded[at:start].split()) <= REACH else None

"""Whether a sentence goes on with the one before it, so that this one says what it is about.

"Lớn nhất là …", "Nguồn: …" leave out their subject. So does a part set over a whole that the sentence before counts:
after "Triển khai 12 mô hình tại vùng cao." the sentence "Đến nay đã xong 7/12 mô hình" is of the models there. And
"Trong quý giải ngân 4 tỷ đồng" is of the capital that the sentence before speaks of up to its number.
"""

from __future__ import annotations

import re

_OPENS = re.compile(
    r"\W*(?:(?:lớn|cao|nhiều|ít|thấp|nhỏ|nặng|mạnh|nhanh|chậm|dài|yếu) nhất (?:là|thuộc)|(?:dẫn|đứng) đầu là|"
    r"(?:trong đó|cụ thể|bao gồm|gồm)(?: có)?[ :,]|nguồn(?: vốn| kinh phí| lực)?\s*:|số còn lại|"
    r"(?:nguyên nhân|lý do)(?: chính| chủ yếu)?(?:\s*:| là| do)\b)",
    re.IGNORECASE,
)
_OVER_WHOLE = re.compile(r"(?<![\d/])\d[\d.]*/(?P<whole>\d[\d.]*\s+[^\W\d_]+)\b(?!/)")
_SPENDS = re.compile(r"\W*(?:(?:trong|riêng) (?:tháng|quý|kỳ|năm)|đến nay),? (?:đã )?giải ngân (?:được )?\d", re.I)
_TO_NUMBER = re.compile(r"^\W*(?:\w{1,2}[.)]\s)?(\D*).*", re.S)


def goes_on(text: str, sentence: tuple[int, int], before: tuple[int, int] | None) -> bool:
    """Whether a sentence of a block, as offsets, goes on with the one `before` it."""
    if _OPENS.match(text, *sentence):
        return True
    if before is None:
        return False
    over = _OVER_WHOLE.search(text, *sentence)
    if over is None:
        return False
    whole = re.compile(rf"(?<![\d/.,]){re.escape(over['whole'])}\b", re.IGNORECASE)
    return whole.search(text, *before) is not None


def spends(text: str, sentence: tuple[int, int]) -> bool:
    """Whether a sentence of a block, as offsets, says how much was spent and not of what."""
    return bool(_SPENDS.match(text, *sentence))


def to_number(sentence: str) -> str:
    """What a sentence says before its first number, the mark of an item left out."""
    return _TO_NUMBER.sub(r"\1", sentence, count=1)

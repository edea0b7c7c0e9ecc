"""What is short by its place, in office notes and in chat: "trg đó", "t4 và t5", "PL I", "S.XD"; and a tone on the
wrong vowel ("tòan")."""

from __future__ import annotations

import re
import unicodedata

from ingest.language.guarded import guarded

_IN = re.compile(r"\btrg(?= (?:đó|do|số|so|năm|nam|tháng|thang|quý|quy|kỳ|ky|\d))", re.IGNORECASE)
_THE_MONTH = re.compile(r"\bthg(?= ?\d)", re.IGNORECASE)
# "t4, t5 và t6/2026", "sang t7", "t8 thì sao"
_MONTH_ALONE = re.compile(
    r"\b[Tt](1[0-2]|0?[1-9])(?=(?:,| và| với| \+| -| đến| tới| sang| hay| qua| vs| voi| den| toi) ?"
    r"(?:tháng |thang |[Tt])\d)|"
    r"(?<=ang) [Tt](1[0-2]|0?[1-9])\b(?!/)|(?<=[Qq]ua) [Tt](1[0-2]|0?[1-9])\b(?!/)|"
    r"\b[Tt](1[0-2]|0?[1-9])(?= (?:thì|thi)\b|\s*\?)"
)
_TOWNS = re.compile(r"(?<=\bxã)(?:, ?| ?[/+&] ?| va | và )TT\b")  # beside a commune it is a town
_APPENDIX = re.compile(r"\bPL ?(?=[IVX\d]+\b)|(?<=heo )PL(?= )|(?<=rong )PL(?= )|(?<=bảng )PL(?= )")
_CHAIR = re.compile(r"\b(P)?CT(?= (?:UBND|HĐND|xã|huyện|tỉnh|phường|thị trấn)\b)")
_A_DEPARTMENT = re.compile(r"\bS\.\s?(?=[A-ZĐ]{2,})")
_INDEX = re.compile(r"\bBCS\b")
_PROJECT = re.compile(r"\bĐA(?= \d)")
_SPECIAL = guarded(r"\b(phòng|ngành|cơ quan|đơn vị) CM\b")
# The tone on the first of two vowels: at the end of a word ("hòa") it is one of two ways to write it.
_TONE_AHEAD = re.compile(
    r"([óòỏõọ])(a(?=[a-z])|e(?=[a-z]))|([íìỉĩịýỳỷỹỵ])(ê)|([úùủũụ])(ô|â)|([ứừửữự])(ơ)", re.IGNORECASE
)


def in_full(text: str) -> str:
    """A Vietnamese text with what is short by its place in full, and each tone on its vowel."""
    text = _TONE_AHEAD.sub(_moved, _INDEX.sub("bộ chỉ số", _A_DEPARTMENT.sub("Sở ", text)))
    text = _TOWNS.sub(", thị trấn", _APPENDIX.sub("phụ lục ", _PROJECT.sub("Đề án", text)))
    text = _CHAIR.sub(lambda m: "Phó Chủ tịch" if m[1] else "Chủ tịch", text)
    text = _THE_MONTH.sub("tháng", _IN.sub("trong", text))
    return _MONTH_ALONE.sub(_the_month, text)


def specialised(text: str) -> str:
    """A text, its nouns in full, with "phòng CM" as what it is short for."""
    return _SPECIAL.sub(r"\1 chuyên môn", text)


def _the_month(m: re.Match[str]) -> str:
    number = next(g for g in m.groups() if g)
    return f"{' ' if m[0].startswith(' ') else ''}tháng {number}"


def _moved(m: re.Match[str]) -> str:
    """Two vowels with the tone of the first on the second."""
    first, second = (g for g in m.groups() if g)
    parts = unicodedata.normalize("NFD", first)
    return unicodedata.normalize("NFC", parts[:-1]) + unicodedata.normalize("NFC", second + parts[-1])

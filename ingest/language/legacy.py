"""Vietnamese of before Unicode: text set in TCVN3 (.VnTime) or VNI (VNI-Times) fonts, made readable.

Such text holds Latin-1 characters that only its font shows as Vietnamese letters. It is decoded before anything else is
done to it: TCVN3 writes ư as a soft hyphen, which repair would remove.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Legacy = Literal["tcvn3", "vni"]

_TCVN3 = str.maketrans(
    dict(
        zip(
            "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
            "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
            strict=True,
        )
    )
)
_PLAIN_MARKS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_TONE_ORDER = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_ROOF_MARKS = {sign: "\u0302" + tone for sign, tone in zip("âáàåãä", _TONE_ORDER, strict=True)}
_BOWL_MARKS = {sign: "\u0306" + tone for sign, tone in zip("êéèúüë", _TONE_ORDER, strict=True)}
_LONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_LONE |= {k.upper(): v.upper() for k, v in _LONE.items()}


def _vni_pairs() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for base, shown in (*zip("aeouy", "aeouy", strict=True), ("ô", "ơ"), ("ö", "ư")):
        marks = dict(_PLAIN_MARKS)
        if base in "aeo":
            marks |= _ROOF_MARKS
        if base == "a":
            marks |= _BOWL_MARKS
        for sign, mark in marks.items():
            letter = unicodedata.normalize("NFC", shown + mark)
            pairs[base + sign] = letter
            # A capital may carry a small or a capital mark, by the font.
            pairs[base.upper() + sign.upper()] = pairs[base.upper() + sign] = letter.upper()
    return pairs


_VNI = _vni_pairs()
_VNI_PAIR = re.compile("|".join(map(re.escape, sorted(_VNI, key=len, reverse=True))) + "|[" + "".join(_LONE) + "]")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.I
)
_SAMPLE = 20_000


def decode_legacy(text: str, font: str | None = None) -> str:
    """The text in Unicode. `font` names the font it was set in (".VnTime", "VNI-Times"); without it the text is judged.

    TCVN3 fonts whose name ends in H show small codes as capitals. Text in neither code is given back as it is.
    """
    if font:
        name = font.strip().lower()
        if name.startswith(".vn"):
            decoded = text.translate(_TCVN3)
            return decoded.upper() if name.endswith("h") else decoded
        if name.startswith("vni"):
            return _from_vni(text)
        return text
    code = looks_legacy(text)
    if code == "tcvn3":
        return text.translate(_TCVN3)
    return _from_vni(text) if code == "vni" else text


def _from_vni(text: str) -> str:
    return _VNI_PAIR.sub(lambda m: _VNI.get(m[0]) or _LONE[m[0]], text)


def looks_legacy(text: str) -> Legacy | None:
    """The code a text without font names is in, or None: it must read far better decoded than as it stands."""
    sample = text[:_SAMPLE]
    if not any("\u00a1" <= c <= "\u00ff" for c in sample):
        return None
    if sum(c in "ăđơưĂĐƠƯ" or "\u1ea0" <= c <= "\u1ef9" for c in sample) > len(sample) * 0.01:
        return None
    raw = _reads(sample)
    tcvn3, vni = _reads(sample.translate(_TCVN3)), _reads(_from_vni(sample))
    best: Legacy = "tcvn3" if tcvn3 >= vni else "vni"
    return best if max(tcvn3, vni) > 0.75 and max(tcvn3, vni) > raw + 0.25 else None


def _reads(text: str) -> float:
    """The share of words that are well-formed Vietnamese syllables."""
    words = re.findall(r"[^\s\d.,;:!?()\[\]{}“”\"'/\\\-–…%+*=<>|&@#$^_~`]+", text)
    if not words:
        return 0.0
    bare = (unicodedata.normalize("NFC", unicodedata.normalize("NFD", w).translate(_TONES)) for w in words)
    return sum(bool(_SYLLABLE.fullmatch(w)) for w in bare) / len(words)

"""Repair: what extraction did to Vietnamese letters, undone; nothing else is changed."""

from __future__ import annotations

import re
import unicodedata

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
# Zero-width characters, byte order mark, soft hyphen, bidirectional overrides and isolates, interlinear anchors.
_UNSEEN = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u061c" + "".join(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x2070), *range(0xFFF9, 0xFFFC)])
)

_TABLE: dict[int, str | None] = {
    **dict.fromkeys([*range(0x00, 0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]),
    **dict.fromkeys(map(ord, _UNSEEN)),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _BREAKS), "\n"),
    **dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF]),  # lone surrogates, non-characters
    # A font bug of one office suite prints ư as U+01A3; neither letter exists in Vietnamese.
    ord("ƣ"): "ư",
    ord("Ƣ"): "Ư",
    ord("ð"): "đ",
    ord("Ð"): "Đ",
    ord("Ɖ"): "Đ",
    0x0340: "\u0300",
    0x0341: "\u0301",
    # Presentation forms that NFC leaves alone.
    ord("ﬀ"): "ff",
    ord("ﬁ"): "fi",
    ord("ﬂ"): "fl",
    ord("ﬃ"): "ffi",
    ord("ﬄ"): "ffl",
}

_SHAPES = "\u0302\u0306\u031b"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARK = f"[{_SHAPES}{_TONES}]"
_SPLIT = re.compile(rf"(?:(?<=[^\W\d_])|(?<={_MARK})) +(?={_MARK})")
_CLUSTER = re.compile(rf"([^\W\d_])({_MARK}+)")
_STRAY = re.compile(rf"(?<![^\W\d_])(?<!{_MARK}){_MARK}+")

# Syllables that are really written with õ; any other word with õ that is well formed with ò is a damaged ò.
_TILDE_O = frozenset(
    [
        "bõ",
        "bõm",
        "chõ",
        "chõm",
        "chõng",
        "chõi",
        "cõi",
        "cõng",
        "dõi",
        "dõng",
        "gõ",
        "giõng",
        "giõi",
        "hõm",
        "khõm",
        "lõ",
        "lõa",
        "lõi",
        "lõm",
        "lõng",
        "lõn",
        "mõ",
        "mõi",
        "mõm",
        "mõng",
        "ngõ",
        "ngõng",
        "nhõ",
        "nhõi",
        "nhõm",
        "nhõn",
        "nhõng",
        "nõ",
        "nõi",
        "nõn",
        "nõng",
        "õng",
        "õi",
        "rõ",
        "rõi",
        "sõi",
        "sõng",
        "tõi",
        "tõm",
        "thõng",
        "thõm",
        "trõm",
        "võ",
        "võng",
        "xõa",
        "xõng",
        "õ",
        "tõe",
        "xõe",
        "nhõe",
        "lõe",
        "ngõe",
    ]
)
_WELL_FORMED = re.compile(
    r"(?:b|c|ch|d|đ|gi|g|h|kh|k|l|m|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?ò(?:a|e|i|m|n|ng|an|ang|ai)?"
)
_WORD_WITH_TILDE_O = re.compile(r"[^\W\d_]*[õÕ][^\W\d_]*")


def _reorder(found: re.Match[str]) -> str:
    marks = found[2]
    shapes = [m for m in marks if m in _SHAPES]
    tones = [m for m in marks if m in _TONES]
    # A letter carries at most one shape and one tone; more are kept as they came, for nothing is thrown away here.
    return found[1] + "".join(shapes) + "".join(tones)


def _grave(found: re.Match[str]) -> str:
    word = found[0]
    lower = word.lower()
    if lower in _TILDE_O or not _WELL_FORMED.fullmatch(lower.replace("õ", "ò")):
        return word
    return word.replace("õ", "ò").replace("Õ", "Ò")


def repair(text: str) -> str:
    """The text in NFC with the letters that extraction damaged put right.

    ƣ becomes ư and eth đ; marks parted from their letter are joined to it; exotic spaces become plain ones, line and
    page separators line breaks; what has no width, controls and bidirectional overrides are removed. "HÕA" becomes
    "HÒA" where õ makes no Vietnamese syllable. Quotation marks and dashes stay.
    """
    if text.isascii() and text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.translate(_TABLE)
    if not unicodedata.is_normalized("NFC", text) or re.search(_MARK, text):
        text = _SPLIT.sub("", unicodedata.normalize("NFD", text))
        text = unicodedata.normalize("NFC", _CLUSTER.sub(_reorder, text))
        text = _STRAY.sub("", text)
    if "õ" in text or "Õ" in text:
        text = _WORD_WITH_TILDE_O.sub(_grave, text)
    return text


def squeeze(text: str) -> str:
    """Repaired, and all white space made single spaces."""
    return " ".join(repair(text).split())

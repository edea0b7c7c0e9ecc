"""Levels of administration as people say them: "dưới xã", "trên huyện", "bên các xã" for "cấp xã" and "cấp huyện"."""

from __future__ import annotations

import re

from ingest.language.fold import fold
from ingest.language.letters import UPPER

_SIDE = r"(?:(?:o |tai |phia |ben |phan )*(?:duoi|phia|ben|phan cua|phan thuoc|(?<!truc )tuyen))"
_SAID = re.compile(
    rf"\b(?:{_SIDE}(?: cac| cap)* (?P<any>xa|huyen|tinh)|(?:o )?tren (?P<above>huyen|tinh))"
    r"(?:, (?:thi tran|phuong)(?:, (?:thi tran|dac khu))?)?"
    # "bên huyện mình", "phía xã bạn" is a place, and "phía tỉnh đoàn" a body
    r"(?!\w| (?:doan|uy|doi|minh|ta|nay|nao|ban|khac|lien|giap|hoi)\b)"
)
_LEVELS = frozenset({"xã", "huyện", "tỉnh"})
_NAMED = re.compile(rf" [{UPPER}]")
_BOTH = re.compile(
    r"\b(?P<one>xa|huyen|tinh)(?: lan|,? cung(?: voi)?| \+) (?:cap )?(?P<other>xa|huyen|tinh)\b(?! \w+ (?:nao|may)\b)"
)


def levels_in_full(text: str) -> str:
    """A text with the levels that it speaks of called so, unless one is a place that goes by its name; "huyện lẫn xã"
    are both of them."""
    folded = fold(text)
    if "xa" not in folded and "huyen" not in folded and "tinh" not in folded:
        return text
    out: list[str] = []
    last = 0
    for said in _SAID.finditer(folded):
        name = "any" if said["any"] else "above"
        level = text[said.start(name) : said.end(name)].lower()
        if _NAMED.match(text, said.end()) or (level not in _LEVELS and not text.isascii()):
            continue
        out += [text[last : said.start()], "cấp ", text[said.start(name) : said.end(name)]]
        last = said.end()
    whole = "".join(out) + text[last:]
    folded = fold(whole)
    out, last = [], 0
    for both in _BOTH.finditer(folded):
        if _NAMED.match(whole, both.end()):
            continue
        level = "" if folded[: both.start()].endswith("cap ") else "cấp "
        one, other = (whole[both.start(name) : both.end(name)] for name in ("one", "other"))
        out += [whole[last : both.start()], level, one, " lẫn cấp ", other]
        last = both.end()
    return "".join(out) + whole[last:]

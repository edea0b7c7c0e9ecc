"""Which sorts of document a question asks for, apart from those that it only speaks of: "Which decision approved the
plan on …?" is after a decision, and "quyết định ban hành kế hoạch nào?" after a plan.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.asked.restating import KEPT
from ingest.language.fold import fold

ENGLISH = {
    "decision": "quyet dinh", "plan": "ke hoach", "resolution": "nghi quyet", "directive": "chi thi",
    "decree": "nghi dinh", "circular": "thong tu", "official letter": "cong van", "letter": "cong van",
    "dispatch": "cong van", "programme": "chuong trinh", "program": "chuong trinh", "notice": "thong bao",
    "conclusion": "ket luan", "regulation": "quy che", "scheme": "de an", "law": "luat", "report": "bao cao",
}  # fmt: skip
SORTS = "|".join((*dict.fromkeys(ENGLISH.values()), "huong dan", "to trinh", "cong dien", "quy dinh"))
_WORD = r"(?<!ky )(?<!ki )(?<!phap )(?<!quy )\b"  # "kỷ luật" is no law
_NOT_ITS_OWN = r"(?!(?:nao|gi|so|ngay|do|thi|la|ve|duoc|da|va)\b)"
_ASKED = re.compile(
    rf"{_WORD}(?P<vi>{SORTS})(?:(?: {_NOT_ITS_OWN}\w+){{0,2}} (?:nao|gi)|"
    rf"(?: (?!(?:{SORTS}|nao|gi)\b)\w+){{0,18}}? so (?:hieu )?(?:may|nao|bao nhieu|gi))\b|"
    rf"^\W*(?P<head>{SORTS})\b[^,;?]{{0,160}}? (?:mang|co|la) so (?:hieu )?(?:may|nao|bao nhieu|gi)\b|"
    rf"\b(?:which|what) (?:[a-z’'-]+ ){{0,3}}?(?P<en>{'|'.join(ENGLISH)})s?\b"
)


@lru_cache(maxsize=KEPT)
def sorts_asked(text: str) -> frozenset[str]:
    """The sorts of document, folded, that a question asks for with "nào", "số mấy", "which"; none where it asks for no
    sort so."""
    return frozenset(m["head"] or m["vi"] or ENGLISH[m["en"]] for m in _ASKED.finditer(fold(text)))


_NAMED = re.compile(rf"{_WORD}(?P<vi>{SORTS})\b|\b(?P<en>{'|'.join(ENGLISH)})s?\b")


def sort_named(text: str) -> frozenset[str]:
    """The sort of document, folded, that some words name first; none where they name none."""
    named = _NAMED.search(fold(text))
    return frozenset() if named is None else frozenset({named["vi"] or ENGLISH[named["en"]]})

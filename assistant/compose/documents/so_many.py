"""Documents asked for by how many they are ("04 kế hoạch nào", "the four plans"): all of them are owed."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

DOCUMENTS = "van ban|ke hoach|quyet dinh|nghi quyet|chi thi|nghi dinh|thong tu|cong van|chuong trinh"
_ENGLISH = "documents|plans|decisions|resolutions|directives|decrees|circulars|letters|programmes"
_NUMERALS = {"hai": 2, "ba": 3, "bon": 4, "bay": 7, "tam": 8, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBER = rf"(?:{'|'.join(_NUMERALS)}|0?[2-9])"  # marks are lost: "năm" and "sáu" would be a year and "sau"
COUNTED = rf"(?:(?<=\bso hieu )|(?<=\bcua )|(?<=\bca )|(?<=\bten )){_NUMBER}"
# "04 kế hoạch nào", "hai quyết định gì": the number counts them, and names none ("Nghị quyết 4 …")
WHICH_SO_MANY = rf"(?<!\d )(?<!\bso )(?<![\d/.,-])\b{_NUMBER} (?:{DOCUMENTS}) (?:nao|gi)\b"
_HOW_MANY = guarded(rf"(?<![\d/.,-])\b(?P<number>{_NUMBER}) (?:[\w’'/-]+ ){{0,4}}?(?:{DOCUMENTS}|{_ENGLISH})\b")
_ASKED = guarded(rf"{WHICH_SO_MANY}|\b(?:which|what) {_NUMBER} (?:[\w’'/-]+ )?(?:{_ENGLISH})\b")
_NUMBER_ASKED = guarded(rf"\b(?:{DOCUMENTS}) so (?:may|bao nhieu|nao)\W*$")
_NUMBERED = re.compile(r"\d[\w.]*(?:/\d{4})?\s?[/-]\s?[A-ZĐ]|\b[Ss]ố \d")
_BLANK = re.compile(r"\btrống\b|\bblank\b|\bkhông (?:ghi|nêu)\b", re.IGNORECASE)
_PRINTED = re.compile(r"(?<![\w/-])\d+[\w-]*/[\w/&-]*[A-ZĐ]{2}|(?<![\w/-])\d+-[A-ZĐ]{2}")  # the number of a document


def how_many(folded: str) -> int:
    """How many documents a folded question asks for by number ("the four plans"); 0 where it says none."""
    said = _HOW_MANY.search(folded)
    return 0 if said is None else _NUMERALS.get(said["number"]) or int(said["number"])


def leaves_out_documents(question: Question, draft: Draft) -> bool:
    """Whether of so many documents asked for a draft tells some and not all, or of one whose number is asked for no
    number."""
    folded = fold(question.clear)
    if question.is_(Kind.DOCUMENT) and _NUMBER_ASKED.search(folded) and not _NUMBERED.search(draft.text):
        return bool(draft.claims) and not _BLANK.search(draft.text)
    asked = _ASKED.search(folded)
    return asked is not None and 0 < len(set(_PRINTED.findall(draft.text))) < how_many(asked[0])

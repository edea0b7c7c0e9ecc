"""By how many percent a count changed: "số hồ sơ tháng 5 tăng bao nhiêu phần trăm so với tháng 4", no share of it."""

from __future__ import annotations

import re

from assistant.question import Question
from ingest.language.fold import fold

_CHANGES = (
    r"(?:tang|giam|thay doi|bien dong|chenh(?: lech)?|hon|kem|vuot|ris(?:e|en)|rose|grow(?:n|th)?|grew|"
    r"fall(?:en)?|fell|drop(?:ped)?|declined?|chang(?:e|ed)|increase[ds]?|decrease[ds]?|up|down)"
)
_IN_PERCENT = (
    r"(?:(?:bao nhieu|may) ?(?:phan tram|%)|\btheo (?:phan tram|ty le phan tram|%)|"
    r"\b(?:what|which) per ?cent(?:age)?\b|\bhow many per ?cent\b|\bpercentage change\b|\bper ?cent(?:age)? terms\b)"
)
_ASKS = re.compile(
    rf"^(?=.*\b{_CHANGES}\b)(?=.*{_IN_PERCENT})|\b(?:ty le|toc do|muc) (?:tang|giam)\b(?=.*(?:%|phan tram))"
)
_OF_SHARE = re.compile(
    r"\b(?:ty le|ti le)\b(?! (?:tang|giam|phan tram))|"
    r"\b(?:rate|share|proportion)s?\b(?! of (?:change|increase|growth))|"
    r"\bdiem phan tram\b|\bpercentage points?\b|\bdat (?:bao nhieu|may) (?:phan tram|%)|\bchiem\b"
)
MEASURE = frozenset(
    {"phan tram", "%", "ty le", "toc do", "tinh theo", "percentage", "percent", "tinh", "theo", "terms"}
)


def asks_percent_change(question: Question) -> bool:
    """Whether a question asks by how many percent a count changed."""
    asked = fold(question.clear)
    return question.percent and _ASKS.search(asked) is not None and _OF_SHARE.search(asked) is None

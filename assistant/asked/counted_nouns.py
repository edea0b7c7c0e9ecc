"""Where the noun ends that an English question counts: "how many people | work in …", "how many women | attended"."""

from __future__ import annotations

import re

# What follows "bao nhiêu", "mấy" and names nothing that is counted: "mấy nơi trong …", "bao nhiêu cái bị trễ".
LEADS_ON = re.compile(
    r"(?:về|trong|của|theo|tại|thì|và|vào|trên|cho|so với|nơi|chỗ)\b|"
    r"(?:cái|món) (?:bị|được|đã|còn|chưa|thành công|xong|trễ|quá hạn|đúng|kịp|đạt|không|trước hạn|rút)\b",
    re.IGNORECASE,
)
_PAST = re.compile(  # the verb that follows what is counted
    r"(?<=\w) (?:\w{2,}ed|took|came|got|held|went|made|met|won|paid|sent|built|gave|saw|died|fell|rose|lost|sat|ran|"
    r"arose|began|became|left|stood|brought|drew|grew|withdrew|sought|spent)\b"
)
_PLURAL = r"(?:\w{2,}(?<![su])(?<!i)s|people|men|women|children|staff|personnel|police|cattle)"
_PLURALS = re.compile(rf"\b{_PLURAL}(?:[’']? {_PLURAL})*\b")


def noun_end(folded: str, start: int, end: int) -> int:
    """The offset at which what is counted ends, in a folded text of which `start` and `end` hold it with what may
    follow: at a verb in the past, or behind the first word in the plural, as the noun of a compound is the last of it
    ("business recommendations | remain")."""
    if (verb := _PAST.search(folded, start, end)) is not None:
        end = verb.start()
    plural = _PLURALS.search(folded, start, end)
    return plural.end() if plural is not None else end

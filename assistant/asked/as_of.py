"""A day up to which a figure is asked ("đến 15/9/2025", "as of 15 September 2025"), and how reports write that day."""

from __future__ import annotations

import re

from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.periods import DAY

_UP_TO = re.compile(
    r"\b(?:den|toi)(?: het| thoi diem)?(?: ngay)? \d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}| thang)|"
    r"\b(?:as (?:of|at)|by|until|up to) (?:the )?(?:end of )?(?:\d{1,2}|[a-z]{3,9} \d{1,2},? \d{4})"
)


def day_asked(question: Question) -> tuple[str, ...]:
    """The ways in which a folded text writes the one day up to which a figure is asked; () where none is."""
    days = [p for p in question.periods if DAY.fullmatch(p)]
    if len(days) != 1 or not _UP_TO.search(fold(question.clear)):
        return ()
    year, month, day = (int(part) for part in days[0].split("-"))
    return (
        f"{day}/{month}/{year}",
        f"{day:02}/{month:02}/{year}",
        f"{day:02}/{month}/{year}",
        f"{day}/{month:02}/{year}",
        f"{day} thang {month} nam {year}",
        f"{day:02} thang {month:02} nam {year}",
    )


_AGAINST_THAT = re.compile(  # "so với thời điểm 06/11/2031 thì tăng mấy điểm?", of the day spoken of before
    r"\b(?:so voi|compared (?:with|to)|against|than on|since)"
    r"(?: (?:thoi diem|moc|hom|ngay|thang|quy|nam|the|in|on))* \d"
)


def sets_against(text: str) -> bool:
    """Whether a question sets a time that it names against another: "so với thời điểm 06/11/2031"."""
    return _AGAINST_THAT.search(fold(text)) is not None

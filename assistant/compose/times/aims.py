"""What a question wants of one figure over several reports: the highest month, the sum, the mean, how many months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assistant.asked.kinds import Kind
from assistant.asked.restating import adds, compares, over_a_series
from assistant.claims import Language
from assistant.measured.running import PART_OF_YEAR
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.letters import UPPER
from ingest.language.numbers import parse_number
from ingest.language.periods import contains

LEAST = 3  # reports that make a series where the question does not name its periods
NAMED = 2  # periods named one by one that are added up
_UP_TO = r"(?:[ ,]+\w+){0,14} nhat\b"
_LOWEST = re.compile(rf"\b(?:thap|it|nho|kem){_UP_TO}|\b(?:lowest|least|fewest|smallest|worst)\b")
_HIGHEST = re.compile(
    rf"\b(?:cao|nhieu|lon|(?<!cong )(?<!lao )(?<!hop )(?<!hoi )dong|tot){_UP_TO}|"
    r"\b(?:highest|most|largest|greatest|biggest|best|peak(?:ed)?)\b"
)
_NAME = re.compile(rf"(?<=[^\W_] )[{UPPER}]\w*")
_JUDGED = re.compile(r"\b(?:tot|kem)(?:[ ,]+\w+){0,14} nhat\b|\b(?:best|worst)\b")
_UNWANTED = re.compile(r"\b(?:qua han|tre han|cham|ton dong|vi pham|overdue|late|backlog|errors?|complaints?)\b")
_MEAN = re.compile(r"\b(?:trung binh|binh quan)\b|\baverage\b|\bmean\b|\bper month\b")
_COUNT = re.compile(
    r"\b(?:bao nhieu|may|nhung) (?:thang|quy|ky(?= (?:bao cao|co|ma)\b))\b|"
    r"\bcac (?:thang|quy) (?:nao|co|ma)\b|\bso (?:thang|quy) (?:ma|co)\b|"
    r"\b(?:how many|which) (?:months|quarters)\b|\b(?:months|quarters) in which\b"
)
_COURSE = re.compile(  # "thay đổi thế nào qua ba tháng", "how did it develop over April, May and June"
    r"\b(?:thay doi|bien dong|bien doi|dien bien|chuyen bien|tang giam)(?: \w+){0,3}? (?:the nao|ra sao)\b|"
    r"\b(?:dien bien|qua (?:cac|tung|ba|bon|\d+) (?:thang|quy|ky|bao cao))\b|"
    r"\bhow (?:did|has|have) [^?;]{3,160}\b(?:develop|evolve|change|move|progress|vary|fluctuate)(?:d|s)?\b|"
    r"\b(?:trend|course|development) of\b|\bmonth by month\b"
)
_OF_EACH = guarded(  # of every report there is, where the question names no month
    r"\b(?:tung|moi|theo|hang|(?:qua|trong|o|cua) (?:cac|tung|moi)) (?:thang|quy|ky(?: bao cao)?|bao cao thang)\b"
    r"(?! (?:nao|nay|\d))|\b(?:tat ca|ca) cac (?:thang|quy|ky)\b(?! nao)|\b(?:thang|quy) nao (?:duoc |la )?bao nhieu\b|"
    r"\bxu huong\b|\b(?:each|every|all) (?:of )?(?:the )?(?:months?|quarters?)\b|"
    r"\b(?:month|quarter)(?: |-)by(?: |-)(?:month|quarter)\b|\btrend\b|"
    r"\b(?:over|across|through(?:out)?) (?:all )?(?:the )?(?:months|quarters|monthly reports|quarterly reports)\b"
)
_WHOLE = re.compile(r"\b(?:ca|toan) nam\b|\b(?:whole|full) year\b")
_ALL = re.compile(r"\b(?:tat ca|ca thay|tong|het thay)\b|\b(?:in all|altogether|total)\b")
_OVER = re.compile(
    r"\b(?:over|across|during|in) (?:exactly )?(?:the |these |those |all )?(?:\w+ )?(?:months|quarters)\b"
)
_MANY = re.compile(
    r"\b(?P<n>\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi|muoi hai|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve) (?:(?P<quarter>quy|quarters)|thang|months)\b(?! (?:\d|nao))"
)
ALL_MONTHS = re.compile(  # "cả bốn tháng có bao nhiêu phiếu"
    r"\b(?:ca|gop|tinh chung)(?: ca)? (?:hai|ba|bon|nam|sau|bay|tam|chin|muoi|\d{1,2}) thang\b|"
    r"\b(?:all|over the|across the) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) months\b"
)
_NUMBERS = {
    word: n
    for words in (
        "hai ba bon nam sau bay tam chin muoi",
        "two three four five six seven eight nine ten eleven twelve",
    )
    for n, word in enumerate(words.split(), 2)
} | {"muoi hai": 12}
_MARK = re.compile(
    r"(?P<over>\b(?:tren|hon|vuot|over|above|more than|exceed\w*|at least|"
    r"tu(?! (?:thang|quy|nam|ngay|ky|dau)\b))\b)(?:(?!\b(?:thang|quy|nam|ngay)\b)\D){0,24}?(?P<a>\d[\d.,]*)|"
    r"(?P<under>\b(?:duoi|it hon|thap hon|under|below|fewer than|"
    r"less than)\b)\D{0,24}?(?P<b>\d[\d.,]*)"
)


_MEASURED = re.compile(r"\W*(?:tong )?(?:so|diem|muc|gia tri|ket qua|scores?|values?)\b")
_MONTHS = re.compile(
    r"\bthang nao\b|\b(?:moi|tung|hang|cac|ca|ba|3) thang\b|\b(?:which|each|every|per|three|3|a) months?\b|\bmonthly\b"
)


class Aim(StrEnum):
    """What is to be made of the series."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    MEAN = "mean"
    COUNT = "count"
    SUM = "sum"
    EACH = "each"


def aim_of(question: Question) -> Aim | None:
    """What the question wants of a series, or None where it is not about one."""
    asked = fold(question.clear)
    named = names_parts(question)
    sums = adds(question) and not compares(question) and not question.percent
    if not over_a_series(question) and not (len(named) >= NAMED and sums):
        return _each(question, named)
    if _MARK.search(asked) and _COUNT.search(asked):
        return Aim.COUNT
    if _JUDGED.search(asked) and _UNWANTED.search(asked):
        return None  # the best month of what is not wanted is the lowest to one reader, the highest to none
    unnamed = _without_names(question)
    for aim, pattern in ((Aim.LOWEST, _LOWEST), (Aim.HIGHEST, _HIGHEST)):
        if pattern.search(unnamed):
            return aim
    for aim, pattern in ((Aim.MEAN, _MEAN), (Aim.SUM, _WHOLE)):
        if pattern.search(asked):
            return aim
    if len(named) >= LEAST and (_ALL.search(asked) or _OVER.search(asked)):
        return Aim.SUM
    if ALL_MONTHS.search(asked) and question.is_(Kind.FIGURE) and not question.percent:
        return Aim.SUM
    return Aim.SUM if sums else _each(question, named)


def asks_highest(question: Question) -> bool:
    """Whether the highest of a series is asked for, with or without the lowest."""
    return bool(_HIGHEST.search(_without_names(question)))


def _without_names(question: Question) -> str:
    """The folded question without its capital words: the place "Bình Đông" is not "đông nhất"."""
    return fold(_NAME.sub("_", question.clear))


def _each(question: Question, named: tuple[str, ...]) -> Aim | None:
    """A number asked of several months, and nothing to be done with it, or how it went over three of them or more: each
    month's is told."""
    named_only = question.kinds == (Kind.TEXT,) and _MEASURED.match(fold(question.clear))  # "Điểm … các tháng 2 và 3?"
    plain = (
        (question.is_(Kind.FIGURE) or bool(named_only))
        and not question.is_(Kind.DOCUMENT, Kind.AUDIT, Kind.CAUSE)
        and not question.levels
    )
    asked = fold(question.clear)
    if len(named) >= LEAST and _COURSE.search(asked) and not question.is_(Kind.CAUSE, Kind.AUDIT):
        return Aim.EACH
    if len(named) != 1 and asks_each(question):
        return Aim.EACH
    return Aim.EACH if plain and len(named) >= NAMED and not compares(question) else None


def asks_each(question: Question) -> bool:
    """Whether the value of every month is asked for, or how it went over them: "từng tháng", "diễn biến qua các kỳ"."""
    asked = fold(question.clear)
    other = (Kind.CAUSE, Kind.AUDIT, Kind.DOCUMENT, Kind.DIRECTION, Kind.LIMITATION, Kind.WHO)
    if question.is_(*other) or _MEAN.search(asked) or question.documents:
        return False
    return _OF_EACH.search(asked) is not None or (_COURSE.search(asked) is not None and "qua cac" in asked)


def over_months(question: Question, period: str) -> bool:
    """Whether a question about one quarter is about its months: "tháng nào của quý III", "bình quân mỗi tháng"."""
    return "Q" in period and bool(_MONTHS.search(fold(question.clear)))


def months_of(quarter: str) -> tuple[str, ...]:
    """The months of a quarter: of "2025-Q3" July, August and September."""
    year, number = quarter.split("-Q")
    return tuple(f"{year}-{month:02}" for month in range(3 * int(number) - 2, 3 * int(number) + 1))


def names_parts(question: Question) -> tuple[str, ...]:
    """The months or quarters that the question names one by one."""
    asked = (*question.periods, *question.report_periods)
    asked = tuple(p for p in asked if not any(p != q and contains(p, q) for q in asked))  # "quý II (tháng 4, 5 và 6)"
    return tuple(dict.fromkeys(p for p in asked if PART_OF_YEAR.fullmatch(p)))


def parts_asked(question: Question, *, quarters: bool) -> int:
    """Over how many months, or quarters, the question wants the sum or mean, where it says so; else 0."""
    said = _MANY.search(fold(question.clear))
    if said is None or bool(said["quarter"]) != quarters:
        return 0
    return int(said["n"]) if said["n"].isdigit() else _NUMBERS[said["n"]]


@dataclass(frozen=True, slots=True)
class Mark:
    """A value that months are counted above or below of; `inclusive` where reaching it is enough."""

    value: Decimal
    under: bool
    inclusive: bool

    def passed(self, value: Decimal) -> bool:
        """Whether a value is on the side asked for."""
        if self.under:
            return value < self.value
        return value > self.value or (self.inclusive and value == self.value)


def number_said(text: str, language: Language) -> Decimal | None:
    """A number of a question: in English "5,600" are five thousand and more."""
    text = text.rstrip(".,")
    return parse_number(text.replace(",", "") if language == "en" else text)


def mark_of(question: Question) -> Mark | None:
    """The value that the question counts months above or below of, None where it names none that can be read."""
    said = _MARK.search(fold(question.clear))
    value = number_said(said["a"] or said["b"], question.language) if said is not None else None
    if said is None or value is None:
        return None
    return Mark(value, bool(said["under"]), bool(re.search(r"\btu\b|at least", said["over"] or "")))

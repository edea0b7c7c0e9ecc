"""Running totals and figures of one period: which of the two a figure of a report is, and which a question wants.

A monthly report sets both beside each other ("Trong tháng, tiếp nhận 210 hồ sơ; lũy kế từ đầu năm 940 hồ sơ"): the one
never answers for the other, and only the first may be added up over the months.
"""

from __future__ import annotations

import re

from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import DAY, contains
from ingest.ledgers import Figure
from ingest.report import Block

RUNNING, OWN = "running", "own"
PART_OF_YEAR = re.compile(r"\d{4}-(?:\d{2}|Q[1-4])")
FIRST = ("-01", "-Q1")  # the first month or quarter of a year: what it counts is counted from the start of the year
SUITS, AGAINST = 0.15, -0.35  # what being of the kind that is asked for gives a figure, or being of the other takes
AFTER = 60  # characters behind a figure in which its time may still be said

_SUMS_UP = (
    r"\bluy ke\b|\bcong don\b|\b(?:(?:tinh|ke|cong) )?den (?:nay|het|hien nay|thoi diem|cuoi)\b|\btinh den\b|"
    r"\btinh don\b|\btoi (?:nay|het)\b|"
    r"\btu dau (?:nam|nhiem ky)\b|\bcumulat\w+|\byear to date\b|\bto date\b|\bso far\b|\bas (?:of|at)\b|"
    r"\brunning totals?\b|\bsince the (?:beginning|start)\b"
)
_OF_ONE = r"\btrong (?:thang|quy|ky|tuan)\b|\b(?:thang|quy|tuan|ky) nay\b|\bin the (?:month|quarter)\b"
_MARK = re.compile(rf"(?P<running>{_SUMS_UP})|(?P<own>{_OF_ONE})")
_MARK_ONLY = re.compile(rf"{_SUMS_UP}|\b(?:nay|nam \d{{4}}|la|duoc|dat|so|thang \d+(?:/\d{{4}})?)\b")
_PROVINCE = guarded(r"\btỉnh(?= đến\b)", re.IGNORECASE)  # "điểm của tỉnh đến ngày 15/7": no "tính đến"
_SENTENCE = re.compile(r"\.\s|\n")
_BRACKET = re.compile(r"\([^()]*\)")
_ENDS = re.compile(r"[,;.(\n]|\d")
_SINCE_JANUARY = r"\btu (?:ngay )?0?1/0?1(?:/20\d\d)?(?= (?:den|toi)\b)|\b(?:since january|ke tu thang (?:0?1|gieng))\b"
_ASKS_RUNNING = guarded(
    rf"{_SUMS_UP}|{_SINCE_JANUARY}|"
    rf"\btinh tu (?:ngay|dau|thang(?! (?:0?[2-9]|1[0-2])\b[^?;,]{{0,14}}\b(?:den|toi)\b))\b|"
    r"\bby the end of\b|"
    r"\bfrom the (?:beginning|start) of (?:the )?(?:year|\d)"
)
_BY_MONTH = re.compile(  # "had been spent by June"
    r"\bby (?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
)
_HAD = guarded(r"\b(?:had|has|have)\b[^?;]*\bby \w+(?: 20\d\d)?\W*$|^by \w+(?: 20\d\d)?,?[^?;]*\b(?:had|has|have)\b")
_ADDED_UP = re.compile(r"\b(?:luy ke|cong don|tinh don)\b|\bcumulat\w+|\brunning totals?\b|\byear[- ]to[- ]date\b")
_NOT_RUNNING = re.compile(
    r"\b(?:(?:khong|chua|chu khong)(?: phai)?(?: (?:tinh|ke|gom|lay|cong|la|so))*|"
    r"(?:not|excluding|rather than|no)(?: the| a)?) $"
)
_NEW_YEAR = guarded(
    rf"{_SINCE_JANUARY}|"
    r"\btu dau nam\b|\byear to date\b|\b(?:since|from) the (?:beginning|start) of (?:the year|this year|\d{4})\b"
)
_A_RANGE = re.compile(r"\b(?:tu|from|between) (?:thang|quy|\w+ (?=\d{4}|to|den))[^?.;]{0,24}$")
_ASKS_OWN = guarded(
    rf"{_OF_ONE}|\brieng (?:thang|quy)\b|\b(?:thang|quy) nao\b|\b(?:moi|tung|hang|cac|may|bao nhieu) (?:thang|quy)\b|"
    r"\b(?:which|each|every|per|how many|what) (?:month|quarter)s?\b|\bmonthly\b|\bin-month\b"
)
# "trong tháng 3 và lũy kế", "in March and cumulatively": the one is asked for beside the other.
_BOTH = re.compile(
    r"\b(?:thang|quy|ky|month|quarter|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|q[1-4])\b(?: of)?[\s\w/]{0,24}?,?\s*(?:va|and|cung|lan|cung nhu|"
    r"as well as)(?: (?:ca|so|the|tinh|a|cong))* (?:luy ke|cong don|tu dau nam|cumulat\w+|year to date|to date|so far|"
    r"since the (?:beginning|start))\b"
)


def _folded(text: str) -> str:
    """A text without marks and of the same length, in which a province is no reckoning."""
    return fold(_PROVINCE.sub("    ", text))


def is_running(figure: Figure, block: Block, own: str) -> bool:
    """Whether a figure of a report of the period `own` counts from before it: by its period, or by what is said last
    of its time in its sentence, behind it first, or in a table by its column."""
    if figure.period != own and contains(figure.period, own):
        return True
    if figure.locator.table is not None:
        return says_running(figure.locator.table.column or figure.indicator)
    end = figure.at + len(figure.text)
    behind = _folded(block.text[end : end + AFTER])
    stop = _ENDS.search(behind)
    mark = _MARK.search(behind[: stop.start()] if stop else behind)
    mark = mark or _mark_before(figure, block)
    return mark is not None and mark["running"] is not None


def _mark_before(figure: Figure, block: Block) -> re.Match[str] | None:
    """What the sentence of a figure says last of its time before the figure, in no bracket that is closed by then."""
    start = max((m.end() for m in _SENTENCE.finditer(block.text, 0, figure.at)), default=0)
    before = _folded(_BRACKET.sub(_blank, block.text[start : figure.at]))
    return max(_MARK.finditer(before), key=re.Match.start, default=None)


def _blank(m: re.Match[str]) -> str:
    return " " * len(m[0])


def of_one_span(figure: Figure, block: Block) -> bool:
    """Whether a sentence says that its figure is of one month or quarter: "trong quý" in the report of a month is of a
    longer time than the report, and yet no running total."""
    mark = _mark_before(figure, block)
    return mark is not None and mark["own"] is not None


def says_only_running(text: str) -> bool:
    """Whether words say that what follows counts from before, and nothing else: "; lũy kế từ đầu năm"."""
    said = _MARK_ONLY.sub(" ", fold(text))
    return said != fold(text) and not re.search(r"\w", said)


def says_running(text: str) -> bool:
    """Whether the labels over a column say that it counts from the start of the year."""
    said = _MARK.search(fold(text))
    return said is not None and said["running"] is not None


def asks_running(text: str) -> list[tuple[int, int]]:
    """Where a question asks for a running total, as offsets; the end of a range of months ("từ tháng 1 đến hết tháng
    4") asks for none."""
    folded = _folded(text)
    by_then = [m.span() for m in _BY_MONTH.finditer(folded)] if _HAD.search(folded) else []
    asked = (m for m in _ASKS_RUNNING.finditer(folded) if not _A_RANGE.search(folded[: m.start()]))
    return [m.span() for m in asked if not _NOT_RUNNING.search(folded[: m.start()])] + by_then


def leaves_out_running(text: str) -> list[tuple[int, int]]:
    """Where a question says that it wants no running total: "không tính lũy kế", "not cumulative"."""
    folded = _folded(text)
    before = ((_NOT_RUNNING.search(folded[: m.start()]), m.end()) for m in _ASKS_RUNNING.finditer(folded))
    return [(said.start(), end) for said, end in before if said is not None]


def kind_asked(text: str, periods: tuple[str, ...]) -> str:
    """Which kind of figure a question wants: RUNNING, OWN where it names a month or quarter, "" where it is open."""
    if asks_running(text):
        return RUNNING
    named = any(PART_OF_YEAR.fullmatch(p) for p in periods) or bool(leaves_out_running(text))
    return OWN if named or _ASKS_OWN.search(fold(text)) else ""


def says_time(text: str) -> str:
    """Which kind of figures words are of by the time that they say last: RUNNING, OWN, "" where they say none."""
    mark = max(_MARK.finditer(_folded(text)), key=re.Match.start, default=None)
    return "" if mark is None else RUNNING if mark["running"] is not None else OWN


def asks_both_times(text: str) -> bool:
    """Whether a question asks in one breath for what is of a month or quarter and for the running total."""
    return bool(_BOTH.search(fold(text)))


def carried_on(before: str, now: str, text: str) -> str:
    """The kind of a question that follows another: "Còn tháng 5?" after one for a running total asks for one too."""
    if before == RUNNING and now == OWN and not re.search(_OF_ONE, fold(text)):
        return RUNNING
    return now or before


def since_new_year(text: str) -> bool:
    """Whether a question asks for what has come about since the start of the year."""
    return bool(_NEW_YEAR.search(fold(text)))


def counts_from_new_year(text: str) -> bool:
    """Whether a question says that it wants what was added up: "lũy kế", "cộng dồn", "từ đầu năm"."""
    folded = fold(text)
    return _ADDED_UP.search(folded) is not None or _NEW_YEAR.search(folded) is not None


def suits(asked: str, figure: Figure, running: bool, own: str, new_year: bool) -> float | None:
    """What being a running total or not counts for a figure of a report of the period `own`; None where it counts from
    a later day than the start of the year that is asked for, as the columns of a month do that do not say so."""
    if not asked or not PART_OF_YEAR.fullmatch(own):
        return 0.0
    if asked == OWN:
        return AGAINST if running else 0.0
    first = figure.period.partition("/")[0]
    if new_year and DAY.fullmatch(first) and first[:4] == own[:4] and not first.endswith("-01-01"):
        return None
    if new_year and not running and figure.locator.table is not None and not own.endswith(FIRST):
        return None
    return SUITS if running else AGAINST

"""Numbers as Vietnamese reports print them: 31.482, 98,25 %, 95.5%, 02, 15/18, 5-7, hai mươi lăm, 1,2 tỷ đồng."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from ingest.language.labels import without_labels


class NumberKind(StrEnum):
    """How a number is printed. PAIR is "15/18", RANGE is "5-7" or "từ 90 đến dưới 100"."""

    INTEGER = "integer"
    DECIMAL = "decimal"
    PERCENT = "percent"
    PAIR = "pair"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: the characters `start` to `end`, printed as `text` (with its "%", without its unit).

    `second` is the lower number of a pair or the upper end of a range, printed as `second_text` at `second_at`. `unit`
    is "%" or what scales the value: "triệu", "tỷ đồng"; the value is as printed, not multiplied out. `qualifier` is
    "hơn", "trên", "tối thiểu" and the like, standing just before.
    """

    start: int
    end: int
    text: str
    value: Decimal
    kind: NumberKind
    unit: str = ""
    second: Decimal | None = None
    second_text: str = ""
    second_at: int = -1
    qualifier: str = ""
    unit_end: int = -1

    @property
    def after(self) -> int:
        """Where the words that follow begin: behind the number, "(một)", "%" and "triệu đồng"."""
        return max(self.end, self.unit_end)


_N = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d+)?"
_NUMBER = re.compile(_N)
_POINT_GROUP = re.compile(r"\d{1,3}\.\d{3}")
_POINT_GROUPS = re.compile(r"(?!0\.)\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMA_GROUP = re.compile(r"\d{1,3},\d{3}")
_COMMA_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_COUNTED_BEHIND = re.compile(r"\s+(?:hồ sơ|đơn|lượt|người|vụ)")
_AFTER_MARK = re.compile(r"(?<=\d)([.,])\s+(?=\d)")
_BLANK_GROUP = re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))")
_PERCENT = r"(?:\s?%)"
_SCALE = (
    r"(?:(?:chục\s+)?(?:nghìn|ngàn|triệu|tỷ|tỉ)(?:\s+(?:nghìn|ngàn|triệu|tỷ|tỉ|USD|đô la|đồng))*(?!\w)"
    r"|đồng(?!\s+(?:chí|bào|thời|bộ|loạt))(?!\w))"
)
_TOKEN = re.compile(
    rf"(?<![\w\x00])(?<!\d[.,/])(?P<minus>(?<=[\s(:])[-−](?=\d))?(?P<a>{_N})(?P<ap>{_PERCENT})?"
    rf"(?:(?P<slash>\s?/\s?)(?P<b>{_N})(?P<bp>{_PERCENT})?(?![/\d])"
    rf"|(?P<dash>\s?[-–—]\s?|\s+(?:đến|tới)\s+(?:dưới\s+)?)(?P<c>{_N})(?P<cp>{_PERCENT})?(?!\d))?"
    rf"(?![\x00\d])(?![.,]\d)(?!\w(?<!m)(?<!k)(?<!h)(?<!g)(?<!t)(?<!đ)(?<!l))",
)
_TAIL = re.compile(
    r"(?P<words>\s?\((?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)[^()\d]{0,40}\))?(?P<scale>\s?(?:" + _SCALE + "))?"
)
_FALLING = re.compile(rf"(?P<n>{_N})\s+(?P<scale>tỷ|tỉ|triệu|nghìn|ngàn)(?P<money>\s+đồng)?(?!\w)", re.IGNORECASE)
_NOT_BLANK = re.compile(r"\S")
_QUALIFIER = re.compile(
    r"(?P<q>hơn|trên|gần|khoảng|dưới|tối thiểu|ít nhất|không quá|không dưới|tối đa|chưa đến|đạt từ|từ|over|about"
    r"|nearly)"
    r"\s+(?:là\s+|đạt\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<!\w)từ\s+$", re.IGNORECASE)
_COUNTED_YEAR = re.compile(
    r"\s+(?:hồ sơ|đơn|lượt|người|vụ|cuộc|hộ|văn bản|trường hợp|thủ tục|học sinh|hội viên|đảng viên|đoàn viên|triệu"
    r"|tỷ|ha|km"
    r"|lao động|tài khoản|doanh nghiệp|cán bộ|công chức|viên chức|giao dịch|lần|buổi|m2|tấn|kg)\b",
    re.IGNORECASE,
)

_ONES = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_SCALES = {"nghìn": 1000, "ngàn": 1000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_LINKS = {"linh", "lẻ"}
_ARTICLES = {"một", "không", "năm", "tư", "lăm", "mốt"}
_WORD = "|".join(sorted({*_ONES, *_SCALES, *_LINKS, "mười", "mươi", "trăm"}, key=len, reverse=True))
_WORDS = re.compile(rf"(?<![\w\x00])(?:{_WORD})(?:\s+(?:{_WORD}))*(?!\w)", re.IGNORECASE)
_COUNTED_WORD = re.compile(
    r"\s+(?:đơn|hồ sơ|vụ việc|vụ|cuộc|lượt|người|trường hợp|mô hình|văn bản|lớp|hội nghị|đợt|đoàn|buổi|hộ|nhiệm vụ"
    r"|đồng chí|tháng(?! đầu| cuối)|tuần|quý|ngày|giờ|lần|cán bộ|công chức|học sinh|doanh nghiệp"
    r"|đối tượng|bị can|dự án|công trình|đề án|giải pháp|nội dung|nhóm|thôn|ấp|khóm|điểm|phần trăm|triệu|tỷ"
    r"|kế hoạch|thủ tục|chỉ tiêu|tiêu chí|mục tiêu|tổ chức|xã|huyện|phường|thị trấn|điểm phần trăm)\b(?!\s+(?:hóa|hoá))"
)
_NOT_A_COUNT_BEFORE = re.compile(r"(?:thứ|hàng|vài|mấy|thêm|đôi|nhiều|cấp|bậc|mức|lần|số|cả)\s+$", re.IGNORECASE)


def numbers(text: str) -> list[Number]:
    """Every number in `text` that counts something, in order.

    Left out is what only names: dates, periods, document and list numbers, codes, ages, places in a law, models
    (see `ingest.language.labels`).
    """
    bare = without_labels(text, _COUNTED_YEAR)
    found = [*_digits(text, bare), *_words(text, bare)]
    found.sort(key=lambda n: n.start)
    return found


def in_words(text: str) -> list[Number]:
    """Those of `numbers` that are told in words: "hai mươi lăm đơn"."""
    if not any(_may_count(m[0].split()) for m in _WORDS.finditer(text)):
        return []  # as of most texts: looking for what only names takes far longer
    return list(_words(text, without_labels(text, _COUNTED_YEAR)))


def _digits(text: str, bare: str) -> Iterator[Number]:
    read = 0
    for m in _TOKEN.finditer(bare):
        if m.start() < read:
            continue
        sum_ = _in_scales(text, bare, m)
        if sum_ is not None:
            read = sum_.after
            yield sum_
        else:
            yield from _read(text, bare, m)


def _next_word(text: str, at: int) -> int:
    """The place of the first character from `at` on that is no white space; the end of the text where there is none."""
    word = _NOT_BLANK.search(text, at)
    return word.start() if word else len(text)


def _in_scales(text: str, bare: str, m: re.Match[str]) -> Number | None:
    """An amount told in falling scales, "745 tỷ 320 triệu đồng": one number, in its smallest unit ("đồng")."""
    if m["b"] or m["c"] or m["ap"] or m["minus"]:
        return None
    value, end, below = Decimal(0), m.start("a"), None
    while part := _FALLING.match(bare, _next_word(bare, end)):
        scale = _SCALES[part["scale"].lower()]
        if below is not None and scale >= below:
            break
        value, end, below = value + _plain(part["n"]) * scale, part.end(), scale
        if part["money"] or len(bare[m.start("a") : end].split()) > 6:
            break
    said = bare[m.start("a") : end].split()
    if len(said) < 4:
        return None
    money = said[-1].lower() == "đồng"
    unit_end = end
    end = end - len("đồng") if money else end
    end = m.start("a") + len(bare[m.start("a") : end].rstrip())
    return Number(
        m.start("a"), end, text[m.start("a") : end], value, NumberKind.INTEGER, "đồng" if money else "",
        None, "", -1, _qualifier(text, m.start("a")), unit_end,
    )  # fmt: skip


def _read(text: str, bare: str, m: re.Match[str]) -> Iterator[Number]:
    percent = bool(m["ap"] or m["bp"] or m["cp"])
    follows = text[m.end() : m.end() + 12]
    first = _value(m["a"], bool(m["ap"]) or percent, follows)
    start = m.start("minus") if m["minus"] else m.start("a")
    if m["minus"]:
        first = -first
    tail = _TAIL.match(bare, m.end())
    unit_end = tail.end() if tail else m.end()
    unit = " ".join(tail["scale"].split()) if tail and tail["scale"] else ""
    if percent:
        unit, unit_end = "%", m.end()
    qualifier = _qualifier(text, start)
    second_group = "b" if m["b"] else "c" if m["c"] else ""
    if not second_group:
        kind = NumberKind.PERCENT if percent else NumberKind.DECIMAL if first % 1 else NumberKind.INTEGER
        yield Number(start, m.end(), text[start : m.end()], first, kind, unit, None, "", -1, qualifier, unit_end)
        return
    end = m.end()
    second = _value(m[second_group], bool(m[second_group + "p"]) or percent, follows)
    at = m.start(second_group)
    is_range = second_group == "c"
    if is_range and not _is_range(text, start, m["dash"], first, second):
        a_end = m.end("ap") if m["ap"] else m.end("a")
        a_kind = NumberKind.PERCENT if m["ap"] else NumberKind.DECIMAL if first % 1 else NumberKind.INTEGER
        a_unit = "%" if m["ap"] else unit
        yield Number(start, a_end, text[start:a_end], first, a_kind, a_unit, None, "", -1, qualifier)
        kind = NumberKind.PERCENT if percent else NumberKind.DECIMAL if second % 1 else NumberKind.INTEGER
        yield Number(at, end, text[at:end], second, kind, unit, None, "", -1, "", unit_end)
        return
    kind = NumberKind.RANGE if is_range else NumberKind.PAIR
    yield Number(start, end, text[start:end], first, kind, unit, second, text[at:end], at, qualifier, unit_end)


def _is_range(text: str, start: int, link: str, first: Decimal, second: Decimal) -> bool:
    if second <= first:
        return False
    return bool(link.strip() in "-–—" or _FROM.search(text, max(0, start - 8), start))


def _qualifier(text: str, start: int) -> str:
    m = _QUALIFIER.search(text, max(0, start - 20), start)
    if m is None or (m.start() and text[m.start() - 1].isalnum()):
        return ""
    return m["q"].lower()


def _value(printed: str, percent: bool, follows: str) -> Decimal:
    """The value of a bare number; a percent is never in thousands, and what a counted thing follows is never broken."""
    if not percent and _COMMA_GROUP.fullmatch(printed) and _COUNTED_BEHIND.match(follows):
        return Decimal(printed.replace(",", ""))
    if percent and _POINT_GROUP.fullmatch(printed):
        return Decimal(printed)
    return _plain(printed)


def _plain(printed: str) -> Decimal:
    if printed.isdigit():
        return Decimal(printed)
    if _POINT_GROUPS.fullmatch(printed):
        return Decimal(printed.replace(".", "").replace(",", "."))
    if _COMMA_GROUPS.fullmatch(printed):
        return Decimal(printed.replace(",", ""))
    return Decimal(printed.replace(",", "."))


def parse_number(text: str) -> Decimal | None:
    """The number that is all of `text`, as in a table's cell; None where there is none or more.

    Takes a percent sign, a sign, blanks after the decimal mark ("17, 66") or between thousands, and number words.
    """
    s = " ".join(text.replace("−", "-").split()).rstrip("%").strip()
    if " " in s:
        s = _AFTER_MARK.sub(r"\1", s)
        s = _BLANK_GROUP.sub("", s)
    negative = s.startswith("-") or (s.startswith("(") and s.endswith(")"))
    s = s.strip("()").lstrip("+-").strip()
    if not s:
        return None
    if not s[0].isdigit():
        # A single word in a cell ("Không", "Năm") is an answer or a name.
        value = words_value(s) if " " in s else None
        return None if value is None else Decimal(-value if negative else value)
    if not _NUMBER.fullmatch(s):
        return None
    percent = text.rstrip().endswith("%")
    try:
        found = _value(s, percent, "")
    except InvalidOperation:
        return None
    return -found if negative else found


def words_value(text: str) -> int | None:
    """The value of Vietnamese number words ("một trăm linh hai" is 102); None where they make no number."""
    total, group, below = 0, 0, 0
    seen = ""
    for word in text.lower().split():
        if word in _LINKS:
            if seen != "trăm" and seen not in _SCALES:
                return None
        elif word == "mười":
            if seen and seen not in {"trăm", *_SCALES, *_LINKS}:
                return None
            group, below = group + 10, 0
        elif word == "mươi":
            if not 2 <= below <= 9:
                return None
            group, below = group + below * 10, 0
        elif word == "trăm":
            if seen not in _ONES or below == 0:
                return None
            group, below = group + below * 100, 0
        elif word in _SCALES:
            if not group + below:
                return None
            total, group, below = total + (group + below) * _SCALES[word], 0, 0
        elif word in _ONES:
            if seen in _ONES:
                return None
            below = _ONES[word]
        else:
            return None
        seen = word
    return total + group + below if seen and seen not in _LINKS else None


def _may_count(said: Sequence[str]) -> bool:
    """Whether number words count: a single "một" or "năm" is an article or a year, others do before what is counted."""
    return len(said) > 1 or not (said[0].lower() in _ARTICLES or said[0][0].isupper())


def _words(text: str, bare: str) -> Iterator[Number]:
    for m in _WORDS.finditer(bare):
        said = m[0].split()
        if _NOT_A_COUNT_BEFORE.search(bare, max(0, m.start() - 8), m.start()) or bare[max(0, m.start() - 1)] == "(":
            continue
        if said[0].lower() in _SCALES or said[0].lower() in {*_LINKS, "trăm", "mươi"}:
            continue
        if not _may_count(said):
            continue
        if not _COUNTED_WORD.match(bare, m.end()) and (len(said) == 1 or not re.match(r"\s+\w|\s?%", bare[m.end() :])):
            continue
        value = words_value(m[0])
        if value is not None:
            yield Number(m.start(), m.end(), text[m.start() : m.end()], Decimal(value), NumberKind.INTEGER)


def format_vi(value: Decimal) -> str:
    """A value as Vietnamese print it: 31482 is "31.482", 98.25 is "98,25"."""
    return _format(value, ".", ",")


def format_en(value: Decimal) -> str:
    """A value as English print it: 31482 is "31,482", 98.25 is "98.25"."""
    return _format(value, ",", ".")


def _format(value: Decimal, group: str, point: str) -> str:
    sign = "-" if value < 0 else ""
    whole, _, part = f"{abs(value):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", group)
    return f"{sign}{grouped}{point}{part}" if part else f"{sign}{grouped}"

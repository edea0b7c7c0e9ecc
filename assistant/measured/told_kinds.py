"""What kind of a thing a figure counts, by the words right behind its noun.

"Tiếp nhận 226 hồ sơ đăng ký cư trú" tells of one kind of "hồ sơ": where all are asked for, what counts them without
another word comes first. What follows as a new clause or a circumstance ("… hồ sơ trong tháng") tells no kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from ingest.language.fold import fold
from ingest.ledgers import Figure, Role

REACH = 60  # characters behind a noun in which its kind is said
_ENDS = re.compile(
    r"[^\w\s]|\d|\b(?:trong|tại|ở|của|cho|với|so|từ|đến|theo|và|hoặc|là|thuộc|được|bị|đã|đang|chưa|đạt|chiếm|tăng|giảm|"
    r"còn|có|để|do|qua|trên|vào|khi|nộp|gồm|gửi|mới|này|đó|khác|các|những|bằng|phải|cần|lũy kế|cộng|tổng)\b"
)
_WORD = re.compile(r"\w+")


class Words(Protocol):
    """What an index knows of the words of its figures, by their ids."""

    @property
    def figure_keys(self) -> Mapping[str, frozenset[str]]:
        """What the indicator of a figure says."""
        ...

    @property
    def local_keys(self) -> Mapping[str, frozenset[str]]:
        """What stands right beside it."""
        ...


QUALIFIERS = frozenset(
    {
        "thường xuyên", "định kỳ", "đột xuất", "trực tuyến", "trực tiếp", "quá hạn", "trước hạn", "đúng hạn",
        "trước và đúng hạn",
        "còn hạn", "khiếu nại", "tố cáo",
        "kiến nghị", "phản ánh", "giải quyết", "tồn đọng", "chuyển sang", "phát sinh", "không thuộc thẩm quyền",
        "chờ bổ sung", "từ chối", "rút đơn",
        "hòa giải thành", "hòa giải không thành", "số hóa", "thanh toán trực tuyến", "chỉ tiêu", "tăng", "giảm",
        "xếp hạng", "nâng cao", "kiểu mẫu",
        "cấp xã", "cấp huyện", "cấp tỉnh", "nhân rộng", "công nhận", "lưu động", "tự kiểm tra",
        "bưu chính công ích", "toàn trình", "một phần", "tiếp nhận", "mới", "đăng ký", "trả lời", "thành công",
    }
)  # fmt: skip
"""Concepts that tell one kind of a thing from another; asked for by none, they count against a figure."""
MOVING = frozenset({"tiếp nhận", "giải quyết", "mới", "phát sinh", "tăng", "giảm"})  # no kinds of what is counted


def own_words(figure: Figure, index: Words) -> frozenset[str]:
    """The concepts that say what a figure is of. A share told behind its count ("toàn trình 34 hồ sơ, đạt tỷ lệ 60%")
    has no words of its own beside it: it is of what its indicator says."""
    return (index.figure_keys if figure.unit == "%" else index.local_keys)[figure.id]


def kind_behind(text: str, end: int, unit: str) -> frozenset[str]:
    """The folded words that say of which kind a number's noun is, where the number ends at `end`; none where the
    noun, `unit`, does not follow or stands alone."""
    behind = text[end : end + REACH + len(unit)].lower().lstrip()
    noun = unit.lower().split("/")[0].strip()
    if not noun or not behind.startswith(f"{noun} "):
        return frozenset()
    rest = behind[len(noun) + 1 :]
    stop = _ENDS.search(rest)
    return frozenset(_WORD.findall(fold(rest[: stop.start()] if stop else rest)))


_SUBJECT = re.compile(r"(?:^|[.;:,\n]\s*)(?:Số|số) (?P<noun>[^\W\d]+(?: [^\W\d]+){0,7}?) (?:là|đạt|được)\s*$")
_DONE = frozenset({"da", "duoc", "gui", "lap", "cap", "co", "cua", "so", "la"})


def counts_another(asked: frozenset[str], figure: Figure, text: str) -> bool:
    """Whether a part of a whole counts another thing than its noun: of "số biên bản đã lập là 12/15 vụ cháy" the 12 are
    records, and the fires 15. `asked` are the folded words of a question; one that speaks of that thing asks for it."""
    if figure.role is not Role.PART or "/" not in figure.text:
        return False
    subject = _SUBJECT.search(text, max(0, figure.at - REACH), figure.at)
    noun = _WORD.findall(fold(subject["noun"])) if subject else []
    behind = set(_WORD.findall(fold(text[figure.at + len(figure.text) :][: REACH // 2])))
    own = set(noun) - _DONE - behind
    return bool(noun) and noun[0] not in behind and bool(own) and own.isdisjoint(asked)


_BRACKET = re.compile(r"(?P<name>[^.;:,()\n]{3,80}) \(\s*$")
_LEADS_TO = re.compile(r"\b(?:tai|o|linh vuc|la|va|voi|ve|trong|cua|nhu|cho|gom)\b")


def told_of_a_name(asked: frozenset[str], figure: Figure, text: str) -> bool:
    """Whether a count stands in brackets behind the name of the part that it is of ("tập trung ở nghề nuôi ong (21 hộ)
    và trồng nấm (9 hộ)"), and the question, by its folded words, speaks of no such name."""
    words = name_before(figure, text)
    return bool(words) and words.isdisjoint(asked)


def name_before(figure: Figure, text: str) -> frozenset[str]:
    """The folded words of the name of the part that a count in brackets stands behind; none where it does not."""
    if figure.role is not Role.PART or text[figure.at - 1 : figure.at] != "(":
        return frozenset()
    behind = _BRACKET.search(text, max(0, figure.at - REACH - REACH // 2), figure.at)
    return frozenset(_WORD.findall(_LEADS_TO.split(fold(behind["name"]))[-1])) if behind else frozenset()


def rate_of_another(head: str, figure: Figure, beside: Sequence[Figure]) -> bool:
    """Whether a rate is of something that only has to do with the very thing, `head`, whose rate is asked for and told
    beside it: "tỷ lệ sử dụng hồ sơ đã ký số" where the sentence has "tỷ lệ ký số hồ sơ" as well."""
    if not head or figure.unit != "%" or figure.locator.table is not None:
        return False
    opens, own = f"ty le {fold(head)}", fold(figure.indicator)
    if not own.startswith("ty le ") or own.startswith(opens):
        return False
    return any(f.unit == "%" and fold(f.indicator).startswith(opens) for f in beside)

"""Carries a direction over to another year: the year it was written for moves on, cited documents stay as they are.

A deadline that lies in the past is no longer one: it becomes a slot, and a mark says what it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.claims import Calculation, Operand
from assistant.draft.gate import slot
from ingest.language.dates import dates

_YEAR = re.compile(r"(?<![\d/.,-])20\d\d(?![\d/]|[.,]\d)")
_DOCUMENT = re.compile(r"(?:\d{1,3}\.)?\d+[a-z]?(?:/\d{4})?[-/–][A-ZĐ][\w–&-]*")
_HORIZON = re.compile(
    r"(?:đến(?: hết)?(?: cuối)? năm|giai đoạn(?: 20\d\d)?\s*[-–đến ]*|nhiệm kỳ(?: 20\d\d)?\s*[-–]*"
    r"|20\d\d\s*[-–]|tầm nhìn(?: đến)?(?: năm)?|khóa)\s*$",
    re.IGNORECASE,
)
_RANGE_AFTER = re.compile(r"^\s*[-–]\s*20\d\d")
_DEADLINE = re.compile(
    r"(?P<by>(?:hoàn thành\s+)?(?:trong|trước|chậm nhất(?: là)?|đến hết"
    r"|xong)\s+)(?:ngày\s+)?(?:(?:\d{1,2}[/.-]){0,2}(?:quý\s+(?:IV|I{1,3}|[1-4])|tháng\s+\d{1,2}"
    r"|6 tháng (?:đầu|cuối))?"
    r"(?:\s*(?:/|năm)\s*)?)(?P<y>20\d\d)(?!\d)",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"^(?:mở|tổ chức|giải quyết|tuyên truyền|rà soát|số hóa|kiểm tra|theo dõi|đôn đốc|phối hợp|tham mưu|bố trí"
    r"|hoàn thiện|cập nhật|nhân rộng|đầu tư|hướng dẫn|vận động|phát huy|quán triệt|đổi mới|củng cố|kiện toàn|hỗ trợ"
    r"|huy động|khắc phục|chấn chỉnh|mở rộng|bồi dưỡng|tập huấn|đào tạo|chủ trì|cải thiện|giám sát)(?!\w)",
    re.IGNORECASE,
)  # what can be gone on with; of an office that is charged, or what "phải" be done, it is not said
_OWN_DEADLINE = re.compile(r",\s*$|hoàn thành[^,;]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moved:
    """A direction in the words of another year."""

    text: str
    marks: tuple[str, ...]
    calculations: tuple[Calculation, ...]
    slotted: bool


def carry(text: str, written_for: int | None, target: int | None, *, continues: bool) -> Moved:
    """The text moved from the year it was written for to `target`; `continues` gives it an opener that says so."""
    marks: list[str] = []
    calculations: tuple[Calculation, ...] = ()
    slotted = False
    moved = " ".join(text.split()).rstrip(" .;,/")
    if written_for is not None and target is not None and target > written_for:
        moved, passed = _deadlines(moved, target)
        slotted = bool(passed)
        marks += [f"Thời hạn trong văn bản gốc đã qua: {p}." for p in passed]
        shifted = shift_year(moved, written_for, target)
        if shifted != moved:
            operand = Operand(Decimal(written_for), 1)
            calculations = (Calculation(f"{written_for} + {target - written_for}", Decimal(target), "", (operand,)),)
            moved = shifted
        marks += [f"Mốc năm {y} trong văn bản gốc đã qua." for y in _old_horizons(moved, target)]
    if continues and _LASTS.match(moved) and "tiếp tục" not in moved.lower():
        moved = f"Tiếp tục {moved[0].lower()}{moved[1:]}"
    return Moved(moved + ".", tuple(marks), calculations, slotted)


def _deadlines(text: str, target: int) -> tuple[str, list[str]]:
    passed = []
    for found in reversed(list(_DEADLINE.finditer(text))):
        own = not cited(text, found.start("y")) or _OWN_DEADLINE.search(text[: found.start()])
        if int(found["y"]) < target and own:
            passed.append(found[0])
            by = found["by"]
            text = f"{text[: found.start()]}{by}{slot('thời hạn hoàn thành mới')}{text[found.end() :]}"
    return text, passed[::-1]


def shift_year(text: str, written_for: int, target: int) -> str:
    """The text with its plan year moved; dates, horizons, spans of years and cited documents stay."""
    days = [(s.start, s.end) for s in dates(text)]
    for found in reversed(list(_YEAR.finditer(text))):
        inside = any(a <= found.start() < b for a, b in days)
        span = _HORIZON.search(text, 0, found.start()) or _RANGE_AFTER.match(text, found.end())
        if int(found[0]) == written_for and not inside and not span and not cited(text, found.start()):
            text = f"{text[: found.start()]}{target}{text[found.end() :]}"
    return text


def cited(text: str, at: int) -> bool:
    """Whether a place belongs to a cited document: one is numbered before it in the same clause."""
    clause = max(text.rfind(";", 0, at), text.rfind(". ", 0, at)) + 1
    return _DOCUMENT.search(text, clause, at) is not None


def _old_horizons(text: str, target: int) -> list[str]:
    out = []
    for found in _YEAR.finditer(text):
        if (
            int(found[0]) < target
            and re.search(r"đến(?: hết)?(?: cuối)? năm\s*$", text[: found.start()])
            and not cited(text, found.start())
        ):
            out.append(found[0])
    return out

"""Figures of this period beside those of the last: from the report's own comparisons, else from last period's
report."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from assistant.claims import Calculation, Citation, Operand
from assistant.draft.gather import Material
from assistant.draft.headings import Part
from assistant.draft.kinship import content
from assistant.draft.nounphrases import lower_first
from assistant.draft.points import parts
from assistant.draft.types import Compared
from ingest.figures.compounds import head_unit
from ingest.language.fold import fold
from ingest.language.numbers import format_vi
from ingest.language.period_values import year_of
from ingest.ledgers import Figure, Role
from ingest.report import Block, Report

_COUNTED = {Role.ACTUAL, Role.TOTAL, Role.PART, Role.SHARE}
_STOPS = re.compile(r"[;:.,()\d–]|\s-\s")
_FILLERS = re.compile(
    r"^(?:(?:và|với|trong đó|đạt|được|là|đã|có|gồm|tổng cộng|tổng số|khoảng|toàn huyện|toàn tỉnh"
    r"|toàn xã|trong năm|trong kỳ|đến nay|về|tại|cho|bằng)\s+)+"
)
_NEAR = 0.6
MOST = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of this period and the same thing last period: `last` a figure there, or the value this report gives."""

    figure: Figure
    value: Decimal
    last: Decimal
    last_year: str
    citation: Citation

    @property
    def change(self) -> Decimal:
        """This period less the last."""
        return self.value - self.last


def local_phrase(report: Report, figure: Figure) -> str:
    """The words right before a number, back to the last stop: "tiếp nhận", "giải quyết trước hạn"."""
    block = report.block(figure.locator.block)
    if block.table is not None:
        return figure.indicator.split(":")[-1].strip()
    start = max(0, figure.at - 120)
    before = block.text[start : figure.at]
    before = before.partition(" ")[2] if start else before
    stops = list(_STOPS.finditer(before))
    words = before[stops[-1].end() :] if stops else before
    return _FILLERS.sub("", " ".join(words.split()) + " ").strip()


def pairs(material: Material, last: Material | None) -> dict[str, Pair]:
    """The pairs of a report, by the id of this period's figure."""
    out: dict[str, Pair] = {}
    forward = {id for id, part in parts(material.report).items() if part is Part.DIRECTION}
    own = [
        f
        for f in material.figures
        if f.role in _COUNTED and material.report.block(f.locator.block).section not in forward
    ]
    for figure in own:
        told = figure.comparison
        if (
            told is not None
            and told.value is not None
            and told.period[:2] == "20"
            and told.period < material.report.period
        ):
            out[figure.id] = Pair(
                figure, figure.value, told.value, told.period, Citation(2, figure.quote, figure.locator)
            )
    if last is None or last.year is None:
        return out
    known = _by_place(last)
    theirs: dict[str, list[tuple[float, Figure]]] = defaultdict(list)
    for figure in own:
        if figure.id in out or figure.locator.table is not None or year_of(figure.period) != str(material.year):
            continue
        best = sorted(
            ((_alike(material, figure, last, f), f) for f in known.get(_place(figure), ())), key=lambda s: -s[0]
        )
        if best and best[0][0] >= _NEAR and (len(best) == 1 or best[1][0] < best[0][0]):
            other = best[0][1]
            theirs[other.id].append((best[0][0], figure))
            out[figure.id] = Pair(
                figure, figure.value, other.value, other.period, Citation(2, other.quote, other.locator)
            )
    for rivals in theirs.values():
        best_score = max(score for score, _ in rivals)
        winners = [f for score, f in rivals if score == best_score]
        for _, figure in rivals:
            if len(winners) > 1 or figure is not winners[0]:
                del out[figure.id]
    return out


def compare(material: Material, last: Material | None) -> tuple[Compared, ...]:
    """The appendix of compared figures, in reading order; each indicator once."""
    rows: list[Compared] = []
    seen: set[tuple[str, str, Decimal]] = set()
    for pair in pairs(material, last).values():
        name = name_of(material.report, pair.figure)
        key = (fold(name), pair.figure.unit, pair.value)
        if key in seen or len(rows) >= MOST:
            continue
        seen.add(key)
        percent = None if pair.figure.unit in ("%", "điểm", "hạng") or not pair.last else percent_of(pair)
        own = Citation(1, pair.figure.quote, pair.figure.locator)
        rows.append(
            Compared(
                name,
                pair.figure.unit,
                _printed(pair),
                format_vi(pair.last),
                pair.change,
                percent,
                (own, pair.citation),
                own.locator.heading,
            )
        )
    return tuple(rows)


def _printed(pair: Pair) -> str:
    """This period's value as the report prints it; of "442/358" the first."""
    return pair.figure.text.split("/")[0].rstrip(" %")


def percent_of(pair: Pair) -> Decimal:
    """The change as a share of last period's value, in percent with two decimals."""
    return (pair.change * 100 / pair.last).quantize(Decimal("0.01"), ROUND_HALF_UP)


def calculations(pair: Pair, keys: tuple[int, int]) -> tuple[Calculation, ...]:
    """The difference of a pair, and its percent, over the citations of those keys."""
    if keys[0] == keys[1]:
        operands: tuple[Operand, ...] = (Operand(pair.value, keys[0]), Operand(pair.last, keys[0]))
    else:
        operands = (Operand(pair.value, keys[0]), Operand(pair.last, keys[1]))
    unit = pair.figure.unit
    high, low = max(pair.value, pair.last), min(pair.value, pair.last)
    found = [Calculation(f"{high} - {low}", high - low, unit, operands)]
    if unit not in ("%", "điểm", "hạng") and pair.last:
        worked = f"({high} - {low}) * 100 / {pair.last}"
        found.append(Calculation(worked, abs(percent_of(pair)).normalize() + 0, "%", operands))
    return tuple(found)


def name_of(report: Report, figure: Figure) -> str:
    """A short name of what a figure counts, its level included: "Cấp xã: tiếp nhận"."""
    phrase = _bare(local_phrase(report, figure), figure.unit)
    table = figure.locator.table is not None
    if figure.role is Role.SHARE and len(phrase.split()) < 2 and (counted := _counted_before(report, figure)):
        phrase = counted
    if figure.role is not Role.SHARE and not table and figure.unit and len(phrase.split()) < 2:
        phrase = f"số {_UNIT_NAMES.get(figure.unit, figure.unit)} {phrase}".strip()
    elif len(phrase.split()) < 2:
        last = _bare(figure.indicator.split(":")[-1].split(";")[0], figure.unit)
        phrase = " ".join(last.split()[-14:]) or phrase
    if not phrase or fold(phrase) == fold(figure.unit):
        above = _bare(" ".join(figure.indicator.split(":")[-2:-1]).strip(), "")
        phrase = f"số {figure.unit}" + (f", {' '.join(above.split()[-6:])}" if above else "")
    if figure.role is Role.SHARE and "tỷ lệ" not in phrase.lower():
        phrase = f"tỷ lệ {phrase}"
    phrase = " ".join(phrase.split()[-14:])
    scope = (
        figure.scope if figure.scope and fold(figure.scope) not in fold(f"{phrase} {_after(report, figure)}") else ""
    )
    name = f"{scope}: {lower_first(phrase)}" if scope else phrase
    return name[:1].upper() + name[1:]


_UNIT_NAMES = {"tỷ đồng": "tiền", "triệu đồng": "tiền", "đồng": "tiền"}
_AMOUNT = re.compile(
    r"(?:số(?! hóa| hoá)|tỷ lệ|tổng|chỉ số|điểm|thu|chi|giá trị|kinh phí|vốn|doanh thu|sản lượng|diện tích"
    r"|dân số|năng suất|mức)\s",
    re.IGNORECASE,
)


def _after(report: Report, figure: Figure) -> str:
    block = report.block(figure.locator.block)
    end = figure.at + len(figure.text)
    return "" if block.table is not None else block.text[end : end + 50]


def _counted_before(report: Report, figure: Figure) -> str:
    """ "hộ nghèo" for the share in "còn 750 hộ nghèo, chiếm 2,31%"; "" where no thing of two words stands there."""
    block = report.block(figure.locator.block)
    if block.table is not None:
        return ""
    found = re.search(r"\d\s+([^\d,;:.()]{4,40}),\s*(?:chiếm|đạt|bằng)?(?: tỷ lệ)?\s*$", block.text[: figure.at])
    words = found[1].strip() if found else ""
    return words if 2 <= len(words.split()) <= 5 and _UNITS.sub("", words) != "" else ""


_UNITS = re.compile(
    r"^(?:(?:hồ sơ|lượt|người|cuộc|đơn|vụ việc|vụ|ngày công|tỷ đồng|xã|thị trấn|nội dung|ý kiến|tổ"
    r"|điểm|hộ|mô hình|trường hợp)(?!\w)\s*)+"
)
_TRAILING = re.compile(r"\s+(?:với|và|cho|tại|đạt|là|về|được|có|để làm|tăng|giảm|chiếm|còn)$")


def _bare(phrase: str, unit: str) -> str:
    """A phrase without the unit of the number before it, its own unit, and what only leads to the number."""
    phrase = _UNITS.sub("", phrase.strip()) if len(phrase.split()) > 1 else phrase.strip()
    phrase = re.sub(r"^(?:với|và|trong đó)\s+", "", f"{phrase} ").strip()
    for _ in range(3):
        phrase = _TRAILING.sub("", phrase)
        if unit and phrase.lower().endswith(f" {unit.lower()}"):
            phrase = phrase[: -len(unit)].strip()
    return "" if _TRAILING.fullmatch(f" {phrase}") else phrase


def subject_of(report: Report, figure: Figure, *, scoped: bool = True) -> str:
    """How a sentence may call what a figure counts, its level with it where `scoped`; "số hồ sơ" where the words before
    the number do not say it shortly."""
    named = name_of(report, figure)
    name = lower_first(named.partition(": ")[2] or named)
    short = 2 <= len(name.split()) <= 15 and not re.match(r"(?:lệ|hạn) ", name)
    level = scoped and figure.scope.startswith("cấp ") and fold(figure.scope) not in fold(name)
    tail = f" {figure.scope}" if level else ""
    if figure.role is Role.SHARE:
        return f"{name}{tail}" if short else f"tỷ lệ{tail}"
    unit = _UNIT_NAMES.get(figure.unit, figure.unit)
    before = report.block(figure.locator.block).text[: figure.at][-40:]
    total = "tổng " if re.search(r"tổng cộng|tổng số", before) else ""
    if not short:
        return f"{total}số {unit}{tail}".strip()
    if figure.unit in ("", "%", "điểm", "hạng") or _AMOUNT.match(name) or fold(unit) in fold(name):
        return f"{total if name.startswith('số ') else ''}{name}{tail}"
    return f"số {unit} {name}{tail}"


def _place(figure: Figure) -> tuple[str, str, bool]:
    return head_unit(figure.unit), fold(figure.scope), figure.role is Role.SHARE


def _by_place(last: Material) -> dict[tuple[str, str, bool], list[Figure]]:
    out: dict[tuple[str, str, bool], list[Figure]] = defaultdict(list)
    for figure in last.figures:
        if figure.role in _COUNTED and figure.locator.table is None and year_of(figure.period) == str(last.year):
            out[_place(figure)].append(figure)
    return out


def _alike(material: Material, figure: Figure, last: Material, other: Figure) -> float:
    """How sure it is that two figures count one thing: same words before the number, under headings of one matter."""
    here, there = _section(material.report, figure), _section(last.report, other)
    if here and there and not here & there:
        return 0.0
    a, b = _words(local_phrase(material.report, figure)), _words(local_phrase(last.report, other))
    if not a or not b:
        return 0.0
    return len(a & b) / len(a | b)


def _words(phrase: str) -> frozenset[str]:
    return frozenset(fold(phrase).split())


def _section(report: Report, figure: Figure) -> frozenset[str]:
    block: Block = report.block(figure.locator.block)
    section = report.section(block.section)
    return content(section.heading) if section else frozenset()

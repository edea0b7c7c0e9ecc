"""Problems that only the figures show: overdue files, falling indices, open petitions, targets missed, few inspections.

A problem is told by the words right around its number, in the sentence it stands in; figures of single places in
tables are
left to their totals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.draft.types import Source, SourceKind
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.sentences import sentences
from ingest.ledgers import Figure, Role
from ingest.report import Block, BlockKind, Report, locate, quote_at

_FORWARD = ("phuong huong", "nhiem vu trong tam", "nhiem vu, giai phap", "muc tieu")
_LATE = re.compile(r"(?:qua|tre|cham) han\W{0,4}(?:la |co |con )?$")
_LATE_AFTER = re.compile(
    r"^\s*(?:ho so|nhiem vu|van ban|thu tuc|truong hop)?\s*(?:da )?(?:giai quyet )?(?:qua|tre|cham) han"
)
_OPEN = re.compile(
    r"(?:con ton|ton dong|con lai|con|chua giai quyet|chua khac phuc|chua tra loi)(?:(?:[^.;:\d]"
    r"|20\d\d){0,40}? (?:la|con))?\W{0,3}$"
)
_OPEN_UNITS = {"don", "vu", "vu viec", "noi dung", "kien nghi", "y kien", "nhiem vu", "truong hop"}
_OPEN_WORDS = re.compile(r"ton|chua|chuyen sang (?:nam|ky) sau|chuyen sang nam")
_CARRIED_IN = re.compile(r"(?:nam truoc|ky truoc|nam 20\d\d) chuyen sang|ton (?:nam|ky) (?:truoc|20)|ton (?:dau|cu)")
_INDEX = re.compile(r"chi so|sipas|par index|papi|ddci|hai long|xep hang|thu hang|diem")
_GOOD_LESS = re.compile(
    r"ho ngheo|ton dong|qua han|tre han|vi pham|toi pham|tai nan|khieu|to cao|ky luat|chi phi|thoi gian|thu tuc|don "
)
_BAD_MORE = re.compile(r"ton dong|qua han|tre han|vi pham|toi pham|tai nan|ho ngheo|khieu kien|sai pham")
_FALL = re.compile(r"(?:giam|thap hon|tut|ha)\s*$")
_RISE = re.compile(r"tang\s*$")
_ANSWERED = re.compile(r"(?:tra loi|giai quyet|khac phuc|xu ly|hoan thanh|thuc hien)\W+(?:duoc |xong |dat )?$")
_INSPECTED = re.compile(r"kiem tra[^.;]{0,60}$")
_TARGET = re.compile(r"chi tieu|ke hoach|du toan|muc tieu|nghi quyet giao")
_SELF = re.compile(
    r"(?:chủ yếu|hình thức)[^.;]{0,40}tự kiểm tra|(?:các đơn vị|đơn vị|xã)[^.;]{0,20}(?:còn lại"
    r"|khác)[^.;]{0,12}tự kiểm tra",
    re.IGNORECASE,
)
_FEW = 0.6
MOST = 40


@dataclass(frozen=True, slots=True)
class _Found:
    figure: Figure
    issue: str


def problems(report: Report, figures: Iterable[Figure], prefix: str = "") -> tuple[Source, ...]:
    """The problems, in reading order, one a sentence and kind; each Source holds the ids of its figures."""
    blocks = {b.id: b for b in report.blocks}
    forward = _forward_sections(report)
    found = []
    for figure in figures:
        block = blocks.get(figure.locator.block)
        if block is None or block.section in forward or figure.role is Role.TARGET:
            continue
        issue = _issue(figure, block)
        if issue:
            found.append(_Found(figure, issue))
    spoken = {f.issue for f in found if blocks[f.figure.locator.block].table is None}
    out: list[Source] = []
    grouped: dict[tuple[str, int, str], list[_Found]] = {}
    for f in found:
        block = blocks[f.figure.locator.block]
        if block.table is not None and (f.issue in spoken or not _is_total(f.figure)):
            continue
        begin = f.figure.locator.start
        grouped.setdefault((block.id, begin, f.issue), []).append(f)
    for (id, _, issue), members in grouped.items():
        first = members[0].figure
        ids = tuple(m.figure.id for m in members)
        out.append(
            Source(
                f"{prefix}{first.id}",
                SourceKind.PROBLEM,
                first.quote,
                first.locator,
                _words(members, blocks[id]),
                ids,
                issue,
            )
        )
    return (*_distinct(out), *_self_inspections(report, forward, prefix))[:MOST]


def _forward_sections(report: Report) -> set[str]:
    """Sections that speak of what is to come, or that name shortcomings themselves: their figures are no new
    problems."""
    out: set[str] = set()
    for section in report.sections:
        if section.parent in out or fold(section.heading).strip().startswith(_FORWARD):
            out.add(section.id)
    return out


def _issue(figure: Figure, block: Block) -> str:
    before = fold(block.text[max(0, figure.at - 60) : figure.at])
    after = fold(block.text[figure.at + len(figure.text) : figure.at + len(figure.text) + 40])
    unit = unit_key(figure.unit)
    words = fold(f"{figure.indicator} {before[-30:]}")
    if block.table is not None:
        before = after = ""
        words = fold(figure.indicator)
    change = figure.comparison.change if figure.comparison else None
    if figure.role is Role.CHANGE:
        context = fold(figure.indicator)
        if _FALL.search(before) and _INDEX.search(context) and not _GOOD_LESS.search(context):
            return "falling"
        if _RISE.search(before) and _BAD_MORE.search(context):
            return "rising poverty" if "ho ngheo" in context else "rising violations"
        return ""
    if figure.value <= 0:
        return ""
    late = (
        _LATE.search(before) or _LATE_AFTER.match(after)
        if block.table is None
        else re.search(r"(?:qua|tre) han", words)
    )
    if late and unit != "%" and not re.search(r"xin loi|thu xin", before):
        return "overdue"
    ratio = figure.comparison.value if figure.comparison and figure.comparison.period in ("total", "target") else None
    if ratio and figure.role in (Role.PART, Role.ACTUAL) and "/" in figure.text and figure.value < ratio:
        if _INSPECTED.search(before) and figure.value / ratio < _FEW:
            return "few inspections"
        if _ANSWERED.search(before) and unit in ("kien nghi", "y kien"):
            return "unanswered" if unit == "kien nghi" else "unanswered opinions"
        if figure.comparison and figure.comparison.period == "target":
            return "below target"
    if figure.role is Role.SHARE and figure.value < 100 and unit == "%" and _TARGET.match(after.strip(" ,;")):
        return "below target"
    if change is not None and change < 0 and figure.role is Role.RANK and _INDEX.search(words):
        return ""
    if unit in _OPEN_UNITS and figure.role is not Role.PREVIOUS and _CARRIED_IN.search(before[-40:]) is None:
        if block.table is not None:
            return "outstanding petitions" if re.search(r"ton dong|chua giai quyet", words) else ""
        if _OPEN.search(before) and (_OPEN_WORDS.search(before[-40:]) or _OPEN_WORDS.search(after)):
            if re.search(r"kiem tra|khac phuc", before):
                return "unfinished inspection"
            return "outstanding petitions" if unit in ("don", "vu", "vu viec") else "outstanding"
    return ""


def _is_total(figure: Figure) -> bool:
    return (
        not figure.scope
        or "tong" in fold(figure.indicator)
        or (figure.locator.table is not None and figure.locator.table.row == 1)
    )


def _words(members: list[_Found], block: Block) -> str:
    """What the numbers are, to be shown: the sentence they stand in."""
    start, end = members[0].figure.locator.start, members[0].figure.locator.end
    return quote_at(block, start, end)


def _distinct(found: list[Source]) -> list[Source]:
    seen: set[tuple[str, str]] = set()
    out = []
    for source in found:
        key = (source.issue, fold(source.quote))
        if key not in seen:
            seen.add(key)
            out.append(source)
    return out


def _self_inspections(report: Report, forward: set[str], prefix: str) -> tuple[Source, ...]:
    """Sentences that say that offices mainly inspect themselves."""
    out: list[Source] = []
    for block in report.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or block.section in forward:
            continue
        for start, end in sentences(block.text):
            if _SELF.search(block.text, start, end):
                quote = quote_at(block, start, end)
                place = locate(report, block, start, end)
                out.append(
                    Source(
                        f"{prefix}problem-{len(out) + 1}",
                        SourceKind.PROBLEM,
                        quote,
                        place,
                        quote,
                        (),
                        "self inspection",
                    )
                )
    return tuple(out)

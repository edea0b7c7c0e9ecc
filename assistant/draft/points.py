"""Points: a part of a report cut into the single things it says, each with its verbatim place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from assistant.draft.headings import LABEL, Part, part_of
from ingest.language.fold import fold
from ingest.language.sentences import sentences
from ingest.report import Block, BlockKind, Locator, Report, locate, quote_at

SPOKEN = {BlockKind.PARAGRAPH, BlockKind.ITEM}
LONGEST = 1200  # characters of one point that are read
MOST = 400  # points of a report
_MARK = re.compile(r"^\s*(?:[-+*•–]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)])\s+")
_MARKER_KIND = re.compile(r"^\s*(?P<dash>[-–])|^\s*(?P<other>[+*•])|^\s*\(?(?P<digit>\d)|^\s*(?P<letter>[a-zđ])[.)]\s")
_INTRODUCES = re.compile(r"(?:sau(?: day)?|nhu sau|cu the|sau)\s*:?\s*$")
_CAUSED = re.compile(
    r"(?:,\s*)?(?:mà\s+|với\s+)?nguyên nhân(?:\s+(?:chủ yếu|chính|cơ bản))?\s+(?:là\s+)?do\s+|(?:,\s+"
    r"|;\s+)(?:chủ yếu\s+)?(?:là\s+)?do\s+(?!đó)"
)
_FALLS_SHORT = re.compile(
    r"(?<!\w)(?:chưa (?!có hiệu lực)|còn (?:chậm|thấp|hạn chế|thiếu)|mất điểm|bị trừ)", re.IGNORECASE
)
_DUTY = re.compile(
    r"^\W*(?:giao|yêu cầu|đề nghị|chỉ đạo|tiếp tục|tăng cường|đẩy mạnh|tập trung|thực hiện|nâng cao"
    r"|triển khai|rà soát|phấn đấu"
    r"|khắc phục|xây dựng|chủ động|hoàn thành|khẩn trương|phối hợp|hướng dẫn|tổ chức|đôn đốc)(?!\w)",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?<![^\s:;.])\(\d{1,2}\)\s+")
_OF_THESE = re.compile(
    r"(?:(?:qua|theo) [^,;:]{3,90}, )?nguyen nhan |(?:nhung|cac) (?:ton tai|han che"
    r"|kho khan)[^.;]{0,30} tren (?:chu yeu|phan lon|la do|do|xuat phat)"
)
_WEAK_END = re.compile(
    r"(?:con|van con|mot so|nhung)\s(?:[\w, ]{0,30})?(?:han che|ton tai|kho khan|vuong mac|bat cap)(?: (?:nhu )?sau)?$"
)
_TURNS = re.compile(r"(?:tuy nhien|song|nhung)\W")
_WEAK_WORD = re.compile(r"(?<!\w)(?:chưa|còn|không|thiếu|chậm|hạn chế|khó khăn|ít|thấp|yếu|kém)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing said: the characters `start` to `end` of a block, under a part of the report."""

    part: Part
    block: Block
    start: int
    end: int
    heading: str

    @property
    def quote(self) -> str:
        """The verbatim words."""
        return quote_at(self.block, self.start, self.end)

    def locator(self, report: Report) -> Locator:
        """Its place."""
        return locate(report, self.block, self.start, self.end)


def parts(report: Report) -> dict[str, Part]:
    """The part that each section belongs to: its own where its heading names one, else that of the section above it."""
    found: dict[str, Part] = {}
    numbered: set[str] = set()
    names = _names(report)
    for section in report.sections:
        inherited = found.get(section.parent or "", Part.OTHER)
        if section.parent in numbered:
            found[section.id] = inherited
            continue
        named = part_of(names[section.id])
        if inherited is Part.SETTING and named is not Part.DIRECTION:
            named = Part.SETTING
        if inherited is Part.DIRECTION and named not in (Part.PROPOSAL, Part.DIRECTION):
            named = Part.DIRECTION
        found[section.id] = named or (Part.OTHER if section.appendix else inherited)
        if found[section.id] is Part.DIRECTION:
            numbered.add(section.id)
    return found


def _names(report: Report) -> dict[str, str]:
    """What each section is called; where "PHẦN II" stands alone, by the line in capitals under it."""
    names = {s.id: s.heading for s in report.sections}
    for block in report.blocks:
        if names.get(block.section) == "" and block.kind is BlockKind.PARAGRAPH:
            names[block.section] = block.text.split("\n")[0] if block.text.split("\n")[0].isupper() else "-"
    return names


def points(report: Report) -> list[Point]:
    """The points of all parts but `OTHER`, in reading order."""
    sections = parts(report)
    headings = {s.id: s.heading for s in report.sections}
    out: list[Point] = []
    run_in: Part | None = None
    run_mark = ""
    section = ""
    for block in report.blocks:
        if block.kind is BlockKind.HEADING:
            run_in = None
            continue
        if block.kind not in SPOKEN:
            continue
        if block.section != section:
            section, run_in = block.section, None
        part = sections.get(section, Part.OTHER)
        start = 0
        for begin, stop in _lines(block.text):
            line = block.text[begin:stop]
            label = LABEL.match(line)
            named = part_of(label["label"]) if label else None
            if named is Part.MIXED and label is not None and _WEAK_END.search(fold(label["label"])):
                named = Part.LIMITATION
            mark = _marker(line)
            if named is not None and label is not None and part is not Part.DIRECTION:
                run_in, run_mark, start = named, mark, begin + label.end()
            else:
                if run_in is not None and mark and mark == run_mark:
                    run_in = None
                if run_in is Part.DIRECTION and _FALLS_SHORT.search(line) and not _DUTY.match(line):
                    run_in = None  # the next shortcoming begins, without a label of its own
                start = begin
            current = run_in or part
            if current is Part.OTHER:
                continue
            for a, b in _cut(block.text, start, stop, current):
                out += _with_causes(current, block, a, b, headings.get(section, ""))
                if len(out) >= MOST:
                    return out
    kept = [
        p
        for p, after in zip_longest(out, out[1:])
        if p is not None and not _is_introduction(p) and not _only_concedes(p, after)
    ]
    return [
        replace(p, part=Part.CAUSE) if p.part is Part.LIMITATION and _OF_THESE.match(fold(p.quote)) else p for p in kept
    ]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _marker(line: str) -> str:
    found = _MARKER_KIND.match(line)
    return next((k for k, v in found.groupdict().items() if v), "") if found else ""


def _cut(text: str, start: int, stop: int, part: Part) -> Iterator[tuple[int, int]]:
    """Sentences, and within them the members parted by semicolons; directions stay whole, but for "(1) … (2) …"
    lists."""
    if part is Part.DIRECTION and len(marks := list(_LIST.finditer(text, start, stop))) > 1:
        lead = start + len(text[start : marks[0].start()].rstrip())
        if len(text[start:lead].split()) > 3:
            yield _trim(text, start, lead)
        for mark, after in zip(marks, [*marks[1:], None], strict=True):
            yield _trim(text, mark.end(), after.start() if after else stop)
        return
    listed = _MARK.match(text[start:stop])
    start, stop = _trim(text, start + (listed.end() if listed else 0), stop)
    if start >= stop:
        return
    if part is Part.DIRECTION:
        yield start, stop
        return
    for begin, end in sentences(text[start:stop]):
        yield from _members(text, start + begin, start + end, whole=part is Part.LIMITATION)


def _members(text: str, start: int, end: int, *, whole: bool) -> Iterator[tuple[int, int]]:
    """The members of a sentence between its semicolons, brackets kept whole; a fragment stays with what it follows.

    `whole` keeps with the member before a short one that tells no shortcoming, the next of a list of names.
    """
    cuts, depth = [start], 0
    for at in range(start, end):
        char = text[at]
        depth += (char in "([“") - (char in ")]”")
        if (
            char == ";"
            and depth <= 0
            and len(text[cuts[-1] : at].split()) >= 4
            and len(text[at + 1 : end].split()) >= 3
            and not (whole and _names_only(text[at + 1 : end].split(";")[0]))
        ):
            cuts.append(at + 1)
    for begin, stop in zip(cuts, [*cuts[1:], end], strict=True):
        yield _trim(text, begin, stop)


def _names_only(member: str) -> bool:
    return (
        len(member.split()) <= 12
        and _WEAK_WORD.search(member) is None
        and "giảm" not in member
        and "tăng" not in member
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n-–+":
        start += 1
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    return start, min(end, start + LONGEST)


def _with_causes(part: Part, block: Block, start: int, end: int, heading: str) -> Iterator[Point]:
    """A limitation that names its cause ("…, nguyên nhân do …") gives two points."""
    cause = _CAUSED.search(block.text, start, end) if part is Part.LIMITATION else None
    if cause is None or len(block.text[cause.end() : end].split()) < 4:
        yield Point(part, block, start, end, heading)
        return
    before = block.text[start : cause.start()]
    if len(before.split()) < 5 or not _WEAK_WORD.search(before):
        yield Point(Part.CAUSE if "nguyên nhân" in cause[0] + before.lower()[:60] else part, block, start, end, heading)
        return
    yield Point(part, block, *_trim(block.text, start, cause.start()), heading)
    yield Point(Part.CAUSE, block, *_trim(block.text, cause.end(), end), heading)


def _only_concedes(point: Point, after: Point | None) -> bool:
    """What stands well, said before a "tuy nhiên" in the same paragraph, is no limitation."""
    if point.part is not Part.LIMITATION or after is None or after.block is not point.block:
        return False
    return bool(_TURNS.match(fold(after.quote))) and not _WEAK_WORD.search(point.quote)


def _is_introduction(point: Point) -> bool:
    """Words that only lead to a list, "… còn một số hạn chế như sau:", or that close the report."""
    quote = point.quote
    folded = fold(quote)
    if not any(c.isalpha() for c in quote) or quote.isupper() or folded.startswith("tren day la "):
        return True
    return quote.endswith(":") or (len(quote.split()) < 40 and bool(_INTRODUCES.search(folded)))

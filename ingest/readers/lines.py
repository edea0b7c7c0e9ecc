"""Lines of a page as plain text has them, and their joining to paragraphs.

Tools that take text out of a PDF break paragraphs into lines, set blank lines between all of them, and lose what told
paragraphs apart: indent and space. What is left is the width of each line: a line is the last of its paragraph where
the next word would still have fitted. Widths are those of Times New Roman, the face that Decree 30/2020/NĐ-CP
prescribes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.flow import Box, LineBox, Mark, Paragraph
from ingest.language.letters import UPPER

_WIDTHS: dict[str, int] = {
    **dict.fromkeys("ijlt/;:", 278),
    **dict.fromkeys("frI-()[]", 333),
    **dict.fromkeys("., ", 250),
    **dict.fromkeys("sJ", 389),
    **dict.fromkeys("acez“”", 444),
    **dict.fromkeys("EZLT", 611),
    **dict.fromkeys("FPS", 556),
    **dict.fromkeys("BCR", 667),
    **dict.fromkeys("ADGHKNOQUVXY", 722),
    **dict.fromkeys("mw", 750),
    **dict.fromkeys("MW%", 900),
}

NUMBERED = re.compile(
    r"(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s+(?:[IVXLC]+|\d{1,2}|thứ|THỨ)\b"
    r"|[IVXL]{1,6}\s?[.)/-]\s?(?=[^\W\d_])|\d{1,2}(?:\.\d{1,2}){0,4}[.)/]\s?(?=[^\W\d_“\"(])|\d{1,2}(?:\.\d{1,2}){1,4}\s(?=[^\W\d_])"
    r"|[a-zđ]\)\s|[a-hđ]\.\s(?=[^\W\d_])"
)
BULLET = re.compile(r"[-–—+*•·▪‣●○*]\s*(?=[^\W\d_“\"'(\d])")
APPENDIX = re.compile(r"(?:Phụ lục|PHỤ LỤC|Phụ biểu|PHỤ BIỂU|Biểu(?: mẫu)? số|BIỂU(?: MẪU)? SỐ)\b")
_OPENERS = re.compile(r"(?:Kính gửi|Nơi nhận|TM\.|KT\.|TL\.|TUQ\.|Q\.|Căn cứ)\s?\S")
_ALWAYS_OPENS = re.compile(r"(?:Kính gửi|Nơi nhận)\s?:|(?:TM|KT|TL|TUQ)\.\s?[" + UPPER + r"]{2}")
_BROKEN_NUMBER = re.compile(r"(?:\d|/[^\W\d_]+)[-–/]$")  # "09-" and "142/KH-" go on without a space
_FIRST_LINE_INDENT = 2_400  # 1.27 cm at 14 points, less what a hand-set indent varies
TERMINAL = tuple(".;:!?…")


@dataclass(slots=True)
class Line:
    """One line of a page. `width` is that of the whole printed line, in thousandths of the type size."""

    text: str
    page: int = 1
    blanks: int = 0
    gap: int = 0
    indent: int = 0
    lead: int = 0
    glued: bool = False
    marks: list[Mark] = field(default_factory=list)

    @property
    def width(self) -> int:
        """How wide the line was on the page, from what stood before it on the same printed line to its end."""
        return self.lead + printed_width(self.text)

    @property
    def caps(self) -> bool:
        """Whether it is written in capitals: two letters at least, none of them small."""
        return is_caps(self.text)


def is_caps(text: str) -> bool:
    """Whether all letters are capitals, and there are at least two."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 2 and all(c.isupper() for c in letters)


def printed_width(text: str) -> int:
    """The width of a text in Times New Roman, in thousandths of the type size."""
    return sum(_WIDTHS.get(c, 500) for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def full_width(lines: Sequence[Line]) -> int:
    """The width of a full line: few lines are wider. 0 where lines are not wrapped at a common width."""
    return _widest_common([line.width for line in lines]) or _nearest_to_most(
        # A short report has more headings and table rows than full lines; those that a sentence fills tell.
        [before.width for before, line in pairwise(lines) if before.text[-1].isalnum() and line.text[0].islower()]
    )


def _nearest_to_most(widths: Sequence[int]) -> int:
    """Of some widths that are full, with notes in smaller type among them, the one most of them come near."""
    near = {full: sum(1 for w in widths if full * 0.86 <= w <= full * 1.06) for full in widths if full > 12_000}
    full = min(near, key=lambda full: (-near[full], full), default=0)
    return full if full and near[full] >= max(5, len(widths) * 0.6) else 0


def _widest_common(all_widths: Iterable[int]) -> int:
    """The width that many of some widths come near and few go beyond; 0 where there is none."""
    widths = sorted(w for w in all_widths if w > 12_000)
    if len(widths) < 6:
        return 0
    full = widths[int(len(widths) * 0.95)]
    # A landscape page or a linearised table may bring a few lines that are much wider.
    while len(widths) > 20 and full > widths[int(len(widths) * 0.8)] * 1.15:
        widths = widths[: int(len(widths) * 0.97)]
        full = widths[int(len(widths) * 0.95)]
    near = sum(1 for w in widths if full * 0.86 <= w <= full * 1.06)
    return full if near >= len(widths) * 0.4 and full < 60_000 else 0


def begins_item(text: str) -> bool:
    """Whether a line begins like a numbered heading, a list item or an appendix."""
    return bool(NUMBERED.match(text) or BULLET.match(text) or APPENDIX.match(text))


def starts_paragraph(
    before: Line, line: Line, after: Line | None, full: int, *, heading: bool, first: bool, spaced: bool
) -> bool:
    """Whether `line` begins a paragraph after `before`; `after` is the line that follows it.

    `heading`: `before` belongs to a numbered heading; `first`: it is the first line of its paragraph; `spaced`: blank
    lines part paragraphs in this file.
    """
    if line.glued:
        return False
    word, _, _ = line.text.partition(" ")
    # Bold capitals and bold headings run wider than the plain face.
    indent = _FIRST_LINE_INDENT if first else 0
    stretch = 1.06 if before.caps or heading else 1.0
    filled = bool(full) and indent + (before.width + 250 + printed_width(word)) * stretch > full * 0.985
    ended = before.text.endswith(TERMINAL) or (before.text.endswith(("”", '"', ")")) and not filled)
    same_page = before.page == line.page
    if before.text.endswith("./.") or _ALWAYS_OPENS.match(line.text) or (spaced and line.blanks and same_page):
        return True
    if not full:
        return same_page or ended or begins_item(line.text) or not line.text[0].islower()
    if begins_item(line.text) and (ended or not filled or before.caps):
        return True
    if _OPENERS.match(line.text) and not filled:
        return True
    if before.caps != line.caps and any(c.isalpha() for c in line.text) and not (filled and not before.caps):
        # Capitals end where small letters begin, whatever the width; an acronym alone on a line is not a heading.
        return bool(before.caps and len(before.text) > 12) or (line.caps and " " in line.text) or not filled
    if filled and line.text[:1].isupper() and after is not None:
        if _is_indented(line, after, full) and (ended or heading):
            return True
        # A bold heading's width is a guess: where the plain one leaves room, the next line is no part of it.
        if heading and not before.caps and before.width + 250 + printed_width(word) < full * 0.93:
            return True
    if filled:
        return spaced and ended and line.indent >= before.indent + 2
    head = line.text.lstrip("“\"'(")[:1]
    if head.islower() or not head.isalnum():
        return spaced and ended and not head.islower()
    if head.isdigit():
        return ended
    return True


def _is_indented(line: Line, after: Line, full: int) -> bool:
    """Whether a line goes on although the next word would have fitted: it is the indented first line of a paragraph."""
    goes_on = after.text[:1].islower() and not after.glued
    word, _, _ = after.text.partition(" ")
    return goes_on and full * 0.8 < line.width and line.width + 250 + printed_width(word) < full * 0.975


def join(lines: Sequence[Line], full: int, *, spaced: bool) -> list[Paragraph]:
    """The paragraphs of some lines, with their markers moved along and their pages kept."""
    groups: list[list[Line]] = []
    for line, after in zip(lines, [*lines, None][1:], strict=True):
        if groups:
            group = groups[-1]
            heading = bool(NUMBERED.match(group[0].text)) and not any(x.text.endswith(TERMINAL) for x in group[:-1])
            if not starts_paragraph(
                group[-1], line, after, full, heading=heading, first=len(group) == 1, spaced=spaced
            ):
                group.append(line)
                continue
        groups.append([line])
    return [whole(group) for group in groups]


def whole(group: Sequence[Line]) -> Paragraph:
    """One paragraph of its lines.

    Lines on later pages are told by boxes without extent, for plain text knows pages but no places on them.
    """
    text = ""
    marks: list[Mark] = []
    starts: list[tuple[int, int]] = []
    for line in group:
        if text and not (line.glued and line.text[:1] in ".,;:!?)”…") and not _BROKEN_NUMBER.search(text):
            text += " "
        starts.append((len(text), line.page))
        marks.extend(Mark(len(text) + m.offset, m.label) for m in line.marks)
        text += line.text
    boxes: tuple[LineBox, ...] = ()
    if len({page for _, page in starts}) > 1:
        ends = [start for start, _ in starts[1:]] + [len(text)]
        boxes = tuple(LineBox(s, e, Box(p, 0, 0, 0, 0)) for (s, p), e in zip(starts, ends, strict=True))
    return Paragraph(text, page=group[0].page, marks=tuple(marks), boxes=boxes)

"""Lines to paragraphs: by indent, line spacing, the right edge and list marks; within a page and over the break."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.readers.layout.lines import Line, spaced

_MARK = re.compile(
    r"[-–—+•*●○▪■□➢✓]\s|(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2}){0,4})[.)]\s|[a-zđ]{1,2}[.)]\s|\(\d{1,2}\)\s"
)
_STRONG = re.compile(r"(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2}){0,4})[.)]\s|[a-zđ][.)]\s")
_ENDED = tuple(".;:!?…/")
_OPENS_LOW = re.compile(r"[a-zà-ỹđ,.;:)”]")


@dataclass(slots=True)
class Column:
    """Where lines run: left and right edge; `justified` where full lines end flush; the usual line `pitch`."""

    left: float
    right: float
    justified: bool = False
    pitch: float = 0.0


@dataclass(slots=True)
class Draft:
    """The lines of one paragraph; `column` is where they run."""

    lines: list[Line] = field(default_factory=list)
    centered: bool = False


def measure(lines: Sequence[Line]) -> Column:
    """The column that lines run in."""
    if not lines:
        return Column(0, 0)
    widest = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    wide = [line for line in lines if line.x1 - line.x0 > widest * 0.6] or list(lines)
    lefts: Counter[int] = Counter(round(line.x0) for line in lines)
    usual = [x for x, n in lefts.items() if n + lefts[x + 1] + lefts[x - 1] >= max(2, 0.12 * len(lines))]
    left = float(min(usual)) if usual else min(line.x0 for line in lines)
    ends = sorted(line.x1 for line in wide)
    right = ends[min(len(ends) - 1, int(len(ends) * 0.92))]
    flush = sum(1 for x in ends if abs(x - right) <= 2.5)
    pitches: Counter[float] = Counter()
    for a, b in pairwise(lines):
        if a.sheet is b.sheet and 0 < b.baseline - a.baseline < 3 * a.size:
            pitches[round((b.baseline - a.baseline) * 2) / 2] += 1
    pitch = max(pitches, key=lambda p: (pitches[p], -p)) if pitches else 0.0
    return Column(left, right, flush > 0.5 * len(ends) and len(ends) > 3, pitch)


def is_centered(line: Line, column: Column) -> bool:
    """Whether a line stands in the middle of its column, clear of both edges."""
    before, after = line.x0 - column.left, column.right - line.x1
    if before < 60 and _STRONG.match(line.text) is not None:
        return False  # a numbered heading that happens to end as far from the edge as it begins
    return before > 7 and after > 7 and abs(before - after) < max(6.0, 0.1 * (before + after))


def first_width(line: Line) -> float:
    """The width of the first word of a line, up to the first space."""
    end = line.words[0].x1
    for a, b in pairwise(line.words):
        if spaced(a, b):
            break
        end = b.x1
    return end - line.x0


def starts_item(line: Line) -> bool:
    """Whether a line begins with a list mark or an automatic number."""
    return _MARK.match(line.text[:14] + " ") is not None


class Joiner:
    """Joins lines of one column to paragraphs."""

    def __init__(self, column: Column) -> None:
        self.column = column

    def paragraphs(self, lines: Iterable[Line]) -> list[Draft]:
        """The paragraphs of lines from the top down."""
        drafts: list[Draft] = []
        for line in lines:
            if drafts and not self.begins(drafts[-1], line):
                drafts[-1].lines.append(line)
            else:
                drafts.append(Draft([line], is_centered(line, self.column)))
        return drafts

    def begins(self, draft: Draft, line: Line, over_break: bool = False) -> bool:
        """Whether `line` begins a paragraph after `draft`; `over_break`: it is the first of another page."""
        column = self.column
        last = draft.lines[-1]
        if abs(last.size - line.size) > 1.6 and len(last.text) > 3 and len(line.text) > 3:
            return True
        centered = is_centered(line, column)
        if centered and not draft.centered and self._title_goes_on(draft, line):
            draft.centered = True
            return False
        if draft.centered or (centered and is_centered(last, column)):
            if over_break or not centered or not draft.centered or last.bold != line.bold or last.italic != line.italic:
                return True
            if self._gap(draft, line) > 3.5 or last.text.isupper() != line.text.isupper():
                return True
            return last.x1 - last.x0 + first_width(line) + 0.25 * line.size < (column.right - column.left) * 0.86
        if self._short(draft, line) or (over_break and self._ends_page(last, line)):
            return True
        low = _OPENS_LOW.match(line.text) is not None and not starts_item(line)
        if not over_break:
            gap = self._gap(draft, line)
            if gap > 3.5 and not (low and len(draft.lines) == 1 and gap < 0.6 * line.size):
                return True
        if len(draft.lines) == 1:
            return self._after_first(last, line, low)
        deeper = line.x0 - last.x0
        if deeper > 8:
            return True
        if deeper < -8 and not low:
            return True
        return _STRONG.match(line.text) is not None and last.text.endswith(_ENDED)

    def _ends_page(self, last: Line, line: Line) -> bool:
        """Whether a paragraph ends with its page: after a full stop, where what follows looks like a beginning."""
        if not last.text.endswith(_ENDED) or _OPENS_LOW.match(line.text):
            return False
        return last.text.endswith((";", ":")) or last.sheet.width != line.sheet.width or last.bold != line.bold

    def _title_goes_on(self, draft: Draft, line: Line) -> bool:
        """Whether a centred line is the rest of a title whose lines above it fill the column."""
        last = draft.lines[-1]
        alike = last.bold == line.bold and last.italic == line.italic and last.text.isupper() == line.text.isupper()
        full = all(o.x1 - o.x0 > 0.82 * (self.column.right - self.column.left) for o in draft.lines)
        return (
            alike
            and full
            and self._gap(draft, line) <= 3.5
            and not starts_item(draft.lines[0])
            and not last.text.endswith(_ENDED)
        )

    def _after_first(self, last: Line, line: Line, low: bool) -> bool:
        """The same, where the paragraph has one line, which may stand further in than the rest of it."""
        deeper = line.x0 - last.x0
        if deeper > 8:
            hanging = starts_item(last) and len(last.words) > 1 and abs(line.x0 - last.words[1].x0) < 6
            return not hanging
        if deeper < -8:
            return _STRONG.match(line.text) is not None and last.text.endswith(_ENDED)
        if last.x0 > self.column.left + 8:
            return not low
        return starts_item(line) and last.text.endswith(_ENDED)

    def _gap(self, draft: Draft, line: Line) -> float:
        """By how much the space above a line is more than usual in its paragraph, or in the file."""
        last = draft.lines[-1]
        pitch = line.baseline - last.baseline
        if len(draft.lines) > 1 and draft.lines[-2].sheet is last.sheet:
            return pitch - (last.baseline - draft.lines[-2].baseline)
        usual = self.column.pitch or 1.2 * line.size
        return pitch - max(usual, 1.15 * line.size)

    def _short(self, draft: Draft, line: Line) -> bool:
        """Whether the last line ends where the next word would still have fitted, or short of a flush edge."""
        last = draft.lines[-1]
        room = self.column.right - last.x1
        if room > first_width(line) + 0.25 * line.size + 2.5:
            return True
        before = draft.lines[-2] if len(draft.lines) > 1 else None
        flush = before is not None and abs(self.column.right - before.x1) <= 1.5
        return self.column.justified and flush and room > 6 and last.text.endswith(_ENDED)

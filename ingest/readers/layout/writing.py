"""Drafts to the pieces of a Flow: text, markers, boxes and looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.flow import Grid, GridCell, LineBox, Mark, Note, Paragraph
from ingest.readers.layout.joined import GridDraft
from ingest.readers.layout.lines import Line, confidence, make_line, render
from ingest.readers.layout.notes import NoteDraft
from ingest.readers.layout.paragraphs import Draft, Joiner, measure, starts_item


def write_paragraph(draft: Draft, markers: set[int]) -> Paragraph:
    """A paragraph of the Flow; `markers` are the keys of the words that are footnote markers."""
    text, marks, boxes = render(draft.lines, markers)
    words = [w for line in draft.lines for w in line.words if w.key not in markers]
    letters = sum(len(w.text) for w in words) or 1
    prefix: list[Line] = []
    bold = sum(len(w.text) for w in words if w.bold)
    whole = bold > 0.9 * letters
    length = 0
    if bold and not whole and words[0].bold:
        length = _bold_prefix(draft.lines, markers, prefix)
    sizes: Counter[float] = Counter()
    for w in words:
        sizes[w.size] += len(w.text)
    return Paragraph(
        text,
        draft.lines[0].sheet.page,
        whole,
        length,
        sum(len(w.text) for w in words if w.italic) > 0.9 * letters,
        draft.centered,
        max(sizes, key=lambda s: sizes[s]) if sizes else None,
        None,
        tuple(marks),
        tuple(boxes),
        confidence(draft.lines),
    )


def _bold_prefix(lines: Sequence[Line], markers: set[int], prefix: list[Line]) -> int:
    """The length in characters of the bold run at the head of a paragraph."""
    for line in lines:
        kept = []
        for w in line.words:
            if not w.bold and w.key not in markers:
                break
            kept.append(w)
        if kept:
            prefix.append(make_line(kept, line.sheet))
        if len(kept) < len(line.words):
            break
    return len(render(prefix, markers)[0])


def write_grid(draft: GridDraft, markers: set[int]) -> Grid:
    """A table of the Flow. In a table without rulings a cell keeps its paragraphs, parted by line breaks."""
    cells = []
    for slot in sorted(draft.slots, key=lambda s: (s.row, s.column)):
        lines = slot.lines
        if draft.bordered:
            text, marks, boxes = render(lines, markers, joins=_torn(lines))
        else:
            text, marks, boxes = _paragraphs(_stacked(lines), markers)
        letters = sum(len(w.text) for line in lines for w in line.words)
        bold = sum(len(w.text) for line in lines for w in line.words if w.bold)
        cells.append(
            GridCell(
                slot.row,
                slot.column,
                text,
                slot.rows,
                slot.columns,
                bool(letters) and bold > 0.9 * letters,
                tuple(marks),
                tuple(boxes),
                confidence(lines),
            )
        )
    return Grid(tuple(cells), draft.rows, draft.columns, draft.header_rows, draft.bordered, draft.page)


# "TM. ỦY BAN NHÂN DÂN" and "KT. CHỦ TỊCH" stand on a line of their own, the signer's office under them.
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|T/M|T/L|Q)\s?[./]")
_VOWEL = re.compile("[aeiouyăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE)


def _torn(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of lines that go on with a word torn in a cell too narrow for it: a rest without a vowel."""
    found = set()
    for i, (upper, lower) in enumerate(pairwise(lines), 1):
        last, first = upper.text.split()[-1:], lower.text.split()[:1]
        if not last or not first or not (last[0].isalpha() and first[0].isalpha()):
            continue
        rest = first[0].islower() or (len(first[0]) == 1 and last[0].isupper() and len(last[0]) > 2)
        if rest and len(first[0]) <= 3 and not _VOWEL.search(first[0]):
            found.add(i)
    return frozenset(found)


def _stacked(lines: Iterable[Line]) -> list[list[Line]]:
    """The paragraphs of a narrow cell: lines that look alike go on, list marks and other looks begin anew."""
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and last.bold == line.bold
            and last.italic == line.italic
            and abs(last.size - line.size) < (2.0 if line.sheet.scanned else 0.6)
            and last.text.isupper() == line.text.isupper()
            and not starts_item(line)
            and not _AUTHORITY.match(last.text)
            and not last.text.endswith((";", ":", "."))
            and line.baseline - last.baseline < 1.7 * line.size
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _paragraphs(groups: Iterable[Sequence[Line]], markers: set[int]) -> tuple[str, list[Mark], list[LineBox]]:
    """Several paragraphs as one text, parted by line breaks."""
    text = ""
    marks: list[Mark] = []
    boxes: list[LineBox] = []
    for group in groups:
        more, some, places = render(group, markers)
        if not more:
            continue
        if text:
            text += "\n"
        start = len(text)
        text += more
        marks.extend(Mark(m.offset + start, m.label) for m in some)
        boxes.extend(LineBox(b.start + start, b.end + start, b.box) for b in places)
    return text, marks, boxes


def write_note(note: NoteDraft) -> Note:
    """A note of the Flow, its paragraphs parted by line breaks."""
    joiner = Joiner(measure(note.lines))
    drafts: list[Draft] = []
    for line in note.lines:
        if drafts and not _note_breaks(joiner, drafts[-1], line):
            drafts[-1].lines.append(line)
        else:
            drafts.append(Draft([line]))
    text, _, boxes = _paragraphs([d.lines for d in drafts], set())
    return Note(note.label, text, note.page, tuple(boxes), confidence(note.lines))


def _note_breaks(joiner: Joiner, draft: Draft, line: Line) -> bool:
    """Whether a line begins another paragraph of a note: after a sentence's end, with room left, or at a list mark."""
    last = draft.lines[-1]
    if not last.text.endswith((".", ";", ":", "!", "?", "”")) or line.text[:1].islower():
        return False
    if starts_item(line):
        return True
    return line.sheet is last.sheet and joiner.begins(draft, line)

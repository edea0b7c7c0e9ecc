"""Footnotes: the block at the foot of a page, its notes, and the marker that each of them hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.readers.layout.lines import Line, is_raised, make_line, spaced
from ingest.readers.layout.sheet import Rule

_LABEL = re.compile(r"[(\[]?(\d{1,3}|\*{1,4}|[†‡])[)\]]?")
_POWER_BASE = re.compile(r"(?:^|[\d\s/(])(?:[kcdm]?m|10|hm|dam|Km)$")


@dataclass(slots=True)
class NoteDraft:
    """A note as found: its label, the page it begins on and its lines, the label taken off."""

    label: str
    page: int
    lines: list[Line] = field(default_factory=list)


def foot_of(
    lines: Sequence[Line], rules: Iterable[Rule], body: float, left: float, expected: int, before: str = ""
) -> int:
    """The index of the first line of the footnote block; `len(lines)` where the page has none.

    The block stands at the foot, under a short rule at the left margin or in letters smaller than the body's (`body`
    points), and begins with a label, or with the rest of a note begun on the page before. `expected` is the number of
    the next note; `before` is the last line of the note at the foot of the page before, if any. Word parts the rest of
    a note from the page by a rule as wide as the text.
    """
    if not lines:
        return 0
    sheet = lines[0].sheet
    if body <= 0:
        return len(lines)
    for rule in sorted(rules, key=lambda r: -r.y0):
        width = rule.x1 - rule.x0
        if width <= 30 or abs(rule.x0 - left) >= 16 or rule.y0 <= sheet.height * 0.15:
            continue
        wide = width >= sheet.width * 0.55
        if wide and not before:
            continue
        start = next((i for i, line in enumerate(lines) if line.baseline > rule.y0 + 1), len(lines))
        block = lines[start:]
        if not block or block[0].y0 - rule.y0 > 30:
            continue
        labelled = label_of(block[0], None) is not None
        small = sum(len(line.text) for line in block if line.size <= body * 0.93)
        smaller = small * 2 > sum(len(line.text) for line in block)
        plain = label_of(block[0], expected) is not None
        if wide:
            if all(line.size <= body * 0.93 for line in block):
                return start
            continue
        if (labelled and (smaller or is_raised(block[0].words[0], block[0]))) or (smaller and (plain or expected > 1)):
            return start
    start = len(lines)
    while start and lines[start - 1].size <= body * (0.9 if not sheet.scanned else 0.88):
        start -= 1
    first = start
    while start < len(lines) and label_of(lines[start], None) is None:
        start += 1
    cut = bool(before) and not before.endswith((".", "!", "?"))
    if cut and 0 < first < start < len(lines) and lines[first].baseline - lines[first - 1].baseline > body * 1.2:
        return first
    return start


def label_of(line: Line, expected: int | None) -> str | None:
    """The label that a line of notes begins with: raised or smaller than the rest, or the number that is `expected`."""
    first = line.words[0]
    found = _LABEL.fullmatch(first.text)
    if not found or len(line.words) < 2:
        return None
    if is_raised(first, line) or first.size <= line.size * 0.82:
        return found[1]
    if expected is not None and found[1] == str(expected) and spaced(first, line.words[1]):
        return found[1]
    return None


def split_notes(lines: Sequence[Line], expected: int) -> tuple[list[Line], list[NoteDraft]]:
    """The lines before the first label (the rest of a note begun on the page before), and the notes of a block."""
    rest: list[Line] = []
    notes: list[NoteDraft] = []
    for line in lines:
        label = label_of(line, expected)
        if label is None:
            (notes[-1].lines if notes else rest).append(line)
            continue
        # Some programs print the label and then the empty brackets that stood round it.
        skip = 2 if line.words[1].text == "()" and len(line.words) > 2 else 1
        notes.append(NoteDraft(label, line.sheet.page, [make_line(line.words[skip:], line.sheet)]))
        if label.isdigit():
            expected = int(label) + 1
    return rest, notes


@dataclass(frozen=True, slots=True)
class Candidate:
    """A raised word in the body that may be a marker; `order` is that of reading, `unit`: it may well be a power.

    `plain` is a number that is not raised but stuck to the end of a word, as some programs set markers.
    """

    key: int
    label: str
    page: int
    order: int
    unit: bool
    plain: bool


def candidates(lines: Iterable[Line], order: int) -> list[Candidate]:
    """The words of lines that may be markers, in reading order, numbered from `order`."""
    found: list[Candidate] = []
    for line in lines:
        for i, word in enumerate(line.words):
            label = _LABEL.fullmatch(word.text)
            if label is None:
                continue
            before = line.words[i - 1].text if i and not spaced(line.words[i - 1], word) else ""
            plain = not is_raised(word, line)
            if plain and not (before and (before[-1].isalpha() or before[-1] in '”")%')):
                continue
            unit = bool(_POWER_BASE.search(before))
            found.append(Candidate(word.key, label[1], line.sheet.page, order + len(found), unit, plain))
    return found


def choose_markers(notes: Sequence[NoteDraft], found: Sequence[Candidate]) -> set[int]:
    """The keys of the words that are the markers of these notes: one each, on the note's page, in order.

    A power (m², 10³) stays in its sentence: it is taken only where no other word could be the marker. A note without
    a marker on its own page (an endnote, a note pushed to the next page) takes the first one left with its label.
    """
    chosen: set[int] = set()
    waiting: list[NoteDraft] = []
    last = -1

    def take(note: NoteDraft, pages: range | None) -> bool:
        nonlocal last
        fits = [
            c for c in found if c.label == note.label and c.key not in chosen and (pages is None or c.page in pages)
        ]
        if not fits:
            return False
        best = min(fits, key=lambda c: (c.unit, c.plain, c.order < last, c.order))
        chosen.add(best.key)
        last = max(last, best.order)
        return True

    for note in notes:
        if not take(note, range(note.page, note.page + 1)):
            waiting.append(note)
    for note in waiting:
        if not take(note, range(note.page - 1, note.page)):
            take(note, None)
    return chosen

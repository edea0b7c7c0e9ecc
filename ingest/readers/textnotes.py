"""Footnotes in plain text: the markers are taken out of the sentences and the notes out of the foot of each page.

A careless tool prints a marker alone on a line ("kế hoạch / 1 / . Các xã") or glues it to its word ("vụ việc6."),
and sets the notes where the page ended, in the middle of a sentence. A number is taken for a marker only if it is the
next one expected and a note with that number follows: "2024" or "12 vụ việc" is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.flow import Mark, Note
from ingest.language.letters import UPPER
from ingest.readers.lines import NUMBERED, TERMINAL, Line, full_width, join, printed_width
from ingest.readers.texttables import values_of

_LONE = re.compile(r"\[?\(?(\d{1,3})\)?\]?")
_LED = re.compile(r"\[?(\d{1,3})\]?(?:\s+|(?=[^\W\d_]))(?=[" + UPPER + r"“\"(\-–])")
_GLUED = re.compile(
    r"(?<=[^\W\d_])(\d{1,3})(?=[\s.,;:)”\"!?]|$)|(?<=\S)\[(\d{1,3})\]|(?<=[”\")])(\d{1,3})(?=[\s.,;:]|$)"
)
_LENGTH = re.compile(r"(?<!\w)[kcdm]?m$")
_RULE_GAP = 20
_RULE = re.compile(r"[_\-–—]{5,}")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT = re.compile(r"(?<=\S)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")


def lift_notes(lines: Sequence[Line], *, paged: bool) -> tuple[list[Line], list[Note]]:
    """The body lines with their marks, and the notes in order. `paged`: the lines know every page break there is."""
    lines = _plain_superscripts(lines)
    lone = {i: int(m[1]) for i, line in enumerate(lines) if (m := _LONE.fullmatch(line.text))}
    if not lone and not any(_LED.match(line.text) for line in lines):
        return list(lines), []
    return _Lifter(lines, lone, paged).run()


def _plain_superscripts(lines: Sequence[Line]) -> list[Line]:
    for line in lines:
        if _SUPERSCRIPT.search(line.text) or line.text[:1] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
            line.text = _SUPERSCRIPT.sub(lambda m: f"[{m[1].translate(_SUPERSCRIPTS)}]", line.text)
            head = re.match(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}", line.text)
            if head:
                line.text = head[0].translate(_SUPERSCRIPTS) + " " + line.text[head.end() :].lstrip()
    return list(lines)


class _Lifter:
    """Walks once through the lines; knows the next marker and the next note it may meet."""

    def __init__(self, lines: Sequence[Line], lone: dict[int, int], paged: bool) -> None:
        self.lines = lines
        self.lone = lone
        self.body: list[Line] = []
        self.notes: list[tuple[int, list[Line]]] = []
        self.next_mark = 1
        self.next_note = 1
        self.inside = False
        self.opener: dict[int, list[int]] = {}
        for i, line in enumerate(lines):
            number = self._opens(i, line)
            if number is not None:
                self.opener.setdefault(number, []).append(i)
        self.paged = paged and lines[-1].page > lines[0].page and not self._two_blocks_on_a_page()
        self.ruled = any(line.gap >= _RULE_GAP for line in lines)

    def _two_blocks_on_a_page(self) -> bool:
        """Whether a marker stands on its page after the note of an earlier one: a page break is lost between them."""
        places: dict[int, list[int]] = {}
        for i, number in self.lone.items():
            places.setdefault(number, []).append(i)
        twice = [(number, at) for number, at in sorted(places.items()) if len(at) == 2]
        return any(
            later == number + 1 and note < marker and self.lines[note].page == self.lines[following].page
            for (number, (_, note)), (later, (marker, following)) in pairwise(twice)
        )

    def _opens(self, i: int, line: Line) -> int | None:
        """The number of the note that may begin at line `i`."""
        if i in self.lone:
            following = self.lines[i + 1] if i + 1 < len(self.lines) else None
            return self.lone[i] if following and following.text[:1] not in ".,;:)" else None
        found = _LED.match(line.text)
        if not found or NUMBERED.match(line.text) or values_of(line.text):
            return None
        return int(found[1])

    def run(self) -> tuple[list[Line], list[Note]]:
        """The body and the notes."""
        i = 0
        while i < len(self.lines):
            line = self.lines[i]
            if self.inside and self._block_ends(i):
                self.inside = False
            if self._is_note(i):
                number = self._opens(i, line) or 0
                self.inside = True
                self.notes.append((number, []))
                self.next_note = number + 1
                if i not in self.lone:
                    found = _LED.match(line.text)
                    line.text = line.text[found.end() :] if found else line.text
                    self.notes[-1][1].append(line)
            elif self.inside or self._goes_on(i):
                self.inside = True
                self.notes[-1][1].append(line)
            elif self._is_exponent(i):
                self.body[-1].text += line.text
                self._resume(i)
            elif self._is_marker(i):
                self._mark(self.lone[i])
                self._resume(i)
            else:
                self._take_glued(i, line)
                self.body.append(line)
            i += 1
        return self.body, self._finished()

    def _goes_on(self, i: int) -> bool:
        """Whether a note block opens with the rest of the note that the page before began."""
        line = self.lines[i]
        if line.gap < _RULE_GAP or not self.notes or not self.notes[-1][1]:
            return False
        page = [j for j in self.opener.get(self.next_note, ()) if j > i and self.lines[j].page == line.page]
        unfinished = not self.notes[-1][1][-1].text.endswith(TERMINAL)
        return bool(page) or (unfinished and line.text[:1].islower())

    def _resume(self, i: int) -> None:
        """The line after a raised number goes on where the number stood."""
        if i + 1 < len(self.lines) and self.lines[i + 1].page == self.lines[i].page:
            following = self.lines[i + 1]
            following.glued = True
            following.lead = self.body[-1].width
            following.blanks = 0

    def _is_exponent(self, i: int) -> bool:
        """Whether a lone 2 or 3 is that of m² or m³: after a unit of length, where its note has another marker."""
        number = self.lone.get(i)
        if number not in (2, 3) or not self.body or not _LENGTH.search(self.body[-1].text):
            return False
        if not self._expected(number, i):
            return True
        return self._marked_alone(number, i)

    def _marked_alone(self, number: int, i: int) -> bool:
        """Whether a later line is the marker of that number, so that a number glued to a word is none."""
        note = next((j for j in self.opener.get(number, ()) if j > i), len(self.lines))
        return any(self.lone.get(j) == number for j in range(i + 1, note))

    def _block_ends(self, i: int) -> bool:
        line, before = self.lines[i], self.lines[i - 1]
        if line.page != before.page:
            return True
        if self.paged or self.next_note < self.next_mark or not self.body or self._is_note(i):
            return False
        # Page breaks are lost: the sentence that the block cut goes on, or a heading begins.
        cut = not self.body[-1].text.endswith(TERMINAL)
        ended = before.text.endswith(TERMINAL)
        return ended and (bool(NUMBERED.match(line.text)) or (cut and line.text[:1].islower()))

    def _is_note(self, i: int) -> bool:
        number = self._opens(i, self.lines[i])
        if number is None or number >= self.next_mark:
            return False
        if number != self.next_note:
            return False
        if self.inside or not self.ruled:
            return True
        return self.lines[i].gap >= _RULE_GAP or i not in self.lone

    def _is_marker(self, i: int) -> bool:
        number = self.lone.get(i)
        if number is None or not self.body or self.lines[i].gap >= _RULE_GAP:
            return False
        return self._expected(number, i)

    def _expected(self, number: int, i: int) -> bool:
        if number == 1 and self.next_mark > 1:
            # Numbering that begins anew on each page.
            fresh = (
                bool(self.notes)
                and self.next_note == self.next_mark
                and self.notes[-1][1][-1].page < self.lines[i].page
            )
            if fresh and any(j > i and self.lines[j].page == self.lines[i].page for j in self.opener.get(1, ())):
                self.next_mark = self.next_note = 1
                return True
        return number == self.next_mark and any(j > i for j in self.opener.get(number, ()))

    def _mark(self, number: int) -> None:
        self.body[-1].marks.append(Mark(len(self.body[-1].text), str(number)))
        self.next_mark = number + 1

    def _take_glued(self, i: int, line: Line) -> None:
        position = 0
        while found := _GLUED.search(line.text, position):
            digits = found[1] or found[2] or found[3]
            number = int(digits)
            group = 1 if found[1] else 2 if found[2] else 3
            bracketed = group == 2
            near = any(j > i and (self.lines[j].page == line.page or bracketed) for j in self.opener.get(number, ()))
            unit = number in (2, 3) and _LENGTH.search(line.text[: found.start()])
            if number == self.next_mark and near and not unit and not self._marked_alone(number, i):
                line.text = line.text[: found.start()] + line.text[found.end() :]
                line.marks.append(Mark(found.start(), digits))
                line.lead += printed_width(digits) * 2 // 3
                self.next_mark += 1
                position = found.start()
            else:
                position = found.end()

    def _finished(self) -> list[Note]:
        rows = [line for _, group in self.notes for line in group]
        full = full_width(rows) or max((line.width for line in rows), default=0)
        out = []
        for number, group in self.notes:
            if group:
                paragraphs = join(group, full, spaced=False)
                text = "\n".join(p.text for p in paragraphs)
                out.append(Note(str(number), text, page=group[0].page))
        return out

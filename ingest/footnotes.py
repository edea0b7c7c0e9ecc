"""Footnotes: each marker finds its note, by label and order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from ingest.flow import Flow, Grid, Mark, Note


class NoteMatcher:
    """Hands each marker its note as markers are met in reading order.

    Labels may begin anew on every page, or all be "*": of the notes with that label the first unused one is taken. The
    number given is the printed one where the printed ones are all different, else a running number.
    """

    def __init__(self, flow: Flow) -> None:
        self._notes = list(flow.notes)
        self._waiting: dict[str, deque[int]] = {}
        for i, note in enumerate(self._notes):
            self._waiting.setdefault(_plain(note.label), deque()).append(i)
        labels = [_plain(note.label) for note in self._notes]
        self._printed = len(set(labels)) == len(labels) and all(label.isdigit() for label in labels)
        self._used: set[int] = set()
        self._by_order = _labels_disagree(flow.pieces, labels)
        self.unmatched_marks: list[str] = []

    def take(self, mark: Mark) -> tuple[int, Note] | None:
        """The number and the note for a marker, or None where there is no note left for it."""
        queue = self._waiting.get(_plain(mark.label))
        if self._by_order:
            index = next((i for i in range(len(self._notes)) if i not in self._used), None)
        else:
            index = queue.popleft() if queue else None
        if index is None:
            self.unmatched_marks.append(mark.label)
            return None
        self._used.add(index)
        return self._number(index), self._notes[index]

    def left(self) -> list[tuple[int, Note]]:
        """The notes that no marker asked for."""
        return [(self._number(i), note) for i, note in enumerate(self._notes) if i not in self._used]

    def _number(self, index: int) -> int:
        return int(_plain(self._notes[index].label)) if self._printed else index + 1


def _plain(label: str) -> str:
    return label.strip("[]() .")


def marks_of(piece: object) -> Iterable[Mark]:
    """The markers of a piece, in reading order."""
    if isinstance(piece, Grid):
        for cell in sorted(piece.cells, key=lambda c: (c.row, c.column)):
            yield from cell.marks
    else:
        yield from getattr(piece, "marks", ())


def _labels_disagree(pieces: Sequence[object], labels: list[str]) -> bool:
    """Whether markers and notes are as many but labelled differently, so that only order can match them."""
    marks = [_plain(m.label) for piece in pieces for m in marks_of(piece)]
    return len(marks) == len(labels) and not set(marks) & set(labels)

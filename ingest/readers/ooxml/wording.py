"""Runs to words: text repaired and its white space single, with the offsets of markers and of bold type in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.flow import Mark
from ingest.language.legacy import decode_legacy
from ingest.language.repair import repair
from ingest.readers.ooxml.inline import Marker, Span, is_legacy

_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Text of these characters alone needs no repair: the letters of Vietnamese, save õ, which may be a damaged ò.
_SOUND = re.compile(r"[ -~À-ÏÑ-ÔÙ-ïñ-ôù-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ“”‘’–—…•\n\t]*+")
_CLOSING = tuple(".,;:)]”’!?…%")
_AROUND_A_MARK = frozenset(",;()[] ")
_NEARLY_ALL = 0.9
_ITEM = re.compile(r"(?:[-–—+•*]|\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[a-zđ]\)|[IVX]{1,5}[.)])\s")


@dataclass(frozen=True, slots=True)
class Words:
    """Some text as its reader sees it. `bold` is the length of the bold type at its head, `size` in points."""

    text: str
    marks: tuple[Mark, ...] = ()
    bold_letters: int = 0
    letters: int = 0
    bold_prefix: int = 0
    italic: bool = False
    size: float | None = None
    turned: bool = False

    @property
    def bold(self) -> bool:
        """Whether all of it is bold, or nearly: a full stop or a space left out tells nothing."""
        return self.letters > 0 and self.bold_letters > _NEARLY_ALL * self.letters


def lines_of(pieces: list[Span | Marker]) -> list[list[Span | Marker]]:
    """The pieces of each line, where line breaks part them."""
    lines: list[list[Span | Marker]] = [[]]
    for piece in pieces:
        if isinstance(piece, Span) and piece.text == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def paragraphs_of(pieces: list[Span | Marker], centered: bool) -> list[list[Span | Marker]]:
    """The paragraphs that a reader sees in one: a line break before an item, or between two lines of a title, parts.

    Other line breaks are spaces: they only place the words.
    """
    if not any(isinstance(p, Span) and p.text == "\n" for p in pieces):
        return [pieces]
    out: list[list[Span | Marker]] = []
    space = next(p for p in pieces if isinstance(p, Span) and p.text == "\n")
    blank = False
    before = ""
    for line in lines_of(pieces):
        text = "".join(p.text for p in line if isinstance(p, Span)).strip()
        if not text and not any(isinstance(p, Marker) for p in line):
            blank = True
            continue
        apart = blank or _ITEM.match(text) or (centered and before.isupper() and not text.isupper())
        if out and not apart:
            out[-1] += [Span(" ", space.look), *line]
        else:
            out.append(line)
        blank, before = False, text
    return out


def word(pieces: list[Span | Marker]) -> Words:
    """The words of some pieces on one line."""
    parts: list[str] = []
    length = 0
    marks: list[tuple[int, str]] = []
    letters = bold = italic = 0
    head = True
    head_length = 0
    sizes: dict[float, int] = {}
    for piece in _without_mark_punctuation(_decoded(pieces)):
        if isinstance(piece, Marker):
            marks.append((length, piece.label))
            continue
        text, look = piece.text, piece.look
        if marks and marks[-1][0] == length and text.startswith(_CLOSING):
            # "việc ⁶." leaves a space where the marker stood.
            while parts and parts[-1][-1:] == " ":
                cut = parts.pop().rstrip(" ")
                if cut:
                    parts.append(cut)
            length = sum(map(len, parts))
            marks = [(min(at, length), label) for at, label in marks]
        parts.append(text)
        length += len(text)
        count = len(text) - text.count(" ")
        if not count:
            continue
        letters += count
        sizes[look.size] = sizes.get(look.size, 0) + count
        if look.italic:
            italic += count
        if look.bold:
            bold += count
            if head:
                head_length = length
        else:
            head = False
    raw = "".join(parts)
    text = settle(raw)
    return Words(
        text,
        tuple(Mark(min(len(settle(raw[:at])), len(text)), label) for at, label in marks),
        bold,
        letters,
        (len(text) if head_length == length else min(len(settle(raw[:head_length])), len(text))) if bold else 0,
        letters > 0 and italic > _NEARLY_ALL * letters,
        max(sizes, key=lambda size: sizes[size]) if sizes else None,
        not raw.isascii() and _TURNED.search(raw) is not None,
    )


def settle(raw: str) -> str:
    """Repaired, and white space single."""
    if not _SOUND.fullmatch(raw):
        raw = repair(raw)
    return " ".join(raw.split())


def headed(words: Words, label: str) -> Words:
    """The words with an automatic number at their head."""
    if not label:
        return words
    shift = len(label) + (1 if words.text else 0)
    return Words(
        f"{label} {words.text}" if words.text else label,
        tuple(Mark(mark.offset + shift, mark.label) for mark in words.marks),
        words.bold_letters,
        words.letters,
        words.bold_prefix + shift if words.bold_prefix else 0,
        words.italic,
        words.size,
        words.turned,
    )


def stacked(parts: list[Words], gap: str = "\n") -> Words:
    """Several words one under the other, as in a cell."""
    parts = [part for part in parts if part.text or part.marks]
    if len(parts) == 1:
        return parts[0]
    texts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for part in parts:
        if not part.text:
            marks += [Mark(max(length - len(gap), 0), mark.label) for mark in part.marks]
            continue
        marks += [Mark(mark.offset + length, mark.label) for mark in part.marks]
        texts.append(part.text)
        length += len(part.text) + len(gap)
    return Words(
        gap.join(texts),
        tuple(marks),
        sum(part.bold_letters for part in parts),
        sum(part.letters for part in parts),
        size=next((part.size for part in parts if part.size), None),
        turned=any(part.turned for part in parts),
    )


def _without_mark_punctuation(pieces: list[Span | Marker]) -> list[Span | Marker]:
    """Without the raised commas and brackets that stand between or around markers: "(1)", "1,2"."""
    if not any(isinstance(p, Marker) for p in pieces):
        return pieces
    out: list[Span | Marker] = []
    for i, piece in enumerate(pieces):
        if isinstance(piece, Span) and piece.look.raised and piece.text and _AROUND_A_MARK.issuperset(piece.text):
            beside = pieces[max(i - 1, 0) : i + 2]
            if any(isinstance(p, Marker) for p in beside):
                continue
        out.append(piece)
    return out


def _decoded(pieces: list[Span | Marker]) -> list[Span | Marker]:
    """With text in fonts of the old Vietnamese codes (.VnTime, VNI-Times) in Unicode."""
    if not any(isinstance(p, Span) and is_legacy(p.look.font) for p in pieces):
        return pieces
    out: list[Span | Marker] = []
    for piece in pieces:
        last = out[-1] if out else None
        if (
            isinstance(piece, Span)
            and isinstance(last, Span)
            and last.look == piece.look
            and is_legacy(piece.look.font)
        ):
            # In VNI a letter's mark may stand in the next run.
            out[-1] = Span(last.text + piece.text, piece.look)
        else:
            out.append(piece)
    return [_unicode(p) if isinstance(p, Span) and is_legacy(p.look.font) else p for p in out]


def _unicode(span: Span) -> Span:
    text = decode_legacy(span.text, span.look.font)
    return Span(text.upper() if span.look.caps else text, span.look)

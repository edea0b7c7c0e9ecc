"""Headings: which paragraphs are numbered headings or items, and the section tree they make.

Levels come from the kind of number (Phần, Chương, A., I., 1., 1.1., a)), not from style names; Decree 30/2020/NĐ-CP,
Appendix I, gives that order. Numbering begins anew under each parent, so a stack of open headings gives the path.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum

from ingest.flow import Paragraph
from ingest.language.letters import UPPER
from ingest.report import Section

_WORD_NUMBERS = {"nhất": "I", "hai": "II", "ba": "III", "tư": "IV", "bốn": "IV", "năm": "V", "sáu": "VI", "bảy": "VII"}
_NUMBER = re.compile(
    r"(?P<part>(?:Phần|PHẦN)\s+(?:thứ\s+|THỨ\s+)?(?P<pn>[IVXLC]+|\d{1,2}|[^\W\d_]+))(?=$|[\s.:\-–])"
    r"|(?P<chapter>(?:Chương|CHƯƠNG)\s+(?P<cn>[IVXLC]+|\d{1,2}))(?=$|[\s.:\-–])"
    r"|(?P<roman>[IVXL]{1,7})\s?[.)/:\-–](?=\s|[^\W\d_]|$)"
    r"|(?P<upper>[A-HĐ])\s?[.)/](?=\s|$)"
    r"|(?P<arab>\d{1,2}(?:\.\d{1,2}){0,4})\s?[.)/:](?=\s|[^\W\d_“\"(]|$)"
    r"|(?P<deep>\d{1,2}(?:\.\d{1,2}){1,4})(?=\s+[^\W\d_])"
    r"|(?P<alpha>[a-zđ]\d?)\s?\)(?=\s|$)"
    r"|(?P<alphadot>[a-eđ])\.(?=\s)"
)
_APPENDIX = re.compile(
    r"(?P<name>Phụ lục|PHỤ LỤC|Phụ biểu|PHỤ BIỂU|(?:Biểu|BIỂU)(?: mẫu| MẪU)?|Mẫu|MẪU)"
    r"(?:\s+(?:số|SỐ))?\s*:?\s*(?P<number>[IVXLC]+\b|\d{1,2}[a-zA-Z]?(?:[/\-.][\wĐ]+)*)?\s*[.:\-–]?\s*(?P<rest>.*)",
    re.S,
)
BULLET = re.compile(r"[-–—+*•·▪‣●○]\s*(?=\S)|\(?(?:\d{1,2}|[a-zđivx]{1,4})\)\s+(?=\S)")
CLOSING = re.compile(r"Trên đây là\b|Trên đây,?\s+(?:Ủy|Uỷ|UBND|báo cáo)\b")
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
LONG_HEADING = 320


class Rank(IntEnum):
    """How high a kind of number stands; ARAB + n for n further levels of Arabic numbers."""

    APPENDIX = 0
    PART = 1
    CHAPTER = 2
    UPPER = 3
    ROMAN = 4
    ARAB = 5
    ALPHA = 12


@dataclass(frozen=True, slots=True)
class Number:
    """The number at the head of a paragraph. `shown` as a reader says it; `end` is where the words after it begin."""

    rank: int
    shown: str
    value: int
    end: int


def number_of(text: str) -> Number | None:
    """The number a paragraph begins with, or None."""
    m = _NUMBER.match(text)
    if m is None:
        return None
    end = m.end()
    while end < len(text) and text[end] in " .:–-)/":
        end += 1
    if m["part"]:
        word = m["pn"]
        shown = _WORD_NUMBERS.get(word.lower(), word)
        if not (re.fullmatch(r"[IVXLC]+|\d+", shown)):
            return None
        return Number(Rank.PART, f"Phần {shown}", _value(shown), end)
    if m["chapter"]:
        return Number(Rank.CHAPTER, f"Chương {m['cn']}", _value(m["cn"]), end)
    if m["roman"]:
        value = _value(m["roman"])
        return Number(Rank.ROMAN, m["roman"], value, end) if _roman(value) == m["roman"] else None
    if m["upper"]:
        return Number(Rank.UPPER, m["upper"], "ABCDĐEFGH".index(m["upper"]) + 1, end)
    if m["arab"] or m["deep"]:
        digits = m["arab"] or m["deep"]
        parts = digits.split(".")
        return Number(Rank.ARAB + len(parts) - 1, digits, int(parts[-1]), end)
    letter = m["alpha"] or m["alphadot"]
    return Number(Rank.ALPHA, letter, "abcdđeghiklmnopqrstuvxy".find(letter[0]) + 1, end)


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    values = [_ROMANS[char] for char in number]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))


def _roman(value: int) -> str:
    out = ""
    for n, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += sign * (value // n)
        value %= n
    return out


def appendix_of(p: Paragraph, *, after_signature: bool) -> tuple[str, str] | None:
    """The id and the heading words of an appendix that a paragraph opens, or None.

    A form ("Biểu 01") opens an appendix only after the signature; in the body it is a table's caption.
    """
    m = _APPENDIX.match(p.text)
    if m is None or len(p.text) > LONG_HEADING:
        return None
    name = m["name"].capitalize()
    rest = m["rest"].strip()
    if not name.startswith("Phụ lục") and not (after_signature and m["number"]):
        return None
    # "Phụ lục I kèm theo báo cáo này." speaks of an appendix; it opens none.
    if rest and (rest[0].islower() or rest.endswith((".", ";", ","))):
        return None
    if rest and not m["number"] and not (p.bold or p.centered or rest.isupper() or rest.startswith("(")):
        return None
    number = m["number"] or ""
    return f"{name} {number}".strip(), rest


@dataclass(slots=True)
class Outline:
    """The sections as they open, one paragraph after another."""

    styled: bool
    sections: list[Section] = field(default_factory=list)
    stack: list[tuple[int, int, Section]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    @property
    def current(self) -> Section | None:
        """The innermost open section."""
        return self.stack[-1][2] if self.stack else None

    @property
    def id(self) -> str:
        """Its id, "" before the first heading."""
        return self.current.id if self.current else ""

    def open_appendix(self, id: str, heading: str) -> Section:
        """A new appendix; the same one again, as on a further page, goes on."""
        for level, (_, _, section) in enumerate(self.stack):
            if section.appendix and section.id == id and not (heading and section.heading != heading):
                del self.stack[level + 1 :]
                return section
        self.stack.clear()
        return self._push(Rank.APPENDIX, 0, id, id, heading, appendix=True)

    def retitle(self, heading: str, block: str | None) -> None:
        """Gives the section opened last its heading words, where they stand on lines of their own."""
        if self.stack:
            rank, value, old = self.stack[-1]
            words = f"{old.heading} {heading}".strip() if old.heading != old.number else heading
            path = (*old.path[:-1], f"{old.number} {words}" if old.number not in words else words)
            new = Section(old.id, old.number, words, old.level, old.parent, path, block or old.block, old.appendix)
            self.stack[-1] = (rank, value, new)
            self.sections[self.sections.index(old)] = new

    def close_to_top(self) -> None:
        """Closes all but the outermost section: what follows speaks for the whole."""
        del self.stack[1:]

    def expects(self, number: Number) -> bool:
        """Whether this number is the next one at its level."""
        parent = self._parent_of(number)
        return number.value == self.counts.get((parent.id if parent else "", number.rank), 0) + 1

    def open(self, number: Number, heading: str) -> Section:
        """A new section under the innermost heading that stands higher."""
        while self.stack and self.stack[-1][0] >= number.rank:
            self.stack.pop()
        parent = self.current
        self.counts[(parent.id if parent else "", number.rank)] = number.value
        if number.rank > Rank.ARAB and number.rank < Rank.ALPHA:
            above = [s for r, _, s in self.stack if r < Rank.ARAB]
            stem = above[-1].id if above else ""
        else:
            stem = parent.id if parent else ""
        id = f"{stem}.{number.shown}" if stem else number.shown
        return self._push(number.rank, number.value, id, number.shown, heading)

    def _parent_of(self, number: Number) -> Section | None:
        for rank, _, section in reversed(self.stack):
            if rank < number.rank:
                return section
        return None

    def _push(self, rank: int, value: int, id: str, number: str, heading: str, *, appendix: bool = False) -> Section:
        unique, again = id, 2
        while unique in self.seen:
            unique, again = f"{id} ({again})", again + 1
        self.seen.add(unique)
        parent = self.current
        title = f"{number}{'' if rank <= Rank.CHAPTER or rank == Rank.ALPHA else '.'} {heading}".strip()
        if rank == Rank.ALPHA:
            title = f"{number}) {heading}"
        path = (*(parent.path if parent else ()), title)
        section = Section(
            unique,
            number,
            heading,
            len(self.stack) + 1,
            parent.id if parent else None,
            path,
            None,
            appendix or bool(parent and parent.appendix),
        )
        self.stack.append((rank, value, section))
        self.sections.append(section)
        return section

    def anchor(self, block: str) -> None:
        """Notes the block that the section opened last begins with."""
        rank, value, old = self.stack[-1]
        if old.block is None:
            new = Section(old.id, old.number, old.heading, old.level, old.parent, old.path, block, old.appendix)
            self.stack[-1] = (rank, value, new)
            self.sections[self.sections.index(old)] = new

    def is_heading(self, p: Paragraph, number: Number) -> bool:
        """Whether a numbered paragraph is a heading rather than a sentence that carries a number."""
        words = p.text[number.end :]
        if not words.strip():
            return number.rank <= Rank.CHAPTER
        if len(p.text) > LONG_HEADING:
            return False
        if p.outline or (p.bold and len(words) < LONG_HEADING and not words.rstrip().endswith(";")):
            return True
        if number.rank <= Rank.ROMAN:
            return not words.endswith((";", ",")) and (
                words.isupper() or not re.search(r"[.;]$|\. [" + UPPER + r"]", words)
            )
        if words.endswith((".", ";", ",", "…")) or re.search(r"[.;] [" + UPPER + r"]", words):
            return False
        if number.rank == Rank.ALPHA or self.styled:
            # Where the file shows bold headings, one that is not bold is a heading only in its turn, and short.
            return self.expects(number) and len(words.split()) <= 20
        return len(words.split()) <= 60


def short_heading(text: str) -> str:
    """The opening words of an item that is a full sentence, to stand for it in a path."""
    words = text.split()
    clause = re.split(r"[;:.,]\s", text, maxsplit=1)[0]
    if len(clause.split()) <= 14:
        return clause.rstrip(".;:, ")
    return " ".join(words[:12]) + " …"

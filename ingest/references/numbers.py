"""The grammar of document numbers: state, Party, legislation, joint documents and letters.

    state        <number>/<type>-<body>[-<unit>…]      1236/QĐ-UBND-HC
    letter       <number>/<body>[-<unit>…]             417/SNV-XDCQ           no type in the symbol
    legislation  <number>/<year>/<type>-<body>         145/2020/NĐ-CP
                 <number>/<year>/QH<term>              10/2022/QH15
    joint        01/2012/TTLT-BNV-BTC                  12-KH/BDVHU-UBND
    Party        <number>-<type>/<body>[-<body>…]      47-KH/HU

Sources: Decree 30/2020/NĐ-CP, Appendix I and III; Instruction 36-HD/VPTW.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ingest.language.fold import DASHES, fold
from ingest.references.doctypes import LEGISLATION, LETTER, PARTY, STATE, by_abbreviation

_UP = "A-ZĐÂĂÊÔƠƯÁÀẢÃẠÉÈÍÌÓÒÚÙÝ"
_DASH = r"[-‐‑‒–—―−]"
_NUMBER = r"(?P<number>\d{1,6}(?:\.\d{1,2})?[a-zđA-Z]?)"
_PART = rf"[{_UP}][{_UP}a-zđơưi]{{0,14}}\d{{0,3}}(?:[.&][{_UP}][{_UP}a-z]{{0,9}})*(?:\([{_UP}]\d{{2}}\))?"
_BODY = rf"{_PART}(?:{_DASH}\s?{_PART})*"
_TYPES = "|".join(sorted({*STATE, *PARTY, "CV"}, key=len, reverse=True))
_LEAD = r"(?<![\w/.,=&?#])(?<!\d[-–])"
_TAIL = r"(?![\w])(?!/\d)"
_STATE = re.compile(
    rf"{_LEAD}{_NUMBER}\s?/\s?(?:(?P<year>(?:19|"
    rf"20)\d\d)\s?/\s?)?(?:(?P<type>{_TYPES})\s?{_DASH}\s?(?P<body>{_BODY})|(?P<bare>{_BODY})){_TAIL}"
)
_PARTY = re.compile(rf"{_LEAD}{_NUMBER}\s?{_DASH}\s?(?P<type>{_TYPES})\s?/\s?(?P<body>{_BODY}){_TAIL}")
_BLANK = re.compile(
    rf"(?<!\w)[Ss]ố\s*:?\s*(?P<fill>[\s.…_]*)(?:/\s?(?P<state>(?:{_TYPES})\s?{_DASH}\s?{_BODY})|"
    rf"{_DASH}\s?(?P<party>(?:{_TYPES})\s?/\s?{_BODY}))"
)
_BLANK_LETTER = re.compile(
    rf"(?<!\w)(?:[Cc]ông văn|[Vv]ăn bản)\s+(?:số\s*:?\s*)?(?P<fill>[\s.…_]*)/\s?(?P<letter>{_PART}{_DASH}\s?{_BODY})"
)
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_CITED = re.compile(r"(?:\bso|\bcong van|\bvan ban|\bcv|\bcong dien|\bthu moi|\bphieu chuyen)\s*:?\s*$")
# Forms and their tables carry symbols like numbers: "Biểu số 01/XLD", "Mẫu 02/BC-CCHC".
_FORM = re.compile(r"(?:^|[^\w])(?:bieu(?: mau| so lieu)?|mau(?: bieu)?|phu luc|bang|danh muc)\s*(?:so)?\s*:?\s*$")
_ENTITIES = re.compile(
    r"^(?:UBND|HĐND|HĐ|MTTQ|BDV|BTG|BTC|BXD|UBKT|VP|BCH|BTV|LĐLĐ|HLHPN|HPN|HND|ĐTN|ĐTNCS|HCCB|BCĐ|CA|BCH|QS|"
    r"S[A-ZĐ]|P[A-ZĐ]|T[HU]U?)"
)


class Series(StrEnum):
    """Which series of numbers a document is counted in; a number is unique only within its series."""

    STATE = "state"
    PARTY = "party"
    LEGISLATION = "legislation"
    JOINT = "joint"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number, taken apart. `number` keeps its leading zero and letter ("05", "30c"); `year` 0 where none.

    `type` is the abbreviation ("KH"), "" for letters and laws; `bodies` the groups after it ("BDVHU", "UBND").
    """

    number: str
    type: str
    bodies: tuple[str, ...]
    year: int
    series: Series
    party: bool = False

    @property
    def text(self) -> str:
        """The normalised form: no spaces, plain hyphens, all else as printed."""
        body = "-".join(self.bodies)
        if self.party:
            return f"{self.number}-{self.type}/{body}"
        symbol = f"{self.type}-{body}" if self.type else body
        return "/".join(p for p in (self.number, str(self.year or ""), symbol) if p)

    @property
    def key(self) -> str:
        """Equal for all spellings of one number: folded, without leading zeros."""
        return number_key(self.text)

    @property
    def type_name(self) -> str:
        """The type that the symbol alone implies."""
        if any(re.fullmatch(r"QH\d{1,2}", b) for b in self.bodies) and not self.type:
            return "Luật"
        return by_abbreviation(self.type, self.party) or LETTER


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A document number in a text. `number` is None where the number itself was left blank ("số:   /BC-UBND")."""

    start: int
    end: int
    number: DocumentNumber | None


def find_numbers(text: str) -> list[NumberSpan]:
    """Every document number in a text, in order, blank ones included.

    A letter's number (no type in its symbol) is taken only where it has two groups, or "số" or a type stands before it:
    "11/11 xã", "512/431" and "LĐVP/HĐND" are none.
    """
    return list(_found(text)) if "/" in text else []


def forget() -> None:
    """Lets go of the texts whose document numbers are kept."""
    _found.cache_clear()


# The references, the audit of documents and that of blanks look at the same block one after the other.
@lru_cache(maxsize=1_024)
def _found(text: str) -> tuple[NumberSpan, ...]:
    found: list[NumberSpan] = []
    for pattern in (_PARTY, _STATE):
        for m in pattern.finditer(text):
            number = _build(m, party=pattern is _PARTY)
            if _FORM.search(fold(text[max(0, m.start() - 24) : m.start()])):
                continue
            if number and (number.series is not Series.LETTER or _cited_letter(text, m.start(), number)):
                found.append(NumberSpan(m.start(), m.end(), number))
    for pattern in (_BLANK, _BLANK_LETTER):
        found.extend(NumberSpan(m.start("fill"), m.end(), None) for m in pattern.finditer(text))
    out: list[NumberSpan] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        if not out or span.start >= out[-1].end:
            out.append(span)
    return tuple(out)


def parse_number(text: str) -> DocumentNumber | None:
    """The first document number of a text, or None."""
    return next((s.number for s in find_numbers(text) if s.number), None)


def number_key(text: str) -> str:
    """The key of a number in any spelling: `1236/qd–ubnd-hc` and `1236/QĐ-UBND-HC` give the same."""
    return _LEADING_ZEROS.sub("", "".join(fold(text).split()))


def _build(m: re.Match[str], party: bool) -> DocumentNumber | None:
    groups = m.groupdict()
    kind = groups["type"] or ""
    body = (groups["body"] or groups.get("bare") or "").translate(DASHES)
    bodies = tuple(p.strip() for p in body.split("-"))
    if not all(_symbol(b) for b in bodies):
        return None
    year = int(groups.get("year") or 0)
    law = not kind and len(bodies) == 1 and re.fullmatch(r"QH\d{1,2}", bodies[0])
    if party:
        joint = len(bodies) > 1 and sum(1 for b in bodies if _ENTITIES.match(b)) > 1
        series = Series.JOINT if joint else Series.PARTY
    elif kind in ("TTLT", "NQLT"):
        series = Series.JOINT
    elif law or (kind and (year or kind in LEGISLATION)):
        series = Series.LEGISLATION
    elif kind:
        series = Series.STATE
    else:
        if year:
            return None
        series = Series.LETTER
    return DocumentNumber(groups["number"], kind, bodies, year, series, party)


def _symbol(part: str) -> bool:
    """Whether a group looks like an abbreviation: capitals with at most two small letters ("TTg", "CTr")."""
    small = sum(1 for c in part if c.islower())
    return small <= 2 and sum(1 for c in part if c.isupper()) >= max(1, small)


def _cited_letter(text: str, start: int, number: DocumentNumber) -> bool:
    before = fold(text[max(0, start - 40) : start])
    if _CITED.search(before):
        return all(len(b) > 1 or b in "TX" for b in number.bodies)
    return len(number.bodies) > 1 and all(len(b) > 1 for b in number.bodies)

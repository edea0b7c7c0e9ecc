"""What the rows asked for must fulfil: "Những xã nào có trên 5 hồ sơ quá hạn?", "which departments got full marks?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assistant.claims import Language
from ingest.language.fold import fold
from ingest.language.numbers import parse_number

# What only says how a value stands to its bound, folded: of no column.
_SAID_VI = (
    "tren duoi tu tro len xuong it nhat toi thieu da khong qua vuot hon cao thap nhieu lon nho dat dung bang du chua "
    "den muc tron co de con phat sinh chi mot"
)
_SAID_EN = (
    "above below over under more less fewer than at least most exactly reach reached exceed exceeded higher lower "
    "greater full maximum top perfect only just single marks no any without had have did not get got missed short of"
)
SAID = frozenset([*_SAID_VI.split(" "), *_SAID_EN.split(" ")])


class Relation(StrEnum):
    """How a value stands to the bound."""

    OVER = ">"
    FROM = ">="
    UNDER = "<"
    UP_TO = "<="
    EQUAL = "="

    def holds(self, value: Decimal, bound: Decimal) -> bool:
        """Whether a value stands so to a bound."""
        return {
            Relation.OVER: value > bound,
            Relation.FROM: value >= bound,
            Relation.UNDER: value < bound,
            Relation.UP_TO: value <= bound,
            Relation.EQUAL: value == bound,
        }[self]


@dataclass(frozen=True, slots=True)
class Condition:
    """The value of the rows asked for stands in a `relation` to the `bound`, which is None where it is the most that is
    granted. `counted`: how many they are is asked; `percent`: the bound is a share; `which` says of which
    sort the rows are: "xa nao", "which communes"."""

    relation: Relation
    bound: Decimal | None
    counted: bool
    percent: bool
    which: str


_KIND = (
    r"(?:xa|phuong|thi tran|dac khu|huyen|tinh|so|ban|nganh|don vi|co quan|dia phuong|noi|linh vuc|tieu chi|thang|quy)"
)
_KINDS = rf"{_KIND}(?:(?:,| va| hay| hoac)+ {_KIND})*"
_SET = re.compile(
    rf"\b(?P<many>bao nhieu|may)(?: so)? (?P<counted>{_KINDS})\b(?! nao)|"
    rf"\b(?:nhung|cac|liet ke|ke ten)(?: cac| nhung)? (?P<listed>{_KINDS})(?: nao)?\b|\b(?P<one>{_KINDS}) nao\b"
)
_KIND_EN = (
    r"(?P<kind>units?|departments?|agenc(?:y|ies)|communes?|wards?|townships?|districts?|fields?|sectors?|areas?|"
    r"localit(?:y|ies)|provinces?|months?|quarters?|criteria)"
)
_SET_EN = re.compile(
    rf"\b(?:(?P<many>how many)|which|what|(?:list|name)(?: all| of)?(?: the)?)(?: of the)? (?:\w+ )?{_KIND_EN}\b"
)
_NUMBER = r"(?P<bound>\d[\d.,]*\d|\d)(?P<percent> ?%)?"
_MOST = (
    r"(?:diem (?:so )?(?:toi da|tuyet doi)|tron(?: ven)?(?: so)? diem|"
    r"(?:the )?(?:full|maximum|top|perfect) (?:marks?|points?|scores?))"
)
_MISSED = (
    r"(?:(?:khong|chua) (?:dat|duoc|co)|duoi|thap hon|(?:did not|didn't|failed to) (?:get|reach|score|earn)|missed|"
    r"short of|below|less than)(?: \w+){0,2}?"
)
_REACHED = _NUMBER.replace("bound", "bound5").replace("percent", "percent5")
_OTHER = _NUMBER.replace("bound", "bound2").replace("percent", "percent2")
_BARE = _NUMBER.replace("bound", "bound4").replace("percent", "percent4")
_WORDS = (
    (  # "đạt tối đa 18 điểm", "scored 20 points": that many, and no bound
        Relation.EQUAL,
        rf"(?<!khong )(?<!chua )\b(?:dat|duoc|co)(?: du| dung| muc| diem)?"
        rf"(?: toi da| tuyet doi)?(?: la)? {_REACHED}(?= diem)|"
        rf"\b(?:scor(?:ed|ing)|got|reach(?:ed|ing)?|earn(?:ed|ing)?|with)(?: the| a)?(?: full| maximum)?(?: of)? "
        rf"{_REACHED.replace('bound5', 'bound6').replace('percent5', 'percent6')}(?= points?| marks?)|"
        rf"\bexactly {_NUMBER.replace('bound', 'bound7').replace('percent', 'percent7')}",
    ),
    (
        Relation.FROM,
        rf"\btu {_NUMBER}(?: [a-z0-9]+){{0,6}} tro len\b|"
        r"(?:\bit nhat|\btoi thieu|\bkhong (?:duoi|it hon|thap hon|kem)|\bat least|"
        rf"\b(?:no|not) (?:less|fewer|lower) than|\bnot below)(?: la| muc)? {_OTHER}|"
        rf"\b{_BARE}(?: [a-z]+){{0,3}} (?:or (?:more|above|higher|better|over)|and (?:above|over|more)|tro len)\b",
    ),
    (
        Relation.UP_TO,
        rf"\btu {_NUMBER}(?: [a-z0-9]+){{0,6}} tro xuong\b|"
        r"(?:\bkhong (?:qua|vuot(?: qua)?|hon|tren)|\btoi da(?: la)?|\bat most|\b(?:no|not) (?:more|higher) than|"
        rf"\bup to) {_OTHER}|"
        rf"\b{_BARE}(?: [a-z]+){{0,3}} (?:or (?:less|fewer|below|lower|under)|and (?:below|under)|tro xuong)\b",
    ),
    (
        Relation.UNDER,
        r"(?:\bduoi|\bchua (?:den|toi|dat)|"
        r"\b(?:khong|chua) (?:dat|den|toi|duoc)(?: (?:du|duoc|toi|den))?(?= \d)|\bit hon|\bthap hon|"
        r"\bnho hon|\bbelow|\bunder|"
        rf"\bless than|\bfewer than|\blower than|\bshort of)(?: muc)? {_NUMBER}",
    ),
    (
        Relation.OVER,
        r"(?:\btren|\bhon|\bvuot(?: qua)?|\bqua|\babove|\bover|\bmore than|\bhigher than|\bgreater than|"
        rf"\bexceed(?:s|ed|ing)?|\bbeyond)(?: muc)? {_NUMBER}",
    ),
    (
        Relation.EQUAL,
        r"(?:\bdat|\bdung|\bbang|\bdu|\bexactly|\breach(?:ed|es|ing)?|\bscor(?:ed|ing)|\bof|\bat|\ba|\bco|\bduoc|"
        r"\bgot|\bwith)(?: dung| muc| tron| a full| a)? (?P<bound>\d[\d.,]*\d|\d)(?P<percent> ?%)|"
        rf"\b(?:dat|reach(?:ed)?|co)(?: [a-z]+){{1,9}} {_OTHER.replace(' ?%)?', ' ?%)')}|"
        r"\b(?P<bound3>100)(?P<percent3> ?%)",
    ),
)
_RELATIONS = tuple((relation, re.compile(words)) for relation, words in _WORDS)
_ONLY = re.compile(  # "only one": that many, said in a word
    r"\b(?P<en>only|just|exactly) (?P<n>one|two|three|four|five|six|seven|eight|nine|ten)\b|\ba single\b|"
    r"\b(?:chi(?: co| con| dat| bi| de)(?: dung)?|dung(?= \d+ (?!trong|ve|cap|toan|ca)\w)) (?P<vi>\d+|mot|hai|ba|bon)\b"
    r"(?![.,]?\d|(?: \w+)? (?:nao|gi|ai)\b)"
)
_ONE_TO_TEN = "one two three four five six seven eight nine ten"
_SAID_NUMBERS = {word: str(n) for n, word in enumerate(_ONE_TO_TEN.split(" "), 1)}
_SAID_NUMBERS |= {word: str(n) for n, word in enumerate(("mot", "hai", "ba", "bon"), 1)}


def _in_digits(folded: str) -> str:
    """A folded text with "only one", "chỉ có một" as "exactly 1"."""

    def said(m: re.Match[str]) -> str:
        number = m["n"] or m["vi"] or "one"
        return f"exactly {_SAID_NUMBERS.get(number, number)}"

    return _ONLY.sub(said, folded)


_MISSES_MOST = re.compile(rf"\b{_MISSED} {_MOST}\b")
_REACHES_MOST = re.compile(rf"\b{_MOST}\b")
_NONE = re.compile(
    r"\bkhong (?:co|de|con|phat sinh|bi|ton|ghi nhan|xay ra)\b(?=.{3})(?! khong)|"
    r"\b(?:without|not\b.{0,20}) (?:any|a single)\b|"
    r"\b(?:had|has|have|with|left|recorded|reported|let|logged|show(?:ed|s)?) (?:no|zero)\b"
)
_NO_POINTS = re.compile(
    r"\b(?:dat|duoc|bi|chi|co|cham|scored?|got|getting|received|given|with|at) (?:0|zero|khong|no) (?:diem|points?)\b|"
    r"\bscor(?:ed?|ing) (?:a )?zero\b|\b0 diem\b"
)
_LEADS = re.compile(
    r"\b(?:cao|thap|nhieu|it|lon|nho|tot|kem)\b(?: \w+){0,8} nhat\b(?! \d)|\b(?:dung|xep) (?:dau|cuoi)\b|"
    r"\b(?:highest|lowest|fewest|best|worst|largest|smallest|(?<!at )most|(?<!at )least)\b"
)
_ASKS_MORE = re.compile(
    r"(?<!moi )(?<!moi xa )(?<!moi so )(?<!moi don vi )\b(?:bao nhieu|may|vi sao|tai sao|how many|how much|why|what)\b"
)
_WHETHER = re.compile(r"\bkhong\W*$|\bchua\W*$")


def condition_of(text: str, language: Language) -> Condition | None:
    """The one condition that a question sets to the rows it asks for; None where it asks for no rows, or sets none, or
    several."""
    folded = _in_digits(fold(text))
    asked = (_SET_EN if language == "en" else _SET).search(folded)
    if asked is None or _WHETHER.search(folded) or _LEADS.search(folded) or _ASKS_MORE.search(folded, asked.end()):
        return None
    counted = bool(asked["many"])
    kind = asked["kind"] if language == "en" else asked["counted"] or asked["listed"] or asked["one"]
    which = f"which {kind}" if language == "en" else f"{kind} nao"
    rest = f"{' ' * asked.end()}{folded[asked.end() :]}" if language == "en" or not asked["one"] else folded
    found: list[tuple[Relation, re.Match[str]]] = []
    for relation, pattern in _RELATIONS:
        found += [
            (relation, m) for m in pattern.finditer(rest) if not any(_overlap(m.span(), o.span()) for _, o in found)
        ]
    if len(found) > 1:
        return None
    if found:
        relation, match = found[0]
        named = match.groupdict()
        printed = next(text for name, text in named.items() if name.startswith("bound") and text)
        bound = parse_number(printed.translate(str.maketrans(",.", ".,")) if language == "en" else printed)
        percent = any(text for name, text in named.items() if name.startswith("percent"))
        return Condition(relation, bound, counted, percent, which) if bound is not None else None
    if _MISSES_MOST.search(rest):
        return Condition(Relation.UNDER, None, counted, False, which)
    if _REACHES_MOST.search(rest):
        return Condition(Relation.EQUAL, None, counted, False, which)
    if _NO_POINTS.search(rest) or _NONE.search(rest):
        return Condition(Relation.EQUAL, Decimal(0), counted, False, which)
    return None


def relation_in(folded: str) -> tuple[Relation, Decimal, bool] | None:
    """The one relation to a bound that a folded text tells, and whether the bound is a share; None where it tells none,
    or several."""
    folded = _in_digits(folded)
    found: list[tuple[Relation, re.Match[str]]] = []
    for relation, pattern in _RELATIONS:
        found += [
            (relation, m) for m in pattern.finditer(folded) if not any(_overlap(m.span(), o.span()) for _, o in found)
        ]
    if len(found) != 1:
        return None
    named = found[0][1].groupdict()
    bound = parse_number(next(text for name, text in named.items() if name.startswith("bound") and text))
    share = any(text for name, text in named.items() if name.startswith("percent"))
    return (found[0][0], bound, share) if bound is not None else None


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]

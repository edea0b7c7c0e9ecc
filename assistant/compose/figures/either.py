"""Which of two that a report tells beside each other is more.

"Hộ nghèo hay hộ cận nghèo vay nhiều hơn?" is told by "hộ nghèo vay 310 triệu đồng, hộ cận nghèo vay 275 triệu đồng": of
two figures of one unit the one stands with the words before "hay", the other with those behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.asked.restating import DOING, levels
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.levels import points
from assistant.compose.material import Material
from assistant.compose.wording import amount, number, quoted
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import Statement, keys, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure, Role

TRIED = 4
ENOUGH = 0.5  # of the question, by a passage that tells both apart by the question's own words
NEAR = 14  # words before a figure that may say which of the two it is of
NAMING = 12  # words that one of the two is named with, at most
_LESS = re.compile(r"\b(?:it|thap|nho|kem)(?: \w+){0,3} hon\b|\b(?:fewer|lower|smaller|less|worse)\b")
MORE = guarded(
    r"\b(?:cao|nhieu|lon|it|thap|nho|kem|tot)(?: \w+){0,3} hon\b|"
    r"\b(?:more|fewer|higher|lower|larger|smaller|bigger|greater|less|better|worse)\b"
)
_BETWEEN = (  # the two, in the order in which they are looked for: "A hay B cao hơn", "A cao hơn B"
    re.compile(r"\b(?:or|hay|hoặc)\b", re.IGNORECASE),
    re.compile(r"\bthan\b|\bhơn(?: so với)?(?= (?!bao nhiêu|mấy|không|chưa|nhau|hay|hoặc|và)\w)", re.IGNORECASE),
)
_WAYS = re.compile(  # "nhiều hay ít hơn", "up or down": which way, and not which of two
    r"\b(?:nhieu|it|cao|thap|tang|giam|lon|nho|tot|kem|hon|co|khong|chua|up|down|more|fewer|less|higher|lower|better|"
    r"worse|not) $"
)
_LEADS_ON = re.compile(r"(?:[\s,]+(?:và|đạt|là|có|còn|chiếm|với|được|tỷ lệ))+$", re.IGNORECASE)
_PIECES = re.compile(r"\d[\d.,/]*%?|[();:]")
_CLAUSE = re.compile(r"[;:()]|\.\s")
_HOW_MUCH = re.compile(r"\bbao nhieu\b|\bmay\b|\b(?:by )?how (?:much|many)\b|\bhow far\b")
_LEADS_IN = re.compile(r"^\W*(?:(?:trong (?:số )?đó|cụ thể|gồm|bao gồm|riêng|còn|và|với|là)\b[\s,:]*)+", re.IGNORECASE)
_THAN = {  # of shares and points, and of what is counted: more, less
    ("vi", True): ("cao hơn", "thấp hơn"),
    ("vi", False): ("nhiều hơn", "ít hơn"),
    ("en", True): ("higher than", "lower than"),
    ("en", False): ("more than", "less than"),
}


class Side(NamedTuple):
    """One of the two: its figure, where it stands, and the report's words for it."""

    figure: Figure
    statement: Statement
    name: str


def answer_either(t: Material) -> Draft | None:
    """The one that is more, or less where that is asked for, against the other; None where no passage that says enough
    of the question tells just two apart by the words on the two sides of its "or"."""
    question = t.question
    if len(question.periods) > 1 or len(question.levels) > 1 or not MORE.search(fold(question.clear)):
        return None
    sides = _asked(question)
    if sides is None:
        return None
    for candidate in [c for c in t.found.candidates if c.figure is None and c.statement.row is None][:TRIED]:
        if candidate.coverage >= ENOUGH and (pair := _pair(question, candidate, sides, t.lexicon)):
            return tell(question, candidate, pair, t.lexicon)
    return None


def tells_one_side(question: Question, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether what a draft cites speaks of one of the two alone that a question puts to the choice, or only quotes what
    names both: how the one of them moved over the years does not say which of them is more."""
    sides = _asked(question, _BETWEEN[:1]) if MORE.search(fold(question.clear)) else None
    if sides is None or not draft.citations or len(levels(question)) > 1:  # levels are told apart with more care
        return False
    said = frozenset().union(*(keys(lexicon, citation.quote) for citation in draft.citations))
    left, right = (bool({k for k in side if fold(k) not in DOING} & said) for side in sides)
    return left != right or not draft.own


def between(question: Question, patterns: Sequence[re.Pattern[str]] = _BETWEEN) -> Iterator[re.Match[str]]:
    """Where "or" and "than" stand between two things, and not between two ways ("nhiều hay ít hơn")."""
    folded = fold(question.clear)
    for found in (m for pattern in patterns for m in pattern.finditer(question.clear)):
        sooner = _WAYS.search(folded[: found.start()]) and found.re is _BETWEEN[0]  # "A nhiều hơn B" is of two things
        if sooner or _WAYS.match(f"{folded[found.end() :].lstrip().partition(' ')[0]} "):
            continue
        yield found


def _asked(
    question: Question, patterns: Sequence[re.Pattern[str]] = _BETWEEN
) -> tuple[frozenset[str], frozenset[str]] | None:
    """The concepts that stand only before "or", and only behind it; None where it stands nowhere between two."""
    for found in between(question, patterns):
        before, behind = (
            frozenset(k for w in question.wanted if f" {w.words} " in plain(text) for k in w.keys)
            for text in (question.clear[: found.start()], question.clear[found.end() :])
        )
        if before - behind and behind - before:
            return before - behind, behind - before
    return None


def _pair(
    question: Question, candidate: Candidate, sides: tuple[frozenset[str], frozenset[str]], lexicon: Lexicon
) -> tuple[Side, Side] | None:
    """The only two figures of one unit, in a statement or else in its block, of which one stands with words of the one
    side, and the other with those of the other."""
    index, own = candidate.index, candidate.statement
    block = [index.statements[n] for n in index.by_block[own.block.id]]
    return _pair_in(question, [own], sides, lexicon) or _pair_in(question, block, sides, lexicon)


def _pair_in(
    question: Question,
    statements: Sequence[Statement],
    sides: tuple[frozenset[str], frozenset[str]],
    lexicon: Lexicon,
) -> tuple[Side, Side] | None:
    text = statements[0].block.text
    held = [
        (f, s)
        for s in statements
        if not s.ahead
        for f in s.figures
        if (f.unit == "%" if question.percent else f.role in COUNTED | {Role.RATE} and f.unit != "%")
    ]
    held = sorted((p for p in held if question.percent or unit_fits(question, p[0].unit)), key=lambda p: p[0].at)
    if len(held) > 2:
        held = _of_the_two(held, sides, text, lexicon)
    if len(held) != 2 or unit_key(held[0][0].unit) != unit_key(held[1][0].unit):
        return None  # of "tồn 2 đơn, phát sinh 9 đơn" nobody knows which is meant
    (one, one_said), (other, other_said) = held
    end, next_end = one.at + len(one.text), other.at + len(other.text)
    before = (text[one_said.start : one.at], text[max(end, other_said.start) : other.at])
    behind = (text[end : min(other.at, one_said.end)], text[next_end : other_said.end])
    for words in (tuple(" ".join(w.split()[-NEAR:]) for w in before), behind):  # what opens a sentence may name both
        a, b = (keys(lexicon, w) for w in words)
        if not (_apart(a - b, b - a, sides) or _apart(b - a, a - b, sides)):
            continue
        asked, last = sides[0] | sides[1], words is not behind
        names = [_name(w, own & asked, lexicon, last=last) for w, own in zip(words, (a - b, b - a), strict=True)]
        return (Side(*held[0], names[0]), Side(*held[1], names[1])) if all(names) else None
    return None


def _of_the_two(
    held: Sequence[tuple[Figure, Statement]], sides: tuple[frozenset[str], frozenset[str]], text: str, lexicon: Lexicon
) -> list[tuple[Figure, Statement]]:
    """Of several figures told one after another the one that the first of the two is named right before, or behind, and
    the one that the second is ("cấp mới 41 giấy, gia hạn 17 giấy, thu hồi 3 giấy"); [] unless there is just one of
    each."""
    parts = [p for p in held if p[0].role is Role.PART]
    held = parts if len(parts) > 1 else held  # of a whole and its parts the parts are set against each other
    starts = [s.start for _, s in held]
    ends = [0, *(f.at + len(f.text) for f, _ in held)]
    said = [  # less what they all count
        keys(lexicon, _CLAUSE.split(text[max(start, end) : f.at])[-1]) - keys(lexicon, f.unit)
        for (f, _), start, end in zip(held, starts, ends, strict=False)
    ]
    stops = [*(f.at for f, _ in held[1:]), len(text)]
    behind = [
        keys(lexicon, _CLAUSE.split(text[f.at + len(f.text) : min(stop, s.end)])[0]) - keys(lexicon, f.unit)
        for (f, s), stop in zip(held, stops, strict=True)
    ]
    left, right = sides
    for named in (said, behind):
        ones = [p for p, k in zip(held, named, strict=True) if k & left and not k & right]
        others = [p for p, k in zip(held, named, strict=True) if k & right and not k & left]
        if len(ones) == len(others) == 1:
            return sorted(ones + others, key=lambda p: p[0].at)
    return []


def _apart(one: frozenset[str], other: frozenset[str], sides: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether what is said at one figure alone is of the first side, and what is said at the other of the second."""
    left, right = sides
    return bool(one & left and other & right) and not (one & right or other & left)


def _name(words: str, own: frozenset[str], lexicon: Lexicon, *, last: bool) -> str:
    """The report's words for one of the two: the first, or `last`, between numbers and brackets that say what sets it
    apart, less what leads in to both."""
    pieces = _PIECES.split(words)
    for piece in reversed(pieces) if last else pieces:
        told = _LEADS_ON.sub("", _LEADS_IN.sub("", piece.lstrip(" ,.")).strip(" ,.-–+"))
        if len(told.split()) > NAMING:
            told = told.partition(" - ")[0]
        if 0 < len(told.split()) <= NAMING and not own.isdisjoint(keys(lexicon, told)):
            return f"{told[:1].upper()}{told[1:]}"
    return ""


def tell(question: Question, candidate: Candidate, pair: tuple[Side, Side], lexicon: Lexicon) -> Draft:
    """Which of two is more, or less where that is asked, and by how much where that is."""
    draft, language = Draft(), question.language
    low, high = sorted(pair, key=lambda side: side.figure.value)
    less = bool(_LESS.search(fold(question.clear)))
    first, other = (low, high) if less else (high, low)
    cited = {s.index: draft.cite_statement(candidate.index, s) for s in (first.statement, other.statement)}
    first_told, other_told = (f"{s.name}: {amount(s.figure, language, lexicon)}" for s in (first, other))
    if high.figure.value == low.figure.value:
        lead = "Bằng nhau" if language == "vi" else "The same"
        draft.say(f"{lead}: {first_told}; {other_told}", *cited.values())
        return draft
    than = _THAN[language, unit_key(high.figure.unit) in {"%", "diem"}][less]
    by = ""
    if _HOW_MUCH.search(fold(question.clear)):
        a, b = high.figure.value, low.figure.value
        operands = (
            Operand(a, cited[high.statement.index]),
            Operand(b, cited[low.statement.index]),
        )
        draft.calculation = Calculation(f"{a:f} - {b:f}", a - b, points(high.figure.unit, language), operands)
        by = f" ({number(a - b, language)} = {number(a, language)} − {number(b, language)})"
    draft.say(f"{first_told}, {than} {other_told[:1].lower()}{other_told[1:]}{by}", *cited.values())
    draft.say(quoted(excerpt(first.statement, first.figure.at), language), cited[first.statement.index])
    return draft

"""What is told of another member, where a follow-up names that member and nothing else ("Còn đơn tố cáo thì sao?").

A report goes through the members one after another, each under its name: "Đơn khiếu nại: tổng cộng 12 đơn, giải quyết
10 đơn; đơn tố cáo: 03 đơn, giải quyết 03 đơn". All that is told behind the name is the answer, whichever part of it the
question before asked for: one of its figures alone leaves open what it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.asked.conversation import FADED
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.wording import quoted
from assistant.evidence.statements import ReportIndex, Statement
from assistant.evidence.told_before import says_word
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold

TRIED = 12  # candidates whose paragraph is looked at
LONG = 7  # words of a name
OWN = 0.35  # the least weight of a word that the follow-up says itself
LABEL = 110  # characters of a piece in which its name stands
MOST = 60  # words of a piece that is told
_NAMES = re.compile(
    r"^\W*(?:(?:the|vay|con|va|rieng|so|and|what about|how about|then|cua|cac|nhung) )+(?P<what>[^\d?;:]{3,70}?)"
    r"(?: (?:thi sao|thi the nao|ra sao|the nao))?\W*$"
)
_ASKS = re.compile(
    r"\b(?:bao nhieu|may|nao|gi|ai|khi|dau|ty le|phan tram|hon|kem|tang|giam|khong|chua|ca|tong|"
    r"how (?:many|much)|which|what|who|when|more|less|total|not)\b"
)
_PARTED = re.compile(r"[;.](?=\s|$)|\n")
_GOES_ON = re.compile(r"\W*(?:đạt|giải quyết|đã|còn|tồn|tỷ lệ|chiếm|trong đó|kết quả)\b(?![^\d]*:)", re.IGNORECASE)
_CALLED = re.compile(r"what about|how about")


def answer_member_in_turn(t: Material) -> Draft | None:
    """The piece of the paragraph under that name; None where the follow-up asks for more than the name says, or no
    paragraph tells of that member and of the one before alike."""
    question = t.question
    if not question.followup or question.documents or len(question.periods) > 1:
        return None
    asked = fold(question.clear).strip()
    said = _NAMES.match(asked)
    if said is None or _ASKS.search(_CALLED.sub(" ", asked)) or len(said["what"].split()) > LONG:
        return None
    own = [w for w in question.wanted if w.weight >= OWN and w.words and w.words in said["what"]]
    before = [w for w in question.wanted if w not in own]
    all_said = bool(question.scope and t.figures) and not t.figures[0].missing and t.figures[0].statement.row is None
    seen: set[str] = set()
    for candidate in [c for c in t.found.candidates if c.statement.row is None and not c.statement.ahead][:TRIED]:
        block = candidate.statement.block
        if block.id in seen:
            continue
        seen.add(block.id)
        told = _piece(candidate.index, candidate.statement, own, before, t.lexicon, all_said=all_said) if own else None
        if told is not None:
            return _told(question, candidate.index, candidate.statement, told)
    return None


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a paragraph between its semicolons and full stops; what goes on without a name is of the one
    before it."""
    start, held = 0, (0, 0)
    for stop in (*(m.start() for m in _PARTED.finditer(text)), len(text)):
        if text[start:stop].strip():
            if held[1] and _GOES_ON.match(text, start):
                held = (held[0], stop)
            else:
                if held[1]:
                    yield held
                held = (start, stop)
        start = stop + 1
    if held[1]:
        yield held


def _piece(
    index: ReportIndex,
    statement: Statement,
    own: list[Wanted],
    before: list[Wanted],
    lexicon: Lexicon,
    *,
    all_said: bool,
) -> tuple[int, int] | None:
    text = statement.block.text
    figures = [f for n in index.by_block[statement.block.id] for f in index.statements[n].figures]
    pieces = [(a, b) for a, b in _pieces(text) if any(a <= f.at < b for f in figures)]
    named = [p for p in pieces if all(says_word(_label(text, p), w, lexicon) for w in own)]
    # of another level the same part is asked for, and of what a figure is found that says it all
    narrower = [w for w in before if w.weight >= (FADED if all_said else OWN)]
    counted = [text[a : max((f.at for f in figures if a <= f.at < b), default=b)] for a, b in named]
    if narrower and any(not all(says_word(piece, w, lexicon) for w in narrower) for piece in counted):
        return None
    if len(named) != 1 or len(text[slice(*named[0])].split()) > MOST:
        return None
    label = _label(text, named[0])
    units = {unit_key(f.unit) for f in figures if named[0][0] <= f.at < named[0][1]} - {""}
    units = units - {"%"} or units  # of rates that are told one after another there is nothing else
    for other in pieces:
        alike = any(unit_key(f.unit) in units for f in figures if other[0] <= f.at < other[1])
        beside = text[slice(*other)] if units == {"%"} else _label(text, other)
        if (
            other != named[0]
            and alike
            and any(says_word(beside, w, lexicon) and not says_word(label, w, lexicon) for w in before)
        ):
            return named[0]
    return None


def _label(text: str, piece: tuple[int, int]) -> str:
    """What stands in a piece before its first number."""
    return re.split(r"\d", text[piece[0] : min(piece[1], piece[0] + LABEL)], maxsplit=1)[0]


def _told(question: Question, index: ReportIndex, statement: Statement, piece: tuple[int, int]) -> Draft:
    draft = Draft()
    text = statement.block.text
    start = piece[0] + len(text[piece[0] : piece[1]]) - len(text[piece[0] : piece[1]].lstrip(" ;,.-+"))
    key = draft.cite(index, statement.block, start, piece[1])
    told = " ".join(text[start : piece[1]].split()).rstrip(" ;,.")
    draft.say(told if question.language == "vi" else quoted(told, question.language), key)
    return draft

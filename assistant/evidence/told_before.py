"""What the turn before told, and what stands beside it: a follow-up that says hardly anything of itself ("Và số còn
lại?", "Nhóm thứ hai mấy?", "Out of how many?") is of the sentence in which that figure stands.

Of the reply before, which is data, only the first numbers are taken, and only to tell which of the figures found for
the question before it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.asked.kinds import Kind
from assistant.asked.restating import LEVELS
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import ReportIndex, Statement, keys, plain
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure

LOOKED_AT = 40  # candidates for the question before
REPLY = 200  # characters of a reply in which its number is looked for
BRIEF = 8  # words of a follow-up that leaves what it is of to the one before
_OF_KIND = ("nhom", "loai", "khoan", "phan", "rieng", "tỷ lệ")  # say of no member which it is
OWN = 0.5  # the least weight of a word that tells one member from another
_NUMBER = re.compile(r"\d[\d.,/]*")
_PIECE = re.compile(r"[;\n]|\.(?=\s|$)")
_BREAK = re.compile(r"[,;()\n]|\s(?:và|and)\s|\.(?=\s|$)")
_OF_LEVEL = re.compile(r"\b(?P<level>xa|huyen|tinh|commune|district|province|provincial)s?\b")
_ASKS_MORE = guarded(
    r"\b(?:nao|gi|ai|khi|dau|vi sao|tai sao|hon|kem|tang|giam|khong|tong|thieu bao|thieu may|vuot|hut|so voi|chi tieu|"
    r"muc tieu|short of|targets?|which|what|who|when|where|why|more|less|"
    r"total)\b"
)
_CALLED = re.compile(r"\b(?:what|how) about\b|\bthi sao\b")


def figure_told(found: Sequence[Candidate], reply: str) -> str:
    """The id of the figure that the turn before told: the best of those found whose number opens the reply, else the
    best; "" where no figure was found."""
    figures = [c for c in found[:LOOKED_AT] if c.figure is not None]
    said = {_digits(n) for n in _NUMBER.findall(reply[:REPLY])[:1]}
    by_reply = [c for c in figures if c.figure is not None and _digits(c.figure.text) in said]
    by_reply.sort(key=lambda c: c.statement.row is not None)
    told = next(iter(by_reply), figures[0] if figures else None)
    return told.figure.id if told is not None and told.figure is not None else ""


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number).lstrip("0")


def place_of(
    told: str, indexes: Sequence[ReportIndex], *, rows: bool = False
) -> tuple[ReportIndex, Statement, Figure] | None:
    """Where a figure stands in running text, or with `rows` in a table."""
    for index in indexes:
        for figure in index.figures:
            if figure.id == told:
                near = (index.statements[n] for n in index.by_block[figure.locator.block])
                held = next((s for s in near if (rows or s.row is None) and figure in s.figures), None)
                return (index, held, figure) if held is not None else None
    return None


def is_told_of_another(question: Question, figure: Figure) -> bool:
    """Whether a figure is the one that the turn before told, and the question turns from it to another level or to the
    year before: it is no answer to both."""
    if not question.told or figure.id != question.told:
        return False
    if question.previous:
        return True
    if not question.before:
        return False
    level, before = _levels(question.clear), _levels(question.before[-1])
    return bool(level and before) and level.isdisjoint(before)


def _levels(text: str) -> frozenset[str]:
    return frozenset(LEVELS[m["level"]] for m in _OF_LEVEL.finditer(fold(text)))


def counts_beside(question: Question) -> bool:
    """Whether a question is so brief, and of a number of so little, that it may go on from what was told before."""
    if not question.is_(Kind.FIGURE) or question.previous or question.documents or question.quoted:
        return False
    asked = _CALLED.sub(" ", fold(question.clear))
    return len(asked.split()) <= BRIEF and not _ASKS_MORE.search(asked)


def sibling(question: Question, index: ReportIndex, held: Statement, told: Figure, lexicon: Lexicon) -> Figure | None:
    """The one figure of the same piece of a paragraph, counted as the one told before, at which all words stand that
    the question says itself, and not at that one: of "57 thư (thư khen 41, thư chê 09)" that of the other
    kind. None where none or several are such."""
    own, levels = _own(question), _levels(question.clear) if question.scope or not _own(question) else frozenset()
    unit = "%" if question.percent else unit_key(told.unit)

    def is_meant(figure: Figure) -> bool:
        label = _label(index, held, figure)
        return levels <= _levels(label) and all(says_word(label, w, lexicon) for w in own)

    if not (own or levels) or is_meant(told):
        return None
    beside = (f for f in _of_piece(held, told) if is_meant(f))
    alike = [f for f in beside if unit_key(f.unit) == unit or any(says_word(f.unit, w, lexicon) for w in own)]
    called = {w.words for w in own}
    alike = [f for f in alike if fold(f.unit) in called] or alike  # "máy trưởng" beside "thuyền trưởng kiêm máy trưởng"
    return alike[0] if len(alike) == 1 else None


def _own(question: Question) -> list[Wanted]:
    said = fold(question.clear)
    aside = {*question.units, *_OF_KIND}
    own = (w for w in question.wanted if w.weight >= OWN and w.words and w.words in said)
    return [w for w in own if aside.isdisjoint((*w.keys, w.words))]


def _of_piece(held: Statement, told: Figure) -> Iterator[Figure]:
    """The other figures of a statement between which and the one told no sentence ends."""
    text = held.block.text
    for figure in held.figures:
        between = text[min(figure.at, told.at) : max(figure.at, told.at)]
        if figure is not told and not _PIECE.search(between):
            yield figure


def _label(index: ReportIndex, held: Statement, figure: Figure) -> str:
    """The words right before a figure, from the number or the break before it, and right behind it to the next one."""
    text, end = held.block.text, figure.at + len(figure.text)
    others = [f for f in index.figures if f.locator.block == held.block.id and f is not figure]
    start = max([held.start, *(f.at + len(f.text) for f in others if f.at < figure.at)])
    stop = min([held.end, *(f.at for f in others if f.at > figure.at)])
    before = [m.end() for m in _BREAK.finditer(text, start, figure.at) if text[m.end() : figure.at].strip()]
    behind = _BREAK.search(text, end, stop)
    return f"{text[max([start, *before[-1:]]) : figure.at]} ; {text[end : behind.start() if behind else stop]}"


def says_word(text: str, word: Wanted, lexicon: Lexicon) -> bool:
    """Whether a text says a word, in whatever way, or an abbreviation that stands for a name with it."""
    held = keys(lexicon, text)
    if f" {word.words} " in plain(text) or not held.isdisjoint(word.keys):
        return True
    return any(f" {word.words} " in plain(key) for key in held)  # "BHTN" is "bảo hiểm thất nghiệp"

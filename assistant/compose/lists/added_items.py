"""What the later of two named things has that the earlier lacks: "Mô hình “4 trong 1” thêm thủ tục gì so với “3 trong
1”?". A report lists what each is made of; told is what stands in one list alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.letters import UPPER
from ingest.report import Block

SAME = 0.5  # of the pairs of words of an item, in the other list: it is held there, be it in other words
LEAST_ITEMS = 3  # of a list, for a difference to be one of lists
MOST_ADDED = 3
_ADDS = re.compile(
    r"\b(?:them|bo sung|nhieu hon)\b[^?;]*\b(?:gi|nao)\b|\bkhac (?:nhau )?(?:gi|o)\b|"
    r"\b(?:differ\w*|adds?|added|extra|additional|besides|more)\b"
)
_AGAINST = re.compile(
    r"\b(?:so voi|khac (?:nhau )?(?:gi|o)|differ\w*|hon|ngoai|compared (?:with|to)|than|over|adds? .{0,60}\bto|"
    r"added .{0,60}\bto)\b"
)
_SO_MANY = re.compile(r"\b(\d+)(?: trong | in |-in-)(\d+)\b")
_ENDS = re.compile(rf";\s*(?:\(\d{{1,2}}\)|[{UPPER}])|[.]\s+(?=[{UPPER}\d(-])")
_LEADS = re.compile(r"^[\s”\"’:,]*(?:(?:đối với|bao gồm|gồm|về|cho|là|với)[\s:]+)*", re.IGNORECASE)
_APART = re.compile(r"[,;]\s*(?:và\s+)?|\s+và\s+")
_WHOSE = re.compile(r" (?:của|do|tại) .*$")


@dataclass(frozen=True, slots=True)
class _Made:
    """Where a report says what a thing is made of, from its name on: the items are offsets into the block."""

    name: str
    index: ReportIndex
    block: Block
    start: int
    end: int
    items: tuple[tuple[int, int], ...]


def answer_added_items(t: Material) -> Draft | None:
    """The items that the report lists of the one thing and not of the other; None where the question does not set two
    named things against each other so, or their lists have little in common."""
    for names in _two_names(t.question):
        for index in t.indexes:
            made = [[*_lists_of(index, name)] for name in names]
            for more in made[0]:
                for less in made[1]:
                    added = _added(more, less) if _is_there(t, more) else []
                    if added:
                        return _told(t.question, more, less, added)
    return None


def _is_there(t: Material, more: _Made) -> bool:
    """Whether what is listed is of the place asked for, where that is one without a report of its own."""
    said = fold(more.block.text[more.start : more.end])
    return not t.found.reason or all(place in said for place in t.question.places)


def _two_names(question: Question) -> tuple[tuple[str, str], ...]:
    """The names, folded, of what has more and of what it is set against, either way round where both stand before what
    is asked of them ("A và B khác nhau ở thủ tục nào"); () where there are no two."""
    asked = fold(question.clear)
    against = _AGAINST.search(asked)
    if against is None or _ADDS.search(asked) is None:
        return ()
    spelled = _SO_MANY.sub(r"\1 trong \2", asked)
    names = [
        *dict.fromkeys(
            [*(m[0] for m in _SO_MANY.finditer(spelled)), *(_SO_MANY.sub(r"\1 trong \2", q) for q in question.quoted)]
        )
    ]
    if len(names) != 2:
        return ()
    behind = _SO_MANY.sub(r"\1 trong \2", asked[against.end() :])
    less = min((n for n in names if n in behind), key=behind.index, default="")
    either = ((names[1], names[0]), (names[0], names[1]))
    return ((next(n for n in names if n != less), less),) if less else either


def _lists_of(index: ReportIndex, name: str) -> list[_Made]:
    """The places where a name is followed by what it is made of."""
    found = []
    for block in index.report.blocks:
        for at in re.finditer(rf"\b{re.escape(name)}\b", fold(block.text)):
            close = _ENDS.search(block.text, at.end())
            end = close.start() if close is not None else len(block.text)
            items, start = [], at.end() + (_LEADS.match(block.text[at.end() : end]) or at).end()
            for cut in (*_APART.finditer(block.text, start, end), None):
                stop = cut.start() if cut is not None else end
                if block.text[start:stop].strip(" .;,"):
                    items.append((start, stop))
                start = cut.end() if cut is not None else end
            if len(items) >= LEAST_ITEMS:
                opened = at.start() - (block.text[at.start() - 1 : at.start()] in ("“", '"'))
                found.append(_Made(block.text[at.start() : at.end()], index, block, opened, end, tuple(items)))
    return found


def _added(more: _Made, less: _Made) -> list[tuple[int, int]]:
    """The items of the one list that the other lacks; [] where they do not go on from each other."""
    held = _pairs(less.block.text[less.start : less.end])
    lacking = []
    for start, end in more.items:
        own = _pairs(_WHOSE.sub("", more.block.text[start:end]))
        if own and len(own & held) / len(own) < SAME:
            lacking.append((start, end))
    few = len(lacking) <= min(MOST_ADDED, len(more.items) // 2)
    return lacking if few and (more.block.id, more.start) != (less.block.id, less.start) else []


def _pairs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", fold(text))
    return set(pairwise(words)) if len(words) > 1 else {tuple(words)}


def _told(question: Question, more: _Made, less: _Made, added: list[tuple[int, int]]) -> Draft:
    draft = Draft()
    keys = [draft.cite(m.index, m.block, m.start, m.end) for m in (more, less)]
    items = "; ".join(" ".join(more.block.text[a:z].split()).strip(' .;,”"') for a, z in added)
    verb = "thêm" if question.language == "vi" else "adds"
    draft.say(f"“{more.name}” {verb}: {items}", *keys)
    return draft

"""What stands under the heading of a sort of things, whole: the targets, contents or requirements that a paper sets.

A plan or programme sets each of them in a part of its own ("III. CHỈ TIÊU", "2. Yêu cầu"), an item each. A question
asks for all of them ("đặt ra những chỉ tiêu gì?"), or for those on the matters that it names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.compose.citing import Draft
from assistant.compose.lists.whole import items_below, say_members
from assistant.compose.sufficiency import TELLING
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.measured.same_time import same_time
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.periods import periods
from ingest.report import Block, BlockKind, Section

WORDS = 180  # of the items that are told whole: of a target the figure stands at the end
MOST = 8  # items that are told of a section in parts
HEADING_WORDS = 12  # of a heading that names what stands under it
SAID = 0.75  # of what is asked besides the sort, in the title, over the items or in them
OF_PAPER = 0.3  # of it that must stand in the title or over the items: it says which paper is meant
_ASKING = (
    r"(?:nao|gi|la gi|(?:la )?nhung gi|(?:la )?(?:nhung )?ai|"
    r"gom(?: co)?(?: nhung)? (?:gi|ai)|bao gom(?: nhung)? gi|ra sao|the nao|la bao nhieu)"
)
_SORTS = (  # as headings name them, as questions do in Vietnamese (to require is a verb as well), and in English
    (r"(?:chi tieu|muc tieu)", "", r"(?:targets|goals|objectives|aims)"),
    (r"noi dung", "", r"contents?"),
    (r"yeu cau", r"(?:cac |nhung |muc )yeu cau", r"requirements"),
    (r"muc dich", "", r"purposes?"),
    (r"doi tuong", "", r"(?:participants|target groups)"),
    (r"(?:tieu chuan|tieu chi)", "", r"(?:criteria|standards)"),
)
_SORT_ASKED = {
    sort: re.compile(
        rf"\b{named or sort}\b[^?;.]{{0,90}}?\b{_ASKING}\b|"
        rf"\b(?:neu|liet ke|ke|trinh bay|tom tat)(?: ra| lai)? (?:cac |nhung )?{sort}\b|"
        rf"\b(?:what|which|list|name|give|outline)(?: me)?(?: (?:are|were))?(?: the| its| all)? (?:\w+ ){{0,2}}"
        rf"{english}\b"
    )
    for sort, named, english in _SORTS
}
# What became of targets, who is charged with them and why, and which papers say so, no heading tells.
_OTHERWISE = re.compile(
    r"\b(?:chua|khong|vuot|hoan thanh|ket qua|da dat|so voi|nguyen nhan|vi sao|tai sao|van ban|quyet dinh nao|"
    r"don vi nao|co quan nao|nhat|cao hon|thap hon|khi nao|ngay nao|met|missed|reached|achieved|failed|exceeded|"
    r"compared|why|who|when)\b"
)
_COUNTED = re.compile(r"\b(?:bao nhieu|may|how (?:many|much))\b")
_NUMBER = re.compile(r"^\W*(?:[ivxlc]+|\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]\s+")


@dataclass(frozen=True, slots=True)
class _Part:
    """The items under a heading of the sort asked for, how much of the question stands over them, and how deep."""

    index: ReportIndex
    members: list[tuple[Block, int, int]]
    said: float
    depth: int


def answer_under_sort(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The items under the heading of that sort; those on the matters that the question names, where it names some. None
    where the question asks for no such thing, or leaves open of which paper."""
    asked = fold(question.clear)
    sort = next((sort for sort, pattern in _SORT_ASKED.items() if pattern.search(asked)), "")
    if not sort or _OTHERWISE.search(asked) or question.documents:
        return None
    heading = re.compile(rf"^(?:{sort})\b|\b(?:{sort})(?: [a-z]+){{0,2}}$")
    found = [part for i in indexes if (part := _part(question, i, heading, sort, lexicon)) is not None]
    if not found:
        return None
    best = max(found, key=lambda part: part.said)
    return say_members(best.index, best.members, WORDS)


def _part(
    question: Question, index: ReportIndex, heading: re.Pattern[str], sort: str, lexicon: Lexicon
) -> _Part | None:
    rest = [w for w in question.wanted if w.weight >= TELLING and w.keys and not w.foreign]
    rest = [w for w in rest if not re.search(rf"\b{sort}\b", " ".join(map(fold, (w.words, *w.keys))))]
    total = sum(w.weight for w in rest)
    best: _Part | None = None
    for block in index.report.blocks:
        if block.kind is not BlockKind.HEADING or not _is_of_sort(index, block, heading, rest, lexicon):
            continue
        members = items_below(index, block) or _in_parts(index, block)
        if len(members) < 2 or not total or not _is_of_time(question, index, block):
            continue
        led_in = [b.text for b in index.report.blocks if b.section == block.section and b.kind is BlockKind.PARAGRAPH]
        over = index.title | keys(lexicon, " ; ".join((index.report.letterhead.kind, _over(index, block), *led_in)))
        above = [w for w in rest if over & set(w.keys)]
        inside = [w for w in rest if w not in above and _saying([w], members, lexicon)]
        said, told = sum(w.weight for w in above), sum(w.weight for w in inside)
        timed = bool(question.periods) and not _COUNTED.search(fold(question.clear))  # "chỉ tiêu năm 2031 về … là gì"
        if said + told < SAID * total or (said < OF_PAPER * total and not timed):
            continue
        named = [w for w in rest if w in inside or not over & set(w.keys)]
        held = _saying(named, members, lexicon) if inside else members
        if held and (best is None or (said, block.section.count(".")) > (best.said, best.depth)):
            best = _Part(index, held, said, block.section.count("."))
    return best


def _is_of_sort(
    index: ReportIndex, block: Block, heading: re.Pattern[str], rest: Sequence[Wanted], lexicon: Lexicon
) -> bool:
    """Whether a heading names the sort asked for, or stands under one that does and says a word of the question."""
    if _names(block.text, heading):
        return True
    above = [s.heading for s in _above(index, block)]
    said = keys(lexicon, block.text)
    return any(_names(t, heading, alone=True) for t in above) and any(said & set(w.keys) for w in rest)


def _names(text: str, heading: re.Pattern[str], *, alone: bool = False) -> bool:
    """Whether a heading names the sort asked for; `alone`: and no other beside it ("Tiêu chuẩn, hồ sơ")."""
    name = _NUMBER.sub("", fold(text))
    found = heading.search(name)
    return found is not None and len(name.split()) <= HEADING_WORDS and not (alone and name[found.end() :][:1] == ",")


def _above(index: ReportIndex, block: Block) -> list[Section]:
    return [s for s in index.report.sections if s.id != block.section and block.section.startswith(f"{s.id}.")]


def _in_parts(index: ReportIndex, heading: Block) -> list[tuple[Block, int, int]]:
    """The items of a section that stand in its parts ("a) Tập thể: - …; b) Cá nhân: …"), or behind a sentence; none
    where there are more than are told."""
    own = f"{heading.section}."
    held = [b for b in index.report.blocks if b.kind is BlockKind.ITEM and f"{b.section}.".startswith(own)]
    return [(b, 0, len(b.text)) for b in held] if len(held) <= MOST else []


def _over(index: ReportIndex, block: Block) -> str:
    return " ; ".join(s.heading for s in index.report.sections if f"{block.section}.".startswith(f"{s.id}."))


def _is_of_time(question: Question, index: ReportIndex, block: Block) -> bool:
    """Whether what stands under a heading is set for the time asked for: the one over it, else that of the paper."""
    own = index.report.period
    told = {span.period for span in periods(_over(index, block), own)} or {own}
    return not question.periods or any(same_time(p, t) or same_time(t, p) for p in question.periods for t in told)


def _saying(
    wanted: Sequence[Wanted], members: Sequence[tuple[Block, int, int]], lexicon: Lexicon
) -> list[tuple[Block, int, int]]:
    """The items that say one of some words."""
    held = []
    for block, start, end in members:
        text = block.text[start:end]
        flat, concepts = plain(text), keys(lexicon, text)
        if any(concepts & set(w.keys) or f" {w.words} " in flat for w in wanted):
            held.append((block, start, end))
    return held

"""The sets that a report tells by name: in brackets, behind a colon or "như", in the note of a count, item by item.

Each has its members with their places, what stands before them (the sentence that counts or announces them), the sort
that its members are of ("phường", "sở") where that is said, and whether it is told whole: "như A, B …" is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.evidence.statements import ReportIndex, Statement, plain
from ingest.language.letters import LOWER, UPPER
from ingest.language.sentences import sentences
from ingest.report import Block, BlockKind

LEAST = 3  # members of a set in running text; numbered ones may be two
LONG = 16  # words of a member in running text, more than which are no name
LONGEST = 200  # characters of a numbered member where there is no other
CLAUSE = 60  # the same between semicolons

_TEXTS = {BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE}
_NUMBERED = re.compile(r"\(0?(\d{1,2})\)\s*")
_BRACKET = re.compile(r"\((?![^()]*\(\d)([^()]*[,;][^()]*)\)")
_OPENS = re.compile(
    r":\s+(?=\S)|\b(?P<open>như|chẳng hạn|trong đó có)\b:?\s+(?=[^.]*,)|\b(?:bao )?gồm\b(?! có \d)\s+(?=[^.:]*,)"
)
_NAME = re.compile(rf"\s*[{UPPER}“]")
_UNFINISHED = re.compile(r"(?:…|\.\.\.|v\.v|vân vân)")
_LEADS = re.compile(r"^\W*(?:(?:Gồm|Bao gồm|Trong đó|Cụ thể|Đó là|Tại|gồm|bao gồm)(?: có)?\s*:?\s*)?")
_GROUP = re.compile(rf"\b0?(?P<count>\d{{1,3}}) (?P<sort>[{LOWER}]+(?: khu)?)\s*:\s*")
SORTS = (  # with their marks: "sở" is no "số"
    "phường|xã|đặc khu|thị trấn|thị xã|thành phố|huyện|thôn|ấp|khóm|ban quản lý|ban|sở|phòng|quỹ|công ty|trường|"
    "bệnh viện|văn phòng|trung tâm|chi cục|cục|hội|luật|nghị định|nghị quyết|thông tư|mô hình|kế hoạch|quyết định|"
    "công văn|chỉ thị|chương trình"
)
_SORT = re.compile(rf"^\W*(?:UBND |Ủy ban nhân dân |Đảng ủy |HĐND )?(?P<sort>{SORTS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a set: where it stands, its folded words and the sort it is of, "" where that is not said."""

    block: Block
    start: int
    end: int
    words: str
    sort: str

    @property
    def text(self) -> str:
        """As the report names it, less its number."""
        own = " ".join(self.block.text[self.start : self.end].split())
        return _NUMBERED.sub("", own, count=1).strip(" ;,.:-–+").removesuffix(" và")


@dataclass(frozen=True, slots=True)
class NamedSet:
    """Members that a report names together. `opener` is the statement that announces them, `before` the text in the
    members' own block that stands ahead of them, `behind` what the opener says, folded, behind the mark of their note:
    it is of others; `whole` is whether all are named."""

    index: ReportIndex
    opener: Statement
    before: str
    members: tuple[Member, ...]
    whole: bool
    behind: str = ""

    @property
    def sorts(self) -> frozenset[str]:
        """The sorts that its members are of."""
        return frozenset(m.sort for m in self.members if m.sort)


def sets_of(index: ReportIndex) -> tuple[NamedSet, ...]:
    """The sets of a report, read when first asked for and kept with its index."""
    return index.once(_every_set)


def sort_of(name: str) -> str:
    """The sort, folded, that a name begins with, "" where it begins with none."""
    told = _SORT.match(name)
    return told["sort"].lower() if told is not None else ""


def _every_set(index: ReportIndex) -> tuple[NamedSet, ...]:
    return tuple(_sets(index))


def _sets(index: ReportIndex) -> Iterator[NamedSet]:
    for block in index.report.blocks:
        if block.kind not in _TEXTS or not index.by_block.get(block.id):
            continue
        opener, behind = _opener_of_note(index, block) if block.kind is BlockKind.FOOTNOTE else (None, "")
        numbered = [m.start() for m in _NUMBERED.finditer(block.text)]
        found = _numbered(index, block, numbered, opener) if len(numbered) > 1 else _in_text(index, block, opener)
        yield from (replace(held, behind=behind) if behind.strip() else held for held in found)
        if len(numbered) < 2 and block.text.rstrip().endswith(":"):
            yield from _below(index, block)


def _opener_of_note(index: ReportIndex, note: Block) -> tuple[Statement | None, str]:
    """The statement that a note hangs on, and what it says behind the mark, folded."""
    held = [index.statements[at] for at in index.by_block.get(note.anchor or "", ())]
    marks = [m.offset for m in held[0].block.notes if m.number == note.number] if held else []
    for statement in held:
        for at in marks:
            if statement.start <= at <= statement.end + 1:
                return statement, plain(statement.block.text[at : statement.end])
    return None, ""


def _at(index: ReportIndex, block: Block, offset: int) -> Statement:
    """The statement of a block that an offset lies in."""
    held = [index.statements[at] for at in index.by_block[block.id]]
    return next((s for s in held if s.start <= offset <= s.end), held[0])


def _numbered(index: ReportIndex, block: Block, starts: list[int], opener: Statement | None) -> Iterator[NamedSet]:
    """The members behind (1), (2) …; a list that begins anew is another set."""
    runs: list[list[int]] = []
    for at in starts:
        number = _NUMBERED.match(block.text, at)
        if number is not None and int(number[1]) == 1:
            runs.append([])
        if runs:
            runs[-1].append(at)
    if not runs:
        return
    for run, after in zip(runs, [*(r[0] for r in runs[1:]), len(block.text)], strict=True):
        longest = max((z - a for a, z in pairwise(run)), default=LONGEST)
        ends = [*run[1:], _list_end(block.text, run[-1], after, longest)]
        members = tuple(_member(block, a, z) for a, z in zip(run, ends, strict=True))
        if len(members) > 1:
            sooner = max(block.text.rfind(". ", 0, run[0]), block.text.rfind(";", 0, run[0])) + 1
            before = block.text[sooner : run[0]]
            yield NamedSet(index, opener or _at(index, block, max(0, run[0] - 3)), before, members, True)


def _list_end(text: str, start: int, after: int, longest: int) -> int:
    """Where the last of numbered members ends: with its sentence, or with a comma once it is far longer than each of
    the others."""
    end = min((at for stop in (". ", ".\n", "; ") if (at := text.find(stop, start, after)) > 0), default=after)
    comma = text.rfind(", ", start, start + int(1.3 * longest)) if end - start > 1.3 * longest else -1
    return comma if comma > 0 else end


def _in_text(index: ReportIndex, block: Block, opener: Statement | None) -> Iterator[NamedSet]:
    """The members in brackets, behind a colon or behind "gồm", "như" of each sentence; of a note that does nothing but
    name them its parts."""
    for start, end in sentences(block.text):
        groups = list(_GROUP.finditer(block.text, start, end))
        if groups:
            members: list[Member] = []
            for group, after in zip(groups, [*(g.start() for g in groups[1:]), end], strict=True):
                cuts = _parts(block.text, group.end(), after)
                members += [_member(block, a, z, group["sort"].lower()) for a, z in cuts]
            yield _set(index, block, opener, start, groups[0].start(), members, end)
            continue
        for held in _BRACKET.finditer(block.text, start, end):
            cuts = _parts(block.text, held.start(1), held.end(1))
            if _are_names(block.text, cuts):
                yield _set(
                    index, block, opener, start, held.start(), [_member(block, a, z) for a, z in cuts], held.end(1)
                )
        opens = next(
            (m for m in _OPENS.finditer(block.text, start, end) if _outside(block.text, start, m.start())), None
        )
        if opens is not None and block.text[opens.end() : end].strip():
            cuts = _parts(block.text, opens.end(), end)
            if _are_names(block.text, cuts):
                made = [_member(block, a, z) for a, z in cuts]
                yield _set(index, block, opener, start, opens.start(), made, end, open_=bool(opens["open"]))
        elif opener is not None and start == 0:
            lead = _LEADS.match(block.text)
            first = lead.end() if lead is not None else 0
            cuts = _parts(block.text, first, end)
            if _are_names(block.text, cuts):
                yield _set(index, block, opener, 0, 0, [_member(block, a, z) for a, z in cuts], end)


def _set(
    index: ReportIndex,
    block: Block,
    opener: Statement | None,
    start: int,
    first: int,
    members: list[Member],
    end: int,
    *,
    open_: bool = False,
) -> NamedSet:
    unfinished = _UNFINISHED.search(block.text, first, min(len(block.text), end + 3)) is not None
    own = opener if opener is not None and block.kind is BlockKind.FOOTNOTE else _at(index, block, first)
    return NamedSet(index, own, block.text[start:first], tuple(members), not open_ and not unfinished)


def _below(index: ReportIndex, block: Block) -> Iterator[NamedSet]:
    """The items under a line that ends with a colon."""
    blocks = index.report.blocks
    at = next(i for i, b in enumerate(blocks) if b is block)
    members: list[Member] = []
    mark = ""
    for following in blocks[at + 1 :]:
        if following.kind is BlockKind.FOOTNOTE:
            continue
        if following.kind is not BlockKind.ITEM:
            break
        own = following.text.lstrip()[:1]
        own = "1" if own.isalnum() else own
        mark = mark or own
        if own != mark and members and members[-1].block.text.rstrip().endswith(":"):
            continue  # an item of that member
        if own != mark and following.text.rstrip().endswith(":"):
            break
        members.append(_member(following, 0, len(following.text)))
    if len(members) > 1:
        yield NamedSet(index, _at(index, block, len(block.text)), block.text, tuple(members), True)


def _member(block: Block, start: int, end: int, sort: str = "") -> Member:
    text = _NUMBERED.sub("", block.text[start:end], count=1)
    return Member(block, start, end, plain(text), sort or sort_of(text))


def _outside(text: str, start: int, at: int) -> bool:
    """Whether a place of a sentence is in no brackets."""
    return text.count("(", start, at) == text.count(")", start, at)


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch cut at its semicolons, or where there are none at its commas and before the last "và"; what stands in
    brackets or quotation marks stays whole, and so does a name with a comma in it ("Sở Văn hóa, Thể thao …")."""
    apart: list[tuple[int, int]] = []
    depth = quoted = 0
    semicolons = ";" in text[start:end]
    mixed = (
        semicolons and re.search(rf", (?:[{UPPER}]|huyện |xã |phường )", text[start:end].partition(";")[0]) is not None
    )
    for i in range(start, end):
        char = text[i]
        depth += (char == "(") - (char == ")")
        quoted += (char == "“") - (char == "”")
        if depth > 0 or quoted > 0:
            continue
        if char == ";" or (char == "," and (not semicolons or mixed)):
            apart.append((i, i + 1))
    cuts = [(a, z) for a, z in zip([start, *(b for _, b in apart)], [*(a for a, _ in apart), end], strict=True)]
    cuts = [(a, z) for a, z in cuts if text[a:z].strip(" .;,…")]
    if not semicolons and len(cuts) > 1:
        a, z = cuts[-1]
        last = re.search(rf"\svà (?=[{UPPER}“]|(?:phường|xã|sở|huyện|thôn|mô hình) )", text[a:z])
        if last is not None and sort_of(text[a:z].strip()) == sort_of(text[a + last.end() : z]):
            cuts[-1:] = [(a, a + last.start()), (a + last.end(), z)]
    return _joined(text, cuts)


def _joined(text: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts with those put together that a comma or semicolon inside of a name has cut: one that begins with no
    sort behind one that does, where most of the others do. Behind a comma only the rest of a department's name is none
    of its own."""
    sorts = [bool(sort_of(text[a:z])) for a, z in cuts]
    if sum(sorts) < 2 or sum(sorts) * 2 < len(cuts):
        return cuts
    joined: list[tuple[int, int]] = []
    for (a, z), sort in zip(cuts, sorts, strict=True):
        goes_on = (
            joined
            and not sort
            and (
                (text[a - 1] == ";" and not _NAME.match(text, a, z))
                or (" và " in text[a:z] and sort_of(text[joined[-1][0] : joined[-1][1]]) == "sở")
            )
        )
        if goes_on:
            joined[-1] = (joined[-1][0], z)
        else:
            joined.append((a, z))
    return joined


def _are_names(text: str, cuts: list[tuple[int, int]]) -> bool:
    """Whether the parts are names, most of them with a capital or a sort, and none of them a sentence."""
    most = CLAUSE if text.count(";", cuts[0][0], cuts[-1][1]) >= len(cuts) - 1 else LONG
    if len(cuts) < LEAST or any(len(text[a:z].split()) > most for a, z in cuts):
        return False
    bare = [sort_of(text[a:z]) == text[a:z].strip(" .;,").lower() for a, z in cuts]  # "mỗi xã, phường, đặc khu"
    named = [
        bool(_NAME.match(text, a, z)) or (bool(sort_of(text[a:z])) and not b)
        for (a, z), b in zip(cuts, bare, strict=True)
    ]
    return sum(named) * 3 >= len(cuts) * 2

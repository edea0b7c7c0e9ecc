"""Lists, whole: numbered in a sentence, in its footnote, in the items below it, or between its semicolons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.compose.citing import Draft
from assistant.compose.lists.naming_members import number_asked
from assistant.compose.parts import parts_of
from assistant.compose.sentences.windows import covers
from assistant.compose.sufficiency import TELLING
from assistant.evidence.breaks import unbroken
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import ReportIndex, Statement, keys, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.letters import UPPER
from ingest.language.sentences import sentences
from ingest.report import Block, BlockKind

NEARLY_ALL, FAR = 0.75, 0.65  # of a question's weight, in one member; of that, at most, in each other
LOOKED_AT = 16  # statements that may open the list asked for


OPENING = 0.45  # by so much the line that opens the list asked for may come after the best evidence


LIST_WORDS = 120  # a longer list is shown with its members shortened


ITEM_WORDS = 24


_PARTS_ASKED = re.compile(
    r"\b(?:gom|co)(?: co)? (?:nhung|cac|gi)\b|\bnhung gi\b|"
    r"\b(?P<sort>giay to|tai lieu|thanh phan)(?: ho so)? (?:gi|nao)\b|"
    r"\bwhat (?:does|do|must|should) .{3,80} (?:consist of|include|contain|comprise)\b|"
    r"\bwhat (?:papers|documents|parts|items|components)\b|"
    r"\bwhich (?P<which>papers|documents|parts|items|components) (?:make up|form|compose|belong|are|must|go)\b"
)

# "Bằng khen của Chủ tịch tỉnh", "đề nghị Chủ tịch tỉnh", "phải nộp": whose a thing is, who is asked for it, and that it
# is handed in, its heading need not say.
_OFFICE_OF = re.compile(
    r" (?:nop|chuan bi|kem theo)(?= )|"
    r" (?:cua|de nghi|xin|trinh|gui|len) "
    r"(?:(?:pho )?(?:chu tich|thu tuong|bo truong|giam doc|bi thu|thu truong)|ubnd|uy ban nhan dan|hdnd|"
    r"hoi dong nhan dan|tinh uy|huyen uy)(?: (?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|tinh|huyen|xa|phuong|"
    r"thanh pho|chinh phu|so))*(?= )"
)

# "Thành phần hồ sơ: …; số lượng hồ sơ: 01 bộ": how many sets are handed in stands beside what one is made of.
_SETS_ASKED = re.compile(r"\b(?:may|bao nhieu) bo\b|\bhow many (?:sets|copies)\b")
_SETS = re.compile(r"\b\d{1,2} (?:\([^()]*\) )?bo(?! (?:truong|phan|tieu chi|chi so|luat))\b")
_SETS_NEAR = 4  # statements after the list that may say it


_SO_MANY_IN_ONE = re.compile(r"\b\d+ trong \d+\b")
_NUMBERED = re.compile(r"\(\d{1,2}\)")
_MARKED = re.compile(
    r"\s*(?:(?P<letter>[a-zđ])[.)] |(?P<number>\d{1,2})[.)] |(?P<bracket>\(\d{1,2}\)) ?|(?P<dash>[-–+*•]))"
)


def items_of(index: ReportIndex, statement: Statement) -> list[tuple[Block, int, int]]:
    """The members of the list that a statement opens: (1)…(2)… after it, its footnote, the items below it, or its
    commas."""
    block = statement.block
    if block.table is not None:
        return []
    text = block.text
    marks = _marks(text, statement)
    if len(marks) >= 2:
        longest = max((b - a for a, b in pairwise(marks)), default=200)
        ends = [*marks[1:], list_end(text, marks[-1], longest)]
        return [(block, a, b) for a, b in zip(marks, ends, strict=True)]
    if hung := _counted_below(index, statement):
        return hung
    stop = sentence_end(text, statement)
    colon = text.find(": ", statement.start, statement.end)
    if colon > 0 and text.count(";", colon, stop) >= 1:
        ends = [m.start() for m in re.finditer(";", text[:stop]) if m.start() > colon] + [stop]
        return [
            (block, a, z) for a, z in zip([colon + 1, *(e + 1 for e in ends)], ends, strict=False) if text[a:z].strip()
        ]
    if colon > 0 and len(named := _named_one_by_one(text, colon + 2, stop)) > 1:
        return [(block, a, z) for a, z in named]
    if text[statement.start : statement.end].rstrip().endswith(":") and (below := items_below(index, block)):
        return below
    noted = [n.number for n in block.notes if statement.start <= n.offset <= statement.end]
    for footnote in index.report.footnotes:
        if footnote.anchor == block.id and footnote.number in noted:
            return [(footnote, a, b) for a, b in _split(footnote.text)]
    return items_below(index, block) if text.rstrip().endswith(":") else []


_COUNT_BEFORE = re.compile(r"\b0?(\d{1,2}) (?:[^\W\d_]+,? ){0,4}[^\W\d_]+\s*$")


def _counted_below(index: ReportIndex, statement: Statement) -> list[tuple[Block, int, int]]:
    """The members that a footnote names of the set counted right before its mark ("kiểm tra tại 03 đơn vị¹": "Xã A, xã
    B, Sở C."); [] where the footnote has another number of them. Words between a label and its colon, and a clause
    behind a semicolon, are no members beside these."""
    block = statement.block
    for mark in block.notes:
        counted = _COUNT_BEFORE.search(block.text[statement.start : mark.offset])
        if not statement.start <= mark.offset <= statement.end or counted is None or int(counted[1]) < 2:
            continue
        for note in index.report.footnotes:
            if note.anchor != block.id or note.number != mark.number:
                continue
            for apart in (r"(?<=[^\s]);", r"(?<=[^\s]),(?= )", r"(?<=[^\s]),(?= )| và (?=[^,;]*$)"):
                cuts = [m.span() for m in re.finditer(apart, note.text)]
                spans = list(zip([0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(note.text)], strict=True))
                if len(spans) == int(counted[1]):
                    return [(note, a, b) for a, b in spans]
    return []


_NAMED_ONE = re.compile(r"\s*(?:và\s+)?[“\"][^“”\"]+[”\"](?:\s*\([^()]*\))?\s*(?:[,.;]|$|(?=và\s+[“\"]))")


def _named_one_by_one(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The members of a list that gives each its name in quotation marks, with what stands in brackets behind it:
    "“Cây xanh” (xã A), “Chợ sạch” (xã B)"; none where anything else stands between them."""
    found, at = [], start
    while at < stop and (m := _NAMED_ONE.match(text, at, stop)) is not None and m.end() > at:
        found.append((at, m.end()))
        at = m.end()
    return found if not text[at:stop].strip(" .;") else []


def items_below(index: ReportIndex, block: Block) -> list[tuple[Block, int, int]]:
    """The items that follow a block, as far as they belong to it: behind "d) Giao Phòng A:" those before "đ)"."""
    blocks = index.report.blocks
    at = next(i for i, b in enumerate(blocks) if b.id == block.id)
    own = mark_of(block)
    members: list[tuple[Block, int, int]] = []
    for following in blocks[at + 1 :]:
        if following.kind is BlockKind.FOOTNOTE:
            continue
        if following.kind is not BlockKind.ITEM or not following.section.startswith(block.section):
            break
        if own and members and mark_of(following) == own != mark_of(members[0][0]):
            break  # it stands beside the line that opens the list
        members.append((following, 0, len(following.text)))
    return members


def mark_of(block: Block) -> str:
    """The sort of mark that a block is numbered with: "letter", "number", "bracket", or the dash itself; "" if none."""
    mark = _MARKED.match(block.text)
    return (mark["dash"] or mark.lastgroup or "") if mark is not None else ""


def _marks(text: str, statement: Statement) -> list[int]:
    """Where the members (1), (2) … of the list begin that a statement opens, or of which it is one."""
    every = [m.start() for m in _NUMBERED.finditer(text)]
    firsts = [at for at in every if text[at : at + 4].startswith(("(1)", "(01)"))]
    opened = next((at for at in every if statement.start <= at), None)
    inside = next((at for at in reversed(firsts) if at <= statement.start), None)
    if text[statement.start : statement.start + 1] == "(" and inside is not None:
        start = inside
    elif opened is not None and opened <= statement.end + 2:
        start = opened
    else:
        return []
    after = next((at for at in firsts if at > start), len(text))
    return [at for at in every if start <= at < after]


def sentence_end(text: str, statement: Statement) -> int:
    """The end of the sentence that a statement begins in: a list runs on over its semicolons."""
    return next((end for start, end in sentences(text) if start <= statement.start < end), statement.end)


def list_end(text: str, start: int, longest: int) -> int:
    """Where the last member of an inline list ends: its sentence, or a comma once it outgrows the others."""
    end = min((at for stop in (". ", ".\n", "; ") if (at := text.find(stop, start)) > 0), default=len(text))
    if end - start > 1.3 * longest:
        comma = text.rfind(", ", start, start + int(1.3 * longest))
        end = comma if comma > 0 else end
    return end


def _split(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for m in re.finditer(r";|\n|\.\s(?=[A-ZĐ])", text):
        if text[start : m.start()].strip():
            spans.append((start, m.start()))
        start = m.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def answer_list(question: Question, best: list[Candidate]) -> Draft | None:
    """A list, whole; long members are shortened to their beginning, the quotes stay whole."""
    opening = [c for c in best[:LOOKED_AT] if _opens(question, c) and c.score >= best[0].score - OPENING]
    if opening:
        best = [opening[0], *(c for c in best if c is not opening[0])]
    number = number_asked(question)
    for rank, candidate in enumerate(best[:LOOKED_AT]):
        if candidate.score < best[0].score - (0.15 if rank < 4 and not number else 0.35):
            break
        statement, index = candidate.statement, candidate.index
        if rank >= 4 and not statement.quote.endswith(":"):
            continue  # further down, only what plainly opens a list
        members = items_of(index, statement)
        if len(members) < 2 or (number and len(named_members(question, members)) != number):
            continue
        named = named_members(question, members)
        return say_members(index, named if number else _one_described(question, named))
    return None


def named_members(question: Question, members: Sequence[tuple[Block, int, int]]) -> Sequence[tuple[Block, int, int]]:
    """Of the members of a list those that hold a name which the question says ("mô hình “2 trong 1” của nơi nào"); all
    of them where none does or each."""
    names = [*question.quoted, *_SO_MANY_IN_ONE.findall(plain(question.clear))]
    held = [m for m in members if any(f" {n} " in plain(m[0].text[m[1] : m[2]]) for n in names)]
    return held or members


def _one_described(question: Question, members: Sequence[tuple[Block, int, int]]) -> Sequence[tuple[Block, int, int]]:
    """The one member that says nearly all of the question, where each other says far less of it: that is asked about,
    not the list. All of them where none stands out so."""
    said = [covers(question, block.text[start:end]) for block, start, end in members]
    best, *others = sorted(said, reverse=True)
    whole = sum(w.weight for w in question.wanted)
    apart = best >= NEARLY_ALL * whole and all(other <= best * FAR for other in others)
    return [members[said.index(best)]] if apart else members


def say_members(index: ReportIndex, members: Sequence[tuple[Block, int, int]], room: int = LIST_WORDS) -> Draft:
    """The members of a list, each with its place; where they have more words than that each cut to how it begins."""
    draft = Draft()
    long = sum(len(b.text[a:z].split()) for b, a, z in members) > room
    most = max(ITEM_WORDS, room // len(members))
    for block, first, last in members:
        start, end = unbroken(block, first, last)
        piece = " ".join(block.text[start:end].split()).strip(" ;,.-–+")
        words = piece.split()
        shown = shortened(words, most) if long and len(words) > most else piece
        if shown:
            draft.say(shown + ";", draft.cite(index, block, start, end))
    return draft


def answer_under_heading(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The items right below the heading that names what is asked ("Hồ sơ khen thưởng gồm những gì?"), of several the
    one that says least besides; None where no heading names all of it."""
    asked = next((part for part in parts_of(question.clear) if _PARTS_ASKED.search(fold(part))), "")
    parts = _PARTS_ASKED.search(fold(asked))
    if parts is None:
        return None
    said_there = _OFFICE_OF.sub(" ", f" {plain(asked)} ").replace(f" {parts['sort'] or parts['which']} ", " ")
    best: tuple[int, ReportIndex, list[tuple[Block, int, int]]] | None = None
    for index in indexes:
        own = index.title | {index.report.letterhead.kind.lower()}
        telling = [w for w in question.wanted if w.weight >= TELLING and w.keys and not set(w.keys) & own]
        telling = [w for w in telling if f" {w.words} " in said_there and not w.foreign]
        for heading in (b for b in index.report.blocks if b.kind is BlockKind.HEADING) if telling else ():
            said = keys(lexicon, heading.text)
            members = items_below(index, heading) if all(said & set(w.keys) for w in telling) else []
            if len(members) > 1 and (best is None or len(said) < best[0]):
                best = (len(said), index, members)
    if best is None:
        return None
    draft = say_members(best[1], best[2])
    if asks_sets(question):
        _add_sets(draft, best[1], best[2][-1][0])
    return draft


def asks_sets(question: Question) -> bool:
    """Whether it is asked how many sets of papers are handed in."""
    return bool(_SETS_ASKED.search(fold(question.clear)))


def _add_sets(draft: Draft, index: ReportIndex, last: Block) -> None:
    """Adds how many sets are handed in, where the report says it right behind the papers that a set is made of."""
    at = index.by_block[last.id][-1]
    for statement in index.statements[at + 1 : at + 1 + _SETS_NEAR]:
        if _SETS.search(statement.plain) and "ho so" in statement.plain:
            draft.say(" ".join(statement.quote.split()), draft.cite_statement(index, statement))
            return


def _opens(question: Question, candidate: Candidate) -> bool:
    """Whether a statement is the line under which the very thing asked for is listed: "Hồ sơ … gồm:"."""
    statement = candidate.statement
    if not statement.quote.rstrip().endswith(":"):
        return False
    telling = [w for w in question.wanted if w.weight >= TELLING]
    return bool(telling) and all(
        f" {w.words} " in statement.plain or not statement.own.isdisjoint(w.keys) for w in telling
    )


_WHOSE = re.compile(rf"\b(?:của|do|tại) (?:UBND|HĐND|Ủy ban|xã|phường|thị trấn|huyện|[{UPPER}]\w*)[^,;.]*$")
WHOSE_WORDS = 10


def shortened(words: list[str], most: int = ITEM_WORDS) -> str:
    """The beginning of a member, and whose it is where its end says so: "… của UBND xã Tân Lộc"."""
    head, rest = " ".join(words[:most]), " ".join(words[most:])
    whose = _WHOSE.search(rest)
    tail = whose[0] if whose is not None and len(whose[0].split()) <= WHOSE_WORDS else ""
    return f"{head}… {tail}".strip()

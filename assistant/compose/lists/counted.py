"""Lists asked for by how many they are ("năm mô hình nào", "which two tasks"), or by state or kind of the members.

A report often parts a list into several, each with words of its own before it ("đã triển khai: (1) …; đang triển
khai: (1) …"). The number and the state that a question names tell which of them is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.lists.whole import ITEM_WORDS, LIST_WORDS, list_end, named_members, shortened
from assistant.evidence.breaks import unbroken
from assistant.evidence.coverage import Weighted, weigh
from assistant.evidence.statements import SPOKEN, ReportIndex, keys
from assistant.measured.states import state_of
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import contains, periods
from ingest.language.sentences import sentences
from ingest.report import Block, BlockKind

ENOUGH = 0.45  # of what is asked, in the words before a list and around it
SAYS_SO = 0.35  # of it, where those words say how many there are
AROUND = 0.6  # what a word counts there that stands around a list, not right before it
TOLD = 0.3  # of what is asked, around lists of which the state alone tells one
_NUMBERS = {
    "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "two": 2, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_COUNT = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,2}|" + "|".join(_NUMBERS) + r")\s+(?P<noun>[^\W\d]+(?:\s+[^\W\d]+)?)", re.IGNORECASE
)
_NO_NOUN = re.compile(
    r"(?:nay|trước|sau|qua|tới|ngoái|nào|gần|liền|tháng|ngày|năm|giờ|phút|tuần|quý|lần|triệu|tỷ|nghìn|điểm|cấp|bên|mặt|"
    r"days?|months?|years?|weeks?|hours?|points?|million|billion|levels?|per)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:nao|gi|ke ten|neu ten|liet ke|nhung ai)\b|\b(?:which|what|name|list)\b")
_PARTS = {
    Kind.LIMITATION: frozenset({"hạn chế", "khó khăn"}),
    Kind.CAUSE: frozenset({"nguyên nhân"}),
    Kind.STRENGTH: frozenset({"ưu điểm"}),
}
_MARK = re.compile(r"\((\d{1,2})\)")
_BULLET = re.compile(r"\s*(?:([-–+*•])|(\(?[a-zđ]\))|(\(?\d{1,2}[.)]))")
_KIND_EN = re.compile(r"\b[Ww]hich (?P<kind>[a-z-]+(?: [a-z-]+)?) (?:is|are|was|were)\b")
_KIND_VI = re.compile(r"(?P<kind>(?:[^\W\d]+ ){1,3})nào\b")
_AMONG = re.compile(r"\b(?:trong (?:so|cac|nhung|danh sach|\d+)|among|out of|one of|(?:on|in) the list)\b")
_DOCUMENTS = re.compile(r"(?:ke hoach|quyet dinh|van ban|nghi quyet|plans?|decisions?|documents?|resolutions?)\b")
_NUMBER = re.compile(r"\d\s*[-/]\s*(?:\d{4}\s*/\s*)?[A-ZĐ]")  # of a document
_LEADING = re.compile(r"\W*(?:\d{1,2}\W+|[a-zđ]\)\s*)?")
_TAIL = re.compile(r"\s+(?:và|and)$")
# Kinds of places and offices: as a question names them, and as the name of one begins.
_KINDS = (
    (re.compile(r"(?<!dia )\bphuong\b|\bwards?\b"), "phuong"),
    (re.compile(r"(?<!thi )\bxa\b|\bcommunes?\b"), "xa"),
    (re.compile(r"\bdac khu\b|\bspecial zones?\b"), "dac khu"),
    (re.compile(r"\bthi tran\b|\btown(?:ship|let)?s?\b"), "thi tran"),
    (re.compile(r"\bhuyen\b|\bdistricts?\b"), "huyen"),
    (re.compile(r"\bthanh pho\b|\bcit(?:y|ies)\b"), "thanh pho"),
    (re.compile(r"\b(?:ap|thon)\b|\bhamlets?\b|\bvillages?\b"), "(?:ap|thon)"),
    (re.compile(r"\bkhom\b|\bquarters of town\b"), "khom"),
    (re.compile(r"\b(?:cac |nhung )so\b|\bso nao\b|\bdepartments?\b"), "so"),
)
_KIND_NAMES = "(?:" + "|".join(name for _, name in _KINDS) + ")"
_OF_WHICH_KINDS = guarded(
    rf"(?<!dia )(?<!thi )\b{_KIND_NAMES}(?:(?:,| va| hay)*(?: nao)?(?:,| va)?(?: nhung| cac)? {_KIND_NAMES})* nao\b|"
    r"\bwhich (?:wards?|communes?|special zones?|town(?:ship|let)?s?|districts?|cit(?:y|ies)|hamlets?|villages?|"
    r"departments?)\b(?:(?:,| and| or)+(?: which)? (?:wards?|communes?|special zones?|town(?:ship|let)?s?|districts?|"
    r"cit(?:y|ies)|hamlets?|villages?|departments?)\b)*"
)
_MOSTLY = 0.8  # of the members of a list, that must be of a kind of places


@dataclass(frozen=True, slots=True)
class _List:
    """A list of a report: its members, as offsets in blocks, the words right before it, and concepts around it."""

    index: ReportIndex
    members: tuple[tuple[Block, int, int], ...]
    lead: str
    around: frozenset[str]


def counts_asked(question: Question) -> dict[int, str]:
    """How many members the lists may have that a question asks for, with the noun that is counted."""
    if not _asks_members(question):
        return {}
    found = {}
    for m in _COUNT.finditer(question.clear):
        said = m["number"].lower()
        value = int(said) if said.isdigit() else _NUMBERS[said]
        if value > 1 and not _NO_NOUN.match(m["noun"]):
            found[value] = m["noun"]
    return found


def _asks_members(question: Question) -> bool:
    """Whether the members of something are asked for, or those of another after the list of one ("Còn hai việc đang
    làm?")."""
    return bool(_ASKS.search(fold(question.clear))) or (question.followup and question.is_(Kind.LIST))


def answer_counted(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The list of as many members as are asked for, or of the state asked for; None where none fits."""
    asked, state = counts_asked(question), state_of(question.clear)
    if not asked and not (state and _asks_members(question)):
        return None
    counted: list[tuple[float, _List]] = []
    of_state: list[tuple[float, _List]] = []
    for index in indexes:
        weighted = [w for w in weigh(question, index) if not w.wanted.words[:1].isdigit()]
        lists = list(_lists(index, lexicon))
        for one in lists:
            is_counted = len(one.members) in asked
            if is_counted or _only_of_state(one, lists, state):
                fit = _fit(one, weighted, lexicon)
                least = SAYS_SO if _names_count(one) else ENOUGH if is_counted else TOLD
                if fit >= least:
                    (counted if is_counted else of_state).append((fit, one))
    if any(_DOCUMENTS.match(fold(noun)) for noun in asked.values()):
        counted = [c for c in counted if all(_NUMBER.search(b.text, a, z) for b, a, z in c[1].members)]
    if state:  # of several as long the one that is of the state asked for
        counted = [c for c in counted if state_of(c[1].lead) == state] or counted
    parts = {k for kind, names in _PARTS.items() if question.is_(kind) for k in names}
    if parts:  # of limitations or causes only a list that is said to be of them
        counted, of_state = (
            [(fit, one) for fit, one in lists if parts & (keys(lexicon, one.lead) | one.around)]
            for lists in (counted, of_state)
        )
    best = max(counted or of_state, key=lambda found: found[0], default=None)
    return _told(_of_kind(question, best[1], lexicon)) if best is not None else None


def answer_of_kinds(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """Of a list of places of several kinds those of the kinds asked for ("which wards and which special zone …"); None
    where no such list is of the matter, or one of the kinds has no member in it."""
    asks = _OF_WHICH_KINDS.search(fold(question.clear))
    if asks is None or question.is_(Kind.FIGURE, Kind.EXTREME, Kind.COMPARISON, Kind.CAUSE, Kind.DOCUMENT, Kind.WHEN):
        return None
    wanted = [name for pattern, name in _KINDS if pattern.search(asks[0])]
    best: tuple[float, _List] | None = None
    for index in indexes:
        weighted = [w for w in weigh(question, index) if not any(p.fullmatch(w.wanted.words) for p, _ in _KINDS)]
        for one in _lists(index, lexicon):
            of_kind = [_kind_of(member) for member in one.members]
            kinds = set(filter(None, of_kind))
            if len(kinds) < 2 or not set(wanted) <= kinds or sum(map(bool, of_kind)) < _MOSTLY * len(of_kind):
                continue
            fit = _fit(one, weighted, lexicon)
            if fit >= ENOUGH and not _of_another_time(question, one) and (best is None or fit > best[0]):
                members = (m for m, kind in zip(one.members, of_kind, strict=True) if kind in wanted)
                best = (fit, replace(one, members=tuple(members)))
    return _told(best[1]) if best is not None else None


def _kind_of(member: tuple[Block, int, int]) -> str:
    """The kind of place or office that a member of a list begins with: "phuong" of "(3) phường …"; "" if none."""
    block, start, end = member
    text = fold(_LEADING.sub("", block.text[start:end], count=1))
    return next((name for _, name in _KINDS if re.match(rf"(?:ubnd )?{name}\b", text)), "")


def _of_another_time(question: Question, one: _List) -> bool:
    """Whether the words before a list give times, and none that is asked for."""
    told = {span.period for span in periods(one.lead)}
    asked = question.periods
    return bool(told and asked) and not any(a == b or contains(a, b) or contains(b, a) for a in asked for b in told)


def _names_count(one: _List) -> bool:
    """Whether the words before a list say how many members it has ("gồm 05 tiêu chí:")."""
    return any(int(n) == len(one.members) for n in re.findall(r"(?<![\w/.,-])\d{1,2}(?![\w/.,%-])", one.lead))


def _of_kind(question: Question, one: _List, lexicon: Lexicon) -> _List:
    """Of a list the members of the kind asked for ("which special zone is among the 22 places"); the whole of it where
    that is what its members are, or none is said to be of a kind."""
    english = question.language == "en"
    one = replace(one, members=tuple(named_members(question, one.members)))
    match = (_KIND_EN if english else _KIND_VI).search(question.clear)
    if match is None or not _AMONG.search(fold(question.clear)):
        return one
    kind = {k for t in lexicon.cut(match["kind"].strip(), english=english)[-1:] for k in t.keys}
    of_kind = tuple(m for m in one.members if kind & keys(lexicon, m[0].text[m[1] : m[2]]))
    return replace(one, members=of_kind) if 0 < 2 * len(of_kind) < len(one.members) else one


def _only_of_state(one: _List, lists: Sequence[_List], state: str) -> bool:
    """Whether a list is the only one of its section that is said to be of a state."""
    section = one.members[0][0].section
    beside = [other for other in lists if other.members[0][0].section == section]
    return len(beside) > 1 and [other for other in beside if state_of(other.lead) == state] == [one]


def _fit(one: _List, weighted: Sequence[Weighted], lexicon: Lexicon) -> float:
    """How much of a question the words before a list say, and what stands around it or in most of its members."""
    lead = keys(lexicon, one.lead)
    said_in = Counter(k for block, a, z in one.members for k in keys(lexicon, block.text[a:z]))
    around = one.around | {k for k, times in said_in.items() if 2 * times >= len(one.members)}
    total = sum(w.weight for w in weighted) or 1.0
    said = 0.0
    for w in weighted:
        said += w.weight * (1.0 if lead & set(w.keys) else AROUND if around & set(w.keys) else 0.0)
    return said / total


def _lists(index: ReportIndex, lexicon: Lexicon) -> Iterator[_List]:
    blocks = index.report.blocks
    held = {b.id: b for b in blocks}
    paths = {s.id: keys(lexicon, " ".join(s.path)) for s in index.report.sections}
    for at, block in enumerate(blocks):
        around = paths.get(block.section, frozenset()) | index.title
        if block.kind in SPOKEN and block.table is None:
            anchor = held.get(block.anchor or "")
            hung = _hung_on(anchor, block) if anchor is not None else ""
            above = keys(lexicon, anchor.text) if anchor is not None else frozenset()
            yield from _inline(index, block, hung, around | above)
        if block.kind is BlockKind.HEADING or block.text.rstrip().endswith(":"):
            members = _items(blocks[at + 1 :])
            if len(members) > 1:
                yield _List(index, tuple((b, 0, len(b.text)) for b in members), _last_sentence(block.text), around)


def _inline(index: ReportIndex, block: Block, hung: str, around: frozenset[str]) -> Iterator[_List]:
    """The runs (1), (2) … of a block; `hung` is the sentence that a note hangs on."""
    runs: list[list[int]] = []
    for mark in _MARK.finditer(block.text):
        if int(mark[1]) == 1:
            runs.append([mark.start()])
        elif runs and int(mark[1]) == len(runs[-1]) + 1:
            runs[-1].append(mark.start())
    last = 0
    for run in runs:
        longest = max((b - a for a, b in pairwise(run)), default=200)
        ends = [*run[1:], list_end(block.text, run[-1], longest)]
        line = block.text.rfind("\n", last, run[0]) + 1
        lead = block.text[max(last, line) : run[0]].strip(" ;.")
        if len(run) > 1:
            members = tuple((block, a, z) for a, z in zip(run, ends, strict=True))
            yield _List(index, members, _last_sentence(lead) if lead else hung, around)
        last = ends[-1]


def _items(following: Sequence[Block]) -> list[Block]:
    """The items right behind a line, notes aside, as long as their bullets are alike."""
    members: list[Block] = []
    kind = -1
    for block in following:
        if block.kind is BlockKind.FOOTNOTE:
            continue
        bullet = _BULLET.match(block.text)
        if block.kind is not BlockKind.ITEM or bullet is None:
            break
        if members and bullet.lastindex != kind:
            break
        kind = bullet.lastindex or -1
        members.append(block)
    return members


def _hung_on(anchor: Block, note: Block) -> str:
    """The part of a sentence that stands before the marker of a note."""
    mark = next((m.offset for m in anchor.notes if m.number == note.number), None)
    if mark is None:
        return ""
    start = next((a for a, z in sentences(anchor.text) if a <= mark <= z), 0)
    return anchor.text[start:mark].rpartition("; ")[2]


def _last_sentence(text: str) -> str:
    spans = list(sentences(text))
    return text[spans[-1][0] : spans[-1][1]] if spans else text


def _told(one: _List) -> Draft:
    draft = Draft()
    long = sum(len(b.text[a:z].split()) for b, a, z in one.members) > LIST_WORDS
    for block, first, last in one.members:
        start, end = unbroken(block, first, last)
        piece = _TAIL.sub("", " ".join(block.text[start:end].split()).strip(" ;,.-–+"))
        words = piece.split()
        shown = shortened(words) if long and len(words) > ITEM_WORDS else piece
        if shown:
            draft.say(f"{shown};", draft.cite(one.index, block, start, end))
    return draft

"""How a part of a question may be meant: by itself, or of what the first part is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum

from assistant.asked.conversation import merge
from assistant.compose.citing import Draft
from assistant.compose.documents.cited import named_numbers
from assistant.compose.parts import of_whole, stands_alone
from assistant.compose.parts_apart import COUNTED, codes, goes_on, sort_of, without_joint
from assistant.evidence.statements import plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.letters import LOWER, UPPER


class Beside(Enum):
    """How near what tells one part another is to be told."""

    BLOCK = "block"
    PLACE = "place"
    REPORT = "report"
    ANYWHERE = "anywhere"


OF_ITS_OWN = 0.6  # weight of the words that a part says of its own: "và là bao nhiêu" says none
LIGHT = 1.2  # weight of those, up to which it leaves the rest to the first part as well
_REACHED = re.compile(r"\b(?:dat|thuc hien|ket qua|reach(?:ed)?|achieved?|actual(?:ly)?|get|got)\b")
_AIM = frozenset(["muc tieu", "chi tieu", "mục tiêu", "chỉ tiêu", "target"])
_IT = re.compile(r"\b(?:it|this)\b(?!s)")
_WITH = re.compile(r"^(?:with|by|at|for) ", re.IGNORECASE)
_NAME = re.compile(rf"\b[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)+")
_ITS = re.compile(
    r"\b(?:it|that (?:department|commune|province|unit|one))\b(?!s)|"
    r"\b(?:sở|ngành|đơn vị|cơ quan|tỉnh|huyện|xã|phường|địa phương|nơi) (?:đó|này|ấy)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:mỗi|từng|each|every)\b", re.IGNORECASE)
_THIS = re.compile(r"\b(?:này|đó|ấy)\b(?! là\b)", re.IGNORECASE)
_OF_THEM = re.compile(r"\bof (?:them|these|those|which)\b|^\W*(?:va )?trong (?:so )?do\b")
_PAPER = re.compile(r"\bthe (?:\w+[ -]){0,2}(?:report|plan|decision|document)\b", re.IGNORECASE)


_COUNTS = re.compile(
    r"\b(?:may|bao nhieu) (?!phan tram\b|lan\b|diem\b|dong\b)[a-z]{2,}|"
    r"\bhow many (?!per|points|times|of (?:them|these))[a-z]{3,}"
)
_NAMES_THEM = re.compile(
    r"^\W*(?:va |do |va do |cu the |gom |bao gom |thi |la |dung ten )*(?:la |gom |bao gom |do la )?(?:(?:nhung|cac) )?"
    r"(?:\w+ ){0,3}(?:nao|gi|ai|dau)\W*$|"
    r"^\W*(?:and )?(?:which|what|who) (?:\w+ ){0,2}(?:are|were|was|is) (?:they|these|those|it)\W*$|"
    r"^\W*(?:and )?(?:which|what|who)(?: \w+)?\W*$|"
    r"^\W*(?:va |hay |xin )*(?:ke ten|neu ten|liet ke)(?: \w+){0,4}\W*$|"
    r"^\W*(?:and )?(?:name|list) (?:it|them|these|those)\W*$"
)
_WHEN = re.compile(
    r"\b(?:cùng kỳ(?: của)? )?(?:tháng \d{1,2}(?:/\d{4}| năm \d{4})?|quý [IVX\d]+(?:/\d{4}| năm \d{4})?|"
    r"năm (?:19|20)\d\d)\b|"
    r"\bcùng kỳ(?: năm (?:trước|ngoái))?\b|\b(?:năm|tháng|quý) (?:trước|ngoái)\b|\bin (?:19|20)\d\d\b|"
    r"\b(?:the|a) (?:year|month|quarter) (?:before|earlier)\b|"
    r"\bin (?:the )?(?:previous|preceding) (?:year|month|quarter)\b",
    re.IGNORECASE,
)
_SO_MANY = re.compile(r"\b(?:bao nhiêu|mấy) ", re.IGNORECASE)
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)


def _at_other_time(first: str, part: str) -> str:
    """What the first part asks, of the time that a later part names ("và cùng kỳ năm 2032 là bao nhiêu"); "" where it
    names none."""
    then = _WHEN.search(part)
    if then is None:
        return ""
    return _WHEN.sub(then[0], first, count=1) if _WHEN.search(first) else f"{first} {then[0]}"


def counts_anew(text: str) -> bool:
    """Whether a part counts something that it names: "làm tại mấy nơi"."""
    return bool(_COUNTS.search(fold(text)))


def names_them(text: str) -> bool:
    """Whether a part asks no more than which they are that the one before counts: "là những xã nào"."""
    return bool(_NAMES_THEM.search(fold(text)))


def which_they_are(first: str, counted: Question) -> str:
    """A part that counts something, asked for what it counts: "bao nhiêu việc chậm" as "những việc nào chậm"."""
    if (many := _HOW_MANY.search(first)) is not None:
        return f"{first[: many.start()]}which{first[many.end() :]}"
    many = _SO_MANY.search(first)
    if many is None:
        return ""
    behind = first[many.end() :]
    units = [unit for unit in counted.units if fold(behind).startswith(fold(unit))]
    size = max((len(unit.split()) for unit in units), default=1)
    words = behind.split(" ")
    return " ".join([f"{first[: many.start()]}những", *words[:size], "nào", *words[size:]]).strip()


def own_weight(part: Question) -> float:
    """The weight of the words that a part says of its own, its numbers aside."""
    return sum(w.weight for w in part.wanted if not w.words[:1].isdigit())


def readings(
    question: Question, parts: Sequence[Question], texts: Sequence[str], at: int, lexicon: Lexicon, leader: str
) -> Iterator[tuple[Question, Beside]]:
    """A part as it may be meant, and how near the others it is to be told: behind what the first opens with, with
    the words of the first, by itself with the names that the first says; of the member that leads, where the first
    asks for one."""
    part = parts[at]
    if not at:
        if own_weight(part) < OF_ITS_OWN:  # "Before what day, and to whom, are the lists sent?"
            yield merge(parts[1], part), Beside.ANYWHERE
        yield part, Beside.ANYWHERE
        return
    alone, joint = stands_alone(part), without_joint(texts[at])
    counted = sort_of(texts[at]) in COUNTED
    before = (i for i in range(at - 1, 0, -1) if own_weight(parts[i]) >= LIGHT and not _EACH.search(texts[i]))
    base = next(before, 0) if counted else 0  # what was spoken of last
    numbered = bool(named_numbers(part) or part.documents)
    if alone and numbered:
        yield part, Beside.ANYWHERE
    if leader and (_ITS.search(joint) or not _NAME.search(joint)):  # "which scored highest, and with what rank?"
        named = _ITS.sub(leader, joint, count=1)
        asked = named if named != joint else f"{leader} {_WITH.sub('', joint)}"
        yield of_whole(question, f"{asked} {' '.join(codes(texts[0]))}".strip(), lexicon), Beside.PLACE
        return
    if own_weight(part) < OF_ITS_OWN and (then := _at_other_time(texts[base], joint)):
        yield of_whole(question, then, lexicon), Beside.REPORT
    if names_them(joint) and (which := which_they_are(texts[base], parts[base])):
        yield of_whole(question, which, lexicon), Beside.REPORT
    if _THIS.search(joint):
        yield merge(parts[0], part), Beside.BLOCK
        return
    if _OF_THEM.search(fold(joint)):
        alone = False
    how = (
        Beside.BLOCK
        if _OF_THEM.search(fold(joint))
        else Beside.ANYWHERE
        if alone
        else Beside.REPORT
        if own_weight(part) >= LIGHT
        else Beside.PLACE
    )
    if counted and own_weight(part) >= LIGHT and not alone:
        yield part, Beside.BLOCK
    if question.language == "vi":
        for whole in (True, False) if own_weight(part) < LIGHT else (False,):
            if behind := goes_on(texts[base], joint, whole=whole):
                yield of_whole(question, behind, lexicon), how
    elif (paper := _PAPER.search(texts[base])) and _IT.search(joint):
        yield of_whole(question, _IT.sub(paper[0], joint, count=1), lexicon), Beside.ANYWHERE
    merged = merge(parts[base], part)
    if part.periods and part.periods != parts[0].periods and _REACHED.search(fold(part.clear)):
        own = {w.words for w in part.wanted}
        merged = replace(
            merged, wanted=tuple(w for w in merged.wanted if w.words in own or _AIM.isdisjoint((*w.keys, w.words)))
        )
    if named_numbers(parts[0]) and not numbered:
        merged = replace(merged, documents=named_numbers(parts[0]))
    yield merged, how
    if named_numbers(parts[0]) and not alone:
        return  # "và do ai ký?": that very document
    said = [code for code in codes(texts[0]) if code not in joint]
    if said:
        yield of_whole(question, f"{joint} {' '.join(said)}", lexicon), Beside.ANYWHERE
    yield part, how


def row_told(draft: Draft) -> str:
    """The name of the row that an answer tells of, "" where it tells of none or of several."""
    if len(draft.citations) != 1 or draft.citations[0].locator.table is None or not draft.own:
        return ""
    name = draft.own[0].text.partition(":")[0]
    return name if name != draft.own[0].text and plain(name).strip() in plain(draft.citations[0].quote) else ""

"""What a follow-up points at: the one that is left over ("which one did not?"), and the member that was named last.

Only the words that the user typed are a question. Of the reply before, which is data, nothing is taken but the name of
one row of a table in the reports at hand, and that only for "it", "sở đó", where it was asked which one it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.asked.kinds import Kind
from assistant.claims import Turn
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.question import Question
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold

REPLY = 1_500  # characters of a reply in which a name is looked for
_WHICH_NOT = re.compile(
    r"^\W*(?:and |so |but )?which (?:one |unit |department |commune )?(?:did|does|was|is|has) ?(?:not|n.t)"
    r"(?: (?:get|reach|make|have|score|do so|so))?(?: it)?(?P<rest>\W.*)?$",
    re.IGNORECASE,
)
_SO_MANY_FULL = re.compile(
    r"\bhow many (?P<noun>[a-z -]+?)s? (?:got|get|had|have|reached|scored|achieved|received|were given|obtained)"
    r"(?: the)? (?:maximum|full|highest|top)(?: possible)?(?: number of)? (?P<measure>score|marks?|points?)?",
    re.IGNORECASE,
)
_WHICH_NOT_VI = re.compile(
    r"^\W*(?:vậy |thế |còn )*(?P<noun>đơn vị|sở|xã|cơ quan|phường|nơi|huyện)(?: duy nhất)?(?: nào)?(?: còn lại)?"
    r"(?: nào)? (?:không|chưa|thì không)(?: đạt| được| có)?(?: điểm)?(?: tối đa)?(?P<rest>\W.*)?$",
    re.IGNORECASE,
)
_SO_MANY_FULL_VI = re.compile(
    r"\b(?:bao nhiêu|mấy) (?:\w+,? ){1,4}?(?:đạt|được|có) (?:số )?(?P<measure>điểm|mức) (?:tối đa|tuyệt đối|cao nhất)",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|that (?:one|unit|department|commune|agency|office))\b(?P<own>s)?", re.IGNORECASE)
_IT_VI = re.compile(
    r"\b(?:đơn vị|sở|xã|cơ quan|phường|huyện|nơi|ngành|ban|phòng) (?:đó|này|ấy)\b|\bnó\b", re.IGNORECASE
)
_ASKS_WHICH = re.compile(
    r"\bwhich\b|\bwho\b|\bwhat (?:unit|department|commune|agency)\b|\b(?:xa|so|don vi|co quan|phuong|huyen|nganh|noi|"
    r"ban|phong) nao\b|\bai\b"
)


def left_over(text: str, before: str) -> str:
    """A question for the one that did not reach the most, of which it was asked how many did, as a question that stands
    alone ("Which department had the lowest score …?"); "" where the two are no such pair."""
    which, many = _WHICH_NOT.match(text), _SO_MANY_FULL.search(before)
    if which is not None and many is not None:
        behind = before[many.end() :].strip(" ?.")
        asked = f"Which {many['noun'].strip()} had the lowest score {behind}"
        return f"{asked}{which['rest'] or '?'}"
    which, many = _WHICH_NOT_VI.match(text), _SO_MANY_FULL_VI.search(before)
    if which is not None and many is not None:
        behind = before[many.end() :].strip(" ?.")
        return f"{which['noun']} nào có {many['measure']} thấp nhất {behind}{which['rest'] or '?'}"
    return ""


def points_at_member(text: str, history: Sequence[Turn]) -> bool:
    """Whether a question says "it", "sở đó" right after a reply to one that asked which one it is."""
    asked = next((t.content for t in reversed(history) if t.role == "user"), "")
    told = bool(history) and history[-1].role == "assistant" and bool(_ASKS_WHICH.search(fold(asked)))
    return told and bool(_IT.search(text) or _IT_VI.search(text))


def with_member(text: str, reply: str, indexes: Iterable[ReportIndex]) -> str:
    """A question with the member in place of "it" that the reply before names; as it is where that names none or
    several."""
    pointing = _IT.search(text) or _IT_VI.search(text)
    said = plain(reply[:REPLY])
    named = {label for label in _labels(indexes) if f" {plain(label).strip()} " in said}
    longest = [a for a in named if not any(a != b and plain(a).strip() in plain(b) for b in named)]
    if pointing is None or len({plain(label) for label in longest}) != 1:
        return text
    return f"{text[: pointing.start()]}{longest[0]}{text[pointing.end() :]}"


def _labels(indexes: Iterable[ReportIndex]) -> set[str]:
    """The names of the rows of all tables that are of several words."""
    found = set()
    for index in indexes:
        for table in (block.table for block in index.report.tables if block.table is not None):
            for row in range(table.header_rows, table.rows):
                first = next((c.text for c in table.row(row) if any(ch.isalpha() for ch in c.text)), "")
                label = " ".join(first.split())
                if 1 < len(label.split()) <= 12:
                    found.add(label)
    return found


def of_known_kind(places: tuple[str, ...], kind: re.Pattern[str], indexes: Iterable[ReportIndex]) -> tuple[str, ...]:
    """The place that a follow-up names without its kind, as a table calls it: after a ward "Còn Đá Bạc?" is of the
    commune of that name, where no ward is called so."""
    given = kind.match(places[0]) if len(places) == 1 else None
    name = places[0][given.end() :] if given is not None else places[0] if places else ""
    labels = {plain(label).strip() for label in _labels(indexes)} if name else set()
    called = {label for label in labels if label.endswith(f" {name}") and kind.match(label)}
    return (next(iter(called)),) if len(called) == 1 and not called & set(places) else places


_SO_MANY_OF = re.compile(
    r"^\W*(?:(?:the|vay|con|va|rieng|so|and|what about|how about) )+(?:(?:tong )?so(?: luong)? |(?:the )?number of )?"
    r"(?:the |cac |nhung )?(?P<what>[^\d?;:,]{3,40}?)(?: (?:thi sao|thi the nao|ra sao|la bao nhieu))?\W*$"
)


def units_named(now: Question, told: Iterable[Statement]) -> tuple[str, ...]:
    """The units of a follow-up that names other things which the sentence before counts as well, and nothing else:
    after "bao nhiêu ghe máy?" "Số tài công thì sao?" asks how many of these there are. () where it names none."""
    said = _SO_MANY_OF.match(fold(now.clear).strip())
    if said is None or now.units or now.percent:
        return ()
    what = said["what"].strip()
    counted = {unit_key(f.unit) for s in told if s.row is None for f in s.figures}
    own = [w for w in now.wanted if w.weight >= OWN]
    if len(own) == 1 and what.endswith(own[0].words) and counted & {fold(k) for k in own[0].keys}:
        return own[0].keys
    return (what,) if what in counted else ()


OWN = 0.5  # of the weight of a word, from which it says of what a follow-up is
BRIEF = 8  # words of a question that leaves what it is about to the one before
# "Đã xử lý, trả lời được bao nhiêu?", "How many had been checked and answered?": whatever was counted before
_OF_NOTHING = re.compile(
    r"^\W*(?:(?:the|vay|va|thi|so|and|then) )*(?:"
    r"(?:da|duoc|bi|moi|chua|dang)\b[^?.;:]*\b(?:bao nhieu|may)\W*$|"
    r"how many (?:were|was|have|had|has|did|are|got|remain(?:ed)?)\b)"
)


def counts_nothing(before: Question, now: Question) -> bool:
    """Whether a question says what became of so many, and neither of what nor when, after one that counted."""
    if now.periods or now.report_periods or now.places or now.documents or now.quoted or not before.units:
        return False
    asked = fold(now.clear).strip()
    return before.is_(Kind.FIGURE) and len(asked.split()) <= BRIEF and _OF_NOTHING.search(asked) is not None


_OF_THEM = re.compile(
    r"\W*(?:(?:and|so|then|vậy|thế|và) )?(?:trong (?:số )?(?:đó|này|ấy)\b|of (?:them|these|those|which)\b|"
    r"(?:how many|how much|what (?:share|percentage|proportion)) of (?:them|these|those)\b)",
    re.IGNORECASE,
)
_AT_THEM = re.compile(  # "how many people attended them?", "các cuộc đó có bao nhiêu người dự?"
    r"\b(?:attend(?:ed|ing)?|join(?:ed)?|(?:took|take|taken|taking) part in|came to|at|in|to|by|for) "
    r"(?:them|these|those)\W*$|\b(?:cac|nhung) (?:cuoc|buoi|lop|hoi nghi|dot|mo hinh|to|vu|lan|ky) (?:do|nay|ay|tren)\b"
)


def is_within(text: str) -> bool:
    """Whether a follow-up asks for a part of what was told before, or for what went with it."""
    return bool(_OF_THEM.match(text) or _AT_THEM.search(fold(text)))

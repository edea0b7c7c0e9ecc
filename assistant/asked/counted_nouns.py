"""What a question counts: which nouns may be counted, the concepts they stand for, and where one ends in English ("how
many people | work in …", "how many women | attended")."""

from __future__ import annotations

import re

from assistant.measured.measures import is_record
from assistant.words.everyday import LITTLE_MARKED, STOP
from assistant.words.terms import Lexicon, Term, normal, tokens
from ingest.language.fold import fold

_NOT_COUNTED = frozenset({"more", "fewer", "less", "other", "further", "different"})
# What follows "bao nhiêu", "mấy" and names nothing that is counted: "mấy nơi trong …", "bao nhiêu cái bị trễ".
LEADS_ON = re.compile(
    r"(?:về|trong|của|theo|tại|thì|và|vào|trên|cho|so với|nơi|chỗ)\b|"
    r"(?:cái|món) (?:bị|được|đã|còn|chưa|thành công|xong|trễ|quá hạn|đúng|kịp|đạt|không|trước hạn|rút)\b",
    re.IGNORECASE,
)
_PAST = re.compile(  # the verb that follows what is counted
    r"(?<=\w) (?:\w{2,}ed|took|came|got|held|went|made|met|won|paid|sent|built|gave|saw|died|fell|rose|lost|sat|ran|"
    r"arose|began|became|left|stood|brought|drew|grew|withdrew|sought|spent)\b"
)
_SINGULAR = "(?!(?:grassroots|headquarters|sports|customs|news|means) )"  # though they end in s
_PLURAL = rf"(?:{_SINGULAR}\w{{2,}}(?<![su])(?<!i)s|people|men|women|children|staff|personnel|police|cattle)"
_PLURALS = re.compile(rf"\b{_PLURAL}(?:[’']? {_PLURAL})*\b")


def noun_end(folded: str, start: int, end: int) -> int:
    """The offset at which what is counted ends, in a folded text of which `start` and `end` hold it with what may
    follow: at a verb in the past, or behind the first word in the plural, as the noun of a compound is the last of it
    ("business recommendations | remain")."""
    if (verb := _PAST.search(folded, start, end)) is not None:
        end = verb.start()
    plural = _PLURALS.search(folded, start, end)
    return plural.end() if plural is not None else end


def may_be_counted(term: Term) -> bool:
    """Whether a word may name what is counted, by its marks where it has any: "mấy sở" counts departments, though "số"
    without its marks is the same."""
    word = fold(term.text)
    little = word in STOP if term.text.isascii() or not term.known else normal(term.text) in LITTLE_MARKED
    return not little and word not in _NOT_COUNTED


def counted_as(term: Term) -> tuple[str, ...]:
    """The concepts that a counted noun may stand for, and its own words: "lớp bồi dưỡng" are "lớp", whatever the
    concept is called."""
    words = fold(" ".join(t.text for t in tokens(term.text)))
    return term.keys if any(fold(k) == words for k in term.keys) else (*term.keys, words)


def head_of(compound: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The records that the last word of an English compound names which the glossary knows as a whole: "identification
    accounts" are told in "tài khoản" too, whatever else the whole is called."""
    last = lexicon.cut(compound.rpartition(" ")[2], english=True)
    return tuple(key for key in last[0].keys if is_record(key)) if len(last) == 1 and last[0].known else ()

"""The parts of a question, each a question of its own: one asked after another, two in one breath, a year and the one
before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from assistant.asked.kinds import Kind
from assistant.asked.restating import KEPT
from assistant.compose.documents.sorts import ENGLISH, SORTS
from assistant.compose.shared_asking import in_one_count
from assistant.compose.sufficiency import TELLING
from assistant.question import Question, understand
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_ASKS = re.compile(
    r"\bbao nhieu\b|\bmay\b|\bnao\b|\bgi\b|\bai\b|\bhow (?:many|much)\b|\bwhat\b|\bwhich\b|\bwhen\b|\bwho\b|"
    r"\b(?:vi|tai) sao\b|\b(?:do|boi|vi) dau\b|\bwhy\b|(?<=\band )how (?:did|has|have|does)\b"
)
_MEASURES = r"(?:tỷ lệ|tỉ lệ|số lượng|tổng số|số tiền|số|điểm|mức|chỉ số)"
_PAIR = re.compile(
    rf"\b(?P<first>(?P<measure>{_MEASURES}) [^,;?]{{3,80}}?),? (?:và|cùng) (?P<second>(?P=measure) [^,;?]{{3,90}}?)"
    r"(?P<asks> (?:là|đạt|lần lượt|tương ứng|được|có|chiếm)(?: là| đạt)? (?:bao nhiêu|mấy)[^?]{0,24}\??)",
    re.IGNORECASE,
)
# "bao nhiêu tập thể và cá nhân được …": one "how many" of two things.
_TWO_COUNTED = re.compile(
    r"\b(?P<asks>bao nhiêu|mấy|how many) (?P<first>[^;?\d]{2,40}?),? (?:và|cùng|lẫn|and) "
    r"(?P<second>[^,;?\d]{2,40}?)(?P<rest>,? (?:được|đã|có|bị|phải|cần|đang|chưa|là|để|tặng|nhận|đạt|thuộc|trong|ở|tại|"
    r"tham gia|tham dự|were|was|are|is|have|has|had|did|do|does|can|"
    r"could|may|must|should|took|came|got|received|attended) [^?]*\??)",
    re.IGNORECASE,
)
NUMBER_ASKED = re.compile(
    r"\bbao nhieu\b|\bmay\b|\bhow (?:many|much)\b|\bwhat (?:share|rate|percentage|proportion|score)\b"
)
_APART = re.compile(r"[,;?]\s*(?:và|and)?\s*|\s+(?:và|and|trong đó|trong số đó|of which)\s+")
_CONJUNCTION = re.compile(r"^\W*(?:(?:và|cùng|and)\b\W*)?", re.IGNORECASE)
_LEADS_IN = re.compile(r"\W*(?:(?:va|cung|and) )?(?:bao nhieu|may|how many|how much)\b")
OF_ITSELF = 2.0  # weight of the telling words of a part that is a question of its own
MOST = 3


@lru_cache(maxsize=KEPT)
def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a question that each ask something, in order; the whole where it asks one thing."""
    asks = [m.start() for m in _ASKS.finditer(fold(text))]
    cuts: list[int] = []
    for first, following in pairwise(asks):
        between = [m for m in _APART.finditer(text, first, following) if m.end() <= following]
        if between:
            cuts.append(where_apart(text, first, between).start())
    edges = [0, *behind_opening(text, cuts), len(text)]
    return tuple(text[a:b].rstrip(" ,;").lstrip(" ,;?") for a, b in pairwise(edges))


_HOW_MANY = re.compile(r"bao nhiêu|mấy|how (?:many|much)", re.IGNORECASE)
_VALUE = re.compile(  # what opens the asking of a value: "…, tỷ lệ trước và đúng hạn đạt bao nhiêu?"
    r"(?:tỷ lệ|tỉ lệ|tổng số|tổng|số lượng|số|mức|điểm|kết quả|kinh phí|thời gian|thời hạn|hạn|nguyên nhân|lý do)\b|"
    r"(?:the )?(?:rate|share|percentage|proportion|number|total|score|rank|cost|deadline|reason|cause)s?\b",
    re.IGNORECASE,
)


def where_apart(text: str, asks: int, between: Sequence[re.Match[str]]) -> re.Match[str]:
    """Of the places between two askings, the first of which is at `asks`, the one at which they part: behind a number
    that is asked for, the comma after which a value is named, else the last. An "and" behind that comma joins what the
    value is of."""
    if not _HOW_MANY.match(text, asks):
        return between[-1]
    return next((m for m in between if m[0][0] in ",;" and _VALUE.match(text, m.end())), between[-1])


_OPENING = re.compile(
    r"\W*(?:(?:under|by|in|through|on|from|theo|tai|bang|trong|tu|vao) )?"
    rf"(?:(?:which|what) (?:[\w’'-]+ ){{0,2}}(?:document|{'|'.join(ENGLISH)})s?|"
    rf"(?:{SORTS}|van ban)(?: so)? (?:nao|gi)) *"
)


def behind_opening(text: str, cuts: list[int]) -> list[int]:
    """Where a question is cut into parts, less a cut behind words that only open it: "Under which decision, and of what
    date, was the team set up?" asks two things of the team."""
    return cuts[1:] if cuts and _OPENING.fullmatch(fold(text[: cuts[0]])) else cuts


def asking_parts(question: Question) -> tuple[str, ...]:
    """The texts of its parts; the English month of May asks nothing, as "mấy" does."""
    return parts_of(_MAY.sub("M.", question.clear) if question.language == "en" else question.clear)


def asked_parts(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    """The parts of a question, each of its time and place; () where it asks one thing."""
    texts = parts_of(question.clear)
    if len(texts) < 2:
        return ()
    return tuple(_part(question, _read(text, lexicon)) for text in texts[:MOST])


_BASES = guarded(
    r"^(?P<opens>.{12,160}?(?:bao nhiêu|mấy)[^,;?]{0,20}),? (?:tính |xét |tính riêng )?theo (?P<first>[^,;?]{2,60}?) "
    r"và (?:tính |xét )?theo (?P<second>[^,;?]{2,60})\W*$|"
    r"^(?P<opens_before>.{12,160}?),? (?:tính |xét )?theo (?P<first_before>[^,;?]{2,60}?) và (?:tính |xét )?theo "
    r"(?P<second_before>[^,;?]{2,60}?),? (?:lần lượt |tương ứng )?(?:là|đạt|chiếm) (?:bao nhiêu|mấy)\b[^,;?]{0,20}\W*$|"
    r"^(?P<opens_en>(?:how|what)\b.{12,160}?),? (?:measured )?by (?:the )?(?P<first_en>[^,;?]{2,60}?) and "
    r"(?:measured )?by (?:the )?(?P<second_en>[^,;?]{2,60})\W*$",
    re.IGNORECASE,
)


def _bases(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    """What is asked for of two bases ("đạt bao nhiêu, tính theo giá trị và theo số lượt?"), a question for each."""
    named = _BASES.search(question.clear)
    if named is None:
        return ()
    if named["opens_before"]:
        asked = [
            f"{named['opens_before']} tính theo {named[one]} là bao nhiêu?" for one in ("first_before", "second_before")
        ]
    elif named["opens"]:
        asked = [f"{named['opens']}, tính theo {named[one]}?" for one in ("first", "second")]
    else:
        asked = [f"{named['opens_en']} by {named[one]}?" for one in ("first_en", "second_en")]
    return tuple(_part(question, _read(text, lexicon)) for text in asked)


_YEAR_AND_BEFORE = guarded(
    r"^(?P<first>.*?\b(?:năm|in) (?P<year>20\d\d)\b.{0,40}?)(?:,|;| và| còn| and)+ (?P<rest>(?:\S+ ){0,9}?"
    r"(?:năm (?:liền |kế )?(?:trước|ngoái)|(?:the )?(?:(?:previous|preceding) year|year (?:before|earlier|prior)))\b"
    r"(?: (?:đó|thì|là|xếp|đứng|đạt|được|hạng|thứ|mấy|bao nhiêu|sao|that|it))*\W*)$",
    re.IGNORECASE,
)


def asked_year_and_before(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    """What is asked of a year and of the one before it ("năm 2030 xếp hạng mấy, năm trước đó hạng mấy?"), as the same
    question of either year; () where no such two are asked for, or how the one stands to the other."""
    named = _YEAR_AND_BEFORE.search(question.clear)
    if named is None or question.is_(Kind.COMPARISON, Kind.AUDIT, Kind.EXTREME, Kind.TOTAL, Kind.CAUSE):
        return ()
    first, year = named["first"].strip(" ,;"), named["year"]
    texts = (f"{first}?", f"{first.replace(year, str(int(year) - 1))}?")
    return tuple(replace(_read(text, lexicon), places=question.places, language=question.language) for text in texts)


def asked_pair(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    """The two things that a question asks for with one "bao nhiêu", each named by the same noun of measure ("tỷ lệ … và
    tỷ lệ … là bao nhiêu?") or as a basis of its own, as questions of their own; () where it names no such two."""
    if question.is_(Kind.COMPARISON, Kind.AUDIT, Kind.EXTREME, Kind.TOTAL):
        return ()
    named = _PAIR.search(question.clear)
    if named is None:
        return _bases(question, lexicon)
    opens, both = question.clear[: named.start()], (named["first"], named["second"])
    return tuple(_part(question, _read(f"{opens}{one}{named['asks']}", lexicon)) for one in both)


def asked_two_counts(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    """The two things that one "bao nhiêu" asks for the number of, as questions of their own; () where it asks for one,
    or where either is nothing that is counted."""
    named = _TWO_COUNTED.search(question.clear)
    if named is None or not question.units or not question.is_(Kind.FIGURE):
        return ()
    if question.is_(Kind.COMPARISON, Kind.AUDIT, Kind.EXTREME, Kind.TOTAL):
        return ()
    opens, both = question.clear[: named.start()], (named["first"], named["second"])
    parts = tuple(_part(question, _read(f"{opens}{named['asks']} {one}{named['rest']}", lexicon)) for one in both)
    return parts if all(part.units for part in parts) and parts[0].units != parts[1].units else ()


_MEMBERS = re.compile(
    r"^(?P<members>[^;?]{3,200}?(?:, [^,;?]{2,60})* (?:và|cùng|and) [^,;?]{2,60}?),? "
    r"(?:(?:thì|mỗi|từng|lần lượt|tương ứng|đều|đã)(?: (?:loại|cái|chỉ số|khoản|nhóm|thứ))? ?)?"
    r"(?P<asks>(?:là|đạt|được|chiếm|có|bằng)? ?(?:là |được )?(?:bao nhiêu|mấy)\b[^?]*\??)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r", |,? (?:và|cùng|and) ")
_MAY = re.compile(r"\bMay\b")
_AND = re.compile(r"\W*(?:và|and)\b", re.IGNORECASE)


_LEFT_BEHIND = re.compile(r"^(?P<own>.*?\b(?:bao nhiêu|mấy)\b[^,]*)(?P<rest>(?:, [^,\d]{2,30})+)$", re.IGNORECASE)


def asked_each(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    """Each number that a question asks for, as a question of its own: its parts, those that share a "bao nhiêu" with
    the one behind them ("mấy quyết định, sửa đổi và bãi bỏ bao nhiêu?"), or what it names one after another ("A, B và C
    mỗi loại đạt bao nhiêu?"); () where it asks for one."""
    texts = asking_parts(question)
    if len(texts) < 2:
        counted = in_one_count(question.clear, question.units, english=question.language == "en")
        members = tuple(_part(question, _read(text, lexicon)) for text in counted[: 2 * MOST])
        return members if members and all(part.wanted for part in members) else _members(question, lexicon)
    each: list[str] = []
    for text, following in zip(texts, [*texts[1:], ""], strict=True):
        behind = _LEFT_BEHIND.match(text) if _AND.match(following) else None
        each.append(behind["own"] if behind is not None else text)
        each += [f"{one} bao nhiêu" for one in behind["rest"].strip(" ,").split(", ")] if behind is not None else []
    return tuple(_part(question, _read(text, lexicon)) for text in each[: 2 * MOST])


def _members(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    named = _MEMBERS.search(question.clear)
    if named is None or question.is_(Kind.COMPARISON, Kind.AUDIT, Kind.EXTREME, Kind.TOTAL):
        return ()
    members = [one.strip() for one in _BETWEEN.split(named["members"]) if one.strip()]
    parts = tuple(_part(question, _read(f"{one} {named['asks']}", lexicon)) for one in members)
    return parts if 1 < len(parts) <= MOST + 1 and all(part.wanted for part in parts) else ()


def asked_with_opening(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    """Two things counted in one breath ("… có bao nhiêu vụ cháy và bao nhiêu vụ nổ?"), each with the words that open
    the question; () where it counts one, or asks for more than numbers."""
    texts = parts_of(question.clear)
    opens = NUMBER_ASKED.search(fold(question.clear))
    if len(texts) != 2 or opens is None or not _LEADS_IN.match(fold(texts[1])):
        return ()
    second = f"{question.clear[: opens.start()]}{_CONJUNCTION.sub('', texts[1])}"
    return tuple(_part(question, _read(text, lexicon)) for text in (texts[0], second))


@lru_cache(maxsize=KEPT)
def _read(text: str, lexicon: Lexicon) -> Question:
    """A part as it reads by itself: several composers look at the parts of a question."""
    return understand(text, lexicon, clear=text)


def in_own_words(question: Question, text: str, lexicon: Lexicon) -> Question:
    """A part of a question in words of its own, of the time and place of the whole."""
    part = _read(text, lexicon)
    return replace(
        part,
        periods=part.periods or question.periods,
        report_periods=part.report_periods or question.report_periods,
        places=part.places or question.places,
        language=question.language,
    )


def _part(question: Question, part: Question) -> Question:
    """A part of a question, of the time of the whole where it names none of its own, and of its place; a follow-up is
    about what was spoken of before in each of its parts."""
    asked = f" {fold(question.clear)} "
    before = [w for w in question.wanted if question.followup and w.words and f" {w.words} " not in asked]
    held = {w.words for w in question.wanted}
    missed = {word for w in question.wanted if w.must for word in w.words.split()}
    # Read by itself, a part knows no place: the words of one that has a report are no matter of the part.
    names = {word for place in question.places for word in place.split()} - missed
    own = [w for w in part.wanted if w.words in held or not set(w.words.split()) <= names]
    return replace(
        part,
        wanted=(*own, *(w for w in before if all(w.words != own.words for own in part.wanted))),
        periods=part.periods or (() if part.previous else question.periods),
        report_periods=part.report_periods or question.report_periods,
        places=part.places or question.places,
        language=question.language,
        followup=question.followup,
        running=part.running or question.running,
    )


def of_whole(question: Question, text: str, lexicon: Lexicon) -> Question:
    """Words of a part as a question, of the time and place of the whole and of what that goes on from."""
    part = _part(question, _read(text, lexicon))
    return replace(part, scope=part.scope or (question.scope if question.followup else ""))


def counts(part: Question) -> bool:
    """Whether a part of a question wants a number."""
    return bool(NUMBER_ASKED.search(fold(part.clear)))


def stands_alone(part: Question) -> bool:
    """Whether a part of a question says by itself what it is about."""
    return sum(w.weight for w in part.wanted if w.weight >= TELLING) >= OF_ITSELF


def first_asked(question: Question, parts: tuple[Question, ...]) -> Question | None:
    """The first of parts that each want a number, of the level of the whole; None of any others."""
    if len(parts) < 2 or not all(map(counts, parts[:2])):
        return None
    first = parts[0]
    return replace(
        first,
        periods=question.periods,
        report_periods=question.report_periods,
        places=question.places,
        scope=first.scope or ("" if any(part.scope for part in parts[1:]) else question.scope),
        levels=first.levels or question.levels,
    )

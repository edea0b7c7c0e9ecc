"""A question of several parts: "… bao nhiêu hồ sơ, trong đó quá hạn bao nhiêu?" is answered part by part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from assistant.claims import Language
from assistant.compose.citing import Draft
from assistant.compose.sufficiency import SAID, TELLING, named, sufficient
from assistant.compose.wording import amount, number
from assistant.conversation import merge
from assistant.coverage import Scale, weigh
from assistant.evidence import Candidate, candidates
from assistant.kinds import Kind
from assistant.least import FIGURE_COVERAGE
from assistant.question import Question, understand
from assistant.restating import KEPT
from assistant.running import RUNNING
from assistant.statements import ReportIndex
from assistant.terms import Lexicon
from ingest.language.fold import fold
from ingest.ledgers import Figure
from ingest.report import Locator

_ASKS = re.compile(
    r"\bbao nhieu\b|\bmay\b|\bnao\b|\bgi\b|\bai\b|\bhow (?:many|much)\b|\bwhat\b|\bwhich\b|\bwhen\b|\bwho\b|"
    r"\b(?:vi|tai) sao\b|\b(?:do|boi|vi) dau\b|\bwhy\b|(?<=\band )how (?:did|has|have|does)\b"
)
_WITHIN = re.compile(r"\W*(?:va |and )?(?:trong (?:so|do)\b|of (?:which|these|those|them)\b)")
_LED_IN = re.compile(r"[\s;,.]*trong (?:so )?do\b[^.;\n]*$")
_PART_BEHIND = re.compile(r"[^.;\n\d]{0,40}?\btrong (?:so )?do\b[^.;\n\d]*")
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
_NUMBER = re.compile(r"\bbao nhieu\b|\bmay\b|\bhow (?:many|much)\b|\bwhat (?:share|rate|percentage|proportion|score)\b")
_APART = re.compile(r"[,;?]\s*(?:và|and)?\s*|\s+(?:và|and|trong đó|trong số đó|of which)\s+")
# "trong số đã giải quyết có bao nhiêu …": what is settled is the whole, and tells none of its parts from another.
_OF_WHOLE = re.compile(r"\W*(?:va |and )?(?:trong (?:tong )?so|of the)(?P<of> [^,;]*?)(?= (?:co|thi|la|how|what)\b|,)")
_MARKS = {
    Kind.WHEN: re.compile(r"\d{1,2}/\d|\b(?:ngay|thang|quy|nam|gio) \d"),
    Kind.DOCUMENT: re.compile(r"\d+\s?[-/][\w/-]*[a-z]"),
    Kind.FIGURE: re.compile(r"\d"),
}
_CONJUNCTION = re.compile(r"^\W*(?:(?:và|cùng|and)\b\W*)?", re.IGNORECASE)
_LEADS_IN = re.compile(r"\W*(?:(?:va|cung|and) )?(?:bao nhieu|may|how many|how much)\b")
# What is no count: the keys of citations, days and months, numbers of documents.
_NOT_COUNTED = re.compile(r"\[\d+\]|\d{1,2}/(?:\d{1,2}/)?\d{4}|\b(?:ngay|thang|nam|quy) \d+|\d+[\w/]*[/-][a-z][\w-]*")
_NAME_ASKED = re.compile(r"\bten (?:la |goi (?:la )?)?gi\b|\bmang ten\b|\bgoi la gi\b|\bwhat (?:is|was) it called\b")
_NAME = re.compile(r"“[^“”]{2,60}”")
OF_ITS_OWN = 0.6  # weight of the words that a part says of its own: "vào ngày nào" says none
SPOKEN_OF = 0.6  # of a part of a question, by a statement that answers it
SAME_MATTER = 0.5  # of the first part, by what is added for the parts after it
OF_ITSELF = 2.0  # weight of the telling words of a part that is a question of its own
MOST = 3
NAMING = 8  # words that a figure of a later part is named with, at most
_DIGIT = re.compile(r"\d")
_LEADS = re.compile(r"\d[\d.,/]*")
_ITS_SHARE = re.compile(
    r"\W*(?:va |and )?(?:(?:chiem|dat|bang|ung voi|tuong ung) )?(?:ty le )?(?:may|bao nhieu) (?:phan tram|%)|"
    r"\W*(?:and )?what (?:share|percentage|proportion)"
)
_COUNT = re.compile(r"\d[\d.,/]*\d|\d")


def parts_of(text: str) -> list[str]:
    """The parts of a question that each ask something, in order; the whole where it asks one thing."""
    asks = [m.start() for m in _ASKS.finditer(fold(text))]
    cuts: list[int] = []
    for first, following in pairwise(asks):
        between = [m for m in _APART.finditer(text, first, following) if m.end() <= following]
        if between:
            cuts.append(between[-1].start())
    edges = [0, *cuts, len(text)]
    return [text[a:b].rstrip(" ,;").lstrip(" ,;?") for a, b in pairwise(edges)]


def asked_parts(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    """The parts of a question, each of its time and place; () where it asks one thing."""
    texts = parts_of(question.clear)
    if len(texts) < 2:
        return ()
    return tuple(_part(question, _read(text, lexicon)) for text in texts[:MOST])


_BASES = re.compile(
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


_YEAR_AND_BEFORE = re.compile(
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


def asked_with_opening(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    """Two things counted in one breath ("… có bao nhiêu vụ cháy và bao nhiêu vụ nổ?"), each with the words that open
    the question; () where it counts one, or asks for more than numbers."""
    texts = parts_of(question.clear)
    opens = _NUMBER.search(fold(question.clear))
    if len(texts) != 2 or opens is None or not _LEADS_IN.match(fold(texts[1])):
        return ()
    second = f"{question.clear[: opens.start()]}{_CONJUNCTION.sub('', texts[1])}"
    return tuple(_part(question, _read(text, lexicon)) for text in (texts[0], second))


@lru_cache(maxsize=KEPT)
def _read(text: str, lexicon: Lexicon) -> Question:
    """A part as it reads by itself: several composers look at the parts of a question."""
    return understand(text, lexicon, clear=text)


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


def counts(part: Question) -> bool:
    """Whether a part of a question wants a number."""
    return bool(_NUMBER.search(fold(part.clear)))


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


def best_of_part(part: Question, indexes: Sequence[ReportIndex]) -> list[Candidate]:
    """The figures that suffice for a part of a question, the best first."""
    found = sorted((c for i in indexes for c in candidates(part, i) if c.figure), key=lambda c: -c.score)
    return sufficient(part, found, FIGURE_COVERAGE)


def is_share_of(draft: Draft, first: Question, indexes: Sequence[ReportIndex]) -> bool:
    """Whether a share that was worked out is one of, or over, what the first part of the question counts ("how many …,
    and what share is that?"); true as well where that part asks for a share itself, or nothing counts it."""
    counted = best_of_part(first, indexes) if not first.percent and draft.calculation is not None else []
    if not counted or counted[0].figure is None or draft.calculation is None:
        return True
    return counted[0].figure.value in {operand.value for operand in draft.calculation.operands}


def add_parts(
    draft: Draft, question: Question, parts: tuple[Question, ...], index: ReportIndex, lexicon: Lexicon
) -> None:
    """Adds to the answer of the first part the figures of the parts after it, from the same report."""
    first = draft.citations[0].locator if draft.citations else None
    at = 1
    for part in filter(counts, parts[1:]):
        best = _best(parts[0], part, index, first, _end_of_number(draft, index, first))
        if best is None or not _is_told_there(part, best, first) or _is_share_of_another(draft, part, best):
            continue
        if best.figure is not None and not _told(draft, best) and not _tells_unit(draft, part, best.figure):
            key = draft.cite_statement(best.index, best.statement)
            draft.claims.insert(at, draft.claim(named_with(best.figure, question.language, lexicon), key))
            at += 1


def _end_of_number(draft: Draft, index: ReportIndex, first: Locator | None) -> int | None:
    """Where the number that an answer leads with ends, in the block that it cites first; None where it stands in none,
    or twice."""
    printed = _LEADS.match(draft.claims[0].text) if draft.claims else None
    if printed is None or first is None or first.report != index.report.id or first.table is not None:
        return None
    text = index.report.block(first.block).text[first.start : first.end]
    held = [m.end() for m in re.finditer(rf"(?<![\d.,]){re.escape(printed[0].rstrip('.,'))}(?![\d]|[.,]\d)", text)]
    return first.start + held[0] if len(held) == 1 else None


def _tells_unit(draft: Draft, part: Question, figure: Figure) -> bool:
    """Whether a part asks no more than a number in another unit (", mấy người?") and the answer gives one."""
    own = sum(w.weight for w in part.wanted)
    return own < OF_ITS_OWN and any(re.search(rf"\d {re.escape(figure.unit)}\b", c.text) for c in draft.own)


def add_name(draft: Draft, question: Question) -> None:
    """Adds the name in quotation marks that a cited sentence gives a thing, where its name is asked for besides and the
    words shown leave it out."""
    if _NAME_ASKED.search(fold(question.clear)) is None or _NAME.search(draft.text.replace(": “", ": ")):
        return
    for citation in draft.citations[:1]:
        named = _NAME.search(citation.quote)
        if named is not None:
            draft.claims.insert(0, draft.claim(named[0], citation.key))


def leaves_open(draft: Draft, part: Question, indexes: Sequence[ReportIndex]) -> bool:
    """Whether an answer leaves a part of its question open: nothing it cites speaks of it, or gives what it wants."""
    folded = fold(draft.text)
    if any(part.is_(kind) and not mark.search(folded) for kind, mark in _MARKS.items()):
        return True
    if counts(part) and not re.search(r"\d", _NOT_COUNTED.sub(" ", folded)):
        return True
    if counts(part) and part.units and not _says_any(draft, set(part.units), indexes):
        return True
    if sum(w.weight for w in part.wanted) < OF_ITS_OWN:
        return False
    return not speaks_of(draft, part, indexes, SPOKEN_OF)


def _says_any(draft: Draft, units: set[str], indexes: Sequence[ReportIndex]) -> bool:
    """Whether a statement that an answer cites, or the table it stands in, says what a part of the question counts."""
    for index in indexes:
        for citation in draft.citations:
            place = citation.locator
            held = index.by_block.get(place.block, ()) if place.report == index.report.id else ()
            for s in map(index.statements.__getitem__, held):
                near = place.start < s.end and s.start < place.end
                if s.row is not None or (near and not units.isdisjoint(s.own | s.sentence | s.lead)):
                    return True
                if near and any(f" {fold(unit)} " in s.plain for unit in units):
                    return True
    return False


def of_other_time(first: Question, part: Question) -> bool:
    """Whether a part of a question asks no more than the same of another length of time: "…, lũy kế là bao nhiêu?"."""
    own = sum(w.weight for w in part.wanted if not w.words[:1].isdigit())
    return bool(part.running) and part.running != first.running and own < OF_ITS_OWN and counts(part)


def join_other_time(draft: Draft, other: Draft, part: Question) -> None:
    """Adds what a part of that kind gives, under the name of its time, unless the answer says that number already."""
    told = other.own[:1]
    if not told or other.calculation is not None or not (number := _COUNT.search(told[0].text)):
        return
    if number[0] in _COUNT.findall(" ".join(claim.text for claim in draft.own)):
        return
    running = part.running == RUNNING
    lead = ("Lũy kế" if running else "Riêng trong kỳ") if part.language == "vi" else (
        "Cumulatively" if running else "In the period alone"
    )  # fmt: skip
    at = other.claims.index(told[0])
    other.claims[at] = replace(told[0], text=f"{lead}: {told[0].text}")
    draft.join(other)


def speaks_of(draft: Draft, part: Question, indexes: Sequence[ReportIndex], least: float = SAME_MATTER) -> bool:
    """Whether something that an answer cites says so much, 0 to 1, of a part of the question."""
    for index in indexes:
        scale = Scale(weigh(part, index))
        for citation in draft.citations:
            place = citation.locator
            held = index.by_block.get(place.block, ()) if place.report == index.report.id else ()
            cited = [s for s in map(index.statements.__getitem__, held) if place.start < s.end and s.start < place.end]
            if any(scale.of_statement(s).coverage >= least for s in cited):
                return True
    return False


def _is_share_of_another(draft: Draft, part: Question, best: Candidate) -> bool:
    """Whether a share is asked for of what was told first ("…, chiếm mấy phần trăm?") and stands before it: that is one
    of something else."""
    printed = _LEADS.match(draft.claims[0].text) if draft.claims and _ITS_SHARE.match(fold(part.clear)) else None
    if printed is None or best.figure is None or best.statement.row is not None:
        return False
    at = best.statement.block.text.find(printed[0], best.statement.start)
    return best.figure.at < at


def _is_told_there(part: Question, best: Candidate, first: Locator | None) -> bool:
    """Whether a part of what the first figure counts ("trong đó") is told in its sentence, and a part of another whole
    ("trong số đã giải quyết") in the block that tells of both."""
    if _OF_WHOLE.match(fold(part.clear)):
        return first is not None and best.statement.block.id == first.block
    return not _WITHIN.match(fold(part.clear)) or _beside(best, first) or _led_in(best, first)


def _best(
    opening: Question, part: Question, index: ReportIndex, first: Locator | None, told: int | None = None
) -> Candidate | None:
    """The figure that says most of a part of the question, and speaks of what the opening part does; of like ones that
    in the sentence of the first answer, or behind its number, which ends at `told`."""
    asked = merge(opening, part)
    matter = Scale(weigh(opening, index))
    whole = _OF_WHOLE.match(fold(part.clear))
    beside = frozenset(w.words for w in part.wanted if whole and f" {w.words} " in f"{whole['of']} ")

    def says(candidate: Candidate) -> float:
        return named(part, candidate.figure, beside) if candidate.figure is not None else 0.0

    rare = {w.wanted.words: w.weight for w in weigh(part, index)}

    def tells(candidate: Candidate) -> float:  # "handled late": more is handled than late
        return named(part, candidate.figure, beside, rare) if candidate.figure is not None else 0.0

    alone = stands_alone(part)
    near = [
        c
        for c in sufficient(part, (c for c in candidates(part, index) if says(c)), FIGURE_COVERAGE)
        if whole is None
        and first is not None  # told right beside, or in words that say all, it need not say all again
        and (c.statement.block.id == first.block or (alone and c.coverage >= SAID))
    ]
    enough = near + [
        c
        for c in sufficient(asked, (c for c in candidates(asked, index) if says(c)), FIGURE_COVERAGE)
        if matter.of_statement(c.statement).coverage >= SAME_MATTER
    ]
    within = bool(_WITHIN.match(fold(part.clear)))  # what "trong đó" opens behind the first figure is a part of that
    best = max(enough, key=lambda c: (says(c), tells(c), _beside(c, first)), default=None)
    led = [c for c in enough if within and best is not None and says(c) == says(best) and _parted_from(c, first, told)]
    return max(led, key=lambda c: (tells(c), c.score), default=best)


def _beside(candidate: Candidate, first: Locator | None) -> bool:
    """Whether a figure stands in the sentence of the first answer."""
    figure = candidate.figure
    return (
        first is not None
        and figure is not None
        and figure.locator.block == first.block
        and first.start <= figure.at < first.end
    )


def _led_in(candidate: Candidate, first: Locator | None) -> bool:
    """Whether a figure stands in the clause behind the first answer that "trong đó" opens as what is within it."""
    figure = candidate.figure
    if first is None or figure is None or figure.locator.block != first.block or figure.at < first.end:
        return False
    return bool(_LED_IN.match(fold(candidate.statement.block.text[first.end : figure.at])))


def _parted_from(candidate: Candidate, first: Locator | None, told: int | None) -> bool:
    """Whether a figure is the part that "trong đó" opens right behind the number which the first answer leads with."""
    figure = candidate.figure
    if first is None or told is None or figure is None or figure.locator.block != first.block or figure.at < told:
        return False
    return bool(_PART_BEHIND.fullmatch(fold(candidate.statement.block.text[told : figure.at])))


def named_with(figure: Figure, language: Language, lexicon: Lexicon) -> str:
    """A figure with the words that tell it from the one before: "25 hồ sơ (quá hạn)"."""
    words = figure.indicator.rpartition(": ")[2].removesuffix(figure.unit).strip(" ,")
    told = amount(figure, language, lexicon)
    return f"{told} ({words})" if 0 < len(words.split()) <= NAMING and not _DIGIT.search(words) else told


def _told(draft: Draft, candidate: Candidate) -> bool:
    """Whether the answer already shows that number, its quotes aside: they may yet be cut."""
    assert candidate.figure is not None
    shown = {candidate.figure.text, number(candidate.figure.value, "vi"), number(candidate.figure.value, "en")}
    said = {m for claim in draft.own for m in re.findall(r"\d[\d.,/]*\d|\d", claim.text)}
    return bool(shown & said)

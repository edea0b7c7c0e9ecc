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
_MEASURES = r"(?:tỷ lệ|tỉ lệ|số lượng|tổng số|số tiền|số|điểm|mức|chỉ số)"
_PAIR = re.compile(
    rf"\b(?P<first>(?P<measure>{_MEASURES}) [^,;?]{{3,80}}?),? (?:và|cùng) (?P<second>(?P=measure) [^,;?]{{3,90}}?)"
    r"(?P<asks> (?:là|đạt|lần lượt|tương ứng|được|có|chiếm)(?: là| đạt)? (?:bao nhiêu|mấy)[^?]{0,24}\??)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\bbao nhieu\b|\bmay\b|\bhow (?:many|much)\b|\bwhat (?:share|rate|percentage|proportion|score)\b")
_APART = re.compile(r"[,;]\s*(?:và|and)?\s*|\s+(?:và|and|trong đó|trong số đó|of which)\s+")
# "trong số đã giải quyết có bao nhiêu …": what is settled is the whole, and tells none of its parts from another.
_OF_WHOLE = re.compile(r"\W*(?:va |and )?(?:trong (?:tong )?so|of the)(?P<of> [^,;]*?)(?= (?:co|thi|la|how|what)\b|,)")
_MARKS = {
    Kind.WHEN: re.compile(r"\d{1,2}/\d|\b(?:ngay|thang|quy|nam|gio) \d"),
    Kind.DOCUMENT: re.compile(r"\d+\s?[-/][\w/-]*[a-z]"),
    Kind.FIGURE: re.compile(r"\d"),
}
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
    return [text[a:b].strip(" ,;") for a, b in pairwise(edges)]


def asked_parts(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    """The parts of a question, each of its time and place; () where it asks one thing."""
    texts = parts_of(question.clear)
    if len(texts) < 2:
        return ()
    return tuple(_part(question, _read(text, lexicon)) for text in texts[:MOST])


def asked_pair(question: Question, lexicon: Lexicon) -> tuple[Question, ...]:
    """The two things that a question asks for with one "bao nhiêu", each named by the same noun of measure ("tỷ lệ … và
    tỷ lệ … là bao nhiêu?"), as questions of their own; () where it names no such two."""
    named = _PAIR.search(question.clear)
    if named is None or question.is_(Kind.COMPARISON, Kind.AUDIT, Kind.EXTREME, Kind.TOTAL):
        return ()
    opens, both = question.clear[: named.start()], (named["first"], named["second"])
    return tuple(_part(question, _read(f"{opens}{one}{named['asks']}", lexicon)) for one in both)


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
        best = _best(parts[0], part, index, first)
        if best is None or not _is_told_there(part, best, first) or _is_share_of_another(draft, part, best):
            continue
        if best.figure is not None and not _told(draft, best):
            key = draft.cite_statement(best.index, best.statement)
            draft.claims.insert(at, draft.claim(named_with(best.figure, question.language, lexicon), key))
            at += 1


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
    if sum(w.weight for w in part.wanted) < OF_ITS_OWN:
        return False
    return not speaks_of(draft, part, indexes, SPOKEN_OF)


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


def _best(opening: Question, part: Question, index: ReportIndex, first: Locator | None) -> Candidate | None:
    """The figure that says most of a part of the question, and speaks of what the opening part does; of like ones that
    in the sentence of the first answer."""
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
    return max(enough, key=lambda c: (says(c), tells(c), _beside(c, first)), default=None)


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

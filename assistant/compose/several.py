"""The later parts of a question, beside the answer to its first: "… bao nhiêu hồ sơ, trong đó quá hạn bao nhiêu?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.conversation import merge
from assistant.asked.kinds import Kind
from assistant.claims import Language
from assistant.compose.citing import Draft
from assistant.compose.parts import counts, stands_alone
from assistant.compose.sufficiency import SAID, named, sufficient
from assistant.compose.wording import amount, number, unit
from assistant.evidence.candidates import Candidate, candidates
from assistant.evidence.coverage import Scale, weigh
from assistant.evidence.least import FIGURE_COVERAGE
from assistant.evidence.statements import ReportIndex
from assistant.measured.running import RUNNING
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.ledgers import Figure
from ingest.report import Locator

_WITHIN = re.compile(r"\W*(?:va |and )?(?:trong (?:so|do)\b|of (?:which|these|those|them)\b)")
_LED_IN = re.compile(r"[\s;,.]*trong (?:so )?do\b[^.;\n]*$")
_PART_BEHIND = re.compile(r"[^.;\n\d]{0,40}?\btrong (?:so )?do\b[^.;\n\d]*")
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
NAMING = 8  # words that a figure of a later part is named with, at most
_DIGIT = re.compile(r"\d")
_LEADS = re.compile(r"\d[\d.,/]*")
_ITS_SHARE = re.compile(
    r"\W*(?:va |and )?(?:(?:chiem|dat|bang|ung voi|tuong ung) )?(?:ty le )?(?:may|bao nhieu) (?:phan tram|%)|"
    r"\W*(?:and )?what (?:share|percentage|proportion)"
)
_COUNT = re.compile(r"\d[\d.,/]*\d|\d")


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
        best = _best(parts[0], part, index, first, _end_of_number(draft, question.language, index, first))
        if best is None or not _is_told_there(part, best, first) or _is_share_of_another(draft, part, best):
            continue
        if best.figure is not None and not _told(draft, best) and not _tells_unit(draft, part, best.figure, lexicon):
            key = draft.cite_statement(best.index, best.statement)
            draft.claims.insert(at, draft.claim(named_with(best.figure, question.language, lexicon), key))
            at += 1


_IN_ENGLISH = str.maketrans(",.", ".,")


def _lead(draft: Draft, language: Language) -> str:
    """The number that an answer leads with, as reports print it; "" where it leads with none."""
    printed = _LEADS.match(draft.claims[0].text) if draft.claims else None
    said = printed[0].rstrip(".,") if printed is not None else ""
    return said.translate(_IN_ENGLISH) if language == "en" else said


def _end_of_number(draft: Draft, language: Language, index: ReportIndex, first: Locator | None) -> int | None:
    """Where the number that an answer leads with ends, in the block that it cites first; None where it stands in none,
    or twice."""
    printed = _lead(draft, language)
    if not printed or first is None or first.report != index.report.id or first.table is not None:
        return None
    text = index.report.block(first.block).text[first.start : first.end]
    held = [m.end() for m in re.finditer(rf"(?<![\d.,]){re.escape(printed)}(?![\d]|[.,]\d)", text)]
    return first.start + held[0] if len(held) == 1 else None


def _tells_unit(draft: Draft, part: Question, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a part asks no more than a number in another unit (", mấy người?") and the answer gives one."""
    own = sum(w.weight for w in part.wanted)
    name = unit(figure.unit, part.language, lexicon)
    return (
        bool(part.units) and own < OF_ITS_OWN and any(re.search(rf"\d {re.escape(name)}\b", c.text) for c in draft.own)
    )


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
    printed = _lead(draft, part.language) if _ITS_SHARE.match(fold(part.clear)) else ""
    if not printed or best.figure is None or best.statement.row is not None:
        return False
    at = best.statement.block.text.find(printed, best.statement.start)
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
    best = max(enough, key=lambda c: (says(c), tells(c), _beside(c, first), _goes_on(c, first)), default=None)
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


def _goes_on(candidate: Candidate, first: Locator | None) -> bool:
    """Whether a figure stands behind the first answer in the paragraph that goes on from it: what the paragraph above
    says of another body is not of this one."""
    figure = candidate.figure
    if first is None or figure is None or figure.locator.block != first.block or figure.at < first.end:
        return False
    return "\n" not in candidate.statement.block.text[first.end : figure.at]


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

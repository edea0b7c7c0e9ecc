"""One figure that two papers of unlike kinds give of two days or periods: both are told, each with the time it is of.

Of a series of reports the newest is meant; two papers of unlike kinds are no series, and neither of them gives way. The
time is told only where it stands in the paper, and is cited from there. Where a question gives both days, the change
from the one to the other is told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.asked.restating import ask_again, compares
from assistant.claims import Claim, Operand
from assistant.compose.citing import Draft
from assistant.compose.figures.levels import VALUES, unit_tail
from assistant.compose.parts import parts_of
from assistant.compose.times.across import comparable, sentence, set_against
from assistant.compose.times.dated import around, said_period
from assistant.compose.times.papers import without_papers
from assistant.compose.wording import amount
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.coverage import weigh
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.evidence.statements import keys as concepts
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.figures.compounds import unit_key
from ingest.language.dates import dates
from ingest.language.fold import fold
from ingest.language.periods import DAY, contains, periods
from ingest.ledgers import Figure, Role
from ingest.report import Block, BlockKind

LEAST = 0.6  # of what is asked the other paper's figure must say as well
HEAVY = 0.34  # the weight from which a word of the question may not be missing at it
NEAR = 0.15  # of coverage, by which figures of two periods may differ
TELLING = 0.5  # the weight from which a word of the question must stand at both
LOOKED_AT = 40
_STEPS = frozenset(
    {"nhay", "bac", "hang", "len", "tut", "xuong", "vi", "tri", "thu", "xep", "rank", "ranks", "places", "national"}
)
_RANK = re.compile(r"\b(?:bac|hang|vi tri|rank(?:s|ed|ing)?|places?|positions?)\b")
_DAY = re.compile(r"^ngày ", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LEVEL = re.compile(r"(?:cap (?:tinh|huyen|xa|so|trung uong)|(?:provincial|district|commune|central) level)\b[^:]*:")
_CLAUSE = re.compile(r"[,;.:](?!\d)")


def add_other_date(draft: Draft, question: Question, first: Candidate, found: Found, lexicon: Lexicon) -> None:
    """Sets beside the one figure of an answer that of another paper of the store, each with its day; nothing where the
    question gives a day, where either has none, or where the papers are of one series."""
    own = first.figure
    if own is None or compares(question) or question.followup or question.is_(Kind.EXTREME, Kind.TOTAL, Kind.AUDIT):
        return
    if not draft.own or own.text not in draft.claims[0].text or any(DAY.fullmatch(p) for p in question.periods):
        return
    if not all(_of_level(claim.text) for claim in draft.own[1:]):
        return
    timed = bool(question.periods or question.report_periods or question.previous)
    others = (c for c in found.candidates[:LOOKED_AT] if _is_of_another_day(first, c))
    near = (c for c in others if _on_days(first, c) or (not timed and _as_near(question, first, c, lexicon)))
    other = next(near, None)
    if other is None or other.figure is None:
        return
    days = [_said_on(c, f) for c, f in ((first, own), (other, other.figure))]
    if not days[0] or not days[1]:
        return
    told = []
    for candidate, figure, (block, start, end, day) in ((first, own, days[0]), (other, other.figure, days[1])):
        day = day if DAY.fullmatch(figure.period) else day[:1].lower() + day[1:]
        keys = [draft.cite_statement(candidate.index, candidate.statement)]
        if block is not candidate.statement.block:
            keys.append(draft.cite(candidate.index, block, *around(block, start, end)))
        text = (
            f"{amount(figure, question.language, lexicon)} ({_DAY.sub('', day) if question.language == 'en' else day})"
        )
        told.append(Claim(text[:1].upper() + text[1:], tuple(keys)))
    draft.claims[:1] = told


def _of_level(said: str) -> bool:
    """Whether a claim tells the value of one level beside that of the whole: "Cấp xã: 61%"."""
    return bool(_LEVEL.match(fold(said)))


def answer_between_days(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """What a figure changed by from one day to another that the question gives, of its rank as well where that is asked
    for; None unless a paper gives it of each day, in like words."""
    days = sorted({day for p in question.periods for day in p.split("/") if DAY.fullmatch(day)})
    if len(days) != 2 or not compares(question):
        return None
    bare = without_papers(question)
    asked = replace(bare, wanted=tuple(w for w in bare.wanted if not set(w.words.split()) <= _STEPS))
    if len(parts_of(question.clear)) > 1 and _RANK.search(fold(question.clear)):
        # "tăng bao nhiêu, lên mấy bậc": what the rank is counted in is no unit of what rose
        asked = replace(asked, units=tuple(u for u in asked.units if not _RANK.match(fold(u).removeprefix("xep "))))
    evidence = [c for i in (*found.indexes, *found.beside) for c in ask_again(asked, i) if _of_day(asked, c, days)]
    best: tuple[float, Candidate, Candidate] | None = None
    for a in evidence:
        for b in evidence:
            if a.figure is None or b.figure is None or not a.figure.period > b.figure.period:
                continue
            if comparable(a.figure, b.figure) and (best is None or a.score + b.score > best[0]):
                best = (a.score + b.score, a, b)
    if best is None:
        return None
    _, a, b = best
    draft = set_against(question, a, b, lexicon)
    days_said = [_said_on(c, c.figure) for c in (a, b) if c.figure is not None]
    keys = [
        draft.cite(c.index, d[0], *around(d[0], d[1], d[2]))
        for c, d in zip((a, b), days_said, strict=True)
        if d is not None and d[0] is not c.statement.block
    ]
    draft.claims[0] = Claim(draft.claims[0].text, (*draft.claims[0].keys, *keys))
    ranks = [next((f for f in c.statement.figures if f.role is Role.RANK), None) for c in (a, b)]
    now, then = ranks
    first = draft.calculation
    if now is not None and then is not None and first is not None and _RANK.search(fold(question.clear)):
        language, change = question.language, now.value - then.value
        high, low = max(now.value, then.value), min(now.value, then.value)
        draft.calculation = replace(
            first,
            formula=f"{high:f} - {low:f} = {high - low:f}; {first.formula}",
            operands=(
                *(Operand(f.value, o.key) for f, o in zip((now, then), first.operands, strict=True)),
                *first.operands,
            ),
        )
        told = sentence(change, unit_tail(now, lexicon, language), now.value, then.value, language, rank=True)
        draft.claims.insert(1, Claim(told, draft.claims[0].keys))
    return draft


def _of_day(question: Question, candidate: Candidate, days: list[str]) -> bool:
    """Whether a figure is a value of one of two days, told in words, and of nearly all that is asked about."""
    figure = candidate.figure
    if figure is None or figure.period not in days or figure.role not in VALUES or figure.role is Role.RANK:
        return False
    in_words = candidate.statement.row is None and not candidate.statement.ahead
    near = candidate.coverage >= LEAST and not any(w.weight >= HEAVY for w in candidate.missing)
    return in_words and near and (figure.unit == "%" if question.percent else unit_fits(question, figure.unit))


def _is_of_another_day(first: Candidate, other: Candidate) -> bool:
    a, b = first.figure, other.figure
    if a is None or b is None or other.index is first.index or a.role is not b.role or a.value == b.value:
        return False
    if unit_key(a.unit) != unit_key(b.unit) or fold(a.scope) != fold(b.scope) or a.period == b.period:
        return False
    in_words = first.statement.row is None and other.statement.row is None
    alike = other.coverage >= LEAST and not any(w.weight >= HEAVY for w in _lacking(other))
    return bool(in_words and alike) and not other.statement.ahead and _unlike(first.index, other.index)


def _lacking(candidate: Candidate) -> list[Wanted]:
    """What of a question stands nowhere near a figure, nor over it as what its paper or section is on: under "Thủ tục
    hành chính" each dossier is one of these."""
    over = candidate.statement.heading | candidate.index.title
    return [w for w in candidate.missing if over.isdisjoint(w.keys)]


def _held(question: Question, candidate: Candidate) -> float:
    """How much of a question a figure holds, 0 to 1, what stands over it as the matter of its paper or section full."""
    over = candidate.statement.heading | candidate.index.title
    weighted = weigh(question, candidate.index)
    if len(weighted) != len(candidate.levels):
        return candidate.coverage
    levels = zip(weighted, candidate.levels, strict=True)
    held = sum(w.weight * (level if over.isdisjoint(w.wanted.keys) else 1.0) for w, level in levels)
    return held / (sum(w.weight for w in weighted) or 1.0)


def _on_days(first: Candidate, other: Candidate) -> bool:
    return all(c.figure is not None and DAY.fullmatch(c.figure.period) for c in (first, other))


def _as_near(question: Question, first: Candidate, other: Candidate, lexicon: Lexicon) -> bool:
    """Whether both figures are the papers' own of their time, or of one that their own sentence gives, and of the very
    thing asked about: each says the words of the question that the other says, and neither time is a part of the
    other."""
    told = [c.figure for c in (first, other) if c.figure is not None]
    for figure, candidate in zip(told, (first, other), strict=True):
        if figure.period != candidate.index.report.period and _said_before(candidate, figure) is None:
            return False
    if contains(told[0].period, told[1].period) or contains(told[1].period, told[0].period):
        return False
    lacking = [{w.words for w in _lacking(c) if w.weight >= TELLING} for c in (first, other)]
    near = _held(question, other) >= _held(question, first) - NEAR
    return not lacking[0] ^ lacking[1] and near and _says_all(question, other, lexicon)


def _says_all(question: Question, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the telling words of a question stand at a figure itself, or at the whole whose parts brackets tell
    behind it, or over it as what its paper or section is on, not only somewhere in its sentence."""
    assert candidate.figure is not None
    held = candidate.index.local_keys[candidate.figure.id] | candidate.index.figure_keys[candidate.figure.id]
    held |= candidate.statement.heading | candidate.index.title
    held |= concepts(lexicon, _before_brackets(candidate.statement.block.text[: candidate.figure.at]))
    told = (w for w in question.wanted if w.weight >= TELLING and not set(w.keys) & set(question.units))
    return all(held & set(w.keys) for w in told)


def _before_brackets(text: str) -> str:
    """The clause before the brackets that are open at the end of a text: "đã giải quyết 90 đơn" of "…, đã giải quyết 90
    đơn (đúng hạn 84 đơn, đạt"; "" where none are."""
    at = text.rfind("(")
    if at < 0 or ")" in text[at:]:
        return ""
    return _CLAUSE.split(text[:at])[-1]


def _said_before(candidate: Candidate, figure: Figure) -> tuple[Block, int, int, str] | None:
    """Where the sentence of a figure gives its time before it: "Từ đầu năm 2026 đến nay, …"; None where it does not."""
    block = candidate.statement.block
    if not figure.period or candidate.statement.row is not None:
        return None
    for span in periods(block.text, candidate.index.report.period):
        if span.period == figure.period and candidate.statement.start <= span.start and span.end <= figure.at:
            return block, span.start, span.end, " ".join(block.text[span.start : span.end].split())
    return None


def _unlike(a: ReportIndex, b: ReportIndex) -> bool:
    """Whether two papers are of unlike kinds: their titles differ in more than the time they are on."""
    one, two = (" ".join(_DIGITS.sub(" ", fold(f"{i.report.kind} {i.report.title}")).split()) for i in (a, b))
    return one != two and fold(a.report.place) == fold(b.report.place)


def _said_on(candidate: Candidate, figure: Figure) -> tuple[Block, int, int, str] | None:
    """Where a paper says the day of a figure, its statement first, or its own period: the block, the offsets, and the
    words as printed."""
    held, day = candidate.statement, figure.period
    if not DAY.fullmatch(day) and day != candidate.index.report.period:
        return _said_before(candidate, figure)
    if not DAY.fullmatch(day):
        place = said_period(candidate.index)
        return None if place is None else (*place, " ".join(place[0].text[place[1] : place[2]].split()))
    for block in (held.block, *candidate.index.report.blocks):
        if block.kind in (BlockKind.TABLE, BlockKind.LETTERHEAD):
            continue
        for span in dates(block.text):
            inside = held.start <= span.start < held.end if block is held.block else True
            if span.iso == day and inside:
                return block, span.start, span.end, " ".join(block.text[span.start : span.end].split())
    return None

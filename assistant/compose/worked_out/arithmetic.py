"""What is not said but follows: what remains of a whole, the share a part makes of it, the sum over levels.

A part and its whole are taken only where one statement of the report holds both: a pair ("209/214"), a "trong tổng số",
or two figures of one unit of which the statement itself says what ties them (a share, a remainder, "đã", "trong đó").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.asked.restating import ask_again, compares, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.stated import answer_previous
from assistant.compose.sufficiency import named
from assistant.compose.wording import number, quoted, unit
from assistant.compose.worked_out.halves import asks_halves
from assistant.compose.worked_out.which_pair import named_before, of_another_pair, rest_is_named
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement, keys
from assistant.question import Question, Wanted
from assistant.verify import work_out
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure, Role
from ingest.report import Locator

LATE, IN_TIME = "quá hạn", "đúng hạn"
OVER = 6  # words between a part and the whole that it is set over with a stroke
TRIED = 8  # candidates looked at for a pair
_PLACES = frozenset({"hang", "bac", "thu bac", "vi tri"})  # what a ranking moves by
PAIRED = 0.3  # what it counts that the words right before a pair are those of the question
STATED = 0.95  # of the question a figure says: it is what is asked for, and nothing is left to be worked out
_DENIES = re.compile(r"(?<!\bsua )\b(?:chua(?! (?:benh|chay|tri)\b)|khong)\b")  # "khám chữa bệnh" denies nothing
_NOT = guarded(
    rf"{_DENIES.pattern}(?! (?:ke|tinh|dung|gian|qua|vuot|duoi|it|bao gom|nop(?! (?:ho so )?truc tuyen))\b)"
    r"(?: (?:duoc|dat|bi|phai|co|he))*(?= \w)|"
    r"\b(?:not|never|without|didn t|wasn t|weren t|hadn t|haven t)(?: yet)?(?: been)?\b|\byet to be\b|"
    r"\b(?:lack(?:s|ed|ing)?|ha(?:s|ve|d) no)\b"
)
_REST = re.compile(
    r"\bcon (?:lai|phai|thieu|du|thua|hut|no|khuyet|(?:bo )?trong(?= (?:may|bao)\b))\b|"
    r"\bcon (?:may|bao nhieu)\b[^?;]* (?:nua|phai)\b|"
    r"\b(?:thap|it) hon (?:so )?(?:duoc giao|ke hoach|chi tieu)\b|"
    r"\b(?:remain(?:s|ed|ing)?|outstanding|still open|unfinished|unfilled|vacant|unspent|unused|leaves?|left)\b|"
    r"\bstill (?:to be|(?:had|has|have) to be|missing|lacking)\b"
)
_LATE = re.compile(
    r"\b(?:tre|qua|cham) (?:han|hen)\b|\b(?:khong|chua) (?:duoc \w+ )?(?:dung|kip|trong) (?:han|hen|thoi han)\b|"
    r"\blate\b|\boverdue\b|\bnot (?:\w+ )?(?:on|in) time\b|\bmissed (?:the|its|their) (?:deadline|time limit)s?\b|"
    r"\bbehind (?:time|schedule)\b"
)
_ASKS_NUMBER = re.compile(r"bao nhieu|\bmay\b|so luong|\bhow (?:many|much)\b|number of")
_VALUE_TOO = re.compile(
    r"\b(?:duoc|dat|la) (?:bao nhieu|may)(?! (?:hang|bac|thu))\b|\b(?:bao nhieu|may) (?:diem|phan tram|%)|"
    r"\bdiem(?: so)?(?: va|,)|\bscore\b|\bscores?\b|\bhow many points\b|\bwhat (?:value|percentage)\b"
)
_IN_WHOLE = re.compile(r"\b(?:trong|tren)\b|\bof\b")
_CLAUSE = re.compile(r"[.;:()]\s|\n")
REACH = 90  # characters behind a number in which is said what is so of it
_TIES = re.compile(r"\b(?:da|trong do|duoc)\b")


@dataclass(frozen=True, slots=True)
class Pair:
    """A part and the whole it belongs to, both in one statement. `sure`: the words leave no other reading."""

    part: Figure
    whole: Decimal
    sure: bool


def pairs(statement: Statement) -> list[Pair]:
    """The parts of a statement, each with its whole."""
    found: list[Pair] = []
    figures = sorted(statement.figures, key=lambda f: f.at)
    for figure in figures:
        other = figure.comparison
        if (
            figure.role in COUNTED
            and other is not None
            and other.period in {"total", "target"}
            and other.value is not None
            and 0 <= figure.value <= other.value
        ):
            found.append(Pair(figure, other.value, True))
    if statement.row is not None:
        return found
    counted = [f for f in figures if f.role in COUNTED and f.unit != "%"]
    for i, first in enumerate(counted):
        for second in counted[i + 1 :]:
            if unit_key(first.unit) != unit_key(second.unit) or first.value == second.value:
                continue
            gap = fold(statement.block.text[first.at + len(first.text) : second.at])
            if first.value < second.value and _IN_WHOLE.search(gap) and "tong so" in gap and len(gap.split()) <= 8:
                found.append(Pair(first, second.value, True))
            elif first.value < second.value and gap.endswith("/") and len(gap.split()) <= OVER:
                found.append(Pair(first, second.value, True))  # "310 hồ sơ trực tuyến/400 tổng hồ sơ"
            elif first.value > second.value and "/" not in first.text and _tied(figures, first, second, gap):
                found.append(Pair(second, first.value, False))
    return found


def _tied(figures: list[Figure], whole: Figure, part: Figure, gap: str) -> bool:
    """Whether a statement says that `part` is of `whole`: by its share, by what is left, or in words."""
    share = part.value / whole.value * 100
    for other in figures:
        if other.unit == "%" and other.at > part.at and abs(other.value - share) < Decimal("0.01"):
            return True
        if (
            unit_key(other.unit) == unit_key(whole.unit)
            and other not in (whole, part)
            and other.value == whole.value - part.value
        ):
            return True
    return bool(_TIES.search(gap))


def _unit(candidate: Candidate) -> str:
    return candidate.figure.unit if candidate.figure is not None else ""


def answer_remainder(
    question: Question, figures: list[Candidate], lexicon: Lexicon, *, stated: bool = True
) -> Draft | None:
    """What is left of a whole after the part that is done; None where the report says it or gives no such pair.
    `stated`: figures that say all of the question may state what is left themselves."""
    asked = fold(question.clear)
    if question.percent or not _ASKS_NUMBER.search(asked):
        return None
    if asks_halves(question):
        return None  # what is done and what is left together
    denied = _NOT.search(asked)
    if denied is None and _REST.search(asked) is None:
        return None
    if any(_DENIES.search(w.words) for w in question.wanted):
        return None  # a concept of its own, such as "hòa giải không thành": the report counts it
    done = [
        w for w in question.wanted if denied is not None and asked.find(w.words, denied.end()) >= 0 and w.weight >= 0.25
    ]
    if denied is not None and not done:
        return None
    if (
        stated
        and denied is None
        and figures
        and figures[0].coverage >= STATED
        and not _is_over(figures[0])
        and unit_fits(question, _unit(figures[0]))
    ):
        return None  # the report states what is left
    best: tuple[float, Candidate, Pair] | None = None
    for candidate in figures[: 3 * TRIED]:
        figure = candidate.figure
        if figure is None or candidate.statement.ahead or candidate.score < figures[0].score - 0.4:
            continue
        said = candidate.index.local_words[figure.id]
        if (
            denied is not None
            and unit_fits(question, figure.unit)
            and _DENIES.search(said)
            and _near(done, candidate.index, figure)
        ):
            return None
        if denied is None and unit_fits(question, figure.unit) and _is_undone(candidate):
            return None  # "06/139 kiến nghị chưa được giải quyết": the part is what is left
        paired = pairs(candidate.statement)
        for pair in paired:
            if of_another_pair(question, candidate.statement, pair.part, [p.part for p in paired]):
                continue
            if denied is not None and rest_is_named(candidate.statement, pair.part, pair.whole):
                continue
            if (
                pair.part.id != figure.id and pair.part.at != figure.at and pair.whole != figure.value
            ) or not _unit_asked(question, candidate, pair):
                continue
            close = _near(done, candidate.index, pair.part)
            around = any(set(w.keys) & candidate.statement.own for w in done)
            if (denied is not None and not (close or (around and pair.sure))) or (denied is None and not pair.sure):
                continue
            score = candidate.score + (0.3 if close else 0.0) + (0.1 if pair.sure else 0.0)
            score += PAIRED * bool({*question.units[:1]} & keys(lexicon, pair.part.unit))
            score += PAIRED * min(1.0, named_before(question, candidate.statement, pair.part))
            if best is None or score > best[0]:
                best = (score, candidate, pair)
    if best is None:
        return None
    _, candidate, pair = best
    return difference(question, candidate, pair, (pair.whole, pair.part.value), lexicon)


def answer_late(question: Question, found: Found, figures: list[Candidate], lexicon: Lexicon) -> Draft | None:
    """What was late: a whole less the part that was in time, where a statement gives no other part of it; None where
    one of the `figures` that may be shown says how much was late."""
    asked = fold(question.clear)
    if question.percent or _LATE.search(asked) is None or _ASKS_NUMBER.search(asked) is None:
        return None
    if any(c.figure is not None and LATE in c.index.local_keys[c.figure.id] for c in figures[:TRIED]):
        return None
    evidence = sorted(
        (
            c
            for index in found.indexes
            for c in ask_again(question, index, frozenset({fold(LATE)}), timeless=False)
            if c.figure is not None and enough(c)
        ),
        key=lambda c: -c.score,
    )
    for candidate in evidence[:TRIED]:
        for pair in pairs(candidate.statement):
            like = {f.value for f in candidate.statement.figures if unit_key(f.unit) == unit_key(pair.part.unit)}
            in_time = IN_TIME in candidate.index.local_keys[pair.part.id]
            if in_time and like == {pair.part.value, pair.whole} and unit_fits(question, pair.part.unit):
                return difference(question, candidate, pair, (pair.whole, pair.part.value), lexicon)
    return None


def _is_undone(candidate: Candidate) -> bool:
    """Whether a figure is a part set over its whole of which the words right behind it deny that it is done."""
    if not _is_over(candidate) or candidate.figure is None:
        return False
    behind = candidate.statement.block.text[candidate.figure.at : candidate.statement.end]
    return bool(_DENIES.search(fold(_CLAUSE.split(behind[:REACH])[0])))


def _is_over(candidate: Candidate) -> bool:
    """Whether a figure is a part set over its whole, "31/40": what is left of it nothing states."""
    figure = candidate.figure
    return figure is not None and "/" in figure.text and figure.role is Role.PART


def difference(
    question: Question, candidate: Candidate, pair: Pair, values: tuple[Decimal, Decimal], lexicon: Lexicon
) -> Draft:
    """The first of two figures of one sentence less the second, as a calculation that cites it."""
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    high, low = values
    told = head_unit(pair.part.unit)
    draft.calculation = Calculation(f"{high:f} - {low:f}", high - low, told, (Operand(high, key), Operand(low, key)))
    name = unit(told, question.language, lexicon)
    a, b, c = (number(v, question.language) for v in (high - low, high, low))
    draft.say(f"{a} {name}".strip() + f" (= {b} − {c})", key)
    draft.say(quoted(excerpt(candidate.statement, pair.part.at), question.language), key)
    return draft


def _unit_asked(question: Question, candidate: Candidate, pair: Pair) -> bool:
    """Whether a pair counts what is asked for: by its unit, or by the words right at one of its figures. What else
    the sentence counts ("đã kiểm tra 04/12 xã; kiến nghị khắc phục 12 nội dung, …") is no part of it."""
    if unit_fits(question, pair.part.unit):
        return True
    index, of_unit = candidate.index, unit_key(pair.part.unit)
    whole = (f for f in candidate.statement.figures if f.value == pair.whole and unit_key(f.unit) == of_unit)
    told = (index.local_keys[f.id] | index.figure_keys[f.id] for f in (pair.part, *whole))
    return any(set(question.units) & held for held in told)


def _near(done: list[Wanted], index: ReportIndex, figure: Figure) -> bool:
    held = index.local_keys[figure.id] | index.figure_keys[figure.id]
    return any(set(w.keys) & held for w in done)


def answer_share(question: Question, figures: list[Candidate], lexicon: Lexicon) -> Draft | None:
    """A share that the report does not state, of a part and a whole that it gives; None where it states one."""
    if not question.percent or not figures or question.is_(Kind.COMPARISON):
        return None
    stated = [c for c in figures if c.figure is not None and c.figure.unit == "%"]
    for candidate in figures[:TRIED]:
        figure = candidate.figure
        if figure is None or candidate.statement.ahead or figure.unit == "%":
            continue
        if stated and stated[0].coverage >= candidate.coverage - 0.12:
            return None
        if any(f.unit == "%" for f in candidate.statement.figures):
            continue
        fitting = [p for p in pairs(candidate.statement) if p.whole]
        if not fitting:
            continue
        pair = max(
            fitting,
            key=lambda p: (
                _asked_near(question, candidate, p), named(question, p.part),
                _behind(question, candidate.statement, p.part), p.sure, -p.part.at
            ),
        )  # fmt: skip
        draft = Draft()
        key = draft.cite_statement(candidate.index, candidate.statement)
        formula = f"{pair.part.value:f} / {pair.whole:f} * 100"
        value = work_out(formula)
        if value is None:
            return None
        draft.calculation = Calculation(formula, value, "%", (Operand(pair.part.value, key), Operand(pair.whole, key)))
        name = unit(pair.part.unit, question.language, lexicon)
        a, b, c = (number(v, question.language) for v in (value, pair.part.value, pair.whole))
        draft.say(f"{a}% (= {b}/{c} {name})", key)
        draft.say(quoted(excerpt(candidate.statement, pair.part.at), question.language), key)
        if question.language == "vi":
            draft.notes.append("Báo cáo không ghi tỷ lệ này; tỷ lệ được tính từ hai số nêu trong báo cáo.")
        else:
            draft.notes.append("The report does not state this share; it is worked out from two of its figures.")
        return draft
    return None


_STOPS = re.compile(r"[\d,;.()]|\bva\b")


def _behind(question: Question, statement: Statement, figure: Figure) -> float:
    """How much of what is asked stands right behind a figure: "31 hồ sơ còn hạn và 12 hồ sơ quá hạn"."""
    after = fold(statement.block.text[figure.at + len(figure.text) : statement.end])
    said = f" {' '.join(_STOPS.split(after, maxsplit=1)[0].split())} "
    return sum(w.weight for w in question.wanted if any(f" {fold(k)} " in said for k in (w.words, *w.keys) if k))


def _asked_near(question: Question, candidate: Candidate, pair: Pair) -> float:
    """How much of what is asked stands by a part and not by its whole: of "đã giải quyết: 90 đơn, trong đó giải quyết
    sớm: 70 đơn, trễ: 20 đơn" the settling is said of all."""
    near = candidate.index.local_keys
    of_whole = (near[f.id] for f in candidate.statement.figures if f.value == pair.whole and f.id != pair.part.id)
    held = near[pair.part.id].difference(*of_whole)
    return sum(w.weight for w in question.wanted if set(w.keys) & held)


def answer_earlier(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """A value or rank of an earlier period that follows from the later one and its change: "4/12, tăng 02 hạng"."""
    if not question.is_(Kind.FIGURE, Kind.WHERE, Kind.WHO) or not question.periods or compares(question):
        return None
    early = min(question.periods)
    ranks = any("xếp hạng" in w.keys for w in question.wanted) or re.search(
        r"\brank|\bhang may\b|\bthu may\b", fold(question.clear)
    )
    if not ranks and len(question.periods) < 2:
        return None
    evidence = sorted(
        (c for i in found.indexes for c in ask_again(question, i) if c.figure is not None and enough(c)),
        key=lambda c: -c.score,
    )
    if ranks:
        rank = _earlier_rank(question, evidence, early)
        if rank is None or not _VALUE_TOO.search(fold(question.clear)):
            return rank
        cited = rank.citations[0].locator  # the value that moved with the rank
        beside = [c for c in evidence if _place(c) == cited]
        value = answer_previous(replace(question, periods=(early,), percent=False, units=()), beside, lexicon)
        if value is None:
            return rank
        del value.claims[1:]
        value.join(rank)
        return value
    draft = answer_previous(replace(question, periods=(early,)), evidence, lexicon)
    if draft is not None:
        del draft.claims[1:]  # the calculation says it; the quote stays as the citation
    return draft


def _place(candidate: Candidate) -> Locator:
    draft = Draft()
    draft.cite_statement(candidate.index, candidate.statement)
    return draft.citations[0].locator


def _earlier_rank(question: Question, evidence: list[Candidate], period: str) -> Draft | None:
    for candidate in evidence[: 2 * TRIED]:
        change = candidate.figure
        if (
            change is None
            or change.role is not Role.CHANGE
            or unit_key(change.unit) not in _PLACES
            or change.comparison is None
        ):
            continue
        rank = next((f for f in candidate.statement.figures if f.role is Role.RANK and f.at < change.at), None)
        moved = change.comparison.change
        if change.comparison.period != period or rank is None or moved is None:
            continue
        draft = Draft()
        key = draft.cite_statement(candidate.index, candidate.statement)
        sign = "+" if moved > 0 else "-"  # to rise by two is to have stood two lower
        formula = f"{rank.value:f} {sign} {abs(moved):f}"
        value = rank.value + moved
        draft.calculation = Calculation(formula, value, rank.unit, (Operand(rank.value, key), Operand(abs(moved), key)))
        a, b, c = (number(v, question.language) for v in (value, rank.value, abs(moved)))
        lead = f"Hạng {a}" if question.language == "vi" else f"Rank {a}"
        draft.say(f"{lead} (= {b} {sign.replace('-', '−')} {c})", key)
        draft.say(quoted(excerpt(candidate.statement, rank.at), question.language), key)
        return draft
    return None

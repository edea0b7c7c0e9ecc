"""What is not said but follows: what remains of a whole, the share a part makes of it, the sum over levels.

A part and its whole are taken only where one statement of the report holds both: a pair ("209/214"), a "trong tổng số", or
two figures of one unit of which the statement itself says what ties them (a share, a remainder, "đã", "trong đó").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.wording import amount, number, quoted, scope, unit
from assistant.evidence import Candidate, unit_fits
from assistant.question import Kind, Question
from assistant.restating import enough
from assistant.statements import ReportIndex, Statement
from assistant.terms import Lexicon
from assistant.verify import work_out
from ingest.language.fold import fold
from ingest.ledgers import Figure, Role

COUNTED = frozenset({Role.ACTUAL, Role.PART, Role.TOTAL})
TRIED = 8  # candidates looked at for a pair
_NOT = re.compile(
    r"\b(?:chua|khong)\b(?! (?:ke|tinh|dung|gian|qua|vuot|duoi|it|bao gom|nop)\b)(?: (?:duoc|dat|bi|phai|co|he))*(?= \w)|"
    r"\b(?:not|never|without|didn t|wasn t|weren t|hadn t|haven t)(?: yet)?(?: been)?\b|\byet to be\b"
)
_REST = re.compile(r"\bcon (?:lai|phai|thieu)\b|\b(?:remain(?:s|ed|ing)?|outstanding|still open)\b")
_ASKS_NUMBER = re.compile(r"bao nhieu|\bmay\b|so luong|\bhow (?:many|much)\b|number of")
_IN_WHOLE = re.compile(r"\b(?:trong|tren)\b|\bof\b")
_TIES = re.compile(r"\b(?:da|trong do|duoc)\b")
_BOTH = re.compile(r"\b(?:ca )?(?:hai|2) cap\b|\b(?:cac|moi|tat ca cac) cap\b|\bca (?:cap )?(?:huyen|xa|tinh)\b.{0,12}\b(?:va|lan)\b|\b(?:both|all|the two|two) levels\b")
_SUM = re.compile(r"\btong\b|\bcong\b|\bin total\b|\btotal\b|\baltogether\b|\bcombined\b|\boverall\b|\bcounting\b")
_LEVEL = re.compile(r"\bcap (?:xa|huyen|tinh|so|trung uong|co so)\b")


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
        if figure.role in COUNTED and other is not None and other.period in {"total", "target"} and other.value is not None and 0 <= figure.value <= other.value:
            found.append(Pair(figure, other.value, True))
    if statement.row is not None:
        return found
    counted = [f for f in figures if f.role in COUNTED and f.unit != "%"]
    for i, first in enumerate(counted):
        for second in counted[i + 1 :]:
            if fold(first.unit) != fold(second.unit) or first.value == second.value:
                continue
            gap = fold(statement.block.text[first.at + len(first.text) : second.at])
            if first.value < second.value and _IN_WHOLE.search(gap) and "tong so" in gap and len(gap.split()) <= 8:
                found.append(Pair(first, second.value, True))
            elif first.value > second.value and "/" not in first.text and _tied(figures, first, second, gap):
                found.append(Pair(second, first.value, False))
    return found


def _tied(figures: list[Figure], whole: Figure, part: Figure, gap: str) -> bool:
    """Whether a statement says that `part` is of `whole`: by its share, by what is left, or in words."""
    share = part.value / whole.value * 100
    for other in figures:
        if other.unit == "%" and other.at > part.at and abs(other.value - share) < Decimal("0.01"):
            return True
        if fold(other.unit) == fold(whole.unit) and other not in (whole, part) and other.value == whole.value - part.value:
            return True
    return bool(_TIES.search(gap))


def answer_remainder(question: Question, figures: list[Candidate], lexicon: Lexicon) -> Draft | None:
    """What is left of a whole after the part that is done; None where the report says it itself or gives no such pair."""
    asked = fold(question.clear)
    if question.percent or not _ASKS_NUMBER.search(asked):
        return None
    denied = _NOT.search(asked)
    if denied is None and _REST.search(asked) is None:
        return None
    if any(re.search(r"\b(khong|chua)\b", w.words) for w in question.wanted):
        return None  # a concept of its own, such as "hòa giải không thành": the report counts it
    done = [w for w in question.wanted if denied is not None and asked.find(w.words, denied.end()) >= 0 and w.weight >= 0.25]
    if denied is not None and not done:
        return None
    best: tuple[float, Candidate, Pair] | None = None
    for candidate in figures[: 3 * TRIED]:
        figure = candidate.figure
        if figure is None or candidate.statement.ahead or candidate.score < figures[0].score - 0.4:
            continue
        said = candidate.index.local_words[figure.id]
        if denied is not None and unit_fits(question, figure.unit) and re.search(r" (chua|khong) ", said) and _near(done, candidate.index, figure):
            return None
        for pair in pairs(candidate.statement):
            if pair.part.id != figure.id and pair.part.at != figure.at and pair.whole != figure.value or not unit_fits(question, pair.part.unit):
                continue
            close = _near(done, candidate.index, pair.part)
            around = any(set(w.keys) & candidate.statement.own for w in done)
            if denied is not None and not (close or around and pair.sure) or denied is None and not pair.sure:
                continue
            score = candidate.score + (0.3 if close else 0.0) + (0.1 if pair.sure else 0.0)
            if best is None or score > best[0]:
                best = (score, candidate, pair)
    if best is None:
        return None
    _, candidate, pair = best
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    rest = pair.whole - pair.part.value
    draft.calculation = Calculation(
        f"{pair.whole:f} - {pair.part.value:f}", rest, pair.part.unit, (Operand(pair.whole, key), Operand(pair.part.value, key))
    )
    name = unit(pair.part.unit, question.language, lexicon)
    a, b, c = (number(v, question.language) for v in (rest, pair.whole, pair.part.value))
    draft.say(f"{a} {name}".strip() + f" (= {b} − {c})", key)
    draft.say(quoted(excerpt(candidate.statement, pair.part.at), question.language), key)
    return draft


def _near(done: list, index: ReportIndex, figure: Figure) -> bool:  # type: ignore[type-arg]
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
        pair = max(fitting, key=lambda p: (_asked_near(question, candidate.index, p.part), p.sure, -p.part.at))
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
        note = "Báo cáo không ghi tỷ lệ này; tỷ lệ được tính từ hai số nêu trong báo cáo." if question.language == "vi" else (
            "The report does not state this share; it is worked out from two figures of the report."
        )  # fmt: skip
        draft.notes.append(note)
        return draft
    return None


def _asked_near(question: Question, index: ReportIndex, figure: Figure) -> float:
    held = index.local_keys[figure.id]
    return sum(w.weight for w in question.wanted if set(w.keys) & held)


def siblings(candidate: Candidate) -> list[tuple[Figure, Statement]]:
    """The figures that say the same as a candidate's, each of another level, in one block; the candidate's own included.

    What is the same: unit, role, indicator but for the level named in it, and which of those alike it is at its level.
    """
    first = candidate.figure
    if first is None or not fold(first.scope).startswith("cap "):
        return []
    index, block = candidate.index, candidate.statement.block
    of_level: dict[str, list[tuple[Figure, Statement]]] = {}
    for at in index.by_block[block.id]:
        statement = index.statements[at]
        for figure in sorted(statement.figures, key=lambda f: f.at):
            level = fold(figure.scope)
            if level.startswith("cap ") and _kind(figure) == _kind(first):
                of_level.setdefault(level, []).append((figure, statement))
    own = of_level.get(fold(first.scope), [])
    at = next((i for i, (f, _) in enumerate(own) if f.id == first.id), 0)
    return [held[at] for held in of_level.values() if at < len(held)]


def _kind(figure: Figure) -> tuple[str, str, str]:
    words = " ".join(re.findall(r"\w+", _LEVEL.sub(" ", fold(figure.indicator))))
    return fold(figure.unit), words, "" if figure.role in COUNTED - {Role.PART} else figure.role.value


def answer_sum(question: Question, figures: list[Candidate], lexicon: Lexicon) -> Draft | None:
    """One figure over all levels: the total that the report states, else the sum; None where the levels do not stand side by side."""
    asked = fold(question.clear)
    named = bool(_BOTH.search(asked)) or len(question.levels) > 1 and bool(_SUM.search(asked))
    if question.percent or not named and (not _SUM.search(asked) or question.scope):
        return None
    best = next((c for c in figures if c.figure is not None), None)
    if best is None:
        return None
    for candidate in figures[: 6 * TRIED]:
        figure = candidate.figure
        if figure is None or figure.role not in COUNTED or figure.unit == "%" or candidate.statement.ahead:
            continue
        if not named and candidate.score < best.score - 0.12 or not enough(candidate, 0.5, 0.5):
            continue
        parts = siblings(candidate)
        if len(parts) < 2 or question.levels and len(question.levels) > 1 and not {fold(f.scope) for f, _ in parts} >= set(question.levels):
            continue
        if len(question.levels) > 1:
            parts = [p for p in parts if fold(p[0].scope) in question.levels]
        return _summed(question, candidate.index, parts, lexicon)
    return None


def _summed(question: Question, index: ReportIndex, parts: list[tuple[Figure, Statement]], lexicon: Lexicon) -> Draft:
    language = question.language
    draft = Draft()
    operands = [Operand(f.value, draft.cite_statement(index, s)) for f, s in parts]
    value = sum((o.value for o in operands), Decimal(0))
    first = parts[0][0]
    whole = _stated_total(index, parts)
    terms = " + ".join(number(o.value, language) for o in operands)
    keys = tuple(o.key for o in operands)
    draft.calculation = Calculation(" + ".join(f"{o.value:f}" for o in operands), value, first.unit, tuple(operands))
    if whole is not None and whole[0].value != value:
        key = draft.cite_statement(index, whole[1])
        draft.say(amount(whole[0], language, lexicon), key)
        summed = number(value, language)
        draft.say(f"Cộng các phần được {summed} (= {terms}), không khớp với tổng đã ghi" if language == "vi" else
                  f"The parts add up to {summed} (= {terms}), which does not match the stated total", *keys)  # fmt: skip
        return draft
    name = unit(first.unit, language, lexicon)
    draft.say(f"{number(value, language)} {name}".strip() + f" (= {terms})", *keys)
    for figure, statement in parts:
        key = draft.cite_statement(index, statement)
        level = scope(figure.scope, language)
        draft.say(f"{level[:1].upper()}{level[1:]}: {amount(figure, language, lexicon)}", key)
    return draft


def _stated_total(index: ReportIndex, parts: list[tuple[Figure, Statement]]) -> tuple[Figure, Statement] | None:
    """The total that stands behind the parts in their own sentence: "tổng cộng 333 cuộc"."""
    last, statement = parts[-1]
    text = statement.block.text
    for at in index.by_block[statement.block.id]:
        other = index.statements[at]
        for figure in other.figures:
            if figure.scope or fold(figure.unit) != fold(last.unit) or figure.at < last.at or figure.value < max(f.value for f, _ in parts):
                continue
            if "tong" in fold(text[last.at : figure.at]).split():
                return figure, other
    return None

"""What answers a question: figures and statements of the reports asked, in one ranked list, each with what it covers.

Coverage says how much of what was asked really stands there, word for word or by a synonym of the glossary, weighted by
how rare each word is in the report. It decides whether there is an answer at all; the ranking adds unit, role,
level and
the nearness that the embeddings see.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from assistant.kinds import Kind
from assistant.question import Question, Wanted
from assistant.statements import ReportIndex, Statement, plain
from assistant.states import state_of
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.periods import DAY, contains
from ingest.ledgers import Figure, Role

OWN, SENTENCE, LEAD, BEFORE, HEADING = 1.0, 0.8, 0.7, 0.45, 0.35
UNDER = 0.9
SCATTERED = 0.3  # an unknown word away from the words it belongs to: "cao" and "lãnh" are not Cao Lãnh
BESIDE, ELSEWHERE = 0.85, 0.6  # right beside a figure; in its clause, but said of another one
MONEY = ("dong", "vnd")
_YEARS = re.compile(r"\d{4}-\d{4}")  # a range of years is a plan's term, no time at which a figure stands
UNLIKE = -0.2  # a figure that suits the question this badly gets no credit for standing near
CENTRAL, CENTRE = 0.5, 0.7  # a word that is half of the question must stand right at the figure
FOUND = 0.2  # below this level a wanted word counts as absent
PERSONS = frozenset({"người", "người dân"})
PEOPLE = tuple(
    f" {p} "
    for p in [
        "nguoi",
        "can bo",
        "cong chuc",
        "vien chuc",
        "hoi vien",
        "doan vien",
        "dai bieu",
        "hoc vien",
        "lao dong",
        "thanh vien",
        "cu tri",
        "giao vien",
        "hoc sinh",
        "nhan khau",
        "cong dan",
    ]
)
SCALES = ("nghin", "ngan", "trieu", "ty", "million", "billion")
MONEY_WORDS = frozenset({"chi phí", "ngân sách", "thu ngân sách", "chi thường xuyên", "giải ngân", "vốn", "thu nhập"})
SCORES = frozenset({"điểm"})  # what a score is told in; a count of something else in a text on scores is none
_COUNTS = re.compile(r"\bhow many\b")
_WHOLE = re.compile(
    r"\b(?:toan|ca) (?:xa|phuong|quan|huyen|thi xa|thanh pho|tinh|dia ban)\b|\b(?:district|province|commune)-?wide\b|"
    r"\b(?:whole|entire) (?:district|province|commune)\b"
)
AHEAD = frozenset({"chỉ tiêu", "phương hướng", "phấn đấu", "dự kiến", "giải pháp"})
ROW = 0.08  # a table row reads worse than a sentence: of two that say the same, the sentence is shown
REPORT = 0.5  # for being of the report that the question names
NEWEST = 0.06  # for being of the latest report, where no period is asked for: of like figures its is meant
PRIOR = 0.2  # for standing where the conversation already is
UNTRANSLATED = 0.2  # an English word that the glossary does not know proves nothing by being absent


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement, or one figure in it, as evidence. `coverage` is 0 to 1; `missing` are the wanted words not
    found near.

    `near` is the bonus for nearness in meaning; `lacks` is the share, 0 to 1, of the heaviest wanted word that
    stands nowhere around.
    """

    index: ReportIndex = field(repr=False)
    statement: Statement = field(repr=False)
    figure: Figure | None
    coverage: float
    score: float
    missing: tuple[Wanted, ...]
    levels: tuple[float, ...]
    lacks: float = 0.0
    near: float = 0.0


@dataclass(frozen=True, slots=True)
class Weighted:
    """A wanted term and what it weighs in one report; `alone` and `heads` are its words between single spaces."""

    wanted: Wanted
    weight: float
    alone: str = field(init=False)
    heads: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "alone", f" {self.wanted.words} ")
        object.__setattr__(self, "heads", tuple(f" {h} " for h in self.wanted.heads))


@dataclass(frozen=True, slots=True)
class Nearness:
    """What is said of one figure (its indicator, scope, unit) and what stands right beside it."""

    said: frozenset[str]
    local: frozenset[str]
    words: str


NAMES_REPORT = re.compile(r"\b(bao cao|ke hoach|van ban|report|plan)\b")
NAMING = 0.35  # what a word of the report's title counts where the question names the report


def affinity(question: Question, index: ReportIndex) -> float:
    """How much of a question stands in the title of a report, 0 to 1: "theo báo cáo Đề án 06 …" means one of
    several."""
    if not NAMES_REPORT.search(fold(question.clear)):
        return 0.0
    total = sum(w.weight for w in question.wanted) or 1.0
    return sum(w.weight for w in question.wanted if set(w.keys) & index.title) / total


def weigh(question: Question, index: ReportIndex) -> list[Weighted]:
    """The terms of a question weighted by their rarity in a report; the report's own name and period weigh nothing."""
    named = bool(NAMES_REPORT.search(fold(question.clear)))
    size = max(2, len(index.statements))
    own = fold(index.report.place) + " " + fold(index.report.issuer)
    weighted = []
    for wanted in question.wanted:
        if wanted.words and f" {wanted.words} " in f" {own} " and not wanted.must:
            continue
        frequency = max((index.frequency(k) for k in wanted.keys), default=0)
        rarity = math.log(1 + size / (1 + frequency)) / math.log(1 + size)
        weight = wanted.weight * (0.25 + 0.75 * rarity)
        if named and set(wanted.keys) & index.title:
            weight *= NAMING
        if wanted.foreign and not frequency:
            weight *= UNTRANSLATED
        weighted.append(Weighted(wanted, weight))
    return weighted


def _level(weighted: Weighted, statement: Statement, own: Nearness | None) -> float:
    wanted = weighted.wanted
    beside = weighted.alone in statement.plain
    if beside and own is None:
        return OWN
    if wanted.must or not wanted.keys:
        return OWN if beside else 0.0
    level = 0.0
    for key in wanted.keys:
        level = max(level, _key_level(key, statement, own))
    if level > SCATTERED and (wanted.beside[0] or wanted.beside[1]) and not _together(wanted, statement):
        return SCATTERED
    if 0 < level < UNDER and weighted.heads:
        words = own.words if own else statement.plain
        if any(h in words for h in weighted.heads):
            return UNDER  # "tiếp 386 lượt" under "Tiếp công dân": the verb here, its object above
    return level


def _together(wanted: Wanted, statement: Statement) -> bool:
    """Whether an unknown word stands beside one of the words it stands beside in the question."""
    left, right = wanted.beside
    return bool(
        (left and f" {left} {wanted.words} " in statement.plain)
        or (right and f" {wanted.words} {right} " in statement.plain)
    )


def _key_level(key: str, statement: Statement, own: Nearness | None) -> float:
    if own is None:
        if key in statement.own:
            return OWN
    elif key in own.said:
        return OWN
    elif key in own.local:
        return BESIDE
    elif key in statement.uncited_keys:
        return ELSEWHERE
    if key in statement.sentence:
        return SENTENCE if own is None else LEAD * 0.8
    if key in statement.lead:
        return LEAD
    if key in statement.before:
        return BEFORE
    if key in statement.heading:
        return HEADING
    return 0.0


def cover(
    weighted: Sequence[Weighted], statement: Statement, own: Nearness | None = None
) -> tuple[float, tuple[float, ...]]:
    """How much of the wanted terms a statement holds, 0 to 1, and the level at which it holds each."""
    levels = tuple([_level(w, statement, own) for w in weighted])
    total = held = 0.0
    for w, level in zip(weighted, levels, strict=True):
        total += w.weight
        held += w.weight * level
    return (held / total if total else 0.0), levels


def candidates(
    question: Question,
    index: ReportIndex,
    near: Mapping[int, float] = {},
    prior: frozenset[str] = frozenset(),
    newest: bool = False,
) -> list[Candidate]:
    """Every figure and statement of a report that speaks of what was asked, best first.

    `near` holds, for a statement's index, a bonus for nearness in meaning; `prior` block ids that the conversation
    is about; `newest`: the report is the latest of those asked.
    """
    weighted = weigh(question, index)
    asked = _asked(question)
    aimed = _aimed(weighted)
    likely = REPORT * affinity(question, index) + (NEWEST if newest and not question.periods else 0.0)
    found: list[Candidate] = []
    for statement in _touched(weighted, index, near):
        coverage, levels = cover(weighted, statement)
        bonus = likely + near.get(statement.index, 0.0) + (PRIOR if statement.block.id in prior else 0.0)
        if question.footnote is not None:
            bonus += 0.3 if statement.block.number == question.footnote and statement.block.anchor else -0.2
        if question.section and statement.block.section.upper().startswith(question.section):
            bonus += 0.15
        if statement.judging:
            bonus -= ROW
        if statement.row is not None and not question.appendix:
            bonus -= ROW
        if question.appendix:
            bonus += 0.15 if statement.block.section.startswith("Phụ lục") else -0.1
        missing = _missing(weighted, levels)
        found.append(
            Candidate(
                index,
                statement,
                None,
                coverage,
                coverage + bonus,
                missing,
                levels,
                _lacks(weighted, levels),
                near.get(statement.index, 0.0),
            )
        )
        for figure in statement.figures:
            fit = fits(asked, figure, statement, index)
            if fit is None:
                continue
            own = index.figure_keys[figure.id]
            inner, inner_levels = cover(
                weighted, statement, Nearness(own, index.local_keys[figure.id], index.local_words[figure.id])
            )
            score = inner + bonus + fit + focus(aimed, own, figure, index)
            missing = _missing(weighted, inner_levels)
            found.append(
                Candidate(
                    index,
                    statement,
                    figure,
                    inner,
                    score,
                    missing,
                    inner_levels,
                    _lacks(weighted, inner_levels),
                    near.get(statement.index, 0.0) if fit > UNLIKE else 0.0,
                )
            )
    found.sort(key=lambda c: (-c.score, c.statement.index, c.figure.at if c.figure else -1))
    return found


def _missing(weighted: Sequence[Weighted], levels: Sequence[float]) -> tuple[Wanted, ...]:
    return tuple([w.wanted for w, level in zip(weighted, levels, strict=True) if level < HEADING + 0.01])


def _lacks(weighted: Sequence[Weighted], levels: Sequence[float]) -> float:
    total = 0.0
    for w in weighted:
        total += w.weight
    most = 0.0
    for w, level in zip(weighted, levels, strict=True):
        if level < CENTRE:
            share = w.weight / (total or 1.0)
            if share > most and (level <= FOUND or share > CENTRAL):
                most = share
    return most


def _touched(weighted: Sequence[Weighted], index: ReportIndex, near: Mapping[int, float]) -> Iterable[Statement]:
    touched: set[int] = set(near)
    for w in weighted:
        if w.wanted.weight < 0.3 and len(weighted) > 2:
            continue
        for key in w.wanted.keys:
            touched.update(index.own.get(key, ()))
        if not w.wanted.keys:
            touched.update(s.index for s in index.statements if f" {w.wanted.words} " in s.plain)
    # What a footnote, list or table row hangs on may hold the asked words while its own clause does not.
    for number in list(touched):
        touched.update(index.by_block[index.statements[number].block.id])
    lead = {k for w in weighted for k in w.wanted.keys if w.wanted.weight >= 0.5}
    touched.update(s.index for s in index.statements if not s.lead.isdisjoint(lead))
    return (index.statements[i] for i in sorted(touched))


QUALIFIERS = frozenset(
    {
        "thường xuyên", "định kỳ", "đột xuất", "trực tuyến", "trực tiếp", "quá hạn", "trước hạn", "đúng hạn",
        "còn hạn", "khiếu nại", "tố cáo",
        "kiến nghị", "phản ánh", "giải quyết", "tồn đọng", "chuyển sang", "phát sinh", "không thuộc thẩm quyền",
        "chờ bổ sung", "từ chối", "rút đơn",
        "hòa giải thành", "hòa giải không thành", "số hóa", "thanh toán trực tuyến", "chỉ tiêu", "tăng", "giảm",
        "xếp hạng", "nâng cao", "kiểu mẫu",
        "cấp xã", "cấp huyện", "cấp tỉnh", "nhân rộng", "công nhận", "lưu động", "tự kiểm tra",
        "bưu chính công ích", "toàn trình", "một phần", "tiếp nhận", "mới", "đăng ký", "trả lời",
    }
)  # fmt: skip
_KINDS_OF_PETITION = frozenset({"khiếu nại", "tố cáo", "kiến nghị", "phản ánh"})


@dataclass(frozen=True, slots=True)
class Aimed:
    """The weighted terms of a question as `focus` reads them, worked out once for all figures of a report."""

    weighted: Sequence[Weighted]
    keys: frozenset[str]
    total: float
    petitions: frozenset[str]


def _aimed(weighted: Sequence[Weighted]) -> Aimed:
    keys = frozenset(k for w in weighted for k in w.wanted.keys)
    return Aimed(weighted, keys, sum(w.weight for w in weighted) or 1.0, keys & _KINDS_OF_PETITION)


def focus(aimed: Aimed, own: frozenset[str], figure: Figure, index: ReportIndex) -> float:
    """How squarely a figure is the one asked for: asked words in its indicator count, unasked qualifiers count
    against."""
    wanted = aimed.keys
    inside = 0.0
    for w in aimed.weighted:
        if not own.isdisjoint(w.wanted.keys):
            inside += w.weight
    named = index.scope_keys[figure.id]
    unasked = len(named - wanted) / len(named) if named and not _folded(figure.scope).startswith("cap ") else 0.0
    local = index.local_keys[figure.id]
    extra = (local & QUALIFIERS) - wanted - _KINDS_OF_PETITION
    kinds = local & _KINDS_OF_PETITION
    if kinds - wanted and (len(kinds) < 3 or (kinds & wanted and len(aimed.petitions) < 3)):
        extra |= {"khiếu nại", "tố cáo"}
    label = index.label_keys.get(figure.id, frozenset())
    column = 0.1 * len(label & wanted) / len(label) - 0.07 if label else 0.0
    asked = 0.06 * len(local & QUALIFIERS & wanted)
    if kinds and len(aimed.petitions) > len(kinds):
        asked -= 0.15  # a part of the kinds asked about together
    return (
        column
        + asked
        + 0.2 * inside / aimed.total
        - 0.05 * min(len(extra), 4)
        - 0.2 * unasked
        + (0.08 if named and not unasked else 0.0)
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as `fits` reads it, worked out once for all figures of a report.

    `keys` are the concepts it names, `words` its own folded words, `bases` what of it may follow a percentage; `counts`
    says that a number of things is wanted and no share, `whole` that it is of the whole unit, `state` whether of what
    is done or what is pending.
    """

    question: Question
    keys: frozenset[str]
    words: frozenset[str]
    bases: tuple[str, ...]
    money: bool
    compares: bool
    doubts: bool
    directs: bool
    counts: bool
    whole: bool
    state: str


def _asked(question: Question) -> Asked:
    folded = fold(question.clear)
    keys = frozenset(k for w in question.wanted for k in w.keys)
    bases = [f"{form} " for w in question.wanted if w.words for form in (w.words, *map(fold, w.keys))]
    money = any(is_money(u) for u in question.units) or (
        not question.percent and not question.units and not keys.isdisjoint(MONEY_WORDS)
    )
    return Asked(
        question,
        keys,
        frozenset(w.words for w in question.wanted),
        tuple(bases),
        money,
        question.is_(Kind.COMPARISON),
        question.is_(Kind.AUDIT, Kind.YES_NO),
        question.is_(Kind.DIRECTION),
        bool(_COUNTS.search(folded)),
        bool(_WHOLE.search(folded)),
        state_of(question.clear),
    )


def _is_base(asked: Asked, figure: Figure, statement: Statement) -> bool:
    """Whether what is asked for is what a percentage is taken of: "93,4% dân số" does not say how large the
    population is."""
    after = plain(statement.block.text[figure.at + len(figure.text) :][:40])
    return after.lstrip().startswith(asked.bases)


@lru_cache(maxsize=4_096)
def _folded(name: str) -> str:
    """A unit or scope without marks: a few names that stand at many figures."""
    return fold(name)


@lru_cache(maxsize=4_096)
def is_money(unit: str) -> bool:
    """Whether a unit is an amount of money."""
    words = fold(unit).split()
    return bool(words) and (words[0] in MONEY or any(a in SCALES and b in MONEY for a, b in pairwise(words)))


def unit_fits(question: Question, unit: str) -> bool:
    """Whether a figure's unit is the one asked for, or none was asked."""
    return not question.units or _is_unit(question.units, unit)


@lru_cache(maxsize=4_096)
def _is_unit(asked: tuple[str, ...], unit: str) -> bool:
    words = set(unit_key(unit).split())
    if PERSONS & set(asked) and any(p in f" {fold(unit)} " for p in PEOPLE):
        return True
    return any(set(fold(k).split()) & words for k in asked)


def fits(asked: Asked, figure: Figure, statement: Statement, index: ReportIndex) -> float | None:
    """How well a figure's unit, role, level and period suit a question; None where it cannot be the answer."""
    question = asked.question
    bonus = 0.0
    if not figure.unit and figure.text in asked.words and not asked.doubts:
        return None  # a number that the question itself names is no answer to it
    if figure.unit == "%" and not question.percent and _is_base(asked, figure, statement):
        return None
    if asked.money and not is_money(figure.unit):
        return None
    if asked.counts and figure.unit == "%" and not question.percent and not asked.compares:
        return None
    if asked.state and state_of(figure.indicator) not in {"", asked.state}:
        return None
    if question.percent and not asked.compares:
        bonus += 0.2 if figure.unit == "%" else -0.45
    elif question.units:
        if unit_fits(question, figure.unit):
            bonus += 0.15
        elif figure.unit == "%":
            return None
        elif not figure.unit:
            bonus -= 0.02
        elif not SCORES.isdisjoint(question.units):
            return None
        elif not set(question.units) & (index.local_keys[figure.id] | index.scope_keys[figure.id]):
            if question.language == "vi" or asked.money or any(index.frequency(k) for k in question.units):
                return None
            bonus -= 0.25  # a translated unit is less sure
    scope = _folded(figure.scope)
    if question.scope:
        if question.scope in scope:
            bonus += 0.15
        elif scope.startswith("cap "):
            return None
    if figure.scope and not question.levels:
        bonus -= 0.03 if scope.startswith(("cap ", "tong ")) else 0.0
    if asked.whole and scope:
        bonus -= 0.15
    if question.previous and figure.role is Role.PREVIOUS:
        bonus += 0.3
    if figure.role in {Role.PREVIOUS, Role.TARGET} and not (question.previous or question.periods):
        bonus -= 0.15
    if statement.ahead and not asked.directs and AHEAD.isdisjoint(asked.keys):
        bonus -= 0.35
    if figure.role is Role.CHANGE and not asked.compares:
        bonus -= 0.15
    if figure.role is Role.RANK and "xếp hạng" not in asked.keys:
        bonus -= 0.15
    if question.periods and not asked.compares and not _carried_over(question, figure, index):
        if not any(
            same_time(p, figure.period)
            or _to_date(p, figure.period, index)
            or p in index.table_periods.get(statement.block.id, ())
            for p in question.periods
        ):
            return None
        bonus += 0.05 if figure.period in question.periods else 0.0
    return bonus


def _carried_over(question: Question, figure: Figure, index: ReportIndex) -> bool:
    """Whether a figure is what a year hands to the next: in the report of the year asked it stands for that year."""
    return "chuyển sang" in index.figure_keys[figure.id] and index.report.period in question.periods


def _to_date(asked: str, held: str, index: ReportIndex) -> bool:
    """Whether a figure of the year so far stands in the very report of the month or quarter asked for."""
    return index.report.period == asked and len(held) > 4 and held[:4] == asked[:4] and contains(held, asked)


def same_time(asked: str, held: str) -> bool:
    """Whether what is held of one period answers for another: the same, a part of it, or the year or quarter
    around a day or month."""
    if asked == held or contains(asked, held):
        return True
    return bool(DAY.fullmatch(asked)) and not _YEARS.fullmatch(held) and contains(held, asked)

"""How far what was reached is from the target it is set over: by how much it exceeds it, or falls short of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from assistant.asked.restating import DOING, ask_again, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.wording import amount, number, quoted, unit
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.evidence.statements import plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure, Role

_NOT_REACHED = frozenset({Role.TARGET, Role.CHANGE, Role.PREVIOUS})
TRIED = 8  # candidates looked at for a target
POINTS = {"vi": "điểm phần trăm", "en": "percentage points"}

_TARGET = r"(?:chi tieu|muc tieu|ke hoach|nghi quyet|du toan|yeu cau|targets?|plan)"
_LESS = r"kem|thieu|hut|thap hon|con cach|cach"
_MUCH = r"(?:bao nhieu|may)"
_TOPS = (
    r"(?:exceed\w*|surpass\w*|beat|overshoots?|overshot|outstrip\w*|"
    r"pass(?:ed|es)?(?= the| its)|go(?:es)? beyond|went beyond|top(?:s|ped)?)"
)
_ABOVE = guarded(
    rf"\bcao hon\b[^?.;]{{0,30}}\b{_TARGET}\b[^?.;]{{0,40}}\b{_MUCH}\b|"
    rf"\b{_TARGET}\b[^?.;]{{0,80}}\b(?:du|doi|nhieu hon|hon)(?: ra| len)? {_MUCH}\b|"
    rf"\bvuot\b[^?.;]{{0,60}}\b{_MUCH}\b|\b{_MUCH}\b[^?.;]{{0,40}}\bvuot\b|"
    rf"\bby how (?:many|much)\b[^?.;]{{0,120}}\b{_TOPS}|\b{_TOPS}\b[^?.;]{{0,60}}\bby how (?:many|much)\b|"
    r"\b(?:above|over|beyond) (?:the |its |their )?(?:[\w’'-]+ )?target\b"
)
_BELOW = guarded(
    rf"\b(?:{_LESS}|it hon|chua dat)\b[^?.;]{{0,40}}\b{_TARGET}\b[^?.;]{{0,60}}\b{_MUCH}\b|"
    rf"\b(?:{_LESS})\b[^?.;]{{0,30}}\b{_MUCH}\b[^?.;]{{0,60}}\b{_TARGET}\b|"
    rf"\bcon (?:thieu )?{_MUCH} diem phan tram\b[^?;]{{0,120}}\b(?:dat|toi|bang|cham) (?:\w+ ){{0,2}}{_TARGET}\b|"
    rf"\b{_TARGET}\b[^?.;]{{0,120}}\b(?:kem|thieu|hut|con cach) {_MUCH}\b|"
    rf"\b(?:short of|below|under|behind|miss(?:ed)?) (?:the |its |their )?(?:[\w’'%.,-]+ ){{0,2}}{_TARGET}\b"
)
_AIM_COLUMN = re.compile(r"\W*(?:chi tieu|muc tieu|ke hoach) (?:nam|quy|thang|duoc giao|giao|de ra)\b")
_SET_BESIDE = re.compile(  # "mới đạt 11%, thấp hơn kế hoạch 15% đề ra"
    r"%?,? (?:con |van )?(?:thap hon|cao hon|vuot|chua dat|kem|so voi) (?:so voi )?(?:muc )?"
    r"(?:ke hoach|chi tieu|muc tieu)(?: de ra| la| duoc giao)? (?P<value>\d{1,3}(?:,\d+)?)%"
)
_OF_PLAN = re.compile(
    r"%? (?:so voi )?(?:ke hoach|chi tieu|muc tieu|du toan)\b(?P<whose>(?: (?!tang\b|giam\b|va\b)\w+){0,5})"
)
_MORE = re.compile(r"\b(?:tang|vuot)(?: \w+)?$")
WHOLE = Decimal(100)
_SAYS = frozenset(
    {
        "vuot", "kem", "thieu", "hut", "cach", "chua dat", "chi tieu", "muc tieu", "ke hoach", "nghi quyet", "du toan",
        "yeu cau", "diem phan tram", "du", "du ra", "doi ra",
        "exceed", "beat", "surpass", "target", "short", "below", "above",
    }
)  # fmt: skip


def answer_target_gap(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """What was reached less its target, or the target less it, as the question has it; None where no statement gives
    both."""
    asked = fold(question.clear)
    above = _ABOVE.search(asked) is not None
    if not above and _BELOW.search(asked) is None:
        return None
    told = _answer(question, found, lexicon, above)
    if told is None and not question.percent and not question.units:  # "vượt kế hoạch bao nhiêu?" may be a share
        told = _answer(replace(question, percent=True), found, lexicon, above)
    return told


def _answer(question: Question, found: Found, lexicon: Lexicon, above: bool) -> Draft | None:
    evidence = sorted(
        (
            c
            for index in found.indexes
            for c in ask_again(question, index, DOING | _SAYS, timeless=False)
            if c.figure is not None and enough(c)
        ),
        key=lambda c: -c.score,
    )
    if evidence and evidence[0].statement.row is not None:
        evidence = _of_one_row(question, evidence)
    for candidate in evidence[:TRIED]:
        figure = candidate.figure
        said_so = figure is not None and figure.role is Role.CHANGE and above and _is_more(candidate, figure)
        if figure is not None and said_so and _plan_itself(question, candidate, figure):
            return _stated(question, candidate, figure, lexicon)
        if figure is None or figure.role in _NOT_REACHED or not (question.percent or unit_fits(question, figure.unit)):
            continue
        if candidate.statement.row is not None and figure.period != _time_of(question, candidate):
            continue  # the month before stands in the same row
        target = _target(candidate, figure) or _plan_itself(question, candidate, figure)
        if target is None or (figure.value > target) is not above or figure.value == target:
            continue
        values = (figure.value, target) if above else (target, figure.value)
        return _gap(question, candidate, figure, values, lexicon)
    return None


def _of_one_row(question: Question, evidence: list[Candidate]) -> list[Candidate]:
    """The evidence of the row whose name says most of what is asked about word for word: "tỷ lệ số hóa hồ sơ" is not
    told by the row "tỷ lệ sử dụng dữ liệu đã số hóa"; the rows beside it answer nothing."""
    asked = {*pairwise(plain(question.clear).split())}
    like = [c for c in evidence if c.statement.row is not None and c.coverage >= evidence[0].coverage]
    best = max(like, key=lambda c: len(asked.intersection(pairwise(c.statement.plain.split()))))
    return [c for c in evidence if c.statement.row is None or c.statement is best.statement]


def _time_of(question: Question, candidate: Candidate) -> str:
    """The one time that is asked for, else that of the report."""
    return question.periods[0] if len(question.periods) == 1 else candidate.index.report.period


def _target(candidate: Candidate, figure: Figure) -> Decimal | None:
    """The target a figure is set over ("61/59 người"), the one that follows it ("51,8% (chỉ tiêu là 70%)"), or the only
    one of its row, where the columns say which is which."""
    if figure.comparison is not None and figure.comparison.period == "target":
        return figure.comparison.value
    if figure.unit == "%" and (said := _SET_BESIDE.match(_behind(candidate, figure))):
        return Decimal(said["value"].replace(",", "."))
    row = candidate.statement.row is not None
    if row and _is_aimed_at(figure):
        return None
    after = [
        f
        for f in candidate.statement.figures
        if (f.role is Role.TARGET or (row and _is_aimed_at(f)))
        and (f.at > figure.at or row)
        and unit_key(f.unit) == unit_key(figure.unit)
    ]
    if row and len(after) != 1:
        return None
    if not after:
        return None
    target = min(after, key=lambda f: f.at)
    between = (
        f for f in candidate.statement.figures if figure.at < f.at < target.at and f.role not in _NOT_REACHED
    )  # "hoàn thành 100% kế hoạch, đạt 30% (chỉ tiêu 20%)": the target is of what stands right before it
    if not row and any(unit_key(f.unit) == unit_key(figure.unit) for f in between):
        return None
    return target.value


def _plan_itself(question: Question, candidate: Candidate, figure: Figure) -> Decimal | None:
    """A hundred, for a share that is taken of the plan which the question names: "đạt 113% so với kế hoạch huyện giao"
    passes it by thirteen."""
    if figure.unit != "%" or candidate.statement.row is not None:
        return None
    said = _OF_PLAN.match(_behind(candidate, figure))
    if said is None:
        return None
    given = set(said["whose"].split()) - {"giao", "de", "ra", "duoc", "nam", "cua", "do"}
    asked = fold(question.clear)
    return WHOLE if all(f" {word} " in f" {asked} " for word in given if not word.isdigit()) else None


def _behind(candidate: Candidate, figure: Figure) -> str:
    return fold(candidate.statement.block.text[figure.at + len(figure.text) : candidate.statement.end])


def _is_aimed_at(figure: Figure) -> bool:
    """Whether the column of a cell says that it holds what is aimed at: "Chỉ tiêu năm 2031"."""
    place = figure.locator.table
    return place is not None and _AIM_COLUMN.match(fold(place.column or "").rpartition("› ")[2]) is not None


def _is_more(candidate: Candidate, figure: Figure) -> bool:
    return _MORE.search(fold(candidate.statement.block.text[: figure.at]).rstrip()) is not None


def _stated(question: Question, candidate: Candidate, figure: Figure, lexicon: Lexicon) -> Draft:
    """By how much a plan was passed, where the report says it itself: "tăng 20% so với kế hoạch tỉnh giao"."""
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    draft.say(amount(figure, question.language, lexicon), key)
    draft.say(quoted(excerpt(candidate.statement, figure.at), question.language), key)
    return draft


def _gap(
    question: Question, candidate: Candidate, figure: Figure, values: tuple[Decimal, Decimal], lexicon: Lexicon
) -> Draft:
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    high, low = values
    language = question.language
    told = POINTS[language] if figure.unit == "%" else unit(head_unit(figure.unit), language, lexicon)
    draft.calculation = Calculation(f"{high:f} - {low:f}", high - low, told, (Operand(high, key), Operand(low, key)))
    a, b, c = (number(v, language) for v in (high - low, high, low))
    sign = "%" if figure.unit == "%" else ""
    if WHOLE in values and not any(f.value == WHOLE for f in candidate.statement.figures):  # of the plan itself
        draft.calculation = Calculation(f"{high:f} - {low:f}", high - low, told, (Operand(figure.value, key),))
        draft.say(f"{a} {told} ({number(figure.value, language)}%)", key)
        draft.say(quoted(excerpt(candidate.statement, figure.at), language), key)
        return draft
    draft.say(f"{a} {told}".strip() + f" (= {b}{sign} − {c}{sign})", key)
    draft.say(quoted(excerpt(candidate.statement, figure.at), language), key)
    return draft

"""Whether a month reached what the report before it set for it: the aim from the one report, what came of it from the
other.

Reports of a series end with the tasks of the next month ("đưa tỷ lệ … đạt tối thiểu 90% trong tháng 8/2033"). An aim
alone does not say whether it was reached, nor a result that there was an aim: both are told, or nothing is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.asked.restating import DOING, ask_again, enough, sets_for_month
from assistant.claims import Language
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.levels import VALUES
from assistant.compose.times.across import alike, plainness
from assistant.compose.times.comparisons import answer_comparison
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.measured.bounds import bound_at, told_as_bound
from assistant.measured.running import PART_OF_YEAR
from assistant.measured.told_kinds import name_before
from assistant.question import Question, understand
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.language.periods import contains, previous
from ingest.ledgers import Role

OF_PART = 0.5  # what being of the part that is aimed at gives a figure
SAID, LACKING = 0.5, 0.34  # of what is asked, by an aim; the words on setting and reaching it are said of neither
_SETTING = re.compile(
    r"\b(?:chỉ tiêu|mục tiêu|mức|báo cáo|đặt ra|đề ra|đặt|yêu cầu|giao|phấn đấu|thực tế|thực hiện|kết quả|tối thiểu|"
    r"tối đa|ít nhất|dưới|trên|xuống|kéo giảm|giảm|có đạt(?: được)?|đạt(?: được)?|hoàn thành|chi tieu|muc tieu|"
    r"targets?|goals?|aims?|reports?|asked|set|required?|minimum|maximum|below|above|under|at least|bring|actual|"
    r"figure|met|meet|reach(?:ed)?|achieved?|hit)\b",
    re.IGNORECASE,
)
_NO_NAME = frozenset({"linh", "vuc", "mang", "nhom"})
_AT_MOST = re.compile(r"\b(?:dưới|không quá|tối đa|không vượt quá|không để quá)\s*$", re.IGNORECASE)
_LEFT = re.compile(r"\bcòn(?: (?:lại|tồn|khoảng))?\s*$", re.IGNORECASE)
_FEWER_BY = re.compile(r"\bgiảm(?: (?:ít nhất|tối thiểu|từ|trên|thêm|được))*\s*$", re.IGNORECASE)
_FEWER_OF = re.compile(r"%?\s+(?:tổng )?(?P<what>số (?:[^\W\d]+ ?){1,5}?)(?= (?:trong|của|tại|ở|so|đến)\b|[,.;)]|$)")
_SET_WORDS = (
    "chỉ tiêu|mục tiêu|mức|báo cáo|đặt ra|đề ra|đặt|yêu cầu|giao|phấn đấu|thực tế|thực hiện|kết quả|tối thiểu|"
    "tối đa|ít nhất|dưới|trên|xuống|kéo|kéo giảm|giảm|giảm xuống|đạt|đạt được|hoàn thành|tháng|số|mới|còn|target|"
    "goal|aim|report|ask|set|require|minimum|maximum|below|under|bring|actual|figure|met|meet|reach|achieve|new|hit|"
    "number|định mức|tiêu chuẩn|định|định ra|làm được|phải có|sang|phần|ngưỡng|mốc|cấp|kết cục|chạm|tới"
)
_SETS = frozenset(map(fold, _SET_WORDS.split("|")))


def answer_set_for_month(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """What was set for a month, what came of it and whether that is what was wanted; a draft without a word where the
    question asks for both and the reports give but one; None where it does not ask that."""
    if not sets_for_month(question):
        return None
    months = sorted(
        {p for p in (*question.periods, *question.report_periods) if PART_OF_YEAR.fullmatch(p) and "Q" not in p}
    )
    if not months or len(months) > 2:  # "tháng 5" alone is the month in which it was to be reached
        return None
    later = months[-1]
    earlier = months[0] if len(months) > 1 else previous(later)
    every = [*found.indexes, *found.beside]
    before = next((i for i in every if i.report.period == earlier), None)
    own = next((i for i in every if i.report.period == later), None)
    plain = replace(
        question,
        clear=_SETTING.sub(" ", question.clear),
        wanted=tuple(w for w in question.wanted if not w.words[:1].isdigit()),  # "xuống dưới 250": the aim itself
        units=() if set(map(fold, question.units)) <= {"thang"} else question.units,
        periods=(),
        report_periods=(),
        running="",
    )
    aims = _aims(plain, before, later) if before is not None else []
    if before is not None and not aims and not plain.units:  # "what was to be spent": so much, or so much of the plan
        aims = _aims(replace(plain, percent=True), before, later)
    if not aims:
        named = before is not None and earlier in question.report_periods and later in question.periods
        return Draft() if named else None  # what the report is said to set, it does not
    if aims and (falls := _fall_of(aims[0])):
        return _fallen(question, found, aims[0], falls, (earlier, later), lexicon)
    for aim in aims[:3]:
        reached = _reached(plain, aim, own) if own is not None else None
        if reached is not None:
            return _told(question.language, aim, reached, lexicon)
    return Draft()


def _aims(question: Question, index: ReportIndex, month: str) -> list[Candidate]:
    """What a report sets for a month, best first."""
    found = [
        c
        for c in ask_again(question, index, DOING | _SETS)
        if c.figure is not None and c.figure.role is Role.TARGET and c.statement.ahead
        and c.figure.period == month and c.coverage >= SAID and c.lacks < LACKING
        and (c.figure.unit == "%" if question.percent else _is_asked(question, c.figure.unit))
    ]  # fmt: skip
    return sorted(found, key=lambda c: -c.score)


def _fall_of(aim: Candidate) -> str:
    """The words for what is to become fewer by a share of it: "giảm ít nhất 12% số hộ nghèo"; "" where the share itself
    is aimed at."""
    assert aim.figure is not None
    text, end = aim.statement.block.text, aim.figure.at + len(aim.figure.text)
    behind = _FEWER_OF.match(text, end)
    falls = _FEWER_BY.search(text, max(aim.statement.start, aim.figure.at - 40), aim.figure.at)
    return behind["what"] if aim.figure.unit == "%" and falls and behind else ""


def _fallen(
    question: Question, found: Found, aim: Candidate, what: str, months: tuple[str, str], lexicon: Lexicon
) -> Draft:
    """What had become of the counts of both months beside what they were to fall by; a draft without a word where
    either month does not tell its own."""
    assert aim.figure is not None
    counted = [w for w in question.wanted if not ({fold(k) for k in w.keys} | {w.words}) & (_SETS | {"phan tram"})]
    asked = replace(
        question,
        clear=f"{what} {' '.join(w.words for w in counted if w.must)}: so với tháng trước giảm bao nhiêu?",
        wanted=tuple(w for w in counted if not w.words[:1].isdigit()),
        units=understand(f"bao nhiêu {what.split(' ', 1)[1]}", lexicon).units,
        kinds=(Kind.COMPARISON, Kind.FIGURE),
        percent=False,
        periods=months,
        report_periods=(),
    )
    draft = answer_comparison(asked, found, lexicon)
    if draft is None or draft.calculation is None or len(draft.calculation.operands) != 2:
        return Draft()
    times = {i.report.id: i.report.period for i in (*found.indexes, *found.beside)}
    told = {c.key: times.get(c.locator.report, "") for c in draft.citations}
    values = {told[o.key]: o.value for o in draft.calculation.operands}
    if set(values) != set(months) or not values[months[0]]:
        return Draft()
    before, now = (values[month] for month in months)
    met = (before - now) / before * 100 >= aim.figure.value
    key = draft.cite_statement(aim.index, aim.statement)
    share = f"{number(aim.figure.value, question.language)}%"
    if question.language == "vi":
        said = f"{'Đạt' if met else 'Không đạt'} mức giảm {share} đặt ra"
    else:
        said = f"{'Met' if met else 'Not met'}: a fall by {share} was asked for"
    draft.claims.insert(0, draft.claim(said, key))
    return draft


def _is_asked(question: Question, unit: str) -> bool:
    """Whether an aim is in the unit asked for; of a rest ("tối thiểu 19% kế hoạch") none may be named."""
    return unit_fits(question, unit) or any(unit_fits(question, part) for part in unit.split(", "))


def _reached(question: Question, aim: Candidate, index: ReportIndex) -> Candidate | None:
    """What the report of the month says of the same thing, in the same unit."""
    assert aim.figure is not None
    own = index.report.period
    if aim.figure.unit == "%":
        question = replace(question, percent=True, units=())
    found = [
        c
        for c in ask_again(question, index, DOING | _SETS)
        if c.figure is not None and c.figure.role in VALUES and not c.statement.ahead and enough(c)
        and _of_unit(c.figure.unit, aim.figure.unit)
        and (c.figure.period == own or contains(own, c.figure.period) or contains(c.figure.period, own))
        and not (index.running[c.figure.id] and c.statement.block.text.count("rong tháng"))
    ]  # fmt: skip
    if not _says_left(aim):  # what is still to be done is nothing that was done
        found = [c for c in found if not _says_left(c)]
    return max(found, key=lambda c: _nearness(question, c, aim), default=None)


def _says_left(candidate: Candidate) -> bool:
    """Whether a figure is told of what is left: "còn 310 trường hợp chưa xử lý"."""
    assert candidate.figure is not None
    text, at = candidate.statement.block.text, candidate.figure.at
    return _LEFT.search(text, max(candidate.statement.start, at - 24), at) is not None


def _of_unit(told: str, aimed: str) -> bool:
    """Whether a result is told in the unit of the aim, or in that among others: "06 cơ quan, đơn vị", "06 đơn vị"."""
    return unit_key(told) == unit_key(aimed) or fold(aimed) in fold(told).split(", ")


def _nearness(question: Question, candidate: Candidate, aim: Candidate) -> float:
    """How well a figure suits the question and what was aimed at: of the same part, where the aim is of one that stands
    before a bracket ("ở lĩnh vực đất đai (36 hồ sơ)"), and else of the whole."""
    assert candidate.figure is not None and aim.figure is not None
    part = name_before(candidate.figure, candidate.statement.block.text) - _NO_NAME
    said = frozenset(fold(aim.figure.indicator).split())
    near = candidate.score + 0.5 * alike(candidate, aim) - plainness(question, candidate)
    if part:
        return near + (OF_PART if part <= said else -OF_PART)
    return near - (OF_PART if fold(candidate.figure.scope) != fold(aim.figure.scope) else 0.0)


def _told(language: Language, aim: Candidate, reached: Candidate, lexicon: Lexicon) -> Draft:
    assert aim.figure is not None and reached.figure is not None
    text, at = aim.statement.block.text, aim.figure.at
    most = _AT_MOST.search(text, max(0, at - 24), at) is not None
    value, limit = reached.figure.value, aim.figure.value
    under = most and bound_at(text, at) == "dưới"
    met = (value < limit if under else value <= limit) if most else value >= limit
    tails = [unit(head_unit(c.figure.unit), language, lexicon) for c in (reached, aim) if c.figure is not None]
    a, b = (
        f"{number(v, language)}{tail if tail == '%' else f' {tail}' if tail else ''}"
        for v, tail in zip((value, limit), tails, strict=True)
    )
    b = told_as_bound(b, bound_at(text, at), language)
    draft = Draft()
    keys = (draft.cite_statement(reached.index, reached.statement), draft.cite_statement(aim.index, aim.statement))
    if language == "vi":
        draft.say(f"{'Đạt' if met else 'Chưa đạt'}: thực hiện {a}, mục tiêu đặt ra {b}", *keys)
    else:
        draft.say(f"{'Met' if met else 'Not met'}: {a} reached, {b} aimed at", *keys)
    for c, key in zip((aim, reached), reversed(keys), strict=True):
        assert c.figure is not None
        draft.say(quoted(excerpt(c.statement, c.figure.at, 24), language), key)
    return draft

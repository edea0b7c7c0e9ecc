"""Figures of several levels side by side: found by what they say alike, summed, and set against each other."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.asked.restating import DOING, LEVELS, adds, ask_again, compares, enough, levels
from assistant.claims import Calculation, Language, Operand
from assistant.compose.citing import Draft
from assistant.compose.figures.level_of import LEVEL, in_lines, level_of
from assistant.compose.parts import asked_parts
from assistant.compose.wording import amount, number, scope, unit
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement
from assistant.question import Question
from assistant.verify import work_out
from assistant.words.everyday import STOP
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure, Role

VALUES = frozenset({Role.ACTUAL, Role.PART, Role.TOTAL, Role.SHARE, Role.RATE, Role.RANK})
OF_DISTRICT = ("cap huyen", "cap xa")  # "cấp nào cao hơn" sets these against each other
TRIED = 14  # candidates looked at
_BOTH = guarded(
    r"\b(?:ca )?(?:hai|2) cap\b|\b(?:cac|moi|tat ca cac) cap\b|\bca (?:cap )?(?:huyen|xa|tinh)\b.{0,12}\b(?:va|lan)\b|"
    r"\b(?:counting|including|together with|along with)(?: also)? (?:the |those at (?:the )?)?"
    r"(?:commune|district)[- ]level|"
    r"\b(?:tinh|ke|gom|cong)(?: (?:them|luon))? ca (?:o |cua |phan (?:cua )?)?cap (?:xa|huyen)\b|"
    r"\b(?:tinh|ke|gom|cong)(?: (?:them|luon))? ca phan (?:cua )?(?:cac )?xa\b|"
    r"\b(?:both|all|the two|two)\b.{0,30}\blevels\b|"
    r"\bboth (?:the )?(?:commune|district|provinc)\w* and\b.{0,20}\blevel\b"
)
_TOGETHER = re.compile(r"\btinh (?:chung|gop|ca)\b|\btat ca\b|\bgop\b|\bca thay\b|\baltogether\b|\bcombined\b")
_OF_LEVELS = DOING | {
    "muc do",
    "level",
    "levels",
    "cap xa",
    "cap huyen",
    "cap tinh",
    "huyen",
    "xa",
    "cap",
    "hai cap",
    "district",
    "commune",
    "ca hai",
}
_SIDES = re.compile(
    r"\b(?:hay|hoac|va|voi|or|and|than|against|versus|vs)\b|\bhon (?:o |cua |so voi )?(?:cap|huyen|tinh|xa)\b"
)
_MORE = re.compile(
    r"\b(?:cao|nhieu|lon|it|thap|nho|kem) hon\b|\bhon\b|\b(?:more|fewer|higher|lower|larger|smaller|"
    r"greater|bigger|better|worse|less)\b|\bchenh\b|\bdiffer"
)
_BETTER = re.compile(r"\b(?:tot|kem) hon\b|\b(?:better|worse)\b")  # of more and fewer files neither is better
_WHICH = re.compile(r"\bcap nao\b|\b(?:which|what) level\b")
_TIMES = re.compile(
    r"\bgap (?:khoang |gan )?(?:may|bao nhieu) lan\b|\bhow many times (?:as|more|higher|larger|greater)\b"
)
_LESS = re.compile(r"\b(?:it|thap|nho|kem) hon\b|\b(?:fewer|lower|smaller|less|worse)\b")


def siblings(candidate: Candidate) -> list[tuple[Figure, Statement]]:
    """The figures that say the same as a candidate's, each of another level, in one block; its own included.

    What is the same: unit, and role and indicator but for the level named in it; where the report words the levels
    differently, the figure whose indicator has most words in common, more than half.
    """
    first = candidate.figure
    place = fold(candidate.index.report.place).partition(" ")[0]
    reports_own = LEVELS.get(place, "")
    index, block = candidate.index, candidate.statement.block
    held = [(f, index.statements[at]) for at in index.by_block[block.id] for f in index.statements[at].figures]
    if any(fold(f.scope) == reports_own or level_of(f, s) == reports_own for f, s in held):
        reports_own = ""  # where it is named what is of none is of them all
    own = level_of(first, candidate.statement) if first is not None else ""
    if first is not None and not own and first.role is not Role.TOTAL and not first.scope:
        own = reports_own
    if first is None or not own:
        return []
    of_level: dict[str, list[tuple[Figure, Statement]]] = {}
    for at in index.by_block[block.id]:
        statement = index.statements[at]
        for figure in sorted(statement.figures, key=lambda f: f.at):
            level = level_of(figure, statement)
            if not level and not figure.scope and figure.role is not Role.TOTAL and "tong" not in _words(figure):
                level = reports_own  # a level left unnamed beside another one is the report's own
            if (
                level
                and unit_key(figure.unit) == unit_key(first.unit)
                and (figure.role in COUNTED) == (first.role in COUNTED)
            ):
                of_level.setdefault(level, []).append((figure, statement))
    same = [f for f, _ in of_level.get(own, []) if _kind(f) == _kind(first)]
    rank = next((i for i, f in enumerate(same) if f.id == first.id), 0)
    found = []
    for level, held in of_level.items():
        if level == own:
            found.append((first, candidate.statement))
            continue
        exact = [p for p in held if _kind(p[0]) == _kind(first)]
        if rank < len(exact):
            found.append(exact[rank])
            continue
        nearest = max(held, key=lambda p: _shared(p[0], first))
        if _shared(nearest[0], first) > 0.5:
            found.append(nearest)
    return found


def _words(figure: Figure) -> list[str]:
    return re.findall(r"\w+", LEVEL.sub(" ", fold(figure.indicator)))


def _kind(figure: Figure) -> tuple[str, str]:
    return " ".join(_words(figure)), "" if figure.role in COUNTED - {Role.PART} else figure.role.value


def _shared(a: Figure, b: Figure) -> float:
    """How much two indicators say the same, 0 to 1: over all their words, or evenly over all and the last part."""

    def same(left: set[str], right: set[str]) -> float:
        return len(left & right) / (len(left | right) or 1)

    whole = same(set(_words(a)), set(_words(b)))
    last = same(
        *({w for w in re.findall(r"\w+", fold(f.indicator.rpartition(":")[2])) if w not in STOP} for f in (a, b))
    )
    return max(whole, (whole + last) / 2)


def answer_sum(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """One figure over all levels: the total that the report states, else the sum; None where they stand apart."""
    asked = fold(question.clear)
    wanted = levels(question)
    named = bool(_BOTH.search(asked)) or (len(wanted) > 1 and (adds(question) or bool(_TOGETHER.search(asked))))
    if (
        question.percent
        or compares(question)
        or (not named and (not adds(question) or question.scope))
        or not question.is_(Kind.FIGURE, Kind.TOTAL)
    ):
        return None
    open_question = replace(question, scope="", levels=())
    evidence = [
        c for i in found.indexes for c in ask_again(open_question, i, _OF_LEVELS if named else DOING, timeless=False)
    ]
    evidence = [c for c in evidence if c.figure is not None and enough(c)]
    evidence = [c for c in evidence if _counts_what_is_asked(question, c)] or evidence
    evidence.sort(key=lambda c: -c.score)
    if not evidence:
        return None
    best = evidence[0]
    for candidate in evidence[:24]:
        figure = candidate.figure
        if figure is None or candidate.score < best.score - (0.3 if named else 0.12):
            break
        if figure.role not in COUNTED or figure.unit == "%" or candidate.statement.ahead:
            continue
        if not level_of(figure, candidate.statement) and len(wanted) < 2:
            if not named and not figure.scope and candidate.score >= best.score - 0.02:
                return None  # the report's own figure answers: it is the total
            continue
        parts = siblings(candidate)
        if len(wanted) > 1:
            parts = [
                p
                for p in parts
                if (level_of(*p) or LEVELS.get(fold(candidate.index.report.place).partition(" ")[0], "")) in wanted
            ]
        if len(parts) < max(2, len(wanted)):
            continue
        return _summed(question, candidate.index, parts, lexicon)
    return None


def _counts_what_is_asked(question: Question, candidate: Candidate) -> bool:
    """Whether a figure is told in the very unit asked for: of "52 cuộc có 2.641 lượt người" sessions are the first."""
    return candidate.figure is not None and unit_key(candidate.figure.unit) in {fold(u) for u in question.units}


def _summed(question: Question, index: ReportIndex, parts: list[tuple[Figure, Statement]], lexicon: Lexicon) -> Draft:
    language = question.language
    draft = Draft()
    operands = [Operand(f.value, draft.cite_statement(index, s)) for f, s in parts]
    value = sum((o.value for o in operands), Decimal(0))
    first = parts[0][0]
    whole = _stated_total(index, parts)
    terms = " + ".join(number(o.value, language) for o in operands)
    keys = tuple(o.key for o in operands)
    draft.calculation = Calculation(
        " + ".join(f"{o.value:f}" for o in operands), value, head_unit(first.unit), tuple(operands)
    )
    if whole is not None and whole[0].value != value:
        key = draft.cite_statement(index, whole[1])
        draft.say(amount(whole[0], language, lexicon), key)
        summed = number(value, language)
        draft.say(
            f"Cộng các phần được {summed} (= {terms}), không khớp với tổng đã ghi"
            if language == "vi"
            else f"The parts add up to {summed} (= {terms}), which does not match the stated total",
            *keys,
        )
        return draft
    name = unit(head_unit(first.unit), language, lexicon)
    draft.say(f"{number(value, language)} {name}".strip() + f" (= {terms})", *keys)
    for figure, statement in parts:
        key = draft.cite_statement(index, statement)
        level = scope(figure.scope, language)
        if level:
            draft.say(f"{level[:1].upper()}{level[1:]}: {amount(figure, language, lexicon)}", key)
    return draft


def _stated_total(index: ReportIndex, parts: list[tuple[Figure, Statement]]) -> tuple[Figure, Statement] | None:
    """The total that stands behind the parts in their own sentence: "tổng cộng 333 cuộc"."""
    last, statement = parts[-1]
    text = statement.block.text
    for at in index.by_block[statement.block.id]:
        other = index.statements[at]
        for figure in other.figures:
            if (
                figure.scope
                or unit_key(figure.unit) != unit_key(last.unit)
                or figure.at < last.at
                or figure.value < max(f.value for f, _ in parts)
            ):
                continue
            if "tong" in fold(text[last.at : figure.at]).split():
                return figure, other
    return None


def answer_levels(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """Two levels of one report set against each other ("cấp huyện hay cấp xã cao hơn"), or the value of each where one
    thing is asked of both ("tỷ lệ đúng hạn cấp huyện, cấp xã là bao nhiêu")."""
    folded = fold(question.clear)
    wanted = levels(question) or (OF_DISTRICT if _WHICH.search(folded) else ())
    compared = bool(_MORE.search(folded) and (_SIDES.search(folded) or _WHICH.search(folded)))
    compared = compared or bool(_TIMES.search(folded))
    if len(wanted) != 2 or not (compared or _asks_of_each(question, lexicon)):
        return None
    open_question = replace(question, scope="", levels=())
    without = DOING | {
        fold(w)
        for w in (
            "cấp xã",
            "cấp huyện",
            "cấp tỉnh",
            "cấp",
            "giữa",
            "mức độ",
            "level",
            "huyện",
            "xã",
            "district",
            "commune",
        )
    }
    without |= {"gap", "lan", "gấp", "lần", "times", "many"} if _TIMES.search(folded) else set()
    evidence = [
        c
        for index in found.indexes
        for c in ask_again(open_question, index, without)
        if c.figure is not None and enough(c)
    ]
    evidence.sort(key=lambda c: -c.score)
    for candidate in evidence[:TRIED]:
        figure = candidate.figure
        if (
            figure is None
            or figure.role not in VALUES
            or (figure.unit == "%") != (question.percent or bool(_BETTER.search(folded)))
            or candidate.statement.ahead
        ):
            continue
        parts = [p for p in siblings(candidate) if (level_of(*p) or wanted[0]) in wanted]
        if len(parts) != 2:
            parts = in_lines(candidate, evidence, wanted)
        if len(parts) != 2:
            continue
        if not compared:
            return _each_of(question, candidate.index, parts, lexicon, wanted)
        parts.sort(key=lambda p: -p[0].value)
        (high, above), (low, below) = parts
        if _TIMES.search(folded):
            return _times(question, candidate.index, parts, lexicon, wanted)
        language = question.language
        draft = Draft()
        keys = [draft.cite_statement(candidate.index, above), draft.cite_statement(candidate.index, below)]
        gap = high.value - low.value
        draft.calculation = Calculation(
            f"{high.value:f} - {low.value:f}",
            gap,
            points(high.unit, language),
            (Operand(high.value, keys[0]), Operand(low.value, keys[1])),
        )
        name = unit_tail(high, lexicon, language)
        a, b, c = (number(v, language) for v in (high.value, low.value, gap))
        of_gap = f" {points('%', language)}" if name == "%" else name
        less = bool(_LESS.search(folded))
        first, second = ((low, b), (high, a)) if less else ((high, a), (low, b))
        lead = scope(first[0].scope or _named(first[0], parts, wanted), language)
        lead = lead[:1].upper() + lead[1:]
        other = scope(second[0].scope or _named(second[0], parts, wanted), language)
        way = ("thấp hơn" if less else "cao hơn") if language == "vi" else ("lower" if less else "higher")
        if not gap:
            draft.say(f"Bằng nhau: {a}{name}" if language == "vi" else f"Equal: {a}{name}", *keys)
        elif language == "vi":
            draft.say(f"{lead} {way}: {first[1]}{name}, {other} {second[1]}{name}, chênh {c}{of_gap}", *keys)
        else:
            draft.say(
                f"{lead} is {way}: {first[1]}{name} against {second[1]}{name} at {other}, a difference of {c}{of_gap}",
                *keys,
            )
        return draft
    return None


def _times(
    question: Question,
    index: ReportIndex,
    parts: list[tuple[Figure, Statement]],
    lexicon: Lexicon,
    wanted: tuple[str, ...],
) -> Draft | None:
    """How many times as much the one level has as the other, the greater first."""
    (high, above), (low, below) = parts
    draft, language = Draft(), question.language
    keys = [draft.cite_statement(index, above), draft.cite_statement(index, below)]
    formula = f"{high.value:f} / {low.value:f}"
    times = work_out(formula)
    if times is None:
        return None
    operands = (Operand(high.value, keys[0]), Operand(low.value, keys[1]))
    draft.calculation = Calculation(formula, times, "lần" if language == "vi" else "times", operands)
    more, less = (scope(f.scope or _named(f, parts, wanted), language) for f in (high, low))
    name = unit_tail(high, lexicon, language)
    t, a, b = (number(v, language) for v in (times, high.value, low.value))
    if language == "vi":
        draft.say(f"{more[:1].upper()}{more[1:]} gấp {t} lần {less} (= {a}/{b}{name})", *keys)
    else:
        draft.say(f"{more[:1].upper()}{more[1:]} has {t} times as many as {less} (= {a}/{b}{name})", *keys)
    return draft


def _asks_of_each(question: Question, lexicon: Lexicon) -> bool:
    """Whether one value is asked of each of the levels named, and neither their sum nor what changed."""
    if not question.is_(Kind.FIGURE) or question.is_(Kind.COMPARISON, Kind.EXTREME, Kind.AUDIT, Kind.CAUSE, Kind.LIST):
        return False
    asked = fold(question.clear)
    summed = adds(question) or question.is_(Kind.TOTAL) or _BOTH.search(asked) or _TOGETHER.search(asked)
    return not summed and len(asked_parts(question, lexicon)) < 2


def _each_of(
    question: Question,
    index: ReportIndex,
    parts: list[tuple[Figure, Statement]],
    lexicon: Lexicon,
    wanted: tuple[str, ...],
) -> Draft:
    """The value of each level, by its name, in the order of the report."""
    draft = Draft()
    for figure, statement in sorted(parts, key=lambda part: (part[1].index, part[0].at)):
        name = scope(figure.scope or _named(figure, parts, wanted), question.language)
        value = f"{number(figure.value, question.language)}{unit_tail(figure, lexicon, question.language)}"
        draft.say(f"{name[:1].upper()}{name[1:]}: {value}", draft.cite_statement(index, statement))
    return draft


def _named(figure: Figure, parts: list[tuple[Figure, Statement]], wanted: tuple[str, ...]) -> str:
    """The level of a figure that its own scope does not name; where nothing names it, the one that no other is of."""
    told = [level_of(f, s) for f, s in parts]
    level = next(of for of, (f, _) in zip(told, parts, strict=True) if f is figure)
    level = level or next((other for other in wanted if other not in told), "")
    return {"cap xa": "cấp xã", "cap huyen": "cấp huyện", "cap tinh": "cấp tỉnh"}.get(level, level)


def unit_tail(figure: Figure, lexicon: Lexicon, language: Language) -> str:
    """The unit of a figure as it follows a number: " hồ sơ", "%", or nothing."""
    name = unit(figure.unit, language, lexicon)
    return name if name == "%" else f" {name}" if name else ""


def points(name: str, language: Language) -> str:
    """The unit of a difference: of two shares it is percentage points."""
    if name != "%":
        return name
    return "điểm phần trăm" if language == "vi" else "percentage points"

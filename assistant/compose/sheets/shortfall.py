"""What points fall short of the most that is granted: by how much, and where a body lost most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Language, Operand
from assistant.compose.citing import Draft
from assistant.compose.sheets.granted import Granted, granted_in
from assistant.compose.sheets.reading import ASKING, Reading, read, reading_of
from assistant.compose.sheets.sheet import LITTLE, Column, Holds, name_of, sheets_of
from assistant.compose.sheets.telling import apart, cite_most, printed
from assistant.compose.wording import number
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.numbers import parse_number

_MANY = r"(?:bao nhieu|may)"
LOST = guarded(
    rf"\b(?:mat|hut|thieu|bi tru|tru mat|kem|con cach|cach|thap hon)(?: di| mat)?(?: {_MANY})? diem\b|"
    rf"\b(?:mat|hut|bi tru|tru mat)(?: di| mat)? {_MANY}\b|\bdiem (?:bi )?(?:mat|tru|hut)\b|"
    r"\bpoints?\b.{0,60}\b(?:los[te]|losing|lose|short|missing|missed|below|under|off|dropped?|deducted)\b|"
    r"\b(?:los[te]|losing|lose|short|missed|dropped?)\b.{0,30}\bpoints?\b|\b(?:how many|most|fewest|"
    r"least) points\b.{0,60}\blose\b"
)
_TO_MOST = re.compile(r"\b(?:toi da|tron diem|diem tron|maximum|full|most|max)\b")
_LOSES = re.compile(r"\b(?:mat|hut|tru)\b|\b(?:los[te]|losing|lose|deducted)\b")
_MOST = re.compile(r"\b(?:mat|hut|tru)(?: di)?(?: nhieu)?(?: diem)?(?: nhieu)? nhat\b|\b(?:most|largest|biggest)\b")
_LEAST = re.compile(r"\b(?:mat|hut|tru)(?: di)?(?: it)?(?: diem)?(?: it)? nhat\b|\b(?:fewest|least|smallest)\b")
_FEW = re.compile(r"\bit(?: diem)? nhat\b|\b(?:fewest|least|smallest)\b")
_CRITERION = re.compile(
    r"\b(?:tieu chi|nhom(?: chi so)?|linh vuc|noi dung|mang) (?:nao|gi)\b|\b(?:which|what|in which) (?:\w+ ){0,2}?"
    r"(?:criteri(?:on|a)|fields?|areas?|groups?|components?)\b"
)
_BODY = re.compile(
    r"\b(?:don vi|co quan|so|nganh|dia phuong|xa|phuong) nao\b|\bwhich (?:\w+ ){0,2}(?:units?|bod\w+|"
    r"departments?|agenc\w+)\b"
)
_TOGETHER = "tong ca cong bang gop lai tat altogether all together combined sum mat hut tru lose lost points across"
_ASIDE = "mat diem nhieu it nhat toi da hut tru most least points lost"


def answer_shortfall(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """What the points of a row, or of a criterion, fall short of their most; where one that is named lost most."""
    asked = fold(question.clear)
    if (
        question.followup
        or question.is_(Kind.CAUSE, Kind.AUDIT)
        or (not LOST.search(asked) and not (_LOSES.search(asked) and (_MOST.search(asked) or _LEAST.search(asked))))
    ):
        return None
    most = bool(_MOST.search(asked)) or bool(_LEAST.search(asked))
    if not (_LOSES.search(asked) or _TO_MOST.search(asked)):
        return None
    if most and (_CRITERION.search(asked) or _BODY.search(asked)):
        return _where_most(question, indexes, lexicon, asked)
    told = _of_sentence(question, indexes, lexicon)
    if told is not None:
        return told
    read_on = [(r, c, g) for r in read(question, indexes, lexicon, _ASIDE) if len(r.rows) == 1 for c, g in _out_of(r)]
    return shortfall_of(question, *read_on[0]) if len(read_on) == 1 else None


def _out_of(r: Reading) -> list[tuple[Column, Granted]]:
    """The points of the row read with what they are out of."""
    column = r.column(Holds.POINTS)
    granted = r.sheet.most_of(r.rows[0], column) if column is not None else None
    if column is None or granted is None:
        return []
    value = r.sheet.value(r.rows[0], column)
    if any(c.holds is Holds.LOST for c in r.sheet.columns):
        return []
    return [(column, granted)] if value is not None and value <= granted.most else []


def shortfall_of(question: Question, r: Reading, column: Column, granted: Granted, more: str = "") -> Draft:
    """What the points of the one row read fall short of their most, worked out."""
    (row,) = r.rows
    draft, language = Draft(), question.language
    key = r.sheet.cite(draft, row)
    at = cite_most(draft, r.sheet, granted)
    value = r.sheet.value(row, column) or Decimal(0)
    gap = apart(draft, (granted.most, at), (value, key), language, "điểm")
    of_what = r.sheet.criterion if column.words <= r.sheet.about | LITTLE else column.label
    of_what = f", {of_what}" if of_what and fold(of_what) != fold(name_of(r.sheet, row)) else ""
    got, whole = number(value, language), number(granted.most, language)
    said = (
        f"mất {gap} điểm ({got}/{whole} điểm)" if language == "vi" else f"{gap} points lost ({got} of {whole} points)"
    )
    draft.say(f"{name_of(r.sheet, row)}{of_what}: {said}{more}", key, at)
    return draft


def _where_most(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon, asked: str) -> Draft | None:
    """The criterion in which the row named lost most, or least; of a table of criteria the row that did."""
    few = bool(_FEW.search(asked))
    times = {*question.report_periods, *question.periods}
    chosen = [i for i in indexes if i.report.period in times] or list(indexes)
    found: list[tuple[Decimal, int, Reading, Column, Granted]] = []
    for at, index in enumerate(chosen):
        for sheet in sheets_of(index, lexicon):
            if sheet.most is None:
                continue
            r = reading_of(question, sheet, lexicon, _ASIDE)
            if r is None or len(r.rows) != 1 or (column := sheet.whole(Holds.POINTS)) is None:
                continue
            granted, value = sheet.most_of(r.rows[0], column), sheet.value(r.rows[0], column)
            if granted is not None and value is not None:
                found.append((granted.most - value, at, r, column, granted))
    if len(found) > 1 and len({at for _, at, *_ in found}) == 1 and _CRITERION.search(asked):
        best = (min if few else max)(f[0] for f in found)
        first = [f for f in found if f[0] == best]
        return shortfall_of(question, *first[0][2:]) if len(first) == 1 else None
    told = _of_sentence(question, indexes, lexicon, few=few) if _CRITERION.search(asked) else None
    return told or _of_rows(question, indexes, lexicon, few=few)


def _of_rows(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon, *, few: bool) -> Draft | None:
    """The row that lost most in one table: of criteria, or of bodies set against each other in one criterion."""
    drafts = []
    for r in read(question, indexes, lexicon, _ASIDE):
        if r.rows or any(c.holds is Holds.LOST for c in r.sheet.columns):
            continue  # what was lost is told there
        column = r.column(Holds.POINTS)
        held = [
            (g.most - v, row, g)
            for row in (r.sheet.rows() if column is not None else ())
            if column is not None
            and (g := r.sheet.most_of(row, column)) is not None
            and (v := r.sheet.value(row, column)) is not None
            and v <= g.most
        ]
        if column is None or len(held) < 3:
            continue
        best = (min if few else max)(h[0] for h in held)
        first = [h for h in held if h[0] == best]
        if len(first) == 1:
            one = Reading(question, r.sheet, (first[0][1],), r.terms, r.own)
            drafts.append(shortfall_of(question, one, column, first[0][2]))
    return drafts[0] if len(drafts) == 1 else None


def _of_sentence(
    question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon, *, few: bool | None = None
) -> Draft | None:
    """What the criterion that is named, in a sentence that tells several with their most, falls short of it; of all of
    them the one that does most, or least."""
    times = {*question.report_periods, *question.periods}
    for index in [i for i in indexes if i.report.period in times] or indexes:
        scored = [g for g in granted_in(index) if g.got is not None]
        if not scored or any(p != index.report.period and not index.report.period.startswith(p) for p in times):
            continue
        if few is None:
            scored = named_in(question, scored, lexicon)
        else:
            gaps = [g.most - (g.got or Decimal(0)) for g in scored]
            scored = [g for g, gap in zip(scored, gaps, strict=True) if gap == (min if few else max)(gaps)]
        if len(scored) != 1:
            continue
        (g,) = scored
        assert g.block is not None and g.got is not None
        draft, language = Draft(), question.language
        key = draft.cite(index, g.block, g.start, g.end)
        gap = apart(draft, (g.most, key), (g.got, key), language, "điểm")
        got, whole = number(g.got, language), number(g.most, language)
        said = (
            f"mất {gap} điểm ({got}/{whole} điểm)"
            if language == "vi"
            else f"{gap} points lost ({got} of {whole} points)"
        )
        draft.say(f"{g.name}: {said}", key)
        return draft
    return None


def named_in(question: Question, criteria: Sequence[Granted], lexicon: Lexicon) -> list[Granted]:
    """The criteria that a question names: by most of their words, by all their concepts, or by what stands before the
    comma in their name alone ("tiến độ" of "Tiến độ, kết quả giải quyết")."""
    text = plain(question.clear)
    asked = set(text.split())
    meant = {k for w in question.wanted for k in w.keys}
    found = []
    for g in criteria:
        words = set(plain(g.name).split()) - LITTLE
        concepts = keys(lexicon, g.name) - {"điểm", "tỷ lệ"}
        said = bool(words) and len(words & asked) >= 0.6 * len(words)
        head, comma, _ = g.name.partition(",")
        first = plain(head).strip()
        of_head = keys(lexicon, head) if comma else frozenset()
        said = said or (bool(comma) and " " in first and f" {first} " in text) or (bool(of_head) and of_head <= meant)
        if said or (bool(concepts) and len(concepts & meant) >= 0.6 * len(concepts)):
            found.append(g)
    return found


_AT_MOST = re.compile(
    r"\b(?:dat|duoc|co)(?: diem)?(?: so)? (?:toi da|tron diem)\b|\b(?:full|maximum) (?:marks|points|scores?)\b"
)


def answer_at_most(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The criteria on which the row named reached the most that is granted, or the lack of any."""
    asked = fold(question.clear)
    if question.followup or not _AT_MOST.search(asked) or not _CRITERION.search(asked):
        return None
    for index in indexes:
        found = []
        for sheet in sheets_of(index, lexicon):
            r = reading_of(question, sheet, lexicon, f"{_ASIDE} tron") if sheet.most is not None else None
            column = sheet.whole(Holds.POINTS) if r is not None and len(r.rows) == 1 else None
            if r is None or column is None or (granted := sheet.most_of(r.rows[0], column)) is None:
                continue
            found.append((r, column, granted))
        if len(found) < 2:
            continue
        reached = [f for f in found if f[0].sheet.value(f[0].rows[0], f[1]) == f[2].most]
        draft, language, keys_of, told = Draft(), question.language, [], []
        for r, column, granted in reached:
            keys_of += [r.sheet.cite(draft, r.rows[0]), cite_most(draft, r.sheet, granted)]
            told.append(f"{r.sheet.criterion} ({printed(r.sheet, r.rows[0], column, language)})")
        if not told:
            return None
        draft.say(f"{name_of(reached[0][0].sheet, reached[0][0].rows[0])}: {'; '.join(told)}", *keys_of)
        return draft
    return None


_SUM = guarded(
    r"\btong\b.{0,60}?\b(?:ca|cac|\d+|nam) (?:\d+ |hai |ba |bon |nam |sau |ca )?(?:tieu chi|nhom)\b|"
    r"\b(?:cong|gop) (?:diem )?(?:ca |cac |tat ca )*(?:\d+|hai|ba|bon|nam|sau) (?:tieu chi|nhom)\b|"
    r"\b(?:total|altogether|in all|combined|sum)\b.{0,40}\b(?:across|over|of|for|on) (?:all |the )*(?:\w+ )?criteria\b|"
    r"\b(?:across|over|on) (?:all |the )*(?:\w+ )?criteria\b.{0,40}\b(?:total|altogether|in all|combined|together)\b"
)


def answer_summed(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The points of the row named on all the sheets of criteria together; None where one of these does not have it."""
    if question.followup or not _SUM.search(fold(question.clear)):
        return None
    for index in indexes:
        sheets = [s for s in sheets_of(index, lexicon) if s.most is not None]
        listed = {g.name for g in granted_in(index) if g.got is None}
        if len(sheets) < 2 or {s.criterion for s in sheets} != listed:
            continue
        read_on = [r for s in sheets if (r := reading_of(question, s, lexicon, _TOGETHER)) and len(r.rows) == 1]
        columns = [r.sheet.whole(Holds.POINTS) for r in read_on]
        values = [r.sheet.value(r.rows[0], c) if c is not None else None for r, c in zip(read_on, columns, strict=True)]
        told = [v for v in values if v is not None]
        if len(told) < len(sheets):
            continue
        draft, language = Draft(), question.language
        at = [r.sheet.cite(draft, r.rows[0]) for r in read_on]
        total = sum(told, Decimal(0))
        operands = tuple(Operand(v, k) for v, k in zip(told, at, strict=True))
        draft.calculation = Calculation(" + ".join(f"{v:f}" for v in told), total, "điểm", operands)
        parts = "; ".join(f"{r.sheet.criterion} {number(v, language)}" for r, v in zip(read_on, told, strict=True))
        word = "điểm" if language == "vi" else "points"
        draft.say(f"{name_of(read_on[0].sheet, read_on[0].rows[0])}: {number(total, language)} {word} ({parts})", *at)
        return _lost_in_all(draft, index, language) if _LOSES.search(fold(question.clear)) else draft
    return None


def _lost_in_all(draft: Draft, index: ReportIndex, language: Language) -> Draft | None:
    """The same points taken from the most that all criteria grant together."""
    granted = [g for g in granted_in(index) if g.got is None and g.block is not None]
    reached = draft.calculation
    if reached is None or not granted:
        return None
    keys_of = [draft.cite(index, g.block, g.start, g.end) for g in granted if g.block is not None]
    most = sum((g.most for g in granted), Decimal(0))
    formula = " + ".join(f"{g.most:f}" for g in granted)
    operands = (*reached.operands, *(Operand(g.most, k) for g, k in zip(granted, keys_of, strict=True)))
    gap = most - reached.value
    draft.calculation = Calculation(
        f"{formula} = {most:f}; {reached.formula} = {reached.value:f}; {most:f} - {reached.value:f}",
        gap,
        "điểm",
        operands,
    )
    name = draft.claims[0].text.partition(":")[0]
    a, b, c = (number(v, language) for v in (gap, reached.value, most))
    said = f"mất {a} điểm ({b}/{c} điểm)" if language == "vi" else f"{a} points lost ({b} of {c} points)"
    draft.claims = [draft.claim(f"{name}: {said}", *draft.claims[0].keys, *keys_of)]
    return draft


GRANTS = guarded(
    r"\btoi da\b|\bthang diem\b|\bdiem chuan\b|\b(?:worth|maximum|max|at most|out of|carry|carries|"
    r"weigh\w*)\b|\bmost points\b|"
    r"\btieu chi (?:nao|gi)\b.{0,30}\bdiem\b|\bwhich criteri(?:on|a)\b.{0,60}\bpoints\b"
)
_BOUND = re.compile(
    r"(?<![\d.,/])(\d{1,3}(?:[.,]\d+)?)(?! ?%)(?: diem| points?)\b|\btoi da (?:la )?(\d{1,3}(?:[.,]\d+)?)\b"
)
_LED = re.compile(r"\b(?:cao|lon|nhieu|thap|it|nho) nhat\b|\b(?:highest|lowest|most|largest|smallest|fewest)\b")
_HIGH = re.compile(r"\b(?:cao|lon|nhieu) nhat\b|\b(?:highest|most|largest)\b")
_MOST_ASKED = re.compile(
    r"\btoi da (?:la )?(?:bao nhieu|may)\b|\b(?:bao nhieu|may) diem toi da\b|"
    r"\bdiem toi da\b.{0,60}\b(?:bao nhieu|may)\b|"
    r"\b(?:maximum|max|worth|out of|at most)\b"
)
_MORE = re.compile(r"\b(?:lon|cao|nhieu|thap|it) hon\b|\b(?:more|higher|larger|lower|fewer)\b")
_HOW_MANY = re.compile(r"\b(?:may|bao nhieu) (?:tieu chi|nhom)\b|\bhow many (?:criteria|groups)\b")
_EVERY = guarded(  # the whole list is asked for
    r"\b(?:tung|moi|tat ca|gom|bao gom|co)(?: \w+){0,3}? tieu chi\b|\b(?:nhung|cac|\d) tieu chi (?:nao|gi|cua)\b|"
    r"\bgiua (?:cac|ca|\d)(?: \d)? tieu chi\b|"
    r"\b(?:what are|list|name|each|every|all)\b(?: \w+){0,4}? criteri(?:on|a)\b"
)
_OF_WHOLE = re.compile(r"\d+(?:[.,]\d+)?/\d+")
_SHARED = frozenset({"chia", "phan", "bo", "split", "divided", "distributed"})  # the points, between the criteria
_TOTAL = re.compile(r"\b(?:tong|cong lai|ca hai|together|total|sum|combined)\b")


def answer_granted(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """Which criterion grants so many points, or most; what one that is named grants, or several together."""
    asked = fold(question.clear)
    every = _EVERY.search(asked)
    if question.followup or not (every or GRANTS.search(asked)) or _BODY.search(asked):
        return None
    which = _CRITERION.search(asked)
    for index in indexes:
        listed = [g for g in granted_in(index) if g.got is None]
        if not listed or not _speaks_of_none_else(question, index, listed, lexicon):
            continue
        bound = _BOUND.search(asked)
        named = named_in(question, listed, lexicon)
        if which and bound is not None and not named:
            told = parse_number((bound[1] or bound[2]).replace(".", ","))
            return _list(question, index, [g for g in listed if g.most == told])
        if len(named) == 2 and which and _MORE.search(asked):
            return _list(question, index, sorted(named, key=lambda g: -g.most))
        if which and not named and _LED.search(asked[which.start() :] + asked):
            best = (max if _HIGH.search(asked) else min)(g.most for g in listed)
            return _list(question, index, [g for g in listed if g.most == best], of=listed)
        if len(named) > 1 and _TOTAL.search(asked) and not which:
            return _list(question, index, named, summed=True)
        if named and not which and (every or _MOST_ASKED.search(asked)):
            return _list(question, index, named)
        if every and not named and bound is None and not (_LED.search(asked) or _TOTAL.search(asked)):
            return _list(question, index, listed, of=listed)
    return None


def _speaks_of_none_else(question: Question, index: ReportIndex, listed: Sequence[Granted], lexicon: Lexicon) -> bool:
    """Whether all that a question says stands in the criteria, in what the report is on, or asks."""
    texts = [g.name for g in listed] + [index.report.title, index.report.place]
    blocks = {g.block.section for g in listed if g.block is not None}
    texts += [" ; ".join((*s.path, index.headings.get(s.id, ""))) for b in blocks if (s := index.report.section(b))]
    words = {w for t in texts for w in plain(t).split()}
    concepts = {k for t in texts for k in keys(lexicon, t)}
    rest = [
        w
        for w in question.wanted
        if not set(w.words.split()) <= ASKING | LITTLE | _SHARED and not w.words[:1].isdigit()
    ]
    return all(set(w.words.split()) <= words or set(w.keys) & concepts for w in rest)


def _list(
    question: Question,
    index: ReportIndex,
    found: Sequence[Granted],
    *,
    summed: bool = False,
    of: Sequence[Granted] = (),
) -> Draft | None:
    """The criteria with what each grants; of how many they are, where that is asked for as well."""
    if not found:
        return None
    draft, language, told, keys_of = Draft(), question.language, [], []
    for g in found:
        assert g.block is not None
        keys_of.append(draft.cite(index, g.block, g.start, g.end))
        of_whole = _OF_WHOLE.search(g.block.text[g.start : g.end]) if not summed and g.got is None else None
        most = of_whole[0] if of_whole is not None else number(g.most, language)
        told.append(f"{g.name}: {most} {'điểm' if language == 'vi' else 'points'}")
    lead = ""
    if of and _HOW_MANY.search(fold(question.clear)):
        at = [draft.cite(index, g.block, g.start, g.end) for g in of if g.block is not None]
        operands = tuple(Operand(g.most, k) for g, k in zip(of, at, strict=False))
        draft.calculation = Calculation(" + ".join("1" for _ in at), Decimal(len(at)), "", operands)
        keys_of += at
        lead = f"{len(at)} tiêu chí. " if language == "vi" else f"{len(at)} criteria. "
    if summed:
        total = sum((g.most for g in found), Decimal(0))
        formula = " + ".join(f"{g.most:f}" for g in found)
        operands = tuple(Operand(g.most, k) for g, k in zip(found, keys_of, strict=True))
        draft.calculation = Calculation(formula, total, "điểm", operands)
        lead = f"{number(total, language)} {'điểm' if language == 'vi' else 'points'} ({formula}). "
    draft.say(f"{lead}{'; '.join(told)}", *keys_of)
    return draft

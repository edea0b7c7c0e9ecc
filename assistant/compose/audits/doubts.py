"""Doubts answered from what the audit found: places that disagree, claims not borne out, odd dates, leftovers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from assistant.asked.restating import DOING, ask_again, enough
from assistant.claims import Calculation, Language, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.tables.heads import cite_heads
from assistant.compose.tables.row_names import is_total, row_name
from assistant.compose.times.across import alike
from assistant.compose.wording import number, quoted
from assistant.compose.worked_out.carried import CARRIED, Anew, anew
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.coverage import Weighted, weigh
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.measured.measures import ONCE
from assistant.question import Question
from assistant.verify import values
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure, Finding, FindingKind, Role, Severity
from ingest.report import BlockKind, Locator

_TALK_WORDS = (
    "khớp|đúng|bằng|cộng|tổng|chú thích|phụ lục|cột|dòng|bảng|thân|báo cáo|số liệu|có|không|chính xác|thật|sự|"
    "thật sự|thực sự|thân báo cáo|viết|nêu|ghi|chênh lệch|mâu thuẫn|lại|các|ra|theo|số|thống nhất|match|total|"
    "add|footnote|appendix|body|really|figure|figures|stated|report|table|column|row|correct|consistent|state|"
    "sum|equal|up|indeed|agree|agrees|matches|differ|differs|tally|tallies|same|giống|giống nhau|khác|khác nhau|"
    "phần trăm|tổng cộng|trong|lẫn|lời|nội dung|văn bản|text|narrative|parts|individual|hợp lý|điểm|"
    "công thức|cách tính|tính|áp|áp dụng|phải|được|lẽ ra|formula|calculated|computed|"
    "cách|chấm|chấm điểm|cách chấm|chuẩn|chuẩn xác|kiểm tra|soát|rà soát|hộ|giúp|gộp|dồn|phương pháp|hình thức|method|"
    "scoring|scored|marking|laid down|quy định|đặt ra|rule|fit|fits|check|sai|nhầm|trật|lệch|vênh"
)
TALK = frozenset(fold(w) for w in _TALK_WORDS.split("|")) | DOING
_APPENDIX = re.compile(r"\bphu luc\b|\bappendix\b")
_NOTE = re.compile(r"\b(?:chu thich|cuoc chu)\b|\bfootnote")
_BODY = re.compile(r"\bthan\b|\bloi van\b|\bnoi dung\b|\bbody\b|\btext\b|\bnarrative\b")
LEAST = 0.55  # of what is asked must stand where a check looks
HEAVY = 0.4
OF_OTHER_UNIT = 0.2  # of score, less for what is counted in another unit than the question names
ALIKE = 0.45  # two places speak of one figure where so much of what they say of it is shared
TELLING, LESS_ALIKE = 10, 0.2  # from such a value on two equal ones need have less in common
LABEL = 3  # words of a row's label that a sentence must hold
MOST = 8  # findings told where the question is about the whole report
UP = re.compile(
    r"\b(?:tien trien|tien bo|tang|cai thien|nang (?:len|cao)|tot hon|cao hon|nhieu hon|chuyen bien)\b"
    r"|\b(?:improve\w*|progress\w*|rise|rose|increase\w*|better|grow|grew|higher|up)\b"
)
DOWN = re.compile(
    r"\b(?:giam|sut|thap hon|it hon|kem hon)\b|\b(?:fall|fell|decrease\w*|drop\w*|lower|worse|declin\w*|down)\b"
)


def topic(question: Question, indexes: Sequence[ReportIndex]) -> list[Weighted]:
    """The words that say what is doubted, weighted; those that only say that it is doubted are left out."""
    if not indexes:
        return []
    weighted = weigh(question, indexes[0])
    return [
        w
        for w in weighted
        if not ({fold(k) for k in w.wanted.keys} | {w.wanted.words}) & TALK and not w.wanted.words[:1].isdigit()
    ]


def statements_at(index: ReportIndex, locators: Sequence[Locator]) -> list[Statement]:
    """The statements that stand at some places of a report, in reading order."""
    found: dict[int, Statement] = {}
    for place in locators:
        for at in index.by_block[place.block]:
            statement = index.statements[at]
            if statement.start < max(place.end, place.start + 1) and place.start < statement.end:
                found[at] = statement
    return [found[at] for at in sorted(found)]


def answer_places(question: Question, found: Found) -> Draft | None:
    """Whether two places of the report give the same figure: the body and a note or an appendix."""
    asked = fold(question.clear)
    in_appendix = bool(_APPENDIX.search(asked))
    of_time = [i for i in found.indexes if i.report.period in (*question.periods, *question.report_periods)]
    indexes = of_time or list(found.indexes)
    known = answer_findings(question, indexes, (FindingKind.REPEAT,), whole=False, in_appendix=in_appendix)
    stated = {v for w in question.wanted if w.words[:1].isdigit() for v in values(w.words)}
    if known is not None and (not stated or stated & values(known.claims[0].text)):
        return known  # a figure that the question states is one of the two
    evidence = [
        c
        for index in indexes
        for c in ask_again(question, index, TALK)
        if c.figure is not None and enough(c, 0.55, 0.4)
    ]
    evidence.sort(key=lambda c: -c.score)
    percents = [c for c in evidence if c.figure is not None and c.figure.unit == "%"]
    evidence = percents if question.percent else evidence
    body = [c for c in evidence if c.statement.block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}]
    aside = [c for c in evidence if c.statement.block.kind in {BlockKind.FOOTNOTE, BlockKind.TABLE}]
    of_note = bool(_NOTE.search(asked))
    if in_appendix and of_note and not _BODY.search(asked):  # neither of the two places is the body
        body = [c for c in aside if c.statement.block.kind is BlockKind.FOOTNOTE]
    if in_appendix:
        aside = [c for c in aside if c.statement.block.section.startswith("Phụ lục")]
    elif of_note:
        aside = [c for c in aside if c.statement.block.kind is BlockKind.FOOTNOTE]
    if not (question.levels or question.scope):  # of the whole, where both places tell of it
        whole, total = ([c for c in side if not _whose(c)] for side in (body, aside))
        body, aside = (whole, total) if whole and total else (body, aside)
    body, aside = (_stated(side, stated) for side in (body, aside))
    for a in body[:6]:
        for b in aside[:8]:
            first, second = a.figure, b.figure
            assert first is not None and second is not None
            if (
                a.index is not b.index
                or not _of_one_unit(first, second)
                or _whose(a) != _whose(b)
                or _kind(a) is not _kind(b)
            ):
                continue
            if a.score < body[0].score - 0.2 or b.score < aside[0].score - 0.25:
                continue
            least = ALIKE if first.value != second.value or first.value < TELLING else LESS_ALIKE
            if alike(a, b) < least and not _says_label(a, b):
                continue
            draft = Draft()
            keys = (draft.cite_statement(a.index, a.statement), draft.cite_statement(b.index, b.statement))
            language = question.language
            x, y = (
                f"{number(f.value, language)}{'%' if f.unit == '%' else f' {f.unit}' if f.unit else ''}"
                for f in (first, second)
            )
            if first.value == second.value:
                draft.say(
                    f"Có, khớp: cả hai nơi đều ghi {x}"
                    if language == "vi"
                    else f"Yes, they agree: both places give {x}",
                    *keys,
                )
                return draft
            came = anew(b) if not CARRIED.search(fold(a.statement.quote)) else None
            if came is not None:
                return _of_anew(question, draft, keys, (first, second), came)
            gap = abs(first.value - second.value)
            high, low = max(first.value, second.value), min(first.value, second.value)
            operands = (Operand(first.value, keys[0]), Operand(second.value, keys[1]))
            draft.calculation = Calculation(f"{high:f} - {low:f}", gap, head_unit(first.unit), operands)
            c = number(gap, language)
            draft.say(
                f"Không khớp: nơi thứ nhất ghi {x}, nơi thứ hai ghi {y}, chênh lệch {c}"
                if language == "vi"
                else f"No, they do not agree: the first place gives {x}, the second {y}, a difference of {c}",
                *keys,
            )
            return draft
    return None


def _of_one_unit(first: Figure, second: Figure) -> bool:
    """Whether two figures count in one unit, what is done so many times being told as "lượt" or as "lần"."""
    units = {unit_key(first.unit), unit_key(second.unit)}
    return len(units) == 1 or units <= ONCE


def _stated(side: list[Candidate], stated: set[Decimal]) -> list[Candidate]:
    """The evidence of a place, of that alone which is a figure that the question states, where there is any."""
    return [c for c in side if c.figure is not None and c.figure.value in stated] or side


def _says_label(told: Candidate, listed: Candidate) -> bool:
    """Whether the words right around a figure of a sentence hold all those of the label of a row, three at the least:
    "tuyên truyền … với 742 lượt người tham dự" is the row "Lượt người dự tuyên truyền"."""
    table, row, figure = listed.statement.block.table, listed.statement.row, told.figure
    if table is None or row is None or figure is None:
        return False
    label = set(plain(row_name(table, row)).split())
    said = set(plain(f"{figure.indicator} {figure.unit}").split()) | set(told.index.local_words[figure.id].split())
    return len(label) >= LABEL and label <= said


def _of_anew(
    question: Question, draft: Draft, keys: tuple[int, int], figures: tuple[Figure, Figure], came: Anew
) -> Draft:
    """What a sentence says came in, set against what a table counts of that without what was carried over."""
    told, language = figures[0], question.language
    formula = f"{came.whole:f} - {came.carried:f}"
    operands = [Operand(came.whole, keys[1]), Operand(came.carried, keys[1])]
    name = f" {told.unit}" if told.unit else ""
    a, b, c, d = (number(v, language) for v in (told.value, came.value, came.whole, came.carried))
    aside = (
        f"{b}{name} (= {c} − {d} kỳ trước chuyển sang)"
        if language == "vi"
        else f"{b}{name} (= {c} − {d} carried over from the period before)"
    )
    if told.value == came.value:
        draft.calculation = Calculation(formula, came.value, head_unit(told.unit), tuple(operands))
        draft.say(
            f"Có, khớp: nơi thứ nhất ghi {a}{name}, nơi thứ hai {aside}"
            if language == "vi"
            else f"Yes, they agree: the first place gives {a}{name}, the second {aside}",
            *keys,
        )
        return draft
    high, low = max(told.value, came.value), min(told.value, came.value)
    operands.append(Operand(told.value, keys[0]))
    draft.calculation = Calculation(
        f"{formula} = {came.value:f}; {high:f} - {low:f}", high - low, head_unit(told.unit), tuple(operands)
    )
    gap = number(high - low, language)
    draft.say(
        f"Không khớp: nơi thứ nhất ghi {a}{name}, nơi thứ hai {aside}, chênh lệch {gap}"
        if language == "vi"
        else f"No, they do not agree: the first place gives {a}{name}, the second {aside}, a difference of {gap}",
        *keys,
    )
    return draft


def _whose(candidate: Candidate) -> str:
    """Whose a figure is: a row of totals is of the report's own, as a sentence that names nobody."""
    assert candidate.figure is not None
    scope = fold(candidate.figure.scope)
    return "" if candidate.statement.row is not None and is_total(scope) else scope


def _kind(candidate: Candidate) -> Role:
    """What a figure is; the total of a table is what a sentence plainly states."""
    assert candidate.figure is not None
    role = candidate.figure.role
    return Role.ACTUAL if role in {Role.TOTAL, Role.PART} and candidate.figure.unit != "%" else role


def answer_document(question: Question, indexes: Sequence[ReportIndex]) -> Draft | None:
    """What is odd about the date of a document that the question names."""
    named = {re.sub(r"\s", "", fold(d)) for d in question.documents}
    for index in indexes:
        for finding in index.findings:
            if finding.kind is FindingKind.REFERENCE and any(
                n in re.sub(r"\s", "", fold(f"{finding.message} {' '.join(finding.quotes)}")) for n in named
            ):
                return _found(question, index, [finding])
    return None


def answer_findings(
    question: Question,
    indexes: list[ReportIndex],
    kinds: tuple[FindingKind, ...],
    *,
    whole: bool,
    in_appendix: bool = False,
    worked: Callable[[ReportIndex, Finding], Draft | None] = lambda index, finding: None,
) -> Draft | None:
    """The findings of those kinds that the question is about, or all of them where it asks about the whole report; with
    `in_appendix` those that have a place in an appendix. One that `worked` can tell as a calculation is told so: its
    sum stands in no quote."""
    best: tuple[float, ReportIndex, Finding] | None = None
    for index in indexes:
        found = [f for f in index.findings if f.kind in kinds and f.severity is not Severity.NOTE]
        if in_appendix:
            found = [f for f in found if any(place.section.startswith("Phụ lục") for place in f.locators)]
        if whole and found:
            return _found(question, index, found)
        weighted = topic(question, [index])
        if not weighted:
            continue
        for finding in found:
            statements = statements_at(index, finding.locators)
            # A row speaks of all its columns, a finding of one of them.
            rows = any(s.row is not None for s in statements)
            held = frozenset(k for s in statements if s.row is None for k in (s.own if rows else s.own | s.lead))
            held |= frozenset(k for id in finding.figures for k in index.figure_keys[id] | index.scope_keys[id])
            total = sum(w.weight for w in weighted) or 1.0
            score = sum(w.weight for w in weighted if set(w.wanted.keys) & held) / total
            lacking = max((w.weight / total for w in weighted if not set(w.wanted.keys) & held), default=0.0)
            units = {fold(f.unit) for f in index.figures if f.id in finding.figures}
            matter = [w for w in weighted if units.isdisjoint(map(fold, w.wanted.keys))]
            met = sum(w.weight for w in matter if set(w.wanted.keys) & held)
            if finding.kind is FindingKind.REPEAT and _of_unnamed(question, index, finding):
                continue
            if finding.kind is FindingKind.REPEAT and met < LEAST * sum(w.weight for w in matter):
                continue  # two figures of one unit need not be of one thing
            if not any(unit_fits(question, f.unit) for f in index.figures if f.id in finding.figures):
                score -= OF_OTHER_UNIT
            levels = question.scope and not any(question.scope in fold(s.quote) for s in statements)
            if not levels and score >= LEAST and lacking < HEAVY and (best is None or score > best[0]):
                best = (score, index, finding)
    return (worked(*best[1:]) or _found(question, best[1], [best[2]])) if best is not None else None


def _of_unnamed(question: Question, index: ReportIndex, finding: Finding) -> bool:
    """Whether the figures of a finding are of somebody whom the question does not name: of the whole it asks."""
    asked = {k for w in question.wanted for k in w.keys}
    scopes = [index.scope_keys[f.id] for f in index.figures if f.id in finding.figures and f.scope]
    return any(keys and asked.isdisjoint(keys) for keys in scopes)


def _found(question: Question, index: ReportIndex, findings: list[Finding]) -> Draft:
    """Findings as an answer: what is said, what stands against it, each in its own words."""
    draft = Draft()
    vietnamese = question.language == "vi"
    for at, finding in enumerate(findings[:MOST]):
        statements = statements_at(index, finding.locators)
        keys = [draft.cite_statement(index, s) for s in statements]
        if not statements:
            continue
        lead = _lead(finding, vietnamese) if at == 0 or finding.kind is not findings[at - 1].kind else ""
        both = (
            f"{finding.stated}; {finding.computed}"
            if finding.kind is not FindingKind.STALE and finding.computed
            else finding.stated
        )
        keys += cite_heads(draft, index, finding.locators, values(both))
        draft.say(f"{lead}{both}", *keys)
        for statement, place in zip(statements[:2], finding.locators, strict=False):
            draft.say(
                quoted(excerpt(statement, place.start, 30), question.language), draft.cite_statement(index, statement)
            )
    if len(findings) == 1:
        _set_apart(draft, question.language, index, findings[0])
    left = len(findings) - MOST
    if left > 0:
        draft.notes.append(f"Còn {left} điểm khác." if vietnamese else f"{left} more such points.")
    return draft


def _set_apart(draft: Draft, language: Language, index: ReportIndex, finding: Finding) -> None:
    """Adds by how much the two figures of a finding differ that tells one thing twice."""
    told = {f.id: f for f in index.figures if f.id in finding.figures}
    pair = [told[id] for id in finding.figures if id in told]
    if finding.kind is not FindingKind.REPEAT or len(pair) != 2 or unit_key(pair[0].unit) != unit_key(pair[1].unit):
        return
    keys = [next((c.key for c in draft.citations if f.value in values(c.quote)), 0) for f in pair]
    (high, at), (low, below) = sorted(((f.value, key) for f, key in zip(pair, keys, strict=True)), reverse=True)
    if not at or not below or high == low or pair[0].unit == "%":
        return
    draft.calculation = Calculation(
        f"{high:f} - {low:f}", high - low, head_unit(pair[0].unit), (Operand(high, at), Operand(low, below))
    )
    gap = number(high - low, language)
    draft.say(f"Chênh lệch {gap}" if language == "vi" else f"A difference of {gap}", at, below)


def _lead(finding: Finding, vietnamese: bool) -> str:
    words = {
        FindingKind.STALE: ("Có: ", "Yes: "),
        FindingKind.REFERENCE: ("Ngày và trích yếu không khớp: ", "The date and the subject do not match: "),
        FindingKind.CLAIM: ("Không: ", "No: "),
        FindingKind.REPEAT: ("Không khớp: ", "No, they do not agree: "),
    }.get(finding.kind, ("Không khớp: ", "No, it does not add up: "))
    return words[0 if vietnamese else 1]

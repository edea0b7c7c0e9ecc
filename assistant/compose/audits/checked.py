"""Audit questions: do these numbers add up, do these places agree, is this claim borne out? Both sides are cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from assistant.asked.doubting import asks_within
from assistant.asked.kinds import Kind
from assistant.asked.restating import adds
from assistant.claims import Calculation, Operand
from assistant.compose.audits.bracket_sums import answer_told_parts
from assistant.compose.audits.doubts import (
    DOWN,
    HEAVY,
    LEAST,
    OF_OTHER_UNIT,
    UP,
    answer_document,
    answer_findings,
    answer_places,
    statements_at,
    topic,
)
from assistant.compose.audits.footnote_sums import NOTE, answer_note_sum
from assistant.compose.audits.formulas import plain_formula
from assistant.compose.audits.spans_within import answer_spans_within
from assistant.compose.audits.tested_sum import tests_unknown
from assistant.compose.audits.weighed import answer_claim
from assistant.compose.citing import Draft
from assistant.compose.documents.cited import named_numbers
from assistant.compose.tables.heads import answer_components, answer_within, cite_heads
from assistant.compose.wording import number
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.coverage import Weighted
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.question import Question
from assistant.verify import values, work_out
from assistant.words.terms import Lexicon
from ingest.audit import Check
from ingest.language.fold import fold
from ingest.language.numbers import parse_number
from ingest.ledgers import Figure, Finding, FindingKind
from ingest.report import Locator

OF_MORE = 0.15  # of score, for each further number of the question that a check is made of
OF_KIND = 0.06  # of score, less for a check of a kind that the question does not name: the whole goes before it
OF_FIGURES = 0.4  # of score, for a check whose own figures say all that is asked
_RATIO = re.compile(
    r"(?<![\d/.,])(?<!tháng )(?<!quý )(?<!ngày )(?P<part>\d[\d.,]*\d|\d)\s*(?:/|trên(?: tổng số)?|trong(?: tổng số)?|"
    r"of|out of)\s*(?P<whole>\d[\d.,]*\d|\d)(?![\d/])",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?P<value>\d+(?:[.,]\d+)?)\s*(?:%|phần trăm|per ?cent)", re.IGNORECASE)
_PLACES = re.compile(
    r"\bthan (?:bao cao|van ban)\b|\bchu thich\b|\bcuoc chu\b|\bphu luc\b|\b(?:hai|cac) (?:cho|muc|noi"
    r"|phan)\b|\bgiua\b|\bbody\b|\bfootnotes?\b|\bappendix\b|\btwo places\b|\bbetween\b|\btext\b"
)
_BODY = re.compile(
    r"\b(?:phan|trong) loi\b|\bloi van\b|\b(?:than|noi dung|phan chinh|phan dau) (?:cua )?bao cao\b|"
    r"\bphan noi dung\b|\bbody\b|\b(?:main |report )text\b|\bnarrative\b"
)
_ASIDE = re.compile(r"\bphu luc\b|\b(?:chu thich|cuoc chu)\b|\bappendi(?:x|ces)\b|\bannex\b|\bfootnotes?\b")
_CLAIM = re.compile(
    r"\b(?:thuc|that) su\b|\b(?:really|truly|actually|indeed)\b|\bnhan dinh\b|\bclaim(?:s|ed)?\b|"
    r"\b(?:nhu|dung) (?:vay|the)\b.{0,12}\bkhong\b|\bcho thay dieu (?:do|nay|ay)\b|"
    r"\bbears? (?:\w+ ){1,3}out\b|\bborne out\b"
)
_DATES = re.compile(r"\bngay\b|\bthoi (?:gian|diem)\b|\bban hanh\b|\bdates?\b|\bdated\b|\bissued\b")
_STALE = re.compile(
    r"\b(?:con )?sot\b|\b(?:nam|so|ky) (?:cu|truoc)\b|\bold year\b|\bleft ?over\b|\bstale\b|\blast year'?s?\b"
)
_WHOLE = re.compile(
    r"\b(?:cho|diem|noi|so lieu|gi|loi|muc) (?:nao|gi)\b|\bnhung (?:cho|diem|loi|so lieu|mau thuan)\b|"
    r"\bwhat (?:is|are|does|inconsistenc\w+|errors?)\b|\bany(?:thing|where)?\b|\bwhich (?:figures|"
    r"numbers)\b|\blist\b"
)

_BY_HOW_MUCH = re.compile(r"\bchenh (?:lech|nhau)\b[^?;]*\b(?:bao nhieu|may)\b(?![^?;]*\bkhong\b)")
_OF_HUNDRED = re.compile(r"^(?P<share>[\d.,]+) \* (?P<most>[\d.,]+) / 100$")


@dataclass(frozen=True, slots=True)
class _Match:
    index: ReportIndex
    check: Check
    score: float


def answer_audit(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """Whether what is doubted holds, with both sides cited; None where no check is about what is asked."""
    asked = fold(question.clear)
    indexes = list(found.indexes)
    draft = _ratio(question, found)
    draft = draft or answer_told_parts(question, indexes, asked)
    draft = draft or answer_spans_within(question, indexes) or answer_components(question, indexes)
    draft = draft or answer_within(question, indexes, lexicon)
    if draft is None and asks_within(question) and not question.is_(Kind.AUDIT):
        return None  # that a sum holds does not say that it lies within a most
    of_claim = bool(_CLAIM.search(asked) and (UP.search(asked) or DOWN.search(asked)))
    if draft is None and _STALE.search(asked) and not adds(question) and not of_claim:
        draft = answer_findings(question, indexes, (FindingKind.STALE,), whole=True)
    if draft is None and question.documents and _DATES.search(asked):
        draft = answer_document(question, indexes)
    if draft is None and of_claim:
        draft = answer_claim(question, found, lexicon)
    of_two = bool(_BODY.search(asked) and _ASIDE.search(asked))
    if draft is None and of_two and adds(question):
        draft = _checked(question, found, of_two=True)
    if draft is None and _PLACES.search(asked) and (of_two or not adds(question)):
        draft = answer_places(question, found)
    if draft is None and of_claim and not adds(question) and not question.is_(Kind.AUDIT):
        return None  # that some sum holds says nothing of what went up or down
    if draft is None and not of_two:  # that an appendix adds up does not say that the body agrees with it
        draft = _checked(question, found)
    draft = answer_note_sum(question, indexes) if draft is None and adds(question) else draft
    if draft is None and question.is_(Kind.AUDIT) and not tests_unknown(question, indexes):
        kinds: tuple[FindingKind, ...] = (
            FindingKind.REPEAT,
            FindingKind.CLAIM,
            FindingKind.DIFFERENCE,
            FindingKind.SHARE,
            FindingKind.SUM,
        )
        if adds(question):  # that two places give two values does not say that a sum fails
            kinds = kinds[1:]
        whole = bool(_WHOLE.search(asked)) and not topic(question, indexes)
        draft = answer_findings(question, indexes, kinds, whole=whole, worked=partial(_of_finding, question))
    return draft


def _of_finding(question: Question, index: ReportIndex, finding: Finding) -> Draft | None:
    """The check that a finding was made of, told as a calculation; None for a finding of another sort."""
    of_same = (c for c in index.checks if not c.holds and c.kind is finding.kind and c.figures == finding.figures)
    check = next((c for c in of_same if c.stated == finding.stated), None)
    return _tell(question, _Match(index, check, 0.0)) if check is not None else None


def _ratio(question: Question, found: Found) -> Draft | None:
    """A ratio that the question puts to the test: "209/214 có đúng là 98,66% không?"."""
    ratio, percent = _RATIO.search(question.clear), _PERCENT.search(question.clear)
    if ratio is None or percent is None:
        return None
    part, whole, share = (parse_number(x) for x in (ratio["part"], ratio["whole"], percent["value"]))
    if not part or not whole or share is None:
        return None
    for index in found.indexes:
        for statement in index.statements:
            held = values(statement.quote)
            if part in held and whole in held:
                return _worked_ratio(question, index, statement, (part, whole, share))
    return None


def _worked_ratio(
    question: Question, index: ReportIndex, statement: Statement, numbers: tuple[Decimal, Decimal, Decimal]
) -> Draft | None:
    part, whole, share = numbers
    formula = f"{part:f} / {whole:f} * 100"
    value = work_out(formula)
    if value is None:
        return None
    draft = Draft()
    key = draft.cite_statement(index, statement)
    decimals = max(0, -int(share.as_tuple().exponent))
    holds = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) == share
    language = question.language
    a, b, c = (number(v, language) for v in (part, whole, value))
    worked = f"{a}/{b} = {c}%"
    stated = next((f for f in statement.figures if f.unit == "%" and f.value == share), None)
    operands = (Operand(part, key), Operand(whole, key))
    if holds or stated is None or value == share:
        draft.calculation = Calculation(formula, value, "%", operands)
        if holds:
            draft.say(f"Đúng: {worked}" if language == "vi" else f"Yes: {worked}", key)
        else:
            draft.say(f"Không đúng: {worked}" if language == "vi" else f"No: {worked}", key)
    else:
        high, low = max(value, share), min(value, share)
        gap = high - low
        draft.calculation = Calculation(
            f"{formula} = {value:f}; {high:f} - {low:f}",
            gap,
            "điểm phần trăm" if language == "vi" else "percentage points",
            (*operands, Operand(share, key)),
        )
        d, e = number(share, language), number(gap, language)
        draft.say(
            f"Không đúng: {worked}, báo cáo ghi {d}%, chênh {e} điểm phần trăm"
            if language == "vi"
            else f"No: {worked}, the report states {d}%, a difference of {e} percentage points",
            key,
        )
    return draft


def _checked(question: Question, found: Found, *, of_two: bool = False) -> Draft | None:
    """The check that is about what is asked, told; `of_two`: one that adds up in a note or an appendix what the body
    states, since what adds up within either does not say that the two agree."""
    matches = sorted(_matches(question, found), key=lambda m: -m.score)
    if of_two:
        matches = [m for m in matches if len({_is_aside(place) for place in m.check.locators}) > 1]
    near = [m for m in matches if m.score >= LEAST and m.score > matches[0].score - OF_FIGURES]
    if len(near) > 1:
        weighted = topic(question, found.indexes)
        near.sort(key=lambda m: -m.score - OF_FIGURES * _says_itself(m, weighted))
        matches = [*near, *matches[len(near) :]]
    for match in matches[:3]:
        if match.score < LEAST:
            return None
        draft = _tell(question, match)
        if draft is not None:
            return draft
    return None


def _matches(question: Question, found: Found) -> list[_Match]:
    weighted = topic(question, found.indexes)
    asked = {k for w in question.wanted for k in w.keys}
    numbers = [values(n) for n in re.findall(r"\d+(?:[.,]\d+)*", _without_periods(question))]
    out: list[_Match] = []
    by_how_much = _BY_HOW_MUCH.search(fold(question.clear)) is not None  # what holds differs by nothing
    of_note = adds(question) and NOTE.search(fold(question.clear))
    for index in found.indexes:
        figures = {f.id: f for f in index.figures}
        for check in index.checks:
            if check.holds if by_how_much else not check.holds and not check.certain:
                continue
            if check.kind is FindingKind.SHARE and adds(question) and not question.percent:
                continue  # a share is no sum
            if of_note and not any(place.footnote is not None for place in check.locators):
                continue  # that some sum of the report has this value says nothing of the note
            stated = values(check.stated)
            held = _coverage(index, check, weighted)
            if question.scope and not _at_level(question.scope, check, figures):
                continue
            score, lacking = held
            known = [n for n in numbers if n & (stated | values(check.formula))]
            if numbers and not known:
                continue  # a figure put to the test must be one that was worked out, not whatever sum holds
            if numbers:
                exact = any(n & stated for n in numbers) and len(re.sub(r"\D", "", check.stated)) > 1
                score += 0.45 + OF_MORE * (len(known) - 1) if exact else 0.2
            if lacking > HEAVY and not (numbers and any(n & stated for n in numbers)):
                continue
            if question.footnote is not None:
                score += 0.4 if any(loc.footnote == question.footnote for loc in check.locators) else -0.4
            if question.appendix:
                score += 0.1 if any(loc.section.startswith("Phụ lục") for loc in check.locators) else -0.1
            if (check.kind is FindingKind.SUM and adds(question)) or (
                check.kind is FindingKind.SHARE and question.percent
            ):
                score += 0.1
            if not check.holds:
                score += 0.05
            if not any(unit_fits(question, figures[i].unit) for i in check.figures if i in figures):
                score -= OF_OTHER_UNIT  # that the visits add up does not say that the visitors do
            scopes = [index.scope_keys[i] for i in check.figures if i in figures and figures[i].scope]
            if scopes and all(asked.isdisjoint(keys) for keys in scopes) and len(set(scopes)) == 1:
                score -= OF_KIND
            out.append(_Match(index, check, score))
    return out


def _is_aside(place: Locator) -> bool:
    """Whether a place is in a note or an appendix."""
    return place.footnote is not None or place.section.startswith("Phụ lục")


_NAMED_BY_NUMBER = re.compile(
    r"\b(?:năm|nam|tháng|quý|chú thích|footnote|mục|phụ lục|appendix|in|of|for|section|bảng|table|"
    r"đề án|chương trình|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|kế hoạch|công văn|kết luận|luật|"
    r"project|scheme|programme|resolution|decree|decision|directive|circular|plan|conclusion|law)\s+(?:số\s+)?\d[\d/]*",
    re.IGNORECASE,
)


def _without_periods(question: Question) -> str:
    """The question without its years, its footnotes' numbers and those that name a project or document ("Đề án 07"),
    for the numbers that are put to the test."""
    text = _NAMED_BY_NUMBER.sub(" ", question.clear)
    for year in {p[:4] for p in (*question.periods, *question.report_periods)}:
        text = re.sub(rf"(?<![\d.,]){year}(?![\d.,]\d|\d)", " ", text)
    for document in named_numbers(question):
        text = text.replace(document, " ")
    return text


def _coverage(index: ReportIndex, check: Check, weighted: list[Weighted]) -> tuple[float, float]:
    """How much of the topic stands where a check looks, 0 to 1, and the share of the heaviest word that does not."""
    figures = frozenset(k for i in check.figures for k in index.figure_keys[i] | index.local_keys[i])
    statements = statements_at(index, check.locators)
    own = frozenset(k for s in statements for k in s.own)
    around = frozenset(k for s in statements for k in s.lead | s.heading | s.sentence)
    flat = plain(" ".join((check.subject, *(loc.heading for loc in check.locators))))
    total = sum(w.weight for w in weighted) or 1.0
    covered = lacking = 0.0
    for w in weighted:
        keys = set(w.wanted.keys)
        if keys & figures or f" {w.wanted.words} " in flat:
            level = 1.0
        elif keys & own:
            level = 0.75
        elif keys & around:
            level = 0.5
        else:
            level = 0.0
            lacking = max(lacking, w.weight / total)
        covered += w.weight * level
    return (covered / total if weighted else 0.3), lacking


def _says_itself(match: _Match, weighted: list[Weighted]) -> float:
    """How much of the topic the figures of a check say themselves, 0 to 1: what came in, told beside what was late, is
    no part of what was late."""
    told = (f for f in match.index.figures if f.id in match.check.figures)
    own = plain(" ; ".join(f"{f.indicator.rpartition(': ')[2]} {f.unit}" for f in told))
    said = (w for w in weighted if any(f" {fold(form)} " in own for form in (w.wanted.words, *w.wanted.keys) if form))
    return sum(w.weight for w in said) / (sum(w.weight for w in weighted) or 1.0)


def _at_level(level: str, check: Check, figures: dict[str, Figure]) -> bool:
    """Whether the figures of a check are of that level, or of none."""
    levels = {
        fold(figures[i].scope) for i in check.figures if i in figures and fold(figures[i].scope).startswith("cap ")
    }
    return not levels or level in levels


def _tell(question: Question, match: _Match) -> Draft | None:
    check, index = match.check, match.index
    draft = Draft()
    keys = [_cite(draft, index, place) for place in check.locators]
    left, equals, right = check.formula.partition("=")
    steps = plain_formula(left)
    result = parse_number(re.sub(r"[^\d.,]+", "", right)) if equals else None
    stated = parse_number(re.sub(r"[^\d.,%]+", "", check.stated).replace("%", ""))
    percent = check.kind is FindingKind.SHARE
    if percent and steps:
        steps = f"{steps} * 100"
        result = work_out(steps)
    printed = list(dict.fromkeys(re.findall(r"\d+(?:\.\d+)?", plain_formula(left))))
    keys += cite_heads(draft, index, check.locators, (Decimal(n) for n in printed))
    quotes = {c.key: values(c.quote) for c in draft.citations}
    operands = []
    for figure in printed:
        key = next((k for k, held in quotes.items() if Decimal(figure) in held), None)
        if key is not None:
            operands.append(Operand(Decimal(figure), key))
    vietnamese = question.language == "vi"
    sign = "%" if percent else ""
    if not steps or result is None or work_out(steps) != result or not operands:
        return None
    language = question.language
    shown = " ".join(number(Decimal(p), language) if p[0].isdigit() else p for p in plain_formula(left).split())
    shown = _OF_HUNDRED.sub(r"\g<share>% × \g<most>", shown)  # the 100 of a share stands nowhere in the report
    shown = shown.replace(" / ", "/").replace(" - ", " − ").replace(" * ", " × ")
    outcome = f"{shown} = {number(result, language)}{sign}"
    unit = "%" if percent else _unit(index, check)
    if check.holds or stated is None or stated == result:
        draft.calculation = Calculation(steps, result, unit, tuple(operands))
        draft.say((f"Có, khớp: {outcome}" if vietnamese else f"Yes, it adds up: {outcome}"), *keys)
        return draft
    gap = abs(result - stated)
    whole = next((k for k, held in quotes.items() if stated in held), None)
    if whole is not None:
        operands.append(Operand(stated, whole))
    high, low = max(result, stated), min(result, stated)
    draft.calculation = Calculation(f"{steps} = {result:f}; {high:f} - {low:f}", gap, unit, tuple(operands))
    said = f"{number(stated, language)}{sign}"
    points = " điểm phần trăm" if vietnamese else " percentage points"
    difference = f"{number(gap, language)}{points if percent else ''}"
    draft.say(
        f"Không khớp: {outcome}, báo cáo ghi {said}, chênh lệch {difference}"
        if vietnamese
        else f"No, it does not add up: {outcome}, the report states {said}, a difference of {difference}",
        *keys,
    )
    if check.doubt:
        draft.notes.append(check.doubt)
    return draft


def _unit(index: ReportIndex, check: Check) -> str:
    units = {f.id: f.unit for f in index.figures}
    return next((units[i] for i in check.figures if units.get(i)), "")


def _cite(draft: Draft, index: ReportIndex, place: Locator) -> int:
    """The key of a figure's place; in a table, of the row it stands in, which says what it counts."""
    block = index.report.block(place.block)
    row = next((c.row for c in block.table.cells if c.start <= place.start <= c.end), None) if block.table else None
    held = (index.statements[n] for n in index.by_block[place.block])
    statement = next((s for s in held if row is not None and s.row == row and s.start <= place.start < s.end), None)
    if statement is not None:
        return draft.cite_statement(index, statement)
    return draft.cite(index, block, place.start, place.end, row)

"""Audit questions: do these numbers add up? Answered by working them out anew, both sides cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.question import NUMBER_WEIGHT, Question
from assistant.shelf import Found
from assistant.statements import ReportIndex, plain
from assistant.verify import values, work_out
from ingest.audit import Check
from ingest.language.numbers import format_en, format_vi, parse_number

LEAST = 0.45


@dataclass(frozen=True, slots=True)
class _Match:
    index: ReportIndex
    check: Check
    score: float


def answer_audit(question: Question, found: Found) -> Draft | None:
    """The recomputation that the question is about, and whether it holds; None where there is none."""
    matches = sorted(_matches(question, found), key=lambda m: -m.score)
    if not matches or matches[0].score < LEAST:
        return None
    for match in matches[:3]:
        draft = _tell(question, match)
        if draft is not None:
            return draft
    return None


def _matches(question: Question, found: Found) -> list[_Match]:
    asked = [w for w in question.wanted if w.weight >= NUMBER_WEIGHT]
    numbers = {w.words for w in asked if w.words[:1].isdigit()}
    out: list[_Match] = []
    for index in found.indexes:
        for check in index.checks:
            flat = plain(" ".join((check.subject, *check.quotes, *(loc.heading for loc in check.locators))))
            words = [w for w in asked if not w.words[:1].isdigit()]
            total = sum(w.weight for w in words) or 1.0
            held = sum(w.weight for w in words if f" {w.words} " in flat or any(f" {k} " in flat for k in map(_plain_key, w.keys)))
            score = held / total
            stated = values(f"{check.stated} {check.formula}")
            if numbers:
                score += 0.5 if any(values(n) & values(check.stated) for n in numbers) else -0.2
                score += 0.1 if any(values(n) & stated for n in numbers) else 0.0
            if question.footnote is not None:
                score += 0.4 if any(loc.footnote == question.footnote for loc in check.locators) else -0.4
            if not check.holds:
                score += 0.15
            if not check.certain:
                score -= 0.1
            out.append(_Match(index, check, score))
    return out


def _plain_key(key: str) -> str:
    return plain(key).strip()


def _tell(question: Question, match: _Match) -> Draft | None:
    check, index = match.check, match.index
    draft = Draft()
    keys = [draft.cite(index, index.report.block(loc.block), loc.start, loc.end, _row(index, loc.block, loc.start)) for loc in check.locators]
    left, equals, right = check.formula.partition("=")
    steps = _plain_formula(left)
    result = parse_number(right.strip()) if equals else None
    stated = parse_number(re.sub(r"[^\d.,%]+", "", check.stated))
    quotes = {c.key: values(c.quote) for c in draft.citations}
    operands = []
    for number in re.findall(r"\d+(?:\.\d+)?", steps or ""):
        key = next((k for k, held in quotes.items() if Decimal(number) in held), None)
        if key is not None:
            operands.append(Operand(Decimal(number), key))
    show = format_vi if question.language == "vi" else format_en
    vietnamese = question.language == "vi"
    unit = _unit(index, check)
    if steps and result is not None and work_out(steps) == result and operands:
        shown = " ".join(show(Decimal(p)) if p[0].isdigit() else p for p in steps.split())
        if check.holds or stated is None or stated == result:
            draft.calculation = Calculation(steps, result, unit, tuple(operands))
            draft.say((f"Có, khớp: {shown} = {show(result)}" if vietnamese else f"Yes, it adds up: {shown} = {show(result)}"), *keys)
            return draft
        gap = abs(result - stated)
        whole = next((k for k, held in quotes.items() if stated in held), None)
        if whole is not None:
            operands.append(Operand(stated, whole))
        high, low = max(result, stated), min(result, stated)
        draft.calculation = Calculation(f"{steps} = {result}; {high} - {low}", gap, unit, tuple(operands))
        draft.say(
            f"Không khớp: {shown} = {show(result)}, báo cáo ghi {show(stated)}, chênh lệch {show(gap)}" if vietnamese
            else f"No, it does not add up: {shown} = {show(result)}, the report states {show(stated)}, a difference of {show(gap)}",
            *keys,
        )  # fmt: skip
    else:
        return None
    if check.doubt:
        draft.notes.append(check.doubt)
    return draft


def _plain_formula(text: str) -> str:
    """A formula as printed, its numbers made plain: "29.264 + 3.697" gives "29264 + 3697"; "" if it is not one."""
    out = []
    for part in re.findall(r"\d+(?:[.,]\d+)*\s?%?|[-+−×÷*/:()]|\S+", text):
        if part[0].isdigit():
            value = parse_number(part.replace("%", "").strip())
            if value is None:
                return ""
            out.append(f"{value:f}")
        elif part in "-+−×÷*/:()":
            out.append({"−": "-", "×": "*", "÷": "/", ":": "/"}.get(part, part))
        else:
            return ""
    return " ".join(out)


def _unit(index: ReportIndex, check: Check) -> str:
    units = {f.id: f.unit for f in index.figures}
    return next((units[i] for i in check.figures if units.get(i)), "")


def _row(index: ReportIndex, block_id: str, start: int) -> int | None:
    table = index.report.block(block_id).table
    if table is None:
        return None
    return next((c.row for c in table.cells if c.start <= start <= c.end), None)

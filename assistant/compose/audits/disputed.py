"""What a careful colleague adds to a figure that the audit has found disputed: the value given elsewhere, a doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.claims import Claim
from assistant.compose.citing import Draft
from assistant.compose.wording import number
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.ledgers import Figure, Finding, FindingKind
from ingest.report import Locator

_SUMS = frozenset({FindingKind.SUM, FindingKind.SHARE, FindingKind.DIFFERENCE})
_NUMBER = re.compile(r"\d[\d.,/]*\d|\d")
_ELSEWHERE = {"vi": "Nơi khác trong báo cáo ghi {}", "en": "Elsewhere the report gives {}"}
_UNSETTLED = {
    "vi": "Hai nơi trong báo cáo ghi khác nhau; hãy kiểm tra trước khi dùng.",
    "en": "Two places of the report differ; check before use.",
}
_UNSOUND = {
    "vi": "Số này không khớp với phép tính từ các số nêu kèm trong báo cáo; hãy kiểm tra trước khi dùng.",
    "en": "This figure is not what the figures beside it in the report come to; check before use.",
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure and the report that gives it."""

    index: ReportIndex
    figure: Figure


def add_disputes(draft: Draft, question: Question, indexes: Sequence[ReportIndex]) -> None:
    """Sets the value that another place gives beside a disputed figure that an answer leads with, and says so.

    Of two values the one that the figures beside it come to leads, if only one is.
    """
    if not draft.own or draft.claims[0] is not draft.own[0] or draft.calculation is not None:
        return
    cited = {c.locator.report for c in draft.citations if c.key in draft.claims[0].keys}
    indexes = [i for i in indexes if i.report.id in cited]  # an audit takes as long as an answer
    unsound = [f for i in indexes for f in i.findings if f.kind in _SUMS and _leads_with(draft, f, (f.stated,), i)]
    repeat = next(
        (
            (i, f)
            for i in indexes
            for f in i.findings
            if f.kind is FindingKind.REPEAT and len(f.figures) == 2 and _leads_with(draft, f, (f.stated, f.computed), i)
        ),
        None,
    )
    if repeat is None:
        draft.notes += [_UNSOUND[question.language]] if unsound else []
        return
    other = _other(draft, *repeat)
    if other is None:
        return
    told = _value(other.figure, question)
    statement = next(s for s in other.index.statements if any(f.id == other.figure.id for f in s.figures))
    lead, key = draft.claims[0], draft.cite_statement(other.index, statement)
    if any(_digits(other.figure.text) in _all_digits(finding.computed) for finding in unsound):
        mine = next(m[0] for m in _NUMBER.finditer(lead.text))
        percent = "%" if lead.text.startswith(f"{mine}%") else ""
        draft.claims[:1] = [Claim(told, (key,)), Claim(_ELSEWHERE[question.language].format(mine + percent), lead.keys)]
    else:
        draft.claims.insert(1, Claim(_ELSEWHERE[question.language].format(told), (key,)))
    draft.notes.append(_UNSETTLED[question.language])


def _leads_with(draft: Draft, finding: Finding, values: tuple[str, ...], index: ReportIndex) -> bool:
    """Whether an answer leads with one of the values of a finding, cited from where the finding saw it."""
    cited = [c.locator for c in draft.citations if c.key in draft.claims[0].keys]
    if not any(_touch(place, seen) for place in cited for seen in finding.locators):
        return False
    first = _NUMBER.search(draft.claims[0].text)
    return first is not None and any(_digits(first[0]) in _all_digits(value) for value in values)


def _other(draft: Draft, index: ReportIndex, finding: Finding) -> _Place | None:
    """Of the two figures of a finding that which the answer does not show."""
    shown = _all_digits(" ".join(claim.text for claim in draft.own))
    others = [
        f
        for s in index.statements
        for f in s.figures
        if f.id in finding.figures and _digits(f.text) not in shown
    ]  # fmt: skip
    return _Place(index, others[0]) if others else None


def _value(figure: Figure, question: Question) -> str:
    text = figure.text if question.language == "vi" else number(figure.value, question.language)
    return text if text.endswith("%") or figure.unit != "%" else f"{text}%"


def _touch(a: Locator, b: Locator) -> bool:
    return a.report == b.report and a.block == b.block and a.start < max(b.end, b.start + 1) and b.start < a.end


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text).lstrip("0")


def _all_digits(text: str) -> set[str]:
    return {_digits(m[0]) for m in _NUMBER.finditer(text)}

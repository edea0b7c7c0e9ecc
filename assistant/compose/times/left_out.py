"""Whether an answer leaves out one of the times that a question puts together, or sets against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.doubting import audits
from assistant.asked.kinds import Kind
from assistant.asked.looked_for import looked_for
from assistant.asked.restating import adds, compares
from assistant.asked.year_before import asks_year_before
from assistant.claims import Citation
from assistant.compose.asked_about import is_of_time
from assistant.compose.citing import Draft
from assistant.compose.times.aims import NAMED, names_parts
from assistant.evidence.statements import ReportIndex
from assistant.measured.running import PART_OF_YEAR
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.periods import same_period_last_year, year_of

MOST = 6  # times of a series that an answer names one by one
FROM_TO = looked_for(
    r"\btu\b.{0,40}\b(?:thang|quy)\b.{0,40}\bden\b.{0,40}\b(?:thang|quy)\b|\bfrom\b.*\bto\b|\bbetween\b.*\band\b|"
    r"\bgiua\b.{0,40}\b(?:thang|quy)\b.*\bva\b"
)
_A_YEAR_BEFORE = re.compile(r"\bcung (?:ky|thoi diem|thoi gian|thang|quy)\b|\bnam (?:truoc|ngoai)\b|\bso voi nam\b")


def leaves_out_time(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether what a draft cites is of none of the reports of a month or quarter that is to be added or compared, or
    says nothing of the year before that a month is set against: its own value alone is no answer."""
    if not draft.citations or question.is_(Kind.EXTREME) or audits(question):
        return False
    if question.is_(Kind.DOCUMENT) and not question.is_(Kind.FIGURE):
        return False
    held = {index.report.id: index for index in indexes}
    named = names_parts(question)
    if len(named) > NAMED and draft.calculation is not None and compares(question) and FROM_TO(fold(question.clear)):
        named = (min(named), max(named))  # how far it went between the two ends
    if NAMED <= len(named) <= MOST and (adds(question) or compares(question)):
        return any(not any(is_of_time(p, c, held.get(c.locator.report)) for c in draft.citations) for p in named)
    if not asks_year_before(question) or question.followup:
        return False
    months = {i.report.period for c in draft.citations if (i := held.get(c.locator.report)) is not None}
    if not months or not all(PART_OF_YEAR.fullmatch(p) for p in months):
        return False
    if any(same_period_last_year(p) in months for p in months):
        return False
    before = {str(int(year_of(p)) - 1) for p in months}
    return not any(_says_year_before(c, held[c.locator.report], before) for c in draft.citations)


def _says_year_before(citation: Citation, index: ReportIndex, years: set[str]) -> bool:
    block = index.report.block(citation.locator.block)
    table = "" if block.table is None else " ".join((block.table.title, *block.table.columns))
    said = fold(f"{citation.quote} {table}")
    return _A_YEAR_BEFORE.search(said) is not None or any(y in said for y in years)

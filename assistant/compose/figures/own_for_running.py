"""Whether the number of one month is told where a running total is asked for, and the paragraph gives that as well."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.measured.running import FIRST, PART_OF_YEAR, RUNNING, asks_both_times, counts_from_new_year
from assistant.question import Question
from ingest.language.fold import fold
from ingest.ledgers import Figure

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")


def tells_own_for_running(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether a draft tells no running total, and the count of a month of which the same paragraph has the one that is
    asked for."""
    if question.running != RUNNING or not draft.claims or draft.calculation is not None:
        return False
    if not counts_from_new_year(question.clear) or asks_both_times(question.clear):
        return False
    held = {index.report.id: index for index in indexes}
    beside = False
    for claim in draft.claims:
        told = set(_NUMBER.findall(claim.text))
        for citation in (c for c in draft.citations if c.key in claim.keys):
            index = held.get(citation.locator.report)
            if index is None or not PART_OF_YEAR.fullmatch(index.report.period) or index.report.period.endswith(FIRST):
                return False
            here = [f for at in index.by_block[citation.locator.block] for f in index.statements[at].figures]
            said = [f for f in here if citation.locator.start <= f.at < citation.locator.end and f.text in told]
            if any(index.running[f.id] for f in said):
                return False
            beside |= bool(said) and any(index.running[f.id] and _of_one_kind(f, said[0]) for f in here)
    return beside


def _of_one_kind(a: Figure, b: Figure) -> bool:
    x, y = fold(a.unit), fold(b.unit)
    return bool(x) and bool(y) and (x.startswith(y) or y.startswith(x))

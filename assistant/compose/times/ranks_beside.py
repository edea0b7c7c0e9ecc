"""The places in a ranking that stand beside two values set against each other: "tăng bao nhiêu điểm, thứ hạng thay đổi
thế nào?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.claims import Citation
from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.measured.ranks import asks_rank
from assistant.question import Question
from ingest.language.fold import fold
from ingest.ledgers import Figure, Role

_TOLD = re.compile(r"\bhạng\D{0,12}\d|\brank\w*\D{0,12}\d", re.IGNORECASE)


def add_ranks(draft: Draft, question: Question, indexes: Sequence[ReportIndex]) -> None:
    """Adds both places to a difference of two values, the earlier one first, where the question asks for them and each
    value has one place beside it, among as many."""
    worked = draft.calculation
    if worked is None or len(worked.operands) != 2 or not asks_rank(fold(question.clear)):
        return
    if any(_TOLD.search(claim.text) for claim in draft.own):
        return
    told: list[tuple[str, Figure, int]] = []
    for operand in worked.operands:
        citation = next(c for c in draft.citations if c.key == operand.key)
        index = next((i for i in indexes if i.report.id == citation.locator.report), None)
        ranks = _ranks(index, citation) if index is not None else []
        if index is None or len(ranks) != 1:
            return
        told.append((index.report.period, ranks[0], operand.key))
    (_, old, before), (_, new, after) = sorted(told, key=lambda t: (t[1].period or t[0], t[0]))
    if old.locator.report == new.locator.report and old.period == new.period:
        return
    said = (
        f"Rank: {new.text}, from {old.text}"
        if question.language == "en"
        else f"Thứ hạng: {new.text}, trước là {old.text}"
    )
    draft.claims.insert(1, draft.claim(said, after, before))


def _ranks(index: ReportIndex, citation: Citation) -> list[Figure]:
    """The ranks in what is cited."""
    place = citation.locator
    held = (f for at in index.by_block[place.block] for f in index.statements[at].figures)
    return [f for f in held if f.role is Role.RANK and place.start <= f.at < place.end]

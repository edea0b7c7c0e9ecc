"""An answer to "những xã nào", "kể tên các phường" that names not one of that kind: it speaks of them, or of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.language.guarded import guarded
from ingest.language.letters import LOWER, UPPER

_SORTS = "phường|xã|đặc khu|thị trấn|thị xã|thôn|ấp|khóm"
_KINDS = rf"(?:{_SORTS})\b(?:,? (?:và )?(?:{_SORTS})\b)*"
_ASKED = guarded(
    rf"\b(?:kể|nêu|cho biết)(?: rõ| đầy đủ)? tên(?: của)?(?: các| những| \d+)* (?P<named>{_KINDS})|"
    rf"\bliệt kê(?: tên)?(?: các| những| \d+)* (?P<listed>{_KINDS})|"
    rf"\b(?:những|các) (?P<which>{_KINDS}) nào\b",
    re.IGNORECASE,
)


def names_none_of_sort(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether members of a kind are asked for by name, and neither what is told nor the text around what is cited names
    one."""
    if not question.is_(Kind.LIST, Kind.WHO) or any(c.locator.table for c in draft.citations):
        return False
    asked = _ASKED.search(question.clear)
    if asked is None:
        return False
    sorts = re.findall(rf"(?:{_SORTS})", (asked["named"] or asked["listed"] or asked["which"]).lower())
    of_report = {i.report.id: i.report for i in indexes}
    blocks = [(of_report[c.locator.report], c.locator.block) for c in draft.citations if c.locator.report in of_report]
    text = " ; ".join([*(c.text for c in draft.claims), *(report.block(block).text for report, block in blocks)])
    named = "|".join(rf"[{s[0]}{s[0].upper()}]{s[1:]}" for s in dict.fromkeys(sorts))
    return not re.search(rf"\b(?:{named})(?: (?:\d|[{UPPER}]|“)|[^.;:(]{{0,80}}[:(] ?[{UPPER}{LOWER}])", text)

"""The verdict on a number that a question puts to the test, where the parts were added up: "cộng lại có bằng 1.200
không?" is not answered by their sum alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.restating import adds
from assistant.compose.audits.footnote_sums import stated_numbers
from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.verify import values, work_out
from ingest.language.fold import fold

_TESTS = re.compile(
    r"\bco (?:\w+ ){0,2}?(?:bang|ra|du|dung|thanh)(?: la)? \d[\d.,]*(?: \w+){0,4} khong\b|"
    r"\b(?:do|does|did)\b.*\b(?:add up to|make|sum to|equal|come to)(?: the)?(?: stated)? \d"
)
_VERDICT = re.compile(r"(?:có|không|đúng|khớp|yes|no)\b", re.IGNORECASE)


def tests_unknown(question: Question, indexes: Sequence[ReportIndex]) -> bool:
    """Whether a question puts a number to the test as a sum which no finding of the reports is about: what else in them
    does not add up says nothing of it."""
    stated = [value for value, _ in stated_numbers(question)]
    if len(stated) != 1 or not adds(question) or not _TESTS.search(fold(question.clear)):
        return False
    return not any(stated[0] in values(f"{f.stated}; {f.computed}") for i in indexes for f in i.findings)


def tell_verdict(draft: Draft, question: Question) -> None:
    """Opens an answer that adds parts up with whether they come to the number put to the test."""
    worked = draft.calculation
    if worked is None or "+" not in worked.formula or not draft.claims or not adds(question):
        return
    stated = [value for value, _ in stated_numbers(question)]
    if len(stated) != 1 or not _TESTS.search(fold(question.clear)) or _VERDICT.match(draft.claims[0].text):
        return
    if work_out(worked.formula) != worked.value:
        return
    same = stated[0] == worked.value
    word = ("Có" if same else "Không") if question.language == "vi" else ("Yes" if same else "No")
    draft.claims[0] = replace(draft.claims[0], text=f"{word}: {draft.claims[0].text}")

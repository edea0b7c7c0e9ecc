"""The value of this period and of the one before it, where both are asked for and the report prints them as a pair:
"đạt 97,4%/94,1% (tăng 3,3% so với cùng kỳ)", "tiếp dân 412/398 lượt, tăng 14 lượt"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.claims import Claim
from assistant.compose.citing import Draft
from assistant.compose.wording import number
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.numbers import parse_number

_BOTH = guarded(
    r"\b(?:va|con|,)(?: con| la| cua| trong)? (?:so )?(?:cung ky|ky truoc|nam (?:truoc|ngoai)|nam 20\d\d)\b|"
    r", ?(?:con )?(?:so )?(?:cung ky|ky truoc|nam (?:truoc|ngoai)|nam 20\d\d)\b|"
    r"\b(?:nam nay|nam 20\d\d)\b.{0,20}\b(?:va|con)\b.{0,12}\b(?:nam (?:truoc|ngoai|20\d\d)|cung ky)\b|"
    r"\b(?:and|versus|vs)\b.{0,30}\b(?:same period|year before|last year|previous year|a year earlier|in 20\d\d)\b"
)
_DIFFERENCE = re.compile(r"\b(?:tang|giam|chenh|hon|kem)\b|\b(?:rise|rose|fall|fell|change\w*|more|fewer|less)\b")
_PAIR = re.compile(
    r"(?<![\d/.,])(?P<now>\d+(?:[.,]\d+)*) ?(?P<share>%?)/(?P<then>\d+(?:[.,]\d+)*)(?P<also> ?%)?(?![\d/])"
)
_MOVED = re.compile(r"\b(?:tang|giam|cung ky|cung thoi diem|nam truoc|so voi)\b")
_THEN = re.compile(r"cùng kỳ trước|the same period before")
_LEAD = re.compile(r"\d+(?:[.,]\d+)*(?: ?%)?")
NEAR = 90  # characters of a pair in which it is said to be of two times


def add_other_time(draft: Draft, question: Question, indexes: Sequence[ReportIndex]) -> None:
    """Makes a claim that tells one side of such a pair tell both, where its own place or, else, one remark in a table
    of that report prints it; as it is where none, or several, do."""
    asked = fold(question.clear)
    if not question.is_(Kind.FIGURE) or draft.calculation is not None or not draft.own:
        return
    if not _BOTH.search(asked) or _DIFFERENCE.search(asked):
        return
    claim = draft.own[0]
    lead = _LEAD.match(claim.text)
    value = parse_number(lead[0].rstrip("% ")) if lead is not None else None
    if lead is None or value is None:
        return
    quotes = [c.quote for c in draft.citations if c.key in claim.keys]
    pairs = {p for quote in quotes for p in _pairs(quote) if value in map(parse_number, p[:2])}
    keys = list(claim.keys)
    if not pairs and (told := _remarked(draft, claim, value, indexes)) is not None:
        pairs, key = {told[0]}, told[1]
        keys.append(key)
    if len(pairs) != 1:
        return
    now, then, share = next(iter(pairs))
    if _THEN.search(claim.text) or all(n in claim.text for n in (now, then)):
        return
    before = "cùng kỳ trước" if question.language == "vi" else "the same period before"
    first, second = (number(parse_number(n) or Decimal(0), question.language) for n in (now, then))
    said = f"{first}{share}; {before}: {second}{share}{claim.text[lead.end() :]}"
    draft.claims[draft.claims.index(claim)] = replace(claim, text=said, keys=tuple(keys))


def _remarked(
    draft: Draft, claim: Claim, value: Decimal, indexes: Sequence[ReportIndex]
) -> tuple[tuple[str, str, str], int] | None:
    """The one pair that a row of the cited report opens with that number, of shares where the claim tells one, with its
    key."""
    cited = {c.locator.report for c in draft.citations if c.key in claim.keys}
    share = "%" in claim.text
    found = [
        (pair, index, statement)
        for index in indexes
        if index.report.id in cited
        for statement in index.statements
        if statement.row is not None
        for pair in _pairs(statement.quote)
        if parse_number(pair[0]) == value and bool(pair[2]) == share
    ]
    if len({pair for pair, *_ in found}) != 1:
        return None
    pair, index, statement = found[0]
    return pair, draft.cite_statement(index, statement)


def _pairs(quote: str) -> list[tuple[str, str, str]]:
    """The pairs of a quote that are said to be of two times, each with its sign of a share."""
    found = []
    for m in _PAIR.finditer(quote):
        around = fold(quote[max(0, m.start() - NEAR) : m.end() + NEAR])
        if _MOVED.search(around):
            found.append((m["now"], m["then"], "%" if m["share"] or m["also"] else ""))
    return found

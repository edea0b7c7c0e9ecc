"""Whether a claim of progress or decline is borne out by the figure it is about: what the report says in words, weighed
against how much the figure went up or down."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.compose.audits.doubts import DOWN, TALK, UP, answer_findings
from assistant.compose.citing import Draft, excerpt
from assistant.compose.times.comparisons import answer_comparison
from assistant.compose.wording import quoted
from assistant.evidence.shelf import Found
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.ledgers import FindingKind

BRIEF = 52  # words of an answer that weighs a claim


def answer_claim(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """Whether a claim of progress is borne out by the figure it is about."""
    asked = fold(question.clear)
    up = bool(UP.search(asked)) and not re.search(r"\bgiam\b|\bfell\b|\bfall\b", asked)
    worked = answer_comparison(_of_subject(question), found, lexicon)
    if worked is not None and worked.claims:
        lead = fold(worked.claims[0].text)
        rose, fell = lead.startswith(("tang", "rose")), lead.startswith(("giam", "fell"))
        printed = next(iter(_NUMBER.findall(worked.claims[0].text)), "")
        of_level = any(re.search(rf"\b(?:mức|ngưỡng) {re.escape(printed)}", c.quote) for c in worked.citations)
        if (rose or fell) and not (printed and of_level):  # "thấp hơn mức 95%" says not by how much it fell
            true = rose if up else fell
            words = ("Có" if true else "Không") if question.language == "vi" else ("Yes" if true else "No")
            first = worked.claims[0]
            told = first.text[:1].lower() + first.text[1:]
            worked.claims[0] = type(first)(f"{words}: {told}", first.keys)
            claims = (c for c in found.candidates if (UP if up else DOWN).search(c.statement.plain))
            said = next((c for c in claims if not c.statement.figures), None)
            if said is not None and said.statement.quote not in worked.text:
                key = worked.cite_statement(said.index, said.statement)
                worked.say(quoted(excerpt(said.statement, words=30), question.language), key)
            worked.shorten(BRIEF)
            return worked
    finding = answer_findings(question, list(found.indexes), (FindingKind.CLAIM,), whole=False)
    named = {*_INDEX.findall(asked)}
    against = {*_INDEX.findall(fold(finding.citations[-1].quote))} if finding is not None else set()
    return finding if not named or not against or named & against else None  # that the other index fell says nothing


_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_INDEX = re.compile(r"\b(?:par|sipas|papi|pci|pcix|dti)\b")
_CLAIMED = re.compile(r"\b(?:nhan dinh|ung ho|cung co|chung minh|xac nhan|khang dinh|claims?|bear|borne|support)\b")


def _of_subject(question: Question) -> Question:
    """The question for what the claim is about alone: a figure that bears it out does not repeat it."""
    asked = fold(question.clear)
    claimed = {word for pattern in (UP, DOWN) for m in pattern.finditer(asked) for word in m[0].split()}
    left = tuple(
        w
        for w in question.wanted
        if not claimed.issuperset(w.words.split())
        and not (w.must and (UP.search(w.words) or DOWN.search(w.words)))
        and not ({fold(k) for k in w.keys} | {w.words}) & TALK
        and not _CLAIMED.search(w.words)
    )
    kinds = (*(k for k in question.kinds if k is not Kind.YES_NO), Kind.COMPARISON)  # how much it changed says whether
    return replace(question, wanted=left or question.wanted, footnote=None, kinds=tuple(dict.fromkeys(kinds)))

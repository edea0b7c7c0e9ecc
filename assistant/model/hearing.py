"""What of a chat model's words may be shown: what passes the gate, and little more than a slip of the pen is forgiven.

Two slips are mended, since small models make them all the time and both are ours to judge: a statement with a figure is
cited, where it stands there, on what the answer without a model cites, whatever evidence the model names; and the year
of the question, which the quote seldom repeats, is taken out of the sentence. In addition to the gate a Vietnamese
statement may name nobody and no place that stands neither in its quotes nor in the head of their report, and half of
its words must stand there or in the question; an English one must tell a figure. The whole must keep the figures, with
their units, that the answer without a model says of its own, and rest on what that answer leads with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.claims import Citation, Claim
from assistant.compose.citing import Draft
from assistant.model.briefing import columns
from assistant.printed import alike, unit_behind
from assistant.question import Question
from assistant.verify import Refusal, check
from ingest.language.fold import fold
from ingest.report import Report

STRANGE = 0.5  # share of a statement's words that neither its evidence nor the question has
SENTENCE = 3  # words of an English statement, below which it says no more than the figure
_FOREIGN = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{1,2}|\d+,\d{4,}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MARK = re.compile(r"^\s*\(?\d{1,2}[.)]\s+")  # of a list's item, which is no figure
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?:^|[.:;!?]\s+|[“\"(«]\s*)$")
_TIME = (
    r"(?:(?:trong|vào|của|cho|ở|tính đến|đến|hết|cuối|đầu|in|of|for|during|by|at the end of|(?:by )?the end of)\s+)*"
    r"(?:(?:the\s+)?(?:year|năm)\s+)?{year}\b(?!\s*[-–/])"
)


class Outcome(StrEnum):
    """What became of an answer that a model was to word."""

    KEPT = "kept whole"
    PARTLY = "partly taken out"
    REFUSED = "refused by the gate"
    LED_AWAY = "without the figures asked for"
    NOT_FOUND = "said not found"
    NO_ANSWER = "no usable reply"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Heard:
    """What was made of a reply: the claims as they may stand, and what was refused, or the error's name."""

    outcome: Outcome
    claims: tuple[Claim, ...] = ()
    refused: tuple[Refusal, ...] = ()
    error: str = ""

    @property
    def usable(self) -> bool:
        """Whether the model's words are shown."""
        return self.outcome in (Outcome.KEPT, Outcome.PARTLY)


def hear(
    claims: Sequence[Claim],
    citations: Sequence[Citation],
    question: Question,
    draft: Draft,
    report_of: Callable[[str], Report],
) -> Heard:
    """What may be shown of a model's claims on `citations`; `draft` is the answer without a model."""
    ear = _Ear(citations, question, draft, report_of)
    passed: list[Claim] = []
    refused: list[Refusal] = []
    for claim in claims:
        heard = ear.heard(claim)
        if isinstance(heard, Refusal):
            refused.append(heard)
        elif heard.text not in (p.text for p in passed):
            passed.append(heard)
    if not passed:
        return Heard(Outcome.REFUSED, refused=tuple(refused))
    if not _leads(passed, draft) or not _rests(passed, draft):
        return Heard(Outcome.LED_AWAY, refused=tuple(refused))
    return Heard(Outcome.PARTLY if refused else Outcome.KEPT, tuple(passed), tuple(refused))


class _Ear:
    """Judges one claim after another."""

    def __init__(
        self, citations: Sequence[Citation], question: Question, draft: Draft, report_of: Callable[[str], Report]
    ) -> None:
        self._citations = citations
        self._question = question
        self._report_of = report_of
        self._own = tuple(dict.fromkeys(k for c in draft.claims for k in c.keys))

    def heard(self, claim: Claim) -> Claim | Refusal:
        """The claim as it may stand, or why it may not."""
        first = self._refusal(claim)
        for text in dict.fromkeys((claim.text, self._without_years(claim))):
            for keys in dict.fromkeys((*((k,) for k in self._own), self._own, claim.keys)):
                tried = Claim(text, keys)
                if text and keys and _tells(tried, claim) and self._refusal(tried) is None:
                    return self._narrowed(tried)
        return first or claim

    def _refusal(self, claim: Claim) -> Refusal | None:
        verdict = check([claim], self._citations, None, self._report_of)
        if verdict.refused:
            return verdict.refused[0]
        if _marked(claim.text) != (self._question.language == "vi"):
            return Refusal(claim, "language", claim.text)
        if self._question.language == "en":
            return _english_refusal(claim)
        held = self._held(claim)
        name = _invented_name(claim.text, held)
        if name:
            return Refusal(claim, "name", name)
        strange = [w for w in _WORD.findall(fold(claim.text)) if w not in held]
        if len(strange) > STRANGE * len(_WORD.findall(claim.text)):
            return Refusal(claim, "words", " ".join(strange))
        return None

    def _narrowed(self, claim: Claim) -> Claim:
        """The claim without the keys that it does not need, where it tells a figure: a model likes to name them all."""
        if _NUMBER.search(claim.text) is None:
            return claim
        for key in reversed(claim.keys):
            fewer = Claim(claim.text, tuple(k for k in claim.keys if k != key))
            if fewer.keys and self._refusal(fewer) is None:
                claim = fewer
        return claim

    def _without_years(self, claim: Claim) -> str:
        """The text without the years that the question names and no quote of the claim has."""
        held = " ".join(c.quote for c in self._citations if c.key in claim.keys)
        text = claim.text
        for year in set(_YEAR.findall(self._question.text)) - set(_YEAR.findall(held)):
            text = re.sub(rf"\s*,?\s*\b{_TIME.format(year=year)}(?:\s*,)?", " ", text, flags=re.IGNORECASE)
        text = re.sub(r"\s+([,.;:])", r"\1", " ".join(text.split())).strip(" ,")
        return text[:1].upper() + text[1:] if text != claim.text else text

    def _held(self, claim: Claim) -> frozenset[str]:
        """The folded words of the question, of what the claim cites and of the heads of the cited reports."""
        held = [self._question.text, *self._question.before]
        for citation in self._citations:
            if citation.key in claim.keys:
                report = self._report_of(citation.locator.report)
                heads = (report.title, report.issuer, report.place)
                held += [citation.quote, citation.locator.label, *heads, *columns(citation, report)]
        return frozenset(_WORD.findall(fold(" ".join(held))))


def _marked(text: str) -> bool:
    """Whether a text is Vietnamese: one word in five and more bears a mark."""
    words: list[str] = _WORD.findall(text)
    return 5 * sum(fold(w) != w.lower() for w in words) >= len(words)


def _english_refusal(claim: Claim) -> Refusal | None:
    """Why an English statement of Vietnamese words may not stand: its words nobody can compare, so it must tell a
    figure in a sentence, written as English writes it: "21.846" would be read as twenty-one."""
    if _NUMBER.search(claim.text) is None or len(_WORD.findall(claim.text)) < SENTENCE:
        return Refusal(claim, "words", claim.text)
    foreign = next((n[0] for n in _NUMBER.finditer(claim.text) if _FOREIGN.fullmatch(n[0])), None)
    return None if foreign is None else Refusal(claim, "number", foreign)


def _invented_name(text: str, held: frozenset[str]) -> str:
    """A word with a capital inside a statement that is not held."""
    for word in _WORD.finditer(text):
        begins = _SENTENCE.search(text[: word.start()])
        if word[0][0].isupper() and not begins and fold(word[0]) not in held:
            return word[0]
    return ""


def _tells(tried: Claim, claim: Claim) -> bool:
    """Whether a mended claim still tells a figure; without one nothing would show that the new quote bears it out."""
    return _NUMBER.search(tried.text) is not None or tried.keys == claim.keys


def _leads(passed: Sequence[Claim], draft: Draft) -> bool:
    """Whether the words keep every figure, with its unit, that the answer without a model says of its own."""
    said = [(c.text, n) for c in passed for n in _NUMBER.finditer(c.text)]
    for claim in draft.own:
        for number in _NUMBER.finditer(_MARK.sub("", claim.text)):
            unit = unit_behind(_MARK.sub("", claim.text), number.end())
            same = [unit_behind(text, n.end()) for text, n in said if _digits(n[0]) == _digits(number[0])]
            if not any(not unit or (told and alike(unit, told)) for told in same):  # "05" alone keeps no unit
                return False
    return True


def _rests(passed: Sequence[Claim], draft: Draft) -> bool:
    """Whether the words rest on the evidence that the answer without a model leads with: else they answer another
    question."""
    lead = set(draft.own[0].keys) if draft.own else {c.key for c in draft.citations}
    return any(lead & set(claim.keys) for claim in passed)


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number).lstrip("0") or "0"

"""How one answer is marked against its golden question, and how marks add up.

A right answer passes all `accept` patterns and no `reject` pattern, does not abstain, and is short: a page that happens
to hold the figure is no answer. Words are compared after Unicode normalisation, without punctuation and white space,
so that line breaks, footnote markers and typographic quotes do not break a match.
"""

from __future__ import annotations

import json
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.claims import Answer, Turn

_KEY = re.compile(r"\[\d+\]")
_PRINTED_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_SAME = str.maketrans({"ƣ": "ư", "Ƣ": "Ư"})  # the letter that a common typesetting fault puts in place of ư
_ENOUGH_OF_A_CITATION = 0.5
_ENOUGH_OF_THE_EVIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class Golden:
    """A golden question: what is asked, what a right answer must and must not match, where the evidence stands."""

    id: str
    language: str
    kind: str
    text: str
    expected: str
    accept: tuple[str, ...]
    reject: tuple[str, ...]
    evidence: tuple[str, ...]
    unanswerable: bool
    reports: tuple[str, ...]
    history: tuple[Turn, ...]

    @classmethod
    def of(cls, row: dict[str, Any]) -> Golden:
        """The question of one line of a question file."""
        reports = row.get("report") or row.get("reports") or ()
        return cls(
            id=row["id"],
            language=row["lang"],
            kind=row["kind"],
            text=row["question"],
            expected=row["answer"],
            accept=tuple(row["accept"]),
            reject=tuple(row.get("reject", ())),
            evidence=tuple(row["evidence"]),
            unanswerable=row["unanswerable"],
            reports=(reports,) if isinstance(reports, str) else tuple(reports),
            history=tuple(Turn(**turn) for turn in row.get("history", ())),
        )


def read_questions(path: Path) -> list[Golden]:
    """The questions of a file, in order."""
    return [Golden.of(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Mark:
    """How one question went. What does not apply is None; pairs are (good, of all)."""

    question: Golden
    answer: str
    good: bool
    harmful: bool
    cited: bool | None
    quotes: tuple[int, int]
    numbers: tuple[int, int]
    found: bool | None
    milliseconds: float


def letters(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text).translate(_SAME).lower())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).translate(_SAME).lower())


def _runs(text: str) -> set[tuple[str, ...]]:
    """Every three words in a row; the whole text where it is shorter."""
    words = _words(text)
    return set(zip(words, words[1:], words[2:], strict=False)) or {tuple(words)}


def _numbers(text: str) -> set[str]:
    printed = _PRINTED_NUMBER.findall(_KEY.sub(" ", text))
    return {re.sub(r"[.,]", "", number).lstrip("0") or "0" for number in printed}


def _is_right(question: Golden, answer: Answer) -> bool:
    said = _KEY.sub("", answer.answer)
    return (
        not answer.abstained
        and len(_words(said)) <= max(60, 40 + 3 * len(_words(question.expected)))
        and all(re.search(pattern, said, re.IGNORECASE) for pattern in question.accept)
        and not any(re.search(pattern, said, re.IGNORECASE) for pattern in question.reject)
    )


def _cites(quotes: Iterable[str], evidence: Sequence[str]) -> bool:
    """Whether a quote and a piece of evidence share half of the shorter one."""
    pairs = ((_runs(quote), _runs(piece)) for quote in quotes for piece in evidence)
    return any(len(a & b) >= _ENOUGH_OF_A_CITATION * min(len(a), len(b)) for a, b in pairs)


def holds_evidence(texts: Iterable[str], evidence: Sequence[str]) -> bool:
    """Whether the texts together hold every piece of evidence, but for a fifth of its runs of three words at most."""
    held = set().union(*(_runs(text) for text in texts)) if texts else set()
    return all(len(_runs(e) & held) >= _ENOUGH_OF_THE_EVIDENCE * len(_runs(e)) for e in evidence)


def mark(
    question: Golden, answer: Answer, sources: Sequence[str], hits: Sequence[str] | None, milliseconds: float
) -> Mark:
    """Marks an answer. `sources` are the reports' `letters`; `hits` the texts of the first five hits, or None."""
    quotes = [citation.quote for citation in answer.citations]
    right = _is_right(question, answer)
    good = answer.abstained if question.unanswerable else right
    said = set() if answer.abstained else _numbers(answer.answer)
    backed = _numbers(question.text).union(*map(_numbers, quotes))
    if answer.calculation is not None:
        backed |= _numbers(f"{answer.calculation.formula} = {answer.calculation.value}")
    shown = () if answer.abstained else quotes
    return Mark(
        question=question,
        answer=answer.answer,
        good=good,
        harmful=not good and not answer.abstained,
        cited=_cites(quotes, question.evidence) if right and not question.unanswerable else None,
        quotes=(sum(any(letters(quote) in source for source in sources) for quote in shown), len(shown)),
        numbers=(len(said & backed), len(said)),
        found=None if question.unanswerable or hits is None else holds_evidence(hits, question.evidence),
        milliseconds=milliseconds,
    )


@dataclass(frozen=True, slots=True)
class Scores:
    """The marks of a set of questions, added up. A measure is (good, of all)."""

    marks: tuple[Mark, ...]
    measures: dict[str, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, marks: Sequence[Mark]) -> Scores:
        """Adds up the marks of a set."""
        answerable = [m for m in marks if not m.question.unanswerable]
        vietnamese = [m for m in answerable if m.question.language == "vi"]
        english = [m for m in answerable if m.question.language == "en"]
        measures = {
            "right vi": _count(m.good for m in vietnamese),
            "right en": _count(m.good for m in english),
            "refused": _count(m.good for m in marks if m.question.unanswerable),
            "harmful": _count(m.harmful for m in marks),
            "cited": _count(m.cited for m in marks),
            "verbatim": (sum(m.quotes[0] for m in marks), sum(m.quotes[1] for m in marks)),
            "supported": (sum(m.numbers[0] for m in marks), sum(m.numbers[1] for m in marks)),
            "found vi": _count(m.found for m in vietnamese),
            "found en": _count(m.found for m in english),
        }
        return cls(tuple(marks), measures)

    def share(self, measure: str) -> float | None:
        """A measure as a share, None where nothing counted."""
        good, total = self.measures[measure]
        return good / total if total else None

    def by_kind(self) -> dict[str, tuple[int, int]]:
        """The good answers of each kind of question, the kinds with most questions first."""
        total = Counter(m.question.kind for m in self.marks)
        good = Counter(m.question.kind for m in self.marks if m.good)
        return {kind: (good[kind], n) for kind, n in total.most_common()}

    def milliseconds(self) -> tuple[float, float]:
        """The median and the 95th percentile of the time an answer took."""
        times = sorted(m.milliseconds for m in self.marks)
        return statistics.median(times), times[min(len(times) - 1, int(0.95 * len(times)))]


def _count(outcomes: Iterable[bool | None]) -> tuple[int, int]:
    counted = [outcome for outcome in outcomes if outcome is not None]
    return sum(counted), len(counted)

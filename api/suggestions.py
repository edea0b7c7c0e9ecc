"""Questions to begin with, drawn from the reports at hand."""

from __future__ import annotations

from collections.abc import Sequence

from api.wording import Words
from assistant.evidence.statements import keys
from assistant.words.terms import default_lexicon
from ingest.language.fold import fold
from ingest.ledgers import Figure, Role
from ingest.report import Report
from vectorstore.library import Library

MOST = 4
DRAWN_FROM = 8
"""Most reports that are looked through, the newest first: a store of a thousand would keep the page waiting."""

FRAGMENTS = frozenset(
    ["da", "duoc", "co", "de", "trong", "tren", "qua", "sau", "khi", "cac", "nhung", "voi", "va", "cua", "do", "theo",
     "den", "tai", "moi"]
)  # fmt: skip
"""First words of an indicator that was cut out of a sentence, without marks."""


def suggestions(library: Library, words: Words) -> list[str]:
    """At most MOST questions that the store should answer, of the newest reports that tell something to ask."""
    newest = sorted(library.reports(), key=lambda r: (r.period, r.figures), reverse=True)[:DRAWN_FROM]
    figures = library.figures([r.id for r in newest]) if newest else ()
    asked: dict[str, None] = {}
    for summary in newest:
        asked |= dict.fromkeys(suggest(library.report(summary.id), figures, words))
        if len(asked) >= MOST:
            break
    return list(asked)[:MOST]


def suggest(report: Report, figures: Sequence[Figure], words: Words) -> list[str]:
    """At most MOST questions that this report should answer: figures of different sections, limitations, causes.

    `figures` are those of all reports at hand: an indicator that several of them tell of is one that people ask about.
    """
    tellers: dict[str, set[str]] = {}
    for figure in figures:
        tellers.setdefault(fold(figure.indicator), set()).add(figure.locator.report)
    own = [f for f in figures if f.locator.report == report.id]
    own.sort(key=lambda f: -len(tellers[fold(f.indicator)]))
    questions: list[str] = []
    headings = [fold(s.heading) for s in report.sections]
    for sign, key in (("han che", "suggest.limits"), ("nguyen nhan", "suggest.causes")):
        if any(sign in h for h in headings):
            questions.append(words(key))
    seen: set[str] = set()
    for figure in own:
        section = figure.locator.section.partition(".")[0]
        if section not in seen and figure.locator.table is None and _can_be_asked(figure):
            seen.add(section)
            asked = words("suggest.figure", indicator=_capital(figure.indicator), unit=figure.unit)
            questions.insert(len(seen) - 1, asked)
        if len(questions) >= MOST:
            break
    return questions[:MOST]


def _can_be_asked(figure: Figure) -> bool:
    """Whether an indicator reads as a question: a few words that open as a name does and speak of a known subject."""
    words = fold(figure.indicator).split()
    if figure.role not in (Role.ACTUAL, Role.TOTAL) or figure.scope or not 3 <= len(words) <= 9:
        return False
    if not figure.unit or fold(figure.unit) in fold(figure.indicator) or words[0] in FRAGMENTS:
        return False
    if "/" in figure.text or ":" in figure.indicator:
        return False  # a part of something: of a whole, or of what stands before the colon
    # Concepts of one word (tỉnh, người, cấp) stand in any sentence; those of several name a subject.
    lexicon = default_lexicon()
    return any(" " in key and key in lexicon.concepts for key in keys(lexicon, figure.indicator))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

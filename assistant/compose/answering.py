"""From evidence to an answer: which composer speaks, and whether there is enough to speak of at all."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.compose.abstain import abstain
from assistant.compose.arithmetic import answer_earlier, answer_remainder, answer_share
from assistant.compose.audits import answer_audit
from assistant.compose.citing import Draft
from assistant.compose.comparisons import answer_comparison
from assistant.compose.documents import answer_documents, answer_number
from assistant.compose.figures import answer_figure, answer_levels, answer_previous, answer_total, wants_previous
from assistant.compose.levels import answer_sum
from assistant.compose.particulars import answer_particulars, asked_particulars
from assistant.compose.passages import (
    PART_KEYS,
    answer_list,
    answer_part,
    answer_text,
    answer_where,
    names_what_is_asked,
)
from assistant.compose.series import answer_series
from assistant.compose.tables import answer_extreme, asks_extreme
from assistant.evidence import Candidate, affinity
from assistant.question import Kind, Question
from assistant.restating import audits, compares
from assistant.shelf import Found
from assistant.terms import Lexicon
from ingest.language.periods import year_of
from ingest.ledgers import Role

FIGURE_COVERAGE = 0.62
TEXT_COVERAGE = 0.6
HEAVY = 0.3  # a word that makes up this share of what is asked may not be missing
FOLLOWING = 0.12
TRANSLATED = 0.06  # of an English question some words find no wording in the glossary
NEARNESS = 0.8  # what the embeddings' word counts: the passage they find first may cover that much less
NOT_ONLY_FIGURES = (Kind.LIST, Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.COMPARISON, Kind.YES_NO, Kind.DOCUMENT, Kind.AUDIT)


def compose(question: Question, found: Found, lexicon: Lexicon) -> tuple[Draft, bool]:
    """The answer and whether it is an abstention."""
    question = found.question
    if not found.indexes:
        return abstain(question, found.reports, None, found.reason), True
    reason = found.reason
    series = answer_series(question, found, lexicon)
    if series is not None:
        return (series.draft, False) if series.draft is not None else (abstain(question, found.reports, None, series.refused), True)
    audit = answer_audit(question, found, lexicon) if audits(question) else None
    if audit is not None:
        return audit, False
    if asked_particulars(question):
        told = answer_particulars(question, max(found.indexes, key=lambda i: affinity(question, i)))
        if told.draft is not None:
            return told.draft, False
        return abstain(question, found.reports, None, told.blank), True
    number = answer_number(question, list(found.indexes))
    absent = number is not None and number.draft is None and bool(question.documents)
    if number is not None and (number.draft is not None or number.blank) and (absent or not _counts(question)):
        if number.draft is not None:
            return number.draft, False
        return abstain(question, found.reports, None, number.blank), True
    draft = _speak(question, found, lexicon)
    if draft is not None and draft.claims:
        return draft, False
    nearest = found.candidates[0] if found.candidates and found.candidates[0].coverage >= 0.3 else None
    return abstain(question, found.reports, nearest, reason), True


def _counts(question: Question) -> bool:
    """Whether a document named in the question is only where to look: what is asked is a figure or an audit."""
    return question.is_(Kind.FIGURE, Kind.AUDIT, Kind.COMPARISON) and not question.is_(Kind.DOCUMENT, Kind.WHEN)


def sufficient(question: Question, candidates: Sequence[Candidate], least: float) -> list[Candidate]:
    """The candidates that may be shown as an answer; a follow-up leans on what was said before, and is given some room."""
    room = FOLLOWING if question.followup else 0.0
    if question.language == "en":
        least -= TRANSLATED
    return [
        c
        for c in candidates
        if c.coverage >= least - max(room, NEARNESS * c.near) and c.lacks < HEAVY + room and not any(w.must for w in c.missing)
    ]


def _speak(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    indexes = list(found.indexes)
    numeric = "bao nhiêu" in question.clear.lower() or "how many" in question.clear.lower() or "how much" in question.clear.lower()
    if not numeric and _of_next_year(question, found):
        draft = answer_part(question, Kind.DIRECTION, indexes, lexicon)
        if draft is not None:
            return draft
    if not numeric:
        for kind in (Kind.CAUSE, Kind.LIMITATION, Kind.STRENGTH, Kind.DIRECTION):
            if question.is_(kind) and kind in PART_KEYS:
                draft = answer_part(question, kind, indexes, lexicon)
                if draft is not None:
                    return draft
        if question.is_(Kind.DOCUMENT):
            draft = answer_documents(question, indexes, lexicon)
            if draft is not None:
                return draft
    figures = sufficient(question, [c for c in found.candidates if c.figure is not None], FIGURE_COVERAGE)
    texts = sufficient(question, [c for c in found.candidates if c.figure is None], TEXT_COVERAGE)
    if question.is_(Kind.WHERE) and not numeric:
        draft = answer_where(question, texts)
        if draft is not None:
            return draft
    if asks_extreme(question):
        draft = answer_extreme(question, indexes)
        if draft is not None:
            return draft
    if len(question.levels) == 2 and not question.is_(Kind.TOTAL):
        draft = answer_levels(question, figures, lexicon)
        if draft is not None:
            return draft
    draft = answer_remainder(question, figures, lexicon)
    for calculated in (answer_sum, answer_earlier):
        draft = draft if draft is not None else calculated(question, found, lexicon)
    if draft is not None:
        return draft
    if question.is_(Kind.TOTAL):
        draft = answer_total(question, figures, lexicon)
        if draft is not None:
            return draft
    if compares(question):
        draft = answer_comparison(question, found, lexicon)
        if draft is not None:
            return draft
    draft = answer_share(question, figures, lexicon)
    if draft is not None:
        return draft
    if question.is_(Kind.FIGURE) and (wants_previous(question) or question.periods):
        earlier = [c for c in figures if c.figure is not None and c.figure.role is Role.PREVIOUS]
        if wants_previous(question) and earlier:
            return answer_figure(question, earlier, lexicon)
        if wants_previous(question) or not figures:
            loose = sufficient(question, _any_period(found, lexicon), FIGURE_COVERAGE)
            draft = answer_previous(question, loose, lexicon)
            if draft is not None:
                return draft
    if question.is_(Kind.LIST) and not numeric:
        draft = answer_list(question, texts)
        if draft is not None:
            return draft
    document = question.is_(Kind.DOCUMENT) and not numeric
    if question.is_(Kind.FIGURE) and figures and not document:
        return answer_figure(question, figures, lexicon)
    if question.is_(Kind.FIGURE) and (numeric or not question.is_(*NOT_ONLY_FIGURES)):
        return None
    return answer_text(question, [c for c in texts if names_what_is_asked(question, c.statement)])


def _of_next_year(question: Question, found: Found) -> bool:
    """Whether every year asked about is the one after the reports': there they only say what is to be done."""
    years = {year_of(r.period) for r in found.reports if year_of(r.period)}
    return bool(question.periods and years) and all(
        year_of(p) not in years and str(int(year_of(p)) - 1) in years for p in question.periods if year_of(p)
    )


def _any_period(found: Found, lexicon: Lexicon) -> list[Candidate]:
    """The evidence as if no period had been asked for: an earlier value may follow from a stated change."""
    from dataclasses import replace

    from assistant.evidence import candidates

    open_question = replace(found.question, periods=(), previous=False)
    every = [c for index in found.indexes for c in candidates(open_question, index)]
    every.sort(key=lambda c: -c.score)
    asked = found.question
    return [c for c in every if c.figure is not None and c.figure.comparison is not None and (not asked.periods or c.figure.comparison.period in asked.periods)]

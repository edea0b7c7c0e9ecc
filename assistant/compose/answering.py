"""From evidence to an answer: composed as a whole or part by part, made whole, and withheld where it is no answer."""

from __future__ import annotations

from assistant.asked.doubting import audits
from assistant.asked.kinds import Kind
from assistant.compose.abstain import abstain
from assistant.compose.audits.checked import answer_audit
from assistant.compose.audits.disputed import add_disputes
from assistant.compose.audits.running_sum import answer_running_sum
from assistant.compose.audits.tested_sum import tell_verdict
from assistant.compose.citing import Draft
from assistant.compose.completed import with_owed
from assistant.compose.composers import COMPOSERS
from assistant.compose.documents.chain import answer_chain
from assistant.compose.documents.implemented import answer_implemented
from assistant.compose.documents.listed import answer_listed
from assistant.compose.documents.of_report import answer_of_report
from assistant.compose.documents.particulars import Told
from assistant.compose.documents.sooner import answer_sooner
from assistant.compose.each_asked import complete
from assistant.compose.figures.members_apart import answer_in_turn
from assistant.compose.in_parts import OF_PARTS, in_parts
from assistant.compose.lists.set_asked import answer_set_asked
from assistant.compose.lists.task_and_term import answer_task_and_term
from assistant.compose.material import Material
from assistant.compose.overview import answer_overview
from assistant.compose.owed import owes
from assistant.compose.ranked.answers import answer_ranked
from assistant.compose.sentences.where_and_what import answer_where_and_what
from assistant.compose.several import add_name
from assistant.compose.sheets.answers import answer_of_sheet
from assistant.compose.tables.member_found import answer_member_found
from assistant.compose.tables.value_and_class import answer_class
from assistant.compose.tables.whole_row import answer_whole_row
from assistant.compose.times.deadline_kept import answer_deadline_kept
from assistant.compose.times.each_time import answer_each_time
from assistant.compose.times.first_passed import answer_first_passed
from assistant.compose.times.now_and_then import add_other_time
from assistant.compose.times.rank_between import answer_rank_between
from assistant.compose.times.reported import unreported
from assistant.compose.times.series import answer_series
from assistant.compose.withheld import is_withheld
from assistant.compose.worked_out.set_for_month import answer_set_for_month
from assistant.evidence.shelf import Found
from assistant.question import Question
from assistant.words.terms import Lexicon

BRIEF = 58  # words of an answer that gives a figure
NEAR_ENOUGH = 0.3  # coverage from which a passage is worth showing beside an abstention


# They answer the question as a whole.
OF_MONTHS = (
    answer_set_for_month,
    answer_deadline_kept,
    answer_task_and_term,
    answer_rank_between,
    answer_first_passed,
    answer_running_sum,
)


def compose(found: Found, lexicon: Lexicon) -> tuple[Draft, bool]:
    """The answer and whether it is an abstention, which it is as well where the answer would not hold what is asked."""
    each = answer_each_time(found, lambda part: compose(part, lexicon))
    if each is not None:
        each.shorten(OF_PARTS)
        return each, False
    draft, abstained = _composed(found, lexicon)
    if abstained:
        return draft, True
    draft = complete(found.question, found.indexes, draft, lexicon)
    add_other_time(draft, found.question, found.indexes)
    whole = with_owed(Material(found.question, found, lexicon), draft) if owes(found.question, draft) else draft
    if whole is None or is_withheld(found, whole, lexicon):
        return _silent(found), True
    if not audits(found.question):
        add_disputes(whole, found.question, found.indexes)
    return whole, False


def _composed(found: Found, lexicon: Lexicon) -> tuple[Draft, bool]:
    """The answer and whether it is an abstention, part by part where the question has several."""
    told = (
        answer_overview(found, lexicon)
        or answer_ranked(found, lexicon)
        or answer_class(found, lexicon)
        or answer_whole_row(found, lexicon)
    )
    told = told or answer_of_sheet(found, lexicon)
    told = told or answer_in_turn(Material(found.question, found, lexicon)) or answer_chain(found, lexicon)
    told = told or answer_where_and_what(found, lexicon) or answer_set_asked(found, lexicon)
    told = told or answer_member_found(found, lexicon, lambda part: _composed(part, lexicon))
    of_months = (answer(found.question, found, lexicon) for answer in OF_MONTHS) if told is None else ()
    whole = next((draft for draft in of_months if draft is not None), None)
    if whole is not None:
        return (whole, False) if whole.claims else (_silent(found), True)
    return (told, False) if told is not None else in_parts(found, lexicon, lambda part: _compose(part, lexicon))


def _compose(found: Found, lexicon: Lexicon) -> tuple[Draft, bool]:
    question = found.question
    if not found.indexes:
        return abstain(question, found.reports, None, found.reason), True
    refusal = ""
    for told in (
        _of_series(question, found, lexicon),
        _of_audit(question, found, lexicon),
        answer_sooner(question, found, lexicon),
        answer_implemented(question, found, lexicon),
        answer_listed(question, found, lexicon),
        answer_of_report(question, found, lexicon),
        _of_none(question, found),
    ):
        if told is not None and told.draft is not None:
            return told.draft, False
        if told is not None:
            refusal = refusal or told.blank
    if refusal:
        return abstain(question, found.reports, None, refusal), True
    table = Material(question, found, lexicon)
    draft = next((d for composer in COMPOSERS if (d := composer(table)) is not None and d.claims), None)
    if draft is not None:
        add_name(draft, question)
        tell_verdict(draft, question)
        if question.is_(Kind.FIGURE, Kind.COMPARISON) and not question.is_(Kind.LIST):
            draft.shorten(BRIEF)
        return draft, False
    return _silent(found), True


def _silent(found: Found) -> Draft:
    """The abstention, with the nearest passage where one is near enough."""
    first = found.candidates[0] if found.candidates else None
    nearest = first if first is not None and first.coverage >= NEAR_ENOUGH else None
    return abstain(found.question, found.reports, nearest, found.reason)


def _of_series(question: Question, found: Found, lexicon: Lexicon) -> Told | None:
    series = answer_series(question, found, lexicon)
    return None if series is None else Told(series.draft, series.refused)


def _of_audit(question: Question, found: Found, lexicon: Lexicon) -> Told | None:
    draft = answer_audit(question, found, lexicon) if audits(question) else None
    return None if draft is None else Told(draft)


def _of_none(question: Question, found: Found) -> Told | None:
    """A document that no report cites is in none of them: their other words do not answer for it."""
    why = unreported(question, found)
    return Told(None, why) if why else None

"""The composers of an answer in the order in which they are asked: the first that can speak does."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.asked.denials import OPPOSITES
from assistant.asked.kinds import Kind
from assistant.asked.restating import LEFT, ask_again, compares, enough, names_places
from assistant.compose.citing import Draft
from assistant.compose.documents.background import is_background
from assistant.compose.documents.cited import answer_documents, answer_issued, asks_of_document, named_numbers
from assistant.compose.documents.in_sentence import tell_cited
from assistant.compose.documents.of_count import answer_documents_of_count
from assistant.compose.documents.related import asked_besides
from assistant.compose.documents.shared import answer_shared
from assistant.compose.figures.all_of_them import answer_all_of_them
from assistant.compose.figures.beside_told import answer_beside_told
from assistant.compose.figures.breakdown import answer_breakdown
from assistant.compose.figures.either import answer_either
from assistant.compose.figures.how_often import answer_how_often
from assistant.compose.figures.kind_of_rate import answer_kind_of_rate
from assistant.compose.figures.levels import answer_levels, answer_sum
from assistant.compose.figures.member_in_turn import answer_member_in_turn
from assistant.compose.figures.members_apart import answer_members_apart
from assistant.compose.figures.part_of_set import answer_part_of_set
from assistant.compose.figures.revised import answer_revised
from assistant.compose.figures.stated import answer_figure, answer_previous, wants_previous
from assistant.compose.figures.target_stated import answer_target_stated
from assistant.compose.figures.told_by_two import answer_told_by_two
from assistant.compose.lists.added_items import answer_added_items
from assistant.compose.lists.each_member import answer_each_member
from assistant.compose.lists.each_subject import answer_each_subject
from assistant.compose.lists.enumerated import answer_enumerated
from assistant.compose.lists.group_of_item import answer_group_of_item
from assistant.compose.lists.members_told import answer_members_told
from assistant.compose.lists.note_of_count import answer_note_of_count
from assistant.compose.lists.of_lines import answer_of_lines
from assistant.compose.lists.of_named_set import answer_of_named_set
from assistant.compose.lists.opening_and_subjects import answer_bases, answer_subjects
from assistant.compose.lists.several_among import answer_several_among
from assistant.compose.lists.whole import answer_list, answer_under_heading, asks_sets
from assistant.compose.material import Material
from assistant.compose.owed import asks_form, stands
from assistant.compose.parts import asked_parts, counts, first_asked, stands_alone
from assistant.compose.sentences.causes_below import answer_causes_below
from assistant.compose.sentences.denied import answer_denied, answer_none_counted, answer_not_all
from assistant.compose.sentences.effects import answer_effect
from assistant.compose.sentences.no_value import asks_in_what, asks_no_section, asks_no_value, asks_share_alone
from assistant.compose.sentences.passages import answer_text, names_row_only, names_what_is_asked
from assistant.compose.sentences.remedy_below import answer_remedy_below
from assistant.compose.sentences.sections import answer_sections
from assistant.compose.sentences.sourced import answer_source
from assistant.compose.sentences.standing_body import answer_standing_body
from assistant.compose.sentences.themed import answer_theme
from assistant.compose.sentences.until import answer_until
from assistant.compose.sentences.where import answer_heading, answer_where
from assistant.compose.several import add_parts, best_of_part, is_share_of
from assistant.compose.standing_out import answer_standing_out
from assistant.compose.sufficiency import (
    counts_others_with,
    of_any_period,
    of_own_words,
    says_counts,
    says_number,
    sufficient,
    told_together,
    words_of_part,
)
from assistant.compose.tables.cells import answer_cell
from assistant.compose.tables.extremes import asks_extreme, leads_of_units, says_what_is_wanted
from assistant.compose.tables.from_to import answer_from_to
from assistant.compose.tables.gaps import answer_moved
from assistant.compose.tables.led_in_words import answer_leading
from assistant.compose.tables.remarked import answer_remarked
from assistant.compose.tables.rows import answer_each_row, answer_rows_together
from assistant.compose.tables.rows_that import answer_rows_that
from assistant.compose.times.comparisons import answer_comparison, compares_longer, is_other_change
from assistant.compose.times.own_figure import beside_none
from assistant.compose.times.own_of_running import answer_own_of_running
from assistant.compose.times.reported import answer_reported
from assistant.compose.times.rest_of_span import answer_rest_of_span
from assistant.compose.times.two_dates import add_other_date
from assistant.compose.worked_out.arithmetic import (
    answer_earlier,
    answer_share,
)
from assistant.compose.worked_out.at_odds import answer_at_odds
from assistant.compose.worked_out.before_change import answer_before_change
from assistant.compose.worked_out.counted_together import answer_counted_together
from assistant.compose.worked_out.early_and_in_time import answer_early_and_in_time
from assistant.compose.worked_out.exceeded import answer_exceeded
from assistant.compose.worked_out.given_fraction import answer_given_fraction
from assistant.compose.worked_out.growth import answer_growth
from assistant.compose.worked_out.halves import answer_halves, asks_halves
from assistant.compose.worked_out.mean_of_each import answer_mean_of_each
from assistant.compose.worked_out.met import add_met
from assistant.compose.worked_out.named_apart import answer_named_apart
from assistant.compose.worked_out.named_sum import answer_named_sum
from assistant.compose.worked_out.points_of_rate import answer_points_of_rate
from assistant.compose.worked_out.remainder import answer_left
from assistant.compose.worked_out.runs import answer_both, answer_run
from assistant.compose.worked_out.share_left import answer_share_left
from assistant.compose.worked_out.share_of_whole import answer_share_of_whole
from assistant.compose.worked_out.sum_of_run import answer_sum_of_run
from assistant.compose.worked_out.targets import answer_target_gap
from assistant.compose.worked_out.threshold import answer_threshold
from assistant.compose.worked_out.totals import answer_total
from assistant.compose.worked_out.what_pair_leaves import answer_what_pair_leaves
from assistant.compose.worked_out.year_of_parts import answer_year_of_parts
from assistant.evidence.fitting import is_share
from assistant.evidence.least import FIGURE_COVERAGE
from assistant.evidence.statements import LEAD_END
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Role

NOT_ONLY_FIGURES = (Kind.LIST, Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.COMPARISON, Kind.YES_NO, Kind.DOCUMENT, Kind.AUDIT)
BESIDE = 0.25  # of score by which a sentence that is shown may come after the best
HALVED = 0.5  # of what is asked, at a half of what is asked for as a whole
_SINCE = guarded(
    r"\b(?:since|from) when (?:has|have|was|were|did)\b|\bwhen (?:was|were|did|has|have)\b|"
    r"\b(?:da|duoc) [^?;]{0,50}\btu (?:khi nao|bao gio|ngay nao|thang nao|luc nao)\b"
)
_HOW = re.compile(r"\b(?:the nao|ra sao)\b")  # "chỉ số phải thế nào": what is so is said in words


def _sections(t: Material) -> Draft | None:
    if asks_no_section(t.question, lambda: t.texts):
        return None
    return answer_sections(t.question, t.found, lambda: t.texts, t.lexicon, numeric=t.numeric)


def _documents(t: Material) -> Draft | None:
    if t.question.kinds == (Kind.WHEN,):
        return answer_issued(t.question, t.indexes, t.lexicon)
    if t.numeric or not t.question.is_(Kind.DOCUMENT) or asks_form(t.question):
        return None
    if asked_besides(t.question) and named_numbers(t.question):
        return None  # only one that is cited with the named one could be meant
    if is_background(t.question, t.indexes, t.lexicon):
        return None
    shared = answer_shared(t.question, t.indexes, t.lexicon)
    return shared or answer_documents(_of_document_alone(t), t.indexes, t.lexicon)


def _of_document_alone(t: Material) -> Question:
    """Of a question for a document and, in words of its own, for something that no document is, the part that asks for
    the document: what the other part says tells nothing of it."""
    parts = asked_parts(t.question, t.lexicon)
    if len(parts) != 2 or not all(map(stands_alone, parts)):
        return t.question
    document, *others = sorted(parts, key=lambda part: not part.is_(Kind.DOCUMENT))
    apart = document.is_(Kind.DOCUMENT) and not others[0].is_(Kind.DOCUMENT, Kind.FIGURE, Kind.WHEN)
    return document if apart and not asks_of_document(others[0]) else t.question


def _where(t: Material) -> Draft | None:
    if not t.question.is_(Kind.WHERE) or t.numeric or asks_in_what(t.question):
        return None
    return answer_heading(t.question, t.indexes, t.lexicon) or answer_where(t.question, t.texts)


def _denied(t: Material) -> Draft | None:
    if t.numeric:
        return None
    return answer_denied(t.question, t.found, t.lexicon) or answer_not_all(t.question, t.texts)


def _none_counted(t: Material) -> Draft | None:
    return answer_none_counted(t.question, t.found, t.lexicon) if not t.figures else None


def _source(t: Material) -> Draft | None:
    return answer_how_often(t.question, t.found) or (answer_source(t.question, t.texts) if not t.numeric else None)


def _reported(t: Material) -> Draft | None:
    return answer_reported(t.question, t.found, t.lexicon)


def _rows_that(t: Material) -> Draft | None:
    return answer_rows_that(t.question, t.indexes, t.lexicon)


def _extreme(t: Material) -> Draft | None:
    return answer_leading(t) if asks_extreme(t.question) else None


def _breakdown(t: Material) -> Draft | None:
    return answer_breakdown(t.question, t.found, t.lexicon)


def _levels(t: Material) -> Draft | None:
    if len(t.question.levels) not in {0, 2} or t.question.is_(Kind.TOTAL):
        return None
    return answer_levels(t.question, t.found, t.lexicon)


def _target_gap(t: Material) -> Draft | None:
    exceeded = answer_exceeded(t.question, t.indexes)
    gap = answer_target_gap(t.question, t.found, t.lexicon)
    if exceeded is not None and gap is not None:  # whether it was passed, and by how much
        del exceeded.claims[1:]
        exceeded.join(gap)
    return exceeded or gap


def _sum(t: Material) -> Draft | None:
    halves = answer_halves(t.question, t.figures, t.lexicon)
    if halves is None and asks_halves(t.question):  # the words that tell the halves apart stand at one, or at neither
        again = (c for i in t.indexes for c in ask_again(t.question, i, LEFT | OPPOSITES) if c.figure is not None)
        figures = sorted((c for c in again if enough(c, HALVED, HALVED)), key=lambda c: -c.score)
        halves = answer_halves(t.question, figures, t.lexicon)
    halves = halves or answer_rows_together(t.question, t.indexes, t.lexicon)
    return halves or answer_sum(t.question, t.found, t.lexicon)


def _run(t: Material) -> Draft | None:
    return answer_both(t.question, t.found, t.lexicon) or answer_run(t.question, t.found, t.lexicon)


def _earlier(t: Material) -> Draft | None:
    return answer_earlier(t.question, t.found, t.lexicon)


def _total(t: Material) -> Draft | None:
    return answer_total(t.question, t.figures, t.lexicon) if t.question.is_(Kind.TOTAL) else None


def _comparison(t: Material) -> Draft | None:
    if not compares(t.question) or names_places(t.question) or (t.question.is_(Kind.CAUSE) and not t.numeric):
        return None  # why something fell is not said by how much it fell
    return answer_comparison(t.question, t.found, t.lexicon)


def _share(t: Material) -> Draft | None:
    draft = answer_share(t.question, t.figures, t.lexicon)
    first = first_asked(t.question, asked_parts(t.question, t.lexicon))
    return draft if draft is None or first is None or is_share_of(draft, first, t.indexes) else None


def _previous(t: Material) -> Draft | None:
    """The value of the period before: stated, or computed from the change that is."""
    question, figures = t.question, t.figures
    if not question.is_(Kind.FIGURE) or not (wants_previous(question) or question.periods):
        return None
    if question.is_(Kind.DOCUMENT) and not t.numeric:
        return None  # in which decision a value was made public is not told by the value
    stated = [c for c in figures if c.figure is not None and c.figure.role is Role.PREVIOUS]
    if wants_previous(question) and stated:
        return answer_figure(question, stated, t.lexicon)
    if figures and not wants_previous(question):
        return None
    told = answer_previous(question, sufficient(question, of_any_period(t.found), FIGURE_COVERAGE), t.lexicon)
    return told or answer_remarked(question, t.found, t.lexicon)


def _list(t: Material) -> Draft | None:
    if not t.question.is_(Kind.LIST) or (t.numeric and not asks_sets(t.question)):
        return None
    under = answer_under_heading(t.question, t.indexes, t.lexicon)
    return under or (answer_list(t.question, t.texts) if not t.numeric else None)


def _figure(t: Material) -> Draft | None:
    if not t.question.is_(Kind.FIGURE) or (t.question.is_(Kind.DOCUMENT, Kind.CAUSE) and not t.numeric):
        return None
    figures = t.figures
    parts = asked_parts(t.question, t.lexicon)
    first = first_asked(t.question, parts)
    if first is not None and not words_of_part(t.question):  # what opens with the whole asks for a part of it
        figures = told_together(best_of_part(first, t.indexes), figures, t.question) or figures
    figures = [c for c in figures if says_what_is_wanted(t.question, c) and not is_other_change(t.question, c)]
    if t.question.percent and (not t.question.units or asks_share_alone(t.question)):
        figures = [c for c in figures if c.figure is not None and is_share(c.figure)]
    figures = of_own_words(t.question, figures)
    if len(parts) < 2:
        figures = beside_none(t.question, figures)
    draft = answer_figure(t.question, figures, t.lexicon) if figures and not asks_no_value(t.question) else None
    if draft is not None:
        add_other_date(draft, t.question, figures[0], t.found, t.lexicon)
        add_parts(draft, t.question, parts, figures[0].index, t.lexicon)
        return draft if add_met(draft, t.question, figures[0], [*t.indexes, *t.found.beside]) else None
    return None


def _moved(t: Material) -> Draft | None:
    return answer_moved(t.question, t.indexes, t.lexicon)


def _causes_below(t: Material) -> Draft | None:
    return answer_causes_below(t.question, t.found) if not t.numeric else None


def _cell(t: Material) -> Draft | None:
    if t.question.is_(Kind.CAUSE):
        return None  # a number in a row is no cause
    return answer_each_row(t.question, t.indexes, t.lexicon) or answer_cell(t.question, t.indexes, t.lexicon)


def _text(t: Material) -> Draft | None:
    """The report's own sentence; where a number alone is asked for, only one that says nearly all that was asked."""
    texts = [c for c in t.texts if names_what_is_asked(t.question, c.statement) and says_what_is_wanted(t.question, c)]
    first = next((c.score for c in t.found.candidates if c.figure is None), 0.0)
    texts = [c for c in texts if c.score >= first - BESIDE]  # the best may not be shown: nor what is far from it
    in_words = t.question.is_(*NOT_ONLY_FIGURES) or _HOW.search(fold(t.question.clear))
    texts = [c for c in texts if not c.statement.quote.rstrip().endswith(LEAD_END)]  # it opens what is to follow
    texts = [c for c in texts if not (compares(t.question) and compares_longer(t.question, c.statement))]
    if t.question.is_(Kind.WHEN) and _SINCE.search(fold(t.question.clear)):
        texts = [c for c in texts if not c.statement.ahead]  # what is done already, no task sets
    if t.question.is_(Kind.YES_NO):
        texts = [c for c in texts if not names_row_only(c.statement)]
    member = leads_of_units(t.question) and not t.numeric  # the sentence that says which leads says how much
    if t.question.is_(Kind.FIGURE) and (t.numeric or not in_words) and not member:
        several = sum(map(counts, asked_parts(t.question, t.lexicon)))
        texts = [c for c in texts if says_number(t.question, c) or says_counts(t.question, c, several)]
        texts = [c for c in texts if not counts_others_with(t.question, c)]
    draft = answer_text(t.question, [c for c in texts if stands(t.question, c.statement.quote)] or texts)
    return tell_cited(t.question, draft, t.indexes, t.lexicon)


COMPOSERS: tuple[Callable[[Material], Draft | None], ...] = (
    answer_beside_told,
    answer_member_in_turn,
    answer_theme,
    answer_bases,
    answer_subjects,
    answer_remedy_below,
    answer_target_stated,
    answer_from_to,
    answer_points_of_rate,
    answer_revised,
    answer_told_by_two,
    answer_given_fraction,
    answer_kind_of_rate,
    _rows_that,
    _reported,
    answer_several_among,
    answer_of_named_set,
    answer_members_told,
    _denied,
    _where,
    _source,
    answer_added_items,
    answer_documents_of_count,
    answer_each_subject,
    answer_of_lines,
    answer_each_member,
    answer_until,
    answer_effect,
    answer_group_of_item,
    answer_standing_body,
    _sections,
    _documents,
    _extreme,
    _breakdown,
    _levels,
    answer_threshold,
    _target_gap,
    answer_named_apart,
    answer_share_left,
    answer_share_of_whole,
    answer_part_of_set,
    answer_mean_of_each,
    answer_growth,
    answer_early_and_in_time,
    answer_what_pair_leaves,
    answer_left,
    answer_at_odds,
    answer_members_apart,
    answer_either,
    answer_counted_together,
    answer_sum_of_run,
    answer_year_of_parts,
    _run,
    _sum,
    answer_named_sum,
    answer_before_change,
    _earlier,
    _moved,
    _total,
    _comparison,
    _share,
    _previous,
    answer_enumerated,
    answer_note_of_count,
    _list,
    _cell,
    answer_own_of_running,
    _figure,
    _none_counted,
    answer_rest_of_span,
    answer_all_of_them,
    _text,
    _causes_below,
    answer_standing_out,
)

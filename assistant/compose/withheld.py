"""What withholds an answer that was found: it leaves open what is asked, or tells of something else."""

from __future__ import annotations

from assistant.compose.another_age import is_of_another_age
from assistant.compose.another_code import is_of_another_code
from assistant.compose.another_number import is_of_another_number
from assistant.compose.asked_about import is_of_another_place, is_of_another_time
from assistant.compose.citing import Draft
from assistant.compose.contrary import is_contrary
from assistant.compose.documents.background import is_of_another, is_of_another_index
from assistant.compose.each_asked import leaves_number
from assistant.compose.figures.either import tells_one_side
from assistant.compose.figures.own_for_running import tells_own_for_running
from assistant.compose.lists.none_named import names_none_of_sort
from assistant.compose.said_already import tells_number_said
from assistant.compose.sentences.not_yet_done import is_only_planned
from assistant.compose.sentences.predicate import leaves_open
from assistant.compose.sheets.another_row import is_of_another_row, tells_reached_for_lost
from assistant.compose.tables.named import is_of_another_table
from assistant.compose.times.dated import is_of_later
from assistant.compose.times.left_out import leaves_out_time
from assistant.compose.times.one_time_told import tells_one_time
from assistant.compose.times.own_of_running import tells_all_for_added
from assistant.compose.told_again import tells_again
from assistant.compose.unnamed import names_another
from assistant.compose.wider import is_of_part
from assistant.evidence.shelf import Found
from assistant.words.terms import Lexicon

_OF_ANOTHER = (
    is_of_another_time,
    is_of_another_place,
    is_of_later,
    leaves_out_time,
    tells_one_time,
    tells_own_for_running,
    is_of_another,
    is_of_another_index,
    is_of_another_table,
    names_another,
    is_of_another_code,
    is_of_another_number,
    is_only_planned,
    is_of_another_row,
    tells_reached_for_lost,
    tells_all_for_added,
    tells_again,
    names_none_of_sort,
    is_of_part,
    tells_number_said,
)


def is_withheld(found: Found, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a draft is no answer to the question of `found`, each of its sentences as true as may be."""
    question = found.question
    return (
        tells_one_side(question, draft, lexicon)
        or leaves_open(question, draft, lexicon, found.indexes)
        or leaves_number(question, draft)
        or is_contrary(question, draft, lexicon)
        or is_of_another_age(question, draft)
        or any(is_told(question, draft, found.indexes) for is_told in _OF_ANOTHER)
    )

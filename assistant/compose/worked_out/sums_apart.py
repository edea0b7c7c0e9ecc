"""Two sums over the same months in one question: "cộng ba tháng có bao nhiêu vụ cháy và bao nhiêu vụ nổ?".

One series gives one of them. Each is asked for with the words that open the question, its months and what is to be done
with them, and both are told or neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.compose.citing import Draft
from assistant.compose.parts import asked_with_opening
from assistant.compose.times.aims import NAMED, Aim, aim_of, names_parts
from assistant.evidence.ranking import by_words
from assistant.evidence.shelf import Found
from assistant.words.terms import Lexicon

_OF_SERIES = frozenset({Aim.SUM, Aim.MEAN, Aim.EACH})
Compose = Callable[[Found], tuple[Draft, bool]]


def sums_apart(found: Found, lexicon: Lexicon, compose: Compose) -> Draft | None:
    """What `compose` answers of each of the things counted; None where the question counts one, or one is not told."""
    question = found.question
    if len(names_parts(question)) < NAMED or aim_of(question) not in _OF_SERIES:
        return None
    whole: Draft | None = None
    for part in asked_with_opening(question, lexicon):
        asked = replace(part, kinds=question.kinds, periods=question.periods, report_periods=question.report_periods)
        draft, silent = compose(replace(found, question=asked, ranking=by_words(asked, found.indexes)))
        if silent or not re.search(r"\d", draft.text):
            return None
        if whole is None:
            whole = draft
        else:
            whole.join(draft)
    return whole

"""What is asked of the level that leads: "Cấp huyện hay cấp xã có tỷ lệ cao hơn, và cấp đó tiếp nhận bao nhiêu hồ
sơ?", "Which level had the lower rate, district or commune, and how many dossiers did it receive?".

Which level it is, the two values tell. The rest is then asked of that level by its name; where nothing tells it, the
question is not answered by half.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.asked.doubting import audits
from assistant.asked.restating import levels
from assistant.compose.citing import Draft
from assistant.compose.figures.levels import answer_levels
from assistant.compose.owed import owes
from assistant.compose.parts import in_own_words
from assistant.compose.withheld import is_withheld
from assistant.evidence.ranking import by_words
from assistant.evidence.shelf import Found
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold

Compose = Callable[[Found], tuple[Draft, bool]]

_SETS = re.compile(
    r"\bcap (?:huyen|xa|tinh) (?:hay|hoac)(?: la)? (?:o )?cap|\bcap nao\b|\b(?:which|what) level\b|"
    r"\blevel or\b|\b(?:district|commune|provincial) or (?:the )?(?:district|commune|provincial)\b"
)
_OF_IT = re.compile(
    r"^(?P<first>.*?\w)[,;?]?\s+(?:va|dong thoi|and)\s+"
    r"(?P<rest>(?:(?!\b(?:va|and)\b)[^;?])*?(?P<it>\bcap (?:do|ay|nay)\b|\b(?:that|this) level\b|"
    r"\bit\b)[^;?]*)\??\W*$"
)
_ASKS = re.compile(r"\b(?:bao nhieu|may|the nao|gi|how (?:many|much)|what)\b")
_LEADS = re.compile(r"^(?P<level>[^:\d]{3,40}?) (?:cao hơn|thấp hơn|is (?:higher|lower))\b", re.IGNORECASE)


def answer_of_higher_level(found: Found, lexicon: Lexicon, compose: Compose) -> tuple[Draft, bool] | None:
    """The level that leads with both values, and what `compose` tells of it by its name; an empty draft and True where
    that is told nowhere, and None where the question asks nothing of one."""
    question = found.question
    asked = fold(question.clear)
    rest = _OF_IT.match(asked)
    if rest is None or not _SETS.search(rest["first"]) or not _ASKS.search(rest["rest"]) or audits(question):
        return None
    first = in_own_words(question, question.clear[: rest.end("first")], lexicon)
    first = replace(first, levels=first.levels or levels(question))
    draft = answer_levels(first, replace(found, question=first, ranking=by_words(first, found.indexes)), lexicon)
    leads = _LEADS.match(draft.claims[0].text) if draft is not None and draft.claims else None
    if draft is None or leads is None:
        return (Draft(), True) if len(first.levels) > 1 else None  # of which level it is asked nobody knows
    at, end = rest.span("it")
    name = _name(leads["level"], question)
    text = f"{question.clear[rest.start('rest') : at]}{name}{question.clear[end : rest.end('rest')]}"
    part = in_own_words(question, text, lexicon)
    home = tuple(i for i in found.indexes if i.report.id == draft.citations[0].locator.report)
    of_part = replace(found, question=part, indexes=home, ranking=by_words(part, home))
    told, silent = compose(of_part)
    if silent or not told.own or owes(part, told) or is_withheld(of_part, told, lexicon):
        return Draft(), True
    draft.join(told)
    return draft, False


def _name(level: str, question: Question) -> str:
    """The level as it is asked of."""
    name = level[:1].lower() + level[1:]
    return f"the {name}" if question.language == "en" else name

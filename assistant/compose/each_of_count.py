""" "Có mấy đoàn, mỗi đoàn bao nhiêu người?": how many there are, and the words that count as many of each.

One number of the second sort is that of one of them, and no answer. Where the paragraph or the footnote that was cited
holds just as many numbers of what each has as there are of them, its words are told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from assistant.compose.citing import Draft
from assistant.compose.parts import of_whole
from assistant.compose.parts_apart import COUNTED, Sort
from assistant.compose.wording import quoted
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.report import Block

EACH = re.compile(r"\b(?:moi|tung|each)\b")
FEW = range(2, 8)
LONG = 80  # words of what is quoted
_NUMBER = re.compile(r"(?<![\d.,/])0*(\d)(?![\d.,/])")


def tell_each(
    question: Question,
    draft: Draft,
    texts: Sequence[str],
    sorts: Sequence[Sort],
    indexes: Sequence[ReportIndex],
    lexicon: Lexicon,
) -> Draft | None:
    """The count that an answer leads with and the words that give one number for each; None where the question asks
    for no such two, or no paragraph that is cited holds as many."""
    if len(texts) != 2 or not set(sorts) <= {*COUNTED} or not EACH.search(fold(texts[1])) or not draft.own:
        return None
    counted = _NUMBER.search(draft.own[0].text)
    count = int(counted[1]) if counted is not None else 0
    part = of_whole(question, texts[1], lexicon)
    if count not in FEW or not part.units:
        return None
    for index in indexes:
        for block in _cited(draft, index):
            held = {f.id: f for i in index.by_block.get(block.id, ()) for f in index.statements[i].figures}
            if sum(unit_fits(part, f.unit) for f in held.values()) == count and len(block.text.split()) <= LONG:
                told = Draft(notes=draft.notes, citations=list(draft.citations), claims=list(islice(draft.own, 1)))
                key = told.cite(index, block, 0, len(block.text))
                told.say(quoted(" ".join(block.text.split()).rstrip(" ;,."), question.language), key)
                return told
    return None


def _cited(draft: Draft, index: ReportIndex) -> list[Block]:
    """The blocks that an answer cites, and the footnotes that hang on them."""
    report = index.report
    ids = [c.locator.block for c in draft.citations if c.locator.report == report.id and c.locator.table is None]
    return [*map(report.block, ids), *(f for f in report.footnotes if f.anchor in ids)]

"""What a question asks besides of the document it asks for, told from behind its number: the rest of its sentence, the
one that follows, or, of one that a footnote names, the sentence on which the footnote hangs ("Quyết định … điều chỉnh,
theo đó nâng từ 12 lên 15 nhiệm vụ").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.compose.citing import Draft
from assistant.compose.documents.matches import TYPES
from assistant.compose.sufficiency import TELLING
from assistant.compose.wording import quoted
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.sentences import sentences
from ingest.report import Block

HELD = 0.6  # of the telling words of a part, in the clause that tells it
LEAST, MOST = 3, 40  # words of a clause that is told
_CUTS = re.compile(r"[.;]\s+|,\s+(?=theo đó|trong đó|gồm|gửi|nhằm|để|đồng thời)")
_STOPS = re.compile(r"[.]\s+")
_COUNT = re.compile(r"(?<![\d/.,-])\d+(?:[.,]\d+)*(?![\d/-]|[.,]\d)(?! ?/)")
_ITS_OWN = frozenset({"ký", "ban hành", "ngày", "số", "cơ quan ban hành", "năm"})


def tell_behind(part: Question, told: Draft, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The clause near the document that is told first which says what a part asks; None where none says enough."""
    if not told.citations:
        return None
    place = told.citations[0].locator
    index = next((i for i in indexes if i.report.id == place.report), None)
    wanted = [w for w in part.wanted if w.weight >= TELLING and not {*w.keys} & {*TYPES, *_ITS_OWN}]
    total = sum(w.weight for w in wanted)
    if index is None or not total:
        return None
    counts = bool(re.search(r"\b(?:bao nhieu|may)\b|\bhow (?:many|much)\b", fold(part.clear)))
    best: tuple[float, Block, int, int] | None = None
    for block, start, end in _clauses(index, place.block, place.start, place.end):
        text = block.text[start:end]
        if not LEAST <= len(text.split()) <= MOST or (counts and not _COUNT.search(text)):
            continue
        said, flat = keys(lexicon, text), plain(text)
        plainly = {*flat.split()}
        held = (
            sum(w.weight for w in wanted if plainly.issuperset(w.words.split()) or not said.isdisjoint(w.keys)) / total
        )
        if held >= HELD and (best is None or held > best[0]):
            best = (held, block, start, end)
    if best is None:
        return None
    draft = Draft()
    _, block, start, end = best
    key = draft.cite(index, block, start, end)
    draft.say(quoted(" ".join(block.text[start:end].split()).strip(" ,;."), part.language), key)
    return draft


def _clauses(index: ReportIndex, block_id: str, start: int, end: int) -> Iterator[tuple[Block, int, int]]:
    """The clauses behind a place, up to the end of the next sentence, and those where a footnote hangs."""
    block = index.report.block(block_id)
    behind = [(a, z) for a, z in sentences(block.text) if z > end][:2]
    for a, z in behind:
        yield from _cut(block, max(a, end), z)
    anchor = index.report.block(block.anchor) if block.anchor else None
    if anchor is not None:
        for a, z in sentences(anchor.text):
            yield from _cut(anchor, a, z)


def _cut(block: Block, start: int, end: int) -> Iterator[tuple[Block, int, int]]:
    cuts = _STOPS if ":" in block.text[start:end] else _CUTS  # "gồm: …; …" is one
    edges = [start, *(m.end() for m in cuts.finditer(block.text, start, end)), end]
    for a, z in pairwise(edges):
        if block.text[a:z].strip():
            yield block, a, z

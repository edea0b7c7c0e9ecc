"""Where in a report something stands and what it says there: the section by its heading, and what stands under it."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.lists.whole import say_members
from assistant.compose.parts import in_own_words
from assistant.compose.sentences.where import answer_heading
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.report import Block, BlockKind

ROOM = 90  # words of what stands under a heading
_BOTH = guarded(
    r"^(?P<where>.*\b(?:(?:o|tai|thuoc) (?:muc|phan|dau|chuong)|where|which section)\b[^,;?]*?),? "
    r"(?:va |and |, )(?P<what>(?:noi dung|neu|gom|ghi|noi|cu the|do la|what|which|how)\b.*)$"
)
_TOLD = re.compile(r":\s*\S")
_TEXTS = {BlockKind.PARAGRAPH, BlockKind.ITEM}


def answer_where_and_what(found: Found, lexicon: Lexicon) -> Draft | None:
    """The section and what stands under its heading; None where the question asks for no such two, or no heading says
    what it is about."""
    question = found.question
    both = _BOTH.search(fold(question.clear)) if question.is_(Kind.WHERE) else None
    if both is None or not found.indexes:
        return None
    where = in_own_words(question, question.clear[slice(*both.span("where"))], lexicon)
    draft = answer_heading(where, found.indexes, lexicon)
    if draft is None:
        return None
    place = draft.citations[0].locator
    index = next(i for i in found.indexes if i.report.id == place.report)
    heading = index.report.block(place.block)
    members = _below(index, heading) if not _TOLD.search(heading.text) else []
    if members:
        draft.join(say_members(index, members, ROOM))
    return draft


def _below(index: ReportIndex, heading: Block) -> list[tuple[Block, int, int]]:
    """The paragraphs and items of a section, of the first part that has some; as many as there is room for."""
    found: list[tuple[Block, int, int]] = []
    words, own = 0, ""
    at = next(i for i, b in enumerate(index.report.blocks) if b is heading)
    for block in index.report.blocks[at + 1 :]:
        if not f"{block.section}.".startswith(f"{heading.section}."):
            break
        if block.kind not in _TEXTS:
            continue
        if own and block.section != own and own != heading.section and not block.section.startswith(f"{own}."):
            break  # another part of the section
        own = own or block.section
        words += len(block.text.split())
        if found and words > ROOM * 2:
            break
        found += [(block, s.start, s.end) for n in index.by_block.get(block.id, ()) if (s := index.statements[n])]
    return found

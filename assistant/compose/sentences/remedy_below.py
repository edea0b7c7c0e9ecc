"""What is to be done about a shortcoming, where the paragraph right behind it says so: "Giải pháp: Giao Sở …"."""

from __future__ import annotations

import re

from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import quoted
from assistant.evidence.statements import ReportIndex
from ingest.language.fold import fold
from ingest.report import Block, BlockKind

_ASKED = re.compile(
    r"\b(?:giai phap|bien phap|huong xu ly|huong khac phuc)\b(?: khac phuc)?[^?;]{0,40}\b(?:nao|gi|ra sao|the nao)\b|"
    r"\b(?:giai phap|bien phap) (?:khac phuc|xu ly|thao go|cho)\b|"
    r"\b(?:khac phuc|xu ly|thao go)\b[^?;]{0,60}\b(?:the nao|ra sao|bang cach nao|nhu the nao)\b|"
    r"\b(?:what|which) (?:\w+ )?(?:solutions?|remed(?:y|ies)|measures?)\b|\bhow (?:is|are|will|should) .{3,80} be "
    r"(?:addressed|remedied|fixed|overcome|dealt with)\b"
)
_OPENS = re.compile(r"\W*(?:de xuat )?(?:giai phap|bien phap|huong)(?: (?:khac phuc|xu ly|thao go|de xuat))*\s*:")
LEAST, TRIED, AHEAD, WORDS = 0.5, 3, 2, 75


def answer_remedy_below(t: Material) -> Draft | None:
    """That paragraph, behind the best of the first few that say most of what is asked; None where none opens so."""
    if not _ASKED.search(fold(t.question.clear)):
        return None
    for candidate in t.found.candidates[:TRIED]:
        if candidate.coverage < LEAST or candidate.statement.row is not None:
            continue
        index, block = candidate.index, candidate.statement.block
        remedy = block if _OPENS.match(fold(block.text)) else _behind(index, block)
        if remedy is None:
            continue
        held = [index.statements[n] for n in index.by_block[remedy.id]]
        if held:
            draft = Draft()
            for statement in held[:AHEAD]:
                draft.say(
                    quoted(excerpt(statement, None, WORDS), t.question.language), draft.cite_statement(index, statement)
                )
            if remedy is not block:  # of what it is the remedy
                told = quoted(excerpt(candidate.statement, None, WORDS // 3), t.question.language)
                draft.say(told, draft.cite_statement(index, candidate.statement))
            return draft
    return None


def _behind(index: ReportIndex, block: Block) -> Block | None:
    blocks = index.report.blocks
    at = next(i for i, b in enumerate(blocks) if b.id == block.id)
    behind = [b for b in blocks[at + 1 : at + 1 + AHEAD] if b.kind is not BlockKind.FOOTNOTE]
    found = next((b for b in behind if _OPENS.match(fold(b.text))), None)
    return found if found is not None and found.section.startswith(block.section.rpartition(".")[0]) else None

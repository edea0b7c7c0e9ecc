"""Whether an item of a list is done, going on or still to come, where the list sets its items apart by that ("- Việc đã
làm: (1) …; (2) …; - Việc đang làm: (1) …"): the item alone does not say."""

from __future__ import annotations

import re

from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.evidence.candidates import Candidate
from ingest.language.fold import fold
from ingest.report import Block, BlockKind

TRIED = 4
ENOUGH, CLOSE = 0.7, 0.1  # of the question, by the item; what it may say less than the best
LINES = 15  # above an item that is a line of its own
_ASKED = re.compile(
    r"\b(?:da|duoc) .{0,120}\b(?:hay )?(?:chua|dang)\b|\bhay (?:moi|con|van|dang|chua)\b|\bchua\W*$|"
    r"\b(?:thuoc|nam (?:o|trong)|o|xep vao) (?:nhom|giai doan|dien|trang thai|muc) (?:nao|gi)\b|\bden dau (?:roi)?\W*$|"
    r"\b(?:done|completed?|finished|implemented|deployed|launched|rolled out)\b.{0,30}\bor\b|"
    r"\b(?:still|already|yet|in progress|under ?way|being studied|under study)\b|"
    r"\b(?:has|have|is|are|was|were)\b.{2,120}\b(?:been )?(?:rolled out|completed|finished|implemented|deployed|"
    r"launched)\b|\bstatus of\b|\bwhat stage\b|\bwhich group\b"
)
_ITEM = re.compile(r"\W{0,3}(?:\(?\d{1,2}[.)]|[a-zđ]\)|[-–+•])\s*\S")
_LEAD = re.compile(
    r"(?:^|[-–+•;.\n]\s*)(?P<lead>[^:;.()\n]{0,80}?\b(?:đã|đang|chưa|tiếp tục|sẽ|sắp|chuẩn bị)\b[^:;.()\n]{0,80}):",
    re.IGNORECASE,
)
_OF_STATE = re.compile(
    r"\b(?:da|dang|chua|se|sap|chuan bi|tiep tuc)\b(?: \w+){0,3}? (?:trien khai|thuc hien|hoan thanh|lam|xay dung|"
    r"nghien cuu|thi diem|van hanh|dua vao)\b"
)


def answer_group_of_item(t: Material) -> Draft | None:
    """The line that an item stands under, with the item; None where its state is not asked for or no line tells it."""
    if t.numeric or not _ASKED.search(fold(t.question.clear)):
        return None
    texts = [c for c in t.found.candidates if c.figure is None and c.statement.row is None]
    for candidate in texts[:TRIED]:
        quote = candidate.statement.quote
        first = _LEAD.match(quote)  # the first item is cut together with the words before it
        if not _ITEM.match(quote if first is None else quote[first.end() :]):
            continue
        if candidate.coverage < max(ENOUGH, texts[0].coverage - CLOSE):
            break
        lead = _lead(candidate)
        if lead is None:
            continue
        block, start, end = lead
        draft = Draft()
        keys = [
            draft.cite(candidate.index, block, start, end),
            draft.cite_statement(candidate.index, candidate.statement),
        ]
        item = quote if first is None else quote[first.end() :]
        draft.say(
            f"{' '.join(block.text[start:end].split()).lstrip('-+• ')}: {' '.join(item.split()).strip(' ;.,-+')}", *keys
        )
        return draft
    return None


def _lead(candidate: Candidate) -> tuple[Block, int, int] | None:
    """The words on a state that open the part of the list in which an item stands: in its own paragraph, or in a line
    above it that ends with a colon."""
    block, report = candidate.statement.block, candidate.index.report
    held = [m for m in _LEAD.finditer(block.text, 0, candidate.statement.start + 80) if _is_before(m, candidate)]
    if held:
        last = held[-1]
        return (block, *last.span("lead")) if _OF_STATE.search(fold(last["lead"])) else None
    at = next(i for i, b in enumerate(report.blocks) if b.id == block.id)
    for above in reversed(report.blocks[max(0, at - LINES) : at]):
        if above.kind is BlockKind.FOOTNOTE:
            continue
        if above.text.rstrip().endswith(":"):
            opened = fold(above.text)
            end = len(above.text.rstrip()) - 1
            return (above, 0, end) if _OF_STATE.search(opened) and len(opened.split()) <= LINES else None
    return None


def _is_before(lead: re.Match[str], candidate: Candidate) -> bool:
    """Whether words with a colon stand before the item itself; a first item is cut together with them."""
    item = re.search(r"\(?\d{1,2}[.)]\s", candidate.statement.quote)
    starts = candidate.statement.start + (item.start() if item is not None else 0)
    return lead.end() <= starts + 1

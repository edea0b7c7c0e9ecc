"""Why one row of a table lies below the others: the remark behind the table that names it and says "tuy nhiên …".

"13. Sở Y tế 80,2%" says no cause. Behind the table stands "Sở Y tế báo cáo 60 hồ sơ, tuy nhiên hệ thống ghi nhận 41
hồ sơ. Do đó …": it is on the matter of the table, and need not say that again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft, excerpt
from assistant.compose.tables.row_names import row_name
from assistant.compose.tables.rows_named import named_row
from assistant.compose.wording import quoted
from assistant.evidence.coverage import weigh
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.report import Block, BlockKind

ENOUGH = 0.6  # of what is asked besides the row and its mark, over the table and in it
WORDS, MOST = 48, 2
_TOLD = re.compile(r"\b(?:tuy nhien|nhung|song|do do|vi vay|nen|nguyen nhan|do|vi|thieu|chua)\b")
_MARKED = frozenset(
    {"chưa đạt", "đạt", "điểm", "tối đa", "cơ quan", "đơn vị", "cao nhất", "thấp nhất", "tiêu chí", "giảm", "xếp hạng"}
)
_TAKEN_OFF = re.compile(r"\b(?:tru|mat|giam|thap|tut|lose|lost|losing|below|low|miss\w*|short|full|maximum)\b")


def answer_below_the_most(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The remark on the row that a question why names, in the table of the matter asked about; None where no table has
    that row under such labels, or none of the words behind it says of that row why."""
    if not question.is_(Kind.CAUSE) or question.is_(Kind.AUDIT, Kind.EXTREME):
        return None
    best: tuple[float, ReportIndex, Block] | None = None
    for index in indexes:
        for block in index.report.tables:
            row = named_row(question, block.table, lexicon) if block.table is not None else None
            label = plain(row_name(block.table, row)).strip() if block.table is not None and row is not None else ""
            fit = _fit(question, index, block, label, lexicon) if label else 0.0
            if fit < ENOUGH or (best is not None and fit <= best[0]):
                continue
            remark = next((b for b in _behind(index, block) if _says_why(b, label)), None)
            if remark is not None:
                best = (fit, index, remark)
    if best is None:
        return None
    _, index, remark = best
    draft = Draft()
    for number in index.by_block[remark.id][:MOST]:
        statement = index.statements[number]
        draft.say(quoted(excerpt(statement, None, WORDS), question.language), draft.cite_statement(index, statement))
    return draft


def _fit(question: Question, index: ReportIndex, block: Block, label: str, lexicon: Lexicon) -> float:
    """How much of the matter asked about stands over a table and in its labels, 0 to 1."""
    table = block.table
    assert table is not None
    section = f"{block.section}."
    over = [s.heading for s in index.report.sections if section.startswith(f"{s.id}.")]
    held = keys(lexicon, " ; ".join((*over, table.title, *table.columns, index.report.title)))
    matter = [
        w
        for w in weigh(question, index)
        if w.wanted.weight >= 0.5
        and not set(w.wanted.keys) & _MARKED
        and not set(w.wanted.words.split()) <= set(label.split())
        and not w.wanted.words[:1].isdigit()
        and not _TAKEN_OFF.search(w.wanted.words)
        and not set(w.wanted.keys) & keys(lexicon, label)
    ]
    said = sum(w.weight for w in matter if set(w.wanted.keys) & held)
    return said / sum(w.weight for w in matter) if matter else 0.0


def _behind(index: ReportIndex, table: Block) -> Iterator[Block]:
    """The paragraphs behind a table, to the next table or heading."""
    blocks = index.report.blocks
    at = next(i for i, b in enumerate(blocks) if b.id == table.id)
    for block in blocks[at + 1 :]:
        if block.table is not None or block.kind is BlockKind.HEADING or block.section != table.section:
            return
        if block.kind is not BlockKind.FOOTNOTE:
            yield block


def _says_why(block: Block, label: str) -> bool:
    named = plain(block.text).find(f" {label} ")
    return named >= 0 and _TOLD.search(fold(block.text), named) is not None

"""Where money came from: told in the sentence that says what it was spent on, in one behind it, or in its note."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.compose.citing import Draft
from assistant.compose.sentences.windows import telling
from assistant.compose.wording import quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import ReportIndex, Statement
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

TRIED = 3  # of the statements that say most of what is asked
BEHIND = 4  # statements of the same block that may go on with one
MOST = 3  # sources of one sentence that are told
WORDS = 48  # of the sentence that names the sources
ASKED = guarded(
    r"\b(?:tien|kinh phi|von|(?<!bat )(?<!khoi )nguon(?: tien| von| luc)?)\b[^?;.]{0,80}\b"
    r"(?:lay|co|den|huy dong|chi)? ?(?<!phat )(?:tu|o) (?:dau|nguon nao|nhung nguon nao|ai)\b|"
    r"\b(?:lay|huy dong) (?:tien|kinh phi|von)(?: (?:tu|o))? dau\b|\b(?:tien|kinh phi) (?:o )?dau (?:ra|ma)\b|"
    r"\b(?:tien|kinh phi|von)\b[^?;.]{0,80}\b(?:tu|bang|do) (?:cac |nhung )?"
    r"(?:nguon|quy|khoan) (?:kinh phi |tien |von )?nao\b|"
    r"\bnguon (?:kinh phi|tien|von)\b[^?;.]{0,60}\b(?:la gi|nao|gi)\b|"
    r"\b(?:which|what) (?:\w+ )?(?:sources?|funds?|budgets?)\b[^?]{0,60}\b(?:fund|pay|cover|financ|used|money)|"
    r"\bfrom (?:which|what) (?:\w+ )?(?:sources?|funds?|budgets?)\b|"
    r"\bwhere (?:did|does|do|is|was) the (?:money|funds?|funding|budget)\b.{0,60}\bfrom\b|"
    r"\bwho (?:paid|pays) for\b|\bhow (?:was|were|is|are) .{2,80} (?:funded|financed|paid for)\b"
)
_PAYER = (
    r"(?:ngân sách|quỹ|doanh nghiệp|mạnh thường quân|nhà hảo tâm|nhà tài trợ|nhân dân|người dân|xã hội hóa|xã hội hoá|"
    r"vốn vay|ngân hàng)"
)
SOURCES = re.compile(
    rf"\bnguồn(?: vốn| kinh phí| lực)?\s*(?::|từ\b|do\b|là\b)|\b(?:từ|do) (?:nguồn|{_PAYER})\b|"
    rf"{_PAYER}\b[^.;]{{0,40}}\d|"
    rf"\bkinh phí\b[^.;]{{0,60}}\b(?:sử dụng|bố trí|bảo đảm|đảm bảo|lấy|trích|cân đối|chi) (?:từ|trong|bằng)\b|"
    rf"\bnguồn kinh phí\b|\bdự toán (?:chi |được |ngân sách )|\b(?:tài trợ|đóng góp|ủng hộ|vận động|huy động)\b",
    re.IGNORECASE,
)


def asks_source(question: Question) -> bool:
    """Whether the question is after who paid, and not after what was paid."""
    return bool(ASKED.search(fold(question.clear)))


def answer_source(question: Question, texts: Iterable[Candidate]) -> Draft | None:
    """The sentence that names the sources, behind the one that says what was paid for where that is another; None
    where no such sentence stands there."""
    if not asks_source(question):
        return None
    for candidate in list(texts)[:TRIED]:
        index, spent = candidate.index, candidate.statement
        told = next((s for s in (spent, *_going_on(index, spent)) if SOURCES.search(s.quote)), None)
        if told is None:
            continue
        draft = Draft()
        named = [s for s in _sentence(index, told) if s is told or SOURCES.search(s.quote)]
        for each in named[:MOST]:
            draft.say(quoted(telling(question, each, WORDS), question.language), draft.cite_statement(index, each))
        if told is not spent and spent not in named:
            draft.say(quoted(telling(question, spent), question.language), draft.cite_statement(index, spent))
            draft.shorten(WORDS + BEHIND * 4)
        return draft
    return None


def _sentence(index: ReportIndex, statement: Statement) -> list[Statement]:
    """The statements between whose semicolons one stands: the sources of one sum are told one after another."""
    held = [s for at in index.by_block[statement.block.id] if (s := index.statements[at]).row == statement.row]
    at = held.index(statement)
    first = last = at
    while first and held[first - 1].quote.rstrip().endswith(";"):
        first -= 1
    while last + 1 < len(held) and held[last].quote.rstrip().endswith(";"):
        last += 1
    return held[first : last + 1]


def _going_on(index: ReportIndex, statement: Statement) -> list[Statement]:
    """The statements that go on with one: those behind it in its block, and those of the notes that hang on it."""
    block = statement.block
    held = [index.statements[at] for at in index.by_block[block.id]]
    behind = [s for s in held if s.start >= statement.end][:BEHIND]
    numbers = {n.number for n in block.notes if statement.start <= n.offset <= statement.end + 1}
    notes = [f for f in index.report.footnotes if f.anchor == block.id and f.number in numbers]
    return [*(index.statements[at] for f in notes for at in index.by_block[f.id]), *behind]

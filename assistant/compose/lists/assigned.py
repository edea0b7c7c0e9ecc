"""Who must do what, and by when: the line that charges a body with a task ("Giao Sở Nội vụ …, xong trong tháng 12").

A task that mends a shortcoming stands right behind it ("Giải pháp khắc phục: Giao …"): the words that say what it is
about are in the sentence before as often as in its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.sentences.windows import telling
from assistant.compose.wording import quoted
from assistant.evidence.coverage import Weighted, weigh
from assistant.evidence.statements import ReportIndex, Statement
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.letters import UPPER
from ingest.report import BlockKind

ENOUGH = 0.62  # of what is asked, in a task and what it is about
HEAVY = 0.4  # no word that makes up this share of it may be missing
OWN, SENTENCE, BEFORE, LEAD, HEADING = 1.0, 0.9, 0.8, 0.7, 0.35
WORDS = 44
_STOP = re.compile(r"[;.](?:\s|$)|,\s")
LACK = "thiếu"
_SHORT = re.compile(r" (?:chi|moi|chua|con) ")  # "mới tổ chức 04/05 cuộc": one is missing
_MUST = re.compile(
    r"\b(?:phai|can|chiu trach nhiem|co trach nhiem|duoc giao|giao cho|phan cong|lo)\b|"
    r"\b(?:must|have to|has to|should|needs? to|assigned|charged|responsible|told to|required to|tasked)\b"
)
_BODY = (
    r"(?:Sở|Ban|Phòng|Bộ|Cục|Chi cục|Công an|Thanh tra|Văn phòng|Hội|Trung tâm|Viện|UBND|Ủy ban|Uỷ ban|Thuế|Báo)"
    rf"\s+[{UPPER}\w]"
)
_CHARGES = re.compile(
    rf"(?:^|[:;.]\s*|^\W*(?:\w{{1,2}}[.)]\s*)?)(?:(?:Giao|Đề nghị|Yêu cầu)(?: cho)? {_BODY}|"
    rf"{_BODY}[^.;:]{{0,60}}?\b(?:tập trung|chủ trì|khẩn trương|có trách nhiệm|tham mưu|phối hợp)\b)"
)
_MENDS = re.compile(r"^\W*(?:\w{1,2}[.)]\s*)?(?:[Đđ]ề xuất |[Nn]hiệm vụ, |[Cc]ác )?(?:[Gg]iải|[Bb]iện) pháp\b")
_UNTIL = re.compile(
    r"\b(?:hoàn thành|xong|thời hạn|chậm nhất|trước|trong)\b[^.;]{0,60}?(?:tháng|quý|ngày|năm) ?\d", re.IGNORECASE
)


def answer_assigned(question: Question, indexes: Sequence[ReportIndex]) -> Draft | None:
    """The line that charges somebody with what is asked about, or tells by when it is to be done where that is asked;
    None where no task is about nearly all of it."""
    if not question.is_(Kind.WHO, Kind.WHEN) or not _MUST.search(fold(question.clear)):
        return None
    best: tuple[float, ReportIndex, Statement] | None = None
    for index in indexes:
        weighted = weigh(question, index)
        for statement in index.statements:
            if statement.row is not None or not _is_task(question, statement):
                continue
            fit = _fit(weighted, statement, _mended(index, statement))
            if fit >= ENOUGH and (best is None or fit > best[0]):
                best = (fit, index, statement)
    if best is None:
        return None
    _, index, statement = best
    draft = Draft()
    draft.say(quoted(_shown(question, statement), question.language), draft.cite_statement(index, statement))
    return draft


def _is_task(question: Question, statement: Statement) -> bool:
    """Whether a statement charges a body with something; where it is asked when, by a time, and then a task of the
    directions that names no body will do."""
    charges = _CHARGES.search(statement.quote) is not None
    if question.is_(Kind.WHEN):
        return (charges or statement.ahead) and _UNTIL.search(statement.quote) is not None
    return charges


def _shown(question: Question, statement: Statement) -> str:
    """A task from the body that is charged with it to the time it is given, cut in the middle where it is long."""
    text = statement.quote
    charge, until = _CHARGES.search(text), _UNTIL.search(text)
    if charge is None or until is None or not question.is_(Kind.WHEN) or until.end() < charge.start():
        return telling(question, statement, WORDS)
    start = charge.end() - len(charge[0].lstrip(":;. "))
    stop = _STOP.search(text, until.end())
    end = stop.start() if stop else len(text)
    words = text[start:end].split()
    if len(words) > WORDS:
        last = text[until.start() : end].split()
        words = [*words[: max(8, WORDS - len(last))], "…", *last]
    return f"{'…' if start else ''}{' '.join(words).strip(' ;,.')}{'…' if end < len(text.rstrip(' .;')) else ''}"


def _mended(index: ReportIndex, statement: Statement) -> Statement | None:
    """The statement before a task, of the same section: what the task is to mend. An item of a list of tasks ("đ) Giao
    …") mends nothing that the item before it says."""
    if statement.block.kind is BlockKind.ITEM and not _MENDS.search(statement.block.text):
        return None
    before = index.statements[statement.index - 1] if statement.index else None
    return before if before is not None and before.block.section == statement.block.section else None


def _fit(weighted: Sequence[Weighted], statement: Statement, mended: Statement | None) -> float:
    """How much of a question a task says, and the sentence before it; nothing where a heavy word stands in neither."""
    total = sum(w.weight for w in weighted) or 1.0
    said = 0.0
    for w in weighted:
        level = _level(w, statement, mended)
        if not level and w.weight / total >= HEAVY:
            return 0.0
        said += w.weight * level
    return said / total


def _level(weighted: Weighted, statement: Statement, mended: Statement | None) -> float:
    keys = set(weighted.wanted.keys)
    if weighted.alone in statement.plain or keys & statement.own:
        return OWN
    shortcoming = mended.own | mended.sentence if mended is not None else frozenset()
    lacks = LACK in keys and mended is not None and _SHORT.search(mended.plain) is not None
    held = (
        (SENTENCE, statement.sentence),
        (BEFORE, statement.before | shortcoming | ({LACK} if lacks else set())),
        (LEAD, statement.lead),
        (HEADING, statement.heading),
    )
    return next((level for level, near in held if keys & near), 0.0)

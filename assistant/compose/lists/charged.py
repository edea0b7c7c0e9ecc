"""What a body is charged with: the items under the line that names it ("d) Giao Sở Y tế:"), or under such a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.restating import BODY, TASKS_ASKED
from assistant.compose.citing import Draft
from assistant.compose.lists.whole import items_below, say_members
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.measured.same_time import same_time
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.periods import periods
from ingest.report import Block, BlockKind

ENOUGH = 0.6  # of what is asked besides the body, in the headings and the title over the line
TELLING = 0.5
LABEL_WORDS = 12
_NAME = (
    r"(?P<body>(?:Sở|Ban|Phòng|Bộ|Cục|Chi cục|Công an|Thanh tra|Văn phòng|Hội|Trung tâm|Viện|UBND|Ủy ban|Thuế|Báo|"
    r"Bộ Chỉ huy|Ngân hàng|Bảo hiểm|Đài)\s[^:.;,()]*?(?:, [^:.;,()]+?)*?)"
)
_OPENS = r"^\W*(?:\w{1,3}[.)]\s*)?(?:(?:Giao|Đề nghị|Yêu cầu)(?: cho)?)?\s*"
_LINE = re.compile(rf"{_OPENS}{_NAME}(?:\s*\([^()]*\))?\s*:?\s*$")
# The same with the task itself behind the name: "c) Giao Sở Ngoại vụ chủ trì …".
_TASK = re.compile(
    rf"{_OPENS}{_NAME}(?:\s*\([^()]*\))?:?,?\s+(?:chủ trì|chủ động|tham mưu|phối hợp|tổ chức|thực hiện|"
    r"triển khai|rà soát|định kỳ|tiếp tục|khẩn trương|tập trung|căn cứ|có trách nhiệm|chịu trách nhiệm|tăng cường|"
    r"đẩy mạnh|theo dõi|hướng dẫn|xây dựng|đôn đốc|kiểm tra|thường xuyên|chỉ đạo|đề xuất|báo cáo|bố trí)\b"
)
_BEGUN = 3  # words of a name by which it is told from others
_SHORT = 4  # words of a name that the question breaks off
_TO_RAISE = frozenset(
    {"nang", "nang len", "keo", "keo len", "vuc", "vuc day", "day", "raise", "lift"}
)  # what it is for
_BEHIND = frozenset(
    {"duoc", "phai", "can", "co", "nam", "trong", "de", "nham", "la", "lam", "se", "chu", "tham", "thi", "cho", "theo",
     "to", "should", "must", "in", "do"}
)  # fmt: skip


def answer_charged(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The tasks under the line that charges the body which the question names, whole; None where the question asks
    for none, or no line names that body alone under headings that say the rest of the question."""
    asked = TASKS_ASKED.search(fold(question.clear))
    if asked is None:
        return None
    best: tuple[float, ReportIndex, list[tuple[Block, int, int]]] | None = None
    for line in (_body, _tasked):
        for index in indexes:
            for block in index.report.blocks if best is None or line is _body else ():
                body = line(block)
                if not body or not _is_named(body, question, lexicon) or _is_of_another(body, asked[0]):
                    continue
                rest = [w for w in question.wanted if w.weight >= TELLING and not _is_said(w, body, asked[0], lexicon)]
                rest = [w for w in rest if w.words not in _TO_RAISE]
                fit = _fit(rest, question, index, block, lexicon)
                below = items_below(index, block) if fit >= ENOUGH and line is _body else []
                members = below if line is _body or fit < ENOUGH else [(block, 0, len(block.text))]
                if members and (best is None or fit > best[0]):
                    best = (fit, index, members)
    return say_members(best[1], best[2]) if best is not None else None


def _body(block: Block) -> str:
    """The body that a line names and says nothing of; "" where it is no such line."""
    if block.kind not in {BlockKind.ITEM, BlockKind.HEADING, BlockKind.PARAGRAPH}:
        return ""
    if block.kind is not BlockKind.HEADING and not block.text.rstrip().endswith(":"):
        return ""
    line = _LINE.match(block.text)
    return line["body"] if line is not None and len(line["body"].split()) <= LABEL_WORDS else ""


def _tasked(block: Block) -> str:
    """The body that a line names together with its task; "" where it is no such line."""
    if block.kind not in {BlockKind.ITEM, BlockKind.PARAGRAPH} or block.text.rstrip().endswith(":"):
        return ""
    line = _TASK.match(block.text)
    return line["body"] if line is not None and len(line["body"].split()) <= LABEL_WORDS else ""


def _is_named(body: str, question: Question, lexicon: Lexicon) -> bool:
    asked, name = plain(question.clear), plain(body).split()
    if f" {' '.join(name)} " in asked:
        return True
    for words in range(len(name) - 1, _SHORT - 1, -1):  # "Trung tâm Khuyến nông" of "Trung tâm Khuyến nông và Thủy sản"
        _, begun, behind = asked.partition(f" {' '.join(name[:words])} ")
        if begun:
            return not behind.strip() or behind.split()[0] in _BEHIND
    told = keys(lexicon, body)
    return question.language == "en" and any(" " in k for k in told) and told <= _concepts(question)


def _is_of_another(body: str, asking: str) -> bool:
    """Whether the words that ask for tasks have a body in them, and not this one: in "Sở A muốn Phòng B làm gì" the
    tasks are those of B."""
    return re.search(rf"\b{BODY}\b", asking) is not None and not _shares(plain(body).split(), plain(asking))


def _shares(name: list[str], text: str) -> bool:
    return f" {' '.join(name[:_BEGUN])} " in text


def _concepts(question: Question) -> set[str]:
    return {k for w in question.wanted for k in w.keys}


def _is_said(wanted: Wanted, body: str, asking: str, lexicon: Lexicon) -> bool:
    """Whether a word of the question is part of the body's name, or of the words that ask for its tasks."""
    own = f"{plain(body)}{plain(asking)}"
    return f" {wanted.words} " in own or bool(set(wanted.keys) & keys(lexicon, body))


def _fit(rest: Sequence[Wanted], question: Question, index: ReportIndex, block: Block, lexicon: Lexicon) -> float:
    """How much of what is asked besides stands over a line; nothing where it is set for another time."""
    over = [s.heading for s in index.report.sections if f"{block.section}.".startswith(f"{s.id}.")]
    own = index.report.period
    times = {span.period for heading in over for span in periods(heading, own)} | {own}
    if question.periods and not any(same_time(p, t) for p in question.periods for t in times):
        return 0.0
    held = index.title | keys(lexicon, " ; ".join((*over, index.report.letterhead.kind, index.report.title)))
    said = sum(w.weight for w in rest if set(w.keys) & held)
    return said / (sum(w.weight for w in rest) or 1.0) if rest else 1.0

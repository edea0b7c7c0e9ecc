"""Which lines of a section are on what a question names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import REMEDY, Kind
from assistant.evidence.coverage import Weighted, weigh
from assistant.evidence.statements import ReportIndex, Statement
from assistant.question import Question
from ingest.language.fold import fold

PART_KEYS = {
    Kind.LIMITATION: ("hạn chế", "khó khăn"),
    Kind.CAUSE: ("nguyên nhân",),
    Kind.STRENGTH: ("ưu điểm",),
    Kind.DIRECTION: ("phương hướng", "nhiệm vụ", "giải pháp"),
}
_REMEDYING = frozenset({"khac phuc", "tra loi", "ton tai", "kho khan", "vuong mac", "xu ly", "giai quyet", "yeu kem"})
# What is said of any task, and names the topic of none: "phải làm những việc gì", "with their deadlines".
_OF_TASKS = frozenset(
    {"giao", "thuc hien", "thi cong", "trien khai", "cong viec", "viec", "chi tieu", "phan dau", "muc tieu", "han",
     "thoi gian", "thoi han", "thang", "quy", "nua", "mot nua", "cuoi", "half", "second", "rest", "sang", "buoc sang",
     "dinh", "tinh", "du dinh", "intend", "plan", "aim", "muon", "huong", "dau viec", "phan viec"}
)  # fmt: skip
_BRINGS_ABOUT = frozenset({"lam", "gay", "khien", "anh huong", "tac dong"})  # "gây khó khăn", "làm cho … khó hơn"
TWO_SORTS = frozenset({"khách quan", "chủ quan"})
REMEDY_ASKED = re.compile(rf"\b{REMEDY}")


def words_of_topic(
    question: Question, kind: Kind, index: ReportIndex, held: list[Statement], *, titled: bool = False
) -> list[Weighted]:
    """The weighted words of a question that say on which topic the limitations, causes … among some statements are
    asked for; those of the title of the report only where they may be `titled` so."""
    names = {fold(n) for n in PART_KEYS[kind]} | {"nhiem vu", "giai phap", "phuong huong", "han che", "nguyen nhan"}
    if kind is Kind.DIRECTION and REMEDY_ASKED.search(fold(question.clear)):
        names |= _REMEDYING
    if kind is Kind.DIRECTION:
        names |= _OF_TASKS
    if kind is Kind.LIMITATION and not any(TWO_SORTS & (s.own | s.lead) for s in held):
        names.add("khach quan")  # what hinders the work comes from outside it, unless the report tells two sorts apart
    found = [
        w
        for w in weigh(question, index)
        if not {fold(k) for k in w.wanted.keys} & names
        and not (kind is Kind.LIMITATION and w.wanted.words in _BRINGS_ABOUT)
        and w.wanted.weight >= 0.35
        and not w.wanted.foreign
    ]
    if titled:
        return found
    beside_title = [w for w in found if not set(w.wanted.keys) & index.title]
    # Of a report on one index, why that index has no value in some year is not told by all of its causes.
    return found if not beside_title and kind is Kind.CAUSE and _of_title(question, found) else beside_title


def _of_title(question: Question, found: Sequence[Weighted]) -> bool:
    """Whether the cause of something is asked for of which the title of the report alone says what it is."""
    return bool(found) and not question.is_(Kind.LIMITATION) and bool(question.periods or question.places)

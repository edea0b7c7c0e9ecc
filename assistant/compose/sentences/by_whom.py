"""What "do" says besides a cause: "do Sở A chủ trì" names who does a thing, "do đó" leads on to what came of it."""

from __future__ import annotations

import re

from ingest.language.letters import UPPER

_BY_WHOM = re.compile(
    rf"\bdo (?:đồng chí |ông |bà |các )?[{UPPER}][^\W\d]*"
    r"(?: (?!chưa|không|chậm|thiếu|chỉ|còn|mới|bị)[^\W\d]+){0,12}?,? "
    r"(?:làm chủ trì|chủ trì|phụ trách|đảm nhiệm|ban hành|ký|soạn thảo|tổ chức|quản lý|chủ đầu tư|làm chủ đầu tư|"
    r"làm [Tt]rưởng|làm [Tt]ổ trưởng|công bố|phê duyệt)\b"
)


def without_doers(text: str) -> str:
    """A text with blanks for the clauses that say by whom a thing is done; its other words stay where they are."""
    return _BY_WHOM.sub(lambda m: " " * len(m[0]), text)


_EFFECT = re.compile(r"\W*(?:do đó|do vậy|vì vậy|vì thế|bởi vậy|nhờ đó|từ đó)\b", re.IGNORECASE)


def opens_with_effect(text: str) -> bool:
    """Whether a piece of a sentence opens with what came of the rest: the cause stands before it."""
    return _EFFECT.match(text) is not None

"""By whom a thing is done: "do Sở A chủ trì" names who does it, and no cause of it."""

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

"""Lines of a report that are of a part alone, and say so first: "+ Đối với lĩnh vực đất đai: tiếp nhận 310 hồ sơ"."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from assistant.evidence.statements import Statement
from ingest.language.fold import fold

OF_PART = -0.4  # of a figure of such a part, where nothing of its name is asked for
_OPENS = re.compile(r"[-–+*•\s]*(?:Riêng(?: đối với)?|Đối với) (?P<part>[^:;.\d]{4,90}?)[:,]\s")
_LEVELS = ("cap ", "toan ", "ca ", "cac don vi", "cac co quan", "cong tac ", "viec ")


@lru_cache(maxsize=2_048)
def _part(opening: str) -> frozenset[str]:
    named = _OPENS.match(opening)
    words = fold(named["part"]) if named is not None else ""
    return frozenset(words.split()) if words and not words.startswith(_LEVELS) else frozenset()


def is_of_part(statement: Statement, said: Collection[str]) -> bool:
    """Whether a statement stands in a line that opens with the part it is of, of which the question says no word: the
    single folded words `said`."""
    if statement.row is not None:
        return False
    part = _part(statement.block.text[:120])
    telling = part - _SAID_OF_ALL
    return bool(telling) and telling.isdisjoint(said)


_SAID_OF_ALL = frozenset(
    ("cua", "va", "cac", "nhung", "cong", "tac", "linh", "vuc", "nganh", "nhom", "dich", "vu", "ho", "so", "thu", "tuc",
     "hanh", "chinh", "giai", "quyet", "don", "vi", "viec", "thiet", "yeu", "theo", "tai", "cho", "ve", "trong", "muc",
     "chi", "tieu", "so", "luong", "ty", "le")
)  # fmt: skip

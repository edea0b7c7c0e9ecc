"""Tables of some units of a place, and levels of it: what these count is no count of the whole place, nor the reverse.

The report of a province or district often has an appendix on the communes it watches closely ("… tại 09 xã, phường
trọng điểm"), whose last line adds up these alone ("Tổng cộng 09 đơn vị"). What the whole place counts stands in the
text, and is meant wherever the question does not speak of those units.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.evidence.statements import Statement
from ingest.language.fold import fold

OF_SOME = -0.3  # of the sum of some units, where all are asked about
_UNITS = (
    r"(?:xa|phuong|dac khu|thi tran|huyen|quan|thon|ap|to dan pho|khu pho|don vi|dia phuong|so|co quan|truong|phong|"
    r"benh vien|co so)"
)
_CHOSEN = re.compile(
    rf"\b\d+ {_UNITS}\b[^.;:()]{{0,60}}\b(?:trong diem|diem|thi diem|dien hinh|dai dien|duoc chon|co so lieu lon|"
    r"theo doi)\b"
)
_SUM_OF = re.compile(rf"^\W*(?:tong(?: cong| so)?|cong)\b[^\w]*(?:cua |tai )?(?P<n>\d+) (?P<unit>{_UNITS})\b")

_SPOKEN_OF = re.compile(
    rf"\b(?:phu luc|bang|appendix|annex|table|trong diem|key|{_UNITS} duoi day)\b|"
    rf"\b\d+ (?:{_UNITS}|units|communes|places)\b"
)
_LEVELS = {fold(name): name for name in ("cấp xã", "cấp huyện", "cấp tỉnh", "cấp trung ương")}


@lru_cache(maxsize=4_096)
def _chosen(title: str) -> bool:
    return bool(_CHOSEN.search(fold(title)))


def of_some_units(statement: Statement, asked: str) -> float:
    """What being of a row that sums up some units counts: OF_SOME against it, as much for it where the folded question
    speaks of just so many units, nothing for any other row, or where an appendix or the units watched are asked for."""
    table = statement.block.table
    if table is None or statement.row is None:
        return 0.0
    sums = _SUM_OF.match(statement.plain)
    if sums is not None and re.search(rf"\b0*{sums['n'].lstrip('0')} {sums['unit']}\b", asked):
        return -OF_SOME
    return OF_SOME if (sums or _chosen(table.title)) and not _SPOKEN_OF.search(asked) else 0.0


def of_level_before(level: str, statement: Statement) -> bool:
    """Whether the level that is asked for is named in the sentence before alone, where it has a figure of its own."""
    name = _LEVELS.get(level, "")
    around = (statement.own, statement.sentence, statement.lead, statement.heading)
    return name in statement.before and not any(name in held for held in around)

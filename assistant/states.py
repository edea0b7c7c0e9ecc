"""Work that is done, and work that still goes on: a figure of the one never answers for the other."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.language.fold import fold

_WORK = r"(?:giai quyet|xu ly|xem xet|tham tra|tham dinh|xac minh|thu ly|trien khai|thi cong|thuc hien|hoan thanh)"
_PENDING = re.compile(
    # In a row of kinds, "đúng hạn, quá hạn và đang thực hiện", it says nothing of the figures that follow.
    rf"(?<!va )\b(?:con dang|dang|chua)(?: (?:duoc|trong|qua trinh|con|tiep tuc|phai))* {_WORK}\b|"
    r"\bton dong\b|\bcon ton\b|"
    r"\b(?:pending|in progress|in process|unresolved|outstanding)\b|\b(?:being|not yet|yet to be|still to be) \w+ed\b"
)
_DONE = re.compile(
    r"\bda(?: (?:duoc|co|tiep nhan va))* (?:giai quyet|xu ly|tra ket qua|hoan thanh|tham dinh|xac minh)\b|"
    r"\b(?:giai quyet|xu ly|hoan thanh) xong\b|\b(?:settled|resolved|processed|handled|completed)\b"
)


@lru_cache(maxsize=16_384)
def state_of(text: str) -> str:
    """ "done" or "pending", where the words of a question or of an indicator speak of one of them; else ""."""
    folded = fold(text)
    pending, done = _PENDING.search(folded), _DONE.search(_PENDING.sub(" ", folded))
    return "" if bool(pending) == bool(done) else "pending" if pending else "done"

"""Whether a question asks what was reached: what a report only aims at is no answer to it.

"Chỉ số năm nay đạt bao nhiêu điểm?" is not answered by "phấn đấu đạt từ 90 điểm trở lên". A question that speaks of a
plan, a target or what is still to come wants the aim; one that says neither may be answered by either, unless its year
is over in the report.
"""

from __future__ import annotations

import re

from ingest.language.fold import fold

_AIM = re.compile(
    r"\b(?:phan dau|(?<!bao )chi tieu|muc tieu|ke hoach|du toan|du kien|du bao|phuong huong|nhiem vu|dinh huong|giao|"
    r"de ra|dat ra|(?:can|se|phai|sap) (?!khong)|toi thieu|toi da|it nhat|khong qua|han muc|nghi quyet|"
    r"ky vong|cam ket|thoi gian toi|sap toi|nam (?:sau|toi)|quy (?:sau|toi)|den nam|nham|huong (?:toi|den))|"
    r"\b(?:targets?|targeted|aims?|aimed|aiming|goals?|objectives?|plans?|planned|expects?|expected|forecast|intend\w*|"
    r"projected|estimated|should|shall|will|must|to be|need\w*|strives?|striving|set|assigned|quota|minimum|maximum|"
    r"at least|at most|next|upcoming|coming|future|by (?:the end of )?20\d\d|supposed|due|required|committed|"
    r"hopes?|hoped|seeks?|orientations?|directions?|tasks?|ahead)\b"
)
_RESULT = re.compile(
    r"\b(?:da|dat duoc|thuc (?:te|hien)|dat(?= (?:bao nhieu|may))|duoc(?= (?:bao nhieu|may))|ket qua)\b|"
    r"\b(?:bao nhieu|may)\b[^?]{0,60}\bduoc\W*$|\bthu duoc\b|"
    r"\b(?:was|were|did|had|achieved|reached|obtained|scored|recorded|collected|actual(?:ly)?|result)\b"
)


def asks_result(text: str, *, over: bool) -> bool:
    """Whether a question wants what came about. `over`: the time it asks of has a report of its own, or none later."""
    folded = fold(text)
    return not _AIM.search(folded) and (over or bool(_RESULT.search(folded)))

"""Files counted by their measure word alone: "mấy bộ bị trễ" asks of files what "mấy bộ luật" does not."""

from __future__ import annotations

import re

from ingest.language.fold import fold

_OF_A_COUNTER = re.compile(
    r"\b(?:ho so|giay to|thu tuc|mot cua|hen|han|tre|nop|qua mang|truc tuyen|xin rut|rut lai|rut ve|giai quyet|"
    r"tiep nhan|nhan vao|bo sung|tra ket qua|lam do|do dang|tu choi|lo xong|xu ly|tth?c|dvc)\b"
)
_COPIES = re.compile(  # of one file, "phải gửi mấy bộ"
    r"\bho so (?:de nghi|trinh|xet|du)\b|"
    r"\b(?:phai (?:gui|nop|lap|lam|chuan bi|trinh|co)|gom|thanh|nhan ban|sao)\b[^?;.]{0,60}\b(?:may|bao nhieu) bo\W*$"
)
_BEHIND = (  # what goes on behind a measure word that names nothing of its own
    "da|dang|con|chua|bi|duoc|khong|xong|nop|lam|tra|tre|qua|gui|thi|la|trong|ung|so|voi|phai|xin|cho|doi|kip|som|dung|"
    "tat|tong|ca|cua|moi|rut|the|nhi|vay|a|hay|o|tu"
)
_SET = re.compile(
    r"\b(?P<count>may|bao nhieu|nhung|so|tung|moi) bo(?: (?:ho so|giay to|giay|don)\b)?"
    rf"(?= (?:{_BEHIND})\b|,(?! nganh)|[;:?.!]|\W*$)"
)


def counted_sets(text: str) -> str:
    """A text in which "mấy bộ" and "số bộ giấy tờ" are "mấy hồ sơ", where it speaks of what is handed in at a
    counter."""
    folded = fold(text)
    if not _OF_A_COUNTER.search(folded) or _COPIES.search(folded):
        return text
    out, last = [], 0
    for found in _SET.finditer(folded):
        out += [text[last : found.start()], text[found.start() : found.end("count")], " hồ sơ"]
        last = found.end()
    return "".join(out) + text[last:]

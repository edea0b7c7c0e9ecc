"""Work that is done, and work that still goes on: a figure of the one never answers for the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure
from ingest.report import Block

_WORK = r"(?:giai quyet|xu ly|xem xet|tham tra|tham dinh|xac minh|thu ly|trien khai|thi cong|thuc hien|hoan thanh)"
_PENDING = guarded(
    # In a row of kinds, "đúng hạn, quá hạn và đang thực hiện", it says nothing of the figures that follow.
    rf"(?<!va )\b(?:con dang|dang|chua)(?: (?:duoc|trong|qua trinh|con|tiep tuc|phai))* {_WORK}\b|"
    r"\bton dong\b|\bcon ton\b|"
    # as people say it: "còn dở", "chưa xong", "đang nằm chờ", "chưa trả cho dân"
    r"\b(?:dang|con) (?:lam |xu ly |giai quyet )do\b|"
    r"\b(?:chua (?:xu ly |giai quyet |lam )?|(?:xu ly|giai quyet) chua )(?:xong|dut diem|xong xuoi)\b|"
    r"\blam do\b|\bdo dang\b|\b(?:con|dang) (?:dang )?do(?=\W*$|[,;?.]| (?:la|bao|may)\b)|"
    r"\bchua (?:\w+ )?xong\b|\b(?:nam|dang|con) cho(?= (?:giai quyet|xu ly|ket qua|tra))|"
    r"\bchua (?:duoc )?tra(?= (?:ket qua|cho|ho so|giay|dan|lai))|\bchua (?:\w+ )?(?:dut diem|dau vao dau)\b|"
    r"\b(?:pending|in progress|in process|unresolved|outstanding)\b|"
    r"\b(?:being|not(?: yet)?|(?:yet|still) to be) \w+ed\b|"
    r"\bstill (?:ongoing|under way|underway|going on|in the works|unfinished)\b|\b(?:ongoing|under way|underway)\b"
)
_DUE = guarded(
    rf"\b(?:phai|can)(?: duoc)? {_WORK}\b|\b(?:to be|must be|due to be) (?:settled|resolved|processed|handled)\b"
)
_DONE = guarded(
    r"\bda(?: (?:duoc|co|tiep nhan va))* (?:giai quyet|xu ly|tra ket qua|hoan thanh|tham dinh|xac minh)\b|"
    r"(?<!chua )(?<!khong )\b(?:giai quyet|xu ly|hoan thanh|lam|lo|xu|tra) xong\b|\bda xong\b|"
    r"\bxong roi\b|\b(?:settled|resolved|processed|handled|completed)\b|"
    r"\bdid (?:\w+ ){1,8}?(?:settle|resolve|process|handle|complete)\b"
)


_CLAUSE = re.compile(r"[,;:(\n]|\.\s")
_STILL = re.compile(r"\bcòn(?: lại| thiếu)?(?: khoảng)?\s*$", re.IGNORECASE)
_NOT_YET = re.compile(r"\bchưa\b")
_DENIED = re.compile(r"\b(?:chưa|không)\b")
_ASKS_UNDONE = guarded(
    r"\b(?:bao nhieu|may|so luong|so|con)\b[^?.;]*\bchua (?:duoc |co |dat )?(?!ke\b|tinh\b|bao gom\b)\w+|"
    r"\bhow many\b[^?.;]*\b(?:not yet|(?:is|are|was|were|has|have|had|do|does|did) (?:still )?not|yet to|still to|"
    r"(?:is|are|was|were|has|have|had|do|does|did)n t|(?:is|are|was|were|has|have|had|do|does|did)n[’']t)\b"
)


_WITH_OTHERS = re.compile(
    r"\b(?:ke|gom|tinh) ca\b|\bca (?:da|co)\b|\b(?:lan|va) (?:chua|khong)\b|\b(?:both|including|counting)\b"
)

_UNDONE_VERB = guarded(r"\bchua (?:duoc |co |he |kip |chiu |the )*(?P<verb>[a-z]{2,})\b")
_LEFT = re.compile(r"\b(?:con|chua|ton)\b")


def done_instead(asked: str, said: str) -> bool:
    """Whether folded words tell only of what was done, where it is asked what was not yet ("chưa gửi thư": "số thư đã
    gửi là …")."""
    verbs = {m["verb"] for m in _UNDONE_VERB.finditer(asked)}
    if not verbs or _LEFT.search(said):
        return False
    return any(
        re.search(rf"\bda (?:duoc )?{v}\b", said) and not re.search(rf"\bchua (?:\w+ ){{0,2}}{v}\b", said)
        for v in verbs
    )


def is_left_undone(block: Block, figure: Figure) -> bool:
    """Whether running text says of a figure that so many are still to be done: "còn 12 sổ chưa lập"."""
    if block.table is not None or not _STILL.search(block.text, max(0, figure.at - 20), figure.at):
        return False
    end = figure.at + len(figure.text)
    stop = _CLAUSE.search(block.text, end)
    return bool(_NOT_YET.search(block.text, end, stop.start() if stop else len(block.text)))


def says_undone(block: Block, figure: Figure) -> bool:
    """Whether a figure counts what is not done, by its column or by the words behind it: "còn 12 sổ chưa lập", "12 sổ
    chưa lập"."""
    if block.table is not None:
        return bool(_NOT_YET.search(figure.indicator.lower()))
    end = figure.at + len(figure.text)
    stop = _CLAUSE.search(block.text, end)
    return bool(_NOT_YET.search(block.text, end, stop.start() if stop else len(block.text)))


def is_denied(block: Block, figure: Figure) -> bool:
    """Whether the clause of a figure, or its column, denies something of what it counts: "12 sổ không ghi ngày"."""
    if block.table is not None:
        return bool(_DENIED.search(figure.indicator.lower()))
    start = max((m.end() for m in _CLAUSE.finditer(block.text, 0, figure.at)), default=0)
    stop = _CLAUSE.search(block.text, figure.at + len(figure.text))
    return bool(_DENIED.search(block.text, start, stop.start() if stop else len(block.text)))


def is_set_over_undone(figure: Figure, figures: Sequence[Figure], block: Block) -> bool:
    """Whether one of the figures of a statement says how many are left to be done, and this one, no share, does not."""
    return figure.unit != "%" and not is_left_undone(block, figure) and any(is_left_undone(block, f) for f in figures)


def asks_undone(text: str) -> bool:
    """Whether a question asks how many of something are not done yet, and not of these with the others."""
    folded = fold(text)
    return bool(_ASKS_UNDONE.search(folded)) and not _WITH_OTHERS.search(folded)


def state_at(text: str, at: int, indicator: str) -> str:
    """The state of a figure at an offset of a text: what its indicator says, else, in brackets, what stands before them
    ("đang giải quyết 60 hồ sơ (trong đó 4 hồ sơ quá hạn)")."""
    own = state_of(indicator)
    opened = text.rfind("(", 0, at)
    if own or opened < 0 or text.rfind(")", 0, at) > opened:
        return own
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, opened)), default=0)
    return state_of(text[start:opened])


def asks_pending(folded: str) -> bool:
    """Whether a folded text speaks of work that still goes on."""
    return bool(_PENDING.search(folded))


@lru_cache(maxsize=16_384)
def state_of(text: str) -> str:
    """ "done", "pending" or "due" (all that is to be done), where the words of a question or of an indicator speak of
    one of them; else ""."""
    folded = fold(text)
    pending = _PENDING.search(folded)
    folded = _PENDING.sub(" ", folded)
    due = _DUE.search(folded)
    done = _DONE.search(folded)
    if due and not (pending or done):
        return "due"
    return "" if bool(pending) == bool(done) else "pending" if pending else "done"


_OPPOSITES = (
    ("quá hạn", "đúng hạn"), ("quá hạn", "trước hạn"), ("quá hạn", "còn hạn"), ("quá hạn", "trong hạn"),
    ("hòa giải thành", "hòa giải không thành"), ("thường xuyên", "định kỳ"), ("thường xuyên", "đột xuất"),
)  # fmt: skip
OPPOSITE = {
    one: frozenset(b if a == one else a for a, b in _OPPOSITES if one in (a, b))
    for one in {name for pair in _OPPOSITES for name in pair}
}


def qualities_of(keys: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """The one quality that a question names, with its opposites; none where it names several."""
    named = keys & OPPOSITE.keys()
    return {k: OPPOSITE[k] for k in named} if len(named) == 1 else {}


def says_opposite(keys: frozenset[str], local: frozenset[str]) -> bool:
    """Whether a figure is right beside the opposite of what is asked, and not beside that itself: of "78 quyết định
    đúng hạn" none is late."""
    return any(k not in local and not local.isdisjoint(OPPOSITE[k]) for k in keys & OPPOSITE.keys())


_IN_BRACKETS = re.compile(r"\s*(?:[^\W\d_]+\s+){0,4}?\((?P<parts>[^()]*\d[^()]*)\)")
_SHARE_OF = re.compile(r"\s*(?P<whole>[^,;.:()\d]{3,60}?)\s+(?:đều|được|đã|phải)\b", re.IGNORECASE)


def is_of_another_quality(opposites: Mapping[str, Iterable[str]], figure: Figure, text: str) -> bool:
    """Whether a figure of a text is of something else than a quality asked for, which comes with its opposites.

    Its own words say an opposite of it, or only the label before them names both ("Hồ sơ đúng hạn, quá hạn: tiếp nhận
    95"); brackets right behind it count parts by it (of "đang giải quyết 90 hồ sơ (trong hạn 80 hồ sơ, quá hạn 10 hồ
    sơ)" the 90 are not late); or it is a share of what has it ("100% hồ sơ quá hạn đều …").
    """
    label, _, said = fold(figure.indicator).rpartition(": ")
    end = figure.at + len(figure.text)
    brackets, share = _IN_BRACKETS.match(text, end), _SHARE_OF.match(text, end)
    parts, whole = fold(brackets["parts"]) if brackets else "", fold(share["whole"]) if share else ""
    for asked, others in opposites.items():
        quality = fold(asked)
        if figure.unit == "%" and quality in whole:
            return True
        opposite = any(fold(other) in said or (quality in label and fold(other) in label) for other in others)
        if quality not in said and (quality in parts or opposite):
            return True
    return False

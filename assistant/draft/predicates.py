"""A limitation cut into its predicates: who or what falls short, by which trigger ("chưa", "còn", "thiếu" …), in what.

Before it is cut, what does not belong to it goes: brackets, hedges, what it is measured by, what follows from it, the
concession before a "nhưng". The rules are of the language alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.draft.nounphrases import Subject, kind, opens_subject, people_of, plain_subject, without_hedges

_STATES = (
    r"chậm|trễ|muộn|thấp|yếu kém|yếu|kém|hạn chế|lúng túng|bất cập|phức tạp|rườm rà|xuống cấp|lạc hậu|lỗi thời"
    r"|(?:đã|quá) cũ|(?<=thiết bị )cũ|(?<=máy móc )cũ|bấp bênh"
    r"|manh mún|nhỏ lẻ|sơ sài|nghèo nàn|chung chung|đơn điệu|mỏng|dàn trải|lỏng lẻo|buông lỏng|quá tải|khó khăn"
    r"|chồng chéo"
    r"|hình thức|đối phó|phân tán|chật hẹp|hạn hẹp|eo hẹp|tăng cao|tăng nhiều|tăng mạnh|tăng nhanh|gia tăng"
    r"|(?:bị )?hư hỏng|sụt giảm|giảm|tăng|bị động|phổ biến"
    r"|nhiều|cao|rộng"
)
_END = (
    r"(?=\s*$|\s*[,;]|\s+(?:hạng|bậc|hơn)(?!\w)"
    r"|\s+(?:và|hoặc|nhưng|so với|cả|từ|trong|ở|tại|khi|do|với|về|vào)\s|\s+\d)"
)
_TRIGGERS = (
    r"chưa(?!\s+(?:qua|kể)(?!\w))|không(?!\s+(?:dùng tiền|gian|khí|ngừng|những|chỉ|phụ thuộc|khóa))"
    r"|thiếu(?!\s+(?:nhi|niên|tá|tướng|úy))|ít(?!\s+nhất)|(?<!làm )chậm(?=\s+(?:được\s+)?\w)"
    r"|chủ yếu|nặng về|thiên về|kiêm nhiệm|mất nhiều|(?:gặp|có) (?:nhiều )?(?:khó khăn|vướng mắc)"
    r"|(?:thường xuyên|hay|liên tục) (?:thay đổi|biến động|hỏng)|thay đổi (?:qua|liên tục|nhiều lần)"
    r"|(?:có )?nhiều thay đổi"
    r"|kéo dài(?!\s+(?:chưa|không|còn|vẫn))|tụt"
    r"|tiềm ẩn|diễn biến phức tạp|có (?:chiều|xu) hướng (?:gia tăng|tăng)"
    r"|(?:phải )?(?:đảm nhận|đảm nhiệm|kiêm) nhiều"
    r"|(?:tâm lý|tư tưởng)(?=\s+(?:ngại|sợ|trông chờ|ỷ lại|e ngại|chủ quan|bằng lòng))"
    r"|(?<!trạng )(?<!tượng )(?<!tâm lý )(?<!tư tưởng )(?:trông chờ|ỷ lại|đùn đẩy|né tránh)|khó(?!\s+khăn)(?=\s)"
    r"|còn(?!\s+(?:lại|hạn(?!\s*(?:chế|hẹp)))\b)"
)
TRIGGER = re.compile(rf"(?<!\w)(?P<t>{_TRIGGERS}|(?:{_STATES}){_END})(?!\w)", re.IGNORECASE)
_WEAK = re.compile(r"(?:nhiều|cao|rộng|tăng|giảm)$", re.IGNORECASE)  # a fault only where it ends what is said
_TAIL = re.compile(
    r"[,\s]+(?:dẫn đến|dẫn tới|làm (?:cho|ảnh hưởng|chậm|giảm|mất)|(?<!còn )gây (?!dựng)|ảnh hưởng (?:không nhỏ|lớn"
    r"|trực tiếp|đến|tới)|trong khi|mặc dù|dù đã|nguyên nhân|(?:chủ yếu )?(?:là )?do\s|vì\s)",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"[,\s]+(?:(?:chủ yếu )?tập trung (?:chủ yếu )?(?:ở|tại|vào|trong)|(?<!lớn\s)(?<!cao\s)(?<!thấp\s)nhất là"
    r"|đặc biệt là"
    r"|so với (?!yêu cầu))\s[^,;]*(?=$|[,;])|\s+so với yêu cầu(?=$|[,;])|\s+so với [^,;]*(?=[,;]|$)",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"[,;]\s+(?:và\s+)?|\s+(?:và|nhưng|mà|song|đồng thời)\s+(?=(?:vẫn\s+)?(?:còn|chưa|thiếu|chậm|ít|không)\s)",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r",?\s+(?:nên(?!\s+(?:móng|tảng))|vì vậy|vì thế|do đó|do vậy|cho nên)\s+", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:(?:về|đối với)\s[^:,;]{3,70}:\s+|(?:theo|qua|tính đến|đến|trong|từ|sau)\s(?!đó)[^,;:]{2,90},\s+"
    r"|(?:trong đó|một là|hai là|ba là|bốn là|thứ (?:nhất|hai|ba|tư)|cụ thể|hiện nay|hiện tại|đồng thời"
    r"|ngoài ra|bên cạnh đó|thực tế)[,:]?\s+"
    r"|nguyên nhân(?:\s[^,;:]{0,60}?)?\s+(?:là\s+)?(?:do|vì)\s+(?:các khó khăn,? vướng mắc như:?\s*)?"
    r"|(?:chủ yếu\s+)?(?:là\s+)?(?:do|vì|bởi)\s+(?!đó|vậy))",
    re.IGNORECASE,
)
_CONCEDES = re.compile(
    r"^(?:mặc dù|tuy|dù|dẫu)\s.{3,200}?[,\s]+(?:nhưng|song|tuy nhiên)\s+|\s+(?:tuy|dù|mặc dù|đã)\s[^,;]{2,80}?,?"
    r"\s+(?:nhưng|song)(?=\s)",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r",?\s+(?:hiện\s+|mới\s+|chỉ\s+|đã\s+|đang\s+)*(?:đạt|là|chiếm|bằng|ở mức)\s+\d+(?:[.,/]\d+)*(?![.,/]?\d)"
    r"\s*(?:%|điểm|đơn|hồ sơ|vụ|trường hợp|triệu đồng|tỷ đồng)?(?:\s+so với [^,;]*)?(?=\s*$|\s*[,;])",
    re.IGNORECASE,
)
_MEASURES = re.compile(r"(?:tỷ lệ|tỉ lệ|chỉ số|mức độ|kết quả|điểm|số điểm|tiến độ|thu|giá trị|số)\s", re.IGNORECASE)
_ASIDE = re.compile(
    r"^(?:sai lệch|xem|coi đây|cho rằng|dễ|làm|để|một số trường hợp|có trường hợp|có nơi|có đơn vị|thường xuyên (?:thay"
    r" đổi|xảy ra)|hay|thường|mất|nhầm lẫn|thậm chí|cấu hình|một người)(?!\w)",
    re.IGNORECASE,
)
_MIND = re.compile(r"(?:trông chờ|ỷ lại|đùn đẩy|né tránh)$", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?:kéo dài|phức tạp|tồn đọng|đông người|vượt cấp|bức xúc|quá hạn|trễ hạn)$", re.IGNORECASE)
_ABILITY = re.compile(r"(?:trình độ|năng lực|kinh nghiệm|kỹ năng|hiệu quả|chất lượng|kiến thức)\s", re.IGNORECASE)
_CLAUSE = re.compile(r"\s(?:là|phải|đã|được|thuộc|vừa)\s", re.IGNORECASE)
_NEAR = 12  # words before a trigger that may be a subject of its own
_FLAT = 7  # the same where they do not open as a subject


@dataclass(frozen=True, slots=True)
class Predicate:
    """`subject` without hedges ("" where none is named), the trigger in small letters, and what follows it."""

    subject: str
    trigger: str
    rest: str


def clean(text: str) -> str:
    """A limitation without brackets, hedges, openings, concessions and measures."""
    body = re.sub(r"\([^)]*\)?|\.{2,}|…", "", " ".join(text.split())).strip(" .;:,-–+")
    body = re.sub(r"^có (?=\d)|\s+trong năm 20\d\d(?=\s*$|\s*[,;])", "", body, flags=re.IGNORECASE)
    body = _CONCEDES.sub(lambda m: "" if m.start() == 0 else " ", body, count=1)
    for _ in range(3):
        body = _OPENING.sub("", body, count=1).strip(" ,;:")
    return _measured(without_hedges(body))


def clauses_of(body: str) -> list[str]:
    """What a sentence says first, and what it says follows from it ("…, nên …"), each without its tail."""
    return [without_tail(part) for part in _FOLLOWS.split(body)]


def predicates(body: str) -> list[Predicate]:
    """The predicates of a clause in their order; one without a subject of its own has that of the one before."""
    out: list[Predicate] = []
    subject = ""
    for segment in _segments(body):
        found = trigger_in(segment)
        if found is None:
            if not out:
                whole = plain_subject(segment)
                subject = people_of(whole)[0] if kind(whole) is Subject.PEOPLE else re.sub(r"\s+đang\s.*$", "", whole)
            continue
        own = plain_subject(segment[: found.start()])
        if not out and kind(subject) is Subject.PEOPLE and _ABILITY.match(own) and " của " not in own:
            own = f"{own} của {subject}"
        subject = own or subject
        out.append(Predicate(subject, found["t"].lower(), _said(segment[found.end() :])))
    return out


def trigger_in(segment: str, start: int = 0) -> re.Match[str] | None:
    """The first trigger; a word that is a fault only at the end counts where no other stands in the segment."""
    found = TRIGGER.search(segment, start)
    if found is None:
        return None
    after = TRIGGER.search(segment, found.end())
    if after is not None and _WEAK.match(found["t"]):
        return after
    if after is not None and found["t"].lower() in ("chậm", "khó") and after["t"].lower() in ("chưa", "không"):
        return after if len(segment[found.end() : after.start()].split()) <= 3 else found
    return found


def without_tail(text: str) -> str:
    """Without what follows from it or stands beside it: "do …", ", dẫn đến …", and a purpose after "để"."""
    for tail in _TAIL.finditer(text):
        if TRIGGER.search(text, 0, tail.start()) or not TRIGGER.search(text, tail.end()):
            text = text[: tail.start()]
            break
    for where in reversed(list(_WHERE.finditer(text))):
        after = where.end() if TRIGGER.search(text, where.end()) else len(text)
        text = text[: where.start()] + text[after:]
    cut = text.strip(" ,.;")
    purpose = re.search(r"(?<!còn)\s+để\s+(?!xảy ra|kéo dài|tình trạng|phát sinh)", cut)
    return cut[: purpose.start()] if purpose and len(cut[: purpose.start()].split()) > 6 else cut


def _said(rest: str) -> str:
    """What follows a trigger, without asides that are no part of it (", sai lệch giữa …", ", hay thay đổi")."""
    pieces = re.split(r"([,;]\s+)", rest)
    kept = pieces[0]
    for mark, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if _ASIDE.match(piece):
            break
        kept += mark + piece
    return kept.strip(" ,;")


def _measured(body: str) -> str:
    """Without the figures it is measured by; a share that is only told by its figure is one that is low."""
    bare = _REACHED.sub("", body)
    if bare != body and TRIGGER.search(bare) is None and _MEASURES.match(bare):
        return f"{bare} còn thấp"
    return bare


def _segments(body: str) -> Iterator[str]:
    """The stretches of a sentence with one predicate each; enumerations in subjects and predicates stay whole."""
    pieces = _pieces(body)
    start, end = pieces[0]
    done = trigger_in(body[start:end]) is not None
    for at, (a, b) in enumerate(pieces[1:], 1):
        piece = body[a:b]
        owner = kind(plain_subject(body[start:end])) is Subject.PEOPLE and _ABILITY.match(piece) is not None
        if not done and (owner or (opens_subject(piece) and _CLAUSE.search(body[start:end]))):
            yield body[start:end]
            start, end, done = a, b, trigger_in(piece) is not None
        elif not done:
            end, done = b, trigger_in(piece) is not None
        elif _begins_anew(piece, body[slice(*pieces[at + 1])] if at + 1 < len(pieces) else ""):
            yield body[start:end]
            start, end, done = a, b, trigger_in(piece) is not None
        else:
            end = b
    yield body[start:end]


def _pieces(body: str) -> list[tuple[int, int]]:
    cuts = [(m.start(), m.end()) for m in _SPLIT.finditer(body)]
    starts, ends = [0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(body)]
    return list(zip(starts, ends, strict=True))


def _begins_anew(piece: str, following: str) -> bool:
    """Whether a piece after a predicate is a predicate of its own, or the first words of the next one's subject."""
    found = trigger_in(piece)
    if _ASIDE.match(piece):
        return False
    if found is not None and found.start() == 0 and _MIND.match(found["t"]):
        return False
    if found is None:
        after = trigger_in(following)
        return opens_subject(piece) and after is not None and after.start() > 0
    before = piece[: found.start()].strip()
    if _ATTRIBUTE.match(before):
        return False
    if not before or not plain_subject(before):
        return True
    return len(before.split()) <= (_NEAR if opens_subject(before) else _FLAT)

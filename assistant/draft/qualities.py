"""What is to be better in a subject: the qualities it lacks, gathered, and said with the verb of its head."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.draft.nounphrases import Subject, done_to, kind, people_of, running, without_work
from assistant.draft.remedies import quality_of
from assistant.draft.verbs import ask, head_verb, improve

_QUALITY = (
    "quyết liệt|kiên quyết|kịp thời|sâu sát|sâu sắc|sâu rộng|sâu|thường xuyên|chặt chẽ|đồng bộ|đồng đều|cao|tốt"
    "|đầy đủ|nghiêm túc|nghiêm minh|nghiêm|hiệu quả|rõ nét|rõ ràng|rõ|phong phú|đa dạng|linh hoạt|chủ động|toàn diện"
    "|sát sao|sát|đúng mức|ổn định|thống nhất|triệt để|dứt điểm|nhanh|mạnh mẽ|mạnh|bền vững|thiết thực|cụ thể"
    "|tích cực|nhiệt tình|gương mẫu|trách nhiệm|liên tục|bài bản|chuyên nghiệp|chuyên sâu|chính xác|nhiều|hợp lý"
    "|khoa học|nhịp nhàng|thông suốt|đều khắp|đều|tương xứng|thỏa đáng|hài hòa|minh bạch|đạt yêu cầu|như mong muốn"
    "|đông đủ|đông|thuận lợi|tự giác|chu đáo|lan tỏa|phù hợp thực tế|sáng tạo|quyết tâm|thực chất|cặn kẽ|hòa nhã"
)
ADJECTIVE = re.compile(
    rf"^(?P<a>(?:{_QUALITY})(?:(?:,\s+|\s+và\s+)(?:{_QUALITY}))*)(?!\w)(?P<r>.*)$", re.IGNORECASE | re.DOTALL
)
_MANNER = {"quyết liệt", "sâu sát", "sâu sắc", "sâu rộng", "phong phú", "đa dạng", "linh hoạt", "thiết thực",
           "chuyên nghiệp", "bài bản"}  # fmt: skip
_NO_MORE = {"dứt điểm", "đúng mức", "đạt yêu cầu", "triệt để", "thỏa đáng", "tương xứng", "như mong muốn"}
_SAID_SO = {"nghiêm": "nghiêm túc", "đều": "đồng đều", "lan tỏa": "có sức lan tỏa"}
PREPOSITION = re.compile(r"\s+(?=(?:với|trong|tại|ở|theo|cho|đối với|bằng|qua|từ|về|so với|giữa|vào|đến)\s)")


@dataclass(frozen=True, slots=True)
class Better:
    """A subject that is to be better in one or more qualities: kept apart until it is known whether more follow."""

    subject: str
    qualities: tuple[str, ...]
    tail: str


def qualities_of(subject: str, found: re.Match[str]) -> str | Better:
    """A subject that lacks qualities; those that go by a verb of their own are phrased at once."""
    what, low, rest = kind(subject), found["a"].strip().lower(), found["r"]
    if what is Subject.PEOPLE and quality_of(subject):
        subject, what = quality_of(subject), Subject.WORK
    what = Subject.WORK if running(subject) and low in ("hiệu quả", "cao") else what
    tail = rest if rest[:1] in (" ", ",", "") else f" {rest}"
    tail = "" if tail.startswith(",") else tail
    if low == "nhiều":
        return f"tăng cường {tail.strip()}" if tail.strip() else improve(subject)
    if low == "thường xuyên" and re.match(r"\s+\w", rest) and not PREPOSITION.match(rest):
        people = people_of(subject)[0]
        return f"{ask(people)} thường xuyên{rest}" if what is Subject.PEOPLE else f"thường xuyên{rest}"
    if what is Subject.NONE:
        return f"{low}{tail}" if tail else f"thực hiện {low} hơn"
    if (
        what is Subject.PEOPLE
        and low in ("đồng đều", "cao", "đồng bộ", "ổn định", "mạnh")
        and not people_of(subject)[1]
    ):
        more = "" if low in ("cao", "mạnh") else f", bảo đảm {low} hơn{tail}"
        return f"nâng cao chất lượng {subject}{more}"
    if what is not Subject.PEOPLE and low in ("cao", "hiệu quả"):
        owner = without_work(running(subject) or subject)
        if low == "hiệu quả":
            return f"nâng cao hiệu quả {owner}{tail}"
        return f"{improve(subject)}{tail}" if head_verb(subject) == "nâng cao" else f"nâng cao {owner}{tail}"
    if low == "tốt" and done_to(subject)[0]:
        return Better(subject, (low,), tail)
    if what is not Subject.PEOPLE and low == "tốt":
        known = head_verb(subject) not in ("", "tăng cường")
        return f"{improve(subject)}{tail}" if known else f"thực hiện tốt hơn {subject}{tail}"
    return Better(subject, (low,), tail)


def better(item: Better, said: bool = False) -> str:
    """The phrase: "tăng cường phối hợp, bảo đảm chặt chẽ hơn"; `said` where the subject was named just before."""
    subject = item.subject
    names = [_SAID_SO.get(q, q) for q in item.qualities]
    near = item.tail and not PREPOSITION.match(item.tail) and len(item.tail.split()) <= 3
    plain = names[-1] in _NO_MORE or (item.tail and not near and not PREPOSITION.match(item.tail))
    more = ", ".join(names) + ("" if plain else " hơn")
    if near:
        more = f"{', '.join(names)}{item.tail}{'' if names[-1] in _NO_MORE else ' hơn'}"
    tail = "" if near else item.tail
    if said:
        return f"bảo đảm {more}{tail}"
    if kind(subject) is Subject.PEOPLE:
        people, verb = people_of(subject)
        return f"{ask(people)}{' ' + verb if verb else ''} {more}{tail}"
    verb, thing = done_to(subject)
    if verb:
        return f"{verb} {thing} {more}{tail}"
    if running(subject):
        return f"bảo đảm {subject} {more}{tail}"
    if not head_verb(subject):
        return f"bảo đảm {subject} {more}{tail}"
    joint = " theo hướng" if any(n.split(",")[0] in _MANNER for n in names) else ", bảo đảm"
    return f"{improve(subject)}{joint} {more}{tail}"

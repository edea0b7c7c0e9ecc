"""What answers a shortcoming that is named outright: "còn chậm", "thiếu", "chủ yếu", "kiêm nhiệm", "giảm" …

Each remedy gets the subject and what follows the shortcoming, and gives a verb phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.draft.nounphrases import Subject, kind, people_of, without_work
from assistant.draft.verbs import head_verb, improve

_RESOURCE = re.compile(
    r"(?:kinh phí|nguồn lực|nhân lực|ngân sách|nguồn vốn|cơ sở vật chất|biên chế|hạ tầng)", re.IGNORECASE
)
_BAD = re.compile(
    r"(?:tồn đọng|quá hạn|trễ hạn|vi phạm|hộ nghèo|tội phạm|tai nạn|khiếu kiện|sai phạm|tệ nạn)", re.IGNORECASE
)
_Rule = Callable[[str, str], str]


def _resources(subject: str) -> str:
    return (
        f"ưu tiên bố trí {subject}"
        if _RESOURCE.match(subject)
        else f"tháo gỡ khó khăn về {re.sub('^điều kiện về ', '', subject)}"
        if kind(subject) is Subject.THING
        else f"tháo gỡ khó khăn trong {without_work(subject)}"
    )


def _limited(subject: str) -> str:
    if kind(subject) is not Subject.PEOPLE and head_verb(subject) == "nâng cao":
        return f"nâng cao {without_work(subject)}"
    return f"nâng cao hiệu quả {without_work(subject)}" if kind(subject) is Subject.WORK else improve(subject)


def _complicated(subject: str) -> str:
    if kind(subject) is Subject.WORK:
        return f"tháo gỡ khó khăn trong {without_work(subject)}"
    return f"đơn giản hóa {subject.split(' có ')[-1]}"


def _lack(subject: str, rest: str) -> str:
    if not rest:
        return f"bảo đảm đủ {subject}"
    what = kind(subject)
    if what is Subject.PEOPLE and re.match(r"(?:kỹ năng|kinh nghiệm|kiến thức|hiểu biết)", rest):
        return f"bồi dưỡng {rest} cho {people_of(subject)[0]}"
    if what is Subject.PEOPLE:
        return (
            f"nâng cao {rest} của {people_of(subject)[0]}"
            if re.match(r"(?:tinh thần|trách nhiệm|chủ động|quyết tâm|tính)", rest)
            else f"bổ sung {rest} cho {people_of(subject)[0]}"
        )
    if re.match(r"(?:chủ động|chặt chẽ|đồng bộ|thống nhất|kịp thời)", rest):
        return f"{improve(subject)}, bảo đảm {rest}"
    return f"bổ sung {rest}" + (f" cho {without_work(subject)}" if subject and what is not Subject.WORK else "")


def _mainly(subject: str, rest: str) -> str:
    if re.match(r"(?:tập trung )?(?:ở|tại|vào|trong|thuộc)\s", rest) or not rest:
        return ""
    if "kiêm nhiệm" in rest:
        return _busy(subject, "")
    if re.match(r"(?:phát sinh|xuất phát|là do|do)(?!\w)", rest):
        return f"rà soát, khắc phục từ khâu {re.sub('^(?:phát sinh|xuất phát) (?:trong|từ)? ?', '', rest)}"
    if re.match(r"(?:tập trung |làm )?(?:theo|dựa vào|phụ thuộc|trông chờ)\s", rest):
        return f"chủ động hơn trong {without_work(subject) or 'tổ chức thực hiện'}, không chỉ {rest}"
    return f"đa dạng hóa hình thức thực hiện, không chỉ {re.sub('^là ', '', rest)}"


def _busy(subject: str, rest: str) -> str:
    people = people_of(subject)[0] if subject else "cán bộ, công chức"
    return f"bố trí, phân công hợp lý {people}, hạn chế kiêm nhiệm {rest or 'nhiều việc'}"


def _slow(subject: str, rest: str) -> str:
    what = kind(subject)
    if what is Subject.NONE:
        return f"đẩy nhanh tiến độ {rest.strip(' ,')}"
    if what is Subject.PEOPLE:
        people, verb = people_of(subject)
        return f"yêu cầu {people} {verb or rest} nhanh hơn, đúng thời hạn".replace("  ", " ")
    tail = f" {rest}" if rest and not rest.startswith(",") else ""
    return (
        f"đẩy nhanh {without_work(subject)}{tail}"
        if head_verb(subject) == "đẩy nhanh"
        else f"đẩy nhanh tiến độ {without_work(subject)}{tail}"
    )


def _less(subject: str, rest: str) -> str:
    return f"kéo giảm {subject}" if _BAD.search(subject) else f"nâng cao {without_work(subject)}"


def _grown(subject: str, rest: str) -> str:
    if re.search(r"tồn đọng|tồn", subject):
        return f"giải quyết dứt điểm {subject}, không để tăng thêm"
    return f"kéo giảm {subject}" if _BAD.search(subject) else f"kiểm soát {subject}"


REMEDIES: tuple[tuple[re.Pattern[str], _Rule], ...] = tuple(
    (re.compile(rf"^(?:{pattern})(?!\w)", re.IGNORECASE), rule)
    for pattern, rule in (
        (r"chậm", _slow),
        (r"thấp|yếu kém|yếu|khiêm tốn", lambda s, r: f"nâng cao {without_work(s)}"),
        (r"cao|lớn|nhiều(?=\s*$)|phổ biến", lambda s, r: f"kéo giảm {s}"),
        (r"hạn hẹp|eo hẹp", lambda s, r: f"ưu tiên bố trí {s}" if _RESOURCE.match(s) else improve(s)),
        (r"(?:nhiều )?hạn chế", lambda s, r: _limited(s)),
        (r"(?:gặp )?(?:nhiều )?(?:khó khăn|vướng mắc|trở ngại)", lambda s, r: _resources(s)),
        (r"dàn trải|tràn lan", lambda s, r: f"{improve(s)} theo hướng có trọng tâm, trọng điểm"),
        (r"(?:mang tính )?hình thức", lambda s, r: f"{improve(s)} đi vào thực chất"),
        (r"lúng túng|bỡ ngỡ|bị động", lambda s, r: f"hướng dẫn, hỗ trợ kịp thời {people_of(s)[0]}"),
        (r"thiếu", _lack),
        (r"ít", lambda s, r: f"tăng cường {r}" if r else f"tăng số lượng {s}"),
        (r"nặng về", lambda s, r: f"khắc phục tình trạng nặng về {r}"),
        (r"thiên về", lambda s, r: f"đa dạng hóa hình thức {without_work(s)}, không chỉ {r}"),
        (r"chủ yếu", _mainly),
        (r"kiêm nhiệm", _busy),
        (r"mất nhiều", lambda s, r: f"rút ngắn {r} {without_work(s)}"),
        (r"kéo dài", lambda s, r: f"rút ngắn {s}" if s.startswith("thời gian") else f"không để {s} kéo dài"),
        (r"lỏng lẻo|buông lỏng", lambda s, r: f"siết chặt {without_work(s)}"),
        (r"bất cập|chồng chéo", lambda s, r: f"rà soát, khắc phục bất cập trong {without_work(s)}"),
        ((
            r"phức tạp|rườm rà"
        ), lambda s, r: _complicated(s)),
        (r"giảm", _less),
        (r"tăng", _grown),
    )
)  # fmt: skip

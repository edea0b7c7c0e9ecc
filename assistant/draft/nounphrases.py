"""Who and what a limitation speaks of: its subject without hedges, and whether that is a body of people, a work or a
thing."""

from __future__ import annotations

import re
from enum import Enum

_PEOPLE = (
    r"(?:(?:đội ngũ|lực lượng|các|những|tập thể)\s+)*(?:cán bộ|công chức|viên chức|đảng viên|lãnh đạo"
    r"|người đứng đầu|thủ trưởng"
    r"|người dân|nhân dân|quần chúng|hội viên|đoàn viên|doanh nghiệp|cơ quan|đơn vị|địa phương|cấp ủy|chính quyền"
    r"|ủy ban|uỷ ban|ubnd|phòng|ban|sở|ngành|xã|phường|thị trấn|thành viên|tổ viên|bộ phận|công dân"
    r"|chủ tịch|nơi|văn phòng|trung tâm|chi cục|nhà thầu|chủ đầu tư|tỉnh|huyện)(?!\w)"
)
_PERSON = re.compile(_PEOPLE, re.IGNORECASE)
_SINGLE_PEOPLE = (
    r"(?:cán bộ|công chức|viên chức|người|lãnh đạo|nhân dân|đảng viên|hộ|công dân|hội viên|đoàn viên|thủ trưởng|bà con)"
)
_WORK = re.compile(
    r"(?:công tác|việc|hoạt động|sự|quá trình|tiến độ|chất lượng|hiệu quả|nội dung|hình thức|năng lực|trình độ|kỹ năng"
    r"|nhận thức|ý thức|vai trò|trách nhiệm|tinh thần|tỷ lệ|tỉ lệ|chỉ số|mức độ|kết quả|chế độ)(?!\w)",
    re.IGNORECASE,
)
_HANDLED = re.compile(
    r"(?:các\s+|những\s+|số\s+)*(?:hồ sơ|đơn|vụ|vụ việc|kiến nghị|phản ánh|ý kiến|dữ liệu|thủ tục|TTHC"
    r"|văn bản|nhiệm vụ|chỉ tiêu"
    r"|quy định|mô hình|nội dung|dự án|công trình|phần mềm|hệ thống)(?!\w)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\s(?=(?:tập trung|chỉ đạo|lãnh đạo|triển khai|thực hiện|tham mưu|phối hợp|ban hành|xây dựng"
    r"|báo cáo|giải quyết|xử lý"
    r"|kiểm tra|tổ chức|quản lý|cập nhật|chấp hành|theo dõi|nắm bắt|có thái độ|có tinh thần|xác định"
    r"|phát huy|tiếp cận|sử dụng"
    r"|làm việc|thu thập|vận dụng|tuyên truyền)(?!\w))"
)
_LEADING = re.compile(
    r"^(?:(?:tuy nhiên|bên cạnh đó|ngoài ra|mặt khác|hiện nay|đồng thời|song|trong năm|thời gian qua"
    r"|có lúc|đôi khi|đôi lúc|vẫn còn"
    r"|còn|vẫn|nhất là|đặc biệt là|mặc dù|đây là)(?:,\s*|\s+))+",
    re.IGNORECASE,
)
_SOME_PEOPLE = re.compile(rf"\bmột (?:số ít|số|vài|bộ phận nhỏ|bộ phận|phần)\s+(?={_SINGLE_PEOPLE})", re.IGNORECASE)
_SOME = re.compile(r"\bmột (?:số ít|số|vài|bộ phận)\b", re.IGNORECASE)
_MOMENTS = re.compile(
    r",?\s*(?:(?:ở|tại|trong|vào)\s+)?\bmột (?:số|vài) (?:thời điểm|lúc|giai đoạn"
    r"|mặt)\b(?: trong năm)?|(?<=\s)(?:có nơi|có mặt|có thời điểm|nhiều nơi)(?=\s)",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\s+(?:có lúc|có nơi|có mặt|đôi khi|đôi lúc|nhiều khi|từng lúc|đôi chỗ|vẫn|cũng|hiện|lại|mới|chỉ|thì)$",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"(?:(?:có lúc|có nơi|đôi khi|đôi lúc|vẫn|còn|cũng|hiện|nhưng|song|tuy|mà|và|thì)\s*)+", re.IGNORECASE
)
_WEAK_WORK = re.compile(r"^(?:việc|sự)\s+", re.IGNORECASE)


class Subject(Enum):
    """What a subject is."""

    PEOPLE = "people"
    WORK = "work"
    HANDLED = "handled"
    THING = "thing"
    NONE = "none"


def lower_first(text: str) -> str:
    """The text with a small first letter, but for abbreviations and names ("TTHC", "Mặt trận", "Nhân dân")."""
    first = text.split(" ", 1)[0].rstrip(",;:")
    second = text.split(" ", 2)[1][:1] if text.count(" ") else ""
    keeps = (len(first) > 1 and first.isupper()) or first in (
        "Mặt",
        "Nhân",
        "Hội",
        "Zalo",
        "Internet",
        "Trung",
        "Chính",
    )
    if keeps or not text or (second.isupper() and first in ("Ban", "Sở", "Ủy", "Đảng")):
        return text
    return text[0].lower() + text[1:]


def upper_first(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def without_hedges(text: str) -> str:
    """A sentence without the words that make it smaller: "một số", "một số ít", "có nơi", "ở một số thời điểm"."""
    text = _MOMENTS.sub("", text)
    text = _SOME_PEOPLE.sub("", text)
    text = _SOME.sub("các", text)
    text = re.sub(r"\bcác nơi\b", "các cơ quan, đơn vị", text)
    return " ".join(text.split())


def plain_subject(text: str) -> str:
    """A subject without hedges: "Một số cơ quan, đơn vị" gives "các cơ quan, đơn vị"; "một bộ phận người dân" "người
    dân"."""
    text = text.strip(" ,.;:-–")
    if _ADVERBS.fullmatch(text):
        return ""
    text = _LEADING.sub("", text)
    while (shorter := _HEDGES.sub("", text)) != text:
        text = shorter
    text = re.sub(r"\s+(?:đạt|là|đã|được|bị|để|vẫn còn|còn)$", "", without_hedges(text))
    return lower_first(text.strip(" ,"))


def kind(subject: str) -> Subject:
    """What a subject is, by its head."""
    if not subject:
        return Subject.NONE
    if _WORK.match(subject):
        return Subject.WORK
    if _PERSON.match(subject):
        return Subject.PEOPLE
    if _HANDLED.match(subject):
        return Subject.HANDLED
    return Subject.THING


def people_of(subject: str) -> tuple[str, str]:
    """A subject of people cut before its verb: "các đơn vị", "chỉ đạo công tác dân vận"."""
    found = _VERB.search(subject)
    if found is None:
        return subject, ""
    return subject[: found.start()], subject[found.end() :]


def without_work(subject: str) -> str:
    """A work as an object: "việc phối hợp giữa …" gives "phối hợp giữa …"."""
    return _WEAK_WORK.sub("", subject)

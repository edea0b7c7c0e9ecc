"""Who and what a limitation speaks of: its subject without hedges, and whether that is a body of people, a work or a
thing."""

from __future__ import annotations

import re
from enum import Enum

PEOPLE = (
    r"(?:(?:đội ngũ|lực lượng|các|những|tập thể)\s+)*(?:cán bộ|công chức|viên chức|đảng viên|lãnh đạo"
    r"|người đứng đầu|thủ trưởng"
    r"|người dân|nhân dân|quần chúng|hội viên|đoàn viên|doanh nghiệp|cơ quan|đơn vị|địa phương|cấp ủy|chính quyền"
    r"|ủy ban|uỷ ban|ubnd|phòng|ban|sở|ngành|xã|phường|thị trấn|thành viên|tổ viên|bộ phận|công dân"
    r"|chủ tịch|nơi|văn phòng|trung tâm|chi cục|nhà thầu|chủ đầu tư|tỉnh|huyện|giáo viên|bác sĩ|y sĩ|học sinh|hộ"
    r"|người|thanh niên|thanh thiếu niên|đồng bào|hòa giải viên|trưởng ấp|trưởng thôn|trường(?!\s+hợp)|khối|bộ"
    r"|chi bộ|đảng bộ"
    r"|đảng ủy|tổ chức (?:đảng|đoàn|chính trị|hội|cơ sở)|phụ nữ|nông dân)(?!\w)"
)
_PERSON = re.compile(PEOPLE, re.IGNORECASE)
_SINGLE_PEOPLE = (
    r"(?:cán bộ|công chức|viên chức|người|lãnh đạo|nhân dân|đảng viên|hộ|công dân|hội viên|đoàn viên|thủ trưởng"
    r"|bà con|học sinh|giáo viên|bác sĩ|thanh niên|thanh thiếu niên|đồng bào|phụ nữ|nông dân|hòa giải viên)"
)
_WORK = re.compile(
    r"(?:công tác|việc|hoạt động|sự|quá trình|tiến độ|chất lượng|hiệu quả|nội dung|hình thức|năng lực|trình độ|kỹ năng"
    r"|nhận thức|ý thức|vai trò|trách nhiệm|tinh thần|thái độ|tỷ lệ|tỉ lệ|chỉ số|mức độ|kết quả|chế độ|tình hình"
    r"|tình trạng|phong trào|số|nguy cơ|khối lượng)(?!\w)",
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
    r"|kiểm tra|tổ chức(?!\s+(?:đảng|đoàn|chính trị|hội|cơ sở|xã hội|bộ máy))|quản lý|cập nhật|chấp hành"
    r"|theo dõi|nắm bắt|có thái độ|có tinh thần|xác định"
    r"|phát huy|tiếp cận|sử dụng"
    r"|làm việc|thu thập|vận dụng|tuyên truyền|phải|hiểu biết|nhận thức)(?!\w))"
)
_LEADING = re.compile(
    r"^(?:(?:có nơi|có mặt|từng lúc|từng nơi|tuy nhiên|bên cạnh đó|ngoài ra|mặt khác|hiện nay|đồng thời|song"
    r"|trong năm|thời gian qua"
    r"|có lúc|đôi khi|đôi lúc|vẫn còn"
    r"|còn|vẫn|nhất là|đặc biệt là|mặc dù|đây là)(?:,\s*|\s+))+",
    re.IGNORECASE,
)
_SOME_PEOPLE = re.compile(rf"\bmột (?:số ít|số|vài|bộ phận nhỏ|bộ phận|phần)\s+(?={_SINGLE_PEOPLE})", re.IGNORECASE)
_SOME = re.compile(r"\bmột (?:số ít|số|vài|bộ phận)\b", re.IGNORECASE)
_MOMENTS = re.compile(
    r",?\s*(?:(?:ở|tại|trong|vào)\s+)?\bmột (?:số|vài) (?:thời điểm|lúc|giai đoạn"
    r"|mặt)\b(?: trong năm)?|(?<=\s)(?:có nơi|có mặt|có việc|có thời điểm|nhiều nơi)(?=\s)"
    r"|(?<=\S)(?<!\sở)(?<!\stại)(?<!trong)\s+(?:(?:ở|tại|trong)\s+)?một (?:số|vài) (?:nơi|chỗ)\b",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\s+(?:có lúc|có nơi|có mặt|đôi khi|đôi lúc|nhiều khi|từng lúc|đôi chỗ|vẫn|cũng"
    r"|(?<!thực )(?<!phát )(?<!biểu )(?<!thể )(?<!xuất )hiện|(?<!đi )lại|mới chỉ"
    r"|(?<!chứng )(?<!địa )chỉ|thì|nhưng"
    r"|mà|song|và|tuy|vừa|rất|khá|quá|tương đối|ngày càng|phần lớn|đa số|(?:thường xuyên|luôn) (?:biến động|thay đổi)"
    r"|lớn tuổi|thường xuyên|tính chất|diễn biến)$",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"(?:(?:có lúc|có nơi|đôi khi|đôi lúc|vẫn|còn|cũng|hiện|nhưng|song|tuy|mà|và|thì|vừa|phần lớn|đa số)[,\s]*)+",
    re.IGNORECASE,
)
_WEAK_WORK = re.compile(r"^(?:việc|sự)\s+", re.IGNORECASE)
_OTHER_HEADS = re.compile(
    r"(?:các\s+|những\s+)*(?:cơ sở|kinh phí|nguồn|hạ tầng|trang|phần mềm|hệ thống|cơ cấu|quy chế|chính sách|môi trường"
    r"|điều kiện|rác thải|tội phạm|tai nạn|giá|đời sống|thu nhập|biên chế|báo cáo|hồ sơ|tuyên truyền|kiểm tra|giám sát"
    r"|phối hợp|liên kết|sản xuất|hình thức|nội dung|thời gian|quy mô|đường truyền|trụ sở|địa bàn|chức năng"
    r"|nhiệm vụ|quyền hạn|bộ máy|cơ chế|chỉ tiêu|dịch bệnh)(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:Mặt trận|Nhân dân|Zalo|Internet|Trung ương|Chính phủ|Quốc hội|Thủ tướng|Hội đồng nhân dân|Đảng)(?!\w)"
)
_OFFICE = re.compile(
    r"(?:Ban|Sở|Ủy ban|Hội|Phòng|Văn phòng|Công an|Thanh tra|Bộ|Chi cục|Trung tâm|Trường|Quỹ|Thường trực"
    r"|Chủ tịch|Tòa án|Tổ"
    r"|Khối|Công ty|Bộ phận|Cổng)\s(?:\w+\s)?(?=[A-ZĐÀ-Ỹ])|(?:Huyện|Tỉnh|Thành|Đảng|Thị) ủy(?!\w)"
)
_DOING = re.compile(
    r"^(?P<n>.{4,}?)\s+(?P<v>ban hành|ghi chép|triển khai|thực hiện|giải quyết|xử lý|cập nhật|cung cấp|phân bổ|công bố"
    r"|niêm yết|vận hành|lưu trữ|thu gom|sửa chữa|nâng cấp|hướng dẫn|trả lời|chi trả|bàn giao|thi công|đầu tư"
    r"|chuẩn bị|lập|gửi|soạn thảo)$",
    re.IGNORECASE,
)
_RUNS = re.compile(r"^(?P<n>.{4,}?)\s+(?:hoạt động|vận hành)$", re.IGNORECASE)


class Subject(Enum):
    """What a subject is."""

    PEOPLE = "people"
    WORK = "work"
    HANDLED = "handled"
    THING = "thing"
    NONE = "none"


def lower_first(text: str) -> str:
    """The text with a small first letter, but for abbreviations, names, offices ("TTHC", "Nhân dân", "Sở Nội vụ")."""
    first = text.split(" ", 1)[0].rstrip(",;:")
    if not text or (len(first) > 1 and first.isupper()) or _NAMED.match(text) or _OFFICE.match(text):
        return text
    return text[0].lower() + text[1:]


def upper_first(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def without_hedges(text: str) -> str:
    """A sentence without the words that make it smaller: "một số", "một số ít", "có nơi", "ở một số thời điểm"."""
    text = _MOMENTS.sub("", text)
    text = re.sub(r"\bmột bộ phận(?: nhỏ)?\s+", "", _SOME_PEOPLE.sub("", text), flags=re.IGNORECASE)
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
    while (shorter := _HEDGES.sub("", text.strip(" ,"))) != text:
        text = shorter
    text = re.sub(r"(?:^|\s+)(?:đạt|là|đã|được|(?<!thiết )(?<!chuẩn )bị|để|vẫn còn|còn)$", "", without_hedges(text))
    text = re.sub(r"^nhiều (?=\w)", "các ", text, flags=re.IGNORECASE)
    return lower_first(text.strip(" ,"))


def kind(subject: str) -> Subject:
    """What a subject is, by its head."""
    if not subject:
        return Subject.NONE
    if _WORK.match(subject) and not re.match(r"số (?:hồ sơ|đơn|vụ|kiến nghị|nhiệm vụ)", subject):
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


def opens_subject(text: str) -> bool:
    """Whether a stretch of a sentence begins as a subject does: with people, a work, or a thing reports speak of."""
    plain = plain_subject(text)
    return kind(plain) in (Subject.PEOPLE, Subject.WORK, Subject.HANDLED) or bool(_OTHER_HEADS.match(plain))


def done_to(subject: str) -> tuple[str, str]:
    """A thing and what is done to it: "văn bản của cấp trên ban hành" gives "ban hành", the thing; else "", it."""
    found = _DOING.match(subject) if not _WORK.match(subject) else None
    return (found["v"], found["n"]) if found else ("", subject)


def running(subject: str) -> str:
    """ "hợp tác xã hoạt động" gives "hoạt động của hợp tác xã", whose result can be bettered; else "" """
    found = _RUNS.match(subject) if not _WORK.match(subject) else None
    return f"hoạt động của {found['n']}" if found else ""

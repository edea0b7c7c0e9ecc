"""Scopes: whose figure it is. A level ("cấp xã"), a named office, or a kind of petition; "" for the report's own."""

from __future__ import annotations

import re

LONGEST = 70
_LEVEL = re.compile(r"(?<!\w)cấp (tỉnh|huyện|xã|trung ương|sở|cơ sở|thôn|ấp)(?!\w)", re.IGNORECASE)
_SEVERAL = re.compile(r"(?<!\w)cấp \w+\s*(?:,|và|đến|-|–)\s*(?:cấp\s+)?(?:xã|huyện|tỉnh|sở|cơ sở)(?!\w)", re.IGNORECASE)
_TOPIC = re.compile(
    r"^(?:đối với|riêng)\s+(?:các\s+)?(?P<who>(?:cơ quan|đơn vị|UBND|sở|xã|phường|huyện|tỉnh|ngành|khối|đoàn thể"
    r"|doanh nghiệp|tổ chức|cá nhân"
    r"|tập thể|hộ|dịch vụ|thủ tục|lĩnh vực|đối tượng|địa phương|cán bộ|công chức|viên chức|người)(?!\w)[^,:;]{0,75})",
    re.IGNORECASE,
)
_PETITION = re.compile(
    r"^(?:(?:về|đối với|số|tổng số)\s+)?(?P<kind>đơn\s+(?:thư\s+)?(?:(?:khiếu nại|tố cáo|phản ánh|kiến nghị|đề nghị"
    r"|tranh chấp)"
    r"(?:\s*(?:,|và)\s*)?)+)",
    re.IGNORECASE,
)
_UPPER = "A-ZĐƯƠÂÊÔĂÁÀẢÃẠÉÈÍÓÒÚÝỦỦỨỶ"
_VERBS = (
    r"(?:đã|đang|được|trực tiếp|tiếp(?! công dân| dân)|có|là|đạt|tổ chức|ban hành|thực hiện|giải quyết|nhận|phối hợp"
    r"|tiếp tục"
    r"|xây dựng|thành lập|công nhận|duy trì|chủ động|triển khai|báo cáo|xử lý|hoàn thành|tiếp nhận|chỉ đạo|phát sinh"
    r"|cử|đăng|trả lời|phát hành|kiểm tra|giám sát|mở|hỗ trợ|phê duyệt|cấp"
    r"|chủ trì|tham mưu|đề nghị|yêu cầu|thẩm định|vận động|phát động|xếp|còn|thu|chi|đề xuất|cập nhật|rà soát|số hóa"
    r"|công bố|bố trí"
    r"|tăng|giảm|tặng|tiếp|không|chưa|sẽ|cũng|luôn)"
)
_LEVEL_PLACE = re.compile(
    r"^(?:(?:đối với|ở|tại|của|riêng|về)\s+)?(?:(?:khối|tuyến)\s+)?(?:các\s+)?"
    # "Hồ sơ cấp xã tiếp nhận 28.940": what came in stands before where
    rf"(?:(?:hồ sơ(?: thủ tục hành chính| TTHC)?|đơn(?: thư)?|thủ tục hành chính|TTHC)\s+"
    rf"(?=cấp \w+\s*(?::|\s{_VERBS}(?!\w))))?"
    r"cấp (tỉnh|huyện|xã|trung ương|sở)(?!\w)"
    r"(?!\s*(?:,|và|đến)\s*(?:cấp|huyện|xã|tỉnh))",
    re.IGNORECASE,
)
# People of an office stand for it where they are told apart from one another; an office of its own name always does.
_PEOPLE = re.compile(
    rf"(?P<who>(?:(?:[Pp]hó )?[Cc]hủ tịch|[Tt]hủ trưởng|[Ll]ãnh đạo|[Bb]í thư|[Cc]ông chức|[Cc]án bộ"
    rf"|[Tt]rưởng [Bb]an|[Gg]iám đốc"
    rf"|[Nn]gười đứng đầu|[Tt]hường trực)(?!\w)(?: tiếp công dân)?[^:;\d]*?)(?=\s*:|\s+(?!cấp (?:tỉnh|huyện"
    rf"|xã)){_VERBS}(?!\w)|\s*$)"
)
_LEVELS = r"(?:tỉnh|huyện|xã|phường|thị trấn|thành phố|thị xã|quận|đặc khu)"
_PROPER = rf"[{_UPPER}]\w*(?: (?!{_VERBS}(?!\w))[a-zà-ỹđ]\w*)?"
_NAME = rf"{_PROPER}(?:(?: - |, | và | ){_PROPER}){{0,7}}"
_OFFICE = re.compile(
    rf"(?P<who>(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Công an|Thanh tra|Bưu điện|Tòa án"
    rf"|Viện kiểm sát|Văn phòng"
    rf"|Mặt trận|Đoàn thanh niên) (?:các )?(?:cấp )?{_LEVELS}(?!\w)(?:(?:,| và) {_LEVELS}(?!\w))*(?: [{_UPPER}]\w*)*"
    rf"|(?:Sở|Phòng|Cục|Chi cục|Chi nhánh|Văn phòng|Trung tâm|Ban|Ngành|Hội|Tòa án|Viện|Thanh tra|Bưu điện"
    rf"|UBND) {_NAME}"
    rf"(?:(?: (?!{_VERBS}(?!\w))[a-zà-ỹđ]\w*){{0,3}}? {_LEVELS})?"
    rf"|[Nn]gành {_NAME}|(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Tt]hành phố"
    rf"|[Hh]uyện) [{_UPPER}]\w*(?: [{_UPPER}]\w*)*(?: \d{{1,2}}(?![\d.,%/]))?"
    rf"|(?:[Cc]ác )?[Ss]ở, (?:ban, )?ngành|[Cc]ác (?:xã|phường|huyện|đơn vị)(?:, (?:phường|thị trấn"
    rf"|đặc khu))* (?:còn lại|khác))(?!\w)"
    rf"(?=\s*(?:$|[:;(\d])|\s+{_VERBS}(?!\w))"
)
_DOES = re.compile(rf"\s+{_VERBS}(?!\w)")
_KIND = re.compile(
    r"(?:khiếu nại|tố cáo|tranh chấp|(?:kiến nghị|phản ánh)(?:(?:,| và) (?:kiến nghị|phản ánh))?)$", re.IGNORECASE
)


_HOME = re.compile(rf"(?:[Hh]uyện|[Tt]ỉnh|[Xx]ã)\s+(?:[{_UPPER}]\w*\s+)*{_VERBS}(?!\w)")


def level_in(words: str) -> str:
    """The one level of government that some words name ("cấp xã"); "" for none or several."""
    if _SEVERAL.search(words):
        return ""
    found = {m[1].lower() for m in _LEVEL.finditer(words)}
    return f"cấp {found.pop()}" if len(found) == 1 else ""


def is_kind(scope: str) -> bool:
    """Whether a scope is a kind of petition."""
    return _KIND.match(scope) is not None


def named_office(words: str) -> str:
    """The office whose name opens some words ("UBND xã Tân Lộc"), "" where none does."""
    m = _OFFICE.match(words)
    return m["who"].strip(" ,") if m is not None and len(m["who"]) <= LONGEST else ""


def leading_scope(words: str, own: str, *, part: bool = False, listed: bool = False) -> str:
    """The scope that opens a clause: "Cấp xã tiếp nhận", "Đơn tố cáo: …", "Chủ tịch UBND tiếp"; "" where none does.

    `own` is the report's issuer: an office that is the issuer itself gives "", unless it is told apart as a `part`.
    People of an office count where they are `listed` beside others.
    """
    if _KIND.match(words):
        return words.lower()
    if words.lower().startswith(("huyện", "tỉnh", "xã")) and is_own(named_office(words), own):
        return ""
    level = _LEVEL_PLACE.match(words)
    if level is not None:
        return f"cấp {level[1].lower()}"
    kind = _PETITION.match(words)
    if kind is not None:
        said = " ".join(kind["kind"].strip(" ,").split()).lower()
        said = re.sub(r"\s+và$", "", said)
        # all kinds together are no kind
        return "" if "khiếu nại" in said and "tố cáo" in said else said
    for office in (_OFFICE.match(words), _PEOPLE.match(words) if part or listed else None):
        if office is not None:
            who = office["who"].strip(" ,")
            return "" if len(who) > LONGEST or (not part and is_own(who, own)) else who
    topic = _TOPIC.match(words)
    if topic is not None:
        return level_in(words) or topic["who"].strip()
    return ""


def names_office(words: str) -> bool:
    """Whether an office is the subject that opens some words: "Công an tỉnh đã ban hành"."""
    office = _OFFICE.match(words)
    return _HOME.match(words) is not None or (office is not None and _DOES.match(words, office.end()) is not None)


def is_own(who: str, own: str) -> bool:
    """Whether `who` is the report's issuer or its place: "UBND huyện" for "Ủy ban nhân dân huyện Tân Lộc"."""
    short, full = _short(who), _short(own)
    return bool(short) and (short in full or full in short or short in {"toàn tỉnh", "toàn huyện", "toàn xã"})


def _short(name: str) -> str:
    return re.sub(r"[uủ][yỷ] ban nhân dân", "ubnd", " ".join(name.lower().split())) or "?"

"""Units: the noun that a number counts, read right behind it, or taken from the words before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Nouns of which several stand in a row and are counted together ("13 xã, thị trấn"), by kind.
_KINDS = (
    "cán bộ|công chức|viên chức|người lao động|người dân|nhân dân|đoàn viên|hội viên|đảng viên|học sinh|sinh viên"
    "|giáo viên"
    "|doanh nghiệp|hợp tác xã|tổ chức|cá nhân|công dân|tập thể|quần chúng|chiến sĩ|chiến sỹ|phụ huynh|lao động"
    "|đại biểu",
    "khám bệnh|chữa bệnh|khám|chữa",
    "xã|phường|thị trấn|đặc khu|huyện|thành phố|thị xã|quận|tỉnh|thôn|ấp|khóm|buôn|bản|bon|khu phố|tổ dân phố"
    "|khu dân cư",
    "cơ quan|đơn vị|sở|ban|ngành|phòng|địa phương|đoàn thể|hội",
    "mô hình|sáng kiến|giải pháp|cách làm|đề án|dự án|công trình|phần việc|đề tài",
    "tin|bài|ảnh|phóng sự|tin bài",
    "phản ánh|kiến nghị|khiếu nại|tố cáo|ý kiến|đề xuất",
    "kế hoạch|quyết định|chỉ thị|công văn|báo cáo|nghị quyết|hướng dẫn|văn bản|chương trình|thông báo|tờ trình",
)
# Longer than two syllables, or two that would otherwise be cut after the first.
_NOUNS = (
    "lượt người|lượt hồ sơ|lượt hộ|lượt khách|lượt giao dịch|lượt|vụ việc|vụ án|vụ|đơn thư|đơn|hồ sơ"
    "|người có công|người|hộ|trường hợp|thủ tục hành chính|thủ tục"
    "|TTHC|dịch vụ công|dịch vụ|nhiệm vụ|chỉ tiêu|tiêu chí|tiêu chuẩn|mục tiêu|nội dung|nhóm|văn bản"
    "|tài khoản|giao dịch|giấy chứng nhận|giấy phép|thửa đất|điểm phần trăm|điểm cầu|điểm|hạng|bậc|cuộc|buổi|lớp|đợt"
    "|lần"
    "|đoàn|hội nghị|hội thảo|đồng chí|tổ|đội|câu lạc bộ|trung tâm|chi bộ|cử tri"
    "|bài viết|bài|tờ rơi|tờ khai|tờ|cuốn|bộ|bản|cái|chiếc|con|cây|căn nhà|căn|ngôi nhà|suất quà|suất|phần quà|phần"
    "|phiếu|hộp|thùng|quyển|tấm|chai|túi|liều|cuộn|gói"
    "|ngày làm việc|ngày công|ngày|giờ làm việc|giờ|tiếng|phút|tháng|năm|tuần|quý|ha|km²|km2|km|m²|m2|m³|m3|kg|tấn"
    "|tạ|lít|kWh|MW|GB|TB"
    "|hệ thống thông tin|hệ thống|phần mềm|cơ sở dữ liệu|cơ sở|máy tính|máy trưởng|máy|thiết bị|trạm y tế|trạm"
    "|trường học"
    "|trường|lĩnh vực|vị trí|biên chế|chức danh|thành viên|tuyên truyền viên|hòa giải viên|hoà giải viên|báo cáo viên"
    "|trẻ em|trẻ|bệnh nhân|đối tượng|phương tiện|tàu cá|tàu|xe|loại giấy tờ|loại|ý|câu hỏi|câu|hoạt động|phong trào"
    "|ngày công|thư|cổng|đài|chủ tàu|thuyền trưởng|thuyền viên|cuộc thi|sao|sản phẩm|gói thầu|tuyến đường|tuyến|cầu"
    "|thông tin|thẻ|gam|mg|giải nhất|giải nhì|giải ba|giải khuyến khích|giải|nhân viên|em|cháu|biên bản|băng rôn|pano"
    "|độ C|‰|USD|khẩu|nhân khẩu|hộ dân|UBND cấp xã|UBND cấp huyện|UBND xã|UBND huyện"
)
_ALL = "|".join(sorted({*_NOUNS.split("|"), *"|".join(_KINDS).split("|")}, key=len, reverse=True))
_KNOWN = re.compile(rf"\s?({_ALL})(?!\w)", re.IGNORECASE)
_RATE = re.compile(
    r"(?:\s?/\s?(?:(?:lần|lượt|người|hộ|xã|đơn vị|ha|m2|m²|km2|km²|kg|học sinh|trường hợp|buổi|đồng chí|cuộc|con|vụ"
    r"|(?:\d{1,2}\s)?(?:ngày|tuần|tháng|quý|năm))(?!\w)))+"
)
_MORE = tuple(
    re.compile(rf"(?:\s?,\s?(?:và\s)?|\s+và\s+|\s?/\s?|\s-\s)({kind})(?!\w)(?!\s+\d)", re.IGNORECASE) for kind in _KINDS
)
# People and places are counted together; of other nouns in a row the first is the unit.
_COUNTED_TOGETHER = frozenset({0, 2, 3, 5})
_BEFORE = tuple(
    re.compile(rf"(?<!\w)(?:{kind})(?:\s+(?:huyện|tỉnh|xã|chuyên môn))?$", re.IGNORECASE) for kind in _KINDS
)
_BEHIND = tuple(re.compile(rf"\s*(?:các\s+)?(?:{kind})(?!\w)", re.IGNORECASE) for kind in _KINDS)
_OF_KIND = tuple(re.compile(rf"(?:{kind})", re.IGNORECASE) for kind in _KINDS)
_WORD = re.compile(r"\s+([^\W\d_]+)")
_NUMBER_OF = re.compile(r"(?:tổng\s+)?số(?:\s+lượng)?(?=\s)", re.IGNORECASE)
_SOME_OF = re.compile(r"\s(?:tổng\s)?số(?=\s)", re.IGNORECASE)
# What follows a number without being counted by it.
_STOP = frozenset(
    re.findall(
        r"\S+",
        "và với trong đạt tăng giảm so chiếm được là của cho tại theo đã đang sẽ có về trên dưới đến từ do để "
        "cùng qua bằng ở gồm còn nhưng hoặc hay thì mà khi nếu lên xuống trước sau này đó đúng quá vượt hoàn "
        "thực như nhằm vào ra bị chưa không cả các những một nên tương trở cao thấp xếp đứng hơn tuy ngoài "
        "bên đồng riêng cụ phục tiếp bao thuộc giữa tức nay vẫn đều phải cần nhất mới cũ lại bình xử giải "
        "tổng đưa thông phát đăng ",
    )
)
_COUNTED_IN_LABEL = re.compile(
    r"(?<!\w)(đơn thư|đơn(?! vị| giản| giá)|hồ sơ|vụ việc|vụ(?! việc)|lượt người|lượt|trường hợp|cuộc|văn bản"
    r"|thủ tục hành chính"
    r"|TTHC|người|tài khoản|giao dịch|mô hình|hộ|điểm|lần|nhiệm vụ|chỉ tiêu|tiêu chí|thửa đất|kinh phí|doanh nghiệp"
    r"|cán bộ|hội viên|đoàn viên|đảng viên|biên chế|tổ(?! chức)|lớp|buổi|học sinh|dịch vụ công)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed, and where it ends in the text; `text` "" where no noun follows."""

    text: str
    end: int


def unit_after(text: str, at: int) -> Unit:
    """The unit that begins at `at`, right behind a number: a known noun, or the first noun by the look of it."""
    some = _SOME_OF.match(text, at)
    if some is not None and _KNOWN.match(text, some.end()):
        at = some.end()
    known = _KNOWN.match(text, at)
    if known is not None:
        end = _with_more(text, known.end(), known[1])
        rate = _RATE.match(text, end)
        end = rate.end() if rate else end
        return Unit(" ".join(text[at:end].split()), end)
    first = _WORD.match(text, at)
    if first is None or first[1].lower() in _STOP or (first[1][0].isupper() and len(first[1]) < 3):
        return Unit("", at)
    end = first.end()
    second = _WORD.match(text, end)
    if second is not None and second[1].lower() not in _STOP and second[1][0].islower():
        end = second.end()
    rate = _RATE.match(text, end)
    end = rate.end() if rate else end
    return Unit(" ".join(text[at:end].split()), end)


def rate_after(text: str, at: int) -> int:
    """Where a rate that begins at `at` ends ("/người/năm"), `at` itself where none does."""
    rate = _RATE.match(text, at)
    return rate.end() if rate else at


_EVENT = re.compile(r"(?:lượt|lần|cuộc|buổi|đợt|kỳ|ngày|giờ|tháng)(?!\w)", re.IGNORECASE)
_PERSON = re.compile(
    rf"(?:lượt )?(?:người|{_KINDS[0]}|đồng chí|nhân viên|em|cháu|hội viên|nhân khẩu)(?!\w)", re.IGNORECASE
)
_MONEY = re.compile(r".*đồng", re.IGNORECASE)


def counted_alike(a: str, b: str) -> bool:
    """Whether figures of two units can be parts and whole: people and cases, events and offices, money are none."""
    if not a or not b or a == b:
        return True
    return all((kind.match(a) is None) == (kind.match(b) is None) for kind in (_EVENT, _PERSON, _MONEY))


def unit_named(label: str) -> str:
    """The noun that a heading says it counts: "Số xã có nhà văn hóa" counts "xã"; "" where it names none."""
    m = _NUMBER_OF.match(label)
    known = _KNOWN.match(label, m.end()) if m else None
    return str(known[1]).lower() if known else ""


def _with_more(text: str, end: int, noun: str) -> int:
    for kind, (of_kind, more) in enumerate(zip(_OF_KIND, _MORE, strict=True)):
        if kind in _COUNTED_TOGETHER and of_kind.fullmatch(noun):
            while (m := more.match(text, end)) is not None:
                end = m.end()
            return end
    return end


def joins_nouns(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` (a comma, "và") joins two nouns of a kind: "xã, thị trấn"."""
    before = text[max(0, start - 28) : start]
    return any(behind.match(text, end) and ahead.search(before) for ahead, behind in zip(_BEFORE, _BEHIND, strict=True))


def names_unit(words: str) -> bool:
    """Whether words begin with a noun that is counted."""
    return _KNOWN.match(words) is not None


def unit_in(label: str, *, last: bool = False) -> str:
    """The unit that the words before a number name: "Số đơn thư tồn đọng" counts "đơn thư"; "" where none does."""
    if "kinh phí" in label.lower():
        return ""
    found = _COUNTED_IN_LABEL.findall(label)
    if not found:
        return ""
    unit = str(found[-1] if last else found[0])
    return unit if unit in {"TTHC"} else unit.lower()

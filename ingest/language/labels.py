"""Digits that name instead of count: document numbers, dates, list numbers, codes, names of models and places."""

from __future__ import annotations

import re

from ingest.language.periods import periods

BLANK = "\x00"

_UPPER = r"A-ZĐƯƠÂÊÔĂÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
_COUNTED = (
    r"(?:cuộc|văn bản|lượt|người|đơn|hồ sơ|vụ|mô hình|nội dung|nhiệm vụ|trường hợp|thủ tục|lớp|hội nghị|buổi|ngày|năm"
    r"|tháng|lần|hộ|xã|huyện|tỉnh|cơ quan|đơn vị|địa phương|tổ|đội|tiêu chí|đồng|triệu|tỷ|điểm|km|ha|kg|tấn|cái|bộ|%)"
)
_END = rf"(?![\d.,/]*\d|\s*%|\s+{_COUNTED})"

# Told apart by capitals.
_CASED = re.compile(
    "|".join(
        (
            # state, Party and legislature numbers: 411/KH-UBND, 61-KH/HU, 66.7/2025/NQ-CP, 45/2019/QH14
            rf"\d[\d.]{{0,12}}[a-zA-Z]?(?:\s?/\s?\d{{4}})?\s?/\s?[{_UPPER}][\wđ&.]*(?:\s?[-–—/]\s?[{_UPPER}][\w&.]*)+",
            rf"\d[\d.]{{0,12}}[a-zA-Z]?(?:/\d{{4}})?/[{_UPPER}][\w&]*",
            rf"\d[\d.]{{0,12}}[a-zA-Z]?\s?[-–—]\s?[{_UPPER}]\w*\s?/\s?[{_UPPER}][\w&.]*(?:[-–—][{_UPPER}][\w&]*)*",
            rf"(?:Nghị quyết|Nghị định|Thông tư|Chỉ thị|Quyết định|Kết luận|Công điện|Công văn|Luật|Đề án|Quy định"
            rf"|Dự án|Tiểu dự án)(?: {_COUNTED})?\s+\d{{1,5}}{_END}",
            # places told apart by a number behind their name: xã Tân Bình 2, phường An Phú 3
            rf"(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Tt]hôn|[Ấấ]p|[Kk]hóm|[Bb]ản|[Bb]uôn|[Kk]hu phố)"
            rf"(?: [{_UPPER}]\w*){{1,4}} \d{{1,2}}{_END}",
            # editions: "bộ chỉ số 3.0", "phần mềm 3.0"
            rf"(?<=[\wà-ỹđ] )\d\.0(?=\s*(?:[(),;.]|$|[a-zà-ỹđ]))(?!\s*{_COUNTED})",
            # roads by their number: ĐT.857, QL.1A, QL 30
            rf"(?<!\w)(?:(?:Đ[THXĐ]|[QTH]L|CT)\.\s?|QL\s)\d{{1,4}}[A-Z]?(?!\w){_END}",
            # codes: C06, PA05, 5G, QH14
            rf"[A-Za-z{_UPPER}đ]{{1,20}}[-–]?\d[\w.]{{0,30}}",
            r"ISO\s[\d:]+",
            r"\d{1,9}(?:G|K|D)\b",
            rf"\d{{1,9}}[{_UPPER}]{{1,3}}\d{{0,9}}\b",
        )
    )
)
# Told apart by words; looked for in lower case.
_ANY_CASE = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        (
            r"https?://\S+|www\.\S+|[\w.-]{1,64}@[\w.-]{1,255}|[a-z][\w-]{0,63}(?:\.[\w-]{1,63}){0,6}\.(?:vn|com|net|org)\b\S*",
            r"(?:nghị quyết|nghị định|thông tư(?: liên tịch)?|chỉ thị|quyết định|kết luận|công điện|công văn|bộ luật"
            r"|luật|đề án"
            r"|pháp lệnh|quy định|hướng dẫn|chương trình|thông báo|kế hoạch|báo cáo|tờ trình|dự án|biên bản|thông tri)"
            r"(?:\s\w+)?\s+số\s*:?\s*\d[\d./]{0,30}",
            r"(?:đề án|ban chỉ đạo|tổ công tác|tổ giúp việc|bộ chỉ số|đội|tổ đề án)\s+\d{1,6}(?![\d.,/]*\d|\s?%)",
            # a date with a slip in its year: 09/3/202, 3/4/20225
            r"ngày\s+\d{1,2}/\d{1,2}/\d{1,5}(?!\d)",
            # days without a year, clock times, holidays
            r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?!\d)",
            r"ngày\s+\d{1,2}(?:\s?[-–,]\s?\d{1,2})*\s?/\s?\d{1,2}(?![\d/])",
            r"ngày\s+\d{1,2}(?:\s?(?:-|–|,|và|đến(?: ngày)?)\s?\d{1,2})*(?=\s*(?:tháng|hàng tháng|hằng tháng))",
            r"(?:ngày|dịp|lễ|tết|kỷ niệm|quốc tế|quốc khánh|giải phóng|phụ nữ"
            r"|nhà giáo)\b[^\d;.:%]{0,45}?\d{1,2}/\d{1,2}"
            rf"(?:\s*(?:,|và|-|–|đến)\s*\d{{1,2}}/\d{{1,2}})*(?![\d/]|\s*%|\s+{_COUNTED})",
            r"tháng\s+\d{1,2}(?:\s*(?:,|và|-|–|đến)\s*(?:tháng\s+)?\d{1,2})*(?:\s*/\s*\d{4})?(?![\d./]*\d|\s*%)",
            r"\d{1,2}(?:h\d{0,2}|\s*giờ(?:\s*\d{1,2}(?:\s*phút)?)?)(?=\W*(?:ngày|sáng|chiều|đến|-|–|đêm|$))",
            r"24/(?:24|7)(?:h|\s?giờ)?\b",
            # places in a text and in a law
            r"\(\d{1,2}\)(?=\s|$)",
            r"(?:khoản|điều|điểm(?=\s+[a-zđ]\s)|chương|mục|phần|phụ lục|trang|tiết|mẫu|biểu|bảng|hình|phiếu"
            r"|chú thích)\s+"
            r"(?:số\s+)?(?:[a-zđ]\s+)?\d+(?:[.,]\d+)*[a-zđ]?(?:\s*(?:,|và|-|–)\s*\d+(?=[\s,;.)]))*(?!\s*(?:%|điểm\b)"
            r"|[\d.]*\d)",
            r"(?:mức(?: độ)?|cấp độ|vòng|lần thứ|khóa|khoá|lớp|loại|bậc|nhóm|tiêu chí|kỳ họp(?: thứ)?"
            r"|phiên(?: họp)?(?: thứ)?"
            r"|thế hệ|phiên bản|version|covid|quốc lộ|tỉnh lộ|hương lộ|đường|kênh|tuyến|ấp|khóm|thôn|tổ dân phố"
            r"|khu phố|tổ"
            r"|phường|quận|trường|lô|gói thầu|khu vực|giai đoạn|đợt|quý|quí)\s+(?:số\s+|thứ\s+)?\d+[a-zđ]?"
            rf"(?:\s*[-–,/]\s*(?:mức(?: độ)?\s+)?\d+)*{_END}",
            r"(?<!đứng )(?<!xếp )(?<!hạng )(?<!trí )thứ\s+\d{1,2}(?!\d|/\d)",
            r"(?:ban|biểu|bản đồ|nhà|phòng|đường|tổ|ấp|khóm|thôn|đội|tiêu chí|công trình|hợp đồng|thửa(?: đất)?|kênh"
            r"|cống|trạm"
            r"|mã số|mã|tài khoản|tài liệu|phiếu|hồ sơ)\s+số\s*:?\s+\d[\d.\-/]*",
            # codes, telephone numbers, network addresses, version numbers
            rf"(?:tổng đài|đầu số|đường dây nóng|hotline)\s+(?:số\s+)?\d{{3,5}}{_END}",
            r"\d\.\d{6}(?:\.\S+)?|(?:điện thoại|đt|sđt|fax|hotline|đường dây nóng)\s*:?\s*[\d. ()+\-]{6,}\d",
            r"(?<![\d.])(?:0|\+84)\d{2,3}[. ]?\d{3}[. ]?\d{3,4}\b|1[89]00[. ]?\d{2,4}[. ]?\d{0,4}\b",
            r"\d{9,}(?![\d.,])|\d{1,2}(?:\.\d{1,2}){2,8}(?![\d.])",
            r"(?!\d{1,3}(?:\.\d{3}){3}(?!\d))\d{1,3}(?:\.\d{1,3}){3}(?![\d.])",
            r"\d+\s?[*×]\s?\d+(?:[,.]\d+)?(?:\s?/\s?\d+)?",
            # models and mottoes
            r"\d{1,2}\s+trong\s+0?1(?![\d./]*\d|\s+(?:tháng|năm|ngày|quý|tuần))|\d{1,2}\s+tại chỗ",
            # ages, which describe who is counted
            r"(?<![\d,.])(?<!bình quân )(?<!trung bình )(?<!thọ )(?<!là )(?<!đạt )"
            r"\d{1,3}(?:\s*(?:-|–|đến|đến dưới)\s*\d{1,3})?\s+tuổi",
            r"\d\s+sao",
            r"(?:dưới|trên|từ|đủ|đến)\s+(?:từ\s+|đủ\s+|dưới\s+)?\d{1,3}(?:\s*(?:-|–|đến dưới|đến)\s*\d{1,3})?\s+tuổi",
        )
    )
    + r")|“[^”“\d]{0,80}\d[^”“]{0,80}”|\"[^\"\d]{0,80}\d[^\"]{0,80}\"|‘[^’‘\d]{0,80}\d[^’‘]{0,80}’|\)\s?/\d+"
)
NAME = 40  # characters in which a place is named
_NAMED = re.compile(
    rf"(?<!\w)(?:[Xx]ã|[Pp]hường|[Tt]hôn|[Ấấ]p|[Bb]ản|[Kk]hóm|[Đđ]ặc khu|[Tt]hị trấn|[Hh]uyện|[Tt]hị xã)\s+"
    rf"(?:[{_UPPER}]\w*\s+){{1,3}}$"
)
_HEAD = re.compile(r"\s*(?:[-+*•–]\s*)?(?:\d{1,2}(?:\.\d{1,2})*[.)]|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2}){1,3})(?=\s)")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_DIGIT = re.compile(r"\d")


def without_labels(text: str, counted: re.Pattern[str] | None = None) -> str:
    """The text with every digit that counts nothing struck out by NUL; of the same length.

    `counted` matches behind a bare year-like number that counts after all ("2023 hồ sơ").
    """
    if _DIGIT.search(text) is None:
        return text
    out = list(text)
    head = _HEAD.match(text)
    if head is not None:
        _strike(out, head.start(), head.end())
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for pattern, searched in ((_CASED, text), (_ANY_CASE, lower)):
        for m in pattern.finditer(searched):
            if text[m.start()].isupper() and _NAMED.search(text, max(0, m.start() - NAME), m.start()):
                continue  # "xã Tân Mục 05 lớp": the end of a name, and no place in a text
            _strike(out, m.start(), m.end())
    for p in periods(text, "2999"):
        if counted is not None and _YEAR.fullmatch(text, p.start, p.end) and counted.match(text, p.end):
            continue
        _strike(out, p.start, p.end)
    return "".join(out)


def _strike(out: list[str], start: int, end: int) -> None:
    for i in range(start, end):
        if out[i].isdigit():
            out[i] = BLANK

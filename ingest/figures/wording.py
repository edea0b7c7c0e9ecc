"""Wording: how the words of a clause are told apart, and how an indicator is put together from them."""

from __future__ import annotations

import re

from ingest.figures.units import joins_nouns

WEAK = re.compile(
    r"^(?:đã|đang|chưa|còn|được|bị|làm(?= chết| bị thương| thiệt hại| hư)|gây|xảy ra|kỳ trước"
    r"|(?:kỳ|năm|quý|tháng)\s+(?:trước|\d{4})\s+(?:chuyển|mang)"
    r"|(?:đầu|cuối|giữa) (?:năm|kỳ)|sẽ|không|có|tăng|giảm|vượt|đạt|chiếm|xếp|là|với|tương ứng|trở lên|trước|đúng|quá"
    r"|trong hạn|chờ|tồn"
    r"|phát sinh|tổng cộng|cộng|giải quyết|xử lý|tiếp nhận|nhận|trả|đưa ra|hoàn thành|thực hiện|tỷ lệ(?:\s+đạt)?$"
    r"|thành công"
    r"|hòa giải thành|hoà giải thành|hòa giải không|mới$|cao hơn|thấp hơn|sửa đổi|bổ sung|bãi bỏ|từ chối|rút|chuyển"
    r"|trực tiếp"
    r"|bằng|cấp (?:tỉnh|huyện|xã)(?: (?:đạt|là|có|tiếp nhận|giải quyết))?$|tiếp tục|thu hút|tham gia"
    r"|tổ chức(?= thành|$)|khoảng|hơn)(?!\w)",
    re.IGNORECASE,
)
HEADED = re.compile(r"^(?:tổng|số|số lượng|tỷ lệ|tỉ lệ|chỉ số|mức|điểm số|kinh phí|kết quả)(?!\w)", re.IGNORECASE)
TRAILING = re.compile(
    r"(?:(?:^|\s+)(?:bao gồm|tương ứng|tương đương|là|đạt|được|có|với|gồm|khoảng|hơn|trên|gần|tối thiểu|ít nhất"
    r"|không quá|dưới|từ|đến|bằng|chiếm|tỷ lệ|tỉ lệ|còn|như sau"
    r"|đạt từ|số lượng|cho|về|tổng số|trong|tại|của|đã|đã được|qua|sau"
    r"|(?<!thực )(?<!thể )(?<!phát )(?<!xuất )(?<!biểu )hiện|lên|xuống))+$",
    re.IGNORECASE,
)
PREDICATE = re.compile(
    r"\s(?:đã|đang|sẽ|được|có|là|xảy ra|làm(?= chết| bị thương| thiệt)"
    r"|đạt|còn|nhận|tiếp nhận|tiếp(?! công dân| dân)|tiếp tục"
    r"|tổ chức (?=thành|được|tuyên|các)|ban hành|phát sinh"
    r"|giải quyết(?= xong|\s*$)|hoàn thành|thực hiện tốt|công bố|xây dựng được|vận động|thành lập|trực tiếp|xếp|tăng"
    r"|giảm|trực tuyến đạt)(?=\s|$)",
    re.IGNORECASE,
)
SET_AGAINST = re.compile(r"So với[^,]*, ")  # a sentence that sets what the one before counted against another time
COMPARISON_TAIL = re.compile(r"\s*(?:so\s+(?:với\s+)?|tăng|giảm|cùng kỳ).*$", re.IGNORECASE | re.DOTALL)
PARTS = re.compile(r"\W*(?:trong đó|gồm|bao gồm)(?!\w)", re.IGNORECASE)
OPENING = re.compile(r"(?:qua|theo|trên cơ sở|nhờ|bên cạnh|để|sau khi|nhằm)\s[^,;:()]{4,90},\s+(?=\w)", re.IGNORECASE)
PLACE = re.compile(
    r"(?:^|(?<=,\s))(?:trên\s+(?:phạm vi\s+)?(?:địa bàn\s+)?(?:toàn\s+)?|toàn\s+)(?:tỉnh|huyện|xã|thành phố"
    r"|thị xã)(?:\s+(?-i:[A-ZĐ])\w+){0,4},?\s+",
    re.IGNORECASE,
)
OUT_OF = re.compile(r"(?:trong|trên)\s+tổng\s+số\W*$", re.IGNORECASE)
ATTENDED = re.compile(
    r"\W*(?:đã\s+)?(?:có|với|thu hút|gồm)(?:\s+(?:sự tham gia của|tổng số|khoảng|hơn|trên|gần))*\s*$", re.IGNORECASE
)
ROSE = re.compile(r"(?:tăng|giảm)(?:\s+so\s|$)|.*\s(?:tăng|giảm)\s+so\s", re.IGNORECASE)
WHOLE = re.compile(r"(?:tổng cộng|tổng số|tổng|cộng|toàn (?:tỉnh|huyện|xã))(?!\w)", re.IGNORECASE)
# All offices together as the subject of a sentence: no level told before is meant.
EVERYONE = re.compile(
    r"(?:tất cả )?các (?:cơ quan, (?:đơn vị|tổ chức|địa phương)|đơn vị, địa phương|cấp, (?:các )?ngành|sở, ban, ngành"
    r"(?: (?:và|,) (?:địa phương|UBND|các))?)(?!\w)(?! (?:cấp|thuộc|trực thuộc))",
    re.IGNORECASE,
)
OF_LEVEL = re.compile(r"(?:lượt )?(?:hồ sơ|thủ tục|TTHC|dịch vụ|đơn|vụ|văn bản|%)", re.IGNORECASE)
PERSON = re.compile(r"(?:cán bộ|công chức|viên chức|người|đồng chí|trường hợp)", re.IGNORECASE)
LEVEL = re.compile(r"\s*(?:(?:thuộc|của|ở|tại|đối với|do)\s+)?cấp (?:tỉnh|huyện|xã|sở)(?!\w)", re.IGNORECASE)
# Units that measure instead of counting things: no noun to tell what is counted.
MEASURE = re.compile(
    r"(?:%|điểm(?: phần trăm)?|hạng|bậc|ha|km²?|km2|m[²³23]?|kg|tấn|tạ|lít|kWh|MW|GB|TB|.*/.*|.*đồng.*|tỷ|tỉ|triệu)",
    re.IGNORECASE,
)
# A clause that opens with these tells of something new: "Có 45 học sinh giỏi", "; có 36 sản phẩm".
NEW_SUBJECT = re.compile(r"(?:hiện |đã |toàn (?:huyện|tỉnh|xã) )?có", re.IGNORECASE)
TIME = re.compile(r"(?:ngày|giờ|tuần|tháng|quý|năm|lần|phút)(?!\w)", re.IGNORECASE)
# What a figure of the words before it is set against: "(chỉ tiêu đề ra là 80%)", "(trường hợp dưới 70% thì …)".
AIM = re.compile(
    r"(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|nghị quyết|trường hợp\s+(?:đạt|dưới|trên|từ|không)|nếu"
    r"|(?:thì\s+)?tiêu chí này)(?!\w)",
    re.IGNORECASE,
)
OWN_PLACE = re.compile(
    r"(?:(?:trên\s+)?(?:địa bàn\s+)?(?:toàn\s+)?)(?:tỉnh|huyện|xã|phường|thị trấn|thành phố|thị xã)"
    r"(?:\s+(?-i:[A-ZĐ])\w+){0,4}",
    re.IGNORECASE,
)
DONE_VERB = re.compile(
    r"(?<!\w)(?:hoàn thành|hoàn tất|thực hiện|triển khai|giải quyết|xử lý|khắc phục)(?:\s+được)?$", re.IGNORECASE
)
DANGLING = re.compile(r"(?:\s+|^)(?:tại|ở|cho|của|với|trong|từ|là|do|và|về|đạt|thì|được|đối với)$", re.IGNORECASE)
LONGEST_LABEL = 130
LONGEST_INDICATOR = 260
LONGEST_QUOTE = 320


def split_commas(words: str) -> list[str]:
    """Words parted at the commas that part clauses, not at those in brackets or between nouns of a kind."""
    parts, depth, at = [], 0, 0
    for i, char in enumerate(words):
        depth += (char in "(“") - (char in ")”")
        if char in ",;" and depth <= 0 and words[i + 1 : i + 2] == " " and not joins_nouns(words, i, i + 2):
            parts.append(words[at:i])
            at = i + 1
    return [p for p in (*parts, words[at:]) if p.strip()]


def subject(words: str) -> str:
    """What a clause speaks of: the words before its verb; all of them where they are a heading ("Tổng số …")."""
    if HEADED.match(words):
        return words
    m = PREDICATE.search(words)
    subject = words[: m.start()] if m else words
    return subject.strip(" ,:") if len(subject.split()) > 1 else words


def tells_alone(words: str) -> bool:
    """Whether a clause has a subject and a verb of its own: "các cơ sở đã thực hiện"."""
    m = PREDICATE.search(f"{words} ")
    return m is not None and len(words[: m.start()].split()) > 1 and not WEAK.match(words)


def join(topic: str, words: str) -> str:
    """What is spoken of, and what is said of it, unless the one ends with the other."""
    return topic if topic.lower().endswith(words.lower()) else f"{topic}: {words}"


def shorten(words: str, limit: int = LONGEST_INDICATOR) -> str:
    """Words with single blanks, cut at a blank where they are longer than `limit` characters."""
    words = " ".join(words.split())
    if len(words) <= limit:
        return words
    return words[: words.rfind(" ", 0, limit)].rstrip(" ,;:")

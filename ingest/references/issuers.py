"""Who issued a document: read from the words around it, or concluded from its symbol and the report's own level."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.language.fold import fold
from ingest.references.doctypes import NAME_PATTERN
from ingest.references.numbers import DocumentNumber, Series
from ingest.report import Report

_LEVELS = ("tinh", "thanh pho", "huyen", "quan", "thi xa", "xa", "phuong", "thi tran", "dac khu")
HEADS = (
    r"(?:Thường trực |Lãnh đạo |Phó )?(?:"
    r"UBND|(?:Ủy|Uỷ|ỦY|UỶ) (?:ban|BAN) (?:[Nn]hân|NHÂN)(?: dân| DÂN)?|HĐND|Hội đồng(?: \w+){1,3}|Chủ tịch|"
    r"Thủ tướng|Chính phủ|Quốc hội"
    r"|(?:Ủy|Uỷ) ban \w+|UBMTTQ\w*|MTTQ|Mặt trận Tổ quốc|Bộ (?:Chính trị|trưởng|Tư lệnh|Chỉ huy|[A-ZĐ]\w+)|"
    r"Ban [A-ZĐcgq]\w+|BTV|BCH"
    r"|(?:Tỉnh|Huyện|Thành|Quận|Thị|Đảng) (?:ủy|uỷ)|Đảng (?:đoàn|bộ)|Trung ương|Sở [A-ZĐ]\w*|Văn phòng|"
    r"Thanh tra|Phòng [A-ZĐ]\w*"
    r"|Tổ (?:[Cc]ông|giúp|chỉ đạo|[Dd]ân)\w*|Công an|Tòa án|Toà án|Viện|Kiểm toán|Ngân hàng|Trung tâm|Tổng cục|"
    r"Cục|Chi cục|Bảo hiểm|Kho bạc|Liên đoàn|Hội [A-ZĐ]\w+|Đoàn [A-ZĐ]\w+"
    r"|Giám đốc|Tổng Giám đốc|Tổng Bí thư|Tổng Thanh tra|Bí thư|Bệnh viện|Trường|VPTW|BTCTW|BTGTW|"
    r"Chỉ huy trưởng|Trưởng [Bb]an|Thủ trưởng"
    r")(?!\w)"
)
"""A regular expression over a text for the first words of an issuing body's name."""
PLACE_HEADS = r"(?:[Tt]ỉnh|[Hh]uyện|[Tt]hành phố|[Xx]ã|[Pp]hường|[Tt]hị xã|[Tt]hị trấn)(?!\w)"
_HEAD = re.compile(rf"(?<!\w){HEADS}")
# "Nghị quyết … của Hội nghị lần thứ sáu Ban Chấp hành Trung ương": the meeting is no part of the body's name.
_MEETING = re.compile(
    r"(?:Hội nghị|Kỳ họp|Phiên họp|Đại hội)(?:\s+(?:chuyên đề|bất thường|toàn thể))?"
    r"(?:\s+(?:lần\s+)?thứ\s+(?:\d+|[a-zà-ỹ]+(?:\s+(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín))?))?\s*,?\s*(?:của\s+)?"
)
_WHOLE_PHRASE = re.compile(r"(?:Tổ|Ban (?:[Cc]hỉ đạo|[Tt]ổ chức)|Hội đồng|Đoàn)\b")
_STOP = re.compile(
    r"\s(?:về|v/v|V/v|ban hành|phê duyệt|quy định|triển khai|thực hiện|sửa đổi|hướng dẫn|công bố|phát động|giao|"
    r"thành lập|kiện toàn|điều chỉnh|"
    r"bổ sung|thay thế|bãi bỏ|tổ chức|tăng cường|đẩy mạnh|quy chế|chỉ đạo|yêu cầu|đề nghị|cho phép|gắn|"
    r"đồng thời|nhằm|để|trong|tại|được|đã|cũng|theo|"
    r"là|có|do|đảm bảo|bảo đảm|số|ngày|và đang|và đã|và các|năm|tiếp tục|phối hợp|kiểm tra|rà soát|đánh giá|"
    r"xây dựng|cải cách|quản lý|công nhận|khen thưởng|"
    r"đến|trên|như|với|cho|khi|quy hoạch|phân công|phân bổ|phân cấp|chuyển đổi số|phát triển|tiến hành|"
    r"và tiếp tục|hàng năm|hằng năm|tổng kết|sơ kết|"
    r"một số|đề xuất|báo cáo|thông báo|xử phạt|chi tiết|tuyên truyền|hoàn thành|nâng cao|bảo vệ|ứng phó|"
    r"phòng chống|phòng,|xử lý|quán triệt|thi hành|đang|nêu trên|"
    r"nay|này|giai đoạn|giám sát|đào tạo|hỗ trợ|kiểm soát|thông qua)(?!\w)|[;:()“”\"\n…]|\.(?!\w)|,"
)
_VERB = re.compile(
    r"(?:(?:da|tiep tuc|cung|dong thoi|kip thoi|vua|duoc|chu dong|tham muu|trinh)\s+)*"
    r"(?:ban hanh|ky ban hanh|ky|da co|xay dung|cu the hoa(?:\s+\w+){0,12}|phat hanh)"
    r"(?:\s+(?:nhieu|cac|kip thoi|day du|\d+)(?:\s+van ban[^:;.]{0,80}:)?|[^:;.,]{0,90}van ban[^:;.]{0,90}:|"
    r"[^:;.,]{0,60}:)?\s*$"
)

# Bodies of one rank that sign together: "của Bộ Nội vụ và Bộ Tài chính".
_RANKS = ("Bộ", "Sở")
_BODIES = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "CTN": "Chủ tịch nước",
    "VPCP": "Văn phòng Chính phủ",
    "HĐTP": "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
    "BNV": "Bộ Nội vụ",
    "BTP": "Bộ Tư pháp",
    "BTC": "Bộ Tài chính",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
    "BNG": "Bộ Ngoại giao",
    "BXD": "Bộ Xây dựng",
    "BCT": "Bộ Công Thương",
    "BGTVT": "Bộ Giao thông vận tải",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BYT": "Bộ Y tế",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "TTCP": "Thanh tra Chính phủ",
    "UBDT": "Ủy ban Dân tộc",
    "NHNN": "Ngân hàng Nhà nước Việt Nam",
    "BHXH": "Bảo hiểm xã hội",
    "TLĐ": "Tổng Liên đoàn Lao động Việt Nam",
    "TW": "Trung ương Đảng",
    "BTCTW": "Ban Tổ chức Trung ương",
    "BTGTW": "Ban Tuyên giáo Trung ương",
    "BTGDVTW": "Ban Tuyên giáo và Dân vận Trung ương",
    "BDVTW": "Ban Dân vận Trung ương",
    "BKTTW": "Ban Kinh tế Trung ương",
    "BNCTW": "Ban Nội chính Trung ương",
    "UBKTTW": "Ủy ban Kiểm tra Trung ương",
    "VPTW": "Văn phòng Trung ương Đảng",
    "SNV": "Sở Nội vụ",
    "STP": "Sở Tư pháp",
    "STC": "Sở Tài chính",
    "SYT": "Sở Y tế",
    "SXD": "Sở Xây dựng",
    "SCT": "Sở Công Thương",
    "STTTT": "Sở Thông tin và Truyền thông",
    "SKHCN": "Sở Khoa học và Công nghệ",
    "SGDĐT": "Sở Giáo dục và Đào tạo",
    "SKHĐT": "Sở Kế hoạch và Đầu tư",
    "STNMT": "Sở Tài nguyên và Môi trường",
    "SNNMT": "Sở Nông nghiệp và Môi trường",
    "SNNPTNT": "Sở Nông nghiệp và Phát triển nông thôn",
    "SLĐTBXH": "Sở Lao động - Thương binh và Xã hội",
    "SVHTTDL": "Sở Văn hóa, Thể thao và Du lịch",
    "TTT": "Thanh tra tỉnh",
    "TTH": "Thanh tra huyện",
    "PNV": "Phòng Nội vụ",
    "PTP": "Phòng Tư pháp",
    "TU": "Tỉnh ủy",
    "HU": "Huyện ủy",
    "QU": "Quận ủy",
    "ĐU": "Đảng ủy",
    "ThU": "Thành ủy",
    "ĐUK": "Đảng ủy Khối",
    "BXDĐ": "Ban Xây dựng Đảng",
    "BCĐ": "Ban Chỉ đạo",
    "LĐLĐ": "Liên đoàn Lao động",
}
_PARTY_UNITS = {
    "BTCTU": "Ban Tổ chức Tỉnh ủy",
    "BTCHU": "Ban Tổ chức Huyện ủy",
    "BTGTU": "Ban Tuyên giáo Tỉnh ủy",
    "BTGHU": "Ban Tuyên giáo Huyện ủy",
    "BDVTU": "Ban Dân vận Tỉnh ủy",
    "BDVHU": "Ban Dân vận Huyện ủy",
    "BTGDVTU": "Ban Tuyên giáo và Dân vận Tỉnh ủy",
    "UBKTTU": "Ủy ban Kiểm tra Tỉnh ủy",
    "UBKTHU": "Ủy ban Kiểm tra Huyện ủy",
    "VPTU": "Văn phòng Tỉnh ủy",
    "VPHU": "Văn phòng Huyện ủy",
}


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuing body. `own` is: the body that issues the report itself, or the committee of its level."""

    name: str
    inferred: bool
    own: bool = False


def issuer_after(text: str, start: int, limit: int) -> tuple[str, int]:
    """The issuer that begins at `start` ("của Sở Nội vụ … về"), and where it ends; ("", start) if none begins there."""
    window = text[start : min(limit, start + 260)]
    opening = re.match(r"[\s,]*(?:của|do|giữa)\s+", window)
    if not opening:
        return "", start
    begin = opening.end()
    meeting = _MEETING.match(window, begin)
    begin = meeting.end() if meeting and _HEAD.match(window, meeting.end()) else begin
    head = re.compile(rf"{HEADS}|{PLACE_HEADS}").match(window, begin)
    if not head:
        return "", start
    if _WHOLE_PHRASE.match(window, begin):
        # A task force is named after its task: its name runs to the "về" that opens the subject.
        upto = re.compile(r"[^;.]{0,200}?(?=\s(?:về|V/v)\s)").match(window, begin)
        if upto:
            return " ".join(upto[0].split()), start + upto.end()
    between = "giữa" in opening[0]
    at = head.end()
    while True:
        stop = _STOP.search(window, at)
        end = stop.start() if stop else len(window)
        if stop and stop[0] == "," and _name_goes_on(window, stop.end(), begin):
            at = stop.end()
            continue
        break
    words = _cut_at_and(window[begin:end], between).rstrip()
    return " ".join(words.split()), start + begin + len(words)


def issuer_before(text: str, start: int, floor: int = 0) -> str:
    """The issuer that stands before a document ("UBND huyện đã ban hành | Kế hoạch số …"), "" if none does."""
    offset = max(floor, start - 260)
    window = text[offset:start]
    verb = _VERB.search(fold(window))
    if not verb:
        return ""
    clause = max((m.end() for m in re.finditer(r"[;:.()“”\n]\s|,\s", window[: verb.start()])), default=0)
    first = next(_HEAD.finditer(window, clause, verb.start()), None)
    if first is None:
        place = re.search(rf"(?:^|\s)({PLACE_HEADS}(?:\s\w+){{0,4}}?)\s*$", window[clause : verb.start()])
        return _clean(place[1]) if place else ""
    if re.search(r"(?:của|tại|các|đối với|cho|theo|những)\s+$", window[: first.start()]):
        return ""
    words = window[first.start() : verb.start()].strip(" ,")
    partner = re.match(r"(?P<a>.+?)\s+(?:chủ động\s+)?phối hợp(?:\s+(?:với|cùng))?\s+(?P<b>.+)$", words)
    if partner and _HEAD.match(partner["b"]):
        return f"{_clean(partner['a'])} và {_clean(partner['b'])}"
    if _STOP.search(words, first.end() - first.start() - 1):
        return ""
    return _clean(words)


def infer_issuer(number: DocumentNumber, report: Report) -> Issuer:
    """The issuer that a symbol and the report's own level imply, marked as inferred; name "" where they imply none."""
    bodies = list(number.bodies)
    if number.series is Series.JOINT:
        names = [n for n in (_body_name(b, report) for b in bodies) if n]
        return Issuer(" và ".join(names), True, any(b in ("UBND", "HĐND") for b in bodies))
    if not bodies:
        return Issuer("", True)
    first = bodies[0]
    if re.fullmatch(r"QH\d{1,2}", first):
        return Issuer("Quốc hội", True)
    name = _body_name(first, report)
    return Issuer(name, True, bool(name) and (first in ("UBND", "CT.UBND") or fold(name) == fold(report.issuer)))


def own_committee(report: Report) -> str:
    """The People's Committee of the report's own level: "UBND huyện Tân Lộc", or "" where no level can be told."""
    place = report.place or _place_of(report.issuer)
    if fold(report.issuer).startswith(("ubnd", "uy ban nhan dan")) and not place:
        return report.issuer
    return f"UBND {place}" if place else ""


def level_of(name: str) -> str:
    """The level an issuer's name speaks of: "tinh", "huyen", "xa", "trung uong" or ""."""
    folded = fold(name)
    if re.search(r"\b(?:tinh uy|tinh|thanh pho truc thuoc|so )\b", folded):
        return "tinh"
    if re.search(r"\b(?:huyen uy|huyen|quan|thi xa|phong )\b", folded):
        return "huyen"
    if re.search(r"\b(?:xa|phuong|thi tran)\b", folded):
        return "xa"
    if re.search(r"\b(?:chinh phu|quoc hoi|trung uong|bo|ban bi thu)\b", folded):
        return "trung uong"
    return ""


def _body_name(body: str, report: Report) -> str:
    if body in ("UBND", "CT.UBND", "CTUBND"):
        return own_committee(report)
    if body == "HĐND":
        place = report.place or _place_of(report.issuer)
        return f"HĐND {place}" if place else ""
    if body.startswith("UBTVQH"):
        return _BODIES["UBTVQH"]
    return _BODIES.get(body) or _PARTY_UNITS.get(body, "")


def _place_of(issuer: str) -> str:
    folded = fold(issuer)
    m = re.match(r"(?:ubnd|uy ban nhan dan)\s+(?=(?:" + "|".join(_LEVELS) + r")\b)", folded)
    return issuer[m.end() :] if m else ""


def _name_goes_on(window: str, at: int, begin: int) -> bool:
    """Whether the words after a comma still belong to a name, as in "Sở Văn hóa, Thể thao và Du lịch"."""
    if not re.compile(r"(?:Sở|Bộ|Phòng|Văn phòng|Hội đồng|Thanh tra)\b").match(window, begin):
        return False
    rest = window[at:].lstrip()
    if re.match(rf"{NAME_PATTERN}|ngay\b", fold(rest)) or re.match(HEADS, rest):
        return False
    return rest[:1].isupper() and re.match(r"\w+(?:\s\w+){0,3}\s+và\s", rest) is not None


def _cut_at_and(words: str, between: bool) -> str:
    """A name without what a following "và" adds, unless that is part of the name or a second signing body."""
    for m in re.finditer(r"\s+và\s+", words):
        rest = words[m.end() :]
        head = _HEAD.match(rest)
        if head and (between or words.split()[0] == rest.split()[0] in _RANKS):
            continue
        if re.match(NAME_PATTERN + r"\b", fold(rest)) or not rest[:1].isupper() or _HEAD.match(rest):
            return words[: m.start()]
    return words


def _clean(name: str) -> str:
    return " ".join(re.sub(r"\s+(?:đã|cũng|tiếp tục|kịp thời)$", "", name.strip(" ,-+")).split())

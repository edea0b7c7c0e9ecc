"""What a cited document is about, and what it was issued for: the words after its number, date and issuer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.language.fold import fold
from ingest.references.doctypes import NAME_PATTERN
from ingest.references.issuers import HEADS, PLACE_HEADS

MAX_SUBJECT = 700
"""Characters; a citation that runs on longer is cut at the last comma before."""

_OPENER = re.compile(
    r"\s*(?P<comma>,)?\s*(?P<drop>(?:ve\s+viec|ve|v/v)(?!\w)\s*:?\s*|:\s*(?=\w)|\(\s*(?=ve\b))?(?P<verb>"
    r"ban hanh|phe duyet|quy dinh|trien khai|thuc hien|sua doi|huong dan|cong bo|phat dong|giao|thanh lap|"
    r"kien toan|dieu chinh|bo sung|thay the|"
    r"bai bo|to chuc|tang cuong|day manh|kiem tra|kiem soat|ra soat|cai cach|nang cao|chuyen doi so|xay dung|"
    r"cong nhan|quan ly|chi dao|ung pho|phong,|"
    r"phong chong|tuyen truyen|danh gia|tong ket|so ket|tiep tuc|dao tao|boi duong|phan cong|phan cap|phan bo|"
    r"xu phat|chi tiet|khen thuong|hanh dong|"
    r"phoi hop|thong qua|sap xep|quy hoach|giai quyet|bao dam|dam bao|phat trien|giam sat|dieu tra|khao sat|"
    r"tiep|xu ly|giam|giai doan|nhiem vu|cong tac|mot so|nham tiep tuc|day nhanh|tap trung|bao cao|lay y kien|"
    r"gop y|cung cap|tham dinh|yeu cau|de nghi|don doc|chan chinh|khac phuc|thong bao|moi|quan triet|hoc tap|"
    r"bao ve|cham diem|chuan bi|duy tri|ung dung|nhan rong|xet|ap dung|thu|chi|ho tro)?(?!\w)"
)
_CLAUSE = re.compile(
    r"(?:hằng năm|hàng năm|giao (?:việc|các|cho|nhiệm vụ cho)|gắn (?!với)\w+|toàn (?:huyện|tỉnh|xã|thành phố)|đi vào|"
    r"(?:các|hai) (?:địa phương|đơn vị|cơ quan|bên))(?!\w)|"
    r"(?:đồng thời|qua đó|trong đó|theo đó|đến nay|từ đó|bên cạnh đó|ngoài ra|tiếp tục (?:triển khai|thực hiện|"
    r"chỉ đạo|duy trì)|gắn (?:với )?việc|"
    r"đã|được|có \d|nhằm|để|kết quả|ước|đạt|tỷ lệ|đẩy mạnh thực hiện|nhờ đó|vì vậy|do đó|cùng với|hàng tháng|"
    r"hằng tháng|hàng quý|sau khi|trong năm|trong kỳ|"
    r"chỉ đạo các|yêu cầu các|giao các|tổ chức được|chủ động|tham mưu|và đã|triển khai đến|phân công cụ thể|"
    r"cụ thể|tại (?:một số|các)|"
    r"các (?:kế hoạch|văn bản|ngành|đơn vị|cơ quan|xã)\b[^,;.]{0,60}\b(?:đã|được|đều|tiếp tục)|đây là|tập trung|"
    r"tích cực|thường xuyên|hiện (?:nay|đang)|tính đến)(?!\w)"
)
_VERBS = (
    r"(?:đã|tiếp tục|chỉ đạo|ban hành|triển khai|tổ chức|phối hợp|thực hiện|"
    r"xây dựng|chủ động|cũng|thường xuyên|đang|được|yêu cầu|giao|báo cáo|giám sát)"
)
_ACTOR = re.compile(rf"(?:(?:{HEADS})[^,;.]{{0,70}}?|{PLACE_HEADS}(?:\s\w+){{0,4}}?\s)(?<!\w){_VERBS}(?!\w)")
_PASSIVE = re.compile(rf"(?:được|đã) (?:{HEADS})")
_COUNT = re.compile(
    r"[^,;.\d]{0,60}?(?<!năm )(?<!tháng )(?<!ngày )(?<!quý )(?<!số )(?<!giai đoạn )(?<!khóa )"
    r"(?<!khoá )(?<!Đề án )(?<!đến )(?<!lần thứ )"
    r"(?<![\d/–-] )\b\d[\d.,]*\s(?!năm\b|tháng\b|[-–])[^\W\d]"
)
"""A comma part that counts something tells what was done, not what the document is about."""
_NEXT = re.compile(
    rf"(?:va|cung(?: voi)?|hoac)?\s*(?:cac\s+)?{NAME_PATTERN}(?:\s+[a-z]+){{0,3}}?\s+(?:so\s*:?\s*)?\d|"
    rf"va\s+so\s+\d+\s?[/-]"
)
_OBJECT = re.compile(
    r"(?:thực hiện|triển khai|sửa đổi|bổ sung|thay thế|thi hành|bãi bỏ|kéo dài|của|nội dung|theo|cụ thể hóa|"
    r"cụ thể hoá|sơ kết|tổng kết|quán triệt|điều chỉnh|"
    r"ban hành|quy định tại|áp dụng|hướng dẫn|kết quả|hưởng ứng|tại|kèm theo|phê duyệt|so với|cho|với|về|"
    r"thông qua)\s*(?:các\s*)?$"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject as read, from behind "về (việc)" to the offset `end`; `purpose` is what follows "nhằm", "để"."""

    text: str
    end: int
    purpose: str = ""


def read_subject(text: str, start: int, limit: int, *, law: bool = False, loose: bool = False) -> Subject | None:
    """The subject that begins at `start`, or None where the words go on with something else.

    `loose` admits a subject without an opening word ("Kế hoạch số 12/KH-UBND ngày … cải cách …"), as in lists of
    documents. `law` lets a regulation's title go on over semicolons.
    """
    stop = min(limit, start + MAX_SUBJECT + 60)
    folded = fold(text[start:stop])
    opener = _OPENER.match(folded)
    quoted = re.match(r"\s*[(:]?\s*(?:ve\s+(?:viec\s+)?(?:ban hanh\s+)?)?(?P<q>[“\"])", folded)
    if quoted:
        begin = quoted.start("q")
        if re.search(r"ban hanh", quoted[0]):
            begin = folded.index("ban hanh")
    elif opener and (opener["drop"] or opener["verb"]):
        if opener["comma"] and not (opener["drop"] or loose):
            return None
        if not opener["drop"] and not (opener["verb"]):
            return None
        if (opener["drop"] or "").startswith(":") and not opener["verb"]:
            return None
        begin = opener.end("drop") if opener["drop"] else opener.start("verb")
    else:
        return None
    if not opener or (
        (
            not opener["drop"]
            and not quoted
            and opener["verb"]
            in {"thuc hien", "trien khai", "giao", "tiep", "thu", "chi", "moi", "giam", "mot so", "chi dao"}
        )
        and not _plausible(folded, begin, loose)
    ):
        return None
    end = _end(text[start:stop], folded, begin, law)
    words = text[start + begin : start + end].rstrip(" ,.;:-–(")
    if words.endswith(("”", '"')) and words.count("“") + words.count('"') < 1:
        words = words[:-1]
    if len(words) < 4:
        return None
    purpose = ""
    tail = re.match(r"\s*,?\s*(?:nhằm|để)\s+", text[start + begin + len(words) : stop])
    if tail:
        at = begin + len(words) + tail.end()
        upto = re.search(r"[;.](?!\d)|, (?:đồng thời|qua đó)", text[start + at : stop])
        purpose = " ".join(
            text[start + at : start + at + upto.start() if upto else min(stop, start + at + 300)].split()
        )
    return Subject(" ".join(words.split()), start + begin + len(words), purpose)


def _plausible(folded: str, begin: int, loose: bool) -> bool:
    """Whether a bare "thực hiện …" names the subject rather than saying what was done under the document."""
    return loose or not re.match(
        r"(?:thuc hien|trien khai)\s+(?:tot|hieu qua|nghiem|dong bo|kip thoi|den|tai cac)\b", folded[begin:]
    )


def _end(text: str, folded: str, begin: int, law: bool) -> int:
    depth = 0
    quote = False
    i = begin
    while i < len(text):
        char = text[i]
        if char in "“" or (char == '"' and not quote):
            quote = True
        elif char in "”" or (char == '"' and quote):
            quote = False
            if depth == 0 and re.match(r"\s*(?:được|đã|trong đó)\b", text[i + 1 : i + 60]):
                return i + 1
        elif char == "(":
            if re.match(r"\(\s*(?:sau day|duoi day|goi tat|viet tat|lan \d|theo|kem|de an \d)", folded[i:]):
                return i
            depth += 1
        elif char == ")":
            if depth == 0:
                return i
            depth -= 1
        elif char == "\n":
            return i
        elif depth == 0 and not quote:
            if (char == "." and not re.match(r"\.\w", text[i:])) or char == "…":
                return i
            if char == ";" and not (law and _title_goes_on(text, folded, i + 1)):
                return i
            if char == "," and _clause_follows(text, folded, i + 1):
                return i
            if char == ":" and i - begin > 12:
                return i
            if char == " ":
                rest = text[i + 1 : i + 90]
                if rest.startswith("nhằm ") and i > begin + 8:
                    return i
                if rest.startswith(("được ", "đã ")) and (_PASSIVE.match(rest) or text[i - 1] in '”"'):
                    return i
                if (
                    i > begin + 3
                    and _NEXT.match(folded[i + 1 : i + 90])
                    and not _OBJECT.search(text[max(begin, i - 40) : i])
                ):
                    return i
        i += 1
    if i - begin > MAX_SUBJECT:
        comma = text.rfind(",", begin, begin + MAX_SUBJECT)
        return comma if comma > begin else begin + MAX_SUBJECT
    return i


def _clause_follows(text: str, folded: str, at: int) -> bool:
    rest = text[at : at + 130].lstrip()
    return (
        not rest
        or _CLAUSE.match(rest) is not None
        or _ACTOR.match(rest) is not None
        or re.match(r"\.{2,}|…", rest) is not None
        or _COUNT.match(rest) is not None
        or _NEXT.match(folded[at : at + 130].lstrip()) is not None
    )


def _title_goes_on(text: str, folded: str, at: int) -> bool:
    """Whether a regulation's title goes on after a semicolon: a short noun phrase, no actor, no further document."""
    piece = re.split(r"[;.:](?!\d)|\n", folded[at : at + 200].lstrip())[0]
    if re.match(r"(?:quy dinh chi tiet|huong dan thi hanh|sua doi, bo sung)\b", piece):
        return True
    if not 1 < len(piece.split()) <= 7 or _clause_follows(text, folded, at):
        return False
    return not re.match(rf"(?:{NAME_PATTERN}|cac|nhung|huyen|tinh|xa|da)(?!\w)", piece) and not re.search(
        r"\b(?:da|duoc|tiep tuc|thuc hien)\b|\d", piece
    )

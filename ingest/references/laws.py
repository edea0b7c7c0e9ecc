"""Documents cited by name alone: laws, ordinances, the Constitution. By Decree 30/2020 type and name suffice."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.language.dates import dates
from ingest.language.fold import fold

_WITH_COMMA = (
    "phong, chong bao luc gia dinh",
    "phong, chong tham nhung",
    "phong, chong ma tuy",
    "phong, chong mua ban nguoi",
    "phong, chong tac hai cua thuoc la",
    "phong, chong tac hai cua ruou, bia",
    "phong, chong benh truyen nhiem",
    "phong, chong khung bo",
    "phong, chong rua tien",
    "phong, chong thien tai",
    "phong chay, chua chay va cuu nan, cuu ho",
    "phong chay, chua chay",
    "phong chay va chua chay",
    "can bo, cong chuc",
    "thi dua, khen thuong",
    "thuc hanh tiet kiem, chong lang phi",
    "tiep cong dan, khieu nai, to cao",
    "khieu nai, to cao",
    "trat tu, an toan giao thong duong bo",
    "an toan giao thong duong bo, duong sat",
    "quan ly, su dung tai san cong",
    "quan ly, su dung vu khi, vat lieu no va cong cu ho tro",
    "xuat canh, nhap canh cua cong dan viet nam",
    "nhap canh, xuat canh, qua canh, cu tru cua nguoi nuoc ngoai tai viet nam",
    "xuat ban, in, phat hanh",
    "hon nhan va gia dinh",
    "hoa giai o co so",
    "thuc hien dan chu o co so",
    "an toan, ve sinh lao dong",
    "thue su dung dat phi nong nghiep",
    "bau cu dai bieu quoc hoi va dai bieu hoi dong nhan dan",
    "ho tro doanh nghiep nho va vua",
    "khoa hoc, cong nghe va doi moi sang tao",
    "hoat dong giam sat cua quoc hoi va hoi dong nhan dan",
    "giao thong duong thuy noi dia",
    "nghia vu quan su",
    "dan quan tu ve",
    "tieu chuan va quy chuan ky thuat",
    "hoa giai, doi thoai tai toa an",
    "luu tru",
    "quy hoach do thi va nong thon",
    "nuoi con nuoi",
    "giao duc quoc phong va an ninh",
    "cong doan",
    "bao ve quyen loi nguoi tieu dung",
)
"""Names that hold a comma or an "và", so that neither ends them; folded."""
_NAME = re.compile(
    r"(?<!\w)(?P<type>Bộ luật|Bộ Luật|Luật|Pháp lệnh|Hiến pháp)\s+(?=\w)(?!số\b|sư\b|gia\b|này\b|về\b|của\b|"
    r"và\b|theo\b|định\b|tục\b)"
)
_NOT_BEFORE = re.compile(r"(?:phap|ky|ngay phap|quy|doi|vi|hoi|khoa|nganh|truong|dai hoc|giao duc|am|dinh)\s+$")
_END = re.compile(
    r"\s+(?:và|năm|ngày|có|được|đã|trên|cho|tại|số|để|trong|theo|về|quy định|với|gắn|đảm bảo|bảo đảm|bằng|là|"
    r"này|nêu|thi hành|hiện hành|đến|từ|do|cùng|"
    r"đặc biệt|các|ở|nhằm|sau khi|mới|của|đưa|thông qua|bao gồm|đang|sửa đổi|tới|cũng|hay|hoặc|nhất là)(?!\w)|"
    r"[.;:,()“”\"\n…\d\-–]"
)
_REVISED = re.compile(r"\s*(?:\(\s*sua doi(?:, bo sung)?\s*\)|sua doi(?:, bo sung(?: mot so dieu)?)?)")
_YEAR = re.compile(r"\s*,?\s*(?:nam\s+)?((?:19|20)\d\d)(?!\d)(?!\s?[/-])")


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A law cited by name. `name` is as printed, type included ("Luật Đất đai"); `year`, `date` "" if not given."""

    start: int
    end: int
    type: str
    name: str
    date: str = ""
    year: str = ""


def find_laws(text: str) -> list[NamedLaw]:
    """Every law, ordinance or constitution that a text cites by name, names with commas whole."""
    folded = fold(text)
    out: list[NamedLaw] = []
    for m in _NAME.finditer(text):
        if _NOT_BEFORE.search(folded[max(0, m.start() - 20) : m.start()]) or (out and m.start() < out[-1].end):
            continue
        kind = "Bộ luật" if m["type"].lower() == "bộ luật" else m["type"]
        end = m.start() + len(m["type"]) if kind == "Hiến pháp" else _name_end(text, folded, m.end())
        if end <= m.end() and kind != "Hiến pháp":
            continue
        revised = _REVISED.match(folded, end)
        if revised:
            end = revised.end()
        name_end = end
        year = _YEAR.match(folded, end)
        day = next(
            (d for d in dates(text[end : end + 45]) if d.iso and re.fullmatch(r"\s*,?\s*", text[end : end + d.start])),
            None,
        )
        if year:
            end = year.end()
        if day:
            end += day.end
        if kind == "Hiến pháp" and not year:
            continue
        out.append(
            NamedLaw(
                m.start(),
                end,
                kind,
                " ".join(text[m.start() : name_end].split()),
                day.iso if day else "",
                year[1] if year else "",
            )
        )
    return out


def _name_end(text: str, folded: str, at: int) -> int:
    """Where the name that begins at `at` ends; `at` itself where no name stands there."""
    for known in _WITH_COMMA:
        if folded.startswith(known, at) and not folded[at + len(known) : at + len(known) + 1].isalpha():
            return at + len(known)
    amended = re.match(r"sua doi(?:, bo sung)? (?:mot so dieu )?cua (?:bo luat|luat|cac luat) ", folded[at:])
    if amended:
        end = _name_end(text, folded, at + amended.end())
        # one law may amend two: "… của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương"
        more = re.match(r" va (?:bo luat|luat) ", folded[end:])
        return _name_end(text, folded, end + more.end()) if more else end
    window = text[at : at + 90]
    stop = _END.search(window)
    end = at + (stop.start() if stop else len(window))
    words = text[at:end].split()
    if not words or len(words) > 12:
        return at
    # "To chuc chinh quyen dia phuong", "Dat dai": a name has a capital, or follows the word at once in small letters
    # and then is short ("Luật cán bộ", "Luật viên chức").
    if not words[0][:1].isupper() and len(words) > 5:
        return at
    return end

"""The places and bodies that a question names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.claims import Language
from ingest.language.fold import fold
from ingest.language.letters import UPPER

_NAME_WORD = rf"[{UPPER}]\w*"
_PLACE_VI = re.compile(
    r"\b(?P<kind>[Hh]uyện|[Xx]ã|[Tt]ỉnh|[Pp]hường|[Tt]hị trấn|[Tt]hành phố|[Tt]hị xã|[Qq]uận|[Đđ]ặc khu|TP\.?|"
    r"UBND (?:xã|huyện|tỉnh|phường|thị trấn))\s+"
    rf"(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,3}})"
)
# What follows a body whose name is one word or a short form: the sentence goes on.
_PREDICATE = (
    r"(?:được|bị|có|đạt|đã|đang|sẽ|phải|là|còn|chưa|không|cần|xếp|đứng|giao|báo|chủ|phối|trong|theo|năm|tháng|và|với)"
)
_BODY_VI = re.compile(  # "Cục A09" is a short form, and what follows it no name
    rf"\b(?:Sở|Cục|Chi cục|Công ty|Bệnh viện)\s+(?![{UPPER}]*\d){_NAME_WORD}\s+(?!{_PREDICATE}\b)\w+"
)
_PLACE_EN = re.compile(  # no syllable of a name ends as "Taking both levels" and "Combined" do
    rf"\b(?P<name>(?!(?:The|What|Which|How|When|Where|Who|Why|Did|Do|Does|Was|Were|Is|Are|Has|Have|Had|In|At|On|By|"
    rf"For|Of|From|Per|Each|Every|All|Both|Within|Across|Under|Among|And|Or|"
    rf"Between|Against|Besides|Over|Whose|Can|Could|Would|Should|Will|With|Without|If|As|This|That|These|Those|Its|Any|"
    rf"A|One|Some|After|Before|Since|During|Until|Than|Only|Other|\w+(?:ing|ed))\b){_NAME_WORD}(?:\s+{_NAME_WORD}){{0,3}})(?:['’]s)?\s+"
    rf"(?P<kind>(?i:district|commune|province|ward|town|township|city|hamlet|special zone))\b"
)
_APP = re.compile(r"(?=\w*[a-z])\w+[A-Z]\w*")  # "the VNeID ward page": small and capital letters mixed name no place
_KIND_EN = {
    "district": "huyen",
    "commune": "xa",
    "province": "tinh",
    "ward": "phuong",
    "town": "thi tran",
    "township": "thi tran",
    "city": "thanh pho",
    "special zone": "dac khu",
}

# The provinces and cities under the central government, those merged in 2025 as well: named without their kind.
_PROVINCES = (
    "An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận|"
    "Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|"
    "Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|"
    "Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|"
    "Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh|"
    "Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái|Thành phố Hồ Chí Minh|TP HCM"
)
_PROVINCE = re.compile(  # at the beginning: there it is the subject
    rf"(?<![\w’'])(?<!\w )(?:{_PROVINCES})(?! [{UPPER}])(?!\w)"
)
_PROVINCES_TYPED = frozenset(_PROVINCES.lower().split("|"))
_PROVINCE_TYPED = re.compile(rf"\btinh (?P<name>{fold(_PROVINCES)})\b")  # without capitals, or without marks as well
_KIND_BEHIND = rf"(?:(?:['’]s)? (?:{'|'.join(_KIND_EN)})\b(?!-))?"  # "Tân Lộc commune" in English


def named_places(text: str, language: Language) -> tuple[str, ...]:
    """The places and bodies that a text names, folded ("xa tan loc", "so tu phap"), by their kind and capitals."""
    found = []
    for m in _PLACE_VI.finditer(text):
        if _APP.fullmatch(m["name"]):
            continue
        kind = fold(m["kind"]).replace("ubnd ", "").replace("tp.", "thanh pho").replace("tp", "thanh pho")
        found.append(f"{kind} {fold(m['name'])}")
    for m in _BODY_VI.finditer(text):
        found.append(fold(" ".join(m[0].split())))
    if language == "en":
        for m in _PLACE_EN.finditer(text):
            if _APP.fullmatch(m["name"]):
                continue
            found.append(f"{_KIND_EN.get(m['kind'].lower(), m['kind'].lower())} {fold(m['name'])}")
    for m in _PROVINCE_TYPED.finditer(fold(text)) if language == "vi" else ():
        said = text[m.start() : m.end()].lower()
        if said.isascii() or said.removeprefix("tỉnh ") in _PROVINCES_TYPED:  # "của tỉnh diễn biến ra sao" names none
            found.append(m[0])
    subject = _PROVINCE.search(text)
    if not found and subject is not None:
        found.append(fold(subject[0]))
    return tuple(dict.fromkeys(found))


def known_places(text: str, known: Sequence[str], *, bare: bool) -> list[tuple[str, tuple[int, int]]]:
    """Where a text names one of the known places, in whatever case; without marks only where it is typed so."""
    found = []
    for place in known:
        kind, _, name = place.partition(" ")
        for form in (name,) if " " in name else (place,):
            said, sought = (fold(text), fold(form)) if bare else (text.lower(), form.lower())
            kind_said = re.escape(fold(kind) if bare else kind.lower())
            for m in re.finditer(rf"(?<!\w)(?:{kind_said} )?{re.escape(sought)}(?!\w){_KIND_BEHIND}", said):
                found.append((fold(place), m.span()))
    return [(place, span) for place, span in found if not any(_is_within(span, other) for _, other in found)]


def _is_within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a name stands inside a longer one: "xã Bình Gò Nhất" does not name the commune of Gò Nhất."""
    return other[0] <= span[0] and span[1] <= other[1] and span != other


_INITIALS = re.compile(
    rf"\b(?P<kind>[Hh]uyện|[Xx]ã|[Tt]ỉnh|[Pp]hường|[Tt]hị trấn|[Tt]hành phố|TP)\s+"
    rf"(?P<name>[{UPPER}]{{2,4}}\b(?P<rest>(?: [{UPPER}]\w+)*))"
)


def spell_out(text: str, known: Sequence[str]) -> str:
    """A text with known places in full that it names by the first letters of their names, or of all but the last words:
    "tỉnh VB" for Văn Bình, "xã VB Đông" for Văn Bình Đông."""

    def full(m: re.Match[str]) -> str:
        names = {place.partition(" ")[2] for place in known if fold(place).startswith(f"{fold(m['kind'])} ")}
        meant = [name for name in names if _is_short_of(m["name"].removesuffix(m["rest"]), m["rest"], name)]
        return f"{m['kind']} {meant[0]}" if len(meant) == 1 else m[0]

    return _INITIALS.sub(full, text)


def _is_short_of(letters: str, rest: str, name: str) -> bool:
    opened = name[: len(name) - len(rest)] if name.endswith(rest) else ""
    return "".join(word[0] for word in opened.split()) == letters

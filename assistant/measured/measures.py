"""In which unit an answer is told ("bao nhiêu tiền" in đồng, "how many pigs" in con), and what is another unit."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from ingest.figures.compounds import unit_key
from ingest.language.fold import fold

_MONEY = ("đồng",)
_UNITS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("so tien", "tien", "kinh phi", "chi phi", "von", "ngan sach", "gia tri", "du toan", "money", "funding"), _MONEY
    ),
    **dict.fromkeys(
        ("dau tu", "dau tu cong", "dau tu phat trien", "chi thuong xuyen", "chi su nghiep", "chi ngan sach"), _MONEY
    ),
    **dict.fromkeys(("dat dai", "dien tich"), ("ha", "m2", "km2")),
    "met": ("m", "km"),
    **dict.fromkeys(
        (
            *("heo", "bo", "trau", "trau, bo", "ga", "vit", "gia cam", "gia suc", "gia suc, gia cam", "con de"),
            *("vat nuoi", "tong dan", "dong vat hoang da"),
        ),
        ("con",),
    ),
    "nha": ("căn", "ngôi"),
    "nha tam": ("căn", "ngôi"),
    "tau ca": ("chiếc", "tàu"),
    "xe": ("chiếc", "xe"),
    "tre em": ("em", "trẻ", "cháu"),
    "hoc sinh": ("em",),
    "qua": ("suất", "phần"),
    "phan qua": ("suất", "phần"),
    **dict.fromkeys(("cay xanh", "cay phan tan"), ("cây",)),
    **dict.fromkeys(("nhan luc", "hoc vien"), ("người",)),
    "nhiem vu": ("việc",),
    "luot": ("lần",),  # "số lần tiếp công dân" is told in both
}

_WORD = re.compile(r"\w+")
_TOGETHER = re.compile(r",\s*|\s+và\s+|\s+-\s+")
PERSON = "người"
_PEOPLE = tuple(
    f" {p} "
    for p in [
        "nguoi",
        "can bo",
        "cong chuc",
        "vien chuc",
        "hoi vien",
        "doan vien",
        "dai bieu",
        "hoc vien",
        "lao dong",
        "thanh vien",
        "cu tri",
        "giao vien",
        "hoc sinh",
        "nhan khau",
        "cong dan",
    ]
)

ONCE = frozenset({"lan", "luot"})  # a reception of citizens is counted by either
OF_ITSELF = frozenset({"ha", "m2", "km2", "m", "km"})  # units that tell what is measured: an area, a length

_AREA, _OUTPUT, _YIELD = frozenset({"diện tích"}), frozenset({"sản lượng"}), frozenset({"năng suất"})
_SAID_BY: dict[str, frozenset[str]] = {
    **dict.fromkeys(("ha", "m2", "m²", "km2", "km²"), _AREA),
    "tan": _OUTPUT,
    **dict.fromkeys(("ta/ha", "tan/ha"), _YIELD),
}


def said_by(unit: str) -> frozenset[str]:
    """The concepts that a unit says by itself: what is told in hectares is an area, in "tạ/ha" a yield."""
    return _SAID_BY.get(fold(unit), frozenset())


def tells_itself(keys: Sequence[str]) -> bool:
    """Whether a thing is said by its unit alone: an area by its hectares, who is trained by a number of people."""
    return keys[:1] == ("học viên",) or OF_ITSELF.issuperset(measured(keys))


def counted_alike(units: tuple[str, ...], asked: Sequence[str]) -> tuple[str, ...]:
    """The units of a count with those in which reports tell it: the times that people pay, in "giao dịch"."""
    pays = any(key.startswith("thanh toán") for key in asked)
    return (*units, "giao dịch") if units[:1] == ("lượt",) and pays and "giao dịch" not in units else units


def measured(keys: Sequence[str]) -> tuple[str, ...]:
    """The units in which a thing is told besides its own name, by the concepts of the noun that is counted."""
    return _UNITS.get(fold(keys[0]), ()) if keys else ()


_COUNTERS = frozenset({"luot", "vu", "truong hop", "don"})


@lru_cache(maxsize=4_096)
def is_unit(asked: tuple[str, ...], unit: str) -> bool:
    """Whether a figure's unit has a word of the concepts that are counted; of people it may be any kind of them, of
    "mô hình, sáng kiến", which are counted together, either."""
    words = {word for noun in _TOGETHER.split(unit) for word in _WORD.findall(unit_key(noun))}
    if words & ONCE:
        words |= ONCE
    if any(key.startswith(PERSON) for key in asked) and any(p in f" {fold(unit)} " for p in _PEOPLE):
        return True
    if fold(unit) in _COUNTERS and any(fold(key).startswith(f"{fold(unit)} ") for key in asked):
        return True  # "lũy kế 90 lượt", of what was told in full before
    spelled = set(_WORD.findall(unit.lower()))

    def is_of(key: str) -> bool:
        other = set() if key.isascii() else {fold(w) for w in spelled - set(_WORD.findall(key))}
        return bool((set(_WORD.findall(fold(key))) & words) - other)  # "hộ" is no "hồ sơ"

    return any(map(is_of, asked))


@lru_cache(maxsize=4_096)
def holds_unit(asked: tuple[str, ...], unit: str) -> bool:
    """Whether a unit says all of what is counted, or what is counted all of the unit: with a word of its own each,
    "tổ viên" and "tổ trưởng" are two kinds of people."""
    words = set(_WORD.findall(unit_key(unit)))
    return any(told <= words or words <= told for told in (set(_WORD.findall(fold(key))) for key in asked))


_COUNTERS = frozenset({"luot", "lan", "truong hop", "cai", "chiec", "cuoc", "vu", "viec", "suat", "phan", ""})


@lru_cache(maxsize=4_096)
def is_counter(unit: str) -> bool:
    """Whether a unit counts whatever is told ("lượt", "trường hợp") and names nothing of its own."""
    return fold(unit) in _COUNTERS


_BODIES = ("tổ ", "đội ", "ban ", "hội ", "câu lạc bộ", "chi hội", "cơ quan", "đơn vị", "phòng ", "trung tâm")


def is_done_by(unit: str, asked: tuple[str, ...]) -> bool:
    """Whether bodies are asked for that do something themselves, and a unit counts what they do."""
    return unit != "%" and any(a.startswith(_BODIES) for a in asked) and not unit.startswith(_BODIES)


_RECORDS = re.compile(r"^(?:thong tin|du lieu|tai khoan|ma so|ma dinh danh)\b")


@lru_cache(maxsize=4_096)
def is_record(unit: str) -> bool:
    """Whether a unit is one of records that are kept one for each of whom they are ("thông tin", "tài khoản")."""
    return bool(_RECORDS.match(fold(unit)))


def counts_records(units: Sequence[str], behind: str) -> bool:
    """Whether what is asked for is counted by its records, named right `behind` their number: of "310/420 thông tin học
    viên" one is of each learner."""
    named = _RECORDS.sub("", " ".join(fold(behind).split())).strip()
    return any(_opens(named, fold(unit)) for unit in units)


def _opens(text: str, word: str) -> bool:
    return text.startswith(word) and not text[len(word) : len(word) + 1].isalnum()


def counts_named(units: Sequence[str], counter: str, behind: str) -> bool:
    """Whether a counter stands before the very thing that is asked for, right `behind` its number: "13 cuộc hội nghị"
    are conferences."""
    named = " ".join(fold(behind).split()).removeprefix(fold(counter)).strip()
    return any(_opens(named, fold(unit)) for unit in units)


def names_counted(units: Sequence[str], unit: str, behind: str) -> bool:
    """Whether what is asked for is named behind a number of another unit that counts it, as a record or a counter."""
    if not units or not (is_record(unit) or is_counter(unit)):
        return False
    return counts_records(units, behind) if is_record(unit) else bool(unit) and counts_named(units, unit, behind)


_ACTS = ("thanh toán", "giao dịch", "tra cứu", "thông báo", "truy cập")


def counts_act(units: Sequence[str], counter: str, said: Collection[str]) -> bool:
    """Whether a counter stands for what is asked for, which its clause says ("hồ sơ trễ hạn …, còn 12 trường hợp …"):
    a case for anything, a time for what is done once each time (a payment, a look-up) and for no paper."""
    case = fold(counter) == "truong hop"
    if not case and fold(counter) != "luot":
        return False
    return any(unit in said and (case or unit.startswith(_ACTS)) for unit in units)


_NUMBER_OF = re.compile(
    r"^\W*(?:(?:the|vay|con|va|con lai|ca) )*(?:tong )?so (?!lieu\b)\w|"
    r"^\W*(?:(?:and|so|then|what about|how about) )*the (?:total )?number\b"
)
_SHARE = re.compile(r"\bt[yi] le\b|\bphan tram\b|%|\bper ?cent|\bshare\b|\bproportion")


def asks_number_of(text: str) -> bool:
    """Whether a question opens with the number of something ("Còn số rút lại?"), and asks for no share of it."""
    folded = fold(text)
    return bool(_NUMBER_OF.search(folded)) and not _SHARE.search(folded)

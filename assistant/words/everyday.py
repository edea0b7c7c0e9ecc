"""Everyday words: what is short in chat, what carries no meaning of its own, and what is said of everything.

The words stand in `words/`, a file for each.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from importlib.resources import files

from assistant.words.abbreviated import in_full, specialised
from assistant.words.counters import as_counted
from assistant.words.many_ways import by_concept
from assistant.words.officially import Officially
from assistant.words.said_levels import levels_in_full
from assistant.words.terms import normal
from ingest.language.fold import fold
from ingest.language.guarded import guarded


def _lines(name: str) -> list[str]:
    text = files("assistant").joinpath("words", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> list[str]:
    return [word for line in _lines(name) for word in line.split(" ")]


def _pairs(name: str) -> dict[str, str]:
    return dict(line.split("\t") for line in _lines(name))


SPOKEN_SHORT = _pairs("short.tsv")
_SHORT_OF_SEVERAL = {short: tuple(full.split("; ")) for short, full in _pairs("short-of-several.tsv").items()}
_DEPARTMENTS = _pairs("departments.tsv")
_DEPARTMENT = re.compile(rf"\b([Ss]ở) ({'|'.join(sorted(map(re.escape, _DEPARTMENTS), key=len, reverse=True))})\b")
SAID = (*_lines("said-vi.tsv"), *_lines("frames-vi.tsv"))  # phrases by which what is typed bare is read
LITTLE = frozenset(map(fold, _words("little-vi.tsv")))  # in capitals "Mỹ" is a name, though "my" is little in English
STOP = LITTLE | frozenset(map(fold, _words("little-en.tsv")))
ENGLISH = frozenset(_words("english.tsv"))
LITTLE_MARKED = frozenset(map(normal, _words("little-vi.tsv")))
_WEIGHTS = {concept: float(weight) for concept, weight in _pairs("weights.tsv").items()}
_OFFICIALLY = Officially(_pairs("official.tsv"))
_AKIN = {asked: tuple(met.split("; ")) for asked, met in _pairs("akin.tsv").items()}
_WEIGHTS_BARE = {fold(concept): weight for concept, weight in _WEIGHTS.items()}


def _frames(name: str) -> re.Pattern[str]:
    longest_first = sorted(map(fold, _lines(name)), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(longest_first) + r")\b")


_MONTH = re.compile(r"\b[Tt]0?([1-9]|1[0-2])\s?[/.-]\s?(20\d\d)\b")  # "T6/2025"
_MONTHS = re.compile(r"\b(1[01]|0?[1-9])\s?[Tt](?:háng)?\s?[/.-]?\s?(20\d\d)\b")  # "9T/2023"
_MONTHS_FROM = guarded(r"\b(1[01]|0?[1-9])[Tt](?= (?:đầu|dau|cuối|cuoi|năm|nam)\b)")  # "6T đầu năm"
_SHORT_YEAR = re.compile(r"\b(\d{1,2}/(?:0?[1-9]|1[0-2]))/(\d\d)\b(?![/\d])")  # "27/11/25"
_QUARTER = re.compile(r"\b[Qq](IV|I{1,3}|[1-4])\s?[/.-]?\s?(20\d\d)\b")  # "QI/2024"
_PHASE = re.compile(r"\bg[đd](?= ?20\d\d)", re.IGNORECASE)  # "gđ 2021-2025": before a year it is no director
_PAID_OUT = re.compile(r"\bgn(?= (?:vốn|von|đtư|đtc|đầu tư|dau tu|ngân sách|kế hoạch|kh|nguồn)\b)", re.IGNORECASE)
# "nn chậm là gì", "nn do đâu": before a cause, and not "vốn nn", which is the state's.
_REASON = re.compile(
    r"\bnn(?= (?:chậm|trễ|giảm|tăng|thấp|do|vì|là (?:gì|j|do|sao)|tại sao|chưa|k|ko|không)\b)", re.IGNORECASE
)
# "tiếp nhiều công dân hơn" is "tiếp công dân nhiều hơn": the verb stands beside its object again. So it does in "làm
# nhiều đường nhất"; in "nhiều ý kiến thống nhất" nothing leads.
_MORE_OF = guarded(
    r"\b(nhiều|ít|nhieu|it) ((?:(?!(?:hơn|hon|nhất|nhat)\b)[^\W\d]+ ){1,4}?)"
    r"(?<!thống )(?<!thong )(?<!duy )(?<!hợp )(?<!hop )(hơn|hon|nhất|nhat)\b",
    re.IGNORECASE,
)
# "mấy tháng họp một lần" asks how long it takes to come round, and counts no months.
_SO_OFTEN = guarded(
    r"\b(?:cứ )?(?:mấy|may|bao nhiêu|bao nhieu) (?:ngày|ngay|tuần|tuan|tháng|thang|quý|quy|năm|nam)"
    r"(?=(?: [^?.;]{2,140})? (?:một|mot|1) (?:lần|lan)\b)",
    re.IGNORECASE,
)
# Who stands at the head of a committee or a level chairs it: no leader of a table is asked for.
_AT_THE_HEAD = guarded(
    r"\b(?:(?:các )?(?:người|vị|ông|bà|nguoi|vi|ong|ba) )?(?:đứng đầu|dung dau) (?:(?:của|cua) )?"
    r"(?:(?:các|cac) )?(?=(?:ubnd|(?:ủy|uỷ|uy) ban(?: nhân dân| nhan dan)?|(?:chính quyền|chinh quyen))\b)"
    r"(?:(?:chính quyền|chinh quyen) (?=(?:xã|xa|phường|phuong|huyện|huyen|tỉnh|tinh)\b))?",
    re.IGNORECASE,
)
_MANY = r"(?: (?:mất|đi|được))?(?= (?:mấy|may|bao nhiêu|bao nhieu)\b)"
_FELL = re.compile(rf"\b(?:tụt|tut|rớt|rot|tuột|sụt){_MANY}", re.IGNORECASE)
_ROSE = re.compile(rf"\b(?:nhích|nhich|leo|vọt)(?: lên| len)?{_MANY}", re.IGNORECASE)
_DEALS = re.compile(
    r"\bgd(?= (?:thanh toán|thanh toan|trực tuyến|truc tuyen|tt|online|qua mạng|qua mang)\b)", re.IGNORECASE
)
_SENT_IN = guarded(  # "bao nhiêu hồ sơ gửi tới": who is asked about took them in
    r"\b(?P<what>(?:hồ sơ|ho so)(?: (?:tthc|thủ tục hành chính|thu tuc hanh chinh|mới|moi))?) "
    r"(?:được |duoc |dân |dan )?(?:gửi|gui|nộp|nop|đưa|dua|chuyển|chuyen) (?:tới|toi|đến|den|vào|vao)\b"
    r"(?! (?:sở|so|bộ|bo|tỉnh|tinh|trung ương)\b)",
    re.IGNORECASE,
)
_SPENT = re.compile(  # "đã tiêu được bao nhiêu vốn": what a report calls paid out
    r"(?<!chỉ )(?<!chi )(?<!mục )(?<!muc )(?<!đầu )(?<!dau )\b"
    r"(?:tiền chi ra|chi ra|tiêu mất|tiêu hết|tiêu được|tieu duoc|"
    r"tiêu|xài hết|xài được|xài)\b(?! (?:chí|chuẩn|thụ|dùng|hủy|huỷ|cực|đề|biểu|diệt|thoát|hao|tiền|phí))",
    re.IGNORECASE,
)
_OF_CAPITAL = guarded(r"\b(?:kinh phí|vốn|kế hoạch năm|chuyển đổi số)\b", re.IGNORECASE)
_LEAST_SET = guarded(r"\b(ngưỡng|mức|mốc) thấp nhất (?=đề ra|đặt ra|được giao|phải|cần|quy định)", re.IGNORECASE)
# "đơn KN": a complaint, as offices write it ("đơn KN, TC"); beside PA it is what people propose.
_COMPLAINTS = guarded(r"\b([đĐdD][ơƠoO][nN]) KN\b(?!\W{0,3}(?:(?:và|va) )?PA\b)")
_UNUSED = re.compile(r"\b(chưa) dùng\b(?! tiền)", re.IGNORECASE)  # reports say "chưa sử dụng"
_UNDER_WAY = re.compile(r"\bđang (?:còn )?(?:ở |nằm )?trong (?:quá trình|giai đoạn|diện) (?=\w)", re.IGNORECASE)
# "how many petitions (PAKN) were": the initials say which; a word of Vietnamese administration has no other name
_MEANT = guarded(
    r"\b(how many|number of|of|the|these|those|all|new|any|many|which|what) "
    r"(?:(?!in |by |from |to |at |for |were |was |received )[a-z]+ ){1,5}\((PAKN|TTHC|DVC|DVCTT|KNTC)\)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?<=\w) \([A-ZĐ]{2,7}\)(?= \w)")  # "administrative reform (PAR) index": the words say it
# "after their deadline" is "after the deadline"
_WHOSE_TIME = guarded(r"\b(?:their|its|his|her)(?= (?:deadlines?|due dates?|time limits?)\b)", re.IGNORECASE)
# "what place did the ward take on the index": a rank, and nothing is taken on
_PLACE_TAKEN = guarded(
    r"\b(what|which) (?:place|spot) (did|does|had|has) ((?:[\w’'-]+ ){1,6}?)"
    r"(?:take|taken|hold|held|occupy|occupied|get|got)\b",
    re.IGNORECASE,
)
_SO_MANY_IN = re.compile(r"(?<=\d)-in-(?=\d)", re.IGNORECASE)  # "3-in-1" is the number of no document
_PLACE_NUMERAL = guarded(r"\b(?:phu luc|appendix|annex|bieu|muc|section|part) (?:so )?(?P<of>[ivx]{1,4})\b")
_FRAMES = {"vi": _frames("frames-vi.tsv"), "en": _frames("frames-en.tsv")}
_MARKED = frozenset(" ".join(map(normal, line.split())) for line in _lines("frames-vi.tsv"))


def frames(text: str, language: str, *, bare: bool) -> list[tuple[int, int]]:
    """Where a text only puts its question ("ghi nhận được", "gộp lại", "all told"): spans, as offsets.

    `bare`: the text is typed without marks, and so are the phrases then; else "ra sao" is one and "rà sao" is none.
    """
    folded = fold(text)
    found = _FRAMES[language].finditer(folded)
    numerals = [m.span("of") for m in _PLACE_NUMERAL.finditer(folded)]
    if language == "en" or bare:
        return [*(m.span() for m in found), *numerals]
    marked = (m.span() for m in found if " ".join(map(normal, text[m.start() : m.end()].split())) in _MARKED)
    return [*marked, *numerals]


def is_little(word: str, *, english: bool, marked: bool) -> bool:
    """Whether a word only asks, points or joins. In a text `marked` by who typed it a word that has marks is compared
    with them: "đê" is no "để", and "thuốc" no "thuộc"."""
    if english or not marked or word.isascii():
        return fold(word) in (STOP if english or word.islower() else LITTLE)
    return normal(word) in LITTLE_MARKED


def generic(key: str) -> float:
    """What a word counts before its rarity: 1, or less for one that reports say of everything. A word that has marks is
    compared with them: "phạt nguội" are no people."""
    return _WEIGHTS_BARE.get(key.lower(), 1.0) if key.isascii() else _WEIGHTS.get(normal(key), 1.0)


def akin(keys: Collection[str]) -> tuple[str, ...]:
    """The concepts by which a report may say something near to, or narrower than, what a word asks for."""
    return tuple(dict.fromkeys(met for key in keys for met in _AKIN.get(key, ()) if met not in keys))


# "went unanswered" is "went not answered"; what is called by one word ("unresolved") is left as it is.
_UNDONE = guarded(
    r"\b(?:went|gone|goes?|left|remain(?:s|ed|ing)?|still) un"
    r"(?!settled|resolved|processed|handled|solved|finished|filled|changed|affected|employed)(?P<done>\w{3,}ed)\b",
    re.IGNORECASE,
)


# What was not settled in time is late.
_IN_TIME = r"(?:on time|in time|within (?:the )?(?:deadline|time limit)|by (?:the|its|their) deadlines?)"
_NOT_IN_TIME = re.compile(rf"\b(?:not|never) (?:\w+ed )?{_IN_TIME}\b", re.IGNORECASE)
_CHUA_KIP = re.compile(
    r"\b(?:chưa|không)(?: được| kịp)?(?: (?:giải quyết|xử lý|hoàn thành|thực hiện|trả kết quả|trả))?(?: xong)? "
    r"(?:đúng|trước|trong|kịp) (?:thời )?hạn\b",
    re.IGNORECASE,
)


# "hadn't yet been settled" went not settled as well.
_SHORT_NOT = guarded(r"\b(have|has|had|was|were|is|are|do|does|did)n[’']t\b", re.IGNORECASE)
_NOT_BEEN = re.compile(r"\bnot (?:yet )?(?:been|being) (?:yet )?(?=\w{3,}ed\b)", re.IGNORECASE)


# Of a mediation "không thành", "unsuccessful" is a concept of its own; of anything else it is what is left.
_UNSUCCESSFUL = guarded(r"^(?!.*(?:mediat|concil))(.*)\bunsuccessful\b", re.IGNORECASE | re.DOTALL)
_NO_SUCCESS = guarded(r"^(?!.*ho?[òàoa]a? gi[ảa]i)(.*)\bkh[ôo]ng (?=th[àa]nh c[ôo]ng\b)", re.IGNORECASE | re.DOTALL)


_OF_LATE = guarded(  # "the number of late files": not "of late"
    r"\b(of|many|the|all) late(?= (?!years\b|months\b|weeks\b|days\b|or\b)[a-z]+s\b)", re.IGNORECASE
)


def plainly(text: str) -> str:
    """A text without initials in brackets behind the words that they stand for, where the phrase goes on, and without
    whose a deadline is; Vietnamese initials take the place of an English word, and "3-in-1" is told by its words."""
    text = _NO_SUCCESS.sub(r"\1chưa ", _UNSUCCESSFUL.sub(r"\1not successful", text))
    text = _PLACE_TAKEN.sub(r"\1 rank \2 \3have", text)
    text = _NOT_BEEN.sub("not ", _SHORT_NOT.sub(r"\1 not", text))
    text = _CHUA_KIP.sub("quá hạn", _NOT_IN_TIME.sub("overdue", text))
    text = _MEANT.sub(r"\1 \2", _UNDONE.sub(r"not \g<done>", _WHOSE_TIME.sub("the", text)))
    return _SO_MANY_IN.sub(" in ", _INITIALS.sub("", _OF_LATE.sub(r"\1 overdue", text)))


def short_of_several(word: str) -> tuple[str, ...]:
    """What an abbreviation in small letters may stand for, where that is several things; () else."""
    return _SHORT_OF_SEVERAL.get(word, ())


def expand(text: str) -> str:
    """Spells out what is short in chat ("gq", "bn"); office abbreviations in capitals are left to the glossary."""

    def full(m: re.Match[str]) -> str:
        word = m[0]
        lower = word.lower()
        if lower in SPOKEN_SHORT and not (
            word.isupper() and len(word) > 1 and lower not in {"sl", "hs", "gq", "bn", "pakn", "bk", "gk"}
        ):
            return SPOKEN_SHORT[lower]
        return word

    text = _COMPLAINTS.sub(r"\1 khieu nai" if text.isascii() else r"\1 khiếu nại", text)
    text = in_full(levels_in_full(_OFFICIALLY.spelled(text)))
    spelled = _UNUSED.sub(r"\1 sử dụng", _MONTH.sub(r"tháng \1/\2", plainly(text)))
    spelled = _MONTHS.sub(r"\1 tháng đầu năm \2", _MONTHS_FROM.sub(r"\1 tháng", spelled))
    spelled = _SHORT_YEAR.sub(r"\1/20\2", spelled)
    spelled = _QUARTER.sub(r"quý \1 năm \2", spelled)
    spelled = _PHASE.sub("giai đoạn", spelled)
    spelled = _DEPARTMENT.sub(lambda m: f"{m[1]} {_DEPARTMENTS[m[2]]}", spelled)
    spelled = _REASON.sub("nguyên nhân", _PAID_OUT.sub("giải ngân", _DEALS.sub("giao dịch", spelled)))
    spelled = _SENT_IN.sub(r"\g<what> tiếp nhận", spelled)
    if _OF_CAPITAL.search(spelled):
        spelled = _SPENT.sub("giải ngân", spelled)
    spelled = _LEAST_SET.sub(r"\1 tối thiểu ", spelled)
    spelled = _AT_THE_HEAD.sub("chủ tịch ", _MORE_OF.sub(r"\2\1 \3", re.sub(r"[^\W\d_]+", full, spelled)))
    spelled = specialised(spelled)
    spelled = by_concept(spelled)
    spelled = as_counted(_ROSE.sub("tăng", _FELL.sub("giảm", _UNDER_WAY.sub("đang ", spelled))))
    return _SO_OFTEN.sub("bao lâu", spelled)

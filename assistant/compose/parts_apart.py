"""Where a question that asks several things is cut into its parts, and of what sort each of them is."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from assistant.asked.restating import KEPT
from assistant.compose.parts import behind_opening, where_apart
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

Sort = str
NUMBER, SHARE, RANK, POINTS = "number", "share", "rank", "points"
TIME, PAPER, SIGNER, OTHER = "time", "paper", "signer", "other"
COUNTED = (NUMBER, SHARE, RANK, POINTS)
FACTS = (*COUNTED, TIME, PAPER, SIGNER)  # of which an answer holds a mark, or none
MOST = 4  # parts that are looked at
_ASKS_VI = guarded(
    r"\bbao nhieu\b|\bmay\b|\bnao\b|\bgi\b|\bai\b|\bo dau\b|\b(?:vi|tai) sao\b|\b(?:do|vi) dau\b|\bra sao\b|"
    r"\bbao (?:gio|lau)\b|\b(?:chua|khong)(?=[,;?])|\b(?:nguyen nhan|ly do)\b|\b(?:ke|neu) ten\b|\bliet ke\b"
)
_ASKS_EN = guarded(
    r"(?:(?<=^)|(?<=\band )|(?<=[,;?:] ))(?:(?:to|in|by|from|for|with|at|on|under|of) )?(?:the )?"
    r"(?:how|what|when|whom?|whose|where|why|which)\b|(?<=\band )(?:the |its |their )?(?:reasons?|causes?)\b|"
    r"(?<=\band )(?:name|list) (?:it|them|these|those)\b|"
    r"(?<=\band )(?:were|was|is|are|has|have|had|did|does|do|will) (?:it|they|this|that|any|all|these|those)\b|"
    r"\b(?:how (?:many|much|often)|what|who|when|which)\b(?= (?:did|was|were|is|are|has|have|does|do)\b)"
)
_APART = re.compile(
    r"[,;?]\s*(?:(?:và|and|còn|while|trong (?:số )?đó|of which)\b)?\s*|"
    r"\s+(?:và|and|trong đó|trong số đó|trong khi|of which|while)\s+"
)
_FAR_APART = re.compile(r"[;?]|\b(?:còn|trong khi|trong đó|trong số đó|of which|while|whereas)\b", re.IGNORECASE)
_JOINT = re.compile(r"^\W*(?:(?:và|còn|and|while|whereas|thì|trong khi|with)\b\s*)+", re.IGNORECASE)
_COUNT = re.compile(r"\bbao nhieu\b|\bmay\b|\bhow (?:many|much)\b|\bwhat (?:\w+[ -]){0,4}?(?:total|number|amount)\b")
_SHARE = re.compile(
    r"\b(?:may|bao nhieu) (?:phan tram|%)|\bty le\b|\bti le\b|"
    r"\bwhat (?:\w+[ -]){0,4}?(?:share|rate|percentage|proportion)\b"
)
_RANK = re.compile(
    r"\b(?:xep|hang|dung) (?:thu )?(?:may|bao nhieu)\b|\bthu may\b|\b(?:thu )?hang (?:thu )?(?:may|bao nhieu|nao)\b|"
    r"\bwhat (?:\w+[ -]){0,3}?rank(?:s|ing)?\b|\bhow (?:\w+ ){0,3}rank(?:ed)?\b"
)
_POINTS = re.compile(r"\b(?:may|bao nhieu) diem\b(?! phan tram)|\bhow many points\b|\bwhat (?:\w+[ -]){0,3}?scores?\b")
_TIME = re.compile(
    r"\b(?:ngay|thang|nam|quy|luc|khi) (?:nao|may|bao nhieu)\b|\bbao gio\b|\bthoi han\b|\bhan (?:chot|cuoi)\b|"
    r"\b(?:by |until |since |from )?when\b|\b(?:what|which) (?:date|day|month|year)\b|\bdeadline\b"
)
_PAPER = re.compile(
    r"\b(?:quyet dinh|ke hoach|nghi quyet|chi thi|nghi dinh|thong tu|cong van|chuong trinh|huong dan|van ban|thong bao|"
    r"ket luan) (?:nao|so may|so nao|so bao nhieu|gi)\b|\bmang so (?:nao|gi)\b|"
    r"(?<!co )(?<!ho )(?<!chi )(?<!tong )\bso (?:may|bao nhieu)\b|"
    r"\b(?:which|what) (?:\w+ ){0,2}(?:plan|decision|resolution|directive|decree|circular|letter|programme)\b"
)
_APART_BY = re.compile(
    r"\b(?:hon|kem|chenh(?: lech)?|cach(?: nhau)?|thieu|vuot|mat|thua|tang|giam)(?: \w+){0,4} (?:may|bao nhieu)\b|"
    r"\b(?:by )?how (?:many|much|far)(?: \w+)? (?:ahead|behind|above|below|apart|higher|lower|more|fewer|less|better|"
    r"worse|short|later|earlier|after|before|did it (?:rise|fall|grow|exceed))\b|\bby how (?:many|much)\b"
)
_SIGNER = re.compile(r"\bai (?:da )?ky\b|\b(?:do ai|nguoi nao) ky\b|\bwho signed\b|\bsigned by whom\b")
_OPENS = re.compile(
    r"^(?P<opens>.{6,}?)(?P<verbs>(?:[,\s]+(?:là|vào|được|có|đạt|gồm|do|ở|tại|đã|chiếm|ban hành|trong))*)\s+"
    r"(?:(?:vào |từ |đến |do |ở |tại )?(?:ngày |tháng |cơ quan |đơn vị |hạng |thứ |xếp hạng |xếp thứ |số )?"
    r"(?:(?:bao nhiêu|mấy)(?: (?:phần trăm|điểm|%))?|nào|gì|ai|đâu|bao giờ|khi nào|chưa|không)(?!\w))(?P<behind>.*)$",
    re.IGNORECASE,
)
_CODES = re.compile(r"\bPAR Index\b|\b(?:PAPI|SIPAS|PCI|PARI|DTI|DDCI)\b|\b[Bb]ộ chỉ số \d+|\b[Ii]ndex \d+|“[^”]+”")
_DOES = re.compile(
    r"(?<=\w) (?:đã |được )*(?:tiếp nhận|tiếp|giải quyết|xử lý|tổ chức|thu nhận|phát|kiểm tra|cấp|mở|ban hành|"
    r"thực hiện|triển khai|xóa|hỗ trợ|nhận|thu|chi|giải ngân)$"
)
_ASKS_ON = re.compile(r"^(?:bao nhiêu|mấy)\b", re.IGNORECASE)
_DATE = re.compile(
    r"\b\d{1,2}/(?:\d{1,2}/)?\d{4}\b|\b(?:tháng|quý) \d[\d/]*|"
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b"
)
_OTHER_DATE = re.compile(
    r"\b(?:ngày|năm) \d[\d/]*|\b(?:19|20)\d\d\b(?![.,]\d)|\(\d{1,2}\)|(?<![\w.,])\d{1,2}[.)](?=\s)"
)
_CODE = re.compile(r"\d[\w.]*(?:/\d{4})?[/-][A-ZĐ][\w/&-]*")
_N = r"(?<![\d.,/])\d[\d.,]*(?:/\d[\d.,]*)?(?![\d/])"
_FOUND = {
    RANK: re.compile(
        rf"(?:[Hh]ạng|[Tt]hứ|[Rr]ank(?:ed)?) (?P<a>{_N})|(?P<b>{_N}) ?(?:bậc|hạng)|(?P<c>{_N}) \([^)]*[Tt]hứ hạng"
    ),
    POINTS: re.compile(rf"(?P<a>{_N}) ?(?:điểm|points?)\b|(?P<b>{_N}) \([^)]*(?:[Đđ]iểm|[Cc]hỉ số)"),
    SHARE: re.compile(rf"(?P<a>{_N}) ?(?:%|phần trăm|per ?cent)|(?P<b>{_N}) \([^)]*(?:[Tt]ỷ lệ|%)"),
    NUMBER: re.compile(rf"(?P<a>{_N})(?! ?(?:%|phần trăm))"),
}


_BOTH = re.compile(
    r"\b(?P<one>scores?|results?|values?|điểm(?: số)?|kết quả)(?: (?:and|và|cùng|lẫn) |, )(?:the |its |their )?"
    r"(?:national |overall )?(?P<other>ranks?|rankings?|thứ hạng|xếp hạng|hạng)\b",
    re.IGNORECASE,
)
_ISSUED = {"vi": "ban hành ngày nào", "en": "was issued on what date"}
_ORDER = re.compile(
    r"^(?:giữa )?(?P<one>.{8,}?)(?: được)?(?: ban hành| ký| ra đời| có)?(?: trước hay sau| sau hay trước| và) "
    r"(?P<other>.{8,}?)(?:,? (?:và )?(?P<apart>(?:cách|chênh)(?: nhau)? (?:mấy|bao nhiêu) ngày))\W*$",
    re.IGNORECASE,
)
_ORDER_EN = re.compile(
    r"^(?:was|were) (?P<one>.{8,}?) (?:issued|signed|adopted) (?:before or after|after or before|earlier or later than)"
    r" (?P<other>.{8,}?),? and (?P<apart>(?:by )?how many days.*)$",
    re.IGNORECASE,
)
_MOVES = guarded(r"\bthay doi\b|\btang\b|\bgiam\b|\bchang|\bmov|\brose\b|\bfell\b|\bso voi\b|\bcompar")


def apart(question: Question) -> tuple[str, ...]:
    """The parts of a question that each ask something, in order; () where they are too many to be told."""
    if (order := _ORDER.match(question.clear) or _ORDER_EN.match(question.clear)) is not None and not _ASKS_VI.search(
        fold(f"{order['one']} {order['other']}")
    ):
        first, last = (f"{order[one].strip(' ,')} {_ISSUED[question.language]}" for one in ("one", "other"))
        return first, last, order["apart"] or ""
    pieces = _cut(question.clear, english=question.language == "en")
    if (both := _BOTH.search(question.clear)) is not None and not _MOVES.search(fold(question.clear)):
        pieces = tuple(one for piece in pieces for one in _both_of(piece, both[0], both["one"], both["other"]))
    return pieces if len(pieces) <= MOST else ()


def _both_of(piece: str, both: str, *each: str) -> tuple[str, ...]:
    """A part that asks for a value and its rank, once for each."""
    return tuple(piece.replace(both, one) for one in each) if both in piece else (piece,)


@lru_cache(maxsize=KEPT)
def _cut(text: str, *, english: bool) -> tuple[str, ...]:
    asks = [m.start() for m in (_ASKS_EN if english else _ASKS_VI).finditer(fold(text))]
    cuts: list[int] = []
    for first, following in pairwise(asks):
        between = [m for m in _APART.finditer(text, first, following) if m.end() <= following]
        far = [m for m in between if _FAR_APART.search(m[0])]
        if between:
            cuts.append((far[0] if far else where_apart(text, first, between)).start())
    edges = [0, *behind_opening(text, cuts), len(text)]
    return tuple(text[a:b].strip(" ,;?") for a, b in pairwise(edges))


def without_joint(text: str) -> str:
    """A part without the word that joins it to the one before."""
    return _JOINT.sub("", text)


def goes_on(first: str, part: str, *, whole: bool) -> str:
    """A part behind what the first is about, with the rest of its words where that is meant as a `whole`, else with the
    names in them; "" where the first opens with what it asks."""
    named = _OPENS.match(first)
    if named is None:
        return ""
    opens = f"{named['opens']}{named['verbs']}" if _ASKS_ON.match(part) else _DOES.sub("", named["opens"])
    behind = named["behind"] if whole else " ".join(codes(named["behind"]))
    return " ".join(f"{opens} {part} {behind}".split()).strip(" ,")


def codes(text: str) -> list[str]:
    """The names of indices in a text, by their letters or number."""
    return [m for m in _CODES.findall(text) if m]


_SORTS = ((SIGNER, _SIGNER), (RANK, _RANK), (TIME, _TIME), (PAPER, _PAPER), (POINTS, _POINTS), (SHARE, _SHARE))


def sort_of(text: str) -> Sort:
    """Of what sort that is which a part asks for."""
    folded = fold(text)
    known = next((sort for sort, asked in _SORTS if asked.search(folded)), OTHER)
    return NUMBER if known == OTHER and _COUNT.search(folded) else known


def sets_apart(text: str) -> bool:
    """Whether a part asks by how much one is more, less, later than another."""
    return bool(_APART_BY.search(fold(text)))


def found_of(sort: Sort, text: str) -> set[str]:
    """What a text holds of a sort, without what is written in one way or another."""
    if sort == TIME:
        return {_bare(m) for m in _DATE.findall(text)}
    if sort == PAPER:
        return {*_CODE.findall(text)}
    if sort == SIGNER:
        return {*re.findall(r"\b(?:ký|KT|TM|signed)\b", text)}
    left = _OTHER_DATE.sub(" ", _DATE.sub(" ", _CODE.sub(" ", text)))
    held = _FOUND.get(sort)
    return {_bare(next(g for g in m.groups() if g)) for m in held.finditer(left)} if held is not None else set()


def _bare(number: str) -> str:
    return re.sub(r"[.,](?=\d{3}(?!\d))", "", re.sub(r"\b0+(?=\d)", "", number)).replace(",", ".").strip(" .,")

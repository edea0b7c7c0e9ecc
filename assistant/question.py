"""What is asked: the language, the kind of answer wanted, and the terms, period, place and scope it must be about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.claims import Language
from assistant.terms import Lexicon, Term, tokens
from ingest.language.fold import fold
from ingest.language.periods import DAY, periods

NUMBER_WEIGHT = 0.35  # a number said in the question helps to find the place, it is not what is asked
MAX_QUESTION = 4000  # characters: beyond this nobody asks, somebody pastes


class Kind(StrEnum):
    """What an answer must hold. A question may be of several kinds; the first that can be answered is."""

    FIGURE = "figure"
    LIST = "list"
    DOCUMENT = "document"
    COMPARISON = "comparison"
    TOTAL = "total"
    CAUSE = "cause"
    LIMITATION = "limitation"
    STRENGTH = "strength"
    DIRECTION = "direction"
    AUDIT = "audit"
    YES_NO = "yes/no"
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    EXTREME = "extreme"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term of the question. `weight` is what it counts before rarity; `must`: no answer without it.

    `beside` are the unknown words next to an unknown word: names and compounds count in full only side by side;
    `foreign` marks an English word that the glossary does not know.
    `heads` are the first words of the concept's wordings: with one of them at hand and the concept above, it is meant.
    `keys` are the concepts it may stand for; `words` its own folded words, looked for side by side where no concept is known.
    """

    keys: tuple[str, ...]
    words: str
    weight: float = 1.0
    must: bool = False
    heads: frozenset[str] = frozenset()
    beside: tuple[str, str] = ("", "")
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood. `text` is as asked; `clear` is the same in full words and, where they were lost, with marks.

    `units` are concept keys of what is counted ("bao nhiêu ĐƠN"), `also_units` of what is asked besides; `periods` ISO-like, `report_periods` those said of the report ("báo cáo năm 2024"); `places` folded names of units
    asked about ("xa thanh my"); `scope` the one level asked for ("cap xa"), `levels` all that are named; `documents` numbers named; `notes` and `tables` asked for by number.
    """

    text: str
    clear: str
    language: Language
    kinds: tuple[Kind, ...]
    wanted: tuple[Wanted, ...]
    units: tuple[str, ...] = ()
    also_units: tuple[tuple[str, ...], ...] = ()
    percent: bool = False
    periods: tuple[str, ...] = ()
    report_periods: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    scope: str = ""
    levels: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    footnote: int | None = None
    section: str = ""
    appendix: bool = False
    previous: bool = False
    followup: bool = False

    def is_(self, *kinds: Kind) -> bool:
        """Whether the question is of one of these kinds."""
        return any(k in self.kinds for k in kinds)


_ENGLISH_WORDS = frozenset(
    "how many much what which who whom when where why did does do is are was were the of in on to and for by with from that this there "
    "have has had list name give tell me about according report between than any share percentage rate total number its their them they".split()
)

SPOKEN_SHORT = {
    "bn": "bao nhiêu",
    "bnhiu": "bao nhiêu",
    "bnhieu": "bao nhiêu",
    "gq": "giải quyết",
    "gqtt": "giải quyết",
    "đgq": "đã giải quyết",
    "hs": "hồ sơ",
    "sl": "số lượng",
    "ko": "không",
    "k": "không",
    "kg": "không",
    "hok": "không",
    "đc": "được",
    "dc": "được",
    "vs": "với",
    "ntn": "như thế nào",
    "tn": "thế nào",
    "cb": "cán bộ",
    "cty": "công ty",
    "bc": "báo cáo",
    "tl": "tỷ lệ",
    "ds": "danh sách",
    "đv": "đơn vị",
    "nv": "nhiệm vụ",
    "tt": "thị trấn",
    "tp": "thành phố",
    "trđ": "triệu đồng",
    "ndan": "nhân dân",
    "nd": "nội dung",
    "vb": "văn bản",
    "cq": "cơ quan",
    "pb": "phổ biến",
    "ttruyen": "tuyên truyền",
    "hg": "hòa giải",
    "cskcb": "cơ sở khám chữa bệnh",
    "mh": "mô hình",
    "ng": "người",
    "nguoi": "người",
    "plý": "pháp lý",
    "đký": "đăng ký",
    "dky": "đăng ký",
    "tlệ": "tỷ lệ",
    "slg": "số lượng",
    "htr": "hỗ trợ",
}

STOP = frozenset(
    fold(w)
    for w in (
        "là có vì bao nhiêu nào gì ai của các những trong ngoài được đã sẽ đang cho và với theo về soạn giúp phần viết tóm tắt trình bày khiến dẫn lại mang chiếm dòng cột ô bảng biểu tại ở thì mà từ đến cùng như thế ra sao hay hoặc "
        "không chưa phải này đó kia ấy nêu ghi nói thể hiện cụ hãy xin vui lòng biết hỏi mấy bằng vào do bởi còn nữa rồi cũng khi lúc sau trước trên dưới "
        "liệt kê kể tên đâu hai ba bốn năm sáu bảy tám chín mười mỗi từng một số đây vậy ạ nhé giúp tôi mình em anh chị ông bà cái việc để nhằm gồm bao gồm bị hiện cả toàn tính ước đều thuộc "
        "through until till during within per since among amongst under summarise summarize describe explain say says get got before after there here again left stood stand also both only just even really the a an of in on to and for by with from that this there these those it its is are was were be been being do does did have has had how many "
        "much what which who whom whose when where why give list name tell me please according as at or not any their them they he she we you i "
        "about into per out than then so under over each every all other same some such"
    ).split()
)
UNKNOWN = 0.75  # of a Vietnamese syllable that is part of a longer unknown name or compound
COMMON_ENGLISH = 0.1  # of an English word that the glossary knows in other company
GENERIC = {
    "báo cáo": 0.1,
    "năm": 0.05,
    "tháng": 0.1,
    "ngày": 0.1,
    "số lượng": 0.15,
    "tổng": 0.25,
    "tỷ lệ": 0.3,
    "đạt": 0.2,
    "huyện": 0.15,
    "tỉnh": 0.25,
    "xã": 0.3,
    "địa phương": 0.3,
    "tổ chức": 0.3,
    "triển khai": 0.35,
    "kết quả": 0.3,
    "công tác": 0.2,
    "thực hiện": 0.2,
    "tăng": 0.3,
    "giảm": 0.3,
    "so với": 0.2,
    "cùng kỳ": 0.05,
    "năm trước": 0.05,
    "người": 0.35,
    "lượt": 0.4,
    "cuộc": 0.5,
    "giai đoạn": 0.3,
    "mục": 0.05,
    "phụ lục": 0.1,
    "chú thích": 0.05,
    "bảng": 0.1,
    "cơ quan": 0.3,
    "ủy ban nhân dân": 0.4,
    "văn bản": 0.4,
    "ban hành": 0.4,
    "nội dung": 0.2,
    "kỳ": 0.2,
    "hình thức": 0.5,
    "đến nay": 0.1,
    "hiện nay": 0.1,
    "nguyên nhân": 0.3,
    "thời gian": 0.3,
    "tên": 0.1,
    "nhiệm vụ": 0.4,
    "điểm": 0.5,
    "cao nhất": 0.1,
    "thấp nhất": 0.1,
    "cộng": 0.1,
    "phần": 0.1,
    "chính": 0.2,
    "đơn vị": 0.3,
    "giao": 0.4,
    "người dân": 0.6,
    "nhận": 0.6,
    "quy định": 0.4,
    "hướng dẫn": 0.7,
    "xếp loại": 0.3,
    "tăng thêm": 0.3,
    "kế hoạch": 0.8,
}
_GENERIC_FOLDED = {fold(k): v for k, v in GENERIC.items()}

_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (Kind.AUDIT, r"co (bang|khop|dung)\b.{0,60}\bkhong|cong (lai|cac)\b.{0,80}\b(co|bang)|khop (voi|nhau)|chenh lech|mau thuan|thong nhat (voi nhau )?khong|"
                 r"sai (so|lech)|add up|match|consistent|inconsisten|discrepan|equal (to )?the total|agree with"),
    (Kind.EXTREME, r"(cao|thap|nhieu|it|lon|nho) nhat|dung dau|dan dau|xep (thu )?nhat|\b(highest|lowest|most|least|fewest|largest|smallest|top|best|worst)\b"),
    (Kind.TOTAL, r"tong cong|tong so .{0,60}\b(ca|cua hai|va)\b|\bca (hai|cap|huyen|tinh|xa)\b.{0,60}\b(va|lan)\b|cong lai|gop lai|"
                 r"in total|altogether|combined|sum of|together|both .{1,40} and"),
    (Kind.COMPARISON, r"so voi|thay doi (the nao|ra sao|bao nhieu)|tang hay giam|tang.{0,12}giam|tang bao nhieu|giam bao nhieu|bien dong|chenh nhau|hon bao nhieu|"
                      r"tang (them )?(may|bao)|giam (di )?(may|bao)|"
                      r"compared|compare|change[sd]?\b|how did .{3,80}|increase[sd]? (by|from)|decrease[sd]? (by|from)|difference between|versus|rise|rose|fall|fell|\bgrow"),
    (Kind.CAUSE, r"nguyen nhan|vi sao|tai sao|ly do|do dau\b|\bwhy\b|\bcauses?\b|\breasons?\b"),
    (Kind.LIMITATION, r"han che|ton tai|kho khan|vuong mac|yeu kem|khuyet diem|bat cap|limitation|shortcoming|weakness|difficult|obstacle|challenge"),
    (Kind.STRENGTH, r"uu diem|mat duoc|strength|strong point|advantages?\b|achievement"),
    (Kind.DIRECTION, r"phuong huong|nhiem vu (trong tam )?(nam|thang|thoi gian|quy|ky)|thoi gian toi|giai phap .{0,30}(nam|thoi gian|toi)|dinh huong|ke hoach nam toi|"
                     r"\bdirections?\b|\bis planned\b|\bplanned for\b|plans? to|next year|upcoming|coming (month|year|period)|orientation|priorit|planned tasks|future tasks"),
    (Kind.DOCUMENT, r"\b(kh|qd|nq|nd|cv|ctr)\b.{0,90}\bso (may|nao|gi|bao nhieu)\b|\b(ke hoach|quyet dinh|nghi quyet|chi thi|nghi dinh|thong tu|cong van|chuong trinh)\b.{0,110}\b(so (may|nao|gi|bao nhieu|hieu)|ky ngay nao)\b|"
                    r"(van ban|quyet dinh|ke hoach|nghi quyet|chi thi|nghi dinh|thong tu|cong van|chuong trinh|huong dan|luat|quy che|to trinh|de an) (so )?(nao|gi|may|bao nhieu)|"
                    r"so (hieu|van ban|ky hieu)|can cu vao (van ban|dau)|theo (van ban|quyet dinh|ke hoach) nao|"
                    r"(ban hanh|ky) (ngay nao|khi nao)|ngay ban hanh|co quan (nao )?ban hanh|ai ban hanh|"
                    r"which ([\w’']+ ){0,3}(decision|plan|document|resolution|directive|decree|circular|letter|programme|program|dispatch|regulation|law)|"
                    r"(number|no\.?) (of|and date of) the (decision|plan|document|resolution|directive|decree|letter|programme|program)|document number|when was .{3,80} (issued|signed|promulgated)"),
    (Kind.FIGURE, r"bao nhieu|\bmay\b(?! ban| chu| moc| tinh)|ty le|ti le|phan tram|so luong|tong so|\bchi so\b|dat (bao|may)|"
                  r"how many|how much|population|revenue|expenditure|per capita|percentage|what (share|rate|proportion|score|number|percent)|\brate\b|\bscore\b|\btotal\b|number of|per ?cent|amount|\bindex\b|\bcost\b|how long|how often"),
    (Kind.LIST, r"(nhung|cac|cac loai|gom nhung|gom cac) .{1,90} (nao|gi)\b|gom (nhung )?(gi|nao)|liet ke|ke ten|danh sach|ten (cac|cua cac|nhung)|la nhung|"
                r"\d+ .{2,60} (nao|gi)\b|which (\w+ ){0,3}\w+s (were|are|have|did|was|does)|list (the|all)|what are|what were|name the|which (two|three|four|five|six|seven|eight|nine|ten|\d+)"),
    (Kind.WHO, r"\bai\b|don vi nao|co quan nao|(xa|phuong|huyen|so|tinh|nganh|ban|phong|to chuc) nao|\bwho\b|which (unit|agency|department|commune|district|body|organi[sz]ation|ward|office)|by whom"),
    (Kind.WHEN, r"khi nao|ngay nao|thang nao|nam nao|luc nao|bao gio|thoi gian nao|thoi diem|ngay may|\bwhen\b|what date|which (year|month|day|date)|deadline|thoi han"),
    (Kind.WHERE, r"o (muc|phan|dau|trang|chu thich|phu luc) nao|muc nao|nam o dau|trang may|trang nao|phan nao cua bao cao|where (in|is|does|can)|which section|which footnote|which appendix|which page"),
    (Kind.YES_NO, r"\bco\b.{2,160}\bkhong\b|phai khong|dung khong|hay chua|da .{2,120} chua\b|^(is|are|was|were|did|does|do|has|have|had|can) "),
)  # fmt: skip
_KINDS = [(kind, re.compile(pattern)) for kind, pattern in _PATTERNS]

_QUOTED = re.compile(r"[“\"«'‘]([^”\"»“’']{2,80})[”\"»’']")
_DOCUMENT = re.compile(r"\d+[a-zđ]?\s*[-/–]\s*(?:\d{4}\s*/\s*)?[A-Za-zĐđ][\w–&.-]*(?:\s*[-/–]\s*[A-Za-zĐđ][\w–&.-]*)*")
_BY_NUMBER = re.compile(
    r"\b(?:theo |on |under )?(?:quyet dinh|ke hoach|nghi quyet|chi thi|nghi dinh|thong tu|cong van|decision|plan|resolution|directive|decree|circular)(?: so| no\.?)? \d{1,5}\b"
)
_UNIT_VI = re.compile(r"(?:bao nhieu|\bmay|\bso(?= (?:lan|luot|nguoi|vu|don|ho so|cuoc|diem)\b)) +(?P<unit>(?:(?!bao nhieu)[^?,;.])+)")
_UNIT_EN = re.compile(r"(?:how (?:many|much)|number of) +(?P<unit>(?:(?!how many|and how)[^?,;.])+)")
_PERCENT = re.compile(r"ty le|ti le|phan tram|%|percent|per cent|\bshare\b|\brate\b|proportion")
_SCOPE = re.compile(r"\bcap (xa|huyen|tinh|trung uong)\b|(commune|district|provincial|province|central)[ -]level|(?:at|of) the (commune|district|province)s?\b")
_SCOPE_NAMES = {"commune": "xa", "district": "huyen", "provincial": "tinh", "province": "tinh", "central": "trung uong"}
_LEVEL_PAIR = re.compile(r"\bca (tinh|huyen|xa) (?:lan|va) (?:cap )?(tinh|huyen|xa)\b|\b(?:hai|2|ca hai) cap\b|both levels|both (?:the )?(?:district|commune|provincial|province)s?(?: level)? and (?:the )?(?:district|commune|provincial|province)|(?:district|commune) (?:level )?(?:or|and) (?:at )?(?:the )?(?:district|commune) levels?")
_FOOTNOTE = re.compile(r"(?:chu thich|cuoc chu|footnote|ghi chu)(?: so)? (\d{1,3})")
_SECTION = re.compile(r"(?:muc|phan|section|khoan) ((?:[ivxlc]+|\d{1,2})(?:\.\d{1,2})*)\b")
_CAPITALS = "".join(c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper() and (c < "\u01b1" or c >= "\u1ea0"))
_OF_REPORT = re.compile(r"(bao cao|phu luc i*)( cua)?( huyen| tinh| xa)? (nam |thang |quy )?$|report (of|for|from) (the year )?$|appendix [iv]+ (for|of) $")
_REPORT_AFTER = re.compile(r"('s)? (\w+ ){0,3}(report|annual report)\b")
_NAME_WORD = rf"[{_CAPITALS}]\w*"
_PLACE_VI = re.compile(
    r"\b(?P<kind>[Hh]uyện|[Xx]ã|[Tt]ỉnh|[Pp]hường|[Tt]hị trấn|[Tt]hành phố|[Tt]hị xã|[Qq]uận|[Đđ]ặc khu|TP\.?|UBND (?:xã|huyện|tỉnh|phường|thị trấn))\s+"
    rf"(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,3}})"
)
_BODY_VI = re.compile(rf"\b(?:Sở|Cục|Chi cục|Công ty|Bệnh viện)\s+{_NAME_WORD}\s+\w+")
_PLACE_EN = re.compile(
    rf"\b(?P<name>(?!The\b|What\b|Which\b|How\b|In\b|Did\b|Does\b|Was\b|Were\b){_NAME_WORD}(?:\s+{_NAME_WORD}){{0,3}})(?:['’]s)?\s+(?P<kind>district|commune|province|ward|town|township|city|hamlet)\b"
)
_KIND_EN = {"district": "huyen", "commune": "xa", "province": "tinh", "ward": "phuong", "town": "thi tran", "township": "thi tran", "city": "thanh pho"}


def detect_language(text: str) -> Language:
    """Vietnamese or English, decided by marks and by little words."""
    if any(c in "ăâđêôơưĂÂĐÊÔƠƯ" or "Ạ" <= c <= "ỹ" for c in text) and not re.search(
        r"\b(how|what|which|who|when|why|did|does|the|were|was|is|are)\b", text.lower()
    ):
        return "vi"
    words = [t.text for t in tokens(text)]
    hits = sum(w in _ENGLISH_WORDS for w in words)
    return "en" if hits >= max(2, 0.18 * len(words)) or (hits and len(words) <= 4 and text.isascii()) else "vi"


def has_marks(text: str) -> bool:
    """Whether a Vietnamese text carries its diacritics: a question of several words without a single one was typed bare."""
    return any(not c.isascii() and c.isalpha() for c in text)


def expand(text: str) -> str:
    """Spells out what is short in chat ("gq", "bn"); office abbreviations in capitals are left to the glossary."""

    def full(m: re.Match[str]) -> str:
        word = m[0]
        lower = word.lower()
        if lower in SPOKEN_SHORT and not (word.isupper() and len(word) > 1 and lower not in {"sl", "hs", "gq", "bn"}):
            return SPOKEN_SHORT[lower]
        return word

    return re.sub(r"[^\W\d_]+", full, text)


def understand(text: str, lexicon: Lexicon, *, clear: str | None = None) -> Question:
    """Reads a question. `clear` is its text with marks restored, if it was typed without.

    The period may be relative ("năm trước"): it is then left to the caller, who knows the report, and `previous` is set.
    """
    language = detect_language(text)
    spelled = clear or (expand(text) if language == "vi" else text)
    folded = fold(spelled)
    bare = language == "vi" and not has_marks(spelled)
    kinds = tuple(kind for kind, pattern in _KINDS if pattern.search(folded)) or (Kind.TEXT,)
    quoted = tuple(q for q in _QUOTED.findall(spelled) if q.strip())
    documents = tuple(" ".join(d.split()) for d in _DOCUMENT.findall(spelled) if not re.fullmatch(r"[\d\s/–-]+", d))
    spans = periods(spelled)
    of_report = {s.period for s in spans if _OF_REPORT.search(folded[: s.start]) or _REPORT_AFTER.match(folded[s.end :])}
    asked = tuple(dict.fromkeys(s.period for s in spans if s.period and s.period[0].isdigit()))
    places = _places(spelled, language)
    taken = [(s.start, s.end) for s in spans]
    taken += [m.span() for m in _DOCUMENT.finditer(spelled) if m[0] and not re.fullmatch(r"[\d\s/–-]+", m[0])]
    if not {Kind.DOCUMENT, Kind.AUDIT} & set(kinds):
        taken += [m.span() for m in _BY_NUMBER.finditer(folded)]
    units: list[tuple[str, ...]] = []
    for match in (_UNIT_EN if language == "en" else _UNIT_VI).finditer(folded):
        found = lexicon.cut(spelled[match.start("unit") : match.end("unit")], folded=bare, english=language == "en")
        units += [t.keys for t in found if fold(t.text) not in STOP and t.key != "tỷ lệ"][:1]
    pair = _LEVEL_PAIR.search(folded)
    levels = {_SCOPE_NAMES.get(named, named) for m in _SCOPE.finditer(folded) for named in m.groups() if named}
    if pair:
        levels |= {pair[1], pair[2]} if pair[1] else {"huyen", "xa"}
    scope = f"cap {next(iter(levels))}" if len(levels) == 1 else ""
    footnote = _FOOTNOTE.search(folded)
    section = _SECTION.search(folded)
    return Question(
        text=text,
        clear=spelled,
        language=language,
        kinds=kinds,
        wanted=_wanted(spelled, lexicon, bare=bare, english=language == "en", taken=taken, quoted=quoted),
        units=units[0] if units else (),
        also_units=tuple(units[1:]),
        percent=bool(_PERCENT.search(folded)),
        periods=tuple(p for p in asked if p not in of_report and not (documents and DAY.fullmatch(p))),
        report_periods=tuple(p for p in asked if p in of_report),
        places=places,
        scope=scope,
        levels=tuple(f"cap {level}" for level in sorted(levels)),
        documents=documents,
        quoted=tuple(fold(" ".join(t.text for t in tokens(q))) for q in quoted),
        footnote=int(footnote[1]) if footnote else None,
        section=section[1].upper() if section else "",
        appendix=bool(re.search(r"phu luc|appendix|annex", folded)),
        previous=bool(re.search(r"nam (truoc|ngoai)|cung ky|ky truoc|thang truoc|last year|previous (year|period|month)|year before|year earlier|the year prior", folded)),
    )


def _places(text: str, language: Language) -> tuple[str, ...]:
    found = []
    for m in _PLACE_VI.finditer(text):
        kind = fold(m["kind"]).replace("ubnd ", "").replace("tp.", "thanh pho").replace("tp", "thanh pho")
        found.append(f"{kind} {fold(m['name'])}")
    for m in _BODY_VI.finditer(text):
        found.append(fold(" ".join(m[0].split())))
    if language == "en":
        for m in _PLACE_EN.finditer(text):
            found.append(f"{_KIND_EN.get(m['kind'], m['kind'])} {fold(m['name'])}")
    return tuple(dict.fromkeys(found))


def _wanted(
    text: str, lexicon: Lexicon, *, bare: bool, english: bool, taken: list[tuple[int, int]], quoted: tuple[str, ...]
) -> tuple[Wanted, ...]:
    wanted: dict[str, Wanted] = {}
    run: list[Term] = []

    def flush() -> None:
        words = [fold(t.text) for t in run]
        for at, word in enumerate(words):
            common = english and word in lexicon.english_words
            weight = COMMON_ENGLISH if common else UNKNOWN if len(words) > 1 else 1.0
            beside = (words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else "")
            foreign = english and word.isascii() and run[at].text[:1].islower()
            wanted.setdefault(word, Wanted((word,), word, weight, beside=("", "") if foreign else beside, foreign=foreign))
        run.clear()

    last = 0
    for term in lexicon.cut(text, folded=bare, english=english):
        gap = text[last : term.start]
        last = term.end
        if any(start <= term.start < end for start, end in taken):
            flush()
            continue
        if term.known:
            flush()
            word = fold(term.key)
            wanted.setdefault(term.key, Wanted(term.keys, fold(" ".join(t.text for t in tokens(term.text))), max(_GENERIC_FOLDED.get(fold(k), 1.0) for k in term.keys), heads=lexicon.heads.get(term.key, frozenset())))
            continue
        word = fold(term.text)
        if word in STOP or len(word) == 1 and not word.isdigit():
            flush()
            continue
        if word[0].isdigit():
            flush()
            wanted.setdefault(word, Wanted((word,), word, NUMBER_WEIGHT))
            continue
        if run and (gap.strip() or not bare and term.text[:1].isupper() != run[-1].text[:1].isupper()):
            flush()
        if word in _GENERIC_FOLDED:
            flush()
            wanted.setdefault(word, Wanted((word,), word, _GENERIC_FOLDED[word]))
            continue
        run.append(term)
    flush()
    _join_apart(wanted, text, lexicon, bare)
    for phrase in quoted:
        words = " ".join(fold(t.text) for t in tokens(phrase))
        wanted[f"“{words}”"] = Wanted((), words, weight=2.0, must=True)
    return tuple(wanted.values())


_ASKING = frozenset({"nhiêu", "nhieu", "mấy", "may"})
APART = 5  # words that may stand between the words of one concept: "tiếp bao nhiêu lượt công dân"


def _join_apart(wanted: dict[str, Wanted], text: str, lexicon: Lexicon, bare: bool) -> None:
    """Adds concepts whose words the question says in order but apart, in place of those of their parts that it met."""
    words = [fold(t.text) if bare else t.text for t in tokens(text)]
    for concept, wording in lexicon.long_wordings(bare):
        if concept in wanted or wording[0] not in words:
            continue
        at = words.index(wording[0])
        first = at
        for word in wording[1:]:
            try:
                at = words.index(word, at + 1, first + len(wording) + APART)
            except ValueError:
                break
        else:
            if at - first >= len(wording) and _ASKING & set(words[first : at + 1]):
                parts = {fold(w) for w in wording}
                for key, part in list(wanted.items()):
                    if set(part.words.split()) <= parts:
                        wanted[key] = replace(part, weight=part.weight * 0.05)
                wanted[concept] = Wanted((concept,), fold(" ".join(wording)), heads=frozenset({fold(wording[0])}))

"""What a question wants done with figures, told from its words; and the question asked again without those words.

"Tăng bao nhiêu so với năm 2023" is about a figure; "tăng", "so với" and the year only say what to do with it. Evidence
is looked for with the rest.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from assistant.asked.kinds import Kind
from assistant.asked.looked_for import KEPT as KEPT
from assistant.asked.looked_for import looked_for
from assistant.asked.outdone import outdoes
from assistant.asked.silent import asks_which_silent
from assistant.asked.taken_back import asks_why_other, numbers_put
from assistant.evidence.candidates import Candidate, candidates
from assistant.evidence.statements import ReportIndex
from assistant.measured.bounds import bound_at
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Role

OF_PAIR = 0.5  # of what is asked a part over its whole must say


_COMPARES = looked_for(
    r"\bso (voi|sanh)\b|\bhon\W*$|\bhon\b.{1,60}\b(bao nhieu|may)\b|\b(hay|hoac)\b.{0,90}\bhon\b|"
    r"\b(nhieu|it|cao|thap|lon|nho) hon\b|\bhon (nam|thang|quy|ky)\b|tang hay giam|giam hay tang|"
    r"\b(tang|giam) (them |di )?(bao nhieu|may)\b|"
    r"\b(?:tang|giam|cai thien)(?: len| xuong| di| them)?(?: nhu)? (?:the nao|ra sao)\b|"
    r"\bthay doi\b|\bbien dong\b|\bcach nhau\b|\bapart\b(?! from)|\bgap\b|\bdiffer(?:s|ed|ence)?\b|\bseparates?d?\b|"
    r"\bchenh (nhau|lech|may|bao)\b|\bmuc chenh\b|\bnhich len\b|\btut xuong\b|\bhon kem\b|"
    r"\bcompare[ds]?\b|\bcomparison\b|\bversus\b|\bvs\b|\bthan (in|the|last)\b|up or down|"
    r"\bco (?:tang|giam)(?: len| xuong| them| di| bot)?(?: so voi [^?;]{1,40})?(?: hay)? khong\b|"
    r"\b(?:better or worse|worse or better)\b|\b(?:get|got|gotten|become|became) (?:any )?(?:better|worse)\b|"
    r"\b(?:go|goes|gone|going|went|edged?|moved?|picked) (?:up|down)\b|"
    r"\b(rise|risen|rose|fall|fallen|fell|grow|grown|grew|shr[aiu]nk|climb(?:ed)?|declined?|worsen(?:ed)?|changed?|increased?|decreased?|dropped|improved?|more|fewer|higher|lower|beat|"
    r"outscored?|outdid|trail(?:s|ed)?|widen(?:s|ed)?|narrow(?:s|ed)?)\b"
)
_MET = looked_for(
    r"\bco (?:toi|len toi|kip|cham|cham toi|qua) (?:duoc )?(?:muc|nguong|moc|dich)\b[^?;]{0,60}\bkhong\b|"
    r"\bdat\b(?: (?:duoc|muc tieu|chi tieu|ke hoach|yeu cau|de ra|dat ra|duoc giao|hay)){0,4} (?:khong|chua)\b|"
    r"\bhoan thanh (?:muc tieu|chi tieu|ke hoach)\b.{0,30}\b(?:khong|chua)\b|"
    r"\b(?:was|were|is) (?:it|this|that|the target) (?:met|reached|achieved|hit|fulfilled)\b|"
    r"\bdid it (?:meet|reach|achieve|hit|fulfil)\b|"
    r"\b(?:meet|reach|achieve|hit|fulfil) (?:the|its|their) target\b"
)
_SETS_AIM = looked_for(
    r"\b(?:chi tieu|muc tieu|dat ra|de ra|dat (?:ra )?muc|yeu cau|giao|phan dau|dinh ra|vach ra|"
    r"an dinh|ra chi tieu|(?:dinh|de|giao|ra) (?:muc|moc|ke hoach)|can dat|phai (?:co|dat|lam|cap|xong)|"
    r"targets?|goals?|aim(?:ed)?|set|asked|required?|called for|wanted)\b"
)
_CAME_OF_IT = looked_for(
    r"\bthuc te\b|\btang hay giam\b|"
    r"\b(?:(?:thuc hien|dat|lam)(?: duoc)?|(?:cap|giai quyet|xu ly) duoc) (?:bao nhieu|may|the nao)\b|"
    r"\b(?:toi|cham|du|bang|kip|theo kip)(?: duoc)? (?:muc|chi tieu|muc tieu|moc|nguong)\b[^?;]{0,60} (?:khong|chua)\b|"
    r"\bket qua\b[^?;]{0,30}\b(?:the nao|ra sao|bao nhieu|may)\b|"
    r"\b(?:co |da )?(?:dat|hoan thanh|vuot|thuc hien)(?: \w+){0,3} (?:khong|chua)\b|\bdat hay (?:khong|chua)\b|"
    r"\b(?:co|da) dat(?: duoc)? (?:muc|chi tieu|muc tieu|moc|nguong|it nhat|toi thieu)\b[^?;]{0,80} (?:khong|chua)\b|"
    r"\b(?:met|meet|reach(?:ed)?|achieved?|hit|fulfil(?:led)?|attain(?:ed)?|actual(?:ly)?|come in|came in)\b"
)
_ADDED = looked_for(
    r"\b(?:giua|tu|ke tu|so voi)\b[^?;]*\bthem\b|\bthem\b[^?;]*\b(?:giua|tu|ke tu|so voi)\b|"
    r"^(?=.*\b(?:added|newly|additional(?:ly)?|extra)\b).*\b(?:between|from|since)\b"
)
_PASSING = r"\b(?:vuot|dat|qua|cham|tren|can moc|duoi|cao hon|lon hon|len toi)\b"
_WHICH_MONTH = r"\b(?:thang|quy) (?:nao|may)\b"
_FIRST_PASSED = looked_for(
    r"\b(?:thang|quy) (?:nao|may|dau tien)\b(?=.*\b(?:dau tien|lan dau)\b)"
    rf"(?=.*{_PASSING})|"
    rf"\b(?:dau tien|lan dau)\b[^?;]*{_PASSING}[^?;]*{_WHICH_MONTH}|"
    rf"{_PASSING}[^?;]*\b(?:dau tien|lan dau)\b[^?;]*{_WHICH_MONTH}|"
    rf"\b(?:tu|ke tu) (?:thang|quy) nao\b[^?;]*{_PASSING}|{_PASSING}[^?;]*\b(?:tu|ke tu) (?:thang|quy) nao\b|"
    r"^(?=.*\b(?:which|what) (?:month|quarter)\b|when\b)(?=.*\bfirst\b(?! (?:\w+ )?(?:months?|quarter|half)\b))[^?;]*"
    r"\b(?:exceed|pass|reach|above|over|top|meet|hit|cross|surpass|below)|"
    r"\bfirst (?:month|quarter)\b[^?;]*\b(?:exceed|pass|reach|above|over|top|meet|hit|cross|surpass|below)"
)
_REVISED = looked_for(
    r"\b(?:dieu chinh|dinh chinh|hieu chinh|sua)(?: lai)?(?: cac| mot)? (?:so|tong so|con so|so lieu)\b|"
    r"\b(?:so|so lieu|con so|so luong)\b[^?;]{0,90}\b(?:phai |bi |duoc |can )+(?:dieu chinh|dinh chinh|sua lai)\b|"
    r"\b(?:da bao cao|bao cao)(?: ban dau| truoc do)? la\b[^?;]{0,60}\b(?:sau|con|thuc te)\b|"
    r"\b(?:revised?|corrected|restated?|adjust(?:ed)?)\b[^?;]{0,40}\b(?:figure|number|total|count|data)\b|"
    r"\b(?:figure|number|total|count)\b(?=[^?;]{0,120}\b(?:revised|corrected|restated|adjusted)\b)[^?;]{0,90}"
    r"\b(?:was|were|been|be)\b|"
    r"\b(?:was|were)\b[^?;]{0,90}\b(?:figure|number|total|count)\b[^?;]{0,90}\b(?:revised|corrected|adjusted)\b"
)
_TAKEN_BACK = (
    looked_for(  # "chốt lại", "sau khi soát lại", "số chỉnh lại": a number that is no longer the first one told
        r"\bchot lai\b|\bsau(?: khi)? (?:ra soat|soat(?: lai| xet)?|doi soat|dinh chinh|dieu chinh|kiem dem lai)\b|"
        r"\b(?:con so|so(?: lieu)?) (?:da )?(?:chinh lai|chot|dung|dinh chinh|sua lai|that|chinh xac)\b|"
        r"\b(?:cong bo|bao cao|dua ra) (?:lan dau|ban dau|luc dau)\b|\bthuc te\b(?=.*\b(?:bao nhieu|may)\b)|"
        r"\bafter (?:the |a )?(?:review|reconciliation|re-?check\w*|checking|correction|adjustment)\b|"
        r"\b(?:originally|initially|first) (?:reported|given|published|announced|stated)\b|\bactually\b"
    )
)
_SERIES = looked_for(
    r"\b(thang|quy) nao\b|\b(bao nhieu|may|nhung|cac|tung|moi|hang) (thang|quy)\b|\b(trung binh|"
    r"binh quan)\b|\b(ca|toan) nam\b|\b(?:\d+|(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?= thang dau nam\b)) thang\b|"
    r"\b(?:ca|trong|qua|gop|cong|cua) (?:ca )?(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi) thang\b"
    r"(?! (?:qua|toi|nua|truoc|sau|lien))|"
    r"\b(?:of|over|in|across|all|for|the) (?:the |these |all )?(?:first )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten) months\b|"
    r"\b(?:bao nhieu|may) ky (?:bao cao|co|ma)\b|\bthe (?:month|quarter) (?:with|when)\b|\bthang co\b[^?;]*\bnhat\b|"
    r"\bso thang (?:ma|co)\b|\bmonths in which\b|\bwhen (?:was|were|did)\b[^?;]*\b(?:highest|lowest|most|least|peak)\b|"
    r"\b(which|what|each|every|per|how many|all|monthly) (months?|quarters?)\b|\bmonthly\b|\baverage\b|"
    r"\bwhole year\b|\bfull year\b|\bover the year\b"
)
_REPORTS = looked_for(
    r"\b(?:bao cao|trong|o|tai)\b.{0,40}\b(?:cac |nhung )?(?:thang|quy|nam|ky) nao\b|\b(?:cac|nhung) bao cao nao\b|"
    r"\b(?:thang|quy|nam) nao (?:co |thi )?(?:neu|nhac|vien dan|ghi|noi|co)\b|"
    r"\bwhich (?:\w+ ){0,2}reports?\b|"
    r"\bin which (?:months?|quarters?|years?)(?: of \d{4})? (?:is|are|was|were|does|do|did)\b|"
    r"\b(?:thang|quy) nao\b[^?;]{0,80}\b(?:xay ra|phat sinh|ghi nhan|phat hien)\b"
)
_PAST_MARK = looked_for(  # "lớn hơn 40 hồ sơ trong những tháng nào": of values, and not of what reports say
    r"\b(?:tren|hon|vuot(?: qua)?|duoi|over|above|below|under|exceed(?:ed|s)?|more than|less than)\b[^\d?;]{0,12}\d"
)
_FIRST_OR_LAST = looked_for(r"\bnhat\b|\b(?:highest|lowest|most|least|fewest|largest|smallest)\b")
_DOING_WORDS = (
    "so với|so sánh|tăng|giảm|thay đổi|biến động|chênh lệch|cuối|đầu|cao hơn|thấp hơn|nhiều hơn|năm trước|"
    "cùng kỳ|cùng kỳ năm trước|kỳ trước|trung bình|bình quân|cao nhất|thấp nhất|tháng|quý|cả năm|tăng thêm|end|"
    "change|rise|fall|improve|improved|decline|declined|drop|dropped|increase|decrease|difference|phần trăm|"
    "average|highest|lowest|month|months|each|year|more|less|than|hơn|kém|up|down|point|points|compare|between|"
    "thứ|second|third|most|trên|dưới|tổng|cộng|tổng cộng|lượng|lẫn|nhất|cùng thời điểm|thời điểm|ra sao|chênh|"
    "nhau|mấy|điểm phần trăm|percentage points|mức|total|sum|combined|both|percentage|develop|developed|evolve|"
    "evolved|diễn biến|thêm|giữa|added|newly|additional|extra|vượt|vượt qua|lớn|lớn hơn|nhỏ hơn|exceed|exceeded|"
    "xu hướng|trend|kỳ báo cáo"
)
DOING = frozenset(fold(w) for w in _DOING_WORDS.split("|"))

# What a body is charged with: "được giao làm gì", "nêu các nhiệm vụ dự kiến giao Sở A", "nhiệm vụ của Sở A là gì",
# "which tasks are proposed for the department".
BODY = r"(?:so|ban|phong|cuc|chi cuc|cong an|thanh tra|van phong|trung tam|ubnd|uy ban|thue|hoi|vien|bo|bao|dai)"
_TASK = r"(?:nhiem vu|dau viec|cong viec|phan viec)"
_CHARGED = r"(?:assigned|proposed|planned|set|foreseen|laid down|intended|given)"
TASKS_ASKED = guarded(
    r"\b(?:duoc giao|giao|phai|can|co nhiem vu|co trach nhiem|chiu trach nhiem|duoc phan cong|phan cong)"
    r"(?: phai| lam| thuc hien| nhung| cac| trien khai)*(?: viec| nhiem vu| cong viec| noi dung)? (?:gi|nao)\b|"
    r"\b(?:(?:hay )?(?:neu|liet ke|ke|tom tat|trinh bay|viet|cho biet) (?:ra |lai )?)?(?:cac |nhung )?"
    rf"{_TASK} (?:(?:gi|nao|cu the|trong tam) )*"
    rf"(?:(?:duoc|du kien|de xuat|can|se) )*(?:giao|phan cong)(?: cho)? (?={BODY}\b)|"
    rf"\b(?:neu|liet ke|ke|tom tat)(?: ra| lai)? (?:cac |nhung )?{_TASK} (?:cu the |trong tam )?cua (?={BODY}\b)|"
    rf"\b{_TASK} (?:cu the |trong tam )?cua (?={BODY}\b[^?;]{{2,90}}\b(?:la gi|gom(?: nhung)? gi|la nhung gi)\W*$)|"
    rf"\b(?:giao|bao|bat|buoc|doi|nho|yeu cau|muon|can|phan cong)(?: cho)? (?={BODY}\b)(?:\w+ ){{2,9}}?(?:phai )?"
    r"(?:lam|lo|thuc hien|ganh|phu trach)(?: nhung| cac)?(?: viec| nhiem vu| cong viec| phan viec)? (?:gi|nao)\b|"
    rf"\b(?:what|which|list|name|give|outline|draft)(?: me| are| out)?(?: the)? tasks\b(?: (?:are|were|is|be))?"
    rf"(?: {_CHARGED})? (?:for|to|of) (?=the\b)|"
    r"\bwhat (?:tasks? |work |duties )?(?:is|was|are|were|must|should|does|did) .{3,90} "
    r"(?:told|asked|assigned|charged|required|tasked|given|instructed|have|need|do)\b(?: (?:to do|with))?"
)

LEFT = frozenset(  # words that ask for what is left, folded
    (
        "con lai",
        "con thieu",
        "thieu",
        "con du",
        "du",
        "con thua",
        "thua",
        "chua dung",
        "chua su dung",
        "suat",
        "unused",
        "unspent",
        "unfilled",
        "vacant",
        "missing",
        "tong",
        "so voi",
        "ton dong",
        "dang thuc hien",
        "leave",
        "leaves",
        "left",
        "unfinished",
        "outstanding",
        "remain",
        "remains",
    )
)


LEVELS = {
    "xa": "cap xa",
    "huyen": "cap huyen",
    "tinh": "cap tinh",
    "commune": "cap xa",
    "district": "cap huyen",
    "provincial": "cap tinh",
    "province": "cap tinh",
}
_LEVEL_VI = guarded(
    r"\bca (?:cap )?(xa|huyen|tinh) (?:va|lan|cung) (?:cap )?(xa|huyen|tinh)\b|"
    r"\b(xa|huyen|tinh) (?:va|lan|cung|voi) cap (xa|huyen|tinh)\b|"
    r"\bcap (xa|huyen|tinh) (?:va|lan|cung|voi) (xa|huyen|tinh)\b|\bcap (xa|huyen|tinh)\b|"
    r"\b(?:cua|o|phan) (?:cap )?(xa|huyen|tinh) (?:va|lan|cung|voi) (?:phan )?(?:cua |o )?(?:cac )?(?:cap )?"
    r"(xa|huyen|tinh)\b|"
    r"(?<=\bhon )(?:o |cua |so voi )?(?:cap )?(xa|huyen|tinh)(?= (?:bao nhieu|may|la|den)\b|\W*$)|"
    r"^(?:\w+ )?(xa|huyen|tinh)\b(?=[^?;]*\bhon (?:o |cua |so voi )?cap (?:xa|huyen|tinh)\b)"
)
_LEVEL_EN = re.compile(
    r"\b(commune|district|provincial|province)s?\b(?= level| and| or|,|[- ]level)|\b(?:at|of|"
    r"for) (?:the )?(commune|district|province)s?\b"
)
_LEVELS_TOGETHER_EN = re.compile(  # "by the district and the communes", "the district's and the communes' sessions"
    r"\b(commune|district|province)s?(?:[’']s?)?(?: \w+)? (?:and|plus|with) (?:those (?:of|at) )?"
    r"(?:the |its |all (?:the )?)?(commune|district|province)s?\b"
)


_ADDING = guarded(
    r"\btổng\b|\btính (?:chung|gộp)\b|\bgộp\b|\b(?:cộng dồn|dồn|gom) (?:hết |cả )?(?:lại|chung|vào)\b|"
    r"\bcộng\b(?! (?:đồng|tác|hòa|sản))|\b(?:in total|total|altogether|combined|overall|"
    r"all told|(?<!work )(?<!come )(?<!put )together(?! with| to\b)|counting|sums?|add(?:s|ed)? up|adding|"
    r"add(?= [^?;:]{3,70} (?:up|together)\b))\b"
)
_ADDING_BARE = re.compile(
    r"\btong (?:so|cong|the)\b|\bcong (?:lai|cac|cot|don|dong)\b|\btong\b|\bgop (?:lai|chung|het)\b"
)


_ROW_OF_SUMS = guarded(r"(?:dòng|hàng|cột|dong|hang|cot) (?:tổng )?[“\"]?(?:cộng|tổng cộng|tổng|cong|tong cong|tong)\b")


def adds(question: Question) -> bool:
    """Whether the question speaks of a sum. Marks matter: "cộng" adds, "công" is work and "cộng đồng" a community."""
    said = _ROW_OF_SUMS.sub(" ", question.clear.lower())
    return bool(_ADDING.search(said) or (said.isascii() and _ADDING_BARE.search(said)))


_PLACE = re.compile(r"\b(?:phu luc|chu thich|appendix|footnotes?)\b")


def names_places(question: Question) -> bool:
    """Whether two places of a report are to be set against each other, as its text and an appendix."""
    return question.is_(Kind.AUDIT) and bool(_PLACE.search(fold(question.clear)))


def levels(question: Question) -> tuple[str, ...]:
    """The levels that the question names, as figures name their scope: "cap huyen", "cap xa"."""
    asked = fold(question.clear)
    named = {LEVELS[word] for m in _LEVEL_VI.finditer(asked) for word in m.groups() if word}
    if question.language == "en" and "level" in asked:
        named |= {LEVELS[word] for m in _LEVEL_EN.finditer(asked) for word in m.groups() if word}
    if question.language == "en" and adds(question):
        named |= {LEVELS[word] for m in _LEVELS_TOGETHER_EN.finditer(asked) for word in m.groups()}
    return tuple(sorted(named | set(question.levels)))


_NO_MORE = guarded(r"\b(?:gặp|hòn|hồn|hôn|hớn|hỗn)\b")  # none of them is "gấp" or "hơn" with its marks


def compares(question: Question) -> bool:
    """Whether the question sets a figure against that of another period, or of another part. Marks matter: "gấp" is
    so many times as much, "gặp" is to meet, and "Hòn
    Đất" a place."""
    if question.is_(Kind.COMPARISON) or _says_compared(question.clear) or asks_added(question):
        return True
    return len({*question.periods, *question.report_periods}) > 1 and outdoes(question)


@lru_cache(maxsize=KEPT)
def _says_compared(asked: str) -> bool:
    return _COMPARES(fold(_NO_MORE.sub(" ", asked.lower())))


def asks_added(question: Question) -> bool:
    """Whether the question asks what came on top between two months: "chi thêm giữa báo cáo tháng 7 và tháng 8"."""
    return len(_months(question)) == 2 and _ADDED(fold(question.clear))


def asks_first_passed(question: Question) -> bool:
    """Whether the question asks in which month a value first came to a mark or a target."""
    return _FIRST_PASSED(fold(question.clear))


def _months(question: Question) -> set[str]:
    asked = (*question.periods, *question.report_periods)
    return {p for p in asked if len(p) == len("2033-08") and "Q" not in p}


def over_a_series(question: Question) -> bool:
    """Whether the question may be about one figure of several reports: the highest month, the whole year, the mean."""
    return _SERIES(fold(question.clear)) or len(question.periods) > 2


def asks_met(question: Question) -> bool:
    """Whether the question asks if what was aimed at was reached."""
    return _MET(fold(question.clear))


def sets_for_month(question: Question) -> bool:
    """Whether the question asks of what was set for a month, and of what came of it."""
    asked = fold(question.clear)
    return bool(_months(question)) and _SETS_AIM(asked) and _CAME_OF_IT(asked)


def asks_revised(question: Question) -> bool:
    """Whether the question is of a figure that was corrected after it had been reported."""
    asked = fold(question.clear)
    return _REVISED(asked) or _TAKEN_BACK(asked) or bool(numbers_put(asked)) or asks_why_other(asked)


# What is to be done in a month is set by one paper, and not told by the reports of the months.
_TO_BE_DONE = re.compile(
    r"\b(?:is|are) (?:[\w’'-]+ ){1,6}to (?!date\b|the\b|that\b|what\b)[a-z]+|\b(?:must|should|shall)\b|"
    r"\b(?:thang|quy) (?:nao|may) (?:\w+ ){0,6}phai\b|"
    r"\bphai (?:\w+ ){1,8}(?:thang|quy) (?:nao|may)\b"
)


def asks_reports(question: Question) -> bool:
    """Whether the question wants to know which reports say something, not which figure leads."""
    asked = fold(question.clear)
    two = question.is_(Kind.COMPARISON) and len(question.periods) == 2  # which of two years counts more
    told = (_REPORTS(asked) and not _PAST_MARK(asked)) or asks_which_silent(question)
    return told and not _FIRST_OR_LAST(asked) and not two and not _TO_BE_DONE.search(asked)


def ask_again(
    question: Question, index: ReportIndex, without: frozenset[str] = DOING, *, timeless: bool = True
) -> list[Candidate]:
    """The evidence of a report for the question without the folded words `without`, best first.

    `timeless`: figures of any period, since the composer picks the periods itself.
    """
    wanted = tuple(w for w in question.wanted if not ({fold(k) for k in w.keys} | {w.words}) & without)
    units = () if question.percent else tuple(u for u in question.units if fold(u) not in without)
    if question.percent:  # "chênh mấy điểm phần trăm" asks for shares, not for points
        wanted = tuple(w for w in wanted if w.words not in {"diem", "points", "point"}) or wanted
    kinds = tuple(dict.fromkeys((*question.kinds, Kind.COMPARISON))) if timeless else question.kinds
    asked = replace(
        question,
        wanted=wanted or question.wanted,
        units=units,
        kinds=kinds,
        previous=False,
        periods=() if timeless else question.periods,
    )
    return candidates(asked, index)


def enough(candidate: Candidate, least: float = 0.6, lacking: float = 0.32) -> bool:
    """Whether a candidate says enough of what was asked to be calculated with; "còn dưới 70%" is no value."""
    said = candidate.coverage >= least and candidate.lacks < lacking and not any(w.must for w in candidate.missing)
    return said and not _is_bound(candidate)


def leaves_enough(candidate: Candidate) -> bool:
    """Whether a candidate says enough for what is left to be worked out; a part that stands over its whole ("31/40
    nhiệm vụ") is sure to be of it, and may say less."""
    figure = candidate.figure
    over = figure is not None and "/" in figure.text and figure.role is Role.PART
    return enough(candidate, OF_PAIR) if over else enough(candidate)


def _is_bound(candidate: Candidate) -> bool:
    """Whether a figure only says above or below what something lies, or about where: nothing is worked out from it."""
    figure = candidate.figure
    if figure is None or candidate.statement.row is not None:
        return False
    return bool(bound_at(candidate.statement.block.text, figure.at))

"""What kind of answer a question wants, told by its little words in Vietnamese and English."""

from __future__ import annotations

import re
from enum import StrEnum


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


# What is done about what falls short: "khắc phục hạn chế", "addresses the shortcoming".
REMEDY = (
    r"(?:(?:khac phuc|tra loi cho|ung voi|tuong ung voi|giai quyet|xu ly|thao go)\b.{0,40}?"
    r"\b(?:han che|ton tai|yeu kem|kho khan|vuong mac|bat cap)\b|"
    r"(?:address|answer|overcome|remed|respond|tackl)\w*\b.{0,40}?\b(?:limitation|shortcoming|weakness|difficult))"
)
# A time that work is set for: "cho tháng 4", "cho quý tới", "cho nửa cuối năm".
TIME_AHEAD = r"(?:(?:thang|quy|nam) (?:toi|sau|tiep theo|\d{1,4})|(?:nua|6 thang|sau thang) cuoi nam|ky (?:toi|sau))"
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
# "Chênh lệch giữa năm 2023 và năm 2024" asks for a difference, "chênh lệch giữa thân báo cáo và phụ lục" doubts one.
NOT_SET_APART = r"(?!.{0,100}\b(?:so voi|(?:giua|va) (?:cap|nam|thang|quy)\b))"
# "Tuyên truyền nghị quyết mấy cuộc" counts what was done with a document and asks for none.
NOT_OF_EVENTS = (
    r"(?! (?:nguoi|luot|cuoc|lan|vu|lop|buoi|don vi|co quan|truong hop|can bo|cong chuc|ho|xa|phuong|don)\b)"
)
# "Xã nào cao hơn bình quân" sets no two things of one kind against each other.
NO_MEASURE = r"(?! (?:\d|muc|binh quan|trung binh|chi tieu|ke hoach|du toan|quy dinh|so voi|toan|ca))"
# Whoever explains says why: "được giải thích là do đâu", "lý giải bởi những gì", "how does the report explain …".
EXPLAINED = (
    r"\b(?:duoc |bi )?(?:giai thich|ly giai)(?: \w+){0,2} (?:boi|do|vi|la do|la vi|bang|the nao|ra sao)\b|"
    r"\bhow (?:does|do|did|is|was|are|were) .{2,140}\bexplain(?:ed)?\b|\bwhat explain(?:s|ed)\b|"
    r"\bwhat (?:is|was) the explanation for\b|\bwhat explanation\b"
)
# What was worked out and may be wrong; "có giải quyết đúng hạn không" doubts no figure.
MISCOUNTED = (
    r"\b(?:tinh|cong|quy doi|lam tron|cham diem|quy diem)(?: \w+){0,2}? (?:dung|chinh xac|sai|nham)\b(?! han\b)"
    r"(?=.{0,90}\b(?:khong|chua)\b)|"
    r"\bcong thuc\b.{0,120}\b(?:phai|le ra|dang le|dung ra)(?: \w+){0,3} (?:bao nhieu|may)\b|"
    r"\b(?:le ra|dang le|dung ra) (?:phai )?(?:duoc|la|dat|ghi) (?:bao nhieu|may)\b|"
    r"\b(?:correctly|rightly|wrongly) (?:calculated|computed|derived|added|summed|worked out|converted|rounded)\b|"
    r"\b(?:calculated|computed|derived|added|summed|worked out|converted|rounded) (?:up )?"
    r"(?:correctly|rightly|wrongly)\b"
)
# Whether the figures bear out what is said: "có sát với số liệu không", "do the figures support that claim". What is
# held against a rule ("có phù hợp với quy định không") doubts no figure.
BORNE_OUT = (
    r"\b(?:so lieu|con so|chu thich|phu luc|bang bieu)\b[^?;]{0,60}\b(?:ung ho|cung co|chung minh|chung to|xac nhan)\b"
    r"[^?;]{0,60}\b(?:khong|chua)\b|"
    r"\b(?:sat|phu hop|trung khop|an khop|tuong ung|nhat quan|dung)(?: voi| nhu)? (?:cac |nhung )?"
    r"(?:so lieu|con so|chu thich|phu luc|bang|ty le|so|\d)\b[^?;]{0,80}\b(?:khong|chua)\b|"
    r"\b(?:nhan dinh|ket luan|danh gia)\b[^?;]{0,90}\b(?:co (?:dung|chinh xac|co so|sat)|duoc (?:so lieu|chung minh))\b"
    r"[^?;]{0,60}\b(?:khong|chua)\b|"
    r"\b(?:bear|bears|borne|bore) (?:it |that |this )?out\b|\bsquares? with\b|\bback(?:s|ed)? (?:it |that )?up\b|"
    r"\b(?:figures?|numbers?|data|footnotes?|appendix|table)\b[^?;]{0,60}\b(?:support|confirm|justify)\b|"
    r"\b(?:supported|confirmed|justified|borne out) by the (?:figures?|numbers?|data|footnotes?|appendix|table)\b"
)
_PAPER = r"(?:plan|decision|document|resolution|programme|program)s?\b"  # "which district plan" asks for no district
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (Kind.AUDIT, r"co (bang|khop|dung|giong)\b.{0,60}\bkhong|"
        r"\bthe same (?:\w+ )?(?:as|in)\b|cong (lai|cac)\b.{0,80}\b(co|bang)\b(?! (?:bao nhieu|may))|khop (voi|nhau)|"
        rf"{MISCOUNTED}|{BORNE_OUT}|\bchenh lech\b{NOT_SET_APART}|mau thuan|thong nhat (voi nhau )?khong|"
                 r"sai (so|lech)|add up|\bmatch(?:es|ed|ing)?\b|\b(?:a|any) mismatch|"
                 r"consistent|inconsisten|discrepan|equal (to )?the total|agree with"),
    (Kind.EXTREME, r"(cao|thap|nhieu|it|lon|nho) nhat|dung dau|dan dau|xep (thu )?nhat|\b(highest|lowest|(?<!at )most|"
        r"(?<!at )least|fewest|largest|smallest|top|best|worst|slowest|fastest|weakest|strongest|busiest)\b"),
    (Kind.TOTAL, r"tong cong|tong so .{0,60}\b(ca|cua hai|va)\b|\bca (hai|cap|huyen|tinh|xa)\b.{0,60}\b(va|lan)\b|"
        r"cong lai|gop lai|\bgop (?:ca |cap )*(?:xa|huyen|tinh)\b|"
                 r"in total|altogether|combined|sum of|together|both .{1,40} and"),
    (Kind.COMPARISON, r"so voi|"
        r"(?:thay doi|chuyen bien|tang|giam|cai thien)(?: len| xuong| di| them)?(?: nhu)? (?:the nao|ra sao)|"
        r"thay doi bao nhieu|tang hay giam|tang.{0,12}giam|tang bao nhieu|"
        r"giam bao nhieu|bien dong|chenh (?:nhau|lech)|\bhon bao nhieu|\bhon kem(?: nhau)?|"
                      r"tang (?:them |len |duoc )*(may|bao)|giam (?:di |duoc |mat )*(may|bao)|"
                      rf"\b(?:nao|ben nao|dau|hay)\b[^?;.]{{0,60}}\b(?:cao|thap|nhieu|it|lon|nho)"
                      rf"(?: \w+){{0,3}} hon\b{NO_MEASURE}|"
                      r"compared|compare|change[sd]?\b|how did .{3,80}|increase[sd]? (by|from)|decrease[sd]? (by|"
                      r"from)|difference between|versus|\b(?:rise|rose|rising|fall|fell|falling|grow)"),
    (Kind.CAUSE, r"nguyen nhan|vi sao|tai sao|(?:^|[,;:.] )sao\b(?! (?:luu|chep|y|ke)\b)|"
        r"\bsao (?:ma|lai)\b|\b(?:do|boi|vi) dau\b|\b(?:vi le|co) gi ma\b|"
        r"\bco sao\b|ly do|\bwhy\b|\breasons?\b|"
        r"\b(?:hoan canh|tac nhan|yeu to|dieu kien|tinh huong)\b[^?.;]{0,60}\b(?:gay ra|gay nen|dan den|dan toi)\b|"
        rf"{EXPLAINED}|\b(?:bat nguon|xuat phat|khoi nguon|nay sinh|nho) (?:la )?(?:tu )?"
        r"(?:dau|(?:nhung )?(?:dieu|yeu to|viec) (?:gi|nao))\b|\bboi (?:le|nhung) gi\b|"
        r"\bdo (?:nhung )?yeu to (?:gi|nao)\b|\bhow come\b|\b(?:due|owing|thanks) to what\b|\bbecause of what\b|"
        r"\bwhat (?:\w+ )?factors? (?:\w+ )?(?:behind|lie|explain|caused?|led)\w*\b|"
        r"\bwhat (?:held|holds|holding|slowed|slows|dragged|set) (?:up|back|down)\b|"
        r"\bwhat accounts for\b|\bwhat (?:kept|held|stopped) .{2,80}\b(?:from|back|up|so low)\b|"
        r"\bcauses? (?:of|for|behind|are|is|were|was|does|do|did|given|named|listed)\b|"
        r"(?:\b(?:the|main|root|what|which|and|or|its|their|any|these)|[’']s) causes?\b|"
        r"\bwhat (?:caused|made|led to|drove|delayed|slowed|prevented)\b|"
        r"\b(?:dieu|cai|yeu to|viec) (?:gi|nao) (?:da )?(?:khien|lam(?: cho)?|gay (?:ra|nen)|dan (?:den|toi))\b|"
        r"\bcauses?\W*$|"
        r"\bblame[sd]?\b|\bput down to\b|\battribute[sd]?\b|\bwhat (?:lies|is|was) behind\b"),
    (Kind.LIMITATION, r"han che|ton tai|kho khan|vuong mac|yeu kem|khuyet diem|bat cap|bat loi|"
        r"\b(?:tro ngai|can tro|rao can)\b|\bgay kho\b(?! de\b)|"
        r"\b(?:lam|khien)\b[^?.;]{0,80}\bkho (?:hon|them|khan)\b|"
        r"khong thuan loi|\bcon yeu\b|\bdiem yeu\b|\byeu o\b|limitation|shortcoming|"
        r"\bweak(?:ness(?:es)?|er)?\b|difficult|obstacle|challenge|"
        r"\b(?:made|make|makes|making)\b.{2,90}\b(?:harder|tougher|more difficult|difficult|hard)\b|"
        r"\bg[eo]ts? in the way\b|\bst[oa]n?o?ds? in the way\b|"
        r"\bsetbacks?\b|\bdrawbacks?\b|\bhinder(?:s|ed)?\b|\bhamper(?:s|ed)?\b|\bheld back\b|"
        r"\bwhat (?:went wrong|went badly|did not go well|fell short)\b"),
    (Kind.STRENGTH, r"uu diem|mat duoc|strength|strong point|advantages?\b|achievement|"
        r"\bwhat (?:went|worked) well\b"),
    (Kind.DIRECTION, r"phuong huong|"
        r"(?<!may )(?<!bao nhieu )nhiem vu (?:nao |gi )?(?:cua |trong |cho |trong tam )?(nam|thang|thoi gian|quy|ky)|"
        rf"\b(?:nhiem vu|giai phap|bien phap)\b.{{1,60}}\b{REMEDY}|thoi gian toi|giai phap "
        r".{0,30}(nam|thoi gian|toi)|dinh huong(?! (?:den |toi )?(?:nam )?20\d\d)|ke hoach nam toi|"
                     rf"\b(?:viec|nhiem vu)\b[^?.;]{{0,25}}\bcho {TIME_AHEAD}|"
                     rf"\b(?:viec|nhiem vu)\b[^?.;]{{0,25}}\b(?:phai|can|se) (?:lam|xong|thuc hien|hoan thanh)\b"
                     rf"[^?.;]{{0,20}}\b{TIME_AHEAD}|"
                     rf"\b(?:phan|dau|cong) viec\b[^?.;]{{0,25}}\b{TIME_AHEAD}[^?.;]{{0,30}}\b(?:phai|can|se) lam\b|"
                     rf"\b{TIME_AHEAD}[\d/]*(?: nam \d{{4}})? (?:can |phai )+(?:lam|thuc hien|tap trung)\b|"
                     r"\b(?:tasks?|work)\b[^?.;]{0,50}\bfor (?:the )?(?:next|coming|following|second half|h2\b|"
                     rf"q[1-4]\b|(?:{MONTHS})\b|20\d\d)|\b(?:should|must|is to|are to|to) be done in\b|"
                     rf"\b(?:tasks?|measures?|solutions?|actions?)\b.{{1,60}}\b{REMEDY}|"
                     r"(?<!steering and )(?<!guidance and )(?<!leadership and )\bdirections?\b|"
                     r"\bis planned\b|\bplanned for\b|"
                     r"(?<!when )\b(?:does|do|did|will|is|are)\b.{2,80}(?<!the )(?<!a )(?<!own )\bplan(?:ning)? to\b|"
                     r"next year|next steps?\b|way forward|lies ahead|upcoming|coming (month|"
                     r"year|period)|orientation|priorit|planned tasks|future tasks"),
    (Kind.DOCUMENT, r"\b(kh|qd|nq|nd|cv|ctr)\b.{0,90}\b(?:so (may|nao|gi|bao nhieu)|ngay (?:may|bao nhieu))\b|"
        r"\b(ke hoach|quyet dinh|nghi quyet|chi thi|nghi dinh|thong tu|cong van|chuong trinh)\b.{0,110}\b"
        r"(so (may|nao|gi|bao nhieu|hieu)|ky ngay nao)\b|"
                    r"(van ban|quyet dinh|ke hoach|nghi quyet|chi thi|nghi dinh|thong tu|cong van|chuong trinh|"
                    rf"huong dan|(?<!phap )(?<!ky )luat|quy che|to trinh|de an) (so )?"
                    rf"(nao|gi|(?:may|bao nhieu){NOT_OF_EVENTS})|"
                    r"\bso(?: hieu)?(?:(?:,| va) ngay(?: thang)?(?: nam)?(?: ban hanh)?)? cua (?:ban |cac |nhung )?"
                    r"(?:ke hoach|quyet dinh|nghi quyet|chi thi|cong van|thong tu|nghi dinh|chuong trinh|van ban)\b|"
                    r"so (hieu|van ban|ky hieu)|can cu vao (van ban|dau)|theo (van ban|quyet dinh|ke hoach) nao|"
                    r"(ban hanh|ky) (?:vao )?(ngay (?:nao|may|bao nhieu)|khi nao)|ngay ban hanh|"
                    r"co quan (nao )?ban hanh|ai ban hanh|"
                    r"which (?!(?:software|system|tool|platform|app|model|body|agency|department|office|unit|"
                    rf"(?:commune|ward|district)(?! {_PAPER})|official|person)\b)"
                    r"([\w’']+ ){0,3}(decision|plan|document|resolution|directive|"
                    r"decree|circular|letter|programme|program|dispatch|regulation|(?<!of )law)|"
                    r"what date (?:did|was|is|were) .{3,80}\b(letter|dispatch|decision|resolution|directive|decree)\b|"
                    r"(numbers?|no\.?) (of|and dates? of) (?:the|all|these|those) (?:(?!and |or )[\w’'-]+ ){0,4}"
                    r"(decision|plan|document|resolution|directive|decree|letter|"
                    r"programme|program)|document number|when was .{3,80} (issued|signed|promulgated)"),
    (Kind.FIGURE, r"(?<!\bngay )bao nhieu|\bngay bao nhieu \w|"
        r"\bmuc (?:diem|thu|chi|phi|thuong|ho tro|kinh phi|ty le) (?:nao|gi)\b|"
        r"(?<!\bngay )\bmay\b(?! ban| chu| moc| tinh)|ty le|ti le|phan tram|so luong|tong so|\bchi so\b|"
        r"dat (bao|may)|bao lau|tan suat|"
                  r"how many|how much|population|revenue|expenditure|per capita|percentage|"
                  r"what (?:\w+ ){0,2}(share|rate|"
                  r"proportion|score|number|percent|minimum|maximum|level|target|figure|ratio|coverage)\b|"
                  r"what (?:was|is|were|are) (?:the |its |their )?(?:\w+ ){0,2}(?:rank(?:ing)?|position|placing)\b|"
                  r"what rank\b|"
                  r"\brate\b|\bscore\b|\btotal\b|number of|per ?cent|amount|"
                  r"\bindex\b|\bcost\b|how long|how often"),
    (Kind.LIST, r"(nhung|cac|cac loai|gom nhung|gom cac) (?:[^,;]{1,90}|[^;?]{1,90}(?<!lam)) (nao|gi)\b|"
        r"gom (nhung )?(gi|nao)|liet ke|ke ten|(?:giay to|thanh phan ho so) (?:gi|nao)\b|tai lieu gi\b|"
        r"(?<!\bco )truong hop nao (?:thi|bi|duoc|phai)\b|\bthe nao thi (?:bi|duoc|phai|coi la|tinh la)\b|"  # each case
        r"danh sach|ten (cac|cua cac|nhung)|la nhung|"
                r"(?<![\d/.])(?!(?:19|20)\d\d\b)\d+ [^,;]{2,60} "
                r"(?<!ngay )(?<!khi )(?<!the )(?<!thang )(?<!nam )(?<!muc )(nao|gi)\b|"
                r"what (?:does|do|must|should) .{3,80} (?:consist of|comprise|contain)\b|"
                r"which (\w+ ){0,3}\w+s (were|are|have|did|was|does)|list (the|all)|what "
                r"(?:\w+ ){0,3}\w{2,}(?<![su])(?<!i)s (?:were|are|have|do|did|does)\b|what "
                r"are|what were|name the|"
                r"(?:in|by|through|via|with|on) (?:what|which) (?:\w+ ){0,2}(?:channel|form|mean|method|way|field|"
                r"area|sector|respect|aspect)s\b|"
                r"what (?:\w+ ){0,2}\w+s (?:go(?:es)? into|make up|belong|must|should|need)\b|"
                r"(?:which|what) (two|three|four|five|six|seven|eight|nine|ten|\d+)"),
    (Kind.WHO, r"\bai\b|don vi nao|co quan nao|(xa|phuong|huyen|so|tinh|nganh|ban|phong|to chuc) nao|\bwho\b|"
        rf"which (?!(?:commune|district|province) {_PAPER})"
        r"(unit|agency|department|commune|district|body|organi[sz]ation|ward|office|"
        r"special zone|province|city|town|bureau|cent(?:re|er)|committee|branch|"
        r"compan(?:y|ie)|firm|enterprise|contractor|supplier|bank|village|hamlet|school|hospital)s?\b|by whom"),
    (Kind.WHEN, r"khi nao|ngay nao|thang nao|nam nao|luc nao|bao gio|thoi gian nao|thoi diem|"
        r"ngay (?:may|bao nhieu)(?=\W*$|[,;?]| (?:thang|nam|vay|a|the)\b)|\bwhen\b|"
        r"what (?:exact )?(?:date|day|time)\b|which (year|month|day|date)|deadline|thoi han"),
    (Kind.WHERE, r"o (muc|phan|dau|trang|chu thich|phu luc) nao|"
        r"(?:o|nam) (?:o )?(?:cho|vi tri) nao|muc nao|nam o dau|trang may|trang nao|phan nao "
        r"cua bao cao|where (in|is|does|can)|which section|which footnote|which appendix|which page"),
    (Kind.YES_NO, r"\bco\b.{2,160}\bkhong\b|phai khong|dung khong|hay chua|da .{2,120} chua\b|"
        r"(?:^|, )(is|are|was|were|did|does|do|has|have|had|can|must) |"
        r"(?:,| and|, and|but) (?:is|are|was|were|did|does|do|has|have|had) (?:it|this|that|they|these|the \w+) "),
)  # fmt: skip
_KINDS = [(kind, re.compile(pattern)) for kind, pattern in _PATTERNS]


_STANDS = re.compile(
    r"\bwhere (?:did|does|do|has|have|had|was|were|is)\b[^?;]{2,90}\b(?:stands?|stood|land(?:ed)?|end up)\b"
)
_LEVEL = re.compile(r"\bmức\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:mục|phần|chú thích|phụ lục|trang|đâu)\b", re.IGNORECASE)


_PURPOSE = re.compile(
    r"\b(?:vao (?:viec|muc dich)|(?:de|nham)(?: (?:lam|muc dich|muc tieu|viec|phuc vu))?|"
    r"co (?:tac dung|y nghia|vai tro|loi)) "
    r"(?:gi|nao)\W*$"
)
# What a body has to do is no figure, whatever it is to mend: "để nâng cao các chỉ số, Sở A được giao làm gì?"
_TO_DO = re.compile(r"\b(?:lam|giao|thuc hien|trien khai)(?: nhung| cac)?(?: viec| nhiem vu| noi dung)? (?:gi|nao)\W*$")
# A number asked for by its name alone: "Số hồ sơ trễ hạn của xã A?", "tổng điểm của sở B".
_NAMES_NUMBER = re.compile(
    r"^\W*(?:(?:the|con|vay|thi|ve|va|cho (?:toi |em |minh )?(?:biet|hoi)|xin hoi|hoi) )*"
    r"(?:so (?:ho so|don|vu|vu viec|luot|nguoi|nhiem vu|viec|cuoc|van ban|truong hop|phieu|thu tuc|ttth?c|can bo|xa|"
    r"phuong|don vi|to|lop|ho)\b|(?:tong |so )?diem(?! (?:cau|nong|nghen|den|a )|m)\b|thu hang\b)"
    r"(?!.*\b(?:nao|gi|ai|sao|dau|neu|hay|khong|chua)\b)"
)
_COUNTING = re.compile(r"\b(?:bao nhieu|may)\b")
_MAY = re.compile(r"\bmay\b")
_MACHINE = re.compile(r"\bmáy\b", re.IGNORECASE)
_DEPARTMENT = re.compile(r"\bsở\b", re.IGNORECASE)


def kinds_of(folded: str, spelled: str = "", *, english: bool = False) -> tuple[Kind, ...]:
    """The kinds that a question, folded, may be of; TEXT where nothing tells. With its marks "ở mức nào" does not ask
    for a place, as "ở mục nào" does, nor "theo kế hoạch, sở nào" for a number; "may" counts things in Vietnamese
    only, and "máy in" is a machine, no "mấy"."""
    folded = _MAY.sub(" ", folded) if english else folded
    if len(spelled) == len(folded):
        folded = _blanked(folded, [m.span() for m in _MACHINE.finditer(spelled)])
    found = [kind for kind, pattern in _KINDS if pattern.search(folded)]
    if Kind.DOCUMENT in found and _DEPARTMENT.search(spelled):
        named = _blanked(folded, [m.span() for m in _DEPARTMENT.finditer(spelled)])
        found = [
            kind for kind, pattern in _KINDS if kind in found and (kind is not Kind.DOCUMENT or pattern.search(named))
        ]
    if Kind.WHERE in found and _LEVEL.search(spelled) and not _PART.search(spelled):
        found.remove(Kind.WHERE)
    if Kind.WHERE in found and _STANDS.search(folded):
        found.remove(Kind.WHERE)
    if Kind.LIST in found and _PURPOSE.search(folded) and not english:
        found.remove(Kind.LIST)  # what several things serve is one thing
    if Kind.FIGURE in found and not english and _TO_DO.search(folded) and not _COUNTING.search(folded):
        found.remove(Kind.FIGURE)
    if not found and not english and _NAMES_NUMBER.match(folded):
        found.append(Kind.FIGURE)
    return tuple(found) or (Kind.TEXT,)


def _blanked(folded: str, spans: list[tuple[int, int]]) -> str:
    """A folded text less what stands at some places, of the same length."""
    for start, end in spans:
        folded = f"{folded[:start]}{' ' * (end - start)}{folded[end:]}"
    return folded

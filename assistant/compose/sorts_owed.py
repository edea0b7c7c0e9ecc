"""What a question asks for by its sort, and how it is told: a post, a day, a span of years, a sum. Tables that
`assistant.compose.owed` goes through."""

from __future__ import annotations

import re

from assistant.compose.figures.how_often import ASKED as OFTEN_ASKED
from assistant.compose.figures.how_often import TOLD as OFTEN
from assistant.compose.figures.result_of_index import ASKED as RESULT_ASKED
from assistant.compose.figures.result_of_index import TOLD as RESULT
from assistant.compose.sentences.sourced import ASKED as SOURCE_ASKED
from assistant.compose.sentences.sourced import SOURCES
from assistant.compose.tables.from_to import ASKED as FROM_TO_ASKED
from assistant.compose.tables.from_to import TOLD as FROM_TO
from ingest.language.guarded import Guarded, guarded
from ingest.language.letters import LOWER, UPPER

FORM = guarded(r"\b(?:theo|dung) mau nao\b|\bmau so (?:may|nao|bao nhieu)\b|(?<!\bin )\b(?:which|what) form\b(?! of)")
# What is asked for, in the folded question, and what then stands in an answer to it, in small letters with their marks.
OWED: tuple[tuple[Guarded, re.Pattern[str]], ...] = (
    (  # a post
        guarded(r"\bchuc (?:vu|danh) (?:gi|nao|la gi)\b|\b(?:what|which) (?:position|post|title)\b|"
            r"\b(?:what|which) office (?:does|did) (?:he|she|they|the signatory)\b"),
        re.compile(r"\b(?:phó|trưởng|chủ tịch|giám đốc|bí thư|chánh|ủy viên|chuyên viên|head|chair\w*|director)\b"),
    ),
    (  # a mark given in words, as a class or a place
        guarded(r"\b(?:o|dat|xep|vao) (?:muc|loai|hang)(?: do)? (?:nao|gi|may)\b|\bxep (?:loai|hang) (?:gi|nao)\b|"
            r"\bwhat (?:grade|rating)\b"),
        re.compile(r"\b(?:xuất sắc|tốt|khá|trung bình|yếu|kém|cao|thấp|hoàn thành (?:tốt|nhiệm vụ)|không đạt)\b|"
            r"\b(?:loại|mức|mức độ|hạng|thứ) (?:[a-d]\b|\d)|\d ?%|\d+ điểm|\d/\d"),
    ),
    (  # the most that is granted, and no points that were given
        guarded(r"\bdiem (?:so )?toi da (?:la )?(?:bao nhieu|may)\b|\b(?:bao nhieu|may) diem toi da\b|"
            r"\bthang diem (?:la )?(?:bao nhieu|may)\b|\bwhat (?:is|was) the maximum (?:scores?|points?|marks?)\b"),
        re.compile(r"tối đa|thang điểm|điểm chuẩn|\d ?/ ?\d|\bmax|out of|100"),
    ),
    (  # the number that a paper bears
        guarded(r"\bwhat (?:is|was) the (?:document |official )?number of (?:the|that|this) (?:[\w’'-]+ ){0,8}"
            r"(?:plan|decision|report|letter|resolution|notice|directive|circular|decree)\b(?! (?:tasks|targets))"),
        re.compile(r"\d+ ?/ ?[\w-]*[a-zđ]"),
    ),
    (  # a day: a year alone is none
        guarded(r"\b(?:what|which) (?:exact )?(?:day|date)\b|\bngay (?:nao|may|bao nhieu)\b|\bhom nao\b"),
        re.compile(r"\b\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\b(?:ngày|mùng|tháng|thứ) (?:mùng )?\d|"
            r"\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|"
            r"chủ nhật|hằng|hàng|mỗi|định kỳ|blank|trống)\b|\b\d{1,2} [a-z]{3,9},? \d{4}|\b[a-z]{3,9} \d{1,2},? \d{4}"),
    ),
    (  # a target of what is measured: a wish is none
        guarded(r"\bwhat satisfaction (?:level|rate|score|index|figure)\b|"
        r"\b(?:what|which) (?:is the )?target\b.{0,60}\b(?:index|rate|score|share|percentage)\b|"
            r"\b(?:what|which)\b[^?;,]{0,60}\b(?:index|rate|score|share|percentage)\b[^?;,]{0,30}\btargets?\b|"
            r"\b(?:muc tieu|chi tieu)\b.{0,60}\b(?:chi so|ty le)\b.{0,40}\b(?:la gi|bao nhieu|the nao)\b|"
            r"\b(?:chi so|ty le)\b[^?;]{0,60}\b(?:muc tieu|chi tieu|phan dau|dat ra|de ra)\b[^?;]{0,60}"
            r"\b(?:bao nhieu|may|muc nao)\b"),
        re.compile(r"\d ?%|\d ?(?:điểm|points?|hạng)\b|\d/\d|\d[.,]\d|\b(?:hạng|thứ|nhóm|tốp|top|rank\w*) \d"),
    ),
    (  # by which means: what was made known so does not say it
        guarded(r"\b(?:by|through|via) (?:what|which) (?:means|channels?|forms?|methods?)\b|"
            r"\b(?:qua|bang) (?:nhung |cac )?(?:hinh thuc|kenh|cach|phuong thuc)(?: \w+)? (?:nao|gi)\b"),
        re.compile(r"\b(?:qua|bằng|hình thức|cách|trên|tại|như)\b"),
    ),
    (  # the bounds of a class: what somebody reached in it tells none
        guarded(r"\b(?:what|which) (?:score )?range\b|\btu (?:may|bao nhieu) diem den (?:may|bao nhieu)\b"),
        re.compile(r"\btừ \d|\b(?:dưới|trên) \d|\bbetween \d|\d[\d.,]* ?[-–] ?\d"),
    ),
    (  # the target besides what was reached
        guarded(r"\band (?:the|its|what(?: is| was)? the) target\b|"
            r"(?:\bva|,) (?:chi tieu|muc tieu)(?: de ra| dat ra)?(?: la)? (?:bao nhieu|may)\b"),
        re.compile(r"\b(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu|target)"),
    ),
    (  # how many times as much
        guarded(r"\bgap (?:khoang |gan )?(?:may|bao nhieu) lan\b|\bhow many times (?:as|more|higher|greater)\b"),
        re.compile(r"\blần\b|\bgấp\b|\btimes\b|fold\b"),
    ),
    (  # a span of years
        guarded(r"\bgiai doan nao\b|\b(?:what|which) (?:period|phase)\b"),
        re.compile(r"\b\d{4}\s*[-–—]\s*\d{4}|\bgiai đoạn|\bđợt \d|\btừ (?:tháng|năm|ngày|quý) ?\d|\b20\d\d"),
    ),
    (  # a part of a document
        guarded(r"\b(?:dieu|khoan) (?:nao|may)\b|\b(?:what|which) (?:\w+ (?:and|or) )?(?:article|clause)\b"),
        re.compile(r"\b(?:điều|khoản|điểm|article|clause) \d"),
    ),
    (  # a law: "kỷ luật" and "pháp luật" name none
        guarded(r"\bluat (?:nao|gi)\b|\b(?:which|what) laws\b"),
        re.compile(r"(?<!kỷ )(?<!pháp )\bluật\b"),
    ),
    (  # an address, of a site or a place
        guarded(r"\bdia chi (?:nao|gi|la gi)\b|\b(?:what|which)(?: web| internet| online)? (?:address|url)\b|"
            r"\b(?:at|under) (?:what|which) (?:web )?(?:address|url|site)\b"),
        re.compile(r"https?:|\bwww\.|\w\.(?:gov\.)?vn\b|@\w|\b(?:số|đường|phố|tầng|nhà) \d|\b(?:đường|phố) \w"),
    ),
    (OFTEN_ASKED, OFTEN),
    (RESULT_ASKED, RESULT),
    (  # an amount of money: how many things it was paid for is none
        guarded(r"\bhow much (?:money )?(?:was|were|is|are|did|does|do|has|have|had)\b[^?;]{0,80}"
            r"\b(?:paid|pay|pays|costs?|spent|spend|charged?)\b|\bhow much (?:money|funding)\b|"
            r"\b(?:tra|chi|ton|het|mat) (?:het |mat |ra )?(?:bao nhieu|may) (?:tien|kinh phi|dong|trieu|ty)\b|"
            r"\b(?:phat|boi thuong|den bu|thuong)(?: tien)? (?:bao nhieu|may)(?: tien)?\W*$|"
            r"\bhow much\b[^?;]{0,60}\b(?:fined|compensated|rewarded)\b"),
        re.compile(r"\d ?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|thousand|million|billion) )?(?:đồng|vnd|dong)\b|\bmiễn phí\b|"
            r"\bfree of charge\b|\d ?(?:triệu|tỷ|million|billion)\b|\bkhông (?:thu|mất) (?:phí|tiền)|\d ?%"),
    ),
    (  # how old somebody is
        guarded(r"\bsinh (?:nam|ngay) (?:nao|may|bao nhieu)\b|\bbao nhieu tuoi\b|\bmay tuoi\b|\bhow old\b|"
            r"\b(?:when|what year|which year)\b[^?;]{0,40}\bborn\b"),
        re.compile(r"\bsinh (?:ngày|năm)|\btuổi\b|\bborn\b|\baged?\b"),
    ),
    (  # points that were lost: those that are granted are none
        guarded(r"\bpoints? (?:are|is|were|was|would be|will be|get) (?:lost|deducted|docked|taken off)\b|"
            r"\b(?:lose|loses|lost) how many points\b|\b(?:tru|mat) (?:bao nhieu|may) diem\b"),
        re.compile(r"\b(?:trừ|mất|giảm|thiếu|lost|loses?|deduct\w*|short)\b|-\d"),
    ),
    (  # the points besides the rate that earned them
        guarded(r"\bty le\b[^?]{0,140}\bva\b[^?]{0,60}\b(?:may|bao nhieu) diem\b(?! phan tram)|"
            r"\btieu chi\b[^?]{0,30}\b(?:duoc|dat|cho|la) (?:may|bao nhieu) diem\b(?! phan tram)|"
            r"\b(?:rate|share)\b[^?]{0,140}\band how many points\b"),
        re.compile(r"\d ?(?:điểm|points?)\b(?! phần trăm)|\b(?:điểm|points?)\W{1,3}\d|"
            r"\d\S* ?\((?:[\w ]{0,30}: )?(?:tổng |mức )?điểm|\); ?\d"),  # cells of one row
    ),
    (FROM_TO_ASKED, FROM_TO),  # both ends: the value of now alone is one of them
    (FORM, re.compile(r"\b(?:mẫu|form)(?: số)? \d")),
    (guarded(r"\bma so (?:may|nao|gi|bao nhieu|la)\b|\b(?:what|which)(?: (?:is|was|are|were))?(?: the)?(?: \w+)? "
        r"codes?\b"),
     re.compile(r"\bmã(?: số)?\b\W*\d|\b\d\.\d{6}\b")),
    (  # a deadline
        guarded(r"\btruoc (?:ngay|thoi diem) nao\b|\b(?:cham nhat|muon nhat)\b.{0,20}\bnao\b|"
            r"\bhan (?:chot|cuoi)\b.{0,30}\b(?:nao|may)\b|\b(?:by when|by what date|what is the deadline)\b|"
            r"\b(?:khi|luc|bao) (?:nao|gio) (?:\w+ ){0,3}phai\b|\bphai\b.{2,80}\b(?:khi|luc|bao) (?:nao|gio)\b|"
            r"\bwhen (?:must|should)\b|\bwhen (?:do|does)\b.{2,60}\bhave to\b"),
        re.compile(r"\b(?:trước|chậm nhất|muộn nhất|(?<!tính )đến|trong|hết|hạn|xong|thành)\W+(?:là )?"
            r"(?:\d{1,2} ?(?:giờ|h)\W+)?(?:(?:ngày|tháng|quý|năm|cuối)\b|\d{1,2}[/.-]\d)|\bbefore\b|\bby \d"),
    ),
    (  # a day: the year is none
        guarded(r"\btruoc ngay nao\b|\b(?:cham nhat|muon nhat) ngay nao\b|\bby (?:what|which) (?:date|day)\b"),
        re.compile(r"(?<!tính đến )(?<!tới )\b(?:ngày|tháng|quý|cuối)\b|"
            r"\b(?:trước|hết|hạn|nhất|là|(?<!tính )đến|before|by)\W+\d{1,2}[/.-]\d|\bbefore\b|\bby \d"),
    ),
    (  # the end of a term: the day up to which it is told how far things are is none
        guarded(r"\bhan (?:nop|gui|xong|hoan thanh|giai quyet|lam xong)\b.{0,30}\b(?:(?:khi|ngay|luc) nao|bao gio)"),
        re.compile(r"\b(?:trước|chậm nhất|muộn nhất|hạn|hết|xong trong|thành trong|before|by)\W+(?:là )?"
            r"(?:\d{1,2} ?(?:giờ|h)\W+)?(?:(?:ngày|tháng|quý|năm|cuối)\b|\d{1,2}[/.-]\d)|"
            r"(?<!đến )(?<!đến ngày )(?<!ngày )\b\d{1,2}/\d{1,2}/\d{4}"),
    ),
    (  # when something began: what was reached by a day says not when it started
        guarded(r"\b(?:bat dau|khoi dong|khoi cong|khoi dau|ra quan|khai mac)\b.{0,40}\b(?:ngay|thang|khi|luc|"
            r"bao gio|thoi (?:diem|gian)) ?(?:nao|may)?\b|\btu (?:ngay|thang|khi|luc|bao gio|thoi diem) ?(?:nao|may)\b|"
            r"\b(?:when|what date|which day) (?:did|was|were)\b.{2,80}\b"
            r"(?:start|begin|beg[au]n|launch|kick off)(?:ed|s)?\b"),
        re.compile(r"(?<!đến )(?<!hết )(?<!trước )(?<!\d )(?<!/)\b(?:(?:đầu|cuối|giữa) (?:tháng|quý|năm)|"
            r"(?:ngày|tháng|quý|năm) (?:\d|[ivx]+\b)|\d{1,2}/\d{4})"),
    ),
    (  # where money comes from: what it was spent on says nothing of it
        SOURCE_ASKED,
        SOURCES,
    ),
    (  # whether it rose or fell: a value alone does not say
        guarded(r"\bco (?:bi |duoc )?(?:tang|giam|tut|sut|cai thien|xuong|len|roi)\b.{0,40}\b(?:khong|chua)\b|"
            r"(?:^|, )(?:did|has|have)\b.{2,90}\b(?:rise|risen|fall|fallen|drop|decrease|increase|improve|decline|"
            r"worsen|slip|grow|grown|go (?:up|down)|gone (?:up|down))(?:d|ped)?\b"),
        re.compile(r"\b(?:tăng|giảm|tụt|sụt|không|giữ nguyên|cao hơn|thấp hơn|cải thiện|rose|fell|up|down|no|yes|"
            r"unchanged)\b"),
    ),
    (  # how long something stays
        guarded(r"\buntil (?:when|what|which)\b|(?<!\bhan )\bden (?:khi|bao gio|luc) nao\b|(?<!\bhan )\bden bao gio\b|"
            r"\bden het (?:ngay|thang) nao\b"),
        re.compile(r"\b(?:đến|hết)\W+(?:khi|ngày|tháng|quý|năm|hết|cuối)\b|\buntil\b|\bthời hạn[^.;\d]{0,20}\d"),
    ),
)  # fmt: skip
# The same of what may be worked out instead of being stated.
OWED_OF_STATED: tuple[tuple[Guarded, re.Pattern[str]], ...] = (
    (  # a mean
        guarded(r"\b(?:binh quan|trung binh) (?:moi|hang|mot|cua)\b|\bon average\b|\bthe average\b"),
        re.compile(r"\b(?:bình quân|trung bình|average|mean)\b"),
    ),
    (  # a difference
        guarded(r"\b(?:cao|thap|nhieu|it|lon|nho) hon\b.{0,140}\bbao nhieu\b|"
            r"\b(?:cao|thap|nhieu|it) hon (?:(?:so voi )?(?:nam|thang|quy|ky) )[^?;,]{0,40}\bmay\b|"
            r"\b(?:chenh|lech|hon kem|cach)(?: lech| nhau)* (?:bao nhieu|may)\b(?! (?:cay so|km|met|kilomet)\b)|"
            r"\bcon(?: thieu)? (?:bao nhieu|may) diem phan tram\b|"
            r"\bhow many points apart\b|\bwhat (?:is|was) the (?:gap|difference)\b|"
            r"\b(?:tang|giam)(?: them| di| len| xuong| duoc| mat)* (?:bao nhieu|may)\b|\bby how (?:much|many)\b|"
            r"\bhow (?:many|much) (?:\w+ ){0,2}(?:more|fewer|less|higher|lower|greater)\b"),
        re.compile(r"\b(?:tăng|giảm|hơn|kém|chênh|vượt|thiếu|rose|fell|up|down|more|fewer|less|higher|lower|above|below|"
            r"difference)\b[^\d();]{0,40}\d|\d[^\d();]{0,40}\b(?:more|fewer|less|higher|lower)\b"),
    ),
    (  # a change in percent
        guarded(r"\b(?:tang|giam|hon|kem)(?: them| di| len)? (?:bao nhieu|may) (?:phan tram|%)"),
        re.compile(r"\d ?(?:%|điểm phần trăm)"),
    ),
    (guarded(r"\b(?:that|this|it) leaves?\b"), re.compile(r"\b(?:còn|chưa|tồn|left|remain\w*|outstanding)\b")),
)  # fmt: skip

# Things that have a name of their own: what they are called in Vietnamese, whichever language asks.
_NAMED: tuple[tuple[str, str], ...] = (
    (r"nha thau|contractors?", r"[Nn]hà thầu"),
    (r"cong ty|doanh nghiep|compan(?:y|ies)|firms?|suppliers?|nha cung cap",
     r"[Cc]ông ty|[Dd]oanh nghiệp|[Tt]ập đoàn|[Nn]hà cung cấp"),
    (r"benh vien|nha thuong|hospitals?", r"[Bb]ệnh viện|BV"),
    (r"truong|truong hoc|schools?", r"[Tt]rường|THCS|THPT"),
    (r"ngan hang|banks?", r"[Nn]gân hàng"),
    (r"dac khu|special zones?", r"[Đđ]ặc khu"),
)  # fmt: skip
NAMES_OWED = tuple(
    (
        guarded(rf"\b(?:{asked}) nao\b|\b(?:which|what)(?: \w+)? (?:{asked})\b"),
        re.compile(rf"\b(?:{said})(?:\W*(?:\b[{LOWER}]\w*\W+){{0,3}}|[^.;:()]{{0,80}}[(:]\W*)[{UPPER}“]"),
    )
    for asked, said in _NAMED
)

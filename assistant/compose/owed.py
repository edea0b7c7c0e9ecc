"""What a question is owed: an answer that leaves out the very thing asked for (a name, a deadline, a difference) is
no answer, however many of the question's words its evidence shares."""

from __future__ import annotations

import re

from assistant.asked.doubting import audits
from assistant.asked.kinds import Kind
from assistant.asked.restating import TASKS_ASKED, names_places
from assistant.compose.audits.numbers_doubted import leaves_out_numbers
from assistant.compose.citing import Draft
from assistant.compose.documents.so_many import leaves_out_documents
from assistant.compose.figures.part_of_set import leaves_out_things
from assistant.compose.figures.result_of_index import leaves_out_result
from assistant.compose.lists.naming_members import counted_alone, names_none
from assistant.compose.parts import parts_of
from assistant.compose.sentences.such_as_asked import leaves_out_place
from assistant.compose.sorts_owed import FORM, NAMES_OWED, OWED, OWED_OF_STATED
from assistant.compose.worked_out.gap_asked import leaves_out_gap
from assistant.compose.worked_out.sum_of_run import asks_so_many_together
from assistant.compose.worked_out.things_asked import leaves_out_things_added
from assistant.measured.bounds import rests_on_bound
from assistant.measured.states import asks_pending
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.letters import LOWER, UPPER

_ASKS_SUM = guarded(
    r"\b(?:cong|gop)(?: \w+){0,3} lai\b|\btinh (?:ca|gop|chung)\b.{0,80}\b(?:lan|va)\b|\bif you add\b|"
    r"\bin all, counting\b|\bcounting (?:both )?those\b[^?]{3,80}\band (?:also )?those\b|\badding (?:up|together)\b|"
    r"\btat ca bao nhieu\b(?! (?:nguoi|luot|vu|lan|ho|don)\b)|"  # "mấy lượt, tất cả bao nhiêu người": no sum
    r"^(?!.*\b(?:may|bao nhieu)\b.*\btat ca\b).*\btat ca bao nhieu\b"
)
_SECTION_ASKED = re.compile(r"\bmục(?= (?:nào|gì)\b)", re.IGNORECASE)  # without its marks it is a level, "mức"
_SUM = re.compile(r"\b(?:tổng|tất cả|total|altogether|combined)\b")
_IF = re.compile(r"\bneu\b[^?]{0,60}\bla \d|\bif\b[^?]{0,60}\b(?:is|was|were|are) \d")
_IF_REACHED = re.compile(  # "nếu đạt 60%": of a value that nothing reached it is only worked out what it would give
    r"\b(?:neu|gia su)\b[^?]{0,60}\b(?:dat|duoc|chi|co|o muc|tang len|con) (?P<vi>\d[\d.,]*)|"
    r"\b(?:if|suppos\w+|assum\w+)\b[^?]{0,60}\b(?:reach\w*|had|has|got|gets?|achiev\w+|scor\w+|only|at) "
    r"(?P<en>\d[\d.,]*)"
)
_POINTS_ASKED = re.compile(r"\b(?:may|bao nhieu) diem\b|\bhow many points\b|\bwhat score\b")
_POINTS = re.compile(r"\d ?(?:diem|%|points?)\b|\d/\d|\b(?:diem|dat) (?:so )?(?:la )?\d")
_SHARE = re.compile(r"%|\bphan tram\b|\bper ?cent|\bty le\b|\bti le\b|\d/\d|\bshare\b|\brate\b")
_OF_SO_MANY = re.compile(
    r"\b(?:(?:how many|share|percentage|proportion|rate|per ?cent) of the|trong(?: tong)? so|tren tong so) "
    r"(?P<whole>(?!(?:19|20)\d\d\b)\d[\d.,]*\d)\b(?! ?%)"
)
_AMONG = guarded(  # "trong 04 vụ không thành có mấy vụ …": more than those are no part of them
    r"\b(?:trong|tren)(?: tong)?(?: so)? (?P<vi>\d[\d.]*) (?!thang\b|nam\b|quy\b|ngay\b|tuan\b|ky\b|phut\b|gio\b)\w+"
    r"(?=[^?;]*\b(?:bao nhieu|may)\b)|\bhow many of the (?P<en>\d[\d,]*) \w+"
)
_IN_PARTS = re.compile(r"\b(?:cong|gop) (?:lai|cac|tat ca)\b|\bphan theo\b|\badd(?:s|ed)? up\b|\bsums? (?:to|up)\b")
_VERDICT = re.compile(r"(?:có|không|chưa|đúng|khớp|ngày và|chênh|yes|no|the date|a difference)\b", re.IGNORECASE)
_WEIGHED = re.compile(  # a claim that figures are to bear out
    r"\bcho thay (?:nhu (?:vay|the)|dieu (?:do|nay|ay))\b|\bbears? (?:\w+ ){1,3}out\b|\bborne out\b"
)
_OF_EACH = re.compile(
    r"\b(?:moi|tung)(?: \w+){1,5} (?:bao nhieu|may)\b|\bhow (?:many|much)\b[^?;]{0,40}\beach\b|"
    r"\beach\b.{0,30}\bhow (?:many|much)\b"
)
_SIGNER = re.compile(
    r"\bai (?:la nguoi |da )?ky\b|\bnguoi (?:nao )?(?:da )?ky\b|\bwho signed\b|\bsigned by whom\b|\bsignatory\b"
)
_PAPER_BEFORE = guarded(
    r"\b(?P<paper>chuong trinh|ke hoach|nghi quyet|quyet dinh|chi thi|cong van|quy che)"
    r"(?: \w+){0,6} (?:nao|gi|so may)\b"
)
_CAUSE_SOUGHT = re.compile(
    r"\b(?:phân tích|làm rõ|xác định|tìm|chỉ|nêu|đánh giá|xem xét|rà soát)(?: rõ| ra| kỹ| hiểu| đúng)?,? "
    r"(?:(?:các|những|rõ) )?nguyên nhân\b"
)
_CAUSE_TOLD = re.compile(r"\b(?:do|vì|bởi|nguyên nhân|dẫn đến|khiến|because|due to)\b")
_ASKS_CHARGED = guarded(
    r"\bai (?:phai|chiu|lo|se|duoc giao|phu trach|dung ra|co trach nhiem)\b|"
    r"\bwho (?:must|has to|should|is to|will)\b(?! be\b)|"
    r"\bwho (?:is|was) (?:responsible|in charge|tasked|to)\b"
)
_SIGNED = re.compile(r"\b(?:ký|signed)\b")
_TASK_ASKED = re.compile(r"\b(?:nhiem vu|viec|giao|phan cong|tasks?|told to|charged)\b")
_DOES = re.compile(
    r"\b(?:giao|phân công|chủ trì|phối hợp|tham mưu|tổ chức|thực hiện|triển khai|rà soát|xây dựng|hướng dẫn|kiểm tra|"
    r"theo dõi|đôn đốc|tiếp tục|đẩy mạnh|tăng cường|tập trung|bố trí|đề xuất|lập|cập nhật|hoàn thành|xử lý|"
    r"quản lý|công khai|bảo đảm|đảm bảo|khắc phục|phải|trình|ban hành|thành lập|phân loại|kết nối|chuẩn hóa)\b"
)
_FIELD = re.compile(
    r"\b(?:lien quan|thuoc|ve|trong|o|tren)(?: \w+){0,2} linh vuc (?:nao|gi)\b|"
    r"\b(?:which|what) (?:\w+ )?(?:field|fields|sector|sectors|areas)\b"
)
_OF_FIELD = re.compile(
    r"\b(?:lĩnh vực|liên quan|thuộc(?! (?:thẩm quyền|trách nhiệm|phạm vi))|ngành|mảng|về|field|sector|area)"
)
_ASKS_BODY = re.compile(
    r"\b(?:co quan|don vi|tap the|to chuc) nao\b|"
    r"\b(?:which|what|name the) (?:\w+ )?(?:bod(?:y|ies)|agenc(?:y|ies)|departments?|offices?|organi[sz]ations?)\b"
)
_BODY = re.compile(
    rf"\b(?:Sở|Ban(?! hành)|Phòng(?!,? (?:chống|ngừa|cháy))|Bộ(?! (?:chỉ số|tiêu chí|thủ tục|phận|máy))|Cục|Chi cục|"
    rf"Công an|Thanh tra|Văn phòng|Hội(?! (?:nghị|thảo|thi|họp))|Đoàn|Trung tâm|Viện(?! dẫn)|Tòa án|Đảng ủy|Huyện ủy|"
    rf"Tỉnh ủy|Chi nhánh|Quỹ|Công ty|Trường|Bệnh viện|UBND|HĐND|Ủy ban|Uỷ ban|Mặt trận|MTTQ|Tổ(?! chức)|[Xx]ã|"
    rf"[Pp]hường|[Hh]uyện|[Tt]hị trấn)(?: [{UPPER}{LOWER}]+){{1,3}}|"
    rf"\b(?:các |cơ quan |phòng |sở,|ban,|ngành,|đơn vị )[{LOWER}]+"
)


_PERSONS = (
    r"(?:cong chuc|can bo|vien chuc|nguoi|ong|ba|lanh dao|chu tich|giam doc|truong (?:phong|ban|ap|thon)|bi thu|"
    r"hoc sinh|giao vien|nan nhan|doi tuong|bi can|ca nhan)"
)
_ASKS_PERSON = guarded(
    rf"\bten(?: tuoi)?(?: cua)?(?: cac| nhung| \d+)? {_PERSONS}\b|\b{_PERSONS}\b[^?;,]{{0,60}}\bten (?:la )?gi\b|"
    r"\bnames? of (?:the |an? )?(?:\w+ ){0,2}(?:persons?|people|m[ae]n|wom[ae]n|officials?|officers?|civil servants?|"
    r"cadres?|employees?|workers?|chair\w*|directors?|leaders?|pupils?|students?|teachers?|victims?|offenders?|farmers?)\b"
)
_PERSON = re.compile(
    rf"\b(?:ông|bà|đồng chí|đ/c|Mr|Mrs|Ms)\.? [{UPPER}]|"
    rf"(?<![{UPPER}{LOWER}] )[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,3}}\b"
)
_TERRITORY = re.compile(r"\b(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|ấp|khóm|thôn|bản|cầu|kênh|đường) $")

_ASKS_PLACES = re.compile(
    r"\b(?:xa|phuong|thi tran|ap|khom|thon)(?:,? (?:xa|phuong|thi tran|ap|khom))* nao\b|"
    r"\b(?:which|what) (?:\w+ )?(?:communes|wards|hamlets|villages|townships)\b"
)
_PLACE = re.compile(
    rf"\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[ẤấÂâ]p|[Kk]hóm|[Tt]hôn|[Đđ]ặc khu)(?: [{LOWER}]+)? [{UPPER}\d]|"
    rf"[{UPPER}][{LOWER}]+, [{UPPER}]"
)

_ASKS_WINNER = re.compile(
    r"\bai (?:la nguoi )?(?:da )?(?:doat|gianh|thang|dat giai|nhan giai|trung)\b|"
    r"\b(?:doi|don vi|xa|phuong|so|truong) nao (?:da )?(?:doat|gianh|thang(?! \d)|vo dich|dat giai|ve nhat)\b|"
    r"\b(?:who|(?:which|what) \w+) (?:won|came (?:first|second|third))\b"
)

_WON = re.compile(r"\b(?:đoạt|giành|giải|vô địch|thắng|nhất|nhì|ba|thưởng|won|first|second|third)\b")
_SAME_SPAN = re.compile(r"\bcung ky\b|\bsame period\b")
_OF_SEVERAL = re.compile(r"^cac ")  # "các tập thể" names none of the bodies that "những tập thể nào" asks for
_ASKS_BODIES = re.compile(  # more than one of them: a list of other things may name one in passing
    r"\bnhung so(?:,? (?:ban,? )?nganh)? nao\b|"
    r"\bwhich (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ )?departments\b"
)


def asks_form(question: Question) -> bool:
    """Whether the form that a paper is to be made out on is asked for: a document alone does not tell it."""
    return bool(FORM.search(fold(question.clear)))


def stands(question: Question, text: str) -> bool:
    """Whether what a question is after stands in a text, as far as its sort is known."""
    asked, said = fold(question.clear), text.lower()
    return all(there.search(said) for wanted, there in OWED if wanted.search(asked))


def owes(question: Question, draft: Draft) -> bool:
    """Whether a draft leaves out what the question is after: nothing of that sort stands in it."""
    asked, said = fold(_SECTION_ASKED.sub("phần", question.clear)), draft.text.lower()
    worked = draft.calculation is not None
    stated = OWED if worked else OWED + OWED_OF_STATED
    if any(wanted.search(asked) and not there.search(said) for wanted, there in stated):
        return True
    if not worked and (leaves_out_gap(question, said) or leaves_out_things_added(question, draft)):
        return True
    asks_sum = not worked and (_ASKS_SUM.search(asked) or (question.is_(Kind.FIGURE) and asks_so_many_together(asked)))
    if asks_sum and not any(_SUM.search(t) for t in (said, *_quotes(draft)[:1])):
        return True
    if any(name.search(asked) and not there.search(draft.text) for name, there in NAMES_OWED):
        return True
    if _ASKS_PERSON.search(asked) and not _names_person(asked, draft):
        return True
    if _ASKS_WINNER.search(asked) and not (
        _WON.search(said) and (_names_person(asked, draft) or _names_body(asked, draft))
    ):
        return True
    if question.is_(Kind.AUDIT) and draft.own and _IN_PARTS.search(asked):
        first = draft.own[0].text
        if "%" in first and "+" not in first and not _SHARE.search(asked):
            return True  # whether parts come to their whole is not told by a share that holds
    if question.is_(Kind.AUDIT) and draft.own and leaves_out_numbers(question, draft):
        return True
    if draft.calculation is not None and rests_on_bound(draft.calculation, draft.citations):
        return True
    if leaves_out_result(asked, draft) or leaves_out_place(asked, draft) or leaves_out_things(asked, draft):
        return True
    listed = TASKS_ASKED.search(asked) and _TASK_ASKED.search(asked) and not _DOES.search(said)
    if listed and len({" ".join(body.split()[:2]) for body in _BODY.findall(draft.text)}) > 1:
        return True  # a list in which a body is only named tells none of its tasks
    if _SIGNER.search(asked) and not _SIGNED.search(said) and (question.documents or not _names_person(asked, draft)):
        return True  # what a paper is about does not say who signed it
    if question.before and question.is_(Kind.WHEN) and not question.documents and not draft.own:
        paper = _PAPER_BEFORE.search(fold(question.before[-1]))
        if paper is not None and paper["paper"] not in fold(draft.text):
            return True  # the day of another paper than the one asked for before
    if question.is_(Kind.CAUSE) and not worked and all(_only_to_be_found(c.text) for c in draft.claims):
        return True  # that the cause is to be looked into says none
    if (
        not draft.own
        and _ASKS_CHARGED.search(asked)
        and not (any(m[0][:1].isupper() for m in _BODY.finditer(draft.text)) or _names_person(asked, draft))
    ):
        return True  # who has to do it
    if not draft.own and not question.is_(Kind.EXTREME) and _FIELD.search(asked) and not _OF_FIELD.search(said):
        return True
    if counted_alone(question, draft) or names_none(question, draft) or leaves_out_documents(question, draft):
        return True
    numbers = {n for claim in draft.claims for n in re.findall(r"\d[\d.,/]*", claim.text)}
    if question.is_(Kind.LIST) and _OF_EACH.search(asked) and len(numbers) < 3:
        return True  # "gồm những gì, mỗi cái bao nhiêu" is not answered by one number
    verdict = any(_VERDICT.match(claim.text) for claim in draft.own)
    if names_places(question) and not worked and not verdict and len(draft.citations) < 2:
        return True  # of two places that are set against each other one is no answer
    if not draft.own and _ASKS_BODY.search(asked) and not _names_body(asked, draft):
        return True
    if not draft.own and question.kinds == (Kind.TEXT,) and _repeats(asked, draft):
        return True
    if not draft.own and _ASKS_PLACES.search(asked) and not any(_PLACE.search(c.quote) for c in draft.citations):
        return True  # "tại 13 xã": how many they are says not which
    # of two things asked for the other may be told, but of each that is not named there is nothing to tell
    one = len(parts_of(question.clear)) < 2 or bool(_OF_EACH.search(asked))
    if one and _ASKS_BODIES.search(asked) and len({m[0] for m in _BODY.finditer(draft.text) if m[0][0].isupper()}) < 2:
        return True
    turns = question.is_(Kind.COMPARISON) or question.followup
    if turns and _SAME_SPAN.search(asked) and not draft.own and not _tells_same_span(draft):
        return True  # a change since another time
    added = draft.calculation is not None and "+" in draft.calculation.formula
    if added and asks_pending(asked) and not any(asks_pending(fold(c.quote)) for c in draft.citations):
        return True  # what goes on still is in no count of all that came in
    if not worked and not verdict and (question.is_(Kind.AUDIT) or _WEIGHED.search(asked)):
        return True  # whether two places agree, or numbers add up, is not told by quoting them
    if question.is_(Kind.FIGURE):
        among = _AMONG.search(asked)
        if among is not None and not _is_part(draft, among["vi"] or among["en"]):
            return True
        own = " ".join(claim.text for claim in draft.own)
        whole = _OF_SO_MANY.search(asked)
        return (
            (not worked and bool(_IF.search(asked)))
            or (len(question.periods) < 2 and _supposes(asked, draft))  # of two years the one may be told for the other
            or (question.percent and (added or not worked) and not _SHARE.search(fold(own if added else said)))
            or (not draft.own and bool(_POINTS_ASKED.search(asked)) and not _POINTS.search(fold(said)))
            or (whole is not None and not (_holds(draft, whole["whole"]) and _is_part(draft, whole["whole"])))
        )
    return not worked and not draft.own and audits(question)


def _only_to_be_found(text: str) -> bool:
    """Whether what is told speaks of causes as of something still to be found out, and names none."""
    said = text.lower()
    return bool(_CAUSE_SOUGHT.search(said)) and not _CAUSE_TOLD.search(_CAUSE_SOUGHT.sub(" ", said))


def _supposes(asked: str, draft: Draft) -> bool:
    """Whether a question supposes a value that stands in nothing that a draft cites."""
    supposed = _IF_REACHED.search(asked)
    formula = draft.calculation.formula if draft.calculation is not None else ""
    return supposed is not None and not _holds(draft, said := supposed["vi"] or supposed["en"]) and said not in formula


def _tells_same_span(draft: Draft) -> bool:
    return any(_SAME_SPAN.search(fold(citation.quote)) for citation in draft.citations)


def _quotes(draft: Draft) -> list[str]:
    return [citation.quote.lower() for citation in draft.citations]


def _repeats(asked: str, draft: Draft) -> bool:
    """Whether what a draft quotes says, its numbers apart, no word that the question does not say itself."""
    said = {w for c in draft.citations for w in re.findall(r"[^\W\d]+", fold(c.quote))}
    return said <= set(asked.split())


def _names_body(asked: str, draft: Draft) -> bool:
    """Whether a quote names a body that the question itself does not."""
    return any(_OF_SEVERAL.sub("", fold(m[0].strip())) not in asked for m in _BODY.finditer(draft.text))


def _names_person(asked: str, draft: Draft) -> bool:
    """Whether a person's name stands in a draft that the question itself does not say: in capitals, and no place."""
    found = [m for m in _PERSON.finditer(draft.text) if fold(m[0].strip()) not in asked]
    return any(not _TERRITORY.search(draft.text[: m.start()]) for m in found)


def _holds(draft: Draft, number: str) -> bool:
    """Whether a number, however its thousands are told, stands in what a draft cites."""
    digits = re.sub(r"\D", "", number)
    return any(digits in (re.sub(r"\D", "", n) for n in re.split(r"[^\d.,]+", c.quote)) for c in draft.citations)


def _is_part(draft: Draft, whole: str) -> bool:
    """Whether what a draft leads with may be a part of that many: not more, and not what the whole itself is set over,
    as the target in "5.240/5.000 người"."""
    most = int(re.sub(r"\D", "", whole))
    set_over = {
        int(re.sub(r"\D", "", n))
        for c in draft.citations
        for a, n in re.findall(r"(\d[\d.,]*)\s?/\s?(\d[\d.,]*\d|\d)", c.quote)
        if int(re.sub(r"\D", "", a)) == most
    }
    led = (
        []
        if draft.calculation is not None
        else re.findall(
            r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d)|(?<![\d.,])\d+(?![\d.,]*\d)", draft.claims[0].text
        )
    )
    return (
        not draft.own or not led or not any((n := int(re.sub(r"\D", "", t))) > most or n in set_over for t in led[:1])
    )

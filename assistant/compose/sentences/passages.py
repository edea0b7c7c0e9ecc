"""Questions answered in the report's own sentences: lists, who, when, where, and the rest."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft, excerpt
from assistant.compose.lists.naming_members import hangs_on_another
from assistant.compose.parts import parts_of
from assistant.compose.sentences.by_whom import opens_with_effect, without_doers
from assistant.compose.sentences.causes_behind import cause_behind, is_itself_cause
from assistant.compose.sentences.denied import says_never
from assistant.compose.sentences.further_cause import further_cause
from assistant.compose.sentences.in_pieces import APART, SECOND_WORDS, say_pieces, told_pieces
from assistant.compose.sentences.such_as_asked import is_such_as_asked
from assistant.compose.sentences.things_named import names_thing
from assistant.compose.sentences.windows import LED, brief, covers, said_of, telling, time_asked
from assistant.compose.wording import quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import Statement
from assistant.question import Question
from ingest.language.dates import dates
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.letters import UPPER
from ingest.language.periods import DAY
from ingest.language.sentences import sentences
from ingest.report import Block, BlockKind

LED_TO_WORDS = 30  # of the statement before it, where it opens with "do đó"
CAUSE_WORDS = 60  # of it where the cause is asked: it is the statement before
LISTED_WORDS = 80  # of it where a list was asked for
TEXT_WORDS = 42  # of the statement that answers a question asked in words
PARTS_WORDS = 64  # of it where the question asks for more than one thing
BY_ITSELF = 0.7  # of what is asked, in a sentence that needs none before it to say of what it speaks
PEERS = 3  # clauses that open with one noun and are members of a list


def answer_text(question: Question, best: list[Candidate], limit: int = 2) -> Draft | None:
    """The statement that covers the question best, and a second one where it covers what the first leaves open."""
    if not best:
        return None
    draft, first = Draft(), best[0]
    before = _led_to(first)
    by_itself = covers(question, first.statement.quote) >= BY_ITSELF * sum(w.weight for w in question.wanted)
    points_back = re.match(r"\W*(?:những|các|điều|việc) ", first.statement.quote, re.I)
    if before is not None and (question.is_(Kind.CAUSE) or points_back or not by_itself):
        draft.say(
            quoted(
                excerpt(before, before.end, CAUSE_WORDS if question.is_(Kind.CAUSE) else LED_TO_WORDS),
                question.language,
            ),
            draft.cite_statement(first.index, before),
        )
    cause = cause_behind(first) if question.is_(Kind.CAUSE) else None
    if cause is not None:
        for statement, room in ((cause, CAUSE_WORDS), (first.statement, LED_TO_WORDS)):
            told = quoted(excerpt(statement, None, room), question.language)
            draft.say(told, draft.cite_statement(first.index, statement))
        return draft
    charge = charged(first) if question.is_(Kind.WHO) else None
    if charge is not None:
        text = " ".join(charge.text.split()).rstrip(" :;.")
        draft.say(quoted(text, question.language), draft.cite(first.index, charge, 0, len(charge.text)))
    key = draft.cite_statement(first.index, first.statement)
    at = first.figure.at if first.figure else None
    if at is None and question.is_(Kind.WHEN):
        at = time_asked(question, first.statement)
    if at is None and question.is_(Kind.CAUSE) and (purpose := _purpose_alone(first.statement)) is not None:
        at = purpose
    marks = [n for n in first.statement.block.notes if first.statement.start <= n.offset <= first.statement.end + 1]
    noted = [n.number for n in marks if not hangs_on_another(question, first.statement, n.offset)]
    day = question.is_(Kind.WHEN) and _TIME_ASKED.search(fold(question.clear))
    listed = (question.is_(Kind.LIST) and not noted and not day) or _is_item_on(question, first.statement)
    if listed and first.statement.row is None:
        return _whole_sentence(draft, question, first)
    room = LISTED_WORDS if listed else TEXT_WORDS
    if len(parts_of(question.clear)) > 1:
        room = max(room, PARTS_WORDS)
    if len(cut := told_pieces(question, first)) > 1:
        say_pieces(draft, question, first, cut, room)
    else:
        told = brief(question, first.statement, room, at)
        if question.is_(Kind.CAUSE) and opens_with_effect(told):
            told = excerpt(first.statement, None, CAUSE_WORDS)  # the cause stands before what came of it
        draft.say(quoted(told, question.language), key)
        if LED in told:
            return draft  # who does it, and what
    if question.is_(Kind.CAUSE) and (further := further_cause(first)) is not None:
        key = draft.cite_statement(first.index, further)
        draft.say(quoted(telling(question, further, SECOND_WORDS), question.language), key)
        return draft
    if noted and (question.is_(Kind.WHO, Kind.LIST) or _PLACES_ASKED.search(fold(question.clear))):
        notes = (f for f in first.index.report.footnotes if f.anchor == first.statement.block.id)
        footnote = next((f for f in notes if f.number == noted[0]), None)
        if footnote is not None and len(footnote.text.split()) <= 60:
            note = [first.index.statements[n] for n in first.index.by_block[footnote.id]]
            start, end = said_of(question, note, len(footnote.text))
            draft.say(" ".join(footnote.text[start:end].split()), draft.cite(first.index, footnote, start, end))
            return draft
    one = len(parts_of(question.clear)) < 2
    if one and ((question.kinds == (Kind.WHEN,) and at is not None) or _NAME_ASKED.search(fold(question.clear))):
        return draft  # one time, or one name, tells it: another sentence has that of something else
    seen = {first.statement.index}
    lacking = [i for i, level in enumerate(first.levels) if level < 0.5]
    for other in best[1:30]:
        if len(draft.claims) >= limit or other.index is not first.index:
            break
        if other.statement.index in seen or len(other.levels) != len(first.levels):
            continue
        gained = [i for i in lacking if other.levels[i] >= 0.8]
        if gained and other.coverage >= 0.5:
            seen.add(other.statement.index)
            draft.say(
                quoted(telling(question, other.statement, SECOND_WORDS), question.language),
                draft.cite_statement(other.index, other.statement),
            )
            break
    return draft


_NAME_ASKED = re.compile(
    r"\bten (?:la )?gi\b|\b(?:co|mang) ten\b|\bname of\b|\b(?:is|are|was|were) .{2,60} (?:called|named)\b"
)
_PLACES_ASKED = re.compile(r"\b(?:o|tai|thuoc|nhung) (?:nhung |cac )?(?:dau|noi nao)\b|\bwhere\b")
_BODY = re.compile(
    r"\b(?:Giao|Đề nghị|UBND|HĐND|UBMTTQ|Ủy ban|Hội đồng|Sở|Phòng|Ban|Bộ|Cục|Chi cục|Văn phòng|Công an|Trung tâm|"
    r"Thanh tra|Mặt trận|Hội|Đoàn|Liên đoàn|Thủ trưởng|Chủ tịch|Giám đốc|[Cc]ác cơ quan|[Cc]ác đơn vị)\b"
)
_BULLET = re.compile(r"\s*(?:[-–+*•]|\(?[a-zđ]\)|\(?\d{1,2}\))\s*")
CHARGE_WORDS = 40  # of the line that charges somebody with what the items under it say


def charged(candidate: Candidate) -> Block | None:
    """The line above a list of tasks that says whose they are ("1. Giao Sở Nội vụ:"), for one of the tasks; None where
    the task names its doer, or stands under no such line."""
    block, report = candidate.statement.block, candidate.index.report
    bullet = _BULLET.match(block.text)
    if bullet is None or _BODY.match(block.text[bullet.end() :]):
        return None
    at = next(i for i, b in enumerate(report.blocks) if b.id == block.id)
    for above in reversed(report.blocks[:at]):
        if above.kind is BlockKind.FOOTNOTE:
            continue
        bulleted = _BULLET.match(above.text)
        if not bulleted or (above.text.rstrip().endswith(":") and bulleted[0].strip() != bullet[0].strip()):
            named = _BODY.search(above.text) and len(above.text.split()) <= CHARGE_WORDS
            return above if named else None
    return None


FALLS_SHORT = re.compile(
    r"\b(?:chưa|thiếu|hạn chế|khó khăn|vướng mắc|bất cập|lúng túng|kiêm nhiệm|chậm|thấp|yếu|"
    r"không (?:đủ|đáp ứng|kịp|đều))\b",
    re.IGNORECASE,
)
_ITEM_ON = re.compile(r"[-–+*•\s]*(?:Về |Đối với )(?P<on>[^:.;]{3,80}):\s", re.IGNORECASE)


def _is_item_on(question: Question, statement: Statement) -> bool:
    """Whether limitations are asked for, and a statement is of an item that opens with what it is on ("+ Về nhân lực:
    chưa …; còn …"), as the question names it: all of its clauses tell them."""
    if not question.is_(Kind.LIMITATION) or statement.row is not None:
        return False
    named = _ITEM_ON.match(statement.block.text)
    return named is not None and covers(question, named["on"]) > 0 and bool(FALLS_SHORT.search(statement.quote))


_LISTED = re.compile(r"\b(?:nhung|cac) ((?:\w+ ){1,3}?)(?:nao|gi)\b")  # "qua những hình thức nào"


def _whole_sentence(draft: Draft, question: Question, first: Candidate) -> Draft:
    """A list in running text: the sentence whole, clause by clause, as far as there is room."""
    index, statement = first.index, first.statement
    text = statement.block.text
    start, end = next(
        ((a, b) for a, b in sentences(text) if a <= statement.start < b), (statement.start, statement.end)
    )
    # What leads up to it is told too (of "từ A; nguồn B" A is listed as well), unless that takes the room of what is
    # asked.
    whole, alone = (" ".join(text[at:end].split()[:LISTED_WORDS]) for at in (start, statement.start))
    if len(text[start : statement.end].split()) > LISTED_WORDS or covers(question, whole) < covers(question, alone):
        start = statement.start
    room = LISTED_WORDS
    held = [s for s in map(index.statements.__getitem__, index.by_block[statement.block.id]) if start <= s.start < end]
    named = _LISTED.search(fold(question.clear))
    if named is not None and len(text[start:end].split()) > room:
        opens = re.compile(rf"\b{re.escape(named[1].strip())}(?: \w+){{0,2}} (?:nhu|sau|gom|bao gom|la)\b")
        held = next((held[i:] for i, s in enumerate(held) if opens.search(s.plain)), held)
    held = _members_asked(question, statement, held, named[1].strip() if named is not None else "")
    for clause in held:
        if clause is not statement and _is_beside(statement, clause):
            continue
        text = telling(question, clause, room)
        said = f"“{text}”" if draft.claims else quoted(text, question.language)
        draft.say(said, draft.cite_statement(index, clause))
        room -= len(text.split())
        if room < LED_TO_WORDS / 2:
            break
    return draft


def _members_asked(question: Question, first: Statement, held: list[Statement], noun: str) -> list[Statement]:
    """Of the clauses of a sentence that all open with one noun ("Mô hình …; Mô hình …") those that the question names,
    where it asks for something of them; all, where they are what it asks for."""
    opening = first.plain.split()[:2]
    peers = [s for s in held if s.plain.split()[:2] == opening]
    if len(peers) < PEERS or (noun and " ".join(opening).startswith(noun)) or opening[:1] == noun.split()[:1]:
        return held
    said = covers(question, first.quote)
    told = [s.index for s in peers if covers(question, s.quote) >= said * APART]
    if len(told) == len(peers):
        return held
    heads = [s.index for s in peers]
    of_member = {s.index: max((n for n in heads if n <= s.index), default=-1) for s in held}
    return [s for s in held if of_member[s.index] in told]


_PREDICATE = re.compile(r"^\W*(?:các|những|nhiều|một số|công tác|việc|hệ thống) [^:]*? (?:được|đã|đang|chưa) \w")
_LEADS_TO_LIST = re.compile(r":|\b(?:gồm|như sau|sau đây|như|là)\b")


def _is_beside(first: Statement, other: Statement) -> bool:
    """Whether another clause of a sentence says of another thing what became of it ("các vụ việc … được giải quyết; các
    chính sách … được triển khai"): it is no member of what the first lists."""
    clauses = (first.quote.strip().lower(), other.quote.strip().lower())
    return all(map(_PREDICATE.match, clauses)) and not _LEADS_TO_LIST.search(clauses[0])


_FOLLOWS = re.compile(
    r"(?:do đó|do vậy|vì vậy|vì thế|bởi vậy|từ đó|qua đó|theo đó|tuy nhiên|trong đó|làm|khiến|dẫn đến|dẫn tới|gây|"
    r"(?:những|các) (?:vấn đề|khó khăn|yếu tố|nguyên nhân|hạn chế|kết quả|nội dung|việc|điều)(?: nêu)? (?:trên|này|đó)|"
    r"(?:điều|việc) (?:này|đó|trên))\b",
    re.IGNORECASE,
)


def _led_to(candidate: Candidate) -> Statement | None:
    """The statement before one that opens with "Do đó", "Qua đó", "Những vấn đề trên" …, which says of what; None where
    it stands alone."""
    index, statement = candidate.index, candidate.statement
    if not _FOLLOWS.match(statement.quote.lstrip("-+ ")) or not statement.index:
        return None
    before = index.statements[statement.index - 1]
    return before if before.block.id == statement.block.id else None


_WHO_IS = guarded(
    r"\bai la\b|\bla ai\b|do ai\b(?! (?:lo|phu trach|dam nhiem|thuc hien|lam|chu tri|to chuc|quan ly|"
    r"danh gia|cham|cong bo|xep hang|khao sat|tham dinh)\b)|"
    r"ten (la )?gi\b|ho ten|ho va ten|"
    r"\bwho (?:is|was|are|were)\b(?! \w{2,}ing\b| to\b| (?:responsible|charged|tasked|in charge))|\bwho (leads?|"
    r"led|chair(?:s|ed)?|head(?:s|ed)?)\b|\bnames? of the (person|official|head|secretary|chair)"
)
_PERSON = re.compile(
    rf"(đồng chí|đ/c|Đ/c|Đồng chí|[Ôô]ng|[Bb]à)\s+[{UPPER}]\w+(\s+[{UPPER}]\w+)+|“[^”]+”|\b[a-z]{{1,3}}[A-Z]\w+"
)
_HEAD_ASKED = re.compile(
    r"\bwho (?:leads?|led|chair(?:s|ed)?|head(?:s|ed)?)\b|\bwho (?:is|was) the (?:head|chair\w*|leader)\b|"
    r"\b(?:do )?ai (?:la |lam |dung |giu )?(?:truong (?:ban|doan)|to truong|chu tich hoi dong|dung dau|dau)\b"
)
# A body may be headed by the holder of a post: "do Bộ trưởng Bộ Công an làm Tổ trưởng".
_HEADED = re.compile(r"\b(?:do|gồm) [^,;.]{3,90} làm (?:đồng )?(?:[Tt]rưởng|[Tt]ổ trưởng|[Cc]hủ tịch|[Cc]hủ nhiệm)\b")
# Whoever takes the lead in a task is a body as often as a person: "Sở Y tế chủ trì, phối hợp với …".
_LEADS_TASK = re.compile(
    r"\bwho (?:is to |must |should |will )?(?:leads?|led|take[sn]? the lead)\b|\bai (?:la )?chu tri\b"
)
_IN_THE_LEAD = re.compile(
    rf"(?:^|[:;.]\s*)(?:\W*[\da-zđ]{{0,2}}[.)]\s*)?(?:Giao )?[{UPPER}][^.;:]{{3,90}}? chủ trì\b|"
    rf"\bgiao (?:cho )?[{UPPER}][^.;:]{{3,70}}? chủ trì\b"
)
# The head of a committee is no head of the groups under it.
_HEAD_OF = (
    (re.compile(r"\bcommittee\b|\bban chi dao\b"), re.compile(r"\b(?:lam|la)(?: dong)? truong ban\b")),
    (
        re.compile(r"\b(?:working )?(?:group|team|task force)\b|\bto (?:cong tac|giup viec)\b"),
        re.compile(r"\bto truong\b"),
    ),
)
_NUMBER_ASKED = re.compile(
    r"(?<!mau )\bso (?:may|nao|hieu|bao nhieu)\b|\bdocument number\b|"
    r"\bnumber of the (?:\w+ ){0,3}(?:plan|decision|resolution|directive|circular|programme|program)\b"
)
_TIME = re.compile(
    r" (?:\d{1,2} gio|(?:ngay|thang|quy|nam|tuan|ky)(?: (?:\d|[ivx]+ ))|"
    r"(?:hang|moi|cuoi|dau|trong|het|den|tu) (?:nay )?(?:ngay|thang|quy|nam|tuan)|dinh ky|"
    r"\d{1,2} \d{1,2} \d{4}|\d{1,2}/\d{1,2}|\d{4} |cho den khi|sau khi|truoc khi|giai doan)"
)
_DAY_ASKED = re.compile(
    r"\bngay (?:nao|may|bao nhieu)\b|\bhan (?:chot|cuoi)\b|\bwhat date\b|\bwhich day\b|\bdeadline\b"
)
_TIME_ASKED = re.compile(
    rf"{_DAY_ASKED.pattern}|\b(?:thang|quy|nam|tuan|gio) (?:nao|may|bao nhieu)\b|"
    r"\b(?:what|which) (?:month|quarter|year)\b"
)
_DAY = re.compile(
    r" (?:ngay \d|\d{1,2}/\d{1,2}|(?:thang|quy) (?:\d|[ivx])|\d{1,2} gio|thu (?:hai|ba|tu|nam|sau|bay|\d))"
)
_CAUSAL = re.compile(r"\b(?:do|vì|bởi|nhờ|nguyên nhân|lý do|xuất phát từ|dẫn đến|dẫn tới|khiến|nên)\b", re.IGNORECASE)
# What is done has a purpose where it is asked why; what came about has none.
_PURPOSE = re.compile(
    r"\b(?:nhằm|làm (?:căn cứ|cơ sở)|để (?:phục vụ|bảo đảm|đảm bảo|tạo|nâng cao|giảm|tăng))\b", re.IGNORECASE
)
_DONE_ON_PURPOSE = re.compile(
    r"\bwhy (?:is|are|was|were|has|have|did|does|do)\b(?!.*\b(?:not|low|late|slow\w*|fall\w*|fell|drop\w*|los[et]\w*|"
    r"difficult\w*|limited|overdue|behind|delay\w*|below|fail\w*|declin\w*|rise|rose|increase\w*|uneven|still|few)\b)|"
    r"\b(?:vi sao|tai sao)\b(?!.*\b(?:khong|chua|cham|thap|giam|tang|tre|qua han|kho khan|han che|con|dat|ton)\b)|"
    r"\b(?:nham|de lam|phuc vu) (?:muc dich )?gi\b"
)


def _purpose_alone(statement: Statement) -> int | None:
    """Where a statement that gives no cause says what something is done for; None where it gives one."""
    told = _PURPOSE.search(statement.quote) if not _CAUSAL.search(statement.quote) else None
    return statement.start + told.start() if told is not None else None


_SO = re.compile(
    r"(?:do đó|do vậy|vì vậy|vì thế|bởi vậy|từ đó|qua đó|nhờ đó|nhờ vậy)\b", re.IGNORECASE
)  # what it led to
_EFFECTS = frozenset({"hạn chế", "khó khăn", "tồn tại"})  # a heading of both tells what came about as well as why
_PHONE_ASKED = guarded(r"so dien thoai|dien thoai .{0,30}so (nao|may)|(phone|telephone|hotline) number")
_PHONE = re.compile(r"\d{3,4}[ .]?\d{3}[ .]?\d{3,4}|\b1\d{3}\b")


def _of_another_day(question: Question, statement: Statement) -> bool:
    """Whether the day is asked at which something stood, and a sentence says how it stood at another."""
    asked = [p for p in question.periods if DAY.fullmatch(p)]
    told = [s.iso for m in _STOOD_AT.finditer(statement.quote) for s in dates(m[0]) if s.iso]
    return bool(asked and told) and not set(asked) & set(told)


_STOOD_AT = guarded(
    r"\b(?:tính đến|đến|tại thời điểm|kể từ) ?(?:hết )?(?:ngày )?"
    r"\d{1,2}/\d{1,2}/\d{4}",
    re.IGNORECASE,
)
_WORK_ASKED = re.compile(
    r"\b(?:viec|nhiem vu|giai phap|noi dung|yeu cau|dieu)(?: \w+){0,2} (?:gi|nao)\b|"
    r"\b(?:lam|giao|de nghi|yeu cau) gi\b|\b(?:what|which) (?:tasks?|work|duty|duties|measures?|steps?)\b|"
    r"\bwhat (?:must|should|is|are) .{2,60} (?:to )?do\b"
)
_FEW = 8  # words


def _says_work(statement: Statement) -> bool:
    """Whether a row of a table is more than a name and its values."""
    return sum(word.isalpha() for word in statement.plain.split()) >= _FEW


def names_row_only(statement: Statement) -> bool:
    """Whether a statement is a line of a table that holds one cell of words: it names what is counted and says nothing
    of it."""
    table = statement.block.table
    if table is None or statement.row is None:
        return False
    return len([c for c in table.row(statement.row) if c.text.strip()]) == 1


def _is_head_of(folded: str, statement: Statement) -> bool:
    """Whether a statement names the head of a body of the kind that the folded question says, where it says one."""
    asked = [(at.start(), head) for body, head in _HEAD_OF if (at := body.search(folded))]
    return not asked or bool(min(asked, key=lambda a: a[0])[1].search(statement.plain))


def names_what_is_asked(question: Question, statement: Statement) -> bool:
    """Whether a statement has what the question wants by name: a person for "ai là …", a number for a telephone."""
    folded = fold(question.clear)
    if _WORK_ASKED.search(folded) and statement.row is not None and not _says_work(statement):
        return False
    body = _HEAD_ASKED.search(folded) and _HEADED.search(statement.quote) and _is_head_of(folded, statement)
    headed = bool(body) or bool(_LEADS_TASK.search(folded) and _IN_THE_LEAD.search(statement.quote))
    named = _PERSON.search(statement.quote) or headed or names_thing(folded, statement.quote)
    if _WHO_IS.search(folded) and not named:
        return False
    if question.is_(Kind.DOCUMENT) and _NUMBER_ASKED.search(folded):
        return False  # the ledger of cited documents would have it
    if question.is_(Kind.WHEN) and (not _TIME.search(statement.plain) or says_never(folded, statement)):
        return False
    if question.is_(Kind.WHEN) and _DAY_ASKED.search(folded) and not _DAY.search(statement.plain):
        return False
    if question.is_(Kind.CAUSE, Kind.LIMITATION) and statement.ahead and not question.is_(Kind.DIRECTION):
        return False  # what is still to be done is no cause of what was, nor what fell short
    if question.is_(Kind.CAUSE) and is_itself_cause(question, statement):
        return False
    if question.is_(Kind.CAUSE) and not (
        _CAUSAL.search(without_doers(statement.quote))
        or (_PURPOSE.search(statement.quote) and _DONE_ON_PURPOSE.search(folded))
        or _SO.match(statement.quote.lstrip("-+ "))
        or "nguyên nhân" in statement.lead
        or ("nguyên nhân" in statement.heading and _EFFECTS.isdisjoint(statement.heading))
    ):
        return False
    if _of_another_day(question, statement) or not is_such_as_asked(question, statement):
        return False
    return not (_PHONE_ASKED.search(folded) and not _PHONE.search(statement.quote))

"""Whether the members of a counted set are named: a sentence that only counts "06 nhiệm vụ" names none of the six."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.evidence.statements import Statement
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.letters import UPPER
from ingest.language.sentences import sentences

_COUNTED = re.compile(r"(?<![\d/.,])0?(\d{1,3})(?:/\d{1,4})? ((?:[^\W\d_]+ ){0,3}[^\W\d_]+)")  # "07/12 xã" are seven
_MEMBERS = guarded(
    r"\b(?:nhung|cac) (?P<noun>(?:\w+ ){0,5}\w+) (?:nao|gi)\b|"
    r"\b(?:la|gom|cu the|bao gom|ke ten|liet ke)(?: la| gom)?(?: nhung| cac)? (?:gi|nao)\b|"
    r"\b(?:ke|neu|cho biet|noi)(?: ro| day du)? ten(?: cua)?(?: tung| tat ca)?(?: cac| nhung)? "
    r"(?P<named>(?:\w+ ){0,3}\w+)|"
    r"\bliet ke(?: day du| ro| ten)?(?: tat ca)?(?: cac| nhung)? (?P<listed>(?:\w+ ){0,3}\w+)|"
    r"(?<![\d/.])\b0?\d{1,2} (?:\w+ ){1,5}nao\b|"
    r"\b(?:what|which) (?:are|were)\b|\b(?:name|list)(?: all)? the\b|\bwhat are the names\b"
)
_NO_SET = r"(?<!thang )(?<!quy )(?<!nam )(?<!lop )(?<!grade )(?<!level )(?<!muc )(?<!dieu )(?<!ky )(?<!de an )(?<!so )"
_NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        ("hai two", "ba three", "bon four", "nam five", "sau six", "bay seven", "tam eight", "chin nine", "muoi ten"), 2
    )
    for word in words.split()
}
_NUMBER_WORDS_VI = {
    word: n for n, word in enumerate(("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 2)
}
_SO_MANY_VI = re.compile(  # "năm" is a year wherever it could be one
    rf"(?:^\W*|, |\b(?:số|các|cả|là|của|tên|kể|nêu) )(?P<n>{'|'.join(_NUMBER_WORDS_VI)}) "
    r"(?!(?:tháng|quý|năm|ngày|tuần|lần|nay|qua|trước|sau|tới|học|ngoái)\b)(?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)"
)
_WHOSE = re.compile(  # whose, or of which bodies, the members of a set are: "… thuộc xã nào", "… là của ai"
    r"\b(?:la|gom|cua|thuoc|o|tai|voi)(?: nhung| cac)? (?:\w+ ){0,3}(?:nao|gi|ai)\b|\bo dau\b|"
    r"^\W*(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi|\d{1,2}) (?:\w+ ){1,3}nao\b|"
    r"\b(?:which|what|name|who (?:are|were))(?: the)? (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_SO_MANY = re.compile(
    rf"\b(?:which|what|list|name)(?: the)? (?P<n>{'|'.join(w for w in _NUMBER_WORDS if w.isascii())}|[2-9]|10)\b"
    r"(?! (?:months|years)\b)"
)
_APART = (r";", r",|\bvà\b")
_OPENS = re.compile(r"[:“\"]|\b(?:gồm|gồm có|như|cụ thể)\b")
_BRACKET = re.compile(r"\(([^()]*)\)?")
_PARTS = re.compile(r"[,;]|\bvà\b")
_LEADS_IN = re.compile(r"\bla $")
_BESIDE = re.compile(r"(?<!\bdoi )\b(?:voi|tai) $")
_OF_SO_MANY = re.compile(
    r"\btrong(?: so| tong so)? 0?(?P<number>\d{1,2}) (?P<noun>\w+(?: \w+)?)\b.*, (?:nhung |cac )?(?P=noun) nao\b"
)
_SPAN = re.compile(r"(?:gio|ngay|tuan|thang|nam|phut|lan)\b")  # how long something took is no set of things
_COUNTED_BODIES = re.compile(r"\W*\d+/\d+ (?:đơn vị|cơ quan|xã|phường|thị trấn|phòng|sở|ngành|địa phương)\b")
_BODIES_ASKED = re.compile(
    r"\b(?:don vi|co quan|xa|phuong|thi tran|phong|so|nganh|dia phuong) nao\b|"
    r"\b(?:which|what) (?:units|bodies|agencies|departments|offices|communes|wards|localities)\b"
)
_SORT = re.compile(r"\b(?:loai|linh vuc|nhom|dien|hinh thuc|muc) (?:\w+ ){0,2}(?:nao|gi)\b")
_SET_FIRST = re.compile(r"^\W*0?(\d{1,3}) [^\W\d_]")
_COMPOUND = re.compile(  # "07 xã, phường": one set
    r"^(?:,? (?:và )?(?:xã|phường|thị trấn|đặc khu|cơ quan|đơn vị|địa phương|ban|ngành|huyện|thị xã|thành phố|sở)\b)+"
)
_NEXT_CLAUSE = re.compile(r"[;.](?! (?:cụ thể|gồm|bao gồm|trong đó))\s")
_NEXT_COUNT = re.compile(r"(?:[,;.]|\bvà)\s+\d")
_SAID_OF = re.compile(
    r"\s*(?:đạt|đã|đang|còn|được|bị|trong đó|chiếm|tăng|giảm|chủ yếu|chưa|góp phần|qua đó|đến nay|theo|với|tỷ lệ)\b"
)
_CAPITAL = re.compile(rf"[{UPPER}]")
_BODIES = re.compile(
    r"\b(?:noi|xa|phuong|thi tran|dac khu|huyen|co quan|don vi|dia phuong|so|nganh|phong|truong) (?:nao|gi)\b|"
    r"\bai\b|\bo dau\b|\b(?:communes|wards|bodies|agencies|departments|offices|units|localities|places|schools|who)\b"
)
ENOUGH = 3  # things told one by one: a list, however it is counted


def counted_alone(question: Question, draft: Draft) -> bool:
    """Whether a question for the members of a set is answered by sentences that count it and name none of them."""
    asked = fold(question.clear)
    number, noun = set_asked(question)
    named = _MEMBERS.search(asked)
    members = named is not None and (question.is_(Kind.LIST) or bool(named["named"]))
    if not members and not (number and not question.is_(Kind.EXTREME) and _WHOSE.search(asked)):
        return False
    if (not number and not noun) or (number and _SORT.search(asked)):
        return False
    told = [claim.text for claim in draft.own if not claim.text.startswith("“")]
    bodies = bool(_BODIES.search(asked))
    notes = [c for c in draft.citations if c.locator.footnote is not None]
    counted = bodies and any(_bare(n.quote, number, noun, by_name=True) for n in notes)
    if 0 < len(notes) < len(draft.citations) and not counted:
        return False  # the note of the count tells them
    if told or len(draft.claims) >= ENOUGH:  # a list of other things, in which the set is counted or not even that
        if number and any(_bare(claim.text, number, noun, by_name=True) for claim in draft.claims):
            return True
        of_set = bodies or (named is not None and f"{named['noun'] or ''} ".startswith(f"{noun.partition(' ')[0]} "))
        return of_set and number > 1 and bool(noun) and 1 < len(told) != number and not _is_counted(draft, number, noun)
    bare = [
        _bare(c.quote[start:end], number, noun, by_name=bodies)
        for c in draft.citations
        for start, end in sentences(c.quote)
    ]
    if number and bodies and not any(b is not None for b in bare):
        return sum(bool(_CAPITAL.search(p)) for c in draft.citations for p in _PARTS.split(c.quote)) < min(number, 3)
    return any(bare) and False not in bare


def _is_counted(draft: Draft, number: int, noun: str) -> bool:
    """Whether so many of a thing are spoken of in what a draft cites."""
    head = noun.partition(" ")[0]
    counts = (m for c in draft.citations for m in _COUNTED.finditer(fold(c.quote)))
    return any(int(m[1]) == number and f"{m[2]} ".startswith(f"{head} ") for m in counts)


def hangs_on_another(question: Question, statement: Statement, mark: int) -> bool:
    """Whether a question opens with the number of a set ("06 trường hợp … là những ai?") that a statement counts, and
    the mark of a note stands behind the count of another one in a later clause: the note is of that."""
    asked = _SET_FIRST.match(question.clear)
    if asked is None:
        return False
    *sooner, own = statement.block.text[statement.start : mark].split(";")
    of_set = re.compile(rf"(?<![\d/.,])0?{asked[1].lstrip('0')}(?:/\d{{1,4}})? [^\W\d_]")
    return bool(_COUNTED.search(own)) and not of_set.search(own) and any(map(of_set.search, sooner))


def names_none(question: Question, draft: Draft) -> bool:
    """Whether a list leaves open which are meant: all of the set that one is asked of ("trong 04 mô hình, mô hình nào
    …"), or only how many bodies ("04/06 đơn vị …") where it is asked which they are."""
    asked = fold(question.clear)
    among = _OF_SO_MANY.search(asked)
    if among is not None and len(draft.own) == int(among["number"]) > 1:
        return True
    if not question.is_(Kind.LIST):
        return False
    number = number_asked(question) if not question.is_(Kind.EXTREME) and draft.calculation is None else 0
    if number and len(draft.own) < number:
        return not any(_tells(c.quote, number) for c in draft.citations)
    if not draft.own:
        return False
    return bool(_BODIES_ASKED.search(asked)) and all(_COUNTED_BODIES.match(c.text) for c in draft.own)


def number_asked(question: Question) -> int:
    """How many members an English question speaks of by their number alone ("which three models"); 0 where it does
    not."""
    said = _SO_MANY.search(fold(question.clear)) if question.language == "en" else None
    return 0 if said is None else int(said["n"]) if said["n"].isdigit() else _NUMBER_WORDS[said["n"]]


def _tells(quote: str, number: int) -> bool:
    """Whether a quote speaks of so many things, or sets as many beside each other."""
    spoken = "|".join(word for word, value in _NUMBER_WORDS.items() if value == number)
    if re.search(rf"\b0?{number}\b(?![.,/]\d)(?!\. )", quote) or re.search(rf"\b(?:{spoken})\b", fold(quote)):
        return True
    return any(len(re.split(apart, clause)) == number for apart in _APART for clause in re.split(r"[.:]\s", quote))


def set_asked(question: Question) -> tuple[int, str]:
    """How many members the question speaks of, 0 where it does not say, and the head of what they are called, "" for
    an English question: the report's word is another one."""
    asked, english = fold(question.clear), question.language == "en"
    said = re.search(rf"{_NO_SET}\b0?(\d{{1,2}})(?!/\d) (?!trong\b)(\w+(?: \w+)?)", asked)
    word = re.search(rf"\b({'|'.join(_NUMBER_WORDS)}) (\w+(?: \w+)?)", asked) if english else None
    spelt = _SO_MANY_VI.search(question.clear.lower()) if not english else None
    number, noun = (int(said[1]), said[2]) if said else (0, "")
    if word is not None and (said is None or word.start() < said.start()):
        number, noun = _NUMBER_WORDS[word[1]], word[2]
    if spelt is not None and (said is None or spelt.start() < said.start()):
        number, noun = _NUMBER_WORDS_VI[spelt["n"]], fold(spelt["noun"])
    if english:
        return number, ""
    named = _MEMBERS.search(asked)
    said_so = (named["noun"] or named["named"] or named["listed"]) if named is not None else ""
    if not number and said_so:
        noun = " ".join(said_so.split()[:2])
    return number, noun


def _bare(sentence: str, number: int, noun: str, *, by_name: bool) -> bool | None:
    """Whether a sentence counts the set and names none of it; None where it does not count it. `by_name`: they are
    bodies or places, which have names."""
    found = None
    for counted in _COUNTED.finditer(fold(sentence)):
        if int(counted[1]) < 2 or (number and int(counted[1]) != number) or _SPAN.match(counted[2]):
            continue
        head = noun.partition(" ")[0] if number else noun  # "02 đơn" are the two petitions as well
        if noun and not f"{counted[2]} ".startswith(f"{head} "):
            continue
        end = counted.start(2) + len(noun if f"{counted[2]} ".startswith(f"{noun} ") else head)
        if _names(sentence, counted.start(), end, int(counted[1]), by_name=by_name):
            return False
        found = True
    return found


def _names(sentence: str, start: int, end: int, number: int, *, by_name: bool) -> bool:
    """Whether members stand behind a counted set (or before it, led in by "là"): behind a colon, or set off by
    commas. One name in brackets is of whoever has to do with the set: "đối với 04 trường còn lại (Sở X)"; what is
    counted next, or said of the set ("02 xã, đạt …"), is none of it."""
    rest = _COMPOUND.sub("", sentence[end:])
    before = fold(sentence[:start])
    clause = _NEXT_CLAUSE.split(rest)[0]
    if _OPENS.search(clause) or _LEADS_IN.search(before):
        return True
    apart = min(number - 1, 2)
    if _BESIDE.search(before) and len(_CAPITAL.findall(sentence[:start].rpartition(";")[2])) > apart:
        return True
    if any(len(_PARTS.findall(held)) >= apart for held in _BRACKET.findall(clause)):
        return True
    parts = _PARTS.split(_BRACKET.sub(" ", _NEXT_COUNT.split(rest)[0]))
    told = [p for p in parts[1:] if not _SAID_OF.match(p) and (not by_name or _CAPITAL.search(p))]
    return len(told) >= apart

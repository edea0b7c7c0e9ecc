"""One asking that several things share: "kế hoạch A và kế hoạch B lần lượt mang số nào?" asks it of each of them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from assistant.asked.restating import KEPT
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.letters import LOWER, UPPER

_IN_TURN = guarded(
    r"^(?P<both>.{6,}? (?:và|cùng|lẫn) .{3,}?),? (?:lần lượt|tương ứng|mỗi (?:bên|loại|thứ|cái|nơi|văn bản|"
    r"kế hoạch|quyết định|hội|đơn vị|cơ quan|ngành|cấp|xã|tỉnh|huyện))\b,? ?"
    r"(?P<asks>.*\b(?:nào|gì|ai|đâu|bao nhiêu|mấy)\b.*?)\W*$",
    re.IGNORECASE,
)
_THESE = guarded(  # "kế hoạch A và kế hoạch B ban hành vào những ngày nào"
    r"^(?P<both>.{6,}? (?:và|cùng|lẫn) .{3,}?),?"
    r"(?P<asks>(?: (?:được|đã|ban hành|quy định|ký|vào|ở|tại|theo|do|mang))* )"
    r"(?:những|các) (?P<what>(?:ngày|số|kế hoạch|quyết định|văn bản|nghị quyết|cơ quan|đơn vị) "
    r"(?:nào|gì|số mấy|mấy))\W*$",
    re.IGNORECASE,
)
_EACH_EN = guarded(
    r"^(?P<asks>(?:how|what|which)\b.{3,}?\b(?:did|do|does|were|was|are|is|have|has|had)) (?:both )?"
    r"(?P<one>[^,;?]{3,60}?) and (?P<other>[^,;?]{3,60}?) each\b(?P<rest>[^;?]*)\W*$",
    re.IGNORECASE,
)
_TIME = r"(?:(?:cuối|đầu|đến|tính đến|hết|trong|vào|của|in|at the end of|for) )*(?:(?:tháng|quý|năm|ngày) \d[\d/]*)"
_TIMES = guarded(
    rf"^(?P<opens>.*?)(?P<one>{_TIME}),? (?:và|cùng|lẫn) (?P<other>{_TIME})(?P<behind>\b.*?)\W*$", re.IGNORECASE
)
_PAPERS = r"(?:kế hoạch|quyết định|nghị quyết|chỉ thị|công văn|chương trình|văn bản)"
_ISSUES = guarded(  # "Tỉnh ủy có kế hoạch nào về rừng và kế hoạch nào về biển?"
    rf"^(?P<issuer>[^,;?]{{3,40}}? (?:đã )?(?:có|ban hành|ra|ký)) "
    rf"(?P<one>{_PAPERS} (?:nào|gì|số mấy)\b[^?;]*?),? (?:và|còn) (?P<other>{_PAPERS} (?:nào|gì|số mấy)\b[^?;,]*)\W*$",
    re.IGNORECASE,
)
_DOES = (
    r"(?:được|đã|bị|phải|cần|đang|chưa|tham gia|tham dự|dự|nhận|đạt|thuộc|"
    r"trong|ở|tại|mắc|nộp|thông báo|hoàn thành|có mặt)"
)
_SO_MANY_OF = guarded(  # "có bao nhiêu tổ chức và bao nhiêu hợp tác xã được duyệt?"
    rf"^(?P<one>(?:[^,;?]{{0,30}}? )?(?:bao nhiêu|mấy) (?:(?!{_DOES}\b)[^\W\d]+,? ?){{1,6}}?),? (?:và|cùng) "
    rf"(?P<other>(?:bao nhiêu|mấy) (?:(?!{_DOES}\b)[^\W\d]+,? ?){{1,7}}?) (?P<does>{_DOES} [^?;,]*)\W*$",
    re.IGNORECASE,
)
_SCOPE = r"(?:(?:của|ở|tại|trên|riêng) )*(?:toàn|cả|cấp) (?:tỉnh|huyện|xã|quốc|nước|thành phố)"
_SCOPES = guarded(
    rf"^(?P<opens>.*? )(?P<one>{_SCOPE})(?:,? và|, còn| lẫn) (?P<other>{_SCOPE})(?: lần lượt)? (?P<asks>[^;?]*)\W*$",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:toàn|cả) (?:tỉnh|huyện|xã|quốc|nước|thành phố)\b", re.IGNORECASE)  # of levels both are told
_LEVEL = re.compile(r"\b(?:ở |tại |của )?cấp (?:xã|huyện|tỉnh)\W*$", re.IGNORECASE)
_OF = re.compile(r"^(?:(?:của|riêng) )+", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:nào|gì|ai|đâu|bao nhiêu|mấy|ra sao)\b", re.IGNORECASE)
_BETWEEN = re.compile(r",? (?:và|cùng|lẫn) |, ", re.IGNORECASE)
_AND = re.compile(r",? (?:và|cùng|lẫn) ", re.IGNORECASE)
_JOINT = re.compile(r"(?:,| và| cùng| lẫn)*\s*$", re.IGNORECASE)
_TAIL = re.compile(r" (?:mà|của|do|về|trong|ở|tại) .+$", re.IGNORECASE)
SHORT = 2  # syllables of a thing that leaves what it is of to the next: "kế hoạch và chương trình mà hai bên ký"
MOST = 4
LONGEST = 400  # characters of a question that asks so: a longer one is pasted, and its patterns take their time


def shared(question: Question, *, also_times: bool) -> tuple[str, ...]:
    """What is asked of each of several things in one asking, as questions of their own; of two times as well where
    `also_times`. () where it is asked of one."""
    if len(question.clear) > LONGEST:
        return ()
    return _of_each(question.clear, english=question.language == "en", also_times=also_times)


@lru_cache(maxsize=KEPT)
def _of_each(text: str, *, english: bool, also_times: bool) -> tuple[str, ...]:
    if english:
        named = _EACH_EN.search(text)
        if named is None:
            return ()
        return tuple(f"{named['asks']} {named[one]}{named['rest']}" for one in ("one", "other"))
    if (named := _ISSUES.search(text)) is not None:
        issuer = named["issuer"]
        return f"{issuer} {named['one']}", f"{issuer} {named['other']}"
    if (named := _SO_MANY_OF.search(text)) is not None:
        return f"{named['one']} {named['does']}", f"{named['other']} {named['does']}"
    if (named := _SCOPES.search(text)) is not None and len(_ASKS.findall(text)) == 1 and _ALL.search(named[0]):
        return tuple(f"{named['opens']}{_OF.sub('', named[one])} {named['asks']}" for one in ("one", "other"))
    if (named := _IN_TURN.search(text)) is not None and not _ASKS.search(named["both"]):
        opens, members = _members(named["both"])
        if all(map(_LEVEL.search, members)):
            return ()
        return tuple(f"{opens}{member} {named['asks']}" for member in members) if 1 < len(members) <= MOST else ()
    if (named := _THESE.search(text)) is not None and not _ASKS.search(named["both"]):
        opens, members = _members(named["both"], headed=True)
        if 1 < len(members) <= MOST:
            return tuple(f"{opens}{member}{named['asks']}{named['what']}" for member in members)
    times = _TIMES.search(text) if also_times else None
    if times is None or len(_ASKS.findall(text)) != 1:
        return ()
    return tuple(f"{times['opens']}{times[one]}{times['behind']}" for one in ("one", "other"))


def _members(text: str, *, headed: bool = False) -> tuple[str, list[str]]:
    """What opens before the first of several things, and each of them: they begin with the same words, or, unless only
    such `headed` ones are meant, stand on either side of the last "và"."""
    joints = [*_AND.finditer(text)]
    folded = fold(text)
    edges = {m.end() for m in _BETWEEN.finditer(text)}
    for size in (2, 1) if len(folded) == len(text) else ():
        for last in reversed(joints):
            head = " ".join(folded[last.end() :].split()[:size])
            starts = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(head)}(?!\w)", folded)]
            own = [starts[0], *(s for s in starts[1:] if s in edges)]
            if len(own) > 1:
                pieces = [text[a:b] for a, b in pairwise([*own, len(text)])]
                return text[: own[0]], [_JOINT.sub("", piece) for piece in pieces]
    if headed:
        return "", []
    left, right = text[: joints[-1].start()], text[joints[-1].end() :]
    tail = _TAIL.search(right)
    if len(left.split()) <= SHORT:
        left = f"{left}{tail[0]}" if tail is not None else ""
    return "", [left, right] if left and len(right.split()) > 1 and "," not in left else []


_M = r"[^\W\d]+(?: [^\W\d]+){0,5}?"  # a thing that is counted, in a few words
_LIST = rf"[^\W\d]+(?: [^\W\d]+){{0,9}}?(?:, {_M}){{0,4}}(?:,| và|, và| cùng) {_M}"
_BEFORE = guarded(
    rf"^\W*(?:.*\b(?:đã|được|có|bị|số|lượng|gồm|đơn vị) )?(?P<members>{_LIST}),? "
    r"(?P<each>(?:mỗi (?:loại|thứ|nhóm|việc|bên|mục) |lần lượt |tương ứng )?(?:là |đạt |được |có |hết |mất )*)"
    r"(?P<asks>(?:bao nhiêu|mấy)\b[^,;?]*)\W*$",
    re.IGNORECASE,
)
_BEHIND = guarded(
    rf"^.*?\b(?P<asks>bao nhiêu|mấy) (?P<members>{_LIST})\W*$",
    re.IGNORECASE,
)
_BEHIND_EN = guarded(
    r"^.*?\b(?P<asks>how many [a-z-]+(?: [a-z-]+){0,2}) (?:were|was|are|have been|had been) "
    r"(?P<members>[a-z-]+(?: [a-z-]+){0,2}(?:, [a-z-]+(?: [a-z-]+){0,2}){0,3},? "
    r"and [a-z-]+(?: (?!in\b|since\b|from\b)[a-z-]+)?)",
    re.IGNORECASE,
)
_DID_EN = guarded(  # "how many files did the office receive, settle and return"
    r"^.*?\b(?P<asks>how many [a-z-]+(?: [a-z-]+){0,2}) (?:did|does|do|has|have|had) [^,;?]{2,40}? "
    r"(?P<members>[a-z-]+, [a-z-]+(?: [a-z-]+)?(?:, [a-z-]+(?: [a-z-]+)?){0,2},? "
    r"and [a-z-]+(?: (?!in\b|since\b|from\b|by\b)[a-z-]+)?)",
    re.IGNORECASE,
)
_APART = re.compile(r",? (?:và|cùng|and) |, ", re.IGNORECASE)
_AT_TIME = re.compile(
    r",? ?\b(?:(?:kể từ|từ đầu|từ|trong|tính đến|đến hết|đến|của|ở|vào|kỳ báo cáo) )*(?:ngày|tháng|quý|năm) \d[\d/]*"
    r"(?: năm \d{4})?,?|,? ?\btừ đầu năm(?: đến nay)?\b,?",
    re.IGNORECASE,
)


_WHOSE = re.compile(
    r"(?:ở |tại |của )?(?:cấp|xã|phường|huyện|tỉnh|sở|tháng|quý|năm|ngày|thôn|ấp|khóm)\b", re.IGNORECASE
)
_OF_WHOLE = re.compile(
    r"\btỷ lệ\b|\btỉ lệ\b|\btổng\b|\bcộng\b|\btrước và đúng\b|%", re.IGNORECASE
)  # one value of them all
_IN_TURN_SAID = re.compile(r"\b(?:mỗi|lần lượt|tương ứng)\b", re.IGNORECASE)
_NAME = re.compile(rf"^(?:[{UPPER}][{LOWER}]+ )+")


@lru_cache(maxsize=KEPT)
def in_one_count(text: str, units: tuple[str, ...], *, english: bool) -> tuple[str, ...]:
    """Several things of which one "bao nhiêu" asks the number ("sửa đổi và bãi bỏ bao nhiêu thủ tục"), each with its
    asking; () where it asks that of one. `units` are what the question counts in."""
    if len(text) > LONGEST:
        return ()
    if english:
        named = _BEHIND_EN.search(text) or _DID_EN.search(text)
        return tuple(f"{named['asks']} {one}" for one in _apart(named["members"])) if named is not None else ()
    text = _AT_TIME.sub("", text)
    if _OF_WHOLE.search(text):
        return ()
    named = _BEFORE.search(text)
    if named is not None:
        members = _apart(named["members"])
        if (_IN_TURN_SAID.search(named["each"]) or " và " in named["members"]) and not any(
            map(_WHOSE.match, members[1:])
        ):
            members[0] = _NAME.sub("", members[0]) or members[0]
            return tuple(f"{one} {named['asks'].strip()}" for one in members)
        return ()
    named = _BEHIND.search(text)
    if named is None or " và " not in named["members"]:
        return ()
    counted = fold(named["members"])
    size = max((len(unit.split()) for unit in map(fold, units) if counted.startswith(f"{unit} ")), default=1)
    noun, of = named["members"].split(" ")[:size], named["members"].split(" ")[size:]
    return tuple(f"{named['asks']} {' '.join(noun)} {one}" for one in _apart(" ".join(of))) if of else ()


def shares_one_count(question: Question) -> bool:
    """Whether one "bao nhiêu" asks for the number of several things."""
    return bool(in_one_count(question.clear, question.units, english=question.language == "en"))


def _apart(members: str) -> list[str]:
    return [one.strip() for one in _APART.split(members) if one.strip()]

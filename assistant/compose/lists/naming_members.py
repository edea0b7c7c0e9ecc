"""Whether the members of a counted set are named: a sentence that only counts "06 nhiệm vụ" names none of the six."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.sentences import sentences

_COUNTED = re.compile(r"\b0?(\d{1,2}) ((?:[^\W\d_]+ ){0,3}[^\W\d_]+)")
_MEMBERS = re.compile(
    r"\b(?:nhung|cac) (?P<noun>(?:\w+ ){0,5}\w+) (?:nao|gi)\b|"
    r"\b(?:la|gom|cu the|bao gom|ke ten|liet ke)(?: la| gom)?(?: nhung| cac)? (?:gi|nao)\b|"
    r"\b(?:ke|neu|cho biet|noi)(?: ro| day du)? ten(?: cua)?(?: tung| tat ca)?(?: cac| nhung)? "
    r"(?P<named>(?:\w+ ){0,3}\w+)|"
    r"\bliet ke(?: day du| ro| ten)?(?: tat ca)?(?: cac| nhung)? (?P<listed>(?:\w+ ){0,3}\w+)|"
    r"(?<![\d/.])\b0?\d{1,2} (?:\w+ ){1,5}nao\b|"
    r"\b(?:what|which) (?:are|were)\b|\b(?:name|list)(?: all)? the\b|\bwhat are the names\b"
)
_NO_SET = r"(?<!thang )(?<!quy )(?<!nam )(?<!lop )(?<!grade )(?<!level )(?<!muc )(?<!dieu )(?<!ky )"
_NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        ("hai two", "ba three", "bon four", "nam five", "sau six", "bay seven", "tam eight", "chin nine", "muoi ten"), 2
    )
    for word in words.split()
}
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
_COUNTED_BODIES = re.compile(r"\W*\d+/\d+ (?:đơn vị|cơ quan|xã|phường|thị trấn|phòng|sở|ngành|địa phương)\b")
_BODIES_ASKED = re.compile(
    r"\b(?:don vi|co quan|xa|phuong|thi tran|phong|so|nganh|dia phuong) nao\b|"
    r"\b(?:which|what) (?:units|bodies|agencies|departments|offices|communes|wards|localities)\b"
)
ENOUGH = 3  # things told one by one: a list, however it is counted


def counted_alone(question: Question, draft: Draft) -> bool:
    """Whether a question for the members of a set is answered by sentences that count it and name none of them."""
    asked = fold(question.clear)
    told = [claim for claim in draft.own if not claim.text.startswith("“")]
    named = _MEMBERS.search(asked)
    notes = [c for c in draft.citations if c.locator.footnote is not None]
    if 0 < len(notes) < len(draft.citations):
        return False  # the note of the count tells them
    if named is None or len(draft.claims) >= ENOUGH or told or not (question.is_(Kind.LIST) or named["named"]):
        return False
    number, noun = _set_asked(asked, question.language == "en")
    if not number and not noun:
        return False
    bare = False
    for citation in draft.citations:
        for start, end in sentences(citation.quote):
            sentence = citation.quote[start:end]
            for counted in _COUNTED.finditer(fold(sentence)):
                if int(counted[1]) < 2 or (number and int(counted[1]) != number):
                    continue
                if noun and not f"{counted[2]} ".startswith(f"{noun} "):
                    continue
                if _names(sentence, counted.start(), counted.start(2) + len(noun), int(counted[1])):
                    return False
                bare = True
    return bare


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


def _set_asked(asked: str, english: bool) -> tuple[int, str]:
    """How many members the question speaks of, 0 where it does not say, and the head of what they are called, "" for
    an English question: the report's word is another one."""
    said = re.search(rf"{_NO_SET}\b0?(\d{{1,2}}) (\w+(?: \w+)?)", asked)
    word = re.search(rf"\b({'|'.join(_NUMBER_WORDS)}) (\w+(?: \w+)?)", asked) if english else None
    number, noun = (int(said[1]), said[2]) if said else (0, "")
    if word is not None and (said is None or word.start() < said.start()):
        number, noun = _NUMBER_WORDS[word[1]], word[2]
    if english:
        return number, ""
    named = _MEMBERS.search(asked)
    said_so = (named["noun"] or named["named"] or named["listed"]) if named is not None else ""
    if not number and said_so:
        noun = " ".join(said_so.split()[:2])
    return number, noun


def _names(sentence: str, start: int, end: int, number: int) -> bool:
    """Whether members stand behind a counted set (or before it, led in by "là"): behind a colon, or set off by
    commas. One name in brackets is of whoever has to do with the set: "đối với 04 trường còn lại (Sở X)"."""
    rest = sentence[end:]
    before = fold(sentence[:start])
    if _OPENS.search(rest) or _LEADS_IN.search(before):
        return True
    if _BESIDE.search(before) and _PARTS.search(before.rpartition(";")[2]):
        return True
    apart = min(number - 1, 2)
    if any(len(_PARTS.findall(held)) >= apart for held in _BRACKET.findall(rest)):
        return True
    return len(_PARTS.findall(_BRACKET.sub(" ", rest))) >= apart

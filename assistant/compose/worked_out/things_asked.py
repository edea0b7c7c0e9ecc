"""Which things a question wants added up, each by its name: "nghị quyết và quyết định tổng cộng bao nhiêu?"."""

from __future__ import annotations

import re

from assistant.compose.citing import Draft
from assistant.compose.worked_out.halves import asks_halves
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_SUM = guarded(
    r"\b(?:tong (?:cong|so)|tat ca|ca thay|het thay|(?:cong|gop|tinh|ke)(?: chung| gop)? (?:lai|ca|chung)|"
    r"cung voi|altogether|in all|in total|all told|combined|together|the (?:sum|total) of)\b"
)
_NUMBER = re.compile(r"\b(?:bao nhieu|may)\b|\bhow (?:many|much)\b|\bwhat\b")
_JOINT = re.compile(r" (?:va|lan|cung voi|cung|voi|and|plus) (?:ca |the |those )?")
_OPENS = re.compile(  # what stands before the first thing, and behind the last
    r"\b(?:tong (?:cong|so)|tat ca|(?:cong|gop|tinh|ke)(?: chung| gop)? (?:ca|chung)|bao nhieu|"
    r"may(?! (?:truong|moc|tinh|chu|anh)\b)|how (?:many|much)|the (?:sum|total) of|number of)\b"
)
_CLOSES = re.compile(
    r"[,;?]|\b(?:(?:cong|gop)(?: chung)? lai|co|la|duoc|thi|tong (?:cong|so)|tat ca|bao nhieu|da|"
    r"may(?! (?:truong|moc|tinh|chu|anh)\b)|"
    r"altogether|in all|in total|all told|combined|together|were|was|are|is|have|has|had|did)\b"
)
_WORD = re.compile(r"\w+")
_COUNT = re.compile(r"(?<![\d/.,])\d[\d.,/]*\d|(?<![\d/.,])\d")


def things(question: Question) -> list[str]:
    """The folded names of the things that a question wants added up; [] where it adds up none."""
    asked = fold(question.clear)
    if not _SUM.search(asked) or not _NUMBER.search(asked):
        return []
    joints = list(_JOINT.finditer(asked))
    if not joints:
        return []
    joint = joints[-1]
    opened = [m.end() for m in _OPENS.finditer(asked, 0, joint.start())]
    before = asked[max(opened, default=0) : joint.start()]
    closed = _CLOSES.search(asked, joint.end())
    behind = asked[joint.end() : closed.start() if closed else len(asked)]
    return [one.strip() for one in (*before.split(", "), behind) if one.strip()]


def are_all_things(question: Question) -> bool:
    """Whether nothing but things is named up to the last: a word that opens them ("tính cả …") stands before them."""
    asked = fold(question.clear)
    joints = list(_JOINT.finditer(asked))
    return bool(joints) and _OPENS.search(asked, 0, joints[-1].start()) is not None


def leaves_out_things_added(question: Question, draft: Draft) -> bool:
    """Whether an answer tells one number alone, at which not all the things stand that are to be added up."""
    if draft.calculation is not None or len(draft.own) != 1 or asks_halves(question):
        return False
    names = things(question)
    told = _COUNT.findall(draft.own[0].text)
    if len(names) < 2 or len(told) != 1:
        return False
    if question.language == "en":  # the unit is told in English, the quote is not
        unit = fold(draft.own[0].text)
        return not all(any(w.rstrip("s") in unit for w in _WORD.findall(name)) for name in names)
    quote = next((c.quote for c in draft.citations if c.key in draft.own[0].keys), "")
    at = quote.find(told[0])
    if at < 0:
        return False
    before, behind = _COUNT.split(quote[:at])[-1], _COUNT.split(quote[at + len(told[0]) :])[0]
    said = {*_WORD.findall(fold(f"{before} {behind}"))}
    return not all(said & {*_WORD.findall(name)[-2:]} for name in (*names[:-1], " ".join(names[-1].split()[:2])))

"""What a question asks of a table that ranks or scores: which columns, in their order, and which rows it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.compose.ranked.heads import Holds
from assistant.measured.granted import asks_out_of
from ingest.language.guarded import guarded

_ORDINALS = {
    **dict.fromkeys(("nhat", "first", "1st"), 1),
    **dict.fromkeys(("nhi", "hai", "second", "2nd"), 2),
    **dict.fromkeys(("ba", "third", "3rd"), 3),
    **dict.fromkeys(("tu", "bon", "fourth"), 4),
    **dict.fromkeys(("nam", "fifth"), 5),
    **dict.fromkeys(("sau", "sixth"), 6),
    **dict.fromkeys(("bay", "seventh"), 7),
    **dict.fromkeys(("tam", "eighth"), 8),
    **dict.fromkeys(("chin", "ninth"), 9),
    **dict.fromkeys(("muoi", "tenth"), 10),
}
_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_AT_RANK = re.compile(
    r"\b(?:xep|dung|o|dat|giu)(?: (?:o|vao|vi tri|hang|thu hang))*(?: thu| so)? (?P<n>\d{1,3})(?:/\d+)?\b"
    r"(?! (?:trong|tren) (?:so )?\d)|"
    r"\b(?:hang|thu hang)(?: thu)? (?P<h>\d{1,3})(?:/\d+)?\b|"
    r"\b(?:xep|dung)(?: (?:o|vi tri|hang))* thu (?P<w>nhat|nhi|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi)\b|"
    rf"\b(?:ranked|ranks?|ranking|came|finished|placed) (?:in )?(?:the )?(?:number |no\.? ?)?(?P<e>{_NTH}|"
    r"\d{1,3})(?:st|nd|rd|th)?\b(?: place)?"
)
_CLASSES = {
    "xuat sac": ("excellent", "outstanding"),
    "tot": ("good",),
    "kha": ("fair", "fairly good"),
    "trung binh": ("average", "medium"),
    "yeu": ("weak", "poor"),
    "kem": ("poor",),
}
_IN_CLASS = guarded(
    r"\b(?:xep |phan |dat |thuoc )?(?:loai|hang muc|muc)(?: la)? (?P<vi>xuat sac|tot|kha|trung binh|yeu|kem|a|b|c|d)\b|"
    r"\b(?:rated|graded|classified|classed|rating of|grade of|class of)(?: as)?(?: an?)? ?[\"“‘']?(?P<en>excellent|"
    r"outstanding|good|fairly good|fair|average|medium|weak|poor)\b"
)
_PATTERNS = (
    (
        Holds.SELF,
        r"(?:diem |ket qua )?tu (?:cham|danh gia)(?: diem)?|"
        r"self[- ]?(?:scor\w+|assess\w+|given|rated|apprais\w+)(?: scores?| points?)?",
    ),
    (Holds.GIVEN, r"(?:diem |ket qua )?tham dinh|apprais\w+(?: scores?| points?)?"),
    (
        Holds.SURVEY,
        r"(?:diem |ket qua )?(?:dieu tra|khao sat) xa hoi hoc|sociological(?: survey)?(?: scores?| points?)?",
    ),
    (Holds.MOST, r"(?:(?:so )?diem )?toi da|thang diem|diem chuan|maximum(?: scores?| points?)?|full marks"),
    (
        Holds.LOST,
        r"(?:bi )?(?:tru|mat)(?: di)?(?: bao nhieu| may| nhieu| it)? diem|diem (?:bi )?(?:tru|mat)|"
        r"bi tru (?:bao nhieu|may)|points? (?:\w+ )?(?:lost|deducted)|(?:lost|lose|deducted)(?: \w+){0,2} points?|"
        r"points? (?:did|does|do|was|were) (?:\w+ ){1,8}(?:lose|deducted)",
    ),
    (Holds.REASON, r"(?:vi|tai) sao|do dau|nguyen nhan|ly do|why|reasons?"),
    (
        Holds.CLASS,
        r"xep loai(?: gi| nao| the nao| ra sao)?|(?:thuoc )?(?:loai|nhom) (?:gi|nao)|"
        r"(?:what|which) (?:rating|class|grade|classification)|how (?:was|is) .{1,60} (?:rated|classified)",
    ),
    (
        Holds.RANK,
        r"(?:thu hang|xep hang|xep thu|dung thu|vi tri thu|vi tri)(?: thu)?(?: (?:may|bao nhieu|nao|gi))?|"
        r"(?:hang|thu) (?:may|bao nhieu)|(?<=tang )hang|(?<=giam )hang|(?<=tut )hang|(?<=len )hang|(?<=xuong )hang|"
        r"rank(?:s|ed|ing|ings)?|(?:what|which) place|placed",
    ),
    (
        Holds.VALUE,
        r"(?:tong )?(?:so )?diem(?: so)?(?! phan tram)|ket qua|gia tri|(?:bao nhieu|may) phan tram|may %|ty le|"
        r"(?:total |overall )?scores?|scored|points?|percentage|(?:how|what)(?: did)? .{1,40} achieved?|achieved",
    ),
)
_SORTS = tuple((holds, re.compile(rf"\b(?:{words})(?![a-z])")) for holds, words in _PATTERNS)
# What only asks, or says how rows and values stand to each other: of no column and no row.
_ASKING = re.compile(
    r"\b(?:bao nhieu|may|the nao|ra sao|la|dat|duoc|co|cua|nao|gi|va|voi|so|tren|trong|ve|cho|thi|bi|o|nam|khong|phai|"
    r"ca|hai|ba|bon|cac|nhung|liet ke|ke ten|neu|cho biet|tat ca|toan bo|tung|moi|don vi|co quan|dia phuong|tinh|"
    r"xa|phuong|so|nganh|ban|cu|truoc|khi|sap xep|sap nhap|hop nhat|xep|dung|loai|linh vuc|tieu chi|nhom|"
    r"chenh|lech|chenh lech|cach|hon|kem|thap|cao|nhau|khoi|diem phan tram|khop|bang|cong|dung|tong|bac|trung binh|"
    r"binh quan|dan|doi|chot|bang|highest|lowest|best|worst|first|last|top|bottom|led|leads?|zero|outrank\w*|trail\w*|"
    r"ahead|behind|places?|"
    r"thuoc|hay|hoac|biet|ke|ten|liet|tat|toan|nhap|con|the|thi|do|nay|nam do|con lai|con nua|diem|hang|"
    r"tang|giam|tut|len|xuong|thay doi|nhieu|it|nhat|dau|cuoi|tren|duoi|vi|sao|"
    r"the|of|in|on|for|to|by|a|an|and|or|what|which|how|many|much|was|were|is|are|did|does|do|get|got|score|scored|"
    r"have|had|each|all|every|list|name|give|former|units?|agenc(?:y|ies)|departments?|communes?|wards?|provinces?|"
    r"chang\w+|criteri(?:on|a)|fields?|areas?|its|their|with|than|from|at|where|three|two|four|between|difference|higher|lower|"
    r"january|february|march|april|june|july|august|september|october|november|december|"
    r"exceed|more|less|average|mean|it|as|against|out|achieved?|there|that|who|pre-?merger|before|merger|rated|ranked|this|same|year|one|about)\b"
)


@dataclass(frozen=True, slots=True)
class Wants:
    """What a question asks: the sorts of columns with the place of their words in the folded text, the rank or the
    class that the rows asked for hold, and the text less all of these."""

    sorts: tuple[tuple[Holds, int], ...]
    rank: int | None
    rank_at: int
    of_class: tuple[str, ...]
    rest: str


@lru_cache(maxsize=256)
def wants_of(folded: str) -> Wants:
    """Reads a folded question."""
    rank: int | None = None
    at, rest = -1, folded
    of_class: tuple[str, ...] = ()
    if (m := _AT_RANK.search(rest)) is not None:
        said = next(g for g in m.groups() if g)
        rank, at = int(said) if said.isdigit() else _ORDINALS[said], m.start()
        rest = _blank(rest, m.start(), m.end())
    if (m := _IN_CLASS.search(rest)) is not None:
        said = m["vi"] or m["en"]
        of_class = (said,) if m["vi"] else tuple(vi for vi, english in _CLASSES.items() if said in english)
        rest = _blank(rest, m.start(), m.end())
    found: list[tuple[Holds, int]] = []
    for holds, pattern in _SORTS:
        while (m := pattern.search(rest)) is not None:
            found.append((holds, m.start()))
            rest = _blank(rest, m.start(), m.end())
    found.sort(key=lambda f: f[1])
    if asks_out_of(folded) and Holds.MOST in {holds for holds, _ in found}:
        found = [(Holds.VALUE, 0), *(f for f in found if f[0] is not Holds.VALUE)]
    return Wants(tuple(found), rank, at, of_class, rest)


def left_over(text: str) -> set[str]:
    """The words of a folded text that say more than how something is asked."""
    return {w for w in re.findall(r"[^\W_]+", _ASKING.sub(" ", text)) if len(w) > 1 and not w.isdigit()}


def _blank(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"

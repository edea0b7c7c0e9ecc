"""The terms of a question: what each weighs and how it is met; what weighs less where it stands, and concepts whose
words a question says apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.measured.measures import measured, tells_itself
from assistant.words.everyday import generic
from assistant.words.terms import Lexicon, tokens
from ingest.language.fold import fold

ASIDE = 0.3  # of a word in brackets, that says by the way which thing is meant


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term of the question. `weight` is what it counts before rarity; `must`: no answer without it.

    `beside` are the unknown words next to an unknown word: names and compounds count in full only side by side;
    `foreign` marks an English word that the glossary does not know.
    `heads` are the first words of the concept's wordings: with one of them at hand and the concept above, it is meant.
    `inside` are, of an English term, its wordings of several syllables: they may be part of a longer one in a report.
    `marked` is an unknown word as it was typed, with its marks; "" where it has none, or they are a guess.
    `keys` are the concepts it may stand for; `words` its own folded words, looked for side by side where no
    concept is known.
    """

    keys: tuple[str, ...]
    words: str
    weight: float = 1.0
    must: bool = False
    heads: frozenset[str] = frozenset()
    inside: tuple[str, ...] = ()
    beside: tuple[str, str] = ("", "")
    foreign: bool = False
    marked: str = ""


_MONEY = frozenset({"vốn", "kinh phí", "ngân sách", "tiền", "chi phí", "dự toán"})
_RANKED_IN = frozenset({"cả nước", "toàn quốc", "toàn tỉnh"})
_BRACKETS = re.compile(r"\(([^()]*)\)")


def put_aside(wanted: dict[str, Wanted], text: str) -> None:
    """Lets weigh less what stands only in brackets ("kế hoạch năm 2025 (sau sáp nhập)"), among how many a rank is
    ("thứ 4/34" says it by itself), and what is disbursed: that is money, whatever a report calls it."""
    folded = fold(text)
    outside = _BRACKETS.sub(" ", folded)
    for key, one in wanted.items():
        bracketed = outside != folded and one.words and one.words not in " ".join(outside.split())
        spent = not _MONEY.isdisjoint(one.keys) and any("giải ngân" in w.keys for w in wanted.values())
        if bracketed or (key in _RANKED_IN and "xếp hạng" in wanted) or spent:
            wanted[key] = replace(one, weight=one.weight * ASIDE)


WITHIN = 0.3  # of a concept that another one asked for says with it: the pigs of "African swine fever"


def put_within(wanted: dict[str, Wanted], lexicon: Lexicon) -> None:
    """Lets weigh less what a longer concept of an English question says in Vietnamese as well, by a word of one
    syllable: who tells of "dịch tả lợn châu Phi" tells of pigs, and needs no other word for them."""
    told = {key: [f" {w} " for k in one.keys for w in lexicon.wordings(k)] for key, one in wanted.items() if one.inside}
    for key, one in wanted.items():
        forms = [] if one.foreign else [f" {w} " for k in one.keys for w in lexicon.wordings(k) if " " not in w]
        longer = (w for other, wordings in told.items() if other != key for w in wordings)
        if forms and any(len(w) > len(form) and form in w for w in longer for form in forms):
            wanted[key] = replace(one, weight=one.weight * WITHIN)


_ASKING = frozenset({"nhiêu", "nhieu", "mấy", "may", "lượt"})  # "tiếp nhiều lượt công dân nhất"
TELLING = 0.5  # the weight of a concept that is looked for so: "thời điểm năm 2022 là bao nhiêu phần trăm" has none
APART = 5  # words that may stand between the words of one concept: "tiếp bao nhiêu lượt công dân"


def join_apart(wanted: dict[str, Wanted], text: str, lexicon: Lexicon, bare: bool) -> None:
    """Adds concepts whose words the question says in order but apart, in place of those of their parts that it met."""
    words = [fold(t.text) if bare else t.text for t in tokens(text)]
    if _ASKING.isdisjoint(words):
        return
    for concept, wording in lexicon.long_wordings(words, bare):
        if concept in wanted or any(concept in one.keys for one in wanted.values()) or generic(concept) < TELLING:
            continue
        at = words.index(wording[0])
        first = at
        for word in wording[1:]:
            try:
                at = words.index(word, at + 1, first + len(wording) + APART)
            except ValueError:
                break
        else:
            opens = fold(" ".join(words[first : first + 2]))
            if any(f"{w.words} ".startswith(f"{opens} ") for w in wanted.values() if " " in w.words):
                continue  # "ban hành bao nhiêu văn bản chỉ đạo" names no "ban chỉ đạo"
            if at - first >= len(wording) and _ASKING & set(words[first : at + 1]):
                parts = {fold(w) for w in wording}
                for key, part in list(wanted.items()):
                    if set(part.words.split()) - {"tien"} <= parts:  # "thu bao nhiêu tiền ngân sách"
                        wanted[key] = replace(part, weight=part.weight * 0.05)
                wanted[concept] = Wanted((concept,), fold(" ".join(wording)), heads=frozenset({fold(wording[0])}))


EARLY_OR_IN_TIME = "trước và đúng hạn"


def in_time(wanted: Wanted) -> Wanted:
    """What is in time, met in a rate as well by what was early or in time: whose share is "tỷ lệ đúng hạn" was not
    late."""
    return replace(wanted, keys=(*wanted.keys, EARLY_OR_IN_TIME)) if wanted.keys == ("đúng hạn",) else wanted


def measured_as(wanted: Wanted, units: tuple[str, ...]) -> Wanted:
    """What is counted, met as well by the units that measure nothing else: of "how much land" the square metres, of
    those who are trained the people; all money is told in đồng, whatever it is for, and all animals in con."""
    if wanted.keys[:1] == ("lượt",) == units[:1]:
        return replace(wanted, keys=(*wanted.keys, units[-1]))  # "giao dịch"
    if wanted.keys and wanted.keys[0] == units[0] and tells_itself(wanted.keys):
        return replace(wanted, keys=tuple(dict.fromkeys((*wanted.keys, *measured(wanted.keys)))))
    if wanted.beside != ("", "") and wanted.words in map(fold, units):
        return replace(wanted, beside=("", ""))  # in a report its number stands before it
    return wanted

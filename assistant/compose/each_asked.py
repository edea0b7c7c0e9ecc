"""An answer to several things asked in one breath, made whole from the paragraph it stands in.

"Bao nhiêu hồ sơ phát sinh, đã trả bao nhiêu?" is told by one sentence, of which a quote may lose the second half. Each
part of the question is looked for among the clauses of the paragraph that the answer cites, by the words that it says
itself; where the answer does not show the number of one of them, the clauses are told instead of the quote, in their
order. An answer that shows all of them, or whose paragraph does not tell each part, stays as it is; one with fewer
numbers than are asked for is withheld.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.parts import NUMBER_ASKED, asked_each, asking_parts, counts
from assistant.compose.shared_asking import shares_one_count
from assistant.compose.wording import quoted
from assistant.evidence.statements import ReportIndex, plain
from assistant.measured.ranks import asks_value_and_rank
from assistant.measured.running import RUNNING
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.sentences import sentences
from ingest.report import Block

SAID = 0.5  # of the words that a part says itself must stand in the clause that tells it
OPENED = 0.3  # of those of the first, whose clause may leave to the sentence before what it speaks of
LED = 0.3  # what it counts that a clause holds the number which the answer gives first,
COUNTED = 0.5  # the noun that is counted, or the time that is meant,
WORDED = 0.4  # the words of the question as they are,
SHARE = 0.6  # and against it that it holds a share where none is asked for
LEAST = 0.25  # weight of a word, below which it is said of everything
OPENING = 6  # words of a clause without a number that the next goes on with
UNIT = 4  # words behind a number that may be its noun
WHOLE = 48  # words: what stands between the clauses is shown up to this length
LONG = 220  # words of a paragraph, beyond which it speaks of too much
LITTLE = frozenset(
    ["va", "bao", "nhieu", "la", "duoc", "co", "da", "may", "thi", "trong", "cua", "and", "how", "many", "much"]
)
_APART = re.compile(r"(?<=[,;])\s|\s(?=(?:và|còn) )|(?<=\()(?!\d\))|(?<!\(\d\))(?<=\))|(?<=[.])\s+(?=[A-ZĐÀ-Ỹ-])")
_NUMBER = re.compile(r"\d[\d.,/]*\d|\d")
_NO_COUNT = re.compile(  # dates, times, what is called by a number, and the numbers of documents and of list items
    r"\b\d{1,2}/(?:\d{1,2}/)?\d{4}\b|\b(?:ngay|thang|nam|quy|giai doan) \d[\d/]*|"
    r"\b(?:de an|dieu|khoan|muc do|bo chi so) \d+|\bso \d+[\w/]*[-/]\S+|\d+/\S*[a-z]\S*-\S+|\(\d+\)|^\W*\d{1,2}[.)] "
)
_ASKING = re.compile(r"^\d|\b(?:may|bao nhieu)\b")
_TIME_ASKED = re.compile(r"\b(?:ngay|thang|nam|quy|gio|luc|thu|khoan|dieu) (?:may|bao nhieu)\b")
_TO_DATE = re.compile(r"\b(?:luy ke|tu dau nam)\b")
_TARGET = re.compile(r"\b(?:target|planned|chi tieu|ke hoach|de ra|dat ra)\b")
_NOT_OF = (Kind.AUDIT, Kind.EXTREME, Kind.TOTAL, Kind.DOCUMENT, Kind.LIST, Kind.CAUSE)


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    words: str
    number: str
    behind: str
    percent: bool


def complete(question: Question, indexes: Sequence[ReportIndex], draft: Draft, lexicon: Lexicon) -> Draft:
    """A draft with each part that is asked for told; as it is where it shows all, or where its paragraph does not."""
    if draft.calculation is not None or not draft.citations or question.is_(*_NOT_OF):
        return draft
    parts = asked_each(question, lexicon)
    if len(parts) < 2 or not all(counts(p) or _of_target(p) for p in parts):
        return draft
    in_one = len(asking_parts(question)) < 2 and shares_one_count(question)
    if not in_one and len({*_NUMBER.findall(" ".join(claim.text for claim in draft.own))}) >= len(parts):
        return draft  # each has a number already
    place = draft.citations[0].locator
    index = next((i for i in indexes if i.report.id == place.report), None)
    if index is None or place.table is not None:
        return draft
    block = index.report.block(place.block)
    lead = _first_number(question, draft.own[0].text) if draft.own else ""
    clauses, in_turn = _clauses(block, *_paragraph(block, place.start)), len(asking_parts(question)) > 1
    told = _told(parts, clauses, lead, in_turn=in_turn) or (lead and _told(parts, clauses, "", in_turn=in_turn)) or []
    shown = {*_NUMBER.findall(" ".join(claim.text for claim in draft.claims))}
    if in_one and lead and told and all(clause.number != lead for clause in told):
        return draft  # the number of them all together
    if in_one:
        shown = {*_NUMBER.findall(" ".join(claim.text for claim in draft.own))}  # one of them leads as if it were all
    if not told or all(clause.number in shown for clause in told):
        return draft
    return _with_clauses(question, index, block, draft, told)


def _first_number(question: Question, text: str) -> str:
    """The number that words give first, as reports print it; "" where they give none."""
    said = next(iter(_NUMBER.findall(text)), "")
    return said.translate(str.maketrans(",.", ".,")) if question.language == "en" else said


_OUT_OF = re.compile(r"\bout of how many\b|\b(?:tren|trong)(?: tong(?: so)?)? (?:bao nhieu|may)\b")
_OF_ALL = re.compile(r"\b\d[\d.]*/\d[\d.]*\b(?!/)")
_ONE_OF_ALL = re.compile(r"\d[\d.]*/\d[\d.]*(?: [^\W\d]+,?)+")  # "11/40 nhiệm vụ" is one number, and no two
_COUNTED = re.compile(r"\b\d[\d.,]*\b(?= ?[a-z%])")


_NO_NUMBER = re.compile(r"\bm[âáà]y\b", re.IGNORECASE)  # "Hòn Mây": a name, without its marks "mấy"


def leaves_number(question: Question, draft: Draft) -> bool:
    """Whether a draft holds fewer numbers than a question asks for, one by one or as a value and its rank; dates, the
    numbers of documents and those that the question says itself aside."""
    asked = [fold(_NO_NUMBER.sub("", text)) for text in asking_parts(question)]
    ranked = asks_value_and_rank(fold(question.clear))
    if (len(asked) < 2 and not ranked) or draft.calculation is not None:
        return False
    wanted = sum(bool(NUMBER_ASKED.search(text)) and not _TIME_ASKED.search(text) for text in asked)
    wanted = max(wanted, 2 if ranked else 0)
    if _OUT_OF.search(fold(question.clear)) and any(_OF_ALL.search(claim.text) for claim in draft.own):
        wanted -= 1  # "06/139 kiến nghị" gives both
    told = _NUMBER.findall(_NO_COUNT.sub(" ", fold(" ; ".join(claim.text for claim in draft.claims))))
    told = [number for number in told if number not in _NUMBER.findall(question.clear)]
    if wanted > 1 and len({claim.text for claim in draft.own}) == 1 and _ONE_OF_ALL.fullmatch(draft.own[0].text):
        whole = " ".join(fold(claim.text) for claim in draft.claims if claim not in draft.own)
        return len({*_OF_ALL.findall(whole), *_COUNTED.findall(_OF_ALL.sub(" ", _NO_COUNT.sub(" ", whole)))}) < wanted
    own = Counter(n for claim in draft.own for n in _NUMBER.findall(_NO_COUNT.sub(" ", fold(claim.text))))
    again = sum((own & Counter(told)).values()) if len(told) > sum(own.values()) else 0  # a quote says it once more
    once = min(again, len(told) - sum(own.values()))
    return wanted > max(1, len(told) - once)


def _of_target(part: Question) -> bool:
    """Whether a part asks how a value stands to what was aimed at, which is told with the aim."""
    return part.is_(Kind.COMPARISON) and bool(_TARGET.search(fold(part.clear)))


def _paragraph(block: Block, at: int) -> tuple[int, int]:
    """The line of a block in which a place stands, from its sentence on where it is long."""
    start = block.text.rfind("\n", 0, at) + 1
    end = block.text.find("\n", at)
    end = len(block.text) if end < 0 else end
    if len(block.text[start:end].split()) > LONG:
        spans = [(start + a, start + z) for a, z in sentences(block.text[start:end])]
        start, end = next(((a, z) for a, z in spans if a <= at < z), (start, end))
    return start, end


def _clauses(block: Block, start: int, end: int) -> list[_Clause]:
    """The clauses of a paragraph that count something, each with the first number that is no date."""
    text = block.text
    cuts = [start, *(m.end() for m in _APART.finditer(text, start, end) if start < m.end() < end), end]
    found: list[_Clause] = []
    opens = start
    for z in cuts[1:]:
        folded = fold(text[opens:z])
        bare = _NO_COUNT.sub(lambda m: " " * len(m[0]), folded)
        number = _NUMBER.search(bare)
        if number is not None and len(folded) == z - opens:
            behind = plain(" ".join(folded[number.end() :].split()[:UNIT]))
            said = text[opens + number.start() : opens + number.end()]
            found.append(_Clause(opens, z, plain(folded), said, behind, "%" in folded[number.end() :][:2]))
        elif len(text[opens:z].split()) <= OPENING and text[opens:z].rstrip()[-1:] not in ".;":
            continue  # "sửa đổi, bổ sung 64 thủ tục", "trước hạn và đúng hạn 57 hồ sơ"
        opens = z
    return found


@dataclass(frozen=True, slots=True)
class _Slot:
    """A part of a question as it is looked for: the forms of its words with their weights, the words as they are."""

    part: Question
    forms: tuple[tuple[float, frozenset[str]], ...]
    own: frozenset[str]

    @classmethod
    def of(cls, part: Question) -> _Slot:
        """The part without what only asks."""
        telling = [w for w in part.wanted if w.weight >= LEAST and not _ASKING.search(w.words)]
        forms = ((w.weight, frozenset(f" {form} " for form in (w.words, *map(fold, w.keys)))) for w in telling)
        own = (w for w in plain(part.clear).split() if w not in LITTLE and not _ASKING.search(w))
        return cls(part, tuple(forms), frozenset(own))

    @property
    def whole(self) -> float:
        """The weight of all its words."""
        return sum(weight for weight, _ in self.forms)

    def says(self, clause: _Clause) -> float:
        """The weight of its words that a clause says."""
        return sum(weight for weight, forms in self.forms if any(f in clause.words for f in forms))

    def rank(self, clause: _Clause, clauses: Sequence[_Clause]) -> float:
        """How well a clause tells it: a word counts the more, the fewer of the clauses say it."""
        found = WORDED * len(self.own & set(clause.words.split())) / max(1, len(self.own))
        for weight, forms in self.forms:
            if any(f in clause.words for f in forms):
                found += weight / sum(any(f in other.words for f in forms) for other in clauses)
        found += COUNTED * any(f" {fold(unit)} " in clause.behind for unit in self.part.units)
        found += COUNTED * (self.part.running == RUNNING and bool(_TO_DATE.search(clause.words)))
        return found - SHARE * (clause.percent and not self.part.percent)


def _told(parts: Sequence[Question], clauses: Sequence[_Clause], lead: str, *, in_turn: bool) -> list[_Clause]:
    """The clause of each part, in order, where they are asked `in_turn` the later ones behind the first; [] where a
    part has none of its own. `lead` is the number that the answer gives first."""
    chosen: list[_Clause] = []
    for slot in map(_Slot.of, parts):
        opened = chosen[0].start if chosen and in_turn else -1
        after = chosen[-1].start if chosen else -1
        left = [c for c in clauses if c.start > opened and c not in chosen and (c.percent or not slot.part.percent)]
        if not slot.whole:  # "…, tỷ lệ mấy?": of what was told last
            best = next((c for c in left if c.start > after), None) if slot.part.percent and chosen else None
        else:
            led = lead if not chosen else ""
            ranked = [_order(slot.rank(c, clauses) + LED * (c.number == led), c, after) for c in left]
            best = left[ranked.index(max(ranked))] if ranked else None
            if best is not None and slot.says(best) < (SAID if chosen else OPENED) * slot.whole:
                best = None
        if best is None:
            return []
        chosen.append(best)
    return chosen


def _order(rank: float, clause: _Clause, after: int) -> tuple[float, bool, int]:
    """Of clauses that tell a part alike the nearest behind the one before comes first."""
    return round(rank, 2), clause.start > after, -abs(clause.start - after)


def _with_clauses(question: Question, index: ReportIndex, block: Block, draft: Draft, told: Sequence[_Clause]) -> Draft:
    """A draft that tells the clauses in place of its quotes: what it led with stays where it is the first of them."""
    whole = Draft(notes=draft.notes)
    spans = sorted({(c.start, c.end) for c in told})
    start, end = spans[0][0], spans[-1][1]
    first = next(((a, z) for a, z in _sentences(block) if a <= start < z), (start, end))
    key = whole.cite(index, block, first[0], max(end, first[1]))
    pieces = (
        [block.text[start:end]] if len(block.text[start:end].split()) <= WHOLE else [block.text[a:z] for a, z in spans]
    )
    words = " … ".join(" ".join(p.split()).strip(" ,;.:(-") for p in pieces)
    lead = draft.own[0] if draft.own else None
    if lead is not None and _first_number(question, lead.text) == told[0].number:
        whole.claims.append(replace(lead, keys=(key,)))
    whole.say(quoted(words, question.language), key)
    return whole


def _sentences(block: Block) -> list[tuple[int, int]]:
    return sentences(block.text)

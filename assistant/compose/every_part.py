"""Every part of a question that asks several things, told from its own place, or said to be told nowhere.

A question of two things is mostly answered by one sentence, and one that answers the first alone looks like an answer.
So what each part asks is compared with what the answer shows: a part that it does not show is asked by itself, in its
own words or with those of the first, and what it says is added under its own citation. A part that does not say what it
is about is told only near what tells the first. Where nothing tells a part, and the answer holds nothing of the sort
that it asks for, that is said, so that no part falls out in silence. A question that has no answer as a whole is
answered by its parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice

from assistant.asked.doubting import audits
from assistant.asked.kinds import Kind
from assistant.asked.restating import over_a_series
from assistant.compose.abstain import abstain
from assistant.compose.another_number import is_of_another_number
from assistant.compose.citing import Draft
from assistant.compose.documents.behind import tell_behind
from assistant.compose.each_of_count import tell_each
from assistant.compose.part_marks import counts_list, only_of_sort, shows_all
from assistant.compose.part_readings import (
    OF_ITS_OWN,
    Beside,
    counts_anew,
    names_them,
    own_weight,
    readings,
    row_told,
)
from assistant.compose.part_told import Told, add, holds, is_beside, is_of_none, is_shown, leaves_out_day, tells
from assistant.compose.parts import of_whole, stands_alone
from assistant.compose.parts_apart import (
    FACTS,
    NUMBER,
    OTHER,
    PAPER,
    POINTS,
    RANK,
    SHARE,
    SIGNER,
    TIME,
    Sort,
    apart,
    found_of,
    sets_apart,
    sort_of,
    without_joint,
)
from assistant.compose.parts_near import is_near
from assistant.compose.several import SPOKEN_OF, speaks_of
from assistant.compose.share_besides import share_besides
from assistant.compose.shared_asking import shared
from assistant.compose.sufficiency import TELLING
from assistant.compose.tables.extremes import asks_extreme
from assistant.compose.told_apart import shorten_documents, tell_apart
from assistant.evidence.ranking import by_words
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold

OF_PARTS = 64  # words of an answer to them
TRIED, TRIED_IN_WORDS = 5, 3  # ways in which a part may be meant that are tried: of a fact, of what is told in words
_OF_REPORT = re.compile(r"\b(?:bao cao|ke hoach|report|plan)\b")
_WHY = re.compile(r"\b(?:do|vì|bởi|nhờ|nguyên nhân|lý do|because|due to|caused?|owing)\b", re.IGNORECASE)
_WHICH = re.compile(r"\bnao\b|^(?:which|what)\b")
_AGAINST = re.compile(
    r"\bso voi\b|\bcompared\b|\bfrom\b|\bagainst\b|"
    r"^(?:va |con |and |thi |cua )*(?:cung ky |o |in |for |trong )*(?:nam|thang|quy) \d|"
    r"^(?:and )?(?:in|for) (?:19|20)\d\d"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TAKES_LEAD = re.compile(r"\btak\w+ the lead\b|\blead agency\b")
_BARE = re.compile(r"\d[\d.,/]*%?(?: [^\W\d]+){0,4}")  # "70 trường hợp"
Compose = Callable[[Found], tuple[Draft, bool]]
Find = Callable[[Question], Found]


def with_every_part(
    found: Found, draft: Draft, abstained: bool, lexicon: Lexicon, compose: Compose, find: Find
) -> tuple[Draft, bool]:
    """An answer with each part of its question told, or said to be told nowhere; as it is where the question asks one
    thing. `compose` answers what was found, `find` puts a part of another time to the reports of that time."""
    question = found.question
    of_each = shared(question, also_times=abstained)
    texts = of_each or apart(question)
    if len(texts) < 2 or draft.whole or audits(question) or question.is_(Kind.AUDIT):
        return draft, abstained
    if not abstained and over_a_series(question):
        return draft, False
    sorts = [sort_of(text) for text in texts]
    plainly = not abstained and draft.calculation is None
    alone = bool(of_each) or all(stands_alone(of_whole(question, text, lexicon)) for text in texts)
    facts = all(sort in FACTS for sort in sorts)
    if plainly and facts and not alone and shows_all(draft.own, texts, sorts):
        return draft, False
    each = tell_each(question, draft, texts, sorts, found.indexes, lexicon) if plainly else None
    if each is not None:
        return each, False
    told = _ask_each(found, texts, sorts, lexicon, compose, None if abstained else draft, find, each=bool(of_each))
    if not abstained and is_of_none(draft, told):
        draft = Draft()
        told = _ask_each(found, texts, sorts, lexicon, compose, None, find, each=bool(of_each))
    told = _with_behind(found, draft, texts, sorts, told, lexicon)
    answered = [one for one in told if one.draft is not None]
    missing = [one for one in told if one.draft is None and not _is_told_by_others(one, answered, found.indexes)]
    untold = [one for one in missing if one is told[0] or not one.unheard or sets_apart(one.text)]
    apart_in_days = all(one.sort == TIME for one in answered) and len(answered) == 2
    if abstained and (not answered or (untold and not (apart_in_days and untold == missing[-1:]))):
        return draft, True
    if abstained or (
        len(answered) == len(texts) and ((alone and draft.calculation is None) or is_beside(draft, answered))
    ):
        shown = alone and not abstained and all(is_shown(one, Draft(list(draft.own))) for one in answered)
        draft = draft if shown else Draft()
    before = len(draft.claims)
    for one in answered:
        add(draft, one)
    lacking = [one for one in missing if one.unheard and not holds(draft, one, sorts)]
    worked = draft.calculation is not None
    if any(sets_apart(text) for text in texts) and not worked:
        worked = tell_apart(draft, question.language)
    if leaves_out_day(draft, texts, sorts) and not lacking:
        return abstain(question, found.reports, None, found.reason), True
    draft.lacks += [without_joint(one.text) for one in lacking if not (worked and sets_apart(one.text))]
    if len(draft.claims) > before:
        draft.shorten(OF_PARTS)
        shorten_documents(draft, OF_PARTS)
    return draft, False


def _ask_each(
    found: Found,
    texts: Sequence[str],
    sorts: Sequence[Sort],
    lexicon: Lexicon,
    compose: Compose,
    whole: Draft | None,
    find: Find,
    *,
    each: bool,
) -> list[Told]:
    """What tells each part that says anything of its own; the first beside `whole`, the answer to them all. `each` are
    whole questions."""
    question = found.question
    codes = frozenset(found_of(PAPER, question.clear))
    parts = [of_whole(question, text, lexicon) for text in texts]
    parts[0] = _of_own_place(_of_own_time(parts[0], question, texts), texts, found)
    said = found_of(TIME, question.clear)
    leader, lists = "", any(map(names_them, texts[1:])) and whole is not None and says_enough(whole)
    told: list[Told] = []
    near: list[Draft] = [whole] if whole is not None else []
    for at, (text, part, sort) in enumerate(zip(texts, parts, sorts, strict=True)):
        in_words = (
            sort == OTHER and not each and not (part.is_(Kind.CAUSE) and whole is not None and tells_no_cause(whole))
        )
        if whole is not None and in_words and (says_enough(whole) or (not at and _opens(whole, part, found))):
            continue
        of_time = part.periods != parts[0].periods
        bare = at and not each and own_weight(part) < OF_ITS_OWN and sort not in (TIME, SIGNER, RANK, POINTS)
        if bare and sort == SHARE and told and told[0].draft is not None:
            share = share_besides(told[0].draft, text, question.clear, question.language)
            told += [Told(text, part, sort, share, codes)] if share is not None else []
        if bare and not of_time and not sets_apart(text) and not counts_anew(text) and not names_them(text):
            continue
        one, heard = None, False
        meant = readings(question, parts, texts, at, lexicon, leader) if not each else iter([(part, Beside.ANYWHERE)])
        for reading, beside in islice(meant, TRIED_IN_WORDS if sort == OTHER else TRIED):
            met = replace(found, question=reading, ranking=by_words(reading, found.indexes))
            if each or found.reason or not found.indexes or of_time or _OF_REPORT.search(fold(text)):
                met = find(reading)
            draft, silent = compose(met)
            if silent or not tells(part, sort, draft, said) or is_of_another_number(question, draft, met.indexes):
                continue
            heard = True
            if lists and whole is not None and sort == NUMBER and not counts_list(draft, whole):
                continue  # how many of another set there are
            held = (*found.indexes, *met.indexes)
            if near and not any(is_near(draft, other, held, beside) for other in near):
                continue
            again = next((t for t in told if t.sort == sort and t.draft is not None), None)
            if again is not None and is_shown(Told(text, part, sort, draft, codes), again.draft or draft):
                continue  # what was asked for first, once more
            one = only_of_sort(draft, sorts[0]) if bare and of_time else draft
            break
        if one is None and at and sort == SHARE and told and told[0].draft is not None:
            one = share_besides(told[0].draft, text, question.clear, question.language)
        unheard = bool(at) and one is None and not heard and sort in FACTS
        unheard = unheard and (sort == SIGNER or of_time or _is_unsaid(part, found))
        told.append(Told(text, part, sort, one, codes, unheard))
        if not at and one is not None and (asks_extreme(part) or (sort == OTHER and _WHICH.search(fold(text)))):
            leader = row_told(one)
        near += [one] if one is not None else []
    return told


def _with_behind(
    found: Found, draft: Draft, texts: Sequence[str], sorts: Sequence[Sort], told: list[Told], lexicon: Lexicon
) -> list[Told]:
    """What tells each part, those included that only the words behind the document tell that is asked for first."""
    first = told[0] if told and told[0].text == texts[0] else None
    lead = first.draft if first is not None and first.draft is not None else draft
    if not found.question.is_(Kind.DOCUMENT) or not lead.claims or not found_of(PAPER, lead.claims[0].text):
        return told
    known = {one.text: one for one in told}
    out = told[:1] if first is not None else []
    for text, sort in zip(texts[1:], sorts[1:], strict=True):
        one = known.get(text)
        if (one is None or one.draft is None) and sort in (OTHER, NUMBER):
            part = of_whole(found.question, text, lexicon)
            behind = tell_behind(part, lead, found.indexes, lexicon)
            one = one if behind is None else Told(text, part, sort, behind, frozenset())
        out += [one] if one is not None else []
    return out


def says_enough(whole: Draft) -> bool:
    """Whether an answer to the whole is a list, a row or worked out: words put beside it would be of something else."""
    return len(whole.own) > 1 or whole.calculation is not None or any(c.locator.table for c in whole.citations)


def tells_no_cause(whole: Draft) -> bool:
    """Whether nothing that an answer shows says why."""
    return not _WHY.search(whole.text)


def _opens(whole: Draft, first: Question, found: Found) -> bool:
    """Whether an answer to the whole tells its first part: a list is told whole, and is no bare number."""
    if first.is_(Kind.LIST) and len(whole.own) == 1 and _BARE.fullmatch(whole.own[0].text):
        return False
    return found.question.is_(Kind.LIST) or speaks_of(whole, first, found.indexes, SPOKEN_OF)


def _of_own_time(first: Question, question: Question, texts: Sequence[str]) -> Question:
    """A first part, without the time that only a later one says to set it against ("…, tăng mấy so với năm 2030?")."""
    behind = " ".join(texts[1:])
    against = _AGAINST.search(fold(behind))
    years = {*_YEAR.findall(behind)} - {*_YEAR.findall(texts[0])}
    if against is None or not years or len(question.periods) != 1 or question.periods[0][:4] not in years:
        return first
    return replace(first, periods=())


def _of_own_place(first: Question, texts: Sequence[str], found: Found) -> Question:
    """A first part, without the place that only a later one names ("mấy mô hình, mô hình nào của xã Gò Sậy?"), where no
    report is of that place."""
    opens, behind = (f" {plain(text)} " for text in (texts[0], " ".join(texts[1:])))
    own = tuple(place for place in first.places if f" {_bare(place)} " in opens or f" {_bare(place)} " not in behind)
    if own == first.places or any(fold(r.place) in first.places for r in found.reports):
        return first
    return replace(first, places=own)


def _bare(place: str) -> str:
    return place.partition(" ")[2] or place


def _is_unsaid(part: Question, found: Found) -> bool:
    """Whether no report says one of the words that a part asks with: then it is sure that none tells it."""
    telling = [w for w in part.wanted if w.weight >= TELLING and not w.words[:1].isdigit() and w.keys]
    forms = ([f" {form} " for form in (w.words, *map(fold, w.keys))] for w in telling)
    return any(not any(f in s.plain for i in found.indexes for s in i.statements for f in said) for said in forms)


def _is_told_by_others(one: Told, answered: Sequence[Told], indexes: Sequence[ReportIndex]) -> bool:
    """Whether what tells another part speaks of one for which no mark is known: one sentence tells them both."""
    if one.sort == SHARE:  # "đạt 51% (chỉ tiêu 70%)": the quote has it beside what it leads with
        answered = [other for other in answered if other.draft is not None and _shows_beside(other.draft)]
    elif one.sort != OTHER or one.part.followup or (asks_extreme(one.part) and not _TAKES_LEAD.search(fold(one.text))):
        return False
    return any(other.draft is not None and speaks_of(other.draft, one.part, indexes, SPOKEN_OF) for other in answered)


def _shows_beside(draft: Draft) -> bool:
    """Whether the words of a report that an answer shows hold a share that it does not lead with."""
    own = " ".join(claim.text for claim in draft.own)
    return bool(draft.own) and bool(found_of(SHARE, " ".join(c.text for c in draft.claims)) - found_of(SHARE, own))

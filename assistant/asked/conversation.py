"""A question in its conversation: "Còn cấp huyện thì sao?" means what the question before it left standing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.asked.as_of import sets_against
from assistant.asked.choosing import PLACE_KIND
from assistant.asked.following import (
    BRIEF,
    counts_nothing,
    is_within,
    left_over,
    of_known_kind,
    points_at_member,
    units_named,
    with_member,
)
from assistant.asked.kinds import Kind
from assistant.asked.restating import DOING, LEVELS, adds, compares
from assistant.asked.timespans import names_beside, years_in_full
from assistant.asked.turning import asks_which_leads, is_body, level_of, place_alone, places_left
from assistant.claims import Turn
from assistant.evidence.shelf import Found, Shelf
from assistant.evidence.told_before import counts_beside, figure_told, place_of, sibling
from assistant.measured.measures import asks_number_of
from assistant.measured.running import PART_OF_YEAR, carried_on
from assistant.question import Question, Wanted, understand
from assistant.words.clipped import unclip
from assistant.words.counters import as_counted, counts_files
from assistant.words.everyday import expand
from assistant.words.many_ways import by_concept
from assistant.words.restore import restore
from assistant.words.short_words import spell_out_short
from assistant.words.terms import Lexicon
from assistant.words.tongue import detect_language, has_marks
from ingest.language.fold import fold

FADED = 0.3  # what a word of the question before counts in the one that follows
AGAIN = 0.5  # and what of that in the one after it: the subject of a conversation fades slowly
DEPTH = 4
BARE = 0.8  # weight of its own words, below which a follow-up says nothing but what it asks of a document
_ONLY_RELATE = frozenset(  # concepts that say how two figures stand to each other, and of what neither is
    (
        "thiếu", "hut", "kem", "vượt", "chưa đạt", "đạt", "chỉ tiêu", "phấn đấu", "kế hoạch", "dự toán", "so với",
        "tăng", "giảm", "chênh lệch", "cùng kỳ", "năm trước", "điểm phần trăm", "tỷ lệ", "tổng", "cấp",
        "người", "lượt người", "tham dự", "tham gia",
    )
)  # fmt: skip
_LEANS = re.compile(
    r"^(con|the con|vay|vay con|the|trong do|trong so (do|nay|ay|da|dang|con|chua)|rieng|va|nhu vay)\b|thi sao\b|"
    r"\b(nay|do|ay|tren|nhung don do|so nay|so do|chung)\b|"
    r"^(and|what about|how about|of (them|those|these|which)|then|so)\b|"
    r"\b(them|they|those|these|it|its|their|that|this one)\b|"
    r"^(?:ca )?(?:hai|2) (?:so|don vi|tinh|xa|phuong|huyen|co quan|dia phuong|noi|ben|nganh)\b.*\bnhau\b|\bthe two\W*$"
)
# "Ai tiếp nhiều hơn?", "which one is higher?": of the two that were asked of before
_WHICH_MORE = re.compile(
    r"^(?:vay |the |con |va )*(?:ai|ben nao|loai nao|nhom nao|cai nao|noi nao|dau|which(?: one| of the two)?|who)\b"
    r"(?!.*\b(?:hay|hoac|or|than|hon (?!bao nhieu|may|khong|bao|nhieu)\w)\b).*\b(?:hon|more|higher|lower|fewer|less)\b"
)
_THAT_DOCUMENT = re.compile(
    r"\b(?:ke hoach|quyet dinh|van ban|nghi quyet|chi thi|nghi dinh|thong tu|cong van|chuong trinh) "
    r"(?:do|nay|ay|tren)\b|"
    r"\b(?:that|this|the) (?:plan|decision|document|resolution|directive|decree|circular|letter|programme)\b|"
    r"\b(?:no|it|its)\b"
)


@dataclass(frozen=True, slots=True)
class Conversation:
    """A question with what it takes over from the turns before; `prior` are the blocks those turns were about."""

    question: Question
    prior: frozenset[str] = frozenset()


def resolve(
    text: str, history: Sequence[Turn], shelf: Shelf, lexicon: Lexicon, reports: Sequence[str] = (), depth: int = 0
) -> Conversation:
    """Reads a question after its history: what the user asked, and of what was answered no more than the name of the
    member that "it" stands for."""
    asked = [turn.content for turn in history if turn.role == "user"]
    before = None
    if asked and depth < DEPTH:
        cut = max(i for i, turn in enumerate(history) if turn.role == "user")
        before = resolve(asked[-1], history[:cut], shelf, lexicon, reports, depth + 1)
    if before is not None and (alone := left_over(text, before.question.clear)):
        again = resolve(alone, (), shelf, lexicon, reports).question
        return Conversation(replace(again, text=text, before=(*before.question.before, before.question.text)))
    typed = text
    if before is not None and points_at_member(text, history):
        text = with_member(text, history[-1].content, shelf.find(before.question, reports, before.prior).indexes)
    said = (*before.question.periods, *before.question.report_periods) if before is not None else ()
    question = understand(
        text,
        lexicon,
        clear=_clear(text, shelf, of_files=before is not None and counts_files(before.question.clear)),
        known=shelf.places(),
        base=said[0] if said else "",
        held=shelf.periods(),
    )
    question = replace(question, text=typed)
    if before is None:
        return Conversation(question)
    goes_on = text != typed or leans(question) or _goes_on(before.question, question)
    if not goes_on and not (before.question.is_(Kind.FIGURE) and counts_beside(question)):
        return Conversation(question)
    found = shelf.find(before.question, reports, before.prior)
    told = figure_told(found.candidates, history[-1].content)
    if not goes_on and not _is_beside(question, told, found, lexicon):
        return Conversation(question)
    merged = replace(merge(before.question, question), told=told)
    if merged.places and not question.places and merged.places != before.question.places:
        merged = replace(merged, places=of_known_kind(merged.places, PLACE_KIND, found.indexes))
    if (units := units_named(question, (c.statement for c in found.candidates[:2]))) and merged.units != units:
        merged = replace(merged, units=units, percent=False)
    if _WHICH_MORE.search(fold(question.clear).strip()):
        merged = _with_those_before(merged, [understand(t, lexicon, clear=_clear(t, shelf)) for t in asked])
    return Conversation(merged, _around(found, within=is_within(question.clear)))


def _is_beside(question: Question, told: str, found: Found, lexicon: Lexicon) -> bool:
    """Whether a brief question that might stand alone names another figure of the sentence that was told before."""
    timed = question.periods or question.report_periods or question.places
    placed = place_of(told, found.indexes) if told and not timed else None
    return placed is not None and sibling(question, *placed, lexicon) is not None


def _with_those_before(merged: Question, asked: Sequence[Question]) -> Question:
    """A question which of two is more with all that was asked before it, and the words of that."""
    known = {w.words for w in merged.wanted}
    more = {w.words: replace(w, weight=w.weight * FADED * AGAIN, must=False) for q in asked for w in q.wanted}
    added = tuple(w for words, w in more.items() if words not in known)
    return replace(merged, wanted=(*merged.wanted, *added), before=tuple(q.text for q in asked))


def _around(found: Found, *, within: bool = False) -> frozenset[str]:
    """The blocks that the best evidence stands in, with the footnotes that hang on them and the text they hang on;
    where a part is asked for that is `within` what was told, the statement that told it as well."""
    prior: set[str] = set()
    told = next((c for c in found.candidates if c.figure is not None and c.statement.row is None), None)
    if within and told is not None:
        prior.add(f"{told.statement.block.id}@{told.statement.start}")
        if told.figure is not None:
            prior.add(f"{told.statement.block.id}#{told.figure.at + len(told.figure.text)}")
    for candidate in found.candidates[:2]:
        block = candidate.statement.block
        prior.add(block.id)
        if block.anchor:
            prior.add(block.anchor)
        marks = [n.number for n in block.notes if candidate.statement.start <= n.offset <= candidate.statement.end + 1]
        prior |= {f.id for f in candidate.index.report.footnotes if f.anchor == block.id and f.number in marks}
    return frozenset(prior)


def _clear(text: str, shelf: Shelf, *, of_files: bool = False) -> str | None:
    if detect_language(text) == "en":
        return None
    held = shelf.vocabulary()
    spelled = years_in_full(expand(unclip(spell_out_short(text, held), held)), shelf.periods())
    restored = restore(spelled, held, marks=not has_marks(text))
    return as_counted(by_concept(restored), of_files=of_files) if of_files or restored != spelled else restored


def leans(question: Question) -> bool:
    """Whether a question cannot stand alone: it points back, has hardly a word of its own, or only words that say how
    a figure stands to another ("Thiếu bao nhiêu so với chỉ tiêu?")."""
    placed = {word for place in question.places for word in place.split()}  # which place it is says not what of it
    words = [w for w in question.wanted if not placed or not set(w.words.split()) <= placed]
    own = sum(w.weight for w in words if not {*w.keys, w.words} & _ONLY_RELATE)
    every = sum(w.weight for w in words)
    asked = fold(question.clear).strip()
    return (
        bool(_LEANS.search(asked) or _WHICH_MORE.search(asked)) or every < 1.6 or (not own and not question.documents)
    )


_AND_SHARE = re.compile(
    r",? (?:va |tuc |la |thi )*(?:ung voi|tuong ung|tuong duong|dat|chiem|bang|duoc|tuc|la)(?: voi)? (?:duoc )?"
    r"(?:bao nhieu|may) (?:phan tram|%)\W*$"
)
_THOSE_OTHERS = re.compile(r"^\W*(?:(?:con|the|vay|va|rieng) )+(?:nhung|cac|may|so) \w")


def _goes_on(before: Question, now: Question) -> bool:
    """Whether a question that might stand alone is of what the one before was of."""
    return _counts_on(before, now) or bool(_those_times(before, now)) or counts_nothing(before, now)


def _counts_on(before: Question, now: Question) -> bool:
    """Whether a question counts the things that the one before counted, and says nothing of them but what became of
    them: after "bao nhiêu đơn khiếu nại?" "Giải quyết được mấy đơn?" is of the complaints."""
    if not set(before.units) & set(now.units) or not before.is_(Kind.FIGURE) or not now.is_(Kind.FIGURE):
        return False
    if now.periods or now.report_periods or now.places or now.scope or now.documents or now.quoted:
        return False
    asked = _AND_SHARE.sub("", fold(now.clear))  # what share that is says nothing of what it is of
    counted = asked.rpartition("bao nhieu" if "bao nhieu" in asked else "may")[2]
    own = [w for w in now.wanted if not set(w.keys) & set(now.units) and _ONLY_RELATE.isdisjoint(w.keys)]
    qualified = any(w.words in counted for w in own)  # "mấy đơn tố cáo" says of what
    return len(asked.split()) <= BRIEF and sum(w.weight for w in own) <= 1.0 and not qualified


def _of_that_document(before: Question, now: Question) -> bool:
    """Whether a follow-up asks of the document that the question before named: it says so, or says nothing else
    ("Ban hành ngày nào?")."""
    if _THAT_DOCUMENT.search(fold(now.clear)):
        return True
    own = sum(w.weight for w in now.wanted)
    return bool(before.documents) and now.is_(Kind.DOCUMENT, Kind.WHEN, Kind.WHO) and own < BARE


def _another_measure(before: Question, mine: set[str]) -> bool:
    """Whether a follow-up names another index or rate than the one whose points were asked for: each is told in a
    measure of its own."""
    measured = {k.partition(" ")[0] for k in mine} & {"chỉ", "tỷ"}
    return "điểm" in before.units and bool(measured)


_THOSE_TIMES = re.compile(  # "giữa hai tháng đó", "tổng cả ba tháng", "between the two months", "of both quarters"
    r"\b(?:giua |ca |cua |trong )*(?P<n>hai|2|ba|3|cac) (?P<unit>thang|quy|nam|ky)\b"
    r"(?! (?:nao|dau|cuoi|truoc|sau|toi|lien truoc|gan|\d))|"
    r"\b(?:the|those|these|both|all)(?: of (?:the|those|these))?(?: (?P<en>two|three))? "
    r"(?P<unit_en>month|quarter|year|period)s\b|\bbetween (?:them|the two|those)\b"
)
_OF_ALL = {"3": 3, "ba": 3, "three": 3}
_SIZE = frozenset({"large", "big", "great", "size", "giua", "ket qua"})


def _own_subject(before: Question, now: Question) -> list[Wanted]:
    """The words of a follow-up that say of what it is, and not only what is to be done with the figures before it; none
    of those that the questions before said."""
    known = {k for w in before.wanted for k in (*w.keys, w.words)} | set(before.units)
    said = (w for w in now.wanted if not ({fold(k) for k in w.keys} | {w.words}) & (DOING | _SIZE))
    return [w for w in said if w.weight > FADED and known.isdisjoint((*w.keys, w.words))]


def _those_times(before: Question, now: Question) -> tuple[str, ...]:
    """The periods that the questions before were each of, where a follow-up asks of them together ("Vậy tăng bao nhiêu
    giữa hai tháng đó?", "Tổng cả ba tháng?") or sets the last two against each other ("Chênh nhau bao nhiêu?"); ()
    where it says anything of its own, or they were of other spans or of fewer."""
    asked = _THOSE_TIMES.search(fold(now.clear))
    if now.periods or now.report_periods or now.previous or not before.spoken or _own_subject(before, now):
        return ()
    if asked is None and not (compares(now) and len(now.clear.split()) <= BRIEF):
        return ()
    times = dict.fromkeys((*before.spoken, *(before.periods or before.report_periods)))
    number = _OF_ALL.get((asked["n"] or asked["en"] or "") if asked else "", 2)
    last = tuple(times)[-number:]
    return tuple(sorted(last)) if len(last) == number and len({len(p) for p in last}) == 1 else ()


def _set_against(before: Question, now: Question) -> tuple[str, ...]:
    """The period spoken of before and the one beside it that a follow-up sets it against ("hơn tháng trước đó bao
    nhiêu?"); () where it asks of another period alone."""
    said = before.periods or before.report_periods
    if len(said) != 1 or len(now.periods) != 1 or not compares(now):
        return ()
    against = len(said[0]) == len(now.periods[0]) and sets_against(now.clear)
    if not against and not names_beside(now.clear):
        return ()
    return (*said, *(p for p in now.periods if p not in said))


def _against_month_before(before: Question, now: Question) -> bool:
    """Whether a follow-up sets the one month that was spoken of against the one before it, or the same of last year
    ("So với tháng trước thì sao?"): it is of that month still."""
    said = (*before.periods, *before.report_periods)
    return compares(now) and len(said) == 1 and PART_OF_YEAR.fullmatch(said[0]) is not None


def _faded(weight: float, *, again: bool) -> float:
    return weight * (AGAIN if again and weight <= FADED else FADED)


def _levels_before(before: Question, now: Question) -> tuple[str, ...]:
    """The two levels that the questions before were of in turn, where a follow-up adds them up ("How many in total?");
    () where it adds nothing, or they were of one."""
    if not adds(now) or not before.scope or _own_subject(before, now):
        return ()
    said = " ".join((*before.before, before.text))
    named = {LEVELS[m[0]] for m in re.finditer(r"\b(?:xa|huyen|tinh|commune|district|province)", fold(said))}
    return tuple(sorted({*named, before.scope})) if len({*named, before.scope}) == 2 else ()


_ONES = re.compile(r"\b(?:the |those )(?:\w+ )?ones\b")  # of the kind that was counted before
_COUNT_AS_WELL = re.compile(r"\b(?:bao nhieu|may) (?!phan tram\b)\w+|\bhow many\b")  # and not a share alone
_OF_THOSE = re.compile(r"\b(?:of|among) (?:those|these|them)\b|\btrong (?:so|cac|nhung)? ?(?:do|nay)\b(?! co)")


def _asks_share_alone(question: Question) -> bool:
    """Whether a question asks for a share and for no number besides: what follows it may ask for another share."""
    return question.percent and not _COUNT_AS_WELL.search(fold(question.clear))


_SO_MANY = re.compile(r"(?<!\bhang )(?<!\bthu )(?<!\bthang )(?<!\bnam )(?<!\bngay )(?<!\bdat )\bmay\W*$")  # of them
_SOME = re.compile(r"\b(?:bao nhieu|may) (?:cai|mon)\b")  # of what was counted before
_OF_MEDIATION = {
    "thành công": "hòa giải thành",
    "thanh": "hòa giải thành",
    "hòa giải không thành": "hòa giải không thành",
}


def _of_kind(wanted: Wanted, before: Question) -> Wanted:
    """A word of a follow-up, met as well by what reports call it of the things asked for before: of mediations what is
    successful is "hòa giải thành"."""
    mediates = any("hòa giải" in k for w in before.wanted for k in w.keys)
    more = tuple(_OF_MEDIATION[k] for k in (*wanted.keys, wanted.words) if mediates and k in _OF_MEDIATION)
    return replace(wanted, keys=tuple(dict.fromkeys((*wanted.keys, *more))))


def _asks_other_number(before: Question, now: Question) -> bool:
    """Whether a follow-up asks the number of something and no share: it says so, or names other things of the kind
    that was counted with its share before ("Còn những hồ sơ xin rút thì sao?")."""
    others = bool(before.units) and _THOSE_OTHERS.match(fold(now.clear)) is not None
    return asks_number_of(now.clear) or (others and any(set(w.keys) & set(before.units) for w in now.wanted))


def merge(before: Question, now: Question) -> Question:
    """The question now, with the words, period, place and scope of the one before where it has none of its own."""
    mine = {k for w in now.wanted for k in w.keys}
    levels = ("cấp xã", "cấp huyện", "cấp tỉnh")
    turned = level_of(before, now)
    scope = now.scope or turned
    replaced = set(levels) if scope else set()
    leads = asks_which_leads(now)
    if leads or any(map(is_body, mine)):  # "Còn Sở Xây dựng?" asks of that one alone, "Sở nào cao nhất?" of none
        replaced |= {k for w in before.wanted for k in w.keys if is_body(k)}
    places = now.places or place_alone(before, now)
    left = {word for place in before.places for word in place.split()} if places else set()
    those = _those_times(before, now)
    alone = bool(those) or (compares(now) and not _own_subject(before, now))
    own = tuple(w for w in now.wanted if not (turned and fold(w.keys[0] if w.keys else "") in turned.split()))
    own = own if not those else tuple(w for w in now.wanted if set(w.keys) & {"cao nhất", "thấp nhất"})
    both = _levels_before(before, now) if not scope else ()
    named = {word for place in places for word in place.split()}  # which place it is says not what is counted there
    of_where = {*named, "cap xa", "cap huyen", "cap tinh"}
    same = leads or (
        (turned or now.scope or places)
        and not any(w.weight > FADED and not {*map(fold, w.keys)} & of_where for w in own)
    )  # of the other level or place the same is asked, with all its words
    heaviest = max((w.weight for w in before.wanted), default=1.0)
    carried = tuple(
        Wanted(
            w.keys,
            w.words,
            w.weight / heaviest if alone else w.weight if same else _faded(w.weight, again=before.followup),
            w.must and not places,
        )
        for w in before.wanted
        if not set(w.keys) & mine
        and not set(w.keys) & replaced
        and w.words not in left
        and not (w.must and (leads or (now.quoted and before.quoted)))
    )
    own = tuple(_of_kind(w, before) for w in own)
    counted = Kind.FIGURE in before.kinds
    of_those = _OF_THOSE.search(fold(now.clear)) is not None
    times = () if now.previous and not _against_month_before(before, now) else before.periods
    reported = () if now.previous and not _against_month_before(before, now) else before.report_periods
    ones = _ONES.search(fold(now.clear)) is not None
    of_little = len([k for k in mine if fold(k) not in named]) < 2
    bare = not now.units and _SO_MANY.search(fold(now.clear)) is not None
    carried_units = (
        before.units if counted and (of_little or bare or of_those or ones or alone or before.percent) else ()
    )
    kinds = now.kinds if now.kinds != (Kind.TEXT,) else before.kinds
    return replace(
        now,
        followup=True,
        before=(*before.before, before.text),
        spoken=(*before.spoken, *(before.periods or before.report_periods)),
        kinds=kinds,
        wanted=(*own, *carried),
        units=(() if those else now.units or (before.units if _SOME.search(fold(now.clear)) else ()))
        or (() if now.percent or "xếp hạng" in mine or _another_measure(before, mine) else carried_units),
        percent=now.percent or (_asks_share_alone(before) and not now.units and not _asks_other_number(before, now)),
        report_periods=now.report_periods or (() if those or now.periods else reported),
        periods=those or _set_against(before, now) or now.periods or times,
        places=places or (places_left(before, now) if leads else before.places),
        scope="" if both else scope or before.scope,
        levels=both or now.levels,
        documents=now.documents or (before.documents if _of_that_document(before, now) else ()),
        footnote=now.footnote or before.footnote,
        running=carried_on(before.running, now.running, now.clear),
        previous=now.previous or (before.previous and not now.periods),
    )

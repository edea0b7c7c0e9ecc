"""Whether there is enough: what of the evidence holds so much of a question that it may be shown as the answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from assistant.asked.conversation import FADED
from assistant.evidence.candidates import Candidate, candidates
from assistant.evidence.fitting import COUNTED
from assistant.evidence.least import least, room
from assistant.evidence.shelf import Found
from assistant.evidence.statements import plain
from assistant.measured.measures import holds_unit
from assistant.measured.same_time import same_time
from assistant.question import Question, Wanted
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure

HEAVY = 0.28  # a word that makes up this share of what is asked may not be missing
SAID, SAID_LACKS = 0.78, 0.2  # a sentence that is to answer for a number which is in no ledger
SAYS_ALL = 0.95  # of a question for several counts, by the one sentence that tells them
TELLING = 0.5  # the weight from which a word tells one figure of a sentence from another

_PART_OF = guarded(
    r"\b(?:of|among) (?:the|those|these|all) (?:\w+ ){1,8}how (?:many|much) (?P<part>.+)|"
    r"\btrong (?:tong )?so (?:\w+ ){1,10}(?:co )?(?:bao nhieu|may) (?P<vi_part>.+)"
)
_NAME = re.compile(
    r"(?<!\w)[A-ZĐÀ-ỸƠƯ][\w’'-]+(?: [A-ZĐÀ-ỸƠƯ][\w’'-]+)+"
)  # two words at least: a name of one may be none
_NAMED_SO = re.compile(r"“[^“”]{1,60}”")
_DIGIT = re.compile(r" \d")
_AFTER_NUMBER = re.compile(r"(?<= )\d[\d.,/]* ((?:[a-z]+ ){1,3})")


def sufficient(question: Question, found: Iterable[Candidate], coverage: float) -> list[Candidate]:
    """The candidates that may be shown as an answer, in their order; `coverage` is asked of any."""
    part = words_of_part(question)
    return [
        c
        for c in found
        if c.coverage >= least(question, coverage, c.near)
        and c.lacks < HEAVY + room(question)
        and not any(w.must or (question.head and question.head in w.keys) for w in c.missing)
        and not leaves_out(question, part, c)
        and not (question.followup and _leaves_subject(question, c))
    ]


_ATTRIBUTES = frozenset(  # of whatever was spoken of before: by themselves they are of nothing
    {"chi phí", "số tiền", "kinh phí", "vốn", "ngân sách", "thời gian", "tỷ lệ", "điểm", "xếp hạng", "giá trị", "đồng"}
)
_OF_ANY = frozenset({"sở", "cơ quan", "xã", "huyện", "tỉnh", "phường", "phòng", "ban, ngành", "tổng"})


def _leaves_subject(question: Question, candidate: Candidate) -> bool:
    """Whether a follow-up says but an attribute ("Kinh phí bao nhiêu?"), and evidence holds none of the words that the
    question before was of: it is the attribute of something else."""
    own = [w for w in question.wanted if w.weight > FADED]
    if not own or not all(_ATTRIBUTES & set(w.keys) for w in own):
        return False
    aside = _OF_ANY | _ATTRIBUTES
    carried = [w for w in question.wanted if FADED / 2 < w.weight <= FADED and aside.isdisjoint(w.keys)]
    return bool(carried) and all(w in candidate.missing for w in carried)


def leaves_out(question: Question, part: Sequence[Wanted], candidate: Candidate) -> bool:
    """Whether evidence lacks what narrows the question: a statement whose figures are all of another level is of that,
    a figure on which a level asked for stands nowhere is of the whole, and one that holds no word which a follow-up
    says itself is what was told before. `part`: the words that say which part of a whole is asked for."""
    if part and all(w in candidate.missing for w in part):
        return True
    if candidate.figure is None:
        levels = {fold(f.scope) for f in candidate.statement.figures if fold(f.scope).startswith("cap ")}
        return bool(question.scope and levels) and question.scope not in levels
    if _named_later(question, candidate) or _level_before(question, candidate):
        return True
    if not candidate.missing:
        return False
    here = [w for w in candidate.missing if w.weight > FADED]
    if question.scope and any(fold(key) == question.scope for w in here for key in w.keys):
        return True
    own = _own_words(question) if question.followup else []
    return bool(own) and all(w in candidate.missing for w in own)


def _level_before(question: Question, candidate: Candidate) -> bool:
    """Whether the level asked about is said only in the sentence before: what of a budget falls to it there is no level
    of what is spent here."""
    statement, figure = candidate.statement, candidate.figure
    level = {k for w in question.wanted for k in w.keys if fold(k) == question.scope} if question.scope else set()
    if figure is None or level.isdisjoint(statement.before):
        return False
    near = statement.own | statement.sentence | statement.lead | statement.heading
    return level.isdisjoint(near | candidate.index.figure_keys[figure.id])


def _named_later(question: Question, candidate: Candidate) -> bool:
    """Whether a name asked about is said only in a later clause than a figure: of "6 công trình, tổng mức đầu tư 18 tỷ
    đồng; 2 công trình chuyển tiếp là cầu Bến Tre" the sum is not the bridge's."""
    figure, block = candidate.figure, candidate.statement.block
    if figure is None or candidate.statement.row is not None:
        return False
    close = block.text.find(";", figure.at + len(figure.text), candidate.statement.end)
    if close < 0:
        return False
    later, sooner = fold(block.text[close : candidate.statement.end]), fold(block.text[:close])
    names = (fold(m[0]) for m in _NAME.finditer(question.clear) if m.start() and not m[0].isupper())
    places = f" {' ; '.join(question.places)} "
    return any(f" {n}" not in places and n in later and n not in sooner for n in names)


def of_head(question: Question, figures: list[Candidate]) -> list[Candidate]:
    """Of the figures that may answer those in whose own words the thing stands of which a share or number is asked,
    where there are any: another item of the same sentence is of another thing."""
    head = question.head

    def of_it(candidate: Candidate) -> bool:
        figure, index = candidate.figure, candidate.index
        if figure is None:
            return False
        return head in candidate.statement.own or head in index.figure_keys[figure.id] | index.local_keys[figure.id]

    if not head or not any(map(of_it, figures)):
        return figures
    return [c for c in figures if of_it(c) or c.statement.row is not None]  # a row says it in the head of its column


NEAR_ALL = 0.1  # of coverage by which it may say less of the first part, where it counts what every part asks for
TOGETHER = 0.2  # by so much the figure of the sentence that tells of all parts may come after the best of the first


def told_together(first: list[Candidate], whole: list[Candidate], question: Question) -> list[Candidate]:
    """The figures for the first of several counts, with that one ahead which stands in the sentence that says most of
    the whole question: what is asked in one breath ("công bố mới bao nhiêu và bãi bỏ bao nhiêu") is told in one. Where
    a share is asked for besides, a sentence without one does not tell of all."""
    every = next((c for c in whole if c.score >= whole[0].score - TOGETHER and counts_all(question, c)), None)
    held = every.statement if every is not None else whole[0].statement if whole else None
    if question.percent and held is not None and not any(f.unit == "%" for f in held.figures):
        return first
    less = NEAR_ALL if every is not None else 0.0
    near = [
        c
        for c in first
        if c.statement is held and c.score >= first[0].score - TOGETHER and c.coverage >= first[0].coverage - less
    ]
    return [*near[:1], *(c for c in first if c is not near[0])] if near else first


def counts_all(question: Question, candidate: Candidate) -> bool:
    """Whether a sentence counts each of the several things that a question asks the number of."""
    units = [f.unit for f in candidate.statement.figures] if candidate.statement.row is None else []
    asked = (question.units, *question.also_units)
    return len(asked) > 1 and all(any(holds_unit(of_one, u) for u in units) for of_one in asked)


_FIELDS = r"(?:linh vuc|noi dung|nganh|nhom|loai|mat|van de|chuyen de|dia ban|doi tuong|luat)"
_OF_ALL_THESE = re.compile(  # "64 lượt hỏi về các việc A, B, …"
    rf"^[^.;:,()\d]{{0,60}}?\b(?:thuoc|ve|tren|trong|lien quan den|gom|bao gom)\b(?: (?:cac|nhung) {_FIELDS})?:? "
    r"(?P<members>[^.;:(\d]+)"
)


_YEAR = re.compile(r"\b(?:nam|thang|quy|ngay|giai doan) $")


def told_with_others(question: Question, candidate: Candidate) -> bool:
    """Whether a figure counts several things together of which the question asks for one: of "64 lượt hỏi về các
    lĩnh vực dân sự, đất đai, hôn nhân" nobody knows how many were of land."""
    figure, block = candidate.figure, candidate.statement.block
    if figure is None or candidate.statement.row is not None or figure.role not in COUNTED:
        return False
    if _of_numbered(question, fold(block.text[candidate.statement.start : figure.at])):
        return True
    end = figure.at + len(figure.text)
    behind = " ".join(fold(block.text[end : end + 400]).split())
    told = _OF_ALL_THESE.match(behind)
    members = re.split(r", | va ", told["members"]) if told is not None else []
    if told is not None and told.end() < len(behind) and behind[told.end()].isdigit() and not _YEAR.search(members[-1]):
        members = members[:-1]  # what stands before the next number is counted by that one
    if len(members) < 3:
        return False
    before = plain(block.text[candidate.statement.start : figure.at])
    asked = set()
    for wanted in question.wanted:
        forms = [f" {form} " for form in (wanted.words, *map(fold, wanted.keys)) if form]
        held = {i for i, member in enumerate(members) if any(form in plain(member) for form in forms)}
        if wanted.weight >= TELLING and len(held) == 1 and not any(form in before for form in forms):
            asked |= held
    return len(asked) == 1


_NUMBERED = re.compile(  # "đạt bậc 1, bậc 2 là 40 người"
    r"\b(?P<kind>[a-z]+)(?: [a-z]+)? (?P<one>\d)(?:,| va| -|,? cung) (?:(?P=kind)(?: [a-z]+)? )?(?P<other>\d)"
    r"(?: (?:la|dat|duoc|co))*:? $"
)
_NUMBERED_EN = {
    "bac": "grade|level",
    "muc": "level",
    "cap": "level",
    "dot": "round|phase",
    "giai": "phase",
    "loai": "type|class",
}


def _of_numbered(question: Question, before: str) -> bool:
    """Whether what stands before a figure makes it count two numbered things together of which the question names
    one."""
    told = _NUMBERED.search(before)
    if told is None:
        return False
    kind = "|".join(filter(None, (told["kind"], _NUMBERED_EN.get(told["kind"], ""))))
    asked = re.findall(rf"\b(?:{kind})(?: do)?s?[ -](\d)(?: (?:va|and) (\d))?\b", fold(question.clear))
    numbers = {n for pair in asked for n in pair if n}
    return len(numbers & {told["one"], told["other"]}) == 1


def counts_others_with(question: Question, candidate: Candidate) -> bool:
    """Whether a figure of a statement counts what is asked for together with other things."""
    return any(told_with_others(question, replace(candidate, figure=f)) for f in candidate.statement.figures)


_COUNTS = re.compile(r"\b(?:bao nhieu|may|how many|how much)\b")


def words_of_part(question: Question) -> list[Wanted]:
    """The words that say which part of a whole is asked for: "of the appeals heard, how many were upheld?". However
    little a word weighs, without any of them the whole is told."""
    asked = plain(question.clear)
    part = _PART_OF.search(asked)
    if part is not None and _COUNTS.search(asked, 0, part.start()):
        return []  # the whole is asked for first
    words = (w for w in question.wanted if not set(w.keys) & set(question.units))
    return [w for w in words if part is not None and f" {w.words} " in f" {part['part'] or part['vi_part']} "]


def _own_words(question: Question) -> list[Wanted]:
    """The telling words that a question says itself, and not the one before it, less the unit it counts."""
    said = (w for w in question.wanted if w.weight > FADED and w.weight >= TELLING)
    return [w for w in said if not set(w.keys) & set(question.units)]


NO_COUNT = re.compile(  # what is called by a number, and days, count nothing
    r"\b\d{1,2}/(?:\d{1,2}/)?\d{4}\b|\b\d+\w*[-/][a-z][\w/-]*|\bso \d+\b"
)


def says_number(question: Question, candidate: Candidate) -> bool:
    """Whether a statement may answer a question for a number that the ledger does not keep ("trước 16 giờ"): it says
    nearly all of the question, and a number stands in it, right before what is counted where that is known."""
    if candidate.coverage < SAID or candidate.lacks >= SAID_LACKS or candidate.statement.row is not None:
        return False
    held = candidate.statement.figures
    if held and not question.followup:
        return False  # the ledger read its numbers, and none of them suits the question
    if question.periods and not any(same_time(p, f.period) for p in question.periods for f in held):
        return False
    if question.percent and not any(f.unit == "%" for f in held):
        return False
    told = plain(_NAMED_SO.sub(" ", candidate.statement.quote))  # "Mô hình “4 trong 1”" counts nothing
    if not question.units:
        return bool(_DIGIT.search(NO_COUNT.sub(" ", fold(_NAMED_SO.sub(" ", candidate.statement.quote)))))
    words = {word for key in question.units for word in fold(key).split()}
    return any(words & set(after.split()) for after in _AFTER_NUMBER.findall(told))


def says_counts(question: Question, candidate: Candidate, several: int) -> bool:
    """Whether a sentence may answer a question for several counts by itself: all of the question's words stand in it,
    and as many numbers at the least, whichever of them the ledger keeps, and not all of another time."""
    statement = candidate.statement
    told = [f.period for f in statement.figures]
    if question.periods and told and not any(same_time(p, t) for p in question.periods for t in told):
        return False
    if several < 2 or statement.row is not None or candidate.coverage < SAYS_ALL or candidate.lacks > 0.0:
        return False
    return len(_DIGIT.findall(statement.plain)) >= several


def named(
    question: Question,
    figure: Figure,
    beside: frozenset[str] = frozenset(),
    weights: Mapping[str, float] = MappingProxyType({}),
) -> float:
    """How much of the telling words of a question, or of a part of one, a figure's own indicator says, less its
    lead-in: of "trong hạn 25 hồ sơ và 2 hồ sơ quá hạn" only one is overdue. A question without such words is said by
    any. `beside` are folded words that tell no figure from another, `weights` what words count, where they count
    otherwise than in the question."""
    own = plain(f"{figure.indicator.rpartition(': ')[2]} {figure.unit}")
    words = [w for w in question.wanted if w.weight >= TELLING and not set(w.keys) & set(question.units)]
    words = [w for w in words if w.words not in beside]
    said = (
        weights.get(w.words, w.weight)
        for w in words
        if any(f" {fold(form)} " in own for form in (w.words, *w.keys) if form)
    )
    return sum(said) if words else 1.0


_UNQUOTED = str.maketrans("", "", '“”"')


def of_own_words(question: Question, figures: list[Candidate]) -> list[Candidate]:
    """Of the figures that may answer a follow-up those at which the words stand that it says itself: "how much has been
    disbursed?" after "how much was allocated?" wants no sum allocated. All of them where none is told apart so."""
    own = _own_words(question)
    if not question.followup or not own:
        return figures

    def said(candidate: Candidate) -> tuple[int, int]:
        assert candidate.figure is not None
        index, figure = candidate.index, candidate.figure
        held = index.figure_keys[figure.id] | index.local_keys[figure.id] | index.scope_keys[figure.id]
        right = f" {fold(figure.indicator.rpartition(': ')[2])} {fold(figure.scope)} ".translate(_UNQUOTED)
        there = [w for w in own if any(f" {fold(form)} " in right for form in (w.words, *w.keys) if form)]
        return len(there), sum(bool(held & set(w.keys)) for w in own)

    most = max(map(said, figures), default=(0, 0))
    return [c for c in figures if said(c) == most] if any(most) else figures


def of_any_period(found: Found) -> list[Candidate]:
    """The evidence as if no period had been asked for: an earlier value may follow from a stated change."""
    asked = found.question
    timeless = replace(asked, periods=(), previous=False)

    def compared(figure: Figure | None) -> bool:
        against = figure.comparison if figure is not None else None
        return against is not None and (not asked.periods or against.period in asked.periods)

    told = [index for index in found.indexes if any(map(compared, index.figures))]
    every = [c for index in told for c in candidates(timeless, index) if compared(c.figure)]
    return sorted(every, key=lambda c: -c.score)

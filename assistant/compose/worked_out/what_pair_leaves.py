"""What the part of a pair leaves of its whole, where the others are asked for: "đã trả lời 27/31 ý kiến" of those that
were not answered, "500 lượt tra cứu, trong đó 460 lượt thành công" of those that failed, "04/90 kiến nghị chưa được
giải quyết" of those that were settled.

The question and the words right at the pair speak of one thing, and exactly one of the two denies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.asked.restating import ask_again, compares
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.wording import scope
from assistant.compose.worked_out.arithmetic import Pair, difference, pairs
from assistant.compose.worked_out.halves import asks_halves
from assistant.compose.worked_out.things_asked import things
from assistant.compose.worked_out.which_pair import named_before, of_another_pair, rest_is_named
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.coverage import weigh
from assistant.evidence.statements import Statement, plain
from assistant.evidence.told_before import place_of
from assistant.measured.running import RUNNING
from assistant.question import Question, Wanted
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded

TRIED = 12  # statements
LEAST, LACKING = 0.6, 0.34  # of the question, what it denies aside
TELLING = 0.3
SAID, UNSAID = 0.75, 0.5  # of the question, where its verb is unknown, and what such a pair counts
OF_LEVEL, AS_NEAR = 0.3, 0.15
NAMED = 0.1  # what each word right before a pair counts, of several pairs of one sentence
REACH = 45  # characters behind a pair in which is said what is so
_ASKED = guarded(
    r"\b(?:chua|khong|that bai|tien mat|truc tiep|giay|bi loi|failed|fails?|failures?|unsuccessful|not|never|without|"
    r"yet to|n[’']t|cash|offline|in person|paper|by hand|"
    r"un(?:paid|answered|resolved|settled|verified|activated|approved|used|filled|finished|registered|done|connected)|"
    r"other than|lack(?:s|ed|ing)?|"
    r"(?:trong|tren)(?: tong)?(?: so)? \d[\d.]*|out of (?:the )?\d[\d.,]*)\b"
)
_NUMBER = re.compile(r"\b(?:bao nhieu|may|so luong)\b|\bhow (?:many|much)\b|\bnumber of\b")
# Ways with a name of their own on either side: what is asked for, what the pair tells, what tells of the asked itself
_SIDES = (
    (
        re.compile(
            r"\bthat bai\b|\bkhong thanh cong\b|\bbi loi\b|\b(?:fail(?:ed|s|ures?)?|unsuccessful)\b(?! to)|"
            r"\b(?:not|n[’']t) (?:a )?succe\w+"
        ),
        re.compile(r"\b(?<!khong )(?<!chua )thanh cong\b"),
        re.compile(r"\b(?:that bai|khong thanh|chua thanh|loi)\b"),
    ),
    (
        re.compile(
            r"\b(?:nop|nhan|gui|tiep nhan)(?: ho so)? truc tiep\b|\b(?:ho so|ban) giay\b|"
            r"\bkhong (?:nop |gui |lam )?(?:qua mang|truc tuyen)\b|"
            r"\b(?:offline|in person|on paper|by hand|(?:other than|not|non) online)\b"
        ),
        re.compile(r"(?<!khong )(?<!khong nop )(?<!khong gui )(?<!khong lam )\b(?:truc tuyen|qua mang)\b"),
        re.compile(r"\b(?:truc tiep|ban giay|ho so giay)\b"),
    ),
    (
        re.compile(r"(?<!khong dung )(?<!khong )\btien mat\b|\b(?:in|with|by) cash\b"),
        re.compile(r"\bkhong (?:dung )?tien mat\b|\bqua tai khoan\b|\bchuyen khoan\b"),
        re.compile(r"(?<!khong dung )(?<!khong )\btien mat\b"),
    ),
)
_DENIED = re.compile(
    r"\b(?P<not_out>\w+) chua (?:het|xong|du)\b|"  # "dùng chưa hết", "làm chưa xong"
    r"\b(?:chua|khong)(?! (?:ke|tinh|gom|bao gom|chi|qua|duoi|gian|thanh cong|phai|(?:du|day|den|toi) \d+)\b)"
    r"(?: (?:duoc|bi|he|kip|the|con|phai|duoc su))*(?: (?:c ?\d+|trung uong|cap tren|cong an|ubnd))?"
    r" (?P<verb>(?!(?:bao nhieu|may|gi|nao)\b)\w+(?: \w+)?)"
)
_DENIED_EN = re.compile(
    r"(?:\b(?:not|never|without|yet to|still to|fail(?:ed|s)? to|lack(?:s|ed|ing)?)|n[’']t)"
    r"(?: (?:yet|still|been|be|have|had|get))* "
    r"(?P<verb>\w+)|\bun(?P<un>\w+ed|paid|done)\b"
)
_STOP = re.compile(r"[;:(\n]|\.\s|\)")
_NOT = re.compile(r"\b(?:chua|khong)(?: \w+){0,2} $")
_LEFT_EN = re.compile(r"remain\w*|left|still|outstanding|un\w+ed|un(?:paid|used|done)|lack\w*|missing")
_SETTLED = frozenset({"giải quyết", "xử lý", "trả kết quả"})
_STILL_OPEN = re.compile(r"\bcon (?:ton|dang)\b|\bton (?:dong )?\d|\bdang (?:giai quyet|xu ly)\b")
_UNDONE = re.compile(r"\b(?:chua|khong|ton|dang)\b")
_AS_OF = re.compile(r"\b(?:tinh den|den (?:cuoi|het|nay|thoi diem)|as of|by (?:late|the end)|up to)\b")
_DETAILS = re.compile(r" (?:trong (?:do|so do)|cu the|gom) ")
_GENERIC = frozenset({"truong hop", "luot", "cai"})
_STATES = frozenset({"trực tuyến", "quá hạn", "đúng hạn", "trước hạn", "còn hạn", "trước và đúng hạn", "giải quyết"})
_Side = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]
# What goes on after a pair and says of others: "…, còn 05 đơn chưa giải quyết"
_OTHERS = re.compile(r";|, (?:con|trong do|dat|da|va|so|chiem|hien|tiep)\b|(?<!,)\bva (?:con|dang|da)\b|\bcon\b|\d")


def answer_what_pair_leaves(t: Material) -> Draft | None:
    """The whole less the part; None where the report itself counts what is asked for, or no pair is of it."""
    question, asked = t.question, fold(t.question.clear)
    if not _ASKED.search(asked) or not question.is_(Kind.FIGURE) or question.percent or not _NUMBER.search(asked):
        return None
    if compares(question) or asks_halves(question) or question.is_(Kind.AUDIT):
        return None
    side = next((s for s in _SIDES if s[0].search(asked)), None)
    if side is not None and side is not _SIDES[0] and side[1].search(asked):
        return None  # both sides are asked for
    denied = _denied(question, asked)
    if any(_counts_it(c, side, denied) for c in t.figures[:TRIED]):
        return None
    found = _found(question, _statements([*t.found.candidates, *_told_before(t)]), side, denied)
    if not found:  # what is denied may weigh so much that nothing came near
        wanted = [w for w in question.wanted if not _is_denial(w, side, denied)]
        most = max((w.weight for w in wanted), default=0.0)
        if not most or len(wanted) == len(question.wanted):
            return None
        units = () if side is _SIDES[0] else question.units
        heavier = tuple(replace(w, weight=w.weight / most) for w in wanted)  # a follow-up hardly weighs what it is of
        question = replace(question, wanted=heavier, units=units)
        again = [c for i in t.indexes for c in ask_again(question, i, frozenset(), timeless=False)]
        found = _found(question, _statements(sorted(again, key=lambda c: -c.score)), side, denied)
    if not found:
        return None
    _, candidate, pair = found[0]
    draft = difference(question, candidate, pair, (pair.whole, pair.part.value), t.lexicon)
    if (level := _level(pair)) and not (question.scope or question.levels or _of_level_asked(question, pair)):
        twin = next((f for f in found[1:] if _level(f[2]) not in ("", level) and f[0] > found[0][0] - AS_NEAR), None)
        if twin is not None:  # of both levels the same is told, and the question names neither
            other = difference(question, *twin[1:], (twin[2].whole, twin[2].part.value), t.lexicon)
            for one, of in ((draft, pair), (other, twin[2])):
                whose = scope(of.part.scope, question.language)
                one.claims[0] = replace(one.claims[0], text=f"{whose[:1].upper()}{whose[1:]}: {one.claims[0].text}")
                del one.claims[1:]
            draft.join(other)
    return draft


def _told_before(t: Material) -> list[Candidate]:
    """The sentence that the turn before told, where a follow-up says nothing else of what it is ("Thất bại mấy?")."""
    placed = place_of(t.question.told, t.indexes) if t.question.told else None
    return [Candidate(placed[0], placed[1], placed[2], 1.0, 0.0, (), ())] if placed is not None else []


def _found(
    question: Question,
    evidence: Iterator[Candidate],
    side: _Side | None,
    denied: list[tuple[str, frozenset[str]]],
) -> list[tuple[float, Candidate, Pair]]:
    """The pairs of which something is asked, first that whose words come nearest to it, in the statement that says most
    of it."""
    found: list[tuple[float, Candidate, Pair]] = []
    together, several = question.is_(Kind.TOTAL), len(things(question)) > 1
    for candidate in evidence:
        covered = _covered(question, candidate, side, denied)
        paired = pairs(candidate.statement) if covered else []
        if together and len(paired) > 1 and _DETAILS.match(candidate.statement.plain):
            whole = _of_details(candidate, paired)
            if whole is not None:
                return [(covered, *whole)]
            continue
        for pair in paired:
            if of_another_pair(question, candidate.statement, pair.part, [p.part for p in paired]):
                continue
            if (
                rest_is_named(candidate.statement, pair.part, pair.whole)
                or several
                or _of_other_run(question, candidate, pair)
            ):
                continue
            if not (side or _of_unit(question, candidate, pair)) or _of_other_month(question, candidate, pair):
                continue
            near = _near(question, candidate, pair, side, denied)
            if not near and side is None and covered >= SAID and _may_be(question, candidate, pair, denied):
                near = UNSAID
            told = covered + near + NAMED * named_before(question, candidate.statement, pair.part) if near else 0.0
            told += OF_LEVEL if near and _of_level_asked(question, pair) else 0.0
            if near:
                found.append((told, candidate, pair))
    return sorted(found, key=lambda f: -f[0])


def _level(pair: Pair) -> str:
    """The level of government that a part is of, folded; "" where it is of none."""
    level = fold(pair.part.scope)
    return level if level.startswith("cap ") else ""


def _of_level_asked(question: Question, pair: Pair) -> bool:
    """Whether a part is of the level of government that a question speaks of, if only in passing: "ở huyện"."""
    level = fold(pair.part.scope)
    return level.startswith("cap ") and f" {level.removeprefix('cap ')} " in plain(question.clear)


def _denied(question: Question, asked: str) -> list[tuple[str, frozenset[str]]]:
    """What a question denies: its first words, folded, and the concepts of the term that they open."""
    found: list[tuple[str, frozenset[str]]] = []
    for said in (_DENIED_EN if question.language == "en" else _DENIED).finditer(asked):
        verb = (said["verb"] or said["not_out"]) if question.language == "vi" else said["verb"] or said["un"]
        first = verb.split()[0]
        of = [w for w in question.wanted if w.words and first in w.words.split()]
        found.append((verb, frozenset(k for w in of for k in w.keys)))
    return found


def _counts_it(candidate: Candidate, side: _Side | None, denied: list[tuple[str, frozenset[str]]]) -> bool:
    """Whether a figure that may be shown is said to be of those that are asked for."""
    figure = candidate.figure
    if figure is None or "/" in figure.text:
        return False
    before, behind = _around(candidate.statement, figure.at, figure.at + len(figure.text))
    said = f"{before} {behind}"
    if side is not None:
        return side[2].search(said) is not None
    if any(_SETTLED & of for _, of in denied) and _STILL_OPEN.search(said):
        return True
    return any(re.search(rf"\b(?:chua|khong)(?: \w+){{0,2}} {re.escape(verb)}\b", said) for verb, _ in denied)


def _statements(evidence: Iterable[Candidate]) -> Iterator[Candidate]:
    """The statements of the running text with figures that come first."""
    seen: set[int] = set()
    for candidate in evidence:
        statement = candidate.statement
        if statement.row is None and not statement.ahead and id(statement) not in seen and statement.figures:
            seen.add(id(statement))
            yield candidate
            if len(seen) >= TRIED:
                return


def _covered(
    question: Question, candidate: Candidate, side: _Side | None, denied: list[tuple[str, frozenset[str]]]
) -> float:
    """How much of a question, what it denies and how it counts aside, stands in and around a statement; 0.0 where that
    is too little."""
    statement = candidate.statement
    held = statement.own | statement.sentence | statement.lead | statement.before | statement.heading
    weighed = [
        w
        for w in weigh(question, candidate.index)
        if w.wanted.weight >= TELLING and not _is_denial(w.wanted, side, denied)
    ]
    others = [w for w in weighed if {*w.wanted.keys}.isdisjoint(question.units)]
    total = covered = lacking = 0.0
    for w in others or weighed:  # what is counted may be all that is said of it
        total += w.weight
        said = any(f" {form} " in statement.plain for form in (w.wanted.words, *map(fold, w.wanted.keys)))
        if said or {*w.wanted.keys, *w.akin} & held or _in_pieces(w.wanted.words, statement.plain):
            covered += w.weight
        else:
            lacking = max(lacking, w.weight)
    if not total or (not others and question.followup):
        return candidate.coverage if question.followup else 0.0
    return covered / total if covered / total >= LEAST and lacking / total <= LACKING else 0.0


def _in_pieces(words: str, said: str) -> bool:
    """Whether what the question calls in one the statement calls apart: "khai sinh, khai tử"."""
    pieces = words.split()
    pairs_of = [f" {a} {b} " for a, b in zip(pieces[::2], pieces[1::2], strict=False)]
    return len(pieces) >= 4 and len(pieces) % 2 == 0 and all(two in said for two in pairs_of)


def _is_denial(wanted: Wanted, side: _Side | None, denied: list[tuple[str, frozenset[str]]]) -> bool:
    if side is not None and (side[0].search(wanted.words) or any(side[1].search(fold(k)) for k in wanted.keys)):
        return True
    if side is not None and wanted.words in {
        *("truc tiep", "nop", "qua mang", "mang", "giay", "cash", "person", "tra", "that", "bai"),
    }:
        return True
    if _LEFT_EN.fullmatch(wanted.words):
        return True
    words = wanted.words.removeprefix("chua ").removeprefix("khong ").removeprefix("duoc ")
    return any(
        wanted.words.startswith(("chua ", "khong ")) or words.startswith(verb.split()[0]) or bool(of & {*wanted.keys})
        for verb, of in denied
    )


def _of_unit(question: Question, candidate: Candidate, pair: Pair) -> bool:
    part, index = pair.part, candidate.index
    if not question.units or unit_fits(question, part.unit):
        return True
    if unit_key(part.unit) in _GENERIC:  # "trường hợp" are of what the sentence speaks of
        statement, units = candidate.statement, set(question.units)
        said = statement.own | statement.sentence | statement.lead
        return not units.isdisjoint(said) or any(f" {fold(unit)} " in statement.plain for unit in units)
    if len(part.unit.split()) > 1 and plain(part.unit) in plain(question.clear):
        return True  # "bao nhiêu chỉ tiêu người làm việc"
    counted = set(question.units)
    if question.language == "en":  # "payroll positions": what is counted is said by the word before
        counted |= {k for w in question.wanted if w.weight >= 1 for k in w.keys}
    return bool((index.local_keys[part.id] | index.figure_keys[part.id]) & counted)


def _of_other_run(question: Question, candidate: Candidate, pair: Pair) -> bool:
    """Whether a running total is asked for and a part is of the month alone, or the other way round, where the sentence
    tells of both."""
    running = candidate.index.running
    told = {running[f.id] for f in candidate.statement.figures}
    return bool(question.running) and len(told) > 1 and running[pair.part.id] is not (question.running == RUNNING)


def _of_other_month(question: Question, candidate: Candidate, pair: Pair) -> bool:
    """Whether a month is asked about of which a report on the whole year tells nothing by this pair."""
    months = [p for p in question.periods if len(p) == len("2031-05") and "Q" not in p]
    report = candidate.index.report
    if _AS_OF.search(fold(question.clear)) and any(report.date.startswith(m) for m in months):
        return False  # how things stood when it was issued
    of_year = len(report.period) == len("2031")
    return bool(months) and of_year and not any(pair.part.period.startswith(m) for m in months)


def _around(statement: Statement, at: int, end: int) -> tuple[str, str]:
    """The folded words of the clause before and behind a number, up to the numbers beside it."""
    text = statement.block.text
    if text[at - 1 : at] == "(":  # what a bracket counts is said before it
        behind = _STOP.split(text[end : min(statement.end, end + 160)])[0]
        return plain(re.split(r"[;:]", text[statement.start : at - 1])[-1]), plain(behind)
    opening = text[statement.start : at]
    before = _STOP.split(opening.rstrip(" :"))[-1] + opening[len(opening.rstrip(" :")) :]  # "Trả lời ý kiến: 27/31"
    figures = [f.at + len(f.text) for f in statement.figures if f.at + len(f.text) <= at]
    start = max([at - len(before), *(f for f in figures if f <= at)])
    behind = _STOP.split(text[end : min(statement.end, end + 160)])[0]
    return plain(text[start:at]), plain(_OTHERS.split(fold(behind), maxsplit=1)[0])


def _may_be(question: Question, candidate: Candidate, pair: Pair, denied: list[tuple[str, frozenset[str]]]) -> bool:
    """Whether a part over its whole may be of what an English question denies by a verb that has many translations:
    the statement says none of those that are known of another number, nor at the part what became of it."""
    if question.language != "en" or not denied or "/" not in pair.part.text:
        return False
    before, behind = _around(candidate.statement, pair.part.at, pair.part.at + len(pair.part.text))
    if re.search(r"\b(?:chua|khong)\b(?! (?:vuot|qua|it hon|duoi)\b)", f"{before} {behind}"):
        return False
    if any(of & candidate.statement.own for _, of in denied):
        return False
    asked = {k for w in question.wanted for k in w.keys}
    return (candidate.index.local_keys[pair.part.id] & _STATES) <= asked


def _of_details(candidate: Candidate, paired: list[Pair]) -> tuple[Candidate, Pair] | None:
    """The pair of the sentence before that the parts told after it add up to."""
    before = _before(candidate)
    for whole in pairs(before) if before is not None else ():
        parts = sum(p.part.value for p in paired), sum(p.whole for p in paired)
        if before is not None and parts == (whole.part.value, whole.whole):
            return replace(candidate, statement=before, figure=whole.part), whole
    return None


def _before(candidate: Candidate) -> Statement | None:
    at = candidate.statement.index - 1
    held = candidate.index.statements[at] if at >= 0 else None
    return held if held is not None and held.block.id == candidate.statement.block.id else None


def _sentence_before(candidate: Candidate) -> str:
    held = _before(candidate)
    return held.plain if held is not None else ""


def _near(
    question: Question, candidate: Candidate, pair: Pair, side: _Side | None, denied: list[tuple[str, frozenset[str]]]
) -> float:
    """How near the words at a pair come to what is asked, where one of the two denies it; 0.0 where both do or none."""
    part = pair.part
    before, behind = _around(candidate.statement, part.at, part.at + len(part.text))
    said = f"{before}| {behind}"
    if side is not None:
        return 1.0 if side[1].search(said) and not side[2].search(said) else 0.0
    lexicon_keys = candidate.index.local_keys[part.id]
    if not behind.strip() and _DETAILS.match(candidate.statement.plain):  # the sentence before says what became of them
        said = f"{before}| {_sentence_before(candidate)}"
    for verb, of in denied:
        at = said.find(f" {verb} ")
        at = at if at >= 0 else said.find(f" {verb.split()[0]} ")
        if at >= 0 and (not of or question.language == "vi"):
            return 0.0 if _NOT.search(said[: at + 1]) else 1.0 if f" {verb} " in said else 0.8
        if of and of & lexicon_keys:
            return 0.0 if _UNDONE.search(said) else 0.9
    if denied:
        return 0.0
    for w in question.wanted:  # the question says plainly what the pair denies
        at = said.find(f" {w.words.removesuffix(' duoc')} ") if w.words and w.weight >= TELLING else -1
        if at >= 0 and _NOT.search(said[: at + 1]):
            return 1.0
    denies = re.search(r"\b(?:chua|khong)(?: (?:duoc|bi|the))* (?P<what>\w+(?: \w+)?)", said)
    if denies is not None and question.language == "en":
        return 1.0 if any(fold(k) == denies["what"] for w in question.wanted for k in w.keys) else 0.0
    return 0.0

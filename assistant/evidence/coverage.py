"""Coverage: how much of what was asked a statement, or one figure in it, holds, and at which distance each term stands.

A term of the question weighs what its rarity in the report makes of it; where it stands (in the statement's own words,
its sentence, what leads up to it, its headings) says how far it counts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.asked.kinds import Kind
from assistant.evidence.marks import as_written, is_written
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.question import Question, Wanted
from assistant.words.everyday import akin
from ingest.language.fold import fold
from ingest.language.guarded import guarded

OWN, SENTENCE, LEAD, BEFORE, HEADING = 1.0, 0.8, 0.7, 0.45, 0.35
UNDER = 0.9
AKIN = 0.75  # by a concept near to it: "giấy tờ" by the files
INSIDE = 0.65  # as part of the wording of another concept: "tài sản" of "kê khai tài sản, thu nhập"
SCATTERED = 0.3  # an unknown word away from the words it belongs to: "rạch" and "vẹt" are not Rạch Vẹt
BESIDE, ELSEWHERE = 0.85, 0.6  # right beside a figure; in its clause, but said of another one
CENTRAL, CENTRE = 0.5, 0.7  # a word that is half of the question must stand right at the figure
AROUND = 400  # characters around a statement: its sentence, and the one that it goes on with
FOUND = 0.2  # below this level a wanted word counts as absent
UNTRANSLATED = 0.2  # an English word that the glossary does not know proves nothing by being absent


@dataclass(frozen=True, slots=True)
class Weighted:
    """A wanted term and what it weighs in one report; `alone` and `heads` are its words between single spaces.

    `inside` are its wordings of several syllables that the report has, between single spaces: they may be part of the
    wording of another concept. `keys` are the concepts by which it may be met, none where only its very words
    count; `akin` are concepts near to these, by which it is held less. `unsettled`: the words around it, or a verb in
    its place, have a say in how far it is held.
    """

    wanted: Wanted
    weight: float
    inside: tuple[str, ...] = ()
    alone: str = field(init=False)
    heads: tuple[str, ...] = field(init=False)
    keys: tuple[str, ...] = field(init=False)
    akin: tuple[str, ...] = field(init=False)
    unsettled: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "alone", f" {self.wanted.words} ")
        object.__setattr__(self, "heads", tuple(f" {h} " for h in self.wanted.heads))
        object.__setattr__(self, "keys", () if self.wanted.must else self.wanted.keys)
        object.__setattr__(self, "akin", akin(self.keys))
        object.__setattr__(self, "unsettled", bool(self.heads or self.wanted.marked or any(self.wanted.beside)))

    def is_inside(self, plain: str) -> bool:
        """Whether one of those wordings stands in folded words, and nothing denies it there."""
        for wording in self.inside:
            at = plain.find(wording)
            if at >= 0 and not plain[:at].endswith(_DENIED):
                return True
        return False


_DENIED = (" chua", " khong", " chua duoc", " khong duoc")
NAMES_REPORT = guarded(r"\b(bao cao|ke hoach|van ban|report|plan)\b")
_ISSUED = guarded(  # "the Home Affairs report", "the service centre’s report", "the report by the tax office"
    r"\b(?:the|in|of|from|to) (?:[\w’',&-]+ ){1,8}(?:report|plan)\b|"
    r"\b(?:report|plan) (?:of|by|from|issued by) (?:[\w’',&-]+ ?){1,8}"
)
_NAMING = guarded(  # "according to the committee's draft report on Resolution 57": which paper is asked
    r"\baccording to (?:the |its |an? )?(?:(?!how |what |which |who )[\w’',&-]+ ){0,9}(?:report|paper)\b"
    r"(?: (?:on|about) (?:(?!how |what |which |who )[\w’',&-]+ ?){1,8})?(?=[,?.;]|$| and )|"
    r"\btheo (?:du thao )?bao cao\b[^,?;]{4,140}(?=,)"
)
IN_NAME = 0.2  # what a word counts that only says which paper is asked
NAMING = 0.35  # what a word of the report's title counts where the question names the report


def affinity(question: Question, index: ReportIndex) -> float:
    """How much of a question stands in the title of a report, 0 to 1: "theo báo cáo Đề án 06 …" means one of
    several."""
    if not NAMES_REPORT.search(fold(question.clear)):
        return 0.0
    total = sum(w.weight for w in question.wanted) or 1.0
    return sum(w.weight for w in question.wanted if set(w.keys) & index.title) / total


def weigh(question: Question, index: ReportIndex) -> list[Weighted]:
    """The terms of a question weighted by their rarity in a report; the report's own name and period weigh nothing."""
    named = bool(NAMES_REPORT.search(fold(question.clear)))
    issuers = " ; ".join(m[0] for m in _ISSUED.finditer(fold(question.clear)))
    asked = plain(_NAMING.sub(" ", fold(question.clear)))
    size = max(2, len(index.statements))
    name, counts = f"{index.report.place} {index.report.issuer}", question.is_(Kind.FIGURE)
    own = f" {fold(index.report.place)} {fold(index.report.issuer)} "
    weighted = []
    for wanted in question.wanted:
        named_there = not wanted.keys or any(f" {fold(k)} " in own for k in wanted.keys)
        # "bao nhiêu tài khoản bị khóa" is of no "Ban … khoa học": of a count every word tells what is counted
        other = wanted.marked and counts and not is_written(wanted.marked, name)
        if wanted.words and f" {wanted.words} " in own and named_there and not wanted.must and not other:
            continue  # "nhận" is in no "Ủy ban nhân dân", though it is once both are without marks
        if wanted.words and issuers and any(f" {fold(k)} " in own for k in wanted.keys) and wanted.words in issuers:
            continue  # "the Home Affairs report": who issued it
        frequency = max((index.frequency(k) for k in wanted.keys), default=0)
        frequency = frequency or max((index.frequency(k) for k in akin(wanted.keys)), default=0)
        rarity = math.log(1 + size / (1 + frequency)) / math.log(1 + size)
        weight = wanted.weight * (0.25 + 0.75 * rarity)
        if named and set(wanted.keys) & index.title:
            weight *= NAMING
        elif named and wanted.words and not wanted.must and f" {wanted.words} " not in asked:
            weight *= IN_NAME
        if wanted.foreign and not frequency:
            weight *= UNTRANSLATED
        inside = tuple(f" {words} " for words in wanted.inside if index.says(words))
        weighted.append(Weighted(wanted, weight, inside))
    return weighted


@dataclass(frozen=True, slots=True)
class Covered:
    """How much of the wanted terms is held, 0 to 1, the level at which each of them is, and those not found near.

    `lacks` is the share, 0 to 1, of the heaviest term that stands nowhere around.
    """

    coverage: float
    levels: tuple[float, ...]
    missing: tuple[Wanted, ...]
    lacks: float


class Scale:
    """The weighted terms of a question, laid on the statements of a report and on their figures.

    Many of them hold the terms at the same levels: what follows from the levels is worked out once.
    """

    def __init__(self, weighted: Sequence[Weighted]) -> None:
        self.weighted = tuple(weighted)
        self.total = sum(w.weight for w in weighted) or 1.0
        self.keys = frozenset(k for w in weighted for k in (*w.keys, *w.akin))
        self.settled = not any(w.unsettled and w.keys for w in weighted)
        self._known: dict[tuple[float, ...], Covered] = {}

    def of_statement(self, statement: Statement) -> Covered:
        """What a statement holds of the terms."""
        words, own = statement.plain, statement.own
        levels = []
        for w in self.weighted:
            if w.alone in words and not w.wanted.marked:
                levels.append(OWN)
                continue
            level = 0.0
            for key in w.keys:
                if key in own:
                    level = OWN
                    break
                here = _farther(key, statement, SENTENCE)
                if here > level:
                    level = here
            if level < AKIN and w.akin and not own.isdisjoint(w.akin):
                level = AKIN
            if level < INSIDE and w.inside and w.is_inside(words):
                level = INSIDE
            levels.append(_settled(w, level, statement, words) if level and w.unsettled else level)
        return self.covered(tuple(levels))

    def of_figures(self, statement: Statement) -> FigureScale:
        """The same terms, to be laid on the figures of a statement."""
        return FigureScale(self, statement)

    def covered(self, levels: tuple[float, ...]) -> Covered:
        """What follows from the levels at which the terms are held."""
        known = self._known.get(levels)
        if known is None:
            held = 0.0
            for w, level in zip(self.weighted, levels, strict=True):
                held += w.weight * level
            coverage = held / self.total
            missing = tuple(
                [w.wanted for w, level in zip(self.weighted, levels, strict=True) if level < HEADING + 0.01]
            )
            known = self._known[levels] = Covered(coverage, levels, missing, self._lacks(levels))
        return known

    def _lacks(self, levels: tuple[float, ...]) -> float:
        most = 0.0
        for w, level in zip(self.weighted, levels, strict=True):
            if level < CENTRE:
                share = w.weight / self.total
                if share > most and (level <= FOUND or share > CENTRAL):
                    most = share
        return most


class FigureScale:
    """A Scale over the figures of one statement: what is not said of a figure itself is the same for all of them."""

    def __init__(self, scale: Scale, statement: Statement) -> None:
        self._scale = scale
        self._statement = statement
        self._around = tuple([_around_figures(w, statement) for w in scale.weighted])

    def of(self, said: frozenset[str], local: frozenset[str], words: str) -> Covered:
        """What a figure holds: by what is `said` of it (indicator, scope, unit) and what stands right beside it, as
        concepts and as `words`."""
        scale = self._scale
        if scale.settled and scale.keys.isdisjoint(said) and scale.keys.isdisjoint(local):
            return scale.covered(self._around)  # as of most cells of a table
        levels = []
        for w, level in zip(scale.weighted, self._around, strict=True):
            for key in w.keys:
                if key in said:
                    level = OWN
                    break
                if key in local:
                    level = BESIDE
            if level < AKIN and w.akin and not (said.isdisjoint(w.akin) and local.isdisjoint(w.akin)):
                level = AKIN
            unsettled = level and w.unsettled and w.keys
            levels.append(_settled(w, level, self._statement, words) if unsettled else level)
        return scale.covered(tuple(levels))


def _around_figures(weighted: Weighted, statement: Statement) -> float:
    """The level of a term that is not said of a figure itself; always below BESIDE where a concept is looked for."""
    if not weighted.keys:
        return OWN if weighted.alone in statement.plain else 0.0
    level = max([_around_figure(key, statement) for key in weighted.keys])
    if level < ELSEWHERE and weighted.akin and not statement.uncited_keys.isdisjoint(weighted.akin):
        return ELSEWHERE
    if level < ELSEWHERE and weighted.inside and weighted.is_inside(statement.plain):
        return ELSEWHERE
    if level >= ELSEWHERE or weighted.alone not in statement.plain:
        return level
    # "bao nhiêu bài" counts "75 bài viết"
    return ELSEWHERE if any(plain(f.unit).startswith(weighted.alone) for f in statement.figures) else level


def _around_figure(key: str, statement: Statement) -> float:
    return ELSEWHERE if key in statement.uncited_keys else _farther(key, statement, LEAD * 0.8)


def _farther(key: str, statement: Statement, in_sentence: float) -> float:
    """The level of a concept that is not in a statement's, or figure's, own words."""
    if key in statement.sentence:
        return in_sentence
    if key in statement.lead:
        return LEAD
    if key in statement.before:
        return BEFORE
    if key in statement.heading:
        return HEADING
    return 0.0


def _settled(weighted: Weighted, level: float, statement: Statement, words: str) -> float:
    """The level of a term that is found, by the words it must stand beside and the verbs that stand for it."""
    wanted = weighted.wanted
    if wanted.marked:
        own, around = as_written(wanted.marked, statement)
        if not own:
            level = min(level, SENTENCE) if around else 0.0
    if level > SCATTERED and (wanted.beside[0] or wanted.beside[1]) and not _together(wanted, statement):
        return SCATTERED
    if level < UNDER and weighted.heads and any(h in words for h in weighted.heads):
        return UNDER  # "tiếp 386 lượt" under "Tiếp công dân": the verb here, its object above
    return level


def _together(wanted: Wanted, statement: Statement) -> bool:
    """Whether an unknown word stands beside one of the words it stands beside in the question, in the statement or, of
    one that is taken over from its sentence or the one before, there."""
    left, right = wanted.beside
    beside = [f" {left} {wanted.words} "] * bool(left) + [f" {wanted.words} {right} "] * bool(right)
    if any(pair in statement.plain for pair in beside):
        return True
    if statement.own.issuperset(wanted.keys) or statement.sentence.isdisjoint(wanted.keys):
        return False
    around = plain(statement.block.text[max(0, statement.start - AROUND) : statement.end + AROUND])
    return any(pair in around for pair in beside)

"""A total with its parts: "tổng … là bao nhiêu, trong đó cấp tỉnh và cấp xã bao nhiêu?", "how is it split?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.asked.restating import DOING, ask_again, enough
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.level_of import level_of
from assistant.compose.wording import amount, quoted
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure, FindingKind, Role

_SPLITS = guarded(
    r"(?<=\w )trong do\b|(?<=, )trong do\b|\bphan (?:bo|chia|theo|ra)\b|\bchia (?:ra|theo|cho|thanh|nhu)\b|"
    r"\b(?:tung|moi) (?:cap|loai|nhom|nguon)\b|"
    r"\bco cau\b|\blan luot\b|\bbao gom\b.{0,30}\bbao nhieu\b|"
    r"\bsplit\b|\bbreak ?down\b|\bbroken down\b|\bdivided\b|\bof which\b|\brespectively\b|\bmade up of\b|"
    r"\beach (?:level|kind|type|category|group)\b|\bby (?:level|type|category|kind)\b"
)
_COUNTS = re.compile(r"\bbao nhieu\b|\bmay\b|\bhow many\b")
_PARTED = re.compile(r"\bva\b|\band\b|,|\b(?:moi|tung|cac|each|lan luot|cap|gom)\b")
_LEVEL_WORDS = frozenset(
    fold(w) for w in ("cấp xã", "cấp huyện", "cấp tỉnh", "xã", "huyện", "tỉnh", "cấp", "level", "levels", "split")
)
BEFORE = 1.0  # weight of the words before "trong đó" that name a total
PARTS = 6  # parts told one by one
TRIED = 8
LEAST, LACKING = 0.55, 0.36
WORDS = 30  # of the sentence of one part


def splits(question: Question) -> bool:
    """Whether the question wants a total and what it is made of."""
    return bool(_SPLITS.search(fold(question.clear))) and question.is_(Kind.FIGURE, Kind.TOTAL, Kind.LIST)


def _asks_one_part(question: Question) -> bool:
    """Whether what is asked for behind "trong đó" is one part by its own words ("trong đó quá hạn bao nhiêu?"; of what
    was told before "Bao nhiêu trong đó quá hạn?"), and no level, kind or list of parts."""
    asked = fold(question.clear)
    split = _SPLITS.search(asked)
    behind = asked[split.end() :] if split else ""
    of_before = question.followup and len(_COUNTS.findall(asked)) == 1
    return (len(_COUNTS.findall(behind)) == 1 or of_before) and not _PARTED.search(behind)


def answer_breakdown(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The total asked for and each part of it, where the report gives both and their sum was checked; else None."""
    if not splits(question) or _asks_one_part(question):
        return None
    open_question = replace(question, scope="", levels=(), wanted=_of_total(question))
    evidence = [
        c
        for index in found.indexes
        for c in ask_again(open_question, index, DOING | _LEVEL_WORDS, timeless=False)
        if c.figure is not None and enough(c, LEAST, LACKING) and unit_fits(question, c.figure.unit)
        if not question.followup or question.scope in fold(c.figure.scope)
    ]
    fitting: list[tuple[float, Candidate, list[tuple[Figure, Statement]]]] = []
    for candidate in sorted(evidence, key=lambda c: -c.score)[:TRIED]:
        parts = _parts(candidate)
        named = {level_of(f, s) for f, s in parts}
        if len(parts) >= 2 and all(level in named for level in question.levels if len(question.levels) > 1):
            fitting.append((_parts_asked(question, candidate.index, parts), candidate, parts))
    if not fitting:
        return None
    _, total, parts = max(fitting, key=lambda f: (f[0], f[1].statement.row is None, f[1].score))
    return _told(question, total, parts, lexicon)


def _parts_asked(question: Question, index: ReportIndex, parts: list[tuple[Figure, Statement]]) -> float:
    """How much of what the question says of the parts stands in them."""
    held = {k for f, _ in parts for k in index.local_keys[f.id] | index.figure_keys[f.id]}
    of_total = _of_total(question)
    return sum(w.weight for w in question.wanted if w not in of_total and set(w.keys) & held)


def _of_total(question: Question) -> tuple[Wanted, ...]:
    """What the question says of the total: its words before "trong đó", all of them where little stands before."""
    asked = fold(question.clear)
    split = _SPLITS.search(asked)
    before = f" {asked[: split.start()]} " if split else ""
    wanted = tuple(w for w in question.wanted if w.words and w.words in before)
    return wanted if sum(w.weight for w in wanted) >= BEFORE else question.wanted


def _parts(candidate: Candidate) -> list[tuple[Figure, Statement]]:
    """The figures that the report gives as parts of a candidate's; none where they do not add up to it."""
    index, total = candidate.index, candidate.figure
    assert total is not None
    figures = {f.id: f for f in index.figures}
    for check in index.checks:
        if check.kind is FindingKind.SUM and check.figures[:1] == (total.id,):
            return [
                (figures[id], s) for id in check.figures[1:] if (s := _statement_of(index, figures[id])) is not None
            ]
    statement = candidate.statement
    behind = [f for f in statement.figures if f.role is Role.PART and f.at > total.at and _alike(f, total)]
    return [(f, statement) for f in behind] if sum(f.value for f in behind) == total.value else []


def _alike(part: Figure, whole: Figure) -> bool:
    """Whether two figures count the same."""
    return unit_key(part.unit) == unit_key(whole.unit)


def _statement_of(index: ReportIndex, figure: Figure) -> Statement | None:
    held = (index.statements[at] for at in index.by_block[figure.locator.block])
    return next((s for s in held if figure in s.figures), None)


def _told(
    question: Question, candidate: Candidate, parts: list[tuple[Figure, Statement]], lexicon: Lexicon
) -> Draft | None:
    total = candidate.figure
    assert total is not None
    draft = Draft()
    key = draft.cite_statement(candidate.index, candidate.statement)
    draft.say(amount(total, question.language, lexicon), key)
    shown = {candidate.statement.index}
    beside = [f for f, s in parts if s.index == candidate.statement.index]
    if beside:
        draft.say(quoted(excerpt(candidate.statement, beside[0].at), question.language), key)
    for figure, statement in parts[:PARTS]:
        if statement.index not in shown:
            shown.add(statement.index)
            text = excerpt(statement, figure.at, WORDS).lstrip("-+ ")
            said = f"“{text}”" if len(shown) > 2 else quoted(text, question.language)
            draft.say(said, draft.cite_statement(candidate.index, statement))
    return draft

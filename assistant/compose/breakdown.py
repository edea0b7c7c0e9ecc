"""A total with its parts: "tổng … là bao nhiêu, trong đó cấp tỉnh và cấp xã bao nhiêu?", "how is it split?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.compose.citing import Draft, excerpt
from assistant.compose.levels import level_of
from assistant.compose.wording import amount, quoted
from assistant.evidence import Candidate, unit_fits
from assistant.kinds import Kind
from assistant.question import Question
from assistant.restating import DOING, ask_again, enough
from assistant.shelf import Found
from assistant.statements import ReportIndex, Statement
from assistant.terms import Lexicon
from ingest.language.fold import fold
from ingest.ledgers import Figure, FindingKind

_SPLITS = re.compile(
    r"(?<=\w )trong do\b|(?<=, )trong do\b|\bphan (?:bo|chia|theo|ra)\b|\bchia (?:ra|theo|cho|thanh|nhu)\b|"
    r"\b(?:tung|moi) (?:cap|loai|nhom|nguon)\b|"
    r"\bco cau\b|\blan luot\b|\bbao gom\b.{0,30}\bbao nhieu\b|"
    r"\bsplit\b|\bbreak ?down\b|\bbroken down\b|\bdivided\b|\bof which\b|\brespectively\b|\bmade up of\b|"
    r"\beach (?:level|kind|type|category|group)\b|\bby (?:level|type|category|kind)\b"
)
_LEVEL_WORDS = frozenset(
    fold(w) for w in ("cấp xã", "cấp huyện", "cấp tỉnh", "xã", "huyện", "tỉnh", "cấp", "level", "levels", "split")
)
PARTS = 6  # parts told one by one
TRIED = 8
LEAST, LACKING = 0.55, 0.36
WORDS = 30  # of the sentence of one part


def splits(question: Question) -> bool:
    """Whether the question wants a total and what it is made of."""
    return bool(_SPLITS.search(fold(question.clear))) and question.is_(Kind.FIGURE, Kind.TOTAL, Kind.LIST)


def answer_breakdown(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The total asked for and each part of it, where the report gives both and their sum was checked; else None."""
    if not splits(question):
        return None
    open_question = replace(question, scope="", levels=())
    evidence = [
        c
        for index in found.indexes
        for c in ask_again(open_question, index, DOING | _LEVEL_WORDS, timeless=False)
        if c.figure is not None and enough(c, LEAST, LACKING) and unit_fits(question, c.figure.unit)
    ]
    for candidate in sorted(evidence, key=lambda c: -c.score)[:TRIED]:
        parts = _parts(candidate)
        named = {level_of(f, s) for f, s in parts}
        if len(parts) >= 2 and all(level in named for level in question.levels if len(question.levels) > 1):
            return _told(question, candidate, parts, lexicon)
    return None


def _parts(candidate: Candidate) -> list[tuple[Figure, Statement]]:
    """The figures that the report gives as parts of a candidate's; none where no sum over them was recomputed."""
    index, total = candidate.index, candidate.figure
    assert total is not None
    figures = {f.id: f for f in index.figures}
    for check in index.checks:
        if check.kind is FindingKind.SUM and check.figures[:1] == (total.id,):
            return [
                (figures[id], s) for id in check.figures[1:] if (s := _statement_of(index, figures[id])) is not None
            ]
    return []


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

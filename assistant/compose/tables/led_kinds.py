"""What leads among things that one sentence counts one after another, each by its own name: "310 hội viên hội A, 275
hội viên hội B, 40 hội viên hội C", "chi lương đạt 71%; chi trợ cấp đạt 96%"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import amount, quoted
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import Statement
from assistant.question import Question
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.sentences import sentences
from ingest.ledgers import Figure

TRIED = 4
ENOUGH = 0.75  # of the question, by the statement of the first of them
LEAST, MOST = 3, 12  # things in a row
NAME = 9  # words of a name, at most
_LOWEST = re.compile(
    r"\b(?:thap|it|nho|kem)\b.{1,60}\bnhat\b|\b(?:thap|it|nho|kem) (?:nhat|thu)\b|"
    r"\b(?:lowest|least|fewest|smallest|worst)\b"
)
_WHICH = re.compile(r"\bnao\b|\bai\b|\b(?:which|who)\b|\bwhat (?:kind|type|group|sort)\b")
_RANK = re.compile(r"\b(?:second|third|thu (?:hai|ba|nhi)|hai|ba|top|dau tien)\b")
_VERB = re.compile(r"[\s,:]*(?:\b(?:đạt|là|có|được|chiếm|với|gồm|còn|tỷ lệ|đã|số lượng)\b[\s,:]*)+$", re.IGNORECASE)
_LEADS_IN = re.compile(r"^.*[:(]\s*|^\W*(?:(?:trong đó|cụ thể|và|gồm|còn|riêng)\b[\s,:]*)+", re.IGNORECASE | re.DOTALL)


def answer_led_kinds(t: Material) -> Draft | None:
    """The thing with the most, or the least, with its figure; None where no sentence counts three such in a row."""
    asked = fold(t.question.clear)
    if not _WHICH.search(asked) or _RANK.search(asked) or len(t.question.periods) > 1:
        return None
    figures = [c for c in t.found.candidates if c.figure is not None and c.statement.row is None]
    for candidate in figures[:TRIED]:
        if candidate.coverage < ENOUGH or candidate.statement.ahead:
            continue
        members = _members(t.question, candidate)
        if len(members) >= LEAST:
            return _told(t, candidate, members, lowest=bool(_LOWEST.search(asked)))
    return None


def _members(question: Question, candidate: Candidate) -> list[tuple[Figure, Statement, str]]:
    """The figures in a row with that of a candidate in its sentence, each with what it is of; [] unless all have names
    of their own on the same side."""
    index, own, figure = candidate.index, candidate.statement, candidate.figure
    assert figure is not None
    text = own.block.text
    start, end = next(((a, z) for a, z in sentences(text) if a <= figure.at < z), (own.start, own.end))
    held = [
        (f, s)
        for s in map(index.statements.__getitem__, index.by_block[own.block.id])
        for f in s.figures
        if start <= f.at < end
    ]
    held.sort(key=lambda p: p[0].at)
    alike = [p for p in held if unit_key(p[0].unit) == unit_key(figure.unit)]
    opens = text.rfind(":", start, figure.at)
    if len(under := [p for p in alike if p[0].at > opens > start]) >= LEAST:  # "đạt 79%, cụ thể: …"
        alike, start = under, opens + 1
    if not LEAST <= len(alike) <= MOST or not (question.percent or unit_fits(question, figure.unit)):
        return []
    parts = re.compile(r";") if ";" in text[alike[0][0].at : alike[-1][0].at] else re.compile(r",|\bvà\b")
    found: list[tuple[Figure, Statement, str, str]] = []
    for at, (f, s) in enumerate(alike):
        ends = f.at + len(f.text)
        before = text[alike[at - 1][0].at + len(alike[at - 1][0].text) if at else start : f.at]
        behind = text[ends : alike[at + 1][0].at if at + 1 < len(alike) else end]
        cut = parts.search(behind)
        behind = behind[: cut.start()] if cut is not None else behind.rstrip(" .;,")
        cuts = list(parts.finditer(before))
        before = before[cuts[-1].end() :] if cuts and at else before
        if at and not cuts:
            return []
        found.append(
            (f, s, _name(_VERB.sub("", _LEADS_IN.sub("", before))), _name(behind.strip().removeprefix(f.unit)))
        )
    for side in (3, 2):
        names = [str(row[side]) for row in found]
        if all(names) and len(set(map(fold, names))) == len(names) and _of_one_kind(names):
            return [(f, s, name) for (f, s, *_), name in zip(found, names, strict=True)]
    return []


def _name(words: str) -> str:
    said = " ".join(words.split()).strip(" ,;:()-+")
    return said if 0 < len(said.split()) <= NAME and not re.search(r"\d", said) else ""


def _of_one_kind(names: Sequence[str]) -> bool:
    """Whether all names open with the same word: "hội …", "chi …"."""
    return len({fold(name.split()[0]) for name in names}) == 1


def _told(
    t: Material, candidate: Candidate, members: Sequence[tuple[Figure, Statement, str]], *, lowest: bool
) -> Draft:
    values = [f.value for f, *_ in members]
    best = min(values) if lowest else max(values)
    draft = Draft()
    for figure, statement, name in members:
        if figure.value == best:
            key = draft.cite_statement(candidate.index, statement)
            draft.say(f"{name[:1].upper()}{name[1:]}: {amount(figure, t.question.language, t.lexicon)}", key)
            draft.say(quoted(excerpt(statement, figure.at), t.question.language), key)
    return draft

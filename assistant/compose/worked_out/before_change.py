"""What a value was before the change that the report states: "còn 214 giếng, giảm 31 giếng so với vụ trước" where those
of the season before are asked for, "9.120 cây (giảm 350 so với tháng trước)" those of the month before.

The question and the words right behind the change name the same moment.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.compose.citing import Draft
from assistant.compose.figures.stated import answer_previous
from assistant.compose.material import Material
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.question import Question
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure, Role

TRIED = 8
LEAST, LACKING = 0.75, 0.3  # of the question, its time aside
REACH = 40  # characters behind a change in which is said what it is set against
_MOMENTS = (  # as a question names them, as a report does
    (
        r"(?<!tu )dau nam|(?:at|by) the (?:start|beginning) of (?:the year|20\d\d)",
        r"dau nam",
    ),
    (
        r"(?<!so voi )(?<!hon )(?:thang (?:lien )?truoc|(?:the|a) month (?:before|earlier)|(?:the |in )?"
        r"(?:previous|preceding|last) month)",
        r"(?:cung ky )?thang (?:lien )?truoc",
    ),
    (
        r"(?<!so voi )(?<!hon )(?:quy (?:lien )?truoc|(?:the|a) quarter (?:before|earlier)|(?:the )?"
        r"(?:previous|last) quarter)",
        r"quy (?:lien )?truoc",
    ),
    (
        r"(?<!so voi )(?<!hon )(?:ky (?:bao cao )?(?:lien )?truoc|(?:the )?previous (?:report|period))",
        r"ky (?:bao cao )?(?:lien )?truoc",
    ),
)
_ANY = guarded("|".join(rf"\b(?:{asked})\b" for asked, _ in _MOMENTS))
_PAIRS = tuple(
    (re.compile(rf"\b(?:{asked})\b"), re.compile(rf" ?[^,;.()]{{0,20}}\bso (?:voi )?(?:thoi diem |cuoi )?{told}\b"))
    for asked, told in _MOMENTS
)
_NUMBER = re.compile(r"\b(?:bao nhieu|may)\b|\bhow (?:many|much)\b|\bwhat\b")
_MOVED = re.compile(
    r"\b(?:tang|giam|hon|kem|so voi|thay doi|"
    r"ris\w+|rose|f[ae]ll\w*|more|fewer|less|up|down|change\w*)\b"
)


def answer_before_change(t: Material) -> Draft | None:
    """The value less its change; None where the change itself is asked for, or none is set against that moment."""
    question, asked = t.question, fold(t.question.clear)
    if not _ANY.search(asked) or not question.is_(Kind.FIGURE) or compares(question) or not _NUMBER.search(asked):
        return None
    if _MOVED.search(asked):
        return None
    moment = next(told for said, told in _PAIRS if said.search(asked))
    held = [c for c in t.found.candidates if c.figure is not None and c.coverage >= LEAST and c.lacks <= LACKING]
    for candidate in held[:TRIED]:
        figure, statement = candidate.figure, candidate.statement
        if figure is None or statement.ahead or figure.role is Role.CHANGE or not _is_asked(question, candidate):
            continue
        change = next((f for f in statement.figures if _is_its(f, figure)), None)
        if change is None or any(f.role is Role.PREVIOUS for f in statement.figures):
            continue
        behind = fold(statement.block.text[change.at + len(change.text) : change.at + len(change.text) + REACH])
        if moment.match(behind):
            plain = replace(question, periods=(), percent=False, units=())
            return answer_previous(plain, [candidate], t.lexicon)
    return None


def _is_asked(question: Question, candidate: Candidate) -> bool:
    figure = candidate.figure
    if figure is None or (question.percent and figure.unit != "%"):
        return False
    local = candidate.index.local_keys[figure.id] | candidate.index.figure_keys[figure.id]
    return not question.units or unit_fits(question, figure.unit) or not local.isdisjoint(question.units)


def _is_its(change: Figure, figure: Figure) -> bool:
    """Whether a change is of a figure before it."""
    same = unit_key(change.unit) == unit_key(figure.unit) and change.at > figure.at and change.role is Role.CHANGE
    against = figure.comparison
    return same and against is not None and against.change is not None and abs(against.change) == abs(change.value)

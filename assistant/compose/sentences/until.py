"""Until when something runs that the report is about: told by the one sentence under a heading on its time."""

from __future__ import annotations

import re

from assistant.asked.conversation import FADED
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.sufficiency import TELLING
from assistant.compose.wording import quoted
from assistant.evidence.statements import ReportIndex, Statement, keys
from assistant.words.terms import Lexicon
from ingest.language.fold import fold

_ASKED = re.compile(
    r"\buntil (?:when|(?:what|which) (?:date|day|month|time))\b|"
    r"\b(?:den|toi) (?:het )?(?:ngay|thang|quy|nam) (?:nao|may|bao nhieu)\b|"
    r"\b(?:den|toi) (?:bao gio|(?:khi|luc) nao)\b|"
    r"\b(?:ket thuc|be mac)(?: vao)? (?:ngay|thang|khi|luc|bao gio)\b|"
    r"\b(?:khi nao|bao gio)(?: thi)? (?:ket thuc|be mac)\b|"
    r"\b(?:when|what date|(?:what|which) day) (?:does|do|will) .{2,80} (?:end|close|finish|conclude|run out|wind up)\b|"
    r"\b(?:what|which|when)\b.{0,12}\b(?:end|closing|final) (?:date|day)\b"
)
_TIME = re.compile(r"\bthoi (?:gian|han|diem)\b|\btien do\b")
_UNTIL = re.compile(r" (?:den|het) (?:het |cuoi )?(?:ngay|thang|quy|nam) \d")
_LASTING = frozenset(  # words that only say that a thing goes on or ends
    {
        "run",
        "runs",
        "last",
        "lasts",
        "end",
        "ends",
        "until",
        "close",
        "closing",
        "finish",
        "conclude",
        "wind",
        "up",
        "out",
        "final",
        "keo",
        "dai",
        "dien",
        "ra",
        "ket",
        "thuc",
        "be",
        "mac",
        "tinh",
        "den",
    }
)


def answer_until(t: Material) -> Draft | None:
    """That sentence; None where it, its heading and the report's title leave out a telling word of the question, or
    where several sentences say so."""
    question = t.question
    if not _ASKED.search(fold(question.clear)):
        return None
    found = [(i, s) for i in t.indexes for s in i.statements if _says(t, i, s, t.lexicon)]
    if len(found) != 1:
        return None
    index, statement = found[0]
    draft = Draft()
    draft.say(quoted(excerpt(statement), question.language), draft.cite_statement(index, statement))
    return draft


def _says(t: Material, index: ReportIndex, statement: Statement, lexicon: Lexicon) -> bool:
    heading = index.headings.get(statement.block.section, "")
    if statement.row is not None or not _TIME.search(fold(heading)) or not _UNTIL.search(statement.plain):
        return False
    here = statement.own | keys(lexicon, heading)
    telling = [w for w in t.question.wanted if w.weight >= TELLING and w.weight > FADED and w.keys]
    telling = [w for w in telling if not set(w.words.split()) <= _LASTING]
    held = [bool(here & set(w.keys)) for w in telling]
    return any(held) and all(
        here_too or bool(index.title & set(w.keys)) for here_too, w in zip(held, telling, strict=True)
    )

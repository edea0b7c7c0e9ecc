"""How many there were of each, where one sentence counts both: "bình quân mỗi lớp bao nhiêu học viên" is told by "mở 12
lớp, có 420 học viên"."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import keys, plain
from assistant.question import Question, Wanted
from assistant.verify import work_out
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit
from ingest.language.fold import fold
from ingest.ledgers import Figure

TRIED = 6
SAID = 0.5  # of the question, by the sentence that counts both
BEHIND = 4  # words behind a number that may say what it counts: "13 cuộc hội nghị"
_MEAN = re.compile(r"\b(?:binh quan|trung binh)\b|\b(?:average|mean)\b")
_EACH = re.compile(
    r"\b(?:moi|tung)(?: mot)? (?P<vi>\w+(?: \w+){0,3})|\b(?:per|each|every|a single) (?P<en>\w+(?: \w+)?)"
)
_TIME = re.compile(r"(?:thang|quy|nam|ngay|tuan|ky|nguoi|month|quarter|year|day|week)\b")


def answer_mean_of_each(t: Material) -> Draft | None:
    """The count of what is asked for over the count of what it is asked of each; None where no sentence that says
    enough of the question has just one count of the latter."""
    question, asked = t.question, fold(t.question.clear)
    each = _EACH.search(asked)
    if question.percent or not _MEAN.search(asked) or each is None or len(question.periods) > 1:
        return None
    of = each["vi"] or each["en"]
    english = question.language == "en"  # the noun that is counted is the last of a compound
    held = [w for w in question.wanted if w.words and (f" {w.words} " in f" {of} " if english else _opens(of, w.words))]
    per = held[-1] if held and english else held[0] if held else None
    if _TIME.match(of) or per is None:
        return None
    found: list[tuple[Candidate, tuple[Figure, Figure]]] = []
    for candidate in [c for c in t.found.candidates if c.figure is None and c.statement.row is None][:TRIED]:
        pair = _pair(question, candidate, per, t.lexicon) if candidate.coverage >= SAID else None
        if pair is not None and (not question.scope or question.scope in fold(pair[0].scope)):
            found.append((candidate, pair))
    if not question.scope:  # of the whole, or of the report's own level
        found.sort(key=lambda f: fold(f[1][0].scope).startswith("cap "))
    return _told(question, *found[0], t.lexicon) if found else None


def _opens(of: str, words: str) -> bool:
    return of.startswith(words) or words.startswith(of)


def _pair(question: Question, candidate: Candidate, per: Wanted, lexicon: Lexicon) -> tuple[Figure, Figure] | None:
    """The count of those it is asked of each, and the first count of the unit that is asked for."""
    statement = candidate.statement
    if statement.ahead:
        return None
    counted = sorted((f for f in statement.figures if f.role in COUNTED and f.unit != "%"), key=lambda f: f.at)
    of = [f for f in counted if _counts(f, candidate, per, lexicon)]
    what = [f for f in counted if f not in of and unit_fits(question, f.unit)]
    return (what[0], of[0]) if len(of) == 1 and what and of[0].value > 1 else None


def _counts(figure: Figure, candidate: Candidate, per: Wanted, lexicon: Lexicon) -> bool:
    """Whether a figure counts those things, by its unit or the words right behind it."""
    behind = candidate.statement.block.text[figure.at + len(figure.text) :].split()[:BEHIND]
    said = " ".join(behind)
    return not keys(lexicon, said).isdisjoint(per.keys) or plain(said).startswith(f" {per.words} ")


def _told(question: Question, candidate: Candidate, pair: tuple[Figure, Figure], lexicon: Lexicon) -> Draft | None:
    what, of = pair
    formula = f"{what.value:f} / {of.value:f}"
    value = work_out(formula)
    if value is None:
        return None
    draft, language = Draft(), question.language
    key = draft.cite_statement(candidate.index, candidate.statement)
    told = head_unit(what.unit)
    draft.calculation = Calculation(formula, value, told, (Operand(what.value, key), Operand(of.value, key)))
    a, b, c = (number(v, language) for v in (Decimal(value), what.value, of.value))
    lead = "Bình quân" if language == "vi" else "On average"
    draft.say(f"{lead} {a} {unit(told, language, lexicon)}".strip() + f" (= {b}/{c})", key)
    draft.say(quoted(excerpt(candidate.statement, what.at), language), key)
    return draft

"""What kinds of one thing come to that a sentence counts one after another without their sum: "312 hội viên hội A, 205
hội viên hội B, 97 hội viên hội C", asked for together ("Tổng cộng hội viên của ba hội?", "across all three")."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import Statement
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure

_SUM = guarded(
    r"\btong (?:cong|so)\b|\btat ca\b|\bca thay\b|\bgop\b|\bcong lai\b|"
    r"\b(?:altogether|in all|in total|all told|combined)\b|"
    r"\btotal (?:number )?(?:of|across|over)\b"
)
_SO_MANY = re.compile(
    r"\b(?:cua|ca|o|tai|gop) (?:ca )?"
    r"(?P<n>hai|ba|bon|nam(?= (?:hoi|loai|nhom|don vi|to chuc|khoan|nguon|linh vuc)\b)|sau|bay|tam|\d)"  # no year
    r"(?! (?:thang|nam|quy|cap|dot)\b) \w+|"
    r"\b(?:all|the|these|across|over|of) (?:the )?(?P<en>two|three|four|five|six|seven|eight|\d) "
    r"(?!months|quarters|years)\w+"
)
_NUMBERS = {
    name: n
    for n, names in enumerate(("hai two", "ba three", "bon four", "nam five", "sau six", "bay seven", "tam eight"), 2)
    for name in names.split()
}
_OTHER = re.compile(r"[.;:(]|\b(?:trong do|gom|dat|tang|giam|so voi|con|da|chiem)\b")
GAP = 70  # characters between two members


def asks_so_many_together(asked: str) -> bool:
    """Whether folded words ask what so many members come to together: a figure of one of them is no answer."""
    return _SUM.search(asked) is not None and _SO_MANY.search(asked) is not None


def answer_sum_of_run(t: Material) -> Draft | None:
    """The sum of so many members as the question says there are; None where the sentence counts another number of them,
    or counts their whole itself."""
    question, asked = t.question, fold(t.question.clear)
    if not _SUM.search(asked) or question.percent or not question.is_(Kind.FIGURE, Kind.TOTAL) or compares(question):
        return None
    said = _SO_MANY.search(asked)
    if said is None or not t.figures or len(question.levels) > 1:
        return None
    name = said["n"] or said["en"]
    members = _NUMBERS.get(name, int(name) if name.isdigit() else 0)
    candidate = t.figures[0]
    statement, figure = candidate.statement, candidate.figure
    if figure is None or statement.row is not None or statement.ahead:
        return None
    run = _run(statement, figure)
    value = sum((f.value for f in run), Decimal(0))
    if len(run) != members or len(run) < 2 or any(f.value == value for f in statement.figures):
        return None
    draft, language = Draft(), question.language
    key = draft.cite_statement(candidate.index, statement)
    told = head_unit(run[0].unit)
    formula = " + ".join(f"{f.value:f}" for f in run)
    draft.calculation = Calculation(formula, value, told, tuple(Operand(f.value, key) for f in run))
    terms = " + ".join(number(f.value, language) for f in run)
    draft.say(f"{number(value, language)} {unit(told, language, t.lexicon)}".strip() + f" (= {terms})", key)
    draft.say(quoted(excerpt(statement, run[0].at), language), key)
    return draft


def _run(statement: Statement, figure: Figure) -> list[Figure]:
    """The figures of one unit that are told one after another with a figure."""
    text = statement.block.text
    like = [f for f in statement.figures if f.role in COUNTED and unit_key(f.unit) == unit_key(figure.unit)]
    runs: list[list[Figure]] = []
    for one in sorted(like, key=lambda f: f.at):
        gap = fold(text[runs[-1][-1].at + len(runs[-1][-1].text) : one.at]) if runs else ""
        if runs and len(gap) <= GAP and not _OTHER.search(gap) and not re.search(r"\d", gap):
            runs[-1].append(one)
        else:
            runs.append([one])
    return next((run for run in runs if figure in run), [])

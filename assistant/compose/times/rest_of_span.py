"""A month without a report of its own: what a longer report counts, less what had come about by the month before.

The half-year report takes the place of June's: "riêng tháng 6" is its total less the running total that May's report
gives. Both are cited, and a note says that the figure is worked out.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.asked.restating import ask_again, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.times.across import alike, comparable, plainness
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.evidence.shelf import month_left_out
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit
from ingest.language.periods import label, previous

ALIKE = 0.4  # of what two figures say of themselves, for figures of one thing
SAME = 0.8  # where the one or the other says less of the question: it names the body that counts, say
LEAST, LACKING = 0.55, 0.4
TRIED = 8


def answer_rest_of_span(t: Material) -> Draft | None:
    """The figure of the month asked for, as the difference of two that the reports around it give; None where it has a
    report of its own, or the two are not there."""
    question, found = t.question, t.found
    if not question.is_(Kind.FIGURE) or question.percent:
        return None
    month = month_left_out(question, [i.report.period for i in found.indexes])
    if not month:
        return None
    before = previous(month)
    best: tuple[float, Candidate, Candidate] | None = None
    for whole in found.indexes:
        for part in found.beside:
            if part.report.period != before or part.report.place != whole.report.place:
                continue
            for a in counts_of(question, whole, running=False):
                for b in counts_of(question, part, running=True):
                    assert a.figure is not None and b.figure is not None
                    sure = ALIKE if enough(a) and enough(b) else SAME
                    if not comparable(a.figure, b.figure) or a.figure.value < b.figure.value or alike(a, b) < sure:
                        continue
                    worth = a.score + b.score + 0.5 * alike(a, b) - plainness(question, a) - plainness(question, b)
                    if best is None or worth > best[0]:
                        best = (worth, a, b)
    return _told(question, month, best[1], best[2], t.lexicon) if best is not None else None


def counts_of(question: Question, index: ReportIndex, *, running: bool) -> list[Candidate]:
    """The counts of a report for what is asked: of its whole time, or from the start of the year to its end."""
    asked = replace(question, periods=(), report_periods=(), running="running" if running else "")
    found = []
    for candidate in ask_again(asked, index):
        figure = candidate.figure
        if figure is None or figure.role not in COUNTED or figure.unit == "%" or candidate.statement.ahead:
            continue
        own = index.running[figure.id] if running else figure.period == index.report.period
        if own and enough(candidate, LEAST, LACKING):
            found.append(candidate)
    return found[:TRIED]


def _told(question: Question, month: str, a: Candidate, b: Candidate, lexicon: Lexicon) -> Draft:
    draft, language = told_difference(question, a, b, lexicon), question.language
    own, before = label(month, language), label(previous(month), language)
    draft.notes.append(
        f"Kho không có báo cáo riêng của {own}; số liệu được tính bằng số của {label(a.index.report.period, 'vi')} trừ "
        f"lũy kế đến hết {before}."
        if language == "vi"
        else f"No report of {own} alone is in the store; the figure is that of {label(a.index.report.period, 'en')} "
        f"less the running total to the end of {before}."
    )
    return draft


def told_difference(question: Question, a: Candidate, b: Candidate, lexicon: Lexicon) -> Draft:
    """What a count is more than another, with both sentences."""
    language, whole, part = question.language, a.figure, b.figure
    assert whole is not None and part is not None
    draft = Draft()
    keys = (draft.cite_statement(a.index, a.statement), draft.cite_statement(b.index, b.statement))
    value, told = whole.value - part.value, head_unit(whole.unit)
    draft.calculation = Calculation(
        f"{whole.value:f} - {part.value:f}", value, told, (Operand(whole.value, keys[0]), Operand(part.value, keys[1]))
    )
    x, y, z = (number(v, language) for v in (value, whole.value, part.value))
    draft.say(f"{x} {unit(told, language, lexicon)}".strip() + f" (= {y} − {z})", *keys)
    for candidate, key in zip((a, b), keys, strict=True):
        assert candidate.figure is not None
        draft.say(quoted(excerpt(candidate.statement, candidate.figure.at, 20), language), key)
    return draft

"""Two numbers of one thing in two reports, where it is asked which of them holds: the report of the month tells the
one, a later one the other, and no sentence says why. Both are told with their reports, the later first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.asked.taken_back import numbers_put
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.tables.row_names import row_name
from assistant.compose.times.dated import dated
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.periods import label
from ingest.ledgers import Figure, Role

_NO_VALUE = frozenset({Role.TARGET, Role.CHANGE})


def answer_told_by_two(t: Material) -> Draft | None:
    """What either report tells; None unless each number is told of one row and of the month that is asked about, by a
    report of its own."""
    question = t.question
    put = numbers_put(fold(question.clear))
    months = {p for p in (*question.periods, *question.report_periods) if len(p) == len("2031-05") and "Q" not in p}
    if len(put) != 2 or len(months) != 1 or put[0] == put[1]:
        return None
    every = [*t.indexes, *t.found.beside]
    told = [list(_told(question, every, number, months)) for number in put]
    pairs = [
        (a, b)
        for a in told[0]
        for b in told[1]
        if a[0].report.id != b[0].report.id and a[3] == b[3] and fold(a[0].report.place) == fold(b[0].report.place)
    ]
    if not pairs:
        return None
    first = min(pairs, key=lambda pair: sorted(held[0].report.period for held in pair))  # where it was first told anew
    draft, language = Draft(), question.language
    for index, statement, figure, _ in sorted(first, key=lambda held: held[0].report.period, reverse=True):
        said = dated(draft, index)
        if said is None:
            return None
        key = draft.cite_statement(index, statement)
        name = label(index.report.period, language)
        text = f"Báo cáo {name} ghi {figure.text}" if language == "vi" else f"The report of {name} says {figure.text}"
        draft.say(text, key, said)
    return draft


def _told(
    question: Question, indexes: Sequence[ReportIndex], number: str, months: set[str]
) -> Iterator[tuple[ReportIndex, Statement, Figure, str]]:
    """The cells that hold a number of one month in a row which the question names, with the name of the row."""
    bare = number.replace(".", "").replace(",", "")
    asked = f" {plain(question.clear).strip()} "
    for index in indexes:
        for statement in index.statements:
            table = statement.block.table
            if table is None or statement.row is None:
                continue
            for figure in statement.figures:
                if figure.period not in months or figure.role in _NO_VALUE:
                    continue
                if figure.text.replace(".", "").replace(",", "") != bare:
                    continue
                name = plain(row_name(table, statement.row)).strip()
                if name and (f" {name} " in asked or name in {"tong cong", "cong", "toan tinh"}):
                    yield index, statement, figure, name

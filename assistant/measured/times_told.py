"""Whether a figure is of the time that is asked for, as the report that gives it tells: of the year so far, of the end
of a month, of one month beside its running total, of another part of an earlier year."""

from __future__ import annotations

from assistant.evidence.statements import ReportIndex, Statement
from assistant.measured.running import FIRST, says_running
from ingest.figures.compounds import unit_key
from ingest.language.periods import contains
from ingest.ledgers import Figure


def to_date(asked: str, held: str, index: ReportIndex) -> bool:
    """Whether a figure of the year so far stands in the very report of the month or quarter asked for."""
    return index.report.period == asked and len(held) > 4 and held[:4] == asked[:4] and contains(held, asked)


def as_issued(asked: str, figure: Figure, index: ReportIndex) -> bool:
    """Whether a figure without a time of its own, in a report on the year, stands for the end of the month in which
    the report was issued: later than that it knows nothing."""
    return figure.period == index.report.period == asked[:4] and index.report.letterhead.date[:7] == asked


def is_summed_up(figure: Figure, statement: Statement, index: ReportIndex) -> bool:
    """Whether the running total of a figure of one month or quarter stands behind it in its sentence."""
    if figure.period != index.report.period or index.report.period.endswith(FIRST) or statement.row is not None:
        return False
    behind = [f for f in statement.figures if f.at > figure.at and unit_key(f.unit) == unit_key(figure.unit)]
    text = statement.block.text
    told = [f for f in behind if says_running(text[figure.at : f.at])]
    return any(index.running[f.id] and f.value >= figure.value for f in told)


def of_another_span(figure: Figure, index: ReportIndex) -> bool:
    """Whether a figure is of a part of an earlier year that is not the part that its report is of."""
    return len(figure.period) > len("2025") and figure.period[4:] != index.report.period[4:]

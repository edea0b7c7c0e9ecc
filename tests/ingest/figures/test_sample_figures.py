"""The figures of the sample reports against the list that their author made by hand."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ingest.figures import read_figures
from ingest.ledgers import Figure
from ingest.report import Report
from ingest.structure import assemble
from samples.build import REPORTS
from samples.compose import document_of
from samples.flow_of import flow_of

SAMPLES = Path(__file__).parents[3] / "samples"
Pair = tuple[dict[str, Any], Figure]


@cache
def read(name: str) -> tuple[Report, tuple[Figure, ...], list[dict[str, Any]]]:
    flow = flow_of(document_of(REPORTS[name]))
    report = assemble(flow, name=f"{name}.docx", data=name.encode())
    truth = json.loads((SAMPLES / "truth" / f"{name}.json").read_text("utf-8"))["figures"]
    return report, read_figures(report), truth


def cell_of(report: Report, figure: Figure) -> tuple[int, int, int] | None:
    """Table, row and column of a figure as the list counts them: from 1, the row of column codes included."""
    block = report.block(figure.locator.block)
    if block.table is None:
        return None
    t = block.table
    cell = next(c for c in t.cells if c.start <= figure.at < c.end)
    first = t.header_rows if t.code_row is None else min(t.header_rows, t.code_row)
    return (t.number, cell.row - first + 1, cell.column + 1)


def expected_cell(t: dict[str, Any]) -> tuple[int, int, int] | None:
    return t["table"] and (t["table"]["number"], t["table"]["row"], t["table"]["column"])


def matched(name: str) -> tuple[list[Pair], list[dict[str, Any]], list[Figure]]:
    """Pairs of a true figure and the one read, in order of place; then what was missed, and what is not in the list."""
    report, figures, truth = read(name)
    left = list(figures)
    pairs: list[Pair] = []
    missed = []
    for t in truth:
        here = [f for f in left if f.text == t["text"] and f.locator.footnote == t["footnote"]]
        here = [f for f in here if cell_of(report, f) == expected_cell(t)]
        if not here:
            missed.append(t)
            continue
        best = max(here, key=lambda f: (f.locator.section == t["section"], _agrees(f, t), -f.at))
        left.remove(best)
        pairs.append((t, best))
    return pairs, missed, left


def _agrees(figure: Figure, t: dict[str, Any]) -> int:
    return sum((figure.unit == t["unit"], figure.scope.lower() == t["scope"].lower(), figure.period == t["period"]))


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_no_figure_of_a_sample_is_missed(name: str) -> None:
    assert [t["text"] for t in matched(name)[1]] == []


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_what_is_read_beyond_the_list_is_the_lower_number_of_a_pair_or_a_remark_in_a_table(name: str) -> None:
    beyond = [f for f in matched(name)[2] if f.locator.table is None]
    assert len(beyond) <= len(matched(name)[0]) // 50
    assert all(f.comparison is not None or f.role.value in {"target", "previous"} for f in beyond)


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_values_and_units_of_a_sample_are_right(name: str) -> None:
    pairs = matched(name)[0]
    right = Counter((Decimal(t["value"]) == f.value and f.unit.lower() == t["unit"].lower()) for t, f in pairs)
    assert right[True] >= 0.98 * len(pairs)


@pytest.mark.parametrize("name", sorted(REPORTS))
@pytest.mark.parametrize("field", ["period", "scope"])
def test_periods_and_scopes_of_a_sample_are_right(name: str, field: str) -> None:
    pairs = matched(name)[0]
    right = sum(t[field].lower() == getattr(f, field).lower() for t, f in pairs)
    assert right >= 0.95 * len(pairs)


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_every_quote_of_a_sample_is_verbatim_and_holds_its_number(name: str) -> None:
    report, figures, _ = read(name)
    for f in figures:
        block = report.block(f.locator.block)
        assert block.text[f.at : f.at + len(f.text)] == f.text
        assert f.quote == " ".join(block.text[f.locator.start : f.locator.end].split())
        assert f.text in f.quote

"""Extra: a report of a real office, where the shared folder is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.audit import audit, checks
from ingest.figures import read_figures
from ingest.ledgers import Severity
from ingest.pipeline import read_file
from ingest.references import read_references

REAL = sorted((Path(__file__).parents[4] / "shared" / "reports").glob("*.txt"))


@pytest.mark.skipif(not REAL, reason="no real report beside the project")
def test_a_real_report_is_recomputed_and_only_what_is_wrong_is_found() -> None:
    report = read_file(REAL[0]).report
    figures = read_figures(report)
    every = checks(report, figures)
    assert sum(c.holds for c in every) >= 24
    graver = [f for f in audit(report, figures, read_references(report)) if f.severity is not Severity.NOTE]
    assert len([f for f in graver if f.severity is Severity.ERROR]) == 3
    assert len(graver) <= 6

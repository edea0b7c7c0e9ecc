"""The audit of the sample reports against what their author planted: all of it found, and nothing else."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

import pytest

from ingest.audit import audit, checks
from ingest.figures import read_figures
from ingest.ledgers import Finding, Severity
from ingest.pipeline import read_file
from ingest.references import read_references

SAMPLES = Path(__file__).parents[3] / "samples"
YEARS = (2023, 2024)


@lru_cache(maxsize=4)
def found(name: str) -> tuple[Finding, ...]:
    report = read_file(SAMPLES / name).report
    return audit(report, read_figures(report), read_references(report))


def planted(year: int) -> list[dict[str, str]]:
    return json.loads((SAMPLES / "truth" / f"vinh-trach-{year}.json").read_text(encoding="utf-8"))["planted"]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def tells(finding: Finding, slip: dict[str, str]) -> bool:
    said = plain(" ".join((finding.message, finding.stated, finding.computed, *finding.quotes)))
    wanted = [w for w in (slip["stated"], slip["computed"]) if w]
    if all(w.strip("%") in said for w in wanted) and "/" not in "".join(wanted):
        return True
    return any(plain(q) in said or said.find(plain(q)[-25:]) >= 0 for q in slip["quotes"])


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("ending", ["txt", "pdf"])
def test_every_planted_slip_is_found(year: int, ending: str) -> None:
    findings = found(f"vinh-trach-{year}.{ending}")
    assert [s["message"] for s in planted(year) if not any(tells(f, s) for f in findings)] == []


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("ending", ["txt", "pdf"])
def test_nothing_else_is_called_wrong(year: int, ending: str) -> None:
    findings = [f for f in found(f"vinh-trach-{year}.{ending}") if f.severity is not Severity.NOTE]
    assert [f.message for f in findings if not any(tells(f, s) for s in planted(year))] == []


def test_dozens_of_recomputations_hold() -> None:
    report = read_file(SAMPLES / "vinh-trach-2024.txt").report
    every = checks(report, read_figures(report))
    assert sum(c.holds for c in every) >= 60
    assert all(c.formula and c.locators for c in every)

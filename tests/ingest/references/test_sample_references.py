"""The references of the sample reports against the list their author made."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz import fuzz

from ingest.language.fold import fold
from ingest.ledgers import Reference
from ingest.pipeline import read_file
from ingest.references import number_key, read_references

SAMPLES = Path(__file__).parents[3] / "samples"
YEARS = (2023, 2024)


@lru_cache(maxsize=4)
def found(name: str) -> tuple[Reference, ...]:
    return read_references(read_file(SAMPLES / name).report)


@lru_cache(maxsize=2)
def truth(year: int) -> list[dict[str, Any]]:
    return json.loads((SAMPLES / "truth" / f"vinh-trach-{year}.json").read_text(encoding="utf-8"))["references"]


def of(golden: dict[str, Any], references: tuple[Reference, ...]) -> Reference:
    for r in references:
        if (
            golden["number"]
            and number_key(r.number) == number_key(golden["number"])
            and (r.date == golden["date"] or not golden["date"])
        ):
            return r
        if not golden["number"] and not r.number and fold(golden["subject"]) in fold(r.subject):
            return r
    raise AssertionError(f"not found: {golden['type']} {golden['number']} {golden['subject']}")


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("ending", ["txt", "pdf"])
def test_every_reference_is_found_with_type_number_and_date_and_none_is_invented(year: int, ending: str) -> None:
    references = found(f"vinh-trach-{year}.{ending}")
    assert len(references) == len(truth(year))
    for golden in truth(year):
        r = of(golden, references)
        assert (r.type, r.date) == (golden["type"], golden["date"]), golden


@pytest.mark.parametrize("year", YEARS)
def test_nine_subjects_and_issuers_of_ten_are_right(year: int) -> None:
    references = found(f"vinh-trach-{year}.txt")
    pairs = [(g, of(g, references)) for g in truth(year)]
    subjects = sum(
        fuzz.ratio(fold(g["subject"]), fold(r.subject.removeprefix("Luật ").removeprefix("Bộ luật "))) >= 90
        for g, r in pairs
    )
    issuers = sum(
        not g["issuer"] or fuzz.token_set_ratio(_short(g["issuer"]), _short(r.issuer)) >= 90 for g, r in pairs
    )
    assert subjects >= 0.9 * len(pairs)
    assert issuers >= 0.9 * len(pairs)


def _short(issuer: str) -> str:
    return fold(issuer).replace("uy ban nhan dan", "ubnd")

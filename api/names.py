"""What reports are called where many are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from ingest.language.periods import label, year_of
from vectorstore.library import Library
from vectorstore.summary import ReportSummary


def name_of(summary: ReportSummary) -> str:
    """A report by its place and period, else by its title or file: "Báo cáo huyện Vĩnh Trạch 2024"."""
    known = [p for p in (summary.place or summary.issuer, period_name(summary.period)) if p]
    return " ".join(["Báo cáo", *known]) if known else summary.title or summary.file


def names_of(library: Library) -> dict[str, str]:
    """The names of all reports by id; of those that are called the same, each with its file's name.

    Copies and older versions always tell their file: the name alone means the report that is asked.
    """
    asked = {s.id: name_of(s) for s in library.reports()}
    called = Counter(asked.values())
    every = library.every_report()
    return {s.id: asked[s.id] if called[asked.get(s.id, "")] == 1 else f"{name_of(s)} ({s.file})" for s in every}


def period_name(period: str, language: Literal["vi", "en"] = "vi") -> str:
    """A period as people write it: "2025-11" gives "tháng 11/2025", a year stays as it is."""
    if period.isdecimal():
        return period
    return " – ".join(label(part, language) for part in period.split("/"))


def covered(summaries: Sequence[ReportSummary], language: Literal["vi", "en"]) -> str:
    """What reports are about, in a few words: "huyện Vĩnh Trạch · 2023 – 2024". Many places are counted by the page."""
    places = sorted({s.place or s.issuer for s in summaries} - {""})
    periods = sorted({s.period for s in summaries} - {""})
    years = sorted({year_of(p) for p in periods} - {""})
    if len(periods) == 1:
        time = period_name(periods[0], language)
    else:
        time = " – ".join(dict.fromkeys([years[0], years[-1]])) if years else ""
    return " · ".join(p for p in (places[0] if len(places) == 1 else "", time) if p)

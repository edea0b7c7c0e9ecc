"""What reports are called where many are named."""

from __future__ import annotations

from vectorstore.library import Library
from vectorstore.summary import ReportSummary


def name_of(summary: ReportSummary) -> str:
    """A report by its place and period, else by its title or file: "Báo cáo huyện Vĩnh Trạch 2024"."""
    known = [p for p in (summary.place or summary.issuer, summary.period) if p]
    return " ".join(["Báo cáo", *known]) if known else summary.title or summary.file


def names_of(library: Library) -> dict[str, str]:
    """The names of all reports by id; of those that are called the same, each with its file's name."""
    summaries = library.every_report()
    names = [name_of(s) for s in summaries]
    return {s.id: f"{n} ({s.file})" if names.count(n) > 1 else n for s, n in zip(summaries, names, strict=True)}

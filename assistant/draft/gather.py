"""Gathers what a section draft starts from: limitations, causes, problems of the figures, findings, directions,
results."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.draft.headings import Part
from assistant.draft.points import Point, points
from assistant.draft.problems import problems
from assistant.draft.titles import next_stretch
from assistant.draft.types import Source, SourceKind
from ingest.language.fold import fold
from ingest.language.period_values import year_of
from ingest.language.sentences import sentences
from ingest.ledgers import Figure, Finding, Reference, Severity
from ingest.report import BlockKind, Report, locate, quote_at

_YEAR = re.compile(r"\b(20\d\d)\b")
_ASIDE = re.compile(
    r"(?:tuy nhiên|bên cạnh đó|song|mặc dù)\W.*?(?:còn|chưa|hạn chế|khó khăn)|(?:vẫn còn"
    r"|còn (?:hạn chế|chậm|thấp|thiếu|lúng túng)|chưa (?:thật sự|thực sự|kịp thời|đồng bộ|cao|đầy đủ"
    r"|thường xuyên))",
    re.IGNORECASE,
)
_HANGS = re.compile(r"(?:chưa|không|còn|ít|thiếu|chậm|vẫn|có lúc|đôi khi)\s")
MOST_FINDINGS = 40


@dataclass(frozen=True, slots=True)
class Material:
    """A report and its ledgers, as a draft starts from them."""

    report: Report
    figures: tuple[Figure, ...] = ()
    references: tuple[Reference, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def year(self) -> int | None:
        """The year of the report's period, None where it names none."""
        return int(year_of(self.report.period)) if year_of(self.report.period) else None

    @property
    def next_year(self) -> int | None:
        """The year that directions of this report are for: the next, or the same where it reports on part of a year."""
        if self.year is None:
            return None
        if (stretch := next_stretch(self.report.period)) is not None:
            return stretch[1]
        return self.year + 1 if self.report.period == str(self.year) else self.year


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was gathered from a report, and, in sentences, what is missing in it."""

    material: Material
    limitations: tuple[Source, ...]
    causes: tuple[Source, ...]
    problems: tuple[Source, ...]
    findings: tuple[Source, ...]
    directions: tuple[Source, ...]
    strengths: tuple[Source, ...]
    proposals: tuple[Source, ...]
    notes: tuple[str, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """What directions answer: limitations, causes, problems, findings, and the directions that stand already."""
        return (*self.limitations, *self.causes, *self.problems, *self.findings, *self.directions)


def gather(material: Material, prefix: str = "") -> Gathered:
    """Everything that the sections start from; ids are `limitation-1`, `cause-1`, …, after `prefix`."""
    report = material.report
    found = points(report)
    notes: list[str] = []
    limitations = [p for p in found if p.part is Part.LIMITATION]
    limitations += [p for p in found if p.part is Part.MIXED and _ASIDE.search(p.quote)]
    if not limitations:
        limitations = _asides(report)
        notes.append(
            "Báo cáo không có mục hạn chế; lấy những chỗ nói còn hạn chế trong các mục khác."
            if limitations
            else "Báo cáo không có mục hạn chế và không nói đến hạn chế nào; phần này chỉ dựa vào số liệu và "
            "phương hướng đã có."
        )
    if not material.figures:
        notes.append("Báo cáo không có số liệu; những chỗ cần số liệu được để trống.")
    directions = [p for p in found if p.part is Part.DIRECTION]
    if not directions:
        notes.append("Báo cáo không có mục phương hướng, nhiệm vụ để chuyển tiếp.")
    year = _year_of_directions(material, directions)
    causes = [p for p in found if p.part is Part.CAUSE]
    only = [p for p in problems(report, material.figures, prefix) if not _said(p, (*limitations, *causes))]
    return Gathered(
        material,
        _sources(SourceKind.LIMITATION, limitations, material, prefix),
        _sources(SourceKind.CAUSE, causes, material, prefix),
        tuple(only),
        _findings(material, prefix),
        _sources(SourceKind.DIRECTION, directions, material, prefix, year),
        _sources(SourceKind.RESULT, [p for p in found if p.part is Part.STRENGTH], material, f"{prefix}strength-"),
        _sources(
            SourceKind.DIRECTION, [p for p in found if p.part is Part.PROPOSAL], material, f"{prefix}proposal-", year
        ),
        tuple(notes),
    )


def _said(problem: Source, points: Sequence[Point]) -> bool:
    """Whether a limitation or cause says what the figures of a problem show: then not only figures show it."""
    place = problem.locator
    return any(p.block.id == place.block and p.start < place.end and place.start < p.end for p in points)


def _sources(
    kind: SourceKind, found: Sequence[Point], material: Material, prefix: str, year: int | None = None
) -> tuple[Source, ...]:
    out: list[Source] = []
    seen: set[str] = set()
    for point in found:
        same = fold(point.quote).strip(" .;,")
        if same in seen or len(same) < 8:
            continue
        seen.add(same)
        inside = tuple(
            f.id for f in material.figures if f.locator.block == point.block.id and point.start <= f.at < point.end
        )
        name = prefix if prefix.endswith(("strength-", "proposal-")) else f"{prefix}{kind.value}-"
        text = point.quote.strip(" ;,")
        lead = out[-1].text if _HANGS.match(text) and out and out[-1].locator.block == point.block.id else ""
        out.append(
            Source(
                f"{name}{len(out) + 1}",
                kind,
                point.quote,
                point.locator(material.report),
                text,
                inside,
                "",
                year,
                point.heading,
                lead,
            )
        )
    return tuple(out)


def _year_of_directions(material: Material, directions: Sequence[Point]) -> int | None:
    """The year that directions were written for: that of their heading, else the year after the report's."""
    for point in directions:
        section = material.report.section(point.block.section)
        for heading in reversed(section.path if section else ()):
            years = _YEAR.findall(heading)
            if len(years) == 1:
                return int(years[0])
    return material.next_year


def _asides(report: Report) -> list[Point]:
    """Sentences outside any part of their own that say that something falls short."""
    out = []
    for block in report.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        for start, end in sentences(block.text):
            said = block.text[start:end]
            if (
                _ASIDE.search(said)
                and len(said.split()) < 90
                and not said.lstrip().startswith(("(", "“", "Trường hợp"))
            ):
                section = report.section(block.section)
                out.append(Point(Part.LIMITATION, block, start, end, section.heading if section else ""))
    return out[:40]


def _findings(material: Material, prefix: str) -> tuple[Source, ...]:
    """Findings that a superior office would ask about; notes are left to the audit's own page."""
    out: list[Source] = []
    for finding in material.findings[: MOST_FINDINGS * 3]:
        if finding.severity is Severity.NOTE or not finding.locators or len(out) >= MOST_FINDINGS:
            continue
        place = finding.locators[0]
        quote = quote_at(material.report.block(place.block), place.start, place.end)
        if not quote:
            block = material.report.block(place.block)
            place, quote = locate(material.report, block, 0, len(block.text)), quote_at(block, 0, len(block.text))
        out.append(
            Source(
                f"{prefix}{finding.id}", SourceKind.FINDING, quote, place, finding.message, finding.figures, "finding"
            )
        )
    return tuple(out)

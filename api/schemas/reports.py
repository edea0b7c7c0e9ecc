"""The reports of the store: what was read of each, its versions, files on their way in, what a deletion removed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from api.schemas.model import Model
from api.schemas.places import Locator
from api.schemas.problems import Problem
from api.uploads import Job
from ingest import flow, versions
from vectorstore.siblings import Sibling
from vectorstore.summary import ReportSummary


class FailedPage(Model):
    """A page that could not be read, and why."""

    page: int = Field(description="The page, from 1")
    reason: str = Field(description="Why it could not be read, in one sentence")

    @classmethod
    def of(cls, failed: flow.FailedPage) -> FailedPage:
        """The same page, to be sent."""
        return cls(page=failed.page, reason=failed.reason)


class Report(Model):
    """A report in the store, and what was read of it."""

    id: str = Field(description="A content hash of the file")
    title: str = Field(description="The report's title")
    kind: str = Field(description="What kind of report it is", examples=["dan-van", "cchc"])
    issuer: str = Field(description="The body that issued it")
    place: str = Field(description="The administrative unit it speaks of")
    period: str = Field(description="The period it reports on, such as '2023', '2024-Q1' or '2024-06'")
    number: str = Field(description="Its number and symbol, empty where it has none")
    date: str = Field(description="Its date, ISO 8601, empty where it has none")
    file: str = Field(description="The name of the file it was read from")
    format: str = Field(description="The file's format", examples=["docx", "pdf", "scan", "text"])
    pages: int | None = Field(None, description="How many pages the file has, where it has pages")
    pages_failed: list[FailedPage] = Field(default_factory=list, description="Pages that could not be read")
    sections: int = Field(description="How many numbered headings")
    footnotes: int = Field(description="How many footnotes")
    tables: int = Field(description="How many tables")
    figures: int = Field(description="How many figures were found")
    references: int = Field(description="How many cited documents were found")
    findings: int = Field(description="How many things do not add up")
    warnings: list[str] = Field(default_factory=list, description="What a reader of the result should know")

    @classmethod
    def of(cls, summary: ReportSummary) -> Report:
        """What the store tells of a report, to be sent."""
        return cls(
            id=summary.id,
            title=summary.title,
            kind=summary.kind,
            issuer=summary.issuer,
            place=summary.place,
            period=summary.period,
            number=summary.number,
            date=summary.date,
            file=summary.file,
            format=summary.format,
            pages=summary.pages,
            pages_failed=[FailedPage.of(f) for f in summary.pages_failed],
            sections=summary.sections,
            footnotes=summary.footnotes,
            tables=summary.tables,
            figures=summary.figures,
            references=summary.references,
            findings=summary.findings,
            warnings=list(summary.warnings),
        )


class Difference(Model):
    """One difference between two files of a report."""

    change: Literal["number", "date", "signer", "figure", "wording", "added", "removed"] = Field(
        description="What kind it is"
    )
    before: str = Field(description="What the file behind says, empty where it says nothing")
    after: str = Field(description="What the leading file says, empty where it says nothing")
    before_at: Locator | None = Field(None, description="Where the first stands")
    after_at: Locator | None = Field(None, description="Where the second stands")

    @classmethod
    def of(cls, difference: versions.Difference) -> Difference:
        """The same difference, to be sent."""
        return cls(
            change=difference.change.value,
            before=difference.before,
            after=difference.after,
            before_at=None if difference.before_at is None else Locator.of(difference.before_at),
            after_at=None if difference.after_at is None else Locator.of(difference.after_at),
        )


class Version(Model):
    """Another file of the same report, and where the two differ."""

    report: str = Field(description="The file that stands behind")
    leader: str = Field(description="The file that is searched")
    relation: Literal["copy", "older"] = Field(description="Whether the file behind says the same or was replaced")
    differences: list[Difference] = Field(description="From the file behind to the one that leads")

    @classmethod
    def of(cls, sibling: Sibling) -> Version:
        """The same, to be sent."""
        return cls(
            report=sibling.report,
            leader=sibling.leader,
            relation=sibling.relation,
            differences=[Difference.of(d) for d in sibling.differences],
        )


class Replacement(Model):
    """Which report a newer one takes the place of."""

    by: str = Field(description="The id of the newer report", max_length=100)


class Reading(Model):
    """A file on its way into the store."""

    id: str = Field(description="The job's id")
    file: str = Field(description="The file's name")
    size: int = Field(description="Its size in bytes")
    state: Literal["queued", "reading", "done", "failed"] = Field(description="Where it stands")
    stage: str = Field("", description="The stage of reading", examples=["read", "ocr", "structure"])
    done: int = Field(0, description="Units of the stage that are done")
    total: int = Field(0, description="Units of the stage in all; 0: not known")
    report: str | None = Field(None, description="The report's id, once it is read")
    known: bool = Field(False, description="Whether the same file was in the store already")
    error: Problem | None = Field(None, description="What went wrong, if it did")

    @classmethod
    def of(cls, job: Job) -> Reading:
        """The job, to be sent."""
        error = Problem(code=job.code, message=job.message, hint=job.hint) if job.state == "failed" else None
        return cls(
            id=job.id,
            file=job.file,
            size=job.size,
            state=job.state,
            stage=job.stage,
            done=job.done,
            total=job.total,
            report=job.report,
            known=job.known,
            error=error,
        )


class Receipt(Model):
    """What a deletion removed."""

    report: str = Field(description="The deleted report's id")
    title: str = Field(description="Its title")
    file: str = Field(description="The name of the file it was read from")
    removed: dict[str, int] = Field(
        description="How many of each thing were removed", examples=[{"passages": 212, "figures": 340}]
    )
    found_after: int = Field(description="How many hits a search finds of it after the deletion: 0")

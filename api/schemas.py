"""The objects that cross the border: what the web page, the HTTP API and the command line all give.

Stable from the first release. Dates are ISO 8601, figures decimal strings in plain notation ("21846", "98.25"), what
does not apply is null. Each model that stands for an inner type has `of(...)`, the only way from one to the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.uploads import Job
from assistant import claims
from assistant.document.fault import Fault
from assistant.draft import types as drafts
from ingest import flow, ledgers, versions
from ingest import report as reports
from vectorstore.corrections import Change
from vectorstore.corrections import Correction as KeptCorrection
from vectorstore.drafts import KeptDraft
from vectorstore.siblings import Sibling
from vectorstore.summary import ReportSummary
from vectorstore.talks import Talk


def decimal_text(value: Decimal) -> str:
    """A figure in plain notation, never with an exponent: `Decimal("2.1846E+4")` gives `"21846"`."""
    return format(value, "f")


def maybe_decimal_text(value: Decimal | None) -> str | None:
    """`decimal_text`, or None for None."""
    return None if value is None else decimal_text(value)


DecimalText = Annotated[str, Field(pattern=r"^-?\d+(\.\d+)?$", examples=["21846", "98.25"])]
Language = Literal["vi", "en"]
Mode = Literal["extractive", "model"]


class Model(BaseModel):
    """A closed, unchangeable object: unknown keys are an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


# Places


class TablePlace(Model):
    """A place in a table."""

    number: int = Field(description="The table's number, from 1 over the report")
    title: str = Field(description="The table's title, empty where it has none")
    row: int | None = Field(None, description="The row, 1 being the first under the header")
    column: str | None = Field(None, description="The column's label, header levels joined by ' › '")

    @classmethod
    def of(cls, place: reports.TablePlace) -> TablePlace:
        """The same place, to be sent."""
        return cls(number=place.number, title=place.title, row=place.row, column=place.column)


class Locator(Model):
    """A place in a report, down to the characters of a block."""

    report: str = Field(description="The report's id")
    section: str = Field(description="The section's path, such as 'IV.3'; empty before the first heading")
    heading: str = Field(description="The section's heading")
    page: int | None = Field(None, description="The page, from 1, where the file has pages")
    footnote: int | None = Field(None, description="The footnote's number, when the place is in one")
    table: TablePlace | None = Field(None, description="The place in a table, when it is in one")
    block: str = Field(description="The block's id")
    start: int = Field(description="Where the place begins in the block's text, in characters")
    end: int = Field(description="Where the place ends in the block's text, in characters")
    label: str = Field(description="The place as an official would say it", examples=["mục IV.3, chú thích 7, tr. 6"])

    @classmethod
    def of(cls, place: reports.Locator) -> Locator:
        """The same place, to be sent."""
        return cls(
            report=place.report,
            section=place.section,
            heading=place.heading,
            page=place.page,
            footnote=place.footnote,
            table=None if place.table is None else TablePlace.of(place.table),
            block=place.block,
            start=place.start,
            end=place.end,
            label=place.label,
        )


# Reports


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


# Search


class Why(Model):
    """The rank of a hit on each road that found it."""

    dense: int | None = Field(None, description="Rank by vectors")
    exact: int | None = Field(None, description="Rank by words as written")
    folded: int | None = Field(None, description="Rank by words without marks")


class Hit(Model):
    """A passage that a search found."""

    rank: int = Field(description="From 1, best first")
    score: float = Field(description="The fused score; only its order means something")
    text: str = Field(description="The passage, verbatim")
    locator: Locator = Field(description="Where it stands")
    why: Why = Field(description="Its rank on each road")

    @classmethod
    def of(cls, rank: int, score: float, text: str, place: reports.Locator, why: Mapping[str, int | None]) -> Hit:
        """A hit with its ranks by road: "dense", "exact", "folded"."""
        roads = Why(dense=why.get("dense"), exact=why.get("exact"), folded=why.get("folded"))
        return cls(rank=rank, score=score, text=text, locator=Locator.of(place), why=roads)


# Questions and answers


class Turn(Model):
    """One turn of the conversation so far."""

    role: Literal["user", "assistant"] = Field(description="Who spoke")
    content: str = Field(description="What was said", max_length=20_000)

    def turn(self) -> claims.Turn:
        """The turn as the assistant takes it."""
        return claims.Turn(self.role, self.content)


class Question(Model):
    """A question to the reports."""

    question: str = Field(description="The question, in Vietnamese or English", min_length=1, max_length=4_000)
    reports: list[str] = Field(default_factory=list, description="Ids of the reports asked; none: all", max_length=500)
    history: list[Turn] = Field(default_factory=list, description="The conversation so far", max_length=100)
    conversation: str | None = Field(
        None, description="The conversation to keep the answer in, begun if new", pattern=r"^[\w-]{8,64}$"
    )


class Citation(Model):
    """A verbatim quote and where it stands."""

    key: int = Field(description="The number in the answer's '[1]'")
    quote: str = Field(description="The words there, white space joined, nothing else changed")
    locator: Locator = Field(description="Where they stand")

    @classmethod
    def of(cls, citation: claims.Citation) -> Citation:
        """The same citation, to be sent."""
        return cls(key=citation.key, quote=citation.quote, locator=Locator.of(citation.locator))


class Operand(Model):
    """A cited figure that a calculation uses."""

    value: DecimalText = Field(description="The figure")
    key: int = Field(description="The citation that it stands in")


class Calculation(Model):
    """What was computed from cited figures."""

    formula: str = Field(description="The formula", examples=["21846 + 3154"])
    value: DecimalText = Field(description="Its result")
    unit: str = Field(description="The result's unit")
    operands: list[Operand] = Field(description="The figures in it")

    @classmethod
    def of(cls, calculation: claims.Calculation) -> Calculation:
        """The same calculation, to be sent."""
        return cls(
            formula=calculation.formula,
            value=decimal_text(calculation.value),
            unit=calculation.unit,
            operands=[Operand(value=decimal_text(o.value), key=o.key) for o in calculation.operands],
        )


class Answer(Model):
    """A short answer with its citations, or an abstention that says where it looked."""

    id: str = Field(description="The answer's id")
    question: str = Field(description="The question as asked")
    language: Language = Field(description="The language of question and answer")
    answer: str = Field(description="The answer; '[1]' points to the citation of that key")
    abstained: bool = Field(description="Whether the reports do not say")
    citations: list[Citation] = Field(default_factory=list, description="The places it rests on")
    calculation: Calculation | None = Field(None, description="What was computed, if anything")
    notes: list[str] = Field(default_factory=list, description="What a careful colleague would add")
    searched: list[str] = Field(default_factory=list, description="Ids of the reports that were searched")
    mode: Mode = Field(description="Whether a model worded it")
    elapsed_ms: int = Field(description="How long it took")

    @classmethod
    def of(cls, answer: claims.Answer) -> Answer:
        """The same answer, to be sent."""
        return cls(
            id=answer.id,
            question=answer.question,
            language=answer.language,
            answer=answer.answer,
            abstained=answer.abstained,
            citations=[Citation.of(c) for c in answer.citations],
            calculation=None if answer.calculation is None else Calculation.of(answer.calculation),
            notes=list(answer.notes),
            searched=list(answer.searched),
            mode=answer.mode,
            elapsed_ms=answer.elapsed_ms,
        )


class Told(Model):
    """What an event of an answer's stream says."""

    stream: str = Field(description="The id by which the stream is taken up again")
    text: str = Field("", description="Words of the answer for 'words', else one sentence")
    answer: Answer | None = Field(None, description="The answer, with 'answered'")


class ConversationSummary(Model):
    """A conversation in the list."""

    id: str = Field(description="The conversation's id")
    name: str = Field(description="Its name, at first the first question")
    who: str = Field(description="Who began it, where the browser knew a name")
    at: str = Field(description="When it was last gone on with")
    answers: int = Field(description="How many answers it holds")

    @classmethod
    def of(cls, talk: Talk) -> ConversationSummary:
        """The same conversation, to be sent."""
        return cls(id=talk.id, name=talk.name, who=talk.who, at=talk.changed_at, answers=talk.answers)


class Conversation(ConversationSummary):
    """A conversation with its answers."""

    reports: list[str] = Field(description="Ids of the reports last asked; none: all")
    given: list[Answer] = Field(description="Its answers, the oldest first")


class ConversationName(Model):
    """Another name for a conversation."""

    name: str = Field(description="The name", min_length=1, max_length=200)


class Person(Model):
    """Who asks in this browser. A name, no proof."""

    name: str = Field(description="The name; empty: forget it", max_length=100)


class Verdict(Model):
    """Was this right? Kept for the golden sets."""

    right: bool = Field(description="Whether the answer was right")
    reason: str = Field("", description="Why, in the reader's words", max_length=2_000)


# Ledgers


class Comparison(Model):
    """What a figure is set against, as the report gives it."""

    period: str = Field(description="The other period, or 'target'")
    value: DecimalText | None = Field(None, description="The value there")
    change: DecimalText | None = Field(None, description="The change as stated")

    @classmethod
    def of(cls, comparison: ledgers.Comparison) -> Comparison:
        """The same comparison, to be sent."""
        return cls(
            period=comparison.period,
            value=maybe_decimal_text(comparison.value),
            change=maybe_decimal_text(comparison.change),
        )


class FigureFields(Model):
    """What was read of a figure and can be corrected; null: not corrected."""

    value: DecimalText | None = Field(None, description="The number, exact")
    unit: str | None = Field(None, description="Its unit", max_length=60)
    indicator: str | None = Field(None, description="What is counted", max_length=400)
    period: str | None = Field(None, description="The period it is of", pattern=r"^[\dQH/-]{0,21}$")
    scope: str | None = Field(None, description="The level, unit, place or kind it is of", max_length=200)

    @classmethod
    def of(cls, change: Change) -> FigureFields:
        """The same, to be sent."""
        return cls(
            value=maybe_decimal_text(change.value),
            unit=change.unit,
            indicator=change.indicator,
            period=change.period,
            scope=change.scope,
        )

    def change(self) -> Change:
        """The same as the store takes it, white space joined."""
        words = {name: getattr(self, name) for name in ("unit", "indicator", "period", "scope")}
        clean = {name: None if text is None else " ".join(text.split()) for name, text in words.items()}
        return Change(None if self.value is None else Decimal(self.value), **clean)


class CorrectionRequest(Model):
    """A correction of a figure's reading: what it should say, who says so, and why."""

    change: FigureFields = Field(description="What the figure should say")
    who: str = Field(description="Who corrects it", min_length=1, max_length=100)
    reason: str = Field("", description="Why", max_length=1_000)


class Undoing(Model):
    """Who takes a correction back, and why."""

    who: str = Field(description="Who takes it back", min_length=1, max_length=100)
    reason: str = Field("", description="Why", max_length=1_000)


class Correction(Model):
    """One entry of the log of corrections."""

    report: str = Field(description="The report's id")
    figure: str = Field(description="The figure's id")
    text: str = Field(description="The number as printed")
    undone: bool = Field(description="Whether the entry takes the correction back")
    change: FigureFields = Field(description="What was set")
    who: str = Field(description="By whom")
    reason: str = Field(description="Why")
    at: str = Field(description="When, ISO 8601 in universal time")
    quote: str = Field(description="The words around the number")

    @classmethod
    def of(cls, entry: KeptCorrection) -> Correction:
        """The same entry, to be sent."""
        return cls(
            report=entry.report,
            figure=entry.figure,
            text=entry.printed,
            undone=entry.undone,
            change=FigureFields.of(entry.change),
            who=entry.who,
            reason=entry.reason,
            at=entry.at,
            quote=entry.quote,
        )


class Figure(Model):
    """A number that counts something, and where it stands."""

    id: str = Field(description="The figure's id")
    value: DecimalText = Field(description="The number, exact")
    text: str = Field(description="The number as printed", examples=["21.846", "17/19"])
    unit: str = Field(description="Its unit, empty where none is named")
    indicator: str = Field(description="What is counted, in the report's words")
    period: str = Field(description="The period it is of")
    scope: str = Field(description="The level, unit, place or kind it is of; empty for the report's own")
    comparison: Comparison | None = Field(None, description="What it is set against, if anything")
    quote: str = Field(description="The clause or sentence it stands in")
    locator: Locator = Field(description="Where that stands")
    corrected: Correction | None = Field(None, description="The correction that stands, where a person made one")

    @classmethod
    def of(cls, figure: ledgers.Figure, corrected: KeptCorrection | None = None) -> Figure:
        """The same figure, to be sent; `corrected` is the correction that it already bears."""
        return cls(
            id=figure.id,
            value=decimal_text(figure.value),
            text=figure.text,
            unit=figure.unit,
            indicator=figure.indicator,
            period=figure.period,
            scope=figure.scope,
            comparison=None if figure.comparison is None else Comparison.of(figure.comparison),
            quote=figure.quote,
            locator=Locator.of(figure.locator),
            corrected=None if corrected is None else Correction.of(corrected),
        )


class Mention(Model):
    """One place that names a cited document."""

    quote: str = Field(description="The words there")
    locator: Locator = Field(description="Where they stand")

    @classmethod
    def of(cls, mention: ledgers.Mention) -> Mention:
        """The same mention, to be sent."""
        return cls(quote=mention.quote, locator=Locator.of(mention.locator))


class Reference(Model):
    """A document that a report cites."""

    id: str = Field(description="The reference's id")
    type: str = Field(description="The kind of document", examples=["Kế hoạch"])
    number: str = Field(description="Its number and symbol, normalised", examples=["763/KH-UBND"])
    date: str = Field(description="Its date, ISO 8601, empty where it is not given")
    issuer: str = Field(description="The body that issued it")
    subject: str = Field(description="What it is about")
    missing: list[str] = Field(default_factory=list, description="What a first citation must give and does not")
    in_store: str | None = Field(None, description="The id of the report in the store that is this document")
    mentions: list[Mention] = Field(default_factory=list, description="Every place that names it")
    inferred: list[str] = Field(default_factory=list, description="What was concluded rather than read")
    purpose: str = Field("", description="What it was issued for")
    suggested: bool = Field(False, description="Not the number asked for, but the one with two digits swapped")

    @classmethod
    def of(cls, reference: ledgers.Reference, in_store: str | None = None, *, suggested: bool = False) -> Reference:
        """The same cited document; `in_store` is the id of a stored report that is this document."""
        return cls(
            id=reference.id,
            type=reference.type,
            number=reference.number,
            date=reference.date,
            issuer=reference.issuer,
            subject=reference.subject,
            missing=list(reference.missing),
            in_store=in_store,
            mentions=[Mention.of(m) for m in reference.mentions],
            inferred=list(reference.inferred),
            purpose=reference.purpose,
            suggested=suggested,
        )


class Finding(Model):
    """Something in a report that does not add up."""

    id: str = Field(description="The finding's id")
    kind: Literal["sum", "share", "difference", "repeat", "claim", "reference", "stale", "format"] = Field(
        description="What it is about"
    )
    severity: Literal["error", "warning", "note"] = Field(description="How much it matters")
    message: str = Field(description="What does not hold, in one sentence")
    stated: str = Field(description="What the report says")
    computed: str = Field(description="What follows from its figures")
    figures: list[str] = Field(default_factory=list, description="Ids of the figures in it")
    locators: list[Locator] = Field(default_factory=list, description="Where they stand")

    @classmethod
    def of(cls, finding: ledgers.Finding) -> Finding:
        """The same finding, to be sent."""
        return cls(
            id=finding.id,
            kind=finding.kind.value,
            severity=finding.severity.value,
            message=finding.message,
            stated=finding.stated,
            computed=finding.computed,
            figures=list(finding.figures),
            locators=[Locator.of(p) for p in finding.locators],
        )


# Drafts


class DraftRequest(Model):
    """Which section to draft, of which report."""

    section: str = Field(description="A prompt id of prompts/sections", examples=["phuong-huong"], max_length=100)
    report: str = Field(description="The report it grows from", max_length=64)
    previous: str | None = Field(None, description="Last period's report; null: the store's own", max_length=64)
    year: int | None = Field(None, description="The year the section is for; null: the usual one", ge=1990, le=2100)


class DraftEdit(Model):
    """One change of a draft; which fields it needs, its `op` says."""

    op: Literal["edit", "accept", "move", "reject", "add", "fill", "regenerate", "bring back"] = Field(
        description="What is done"
    )
    item: str = Field("", description="The item's id, for all but 'add' and 'fill'", max_length=100)
    text: str = Field("", description="The words, for 'edit' and 'add'; the figure, for 'fill'", max_length=4_000)
    accepted: bool = Field(True, description="For 'accept': accepted, or no longer")
    at: int | None = Field(None, description="The place to move to or add at, from 0", ge=0, le=10_000)
    answers: list[str] = Field(default_factory=list, description="For 'add': ids of sources", max_length=100)
    slot: str = Field("", description="For 'fill': the name in '[cần số liệu: …]'", max_length=120)


class VersionName(Model):
    """What a version of a draft is called."""

    name: str = Field(description="Its name", min_length=1, max_length=100)


class DraftVersion(Model):
    """A version of a draft that was kept."""

    number: int = Field(description="Its number, from 1")
    name: str = Field(description="What it is called")
    at: str = Field(description="When it was kept, ISO 8601 in universal time")


class DraftStep(Model):
    """An item in two versions of a draft."""

    change: Literal["same", "changed", "added", "removed", "moved"] = Field(description="What became of it")
    before: str | None = Field(None, description="Its words before, null where it was not there")
    after: str | None = Field(None, description="Its words after, null where it is gone")

    @classmethod
    def of(
        cls,
        change: Literal["same", "changed", "added", "removed", "moved"],
        before: drafts.Item | None,
        after: drafts.Item | None,
    ) -> DraftStep:
        """The step, to be sent."""
        return cls(
            change=change, before=None if before is None else before.text, after=None if after is None else after.text
        )


class DraftSummary(Model):
    """A draft that is kept, in short."""

    id: str = Field(description="The draft's id")
    section: str = Field(description="The prompt id")
    report: str = Field(description="The report it grows from")
    title: str = Field(description="The section's title")
    items: int = Field(description="How many items it has")
    accepted: int = Field(description="How many of them the drafter has accepted")
    at: str = Field(description="When it was last changed, ISO 8601 in universal time")

    @classmethod
    def of(cls, kept: KeptDraft, draft: drafts.Draft) -> DraftSummary:
        """The draft in short."""
        return cls(
            id=kept.id,
            section=kept.section,
            report=kept.report,
            title=kept.title,
            items=len(draft.items),
            accepted=sum(i.accepted for i in draft.items),
            at=kept.saved_at,
        )


class DraftItem(Model):
    """One item of a draft, and what it answers."""

    text: str = Field(description="The item's words")
    answers: list[str] = Field(description="Ids of the limitations, causes, figures and findings that it answers")
    citations: list[Citation] = Field(default_factory=list, description="The places it rests on")
    status: Literal["proposed", "carried over", "needs figure"] = Field(description="Where the item stands")
    id: str = Field("", description="A name that stays while items are moved")
    group: str = Field("", description="The heading of the items it stands with, empty for none")
    author: Literal["desk", "model", "drafter"] = Field("desk", description="Who worded it")
    typed: list[str] = Field(default_factory=list, description="Numbers typed by the drafter, or computed from those")
    formulas: list[str] = Field(default_factory=list, description="What was computed of cited figures")
    marks: list[str] = Field(default_factory=list, description="What a reader must look at, one sentence each")
    accepted: bool = Field(False, description="Whether the drafter has accepted it")

    @classmethod
    def of(cls, item: drafts.Item) -> DraftItem:
        """The same item, to be sent."""
        return cls(
            text=item.text,
            answers=list(item.answers),
            citations=[Citation.of(c) for c in item.citations],
            status=item.status,
            id=item.id,
            group=item.group,
            author=item.author,
            typed=list(item.typed),
            formulas=[f"{c.formula} = {decimal_text(c.value)} {c.unit}".strip() for c in item.calculations],
            marks=list(item.marks),
            accepted=item.accepted,
        )


class Coverage(Model):
    """A limitation, cause or finding of the report, and the items that answer it."""

    source: str = Field(description="Its id")
    quote: str = Field(description="Its words")
    locator: Locator = Field(description="Where they stand")
    answered_by: list[int] = Field(description="Numbers of the items that answer it, from 1; none: not answered yet")
    kind: Literal["limitation", "cause", "problem", "finding", "direction", "result", "document"] = Field(
        description="What it is"
    )

    @classmethod
    def of(cls, covered: drafts.Covered) -> Coverage:
        """The same row, to be sent."""
        source = covered.source
        return cls(
            source=source.id,
            quote=source.quote,
            locator=Locator.of(source.locator),
            answered_by=list(covered.answered_by),
            kind=source.kind.value,
        )


class Pairing(Model):
    """A cause and the limitations that it may explain: a proposal of the desk, not of the report."""

    cause: str = Field(description="Id of the cause")
    limitations: list[str] = Field(description="Ids of the limitations")


class Commitment(Model):
    """A direction of last period's report and what this period's shows of it."""

    direction: str = Field(description="The direction's words")
    locator: Locator = Field(description="Where it stands in last period's report")
    status: Literal["done", "in part", "no evidence"] = Field(description="What was found of it")
    why: str = Field(description="On what grounds")
    evidence: list[Citation] = Field(description="Where this period's report shows it")
    restated: Citation | None = Field(None, description="Where this period's directions say it again")

    @classmethod
    def of(cls, commitment: drafts.Commitment) -> Commitment:
        """The same commitment, to be sent."""
        return cls(
            direction=commitment.direction.quote,
            locator=Locator.of(commitment.direction.locator),
            status=commitment.status,
            why=commitment.why,
            evidence=[Citation.of(c) for c in commitment.evidence],
            restated=None if commitment.restated is None else Citation.of(commitment.restated),
        )


class Draft(Model):
    """Section text for the next report, and how far it answers this one."""

    section: str = Field(description="The prompt id")
    report: str = Field(description="The report it grows from")
    title: str = Field(description="The section's title")
    items: list[DraftItem] = Field(description="Its items")
    coverage: list[Coverage] = Field(description="What it had to answer")
    text: str = Field(description="The whole section as text")
    prompt: str = Field(description="The prompt and its version", examples=["phuong-huong@1"])
    mode: Mode = Field(description="Whether a model worded it")
    year: int | None = Field(None, description="The year it is for")
    uncovered: list[str] = Field(default_factory=list, description="Ids of what had to be answered and is not")
    unanswering: list[int] = Field(default_factory=list, description="Numbers of the items that answer nothing")
    pairings: list[Pairing] = Field(default_factory=list, description="Causes beside limitations, proposed")
    commitments: list[Commitment] = Field(default_factory=list, description="Last period's directions, followed up")
    notes: list[str] = Field(default_factory=list, description="What is missing or was left out, one sentence each")
    id: str | None = Field(None, description="The id under which the draft is kept, where it is")
    revision: int = Field(0, description="Grows with each change of a kept draft")

    @classmethod
    def of(cls, draft: drafts.Draft, kept: KeptDraft | None = None) -> Draft:
        """The same draft, to be sent; `kept` is how the store keeps it."""
        return cls(
            section=draft.section,
            report=draft.report,
            title=draft.title,
            items=[DraftItem.of(i) for i in draft.items],
            coverage=[Coverage.of(c) for c in draft.coverage],
            text=draft.text,
            prompt=draft.prompt,
            mode=draft.mode,
            year=draft.year,
            uncovered=[s.id for s in draft.uncovered],
            unanswering=list(draft.unanswering),
            pairings=[Pairing(cause=p.cause, limitations=list(p.limitations)) for p in draft.pairings],
            commitments=[Commitment.of(c) for c in draft.commitments],
            notes=list(draft.notes),
            id=None if kept is None else kept.id,
            revision=0 if kept is None else kept.revision,
        )


class FormatFault(Model):
    """A fault of a document's form against Decree 30/2020/NĐ-CP."""

    element: str = Field(description="The element's name in the Decree")
    message: str = Field(description="What is there")
    rule: str = Field(description="What is asked for")

    @classmethod
    def of(cls, fault: Fault) -> FormatFault:
        """The same fault, to be sent."""
        return cls(element=fault.element, message=fault.message, rule=fault.rule)


# Errors


class Problem(Model):
    """What went wrong, in one sentence, and what to do."""

    code: str = Field(description="A stable name of the kind of error", examples=["unsupported_format"])
    message: str = Field(description="What happened, in one sentence")
    hint: str = Field("", description="What to do about it")


class ErrorBody(Model):
    """The body of every error."""

    error: Problem = Field(description="What went wrong")

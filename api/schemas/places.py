"""A place in a report, and what stands there: a quote that is cited, a passage that was found."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from api.schemas.model import Model
from assistant import claims
from ingest import report as reports


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


class Citation(Model):
    """A verbatim quote and where it stands."""

    key: int = Field(description="The number in the answer's '[1]'")
    quote: str = Field(description="The words there, white space joined, nothing else changed")
    locator: Locator = Field(description="Where they stand")

    @classmethod
    def of(cls, citation: claims.Citation) -> Citation:
        """The same citation, to be sent."""
        return cls(key=citation.key, quote=citation.quote, locator=Locator.of(citation.locator))


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

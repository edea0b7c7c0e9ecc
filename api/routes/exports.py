"""The three ledgers to take along, as CSV or XLSX: the rows that the page shows, all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Response

from api.ledgers import FigureFilter, FindingFilter, ReferenceFilter
from api.services import Services
from assistant.export import FIGURE_COLUMNS, REFERENCE_COLUMNS, as_csv, as_xlsx, figure_rows, reference_rows
from ingest.ledgers import Finding
from vectorstore.corrections import Correction

router = APIRouter(prefix="/api", tags=["ledgers"])
Form = Annotated[Literal["csv", "xlsx"], Path(description="The form of the file")]
KINDS: dict[str, tuple[str, Callable[[str, Sequence[str], Iterable[Sequence[str]]], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", lambda _, columns, rows: as_csv(columns, rows)),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
}
FINDING_COLUMNS = ("Mức độ", "Loại", "Nội dung", "Báo cáo nêu", "Tính lại", "Báo cáo", "Nơi ghi")


@router.get("/references.{form}", response_class=Response)
def references(form: Form, services: Services, wanted: Annotated[ReferenceFilter, Depends()]) -> Response:
    """The cited documents as a file."""
    found = [f.reference for f in wanted.of(services.library)]
    return _file("van-ban-vien-dan", form, REFERENCE_COLUMNS, reference_rows(found))


@router.get("/figures.{form}", response_class=Response)
def figures(form: Form, services: Services, wanted: Annotated[FigureFilter, Depends()]) -> Response:
    """The figures as a file."""
    found = wanted.of(services.library)
    corrected = services.library.corrections()
    told = [_who(corrected.get(f.id)) for f in found]
    rows = [(*row, who) for row, who in zip(figure_rows(found), told, strict=True)]
    return _file("so-lieu", form, (*FIGURE_COLUMNS, "Đã sửa"), rows)


@router.get("/findings.{form}", response_class=Response)
def findings(form: Form, services: Services, wanted: Annotated[FindingFilter, Depends()]) -> Response:
    """The findings as a file."""
    return _file("phat-hien", form, FINDING_COLUMNS, finding_rows(wanted.of(services.library)))


def finding_rows(findings: Iterable[Finding]) -> list[tuple[str, ...]]:
    """The rows of FINDING_COLUMNS, one a finding."""
    return [
        (
            f.severity.value,
            f.kind.value,
            f.message,
            f.stated,
            f.computed,
            "; ".join(dict.fromkeys(p.report for p in f.locators)),
            "; ".join(p.label for p in f.locators),
        )
        for f in findings
    ]


def _who(entry: Correction | None) -> str:
    return "" if entry is None else f"{entry.who}, {entry.at[:10]}: {entry.reason}".rstrip(": ")


def _file(name: str, form: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Response:
    kind, made = KINDS[form]
    headers = {"content-disposition": f'attachment; filename="{name}.{form}"'}
    return Response(made(name, columns, rows), media_type=kind, headers=headers)

"""The sample reports: the files in the project are those that their content gives, and their truth is true."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
import pytest

from assistant.document import write
from samples.build import HERE, REPORTS, converted
from samples.compose import document_of
from samples.content import H, P
from samples.flow_of import flow_of
from samples.marked import read, value_of
from samples.series import COMMUNES, monthly, reports
from samples.truth_of import truth_of

# Digits that count nothing: dates, years, item and level numbers, names with a number.
NO_FIGURE = re.compile(
    r"[Nn]ăm \d{4}|\bm2\b|tháng \d+|ngày \d+(/\d+/\d+)?|\d{4} - \d{4}|mức độ \d|\(\d\)|^\d+(\.\d+)?\. |Đề án 06|"
    r"4 xin, 4 luôn"
)
both = pytest.mark.parametrize("name", sorted(REPORTS))


def truth(name: str):
    return json.loads((HERE / "truth" / f"{name}.json").read_text(encoding="utf-8"))


def figures(name: str, **wanted: object) -> list[Decimal]:
    return [Decimal(f["value"]) for f in truth(name)["figures"] if all(f[k] == v for k, v in wanted.items())]


@both
def test_the_docx_and_the_truth_are_what_the_content_gives(name):
    content = REPORTS[name]
    assert (HERE / f"{name}.docx").read_bytes() == write(document_of(content))
    assert truth(name) == json.loads(json.dumps(truth_of(content)))


@pytest.mark.office
def test_libreoffice_gives_the_same_pdf_twice():
    docx = HERE / "vinh-trach-2024.docx"
    assert converted(docx) == converted(docx)


@both
def test_the_scan_holds_pictures_and_no_text(name):
    with pdfplumber.open(HERE / f"{name}.pdf") as pdf, pdfplumber.open(HERE / f"{name}-scan.pdf") as scan:
        assert len(scan.pages) == len(pdf.pages)
        assert not any(page.chars for page in scan.pages)
        assert all(len(page.images) == 1 for page in scan.pages)


@both
def test_the_careless_text_has_the_traps(name):
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    lines = text.splitlines()
    notes = len(truth(name)["footnotes"])
    alone = [line for line in lines if line.isdigit() and int(line) <= notes]
    assert sorted(map(int, alone)).count(1) == 2, "the marker in the sentence and the one of the note"
    assert set(map(int, alone)) == set(range(1, notes + 1))
    assert "đơn thƣ" in text and "PHƢƠNG HƢỚNG" in text
    assert lines.count(" " * 49) >= 2
    body = [line for line in lines[:40] if line]
    assert len(body) <= 21, "double-spaced"


@both
def test_every_number_of_the_body_is_a_marked_figure_or_counts_nothing(name):
    content = REPORTS[name]
    for marked in [part.text for part in content.body if isinstance(part, P)] + list(content.notes.values()):
        told = read(marked)
        rest = list(told.text)
        for figure in told.figures:
            assert told.text[figure.at : figure.at + len(figure.text)] == figure.text
            rest[figure.at : figure.at + len(figure.text)] = "#" * len(figure.text)
        for document in told.documents:
            rest[document.start : document.end] = "#" * (document.end - document.start)
        assert not re.search(r"\d", NO_FIGURE.sub("", "".join(rest))), told.text


@both
def test_every_note_is_anchored_once_and_every_document_cited_is_described(name):
    content = REPORTS[name]
    facts = truth(name)
    assert len(facts["footnotes"]) == len(content.notes)
    assert [note["number"] for note in facts["footnotes"]] == list(range(1, len(content.notes) + 1))
    assert len(facts["references"]) >= 20
    for reference in facts["references"]:
        for mention in reference["mentions"]:
            assert reference["number"].strip("/ ") in mention["quote"]
            assert reference["number"] or reference["subject"] in mention["quote"]


@both
def test_the_planted_quotes_stand_in_the_pdf(name):
    with pdfium.PdfDocument(HERE / f"{name}.pdf") as pdf:
        text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    letters = re.sub(r"\W", "", text.replace("\ufffe", ""))
    for planted in truth(name)["planted"]:
        for quote in planted["quotes"]:
            # A footnote marker may stand in the middle of a quote.
            pattern = r"\d{0,2}".join(re.escape(re.sub(r"\W", "", word)) for word in quote.split())
            assert re.search(pattern, letters), quote


def test_what_is_not_planted_adds_up():
    year = "vinh-trach-2024"
    for scope in ("cấp xã", "cấp huyện"):
        resolved = figures(year, indicator="hồ sơ đã giải quyết", scope=scope)
        parts = [
            figures(year, indicator=f"hồ sơ giải quyết {how}", scope=scope)[0]
            for how in ("trước hạn", "đúng hạn", "quá hạn")
        ]
        assert sum(parts) == resolved[0]
    visits = figures(year, indicator="lượt tiếp công dân", footnote=7)
    assert sum(visits) == 386 == figures(year, indicator="lượt tiếp công dân", footnote=None, period="2024")[0]
    assert sum(figures(year, indicator="đơn thư tồn đọng", footnote=8)) == 5


def test_last_year_is_told_alike_by_both_reports():
    for indicator in ("lượt tiếp công dân",):
        before = figures("vinh-trach-2024", indicator=indicator, period="2023")
        assert before == figures("vinh-trach-2023", indicator=indicator, section="IV.3", footnote=None, period="2023")
    carried = figures("vinh-trach-2024", indicator="đơn khiếu nại kỳ trước chuyển sang")
    assert carried == figures("vinh-trach-2023", indicator="đơn thư tồn đọng", scope="khiếu nại")


def test_a_report_has_eight_planted_inconsistencies_of_many_kinds():
    planted = truth("vinh-trach-2024")["planted"]
    assert len(planted) >= 8
    assert {"sum", "share", "difference", "repeat", "claim", "stale", "reference"} <= {p["kind"] for p in planted}


def test_the_sections_are_numbered_as_a_reader_says_them():
    ids = [section["id"] for section in truth("vinh-trach-2024")["sections"]]
    assert ids[:4] == ["I", "I.1", "I.2", "II"]
    assert "V.2.1" in ids and "Phụ lục I.3" in ids
    assert sum(isinstance(part, H) for part in REPORTS["vinh-trach-2024"].body) + 5 == len(ids)


def test_a_series_gives_as_many_different_reports_as_asked():
    names = [content.name for content in reports(1000)]
    assert len(set(names)) == 1000


def test_a_monthly_report_depends_on_its_arguments_alone_and_adds_up():
    march = monthly(COMMUNES[0], 2025, 3, seed=5)
    assert write(document_of(march)) == write(document_of(monthly(COMMUNES[0], 2025, 3, seed=5)))
    assert truth_of(march)["figures"] != truth_of(monthly(COMMUNES[0], 2025, 3, seed=6))["figures"]
    facts = truth_of(march)
    assert facts["period"] == "2025-03"
    received = [f for f in facts["figures"] if f["indicator"].startswith("hồ sơ TTHC tiếp nhận")]
    february = truth_of(monthly(COMMUNES[0], 2025, 2, seed=5))["figures"]
    before = next(f for f in february if f["indicator"] == "hồ sơ TTHC tiếp nhận" and f["period"] == "2025-02")
    assert next(f["value"] for f in received if f["period"] == "2025-02") == before["value"]
    rows = facts["tables"][0]["rows"]
    columns = list(zip(*[[value_of(cell) for cell in row["cells"][1:]] for row in rows], strict=True))
    assert all(sum(column[:-1]) == column[-1] for column in columns)


def test_a_document_becomes_a_flow_with_its_notes_and_tables():
    flow = flow_of(document_of(REPORTS["vinh-trach-2024"]))
    assert len(flow.notes) == 11
    assert sum(hasattr(piece, "cells") for piece in flow.pieces) == 4
    marked = next(piece for piece in flow.pieces if not hasattr(piece, "cells") and "371 vụ việc" in piece.text)
    assert marked.text[: marked.marks[0].offset].endswith("vụ việc")


def test_the_built_files_stay_small():
    size = sum(
        path.stat().st_size for path in Path(HERE).rglob("*") if path.suffix in {".docx", ".pdf", ".txt", ".json"}
    )
    assert size < 6_000_000

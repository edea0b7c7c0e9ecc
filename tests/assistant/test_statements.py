"""A report cut into what can be cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evidence.statements import ReportIndex, build_index
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes, read_file
from ingest.report import quote_at

SAMPLE = Path(__file__).parents[2] / "samples" / "vinh-trach-2024.docx"


def index_of(text: str) -> ReportIndex:
    head = "UBND XÃ KIM SA\n\nBÁO CÁO\nKết quả công tác năm 2024\n\nI. KẾT QUẢ\n1. Đơn thư\n"
    reading = read_bytes((head + text).encode(), "kim-sa.txt")
    return build_index(reading.report, reading.figures, reading.references, default_lexicon())


@pytest.fixture(scope="module")
def sample() -> ReportIndex:
    reading = read_file(SAMPLE)
    return build_index(reading.report, reading.figures, reading.references, default_lexicon())


def quotes(index: ReportIndex) -> list[str]:
    return [s.quote for s in index.statements]


def test_a_sentence_that_ends_in_a_share_ends_there() -> None:
    found = quotes(index_of("Giải quyết 33/35 đơn, đạt 94,3%. Còn tồn 02 đơn.\n"))
    assert "Giải quyết 33/35 đơn, đạt 94,3%." in found
    assert "Còn tồn 02 đơn." in found


def test_a_sentence_that_ends_in_a_short_word_ends_there() -> None:
    found = quotes(index_of("Tăng cường trợ giúp pháp lý. Tổ chức 12 buổi tuyên truyền.\n"))
    assert "Tăng cường trợ giúp pháp lý." in found
    assert "Tổ chức 12 buổi tuyên truyền." in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Tiếp nhận 31.408 hồ sơ trong kỳ.",
        "Làm việc với UBND TP. Hà Châu về 03 nội dung.",
        "Do ông Nguyễn V. An phụ trách 05 ấp.",
        "Ban hành Quyết định số 12/QĐ-UBND ngày 03/4/2024 về đối thoại.",
    ],
)
def test_a_point_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert sentence in quotes(index_of(f"{sentence} Câu sau nêu việc khác.\n"))


def test_every_statement_stands_verbatim_at_its_place(sample: ReportIndex) -> None:
    assert sample.statements
    for statement in sample.statements:
        block = sample.report.block(statement.block.id)
        assert statement.quote == quote_at(block, statement.start, statement.end)
        assert statement.quote.strip()
        locator = sample.locator(statement)
        assert (locator.block, locator.start, locator.end) == (block.id, statement.start, statement.end)


def test_the_figures_of_a_statement_stand_in_it(sample: ReportIndex) -> None:
    held = [(s, f) for s in sample.statements for f in s.figures]
    assert len(held) > 100
    for statement, figure in held:
        assert statement.start <= figure.at < statement.end


def test_each_row_of_a_table_is_a_statement_of_its_own(sample: ReportIndex) -> None:
    rows = [s for s in sample.statements if s.row is not None]
    assert rows
    assert all("\n" not in s.block.text[s.start : s.end] for s in rows)
    assert len({(s.block.id, s.row) for s in rows}) == len(rows)


def test_what_is_still_to_be_done_is_known_by_its_heading(sample: ReportIndex) -> None:
    ahead = [s for s in sample.statements if s.ahead]
    done = [s for s in sample.statements if not s.ahead]
    assert ahead and done
    assert any("386 lượt" in s.quote for s in done)


def test_a_report_of_headings_alone_has_no_statement_with_a_figure() -> None:
    assert not [f for s in index_of("").statements for f in s.figures]


def test_an_earlier_value_is_of_what_it_is_set_against() -> None:
    index = index_of("Toàn xã tiếp công dân 341 lượt với 350 người, tăng 24 lượt so với năm 2023 (317 lượt).\n")
    earlier = next(f for f in index.figures if f.text == "317")
    assert "tiếp công dân" in index.local_keys[earlier.id]

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.passages import MOST, SEARCHED, passages, spans
from ingest.readers import read
from ingest.report import BlockKind, quote_at
from ingest.structure import assemble

SAMPLE = Path(__file__).parents[2] / "samples" / "vinh-trach-2024.txt"


@pytest.fixture(scope="module")
def report():
    data = SAMPLE.read_bytes()
    return assemble(read(data, SAMPLE.name), name=SAMPLE.name, data=data)


def test_every_word_of_body_notes_and_rows_stands_in_one_passage(report):
    found = passages(report)
    for block in report.blocks:
        if block.kind not in SEARCHED:
            assert not [p for p in found if p.locator.block == block.id]
            continue
        own = [p for p in found if p.locator.block == block.id]
        body = block.text
        if block.table is not None:
            body = block.text[next(c.start for c in block.table.cells if c.row >= block.table.header_rows) :]
        assert "".join("".join(p.text.split()) for p in own) == "".join(body.split())


def test_a_passage_is_the_text_at_its_place(report):
    for p in passages(report):
        block = report.block(p.locator.block)
        assert block.text[p.locator.start : p.locator.end] == p.text
        assert quote_at(block, p.locator.start, p.locator.end) == " ".join(p.text.split())
        assert len(p.text.split()) <= MOST + 30
    assert len({p.id for p in passages(report)}) == len(passages(report))


def test_context_says_where_a_passage_stands(report):
    note = next(p for p in passages(report) if p.locator.footnote == 7)
    assert report.title in note.context and report.place in note.context
    assert "IV. KẾT QUẢ THỰC HIỆN › 3." in note.context
    anchor = report.block(report.block(note.locator.block).anchor)
    at = next(n.offset for n in anchor.notes if n.number == 7)
    assert anchor.text[at - 20 : at] in note.context


def test_context_of_a_row_pairs_labels_with_values(report):
    row = next(p for p in passages(report) if p.kind == BlockKind.TABLE and "Khiếu nại" in p.text)
    assert "Số đơn thuộc thẩm quyền › Tổng số: 21" in row.context
    assert row.locator.table.row == 1
    assert row.locator.label == "Phụ lục I, mục 1, bảng 1, dòng 1"


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(["từ", "đơn;", "hồ sơ.", "Đã", "12", "31.408,", "(a;", "b)", "\n", "- mục"]), max_size=600)
)
def test_spans_lose_nothing_and_stay_short(words):
    text = " ".join(words)
    found = spans(text)
    assert "".join("".join(text[s:e].split()) for s, e in found) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(len(text[s:e].split()) <= MOST for s, e in found)

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.sentences import clauses, sentences


def cut(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Cấp xã tiếp nhận 31.408 hồ sơ, đạt 94,3% kế hoạch.",
        "Lễ tổ chức tại TP. Cao Sơn và TT. Bình An, có đại biểu các xã dự.",
        "1. Tiếp tục thực hiện kế hoạch.",
        "a) Nâng cao nhận thức.",
        "Thực hiện Công văn số 12/SNV-CCHC ngày 02.10.2023 của Sở Nội vụ.",
        "(1) Mô hình thứ nhất; (2) mô hình thứ hai; (3) mô hình thứ ba.",
        "Các đồng chí N. V. Minh và T. H. Lan tham dự.",
        "Trên đây là báo cáo của Ủy ban nhân dân huyện./.",
        "Nhiều hình thức như họp dân, loa, Zalo,… thực hiện công khai.",
    ],
)
def test_a_point_that_ends_nothing_does_not_cut(whole):
    assert cut(whole) == [whole]


def test_sentences_end_where_a_reader_says():
    assert cut("Đã tiếp 517 lượt. Tổng số 83 đơn, đạt 94,3%. Còn 02 đơn!") == [
        "Đã tiếp 517 lượt.",
        "Tổng số 83 đơn, đạt 94,3%.",
        "Còn 02 đơn!",
    ]


def test_a_closing_quotation_mark_belongs_to_its_sentence():
    assert cut("Phát động “Ngày pháp luật.” Có 180 người dự.") == ["Phát động “Ngày pháp luật.”", "Có 180 người dự."]


def test_a_line_break_ends_a_sentence():
    assert cut("Cấp xã: 12 hồ sơ;\nCấp huyện: 5 hồ sơ") == ["Cấp xã: 12 hồ sơ;", "Cấp huyện: 5 hồ sơ"]


def test_clauses_part_a_long_list_but_not_what_stands_in_brackets():
    text = "Kế hoạch số 1; Kế hoạch số 2 (về kiểm tra; rà soát); Kế hoạch số 3."
    assert [text[s:e] for s, e in clauses(text, 0, len(text))] == [
        "Kế hoạch số 1;",
        "Kế hoạch số 2 (về kiểm tra; rà soát);",
        "Kế hoạch số 3.",
    ]


@given(st.text(st.sampled_from("abcĐộ 12.,;:!?…-()“”\n/")))
def test_sentences_and_clauses_cover_all_words_in_order(text):
    def bare(spans):
        return "".join("".join(text[s:e].split()) for s, e in spans)

    found = sentences(text)
    assert bare(found) == "".join(text.split())
    assert all(s < e for s, e in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    for start, end in found:
        assert bare(clauses(text, start, end)) == "".join(text[start:end].split())

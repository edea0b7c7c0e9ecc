"""Monthly reports of two communes: which of them has more, and rows of their tables over two months."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAPER = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>XÃ {upper}</p><p>Số: {number}/BC-UBND</p>
<p>{place}, ngày 19 tháng {month} năm 2031</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả chuyển đổi số tháng {month} năm 2031 của xã {place}</b></p>
<p><b>I. KẾT QUẢ</b></p><p>Số hóa hồ sơ khi tiếp nhận: {scanned}/400 hồ sơ, đạt {share}%.</p>
<p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>Lê Văn Tám</p><p><b>PHỤ LỤC</b></p>
<p><b>Kích hoạt tài khoản định danh theo thôn tháng {month} năm 2031</b></p>
<table border="1"><tr><th>TT</th><th>Thôn</th><th>Tài khoản kích hoạt mới</th><th>Dân số</th></tr>
<tr><td>1</td><td>Gò Sim</td><td>{first}</td><td>640</td></tr>
<tr><td>2</td><td>Bến Lở</td><td>{second}</td><td>640</td></tr>
<tr><td>3</td><td>Cây Da</td><td>41</td><td>900</td></tr></table></body></html>"""
TOLD = (
    ("Sơn Khê Đông", 3, 21, 372, "93,00", 9, 7),
    ("Sơn Khê Đông", 4, 33, 380, "95,00", 6, 14),
    ("Lộc Bình", 4, 29, 348, "87,00", 5, 5),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("communes"), spelling_embedder) as library:
        for place, month, number, scanned, share, first, second in TOLD:
            text = PAPER.format(
                upper=place.upper(), place=place, month=month, number=number, scanned=scanned, share=share, first=first,
                second=second,
            )  # fmt: skip
            name = f"{number}.html"
            library.add(read_bytes(text.encode(), name), text.encode(), name)
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "first", "then"),
    [
        ("Which of the two communes digitised a higher share of incoming dossiers in April 2031?",
         "Xã Sơn Khê Đông: 95.00%", "Xã Lộc Bình: 87.00%"),
        ("Tháng 4/2031 xã nào có tỷ lệ số hóa hồ sơ khi tiếp nhận thấp hơn?",
         "Xã Lộc Bình: 87,00%", "Xã Sơn Khê Đông: 95,00%"),
    ],
)  # fmt: skip
def test_of_two_places_the_one_asked_for_comes_first(
    assistant: Assistant, question: str, first: str, then: str
) -> None:
    answer = assistant.ask(question).answer
    assert answer.startswith(first) and then in answer


def test_rows_are_told_of_both_months_and_together(assistant: Assistant) -> None:
    asked = "How did new e-ID activations in the villages Gò Sim and Bến Lở combined change from March to April 2031?"
    answer = assistant.ask(asked)
    assert answer.calculation is not None and answer.calculation.value == (6 + 14) - (9 + 7)
    assert "Gò Sim: 9 → 6" in answer.answer and "Bến Lở: 7 → 14" in answer.answer


def test_a_place_may_be_named_by_initials_and_its_last_word(assistant: Assistant) -> None:
    answer = assistant.ask("t4/2031 xã SK Đông số hóa hồ sơ khi tiếp nhận đạt bn %?")
    assert not answer.abstained and "95,00%" in answer.answer

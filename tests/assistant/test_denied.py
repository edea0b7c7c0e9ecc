"""Questions that want yes or no, and what the head of one paper among several says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: {number}/BC-UBND
Sông Trăng, ngày 2{month} tháng {month} năm 2025

BÁO CÁO
Kết quả công tác nội vụ tháng {month} năm 2025

I. KẾT QUẢ
1. Trong tháng {month} năm 2025, không có trường hợp viên chức bị xử lý kỷ luật.
2. Trong tháng {month} năm 2025, toàn huyện mở 04 lớp bồi dưỡng cho viên chức ngành giáo dục.

3. Trong tháng {month} năm 2025, thanh tra 03 cơ sở khám bệnh, không có trường hợp quá hạn.

II. KIẾN NGHỊ, ĐỀ XUẤT: Không.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("denied"), spelling_embedder) as library:
        for number, month in (("214", 6), ("265", 7)):
            data = REPORT.format(number=number, month=month).encode()
            library.add(read_bytes(data, f"bao-cao-{number}.txt"), data, f"bao-cao-{number}.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Tháng 7/2025 có viên chức nào bị kỷ luật không?", "không có trường hợp viên chức bị xử lý kỷ luật"),
        ("Trong báo cáo tháng 7/2025, huyện có kiến nghị gì với cấp trên không?", "KIẾN NGHỊ, ĐỀ XUẤT: Không."),
    ],
)
def test_what_the_report_denies_is_answered_with_no(assistant: Assistant, question: str, quote: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert answer.answer.startswith("Không: “")
    assert quote in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Tháng 7/2025 có thanh tra cơ sở khám bệnh nào không?",
        "Tháng 7/2025 có viên chức nào bị tai nạn giao thông không?",
        "Tháng 7/2025 có vụ cháy nào không?",
    ],
)
def test_a_denial_of_something_else_denies_nothing(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).answer.startswith("Không: “")


def test_the_number_is_that_of_the_report_of_the_month_asked(assistant: Assistant) -> None:
    answer = assistant.ask("Báo cáo nội vụ, tổ chức tháng 7/2025 mang số, ký hiệu gì?")
    assert answer.answer.startswith("265/BC-UBND")


PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>HUYỆN SÔNG TRANH</p><p>Số: 88/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả tiếp dân năm 2025</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Bảng 1. Xử lý đơn</p>
<table border="1"><tr><th colspan="3">Tiếp nhận, xử lý</th><th rowspan="2">Nhận xét</th></tr>
<tr><th>Đã tiếp nhận</th><th>Đã giải quyết</th><th>Tồn đọng</th></tr>
<tr><td colspan="4">1. Giải quyết khiếu nại của công chức, viên chức tại cơ quan</td></tr>
<tr><td>0</td><td>0</td><td>0</td><td></td></tr>
<tr><td colspan="4">2. Giải quyết khiếu nại của công dân</td></tr>
<tr><td>14</td><td>12</td><td>02</td><td>Số lượng đơn tăng 03 đơn so với cùng thời điểm năm 2024</td></tr></table>
<p>Năm 2025, tổng số đơn thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân huyện là 14 đơn, đã giải quyết 12 đơn.</p>
<p>Các tổ của huyện nhận 31 đơn, đưa ra hòa giải 31 đơn.</p>
<p>Đơn khiếu nại: phát sinh 09 đơn, giải quyết 09 đơn, tồn 0 đơn.</p>
<p>Bảng 2. Thanh tra</p>
<table border="1"><tr><th>Nội dung</th><th>Số cuộc</th></tr>
<tr><td>Thanh tra đột xuất</td><td>0</td></tr><tr><td>Thanh tra chuyên ngành</td><td>3</td></tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def counting(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("noughts"), embedder=spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "bao-cao-88.html"), PAGE.encode(), "bao-cao-88.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Có công chức nào khiếu nại tại cơ quan không?", "Không: 1. Giải quyết khiếu nại của công chức, viên chức"),
        ("Did any civil servants lodge complaints inside their agencies?", "No: 1. Giải quyết khiếu nại của công chức"),
        ("Có cuộc thanh tra đột xuất nào không?", "Không: Thanh tra đột xuất: 0 (Số cuộc)"),
    ],
)
def test_a_row_of_noughts_is_a_no(counting: Assistant, question: str, lead: str) -> None:
    answer = counting.ask(question)
    assert answer.answer.startswith(lead)
    assert any("0" in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Công chức, viên chức khiếu nại ngay tại cơ quan mình thì có bao nhiêu đơn?",
        "Trong nội bộ công chức, viên chức có mấy đơn khiếu nại?",
        "How many complaints did civil servants lodge inside their own agencies?",
    ],
)
def test_the_line_above_a_row_says_whose_it_is(counting: Assistant, question: str) -> None:
    answer = counting.ask(question)
    assert answer.answer.startswith("0 ")
    assert any("công chức, viên chức tại cơ quan" in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "How many more petitions did the district get than in 2024?",
        "How many more petitions were received in 2025 than in 2024?",
        "Số đơn huyện tiếp nhận tăng bao nhiêu so với năm 2024?",
    ],
)
def test_the_only_change_that_is_stated_is_told_wherever_it_stands(counting: Assistant, question: str) -> None:
    answer = counting.ask(question).answer
    assert answer.startswith(("Rose by 3", "Tăng 3"))


def test_a_change_of_all_is_none_of_one_kind(counting: Assistant) -> None:
    assert counting.ask("Số đơn tố cáo của huyện tăng bao nhiêu so với năm 2024?").abstained


@pytest.mark.parametrize("question", ["Có đơn khiếu nại nào không?", "Có công dân nào khiếu nại không?"])
def test_a_row_of_somebody_else_denies_nothing(counting: Assistant, question: str) -> None:
    assert not counting.ask(question).answer.startswith("Không:")


def test_the_name_of_a_row_alone_is_no_answer(counting: Assistant) -> None:
    answer = counting.ask("Công chức, viên chức tại cơ quan có được giải quyết khiếu nại không?")
    assert answer.abstained or "0" in answer.answer

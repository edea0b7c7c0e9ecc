"""One fact asked in words that the report does not use: bounds, distances, what is taken as what, what a verdict rests
on; and what only looks as if it were told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind, kinds_of
from ingest.language.fold import fold
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>XÃ VĨNH HÒA</p><p>Số: 93/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả công tác dân vận năm 2024</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Địa bàn rộng, thôn xa nhất là thôn Suối Bạc cách trụ sở xã 23 km.</p>
<p>Dự án mở đường tỉnh 508 có 64 hộ bị ảnh hưởng; 58 hộ đã nhận tiền, còn 06 hộ chưa đồng thuận. Việc giải phóng mặt
bằng đường tỉnh 508 còn 06 hộ chưa bàn giao.</p>
<p>Đoàn thứ hai ngày 05/5/2024 gồm 18 người ở thôn Đồng Gạo, phản ánh lò gạch gây khói.</p>
<p>Số hồ sơ quá hạn tập trung ở lĩnh vực xây dựng (212 hồ sơ) và bảo trợ xã hội (39 hồ sơ).</p>
<p>Phấn đấu mức độ hài lòng của người dân về giải quyết thủ tục hành chính lĩnh vực đất đai đạt tối thiểu 87%.</p>
<p>Bảng 1. Tỷ lệ hài lòng trong giải quyết thủ tục hành chính</p>
<table border="1"><tr><th>Đơn vị</th><th>Tỷ lệ hài lòng trong giải quyết TTHC (%)</th></tr>
<tr><td>Phòng Kinh tế</td><td>96,1</td></tr><tr><td>Phòng Văn hóa</td><td>82,4</td></tr></table>
<p><b>II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025</b></p>
<p>1. Đẩy mạnh phong trào thi đua; lấy sự đồng thuận của Nhân dân làm nền tảng cho hành động.</p>
<p>2. Định kỳ báo cáo; phân tích rõ nguyên nhân hồ sơ trễ hạn và làm rõ trách nhiệm của tập thể, cá nhân.</p>
<p style="text-align:right"><b>TM. ỦY BAN NHÂN DÂN</b></p><p style="text-align:right"><b>CHỦ TỊCH</b></p>
<p style="text-align:right"><b>Nguyễn Văn Mẫu</b></p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("own-words"), spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "bao-cao-93.html"), PAGE.encode(), "bao-cao-93.html")
        yield Assistant(library)


def test_at_least_how_many_asks_for_no_member(assistant: Assistant) -> None:
    answer = assistant.ask("Mức hài lòng về thủ tục đất đai phải đạt ít nhất mấy phần trăm?").answer
    assert "87%" in answer and "82,4" not in answer


def test_the_fewest_are_still_those_that_come_last() -> None:
    assert Kind.EXTREME in kinds_of(fold("Xã nào có ít nhất?"))
    assert Kind.EXTREME not in kinds_of(fold("Phải đạt ít nhất bao nhiêu điểm?"))


def test_how_far_a_place_lies_is_no_difference(assistant: Assistant) -> None:
    answer = assistant.ask("Thôn nào ở xa nhất, cách mấy cây số?").answer
    assert "Suối Bạc" in answer and "23" in answer


def test_those_who_have_not_are_told_with_or_without_a_nought_before_them(assistant: Assistant) -> None:
    asked = "How many households have still not handed over for Provincial Road 508?"
    assert assistant.ask(asked).answer.startswith("6 households")


@pytest.mark.parametrize("fined", ["Lò gạch gây khói ở thôn Đồng Gạo bị phạt bao nhiêu?", "How much was it fined?"])
def test_who_came_to_complain_is_no_fine(assistant: Assistant, fined: str) -> None:
    assert assistant.ask(fined).abstained


def test_what_most_of_it_is_leads(assistant: Assistant) -> None:
    assert "xây dựng" in assistant.ask("Hồ sơ quá hạn ở lĩnh vực nào nhiều nhất?").answer


def test_what_something_is_taken_as_is_no_cause(assistant: Assistant) -> None:
    answer = assistant.ask("Năm 2025 lấy cái gì làm nền tảng cho hành động?")
    assert "đồng thuận" in answer.answer and not answer.abstained
    assert Kind.CAUSE in kinds_of(fold("Cái gì làm hồ sơ trễ hạn?"))


def test_a_cause_that_is_to_be_looked_into_is_none(assistant: Assistant) -> None:
    assert assistant.ask("Vì sao hồ sơ trễ hạn?").abstained


def test_what_a_verdict_rests_on_is_no_cause() -> None:
    assert Kind.CAUSE not in kinds_of("did it improve, and why do you say so?", english=True)
    assert Kind.CAUSE not in kinds_of(fold("Có tăng không, vì sao nói vậy?"))


def test_the_persons_of_whom_it_is_asked_why_are_not_counted() -> None:
    assert Kind.FIGURE not in kinds_of(fold("Vì đâu mà mấy ông lãnh đạo chưa quan tâm?"))
    assert Kind.FIGURE in kinds_of(fold("Vì sao có mấy hồ sơ trễ hạn?"))

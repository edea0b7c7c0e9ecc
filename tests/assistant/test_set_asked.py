"""The set that a question asks for is told whole where the line that announces it says all of the question; those of it
alone whose name is said, and none where another set is of so many, or some sort of its members is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>UBND TỈNH BÃI NGAO</p><p>SỞ NGHỀ CÁ</p><p>Số: 33/BC-SNC</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Công tác quản lý bến cá năm 2031</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Một số cơ quan, đơn vị chưa nộp đủ phí neo đậu như Sở Muối, huyện Bãi Sậy cũ, Công ty Lưới Xanh, Quỹ Đê biển...</p>
<p>Đoàn thanh tra đã làm việc tại 04 bến cá (bến Cồn Ngao, bến Gò Vắp, bến Rạch Tôm, bến Mũi Sò) và lập biên bản.</p>
<p>Chỉ số ABC năm 2031: ba nội dung giảm điểm: (1) Vệ sinh bến bãi (giảm 0,18 điểm); (2) Cấp nước ngọt (giảm 0,09 điểm);
(3) Chiếu sáng (giảm 0,04 điểm).</p>
<p>Sở đã công nhận 03 mô hình mới về bến cá sạch: (1) Mô hình “Lưới xanh” của Ủy ban nhân dân xã Gò Vắp; (2) Mô hình
“Bến không rác” của Ủy ban nhân dân xã Rạch Tôm; (3) Mô hình “Chợ cá số” của Ủy ban nhân dân xã Mũi Sò.</p>
<p>Chủ tàu được vay vốn phải đáp ứng các điều kiện sau:</p>
<p>- Có tàu đăng ký tại tỉnh.</p><p>- Điều kiện về sản lượng:</p><p>+ Tàu nhỏ: trên 20 tấn.</p>
<p>+ Tàu lớn: trên 90 tấn.</p><p>- Không nợ phí neo đậu.</p>
<p>Việc khảo sát làm tại 06 xã, phường (xã Lá Dừa, xã Cát Mịn, xã Bờ Kè, phường Nắng, phường Sóng Lớn, phường Gió).</p>
<p>Đoàn đã kiểm tra an ninh mạng tại một số cơ quan, đơn vị: Văn phòng Cảng; Sở Muối; Sở Đóng tàu; Sở Lưới.</p>
<p>Điểm phục vụ của bến được xếp loại như sau:</p><p>- Từ 80 đến dưới 100 điểm xếp loại: Cao.</p>
<p>- Từ 60 đến dưới 80 điểm xếp loại: Vừa.</p><p>- Dưới 60 điểm xếp loại: Thấp.</p>
<p style="text-align:right"><b>GIÁM ĐỐC</b></p><p style="text-align:right"><b>Trần Văn Thử</b></p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("sets"), spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "bao-cao-33.html"), PAGE.encode(), "bao-cao-33.html")
        yield Assistant(library)


def test_an_open_set_is_told_with_the_line_that_announces_it(assistant: Assistant) -> None:
    answer = assistant.ask("Cơ quan nào chưa nộp đủ phí neo đậu?").answer
    assert all(name in answer for name in ("Sở Muối", "huyện Bãi Sậy cũ", "Công ty Lưới Xanh", "Quỹ Đê biển"))
    assert "Một số cơ quan, đơn vị" in answer


def test_members_that_hold_a_number_each_answer_by_how_much(assistant: Assistant) -> None:
    answer = assistant.ask("Chỉ số ABC năm 2031 giảm điểm ở những nội dung nào, giảm bao nhiêu?").answer
    assert all(part in answer for part in ("bến bãi (giảm 0,18", "nước ngọt (giảm 0,09", "Chiếu sáng (giảm 0,04"))


def test_how_many_they_are_leads_where_it_is_asked(assistant: Assistant) -> None:
    answer = assistant.ask("Sở công nhận mấy mô hình mới về bến cá sạch, là những mô hình nào?").answer
    assert answer.startswith("3 mô hình")
    assert "Lưới xanh" in answer and "Chợ cá số" in answer


def test_of_a_name_that_is_said_its_member_alone(assistant: Assistant) -> None:
    answer = assistant.ask("Xã Rạch Tôm có mô hình mới gì về bến cá sạch được công nhận?").answer
    assert "Bến không rác" in answer and "Lưới xanh" not in answer


def test_a_list_of_lists_is_not_cut_short(assistant: Assistant) -> None:
    answer = assistant.ask("Chủ tàu được vay vốn phải đáp ứng những điều kiện nào?").answer
    assert "đăng ký tại tỉnh" in answer and "Không nợ phí neo đậu" in answer


def test_a_set_of_another_number_is_not_meant(assistant: Assistant) -> None:
    assert assistant.ask("Nêu tên 90 bến cá của tỉnh.").abstained


def test_each_of_several_has_its_own_yes_or_no(assistant: Assistant) -> None:
    answer = assistant.ask("Xã Cát Mịn và phường Đá Lửa có thuộc danh sách khảo sát không?").answer
    assert "Có: xã Cát Mịn" in answer and "Không: Phường Đá Lửa" in answer


def test_of_some_that_are_named_behind_a_colon_another_is_none(assistant: Assistant) -> None:
    answer = assistant.ask("Sở Y tế có phải là nơi bị kiểm tra an ninh mạng không?").answer
    assert answer.startswith("Không") and "Sở Y tế" in answer


def test_members_of_a_place_that_is_said_nowhere_are_not_told(assistant: Assistant) -> None:
    assert assistant.ask("Những xã nào thuộc Gò Vàng cũ được khảo sát?").abstained


@pytest.mark.parametrize("question", ["Điểm phục vụ xếp loại thành mấy mức?", "What score bands separate the grades?"])
def test_a_scale_is_told_whole(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert all(line in answer for line in ("xếp loại: Cao", "xếp loại: Vừa", "xếp loại: Thấp"))


def test_of_the_wards_alone_by_name(assistant: Assistant) -> None:
    answer = assistant.ask("Kể tên các phường được khảo sát.").answer
    assert "phường Nắng" in answer and "phường Gió" in answer and "xã Bờ Kè [" not in answer


def test_the_member_at_a_place_of_its_list(assistant: Assistant) -> None:
    answer = assistant.ask("Mô hình nào đứng số 2 trong các mô hình mới về bến cá sạch?").answer
    assert "Bến không rác" in answer and "Lưới xanh" not in answer


def test_no_ward_is_named_where_none_was_checked(assistant: Assistant) -> None:
    assert assistant.ask("Kể tên các phường bị kiểm tra an ninh mạng.").abstained

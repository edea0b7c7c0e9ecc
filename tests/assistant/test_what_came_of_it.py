"""What came of a thing, members named in a list, clauses that a page end cuts, and quotes that keep what is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.evidence.breaks import are_one
from ingest.pipeline import read_bytes
from ingest.report import Block, BlockKind
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAPER = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG VÀNG
Số: 71/BC-UBND

Sông Vàng, ngày 12 tháng 12 năm 2031

BÁO CÁO
Kết quả thực hiện nếp sống công sở năm 2031 của huyện Sông Vàng

I. KẾT QUẢ
Huyện giao các phòng chuyên môn tự kiểm tra việc trực ban và gửi kết quả về Văn phòng. Qua kết quả tự kiểm tra tại các \
phòng cho thấy sổ trực được ghi đủ, phần lớn cán bộ đến đúng giờ.
Trong tháng 02, huyện lập 03 tổ tư vấn về kho lưu trữ tại các xã. Qua đó giúp các xã sắp xếp lại hồ sơ cũ, bỏ bớt tài \
liệu trùng.
Để tăng cường kỷ luật của cán bộ trong giờ làm việc, Ban Thường vụ Huyện ủy khóa XII đã ban hành Kế hoạch số 44-KH/HU \
ngày 06/02/2031 về thực hiện Nghị quyết số 08-NQ/TU ngày 14/10/2030 của Ban Thường vụ Tỉnh ủy về tiếp tục siết chặt \
và đổi mới nếp sống của các cơ quan, đơn vị trong toàn hệ thống chính trị đến năm 2036.
Từ đầu năm, huyện công nhận 03 mô hình, sáng kiến mới về nếp sống công sở, (1) Mô hình “Quầy không giấy” đối với thủ \
tục đăng ký nuôi thủy sản, cấp giấy xác nhận lồng bè, cấp đổi giấy phép khai thác và hỗ trợ con giống cho các hộ nghèo \
ven sông của Ủy ban nhân dân xã Bến Đá; (2) Mô hình “Hẹn một lần” kết hợp nhắn tin trước cho người dân của Ủy ban nhân \
dân xã Cồn Lớn; (3) Mô hình “Cà phê hồ sơ” của Văn phòng Huyện ủy.
Các mô hình cũ vẫn được giữ: Mô hình tổ xe ôm chở hồ sơ; Mô hình giám sát nụ cười qua ống kính tại quầy tiếp dân; Mô \
hình “2 trong 1” đối với đăng ký kết hôn; ghi chú kết hôn ở nước ngoài; Mô hình trả giấy tờ tại chợ theo yêu cầu của \
tiểu thương, ngư dân và người bán hàng rong trên bến; Mô hình đọc giúp đơn cho người cao tuổi.
Việc nuôi tôm ở các xã ven biển gặp nhiều bất lợi vì triều cường dâng sớm, cống ngăn mặn hư hỏng đã ảnh hưởng lớn đến \
sản lượng và\fthu nhập của các hộ nuôi tôm. Đường bờ kè được giữ sạch.
Đẩy mạnh dùng sổ tay điện tử trong công tác\ftrực ban, nhất là ca đêm, nhờ ghép chung phần mềm, đã rút ngắn thời gian \
giao ca, bớt chi phí in ấn cho các phòng.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Chín
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("effects"), spelling_embedder) as library:
        library.add(read_bytes(PAPER.encode(), "sv.txt"), PAPER.encode(), "sv.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kết quả tự kiểm tra việc trực ban tại các phòng cho thấy điều gì?", "sổ trực được ghi đủ"),
        ("Ba tổ tư vấn về kho lưu trữ đã giúp ích gì cho các xã?", "bỏ bớt tài liệu trùng"),
        ("What did the self-inspections of the departments show?", "sổ trực được ghi đủ"),
        ("Việc dùng sổ tay điện tử đem lại lợi ích gì?", "rút ngắn thời gian"),
    ],
)
def test_what_came_of_a_thing_is_told_by_the_clause_that_says_so(
    assistant: Assistant, question: str, told: str
) -> None:
    assert told in assistant.ask(question).answer


def test_both_pieces_of_a_clause_that_a_page_end_cuts_are_told(assistant: Assistant) -> None:
    answer = assistant.ask("Điều gì ảnh hưởng đến thu nhập của các hộ nuôi tôm?").answer
    assert "triều cường" in answer and "thu nhập" in answer


def test_a_member_that_is_named_is_told_without_the_others(assistant: Assistant) -> None:
    answer = assistant.ask("Mô hình “2 trong 1” áp dụng cho những thủ tục gì?").answer
    assert "đăng ký kết hôn" in answer and "ghi chú kết hôn" in answer and "xe ôm" not in answer
    answer = assistant.ask("Mô hình trả giấy tờ tại chợ theo yêu cầu của những ai?").answer
    assert "ngư dân" in answer and "xe ôm" not in answer


def test_the_first_of_numbered_members_is_told_by_itself(assistant: Assistant) -> None:
    answer = assistant.ask("Đơn vị nào có mô hình “Quầy không giấy”?").answer
    assert "Bến Đá" in answer and "Từ đầu năm" not in answer


def test_a_long_quote_keeps_the_time_that_is_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Nghị quyết của Tỉnh ủy về đổi mới nếp sống của các cơ quan áp dụng đến năm nào?").answer
    assert "2036" in answer and len(answer.split()) < 60
    answer = assistant.ask("Huyện lập 03 tổ tư vấn về kho lưu trữ tại các xã vào tháng nào?").answer
    assert "tháng 02" in answer


def test_what_follows_a_mark_behind_a_semicolon_is_another_clause() -> None:
    text = "Kiểm tra 05 đơn vị; lũy kế 24 đơn vị và các xã"
    block = Block("b1", BlockKind.PARAGRAPH, text, "I")
    assert not are_one(block, [(0, 18), (18, len(text))])
    assert are_one(block, [(0, 37), (37, len(text))])

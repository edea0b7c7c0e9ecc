"""Members of a set that are bodies, places or people have names: a sentence that counts the set tells none of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 92/BC-UBND
Sông Trăng, ngày 20 tháng 12 năm 2025

BÁO CÁO
Kết quả công tác cải cách hành chính năm 2025

I. KẾT QUẢ
1. Từ ngày 04/8 đến ngày 12/8/2025, 02 tổ khảo sát của huyện đã đến 06/11 xã, thị trấn để xem bộ phận một cửa; 05 xã, \
thị trấn còn lại chuyển sang năm sau.
2. Huyện tặng giấy khen 03 xã: Tân Lộc, Hòa Sơn, Phú Mỹ vì nộp lưu trữ sớm.
3. Phòng Nội vụ tập trung: (1) sắp xếp kho lưu trữ của huyện; (2) tập huấn văn thư cho 07 xã vùng sâu; (3) thanh lý \
giấy tờ trùng.
4. Có 09 phòng, trong đó 04 phòng, 02 trung tâm và 03 trạm đã dùng chữ ký số chuyên dùng.
5. Trong năm có 12/40 ấp chưa lắp camera an ninh, chủ yếu do thiếu kinh phí, đường truyền yếu.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("members"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao.txt"), data, "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Sáu xã, thị trấn đã được tổ khảo sát của huyện đến là những nơi nào?",
        "06 xã, thị trấn được tổ khảo sát đến là những xã nào?",
        "07 xã vùng sâu được tập huấn văn thư là những xã nào?",
        "04 phòng dùng chữ ký số chuyên dùng là những phòng nào?",
        "12 ấp chưa lắp camera an ninh thuộc xã nào?",
        "Which 12 hamlets have no security cameras yet?",
    ],
)
def test_a_set_that_is_counted_has_no_names(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Ba xã được tặng giấy khen vì nộp lưu trữ sớm là những xã nào?", "Hòa Sơn"),
        ("Tổ khảo sát của huyện đã đến bao nhiêu xã, thị trấn?", "6/11"),
    ],
)
def test_what_is_told_of_it_is(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert told in answer.answer


REMARKED = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 93/BC-UBND
Sông Trăng, ngày 20 tháng 12 năm 2025

BÁO CÁO
Kết quả công tác thanh tra công vụ năm 2025

I. KẾT QUẢ
1. Tổ công tác nhắc nhở 06 trường hợp đi muộn; xử lý kỷ luật 02 viên chức bằng hình thức cảnh cáo[1] trong năm.

[1] 01 viên chức Trạm Thú y và 01 viên chức Trường Tiểu học Tân Lộc.
"""


def test_the_note_of_another_count_is_left_out(tmp_path: Path, spelling_embedder: Embedder) -> None:
    with Library.open(tmp_path, spelling_embedder) as library:
        data = REMARKED.encode()
        library.add(read_bytes(data, "bao-cao.txt"), data, "bao-cao.txt")
        assert Assistant(library).ask("06 trường hợp bị nhắc nhở vì đi muộn là những ai?").abstained


LISTED = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 96/BC-UBND
Sông Trăng, ngày 20 tháng 12 năm 2025

BÁO CÁO
Kết quả triển khai mô hình đọc sách năm 2025

I. KẾT QUẢ
1. Có 21 UBND cấp xã chủ động triển khai mô hình đọc sách tại cơ quan, huyện chọn nhân rộng các mô hình đọc sách[1].

[1] (1) Mô hình “Tủ sách mở”; (2) mô hình “Giờ đọc chung”; (3) mô hình “Sách theo ghe”; (4) mô hình “Góc đọc nhỏ”.
"""


def test_a_list_of_other_things_names_no_bodies(tmp_path: Path, spelling_embedder: Embedder) -> None:
    with Library.open(tmp_path, spelling_embedder) as library:
        data = LISTED.encode()
        library.add(read_bytes(data, "bao-cao.txt"), data, "bao-cao.txt")
        assistant = Assistant(library)
        assert assistant.ask("21 UBND cấp xã triển khai mô hình đọc sách là những xã nào?").abstained
        assert "Sách theo ghe" in assistant.ask("Các mô hình đọc sách được nhân rộng là những mô hình nào?").answer

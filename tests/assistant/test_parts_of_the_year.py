"""Questions to a year's report on its parts: what hindered, what was weak and is to be done, what a request adds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind, kinds_of
from assistant.question import understand
from assistant.words.terms import default_lexicon, normal
from ingest.language.fold import fold
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số:      /BC-UBND
Sông Trăng, ngày      tháng 12 năm 2025

BÁO CÁO
Kết quả công tác hòa giải ở cơ sở năm 2025

I. ĐẶC ĐIỂM TÌNH HÌNH
1. Những khó khăn ảnh hưởng đến công tác hòa giải
Nước lũ kéo dài, giá lúa thấp đã tác động không nhỏ đến đời sống người dân.

II. KẾT QUẢ
1. Hệ thống loa thông minh tại các ấp được dùng để nhắc lịch họp tổ hòa giải.
2. Trong quý I, huyện thành lập 03 đoàn kiểm tra công tác hòa giải.

III. ĐÁNH GIÁ CHUNG
1. Ưu điểm
Công tác hòa giải đi vào nền nếp, tình làng nghĩa xóm được giữ gìn.
2. Hạn chế
Công tác tập huấn cho hòa giải viên còn hình thức, tài liệu tập huấn phát chậm.
3. Nguyên nhân
Một số tổ trưởng kiêm nhiệm nhiều việc, ít dành thời gian cho công tác hòa giải.

IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026
1. Đổi mới nội dung tập huấn cho hòa giải viên, phát tài liệu tập huấn trước 10 ngày.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("parts"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao.txt"), data, "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Yếu tố bất lợi nào tác động đến công tác hòa giải trong năm?", "Nước lũ kéo dài"),
        ("Công tác hòa giải gặp những điều kiện bất lợi gì?", "giá lúa thấp"),
        ("Những yếu tố khách quan nào gây khó cho công tác hòa giải trong năm?", "Nước lũ kéo dài"),
        ("Điều gì cản trở công tác hòa giải của huyện?", "giá lúa thấp"),
        ("Vì sao công tác hòa giải vẫn còn hạn chế?", "kiêm nhiệm nhiều việc"),
        ("Viết gọn phần ưu điểm của công tác hòa giải cho bản tóm tắt.", "tình làng nghĩa xóm"),
        ("Báo cáo được phát hành vào tháng nào?", "tháng 12 năm 2025"),
        ("Huyện lập mấy đoàn kiểm tra công tác hòa giải?", "03 đoàn"),
    ],
)
def test_the_part_that_is_asked_for_is_told(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert told in answer.answer


def test_what_was_weak_and_what_is_to_be_done_are_both_told(assistant: Assistant) -> None:
    answer = assistant.ask("Việc tập huấn hòa giải viên còn yếu ở điểm nào và năm 2026 định làm gì để khắc phục?")
    assert "còn hình thức" in answer.answer
    assert "Đổi mới nội dung tập huấn" in answer.answer


def test_law_in_a_longer_word_is_no_document_and_a_count_of_meetings_asks_for_none():
    for question in ("Tuyên truyền pháp luật mấy cuộc?", "Kỷ luật mấy người?", "Quán triệt nghị quyết bao nhiêu lượt?"):
        assert Kind.DOCUMENT not in kinds_of(fold(question))
    assert Kind.DOCUMENT in kinds_of(fold("Theo luật nào?"))


def test_a_number_is_met_as_reports_write_it():
    said = next(w for w in understand("5 đơn còn tồn gồm những gì?", default_lexicon()).wanted if w.words == "5")
    assert "05" in said.keys


def test_what_several_things_serve_asks_for_no_list() -> None:
    assert Kind.LIST not in kinds_of(fold("Loa ở các ấp được dùng vào việc gì?"))
    assert Kind.LIST in kinds_of(fold("Các ấp có những loại loa gì?"))


def test_where_something_stands_may_be_asked_for_as_a_spot() -> None:
    assert Kind.WHERE in kinds_of(fold("Mô hình này nằm ở chỗ nào trong báo cáo?"), "Mô hình này nằm ở chỗ nào?")


def test_areas_of_law_are_no_document() -> None:
    assert Kind.DOCUMENT not in kinds_of("on which areas of law?", english=True)
    assert Kind.DOCUMENT in kinds_of("which law is cited?", english=True)


@pytest.mark.parametrize(("slip", "meant"), [("ngừoi", "người"), ("nguời", "người"), ("truờng", "trường")])
def test_a_horn_on_one_letter_of_two_is_a_slip(slip: str, meant: str) -> None:
    assert normal(slip) == meant
    assert normal("thuở") == "thuở"
    assert normal("quờ") == "quờ"


def test_what_is_in_the_course_of_being_settled_is_pending() -> None:
    asked = understand("Bao nhiêu hồ sơ đang trong quá trình giải quyết?", default_lexicon())
    assert any("tồn đọng" in w.keys for w in asked.wanted)

"""A district's year: models that grew, a share without a subject, documents asked for one after another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN BẾN SẬY
Số: 83/BC-UBND
Bến Sậy, ngày 06 tháng 12 năm 2024

BÁO CÁO
Kết quả phục vụ Nhân dân năm 2024

I. KẾT QUẢ
1. Huyện đã thực hiện Quyết định số 412/QĐ-UBND ngày 08/9/2023 của Ủy ban nhân dân tỉnh về việc giao Thư viện tỉnh \
quản lý tủ sách cộng đồng, vận hành tủ sách và quản lý bạn đọc; Quyết định số 57/QĐ-UBND ngày 11/01/2024 của Ủy ban \
nhân dân tỉnh ban hành Quy chế phối hợp vận hành việc giao Thư viện tỉnh quản lý tủ sách cộng đồng.
2. Tiếp nhận đơn của Nhân dân:
- Đơn đề nghị hỗ trợ: Tổng cộng 44 đơn, đã giải quyết 41/44 đơn, tồn 03 đơn. Đạt tỷ lệ 93,18%.
- Đơn xin xác nhận: Tổng cộng 25 đơn, đã giải quyết 25/25 đơn. Các tổ hòa giải đạt 88%.
3. Công tác tư vấn được quan tâm thực hiện; tổ chức tư vấn lưu động tại 09 xã, có 512 lượt người dân tham dự và giải \
đáp 64 trường hợp thuộc các lĩnh vực Hộ tịch, Xây dựng, Bảo hiểm thất nghiệp.
4. Huyện tổ chức hội thi trong các lĩnh vực được giao, có 120 người dự.
5. Năm trước, xã Lung Tràm có mô hình “2 trong 1” gồm đăng ký khai sinh, cấp thẻ bảo hiểm y tế; cấp số định danh và \
gửi giấy mời tiêm chủng; Mô hình “Hẹn giờ” gồm đặt lịch, nhắc lịch, trả giấy tại nhà. Năm nay xã công nhận: (1) Mô \
hình “3 trong 1” đối với việc đăng ký khai sinh, cấp thẻ bảo hiểm y tế cho trẻ, cấp số định danh, gửi giấy mời tiêm \
chủng và tặng sổ tiết kiệm của Ủy ban nhân dân xã Lung Tràm; (2) Mô hình “Sáng thứ bảy” của xã Rạch Gốc.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("models"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao-83.txt"), data, "bao-cao-83.txt")
        yield Assistant(library)


def test_the_next_document_asked_for_may_be_of_another_year(assistant: Assistant) -> None:
    before = "Năm 2023 tỉnh giao Thư viện tỉnh quản lý tủ sách cộng đồng bằng quyết định nào?"
    first = assistant.ask(before).answer
    history = (Turn("user", before), Turn("assistant", first))
    assert "412/QĐ-UBND" in first
    then = assistant.ask("Thế quy chế phối hợp vận hành việc này thì ban hành ở quyết định nào?", history=history)
    assert then.answer.startswith("Quyết định số 57/QĐ-UBND")


@pytest.mark.parametrize(
    "question",
    [
        "Đơn đề nghị hỗ trợ có bao nhiêu đơn và tỷ lệ giải quyết là bao nhiêu?",
        "Đã giải quyết được bao nhiêu đơn đề nghị hỗ trợ?",
    ],
)
def test_the_share_without_a_subject_is_told_with_its_count(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "44 đơn" in answer.answer
    assert "93,18%" in answer.answer.partition("Báo cáo ghi")[0]


def test_a_share_of_something_else_is_not_told_with_the_count_before_it(assistant: Assistant) -> None:
    assert "88%" not in assistant.ask("Đã giải quyết được bao nhiêu đơn xin xác nhận?").answer


@pytest.mark.parametrize(
    "question",
    [
        "Các buổi tư vấn lưu động giải đáp cho người dân trong những lĩnh vực nào?",
        "In which fields were residents given answers at the mobile advice sessions?",
    ],
)
def test_the_fields_are_told_by_the_clause_that_names_them(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "các lĩnh vực Hộ tịch, Xây dựng, Bảo hiểm thất nghiệp" in answer
    assert "quan tâm" not in answer


def test_fields_that_are_not_named_are_not_told(assistant: Assistant) -> None:
    assert "Hộ tịch" not in assistant.ask("Huyện tổ chức hội thi trong những lĩnh vực nào?").answer


@pytest.mark.parametrize(
    "question",
    [
        "So với mô hình “2 trong 1” thì mô hình “3 trong 1” thêm việc gì?",
        "Mô hình “2 trong 1” và mô hình “3 trong 1” khác nhau ở việc gì?",
        "Mô hình “3 trong 1” của xã Lung Tràm có thêm việc gì so với mô hình “2 trong 1” trước đây?",
        "What does the 3-in-1 model add to the 2-in-1 model?",
        "Mô hình “3 trong 1” khác gì mô hình “2 trong 1”?",
    ],
)
def test_what_a_model_adds_to_the_one_before_is_what_that_one_lacks(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert answer.startswith("“3 trong 1”") and "tặng sổ tiết kiệm" in answer
    assert "khai sinh" not in answer and "định danh" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "So với mô hình “Hẹn giờ” thì mô hình “3 trong 1” thêm việc gì?",
        "Mô hình “3 trong 1” của xã Rạch Gốc thêm việc gì so với mô hình “2 trong 1”?",
    ],
)
def test_models_that_do_not_go_on_from_each_other_add_nothing(assistant: Assistant, question: str) -> None:
    assert "thêm:" not in assistant.ask(question).answer

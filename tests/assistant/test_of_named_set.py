"""What is asked of the members of a set told by name: whether one is among them, those of one sort, how many there are
of each, the one that is so described."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH HÀ LINH
Số: 91/BC-UBND

BÁO CÁO
Kết quả chống hạn năm 2031

I. KHẢO SÁT
Tháng 4/2031, đoàn công tác khảo sát nguồn nước ngọt tại 06 địa phương, đơn vị gồm: phường Bến Sỏi, phường Cửa Lạch, \
xã Đồng Ngang, xã Rạch Mới, xã Tân Khê, Sở Thủy sản. Việc khảo sát kéo dài 12 ngày.
Một số đơn vị chưa nộp báo cáo nguồn nước như xã Gò Đuôi, xã Mường Lát, Công ty Cấp nước Hà Linh.

II. CÁCH LÀM
Tỉnh đã công nhận 03 mô hình trữ nước: (1) Mô hình “Ao làng” của Ủy ban nhân dân xã Tân Khê; (2) Mô hình “Bể chung” \
của Hội Nông dân phường Bến Sỏi; (3) Mô hình “Mái hứng mưa” của trường học xã Rạch Mới.
Các mô hình được duy trì: Mô hình “3 trong 1” về khai sinh, nhập hộ khẩu; cấp thẻ bảo hiểm cho trẻ; Mô hình “4 \
trong 1” về khai tử, xóa hộ khẩu, trả thẻ và chi mai táng phí; Mô hình “Trạm nước lưu động” của xã Đồng Ngang.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("of-named-set"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


def test_one_of_the_members_is_told_with_yes(assistant: Assistant) -> None:
    answer = assistant.ask("Xã Rạch Mới có thuộc diện được khảo sát nguồn nước ngọt không?")
    assert answer.answer.startswith("Có: xã Rạch Mới")


def test_who_is_not_among_members_told_whole_is_told_with_no(assistant: Assistant) -> None:
    answer = assistant.ask("Xã Gò Đuôi có nằm trong các địa phương được khảo sát nguồn nước ngọt không?")
    assert answer.answer.startswith("Không")
    assert "xã Đồng Ngang" in answer.answer


def test_who_is_not_among_examples_is_not_denied(assistant: Assistant) -> None:
    assert assistant.ask("Xã Tân Khê có nằm trong số các đơn vị chưa nộp báo cáo nguồn nước không?").abstained


def test_only_the_members_of_the_sort_are_told(assistant: Assistant) -> None:
    answer = assistant.ask("Những phường nào được khảo sát nguồn nước ngọt trong tháng 4/2031?").answer
    assert "Bến Sỏi" in answer
    assert "Cửa Lạch" in answer
    assert "Rạch Mới" not in answer


def test_the_members_of_each_sort_are_counted(assistant: Assistant) -> None:
    answer = assistant.ask("Trong 6 nơi khảo sát nguồn nước ngọt có bao nhiêu phường, bao nhiêu xã?").answer
    assert "Phường: 2" in answer
    assert "Xã: 3" in answer


@pytest.mark.parametrize(
    "question", ["Mô hình trữ nước nào của Hội Nông dân?", "Which of the three models belongs to Bến Sỏi ward?"]
)
def test_the_one_described_is_told_alone(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "Bể chung" in answer
    assert "Ao làng" not in answer


@pytest.mark.parametrize(
    "question", ["mo hinh 3 trong 1 co nhung thu tuc gi", "What does the 3-in-1 model consist of?"]
)
def test_what_bears_a_name_is_told_with_all_that_it_is_made_of(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "khai sinh" in answer
    assert "cấp thẻ bảo hiểm" in answer
    assert "mai táng" not in answer


def test_another_so_many_in_one_is_not_told(assistant: Assistant) -> None:
    assert assistant.ask("Mô hình “5 trong 1” gồm những thủ tục gì?").abstained


def test_places_of_several_sorts_together_are_not_those_of_one(assistant: Assistant) -> None:
    answer = assistant.ask("Khảo sát nguồn nước ngọt làm ở bao nhiêu xã, phường?").answer
    assert not answer.startswith(("Xã: ", "Phường: "))

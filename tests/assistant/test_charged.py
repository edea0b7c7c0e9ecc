"""What a body is charged with stands under the line that names it; what a document only frames, in its sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind, kinds_of
from ingest.language.fold import fold
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 88/BC-UBND
Sông Trăng, ngày 25 tháng 11 năm 2025

BÁO CÁO
Tình hình chỉ số chuyển đổi số và an toàn hồ chứa của tỉnh năm 2025

I. KẾT QUẢ
1. Chỉ số chuyển đổi số (DTI): Bộ Khoa học và Công nghệ công bố vào tháng 5/2026. Tỉnh mới mở 02/04 lớp tập huấn trong \
năm 2025 để nâng chỉ số chuyển đổi số.
2. Việc kiểm tra an toàn hồ chứa được thực hiện theo Quyết định số 615/QĐ-UBND ngày 14/3/2025 về việc thành lập Đoàn \
kiểm tra công tác bảo đảm an toàn hồ chứa năm 2025, tại một số đơn vị: Công ty Thủy nông Bắc Trăng; Trạm Bơm Cồn Dài; \
Ban Quản lý hồ Suối Mơ.

II. NHIỆM VỤ CẢI THIỆN CHỈ SỐ NĂM 2026
a) Các sở rà soát chỉ số hằng tháng.
b) Giao Sở Xây dựng:
- Lập bản đồ số các tuyến cống thoát nước.
- Công khai giấy phép xây dựng trên cổng tin.
c) Giao Sở Y tế (cơ quan thường trực):
- Nối bệnh án của các trạm y tế về kho chung; mỗi quý một lần đối chiếu sổ tiêm chủng, sổ khám thai và sổ theo dõi \
người cao tuổi với dữ liệu dân cư, báo cáo Ủy ban nhân dân tỉnh những trạm còn chép tay quá ba mươi ngày mà chưa nhập \
vào máy hoặc nhập thiếu tên thuốc.
- Cấp máy quét cho các trạm y tế vùng sâu.
d) Xây dựng quy chế vận hành kho dữ liệu hồ chứa dùng chung của các đơn vị thủy nông trên địa bàn toàn tỉnh, ban \
hành trong tháng 02/2026, giao Sở Tư pháp chủ trì.
đ) Giao Sở Nội vụ tổ chức kiểm tra việc nhập dữ liệu ở các trạm y tế.
e) Giao Trung tâm Khuyến nông và Dịch vụ nông nghiệp tỉnh:
- Mở kênh tư vấn giống lúa trên mạng.
- Chấm chỉ số chuyển đổi số của các hợp tác xã.

III. THÀNH VIÊN TỔ GIÚP VIỆC
Gồm: Sở Dân tộc, Sở Ngoại vụ, Viễn thông Sông Trăng.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("charged"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "88.txt"), data, "88.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Để cải thiện các chỉ số năm 2026, Sở Xây dựng được giao làm gì?",
        "Sở Xây dựng được giao những nhiệm vụ gì để cải thiện chỉ số?",
        "What is the Department of Construction told to do to improve the indices in 2026?",
        "Liệt kê nhiệm vụ đề xuất giao Sở Xây dựng năm 2026 để cải thiện các chỉ số.",
        "Nhiệm vụ của Sở Xây dựng năm 2026 để cải thiện các chỉ số là gì?",
        "List the tasks assigned to the Department of Construction in 2026 to improve the indices.",
    ],
)
def test_the_tasks_under_the_line_that_charges_a_body_are_told_whole(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "bản đồ số" in answer
    assert "giấy phép xây dựng" in answer
    assert "máy quét" not in answer


def test_a_task_behind_the_name_of_the_body_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Nêu nhiệm vụ giao Sở Nội vụ để cải thiện các chỉ số năm 2026").answer
    assert "nhập dữ liệu ở các trạm y tế" in answer
    assert "bản đồ số" not in answer


def test_a_body_may_be_named_by_the_beginning_of_its_name(assistant: Assistant) -> None:
    answer = assistant.ask("Trung tâm Khuyến nông được giao những nhiệm vụ gì năm 2026?").answer
    assert "giống lúa" in answer
    assert "hợp tác xã" in answer


def test_a_list_that_only_names_a_body_tells_none_of_its_tasks(assistant: Assistant) -> None:
    assert assistant.ask("Nhiệm vụ dự kiến giao Sở Ngoại vụ năm 2026 là gì?").abstained


def test_few_long_tasks_share_the_room_of_a_list(assistant: Assistant) -> None:
    answer = assistant.ask("Sở Y tế được giao làm gì để cải thiện chỉ số?").answer
    assert "dữ liệu dân cư" in answer
    assert "máy quét" in answer


def test_a_body_that_no_line_charges_is_told_no_tasks_of_others(assistant: Assistant) -> None:
    answer = assistant.ask("Để cải thiện các chỉ số năm 2026, Sở Công Thương được giao làm gì?")
    assert "bản đồ số" not in answer.answer
    assert "máy quét" not in answer.answer


def test_a_count_of_something_else_is_no_score(assistant: Assistant) -> None:
    assert assistant.ask("What digital transformation index score did the province get for 2025?").abstained


@pytest.mark.parametrize(
    "question",
    [
        "Which units were inspected for reservoir safety under Decision 615/QĐ-UBND?",
        "Theo Quyết định số 615/QĐ-UBND, những đơn vị nào được kiểm tra an toàn hồ chứa?",
    ],
)
def test_who_was_dealt_with_under_a_document_is_told_and_not_the_document(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "Trạm Bơm Cồn Dài" in answer
    assert "Ban Quản lý hồ Suối Mơ" in answer


def test_a_document_named_with_its_subject_is_still_told_itself(assistant: Assistant) -> None:
    assert "14/3/2025" in assistant.ask("Quyết định 615/QĐ-UBND ban hành ngày nào?").answer


def test_who_leads_may_be_told_at_the_end_of_a_task(assistant: Assistant) -> None:
    question = "Who leads the drafting of the regulation on the reservoir data?"
    assert "giao Sở Tư pháp chủ trì" in assistant.ask(question).answer


@pytest.mark.parametrize(
    ("question", "kind", "is_of_it"),
    [
        ("Trong kế hoạch năm 2026, sở nào chủ trì tuyên truyền?", Kind.DOCUMENT, False),
        ("Kế hoạch ấy mang số nào?", Kind.DOCUMENT, True),
        ("Để nâng các chỉ số, phòng này được giao làm gì?", Kind.FIGURE, False),
        ("Chỉ số hài lòng của tỉnh là bao nhiêu?", Kind.FIGURE, True),
    ],
)
def test_a_department_is_no_number_and_a_task_no_figure(question: str, kind: Kind, is_of_it: bool) -> None:
    assert (kind in kinds_of(fold(question), question)) is is_of_it

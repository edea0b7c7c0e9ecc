"""A plan asked in other words than its own: its papers and sets, who leads, which document stands behind another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 27/KH-UBND

KẾ HOẠCH
Phát động phong trào thi đua chuyển đổi số năm 2025

Căn cứ Quyết định số 44/QĐ-UBND ngày 06/01/2025 của Ủy ban nhân dân tỉnh về công tác thi đua, khen thưởng. Theo Quyết
định số 44/QĐ-UBND, thống nhất áp dụng Quyết định số 09/2024/QĐ-UBND ngày 15/02/2024 của Ủy ban nhân dân tỉnh ban hành
quy định về sáng kiến; Quyết định số 72/QĐ-UBND ngày 10/01/2025 thay thế Quyết định số 61/QĐ-UBND ngày 05/3/2023.

I. NỘI DUNG THI ĐUA

Đẩy mạnh thông tin, tuyên truyền chuyển đổi số; nêu gương người tốt, phổ biến cách làm hay.
Mỗi đơn vị đăng ký ít nhất một mô hình chuyển đổi số gồm:
- Nhóm mô hình của cơ quan cấp tỉnh;
- Nhóm mô hình của cấp xã.

II. KHEN THƯỞNG

1. Tiêu chuẩn khen thưởng
- Chấp hành tốt chủ trương, chính sách về chuyển đổi số.
- Có sáng kiến chuyển đổi số được công nhận.

2. Hồ sơ đề nghị khen thưởng gồm:
a) Tờ trình đề nghị khen thưởng.
b) Biên bản họp bình xét của đơn vị.
c) Báo cáo thành tích có xác nhận của cấp trên.

3. Số lượng hồ sơ
Hồ sơ đề nghị tặng Bằng khen gồm 03 bộ (trong đó có 01 bộ gốc).

III. TỔ CHỨC THỰC HIỆN

1. Sở Văn hóa chủ trì, phối hợp với các cơ quan báo chí tăng cường tuyên truyền, nêu gương điển hình tiên tiến trong \
phong trào thi đua chuyển đổi số năm 2025.
2. Ban Chỉ đạo chuyển đổi số của tỉnh do Chủ tịch Ủy ban nhân dân tỉnh làm Trưởng Ban Chỉ đạo, Giám đốc Sở Tư pháp làm \
Phó Trưởng Ban.
3. Tổ Công tác về chuyển đổi số của tỉnh, do Giám đốc Sở Tài chính làm Tổ trưởng.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("movement"), spelling_embedder) as library:
        data = PLAN.encode()
        library.add(read_bytes(data, "ke-hoach-27.txt"), data, "ke-hoach-27.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Hồ sơ xin Bằng khen phong trào thi đua chuyển đổi số 2025 gồm những giấy tờ gì, nộp mấy bộ?",
        "What papers must the commendation dossier contain, and how many sets?",
    ],
)
def test_what_a_file_consists_of_is_told_with_the_sets_that_are_handed_in(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert all(part in answer for part in ("Tờ trình", "Biên bản họp", "Báo cáo thành tích", "03 bộ")), answer


@pytest.mark.parametrize(
    "question",
    [
        "Hồ sơ xin Bằng khen phong trào thi đua chuyển đổi số 2025 gồm những giấy tờ gì?",
        "Hồ sơ xin Bằng khen của Chủ tịch tỉnh trong phong trào thi đua 2025 cần những giấy tờ gì?",
        "Xã tôi muốn đề nghị Chủ tịch tỉnh tặng Bằng khen phong trào thi đua 2025 thì bộ hồ sơ cần những giấy tờ gì?",
        "Đề nghị Bằng khen của Chủ tịch UBND tỉnh thì hồ sơ phải có tài liệu gì?",
        "Hồ sơ khen thưởng của UBND tỉnh cần giấy tờ nào?",
        "Xin Bằng khen của UBND tỉnh thì hồ sơ cần nộp giấy tờ gì?",
    ],
)
def test_the_papers_of_a_file_are_not_told_by_another_list(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "Tờ trình" in answer
    assert "Chấp hành tốt" not in answer


def test_sets_of_papers_are_no_ministries(assistant: Assistant) -> None:
    answer = assistant.ask("How many sets does the commendation dossier have?").answer
    assert "ministr" not in answer


@pytest.mark.parametrize(
    ("question", "number"),
    [
        (
            "Which older decision is kept in force by Decision No. 44/QĐ-UBND, and when was it issued?",
            "09/2024/QĐ-UBND",
        ),
        ("Quyết định số 44/QĐ-UBND cho áp dụng quyết định nào?", "09/2024/QĐ-UBND"),
        ("Which decision replaced Decision No. 61/QĐ-UBND on the steering of the movement?", "72/QĐ-UBND"),
    ],
)
def test_how_one_document_bears_on_another_tells_which_is_meant(
    assistant: Assistant, question: str, number: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert number in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Who leads work with the press to publicise good examples in the 2025 digital transformation movement?",
        "Ai chủ trì phối hợp với báo chí tuyên truyền gương điển hình tiên tiến trong phong trào thi đua?",
    ],
)
def test_the_body_in_the_lead_of_a_task_is_who_leads_it(assistant: Assistant, question: str) -> None:
    assert "Sở Văn hóa chủ trì" in assistant.ask(question).answer


def test_the_head_of_a_group_is_no_head_of_the_committee(assistant: Assistant) -> None:
    answer = assistant.ask("Who heads the steering committee for digital transformation of the province?").answer
    assert "Chủ tịch Ủy ban nhân dân tỉnh làm Trưởng Ban" in answer
    answer = assistant.ask("Who heads the working group on digital transformation of the province?").answer
    assert "Giám đốc Sở Tài chính làm Tổ trưởng" in answer

"""Of a long sentence the clauses that say what was asked, whichever way it is put."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

OPENING = (
    "Thực hiện chủ trương của cấp trên về đổi mới phương thức phục vụ, tăng cường kỷ luật công vụ, nâng cao ý thức "
    "trách nhiệm của từng cán bộ, phát huy vai trò nêu gương của đảng viên, gắn thi đua với nhiệm vụ chuyên môn"
)
LONG = f"{OPENING}, đến ngày 15/6/2024 tổ công nghệ số cộng đồng đã hướng dẫn 1.250 hộ nộp hồ sơ tại nhà."
DOER = (
    "Trưởng các phòng chuyên môn, Chủ tịch UBND các xã chịu trách nhiệm rà soát, phân loại, hướng dẫn, theo dõi, "
    "đôn đốc, kiểm tra, tổng hợp, báo cáo kết quả việc số hóa hồ sơ lưu trữ, sổ hộ tịch, bản đồ địa chính tại cơ quan, "
    "đơn vị mình trước ngày họp giao ban."
)
REPORT = f"""ỦY BAN NHÂN DÂN HUYỆN LÂM HẠ

BÁO CÁO
Kết quả công tác năm 2024

I. KẾT QUẢ

{LONG}

{DOER}
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("windows"), embedder=spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "lam-ha.txt"), REPORT.encode(), "lam-ha.txt")
        yield Assistant(library)


def test_what_leads_up_to_the_answer_is_left_out(assistant: Assistant) -> None:
    answer = assistant.ask("Tổ công nghệ số cộng đồng hướng dẫn các hộ nộp hồ sơ tại nhà ra sao?").answer
    assert "hướng dẫn 1.250 hộ nộp hồ sơ tại nhà" in answer
    assert "Thực hiện chủ trương" not in answer


def test_a_time_that_is_asked_for_is_among_what_is_shown(assistant: Assistant) -> None:
    answer = assistant.ask("Tổ công nghệ số cộng đồng hướng dẫn các hộ nộp hồ sơ tại nhà tính đến ngày nào?").answer
    assert "15/6/2024" in answer


def test_who_does_it_is_shown_though_it_stands_far_ahead(assistant: Assistant) -> None:
    answer = assistant.ask("Ai chịu trách nhiệm việc số hóa hồ sơ lưu trữ, sổ hộ tịch, bản đồ địa chính?").answer
    assert "Trưởng các phòng chuyên môn, Chủ tịch UBND các xã" in answer

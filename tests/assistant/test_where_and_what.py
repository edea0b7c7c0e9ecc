"""In which section something stands, and what stands there; where a cause lies is no place in a report."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH HÀ LINH
Số: 17/KH-UBND

KẾ HOẠCH
Phát động thi đua trồng rừng năm 2032

I. MỤC ĐÍCH
Kế hoạch nhằm phủ xanh đồi trọc.

II. THỜI GIAN VÀ KINH PHÍ
1. Thời gian thi đua
Phong trào thi đua kéo dài đến hết ngày 30/11/2032.
2. Kinh phí thực hiện
Kinh phí lấy từ quỹ lâm nghiệp của tỉnh.

III. HẠN CHẾ, NGUYÊN NHÂN
1. Hạn chế
Một số xã trồng rừng chưa đúng lịch; cây giống bị còi.
2. Nguyên nhân
Vườn ươm ở xa, đường dốc; một số xã thiếu người trông cây.

IV. KIẾN NGHỊ, ĐỀ XUẤT
Không.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("where-and-what"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "ke-hoach.txt"), REPORT.encode(), "ke-hoach.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("Thời gian thi đua được quy định ở mục nào của kế hoạch thi đua trồng rừng năm 2032?", "Mục II.1"),
        ("Kinh phí thực hiện của tỉnh nằm ở mục nào trong kế hoạch?", "Mục II.2"),
    ],
)
def test_the_section_is_told_by_its_heading(assistant: Assistant, question: str, section: str) -> None:
    assert assistant.ask(question).answer.startswith(section)


def test_what_stands_there_is_told_as_well(assistant: Assistant) -> None:
    answer = assistant.ask("Where in the plan are the limitations set out, and what are they?").answer
    assert answer.startswith("Section III")
    assert "cây giống bị còi" in answer


def test_that_nothing_stands_there_is_told_without_more(assistant: Assistant) -> None:
    answer = assistant.ask("Kiến nghị, đề xuất nằm ở mục nào của kế hoạch và nội dung là gì?").answer
    assert answer.startswith("Mục IV (“IV. KIẾN NGHỊ, ĐỀ XUẤT”)")
    assert "Không" in answer
    assert "Báo cáo ghi" not in answer


def test_where_a_cause_lies_is_told_by_the_cause(assistant: Assistant) -> None:
    answer = assistant.ask("Nguyên nhân khiến việc trồng rừng còn hạn chế nằm ở đâu?").answer
    assert "Vườn ươm ở xa" in answer
    assert "Mục" not in answer

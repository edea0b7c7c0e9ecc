"""Questions about the documents that a report cites."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

NOW = ("vinh-trach-2024",)


@pytest.fixture(scope="module")
def assistant(sample_library: Library) -> Assistant:
    return Assistant(sample_library)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Kế hoạch số 96/KH-UBND ngày nào?", "12/1/2024"),
        ("Kế hoạch số 96/KH-UBND về việc gì?", "cải cách hành chính"),
        ("kế hoạch 96/kh-ubnd ban hành ngày nào", "12/1/2024"),
        ("Kế hoạch nào về cải cách hành chính năm 2024?", "96/KH-UBND"),
        ("Quyết định số 1187/QĐ-UBND ngày nào?", "24/6/2024"),
        ("When was Plan 96/KH-UBND issued?", "2024"),
    ],
)
def test_a_cited_document_is_told_by_number_and_by_subject(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question, reports=NOW)
    assert not answer.abstained
    assert words in answer.answer
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Huyện thực hiện Nghị quyết 09-NQ/TU bằng kế hoạch nào, ban hành ngày nào?", "Kế hoạch số 41-KH/HU"),
        ("Kế hoạch số 41-KH/HU thực hiện nghị quyết nào?", "Nghị quyết số 09-NQ/TU"),
        ("Theo Kế hoạch số 41-KH/HU thì huyện thực hiện nghị quyết nào?", "Nghị quyết số 09-NQ/TU"),
    ],
)
def test_a_document_that_the_question_names_is_not_the_one_it_asks_for(
    assistant: Assistant, question: str, words: str
) -> None:
    answer = assistant.ask(question, reports=NOW)
    assert not answer.abstained
    assert answer.answer.startswith(words)


def test_a_tie_that_the_report_does_not_tell_is_not_answered_by_the_named_document(assistant: Assistant) -> None:
    assert assistant.ask("Kế hoạch 96/KH-UBND thay thế kế hoạch nào?", reports=NOW).abstained


def test_a_named_document_is_told_where_it_is_itself_asked_about(assistant: Assistant) -> None:
    assert "41-KH/HU" in assistant.ask("Kế hoạch số 41-KH/HU là văn bản nào?", reports=NOW).answer


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Kế hoạch số 69/KH-UBND ngày nào?", "96/KH-UBND"),
        ("Quyết định số 1817/QĐ-UBND về việc gì?", "1187/QĐ-UBND"),
    ],
)
def test_a_number_with_two_digits_swapped_is_asked_back(assistant: Assistant, question: str, meant: str) -> None:
    answer = assistant.ask(question, reports=NOW)
    assert answer.abstained
    assert any(f"Có phải ý bạn là {meant}" in note for note in answer.notes)
    assert meant not in answer.answer


@pytest.mark.parametrize(
    "question",
    ["Quyết định số 7777/QĐ-TTg về việc gì?", "Nghị quyết số 999-NQ/TW ban hành ngày nào?", "Thông tư 1/2031/TT-XYZ?"],
)
def test_a_document_that_is_not_cited_is_not_told_of(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, reports=NOW)
    assert answer.abstained


@pytest.mark.parametrize("number", ["96/KH-UBND" * 200, "1/" * 1500 + "KH", "1-" * 1500, "9" * 3900 + "/KH-UBND"])
def test_a_number_that_never_ends_is_an_abstention(assistant: Assistant, number: str) -> None:
    assert assistant.ask(f"Kế hoạch số {number}"[:4000], reports=NOW).abstained


LONG = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 77/BC-UBND
Sông Trăng, ngày 12 tháng 12 năm 2025

BÁO CÁO
Kết quả công tác văn thư, lưu trữ năm 2025

I. KẾT QUẢ
1. Huyện ban hành Kế hoạch số 64/KH-UBND ngày 03/02/2025 về tiếp tục nâng cao chất lượng lập hồ sơ điện tử, số hóa \
tài liệu lưu trữ và giao nộp hồ sơ vào lưu trữ cơ quan tại các phòng, ban, xã, thị trấn trên \
địa bàn huyện giai đoạn 2025 - 2030.
"""


def test_whose_date_alone_is_asked_for_is_told_with_the_head_of_its_subject(
    tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder
) -> None:
    with Library.open(tmp_path_factory.mktemp("long"), spelling_embedder) as library:
        library.add(read_bytes(LONG.encode(), "bao-cao-77.txt"), LONG.encode(), "bao-cao-77.txt")
        assistant = Assistant(library)
        dated = assistant.ask("Kế hoạch 64 của huyện ra ngày nào?").answer
        whole = assistant.ask("Kế hoạch 64 ban hành ngày nào, về việc gì?").answer
    assert "3/2/2025" in dated and "lập hồ sơ điện tử" in dated
    assert "giai đoạn 2025 - 2030" not in dated
    assert "3/2/2025" in whole and "giai đoạn 2025 - 2030" in whole


DATED_BEFORE = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 83/BC-UBND
Sông Trăng, ngày 15 tháng 11 năm 2025

BÁO CÁO
Kết quả công tác văn thư, lưu trữ năm 2025

I. KẾT QUẢ
1. Về lưu trữ: Ngày 12/4/2025, UBND huyện đã ban hành Quyết định số 517/QĐ-UBND về ban hành Danh mục tài liệu nộp lưu \
vào kho lưu trữ huyện.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Danh mục tài liệu nộp lưu vào kho lưu trữ huyện được ban hành bằng văn bản nào, ngày nào?",
        "Quyết định số 517/QĐ-UBND ban hành ngày nào?",
    ],
)
def test_a_document_whose_day_stands_before_it_is_cited_from_that_day(
    tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder, question: str
) -> None:
    with Library.open(tmp_path_factory.mktemp("dated"), spelling_embedder) as library:
        library.add(read_bytes(DATED_BEFORE.encode(), "bao-cao-83.txt"), DATED_BEFORE.encode(), "bao-cao-83.txt")
        answer = Assistant(library).ask(question)
    assert not answer.abstained
    assert "517/QĐ-UBND" in answer.answer and "12/4/2025" in answer.answer
    assert answer.citations[0].quote.startswith("Ngày 12/4/2025")


REPEALED = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 91/BC-UBND
Sông Trăng, ngày 20 tháng 10 năm 2025

BÁO CÁO
Kết quả rà soát thủ tục hành chính năm 2025

I. KẾT QUẢ
1. Thực hiện Nghị quyết số 83.2/2025/NQ-CP ngày 11/4/2025 của Chính phủ quy định chính sách cho thủy lợi nội đồng, \
tỉnh đã rà soát các thủ tục.
2. Ngành Thủy sản: 02 thủ tục (mã số TTHC 2.004417) đã bị bãi bỏ theo Nghị quyết số 33/2025/NQ-HĐND ngày 09/7/2025 của \
HĐND tỉnh Sông Trăng về việc bãi bỏ các văn bản do HĐND tỉnh Sông Trăng, HĐND tỉnh Hòa Lạc, HĐND tỉnh An Khê ban hành \
trước ngày hợp nhất về phí neo đậu tàu thuyền, phí kiểm dịch con giống và phí cấp phép nuôi lồng bè trên sông.
"""


@pytest.fixture(scope="module")
def repealed(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("repealed"), spelling_embedder) as library:
        library.add(read_bytes(REPEALED.encode(), "bao-cao-91.txt"), REPEALED.encode(), "bao-cao-91.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Nghị quyết số 83.2/2025/NQ-CP ban hành ngày nào?",
        "Nghị quyết 83.2 của Chính phủ ban hành ngày nào?",
        "Nghị quyết nào của Chính phủ quy định chính sách cho thủy lợi nội đồng?",
    ],
)
def test_a_number_with_a_point_is_one_number(repealed: Assistant, question: str) -> None:
    answer = repealed.ask(question)
    assert not answer.abstained
    assert "83.2/2025/NQ-CP ngày 11/4/2025" in answer.answer


def test_a_part_of_a_number_with_a_point_is_no_number(repealed: Assistant) -> None:
    assert repealed.ask("Nghị quyết số 2/2025/NQ-CP ban hành ngày nào?").abstained


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Thủ tục của ngành Thủy sản bị bãi bỏ có mã số nào và bị bãi bỏ theo nghị quyết nào của HĐND tỉnh?", 72),
        ("Which code did the abolished fisheries procedure have, and under which resolution was it abolished?", 999),
    ],
)
def test_what_is_asked_beside_a_document_is_told_and_its_title_once(
    repealed: Assistant, question: str, words: int
) -> None:
    answer = repealed.ask(question)
    assert not answer.abstained
    assert "2.004417" in answer.answer and "33/2025/NQ-HĐND" in answer.answer
    assert "71.4" not in answer.answer
    assert len(answer.answer.split()) <= words

"""Words that stand around what is asked: what is left aside, who is said to say it, whose desk it is, and how little
the verb tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒNG LAU

BÁO CÁO
Kết quả công tác gia đình và hòa giải năm 2025

I. KẾT QUẢ

Ủy ban nhân dân huyện phối hợp Hội Phụ nữ ban hành Kế hoạch số 19/KH-HPN-UBND ngày 14/02/2025 về phối hợp thực hiện \
công tác gia đình năm 2025.
Huyện có Kế hoạch số 207/KH-UBND ngày 03/3/2025 của Ủy ban nhân dân huyện về thực hiện công tác gia đình năm 2025.
Qua kết quả đánh giá của Ủy ban nhân dân tỉnh, năm 2024 chỉ số gia đình văn hóa của huyện đạt 71 điểm, tăng 3 điểm so \
với năm 2023.

Huyện ban hành Kế hoạch số 1967/KH-UBND ngày 21/5/2025 về rà soát nhà ở của hộ nghèo năm 2025.

Kết quả tại bộ phận một cửa
a) Cấp xã: Số hồ sơ hộ tịch đã giải quyết: 4.210 hồ sơ, trong đó đúng hạn: 4.153 hồ sơ, quá hạn: 57 hồ sơ.
b) Cấp huyện: Số hồ sơ hộ tịch đã giải quyết: 380 hồ sơ, trong đó đúng hạn: 371 hồ sơ, quá hạn: 9 hồ sơ.

Đã tư vấn pháp luật 64 trường hợp thuộc các lĩnh vực dân sự, đất đai, hôn nhân và chính sách xã hội. Đã tuyên truyền \
21 cuộc về Luật Hộ tịch, Luật Trẻ em, Luật Cư trú, có 940 người dự.

Các chợ quê và bến nước trên địa bàn được chỉnh trang, sạch đẹp; nhiều vụ tranh chấp phức tạp về đất đai, \
môi trường,… được hòa giải kịp thời, hiệu quả; các lớp học làm cha mẹ được mở rộng đến tận ấp, đúng đối tượng, \
đã góp phần giữ nếp nhà và nâng cao chất lượng cuộc sống của người dân, được người dân đồng tình ủng hộ.

II. HẠN CHẾ

Công tác chỉ đạo của một số xã về công tác gia đình có lúc chưa quyết liệt.
Việc tập huấn hòa giải viên còn chậm, chủ yếu phát tài liệu.

III. NHIỆM VỤ NĂM 2026

1. Nâng cao nhận thức của cán bộ, công chức về ý nghĩa của công tác gia đình.
2. Xử lý nghiêm cán bộ, công chức làm sai luật, nhũng nhiễu nhân dân.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("around"), embedder=spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "dong-lau.txt"), REPORT.encode(), "dong-lau.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2024 tỉnh chấm chỉ số gia đình văn hóa của huyện được bao nhiêu điểm?",
        "Chỉ số gia đình văn hóa năm 2024 của huyện được Ủy ban nhân dân tỉnh cho mấy điểm?",
        "How many points did the province give the district's cultural family index in 2024?",
    ],
)
def test_who_marks_is_told_by_the_points_that_were_reached(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).answer.startswith("71 ")


@pytest.mark.parametrize(
    "question",
    [
        "Bộ phận một cửa huyện đã trả trễ hẹn bao nhiêu hồ sơ hộ tịch?",
        "Bộ phận một cửa của huyện giải quyết quá hạn mấy hồ sơ hộ tịch?",
        "How many civil status files did the district's one-stop shop settle late?",
    ],
)
def test_whose_desk_it_is_says_at_which_level(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "9 " in answer and ("57" not in answer.partition(" [")[0])


@pytest.mark.parametrize(
    "question",
    [
        "KH thực hiện ctác gia đình 2025 của UBND huyện (ko phải KH phối hợp vs Hội Phụ nữ) số mấy, ngày bn?",
        "Kế hoạch thực hiện công tác gia đình năm 2025, chứ không phải kế hoạch phối hợp, số mấy?",
        "Kế hoạch thực hiện công tác gia đình năm 2025 của huyện ban hành ngày bao nhiêu?",
        "Kế hoạch thực hiện công tác gia đình năm 2025 của huyện ký vào ngày mấy?",
    ],
)
def test_what_is_left_aside_is_not_told_and_a_day_is_no_count(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "207/KH-UBND" in answer and "3/3/2025" in answer
    assert "19/KH-HPN-UBND" not in answer


@pytest.mark.parametrize("verb", ["admit", "acknowledge", "point out", "own up to"])
def test_who_owns_up_to_a_weakness_is_no_part_of_it(assistant: Assistant, verb: str) -> None:
    asked = f"What weaknesses in its family work does the district {verb}?"
    assert "chưa quyết liệt" in assistant.ask(asked).answer
    assert {w.words for w in understand(asked, default_lexicon()).wanted} == {
        "weaknesses",
        "family",
        "work",
        "district",
    }


def test_whom_the_party_admitted_is_asked_by_that_word() -> None:
    question = understand("How many new Party members did the district admit?", default_lexicon())
    assert any("kết nạp" in w.keys for w in question.wanted)


@pytest.mark.parametrize(
    "question", ["KH 1967 về nd gì, ngày mấy?", "Kế hoạch 1967 về việc gì, ban hành ngày bao nhiêu?"]
)
def test_a_number_of_long_ago_is_no_year(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "1967/KH-UBND" in answer and "21/5/2025" in answer and "nhà ở" in answer


def test_what_is_planned_about_some_is_told_by_the_task_on_them_alone(assistant: Assistant) -> None:
    answer = assistant.ask("What is planned for 2026 regarding officials who break the law or bully citizens?").answer
    assert "Xử lý nghiêm" in answer and "Nâng cao nhận thức" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "Bao nhiêu trường hợp được tư vấn pháp luật về đất đai?",
        "How many of the legal consultations were about land?",
        "Đã tuyên truyền Luật Trẻ em bao nhiêu cuộc?",
    ],
)
def test_of_what_is_counted_together_nobody_knows_the_part(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Đã tư vấn pháp luật bao nhiêu trường hợp?", "64"),
        ("Bao nhiêu trường hợp tư vấn pháp luật về dân sự, đất đai, hôn nhân?", "64"),
        ("Tuyên truyền Luật Hộ tịch, Luật Trẻ em có bao nhiêu người dự?", "940"),
    ],
)
def test_the_whole_that_is_counted_together_is_told(assistant: Assistant, question: str, told: str) -> None:
    assert assistant.ask(question).answer.startswith(f"{told} ")


def test_what_became_of_other_things_is_no_member_of_the_list(assistant: Assistant) -> None:
    answer = assistant.ask("Các vụ tranh chấp phức tạp về những gì được hòa giải kịp thời, hiệu quả?").answer
    assert "đất đai, môi trường" in answer
    assert not answer.startswith("Báo cáo không nêu") and "cha mẹ" not in answer and "chợ quê" not in answer

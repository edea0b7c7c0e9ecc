"""Members of one list that a question names: set against each other, added, told each, or set over the whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN BÀU SEN
Số: 58/BC-UBND
Bàu Sen, ngày 12 tháng 12 năm 2025

BÁO CÁO
Kết quả công tác năm 2025

I. KẾT QUẢ
1. Công tác tiếp dân, giải quyết đơn thư
Công tác tiếp công dân được thực hiện tốt, trong năm đã tiếp 240 lượt, 251 người, 238 vụ việc. Trong đó: Chủ tịch Ủy \
ban nhân dân huyện tiếp 31 lượt, 30 người, 31 vụ việc; Công chức tiếp công dân thường xuyên tiếp 64 lượt, 70 người, \
64 vụ việc. Trưởng các phòng chuyên môn tiếp: 47 lượt, 45 người, 47 vụ việc. Chủ tịch UBND các xã, thị trấn tiếp 58 \
lượt, 61 người, 58 vụ việc; cán bộ tư pháp tiếp 40 lượt, 45 người, 38 vụ việc.
2. Đơn thư
Tổng số đơn khiếu nại, tố cáo, kiến nghị thuộc thẩm quyền là 50 đơn, đã giải quyết 47 đơn, còn 03 đơn đang giải quyết.
- Đơn khiếu nại: Tồn 01 đơn, phát sinh 14 đơn, tổng cộng 15 đơn, giải quyết 12/15 đơn. Đạt tỷ lệ 80%; Đơn tố cáo: 02 \
đơn. Giải quyết 02/02 đơn đạt tỷ lệ 100%; Đơn kiến nghị: Tổng cộng 33 đơn, đã giải quyết 33/33 đơn. Đạt tỷ lệ 100%.
3. Tuyên truyền: đã tổ chức 40 cuộc có 2.200 lượt người tham dự. Mở 12 hội nghị phổ biến quy ước, có 540 người tham dự.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("members"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao-58.txt"), REPORT.encode(), "bao-cao-58.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "Trưởng các phòng chuyên môn tiếp nhiều hơn Chủ tịch Ủy ban nhân dân huyện bao nhiêu lượt?",
            "Trưởng các phòng chuyên môn: 47 lượt, nhiều hơn chủ tịch Ủy ban nhân dân huyện: 31 lượt (16 = 47 − 31)",
        ),
        (
            "Công chức tiếp công dân hay trưởng các phòng chuyên môn tiếp được nhiều người hơn?",
            "Công chức tiếp công dân thường xuyên: 70 người, nhiều hơn trưởng các phòng chuyên môn: 45 người",
        ),
        ("Chủ tịch huyện với trưởng các phòng chuyên môn cộng lại tiếp bao nhiêu lượt?", "78 lượt (= 31 + 47)"),
        ("Đơn kiến nghị nhiều hơn đơn khiếu nại bao nhiêu?", "Đơn kiến nghị: 33 đơn, nhiều hơn đơn khiếu nại: 15 đơn"),
        ("Những loại đơn nào đạt tỷ lệ giải quyết 100%?", "Đơn tố cáo: 100% [1]. Đơn kiến nghị: 100% [2]"),
        ("Nêu tình hình giải quyết từng loại đơn.", "Đơn khiếu nại: Tồn 01 đơn, phát sinh 14 đơn, tổng cộng 15 đơn"),
        ("Đơn tố cáo đã giải quyết hết chưa?", "Có, đơn tố cáo: “Giải quyết 02/02 đơn đạt tỷ lệ 100%”"),
        ("Đơn khiếu nại chiếm bao nhiêu phần trăm trong tổng số 50 đơn?", "Đơn khiếu nại: 30% (= 15/50 đơn)"),
        ("47 trên 50 đơn là bao nhiêu phần trăm?", "94% (= 47/50 đơn)"),
        ("Tỷ lệ đơn khiếu nại chưa giải quyết là bao nhiêu?", "20% (phần còn lại ngoài 80%)"),
        ("Trung bình mỗi cuộc tuyên truyền có bao nhiêu lượt người dự?", "Bình quân 55 lượt người (= 2.200/40)"),
        (
            "On average, how many people attended each conference on village conventions?",
            "On average 45 people (= 540/12)",
        ),
    ],
)
def test_named_members_are_told(assistant: Assistant, question: str, lead: str) -> None:
    assert assistant.ask(question).answer.startswith(lead)


def test_which_is_more_is_of_the_two_asked_of_before(assistant: Assistant) -> None:
    history = [
        Turn("user", "Trưởng các phòng chuyên môn tiếp dân mấy lượt?"),
        Turn("assistant", "47 lượt."),
        Turn("user", "Còn Chủ tịch UBND các xã, thị trấn?"),
        Turn("assistant", "58 lượt."),
    ]
    told = assistant.ask("Bên nào nhiều hơn và hơn mấy lượt?", history=history).answer
    assert told.startswith("Chủ tịch UBND các xã, thị trấn: 58 lượt, nhiều hơn trưởng các phòng chuyên môn: 47 lượt")


@pytest.mark.parametrize(
    "question",
    [
        "Đơn kiến nghị về môi trường có bao nhiêu đơn?",  # the report has no such kind
        "Chủ tịch hay cán bộ tiếp nhiều lượt hơn?",  # two are chairmen
    ],
)
def test_what_names_no_single_member_is_not_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained or ("nhiều hơn" not in answer.answer and "33" not in answer.answer)

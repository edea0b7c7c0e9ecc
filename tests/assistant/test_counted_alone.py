"""A set that is only counted is not named: "06 nhiệm vụ" tells none of the six."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 81/BC-UBND
Sông Trăng, ngày 20 tháng 12 năm 2025

BÁO CÁO
Kết quả công tác dân vận chính quyền năm 2025

I. KẾT QUẢ
1. Các phòng chuyên môn, xã ký cam kết thi đua, bám sát 05 nhiệm vụ then chốt đã nêu trong nghị quyết.
2. Huyện triển khai 03 giải pháp thu hút đầu tư: rút ngắn thủ tục, công khai quy hoạch, đối thoại doanh nghiệp.
3. Đợt cao điểm làm sạch dữ liệu dân cư được các xã tham gia, đến ngày 30/9/2025 đã rà soát 4.120/4.000 nhân khẩu.
4. Đợt tuyên truyền phòng cháy bắt đầu từ ngày 05/3/2025 tại các chợ.
5. Đơn tố cáo: phát sinh 09 đơn, đã giải quyết 08/09 đơn, tồn 01 đơn.
6. Đơn kiến nghị: phát sinh 14 đơn, thuộc các lĩnh vực đất đai, xây dựng.
7. Thực hiện Kế hoạch số 212/KH-UBND ngày 15/01/2025 của UBND huyện về luân chuyển cán bộ năm 2025.
8. Thực hiện Quyết định số 88/QĐ-UBND ngày 20/02/2025 do Chủ tịch UBND huyện ký về giao chỉ tiêu.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("counted"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao.txt"), data, "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "05 nhiệm vụ then chốt trong cam kết thi đua gồm những nhiệm vụ nào?",
        "Những nhiệm vụ then chốt được bám sát là những nhiệm vụ nào?",
        "Đợt cao điểm làm sạch dữ liệu dân cư khởi động từ ngày nào?",
        "Đơn tố cáo còn tồn liên quan đến lĩnh vực nào?",
        "Ai ký Kế hoạch số 212/KH-UBND?",
        "Trong số 4.120 nhân khẩu đã rà soát, bao nhiêu nhân khẩu được làm sạch dữ liệu?",
    ],
)
def test_what_only_counts_dates_or_cites_a_thing_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("03 giải pháp thu hút đầu tư gồm những giải pháp nào?", "công khai quy hoạch"),
        ("Đợt tuyên truyền phòng cháy bắt đầu từ ngày nào?", "05/3/2025"),
        ("Đơn kiến nghị phát sinh liên quan đến lĩnh vực nào?", "đất đai"),
        ("Ai ký Quyết định số 88/QĐ-UBND?", "Chủ tịch UBND huyện"),
    ],
)
def test_what_is_named_is_told(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert told in answer.answer

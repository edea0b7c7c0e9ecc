"""Doubts and yes-or-no questions: a verdict, and what is asked of somebody in the very quote, or no answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind, kinds_of
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 94/BC-UBND
Sông Trăng, ngày 20 tháng 12 năm 2025

BÁO CÁO
Kết quả công tác văn thư, lưu trữ năm 2025

I. KẾT QUẢ
1. Chỉ số hài lòng (SIPAS) của huyện có tiến bộ, tạo niềm tin cho người dân[1].
2. Ngày 12/9/2025 kho lưu trữ huyện bị ngập, 14 hộp hồ sơ bị ướt, đã phơi sấy xong trong tuần.
3. Gần 70% số hộp hồ sơ đã được chỉnh lý; huyện có 200 hộp hồ sơ, trong đó 102 hộp đã chỉnh lý.
4. Thực hiện Kế hoạch số 77/KH-UBND ngày 10/02/2025 của UBND huyện về chỉnh lý hồ sơ năm 2025.
5. Trung tâm Văn hóa bị phạt 5 triệu đồng vì chậm giao nộp hồ sơ.

[1] Chỉ số hài lòng (SIPAS) năm 2024 đạt 81,20%, giảm 2,10% so với năm 2023, xếp hạng 7/11 huyện, giảm 01 hạng.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("borne"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao.txt"), data, "bao-cao.txt")
        yield Assistant(library)


def test_a_claim_is_held_against_the_figures_of_its_subject(assistant: Assistant) -> None:
    asked = "Báo cáo nhận định SIPAS của huyện “có tiến bộ”; số liệu ở chú thích có ủng hộ nhận định đó không?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("Không: giảm 2,10%")
    assert "có tiến bộ" in answer


@pytest.mark.parametrize(
    "question",
    [
        "Nhận định “gần 70% số hộp hồ sơ đã được chỉnh lý” có sát với số liệu 200 và 102 hộp không?",
        "Có ai bị kỷ luật vì vụ ngập kho lưu trữ ngày 12/9/2025 không?",
        "Did anyone resign over the flooded archive of 12 September 2025?",
        "Was anyone dismissed over the flooded archive of 12 September 2025?",
        "14 hộp hồ sơ bị ướt đã được số hóa chưa?",
        "Kế hoạch số 77/KH-UBND đã được sơ kết chưa?",
        "Chỉ số hài lòng SIPAS năm 2025 của huyện đạt bao nhiêu phần trăm, xếp hạng mấy?",
    ],
)
def test_what_stands_nowhere_is_not_answered_by_what_stands_beside_it(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Có đơn vị nào bị phạt vì chậm giao nộp hồ sơ không?", "Trung tâm Văn hóa"),
        ("14 hộp hồ sơ bị ướt đã được phơi sấy chưa?", "phơi sấy xong"),
    ],
)
def test_what_says_the_predicate_is_told(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert told in answer.answer


def test_what_is_held_against_a_rule_doubts_no_figure() -> None:
    assert Kind.AUDIT not in kinds_of("viec niem yet co phu hop voi quy dinh khong?")
    assert Kind.AUDIT in kinds_of("ty le do co sat voi so lieu o phu luc khong?")


ASIDES = """<!DOCTYPE html><html><body><p>UBND HUYỆN SÔNG TRĂNG</p><p>Số: 95/BC-UBND</p>
<p>Sông Trăng, ngày 20 tháng 12 năm 2025</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả giải quyết thủ tục hành chính năm 2025</b></p><p><b>I. KẾT QUẢ</b></p>
<p>Năm 2025 huyện giải quyết 900 hồ sơ, quá hạn 61 hồ sơ<sup><a href="#fn1">1</a></sup>.</p>
<p id="fn1"><a href="#fnref1">1</a> Cấp huyện 61 hồ sơ (Phòng Kinh tế 31 hồ sơ, Phòng Tư pháp 20 hồ sơ,
Phòng Nội vụ 10 hồ sơ).</p>
<p>CHỦ TỊCH</p><p>Đỗ Minh Tâm</p><p><b>PHỤ LỤC I</b></p><p><b>Kết quả giải quyết hồ sơ năm 2025</b></p>
<table border="1"><tr><th>TT</th><th>Đơn vị</th><th>Đã giải quyết (hồ sơ)</th><th>Quá hạn (hồ sơ)</th></tr>
<tr><td>1</td><td>Phòng Kinh tế</td><td>400</td><td>37</td></tr>
<tr><td>2</td><td>Phòng Tư pháp</td><td>300</td><td>20</td></tr>
<tr><td>3</td><td>Phòng Nội vụ</td><td>200</td><td>10</td></tr></table></body></html>"""


def test_a_note_is_set_against_an_appendix(tmp_path: Path, spelling_embedder: Embedder) -> None:
    asked = "Số hồ sơ quá hạn của Phòng Kinh tế ở chú thích và ở Phụ lục I có thống nhất với nhau không?"
    with Library.open(tmp_path, spelling_embedder) as library:
        data = ASIDES.encode()
        library.add(read_bytes(data, "bao-cao.html"), data, "bao-cao.html")
        answer = Assistant(library).ask(asked).answer
    assert answer.startswith("Không khớp") and "31 hồ sơ" in answer and "37 hồ sơ" in answer

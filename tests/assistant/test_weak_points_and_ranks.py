"""What went less well and why, in whatever words it is asked; a rank with that of the year before; the tasks of a list
by their state, one list after another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from assistant.evidence.going_on import goes_on
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>HUYỆN SÔNG LAM</p><p>Số: 72/BC-UBND</p>
<p>Sông Lam, ngày 15 tháng 12 năm 2031</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả công tác dân vận chính quyền năm 2031</b></p>
<p><b>I. ĐẶC ĐIỂM TÌNH HÌNH</b></p>
<p><b>1. Thuận lợi</b></p>
<p>Cấp ủy quan tâm lãnh đạo công tác dân vận chính quyền.</p>
<p><b>2. Khó khăn</b></p>
<p>Sạt lở bờ sông và giá lúa giảm đã ảnh hưởng đến đời sống Nhân dân.</p>
<p><b>II. KẾT QUẢ</b></p>
<p>Năm 2030, chỉ số cải cách hành chính của huyện đạt 81 điểm, xếp hạng 6/11, tăng 01 hạng so với năm 2029. Chỉ \
số hài lòng năm 2030 đạt 90,15%, xếp hạng 4, giảm 03 hạng so với năm 2029.</p>
<p>- Triển khai 09 mô hình dân vận khéo theo kinh nghiệm của thành phố Hải Phòng. Đến nay, đã hoàn thành 05/09 mô \
hình, đang thực hiện 02 mô hình, chuẩn bị 02 mô hình<sup><a href="#fn1" id="fnref1">1</a></sup>.</p>
<p>- Về an toàn thông tin mạng:</p>
<p>+ Về máy móc: Đã trang bị đủ máy chủ cho cấp xã.</p>
<p>+ Về nhân sự an toàn thông tin mạng cấp xã: Chưa có cán bộ chuyên trách; người được giao việc phần lớn kiêm nhiệm \
và còn thiếu kỹ năng.</p>
<p><b>III. ĐÁNH GIÁ</b></p>
<p><b>1. Hạn chế</b></p>
<p>Việc số hóa của cán bộ, công chức còn chậm; một số tổ dân vận họp ít.</p>
<p><b>2. Nguyên nhân</b></p>
<p>Một số thủ trưởng chưa dành thời gian cho công tác dân vận.</p>
<p><b>IV. PHƯƠNG HƯỚNG NĂM 2032</b></p>
<p>Lấy sự hài lòng của Nhân dân làm mục tiêu phục vụ, nâng cao chỉ số hài lòng. Khắc phục khó khăn từ bên ngoài đối \
với công tác dân vận chính quyền.</p>
<p>CHỦ TỊCH</p><p>Hồ Văn Nam</p>
<p id="fn1"><a href="#fnref1">1</a> 09 mô hình dân vận khéo:<br>
- Mô hình đã hoàn thành: (1) Cổng rào xanh; (2) Đường hoa; (3) Tủ sách ấp; (4) Bến đò an toàn; (5) Sân chơi;<br>
- Mô hình đang thực hiện: (1) Chợ không rác; (2) Đèn đường năng lượng mặt trời;<br>
- Mô hình chuẩn bị: (1) Vườn thuốc nam; (2) Tổ sửa chữa lưu động.</p>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("weak-points"), embedder=spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "song-lam.html"), PAGE.encode(), "song-lam.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "What external circumstances made mass mobilisation more difficult?",
        "What got in the way of mass mobilisation in 2031?",
        "Điều kiện khách quan nào làm cho công tác dân vận chính quyền khó hơn?",
        "Những yếu tố bên ngoài nào gây khó khăn cho công tác dân vận chính quyền?",
    ],
)
def test_what_made_the_work_harder_is_what_hindered_it(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "Sạt lở" in answer and "Khắc phục" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "Vì sao công tác dân vận của vài đơn vị chưa tốt?",
        "Tại sao dân vận ở một số đơn vị chưa đạt yêu cầu?",
    ],
)
def test_what_is_not_good_yet_is_a_limitation(assistant: Assistant, question: str) -> None:
    assert "chưa dành thời gian" in assistant.ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "Nhân sự an ninh mạng cấp xã có khó khăn gì?",
        "Cán bộ an toàn thông tin cấp xã còn yếu ở điểm nào?",
        "What are the weaknesses of commune-level cybersecurity staff?",
    ],
)
def test_an_item_on_a_matter_tells_its_weak_points_whole(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "Chưa có cán bộ chuyên trách" in answer and "kiêm nhiệm" in answer
    assert "số hóa" not in answer  # a limitation of something else


def test_limitations_of_something_else_are_none_of_a_topic(assistant: Assistant) -> None:
    assert "số hóa" not in assistant.ask("Cán bộ tiếp công dân cấp xã còn hạn chế gì?").answer.partition("“")[0]


def test_a_wish_is_no_target_of_an_index(assistant: Assistant) -> None:
    assert assistant.ask("Which satisfaction index is the target for 2032?").abstained


@pytest.mark.parametrize(
    ("question", "now", "before"),
    [
        (
            "Which place did the district hold on the satisfaction index in 2030, and the year before?",
            "4",
            "rank 1 (= 4 − 3)",
        ),
        ("Chỉ số hài lòng năm 2030 xếp hạng mấy, năm trước đó hạng mấy?", "4", "hạng 1 (= 4 − 3)"),
    ],
)
def test_a_rank_is_told_with_that_of_the_year_before(
    assistant: Assistant, question: str, now: str, before: str
) -> None:
    answer = assistant.ask(question)
    assert answer.answer.startswith(now) and before in answer.answer
    assert answer.calculation is not None
    assert "81 điểm" not in answer.answer  # the sentence of another index


def test_a_part_over_a_whole_is_of_what_the_sentence_before_counts(assistant: Assistant) -> None:
    question = "Trong 9 mô hình theo kinh nghiệm Hải Phòng, đã hoàn thành mấy mô hình dân vận khéo?"
    assert assistant.ask(question).answer.startswith("05/09")
    assert assistant.ask("How many of the 9 models that follow Haiphong have been completed?").answer.startswith(
        "05/09"
    )


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Lắp 12 trạm đo tại vùng hạ. Đến nay đã xong 7/12 trạm.", True),
        ("Lắp 12 trạm đo tại vùng hạ. Đến nay đã xong 7/15 trạm.", False),
        ("Lắp 12 trạm đo tại vùng hạ. Số còn lại lắp vào quý sau.", True),
        ("Lắp 12 trạm đo tại vùng hạ. Đã trồng 7/12 ha rừng.", False),
    ],
)
def test_which_sentence_goes_on_with_the_one_before(text: str, on: bool) -> None:
    cut = text.index(". ") + 1
    assert goes_on(text, (cut + 1, len(text)), (0, cut)) is on


def test_after_one_list_another_is_asked_for_by_its_state(assistant: Assistant) -> None:
    history = [
        Turn("user", "Hai mô hình dân vận khéo đang thực hiện là những mô hình nào?"),
        Turn("assistant", "(1) Chợ không rác; (2) Đèn đường năng lượng mặt trời."),
    ]
    answer = assistant.ask("Còn hai mô hình chuẩn bị?", history=history).answer
    assert "Vườn thuốc nam" in answer and "lưu động" in answer and "Chợ" not in answer

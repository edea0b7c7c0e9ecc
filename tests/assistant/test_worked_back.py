"""What a report leaves to be worked out: what was before a change, what a pair leaves, and the share that it makes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
XÃ ĐỒI THÔNG
Số: 91/BC-UBND

BÁO CÁO
Kết quả công tác năm 2031

I. KẾT QUẢ THỰC HIỆN
1. Giảm nghèo
Toàn xã còn 96 hộ cận nghèo, chiếm 3,10%, giảm 31 hộ so với đầu năm.
2. Đánh giá
Năm 2030 chỉ số chuyển đổi số của xã đạt 71,5 điểm, tăng 6,25 điểm so với năm 2029, xếp hạng 5/18 xã, tăng 03 hạng so
với năm 2029.
3. Nhân sự
Việc sử dụng không vượt quá số biên chế công chức (41/46 biên chế) và số giáo viên trong các trường công lập (212/230
giáo viên) được giao.
4. Định danh
Ngân hàng đã duyệt thành công 310/402 hồ sơ mở tài khoản thanh toán. Trong đó, hộ kinh doanh: 120/150, hợp tác xã
190/252.
5. Thư viện
Đã nhập 1.240/1.610 đầu sách vào phần mềm; xóa 11/16 điểm rác.
Xã nhận 730 hồ sơ chứng thực, trong đó trực tuyến 505 hồ sơ.
6. Tuyên truyền
Cấp huyện mở 12 cuộc với 340 lượt người dự; cấp xã mở 45 cuộc với 1.015 lượt người dự.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("worked-back"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Đầu năm 2031 xã có bao nhiêu hộ cận nghèo?", ("127 hộ (tính từ 96 + 31)",)),
        ("Năm 2029 xã được mấy điểm chỉ số chuyển đổi số, xếp hạng mấy?", ("65,25 điểm", "Hạng 8 (= 5 + 3)")),
        ("What score and rank did the commune have on digital transformation in 2029?", ("65.25", "Rank 8")),
    ],
)
def test_the_value_before_the_change(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = assistant.ask(question).answer
    assert all(one in answer for one in told), answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Các trường công lập còn dùng chưa hết bao nhiêu chỉ tiêu giáo viên?", "18 giáo viên (= 230 − 212)"),
        ("Xã còn bao nhiêu biên chế công chức chưa dùng đến?", "(= 46 − 41)"),
        ("Bao nhiêu hồ sơ mở tài khoản của hợp tác xã chưa được duyệt?", "62 hồ sơ (= 252 − 190)"),
        ("Còn mấy điểm rác phải xóa nữa?", "5 điểm (= 16 − 11)"),
        ("How many book titles are still not entered?", "370"),
        ("How many certification dossiers came in other than online?", "225"),
    ],
)
def test_what_a_pair_leaves_however_it_is_asked(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.answer, answer.answer
    assert answer.calculation is not None


def test_the_share_asked_for_beside_what_is_left(assistant: Assistant) -> None:
    left = assistant.ask("Còn bao nhiêu đầu sách chưa nhập vào phần mềm, chiếm mấy phần trăm?").answer
    assert "370" in left and "22,98% (= 370/1.610)" in left, left
    done = assistant.ask("Còn bao nhiêu đầu sách chưa nhập vào phần mềm, đã làm được mấy phần trăm?").answer
    assert "77,02% (= 1.240/1.610)" in done, done


def test_two_sums_are_both_worked_out(assistant: Assistant) -> None:
    answer = assistant.ask("Tuyên truyền ở cả cấp huyện và cấp xã tổng cộng bao nhiêu cuộc, bao nhiêu lượt người dự?")
    assert "57 cuộc" in answer.answer and "1.355 lượt" in answer.answer, answer.answer


def test_the_value_of_one_year_is_no_change_between_two_others(assistant: Assistant) -> None:
    assert assistant.ask("Chỉ số chuyển đổi số năm 2031 của xã tăng hay giảm bao nhiêu so với năm 2030?").abstained
    assert "6,25" in assistant.ask("Chỉ số chuyển đổi số năm 2030 của xã tăng bao nhiêu so với năm 2029?").answer

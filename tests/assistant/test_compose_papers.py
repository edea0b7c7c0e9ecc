"""One figure in two papers of unlike kinds, a share beside another share, a column under a short word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HEAD = """ỦY BAN NHÂN DÂN TỈNH HÀ CHÂU
{office}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}

Hà Châu, ngày {day} tháng {month} năm {year}

BÁO CÁO
{title}

{body}
"""
INDICES = """I. KẾT QUẢ
1. Chuyển đổi số

Tính đến ngày 25/11/2025, tỷ lệ khai thác, sử dụng lại dữ liệu số hóa của tỉnh đạt 71,50%. Tỷ lệ hồ sơ cấp căn cước đúng
hạn đạt 99,20%.
"""
PROJECT = """I. KẾT QUẢ
1. Dữ liệu

Đến thời điểm báo cáo, tỷ lệ khai thác, sử dụng lại dữ liệu số hóa của tỉnh đạt 84,25%.

2. Thanh toán

{paid}
"""
PAID = (
    "Trong tháng, thanh toán viện phí không dùng tiền mặt đạt 75,20% trên tổng chi phí và đạt 56,10% trên tổng lượt "
    "thanh toán."
)


def _paper(office: str, number: str, title: str, body: str, month: int, year: int) -> bytes:
    return HEAD.format(office=office, number=number, day=28, month=month, year=year, title=title, body=body).encode()


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    papers = {
        "chi-so.txt": _paper(
            "SỞ NỘI VỤ", "41/BC-SNV", "Tình hình thực hiện các chỉ số cải cách hành chính năm 2025", INDICES, 11, 2025
        ),
        "de-an.txt": _paper(
            "TỔ CÔNG TÁC ĐỀ ÁN 06",
            "12/BC-TCT",
            "Kết quả triển khai thực hiện Đề án 06 tháng 3/2026",
            PROJECT.format(paid=PAID),
            3,
            2026,
        ),
    }
    with Library.open(tmp_path_factory.mktemp("papers"), spelling_embedder) as library:
        for name, data in papers.items():
            library.add(read_bytes(data, name), data, name)
        yield Assistant(library)


def test_a_figure_of_two_unlike_papers_is_told_of_both_with_the_change(assistant: Assistant) -> None:
    question = (
        "Tỷ lệ khai thác, sử dụng lại dữ liệu số hóa từ cuối tháng 11/2025 (báo cáo Sở Nội vụ) đến báo cáo Đề án 06 "
        "tháng 3/2026 tăng mấy điểm phần trăm?"
    )
    answer = assistant.ask(question)
    assert answer.calculation is not None
    assert answer.calculation.formula == "84.25 - 71.50"
    assert len({c.locator.report for c in answer.citations}) == 2


def test_a_figure_that_one_of_the_papers_lacks_is_not_set_against_another(assistant: Assistant) -> None:
    question = (
        "Tỷ lệ hồ sơ cấp căn cước đúng hạn từ cuối tháng 11/2025 (báo cáo Sở Nội vụ) đến báo cáo Đề án 06 tháng 3/2026 "
        "tăng mấy điểm phần trăm?"
    )
    assert assistant.ask(question).calculation is None


@pytest.mark.parametrize(("base", "share"), [("tổng chi phí", "75,2"), ("tổng lượt thanh toán", "56,1")])
def test_a_share_is_told_from_the_one_beside_it_by_its_own_base(assistant: Assistant, base: str, share: str) -> None:
    answer = assistant.ask(f"Tháng 3/2026 tỷ lệ thanh toán viện phí không dùng tiền mặt trên {base} là bao nhiêu?")
    assert answer.answer.startswith(share)


def test_why_a_rate_rose_is_not_told_by_the_rate(assistant: Assistant) -> None:
    assert assistant.ask("Nguyên nhân nào làm tỷ lệ sử dụng lại dữ liệu số hóa tháng 3/2026 tăng?").abstained

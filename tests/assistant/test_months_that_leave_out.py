"""A series in which a month leaves something out, prints tables with numbers, and tells ranks beside scores."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HTML = """<html><body><p>UBND TỈNH ĐỒNG SẬY</p><p>Số: {number}/BC-UBND</p>
<p>Đồng Sậy, ngày 27 tháng {m} năm 2034</p>
<p>BÁO CÁO</p><p>Kết quả trồng rừng tháng {m}/2034</p>
<h2>I. KẾT QUẢ THỰC HIỆN</h2>
<p>1. Trong tháng gieo {seeds} bầu giống cây đước; lũy kế từ đầu năm {sum} bầu giống.</p>
{posts}
<p>2. Bộ chỉ số phục vụ người trồng rừng đạt {score}/100 điểm, xếp thứ {rank}/20 tỉnh.</p>
<p>3. Tính đến ngày 25/{m}/2034, lũy kế đã giải ngân {paid} triệu đồng vốn trồng rừng.</p>
<p>4. Trong tháng mở {classes} lớp tập huấn trồng đước cho {people} lượt người; đã hoàn thành {done}/12 nhiệm vụ của
Kế hoạch số 40/KH-UBND.</p>
<p>Bảng 1. Bầu giống cây đước theo trạm tháng {m}/2034</p>
<table border="1"><tr><th>Trạm</th><th>Bầu giống</th></tr>
<tr><td>Trạm Rạch Vẹt</td><td>{a}</td></tr><tr><td>Trạm Cồn Sẻ</td><td>{b}</td></tr>
<tr><td>Cộng</td><td>{seeds}</td></tr></table>
<p>Bảng 2. Điểm của các trạm tháng {m}/2034</p>
<table border="1"><tr><th rowspan="2">Trạm</th><th colspan="2">Điểm</th><th rowspan="2">Tỷ lệ đạt</th></tr>
<tr><th>Tối đa</th><th>Đạt được</th></tr>
<tr><td>Trạm Rạch Vẹt</td><td>20,00</td><td>16,10</td><td>80,50%</td></tr>
<tr><td>Trạm Cồn Sẻ</td><td>25,00</td><td>18,35</td><td>73,40%</td></tr>
<tr><td>Trạm Bãi Vọp</td><td>15,00</td><td>13,20</td><td>88,00%</td></tr></table>
</body></html>"""
TOLD = "<p>Đăng tải {n} tin trên bản tin Lá phổi xanh của tỉnh.</p>"
MONTHS = {
    2: dict(
        seeds=310,
        sum=610,
        posts=TOLD.format(n=14),
        score="81,20",
        rank="12",
        paid=700,
        a=170,
        b=140,
        classes=11,
        people=340,
        done="03",
    ),
    3: dict(
        seeds=260,
        sum=870,
        posts="",
        score="83,45",
        rank="10",
        paid=960,
        a=150,
        b=110,
        classes=17,
        people=505,
        done="05",
    ),
    4: dict(
        seeds=405,
        sum="1.275",
        posts=TOLD.format(n=19),
        score="86,95",
        rank="07",
        paid="1.480",
        a=215,
        b=190,
        classes=14,
        people=610,
        done="08",
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("mangroves"), spelling_embedder) as library:
        for month, figures in MONTHS.items():
            html = HTML.format(m=f"{month:02}", number=300 + month, **figures)
            library.add(read_bytes(html.encode(), f"dr-{month}.html"), html.encode(), f"dr-{month}.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Báo cáo tháng nào không nhắc tới bản tin Lá phổi xanh?",
        "Trong các báo cáo từ tháng 2 đến tháng 4, tháng nào không có số liệu tin đăng trên bản tin Lá phổi xanh?",
        "Which of the monthly reports says nothing about posts in the “Lá phổi xanh” bulletin?",
    ],
)
def test_the_month_that_leaves_it_out(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert "3/2034" in answer.answer or "March 2034" in answer.answer
    assert all(month not in answer.answer for month in ("2/2034", "4/2034", "February", "April"))
    assert "háng 4/2034" in answer.notes[0] or "April 2034" in answer.notes[0]


def test_no_month_leaves_it_out(assistant: Assistant) -> None:
    answer = assistant.ask("Tháng nào chưa có số liệu bầu giống cây đước?")
    assert answer.answer.startswith("Báo cáo nào cũng nêu")
    assert len(answer.citations) == 3


def test_a_month_alone_is_told_no_running_total(assistant: Assistant) -> None:
    asked = "Riêng trong tháng {}/2034 giải ngân bao nhiêu vốn trồng rừng?"
    assert assistant.ask(asked.format(2)).abstained  # of the month before there is no report
    assert assistant.ask(asked.format(4)).answer.startswith("520 triệu đồng (= 1.480 − 960)")
    assert "1.480" in assistant.ask("Đến hết tháng 4/2034 giải ngân bao nhiêu vốn trồng rừng?").answer


def test_a_table_named_by_its_number(assistant: Assistant) -> None:
    doubted = "Cộng bầu giống các trạm ở Bảng {} báo cáo tháng 4/2034 có bằng 405 bầu không?"
    assert assistant.ask(doubted.format(1)).answer.startswith("Có")
    assert assistant.ask(doubted.format(2)).abstained
    assert assistant.ask("Cộng bầu giống các trạm tháng 4/2034 có bằng 405 bầu không?").answer.startswith("Có")


def test_ranks_beside_a_difference_of_scores(assistant: Assistant) -> None:
    asked = "Bộ chỉ số phục vụ người trồng rừng tháng 4 tăng bao nhiêu điểm so với tháng 2, thứ hạng thay đổi thế nào?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("Tăng 5,75 điểm")
    assert "từ hạng 12/20 (81,20 điểm) lên hạng 07/20 (86,95 điểm)" in answer


def test_the_points_beside_the_lowest_share(assistant: Assistant) -> None:
    answer = assistant.ask("Điểm của các trạm tháng 4/2034: trạm nào có tỷ lệ đạt thấp nhất, bao nhiêu điểm?").answer
    assert "Trạm Cồn Sẻ" in answer
    assert "18,35" in answer
    assert "73,40%" in answer


def test_what_else_is_counted_in_the_month_that_leads(assistant: Assistant) -> None:
    asked = "Từ tháng 2 đến tháng 4/2034, tháng nào mở nhiều lớp tập huấn trồng đước nhất, có bao nhiêu lượt người dự?"
    answer = assistant.ask(asked).answer
    assert "17 lớp" in answer and "505 lượt người" in answer
    assert "610" not in answer and "340" not in answer


def test_parts_of_a_whole_month_by_month(assistant: Assistant) -> None:
    asked = "Từng tháng 2, 3, 4/2034 đã hoàn thành bao nhiêu nhiệm vụ của Kế hoạch số 40/KH-UBND?"
    answer = assistant.ask(asked).answer
    assert all(pair in answer for pair in ("03/12", "05/12", "08/12"))

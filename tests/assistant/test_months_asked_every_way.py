"""Four alike monthly reports, asked in every way one asks of a series: which of two months was more, each month, the
newest, a month without a report, the same month of last year, a change in percent, and the year so far."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HTML = """<html><body><p>UBND TỈNH CỒN MUỐI</p><p>Số: {number}/BC-UBND</p>
<p>Cồn Muối, ngày 27 tháng {m} năm 2035</p>
<p>BÁO CÁO</p><p>Kết quả quản lý bến đò tháng {m}/2035</p>
<h2>I. KẾT QUẢ THỰC HIỆN</h2>
<p>1. Trong tháng tiếp nhận {files} hồ sơ bến đò; lũy kế từ đầu năm tiếp nhận {files_so_far} hồ sơ.</p>
<p>2. Cấp {cards} thẻ lái đò cho người dân (lũy kế từ đầu năm {cards_so_far} thẻ); mở {classes} lớp tập huấn chèo đò
cho {pupils} lượt người.</p>
<p>3. Tỷ lệ đò được đăng kiểm đạt {checked}%.</p>
<p>4. Hồ sơ trễ hạn: Cấp tỉnh {late} hồ sơ (Sở Giao thông {late_a} hồ sơ, Sở Thủy sản {late_b} hồ sơ), chủ yếu ở
lĩnh vực phao tiêu ({late_c} hồ sơ).</p>
<p>5. Điểm chỉ số bến xanh của tỉnh đạt {points}/100 điểm, xếp hạng {rank}/40 tỉnh, thành phố.</p>
<h2>II. NHIỆM VỤ TRỌNG TÂM THÁNG {next}/2035</h2>
<p>1. {task}</p>
</body></html>"""
MONTHS = {
    3: dict(files=900, files_so_far="2.500", cards=120, cards_so_far=310, classes="04", pupils=210, checked="70,5",
            late=60, late_a=35, late_b=25, late_c=31, points="81,20", rank=19,
            task="Sửa 07 bến đò trước ngày 20/4/2035."),
    4: dict(files=750, files_so_far="3.250", cards=150, cards_so_far=460, classes="06", pupils=340, checked="73,0",
            late=48, late_a=28, late_b=20, late_c=22, points="83,45", rank=16,
            task="Sơn lại 11 phao trước ngày 15/5/2035."),
    5: dict(files=840, files_so_far="4.090", cards=135, cards_so_far=595, classes="03", pupils=160, checked="76,8",
            late=52, late_a=30, late_b=22, late_c=27, points="82,90", rank=17,
            task="Kiểm tra 05 bến trước ngày 30/6/2035."),
}  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("ferries"), spelling_embedder) as library:
        for month, figures in MONTHS.items():
            html = HTML.format(m=f"{month:02}", next=f"{month + 1:02}", number=300 + month, **figures)
            library.add(read_bytes(html.encode(), f"cm-{month}.html"), html.encode(), f"cm-{month}.html")
        yield Assistant(library)


def test_the_month_asked_about_is_set_against_the_other(assistant: Assistant) -> None:
    more = assistant.ask("Số hồ sơ bến đò tiếp nhận tháng 3 có cao hơn tháng 4 không?").answer
    assert more.startswith("Có. Cao hơn 150 hồ sơ: 900 hồ sơ so với 750 hồ sơ")
    less = assistant.ask("Tỷ lệ đò được đăng kiểm tháng 3 có vượt tháng 5 không?").answer
    assert less.startswith("Không. Thấp hơn 6,3")
    turned = assistant.ask("So với tháng 4, số hồ sơ bến đò tiếp nhận tháng 3 có nhiều hơn không?").answer
    assert turned.startswith("Có. Cao hơn 150 hồ sơ")


def test_every_month_is_told(assistant: Assistant) -> None:
    for question in (
        "Số thẻ lái đò cấp cho người dân từng tháng là bao nhiêu?",
        "Số thẻ lái đò diễn biến thế nào qua các tháng?",
        "Xu hướng của số thẻ lái đò từ tháng 3 đến tháng 5/2035 ra sao?",
        "Thống kê số thẻ lái đò theo tháng",
    ):
        answer = assistant.ask(question).answer
        assert "120" in answer and "150" in answer and "135" in answer, question
    ranks = assistant.ask("Thứ hạng chỉ số bến xanh của tỉnh qua từng tháng là bao nhiêu?").answer
    assert "19/40" in ranks and "16/40" in ranks and "17/40" in ranks


def test_no_other_month_answers_for_one_without_a_report(assistant: Assistant) -> None:
    assert assistant.ask("Tháng 1 tiếp nhận bao nhiêu hồ sơ bến đò?").abstained
    assert assistant.ask("Tháng 9 cấp bao nhiêu thẻ lái đò?").abstained
    assert assistant.ask("Tổng số thẻ lái đò cấp trong tháng 1 và tháng 5/2035 là bao nhiêu?").abstained


def test_the_month_before_is_not_the_same_month_of_last_year(assistant: Assistant) -> None:
    assert assistant.ask("So với cùng kỳ năm trước, số thẻ lái đò tháng 5 tăng hay giảm?").abstained
    assert assistant.ask("Số hồ sơ bến đò tháng 4 so với cùng tháng năm ngoái ra sao?").abstained


def test_a_change_in_percent_is_worked_out(assistant: Assistant) -> None:
    answer = assistant.ask("Số thẻ lái đò tháng 4 tăng bao nhiêu phần trăm so với tháng 3?").answer
    assert answer.startswith("Tăng 25%: 150 thẻ so với 120 thẻ")


def test_the_newest_month(assistant: Assistant) -> None:
    assert assistant.ask("Theo báo cáo mới nhất, số thẻ lái đò cấp trong tháng là bao nhiêu?").answer.startswith("135")
    assert assistant.ask("Tỷ lệ đò được đăng kiểm của tháng gần nhất là bao nhiêu?").answer.startswith("76,8")


def test_a_month_and_the_one_before_it(assistant: Assistant) -> None:
    answer = assistant.ask("Số hồ sơ bến đò tiếp nhận tháng 5 và tháng liền trước là bao nhiêu?").answer
    assert "840" in answer and "750" in answer


def test_a_follow_up_sets_the_month_spoken_of_against_the_one_before(assistant: Assistant) -> None:
    history = (Turn("user", "Tháng 4 cấp bao nhiêu thẻ lái đò?"), Turn("assistant", "150 thẻ."))
    answer = assistant.ask("So với tháng trước thì sao?", history=history).answer
    assert answer.startswith("Tăng 30 thẻ: 150 thẻ so với 120 thẻ")


def test_months_past_a_mark(assistant: Assistant) -> None:
    for question in (
        "Từ tháng 3 đến tháng 5/2035 mấy tháng có số hồ sơ bến đò tiếp nhận vượt 800 hồ sơ?",
        "Số hồ sơ bến đò tiếp nhận lớn hơn 800 hồ sơ trong những tháng nào?",
    ):
        answer = assistant.ask(question).answer
        assert answer.startswith("2 tháng") and "900" in answer and "840" in answer and "750" not in answer, question


def test_a_figure_beside_the_one_asked_of(assistant: Assistant) -> None:
    each = assistant.ask("Tháng nào Sở Thủy sản có ít hồ sơ trễ hạn nhất?").answer
    assert "20 hồ sơ" in each and "48" not in each.split("Báo cáo ghi")[0]
    change = assistant.ask("Số hồ sơ trễ hạn lĩnh vực phao tiêu tháng 5 so với tháng 4 tăng hay giảm bao nhiêu?").answer
    assert change.startswith("Tăng 5 hồ sơ: 27 hồ sơ so với 22 hồ sơ")


def test_what_follows_a_total_in_brackets_is_of_the_month(assistant: Assistant) -> None:
    classes = assistant.ask("Tổng số lượt người tập huấn chèo đò của các tháng 3, 4 và 5 là bao nhiêu?").answer
    assert "710" in classes


def test_the_year_so_far_is_not_told_by_a_month(assistant: Assistant) -> None:
    assert "3.250" in assistant.ask("Từ tháng 1 đến hết tháng 4, số hồ sơ bến đò tiếp nhận là bao nhiêu?").answer
    own = assistant.ask("Không tính lũy kế, số hồ sơ bến đò tiếp nhận trong tháng 4 là bao nhiêu?").answer
    assert own.startswith("750")


def test_tasks_of_a_month_are_not_those_of_the_next(assistant: Assistant) -> None:
    answer = assistant.ask("Các nhiệm vụ trọng tâm của tháng 4/2035 gồm những gì?").answer
    assert "07 bến đò" in answer and "phao" not in answer

"""Four monthly reports that are alike: what came between two, what was set for the next, the first month past a mark, a
running total against its months, and the rate that is asked for, not the one of a kind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HTML = """<html><body><p>UBND TỈNH ĐỒNG SẬY</p><p>Số: {number}/BC-UBND</p>
<p>Đồng Sậy, ngày 27 tháng {m} năm 2034</p>
<p>BÁO CÁO</p><p>Kết quả quản lý nuôi ong tháng {m}/2034</p>
<h2>I. KẾT QUẢ THỰC HIỆN</h2>
<p>1. Hồ sơ nuôi ong trực tuyến: Trong tháng tiếp nhận {online} hồ sơ trực tuyến, đạt tỷ lệ {rate}% tổng số hồ sơ; hồ sơ
trực tuyến toàn trình {whole} hồ sơ, đạt tỷ lệ {whole_rate}%.</p>
<p>2. Trong tháng cấp {cards} thẻ nuôi ong. Lũy kế từ đầu năm: {cards_so_far} thẻ nuôi ong.</p>
<p>3. Tỷ lệ đàn ong được kiểm dịch đạt {checked}%{goal}.</p>
<p>4. Tính đến ngày 24/{m}/2034, giải ngân vốn nuôi ong {paid} triệu đồng, đạt {paid_rate}% kế hoạch.</p>
<p>5. Trong 15 trạm ong, đã hoàn thành 07 trạm, đang triển khai 06 trạm, chưa triển khai {idle} trạm.</p>
<p>6. Hồ sơ đăng ký quá hạn {late} hồ sơ.</p>
<h2>II. NHIỆM VỤ TRỌNG TÂM THÁNG {next}/2034</h2>
<p>1. {task}</p>
</body></html>"""
MONTHS = {
    1: dict(online=400, rate="80,10", whole=210, whole_rate="42,00", cards=110, cards_so_far=110, checked="61,5",
            goal=", thấp hơn 8,5 điểm phần trăm so với chỉ tiêu 70% của năm 2034", paid=900, paid_rate="4,50",
            idle="02", late=95, task="Kéo giảm hồ sơ đăng ký quá hạn trong tháng 02/2034 xuống dưới 80 hồ sơ."),
    2: dict(online=420, rate="82,40", whole=230, whole_rate="45,10", cards=90, cards_so_far=200, checked="66,0",
            goal="", paid="1.500", paid_rate="7,50", idle="02", late=72,
            task="Kéo giảm hồ sơ đăng ký quá hạn trong tháng 03/2034 xuống dưới 65 hồ sơ."),
    3: dict(online=460, rate="84,90", whole=260, whole_rate="47,70", cards=125, cards_so_far=325, checked="72,3",
            goal="", paid="2.600", paid_rate="13,00", idle="03", late=70,
            task="Đưa tỷ lệ hồ sơ nuôi ong trực tuyến đạt tối thiểu 86% trong tháng 04/2034."),
    4: dict(online=470, rate="86,20", whole=290, whole_rate="53,20", cards=140, cards_so_far=470, checked="75,8",
            goal="", paid="4.100", paid_rate="20,50", idle="02", late=66,
            task="Mở 03 lớp tập huấn nuôi ong trong tháng 05/2034."),
}  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("bees"), spelling_embedder) as library:
        for month, figures in MONTHS.items():
            html = HTML.format(m=f"{month:02}", next=f"{month + 1:02}", number=200 + month, **figures)
            library.add(read_bytes(html.encode(), f"ds-{month}.html"), html.encode(), f"ds-{month}.html")
        yield Assistant(library)


def test_the_rate_and_not_the_one_of_a_kind(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ hồ sơ trực tuyến trong tháng 4 tăng bao nhiêu điểm phần trăm so với tháng 1?").answer
    assert answer.startswith("Tăng 6,10 điểm phần trăm: 86,20% so với 80,10%")
    of_kind = assistant.ask(
        "Tỷ lệ hồ sơ trực tuyến toàn trình tháng 4 cao hơn tháng 1 bao nhiêu điểm phần trăm?"
    ).answer
    assert "11,2" in of_kind


def test_all_months_by_a_word(assistant: Assistant) -> None:
    for question in (
        "Cộng cả bốn tháng đầu năm 2034 có bao nhiêu hồ sơ đăng ký quá hạn?",
        "Cả bốn tháng có bao nhiêu hồ sơ đăng ký quá hạn?",
        "How many overdue registration dossiers were there in total in the first four months of 2034?",
    ):
        late = assistant.ask(question).answer
        assert "303" in late and "95 + 72 + 70 + 66" in late


def test_what_was_set_for_the_next_month_and_what_came_of_it(assistant: Assistant) -> None:
    ask = assistant.ask
    met = ask("Báo cáo tháng 3 đặt ra tỷ lệ hồ sơ trực tuyến nào cho tháng 4, thực tế tháng 4 có đạt không?").answer
    assert met.startswith("Đạt: thực hiện 86,20%, mục tiêu đặt ra tối thiểu 86%")
    missed = ask("Chỉ tiêu hồ sơ đăng ký quá hạn tháng 3 mà báo cáo tháng 2 đặt ra có đạt được không?").answer
    assert missed.startswith("Chưa đạt: thực hiện 70 hồ sơ")
    below = ask("Mục tiêu kéo giảm hồ sơ đăng ký quá hạn tháng 2 xuống dưới 80 có đạt không?").answer
    assert below.startswith("Đạt: thực hiện 72 hồ sơ, mục tiêu đặt ra dưới 80 hồ sơ")


def test_an_aim_that_was_not_set_is_none(assistant: Assistant) -> None:
    assert assistant.ask("Báo cáo tháng 1 giao chỉ tiêu cấp bao nhiêu thẻ cho tháng 2, có đạt không?").abstained


def test_the_first_month_past_a_mark(assistant: Assistant) -> None:
    named = assistant.ask("Tháng nào là tháng đầu tiên tỷ lệ đàn ong được kiểm dịch vượt 75%?").answer
    assert "75,8" in named.partition("]")[0]
    by_target = assistant.ask(
        "Chỉ tiêu kiểm dịch đàn ong năm 2034 là bao nhiêu và tháng nào là tháng đầu tiên vượt chỉ tiêu đó?"
    ).answer
    assert "72,3" in by_target.partition("]")[0] and "Chỉ tiêu: 70%" in by_target
    assert assistant.ask("Tháng nào là tháng đầu tiên tỷ lệ đàn ong được kiểm dịch vượt 90%?").abstained


def test_what_came_between_two_reports(assistant: Assistant) -> None:
    answer = assistant.ask("Vốn nuôi ong giải ngân thêm giữa báo cáo tháng 2 và báo cáo tháng 4 là bao nhiêu?").answer
    assert answer.startswith("Tăng 2.600 triệu đồng")


def test_a_running_total_against_its_months(assistant: Assistant) -> None:
    whole = assistant.ask("Lũy kế thẻ nuôi ong đến tháng 3 có khớp với tổng ba tháng cộng lại không?").answer
    assert whole.startswith("Có, khớp: lũy kế 325 thẻ")
    off = assistant.ask("Lũy kế thẻ nuôi ong trong báo cáo tháng 4 có bằng tổng bốn tháng cộng lại không?").answer
    assert off.startswith("Không khớp: lũy kế 470 thẻ") and "465" in off and "chênh 5" in off


def test_all_states_of_a_count_are_its_parts(assistant: Assistant) -> None:
    off = assistant.ask(
        "Báo cáo tháng 3: số trạm ong hoàn thành, đang và chưa triển khai cộng lại có đủ 15 không?"
    ).answer
    assert off.startswith("Không khớp: 7 + 6 + 3 = 16")
    whole = assistant.ask(
        "Báo cáo tháng 2: số trạm ong hoàn thành, đang, chưa triển khai cộng lại có đủ 15 không?"
    ).answer
    assert whole.startswith("Có, khớp: 7 + 6 + 2 = 15")


def test_what_agrees_in_itself_does_not_say_by_how_much_two_reports_differ(assistant: Assistant) -> None:
    question = "Chênh lệch giữa số trạm ong đang triển khai theo báo cáo tháng 2 và theo sổ trạm là bao nhiêu?"
    assert "khớp" not in assistant.ask(question).answer

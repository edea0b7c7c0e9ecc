"""Three monthly reports that answer each other: what one sets, takes back or counts up, the next one tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kept import asks_deadline_kept
from assistant.asked.kinds import Kind
from assistant.asked.own_alone import asks_own_alone
from assistant.asked.taken_back import asks_why_other, numbers_put
from assistant.claims import Answer, Turn
from assistant.compose.sentences.by_whom import opens_with_effect, without_doers
from assistant.question import understand
from assistant.words.counters import as_counted
from assistant.words.restore import restore, vocabulary
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HTML = """<html><body><p>UBND TỈNH BÌNH LONG</p><p>Số: {number}/BC-UBND</p>
<p>Bình Long, ngày 28 tháng {m} năm 2033</p><p>BÁO CÁO</p><p>Kết quả cấp nước sạch nông thôn tháng {m} năm 2033</p>
<h2>I. CHỈ ĐẠO</h2>
<p>Đến nay, toàn tỉnh đã hoàn thành {tasks}/40 nhiệm vụ của Kế hoạch số 12/KH-UBND, {late_tasks} nhiệm vụ chậm tiến độ.
</p>
<h2>II. KẾT QUẢ THỰC HIỆN</h2>
<p>1. Đấu nối: Trong tháng, toàn tỉnh đấu nối {joined} hộ. {corrected}</p>
<p>2. Phản ánh: Trong tháng tiếp nhận {calls} phản ánh của người dân; đã xử lý, trả lời {answered}/{calls} phản ánh.</p>
<p>3. Kinh phí: Lũy kế đến hết tháng {m}/2033 đã giải ngân {paid} triệu đồng vốn cấp nước. {done}</p>
<p>Bảng 1. Kết quả một số chỉ tiêu tháng {m}/2033</p>
<table><tr><th>TT</th><th>Chỉ tiêu</th><th>Chỉ tiêu năm 2033</th><th>Tháng {p}/2033 (%)</th><th>Tháng {m}/2033 (%)</th>
<th>Tăng, giảm (điểm %)</th></tr>
<tr><td>1</td><td>Tỷ lệ hộ dùng nước sạch</td><td>90%</td><td>{a0}</td><td>{a1}</td><td>+1,10</td></tr>
<tr><td>2</td><td>Tỷ lệ hộ dùng lại nước mưa đã lọc sạch</td><td>60%</td><td>40,00</td><td>42,50</td><td>+2,50</td></tr>
</table>
<p>4. Xếp hạng: Tính đến ngày 25/{m}/2033, Bộ chỉ số cấp nước của tỉnh đạt {score}/100 điểm, xếp hạng {rank}/30 tỉnh,
thành phố (tháng trước đạt 70,00 điểm, xếp hạng 29/30).</p>
<p>5. Thiết bị: Đã lắp {m}40 máy đo tại các trạm.</p>
<h2>III. ĐÁNH GIÁ</h2>
<h3>1. Tồn tại, hạn chế</h3>
<p>- Việc xây dựng trạm bơm Suối Cạn, do Sở Xây dựng chủ trì, còn chậm.</p>
<p>- Số hộ bị cắt nước của Sở Công Thương quản lý còn cao.</p>
<h3>2. Nguyên nhân</h3>
<p>- Gói thầu xây lắp trạm bơm Suối Cạn phải đấu thầu lại do hồ sơ mời thầu sai.</p>
<p>- Nguồn nước ngầm ở vùng cao suy giảm.</p>
<h2>IV. NHIỆM VỤ TRỌNG TÂM THÁNG {n}/2033</h2>
<p>1. Sở Công Thương giảm ít nhất 10% số hộ bị cắt nước trong tháng {n}/2033.</p>
<p>2. Sở Tài chính lập phương án mua 30 máy lọc cho các xã vùng cao, trình trước ngày 10/{n}/2033.</p>
<p>3. Sở Y tế tiếp tục tuyên truyền về nước sạch.</p>
<h2>Phụ lục</h2><p>SỐ HỘ BỊ CẮT NƯỚC THÁNG {m}/2033</p>
<table><tr><th>TT</th><th>Cơ quan quản lý</th><th>Số hộ bị cắt nước</th></tr>
<tr><td>1</td><td>Sở Công Thương</td><td>{cut}</td></tr><tr><td>2</td><td>Sở Xây dựng</td><td>31</td></tr></table>
<h2>Phụ lục II</h2><p>SỐ GIẾNG KHOAN THEO THÁNG NĂM 2033</p>
<table><tr><th>TT</th><th>Khu vực</th><th>Tháng 6</th><th>Tháng 7</th></tr>
<tr><td>A</td><td>Vùng cao</td><td>118</td><td>{wells}</td></tr>
<tr><td>B</td><td>Vùng thấp</td><td>95</td><td>87</td></tr></table>
</body></html>"""
MONTHS: dict[int, dict[str, object]] = {
    7: dict(tasks=11, late_tasks="01", joined=810, corrected="", calls=64, answered=60, paid="1.200", done="",
            a0="80,10", a1="81,20", score="71,50", rank=27, cut=200, wells=310),
    8: dict(tasks=15, late_tasks="02", joined=902, calls=75, answered=71, paid="1.950", a0="81,20", a1="82,30",
            corrected="Số hộ đấu nối tháng 7/2033 đã được rà soát, điều chỉnh từ 810 hộ thành 801 hộ do xã Hòa Bắc báo "
                      "trùng.",
            done="Phương án mua 30 máy lọc cho các xã vùng cao đã hoàn thành ngày 08/8/2033.", score="72,75", rank=24,
            cut=214, wells=301),
    9: dict(tasks=22, late_tasks="00", joined=955, corrected="", calls=58, answered=57, paid="2.610", done="",
            a0="82,30", a1="91,40", score="74,00", rank=19, cut=150, wells=301),
}  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("answering"), spelling_embedder) as library:
        for month, figures in MONTHS.items():
            times = {"m": month, "n": month + 1, "p": month - 1, "number": 90 + month}
            data = HTML.format(**times, **figures).encode()
            library.add(read_bytes(data, f"bl-{month}.html"), data, f"bl-{month}.html")
        yield Assistant(library)


def _told(answer: Answer) -> str:
    assert not answer.abstained, answer.answer
    return answer.answer


def test_tasks_that_are_done_are_completed_as_reports_say(assistant: Assistant) -> None:
    question = "Tính đến báo cáo tháng 8/2033, toàn tỉnh đã làm xong mấy nhiệm vụ trong kế hoạch?"
    assert _told(assistant.ask(question)).startswith("15/40 nhiệm vụ")
    assert as_counted("đã xong bao nhiêu nhiệm vụ") == "đã hoàn thành bao nhiêu nhiệm vụ"
    assert as_counted("đã xong bao nhiêu hồ sơ") == "đã xong bao nhiêu hồ sơ"
    assert as_counted("đã xong mấy trên 40 nhiệm vụ") == "đã hoàn thành mấy nhiệm vụ"
    two = _told(assistant.ask("Đến báo cáo tháng 8/2033 xong bao nhiêu nhiệm vụ của kế hoạch, còn mấy nhiệm vụ chậm?"))
    assert "15/40" in two
    assert "02 nhiệm vụ" in two


def test_a_word_that_joins_is_no_part_of_a_longer_wording() -> None:
    held = vocabulary(("Nhiệm vụ trọng tâm của tháng.",), default_lexicon())
    assert restore("Đã xong mấy nhiệm vụ trong kế hoạch?", held, marks=False) == "Đã xong mấy nhiệm vụ trong kế hoạch?"


def test_a_follow_up_that_counts_nothing_of_its_own_stays_in_the_month(assistant: Assistant) -> None:
    before = (
        Turn("user", "Tháng 8/2033 toàn tỉnh Bình Long tiếp nhận bao nhiêu phản ánh?"),
        Turn("assistant", "75 phản ánh."),
    )
    assert _told(assistant.ask("Đã xử lý, trả lời được bao nhiêu?", history=before)).startswith("71/75")


def test_the_gap_to_the_target_of_the_year_is_worked_out_from_the_row(assistant: Assistant) -> None:
    below = "Tháng 8/2033 tỷ lệ hộ dùng nước sạch còn cách chỉ tiêu cả năm bao nhiêu điểm phần trăm?"
    assert _told(assistant.ask(below)).startswith("7,70 điểm phần trăm (= 90% − 82,30%)")
    left = "Còn bao nhiêu điểm phần trăm nữa thì tỷ lệ hộ dùng nước sạch tháng 8/2033 đạt chỉ tiêu năm?"
    assert _told(assistant.ask(left)).startswith("7,70 điểm phần trăm")
    above = (
        "By how many percentage points did the share of households with clean water exceed the year’s target in "
        "September 2033?"
    )
    assert _told(assistant.ask(above)).startswith("1.40 percentage points (= 91.40% − 90%)")
    assert assistant.ask("Tháng 8/2033 tỷ lệ hộ dùng nước sạch vượt chỉ tiêu bao nhiêu điểm phần trăm?").abstained


def test_in_which_month_a_score_rose_is_not_told_by_the_first_and_the_last(assistant: Assistant) -> None:
    question = "Từ tháng 7 đến tháng 9/2033, điểm Bộ chỉ số cấp nước của tỉnh tăng nhiều nhất ở tháng nào?"
    assert "lên hạng 19/30" not in _told(assistant.ask(question))


def test_rank_and_score_are_told_of_both_months(assistant: Assistant) -> None:
    told = _told(assistant.ask("Thứ hạng Bộ chỉ số cấp nước của tỉnh thay đổi ra sao từ tháng 7 đến tháng 9/2033?"))
    assert told.startswith("Tăng 8 hạng: từ hạng 27/30 (71,50 điểm) lên hạng 19/30 (74,00 điểm)")
    both = "Điểm Bộ chỉ số cấp nước của tỉnh tăng bao nhiêu và thứ hạng đổi thế nào từ tháng 7 đến tháng 8/2033?"
    assert _told(assistant.ask(both)).startswith("Tăng 1,25 điểm: từ hạng 27/30")
    score = "Điểm Bộ chỉ số cấp nước của tỉnh tăng bao nhiêu từ tháng 7 đến tháng 8/2033?"
    assert _told(assistant.ask(score)).startswith("Tăng 1,25 điểm")
    assert assistant.ask("Thứ hạng PAR Index của tỉnh thay đổi ra sao từ tháng 7 đến tháng 9/2033?").abstained


def test_which_of_two_numbers_holds_is_told_by_what_takes_one_back(assistant: Assistant) -> None:
    told = _told(assistant.ask("Tháng 7/2033 toàn tỉnh đấu nối 810 hay 801 hộ?"))
    assert told.startswith("Số đã điều chỉnh: 801 ")
    assert "báo trùng" in told
    assert "báo trùng" in _told(assistant.ask("Số hộ đấu nối tháng 7/2033 rốt cuộc là 810 hay con số khác?"))
    why = "Vì sao số hộ đấu nối tháng 7/2033 trong báo cáo tháng 8 lại thấp hơn con số ở báo cáo tháng 7?"
    assert "báo trùng" in _told(assistant.ask(why))


def test_two_numbers_that_two_reports_tell_of_one_row(assistant: Assistant) -> None:
    told = _told(assistant.ask("Vùng cao có 310 hay 301 giếng khoan trong tháng 7/2033?"))
    assert told.startswith("Báo cáo tháng 8/2033 ghi 301")
    assert "Báo cáo tháng 7/2033 ghi 310" in told


def test_what_puts_two_numbers_and_what_does_not() -> None:
    assert numbers_put("la 512 hay 498 ho") == ("512", "498")
    assert numbers_put("vi sao sua tu 512 ho xuong con 498") == ("512", "498")
    assert numbers_put("was it 1,512 or another number") == ("1,512",)
    assert numbers_put("theo ke hoach 12/kh-ubnd hay 14/kh-ubnd") == ()
    assert asks_why_other("why is the total in the may report lower than in the april report?")
    assert not asks_why_other("vi sao so vu thang 5 thap hon thang 4?")


def test_a_fall_by_a_share_is_held_against_the_counts_of_both_months(assistant: Assistant) -> None:
    question = (
        "Tháng 7/2033 yêu cầu Sở Công Thương giảm ít nhất 10% số hộ bị cắt nước trong tháng 8, thực tế có đạt không?"
    )
    told = _told(assistant.ask(question))
    assert told.startswith("Không đạt mức giảm 10% đặt ra")
    assert "214 hộ so với 200 hộ" in told
    met = "Tháng 8/2033 yêu cầu Sở Công Thương giảm ít nhất 10% số hộ bị cắt nước trong tháng 9, thực tế có đạt không?"
    assert _told(assistant.ask(met)).startswith("Đạt mức giảm 10% đặt ra")


def test_a_task_is_told_with_who_does_it_and_until_when(assistant: Assistant) -> None:
    question = "Báo cáo tháng 8/2033 giao ai lập phương án mua máy lọc và hạn đến bao giờ?"
    assert "Sở Tài chính lập phương án mua 30 máy lọc" in _told(assistant.ask(question))
    of_body = _told(assistant.ask("Báo cáo tháng 8/2033 giao Sở Tài chính việc gì, hạn đến bao giờ?"))
    assert "trước ngày 10/9/2033" in of_body
    assert assistant.ask("Báo cáo tháng 8/2033 giao Sở Nội vụ làm gì, hạn khi nào?").abstained


def test_a_deadline_is_told_with_the_day_on_which_the_thing_was_done(assistant: Assistant) -> None:
    question = (
        "Phương án mua máy lọc cho các xã vùng cao được yêu cầu trình trước ngày nào và thực tế hoàn thành khi nào?"
    )
    told = _told(assistant.ask(question))
    assert "08/8/2033" in told
    assert "trước ngày" in told
    assert asks_deadline_kept("by when was it due, and was it finished on time?")
    assert not asks_deadline_kept("ai phai lap phuong an va xong truoc ngay nao?")
    assert not asks_deadline_kept("bao cao thang 8 giao ai lap phuong an va han den bao gio?")


def test_who_does_a_thing_is_no_cause_of_it(assistant: Assistant) -> None:
    told = _told(assistant.ask("Trong báo cáo tháng 8/2033, việc xây dựng trạm bơm Suối Cạn chậm là do đâu?"))
    assert "đấu thầu lại do hồ sơ mời thầu sai" in told
    assert "chủ trì" not in told
    assert "do" not in without_doers("Trạm bơm, do Sở Xây dựng chủ trì, còn chậm.").split()
    assert "do" in without_doers("Trạm bơm chậm do Sở Xây dựng chưa phê duyệt dự toán.").split()


def test_what_came_of_a_thing_is_no_cause_of_it() -> None:
    assert opens_with_effect("…do đó tổng số giờ cấp nước là 640 giờ")
    assert not opens_with_effect("…do đường ống bị vỡ, tổng số giờ cấp nước là 640 giờ")


def test_a_month_alone_is_the_difference_of_two_running_totals(assistant: Assistant) -> None:
    told = _told(assistant.ask("Riêng tháng 9/2033 tỉnh giải ngân bao nhiêu vốn cấp nước?"))
    assert told.startswith("660 triệu đồng (= 2.610 − 1.950)")
    assert assistant.ask("Riêng tháng 9/2033 lắp thêm được bao nhiêu máy đo tại các trạm?").abstained
    assert asks_own_alone("how much was paid out in june 2033 alone?")
    assert not asks_own_alone("trong thang 6/2033 giai ngan bao nhieu?")


def test_how_far_something_went_between_two_months_is_a_comparison(assistant: Assistant) -> None:
    question = "How far did the number of households joined to the network climb between July and September 2033?"
    assert understand(question, default_lexicon()).is_(Kind.COMPARISON)

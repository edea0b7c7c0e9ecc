"""Papers of the offices of a province: a quarter in the report of a month, a table under a long heading."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.places import named_places
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library


def _page(issuer: str, number: str, title: str, body: str) -> bytes:
    return f"""<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH ĐÔNG LƯƠNG</p><p>{issuer}</p><p>Số: {number}</p>
<p style="text-align:center"><b>BÁO CÁO</b></p><p style="text-align:center"><b>{title}</b></p>{body}
</body></html>""".encode()


MARCH = """<p><b>I. KẾT QUẢ</b></p>
<p>- Trong quý, toàn tỉnh phát sinh 1.834 hồ sơ cấp lại thẻ (1.502 hồ sơ thẻ từ và 332 hồ sơ thẻ giấy), trong đó: \
1.690 hồ sơ đã trả kết quả (đạt tỷ lệ 92,15%). Tính đến nay, đã phát sinh 9.275 hồ sơ cấp lại thẻ của người dân \
(8.004 hồ sơ thẻ từ và 1.271 hồ sơ thẻ giấy), trong đó: 7.116 hồ sơ đã trả kết quả (đạt tỷ lệ 76,72%).</p>
<p>- Tỷ lệ hồ sơ lưu trữ được số hóa của tỉnh đạt 71,5%.</p>"""

YEAR = """<p><b>I. KẾT QUẢ</b></p>
<p>1. Đến ngày 20/11/2030, tỷ lệ hộp thư phản hồi toàn trình đạt 61,2% (chỉ tiêu đề ra là tối thiểu 75%). Tỷ lệ phiếu \
khảo sát thu về đạt 88,4% (chỉ tiêu đề ra là tối thiểu 70%).</p>
<p>2. Đã xây dựng bản đồ cho 41.250 thửa đất, còn 3.680 thửa đất chưa được xây dựng bản đồ \
(trong đó đã đo 1.100 thửa đất).</p>
<p>3. Đến ngày 20/11/2030, tỷ lệ hồ sơ lưu trữ được số hóa đạt 64,2%.</p>
<p>4. Quyết định số 77/QĐ-UBND ngày 08/01/2030 của UBND tỉnh về việc áp dụng quy định thi đua trong khối văn thư. Theo \
đó, giữ nguyên Quyết định số 12/2029/QĐ-UBND ngày 03/01/2029 của UBND tỉnh ban hành quy định về thi đua.</p>
<p>5. Năm 2030, Sở dự kiến khảo sát mức độ hài lòng trong tháng 12/2030 tại 18 xã, phường<a href="#fn1">[1]</a>.</p>
<p>6. Đối với tài chính công: Việc thực hiện kiến nghị của thanh tra, kiểm toán về thu chi, \
ngân sách đạt 80,01% (số tiền đã nộp ngân sách nhà nước đạt 612,5/765,5 triệu đồng). Giải ngân đạt 91,3%.</p>
<p id="fn1"><a href="#fnref1">[1]</a> Khảo sát 40 hộ gia đình tại mỗi xã, phường.</p>"""

_OFFICES = (("Sở Xây dựng", "100", "16"), ("Sở Y tế", "97,2", "15,55"), ("Thanh tra tỉnh", "71,46", "11,43"))
_ONLINE = (("Sở Xây dựng", "83,1", "18,3"), ("Sở Y tế", "77,5", "17,1"), ("Thanh tra tỉnh", "80,4", "17,7"))


def _table(head: str, rows: tuple[tuple[str, str, str], ...]) -> str:
    lines = "".join(f"<tr><td>{n}</td><td>{a}</td><td>{b}</td><td>{c}</td></tr>" for n, (a, b, c) in enumerate(rows, 1))
    return f'<table border="1"><tr><th>STT</th><th>Đơn vị</th>{head}</tr>{lines}</table>'


NOVEMBER = f"""<p><b>1. Mục đích</b></p><p>Tỷ lệ hồ sơ lưu trữ được số hóa của tỉnh, của các sở đạt 100%.</p>
<p><b>2. Kết quả đánh giá các sở</b></p>
<p><b>a) Kết quả chung</b></p><p>Các sở đều tham gia.</p>
<p>b) Điểm minh bạch của các cơ quan theo kết quả chấm cuối năm (Tỷ lệ hồ sơ đồng bộ lên Kho dữ liệu chung</p>
{_table("<th>Tỷ lệ thực hiện %</th><th>Điểm đạt (tối đa 16 điểm)</th>", _OFFICES)}
<p><b>c) Kết quả đánh giá dịch vụ công trực tuyến</b></p>
{_table("<th>Tỷ lệ hồ sơ nộp trực tuyến (%)</th><th>Điểm hồ sơ nộp trực tuyến</th>", _ONLINE)}"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("offices"), spelling_embedder) as library:
        for name, page in (
            ("41.html", _page("TỔ CÔNG TÁC", "41/BC-TCT", "Tiến độ cấp thẻ tháng 3/2031", MARCH)),
            ("63.html", _page("SỞ NỘI VỤ", "63/BC-SNV", "Tình hình thực hiện các chỉ số năm 2030", YEAR)),
            ("88.html", _page("TRUNG TÂM", "88/BC-TT", "Kết quả chấm điểm các sở tháng 11/2030", NOVEMBER)),
        ):
            library.add(read_bytes(page, name), page, name)
        yield Assistant(library)


def _after(*questions: str) -> tuple[Turn, ...]:
    return tuple(turn for q in questions for turn in (Turn("user", q), Turn("assistant", "…")))


def test_a_quarter_in_the_report_of_its_last_month_is_no_running_total(assistant: Assistant) -> None:
    first = "Quý I/2031 tỉnh phát sinh bao nhiêu hồ sơ cấp lại thẻ của người dân?"
    assert assistant.ask(first).answer.startswith("1.834 hồ sơ")
    settled = "Trong số đó trả kết quả được bao nhiêu rồi?"
    assert assistant.ask(settled, history=_after(first)).answer.startswith("1.690 hồ sơ")
    of_paper = assistant.ask("Thế riêng nhóm thẻ giấy là mấy hồ sơ?", history=_after(first, settled))
    assert of_paper.answer.startswith("332 hồ sơ")
    so_far = assistant.ask("Tính đến nay đã phát sinh bao nhiêu hồ sơ cấp lại thẻ?")
    assert so_far.answer.startswith("Tháng 3/2031: 9.275 hồ sơ")


def test_what_a_long_heading_says_at_its_end_is_said_of_the_table_under_it(assistant: Assistant) -> None:
    answer = assistant.ask("Thanh tra tỉnh đồng bộ hồ sơ lên Kho dữ liệu chung được bao nhiêu phần trăm, mấy điểm?")
    assert "71,46%" in answer.answer
    assert "11,43" in answer.answer


def test_words_that_only_relate_two_figures_go_on_from_the_question_before(assistant: Assistant) -> None:
    first = "Tỷ lệ hộp thư phản hồi toàn trình đến ngày 20/11/2030 đạt bao nhiêu?"
    short = "Thiếu bao nhiêu so với chỉ tiêu?"
    answer = assistant.ask(short, history=_after(first))
    assert answer.calculation is not None
    assert answer.calculation.formula == "75 - 61.2"
    beyond = assistant.ask(
        "Vượt chỉ tiêu bao nhiêu?", history=_after("Tỷ lệ phiếu khảo sát thu về năm 2030 là bao nhiêu?")
    )
    assert beyond.calculation is not None
    assert beyond.calculation.formula == "88.4 - 70"


@pytest.mark.parametrize(
    "question",
    [
        "Còn bao nhiêu thửa đất chưa được xây dựng bản đồ?",
        "Bao nhiêu thửa đất chưa có bản đồ?",
        "Bản đồ còn thiếu bao nhiêu thửa đất?",
    ],
)
def test_how_many_are_not_done_yet_is_told_by_what_says_so(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).answer.startswith("3.680 thửa đất")
    assert assistant.ask("Đã xây dựng bản đồ cho bao nhiêu thửa đất?").answer.startswith("41.250 thửa đất")


def test_what_is_missing_of_what_was_told_is_what_is_still_to_be_done(assistant: Assistant) -> None:
    first = "Năm 2030 đã xây dựng bản đồ cho bao nhiêu thửa đất?"
    assert assistant.ask("Còn thiếu bao nhiêu?", history=_after(first)).answer.startswith("3.680 thửa đất")


def test_the_done_and_the_missing_are_added_where_both_are_asked(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Counting both those already mapped and those still missing, how many land parcels are there?"
    )
    assert answer.calculation is not None
    assert answer.calculation.formula == "41250 + 3680"


def test_a_day_that_is_named_is_told_by_what_is_dated_so(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ hồ sơ lưu trữ được số hóa từ 20/11/2030 đến tháng 3/2031 tăng hay giảm bao nhiêu?")
    assert answer.calculation is not None
    assert answer.calculation.formula == "71.5 - 64.2"


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 77/QĐ-UBND dùng lại quy định thi đua nào của tỉnh?",
        "Quyết định 77/QĐ-UBND giữ nguyên quy định nào về thi đua?",
        "Which emulation rules does Decision 77/QĐ-UBND keep in force?",
    ],
)
def test_the_rules_that_a_decision_keeps_are_another_document(assistant: Assistant, question: str) -> None:
    assert "12/2029/QĐ-UBND" in assistant.ask(question).answer


def test_a_note_without_a_time_is_of_the_time_of_the_sentence_it_hangs_on(assistant: Assistant) -> None:
    question = "Đợt khảo sát mức độ hài lòng tháng 12/2030, mỗi xã phường hỏi bao nhiêu hộ gia đình?"
    assert assistant.ask(question).answer.startswith("40 hộ gia đình")
    assert "40 hộ" not in assistant.ask(question.replace("2030", "2029")).answer.split("Nội dung gần nhất")[0]


def test_what_is_left_of_a_part_over_its_whole_is_worked_out_from_its_brackets(assistant: Assistant) -> None:
    answer = assistant.ask("Số tiền phải nộp sau thanh tra, kiểm toán năm 2030 còn thiếu bao nhiêu triệu đồng?")
    assert answer.calculation is not None
    assert answer.calculation.formula == "765.5 - 612.5"


def test_an_app_before_the_word_for_a_unit_is_no_place() -> None:
    assert named_places("How many posts are on the EcoVid ward page?", "en") == ()
    assert named_places("Trang Loa phường EcoVid có mấy bài?", "vi") == ()
    assert named_places("How many posts has Bình Lạc ward?", "en") == ("phuong binh lac",)
    assert named_places("HOW MANY POSTS HAS BÌNH LẠC ward?", "en")

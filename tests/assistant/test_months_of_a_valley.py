"""Monthly reports of a province asked in words of their readers: shares behind their counts, the whole before its
parts, what is not done yet, what was taken back, who signed, what is asked of those above."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind, kinds_of
from assistant.asked.restating import adds, asks_first_passed, compares, sets_for_month
from assistant.measured.states import done_instead
from assistant.question import Question, understand
from assistant.words.everyday import expand
from assistant.words.terms import default_lexicon
from ingest.language.fold import fold
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HTML = """<html><body><p>UBND TỈNH LŨNG AN</p><p>Số: {number}/BC-UBND</p><p>Lũng An, ngày 27 tháng {m} năm 2034</p>
<p>BÁO CÁO</p><p>Kết quả cải cách hành chính tháng {m} năm 2034</p>
<h2>I. KẾT QUẢ THỰC HIỆN</h2>
<p>1. Trong tháng, Thanh tra tỉnh kiểm tra việc tiếp dân tại 07 cơ quan, đơn vị.</p>
<p>2. Tiếp dân: Các cơ quan tiếp 94 lượt người, gồm thường xuyên 61 lượt người, định kỳ của lãnh đạo 33 lượt người.</p>
<p>3. Số thư xin lỗi đã gửi là 52/80 hồ sơ quá hạn. Còn 28 hồ sơ quá hạn chưa được gửi thư xin lỗi theo quy định.</p>
<p>4. Giao dịch: Trong tháng phát sinh {deals} giao dịch thanh toán trực tuyến.</p>
<p>5. Đất rừng: quản lý khoáng sản (giảm 0,34 điểm).</p>
<p>6. Giải ngân vốn chuyển đổi số trong tháng {paid} triệu đồng.</p>
<p>{correction}</p>
<h2>II. NHIỆM VỤ TRỌNG TÂM THÁNG {next}/2034</h2>
<p>1. Sở Nội vụ tổ chức 04 lớp bồi dưỡng cho trưởng thôn.</p><p>2. Sở Y tế nối mạng 09 trạm y tế.</p>
<h2>III. KIẾN NGHỊ, ĐỀ XUẤT</h2><p>{proposals}</p>
<p>Trên đây là Báo cáo kết quả cải cách hành chính tháng {m} năm 2034 của tỉnh Lũng An./.</p>
<table><tr><td>Nơi nhận:<br/>- Chính phủ;<br/>- Lưu: VT.</td><td>{signed}</td></tr></table>
<h2>PHỤ LỤC I</h2><p>KẾT QUẢ GIẢI QUYẾT HỒ SƠ TẠI CÁC XÃ, PHƯỜNG THÁNG {m}/2034</p>
<table><tr><th rowspan="2">TT</th><th rowspan="2">Đơn vị</th><th colspan="3">Tiếp nhận trong tháng</th>
<th colspan="2">Giải quyết trong tháng</th></tr>
<tr><th>Tổng số</th><th>Trực tuyến</th><th>Tỷ lệ (%)</th><th>Tổng số</th><th>Quá hạn</th></tr>
<tr><td>1</td><td>Phường Cửa Lũng</td><td>{a}</td><td>36</td><td>90,00</td><td>39</td><td>4</td></tr>
<tr><td>2</td><td>Phường Đồi Thông</td><td>52</td><td>47</td><td>90,38</td><td>51</td><td>1</td></tr>
<tr><td></td><td>Cộng khối phường</td><td>92</td><td>83</td><td>90,22</td><td>90</td><td>5</td></tr>
<tr><td>3</td><td>Xã Hòn Bạc</td><td>25</td><td>17</td><td>68,00</td><td>24</td><td>2</td></tr>
<tr><td>4</td><td>Xã Khe Sung</td><td>14</td><td>11</td><td>78,57</td><td>14</td><td>0</td></tr>
<tr><td></td><td>Cộng khối xã</td><td>39</td><td>28</td><td>71,79</td><td>38</td><td>2</td></tr>
</table></body></html>"""
MONTHS = {
    7: dict(deals="1.240", paid="310", a=40, proposals="Không có.", correction="Không xảy ra sự cố mạng.",
            signed="KT. CHỦ TỊCH<br/>PHÓ CHỦ TỊCH<br/>Vi Thị Lụa"),
    8: dict(deals="1.388", paid="420", a=40, proposals="Đề nghị Bộ Tài chính cho kéo dài vốn đến hết năm 2034.",
            correction="Số giao dịch tháng 7/2034 đã đối soát, điều chỉnh từ 1.240 thành 1.204 giao dịch.",
            signed="CHỦ TỊCH<br/>Ma Văn Páo"),
}  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("valley"), spelling_embedder) as library:
        for month, told in MONTHS.items():
            data = HTML.format(m=f"{month:02}", next=f"{month + 1:02}", number=200 + month, **told).encode()
            library.add(read_bytes(data, f"la-{month}.html"), data, f"la-{month}.html")
        yield Assistant(library)


def read(text: str) -> Question:
    return understand(text, default_lexicon(), held=("2034-07", "2034-08"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Xã Hòn Bạc tháng 7/2034 tiếp nhận bao nhiêu hồ sơ, tỷ lệ trực tuyến mấy phần trăm?", ("25", "68,00%")),
        ("Phường Cửa Lũng tháng 8/2034 tiếp nhận bao nhiêu hồ sơ và tỷ lệ trực tuyến là bao nhiêu?", ("40", "90,00%")),
        ("Tháng 7/2034 các cơ quan tiếp bao nhiêu lượt người?", ("94 lượt",)),
        ("Tháng 8/2034 còn mấy hồ sơ quá hạn chưa gửi thư xin lỗi?", ("28 hồ sơ",)),
        ("Tháng 7/2034 chốt lại có bao nhiêu giao dịch thanh toán trực tuyến?", ("1.204",)),
        ("Thanh tra tỉnh đi soát xét việc tiếp dân được mấy nơi trong tháng 7/2034?", ("07",)),
        ("Tháng 8/2034 tiêu được bao nhiêu triệu đồng vốn chuyển đổi số?", ("420",)),
        ("Báo cáo tháng 8/2034 kiến nghị Bộ Tài chính điều gì?", ("kéo dài vốn",)),
        ("What proposals did the July 2034 report make?", ("Không có",)),
        ("Những việc phải làm trong tháng 8/2034 là gì?", ("04 lớp", "09 trạm")),
    ],
)
def test_a_month_is_told_in_whatever_words_it_is_asked(
    assistant: Assistant, question: str, said: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert [s for s in said if s not in answer.answer] == []


def test_a_change_is_no_value(assistant: Assistant) -> None:
    assert "0,34" not in assistant.ask("Tháng 7/2034 quản lý khoáng sản được bao nhiêu điểm?").answer.split("“")[0]
    assert assistant.ask("Tháng 7/2034 quản lý khoáng sản được bao nhiêu điểm?").abstained


def test_rows_of_sums_are_not_added_to_the_rows_they_sum_up(assistant: Assistant) -> None:
    answer = assistant.ask("Hồ sơ tiếp nhận trong tháng 7/2034 tổng cộng bao nhiêu?")
    assert answer.calculation is None or "92" not in answer.calculation.formula


def test_two_reports_are_each_told_with_who_signed(assistant: Assistant) -> None:
    answer = assistant.ask("Báo cáo tháng 7/2034 do ai ký, có cùng người ký với báo cáo tháng 8/2034 không?").answer
    assert answer.index("Vi Thị Lụa") < answer.index("Ma Văn Páo")


def test_a_signature_is_asked_for_in_many_ways(assistant: Assistant) -> None:
    for question in ("Whose signature is on the August 2034 report?", "Who put their name to the August 2034 report?"):
        assert "Ma Văn Páo" in assistant.ask(question).answer


def test_marks_tell_a_place_from_a_comparison() -> None:
    assert not compares(read("Xã Hòn Bạc tháng 7/2034 có bao nhiêu hồ sơ?"))
    assert compares(read("Tháng 8/2034 hơn tháng 7/2034 bao nhiêu hồ sơ?"))


def test_what_is_only_done_does_not_tell_what_is_not() -> None:
    asked = fold("còn mấy lá đơn chưa trả lời")
    assert done_instead(asked, fold(" đã trả 12 lá đơn "))
    assert not done_instead(asked, fold(" đã trả 12 lá đơn, chưa trả 3 lá "))


def test_units_are_things_that_are_counted() -> None:
    assert "tháng" not in read("Đi kiểm tra được mấy nơi trong tháng 7/2034?").units
    assert "nhiệm vụ" in read("Giao bao nhiêu việc tính tới 20/7/2034?").units
    assert "hồ sơ" in read("Hồ sơ cấp đổi tháng 7/2034: nhận bao nhiêu bộ?").units


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("bn gd tt online", "giao dịch"),
        ("ks bn phiếu ở mấy phg", "khảo sát bao nhiêu phiếu ở mấy phường"),
        ("bao nhiêu hồ sơ gửi tới", "hồ sơ tiếp nhận"),
        ("tiêu được bao nhiêu vốn", "giải ngân bao nhiêu vốn"),
        ("muốn tới mức thấp nhất đề ra", "mức tối thiểu đề ra"),
    ],
)
def test_short_and_plain_words_are_spelled_out(short: str, full: str) -> None:
    assert full in expand(short)


def test_what_is_set_for_a_month_is_asked_in_many_ways() -> None:
    assert sets_for_month(read("Tháng 8/2034 trồng rừng có tới mức mà báo cáo tháng 7/2034 định ra không?"))
    assert asks_first_passed(read("Tỷ lệ ấy lần đầu vượt 70% vào tháng mấy năm 2034?"))
    assert adds(read("Add July and August 2034 up: how many files were there?"))


def test_where_a_value_stood_asks_for_no_place() -> None:
    asked = "where did the share stand in july?"
    assert Kind.WHERE not in kinds_of(asked, asked, english=True)
    assert Kind.CAUSE in kinds_of("what held up the work?", english=True)

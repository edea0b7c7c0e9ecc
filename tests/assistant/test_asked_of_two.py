"""Both ends of a change, a whole of two parts, a rate and its points, two documents, two kinds of unit: what one half
of a question's answer does not tell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.places import named_places
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HEAD = """<!DOCTYPE html><html><body><p>BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ</p><p>TỈNH GÒ MÂY</p>
<p>Số: {number}</p><p>Gò Mây, ngày {day}</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>{title}</b></p>"""
MONTH = (
    HEAD.format(
        number="71/BC-BCĐ",
        day="26 tháng 5 năm 2033",
        title="Kết quả cải cách hành chính, số hóa và định danh điện tử tháng 5/2033",
    )
    + """<p><b>I. KẾT QUẢ</b></p>
<p>- Đã lập sổ điện tử 61.204 thửa đất, còn 8.310 thửa đất chưa được lập sổ điện tử.</p>
<p>- Về y tế: 31.400/40.000 hồ sơ sức khỏe điện tử đã tạo lập xong, đạt 78,5%.</p>
<p>- Tính đến ngày 20/5/2033, công an các xã lập được 90.500 tài khoản định danh điện tử, trong đó 71.200 tài khoản đã
kích hoạt.</p>
<p>- Bưu điện tỉnh đã tiếp nhận 912 hồ sơ tại 07 xã.</p>
<p>- Đến cuối tháng, tỷ lệ hồ sơ được số hóa kết quả giải quyết của tỉnh đạt 71,5%.</p>
<p>+ Ngành Lâm nghiệp: 01 thủ tục (mã số 3.022417) đã bị bãi bỏ theo Nghị quyết số 14/2033/NQ-HĐND ngày 03/4/2033 của
HĐND tỉnh Gò Mây về bãi bỏ một số văn bản quy phạm pháp luật.</p>
<p>UBND tỉnh ra Quyết định số 618/QĐ-UBND ngày 28/4/2033 về công bố thủ tục hành chính bị bãi bỏ của ngành.</p>
<p>+ Ngành Thủy sản: 01 thủ tục (mã số 3.022418). Thủ tục này vẫn giữ nguyên giấy tờ phải nộp.</p>
<p><b>PHỤ LỤC. KẾT QUẢ GIẢI QUYẾT HỒ SƠ THÁNG 5/2033</b></p>
<table border="1"><tr><th rowspan="2">TT</th><th rowspan="2">Cơ quan, địa phương</th><th colspan="3">Tháng 5/2033</th>
<th rowspan="2">Tỷ lệ đúng hạn tháng 4/2033 (%)</th><th rowspan="2">Tăng, giảm (điểm %)</th></tr>
<tr><th>Đã giải quyết</th><th>Quá hạn</th><th>Tỷ lệ đúng hạn (%)</th></tr>
<tr><td>1</td><td>Sở Y tế</td><td>540</td><td>17</td><td>96,85</td><td>97,30</td><td>-0,45</td></tr>
<tr><td>2</td><td>Sở Công Thương</td><td>980</td><td>12</td><td>98,78</td><td>98,10</td><td>+0,68</td></tr>
<tr><td>3</td><td>UBND xã Gò Lúa</td><td>210</td><td>9</td><td>95,71</td><td>93,20</td><td>+2,51</td></tr>
<tr><td>4</td><td>UBND xã Bãi Sậy</td><td>320</td><td>8</td><td>97,50</td><td>97,90</td><td>-0,40</td></tr></table>
</body></html>"""
)
INDICES = (
    HEAD.format(number="88/BC-SNV", day="02 tháng 12 năm 2032", title="Tình hình thực hiện các chỉ số năm 2032")
    + """<p><b>I. KẾT QUẢ</b></p>
<p>d) Đối với lĩnh vực chuyển đổi số: Tính đến ngày 27/11/2032, tỷ lệ số hóa kết quả giải quyết
hồ sơ đạt 66% (chỉ tiêu là 80%).</p>
<p>a) Tỷ lệ giải ngân vốn đầu tư công chỉ đạt 41,2% so với kế hoạch (chưa tới 70% thì tiêu chí này đạt 0
điểm).</p>
<p>b) Tỷ lệ thanh toán trực tuyến là 64,3% (đủ 100% thì tiêu chí này đạt điểm tối đa).</p>
<p>Tỷ lệ hồ sơ đúng hẹn toàn tỉnh đạt 96,1%. Trong đó, tỷ lệ hồ sơ đúng hẹn cấp tỉnh chỉ đạt 91,4% (dưới 95% thì tiêu
chí này đạt 0 điểm).</p>
<p>Thanh tra tỉnh báo cáo số hồ sơ tiếp nhận quý III/2032: 205 hồ sơ, song hệ thống giải quyết thủ tục chỉ ghi
nhận 131 hồ sơ.</p>
<p><b>II. ĐIỂM TỪNG LĨNH VỰC</b></p>
<p>Điểm Chỉ số cải cách hành chính (PAR Index) theo từng lĩnh vực như sau:</p>
<table border="1"><tr><th>TT</th><th>Lĩnh vực</th><th>Điểm tối đa</th><th>Điểm đạt</th></tr>
<tr><td>1</td><td>Cải cách thể chế</td><td>10</td><td>8,40</td></tr>
<tr><td>2</td><td>Cải cách tài chính công</td><td>11</td><td>7,15</td></tr>
<tr><td>3</td><td>Cải cách tổ chức bộ máy</td><td>12</td><td>9,05</td></tr></table></body></html>"""
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("two"), spelling_embedder) as library:
        for name, page in (("cai-cach-thang-5-2033.html", MONTH), ("chi-so-cchc-907-2032.html", INDICES)):
            library.add(read_bytes(page.encode(), name), page.encode(), name)
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Theo phụ lục tháng 5/2033, tỷ lệ đúng hạn của Sở Công Thương thay đổi từ bao nhiêu lên bao nhiêu?",
            ["từ 98,10% lên 98,78%"],
        ),
        ("From what to what did the Department of Health’s on-time rate move in May 2033?", ["from 97,30% to 96,85%"]),
        ("Tháng 5/2033 tỷ lệ đúng hạn của xã Gò Lúa đi từ mấy lên mấy?", ["từ 93,20% lên 95,71%"]),
        (
            "Counting those with and those still without an electronic book, how many land parcels are there "
            "altogether?",
            ["69,514"],
        ),
        (
            "Tính cả hồ sơ sức khỏe điện tử đã tạo lập và hồ sơ chưa tạo lập thì có bao nhiêu hồ sơ?",
            ["Tất cả: 40.000 hồ sơ"],
        ),
        (
            "Altogether, counting those already created and those not yet created, how many electronic health records "
            "are there?",
            ["In total: 40,000"],
        ),
        ("Quý III/2032 Thanh tra tỉnh báo cáo nhiều hơn hệ thống bao nhiêu hồ sơ?", ["74 hồ sơ (= 205 − 131)"]),
        ("Tỷ lệ giải ngân vốn đầu tư công là bao nhiêu, vậy tiêu chí đó được mấy điểm?", ["41,2%, được 0 điểm"]),
        (
            "Số hồ sơ quý III/2032 của Thanh tra tỉnh trên báo cáo và trên hệ thống giải quyết lệch nhau thế nào?",
            ["Chênh 74 hồ sơ"],
        ),
        (
            "Thủ tục ngành lâm nghiệp mã số 3.022417 bị bãi bỏ theo nghị quyết nào và việc bãi bỏ được công bố tại "
            "quyết định nào?",
            ["14/2033/NQ-HĐND", "618/QĐ-UBND"],
        ),
        (
            "Tỷ lệ số hóa kết quả giải quyết hồ sơ của tỉnh trong báo cáo tháng 5/2033 tăng bao nhiêu điểm phần trăm "
            "so với ngày 27/11/2032?",
            ["Tăng 5,5 điểm phần trăm"],
        ),
        (
            "Điểm cải cách tài chính công có vượt điểm tối đa không?",
            ["Không", "7,15 điểm, trong mức tối đa 11 điểm"],
        ),
    ],
)
def test_both_halves_of_what_is_asked_are_told(assistant: Assistant, question: str, told: list[str]) -> None:
    answer = assistant.ask(question).answer
    assert all(part in answer for part in told), answer


@pytest.mark.parametrize(
    "question",
    [
        "From what to what did the Department of Education’s on-time rate move in May 2033?",
        "What sum did the provincial post office get for taking in the 912 dossiers?",
        "Tính đến ngày 20/5/2033 bao nhiêu tài khoản định danh điện tử đã bị khóa?",
        "Tỷ lệ thanh toán trực tuyến là bao nhiêu và tiêu chí này được mấy điểm?",
        "Tháng 5/2033 tỷ lệ đúng hạn của Sở Y tế và Sở Công Thương từ bao nhiêu lên bao nhiêu?",
        "Tỷ lệ thanh toán trực tuyến 64,3% thì tiêu chí được mấy điểm?",
        "Số hồ sơ quý III/2032 của Sở Tư pháp trên báo cáo và trên hệ thống giải quyết lệch nhau thế nào?",
        "Thủ tục ngành thủy sản mã số 3.022418 bị bãi bỏ theo nghị quyết nào?",
    ],
)
def test_one_half_or_another_thing_is_no_answer(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained, answer.answer


def test_the_points_of_one_level_are_not_told_of_the_whole(assistant: Assistant) -> None:
    asked = "tỷ lệ hồ sơ đúng hẹn {} là bao nhiêu, vậy tiêu chí đó được mấy điểm?"
    assert "91,4%, được 0 điểm" in assistant.ask(asked.format("cấp tỉnh").capitalize()).answer
    assert "được 0 điểm" not in assistant.ask(asked.format("toàn tỉnh").capitalize()).answer


def test_what_is_left_is_worked_out_of_what_was_told_before(assistant: Assistant) -> None:
    asked = ("Đến ngày 20/5/2033 có bao nhiêu tài khoản định danh điện tử?", "Bao nhiêu tài khoản đã kích hoạt?")
    history = [
        turn
        for text, reply in zip(asked, ("90.500 tài khoản.", "71.200 tài khoản."), strict=True)
        for turn in (Turn("user", text), Turn("assistant", reply))
    ]
    answer = assistant.ask("Vậy còn bao nhiêu chưa kích hoạt?", history=history).answer
    assert "19.300 tài khoản (= 90.500 − 71.200)" in answer, answer


def test_what_is_still_to_be_done_is_left_of_a_part_over_its_whole(assistant: Assistant) -> None:
    first = "How many electronic health records had been created by May 2033?"
    history = [Turn("user", first), Turn("assistant", "31,400 of 40,000.")]
    answer = assistant.ask("So how many are still to be created?", history=history).answer
    assert "8,600" in answer, answer


def test_a_report_is_named_by_the_number_of_what_it_carries_out(assistant: Assistant) -> None:
    told = assistant.ask("Trong báo cáo Quyết định 907, cải cách thể chế được bao nhiêu điểm?")
    assert "8,40" in told.answer, told.answer


def test_the_short_form_of_a_body_takes_no_word_behind_it() -> None:
    assert named_places("Bao nhiêu hồ sơ được Cục A09 phê duyệt?", "vi") == ()

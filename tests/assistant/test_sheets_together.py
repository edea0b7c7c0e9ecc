"""Several sheets of one row, rows among the first so many, months side by side, rows that count so many or that fell,
the criteria told whole, and a table called by its number."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library


def _table(head: str, *lines: str) -> str:
    heads = "".join(f"<th>{h}</th>" for h in head.split("|"))
    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in line.split('|'))}</tr>" for line in lines)
    return f'<table border="1"><tr>{heads}</tr>{rows}</table>'


_OPEN = _table(
    "STT|Đơn vị|Tỷ lệ (%)|Điểm đạt (tối đa 30 điểm)",
    "1|Sở Muối|100|30",
    "2|Sở Nghề cá|90|27",
    "3|Sở Đê điều|70|21",
)
_FAST = _table(
    "STT|Đơn vị|Tỷ lệ (%)|Điểm đạt (tối đa 45 điểm)",
    "1|Sở Muối|98,4|44,28",
    "2|Sở Đê điều|92|41,4",
    "3|Sở Nghề cá|64|28,8",
)
_KEPT = _table(
    "STT|Đơn vị|Tỷ lệ|Điểm đánh giá",
    "1|Sở Nghề cá|88|22",
    "2|Sở Muối|60,8|15,2",
    "3|Sở Đê điều|52|13",
)
_OLD = """<table border="1"><tr><th rowspan="2">Huyện cũ</th>
<th colspan="2">Chỉ số ABC</th><th colspan="2">Chỉ số XYZ</th></tr>
<tr><th>Điểm số</th><th>Thứ hạng</th><th>Điểm số</th><th>Thứ hạng</th></tr>
<tr><td>Bãi Sậy</td><td>71,5/100</td><td>40/52</td><td>6,1/10</td><td>12/52</td></tr>
<tr><td>Cồn Ngao</td><td>80,25/100</td><td>9/52</td><td>7,4/10</td><td>3/52</td></tr>
<tr><td>Gò Vắp</td><td>66/100</td><td>51/52</td><td>5,2/10</td><td>33/52</td></tr></table>"""
_MONTHS = _table(
    "TT|Đơn vị|Tháng 1|Tháng 2|Tháng 3|Cộng",
    "1|Sở Muối|612|438|701|1.751",
    "2|Sở Nghề cá|84|128|91|303",
    "|Tổng cộng|696|566|792|2.054",
)
_DONE = _table(
    "TT|Đơn vị|Đã giải quyết|Quá hạn|Tăng, giảm (điểm %)",
    "A|Cấp tỉnh|1.100|35|+0,15",
    "1|Sở Muối|700|01|+0,42",
    "2|Sở Nghề cá|400|34|-1,15",
    "B|Cấp xã|300|10|-0,30",
    "3|Xã Bãi Sậy|200|04|+0,11",
    "4|Xã Cồn Ngao|100|06|-0,72",
)

_WARDS = """<table border="1"><tr><th>TT</th><th>Đơn vị</th><th>Tiếp nhận trong tháng</th><th>Chậm trả</th></tr>
<tr><td colspan="4">I. KHỐI PHƯỜNG</td></tr><tr><td>1</td><td>Phường Nắng</td><td>900</td><td>7</td></tr>
<tr><td>2</td><td>Phường Gió</td><td>300</td><td>2</td></tr><tr><td colspan="4">II. KHỐI XÃ</td></tr>
<tr><td>3</td><td>Xã Lá Dừa</td><td>600</td><td>11</td></tr><tr><td>4</td><td>Xã Cát Mịn</td><td>500</td><td>5</td></tr>
</table>"""

_ONLINE = """<p><b>Hồ sơ qua mạng</b></p><table border="1"><tr><th rowspan="2">Đơn vị</th>
<th>Nộp</th><th>Thanh toán</th></tr>
<tr><th>Tỷ lệ hồ sơ theo hình thức nộp hồ sơ qua mạng (%)</th><th>Tỷ lệ hồ sơ thanh toán qua mạng (%)</th></tr>
<tr><td>Sở Muối</td><td>61,5</td><td>100</td></tr><tr><td>Sở Nghề cá</td><td>40,8</td><td>99</td></tr>
<tr><td>Sở Đê điều</td><td>70,2</td><td>35</td></tr></table>"""

_ANSWERED = _table("STT|Đơn vị|Tỷ lệ trả lời phản ánh (%)", "1|Sở Muối|100", "2|Sở Nghề cá|100", "3|Sở Đê điều|100")

PAGE = f"""<!DOCTYPE html><html><body><p>UBND TỈNH BÃI NGAO</p><p>TRUNG TÂM MỘT CỬA</p><p>Số: 21/BC-TTMC</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả chấm điểm phục vụ quý I năm 2031</b></p>
<p><b>I. CÁCH CHẤM</b></p><p>Điểm gồm 03 tiêu chí:</p><p>- Công khai, niêm yết giấy tờ: 30/100 điểm.</p>
<p>- Thời gian trả kết quả: 45/100 điểm.</p><p>- Lưu trữ bản số: 25/100 điểm.</p>
<p><b>II. KẾT QUẢ</b></p>
<p><b>1. Kết quả đối với tiêu chí công khai, niêm yết giấy tờ</b></p>{_OPEN}
<p><b>2. Kết quả đối với tiêu chí thời gian trả kết quả</b></p>{_FAST}
<p><b>3. Kết quả đối với tiêu chí lưu trữ bản số</b></p>{_KEPT}
<p><b>III. CÁC CHỈ SỐ CỦA HUYỆN CŨ</b></p>{_OLD}
<p style="text-align:right"><b>GIÁM ĐỐC</b></p><p style="text-align:right"><b>Trần Văn Thử</b></p>
<p style="text-align:center"><b>Phụ lục I</b></p>
<p style="text-align:center"><b>SỐ ĐƠN TIẾP NHẬN THEO THÁNG NĂM 2031</b></p>{_MONTHS}
<p style="text-align:center"><b>Phụ lục II</b></p>
<p style="text-align:center"><b>KẾT QUẢ GIẢI QUYẾT ĐƠN QUÝ I NĂM 2031</b></p>{_DONE}
{_ONLINE}{_ANSWERED}
<p style="text-align:center"><b>Phụ lục III</b></p>
<p style="text-align:center"><b>HỒ SƠ TÀU CÁ QUÝ I NĂM 2031</b></p>{_WARDS}</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("together"), spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "bao-cao-21.html"), PAGE.encode(), "bao-cao-21.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Sở Nghề cá được bao nhiêu điểm ở từng tiêu chí?", ("27 điểm", "28,8 điểm", "22 điểm")),
        ("Sở Đê điều yếu nhất ở tiêu chí nào?", ("Lưu trữ bản số: 52%",)),
        ("Sở Muối được mấy điểm về công khai và mấy điểm về lưu trữ bản số?", ("30 điểm", "15.2|15,2")),
        ("Điểm tối đa từng tiêu chí là bao nhiêu?", ("giấy tờ: 30", "trả kết quả: 45", "bản số: 25")),
        ("Công khai và lưu trữ bản số tối đa mỗi tiêu chí mấy điểm?", ("giấy tờ: 30", "bản số: 25")),
        ("Huyện cũ nào lọt vào nhóm 20 huyện dẫn đầu về chỉ số XYZ?", ("Bãi Sậy: hạng 12", "Cồn Ngao: hạng 3")),
        ("Bãi Sậy có nằm trong top 20 chỉ số ABC không?", ("Không. Bãi Sậy: hạng 40",)),
        ("Sở Nghề cá tháng nào nhận ít đơn nhất?", ("Tháng 1: 84",)),
        ("Đơn vị nào chỉ có 1 đơn quá hạn?", ("1:", "Sở Muối")),
        ("Which unit had only four overdue petitions?", ("Xã Bãi Sậy",)),
        ("Cồn Ngao xếp thứ mấy ở từng chỉ số?", ("hạng 9/52", "hạng 3/52")),
        ("Điểm chia thế nào giữa 3 tiêu chí?", ("giấy tờ: 30", "trả kết quả: 45", "bản số: 25")),
        ("Sở nào không đạt đủ 30 điểm ở tiêu chí công khai, niêm yết giấy tờ?", ("2:", "Nghề cá", "Đê điều")),
        ("Sở Muối có bao nhiêu phần trăm hồ sơ nộp qua mạng?", ("61,5%",)),
        ("Hồ sơ tàu cá: phường nào tiếp nhận nhiều nhất, chậm trả bao nhiêu?", ("Phường Nắng: 900", "7 (Chậm trả)")),
        ("Hồ sơ tàu cá: xã nào chậm trả nhiều nhất, tiếp nhận bao nhiêu?", ("Xã Lá Dừa: 11", "600")),
        ("Theo Phụ lục II, cơ quan cấp tỉnh nào có trên 20 đơn quá hạn?", ("Sở Nghề cá",)),
    ],
)
def test_what_sheets_are_asked(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(any(w.lower() in answer.answer.lower() for w in words.split("|")) for words in told), answer.answer


def test_a_target_is_no_place_among_the_first(assistant: Assistant) -> None:
    assert "hạng" not in assistant.ask("Tỉnh phấn đấu vào nhóm 20 tỉnh dẫn đầu về chỉ số nào?").answer


def test_what_is_counted_is_not_told_by_points(assistant: Assistant) -> None:
    assert assistant.ask("Sở nào để nhiều vụ thất lạc giấy tờ nhất ở tiêu chí lưu trữ bản số?").abstained


def test_of_values_all_alike_none_leads(assistant: Assistant) -> None:
    assert assistant.ask("Sở nào có tỷ lệ trả lời phản ánh thấp nhất?").abstained

"""Tables of a ranking whose columns go by names of their own, by years, or by classes that are groups; and what is
neither a plan's result nor another year's value."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library


def _table(*lines: str) -> str:
    head, *rows = (line.split("|") for line in lines)
    body = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in rows)
    return f"<table border='1'><tr>{''.join(f'<th>{c}</th>' for c in head)}</tr>{body}</table>"


OFFICES = _table(
    "TT|Tên đơn vị|Điểm KLM|Thứ hạng|Nhóm|Thay đổi so với 2029",
    "1|Sở Rừng biển|88,1|1|Rất tốt|Tăng 2 bậc",
    "2|Sở Muối mỏ|80,4|2|Tốt|Giảm 1 bậc",
    "3|Ban Đê điều|71,2|3|Khá|Giữ nguyên",
    "4|Ban Bến bãi|69,9|4|Khá|Giảm 1 bậc",
)
PARTS = _table(
    "TT|Chỉ số thành phần|Năm 2028|Năm 2029|Năm 2030",
    "1|Gia nhập bến cảng|6,1|6,4|6,9",
    "2|Tiếp cận đất bãi|5,9|5,5|5,2",
    "3|Minh bạch giá thuê|7,0|7,7|7,1",
)
PLACES = _table(
    "TT|Địa phương|Số phiếu phát ra|Số phiếu thu về|Mức độ hài lòng (%)|Xếp hạng",
    "1|Huyện Sậy Thượng|300|290|92,5|1",
    "2|Huyện Sậy Hạ|210|205|87,3|3",
    "3|Thành phố Bần|400|380|90,1|2",
)
PAGE = f"""<!DOCTYPE html><html><body><p>UBND TỈNH HẢI SẬY</p><p>Số: 12/BC-UBND</p>
<p>Hải Sậy, ngày 20 tháng 12 năm 2030</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả các chỉ số năm 2030</b></p>
<p><b>I. CHỈ SỐ KLM</b></p>{OFFICES}<p><b>II. CHỈ SỐ THÀNH PHẦN</b></p>{PARTS}
<p><b>III. MỨC ĐỘ HÀI LÒNG</b></p>{PLACES}
<p><b>IV. KHÁC</b></p>
<p>Kiểm tra đê hoàn thành 100% kế hoạch, đạt tỷ lệ 34% số đê (chỉ tiêu đề ra là tối thiểu 25%).</p>
<p style="text-align:right"><b>CHỦ TỊCH</b></p><p style="text-align:right"><b>Nguyễn Văn Mẫu</b></p></body></html>"""
PLAN = """<!DOCTYPE html><html><body><p>UBND TỈNH HẢI SẬY</p><p>Số: 44/KH-UBND</p>
<p>Hải Sậy, ngày 25 tháng 12 năm 2030</p><p style="text-align:center"><b>KẾ HOẠCH</b></p>
<p style="text-align:center"><b>Phát động thi đua giữ đê năm 2031</b></p>
<p><b>I. KHEN THƯỞNG</b></p><p>Mỗi đơn vị được đề xuất 01 cá nhân để tặng Bằng khen giữ đê.</p>
<p>Các đơn vị xây dựng kế hoạch thi đua giữ đê trong Quý I/2031.</p>
<p style="text-align:right"><b>CHỦ TỊCH</b></p><p style="text-align:right"><b>Nguyễn Văn Mẫu</b></p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("by-label"), spelling_embedder) as library:
        for name, page in (("bao-cao-12.html", PAGE), ("ke-hoach-44.html", PLAN)):
            library.add(read_bytes(page.encode(), name), page.encode(), name)
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("Sở Muối mỏ đạt bao nhiêu điểm KLM, thuộc nhóm nào?", ("80,4", "Tốt"), ()),
        ("Những đơn vị nào thuộc nhóm Khá?", ("Ban Đê điều", "Ban Bến bãi"), ("Sở Muối mỏ",)),
        ("Đơn vị xếp hạng 2 KLM được bao nhiêu điểm?", ("Sở Muối mỏ", "80,4"), ("Thành phố Bần",)),
        ("Địa phương nào có mức độ hài lòng thấp nhất?", ("Huyện Sậy Hạ", "87,3"), ("92,5",)),
        ("Địa phương nào có mức độ hài lòng trên 90%?", ("Huyện Sậy Thượng", "Thành phố Bần"), ("Sậy Hạ",)),
        ("Huyện Sậy Hạ thu về bao nhiêu phiếu, mức độ hài lòng bao nhiêu phần trăm?", ("205", "87,3"), ("210",)),
        ("Năm 2029 chỉ số thành phần Minh bạch giá thuê được bao nhiêu điểm?", ("7,7",), ("7,1",)),
        ("Năm 2030 chỉ số thành phần nào cao điểm nhất?", ("Minh bạch giá thuê", "7,1"), ("6,9",)),
        ("Chỉ số thành phần Tiếp cận đất bãi năm 2030 tăng hay giảm so với năm 2029?", ("giảm 0,3",), ("5,9",)),
        ("Chỉ tiêu tối thiểu về tỷ lệ kiểm tra đê là bao nhiêu phần trăm?", ("tối thiểu 25%",), ()),
    ],
)
def test_columns_and_rows_are_found_by_their_labels(
    assistant: Assistant, question: str, told: tuple[str, ...], others: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(part in answer.answer for part in told)
    assert not any(part in answer.answer for part in others)


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2029 Sở Rừng biển đạt bao nhiêu điểm KLM?",  # "Thay đổi so với 2029" holds no value of that year
        "Bao nhiêu cá nhân đã được đề xuất tặng Bằng khen giữ đê?",  # a plan tells no result
    ],
)
def test_no_other_year_and_no_plan_answers(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_a_year_is_no_quarter(assistant: Assistant) -> None:
    answer = assistant.ask("Các đơn vị xây dựng kế hoạch thi đua giữ đê trong quý nào?")
    assert answer.abstained or "Quý I/2031" in answer.answer

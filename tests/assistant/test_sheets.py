"""A table is put to a question as a whole: what a row falls short of the most, who is first and by how much, which rows
stand over a bound, which place a row holds; rows by their letters, and no answer where a word is left over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.compose.sheets.names import rows_in_short
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
    "2|Sở Lúa gạo và Nghề cá|90|27",
    "3|Ban Quản lý các vườn ươm|80|24",
    "4|Sở Đê điều|70|21",
)
_FAST = _table(
    "STT|Đơn vị|Tỷ lệ (%)|Điểm đạt (tối đa 45 điểm)",
    "1|Sở Muối|98,4|44,28",
    "2|Ban Quản lý các vườn ươm|96|43,2",
    "3|Sở Đê điều|92|41,4",
    "4|Sở Lúa gạo và Nghề cá|64|28,8",
)
_KEPT = _table(
    "STT|Đơn vị|Tỷ lệ|Điểm đánh giá",
    "1|Sở Lúa gạo và Nghề cá|88|22",
    "2|Sở Muối|60,8|15,2",
    "3|Sở Đê điều|52|13",
    "4|Ban Quản lý các vườn ươm|12|3",
)
_OLD = _table(
    "Huyện cũ|Chỉ số ABC: Điểm số|Chỉ số ABC: Thứ hạng",
    "Bãi Sậy|71,5/100|40/52",
    "Cồn Ngao|80,25/100|9/52",
    "Gò Vắp|66/100|51/52",
)
_FIELDS = _table(
    "STT|Lĩnh vực|Điểm tối đa|Điểm đạt được|Thứ hạng",
    "1|Trồng rừng|12|10,5|14/30",
    "2|Làm muối|20|11,25|29/30",
    "3|Đóng tàu|18|17,1|3/30",
)
_MET = _table("Số lần tiếp thường kỳ|Số người|Số lần tiếp đột xuất|Số người|Đánh giá", "52|61|17|23|Tăng 04 lượt.")

PAGE = f"""<!DOCTYPE html><html><body><p>UBND TỈNH BÃI NGAO</p><p>TRUNG TÂM MỘT CỬA</p><p>Số: 18/BC-TTMC</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả chấm điểm phục vụ năm 2031</b></p>
<p><b>I. CÁCH CHẤM</b></p><p>Điểm gồm 03 tiêu chí:</p><p>- Công khai giấy tờ: 30/100 điểm.</p>
<p>- Thời gian trả kết quả: 45/100 điểm.</p><p>- Lưu trữ bản số: 25/100 điểm.</p>
<p>Kết quả xếp loại như sau:</p><p>- Từ 80 đến dưới 100 điểm xếp loại: Cao.</p>
<p>- Từ 60 đến dưới 80 điểm xếp loại: Vừa.</p><p>- Dưới 60 điểm xếp loại: Thấp.</p>
<p><b>II. KẾT QUẢ</b></p>
<p><b>1. Kết quả đối với tiêu chí công khai giấy tờ</b></p>{_OPEN}
<p><b>2. Kết quả đối với tiêu chí thời gian trả kết quả</b></p>{_FAST}
<p><b>3. Kết quả đối với tiêu chí lưu trữ bản số</b></p>{_KEPT}
<p><b>III. CHỈ SỐ ABC CỦA CÁC HUYỆN CŨ</b></p>{_OLD}
<p><b>IV. CHỈ SỐ SẢN XUẤT CỦA TỈNH</b></p>{_FIELDS}
<p><b>V. TIẾP DÂN</b></p>{_MET}
<p style="text-align:right"><b>GIÁM ĐỐC</b></p><p style="text-align:right"><b>Trần Văn Thử</b></p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("sheets"), spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "bao-cao-18.html"), PAGE.encode(), "bao-cao-18.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Sở Đê điều mất bao nhiêu điểm ở tiêu chí công khai giấy tờ?", ("9 điểm (21/30 điểm)",)),
        ("Sở Muối mất điểm nhiều nhất ở tiêu chí nào?", ("Lưu trữ bản số", "9,8 điểm")),
        ("Tiêu chí nào có điểm tối đa 45?", ("Thời gian trả kết quả",)),
        ("Tiêu chí lưu trữ bản số được tối đa bao nhiêu điểm?", ("25/100 điểm",)),
        ("Tổng điểm cả 3 tiêu chí của Sở Đê điều là bao nhiêu?", ("75,4 điểm",)),
        ("Cộng cả ba tiêu chí thì Sở Đê điều được bao nhiêu điểm?", ("75,4 điểm",)),
        ("Sở Đê điều mất tổng cộng bao nhiêu điểm trên cả ba tiêu chí?", ("mất 24,6 điểm (75,4/100 điểm)",)),
        ("Lĩnh vực nào của tỉnh mất điểm nhiều nhất, mất mấy điểm?", ("Làm muối", "8,75 điểm")),
        ("Lĩnh vực nào có thứ hạng tốt nhất?", ("Đóng tàu", "3/30")),
        ("Đơn vị nào có điểm lưu trữ bản số cao nhất, hơn đơn vị thấp nhất bao nhiêu điểm?", ("nghề cá", "19 điểm")),
        ("Tỷ lệ lưu trữ bản số của Sở Muối hơn Sở Đê điều bao nhiêu?", ("8,8 điểm %",)),
        ("Sở Đê điều đứng thứ mấy về lưu trữ bản số?", ("thứ 3",)),
        ("Tỷ lệ lưu trữ bản số của sở lg và nc là bao nhiêu, mấy điểm?", ("88%", "22 điểm")),
        ("Những đơn vị nào có tỷ lệ lưu trữ bản số dưới 55%?", ("2:", "Đê điều", "vườn ươm")),
        ("Có đơn vị nào đạt dưới 2 điểm về lưu trữ bản số không?", ("Không có", "3 điểm")),
        ("Sở Muối có đạt trên 16 điểm về lưu trữ bản số không?", ("Không", "15,2")),
        ("Đơn vị đạt từ 60 đến dưới 80 điểm thì xếp loại gì?", ("Vừa",)),
        ("Được dưới 60 điểm thì xếp loại gì?", ("Thấp",)),
        ("Tiêu chí nào Sở Muối đạt điểm tối đa?", ("Công khai giấy tờ (30 điểm)",)),
        ("Đơn vị nào đứng thứ hai về lưu trữ bản số?", ("Sở Muối", "15,2")),
        ("Lưu trữ bản số và công khai giấy tờ, tiêu chí nào có điểm tối đa cao hơn?", ("Công khai giấy tờ: 30",)),
        ("Sở nào có điểm lưu trữ bản số cao nhất?", ("nghề cá",)),
        ("Tiếp thường kỳ nhiều hơn tiếp đột xuất bao nhiêu lượt?", ("35",)),
        ("Tổng số người được tiếp cả thường kỳ và đột xuất là bao nhiêu?", ("84",)),
    ],
)
def test_what_a_sheet_is_asked(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(words.lower() in answer.answer.lower() for words in told), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Sở Đê điều mất bao nhiêu điểm ở tiêu chí công khai giấy tờ trong quý II?",
        "Tỷ lệ lưu trữ bản số của các xã là bao nhiêu?",
        "Sở Muối xếp loại gì theo bộ chấm điểm phục vụ?",
        "Sở Muối mất mấy điểm về làm muối?",
        "Trường nào mất điểm nhiều nhất về công khai giấy tờ?",
    ],
)
def test_a_word_left_over_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_names_in_short() -> None:
    names = {1: "Sở Lúa gạo và Nghề cá", 2: "Ban Quản lý các vườn ươm", 3: "Sở Đê điều", 4: "Sở Đóng tàu"}
    said = {text: rows_in_short(text, names)[0] for text in ("so lg&nc", "bql vuon uom", "slgnc", "so lua gao", "so d")}
    assert said == {"so lg&nc": (1,), "bql vuon uom": (2,), "slgnc": (1,), "so lua gao": (1,), "so d": ()}


def test_how_far_rows_are_from_their_target_is_no_distance_between_them(assistant: Assistant) -> None:
    asked = "{} bao nhiêu điểm ở tiêu chí công khai giấy tờ?"
    assert " hơn " in assistant.ask(asked.format("Sở Muối và Sở Đê điều cách nhau")).answer
    assert " hơn " not in assistant.ask(asked.format("Sở Muối và Sở Đê điều cách chỉ tiêu")).answer

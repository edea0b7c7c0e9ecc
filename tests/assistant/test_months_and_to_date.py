"""Monthly reports and one to date: another month, another place or the whole never answers for what is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

COMMUNES = ("Xã Bình Lạc", "Xã Cẩm Giàng Tây", "Xã Hòa Mục")


def _page(when: str, number: int, body: str, rows: tuple[tuple[int, int, int], ...]) -> bytes:
    total = [sum(column) for column in zip(*rows, strict=True)]
    lines = "".join(
        f"<tr><td>{n}</td><td>{name}</td>{''.join(f'<td>{v}</td>' for v in row)}</tr>"
        for n, (name, row) in enumerate(zip(COMMUNES, rows, strict=True), 1)
    )
    return f"""<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SÔNG TRĂNG</p><p>Số: {number}/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả giải quyết thủ tục hành chính và công tác tổ chức {when}</b></p>
<p><b>I. KẾT QUẢ</b></p>{body}
<p><b>Phụ lục</b></p><p>KẾT QUẢ GIẢI QUYẾT CỦA 03 XÃ THÍ ĐIỂM {when.upper()}</p>
<table border="1"><tr><th rowspan="2">TT</th><th rowspan="2">Đơn vị</th><th rowspan="2">Hồ sơ tiếp nhận mới</th>
<th colspan="2">Hồ sơ đã giải quyết</th></tr><tr><th>Tổng số</th><th>Quá hạn</th></tr>{lines}
<tr><td></td><td>Cộng</td>{"".join(f"<td>{v}</td>" for v in total)}</tr></table></body></html>""".encode()


MAY = """<p>Riêng 03 xã thí điểm đã tiếp nhận mới 798 hồ sơ, đã giải quyết 770 hồ sơ (chi tiết tại Phụ lục).</p>
<p>Đã giải quyết 6 vụ việc khiếu nại trong tổng số 9 vụ việc khiếu nại phải giải quyết.</p>
<p>Trong tháng tổ chức 14 lớp tập huấn với 731 người tham gia.</p>
<p>Đã khen thưởng 4 công chức; lũy kế từ đầu năm đã khen thưởng 57 công chức.</p>"""
TO_DATE = """<p>Lĩnh vực có nhiều hồ sơ quá hạn nhất là xây dựng với 212 hồ sơ.</p>
<p>Bảng 1. Kết quả giải quyết hồ sơ</p><table border="1"><tr><th>TT</th><th>Cơ quan</th><th>Đã giải quyết</th>
<th>Quá hạn</th></tr><tr><td>1</td><td>Cấp tỉnh</td><td>9.120</td><td>188</td></tr>
<tr><td>2</td><td>Cấp xã</td><td>21.500</td><td>390</td></tr>
<tr><td></td><td>Tổng cộng</td><td>30.620</td><td>578</td></tr></table>
<p>Đã khen thưởng 57 công chức, tăng 9 công chức so với cùng kỳ năm 2030.</p>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("months"), spelling_embedder) as library:
        for name, page in (
            ("thang-5.html", _page("tháng 5 năm 2031", 51, MAY, ((310, 301, 16), (248, 240, 7), (231, 229, 3)))),
            (
                "5-thang.html",
                _page("5 tháng đầu năm 2031", 52, TO_DATE, ((990, 985, 44), (870, 861, 29), (760, 752, 12))),
            ),
        ):
            library.add(read_bytes(page, name), page, name)
        yield Assistant(library)


def test_a_row_is_told_from_the_report_that_is_named(assistant: Assistant) -> None:
    question = "In the appendix to the May 2031 report, how many dossiers did Bình Lạc commune resolve late?"
    assert assistant.ask(question).answer.startswith("Xã Bình Lạc: 16 (Quá hạn)")


def test_a_figure_to_date_is_told_where_the_time_to_date_is_asked(assistant: Assistant) -> None:
    answer = assistant.ask("5 tháng đầu năm 2031 tỉnh đã khen thưởng bao nhiêu công chức?")
    assert answer.answer.startswith("57 công chức")


def test_levels_of_government_are_no_fields(assistant: Assistant) -> None:
    answer = assistant.ask("5 tháng đầu năm 2031, lĩnh vực nào có nhiều hồ sơ quá hạn nhất?")
    assert "xây dựng với 212 hồ sơ" in answer.answer


def test_what_a_whole_comes_to_is_no_answer_for_a_part_of_it(assistant: Assistant) -> None:
    whole = (Turn("user", "How many complaint cases were settled in May 2031?"), Turn("assistant", "6 cases."))
    assert assistant.ask("And how many of those were found to be vexatious?", history=whole).abstained
    assert assistant.ask("Of the complaints settled in May 2031, how many were found to be vexatious?").abstained
    narrowed = "In May 2031, how many people attended training classes for commune-level officials?"
    assert "731" not in assistant.ask(narrowed).answer.split("The nearest")[0]


def test_the_text_is_set_against_the_row_of_sums_of_the_appendix(assistant: Assistant) -> None:
    question = (
        "Số hồ sơ tiếp nhận mới của 03 xã thí điểm ở phần lời báo cáo tháng 5/2031 có khớp với dòng Cộng của Phụ lục "
        "không, lệch bao nhiêu?"
    )
    answer = assistant.ask(question)
    assert answer.answer.startswith("Không khớp")
    assert answer.calculation is not None
    assert answer.calculation.value == 798 - 789


def test_one_place_alone_does_not_say_whether_two_agree(assistant: Assistant) -> None:
    question = "Số công chức được khen thưởng tháng 5/2031 ở phần nội dung có khớp với Phụ lục không, chênh bao nhiêu?"
    assert assistant.ask(question).abstained

"""Which sort of rows a question asks of: communes or townships, months or fields."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.compose.tables.extremes import asks_extreme
from assistant.compose.times.aims import Aim, aim_of, asks_highest
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

TABLE = '<p><b>{title}</b></p><table border="1"><tr><th>TT</th>{head}</tr>{rows}</table>'
PAPER = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>HUYỆN CÙ LAO</p><p>Số: 88/BC-UBND</p>
<p>Cù Lao, ngày 20 tháng 12 năm 2032</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả giải quyết thủ tục hành chính năm 2032</b></p>
<p><b>I. KẾT QUẢ</b></p><p>Việc giải quyết thủ tục hành chính đi vào nền nếp.</p>
<p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>Trần Văn Chín</p><p><b>PHỤ LỤC</b></p>{tables}</body></html>"""
BY_PLACE = (
    ("1", "Thị trấn Cù Lao", "3.120", "91,40"),
    ("2", "Thị trấn Rạch Vẹt", "2.045", "84,10"),
    ("3", "Xã Hòa Bưng", "1.410", "71,25"),
    ("4", "Xã Mỹ Đìa", "1.236", "77,05"),
)
BY_FIELD = (("1", "Hộ tịch", "410", "2"), ("2", "Đất đai", "655", "19"), ("3", "Xây dựng", "73", "5"))


def _rows(rows: tuple[tuple[str, ...], ...]) -> str:
    return "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    heads = (
        "<th>Đơn vị</th><th>Hồ sơ tiếp nhận</th><th>Tỷ lệ hồ sơ trực tuyến (%)</th>",
        "<th>Lĩnh vực</th><th>Hồ sơ giải quyết</th><th>Hồ sơ quá hạn</th>",
    )
    tables = TABLE.format(title="Hồ sơ trực tuyến theo địa bàn", head=heads[0], rows=_rows(BY_PLACE))
    tables += TABLE.format(title="Hồ sơ quá hạn theo lĩnh vực", head=heads[1], rows=_rows(BY_FIELD))
    data = PAPER.format(tables=tables).encode()
    with Library.open(tmp_path_factory.mktemp("sorts"), spelling_embedder) as library:
        library.add(read_bytes(data, "cu-lao.html"), data, "cu-lao.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("asked_of", "leads"),
    [("Xã hay thị trấn", "Xã Hòa Bưng: 71,25"), ("Thị trấn", "Thị trấn Rạch Vẹt: 84,10")],
)
def test_a_township_is_told_apart_only_where_it_alone_is_asked_for(
    assistant: Assistant, asked_of: str, leads: str
) -> None:
    assert assistant.ask(f"{asked_of} nào có tỷ lệ hồ sơ trực tuyến thấp nhất năm 2032?").answer.startswith(leads)


def test_no_field_is_a_month(assistant: Assistant) -> None:
    assert assistant.ask("Lĩnh vực nào có nhiều hồ sơ quá hạn nhất năm 2032?").answer.startswith("Đất đai: 19")
    assert assistant.ask("Tháng nào có nhiều hồ sơ quá hạn nhất năm 2032?").abstained


@pytest.mark.parametrize(
    "question",
    [
        "Tỉnh nào có tỷ lệ hồ sơ trực tuyến cao nhất năm 2032?",
        "Which province had the highest share of online files in 2032?",
        "Lĩnh vực nào có tỷ lệ hồ sơ trực tuyến thấp nhất năm 2032?",
    ],
)
def test_no_commune_is_a_province_or_a_field(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_digital_transformation_is_at_no_bottom_of_a_list() -> None:
    assert not asks_extreme(understand("Xã nào đã làm chuyển đổi số?", default_lexicon()))
    assert asks_extreme(understand("Xã nào đội sổ về trồng cây?", default_lexicon()))


@pytest.mark.parametrize(
    "text", ["Tháng nào xã Bình Đông có ít lượt người dự nhất?", "Tháng nào tổ cộng đồng họp ít nhất?"]
)
def test_a_syllable_of_a_name_asks_for_no_highest(text: str) -> None:
    question = understand(text, default_lexicon())
    assert aim_of(question) is Aim.LOWEST and not asks_highest(question)

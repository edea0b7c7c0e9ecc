"""All things of a sort come before one kind of them, and a row is named by its own words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.compose.tables.row_names import is_total
from assistant.measured.told_kinds import kind_behind
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>XÃ SƠN KHÊ</p><p>Số: 27/BC-UBND</p>
<p>Sơn Khê, ngày 19 tháng {m} năm 2031</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả cải cách hành chính tháng {m} năm 2031 của xã Sơn Khê</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>a) Tiếp nhận: Trong tháng, Trung tâm Phục vụ hành chính công xã tiếp nhận mới {all} hồ sơ, trong đó trực tuyến
{online} hồ sơ.</p>
<p>b) Số hóa hồ sơ khi tiếp nhận: {scanned}/{all} hồ sơ.</p>
<p>c) Tiếp nhận {kind} hồ sơ đăng ký cư trú, trong đó trực tuyến 88 hồ sơ.</p>
<p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>Lê Văn Tám</p>
<p><b>PHỤ LỤC</b></p><p><b>Tiếp nhận, giải quyết hồ sơ theo lĩnh vực tháng {m}/2031</b></p>
<p>Đơn vị tính: hồ sơ</p>
<table border="1"><tr><th>TT</th><th>Lĩnh vực</th><th>Tiếp nhận trong tháng</th><th>Lũy kế từ đầu năm</th>
<th>Tổng số đến nay</th></tr>
<tr><td>1</td><td>Hộ tịch</td><td>{a}</td><td>310</td><td>2.050</td></tr>
<tr><td>2</td><td>Chứng thực</td><td>{b}</td><td>960</td><td>5.120</td></tr>
<tr><td>3</td><td>Lâm nghiệp, thủy lợi</td><td>21</td><td>65</td><td>840</td></tr></table>
</body></html>"""
MONTHS = {
    3: {"all": 402, "online": 350, "scanned": 361, "kind": 97, "a": 131, "b": 250},
    4: {"all": 391, "online": 347, "scanned": 377, "kind": 109, "a": 126, "b": 244},
    5: {"all": 367, "online": 331, "scanned": 359, "kind": 112, "a": 118, "b": 228},
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("kinds"), spelling_embedder) as library:
        for month, told in MONTHS.items():
            data = PAGE.format(m=month, **told).encode()
            library.add(read_bytes(data, f"sk-{month}.html"), data, f"sk-{month}.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "Tháng 4/2031 xã Sơn Khê tiếp nhận bao nhiêu hồ sơ?",
        "How many new dossiers did Sơn Khê receive in April 2031?",
    ],
)
def test_all_are_told_before_one_kind_of_them(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).answer.startswith("391 ")


def test_a_kind_is_told_where_it_is_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Tháng 4/2031 xã Sơn Khê tiếp nhận bao nhiêu hồ sơ đăng ký cư trú?").answer
    assert answer.startswith("109 hồ sơ")


def test_the_month_of_the_most_is_that_of_all(assistant: Assistant) -> None:
    answer = assistant.ask("Trong các tháng 3, 4, 5 năm 2031, tháng nào xã Sơn Khê tiếp nhận nhiều hồ sơ nhất?").answer
    assert "402" in answer and "377" not in answer and "112" not in answer


def test_what_came_since_the_new_year_is_no_total_of_all_time(assistant: Assistant) -> None:
    answer = assistant.ask("Lũy kế từ đầu năm đến tháng 4/2031, lĩnh vực hộ tịch của xã Sơn Khê tiếp nhận bao nhiêu?")
    assert "310" in answer.answer and "2.050" not in answer.answer


def test_what_begins_as_a_total_does_may_be_none() -> None:
    assert all(is_total(label) for label in ("Tổng cộng", "Cộng", "Toàn xã", "Chung", "Cộng chung", "TỔNG SỐ"))
    assert not any(is_total(label) for label in ("Chứng thực", "Công an xã", "Tổng đài 1099", "Công Thương"))


def test_the_words_behind_a_noun_say_its_kind_up_to_what_goes_on() -> None:
    text = "Tiếp nhận 97 hồ sơ đăng ký cư trú trong tháng, 12 hồ sơ, tăng 3 hồ sơ so với tháng trước"
    behind = [kind_behind(text, text.index(f"{n} hồ sơ") + len(n), "hồ sơ") for n in ("97", "12", "3")]
    assert behind == [frozenset({"dang", "ky", "cu", "tru"}), frozenset(), frozenset()]

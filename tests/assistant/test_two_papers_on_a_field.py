"""A share that two papers of unlike kinds give, where one of them names the field only over the sentence; and what
stands beside a share of another state."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

YEAR = """ỦY BAN NHÂN DÂN
TỈNH VÂN SƠN
SỞ NỘI VỤ
Số: 512/BC-SNV
Vân Sơn, ngày 20 tháng 12 năm 2031

BÁO CÁO
Tình hình thực hiện các chỉ số năm 2031

I. KẾT QUẢ
1. Toàn tỉnh đạt tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hẹn 93,4%, chỉ tiêu là 95%.
"""

MONTH = """ỦY BAN NHÂN DÂN
TỈNH VÂN SƠN
TỔ CÔNG TÁC CHUYỂN ĐỔI SỐ
Số: 25/BC-TCT
Vân Sơn, ngày 02 tháng 5 năm 2032

BÁO CÁO
Tiến độ chuyển đổi số tháng 4/2032

I. VỀ CẢI CÁCH THỦ TỤC HÀNH CHÍNH
1. Số lượng và tỷ lệ hồ sơ đúng hạn, quá hạn: Từ đầu năm 2032 đến nay, toàn tỉnh tiếp nhận 6.120 hồ sơ, đã giải quyết \
5.000 hồ sơ (trước hạn và đúng hạn 4.810 hồ sơ, đạt tỷ lệ 96,2%, quá hạn 190 hồ sơ, chiếm tỷ lệ 3,8%); \
đang giải quyết 1.120 hồ sơ (trong hạn 1.050 hồ sơ và 70 hồ sơ quá hạn).
2. 100% hồ sơ quá hạn đều có thư xin lỗi.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("two-papers-on-a-field"), spelling_embedder) as library:
        for name, text in (("512.txt", YEAR), ("25.txt", MONTH)):
            data = text.encode()
            library.add(read_bytes(data, name), data, name)
        yield Assistant(library)


def test_a_field_named_over_a_sentence_is_that_of_its_figures(assistant: Assistant) -> None:
    asked = "Hồ sơ thủ tục hành chính được giải quyết đúng hạn của tỉnh Vân Sơn đạt tỷ lệ mấy?"
    answer = assistant.ask(asked).answer
    assert "93,4% (năm 2031)" in answer and "96,2% (từ đầu năm 2032 đến nay)" in answer


def test_beside_what_was_in_time_no_number_of_what_was_late_is_told(assistant: Assistant) -> None:
    asked = "Từ đầu năm 2032 đến nay, tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn của tỉnh Vân Sơn là bao nhiêu?"
    answer = assistant.ask(asked).answer
    assert answer.startswith("96,2%") and "190" not in answer.partition("“")[0]


def test_of_what_goes_on_the_part_that_is_late_is_told(assistant: Assistant) -> None:
    assert assistant.ask("Còn bao nhiêu hồ sơ đang giải quyết đã quá hạn?").answer.startswith("70 hồ sơ [1].")
    asked = "How many dossiers being processed are already overdue?"
    assert assistant.ask(asked).answer.startswith("70 dossiers [1].")


def test_a_share_of_what_is_late_is_not_the_share_that_is_late(assistant: Assistant) -> None:
    assert assistant.ask("Năm 2032 tỷ lệ hồ sơ quá hạn là bao nhiêu?").answer.startswith("3,8% [1].")

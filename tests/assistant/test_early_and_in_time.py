"""What was early and what was in time, counted apart by a report and asked for together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

TEXT = """ỦY BAN NHÂN DÂN
HUYỆN RẠCH CÒ
Số: 71/BC-UBND
Rạch Cò, ngày 12 tháng 11 năm 2033

BÁO CÁO
Kết quả cải cách hành chính năm 2033

I. KẾT QUẢ
1. Cấp huyện: Số lượng hồ sơ đã giải quyết 1.240 hồ sơ, trong đó trước hạn 900 hồ sơ, đúng hạn 325 hồ sơ, quá hạn 15 \
hồ sơ.
2. Cấp xã: Số lượng hồ sơ đã giải quyết 4.110 hồ sơ, trong đó trước hạn 3.800 hồ sơ, đúng hạn 280 hồ sơ, quá hạn 30 \
hồ sơ.
3. Đến nay, tổng số lượng thủ tục hành chính thuộc phạm vi quản lý của các cơ quan trên địa bàn huyện công bố 402 thủ \
tục, cấp huyện 310 thủ tục, cấp xã 92 thủ tục.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("early"), spelling_embedder) as library:
        library.add(read_bytes(TEXT.encode(), "rach-co.txt"), TEXT.encode(), "rach-co.txt")
        yield Assistant(library)


def test_of_one_level(assistant: Assistant) -> None:
    answer = assistant.ask("Cấp xã giải quyết trước hạn và đúng hạn bao nhiêu hồ sơ?")
    assert answer.answer.startswith("4.080 hồ sơ (= 3.800 + 280)")
    assert answer.calculation is not None and answer.calculation.formula == "3800 + 280"


def test_of_each_level_where_none_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("Bao nhiêu hồ sơ được giải quyết sớm hoặc đúng hẹn?").answer
    assert "Cấp huyện: 1.225 hồ sơ (= 900 + 325)" in answer
    assert "Cấp xã: 4.080 hồ sơ (= 3.800 + 280)" in answer


def test_one_part_of_what_was_told_of_a_level(assistant: Assistant) -> None:
    history = [Turn("user", "Cấp huyện đã giải quyết bao nhiêu hồ sơ?"), Turn("assistant", "1.240 hồ sơ.")]
    assert assistant.ask("Bao nhiêu hồ sơ trong đó trước hạn?", history=history).answer.startswith("900 hồ sơ")


def test_a_total_that_the_cited_sentence_says(assistant: Assistant) -> None:
    asked = "Theo báo cáo, huyện đang công bố tất cả bao nhiêu thủ tục hành chính?"
    assert assistant.ask(asked).answer.startswith("402 thủ tục")


def test_words_apart_make_no_measure() -> None:
    asked = understand("Tỷ lệ giải quyết đơn cùng thời điểm năm 2032 là bao nhiêu phần trăm?", default_lexicon())
    assert all("điểm phần trăm" not in w.keys for w in asked.wanted)


def test_two_levels_by_where_they_are() -> None:
    asked = "Tỷ lệ hồ sơ nộp trực tuyến ở huyện so với ở xã cao hơn hay thấp hơn?"
    assert set(understand(asked, default_lexicon()).levels) == {"cap huyen", "cap xa"}

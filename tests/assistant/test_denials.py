"""What a question denies: the opposite is asked for, and those of whom it holds are no answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """UBND HUYỆN LÁNG SẬY
Số: 51/BC-UBND

Láng Sậy, ngày 20 tháng 12 năm 2032

BÁO CÁO
Công tác cải cách hành chính năm 2032

I. KẾT QUẢ
1. Cấp xã đã giải quyết 4.180 hồ sơ: trước hạn 3.900 hồ sơ, đúng hạn 250 hồ sơ, quá hạn 30 hồ sơ.
2. Các cơ quan tiếp nhận 96 đơn; 17 đơn không được tiếp nhận vì trùng nội dung.
3. Huyện có 38 trạm bơm được gắn đồng hồ điện; 9 trạm bơm chưa được gắn đồng hồ điện.
4. Trung tâm tiếp nhận 702 hồ sơ nộp qua mạng.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("denials"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao-51.txt"), REPORT.encode(), "bao-cao-51.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Bao nhiêu hồ sơ chưa được giải quyết đúng hạn?", "quá hạn"),
        ("Bao nhiêu hồ sơ không kịp hạn?", "quá hạn"),
        ("How many dossiers weren't settled within the deadline?", "quá hạn"),
        ("Tỷ lệ hồ sơ không trễ hạn là bao nhiêu?", "trước và đúng hạn"),
        ("Bao nhiêu đơn không ai giải quyết?", "tồn đọng"),
        ("How many cases could not be reconciled?", "hòa giải không thành"),
    ],
)
def test_where_there_is_a_word_for_the_opposite_it_is_asked_for(question: str, meant: str) -> None:
    asked = understand(question, default_lexicon())
    assert meant in {key for wanted in asked.wanted for key in wanted.keys} and not asked.denied


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        ("Bao nhiêu xã chưa đạt chuẩn nông thôn mới?", ["dat chuan"]),
        ("bao nhieu ho so khong nop truc tuyen", ["nop truc tuyen"]),
        ("How many households without clean water?", ["clean water"]),
        ("Có bao nhiêu cán bộ không chuyên trách?", []),
        ("Có hồ sơ nào chưa giải quyết không?", []),
        ("Bao nhiêu hồ sơ, không kể cấp xã?", []),
    ],
)
def test_what_else_is_denied_is_known(question: str, denied: list[str]) -> None:
    assert [w.words for w in understand(question, default_lexicon()).denied] == denied


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Năm 2032 cấp xã có bao nhiêu hồ sơ không được giải quyết đúng hạn?", "30 hồ sơ"),
        ("How many dossiers at commune level were not settled on time in 2032?", "30 dossiers"),
        ("Bao nhiêu đơn không được tiếp nhận?", "17 đơn"),
        ("Bao nhiêu đơn được tiếp nhận?", "96 đơn"),
        ("Có bao nhiêu trạm bơm chưa được gắn đồng hồ điện?", "9 trạm bơm"),
        ("Có bao nhiêu trạm bơm được gắn đồng hồ điện?", "38 trạm bơm"),
    ],
)
def test_those_of_whom_it_does_not_hold_are_told(assistant: Assistant, question: str, answer: str) -> None:
    assert assistant.ask(question).answer.startswith(answer)


def test_those_of_whom_it_holds_are_no_answer(assistant: Assistant) -> None:
    assert assistant.ask("Bao nhiêu hồ sơ không nộp qua mạng?").abstained


def test_who_has_not_done_a_thing_is_not_told_by_a_sentence_on_doing_it(assistant: Assistant) -> None:
    assert assistant.ask("Đơn vị nào chưa nộp hồ sơ qua mạng?").abstained

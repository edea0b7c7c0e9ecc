"""English turns of phrase are read as the plainer ones that say the same, and everyday words as the office's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind
from assistant.question import understand
from assistant.words.plain_english import in_plain_words
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

TEXT = """ỦY BAN NHÂN DÂN
HUYỆN MỸ LÂM HẠ
Số: 77/BC-UBND

BÁO CÁO
Kết quả cải cách hành chính năm 2024

I. KẾT QUẢ
Chỉ số cải cách hành chính năm 2023 đạt 81,5 điểm, xếp hạng 6/11 huyện, thành phố.
Trong năm tổ chức 09 buổi tư vấn pháp luật lưu động, có 512 lượt người tham dự.
Kinh phí nâng cấp phòng họp trực tuyến là 340 triệu đồng.
Giải ngân vốn đầu tư công đạt 71,2% kế hoạch; nguyên nhân chậm là do vướng giải phóng mặt bằng.
Lãnh đạo huyện họp báo định kỳ 03 tháng/lần.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Phan Gia Bảo
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("said"), spelling_embedder) as library:
        data = TEXT.encode()
        library.add(read_bytes(data, "bao-cao-77.txt"), data, "bao-cao-77.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where did the district come on the PAR Index for 2023?", "6/11"),
        ("What turnout did the travelling legal advice sessions draw?", "512"),
        ("What was the bill for upgrading the online meeting room?", "340"),
        ("What held up the spending of public investment capital?", "giải phóng mặt bằng"),
        ("Whose signature is at the foot of the report, and in what capacity?", "Phan Gia Bảo"),
    ],
)
def test_a_turn_of_phrase_is_answered_as_the_plain_one(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert told in answer.answer or told in " ".join(c.quote for c in answer.citations)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("I would like to know how many files came in, please?", "how many files came in?"),
        ("What number of the letters was signed?", "how many letters was signed?"),
        ("At what intervals do they meet?", "how often do they meet?"),
        ("Where did that put it in the league table?", "what was its rank in the league table?"),
        ("Under what decree is it granted?", "Under which decree is it granted?"),
        ("What was the turnout of voters at the election?", "What was the turnout of voters at the election?"),
        ("What position did Mr Khoa hold?", "What position did Mr Khoa hold?"),
        ("How many were resolved late in May 2025?", "How many were resolved late in May 2025?"),
        ("How many turned up at the fair?", "how many people turned up at the fair?"),
        ("Was the pass rate better or worse?", "Was the pass rate rise or fall?"),
        (
            "Counting both the district's and the communes' share, how many came?",
            "Taking district and commune level together, how many came?",
        ),
        ("What plan set up the reserve?", "which plan set up the reserve?"),
        ("What plan is there?", "What plan is there?"),
        ("How much capital had been paid out?", "How much capital had been disbursed?"),
    ],
)
def test_plainer_words_are_put_only_where_they_say_the_same(said: str, plain: str) -> None:
    assert in_plain_words(said) == plain


def test_a_part_of_a_month_is_no_delay() -> None:
    lexicon = default_lexicon()
    part = understand("How many posts were vacant in late May 2025?", lexicon)
    late = understand("How many files were settled late in May 2025?", lexicon)
    assert not any("quá hạn" in w.keys for w in part.wanted)
    assert any("quá hạn" in w.keys for w in late.wanted)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Does the sum in the table tally with the total in the text?", Kind.AUDIT),
        ("Do the five rows really add to 214?", Kind.AUDIT),
        ("To what is the fall in revenue due?", Kind.CAUSE),
        ("The note lists three plans. What are their numbers?", Kind.DOCUMENT),
        ("What number and date does the training plan carry?", Kind.DOCUMENT),
        ("How many gifts came in all, from May to July 2024?", Kind.TOTAL),
    ],
)
def test_what_is_asked_is_told_by_the_turn_of_phrase(question: str, kind: Kind) -> None:
    assert understand(question, default_lexicon()).is_(kind)


def test_a_time_compared_is_no_audit_and_anywhere_asks_for_no_place() -> None:
    lexicon = default_lexicon()
    assert not understand("How does the rate stand against the same time in 2022?", lexicon).is_(Kind.AUDIT)
    assert not understand("Which papers may be lodged anywhere in the town?", lexicon).is_(Kind.WHERE)


@pytest.mark.parametrize(
    ("said", "concept"),
    [
        ("fell past the due date", "quá hạn"),
        ("kept to the deadline", "đúng hạn"),
        ("before they fell due", "trước hạn"),
        ("still on the books", "tồn đọng"),
        ("taken back", "rút đơn"),
        ("grass-roots conciliation", "hòa giải"),
        ("could not be reconciled", "hòa giải không thành"),
        ("audience with citizens", "tiếp công dân"),
        ("single-window office", "bộ phận một cửa"),
        ("settled without cash", "không dùng tiền mặt"),
        ("came bottom", "thấp nhất"),
        ("short of the plan", "chưa đạt"),
        ("made redundant", "tinh giản biên chế"),
        ("rate of spending", "giải ngân"),
        ("networks were hacked", "tấn công mạng"),
    ],
)
def test_an_everyday_english_word_is_the_office_s_own(said: str, concept: str) -> None:
    assert any(concept in term.keys for term in default_lexicon().cut(said, english=True))

"""Questions that met an abstention though the report answers them: causes in other words, names of things, levels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind
from assistant.compose.sentences.sourced import asks_source
from assistant.compose.sentences.things_named import names_thing
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAPER = """ỦY BAN NHÂN DÂN
HUYỆN THANH KHÊ
Số: 77/BC-UBND

Thanh Khê, ngày 19 tháng 12 năm 2031

BÁO CÁO
Kết quả công tác năm 2031 của huyện Thanh Khê

I. KẾT QUẢ
1. Tỷ lệ giải ngân vốn làm đường đạt 61,20%, chưa đạt chỉ tiêu 90%. Nguyên nhân: mưa lớn kéo dài, nhà thầu thiếu máy.
2. Đến nay đã phát sóng 48 bài viết trên chuyên mục "Tiếng nói thôn bản".
3. Ngày 12/6/2031, huyện chọn thị trấn Khê Thượng và xã Đồi Sim làm hai đơn vị thí điểm “Chợ không tiền mặt”.
4. Phần mềm họp trực tuyến (eHopXa) được dùng thử tại 05 xã.
5. Có 03 phòng được xếp loại xuất sắc, 06 phòng xếp loại tốt.
6. Cấp xã: tiếp nhận 900 hồ sơ, tỷ lệ hồ sơ trực tuyến đạt 71,50%. Cấp huyện: tiếp nhận 300 hồ sơ, tỷ lệ hồ sơ trực \
tuyến đạt 82,40%.
7. Phòng Tài chính bị trừ điểm do hồ sơ đất đai quá hạn.
8. Huyện ban hành Kế hoạch số 19/KH-UBND ngày 14/01/2031 về siết chặt kỷ luật trong cơ quan hành chính.
II. TỒN TẠI, HẠN CHẾ
- Số liệu thanh toán giữa hai kho bạc chưa khớp.
- Nguyên nhân: Kho bạc khóa sổ lúc 16 giờ còn ngân hàng khóa sổ lúc 24 giờ hằng ngày nên các khoản thu phát sinh vào \
buổi chiều và buổi tối của ngày cuối tháng được bên này ghi vào tháng này, bên kia ghi vào tháng sau; hai bên dùng mẫu \
đối chiếu khác nhau.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn Tám
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("needless"), spelling_embedder) as library:
        library.add(read_bytes(PAPER.encode(), "tk.txt"), PAPER.encode(), "tk.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "text",
    [
        "Giải ngân chậm được lý giải bởi những gì?",
        "Báo cáo giải thích vì sao số liệu không khớp?",
        "Hồ sơ trễ hạn bắt nguồn từ đâu?",
        "Điều gì dẫn đến việc giải ngân chậm?",
        "How does the report explain the slow disbursement?",
        "What accounts for the fall in dossiers?",
    ],
)
def test_whoever_explains_says_why(text: str) -> None:
    question = understand(text, default_lexicon())
    assert question.is_(Kind.CAUSE)
    assert {w.words for w in question.wanted}.isdisjoint({"giai", "thich", "ly", "bat", "explain"})


def test_what_something_springs_from_is_no_source_of_money() -> None:
    lexicon = default_lexicon()
    assert not asks_source(understand("Việc chậm giải ngân vốn xuất phát từ đâu?", lexicon))
    assert not asks_source(understand("Sự cố bắt nguồn từ đâu?", lexicon))
    assert asks_source(understand("Kinh phí làm đường lấy từ đâu?", lexicon))


def test_departments_are_counted_though_a_number_is_written_alike() -> None:
    lexicon = default_lexicon()
    assert understand("Bao nhiêu sở được xếp loại xuất sắc?", lexicon).units == ("sở",)


def test_a_district_plan_is_a_document_and_no_district() -> None:
    question = understand("Which district plan is about discipline?", default_lexicon())
    assert question.is_(Kind.DOCUMENT) and not question.is_(Kind.WHO)


def test_a_thing_is_called_by_a_word_of_its_own() -> None:
    assert names_thing("phan mem hop truc tuyen ten la gi", "Phần mềm họp trực tuyến (eHopXa) được dùng thử")
    assert not names_thing("phan mem hop truc tuyen ten la gi", "Phần mềm họp trực tuyến được dùng thử tại 05 xã")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Vì sao tỷ lệ giải ngân vốn làm đường năm 2031 không đạt chỉ tiêu?", "nhà thầu thiếu máy"),
        ("Chuyên mục Tiếng nói thôn bản đã có bao nhiêu bài?", "48"),
        ("Which two units were chosen as pilots for the cashless market?", "Đồi Sim"),
        ("Phần mềm họp trực tuyến dùng thử tên là gì?", "eHopXa"),
        ("Which level had the higher share of online dossiers, district or commune?", "82.4"),
        ("Báo cáo giải thích vì sao số liệu thanh toán giữa hai kho bạc chưa khớp?", "mẫu đối chiếu khác nhau"),
    ],
)
def test_what_stands_there_in_other_words_is_told(assistant: Assistant, asked: str, told: str) -> None:
    answer = assistant.ask(asked)
    assert not answer.abstained and told in answer.answer, answer.answer


def test_what_is_itself_a_cause_is_not_told_why(assistant: Assistant) -> None:
    assert assistant.ask("Vì sao hồ sơ đất đai quá hạn?").abstained


def test_what_is_not_there_stays_refused(assistant: Assistant) -> None:
    assert assistant.ask("Vì sao xã Đồi Sim bị phê bình?").abstained
    assert assistant.ask("Phần mềm họp trực tuyến tốn bao nhiêu tiền?").abstained

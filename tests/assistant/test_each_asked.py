"""Several things asked in one breath: each of them is told, from one paragraph, one row, one note or one head."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.compose.citing import Draft
from assistant.compose.documents.particulars import Particular, asked_particulars
from assistant.compose.each_asked import leaves_number
from assistant.compose.parts import asked_each
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>HUYỆN SÔNG LAU</p><p>Số: 77/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả cải cách hành chính năm 2031</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Dịch vụ công liên thông: Trong năm phát sinh 4.210
hồ sơ (3.150 hồ sơ đăng ký khai sinh - đăng ký thường trú - cấp
thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi và 1.060 hồ sơ đăng ký khai tử - xóa đăng ký thường trú - trợ cấp
mai táng phí theo
quy định hiện hành của tỉnh), đã trả kết quả 4.011 hồ sơ, đạt tỷ lệ 95,27%.</p>
<p>Công tác kiểm tra cải cách hành chính đã hoàn thành, trong năm đã tổ chức kiểm tra đột xuất và định kỳ theo kế hoạch
đề ra được 27/90 cơ quan, đơn vị, địa phương trên địa bàn huyện, đạt tỷ lệ 30% (5/12 phòng, ban và 22/78 đơn vị cơ sở,
chỉ tiêu đề ra là tối thiểu 25%).</p>
<p><b>II. MÔ HÌNH</b></p>
<p>Tiến độ các mô hình như sau:</p>
<table border="1"><tr><th>TT</th><th>Mô hình</th><th>Cơ quan chủ trì</th>
<th>Thời hạn hoàn thành</th><th>Kết quả</th></tr>
<tr><td>1</td><td>Chợ không tiền mặt</td><td>Phòng Kinh tế</td><td>31/10/2031</td><td>06/14 chợ</td></tr>
<tr><td>2</td><td>Tủ thuốc thông minh</td><td>Trung tâm Y tế</td><td>30/11/2031</td><td>09 tủ</td></tr>
<tr><td>3</td><td>Trạm đọc sách số</td><td>Phòng Văn hóa</td><td>31/12/2031</td><td>120/300 đầu sách</td></tr>
</table></body></html>"""

NOTED = """UBND XÃ CỒN BẦN
Số: 14/BC-UBND

Cồn Bần, ngày 12 tháng 7 năm 2031

BÁO CÁO
Kết quả công tác 6 tháng đầu năm 2031

I. KẾT QUẢ
1. Tại hội nghị sơ kết, xã biểu dương 03 ấp làm tốt và nhắc nhở 02 ấp có tỷ lệ thu gom rác dưới 60%[1].
2. Trên địa bàn có 03 doanh nghiệp thu mua và chế biến dừa khô (Vàm Xanh, Lộc Bến, Tư Dừa) đang sản xuất.
3. Về phân bổ và giải ngân vốn: Kinh phí đã phân bổ cho nạo vét kênh năm 2031 là 745 triệu đồng.
4. Toàn huyện tiếp nhận 930 hồ sơ (cấp huyện 320 hồ sơ, cấp xã 610 hồ sơ); đã giải quyết 880 hồ sơ, \
trong đó trước hạn và đúng hạn 850 hồ sơ, đạt tỷ lệ 96,59%.
5. Hội đồng thi đua tổ chức cuộc thi kéo co với 12 đội tham gia.

[1] 03 ấp được biểu dương: Rạch Lá, Bến Lở, Gò Mun. 02 ấp bị nhắc nhở: Xẻo Vông (51,20%), Vàm Tre (57,35%).
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("each"), spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "bao-cao-77.html"), PAGE.encode(), "bao-cao-77.html")
        yield Assistant(library)


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("noted"), spelling_embedder) as library:
        library.add(read_bytes(NOTED.encode(), "con-ban.txt"), NOTED.encode(), "con-ban.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Năm 2031 hồ sơ liên thông phát sinh bao nhiêu, đã trả bao nhiêu?", ("4.210", "4.011")),
        (
            "How many agencies were inspected on administrative reform, and how does that compare with the target?",
            ("27/90", "25%"),
        ),
    ],
)
def test_each_number_asked_for_is_told_from_the_paragraph(
    assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = assistant.ask(question).answer
    assert all(number in answer for number in told), answer


@pytest.mark.parametrize(
    "question",
    [
        "Mô hình chợ không tiền mặt do đơn vị nào chủ trì, hạn hoàn thành khi nào và làm được bao nhiêu chợ?",
        "Mô hình chợ không tiền mặt ai phụ trách, thời hạn đến khi nào?",
    ],
)
def test_a_row_that_is_asked_for_several_things_is_told_whole(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert "Phòng Kinh tế" in answer and "31/10/2031" in answer and "06/14 chợ" in answer


def test_a_row_does_not_answer_for_what_stands_in_none_of_its_columns(assistant: Assistant) -> None:
    answer = assistant.ask("Mô hình chợ không tiền mặt do nhà thầu nào làm và kinh phí bao nhiêu?")
    assert "06/14" not in answer.answer or answer.abstained


def test_firms_are_named_in_the_brackets_behind_what_they_do(noted: Assistant) -> None:
    answer = noted.ask(
        "Ba doanh nghiệp thu mua và chế biến dừa khô đang sản xuất trên địa bàn là những doanh nghiệp nào?"
    )
    assert not answer.abstained and "Vàm Xanh, Lộc Bến, Tư Dừa" in answer.answer


def test_what_was_allotted_is_not_what_was_paid_out(noted: Assistant) -> None:
    paid = noted.ask("Xã đã giải ngân bao nhiêu vốn nạo vét kênh năm 2031?")
    assert paid.abstained or not paid.answer.startswith("745")
    assert noted.ask("Kinh phí đã phân bổ cho nạo vét kênh là bao nhiêu?").answer.startswith("745 triệu đồng")


def test_so_many_members_are_told_from_the_sentence_of_the_note_that_opens_with_them(noted: Assistant) -> None:
    answer = noted.ask("Hai ấp bị nhắc nhở là những ấp nào, tỷ lệ từng ấp?").answer
    assert "Xẻo Vông (51,20%), Vàm Tre (57,35%)" in answer
    assert "Rạch Lá" not in answer


def test_what_a_report_is_asked_for_in_turn_is_told() -> None:
    def asked(text: str) -> set[Particular]:
        return {*asked_particulars(understand(text, default_lexicon()))}

    turn = asked("Báo cáo về chỉ số thu gom rác do cơ quan nào lập, số mấy, ngày nào?")
    assert turn == {Particular.ISSUER, Particular.NUMBER, Particular.DATE}
    english = asked("What number and date does the report on refuse carry, and who signed it?")
    assert english == {Particular.NUMBER, Particular.DATE, Particular.SIGNER}


def test_what_shares_one_how_many_is_parted() -> None:
    def texts(text: str) -> list[str]:
        lexicon = default_lexicon()
        return [part.clear for part in asked_each(understand(text, lexicon), lexicon)]

    assert len(texts("Ban hành mấy quyết định, sửa đổi và bãi bỏ bao nhiêu thủ tục?")) == 3
    assert len(texts("Lương hưu, trợ cấp một lần và trợ cấp thất nghiệp mỗi loại đạt bao nhiêu?")) == 3
    assert not texts("Có bao nhiêu ấp văn hóa?")


def test_the_month_of_may_asks_for_no_number() -> None:
    question = understand("In the report of May 2031, how many stalls were closed?", default_lexicon())
    draft = Draft()
    draft.say("16 stalls")
    assert not leaves_number(question, draft)


def test_one_number_is_no_answer_to_two_questions_for_one() -> None:
    question = understand("Xã được đề xuất mấy tập thể, mấy cá nhân?", default_lexicon())
    one, two = Draft(), Draft()
    one.say("01 tập thể theo Quyết định số 12/QĐ-UBND ngày 03/4/2031")
    two.say("01 tập thể; 02 cá nhân")
    assert leaves_number(question, one)
    assert not leaves_number(question, two)


def test_beside_the_share_of_a_level_a_number_without_one_is_of_the_whole(noted: Assistant) -> None:
    share = noted.ask("Hồ sơ cấp xã chiếm bao nhiêu phần trăm tổng số hồ sơ tiếp nhận?")
    assert "96,59%" not in share.answer.partition("“")[0]
    assert noted.ask("Cấp xã tiếp nhận bao nhiêu hồ sơ?").answer.startswith("610 hồ sơ")


def test_who_won_is_not_told_by_a_sentence_that_names_no_prize(noted: Assistant) -> None:
    assert noted.ask("Đội nào thắng cuộc thi kéo co?").abstained

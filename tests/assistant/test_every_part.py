"""Questions that ask several things: each part from its own place, or said to be told nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.answer import Assistant
from assistant.claims import Calculation, Claim, Operand
from assistant.compose.citing import Draft
from assistant.compose.every_part import says_enough
from assistant.compose.parts_apart import apart, found_of, goes_on, sets_apart, sort_of
from assistant.question import understand
from assistant.verify import check
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HEAD = """<!DOCTYPE html><html><body><p>{body}</p><p>TỈNH GÒ MÂY</p>
<p>Số: {number}</p><p>Gò Mây, ngày {day}</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>{title}</b></p>"""
MONTH = (
    HEAD.format(
        body="BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
        number="71/BC-BCĐ",
        day="26 tháng 5 năm 2033",
        title="Kết quả cải cách hành chính, chuyển đổi số tháng 5/2033",
    )
    + """<p><b>I. CHỈ ĐẠO</b></p>
<p>- UBND tỉnh ban hành Kế hoạch số 214/KH-UBND ngày 12/01/2033 về phát triển hạ tầng cáp quang và Kế hoạch số
377/KH-UBND ngày 02/3/2033 về tập huấn kỹ năng số cho người cao tuổi.</p>
<p><b>II. KẾT QUẢ</b></p>
<p><b>1. Khám bệnh</b></p>
<p>- Trong tháng, các bệnh viện tiếp nhận 8.420 lượt khám bằng căn cước.</p>
<p><b>2. Hạ tầng</b></p>
<p>- Toàn tỉnh lắp đặt 63 trạm phát sóng; việc lắp đặt do Sở Khoa học và Công nghệ chủ trì.</p>
<p>- Tổ số 1 do Giám đốc Sở Nội vụ làm Tổ trưởng, phụ trách khu vực phía Bắc.</p>
<p>- Đợt ra quân lắp camera an ninh kết thúc ngày 19/5/2033 với 148 camera.</p>
<p><b>PHỤ LỤC. ĐIỂM CHỈ SỐ CỦA CÁC ĐỊA PHƯƠNG NĂM 2032</b></p>
<table border="1"><tr><th rowspan="2">Địa phương</th><th colspan="2">PAPI</th><th colspan="2">SIPAS</th></tr>
<tr><th>Điểm số</th><th>Thứ hạng</th><th>Chỉ số</th><th>Thứ hạng</th></tr>
<tr><td>Vàm Lá</td><td>41,20/80</td><td>22/30</td><td>83,1%</td><td>9/30</td></tr>
<tr><td>Bãi Sậy</td><td>44,75/80</td><td>6/30</td><td>80,4%</td><td>21/30</td></tr>
<tr><td>Gò Lúa</td><td>42,05/80</td><td>17/30</td><td>81,9%</td><td>14/30</td></tr></table>
<p>TM. BAN CHỈ ĐẠO</p><p>TRƯỞNG BAN</p><p>Lê Thị Mơ</p></body></html>"""
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("parts"), spelling_embedder) as library:
        library.add(read_bytes(MONTH.encode(), "thang-5.html"), MONTH.encode(), "thang-5.html")
        yield Assistant(library)


def test_each_of_two_from_its_own_section(assistant: Assistant) -> None:
    answer = assistant.ask("Bao nhiêu lượt khám bằng căn cước và đợt ra quân lắp camera an ninh kết thúc ngày nào?")
    assert "8.420" in answer.answer
    assert "19/5/2033" in answer.answer


def test_what_is_told_nowhere_is_said_to_be(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch 214/KH-UBND ban hành ngày nào và hết hiệu lực ngày nào?")
    assert "12/1/2033" in answer.answer
    assert "Báo cáo không nêu: hết hiệu lực ngày nào." in answer.answer


def test_who_signed_a_document_is_not_who_signed_the_report(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch 214/KH-UBND ban hành ngày nào và do ai ký?")
    assert "Lê Thị Mơ" not in answer.answer


def test_days_between_two_documents_are_worked_out(assistant: Assistant) -> None:
    asked = (
        "Kế hoạch phát triển hạ tầng cáp quang ra đời sau hay trước kế hoạch tập huấn kỹ năng số, cách nhau mấy ngày?"
    )
    answer = assistant.ask(asked)
    assert "12/1/2033 trước ngày 2/3/2033 là 49 ngày" in answer.answer
    assert len(answer.citations) >= 1


def test_what_is_asked_of_the_one_that_leads_is_asked_of_its_row(assistant: Assistant) -> None:
    answer = assistant.ask("Which locality had the best PAPI result in 2032, and with what score and rank?")
    assert "44,75" in answer.answer
    assert "6/30" in answer.answer
    assert "22/30" not in answer.answer


def test_what_is_said_of_the_first_group_is_not_of_the_fourth(assistant: Assistant) -> None:
    assert "Sở Nội vụ" in assistant.ask("Tổ số 1 do ai làm Tổ trưởng?").answer
    assert assistant.ask("Tổ số 4 do ai làm Tổ trưởng?").abstained
    assert assistant.ask("Who heads group No. 4 and which area does it cover?").abstained


@pytest.mark.parametrize(
    ("formula", "days", "sound"),
    [
        ("31 + 28 + 2 - 12", 49, True),
        ("31 + 28 + 2 - 12", 48, False),
        ("31 + 27 + 2 - 12", 48, False),
        ("49 + 12 - 12", 49, False),
    ],
)
def test_days_pass_only_as_they_are_counted(assistant: Assistant, formula: str, days: int, sound: bool) -> None:
    block = assistant.ask("Kế hoạch 214/KH-UBND ban hành ngày nào?").citations[0]
    report = assistant._library.report(block.locator.report)
    whole = report.block(block.locator.block)
    cited = replace(block, quote=whole.text, locator=replace(block.locator, start=0, end=len(whole.text)))
    claim = Claim(f"Ngày 12/1/2033 trước ngày 2/3/2033 là {days} ngày", (cited.key,))
    operands = (Operand(Decimal(12), cited.key), Operand(Decimal(2), cited.key))
    counted = Calculation(formula, Decimal(days), "ngày", operands)
    assert not check([claim], [cited], None, lambda _: report).passed
    assert bool(check([claim], [cited], counted, lambda _: report).passed) is sound


def test_a_whole_of_which_no_part_is_told_stays_untold(assistant: Assistant) -> None:
    assert assistant.ask("Kinh phí lắp trạm phát sóng là bao nhiêu và lấy từ nguồn nào?").abstained


def _asked(text: str) -> tuple[str, ...]:
    return apart(understand(text, default_lexicon()))


def test_where_a_question_is_cut() -> None:
    assert _asked("Bao nhiêu hộ vay vốn, trong đó hộ nghèo, hộ cận nghèo bao nhiêu?") == (
        "Bao nhiêu hộ vay vốn",
        "trong đó hộ nghèo, hộ cận nghèo bao nhiêu",
    )
    assert len(_asked("Which decree lets citizens whose data are held attach nothing?")) == 1
    assert _asked("What were the score and rank of Vàm Lá?") == (
        "What were the score of Vàm Lá",
        "What were the rank of Vàm Lá",
    )
    assert _asked("Đã đạt chỉ tiêu chưa, vượt bao nhiêu hộ?") == ("Đã đạt chỉ tiêu chưa", "vượt bao nhiêu hộ")


def test_of_what_sort_a_part_is() -> None:
    assert sort_of("do ai ký") == "signer"
    assert sort_of("xếp thứ mấy") == "rank"
    assert sort_of("kỷ luật mấy công chức") == "number"
    assert sort_of("chậm nhất ngày nào") == "time"
    assert sort_of("thực hiện nghị quyết nào") == "paper"
    assert sets_apart("cách nhau mấy ngày") and not sets_apart("làm mấy ngày")


def test_what_a_text_holds_of_a_sort() -> None:
    assert found_of("time", "Kế hoạch số 9/KH-UBND ngày 05/3/2033 năm 2033") == {"5/3/2033"}
    assert found_of("number", "(2) 1.250 hồ sơ, đạt 80% năm 2033") == {"1250"}
    assert found_of("rank", "Bãi Sậy: 6/30 (PAPI: Thứ hạng)") == {"6/30"}


def test_a_part_goes_on_from_what_the_first_is_about() -> None:
    assert goes_on("Xã Bãi Sậy đạt bao nhiêu điểm PAPI", "xếp hạng mấy", whole=True) == "Xã Bãi Sậy xếp hạng mấy PAPI"
    assert goes_on("Tỉnh Gò Mây tiếp nhận bao nhiêu hồ sơ", "quá hạn bao nhiêu", whole=True) == (
        "Tỉnh Gò Mây quá hạn bao nhiêu hồ sơ"
    )
    assert goes_on("Bao nhiêu hồ sơ quá hạn", "xếp hạng mấy", whole=True) == ""


def test_only_beside_a_single_fact_are_words_put() -> None:
    one = Draft([Claim("12 ao", (1,))])
    assert not says_enough(one)
    assert says_enough(Draft([*one.claims, Claim("9 ao", (2,))]))
    assert says_enough(replace(one, calculation=Calculation("12 - 9", Decimal(3), "ao", (Operand(Decimal(12), 1),))))

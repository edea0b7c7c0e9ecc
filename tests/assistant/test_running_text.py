"""Facts of running text and notes in the everyday words of officials: who does it, by which plan, of each level, since
when, by what means."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.counted_nouns import noun_end
from assistant.asked.kinds import Kind, kinds_of
from assistant.asked.timespans import spans_of
from assistant.measured.measures import is_unit
from assistant.measured.running import since_new_year
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.language.fold import fold
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 64/BC-UBND
Sông Trăng, ngày 20 tháng 12 năm 2025

BÁO CÁO
Kết quả cải cách hành chính, chuyển đổi số năm 2025

Thực hiện Công văn số 417/SVH-KH ngày 02/12/2025 của Sở Văn hóa về việc báo cáo, chấm điểm nếp sống công sở năm 2025.

I. KẾT QUẢ
1. Tỉnh ủy ban hành Kế hoạch số 61-KH/TU ngày 12/02/2025 thực hiện Nghị quyết số 34-NQ/TW ngày 05/01/2025 của Bộ Chính \
trị về nếp sống công sở.
2. Trong năm, tỉnh đã công nhận 07 mô hình, sáng kiến về nếp sống công sở.
3. Từ ngày 01/8/2025 đến nay, UBND tỉnh đã ban hành 29 Quyết định quy phạm pháp luật.
4. Có 08/95 đề xuất, kiến nghị của hợp tác xã chưa được giải quyết.
5. Tổ chức tập huấn vận hành bản đồ số, có 58 người tham dự.
6. Cấp xã tiếp nhận 900 hồ sơ. Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,41%. Cấp huyện tiếp nhận 310 hồ sơ. Tỷ lệ hồ sơ \
giải quyết đúng hạn đạt 97,26%.
7. Phần mềm quản lý tài sản eKho được tất cả các xã sử dụng.
8. Công bố quy hoạch chợ trễ, nguyên nhân là do đơn vị tư vấn nộp bản vẽ nhiều lần cùng lúc nên phòng chuyên môn không \
kịp thẩm định hồ sơ quy hoạch của từng khu chợ trên địa bàn các phường trong quý theo kế hoạch đã được phê duyệt từ \
đầu năm; đồng thời, kho dữ liệu nền bị hỏng nên phải đo vẽ lại.
9. Các xã thực hiện việc công khai bản đồ giá đất.
10. UBND các xã nộp báo cáo tự đánh giá nếp sống công sở trong tháng 01/2026.
11. Cấp 640 tài khoản cho chủ bến đò để báo khách qua phần mềm Sông Nước; đến nay, các chủ bến đò đã thực hiện 51.300 \
lượt báo khách qua phần mềm Sông Nước.
12. Đã phát động phong trào “Nụ cười công sở thân thiện mỗi ngày”.
13. Sở Y tế đạt 71,5 điểm, xếp loại khá về nếp sống công sở.

II. PHÂN CÔNG
a) Giao Sở Tài chính:
- Theo dõi việc mua sắm máy quét tại các xã.
- Bảo đảm các bến đò đều có áo phao miễn phí phục vụ người dân qua sông.
b) Giao Sở Xây dựng chủ trì, phối hợp với các xã rà soát biển báo, bảo đảm kịp thời, đúng quy định.
c) Giao Thanh tra tỉnh chủ trì, phối hợp Sở Nội vụ kiểm tra phòng, chống tham nhũng tại các xã từ tháng 02/2026.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("running"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "64.txt"), data, "64.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tỉnh ủy ra kế hoạch gì để thực hiện Nghị quyết 34-NQ/TW?", "61-KH/TU"),
        ("Tỉnh ủy thực hiện Nghị quyết 34-NQ/TW bằng kế hoạch số mấy?", "61-KH/TU"),
        ("Công văn của Sở Văn hóa yêu cầu báo cáo, chấm điểm nếp sống công sở số mấy?", "417/SVH-KH"),
        ("Năm 2025 tỉnh công nhận mấy sáng kiến về nếp sống công sở?", "07 mô hình, sáng kiến"),
        ("How many normative decisions has the provincial People's Committee issued since August 2025?", "29"),
        ("How many cooperative recommendations remain unresolved?", "08/95"),
        ("Lớp tập huấn vận hành bản đồ số có bao nhiêu học viên?", "58"),
        ("Phần mềm quản lý tài sản đang xài tên gì?", "eKho"),
        ("Nguyên nhân công bố quy hoạch chợ trễ?", "đồng thời, kho dữ liệu nền"),
        ("Hạn nộp báo cáo tự đánh giá nếp sống công sở là khi nào?", "01/2026"),
        ("Áo phao miễn phí ở bến đò do ai lo?", "Giao Sở Tài chính"),
        ("Who leads anti-corruption inspections in the communes?", "Thanh tra tỉnh"),
    ],
)
def test_it_is_told(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert told in answer.answer


def test_of_two_levels_each_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ hồ sơ giải quyết đúng hạn cấp huyện, cấp xã bao nhiêu?").answer
    assert "98,41%" in answer and "97,26%" in answer


@pytest.mark.parametrize(
    "question",
    [
        "By what means were land price maps made public by the communes?",
        "What score range is rated fair on workplace manners?",
        "What is the on-time settlement rate at commune level and the target?",
    ],
)
def test_what_does_not_say_it_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_an_item_of_tasks_mends_nothing_of_the_item_before(assistant: Assistant) -> None:
    assert "Sở Xây dựng" not in assistant.ask("Áo phao miễn phí ở bến đò do ai lo?").answer


def test_accounts_for_those_who_report_are_no_reports(assistant: Assistant) -> None:
    answer = assistant.ask("How many guest reports have ferry owners made through Sông Nước?")
    assert not answer.answer.startswith("640")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("people work in kiosks", "people"),
        ("business recommendations remain open", "business recommendations"),
        ("citizens' visits did", "citizens' visits"),
        ("women attended", "women"),
        ("grassroots mediation cases were settled", "grassroots mediation cases"),
    ],
)
def test_what_is_counted_ends_before_its_verb(text: str, counted: str) -> None:
    assert text[: noun_end(text, 0, len(text))].strip() == counted


def test_since_a_month_is_from_its_first_day() -> None:
    assert [s.period for s in spans_of("how many since July 2025")] == ["2025-07-01"]
    assert [s.period for s in spans_of("bao nhiêu, từ tháng 7/2025 đến nay")] == ["2025-07-01"]
    assert [s.period for s in spans_of("vốn đầu tư tháng 7/2025")] == ["2025-07"]
    assert [s.period for s in spans_of("how many since January 2026")] == ["2026"]
    assert since_new_year("how many since January 2026")


def test_either_of_what_is_counted_together_is_counted() -> None:
    assert is_unit(("sáng kiến",), "mô hình, sáng kiến")
    assert not is_unit(("sáng kiến",), "mô hình")


def test_an_outlook_to_a_year_asks_for_no_directions() -> None:
    assert Kind.DIRECTION not in kinds_of(fold("Kế hoạch chuyển đổi số, định hướng đến năm 2030 số mấy?"))


def test_a_number_with_a_point_may_be_a_version() -> None:
    wanted = understand("Who is building index 2.0?", default_lexicon()).wanted
    assert any({"2,0", "2.0"} <= set(w.keys) for w in wanted)

"""The report of one month on a scheme of population data, invented: what it counts, shares, lists and cites."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from assistant.compose.sufficiency import NO_COUNT
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

TEXT = """UBND TỈNH SÔNG TRĂNG
BAN CHỈ ĐẠO DỮ LIỆU DÂN CƯ
Số: 61/BC-BCĐ

Sông Trăng, ngày 08 tháng 5 năm 2033

BÁO CÁO
Kết quả triển khai Đề án dữ liệu dân cư tháng 4/2033

I. KẾT QUẢ
1. Công tác chỉ đạo
1.1. Công tác tham mưu của Công an tỉnh - Cơ quan thường trực
- Tỉnh ủy ban hành Kế hoạch số 14-KH/TU ngày 05/01/2033 về dữ liệu dân cư và Kế hoạch số 27-KH/TU ngày 11/3/2033 sửa \
đổi, bổ sung một số nội dung của Kế hoạch số 14-KH/TU.
- Trong tháng, tỉnh đã ban hành 03 văn bản chỉ đạo nhiệm vụ của Đề án[1].
- Sở Tài chính có Báo cáo số 19/BC-STC ngày 02/4/2033 đề xuất thành lập Quỹ hỗ trợ chuyển đổi số của tỉnh.
2. Thủ tục hành chính
- Từ đầu năm đến nay, công bố mới 41 thủ tục, sửa đổi, bổ sung 260 thủ tục và bãi bỏ 37 thủ tục.
- Từ đầu năm 2033 đến nay, toàn tỉnh tiếp nhận 52.400 hồ sơ, đã giải quyết 48.100 hồ sơ (trước hạn và đúng hạn 46.300 \
hồ sơ, đạt tỷ lệ 96,26%, quá hạn 1.800 hồ sơ, chiếm tỷ lệ 3,74%); đang giải quyết 4.300 hồ sơ (trong hạn 3.900 hồ sơ \
và 400 hồ sơ quá hạn).
+ Đối với dịch vụ thiết yếu của ngành Công an: Tiếp nhận 31.200 hồ sơ trực tuyến/34.000 tổng hồ sơ tiếp nhận, đạt tỷ \
lệ 91,76%.
- Cấp phiếu lý lịch tư pháp: Từ đầu năm 2033 đến nay, toàn tỉnh phát sinh 910 hồ sơ cấp phiếu lý lịch tư pháp \
trên tổng số 1.300 hồ sơ tiếp nhận, đạt tỷ lệ 70%. Từ ngày \
01/4/2033 đến nay, Công an tỉnh tiếp nhận 640 hồ sơ cấp phiếu lý lịch tư pháp.
3. Dữ liệu
- Cập nhật thông tin các hội: 9.410 hội viên hội làm vườn, 7.280 hội viên hội nuôi ong, 130 hội viên hội sinh vật cảnh.
- Chi trả qua tài khoản đạt 81,3%, cụ thể: Chi lương hưu đạt 77,4%; chi trợ cấp một lần đạt 95,2%; chi trợ cấp thất \
nghiệp đạt 99%.
- Rà soát công dân đóng bảo hiểm tại cụm công nghiệp 310/1.240 trường hợp; đối chiếu dữ liệu bảo hiểm đạt tỷ lệ 98,3%.
- Toàn tỉnh cấp 70.500 tài khoản định danh điện tử, trong đó 61.200 tài khoản đã kích hoạt.
- Trong tháng, thanh toán viện phí không dùng tiền mặt đạt 54% trên tổng lượt thanh toán (8.100/15.000 lượt).
- Đã đo vẽ 6.200 thửa đất, còn 940 thửa đất chưa đo vẽ.
- Nền tảng chia sẻ dữ liệu của tỉnh vận hành tại địa chỉ https://chiase.songtrang.example ổn định. Nền tảng đã kết nối \
12 hệ thống của các bộ, ngành.
4. Kinh phí
- Tổng kinh phí năm 2033 là 90.000 triệu đồng. Trong đó:
+ Chi sự nghiệp dữ liệu dân cư cấp tỉnh là 52.000 triệu đồng (chưa trừ 10% tiết kiệm).
+ Chi sự nghiệp dữ liệu dân cư cấp xã là 38.000 triệu đồng (chưa trừ 10% tiết kiệm).
- Tỉnh đang khảo sát trang thiết bị tại các xã, làm căn cứ xây dựng phương án đầu tư theo lộ trình.
5. Nhiệm vụ trọng tâm
- Đến nay, các nhiệm vụ chia ba nhóm. Nhiệm vụ đã triển khai: (1) Vay vốn trên ứng dụng; (2) Số hóa sổ hộ tịch. \
Nhiệm vụ đang triển khai: (1) Đánh số nhà theo chuẩn; (2) Thu phí tại bãi đỗ xe.
Trên đây là báo cáo kết quả, Ban Chỉ đạo báo cáo Văn phòng Bộ Tư pháp và Cục Dân số theo dõi, chỉ đạo./.

[1] Công văn số 301/UBND-NC ngày 03/4/2033 về việc nhập liệu kết quả và Đề án 02; Công văn số 318/UBND-NC ngày \
09/4/2033 về việc làm sạch dữ liệu; Công văn số 340/BCĐ ngày 20/4/2033 về việc rà soát phần mềm.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("scheme"), spelling_embedder) as library:
        library.add(read_bytes(TEXT.encode(), "song-trang.txt"), TEXT.encode(), "song-trang.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many dossiers were settled late, and what percentage is that?", ("1,800", "3,74%")),
        ("How many more procedures were amended than newly announced?", ("219",)),
        ("Kinh phí sự nghiệp dữ liệu dân cư cấp tỉnh nhiều hơn cấp xã bao nhiêu?", ("14.000 triệu đồng",)),
        ("How many electronic identification accounts have been activated?", ("61,200",)),
        ("How many hospital-fee payments were cashless?", ("8.100/15.000",)),
        ("How many land plots have not yet been entered?", ("940",)),
        ("How many of the police sector's essential-service dossiers were not submitted online?", ("2,800",)),
        ("Rà soát công dân đóng bảo hiểm 310/1.240 trường hợp là đạt bao nhiêu phần trăm?", ("25%",)),
        ("Which association had the fewest members updated?", ("Hội sinh vật cảnh: 130",)),
        ("Khoản chi nào qua tài khoản có tỷ lệ thấp nhất?", ("Chi lương hưu: 77,4%",)),
    ],
)
def test_figures_are_of_the_very_thing_asked(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained and all(said in answer.answer for said in told), answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kế hoạch số 27-KH/TU ban hành ngày nào và sửa đổi, bổ sung văn bản nào?", ("11/3/2033", "14-KH/TU")),
        ("03 văn bản chỉ đạo nhiệm vụ của Đề án gồm những văn bản nào?", ("301/UBND-NC", "318/UBND-NC", "340/BCĐ")),
        ("Báo cáo số 19/BC-STC ngày 02/4/2033 đề xuất việc gì?", ("Quỹ hỗ trợ chuyển đổi số",)),
        ("What does Plan No. 14-KH/TU deal with?", ("dữ liệu dân cư",)),
        ("To whom does the Steering Committee submit this report?", ("Văn phòng Bộ Tư pháp và Cục Dân số",)),
        ("Which body is the standing agency of the scheme?", ("Công an tỉnh [1].",)),
        ("Thu phí tại bãi đỗ xe đã thực hiện chưa?", ("Nhiệm vụ đang triển khai: (2) Thu phí",)),
        ("Is house numbering already done or still in progress?", ("Nhiệm vụ đang triển khai: (1) Đánh số nhà",)),
        ("Why is the province surveying equipment in the communes?", ("phương án đầu tư",)),
        (
            "Nền tảng chia sẻ dữ liệu của tỉnh vận hành tại địa chỉ nào và đã kết nối bao nhiêu hệ thống?",
            ("https://chiase.songtrang.example", "12 hệ thống"),
        ),
    ],
)
def test_documents_bodies_states_and_places_are_told(
    assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained and all(said in answer.answer for said in told), answer.answer


def test_a_document_named_in_the_subject_of_another_is_none_of_those_counted(assistant: Assistant) -> None:
    answer = assistant.ask("03 văn bản chỉ đạo nhiệm vụ của Đề án gồm những văn bản nào?")
    assert len(answer.citations) == 3 and "Đề án 02 " not in answer.answer.split("[")[-2]


def test_the_share_of_what_is_told_is_not_that_of_another(assistant: Assistant) -> None:
    answer = assistant.ask("How many dossiers were settled late, and what percentage is that?")
    assert answer.answer.startswith("1,800 dossiers") and "96.26%" not in answer.answer, answer.answer


def test_a_line_on_a_part_does_not_answer_for_the_whole(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ tiếp nhận hồ sơ trực tuyến toàn tỉnh là bao nhiêu?")
    assert not answer.answer.startswith("91,76%"), answer.answer


def test_the_number_and_day_of_a_document_count_nothing() -> None:
    left = NO_COUNT.sub(" ", "ke hoach so 14-kh/tu ngay 05/01/2033 truoc 16 gio")
    assert [word for word in left.split() if word.isdigit()] == ["16"] and "14" not in left


def test_what_has_come_about_to_date_is_not_of_one_month_alone(assistant: Assistant) -> None:
    assert assistant.ask("How many dossiers were settled late in April 2033 alone?").abstained


def test_what_is_taken_off_is_no_share_of_the_whole(assistant: Assistant) -> None:
    answer = assistant.ask("What share of the 2033 budget goes to the commune level?")
    assert answer.abstained or not answer.answer.startswith("10%"), answer.answer


def test_of_them_is_of_what_was_told(assistant: Assistant) -> None:
    before = (Turn("user", "How many dossiers were being processed in the province?"), Turn("assistant", "4,300"))
    assert assistant.ask("How many of them were overdue?", history=before).answer.startswith("400 dossiers")


def test_a_day_named_is_that_of_the_figure(assistant: Assistant) -> None:
    asked = "How many criminal-record dossiers came through since the beginning of 2033?"
    before = (Turn("user", asked), Turn("assistant", "910 dossiers"))
    assert assistant.ask("What about those since 1 April 2033?", history=before).answer.startswith("640 dossiers")


def test_a_doubt_on_two_numbers_is_on_both_or_has_no_verdict(assistant: Assistant) -> None:
    answer = assistant.ask("Số hồ sơ lý lịch tư pháp từ đầu năm (910) và từ 01/4 (640) có mâu thuẫn nhau không?")
    assert answer.abstained or {"910", "640"} <= set(answer.answer.replace(".", " ").split())

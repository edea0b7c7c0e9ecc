"""Questions of several things in one asking, or of what is counted and which they are: no part falls out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from assistant.answer import Assistant
from assistant.claims import Calculation, Claim, Operand
from assistant.compose.citing import Draft
from assistant.compose.every_part import tells_no_cause
from assistant.compose.part_marks import counts_list, leaves_out_each, leaves_out_paper, only_of_sort
from assistant.compose.part_readings import names_them, which_they_are
from assistant.compose.part_told import Told, is_of_none
from assistant.compose.parts_apart import NUMBER, PAPER, SHARE, TIME, apart
from assistant.compose.shared_asking import in_one_count, shared
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

YEAR = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>HUYỆN CÙ LAO</p><p>Số: 44/BC-UBND</p>
<p>Cù Lao, ngày 20 tháng 11 năm 2031</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả công tác dân vận chính quyền năm 2031</b></p>
<p><b>I. CHỈ ĐẠO</b></p>
<p>Huyện ban hành Kế hoạch số 71/KH-UBND ngày 14/01/2031 về kiểm soát thủ tục hành chính năm 2031; Kế hoạch số
93/KH-UBND ngày 05/02/2031 về rà soát, đánh giá thủ tục hành chính năm 2031.</p>
<p>Huyện triển khai Kế hoạch số 19/KH-UBND ngày 11/01/2031, đến nay hoàn thành 24/27 nhiệm vụ, 03 nhiệm vụ
chậm tiến độ.</p>
<p><b>II. KẾT QUẢ</b></p>
<p>Trong năm đã ban hành 12 quyết định công bố danh mục thủ tục, trong đó công bố mới 41 thủ tục, sửa đổi, bổ sung 96
thủ tục và bãi bỏ 17 thủ tục. Tổng số thủ tục của huyện là 388 thủ tục.</p>
<p>Ngành kiểm lâm còn kiểm tra 05 trạm bảo vệ; việc kiểm tra các trạm bảo vệ theo Kế hoạch số 61/KH-KL ngày 08/9/2031
hoàn thành trước ngày 25/12/2031.</p>
<p>Có 04/58 kiến nghị của ngư dân chưa được giải quyết. Chi cục cập nhật 610/640 trường hợp vào sổ thuyền viên.</p>
<p>Đã mở 03 đợt tập huấn đi biển cho ngư dân: đợt một có 88 lượt người; đợt hai có 71 lượt người; đợt ba có 82 lượt
người.</p>
<p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>Ngô Thị Sậy</p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("shared"), spelling_embedder) as library:
        library.add(read_bytes(YEAR.encode(), "nam.html"), YEAR.encode(), "nam.html")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Kế hoạch kiểm soát thủ tục hành chính năm 2031 và kế hoạch rà soát, đánh giá thủ tục hành chính năm 2031 "
            "lần lượt mang số nào?",
            ("71/KH-UBND", "93/KH-UBND"),
        ),
        ("Trong năm 2031 huyện đã công bố mới, sửa đổi và bãi bỏ bao nhiêu thủ tục?", ("41", "96", "17")),
        ("Ngành kiểm lâm còn kiểm tra mấy trạm bảo vệ và hạn hoàn thành là khi nào?", ("05 trạm", "25/12/2031")),
    ],
)
def test_each_is_told(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(one in answer.answer for one in told), answer.answer


def test_a_part_that_is_undone_is_what_is_left(assistant: Assistant) -> None:
    assert "54" not in assistant.ask("How many recommendations of fishermen remain unresolved?").answer


def test_cases_are_none_of_what_their_sentence_does_not_say(assistant: Assistant) -> None:
    assert "30" not in assistant.ask("Còn bao nhiêu thửa đất chưa được cập nhật vào sổ?").answer


def test_one_number_for_each_of_them(assistant: Assistant) -> None:
    answer = assistant.ask("Tập huấn đi biển mở mấy đợt, mỗi đợt bao nhiêu lượt người?").answer
    assert all(number in answer for number in ("03 đợt", "88", "71", "82")), answer


def test_of_two_days_one_is_not_told_for_the_other(assistant: Assistant) -> None:
    asked = "Việc kiểm tra các trạm bảo vệ hoàn thành trước ngày nào và hạn nộp quỹ tàu cá là ngày nào?"
    answer = assistant.ask(asked)
    assert answer.abstained or "không nêu" in answer.answer


def _shared(text: str, *, also_times: bool = False) -> tuple[str, ...]:
    return shared(understand(text, default_lexicon(), clear=text), also_times=also_times)


def test_one_asking_of_several_things() -> None:
    assert _shared("Kế hoạch về đê điều và kế hoạch rà soát, nạo vét kênh lần lượt mang số mấy?") == (
        "Kế hoạch về đê điều mang số mấy",
        "kế hoạch rà soát, nạo vét kênh mang số mấy",
    )
    assert _shared("Kế hoạch và chương trình mà hai bên ký lần lượt mang số mấy?") == (
        "Kế hoạch mà hai bên ký mang số mấy",
        "chương trình mà hai bên ký mang số mấy",
    )
    assert _shared("Huyện ra kế hoạch đê điều năm 2031 và kế hoạch nạo vét năm 2031 vào những ngày nào?") == (
        "Huyện ra kế hoạch đê điều năm 2031 vào ngày nào",
        "Huyện ra kế hoạch nạo vét năm 2031 vào ngày nào",
    )
    assert _shared("Tổ công tác và các xã họp vào những ngày nào?") == ()
    both = "Tỷ lệ che phủ rừng tháng 5/2031 và tháng 8/2031 là bao nhiêu?"
    assert _shared(both) == ()
    assert _shared(both, also_times=True) == (
        "Tỷ lệ che phủ rừng tháng 5/2031 là bao nhiêu",
        "Tỷ lệ che phủ rừng tháng 8/2031 là bao nhiêu",
    )
    assert _shared("How many boats did the harbour and the shipyard each build in 2031?") == (
        "How many boats did the harbour build in 2031",
        "How many boats did the shipyard build in 2031",
    )


def test_what_two_askings_leave_to_the_end_is_of_both() -> None:
    assert _shared("Có bao nhiêu hộ nuôi và bao nhiêu hợp tác xã được cấp mã vùng?") == (
        "Có bao nhiêu hộ nuôi được cấp mã vùng",
        "bao nhiêu hợp tác xã được cấp mã vùng",
    )
    assert _shared("Huyện ủy có kế hoạch nào về rừng và kế hoạch nào về biển?") == (
        "Huyện ủy có kế hoạch nào về rừng",
        "Huyện ủy có kế hoạch nào về biển",
    )
    assert _shared("Tỷ lệ che phủ toàn tỉnh và của riêng cấp xã là bao nhiêu?") == (
        "Tỷ lệ che phủ toàn tỉnh là bao nhiêu",
        "Tỷ lệ che phủ cấp xã là bao nhiêu",
    )
    assert _shared("Huyện trồng bao nhiêu cây và tưới bao nhiêu lần?") == ()


def test_one_count_of_several_things() -> None:
    assert in_one_count("Từ đầu năm 2031, tỉnh đã lát mới, vá và dỡ bỏ bao nhiêu cây cầu?", (), english=False) == (
        "lát mới bao nhiêu cây cầu",
        "vá bao nhiêu cây cầu",
        "dỡ bỏ bao nhiêu cây cầu",
    )
    assert in_one_count("Số cây cầu ở cấp tỉnh và cấp xã là bao nhiêu?", (), english=False) == ()
    assert in_one_count("Tỷ lệ trồng mới và trồng lại đạt bao nhiêu?", (), english=False) == ()
    assert in_one_count("How many boats were built, mended and sold in 2031?", (), english=True) == (
        "How many boats built",
        "How many boats mended",
        "How many boats sold",
    )
    told = in_one_count("How many boats did the harbour build, mend and sell in 2031?", (), english=True)
    assert told == ("How many boats build", "How many boats mend", "How many boats sell")


def test_which_they_are_that_are_counted() -> None:
    lexicon = default_lexicon()
    first = "Tháng 5/2031 bao nhiêu nhiệm vụ của Kế hoạch 19 chậm"
    assert which_they_are(first, understand(first, lexicon, clear=first)) == (
        "Tháng 5/2031 những nhiệm vụ nào của Kế hoạch 19 chậm"
    )
    assert names_them("là những nhiệm vụ gì")
    assert names_them("gồm những nơi nào")
    assert names_them("hãy kể tên")
    assert names_them("and name them")
    assert not names_them("xã nào chậm nhất")


def test_the_paper_that_is_carried_out_is_not_the_plan() -> None:
    told = (Claim("Kế hoạch số 71/KH-UBND ngày 14/1/2031, thực hiện Nghị quyết số 9-NQ/TU", (1,)),)
    both = ("Kế hoạch nào thực hiện Nghị quyết 9", "và kế hoạch nào về rà soát")
    assert leaves_out_paper(told, both, (PAPER, PAPER))
    assert not leaves_out_paper(told, ("Kế hoạch nào về kiểm soát", "thực hiện nghị quyết nào"), (PAPER, PAPER))
    dated = ("Kế hoạch về rừng ban hành ngày nào", "thực hiện nghị quyết nào")
    assert leaves_out_paper((Claim("Nghị quyết số 9-NQ/TU ngày 3/2/2031", (1,)),), dated, (TIME, PAPER))


def test_a_number_tells_no_cause() -> None:
    assert tells_no_cause(Draft([Claim("82,4%", (1,)), Claim("Báo cáo ghi: “trong đó 2.559 lượt, đạt 82,4%”", (1,))]))
    assert not tells_no_cause(Draft([Claim("Báo cáo ghi: “chưa đạt do ngư dân ghi sổ giấy”", (1,))]))


def test_what_no_part_asks_for_is_not_worked_out() -> None:
    rest = Draft([Claim("19% (= 100 − 81)", (1,))])
    rest.calculation = Calculation("100 - 81", Decimal(19), "%", (Operand(Decimal(81), 1),))
    asked = understand("Đã nộp bao nhiêu tiền", default_lexicon(), clear="Đã nộp bao nhiêu tiền")
    paid = Told("Đã nộp bao nhiêu tiền", asked, NUMBER, Draft([Claim("69 triệu đồng", (1,))]), frozenset())
    share = Told("và đạt tỷ lệ nào", asked, SHARE, Draft([Claim("81%", (1,))]), frozenset())
    assert is_of_none(rest, [paid, share])
    assert not is_of_none(paid.draft or rest, [paid, share])


def test_of_another_time_the_same_sort_is_told() -> None:
    row = Draft([Claim("94,5% (Đánh giá); 79 đơn (Số đơn); 77 đơn (Số đơn đã giải quyết)", (1,))])
    assert only_of_sort(row, SHARE).text == "94,5% (Đánh giá) [1]."
    assert only_of_sort(Draft([Claim("79 đơn; 77 đơn", (1,))]), SHARE).text == "79 đơn; 77 đơn [1]."


def test_the_number_beside_a_list_is_that_of_its_items() -> None:
    listed = Draft([Claim("(1) cầu", (1,)), Claim("(2) đường và (3) kênh", (2,))])
    assert counts_list(Draft([Claim("03 công trình", (3,))]), listed)
    assert not counts_list(Draft([Claim("19 công trình", (3,))]), listed)


def test_the_day_of_a_plan_is_not_when_it_runs_out(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch 71/KH-UBND về việc gì, do ai ký và hết hiệu lực khi nào?").answer
    assert "Báo cáo không nêu: hết hiệu lực khi nào." in answer


def test_one_of_each_is_not_told_by_one_number() -> None:
    asked = ("có mấy đoàn", "mỗi đoàn bao nhiêu người")
    assert leaves_out_each((Claim("02 đoàn", (1,)), Claim("17 người", (1,))), asked, (NUMBER, NUMBER))
    assert not leaves_out_each((Claim("02 đoàn: 17 người, 12 người", (1,)),), asked, (NUMBER, NUMBER))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Giải ngân đạt bao nhiêu phần trăm và nguyên nhân đạt thấp?", 2),
        ("Which two matters were raised, and were they settled?", 2),
        ("Nguyên nhân nào khiến giải ngân chậm?", 1),
        ("How many boats sank, and the causes?", 2),
    ],
)
def test_where_a_part_without_its_asking_begins(text: str, parts: int) -> None:
    assert len(apart(understand(text, default_lexicon(), clear=text))) == parts

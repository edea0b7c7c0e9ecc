"""What a desk asks of the parts of a yearly report: whether notes add up to the body, of both levels together, by which
base, by whom, and what is left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>HUYỆN SÔNG LAM</p><p>Số: 61/BC-UBND</p>
<p>Sông Lam, ngày 12 tháng 12 năm 2031</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả công tác cải cách hành chính và dân vận năm 2031</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p><b>1. Tiếp công dân</b></p>
<p>Trong năm đã tiếp 330 lượt, 340 người, 330 vụ việc<sup><a href="#fn1" id="fnref1">1</a></sup>. Tổng số đơn khiếu \
nại, tố cáo, phản ánh đã tiếp nhận là 46 đơn<sup><a href="#fn2" id="fnref2">2</a></sup>.</p>
<p><b>2. Tuyên truyền</b></p>
<p>Đã tổ chức tuyên truyền pháp luật được 31 cuộc, có 1.520 lượt người tham dự. Cấp xã: Tổ chức tuyên truyền được 140 \
cuộc, có 5.380 lượt người tham dự.</p>
<p><b>3. Thủ tục hành chính</b></p>
<p>Cấp huyện tiếp nhận 4.120 hồ sơ thủ tục hành chính, trong đó trực tuyến 3.090 hồ sơ, đạt 75%. Bị từ chối hoặc được \
rút lại có 87 hồ sơ. Tỷ lệ hồ sơ giải quyết trước và đúng hạn đạt 99,12%.</p>
<p>Theo Đề án 19, đã giải quyết 2.401 hồ sơ cư trú (trước hạn và đúng hạn 2.250 hồ sơ, quá hạn 150 hồ sơ).</p>
<p>Thanh toán học phí không dùng tiền mặt tại các trường học đạt 64,5% trên tổng chi phí và đạt 41% trên tổng lượt \
thanh toán.</p>
<p>Cập nhật 1.210/1.530 thông tin học sinh vào phần mềm.</p>
<p>CHỦ TỊCH</p><p>Hồ Văn Nam</p>
<p id="fn1"><a href="#fnref1">1</a> Trong đó: Chủ tịch UBND huyện tiếp 20 lượt, 25 người, 20 vụ việc; công chức tiếp \
công dân thường xuyên tiếp 110 lượt, 115 người, 110 vụ việc; Chủ tịch UBND các xã, thị trấn tiếp 190 lượt, 210 người, \
190 vụ việc.</p>
<p id="fn2"><a href="#fnref2">2</a> Đơn khiếu nại: 12 đơn. Đơn tố cáo: 03 đơn. Đơn phản ánh: 31 đơn.</p>
</body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("parts-of-the-yearly"), embedder=spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "song-lam.html"), PAGE.encode(), "song-lam.html")
        yield Assistant(library)


def own(answer: str) -> str:
    """What an answer says in its own words, before the first quote."""
    return answer.partition("“")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Số người do từng nơi tiếp nêu ở chú thích 1 cộng lại có bằng 340 người ghi ở phần lời không?",
            ("Không khớp", "25 + 115 + 210 = 350", "10"),
        ),
        (
            "Does the number of people received, summed over footnote 1, match the total in the body?",
            ("No", "25 + 115 + 210 = 350"),
        ),
        (
            "Do the three kinds of petitions in footnote 2 add up to the 46 petitions received in the body?",
            ("Yes", "12 + 3 + 31 = 46"),
        ),
    ],
)
def test_what_a_note_counts_is_added_up_against_the_body(
    assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert answer.answer.startswith(told[0])
    assert all(part in answer.answer for part in told)
    assert answer.calculation is not None


def test_the_number_of_a_project_is_not_put_to_the_test(assistant: Assistant) -> None:
    asked = (
        "Ở Đề án 19, hồ sơ cư trú giải quyết trước hạn và đúng hạn cộng hồ sơ quá hạn có bằng tổng số đã giải "
        "quyết không?"
    )
    answer = assistant.ask(asked).answer
    assert answer.startswith("Không khớp") and "2.400" in answer and "2.401" in answer


@pytest.mark.parametrize(
    "question",
    [
        "Tính gộp phần của huyện lẫn phần của xã, có mấy cuộc tuyên truyền pháp luật?",
        "How many law dissemination sessions were held by the district and the communes in total?",
        "Adding the district's sessions and the communes' sessions together, how many law dissemination sessions were "
        "held?",
    ],
)
def test_both_levels_are_added(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert answer.startswith("171") and "31 + 140" in answer


def test_a_follow_up_for_a_number_is_not_told_a_share(assistant: Assistant) -> None:
    history = [
        Turn("user", "Trong năm, huyện nhận mấy hồ sơ thủ tục hành chính?"),
        Turn("assistant", "4.120 hồ sơ."),
        Turn("user", "Bao nhiêu hồ sơ là trực tuyến, đạt tỷ lệ bao nhiêu?"),
        Turn("assistant", "3.090 hồ sơ, đạt 75%."),
    ]
    assert assistant.ask("Vậy số hồ sơ trả về vì bị từ chối, rút?", history=history).answer.startswith("87 hồ sơ")


def test_a_follow_up_turns_to_the_other_level_for_a_number(assistant: Assistant) -> None:
    history = [
        Turn("user", "Cấp xã tổ chức được bao nhiêu cuộc tuyên truyền pháp luật?"),
        Turn("assistant", "140 cuộc."),
    ]
    assert assistant.ask("Còn của huyện?", history=history).answer.startswith("31 cuộc")


def test_what_made_a_thing_so_is_not_told_by_how_many_there_are(assistant: Assistant) -> None:
    assert assistant.ask("What made residence dossiers late?").abstained
    assert assistant.ask("Điều gì khiến hồ sơ cư trú bị quá hạn?").abstained


def test_that_somebody_does_a_thing_in_person_asks_no_more(assistant: Assistant) -> None:
    answer = assistant.ask("Chủ tịch huyện đích thân tiếp công dân mấy lượt, bao nhiêu người?").answer
    assert "20 lượt" in own(answer) and "25 người" in own(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Học phí thu không dùng tiền mặt đạt mấy phần trăm, tính theo chi phí và theo lượt?",
        "Tỷ lệ thanh toán học phí không dùng tiền mặt tính theo chi phí và tính theo lượt là bao nhiêu?",
        "What share of school fees was paid without cash, by cost and by number of payments?",
    ],
)
def test_a_share_is_told_by_each_base_asked_for(assistant: Assistant, question: str) -> None:
    said = [claim for claim in assistant.ask(question).answer.split("[1]") if "“" not in claim]
    told = " ".join(said).replace(".", ",")
    assert "64,5%" in told and "41%" in told


def test_of_two_bases_the_one_behind_a_share_is_its_own(assistant: Assistant) -> None:
    assert assistant.ask("What share of school fees was paid without cash by cost?").answer.startswith("64.5%")


def test_people_are_counted_by_their_records(assistant: Assistant) -> None:
    answer = assistant.ask("Bao nhiêu học sinh còn chưa có thông tin cập nhật trong phần mềm?")
    assert answer.answer.startswith("320") and "1.530 − 1.210" in answer.answer

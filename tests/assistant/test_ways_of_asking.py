"""The tables of ways of asking: which kind of answer plain words want, and what of a question does nothing but ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind, kinds_of, only_asking
from assistant.words.restore import restore, vocabulary
from assistant.words.terms import default_lexicon
from assistant.words.tongue import detect_language
from ingest.language.fold import fold
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
SỞ CÔNG THƯƠNG
Số: 46/BC-SCT
Sông Trăng, ngày 11 tháng 9 năm 2031

BÁO CÁO
Kết quả vận hành chợ nổi và chỉ số ghe hàng năm 2031
Kính gửi: Ủy ban nhân dân tỉnh Sông Trăng.
Thực hiện Công văn số 515/UBND-KT ngày 02/9/2031 của Ủy ban nhân dân tỉnh, Sở Công Thương báo cáo như sau:

I. KẾT QUẢ
Trong năm cấp 640 giấy phép neo đậu, gồm cấp đúng hạn 520 giấy phép, cấp quá hạn 120 giấy phép; thu hồi 40 giấy phép.
II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN
1. Hạn chế
- Bến phía đông chưa có đèn.
2. Nguyên nhân
- Khách quan: triều cường lên sớm.
- Chủ quan: đội trực bến thiếu người.
III. PHƯƠNG HƯỚNG NĂM 2032
1. Giao Phòng Kinh tế lắp đèn ở bến phía đông.
2. Giao Ban Quản lý chợ tổ chức trực đêm.

Nơi nhận:
- UBND tỉnh;
- Ban Quản lý chợ;
- Lưu: VT.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Mai Thị Hẹn
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("ways"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "cho-noi-2031.txt"), data, "cho-noi-2031.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Bến phía đông tối om là vì lẽ gì?", Kind.CAUSE),
        ("Ghe bỏ bến, nguyên do ở đâu?", Kind.CAUSE),
        ("What held up the new lamps?", Kind.CAUSE),
        ("Chợ nổi còn những mặt nào chưa tốt?", Kind.LIMITATION),
        ("Quản lý bến còn chỗ nào yếu?", Kind.LIMITATION),
        ("Which sticking points did the market have?", Kind.LIMITATION),
        ("Sang năm chợ nổi định làm gì?", Kind.DIRECTION),
        ("Việc phải làm trong tháng 10 là gì?", Kind.DIRECTION),
        ("Giá neo đậu dựa vào đâu?", Kind.DOCUMENT),
        ("Under what decree are boats inspected?", Kind.DOCUMENT),
        ("Kể từng cái trong số các bến đã sửa.", Kind.LIST),
        ("Name each of the quays.", Kind.LIST),
        ("Vị nào trông coi bến?", Kind.WHO),
        ("Bến mở lại hôm nào?", Kind.WHEN),
        ("Phí neo cộng với phí đèn có ra 900 triệu đồng không?", Kind.AUDIT),
        ("Does the list of quays tally with the total?", Kind.AUDIT),
    ],
)
def test_a_kind_is_told_by_plain_words(question: str, kind: Kind) -> None:
    assert kind in kinds_of(fold(question), question, english=detect_language(question) == "en")


@pytest.mark.parametrize(
    ("question", "kind"),
    [("Chậm do đầu tư dàn trải?", Kind.CAUSE), ("Văn bản nào?", Kind.WHO), ("Vi phạm ở giai đoạn nào?", Kind.WHERE)],
)
def test_a_phrase_with_its_marks_is_not_met_by_other_words(question: str, kind: Kind) -> None:
    assert kind not in kinds_of(fold(question), question)


def test_what_only_asks_is_struck_out_and_restored() -> None:
    question = "Đèn hỏng vì lẽ gì?"
    assert [question[a:z] for a, z in only_asking(fold(question), question, english=False)] == ["vì lẽ gì"]
    held = vocabulary(["đèn hỏng; để gì; và gỉ; vị lễ; lễ hội; lễ hội"], default_lexicon())
    assert restore("den hong vi le gi", held, marks=True).endswith("vì lẽ gì")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Báo cáo chợ nổi mang chữ ký của ai?", "Mai Thị Hẹn"),
        ("ai dat but ky bao cao cho noi", "Mai Thị Hẹn"),
        ("Whose signature is at the foot of the report?", "Mai Thị Hẹn"),
        ("BC chợ nổi đánh số mấy, ra hôm nào?", "46/BC-SCT"),
        ("Báo cáo này gửi những đâu?", "Ban Quản lý chợ"),
        ("Who drew up the report on the floating market?", "SỞ CÔNG THƯƠNG"),
        ("Giấy tờ nào giao lập báo cáo này?", "515/UBND-KT"),
    ],
)
def test_the_report_itself_is_asked_of_in_plain_words(assistant: Assistant, question: str, words: str) -> None:
    assert words in assistant.ask(question).answer


def test_a_report_in_which_something_is_looked_up_is_not_asked_of(assistant: Assistant) -> None:
    assert "46/BC-SCT" not in assistant.ask("Theo báo cáo, ghe lớn nhất đánh số mấy?").answer


def test_the_sum_is_checked_whose_figures_are_named(assistant: Assistant) -> None:
    told = assistant.ask("Gộp số giấy phép cấp đúng hạn với cấp quá hạn có ra 640 giấy phép không?")
    assert told.calculation is None or "40" not in told.calculation.formula.split(" + ")


def test_the_task_is_that_of_the_body_that_somebody_wants_to_do_it(assistant: Assistant) -> None:
    told = assistant.ask("Sở Công Thương muốn Phòng Kinh tế làm gì trong năm 2032?").answer
    assert "lắp đèn" in told
    assert "trực đêm" not in told


def test_the_causes_of_shortcomings_are_not_those_of_one_event(assistant: Assistant) -> None:
    told = assistant.ask("Nguyên do 40 giấy phép neo đậu bị thu hồi năm 2031?")
    assert "triều cường" not in told.answer


def test_who_did_a_thing_is_not_told_by_what_says_nothing_of_its_being_done(assistant: Assistant) -> None:
    assert assistant.ask("Ai sơn lại bến phía đông chưa có đèn?").abstained

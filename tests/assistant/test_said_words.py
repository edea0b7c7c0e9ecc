"""Questions in the words that people say: levels by their side, files in sets, compounds by their first letter, words
near to those of the report; and no figure of another state or of the member that leads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Turn
from assistant.measured.states import state_of
from assistant.words.counters import as_counted
from assistant.words.everyday import akin, expand
from assistant.words.restore import vocabulary
from assistant.words.short_words import spell_out_short
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAPER = """ỦY BAN NHÂN DÂN
HUYỆN RỪNG VÀNG
Số: 61/BC-UBND

Rừng Vàng, ngày 18 tháng 12 năm 2032

BÁO CÁO
Kết quả giải quyết thủ tục hành chính năm 2032 của huyện Rừng Vàng

I. KẾT QUẢ
1. Cấp xã tiếp nhận 5.120 hồ sơ (hồ sơ trực tuyến 4.096 hồ sơ, đạt 80,00%). Số lượng hồ sơ đã giải quyết: 4.900 hồ \
sơ, trong đó quá hạn 31 hồ sơ. Số lượng hồ sơ đang giải quyết: 220 hồ sơ.
2. Cấp huyện tiếp nhận 1.310 hồ sơ (hồ sơ trực tuyến 917 hồ sơ, đạt 70,00%).
3. Số hồ sơ từ chối giải quyết và rút hồ sơ là 44 hồ sơ.
4. Thanh toán trực tuyến đạt 55,50%.
5. Qua 600 phiếu khảo sát, nội dung được hài lòng cao nhất là thái độ tiếp đón (93,10%).

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Hà Văn Mười
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("said"), spelling_embedder) as library:
        library.add(read_bytes(PAPER.encode(), "rv.txt"), PAPER.encode(), "rv.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Dưới xã nhận vào mấy bộ giấy tờ?", "5.120"),
        ("Trên huyện có bao nhiêu bộ nộp qua mạng?", "917"),
        ("Bên xã còn mấy bộ đang làm dở?", "220"),
        ("Mấy bộ bị trả ngược hoặc dân xin rút lại?", "44"),
        ("Đóng lệ phí online chiếm mấy phần trăm?", "55,50"),
    ],
)
def test_what_people_say_finds_what_offices_write(assistant: Assistant, text: str, figure: str) -> None:
    answer = assistant.ask(text)
    assert not answer.abstained and figure in answer.answer


@pytest.mark.parametrize("text", ["Bà con vừa lòng được bao nhiêu phần trăm?", "Mấy hồ sơ nộp sai thẩm quyền?"])
def test_no_member_that_leads_and_no_other_files_are_told(assistant: Assistant, text: str) -> None:
    assert assistant.ask(text).abstained


def test_what_follows_a_count_and_a_share_is_no_share(assistant: Assistant) -> None:
    before = [Turn("user", "Cấp xã có mấy hồ sơ trực tuyến, đạt bao nhiêu phần trăm?")]
    answer = assistant.ask("Còn những bộ bị từ chối với xin rút thì sao?", history=before)
    assert "44 hồ sơ" in answer.answer


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ở dưới xã thì sao", "cấp xã thì sao"),
        ("cả trên huyện lẫn dưới xã", "cả cấp huyện lẫn cấp xã"),
        ("huyện + xã tiếp nhận", "cấp huyện lẫn cấp xã tiếp nhận"),
        ("bên huyện mình", "bên huyện mình"),
        ("phía huyện Rừng Vàng", "phía huyện Rừng Vàng"),
        ("hồ sơ trực tuyến cấp xã", "hồ sơ trực tuyến cấp xã"),
        ("nguyên do trễ", "nguyên nhân trễ"),
        ("kém mức giao bao nhiêu", "kém chỉ tiêu bao nhiêu"),
        ("tháng tư năm 2032", "tháng 4 năm 2032"),
        ("mỗi tháng ba lần", "mỗi tháng ba lần"),
        ("kế hoạch còn mấy việc chưa xong", "kế hoạch còn mấy nhiệm vụ chưa xong"),
        ("bao nhiêu hồ sơ gửi tới", "bao nhiêu hồ sơ tiếp nhận"),
        ("bao nhiêu hồ sơ gửi tới Sở Y tế", "bao nhiêu hồ sơ gửi tới Sở Y tế"),
    ],
)
def test_what_is_said_is_read_in_the_words_of_offices(said: str, meant: str) -> None:
    assert expand(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("mấy bộ bị trễ hẹn", "mấy hồ sơ bị trễ hẹn"),
        ("số bộ giấy tờ là mấy bộ", "số hồ sơ là mấy hồ sơ"),
        ("nộp mấy bộ máy tính", "nộp mấy bộ máy tính"),
        ("tiếp nhận ở những bộ, ngành nào", "tiếp nhận ở những bộ, ngành nào"),
        ("phải nộp hồ sơ mấy bộ", "phải nộp hồ sơ mấy bộ"),
    ],
)
def test_sets_are_files_where_nothing_else_is_counted_in_them(said: str, meant: str) -> None:
    assert as_counted(said) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nhữg hàh vi", "những hành vi"),
        ("tgian gq", "thời gian giải quyết"),
        ("dvụ côg", "dịch vụ công"),
        ("hlòng vs xã", "hài lòng với xã"),
        ("blog của xã", "blog của xã"),
        ("thkế", "thkế"),
    ],
)
def test_a_compound_is_read_by_its_first_letter(typed: str, meant: str) -> None:
    held = vocabulary(["thời gian giải quyết dịch vụ công, dân hài lòng với xã"], default_lexicon())
    assert expand(spell_out_short(typed, held)) == meant


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("hồ sơ đang làm dở", "pending"),
        ("hồ sơ xử lý dở dang", "pending"),
        ("hồ sơ chưa trả cho dân", "pending"),
        ("hồ sơ đã làm xong", "done"),
        ("hồ sơ do xã lập", ""),
    ],
)
def test_the_state_of_work_is_told_by_everyday_words(text: str, state: str) -> None:
    assert state_of(text) == state


def test_near_concepts_have_a_place_in_the_glossary_and_are_not_the_one_asked() -> None:
    lexicon = default_lexicon()
    assert "hồ sơ" in akin(("giấy tờ",)) and akin(("quá hạn",)) == ()
    assert all(met in lexicon.concepts for met in akin(("gửi", "công khai", "mô hình", "kiểm tra")))

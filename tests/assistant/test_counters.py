"""What is counted as it is said, words clipped to their first letters, marks left out, levels as they are spoken of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.kinds import Kind
from assistant.claims import Turn
from assistant.question import understand
from assistant.words.clipped import unclip
from assistant.words.counters import as_counted
from assistant.words.everyday import expand
from assistant.words.restore import Vocabulary, restore, vocabulary
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒNG LAU

BÁO CÁO
Kết quả công tác năm 2031

I. KẾT QUẢ

Cấp huyện tiếp nhận 1.420 hồ sơ (hồ sơ trực tuyến 940 hồ sơ, đạt 66,2% so với tổng số hồ sơ).
Cấp xã tiếp nhận 8.310 hồ sơ (hồ sơ trực tuyến 5.200 hồ sơ, đạt 62,58% so với tổng số hồ sơ).
Chủ tịch Ủy ban nhân dân huyện tiếp công dân định kỳ 31 lượt, 44 người.
Các tổ hòa giải nhận 60 đơn, hòa giải thành 51 đơn, đạt 85%.
Huyện tổng cộng tiếp nhận đơn của công dân, xin rút lại 4 đơn.
"""


@pytest.fixture(scope="module")
def held() -> Vocabulary:
    return vocabulary((REPORT,) * 2, default_lexicon())


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("counters"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "dong-lau.txt"), data, "dong-lau.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("xã nhận mấy bộ qua mạng", "xã nhận mấy hồ sơ qua mạng"),
        ("những bộ bị trễ hẹn", "những hồ sơ bị trễ hẹn"),
        ("hồ sơ gửi về mấy bộ, ngành", "hồ sơ gửi về mấy bộ, ngành"),
        ("đúng hạn theo bao nhiêu bộ chỉ số", "đúng hạn theo bao nhiêu bộ chỉ số"),
        ("hồ sơ khen thưởng phải nộp mấy bộ", "hồ sơ khen thưởng phải nộp mấy bộ"),
        ("hồ sơ xin cấp cờ gửi đâu, mấy bộ", "hồ sơ xin cấp cờ gửi đâu, mấy bộ"),
        ("họp mấy bận", "họp mấy lần"),
        ("được giao mấy việc", "được giao mấy nhiệm vụ"),
        ("tiếp mấy lượt bà con", "tiếp mấy lượt công dân"),
        ("lên hay xuống mấy điểm", "tăng hay giảm mấy điểm"),
        ("A thua B mấy điểm", "A thấp hơn B mấy điểm"),
        ("thua lỗ bao nhiêu", "thua lỗ bao nhiêu"),
        ("gom huyện với xã", "gộp huyện với xã"),
        ("chênh tháng 4 bao nhiêu", "so với tháng 4 bao nhiêu"),
        ("kiểm tra hộ kinh doanh", "kiểm tra hộ kinh doanh"),
        ("tính hộ nhé", "tính giúp nhé"),
        ("xếp hạng loại gì", "xếp loại gì"),
    ],
)
def test_what_is_counted_is_called_by_its_name(said: str, meant: str) -> None:
    assert as_counted(said) == meant


def test_after_a_question_of_dossiers_a_set_is_a_dossier() -> None:
    assert as_counted("dưới xã thì mấy bộ", of_files=True) == "dưới xã thì mấy hồ sơ"
    assert as_counted("dưới xã thì mấy bộ") == "dưới xã thì mấy bộ"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tcộng mấy", "tổng cộng mấy"),
        ("tiếp đ.kỳ", "tiếp định kỳ"),
        ("bên c.xã, UBND h. và h.Đồng Lau", "bên cấp xã, UBND huyện và huyện Đồng Lau"),
        ("hồ sơ q.hạn, tr.hạn", "hồ sơ quá hạn, tr.hạn"),  # early or late, nobody knows
        ("trước, v.v.", "trước, v.v."),
    ],
)
def test_a_clipped_word_is_read_by_what_the_store_has(held: Vocabulary, typed: str, meant: str) -> None:
    assert unclip(typed, held) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trg đó PL I", "trong đó phụ lục I"),
        ("t4, t5 và t6/2031", "tháng 4, tháng 5 và tháng 6/2031"),
        ("sang t7 thì sao", "sang tháng 7 thì sao"),
        ("tòan huyện", "toàn huyện"),
        ("xã/TT, phòng CM, PCT UBND", "xã, thị trấn, phòng chuyên môn, Phó Chủ tịch UBND"),
        ("S.XD", "Sở Xây dựng"),
    ],
)
def test_what_is_short_by_its_place_is_read_in_full(typed: str, meant: str) -> None:
    assert expand(typed) == meant


def test_a_mark_left_out_is_put_in_where_a_fixed_wording_lacks_just_that(held: Vocabulary) -> None:
    assert restore("tiếp nhân đơn xin rút lai", held, marks=False) == "tiếp nhận đơn xin rút lại"
    assert restore("viết bản báo cáo, cộng với", held, marks=False) == "viết bản báo cáo, cộng với"


def test_what_is_said_and_not_written_gets_its_marks_and_a_name_its_capital(held: Vocabulary) -> None:
    assert restore("dich than gap dan may luot", held, marks=True) == "đích thân gặp dân mấy lượt"
    assert restore("ben huyen Dong Lau", held, marks=True) == "bên huyện Đồng Lau"


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Huyện + xã nhận bao nhiêu hồ sơ?", ("cap huyen", "cap xa")),
        ("Trên huyện dưới xã nhận bao nhiêu hồ sơ?", ("cap huyen", "cap xa")),
        ("Dưới xã nhận bao nhiêu hồ sơ?", ("cap xa",)),
        ("Bên huyện Đồng Lau nhận bao nhiêu hồ sơ?", ()),
    ],
)
def test_levels_are_told_as_they_are_spoken_of(text: str, levels: tuple[str, ...]) -> None:
    assert understand(text, default_lexicon()).levels == levels


def test_unfinished_work_is_no_cause_and_the_head_of_an_office_leads_no_list() -> None:
    assert Kind.CAUSE not in understand("Còn mấy đơn xử lý dở dang?", default_lexicon()).kinds
    assert Kind.EXTREME not in understand("Những người đứng đầu các ngành tiếp mấy lượt?", default_lexicon()).kinds
    assert understand("Họp ở mấy nơi trong tháng 4?", default_lexicon()).units == ()


def ask(assistant: Assistant, *texts: str) -> str:
    history = [Turn("user", text) for text in texts[:-1]]
    return assistant.ask(texts[-1], history=history).answer


def test_levels_are_added_as_they_are_spoken_of(assistant: Assistant) -> None:
    assert "9.730" in ask(assistant, "Năm 2031 huyện lẫn xã nhận cả thảy mấy bộ hồ sơ?")


def test_a_follow_up_counts_on_and_turns_to_the_other_level(assistant: Assistant) -> None:
    first, online = "Năm 2031 cấp huyện nhận mấy bộ hồ sơ?", "Qua mạng là mấy bộ, ứng với bao nhiêu phần trăm?"
    told = ask(assistant, first, online)
    assert "940" in told and "66,2%" in told
    told = ask(assistant, first, online, "Thế phía xã thì sao?")
    assert "5.200" in told and "940" not in told


def test_what_is_successful_of_mediations(assistant: Assistant) -> None:
    told = ask(assistant, "Các tổ hòa giải nhận bao nhiêu đơn?", "Bao nhiêu cái thành công, đạt mấy phần trăm?")
    assert "51" in told and "85%" in told


def test_two_counts_in_one_breath_are_no_sum(assistant: Assistant) -> None:
    told = ask(assistant, "Chủ tịch UBND huyện tiếp công dân định kỳ mấy lượt, tất cả bao nhiêu người?")
    assert "31" in told and "44" in told


def test_all_of_the_files_are_no_set_of_them() -> None:
    assert as_counted("Sở nào đồng bộ hồ sơ chậm?") == "Sở nào đồng bộ hồ sơ chậm?"
    assert as_counted("toàn bộ hồ sơ đã trả") == "toàn bộ hồ sơ đã trả"

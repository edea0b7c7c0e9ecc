"""Everyday words: by which an official asks in chat for what a report says in office language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.question import understand
from assistant.words.everyday import expand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒNG LAU

BÁO CÁO
Kết quả phát triển kinh tế - xã hội năm 2025

I. KẾT QUẢ

Rà soát thông tin chủ sở hữu, thuyền viên phục vụ đăng ký: đã cập nhật 412 tàu cá (gồm: 57 thuyền trưởng, 1.260 \
thuyền viên).
Tuyến đường liên ấp được nhựa hóa 4,6 km; xây dựng 11 cầu nông thôn.
Đã xử lý kỷ luật 3 cán bộ, buộc thôi việc 1 viên chức.
Lựa chọn 2 ấp thực hiện thí điểm phân loại rác tại nguồn.
Xử phạt vi phạm hành chính 96 trường hợp, thu hồi về ngân sách 240 triệu đồng.
Hằng quý, Hội Nông dân huyện giao ban với chi hội các ấp để nắm tình hình hội viên; trong năm đã tổ chức 37 cuộc họp \
chi hội. Huyện duy trì họp báo định kỳ (03 tháng/lần) về cải cách thủ tục hành chính.
Kênh Bảy Xã bị sạt lở 5 điểm. Người dân góp 690 triệu đồng và 210 ngày công làm đường liên ấp.
Toàn huyện đăng ký 44 mô hình kinh tế, trong đó 9 mô hình đăng ký mới.
Chỉ số hài lòng của huyện đạt 84,5%, giảm 3 hạng so với năm 2024, xếp hạng 7/11.
Thu ngân sách trên địa bàn đạt 515 tỷ đồng.

II. NHIỆM VỤ NĂM 2026

Mở ít nhất 4 lớp tập huấn cho cán bộ xã về làm đường nông thôn.
"""


def weights(text: str) -> dict[str, float]:
    """What each term of a question weighs before its rarity, by the folded words it is met by."""
    return {w.words: w.weight for w in understand(text, default_lexicon()).wanted}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tuyến đê dài bao nhiêu mét?", "de"),  # no "để"
        ("Bệnh xá nhận bao nhiêu thùng thuốc?", "thuoc"),  # no "thuộc"
        ("Ấp còn nợ bao nhiêu cây giống?", "no"),  # no "nó"
    ],
)
def test_a_word_with_marks_is_no_little_word_of_other_marks(text: str, word: str) -> None:
    assert weights(text)[word] >= 0.5


def test_marks_that_were_put_back_make_no_telling_word_of_a_little_one() -> None:
    guessed = understand("huyen co bao nhieu thung thuoc", default_lexicon(), clear="huyện cờ bao nhiêu thùng thuốc")
    assert "co" not in {w.words for w in guessed.wanted}


def test_a_word_weighs_what_it_is_and_not_what_it_would_be_with_other_marks() -> None:
    assert weights("Đội kèn thắng bao nhiêu trận?")["thang"] > weights("Tháng này có bao nhiêu trận?").get("thang", 0.1)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("everyday"), embedder=spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "dong-lau.txt"), REPORT.encode(), "dong-lau.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Bao nhiêu thuyền viên đã được cập nhật thông tin?", "1.260"),
        ("Trải nhựa được mấy km đường liên ấp?", "4,6"),
        ("Huyện đã xây được mấy cây cầu nông thôn?", "11"),
        ("Có mấy viên chức bị đuổi việc?", "1 "),
        ("Mấy ấp được chọn làm điểm phân loại rác?", "2 "),
        ("Đã phạt bao nhiêu trường hợp?", "96"),
        ("thu lai ve ngan sach bao nhieu tien", "240"),
        ("Mấy điểm kênh bị lở?", "5 điểm"),
        ("Dân góp được bao nhiêu ngày công làm đường?", "210"),
        ("Mấy mô hình kinh tế đăng ký mới?", "9 "),
        ("Chỉ số hài lòng tụt mấy hạng?", "Giảm 3 hạng"),
        ("Chỉ số hài lòng rớt mất mấy hạng?", "Giảm 3 hạng"),
        ("Năm 2025 huyện thu được bao nhiêu tiền ngân sách?", "515"),
    ],
)
def test_an_everyday_word_finds_what_the_report_words_otherwise(assistant: Assistant, asked: str, answer: str) -> None:
    assert assistant.ask(asked).answer.startswith(answer)


@pytest.mark.parametrize("verb", ["mở", "giữ", "chia", "chốt", "đổi"])
def test_a_verb_that_is_said_of_everything_weighs_little_beside_its_noun(verb: str) -> None:
    told = weights(f"Huyện {verb} mấy lò gạch?")
    assert told[understand(verb, default_lexicon()).wanted[0].words] < 0.5 < told["gach"]


@pytest.mark.parametrize(
    ("wording", "concept"),
    [
        ("neo đơn", "độc thân"),  # no petition
        ("bắt sóng", "phủ sóng"),  # no arrest
        ("nhà thương", "bệnh viện"),  # no house
        ("chữ ký điện tử", "chữ ký số"),
        ("thuyền trưởng", "thuyền trưởng"),  # no boat
        ("giải bóng đá", "bóng đá"),
        ("khám phá", "khám phá"),  # no patient
        ("xây dựng đảng", "xây dựng đảng"),
        ("mắc bệnh", "ca mắc"),
        ("vướng mắc", "khó khăn"),
        ("phạt tù", "phạt tù"),
        ("đường thuyền", "tàu cá"),
    ],
)
def test_an_everyday_wording_is_taken_for_no_other_concept(wording: str, concept: str) -> None:
    assert concept in {t.key for t in default_lexicon().cut(wording)}
    assert "đơn thư" not in {t.key for t in default_lexicon().cut(wording)}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Hội Nông dân huyện bao lâu giao ban với chi hội các ấp một lần?", "Hằng quý"),
        ("Hội Nông dân huyện mấy tháng giao ban với chi hội các ấp một lần?", "Hằng quý"),
        ("How often does the district Farmers' Union brief the hamlet branches?", "Hằng quý"),
        ("Bao lâu họp báo về cải cách thủ tục hành chính một lần?", "03 tháng/lần"),
        ("may thang hop bao ve cai cach thu tuc hanh chinh mot lan", "03 tháng/lần"),
    ],
)
def test_how_often_is_told_by_a_length_of_time_that_comes_round(assistant: Assistant, asked: str, told: str) -> None:
    assert told in assistant.ask(asked).answer


def test_how_often_is_not_told_by_how_many_times(assistant: Assistant) -> None:
    answer = assistant.ask("Bao lâu tổ chức cuộc họp chi hội một lần?")
    assert answer.abstained or "37 cuộc" not in answer.answer.partition("Báo cáo ghi")[0]


def test_what_is_at_least_so_many_leads_nothing(assistant: Assistant) -> None:
    assert "ít nhất 4 lớp" not in assistant.ask("Xã nào làm được nhiều đường nhất?").answer


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Xã nào làm được nhiều đường nhất?", "Xã nào làm được đường nhiều nhất?"),
        ("Có nhiều ý kiến thống nhất không?", "Có nhiều ý kiến thống nhất không?"),
        ("mấy tháng họp một lần", "bao lâu họp một lần"),
        ("Họp mấy tháng một lần?", "Họp bao lâu một lần?"),
        ("Chỉ số hài lòng nhích lên mấy điểm?", "Chỉ số hài lòng tăng mấy điểm?"),
        ("Chỉ số hài lòng rớt mất mấy hạng?", "Chỉ số hài lòng giảm mấy hạng?"),
        ("Mấy tháng chưa họp lần nào?", "Mấy tháng chưa họp lần nào?"),
        ("Kế hoạch số hóa gđ 2024-2027 số mấy?", "Kế hoạch số hóa giai đoạn 2024-2027 số mấy?"),
        ("GĐ sở là ai?", "GĐ sở là ai?"),
    ],
)
def test_a_turn_of_speech_is_read_as_the_plain_one(typed: str, plain: str) -> None:
    assert expand(typed) == plain


@pytest.mark.parametrize(
    ("short", "full"),
    [("sở TP", "sở Tư pháp"), ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"), ("thành phố TP", "thành phố TP")],
)
def test_a_department_is_called_by_its_initials(short: str, full: str) -> None:
    assert expand(f"{short} được mấy điểm") == f"{full} được mấy điểm"

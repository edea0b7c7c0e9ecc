"""Questions about the report itself: what its head and foot say, and what they leave blank."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.compose.documents.particulars import Particular, asked_particulars
from assistant.finding import Finder
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

NOW = ("vinh-trach-2024",)


@pytest.fixture(scope="module")
def assistant(sample_library: Library) -> Assistant:
    return Assistant(sample_library)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Ai ký báo cáo?", "Trịnh Hoài Sa"),
        ("Ai đứng tên ký báo cáo, giữ chức gì?", "Trịnh Hoài Sa"),
        ("Who signed the report?", "Trịnh Hoài Sa"),
        ("Báo cáo gửi cơ quan nào?", "Sở Nội vụ tỉnh Hà Châu"),
        ("Kính gửi ai?", "Sở Nội vụ"),
        ("Cơ quan nào ban hành báo cáo?", "VĨNH TRẠCH"),
        ("Nơi nhận gồm những ai?", "Lưu"),
    ],
)
def test_what_the_head_and_foot_say_is_told_and_cited(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question, reports=NOW)
    assert not answer.abstained
    assert words in answer.answer
    assert any(words in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    ("question", "blank"),
    [
        ("Báo cáo số bao nhiêu?", "Số của báo cáo được để trống."),
        ("Số của báo cáo là bao nhiêu?", "Số của báo cáo được để trống."),
        ("Số hiệu của báo cáo là gì?", "Số của báo cáo được để trống."),
        ("Báo cáo này ký ngày nào?", "Ngày ban hành của báo cáo được để trống."),
        ("What is the number of the report?", "The number of the report is left blank."),
    ],
)
def test_what_is_left_blank_is_said_to_be_blank(assistant: Assistant, question: str, blank: str) -> None:
    answer = assistant.ask(question, reports=NOW)
    assert answer.abstained
    assert blank in answer.notes
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "words"),
    [("Ai ký báo cáo?", "Trịnh Hoài Sa"), ("Nơi nhận gồm những ai?", "- Lưu: VT, NV.")],
)
def test_a_search_for_what_the_foot_says_leads_to_the_foot(sample_library: Library, question: str, words: str) -> None:
    report = sample_library.resolve(NOW[0])
    hits = Finder(sample_library).find(question, [report], limit=10)
    assert words in [hit.passage.text for hit in hits]
    assert all(hit.passage.report == report for hit in hits)


def test_a_number_that_a_page_prints_with_gaps_is_found_and_told_as_it_is_cited(
    tmp_path: Path, spelling_embedder: Embedder
) -> None:
    text = """UBND TỈNH HÀ CHÂU
SỞ XÂY DỰNG

Số: 61 /BC-SXD

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hà Châu, ngày 04 tháng 7 năm 2025

BÁO CÁO
Tình hình quản lý nhà ở xã hội 6 tháng đầu năm 2025

I. KẾT QUẢ

Toàn tỉnh bàn giao 85 căn hộ.
"""
    with Library.open(tmp_path, embedder=spelling_embedder) as library:
        library.add(read_bytes(text.encode(), "nha-o.txt"), text.encode(), "nha-o.txt")
        answer = Assistant(library).ask("Báo cáo tình hình quản lý nhà ở xã hội số mấy, ngày nào?")
    assert "61/BC-SXD" in answer.answer
    assert "04 tháng 7 năm 2025" in answer.answer
    assert not answer.abstained


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo của Sở Xây dựng về nhà ở, cấp nước năm 2031 có số, ngày nào?",
        "Số và ngày của báo cáo về nhà ở năm 2031?",
        "Báo cáo về nhà ở mang số và ngày tháng bao nhiêu?",
    ],
)
def test_number_and_day_may_be_asked_for_together(text: str) -> None:
    assert asked_particulars(understand(text, default_lexicon())) == [Particular.NUMBER, Particular.DATE]

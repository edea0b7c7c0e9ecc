"""Answers to questions of two things, long lists, and follow-ups on another index."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.asked.restating import compares
from assistant.claims import Turn
from assistant.question import understand
from assistant.words.terms import default_lexicon
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 95/BC-UBND
Sông Trăng, ngày 20 tháng 12 năm 2025

BÁO CÁO
Kết quả công tác dân vận chính quyền năm 2025

I. KẾT QUẢ
1. Ra quân đợt cao điểm “30 ngày, sạch đường, đẹp ngõ” vận động các hộ dọn rác ở tuyến kênh và trồng hoa hai bên \
đường làng, phát động ở mọi ấp trong huyện với sự tham gia của đoàn viên, hội viên, đến ngày 10/11/2025 đã có \
5.210/5.000 hộ tham gia, đạt 104,2% kế hoạch huyện giao cho các xã.
2. Tổ chức cuộc thi “Ấp văn minh” gắn với việc giữ gìn cảnh quan, nếp sống ở khu dân cư, nâng cao ý thức của người \
dân trong giữ gìn vệ sinh chung ở chợ, trường học, bến đò; hướng tới xây dựng xóm ấp đoàn kết, lấy sự đồng lòng của \
hộ dân làm thước đo kết quả.
3. Năm 2025 chỉ số cải cách hành chính của huyện đạt 84,5 điểm; chỉ số hài lòng của người dân đạt 93,12%.
4. Huyện nhân rộng 03 mô hình dân vận: (1) Mô hình “Tiếng kẻng bình yên” nhắc giờ giấc sinh hoạt, nhắc đóng cửa, \
nhắc trông nom người già, trẻ nhỏ và tài sản trong nhà vào ban đêm, tổ chức tuần tra theo ca của tổ tự quản có sự hỗ \
trợ của công an của xã Bình Hòa; (2) Mô hình “Bữa cơm nghĩa tình” nấu cơm cho người bệnh nghèo vào thứ hai, thứ tư, \
thứ sáu hằng tuần, vận động gạo, rau, củ của các tiểu thương ở chợ và bếp ăn của nhà chùa, có đoàn viên phục vụ của \
xã Long Điền; (3) Mô hình “Cây cầu nối xóm” vận động ngày công, vật tư, xi măng, cát đá của người dân và người con \
xa quê để bắc cầu bê tông thay cầu gỗ đã hư hỏng ở các kênh nội đồng của xã Tân Phước.
6. Thực hiện tốt việc công khai theo phương châm “dân biết, dân bàn” đối với các chủ trương của huyện, nghị quyết \
của HĐND về phát triển kinh tế - xã hội, các khoản đóng góp của dân ở cơ sở, việc xét chọn hộ khó khăn, việc hỗ trợ \
nhà ở, việc đền bù khi thu hồi đất, việc tuyển dụng, việc thi đua ở từng ấp, từng xã, từng cơ quan trong huyện; công \
khai quy hoạch, kế hoạch sử dụng đất, thủ tục hành chính, quyết toán, thông qua các hình thức như: dán tại nhà văn \
hóa ấp, đọc trên loa, nói ở buổi họp xóm.
5. Đơn phản ánh, kiến nghị: tổng cộng 26 đơn, đã giải quyết 26/26 đơn.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("two"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao.txt"), data, "bao-cao.txt")
        yield Assistant(library)


def test_a_name_and_a_share_are_both_shown(assistant: Assistant) -> None:
    answer = assistant.ask("Đợt cao điểm vận động các hộ dọn rác tên là gì và đạt bao nhiêu % kế hoạch?")
    assert "104,2%" in answer.answer
    assert "“30 ngày, sạch đường, đẹp ngõ”" in answer.answer


def test_both_ends_of_a_long_sentence_are_shown_where_both_are_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Cuộc thi “Ấp văn minh” gắn với việc gì và lấy gì làm thước đo kết quả?")
    assert "giữ gìn cảnh quan" in answer.answer
    assert "sự đồng lòng" in answer.answer


def test_long_members_are_shortened_and_still_say_whose_they_are(assistant: Assistant) -> None:
    answer = assistant.ask("Kể tên 03 mô hình dân vận được huyện nhân rộng, của xã nào?")
    assert len(answer.answer.split()) < 130
    assert all(n in answer.answer for n in ("Tiếng kẻng bình yên", "Bữa cơm nghĩa tình", "Cây cầu nối xóm"))
    assert all(n in answer.answer for n in ("Bình Hòa", "Long Điền", "Tân Phước"))


def test_what_leads_up_to_a_list_leaves_it_room(assistant: Assistant) -> None:
    answer = assistant.ask("Quy hoạch, kế hoạch sử dụng đất được công khai cho dân qua những hình thức nào?")
    assert all(words in answer.answer for words in ("nhà văn hóa ấp", "trên loa", "họp xóm"))


def test_another_index_is_told_in_its_own_measure(assistant: Assistant) -> None:
    history = (Turn("user", "Chỉ số cải cách hành chính của huyện năm 2025 được mấy điểm?"),)
    answer = assistant.ask("Còn chỉ số hài lòng thì sao?", history=history)
    assert answer.answer.startswith("93,12%")


def test_petitions_of_reflection_are_known_by_their_short_name(assistant: Assistant) -> None:
    assert "26" in assistant.ask("Đơn PAKN có mấy đơn?").answer


def test_to_meet_is_not_so_many_times_as_much() -> None:
    lexicon = default_lexicon()
    assert not compares(understand("Chủ tịch tiếp dân mấy lượt, gặp bao nhiêu người?", lexicon))
    assert compares(understand("Số hồ sơ gấp mấy lần năm trước?", lexicon))

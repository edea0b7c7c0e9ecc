"""The targets, requirements or criteria of a plan are told whole from under their heading, or by the matters named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SÔNG TRĂNG
Số: 63/KH-UBND
Sông Trăng, ngày 12 tháng 01 năm 2027

KẾ HOẠCH
Phát động phong trào thi đua trồng rừng ven biển năm 2027

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Khơi dậy ý thức giữ rừng của người dân.
b) Nhân rộng cách làm hay của các hợp tác xã.
2. Yêu cầu
a) Trồng cây nào phải chăm sóc cây ấy.
b) Không phô trương, lãng phí.

II. ĐỐI TƯỢNG THI ĐUA
1. Tập thể:
- Các sở, ban, ngành tỉnh.
- UBND các xã, phường.
2. Cá nhân: Người lao động của các lâm trường.

III. CHỈ TIÊU THI ĐUA NĂM 2027
1. Diện tích rừng trồng mới của tỉnh nằm trong nhóm 07 tỉnh, thành phố dẫn đầu cả nước.
2. Tỷ lệ che phủ rừng của toàn tỉnh đạt tối thiểu 21%; trong đó, tỷ lệ che phủ rừng ở các xã ven biển đạt tối thiểu 34%.
3. Tỷ lệ cây giống đạt chuẩn trên 88%.

IV. TIÊU CHUẨN KHEN THƯỞNG
1. Đối với tập thể
Tập thể được đề nghị khen thưởng phải đáp ứng các tiêu chí sau:
- Trồng ít nhất 05 ha rừng.
- Không để xảy ra cháy rừng.
2. Đối với cá nhân
Cá nhân được đề nghị khen thưởng phải đáp ứng các tiêu chí sau:
- Có sáng kiến ươm giống được công nhận.
- Chấp hành tốt nội quy lâm trường.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("sort"), spelling_embedder) as library:
        data = PLAN.encode()
        library.add(read_bytes(data, "63.txt"), data, "63.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Phong trào thi đua trồng rừng năm 2027 đặt ra những chỉ tiêu gì?", ("07 tỉnh", "34%", "88%"), ("05 ha",)),
        ("Nêu các chỉ tiêu của phong trào thi đua trồng rừng năm 2027", ("07 tỉnh", "21%", "88%"), ("nội quy",)),
        ("What targets does the 2027 emulation movement set?", ("07 tỉnh", "21%", "88%"), ("05 ha",)),
        (
            "Phong trào thi đua năm 2027 đặt ra các chỉ tiêu nào về tỷ lệ che phủ rừng?",
            ("21%", "34%"),
            ("05 ha",),
        ),
        ("Phong trào thi đua trồng rừng có những yêu cầu gì?", ("chăm sóc", "lãng phí"), ("ý thức giữ rừng",)),
        ("Mục đích của phong trào thi đua trồng rừng là gì?", ("ý thức", "hợp tác xã"), ("phô trương",)),
        ("Đối tượng thi đua gồm những ai?", ("các sở, ban", "UBND các xã", "lâm trường"), ("07 tỉnh",)),
        (
            "Cá nhân được đề nghị khen thưởng phải đáp ứng các tiêu chí nào?",
            ("ươm giống", "nội quy"),
            ("05 ha",),
        ),
    ],
)
def test_what_stands_under_the_heading_of_a_sort_is_told_whole(
    assistant: Assistant, question: str, told: tuple[str, ...], other: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(words.lower() in answer.answer.lower() for words in told), answer.answer
    assert not any(words in answer.answer for words in other), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Chỉ tiêu nào của phong trào thi đua trồng rừng năm 2027 chưa đạt?",
        "Phong trào thi đua trồng rừng năm 2024 đặt ra những chỉ tiêu gì?",
    ],
)
def test_what_became_of_targets_and_those_of_another_year_are_not_told_so(assistant: Assistant, question: str) -> None:
    assert "07 tỉnh" not in assistant.ask(question).answer

"""When a thing is, one sentence tells; a line that tells two parts of a question is shown once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Citation
from assistant.compose.citing import Draft
from ingest.pipeline import read_bytes
from ingest.report import Locator
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PLAN = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRĂNG
Số: 58/KH-UBND

KẾ HOẠCH
Phát động phong trào thi đua xây dựng nông thôn mới năm 2025

I. TỔ CHỨC THỰC HIỆN

1. Phong trào thi đua xây dựng nông thôn mới được phát động từ tháng 3/2025.
2. Quý I/2026, các xã đánh giá kết quả thực hiện phong trào thi đua và bình xét khen thưởng gắn với kết quả xây dựng \
nông thôn mới của từng xã.
3. Phòng Nội vụ tham mưu Ủy ban nhân dân huyện đánh giá kết quả phong trào thi đua gắn với công tác nông thôn mới năm \
2025 và lồng ghép vào báo cáo định kỳ của huyện để tổng hợp chung.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("when"), spelling_embedder) as library:
        data = PLAN.encode()
        library.add(read_bytes(data, "ke-hoach-58.txt"), data, "ke-hoach-58.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    "question",
    [
        "When are the results of the new-rural emulation movement of the district then assessed?",
        "Khi nào thì các xã đánh giá kết quả phong trào thi đua gắn với công tác nông thôn mới?",
    ],
)
def test_a_time_is_told_by_one_sentence(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "Quý I/2026" in answer.answer
    assert len(answer.citations) == 1


def test_a_claim_that_tells_two_parts_of_a_question_is_said_once() -> None:
    drafts = [Draft(), Draft()]
    for draft in drafts:
        draft.citations.append(
            Citation(1, "Xã Tân Lộc đạt 41 điểm", Locator("r1", "s1", "", None, None, None, "b1", 0, 22))
        )
        draft.say("Báo cáo ghi: “Xã Tân Lộc đạt 41 điểm”", 1)
    drafts[1].say("41 điểm", 1)
    drafts[0].join(drafts[1])
    assert [claim.text for claim in drafts[0].claims] == ["Báo cáo ghi: “Xã Tân Lộc đạt 41 điểm”", "41 điểm"]

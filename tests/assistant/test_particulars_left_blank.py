"""Questions on the head and foot of two reports of one month: whose signature, whether there is a number at all, up to
which hour and over which time the figures count, and to whom the report goes that only its last sentence says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

CENTRE = """VĂN PHÒNG UBND TỈNH
TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG
Số:      /BC-HCC
Trà Sú, ngày      tháng 5 năm 2027

BÁO CÁO
Kết quả chấm điểm chất lượng phục vụ tháng 5 năm 2027

I. KẾT QUẢ
1. Tỉnh đạt 81,2 điểm, số liệu tính từ ngày 01/5/2027 đến ngày 20/5/2027.
Trên đây là báo cáo kết quả tính đến 9h30 ngày 21/5/2027. Trung tâm xin báo cáo lãnh đạo UBND tỉnh./.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Lâm Thị Sen
"""
HOME = """UBND TỈNH TRÀ SÚ
SỞ NỘI VỤ
Số: 31/BC-SNV
Trà Sú, ngày 25 tháng 5 năm 2027

BÁO CÁO
Tình hình thực hiện các chỉ số cải cách hành chính năm 2027

I. KẾT QUẢ
1. Tỉnh đã thực hiện 12/20 nhiệm vụ.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Trương Văn Đước
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("heads"), spelling_embedder) as library:
        for name, text in (("hcc.txt", CENTRE), ("snv.txt", HOME)):
            library.add(read_bytes(text.encode(), name), text.encode(), name)
        yield Assistant(library)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Báo cáo chấm điểm chất lượng phục vụ tháng 5/2027 của Trung tâm Phục vụ hành chính công đã có số chưa?",
         "Không: số của báo cáo được để trống"),
        ("Ai ký báo cáo tháng 5/2027 về tình hình thực hiện các chỉ số cải cách hành chính?", "Trương Văn Đước"),
        ("Số liệu trong báo cáo chấm điểm của Trung tâm Phục vụ hành chính công chốt lúc mấy giờ, ngày nào?",
         "9h30 ngày 21/5/2027"),
        ("Số liệu báo cáo chấm điểm chất lượng phục vụ tính từ ngày nào đến ngày nào?", "từ ngày 01/5/2027 đến"),
        ("To whom is the Public Administration Service Centre report submitted?", "lãnh đạo UBND tỉnh"),
    ],
)  # fmt: skip
def test_tells_the_head(assistant: Assistant, asked: str, told: str) -> None:
    """Each is told of the report that the question speaks of."""
    answer = assistant.ask(asked)
    assert not answer.abstained
    assert told in answer.answer

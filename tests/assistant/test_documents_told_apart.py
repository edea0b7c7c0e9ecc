"""Questions on the documents that a district's report cites: all of one issuer or time, which of two was first, what
one goes on with, under which the report itself is made, and none that is only near to the one asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN BÀU TRẮM
Số: 118/BC-UBND

BÁO CÁO
Kết quả công tác văn thư, lưu trữ năm 2027

Thực hiện Công văn số 745/SNV-VTLT ngày 18/10/2027 của Sở Nội vụ về việc báo cáo công tác văn thư và Kế hoạch số
12/KH-UBND ngày 09/01/2027 của UBND huyện về cải cách hành chính năm 2027, Ủy ban nhân dân huyện báo cáo như sau:

I. CHỈ ĐẠO
1. Huyện ủy ban hành Kế hoạch số 31-KH/HU ngày 14/02/2026 về số hóa tài liệu lưu trữ; UBND huyện ban hành Kế hoạch số
205/KH-UBND ngày 21/3/2027 về số hóa tài liệu lưu trữ năm 2027, tiếp tục thực hiện Kế hoạch số 88/KH-UBND ngày
05/5/2025 của UBND huyện về chỉnh lý tài liệu tồn đọng.
2. Phòng Nội vụ ban hành Công văn số 64/NV ngày 06/4/2027 về nộp lưu hồ sơ. Đoàn thanh tra làm việc theo Quyết định số
319/QĐ-UBND ngày 02/6/2027 của UBND huyện ban hành Kế hoạch kiểm tra công tác văn thư, theo đó
kiểm tra 07 phòng; các xã tự kiểm tra.
UBND huyện đang xem xét việc thành lập kho lưu trữ chung (Báo cáo số 9/BC-PNV ngày 11/6/2027 của Phòng Nội vụ). Nghị
quyết số 14/NQ-HĐND ngày 20/6/2027 của HĐND huyện về miễn phí khai thác tài liệu có hiệu lực từ ngày 01/8/2027.
3. Công tác thi đua được quan tâm. Huyện ủy ban hành Kế hoạch số 47-KH/HU ngày 30/7/2027 về văn hóa đọc.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("papers"), spelling_embedder) as library:
        data = REPORT.encode()
        library.add(read_bytes(data, "bao-cao-118.txt"), data, "bao-cao-118.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("asked", "told", "not_told"),
    [
        ("Liệt kê các kế hoạch do Huyện ủy ban hành", ("31-KH/HU", "47-KH/HU"), ("205/KH-UBND",)),
        ("Báo cáo viện dẫn những văn bản nào ban hành năm 2027?", ("205/KH-UBND", "319/QĐ-UBND"), ("88/KH-UBND",)),
        ("Kế hoạch nào của UBND huyện ban hành năm 2025?", ("88/KH-UBND",), ("205/KH-UBND",)),
        ("Kế hoạch số hóa của UBND huyện ban hành trước hay sau kế hoạch số hóa của Huyện ủy?",
         ("sau ngày 14/2/2026", "205/KH-UBND", "31-KH/HU"), ()),
        ("Số hóa tài liệu lưu trữ: kế hoạch của Huyện ủy và của UBND huyện, cái nào ra trước?",
         ("Trước: Kế hoạch số 31-KH/HU", "Sau: Kế hoạch số 205/KH-UBND"), ()),
        ("Kế hoạch số hóa tài liệu lưu trữ năm 2027 nối tiếp kế hoạch nào?", ("88/KH-UBND",), ("31-KH/HU",)),
        ("Which earlier plan does the district's 2027 plan on digitising archives continue?", ("88/KH-UBND",), ()),
        ("Báo cáo công tác văn thư năm 2027 của huyện lập theo công văn nào?", ("745/SNV-VTLT",), ("64/NV",)),
        ("Kế hoạch chỉnh lý tài liệu và kế hoạch văn hóa đọc lần lượt mang số nào?", ("88/KH-UBND", "47-KH/HU"),
         ("205/KH-UBND",)),
        ("Quyết định nào ban hành kế hoạch kiểm tra văn thư, kiểm tra bao nhiêu phòng?",
         ("319/QĐ-UBND", "07 phòng"), ()),
        ("Việc thành lập kho lưu trữ chung nêu trong báo cáo nào của Phòng Nội vụ?", ("9/BC-PNV",), ("xem xét",)),
        ("Nghị quyết miễn phí khai thác tài liệu số mấy, hiệu lực từ ngày nào?", ("14/NQ-HĐND", "01/8/2027"), ()),
        ("Under which decision, and of what date, was the inspection plan issued?",
         ("319/QĐ-UBND", "2/6/2027"), ()),
        ("Which decision approved the inspection plan?", ("319/QĐ-UBND",), ("205/KH-UBND",)),
    ],
)  # fmt: skip
def test_tells_the_documents(
    assistant: Assistant, asked: str, told: tuple[str, ...], not_told: tuple[str, ...]
) -> None:
    """Each question is answered by the documents it means, and by no others."""
    answer = assistant.ask(asked)
    assert not answer.abstained
    assert all(text in answer.answer for text in told)
    assert not any(text in answer.answer for text in not_told)


@pytest.mark.parametrize(
    "asked",
    ["Quyết định phê duyệt Kế hoạch số 31-KH/HU của Huyện ủy mang số bao nhiêu?",
     "Quyết định thành lập đoàn thanh tra năm 2027 số mấy?", "Huyện viện dẫn nghị định nào về số hóa tài liệu lưu trữ?",
     "Kế hoạch thi đua năm 2027 của huyện số mấy?", "Kế hoạch của Huyện ủy về bình đẳng giới và kế hoạch số "
     "hóa của UBND huyện, kế hoạch nào ban hành trước?"],
)  # fmt: skip
def test_tells_none_that_is_near(assistant: Assistant, asked: str) -> None:
    """A document on another matter, of a like title, answers nothing."""
    assert assistant.ask(asked).abstained

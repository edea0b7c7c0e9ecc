"""Two documents asked for in one breath, tied to one another; a document, and something that no document is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒNG PHAO
Số: 44/BC-UBND

BÁO CÁO
Kết quả phòng cháy chữa cháy rừng năm 2031

I. CHỈ ĐẠO
Huyện ủy ban hành Kế hoạch số 12-KH/HU ngày 03/02/2031 về bảo vệ rừng mùa khô, thực hiện Nghị quyết số 08-NQ/TU ngày \
11/11/2030 của Tỉnh ủy về phát triển lâm nghiệp. Ủy ban nhân dân huyện ban hành Kế hoạch số 305/KH-UBND ngày \
09/02/2031 về bảo vệ rừng và chòi canh lửa năm 2031.
Ủy ban nhân dân huyện ban hành Kế hoạch số 417/KH-UBND ngày 20/02/2031 về siết kỷ luật trực gác chòi canh. Huyện yêu \
cầu các xã quán triệt Chỉ thị số 19/CT-TTg ngày 05/6/2029 của Thủ tướng Chính phủ.

II. KẾT QUẢ
Quyết định số 633/QĐ-UBND ngày 02/3/2031 thành lập Đoàn kiểm tra kho vật tư chữa cháy. Đoàn đã kiểm tra kho vật tư \
chữa cháy tại các đơn vị: Hạt Kiểm lâm; Văn phòng Huyện ủy; Phòng Nông nghiệp; Phòng Tài chính.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("two-documents-tied"), spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "bao-cao.txt"), REPORT.encode(), "bao-cao.txt")
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kế hoạch bảo vệ rừng của Huyện ủy số mấy, thực hiện nghị quyết nào?", ("12-KH/HU", "08-NQ/TU")),
        ("Kế hoạch siết kỷ luật trực gác chòi canh số mấy, quán triệt theo chỉ thị nào?", ("417/KH-UBND", "19/CT-TTg")),
    ],
)
def test_both_documents_are_told(assistant: Assistant, question: str, told: tuple[str, str]) -> None:
    answer = assistant.ask(question).answer
    assert all(number in answer for number in told)
    assert "305/KH-UBND" not in answer


def test_what_is_asked_beside_a_document_is_told_and_no_other_document(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Đoàn kiểm tra kho vật tư chữa cháy được thành lập theo quyết định nào, và những phòng nào được kiểm tra kho?"
    ).answer
    assert "633/QĐ-UBND" in answer
    assert "Phòng Nông nghiệp" in answer
    assert "KH-UBND" not in answer

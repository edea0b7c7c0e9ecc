"""A plan to compete in a work, and a report on indices: whom a plan is for, under what it is made, who pays, which
plan of which year is meant, and what is to be done about what falls short."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

_BLANK = "TỈNH HẢI SẬY</p><p>Số:      /KH-UBND</p><p>Hải Sậy, ngày     tháng    năm 2031</p>"
PLAN = f"""<!DOCTYPE html><html><body><p>ỦY BAN NHÂN DÂN</p><p>{_BLANK}
<p style="text-align:center"><b>KẾ HOẠCH</b></p>
<p style="text-align:center"><b>Phát động phong trào thi đua cải cách hành chính năm 2031</b></p>
<p>Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;</p>
<p>Căn cứ Nghị quyết số 12/NQ-CP ngày 02/02/2030 của Chính phủ;</p>
<p>Căn cứ Kế hoạch số 77/KH-UBND ngày 20/12/2030 của UBND tỉnh Hải Sậy về cải cách hành chính năm 2031;</p>
<p>UBND tỉnh phát động phong trào thi đua như sau:</p>
<p><b>I. ĐỐI TƯỢNG</b></p><p>1. Đối tượng thi đua</p><p>a) Tập thể:</p><p>- Các sở, ngành.</p>
<p>- Các trạm, trại trực thuộc.</p><p>b) Cá nhân: Công chức, viên chức và người lao động.</p>
<p><b>II. CHỈ TIÊU</b></p><p>1. Chỉ số hài lòng SAT của các sở năm 2031 thuộc nhóm 07 sở dẫn đầu.</p>
<p><b>III. KINH PHÍ THỰC HIỆN</b></p>
<p>Kinh phí tổ chức phong trào thi đua sử dụng từ khoản chi thường xuyên của đơn vị;
nguồn kinh phí hợp pháp khác do đơn vị tự huy động.</p>
<p style="text-align:right"><b>CHỦ TỊCH</b></p><p style="text-align:right"><b>Nguyễn Văn Mẫu</b></p></body></html>"""
REPORT = """<!DOCTYPE html><html><body><p>UBND TỈNH HẢI SẬY</p><p>SỞ NỘI VỤ</p><p>Số: 90/BC-SNV</p>
<p>Hải Sậy, ngày 28 tháng 11 năm 2030</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Tình hình thực hiện các chỉ số năm 2030</b></p>
<p>Sở Nội vụ báo cáo các chỉ số (cập nhật kết quả đến ngày 24/11/2030) như sau:</p>
<p><b>I. KẾT QUẢ</b></p><p>1. UBND tỉnh ban hành Kế hoạch số 31/KH-UBND ngày 15/7/2030 về cải cách hành chính năm 2030
với chủ đề “Gọn bộ máy, nhanh thủ tục; lấy dân làm gốc, lấy đồng thuận làm thước đo của mọi cơ quan trong tỉnh”.</p>
<p>2. Tính đến ngày 24/11/2030, tỷ lệ số hóa hồ sơ đạt 64%.</p>
<p>3. Ngày 05/3/2030, Bộ Nội vụ đã ban hành Kế hoạch chấm điểm chỉ số cải cách của các tỉnh, theo đó các tỉnh nộp bản
tự chấm trong tháng 01/2031, Bộ Nội vụ công bố điểm chỉ số cải cách của các tỉnh vào tháng 5/2031.</p>
<p>4. 100% xã, phường xếp loại Tốt về trả kết quả tại nhà.</p>
<p>5. Sau khi bộ câu hỏi mới được ban hành, Trung tâm Khảo sát tỉnh sẽ chủ trì, phối hợp với các sở, ban, ngành, các hội
nghề nghiệp, các doanh nghiệp vừa và nhỏ, các trường, trạm, trại cùng các tổ chức có liên quan ở ba vùng đất cũ,
phân công người theo dõi từng nơi, tham mưu UBND tỉnh xây dựng kế hoạch nâng cao chỉ số hài lòng năm 2031 và các năm
kế tiếp.</p>
<p><b>II. TỒN TẠI</b></p><p>1. Còn 05/90 góp ý của hợp tác xã chưa được trả lời.</p>
<p>Giải pháp khắc phục: Giao Trung tâm Khảo sát tỉnh gửi phiếu hỏi lại từng hợp tác xã trong tháng 12/2030.</p>
<p style="text-align:right"><b>GIÁM ĐỐC</b></p><p style="text-align:right"><b>Trần Văn Thử</b></p></body></html>"""
OTHER = """<!DOCTYPE html><html><body><p>UBND TỈNH HẢI SẬY</p><p>Số: 55/BC-UBND</p>
<p>Hải Sậy, ngày 30 tháng 11 năm 2030</p><p style="text-align:center"><b>BÁO CÁO</b></p>
<p style="text-align:center"><b>Kết quả chuyển đổi số tháng 11 năm 2030</b></p>
<p>1. Tỷ lệ số hóa hồ sơ đạt 71%.</p>
<p style="text-align:right"><b>CHỦ TỊCH</b></p><p style="text-align:right"><b>Lê Văn Thí</b></p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("plan"), spelling_embedder) as library:
        for name, page in (("ke-hoach.html", PLAN), ("bao-cao-90.html", REPORT), ("bao-cao-55.html", OTHER)):
            library.add(read_bytes(page.encode(), name), page.encode(), name)
        yield Assistant(library)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Kế hoạch cải cách hành chính năm 2030 số mấy, ban hành ngày nào?", ("31/KH-UBND", "15/7/2030"), "77/KH"),
        ("Kế hoạch cải cách hành chính năm 2031 số mấy, ban hành ngày nào?", ("77/KH-UBND", "20/12/2030"), "31/KH"),
        ("Kế hoạch phát động thi đua năm 2031 căn cứ vào những văn bản nào?", ("12/NQ-CP", "77/KH-UBND"), "31/KH"),
        ("Những tập thể nào là đối tượng thi đua cải cách hành chính?", ("sở, ngành", "trạm, trại"), "Công chức"),
        ("Cá nhân nào được tham gia thi đua cải cách hành chính?", ("Công chức, viên chức",), "trạm, trại"),
        (
            "Kinh phí tổ chức phong trào thi đua lấy từ những nguồn nào?",
            ("chi thường xuyên", "hợp pháp khác"),
            "khen thưởng ngày",
        ),
        (
            "Chủ đề của kế hoạch cải cách hành chính năm 2030 là gì?",
            ("Gọn bộ máy, nhanh thủ tục", "mọi cơ quan trong tỉnh"),
            "31/KH",
        ),
        ("Tỷ lệ số hóa hồ sơ đến ngày 24/11/2030 là bao nhiêu?", ("64%",), "71%"),
        ("Báo cáo các chỉ số cập nhật kết quả đến ngày nào?", ("24/11/2030",), "28"),
        (
            "Bộ Nội vụ ban hành kế hoạch chấm điểm chỉ số cải cách của các tỉnh vào ngày nào?",
            ("05/3/2030",),
            "01/2031…",
        ),
        ("Bao nhiêu xã, phường xếp loại Tốt về trả kết quả tại nhà?", ("100%",), "64"),
        (
            "Đơn vị nào chủ trì tham mưu xây dựng kế hoạch nâng cao chỉ số hài lòng?",
            ("Trung tâm Khảo sát tỉnh", "nâng cao chỉ số hài lòng"),
            "hợp tác xã",
        ),
        ("Giải pháp nào cho 05 góp ý của hợp tác xã chưa được trả lời?", ("gửi phiếu hỏi lại",), "64%"),
    ],
)
def test_each_thing_is_told_from_its_place(
    assistant: Assistant, question: str, said: tuple[str, ...], unsaid: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(part in answer.answer for part in said)
    assert unsaid not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Chỉ số hài lòng XYZ của các sở năm 2031 thuộc nhóm bao nhiêu sở dẫn đầu?",
        "How many suggestions did cooperatives of Bến Lở leave unanswered?",
    ],
)
def test_what_is_of_another_index_place_or_paper_is_not_told(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained

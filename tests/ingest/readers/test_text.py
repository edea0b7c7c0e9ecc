import re
from collections import Counter

import pytest
from fuzzing import LONGER
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import UnreadableFile
from ingest.flow import Grid, Paragraph
from ingest.readers.text import read_text


def read(text):
    return read_text(text.encode("utf-8"), "bao-cao.txt")


def paragraphs(flow):
    return [p.text for p in flow.pieces if isinstance(p, Paragraph)]


def doubled(*lines):
    """Lines as a careless tool sets them: a blank line after each."""
    return "\n\n".join(line + " " for line in lines) + "\n"


BODY = (
    "Công tác tiếp công dân tiếp tục được thực hiện tốt, trong năm đã tiếp nhận và",
    "xử lý kịp thời các kiến nghị, phản ánh của người dân trên địa bàn toàn huyện, bảo",
    "đảm đúng trình tự, thủ tục theo quy định; các cơ quan, đơn vị đã niêm yết công khai",
    "lịch tiếp công dân tại trụ sở, bố trí cán bộ có kinh nghiệm làm nhiệm vụ, chuẩn bị",
    "đầy đủ hồ sơ, tài liệu và trang thiết bị cần thiết để phục vụ người dân khi đến liên",
    "hệ; kết quả giải quyết được thông báo bằng văn bản đến từng người theo đúng thời",
    "hạn.",
)


def test_lines_become_paragraphs_and_wrapped_headings_one_heading():
    flow = read(
        doubled(
            "II. SỰ QUAN TÂM LÃNH ĐẠO, CHỈ ĐẠO CỦA CẤP ỦY ĐẢNG VỀ",
            "CÔNG TÁC VẬN ĐỘNG",
            "1. Việc tuyên truyền, triển khai thực hiện công tác vận động tại các cơ",
            "quan, đơn vị",
            *BODY,
            "2. Khó khăn",
            "Một đoạn ngắn.",
        )
    )
    assert paragraphs(flow) == [
        "II. SỰ QUAN TÂM LÃNH ĐẠO, CHỈ ĐẠO CỦA CẤP ỦY ĐẢNG VỀ CÔNG TÁC VẬN ĐỘNG",
        "1. Việc tuyên truyền, triển khai thực hiện công tác vận động tại các cơ quan, đơn vị",
        " ".join(BODY),
        "2. Khó khăn",
        "Một đoạn ngắn.",
    ]


NOTED = (
    doubled(*BODY)
    + "Trong năm đã tiếp 315 lượt, 320 người, 318 vụ việc\n1\n. Tổng số đơn là 64 đơn, đã giải \n\n"
    + "quyết 60 đơn, còn tồn 04 đơn\n2\n; năm 2023 \n\n"
    + " " * 49
    + "\n1\n Trong đó: Chủ tịch tiếp 23 lượt; cán bộ tiếp công dân tiếp 292 lượt. \n\n"
    + "2\n Đơn khiếu nại: 40 đơn; đơn phản ánh, kiến nghị: 24 đơn. \n"
    + " còn tồn 07 đơn. \n\n"
    + doubled(*BODY)
)


def test_markers_alone_on_a_line_hang_on_the_word_before_and_cut_sentences_are_whole():
    flow = read(NOTED)
    text = next(p for p in flow.pieces if isinstance(p, Paragraph) and p.marks)
    assert (
        "318 vụ việc. Tổng số đơn là 64 đơn, đã giải quyết 60 đơn, còn tồn 04 đơn; năm 2023 còn tồn 07 đơn."
        in text.text
    )
    assert [(text.text[: m.offset].split()[-1], m.label) for m in text.marks] == [("việc", "1"), ("đơn", "2")]
    assert [(n.label, n.text) for n in flow.notes] == [
        ("1", "Trong đó: Chủ tịch tiếp 23 lượt; cán bộ tiếp công dân tiếp 292 lượt."),
        ("2", "Đơn khiếu nại: 40 đơn; đơn phản ánh, kiến nghị: 24 đơn."),
    ]


def test_a_marker_glued_to_its_word_is_taken_out_only_where_its_note_follows_on_the_page():
    page = "Đã tiếp 517 vụ việc1. Tổng số 83 đơn ở khu H5.\n\n1 Trong đó: Chủ tịch tiếp 23 lượt.\n"
    flow = read(page + "\fTrang sau nói về vụ việc2.\n")
    assert paragraphs(flow) == ["Đã tiếp 517 vụ việc. Tổng số 83 đơn ở khu H5.", "Trang sau nói về vụ việc2."]
    assert [n.text for n in flow.notes] == ["Trong đó: Chủ tịch tiếp 23 lượt."]
    assert flow.pages == 2


def test_a_year_alone_on_a_line_and_a_square_metre_are_no_markers():
    flow = read(doubled("VI. PHƯƠNG HƯỚNG, NHIỆM VỤ CÔNG TÁC VẬN ĐỘNG CHÍNH QUYỀN NĂM", "2025", *BODY))
    assert paragraphs(flow)[0].endswith("NĂM 2025")
    assert flow.notes == ()


def test_links_rules_and_page_numbers_are_dropped_and_words_kept():
    flow = read("Một đoạn văn.\nhttp://thu-vien.example/van-ban?id=26\n__________\n1\n\fĐoạn hai.\n2\n\fĐoạn ba.\n3\n")
    assert paragraphs(flow) == ["Một đoạn văn.", "Đoạn hai.", "Đoạn ba."]
    assert [p.page for p in flow.pieces] == [1, 2, 3]


def test_a_linearised_table_with_two_header_rows_is_set_up_again():
    flow = read(
        doubled(*BODY)
        + doubled("1. Xử lý đơn", "Tiếp nhận, giải quyết", "Đánh giá chung (so sánh", "số lượng tăng, giảm)").rstrip(
            "\n"
        )
        + "\n"
        + doubled(
            "Số đơn đã",
            "tiếp nhận",
            "Số đơn thuộc",
            "thẩm quyền",
            "Số đơn đã",
            "giải quyết",
            "Số đơn tồn",
            "đọng",
            "1. Đơn của cán bộ, công chức",
            "0 0 0 0",
            "2. Đơn của công dân",
            "83 83 80 03 Số đơn tăng 09 đơn",
            "so với cùng kỳ",
            "2. Kết quả khác",
            *BODY,
        )
    )
    grid = next(p for p in flow.pieces if isinstance(p, Grid))
    at = {(c.row, c.column): c for c in grid.cells}
    assert (grid.rows, grid.columns, grid.header_rows) == (6, 5, 2)
    assert (at[0, 0].text, at[0, 0].columns) == ("Tiếp nhận, giải quyết", 4)
    assert (at[0, 4].text, at[0, 4].rows) == ("Đánh giá chung (so sánh số lượng tăng, giảm)", 2)
    assert [at[1, i].text for i in range(4)] == [
        "Số đơn đã tiếp nhận", "Số đơn thuộc thẩm quyền", "Số đơn đã giải quyết", "Số đơn tồn đọng",
    ]  # fmt: skip
    assert [at[3, i].text for i in range(5)] == ["0", "0", "0", "0", ""]
    assert (at[4, 0].text, at[4, 0].columns) == ("2. Đơn của công dân", 5)
    assert [at[5, i].text for i in range(5)] == ["83", "83", "80", "03", "Số đơn tăng 09 đơn so với cùng kỳ"]
    assert "2. Kết quả khác" in paragraphs(flow)


def test_well_behaved_text_keeps_its_paragraphs():
    text = (
        "BÁO CÁO\nKết quả công tác quý I năm 2025\n\nĐoạn thứ nhất rất dài "
        + "và dài " * 60
        + "thật.\nĐoạn thứ hai.\n- Mục một;\n- Mục hai.\n"
    )
    assert paragraphs(read(text))[2:] == [
        "Đoạn thứ nhất rất dài " + "và dài " * 60 + "thật.",
        "Đoạn thứ hai.",
        "- Mục một;",
        "- Mục hai.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_the_encoding_is_seen_from_the_bytes(encoding):
    text = "Ủy ban nhân dân huyện báo cáo kết quả năm 2024.\n"
    assert paragraphs(read_text(text.encode(encoding), "a.txt")) == [text.strip()]


def test_bytes_of_before_unicode_are_read():
    coded = "Trong n¨m 2024, ñy ban nh©n d©n huyÖn ®· tiÕp nhËn 120 ®¬n khiÕu n¹i cña c«ng d©n.".encode("latin-1")
    assert paragraphs(read_text(coded, "cu.txt")) == [
        "Trong năm 2024, ủy ban nhân dân huyện đã tiếp nhận 120 đơn khiếu nại của công dân."
    ]


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, b" \n \n\f"])
def test_what_is_no_text_is_refused_in_one_sentence(data):
    with pytest.raises(UnreadableFile, match=r"^Tệp x\.txt .*\.$"):
        read_text(data, "x.txt")


LINE = st.lists(
    st.sampled_from(
        [
            "Đã",
            "tiếp",
            "nhận",
            "12",
            "1",
            "2",
            "3",
            "đơn,",
            "4,5%",
            "xã",
            "Tân.",
            "I.",
            "1.",
            "a)",
            "-",
            "(1)",
            "Phụ",
            "lục",
            "TM.",
            "NĂM",
            "Số:",
            "http://a",
            "2024",
        ]
    ),
    max_size=14,
).map(" ".join)


@pytest.mark.fuzz
@settings(max_examples=150 * LONGER, deadline=None)
@given(st.lists(LINE, min_size=1, max_size=40), st.sampled_from(["\n", "\n\n", " \n\n", "\n\f"]))
def test_no_word_is_lost_but_markers_and_furniture(lines, border):
    text = border.join(lines)
    if not text.split():
        return
    flow = read(text)
    kept = (
        " ".join(p.text if isinstance(p, Paragraph) else " ".join(c.text for c in p.cells) for p in flow.pieces)
        + " "
        + " ".join(n.text for n in flow.notes)
    )
    for p in flow.pieces:
        if isinstance(p, Paragraph):
            assert all(0 <= m.offset <= len(p.text) for m in p.marks)

    def words(t):
        return Counter(re.findall(r"[^\W\d_]+", re.sub(r"http\S+", " ", t)))

    repeated = {line.strip() for line in lines if lines.count(line) >= 2}  # may be running heads
    lost = words(text) - words(kept)
    assert all(any(word in line for line in repeated) for word in lost)


SHORT_REPORT = """I. KẾT QUẢ

1. Tiếp công dân

Trong tháng, toàn huyện đã tiếp 116 lượt, 127 người, giảm 04 lượt so với tháng

5 năm 2025. Trong đó, cấp huyện tiếp 39 lượt, 44 người
1
; Ủy ban nhân dân các xã, thị trấn tiếp 77 lượt, 83 người (chi tiết tại Phụ

lục). Không phát sinh đoàn đông người, các buổi tiếp đều có biên bản được lưu

giữ tại trụ sở và được thông báo đến người dân.

1
 Chủ tịch Ủy ban nhân dân huyện tiếp định kỳ 05 lượt; Ban Tiếp công dân tiếp thường xuyên

34 lượt.

 II. GIẢI QUYẾT ĐƠN

1. Đơn thuộc thẩm quyền

Số đơn thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân huyện là 11 đơn, đã giải

quyết 10 đơn, đạt tỷ lệ 90,91%, còn 01 đơn đang giải quyết
2
. Qua giải quyết đã kiến nghị chi trả cho công dân 30 triệu đồng, các quyết

định đều được thi hành đúng thời hạn và được theo dõi trên phần mềm của

huyện cùng với kết quả hòa giải ở cơ sở.

2
 Kết quả: khiếu nại 3/3 đơn; kiến nghị, phản ánh 7/7 đơn.

 III. NHIỆM VỤ

1. Ban Tiếp công dân huyện chủ trì, phối hợp các phòng tham mưu giải quyết

dứt điểm 01 đơn còn tồn trước ngày 15/7/2025.

2. Ủy ban nhân dân các xã, thị trấn cập nhật đầy đủ đơn thư lên phần mềm theo

dõi trước ngày 25 hằng tháng.

Nơi nhận:
- Như trên;
- Lưu: VT.
 Phụ lục

KẾT QUẢ TIẾP CÔNG DÂN CỦA CÁC XÃ
(Kèm theo Báo cáo tháng 6)
TT  Đơn vị         Số lượt tiếp  Đơn tiếp nhận
1   Xã Tân Lộc     40            03
2   Xã Phú Hưng    37            04
    Tổng cộng      77            07
"""


def test_a_short_report_whose_page_breaks_are_lost_in_part_keeps_its_notes_apart_and_its_paragraphs_whole():
    flow = read(SHORT_REPORT)
    assert [note.text for note in flow.notes] == [
        "Chủ tịch Ủy ban nhân dân huyện tiếp định kỳ 05 lượt; Ban Tiếp công dân tiếp thường xuyên 34 lượt.",
        "Kết quả: khiếu nại 3/3 đơn; kiến nghị, phản ánh 7/7 đơn.",
    ]
    said = paragraphs(flow)
    assert "II. GIẢI QUYẾT ĐƠN" in said and "III. NHIỆM VỤ" in said
    assert any("so với tháng 5 năm 2025. Trong đó, cấp huyện tiếp 39 lượt, 44 người; Ủy ban" in p for p in said)
    assert any(p.endswith("cập nhật đầy đủ đơn thư lên phần mềm theo dõi trước ngày 25 hằng tháng.") for p in said)

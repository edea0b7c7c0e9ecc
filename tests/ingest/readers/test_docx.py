"""DOCX: the body in order, its pages and looks; what was deleted or is furniture left out."""

from __future__ import annotations

from docx_flows import anchored, grid, paragraph, read, texts
from docx_maker import app, make_docx, note_ref, notes, p, r, shape, styles, tbl, tc, tr

from ingest.flow import Grid, Paragraph
from ingest.readers.docx import read_docx

# Order and white space


def test_paragraphs_and_tables_keep_the_order_of_the_body():
    flow = read("Một", tbl(tr("a", "b"), tr("c", "d")), "Hai", "", "Ba")
    assert [p.text if isinstance(p, Paragraph) else p.rows for p in flow.pieces] == ["Một", 2, "Hai", "Ba"]


def test_tabs_breaks_and_doubled_spaces_become_one_space():
    assert texts(read(p(r("Số:  "), "<w:r><w:tab/><w:t>12</w:t><w:br/><w:t>hồ sơ\n mới</w:t></w:r>"))) == [
        "Số: 12 hồ sơ mới"
    ]


def test_words_split_over_runs_are_whole():
    assert texts(read(p(r("26.2"), r("47 hồ s"), r("ơ")))) == ["26.247 hồ sơ"]


def test_a_letter_and_its_tone_in_two_runs_are_one_letter():
    flow = read(p(r("Uỷ ban thi\u00ea"), r("\u0301u "), note_ref(1), r("nhi")), footnotes=notes({1: "Ghi"}))
    assert flow.pieces[0].text == "Uỷ ban thiếu nhi"
    assert anchored(paragraph(flow)) == [("1", "thiếu")]


def test_damaged_letters_are_repaired():
    assert texts(read("TƢ TƢỞNG đơn thƣ")) == ["TƯ TƯỞNG đơn thư"]


def test_text_in_an_old_vietnamese_font_becomes_unicode():
    font = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    assert texts(read(p(r("Céng hoµ x· héi chñ nghÜa", font)))) == ["Cộng hoà xã hội chủ nghĩa"]


def test_line_breaks_before_items_part_paragraphs_and_others_do_not():
    runs = "<w:r><w:t>Gồm:</w:t><w:br/><w:t>- Một là</w:t><w:br/><w:t>làm tốt;</w:t><w:br/><w:t>- Hai là</w:t></w:r>"
    assert texts(read(p(runs))) == ["Gồm:", "- Một là làm tốt;", "- Hai là"]


def test_a_title_set_in_one_paragraph_is_kind_and_subject():
    runs = "<w:r><w:t>BÁO CÁO</w:t><w:br/><w:t>Kết quả công tác</w:t></w:r>"
    assert texts(read(p(runs, properties='<w:jc w:val="center"/>'))) == ["BÁO CÁO", "Kết quả công tác"]


# What a run may hold


def test_deleted_text_and_comments_are_left_out_and_insertions_kept():
    runs = [
        r("Tổng số "),
        "<w:del><w:r><w:delText>100</w:delText></w:r></w:del>",
        f"<w:ins>{r('120')}</w:ins>",
        f"<w:moveFrom>{r(' cũ')}</w:moveFrom><w:moveTo>{r(' đơn')}</w:moveTo>",
        '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    ]
    assert texts(read(p(*runs))) == ["Tổng số 120 đơn"]


def test_a_paragraph_whose_mark_was_deleted_runs_on_into_the_next():
    first = p("Đạt ", properties='<w:rPr><w:del w:id="1"/></w:rPr>')
    assert texts(read(first, p("97,5%."))) == ["Đạt 97,5%."]


def test_a_drop_capital_stands_at_its_word():
    capital = p("H", properties='<w:framePr w:dropCap="drop" w:lines="2"/>')
    assert texts(read(capital, p("uyện ủy chỉ đạo."))) == ["Huyện ủy chỉ đạo."]


def test_links_smart_tags_and_content_controls_are_read_through():
    runs = [
        f"<w:hyperlink>{r('Chỉ thị ')}</w:hyperlink>",
        f"<w:smartTag>{r('số ')}</w:smartTag>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('26')}</w:sdtContent></w:sdt>",
    ]
    block = f"<w:sdt><w:sdtContent>{p('Trong khung')}{tbl(tr('a', 'b'))}</w:sdtContent></w:sdt>"
    flow = read(p(*runs), block)
    assert texts(flow) == ["Chỉ thị số 26", "Trong khung"]
    assert isinstance(flow.pieces[2], Grid)


def complex_field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_of_a_field_only_the_result_is_read():
    inner = complex_field(" REF a \\h ", r("12"))
    fields = complex_field(' HYPERLINK "http://x" ', r("Kế hoạch ") + inner)
    assert texts(read(p(fields, f'<w:fldSimple w:instr="DATE">{r(" năm 2024")}</w:fldSimple>'))) == [
        "Kế hoạch 12 năm 2024"
    ]


def test_a_field_without_an_end_swallows_nothing():
    start = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert texts(read(p(start, r("Đoạn một")), "Đoạn hai")) == ["Đoạn một", "Đoạn hai"]


def test_a_table_of_contents_is_left_out_and_named():
    contents = [
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:instrText>TOC \\o</w:instrText></w:r>",
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("I. ĐẶC ĐIỂM 3")),
        p("II. KẾT QUẢ 5"),
        p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    ]  # fmt: skip
    flow = read(*contents, "I. ĐẶC ĐIỂM")
    assert texts(flow) == ["I. ĐẶC ĐIỂM"]
    assert "Mục lục" in flow.warnings[0]


def test_symbols_hyphens_and_form_boxes_are_characters():
    runs = [
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
        "<w:r><w:t xml:space='preserve'> UB</w:t><w:softHyphen/><w:t>ND</w:t><w:noBreakHyphen/><w:t>TT</w:t></w:r>",
        r(" \uf0b7 "),
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ]
    assert texts(read(p(*runs))) == ["✓ UBND-TT • ☒"]


def test_capitals_that_are_only_shown_are_read_as_shown():
    assert texts(read(p(r("Kết quả", "<w:caps/>")))) == ["KẾT QUẢ"]


def test_formulas_are_read_on_one_line():
    part = "<m:r><m:t>{}</m:t></m:r>".format
    fraction = f"<m:f><m:num>{part('a')}</m:num><m:den>{part('b')}</m:den></m:f>"
    assert texts(read(p(r("Tỷ lệ = "), f"<m:oMath>{fraction}{part('×100')}</m:oMath>"))) == ["Tỷ lệ = a/b×100"]


# Drawings


def test_a_text_box_is_read_once_after_its_paragraph_without_the_numbers_that_place_it():
    flow = read(p(r("Trước"), shape(p("DỰ THẢO"))), "Sau")
    assert texts(flow) == ["Trước", "DỰ THẢO", "Sau"]


def test_an_old_text_box_is_read():
    content = f"<w:txbxContent>{p('Hỏa tốc')}</w:txbxContent>"
    old = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    assert texts(read(p(r("Một"), old))) == ["Một", "Hỏa tốc"]


def picture(size: int = 3_000_000) -> str:
    return f'<w:r><w:drawing><wp:inline><wp:extent cx="{size}" cy="{size}"/><a:blip/></wp:inline></w:drawing></w:r>'


def test_pictures_are_named_in_a_warning_with_the_words_before_them():
    icon = '<w:r><w:pict><v:shape style="width:12pt;height:9.5pt"><v:imagedata/></v:shape></w:pict></w:r>'
    flow = read("a) Kết quả chung", p(picture()), p(picture(90_000), icon))
    assert [w for w in flow.warnings if "1 ảnh" in w and "a) Kết quả chung" in w]


# Hidden text


def test_text_that_nobody_sees_is_kept_apart_and_reported():
    flow = read(
        p(r("Thấy "), r("ẩn", "<w:vanish/>"), r("trắng", '<w:color w:val="FFFFFF"/>'), r("nhỏ", '<w:sz w:val="2"/>')),
        p(r("cùng màu", '<w:color w:val="112233"/><w:shd w:val="clear" w:fill="112233"/>')),
    )
    assert texts(flow) == ["Thấy"]
    assert flow.hidden == ("ẩntrắngnhỏ", "cùng màu")
    assert "chữ ẩn" in flow.warnings[0]


def test_text_hidden_by_its_style_is_hidden_too():
    hidden = '<w:style w:type="paragraph" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
    flow = read(p("bí mật", properties='<w:pStyle w:val="An"/>'), "thấy", styles=styles(hidden))
    assert (texts(flow), flow.hidden) == (["thấy"], ("bí mật",))


def test_white_text_on_a_dark_ground_is_seen():
    white = '<w:color w:val="FFFFFF"/>'
    cell = tc(p(r("Tiêu đề", white)), properties='<w:shd w:val="clear" w:fill="1F4E79"/>')
    box = shape(p(r("Hộp", white)), '<a:solidFill><a:srgbClr val="003366"/></a:solidFill>')
    flow = read(tbl(tr(cell, "b"), tr("c", "d")), p(r("x"), box), p(r("nền", white + '<w:highlight w:val="black"/>')))
    assert grid(flow).cells[0].text == "Tiêu đề"
    assert texts(flow) == ["x", "Hộp", "nền"]
    assert flow.hidden == ()


def test_a_note_whose_marker_is_hidden_is_hidden_and_not_counted():
    secret = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    flow = read(p(r("Một"), secret, r(" hai"), note_ref(2)), footnotes=notes({1: "bí mật", 2: "rõ"}))
    assert [(n.label, n.text) for n in flow.notes] == [("1", "rõ")]
    assert flow.hidden == ("bí mật",)


def test_reversed_text_is_put_straight_with_a_warning():
    flow = read("Đạt \u202e99\u202c%")
    assert texts(flow) == ["Đạt 99%"]
    assert "đảo chiều" in flow.warnings[0]


# Pages


BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"


def test_pages_are_those_of_the_last_layout_where_the_file_agrees():
    body = (
        p("một hai ba"),
        p(BREAK, r("bốn năm sáu")),
        tbl(tr(tc(p(BREAK, r("a"))), tc(p(BREAK, r("b")))), tr("c", "d")),
        "sau",
    )
    flow = read(*body, app=app(3, 10))
    assert flow.pages == 3
    assert [piece.page for piece in flow.pieces] == [1, 2, 3, 3]


def test_a_page_is_not_claimed_where_the_file_contradicts_itself():
    flow = read(p("một hai ba"), p(BREAK, r("bốn năm sáu")), app=app(5, 6))
    assert flow.pages == 5
    assert {piece.page for piece in flow.pieces} == {None}


def test_a_set_break_and_the_layout_after_it_are_one_break():
    flow = read(p(r("một"), '<w:r><w:br w:type="page"/></w:r>'), p(BREAK, r("hai")), app=app(2, 2))
    assert [piece.page for piece in flow.pieces] == [1, 2]


def test_a_file_without_marks_has_no_pages():
    flow = read("một", "hai")
    assert (flow.pages, flow.pieces[0].page) == (None, None)


# Looks


def test_looks_come_from_defaults_styles_and_runs():
    sheet = styles(
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="N"/><w:pPr><w:jc w:val="center"/>'
        '<w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:rPr><w:b/></w:rPr></w:style>'
    )
    styled = '<w:pStyle w:val="B"/>'
    flow = read(
        "thường", p("đậm", properties=styled), p(r("thôi", '<w:rStyle w:val="C"/>'), properties=styled), styles=sheet
    )
    plain, bold, toggled = (paragraph(flow, i) for i in range(3))
    assert (plain.bold, plain.size, plain.outline, plain.centered) == (False, 13.0, None, False)
    assert (bold.bold, bold.italic, bold.size, bold.outline, bold.centered) == (True, True, 14.0, 2, True)
    # Bold by the paragraph's and by the run's style cancels out.
    assert not toggled.bold


def test_a_bold_head_is_measured_with_its_number():
    flow = read(p(r("+ Nguyên nhân:", "<w:b/>"), r(" Đây là lĩnh vực mới.")))
    assert paragraph(flow).text[: paragraph(flow).bold_prefix] == "+ Nguyên nhân:"
    assert not paragraph(flow).bold


def test_styles_based_on_each_other_in_a_circle_are_read():
    sheet = styles("".join(f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("AB", "BA")))
    assert texts(read(p("chữ", properties='<w:pStyle w:val="A"/>'), styles=sheet)) == ["chữ"]


def test_progress_is_told_to_the_end():
    told: list[tuple[str, int, int]] = []
    read_docx(make_docx(*["Đoạn"] * 450), "thu.docx", lambda *step: told.append(step))
    assert told == [("read", 0, 451), ("read", 200, 451), ("read", 400, 451), ("read", 451, 451)]

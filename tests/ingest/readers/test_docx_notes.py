"""DOCX: notes stand on their words and are numbered as Word numbers them."""

from __future__ import annotations

from docx_flows import anchored, grid, paragraph, read
from docx_maker import note_ref, notes, p, r, settings, shape, tbl, tc, tr


def test_a_marker_hangs_on_its_word_and_is_no_digit_of_a_number():
    flow = read(p(r("225 người, 210 vụ việc"), note_ref(1), r(". Tổng số")), footnotes=notes({1: "Gồm cả xã."}))
    assert paragraph(flow).text == "225 người, 210 vụ việc. Tổng số"
    assert anchored(paragraph(flow)) == [("1", "việc")]
    assert [(n.label, n.text) for n in flow.notes] == [("1", "Gồm cả xã.")]


def test_the_space_that_a_marker_leaves_before_a_full_stop_goes():
    flow = read(p(r("vụ việc "), note_ref(1), r(". Hết")), footnotes=notes({1: "a"}))
    assert (paragraph(flow).text, anchored(paragraph(flow))) == ("vụ việc. Hết", [("1", "việc")])


def test_raised_brackets_and_commas_of_markers_are_furniture():
    raised = '<w:vertAlign w:val="superscript"/>'
    runs = [
        r("Huyện"),
        r("(", raised),
        note_ref(1),
        r(")", raised),
        r(" và xã"),
        note_ref(2),
        r(",", raised),
        note_ref(3),
    ]
    flow = read(p(*runs), footnotes=notes({1: "a", 2: "b", 3: "c"}))
    assert paragraph(flow).text == "Huyện và xã"
    assert anchored(paragraph(flow)) == [("1", "Huyện"), ("2", "xã"), ("3", "xã")]


def test_notes_are_numbered_by_their_markers_not_by_their_ids():
    flow = read(p(r("Một"), note_ref(9)), p(r("Hai"), note_ref(4)), footnotes=notes({4: "bốn", 9: "chín"}))
    assert [(n.label, n.text) for n in flow.notes] == [("1", "chín"), ("2", "bốn")]


def test_marks_set_by_hand_are_labels_and_do_not_count():
    flow = read(
        p(r("Một"), note_ref(1, attributes='w:customMarkFollows="1"', rest="<w:t>*</w:t>"), r(" hai"), note_ref(2)),
        footnotes=notes({1: p(r("* Ghi chú tay")), 2: "thường"}),
    )
    assert paragraph(flow).text == "Một hai"
    assert [(n.label, n.text) for n in flow.notes] == [("*", "Ghi chú tay"), ("1", "thường")]


def test_endnotes_are_read_with_their_own_numbers():
    flow = read(
        p(r("Một"), note_ref(1), r(" hai"), note_ref(1, "endnote")),
        footnotes=notes({1: "chân trang"}),
        endnotes=notes({1: "cuối bài"}, "endnote"),
    )
    assert [(n.label, n.text) for n in flow.notes] == [("1", "chân trang"), ("i", "cuối bài")]


def test_numbers_of_notes_begin_anew_with_a_section_and_take_its_form():
    section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    flow = read(
        p(r("Một"), note_ref(1)),
        p(r("Hai"), note_ref(2), properties=section),
        p(r("Ba"), note_ref(3)),
        footnotes=notes({1: "a", 2: "b", 3: "c"}),
        settings=settings(
            '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
        ),
    )
    assert [n.label for n in flow.notes] == ["a", "b", "a"]


def test_a_note_keeps_its_paragraphs_and_loses_the_brackets_of_its_number():
    raised = '<w:vertAlign w:val="superscript"/>'
    body = p(r("(", raised), "<w:r><w:footnoteRef/></w:r>", r(")", raised), r(" Gồm:")) + p("- Một;") + p("- Hai.")
    flow = read(p(r("Huyện"), note_ref(1)), footnotes=notes({1: body}))
    assert flow.notes[0].text == "Gồm:\n- Một;\n- Hai."


def test_a_marker_without_a_note_leaves_no_trace():
    flow = read(p(r("Huyện"), note_ref(7), r(" đạt.")))
    assert (paragraph(flow).text, paragraph(flow).marks, flow.notes) == ("Huyện đạt.", (), ())


def test_markers_in_cells_and_text_boxes_are_found():
    cell = tc(p("Dòng một"), p(r("Dòng hai"), note_ref(1)))
    flow = read(tbl(tr(cell, "b")), p(r("x"), shape(p(r("Hộp"), note_ref(2)))), footnotes=notes({1: "ô", 2: "hộp"}))
    first = grid(flow).cells[0]
    assert (first.text, first.marks[0].offset, first.marks[0].label) == ("Dòng một\nDòng hai", 17, "1")
    assert anchored(paragraph(flow, 2)) == [("2", "Hộp")]

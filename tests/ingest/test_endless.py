from hypothesis import given
from hypothesis import strategies as st

from ingest.endless import LONGEST, parted
from ingest.flow import Box, LineBox, Mark, Paragraph
from ingest.pipeline import read_bytes

SENTENCE = "Trong năm, huyện đã tiếp nhận 480 đơn thư của công dân, đã giải quyết 411 đơn, còn 69 đơn. "


def test_a_paragraph_that_a_person_wrote_is_left_whole():
    written = Paragraph(SENTENCE * 40, marks=(Mark(12, "1"),))
    assert list(parted(written)) == [written]


def test_a_paragraph_without_end_is_parted_where_sentences_end_and_loses_no_word():
    parts = list(parted(Paragraph((SENTENCE * 1000).strip())))
    assert all(len(p.text) <= LONGEST and p.text.endswith("còn 69 đơn.") for p in parts)
    assert " ".join(p.text for p in parts) == (SENTENCE * 1000).strip()


@given(st.text("ab .;", min_size=1, max_size=40), st.integers(1, 1200), st.data())
def test_parts_keep_every_letter_every_marker_and_every_box_on_its_word(unit, times, data):
    text = (unit * times).strip() or "a"
    at = data.draw(st.integers(0, len(text) - 1))
    box = Box(3, 0, 0, 10, 10)
    parts = list(parted(Paragraph(text, marks=(Mark(len(text), "1"),), boxes=(LineBox(at, len(text), box),))))
    assert "".join("".join(p.text.split()) for p in parts) == "".join(text.split())
    assert [m.offset for m in parts[-1].marks] == [len(parts[-1].text)]
    assert all(p.text[b.start : b.end] for p in parts for b in p.boxes)


def test_a_file_of_one_endless_line_is_read_and_the_report_around_it_too():
    text = f"UBND HUYỆN AN BÌNH\nBÁO CÁO\nI. TÌNH HÌNH\n{SENTENCE * 600}\nII. PHƯƠNG HƯỚNG\nTiếp tục giải quyết đơn.\n"
    reading = read_bytes(text.encode(), "mot-dong.txt")
    assert [s.heading for s in reading.report.sections] == ["TÌNH HÌNH", "PHƯƠNG HƯỚNG"]
    assert max(len(block.text) for block in reading.report.blocks) <= LONGEST
    assert sum(block.text.count("480 đơn thư") for block in reading.report.blocks) == 600

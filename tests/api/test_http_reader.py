"""The reader's layout: runs, markers, highlights, and what is found in a report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from api.pages import boxes_of
from api.reader import Place, find, lay_out, runs_of
from ingest.report import BlockKind, NoteMark
from vectorstore.library import Library

PLACES = st.builds(
    lambda start, length, look: Place("b", start, start + length, look),
    st.integers(0, 60),
    st.integers(0, 30),
    st.sampled_from(["quote", "found"]),
)


@given(
    st.text(max_size=50),
    st.lists(st.integers(0, 60).map(lambda at: NoteMark(at, at + 1)), max_size=5),
    st.lists(PLACES, max_size=5),
)
def test_runs_hold_the_text_whole_whatever_is_marked_in_it(
    text: str, notes: list[NoteMark], places: list[Place]
) -> None:
    runs = runs_of(text, notes, places)
    assert "".join(r.text for r in runs) == text
    at = 0
    for run in runs:
        covered = {p.look for p in places for i in range(at, at + len(run.text)) if p.start <= i < p.end}
        if run.text:
            assert run.look == ("quote" if "quote" in covered else "found" if covered else "")
        at += len(run.text)
    assert sorted(r.note for r in runs if r.note is not None) == sorted(
        n.number for n in notes if n.offset <= len(text)
    )


def test_each_block_stands_once_and_notes_stand_beside_their_anchors(sample_library: Library) -> None:
    report = sample_library.report(sample_library.reports()[0].id)
    views = lay_out(report)
    shown = [v.block.id for v in views] + [n.block.id for v in views for n in v.notes]
    assert sorted(shown) == sorted(b.id for b in report.blocks)
    noted = [v for v in views if v.notes]
    assert noted
    assert all(n.block.kind is BlockKind.FOOTNOTE and n.block.anchor == v.block.id for v in noted for n in v.notes)


def test_what_is_typed_with_marks_is_found_with_its_marks_and_else_without(sample_library: Library) -> None:
    report = sample_library.report(sample_library.reports()[0].id)
    marked, bare = find(report, "Tồn đọng"), find(report, "ton dong")
    assert marked
    assert set(map(str, marked)) <= set(map(str, bare))
    assert all(report.block(p.block).text[p.start : p.end].lower() == "tồn đọng" for p in marked)
    assert find(report, "x") == []


def test_a_place_on_a_page_has_a_box_inside_its_line(sample_library: Library) -> None:
    report = sample_library.report(sample_library.reports()[0].id)
    place = find(report, "tồn đọng")[0]
    boxes = boxes_of(report, place)
    lines = [line.box for line in report.block(place.block).boxes]
    assert boxes
    for box in boxes:
        assert any(b.page == box.page and b.x0 <= box.x0 < box.x1 <= b.x1 + 0.1 and b.y0 == box.y0 for b in lines)


def test_places_come_only_from_well_formed_words() -> None:
    assert Place.parse("b1:3:9") == Place("b1", 3, 9)
    for wrong in ("", "b1", "b1:3", "b1:3:x", "b1:-3:9", '"><script>:1:2', "b" * 100 + ":1:2"):
        assert Place.parse(wrong) is None

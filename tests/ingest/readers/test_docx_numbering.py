"""DOCX: automatic numbers, rebuilt as Word prints them."""

from __future__ import annotations

import pytest
from docx_maker import lvl, make_docx, numbering, p, styles, tbl, tc, tr

from ingest.flow import Grid, Paragraph
from ingest.readers.docx import read_docx
from ingest.readers.ooxml.numerals import numeral

REPORT = (
    lvl(0, "upperRoman", "%1.") + lvl(1, "decimal", "%2.") + lvl(2, "decimal", "%2.%3.") + lvl(3, "lowerLetter", "%4)")
)


def item(text: str, level: int = 0, number: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def lists(levels: str = REPORT, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return numbering(f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{nums}')


def read(*blocks: str, **parts: str) -> list[str]:
    flow = read_docx(make_docx(*blocks, **parts), "thu.docx")
    return [piece.text for piece in flow.pieces if isinstance(piece, Paragraph)]


def test_levels_count_and_deeper_ones_begin_anew():
    got = read(
        item("A"), item("b", 1), item("c", 2), item("d", 2), item("e", 3), item("f", 3), item("g", 1), item("h", 2),
        item("I"), item("k", 1),
        numbering=lists(),
    )  # fmt: skip
    assert got == ["I. A", "1. b", "1.1. c", "1.2. d", "a) e", "b) f", "2. g", "2.1. h", "II. I", "1. k"]


def test_text_between_items_does_not_stop_the_count():
    assert read(item("a"), "chữ", item("b"), numbering=lists()) == ["I. a", "chữ", "II. b"]


def test_bullets_are_dashes_and_plus_signs():
    levels = lvl(0, "bullet", "-") + lvl(1, "bullet", "+") + lvl(2, "bullet", "\uf0b7") + lvl(3, "bullet", "o")
    got = read(*(item("x", level) for level in range(4)), numbering=lists(levels))
    assert got == ["- x", "+ x", "- x", "- x"]


def test_a_second_use_of_a_list_goes_on_and_one_that_overrides_the_start_begins_anew():
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    got = read(*(item("x", 0, n) for n in (1, 2, 3, 3)), numbering=lists(nums=nums))
    assert got == ["I. x", "II. x", "V. x", "VI. x"]


def test_an_override_may_replace_a_level():
    override = f'<w:lvlOverride w:ilvl="0">{lvl(0, "decimal", "Điều %1:")}</w:lvlOverride>'
    nums = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{override}</w:num>'
    assert read(item("x"), item("y"), numbering=lists(nums=nums)) == ["Điều 1: x", "Điều 2: y"]


def test_a_level_may_never_restart_and_may_print_all_numbers_as_decimals():
    levels = (
        lvl(0, "upperRoman", "%1.")
        + lvl(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
        + lvl(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    )
    got = read(item("a"), item("b", 1), item("c"), item("d", 1), item("e", 2), numbering=lists(levels))
    assert got == ["I. a", "1. b", "II. c", "2. d", "2.2.1 e"]


def test_a_style_brings_its_number_and_a_paragraph_may_refuse_it():
    sheet = styles(
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
    )
    levels = lvl(0, "upperRoman", "%1.", '<w:pStyle w:val="H1"/>') + lvl(1, "decimal", "%2.", '<w:pStyle w:val="H2"/>')
    one, two = '<w:pStyle w:val="H1"/>', '<w:pStyle w:val="H2"/>'
    got = read(
        p("a", properties=one), p("b", properties=two), p("c", properties=two),
        p("d", properties=two + '<w:numPr><w:numId w:val="0"/></w:numPr>'), p("e", properties=one),
        numbering=lists(levels), styles=sheet,
    )  # fmt: skip
    assert got == ["I. a", "1. b", "2. c", "d", "II. e"]


def test_a_list_may_be_described_by_a_list_style():
    part = numbering(
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="S"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="8"><w:styleLink w:val="S"/>{lvl(0, "decimal", "%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    assert read(item("x"), item("y"), numbering=part) == ["1) x", "2) y"]


def test_an_empty_numbered_cell_shows_its_number_and_an_empty_paragraph_only_counts():
    row = [tr(tc(item("")), "x"), tr(tc(item("")), "y")]
    flow = read_docx(make_docx(item("a"), item(""), item("b"), tbl(*row), numbering=lists()), "thu.docx")
    assert [piece.text for piece in flow.pieces if isinstance(piece, Paragraph)] == ["I. a", "III. b"]
    grid = flow.pieces[-1]
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["IV.", "x", "V.", "y"]


def test_a_deeper_item_without_one_above_shows_the_first_number_above():
    assert read(item("x", 2), numbering=lists()) == ["1.1. x"]


def test_a_list_that_is_not_described_numbers_nothing():
    assert read(item("x", 0, 9), item("y", 5, 1), numbering=lists()) == ["x", "y"]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (4, "upperRoman", "IV"),
        (14, "lowerRoman", "xiv"),
        (4, "lowerLetter", "d"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (7, "decimalZero", "07"),
        (2, "chicago", "†"),
        (5, "chicago", "**"),
        (3, "vietnameseCounting", "ba"),
        (3, "none", ""),
        (5000, "upperRoman", "5000"),
        (0, "lowerLetter", "0"),
        (3, "hebrew1", "3"),
    ],
)
def test_numbers_are_printed_in_the_forms_of_word(number, form, printed):
    assert numeral(number, form) == printed

"""The sample reports against their truth, in the forms that this package reads without other programs."""

import json
from pathlib import Path

import pytest

from ingest.readers import read
from ingest.report import BlockKind
from ingest.structure import assemble

SAMPLES = Path(__file__).parents[2] / "samples"
FORMS = [f"vinh-trach-{year}.{form}" for year in (2023, 2024) for form in ("txt", "pdf")]


@pytest.fixture(scope="module", params=FORMS)
def pair(request):
    path = SAMPLES / request.param
    data = path.read_bytes()
    truth = json.loads((SAMPLES / "truth" / f"{path.stem}.json").read_text("utf-8"))
    return truth, assemble(read(data, path.name), name=path.name, data=data)


def test_the_report_knows_who_wrote_it_about_what(pair):
    truth, report = pair
    assert (report.title, report.issuer, report.place, report.period, report.kind) == (
        truth["title"], truth["issuer"], truth["place"], truth["period"], "dan-van",
    )  # fmt: skip
    assert list(report.letterhead.addressees) == truth["addressees"]
    assert report.letterhead.signer == truth["signer"]
    assert list(report.letterhead.recipients) == truth["recipients"]


def test_every_heading_has_its_path(pair):
    truth, report = pair
    paths = {s.id: s.path[-1] for s in report.sections}
    for section in truth["sections"]:
        assert section["heading"] in paths[section["id"]]
    items = set(paths) - {s["id"] for s in truth["sections"]}
    kinds = {b.id: b.kind for b in report.blocks}
    assert all(kinds[report.section(id).block] is BlockKind.ITEM for id in items)


def test_every_footnote_hangs_on_its_word(pair):
    truth, report = pair
    notes = {b.number: b for b in report.footnotes}
    assert sorted(notes) == [f["number"] for f in truth["footnotes"]]
    for wanted in truth["footnotes"]:
        note = notes[wanted["number"]]
        anchor = report.block(note.anchor)
        at = next(n.offset for n in anchor.notes if n.number == note.number)
        assert anchor.text[:at].endswith(wanted["anchor"])
        assert (note.section, " ".join(note.text.split())) == (wanted["section"], " ".join(wanted["text"].split()))


def test_every_table_cell_is_in_its_place(pair):
    truth, report = pair
    assert len(report.tables) == len(truth["tables"])
    for wanted, block in zip(truth["tables"], report.tables, strict=True):
        table = block.table
        assert list(table.columns) == wanted["columns"]
        assert block.section == wanted["section"]
        # Truth counts a row of codes among the rows, the report among the header.
        codes = table.code_row is not None
        assert table.header_rows - codes == wanted["header_rows"]
        for i, row in enumerate(wanted["rows"]):
            cells = [table.at(wanted["header_rows"] + i, column) for column in range(table.width)]
            for cell, text, column in zip(cells, row["cells"], range(table.width), strict=True):
                if cell.column == column:  # a row label over all columns stands once
                    assert cell.text == text
                assert block.text[cell.start : cell.end] == cell.text


def test_nearly_every_paragraph_is_whole(pair):
    truth, report = pair
    blocks = {" ".join(b.text.removesuffix("./.").split()): b for b in report.blocks}
    whole = [p for p in truth["paragraphs"] if " ".join(p["text"].split()) in blocks]
    # Plain text hides where a paragraph ends that fills its last line.
    least = 1.0 if report.format == "pdf" else 0.9
    assert len(whole) >= least * len(truth["paragraphs"])

"""An extra: a real district report, where a checkout has one beside it. Nothing of it is copied here but counts."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from ingest.readers import read
from ingest.structure import assemble

FOLDER = Path(__file__).parents[3] / "shared" / "reports"
FILES = sorted(FOLDER.glob("*-2023.txt")) if FOLDER.is_dir() else []
pytestmark = pytest.mark.skipif(not FILES, reason="no real report beside this checkout")


@pytest.fixture(scope="module")
def report():
    data = FILES[0].read_bytes()
    return assemble(read(data, FILES[0].name), name=FILES[0].name, data=data)


def test_all_footnotes_hang_on_the_word_before_their_marker(report):
    anchors = [report.block(b.anchor) for b in report.footnotes]
    words = [
        a.text[: next(n.offset for n in a.notes if n.number == b.number)].split()[-1]
        for a, b in zip(anchors, report.footnotes, strict=True)
    ]
    assert [b.number for b in report.footnotes] == [*range(1, 9)]
    assert words == ["hiện", "2026", "qua", "kỳ", "huyện", "việc", "quyết", "tốt"]
    assert [b.section for b in report.footnotes] == ["IV.2"] * 5 + ["IV.3"] * 3
    assert [b.page for b in report.footnotes] == [4, 4, 4, 5, 5, 6, 6, 6]


def test_every_heading_has_its_path(report):
    ids = [s.id for s in report.sections]
    assert ids == [
        "I", "I.1", "I.2", "II", "III", "III.1", "III.2", "IV", *(f"IV.{n}" for n in range(1, 8)), "V", "V.1", "V.2",
        "V.2.1", "V.2.2", "VI", *(f"VI.{n}" for n in range(1, 9)), "Phụ lục I", *(f"Phụ lục I.{n}" for n in (1, 2, 3)),
    ]  # fmt: skip
    assert report.pages == 12


def test_the_appendix_tables_are_right_cell_by_cell(report):
    rows = [[[c.text for c in b.table.row(r)] for r in range(b.table.rows)] for b in report.tables]
    assert [b.table.header_rows for b in report.tables] == [2, 1, 1]
    assert [len(b.table.columns) for b in report.tables] == [5, 5, 5]
    assert [[len(r) for r in t] for t in rows] == [[2, 4, 1, 5, 1, 5], [5, 5], [5, 5]]
    lines = [" ".join(line.split()) for line in FILES[0].read_text("utf-8").splitlines()]
    for table in rows:
        assert any(line.startswith(" ".join(table[-1][:4])) for line in lines)
        assert table[-1][4].endswith((")", ").", "."))


def test_no_word_is_lost(report):
    def words(text):
        plain = unicodedata.normalize("NFC", text).replace("ƣ", "ư").replace("Ƣ", "Ư")
        return Counter(re.findall(r"\w+", plain))

    source = re.sub(r"^https?://.*$|^_+ *$", "", FILES[0].read_text("utf-8"), flags=re.M)
    kept = words(" ".join(b.text for b in report.blocks))
    lost = words(source) - kept
    assert lost == Counter({str(n): 2 for n in range(1, 9)})  # each marker, in the sentence and at its note
    assert kept - words(source) == Counter()

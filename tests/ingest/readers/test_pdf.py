"""The sample report as PDF gives what its truth says: paragraphs, notes on their words, tables cell by cell."""

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from ingest.flow import Flow, Grid, Paragraph
from ingest.readers.docx import read_docx
from ingest.readers.page_image import page_png
from ingest.readers.pdf import read_pdf

SAMPLES = Path(__file__).parents[3] / "samples"
NAME = "vinh-trach-2024"
REAL = Path(__file__).parents[4] / "shared/reports/lam-dong"


@pytest.fixture(scope="module")
def truth():
    return json.loads((SAMPLES / f"truth/{NAME}.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def data() -> bytes:
    return (SAMPLES / f"{NAME}.pdf").read_bytes()


@pytest.fixture(scope="module")
def flow(data) -> Flow:
    return read_pdf(data, "mẫu.pdf")


def paragraphs(flow: Flow) -> list[Paragraph]:
    return [p for p in flow.pieces if isinstance(p, Paragraph)]


def grids(flow: Flow) -> list[Grid]:
    return [p for p in flow.pieces if isinstance(p, Grid)]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def texts(flow: Flow) -> list[str]:
    found = []
    for piece in flow.pieces:
        found += [piece.text] if isinstance(piece, Paragraph) else [c.text for c in piece.cells]
    return found + [n.text for n in flow.notes]


def test_every_paragraph_is_whole_and_nothing_else_stands_between(flow, truth):
    found = [p.text.removesuffix("./.") for p in paragraphs(flow)]
    expected = [squeezed(p["text"]) for p in truth["paragraphs"]]
    assert [t for t in expected if t not in found] == []
    headings = [squeezed(s["heading"]) for s in truth["sections"] if not s["heading"].startswith("Phụ lục")]
    assert [h for h in headings if h not in found] == []


def test_no_page_number_stands_in_the_text(flow):
    assert not [p.text for p in paragraphs(flow) if p.text.isdigit()]


def test_all_notes_hang_on_their_words(flow, truth):
    anchors = []
    for p in paragraphs(flow):
        anchors += [(m.label, p.text[: m.offset]) for m in p.marks]
    assert [a[0] for a in anchors] == [str(n["number"]) for n in truth["footnotes"]]
    for (_, before), note in zip(anchors, truth["footnotes"], strict=True):
        assert before.endswith(squeezed(note["anchor"]))


def test_all_notes_are_whole(flow, truth):
    assert [squeezed(n.text) for n in flow.notes] == [squeezed(n["text"]) for n in truth["footnotes"]]


def test_a_power_stays_in_its_sentence(flow):
    assert any("12.350 m2 đất" in p.text for p in paragraphs(flow))


def test_tables_agree_cell_by_cell(flow, truth):
    found = [{(c.row, c.column): c.text for c in g.cells} for g in grids(flow) if g.bordered]
    assert len(found) == len(truth["tables"])
    for cells, table in zip(found, truth["tables"], strict=True):
        for r, row in enumerate(table["rows"]):
            for k, text in enumerate(row["cells"]):
                assert cells[table["header_rows"] + r, k] == squeezed(text)


def test_merged_header_cells_carry_their_spans(flow):
    first = next(g for g in grids(flow) if g.bordered)
    spans = {c.text: (c.rows, c.columns) for c in first.cells if c.row == 0}
    assert spans == {"Loại đơn": (2, 1), "Số đơn thuộc thẩm quyền": (1, 3), "Kết quả giải quyết": (1, 3)}


def test_letterhead_and_signature_stand_in_two_columns(flow, truth):
    head, foot = [g for g in grids(flow) if not g.bordered]
    left, right = head.cells
    assert left.text.split("\n") == [truth["superior"], truth["issuer"].upper(), "Số: /BC-UBND"] or (
        left.text.split("\n")[:2] == [truth["superior"].upper(), truth["issuer"].upper()]
    )
    assert right.text.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    assert foot.cells[0].text.startswith("Nơi nhận:\n- Như trên;")
    assert foot.cells[1].text.endswith(truth["signer"])


def test_every_line_box_frames_its_words_on_the_page(flow):
    for p in paragraphs(flow):
        assert p.boxes[0].start == 0
        assert p.boxes[-1].end == len(p.text)
        for box in p.boxes:
            assert p.text[box.start : box.end].strip()
            assert 0 < box.box.x0 < box.box.x1
            assert 0 < box.box.y0 < box.box.y1 < 845


def test_headings_are_bold_and_the_title_is_centred(flow):
    by_text = {p.text: p for p in paragraphs(flow)}
    assert by_text["BÁO CÁO"].centered
    assert by_text["BÁO CÁO"].bold
    assert by_text["I. ĐẶC ĐIỂM TÌNH HÌNH"].bold
    assert not by_text["I. ĐẶC ĐIỂM TÌNH HÌNH"].centered


def test_the_docx_of_the_report_gives_the_same_flow(flow):
    docx = read_docx((SAMPLES / f"{NAME}.docx").read_bytes(), "mẫu.docx")

    def shown(flow: Flow) -> list[tuple]:
        pieces = []
        for p in flow.pieces:
            if isinstance(p, Paragraph):
                pieces.append((p.text, p.marks, p.bold, p.centered))
            elif p.bordered:
                pieces.append([(c.row, c.column, c.rows, c.columns, squeezed(c.text), c.marks) for c in p.cells])
            else:
                pieces.append(sorted(word for c in p.cells for word in c.text.split()))
        return pieces

    assert [n.text for n in flow.notes] == [n.text for n in docx.notes]
    mine, theirs = shown(flow), shown(docx)
    assert len(mine) == len(theirs)
    assert [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b] == []


OFFICE = sorted(REAL.glob("*.docx")) if REAL.is_dir() else []


@pytest.mark.office
@pytest.mark.skipif(not OFFICE or shutil.which("soffice") is None, reason="needs real reports and LibreOffice")
@pytest.mark.parametrize("path", OFFICE, ids=lambda path: path.stem)
def test_real_reports_printed_as_pdf_lose_no_word_note_or_number(path, tmp_path):
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    docx = read_docx(path.read_bytes(), path.name)
    pdf = read_pdf((tmp_path / f"{path.stem}.pdf").read_bytes(), "in.pdf")

    def words(flow: Flow) -> Counter:
        return Counter(word for text in texts(flow) for word in text.split())

    def anchors(flow: Flow) -> list[tuple[str, str]]:
        return [(m.label, p.text[: m.offset].split()[-1]) for p in paragraphs(flow) for m in p.marks]

    assert words(pdf) == words(docx)
    assert anchors(pdf) == anchors(docx)
    whole = Counter(p.text for p in paragraphs(docx)) & Counter(p.text for p in paragraphs(pdf))
    assert whole.total() >= 0.95 * len(paragraphs(docx))


def test_a_page_is_drawn_for_the_eye(data):
    assert page_png(data, "mẫu.pdf", 2).startswith(b"\x89PNG")


def test_progress_tells_each_page(data):
    told = []
    read_pdf(data, "mẫu.pdf", lambda stage, done, total: told.append((stage, done, total)))
    assert told == [("read", i, 9) for i in range(1, 10)]


@pytest.mark.skipif(not REAL.is_dir(), reason="real reports are not here")
def test_a_signed_report_of_another_office_has_its_notes_and_no_stray_numbers():
    path = next(REAL.glob("*.pdf"))
    flow = read_pdf(path.read_bytes(), path.name)
    marks = [m.label for p in paragraphs(flow) for m in p.marks]
    assert marks == [n.label for n in flow.notes] == ["1", "2", "3"]
    assert not [p.text for p in paragraphs(flow) if re.fullmatch(r"\d+", p.text)]
    assert Counter(g.bordered for g in grids(flow)) == {False: 2, True: 1}

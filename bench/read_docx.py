"""How fast a DOCX is read, side by side with other readers, and what each of them loses.

Run: python bench/read_docx.py [--pages 30] [--rounds 3]. The file is made of the sample report, repeated, with probes
at its end: automatic numbers, a text box, inserted, deleted and hidden text. The time is processor time, the best of
the rounds; a page is a page of the sample as LibreOffice lays it out. Readers that are not installed are left out.
"""

from __future__ import annotations

import argparse
import copy
import gc
import importlib.util
import io
import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

SAMPLE = Path(__file__).parent.parent / "samples" / "vinh-trach-2024.docx"
SAMPLE_PAGES = 7
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
PROBES = """<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml">
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Mục đầu</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Mục sau</w:t></w:r></w:p>
<w:p><w:r><w:t>Trước khung</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent>
<w:p><w:r><w:t>Chữ trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>
<w:p><w:r><w:t>Còn </w:t></w:r><w:del><w:r><w:delText>đã xóa</w:delText></w:r></w:del>
<w:ins><w:r><w:t>đã thêm</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>đã giấu</w:t></w:r></w:p>
</w:body>"""
NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>
<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def made(pages: int) -> bytes:
    """The sample repeated to about so many pages, each copy with its own notes, and the probes."""
    with zipfile.ZipFile(SAMPLE) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    document, notes = (etree.fromstring(files[f"word/{part}.xml"]) for part in ("document", "footnotes"))
    body = document.find(W + "body")
    blocks = [block for block in body if block.tag != W + "sectPr"]
    kept = [note for note in notes if note.get(W + "type") is None]
    at = len(blocks)
    for number in range(1, max(round(pages / SAMPLE_PAGES), 1)):
        for block in copy.deepcopy(blocks):
            for reference in block.iter(W + "footnoteReference"):
                reference.set(W + "id", str(int(reference.get(W + "id")) + 1000 * number))
            body.insert(at, block)
            at += 1
        for note in copy.deepcopy(kept):
            note.set(W + "id", str(int(note.get(W + "id")) + 1000 * number))
            notes.append(note)
    for block in etree.fromstring(PROBES):
        body.insert(at, block)
        at += 1
    files["word/document.xml"], files["word/footnotes.xml"] = etree.tostring(document), etree.tostring(notes)
    files["word/numbering.xml"] = NUMBERING.encode()
    link = f'<Relationship Id="rIdNumbering" Target="numbering.xml" Type="{LINK}"/></Relationships>'
    kind = f'<Override PartName="/word/numbering.xml" ContentType="{KIND}"/></Types>'
    for name, end, more in (
        ("word/_rels/document.xml.rels", b"</Relationships>", link),
        ("[Content_Types].xml", b"</Types>", kind),
    ):
        files[name] = files[name].replace(end, more.encode())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def ours(data: bytes) -> str:
    from ingest.flow import Paragraph
    from ingest.readers.docx import read_docx

    flow = read_docx(data, "made.docx")
    lines = []
    for piece in flow.pieces:
        for text, marks in (
            [(piece.text, piece.marks)] if isinstance(piece, Paragraph) else [(c.text, c.marks) for c in piece.cells]
        ):
            for mark in reversed(marks):
                text = f"{text[: mark.offset]}[^{mark.label}]{text[mark.offset :]}"
            lines.append(text)
    return "\n".join(lines + [f"[^{note.label}]: {note.text}" for note in flow.notes])


def markitdown(data: bytes) -> str:
    from markitdown import MarkItDown

    return MarkItDown(enable_plugins=False).convert_stream(io.BytesIO(data), file_extension=".docx").text_content


def python_docx(data: bytes) -> str:
    import docx

    lines = []
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if hasattr(block, "rows"):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return "\n".join(lines)


def docx2txt(data: bytes) -> str:
    import docx2txt as reader

    return reader.process(io.BytesIO(data))


READERS: dict[str, tuple[str, Callable[[bytes], str]]] = {
    "baocao": ("ingest", ours),
    "markitdown": ("markitdown", markitdown),
    "python-docx": ("docx", python_docx),
    "docx2txt": ("docx2txt", docx2txt),
}


def lost(text: str, notes: list[str]) -> list[str]:
    """What of the file's content a reader's text lacks or should not have."""
    found = []
    flat = " ".join(text.replace("\\", "").replace("*", "").split())
    missing = sum(note not in flat for note in notes)
    if missing:
        found.append(f"{missing} of {len(notes)} notes")
    if "[^1]" not in text and "footnote-ref" not in text and "footnote-1" not in text:
        found.append("the place of every note")
    if "II. Mục sau" not in flat:
        found.append("automatic numbers")
    if flat.count("Chữ trong khung") != 1:
        found.append("text boxes")
    if "đã thêm" not in flat:
        found.append("inserted text")
    found += [
        f"({what} text is read)" for what, probe in (("deleted", "đã xóa"), ("hidden", "đã giấu")) if probe in flat
    ]
    return found


def measure(pages: int, rounds: int) -> list[dict[str, object]]:
    """One row a reader: pages a second, how many times slower than ours, what it loses."""
    data = made(pages)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        notes = [
            " ".join("".join(n.itertext()).split())[:60] for n in etree.fromstring(archive.read("word/footnotes.xml"))
        ]
    notes = [note for note in notes if note]
    actual = max(round(pages / SAMPLE_PAGES), 1) * SAMPLE_PAGES
    rows: list[dict[str, object]] = []
    for name, (module, reader) in READERS.items():
        if importlib.util.find_spec(module) is None:
            continue
        text = reader(data)
        best = float("inf")
        for _ in range(rounds):
            gc.collect()
            started = time.process_time()
            reader(data)
            best = min(best, time.process_time() - started)
        rows.append({"reader": name, "pages_per_second": actual / best, "seconds": best, "lost": lost(text, notes)})
    first = rows[0]["seconds"]
    for row in rows:
        row["times_ours"] = row["seconds"] / first
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    rows = measure(options.pages, options.rounds)
    if options.json:
        print(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        print(
            f"{row['reader']:12} {row['pages_per_second']:7.0f} pages/s  x{row['times_ours']:<5.1f}"
            f" loses: {', '.join(row['lost']) or 'nothing'}"
        )


if __name__ == "__main__":
    main()

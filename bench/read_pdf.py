"""How fast PDF text is read, beside other tools, and what of it each keeps: `python -m bench.read_pdf`."""

from __future__ import annotations

import io
import json
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium

from ingest.flow import Flow, Paragraph
from ingest.readers.pdf import read_pdf

SAMPLE = Path(__file__).parent.parent / "samples/vinh-trach-2024.pdf"
PAGES = 30
TOOLS = ("baocao", "markitdown", "pdfplumber", "pypdfium2")


def repeated(pages: int) -> bytes:
    """The sample's pages over and over, up to that many."""
    source = pdfium.PdfDocument(SAMPLE)
    made = pdfium.PdfDocument.new()
    while len(made) < pages:
        made.import_pages(source, list(range(min(len(source), pages - len(made)))))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def text_of(flow: Flow) -> str:
    found = []
    for piece in flow.pieces:
        found += [piece.text] if isinstance(piece, Paragraph) else [c.text for c in piece.cells]
    return "\n".join([*found, *(n.text for n in flow.notes)])


def read_by(tool: str, data: bytes) -> str:
    if tool == "baocao":
        return text_of(read_pdf(data, "bench.pdf"))
    if tool == "markitdown":
        from markitdown import MarkItDown

        return MarkItDown(enable_plugins=False).convert_stream(io.BytesIO(data), file_extension=".pdf").text_content
    if tool == "pdfplumber":
        import pdfplumber

        with pdfplumber.open(io.BytesIO(data)) as file:
            return "\n".join(page.extract_text() or "" for page in file.pages)
    document = pdfium.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def one(tool: str, pages: int) -> dict[str, float]:
    """One reading in a process of its own: seconds of one core, pages a second, most memory in MB, and what it lost."""
    data = repeated(pages)
    if tool != "markitdown":
        read_by(tool, repeated(2))
    # Processor time: what else runs on the machine does not count.
    started = time.process_time()
    text = read_by(tool, data)
    seconds = time.process_time() - started
    return {
        "seconds": round(seconds, 2),
        "pages_per_second": round(pages / seconds, 1),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        **kept(text, pages),
    }


def kept(text: str, pages: int) -> dict[str, float]:
    """The share of the sample's whole paragraphs that stand in the text unbroken, and of its numbers."""
    truth = json.loads((SAMPLE.parent / f"truth/{SAMPLE.stem}.json").read_text("utf-8"))
    copies = max(pages // 9, 1)
    wanted = [" ".join(p["text"].split()) for p in truth["paragraphs"]]
    lines = Counter(" ".join(line.split()) for line in text.splitlines())
    whole = sum(any(w in line for line in lines) for w in wanted)
    numbers = Counter(re.findall(r"\d+(?:[.,/]\d+)*", " ".join(wanted)))
    found = Counter(re.findall(r"\d+(?:[.,/]\d+)*", text))
    hit = sum(min(n * copies, found[k]) for k, n in numbers.items())
    return {
        "paragraphs_whole": round(whole / len(wanted), 3),
        "numbers": round(hit / (sum(numbers.values()) * copies), 3),
    }


def main() -> None:
    if len(sys.argv) == 3:
        print(json.dumps(one(sys.argv[1], int(sys.argv[2]))))
        return
    print(f"{'tool':12}{'pages':>6}{'s':>8}{'pages/s':>9}{'MB':>6}{'whole paragraphs':>18}{'numbers':>9}")
    for tool, pages in ((tool, PAGES) for tool in TOOLS):
        done = subprocess.run(
            [sys.executable, "-m", "bench.read_pdf", tool, str(pages)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(f"{tool:12}{pages:>6}  not measured: {(done.stderr.strip().splitlines() or ['?'])[-1]}")
            continue
        r = json.loads(done.stdout.splitlines()[-1])
        print(
            f"{tool:12}{pages:>6}{r['seconds']:>8}{r['pages_per_second']:>9}{r['memory_mb']:>6}"
            f"{r['paragraphs_whole']:>18.1%}{r['numbers']:>9.1%}"
        )


if __name__ == "__main__":
    main()

"""How faithfully hard reports are read, from DOCX and from the PDF that LibreOffice makes of it: `python -m bench.faithful`."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

from bench.hard_reports import Maker, Truth
from ingest.flow import silent
from ingest.readers import read
from ingest.report import Report
from ingest.structure import assemble

SHOWN = 3


def report_of(data: bytes, name: str) -> Report:
    return assemble(read(data, name, silent), name=name, data=data)


def anchors(report: Report) -> Counter[tuple[str, str]]:
    """Every note with the word its marker stands on."""
    found: Counter[tuple[str, str]] = Counter()
    notes = {}
    for note in report.footnotes:
        notes.setdefault(note.anchor, []).append(note)
    for block in report.blocks:
        queue = {n.number: n for n in notes.get(block.id, [])}
        for mark in block.notes:
            word = (block.text[: mark.offset].split() or [""])[-1].strip(".,;:")
            if mark.number in queue:
                found[word, queue[mark.number].text] += 1
    return found


def measured(report: Report, truth: Truth, verbose: bool) -> dict[str, tuple[int, int]]:
    """Right and wanted: sections, notes, cells, words."""
    wanted = Counter((a.strip(".,;:"), t) for a, t in truth.notes)
    held = anchors(report)
    ids = Counter(s.id for s in report.sections)
    sections = Counter(truth.sections)
    cells_right = cells = 0
    tables = [b.table for b in report.tables if b.table]
    for index, table in enumerate(truth.tables):
        read_cells = {(c.row, c.column): c.text for c in tables[index].cells} if index < len(tables) else {}
        for place, text in table.items():
            cells += 1
            right = read_cells.get(place) == text
            cells_right += right
            if verbose and not right and cells - cells_right <= SHOWN:
                print("      cell", index + 1, place, repr(text), "read as", repr(read_cells.get(place)))
    words = Counter(re.findall(r"\w+", " ".join(truth.words)))
    kept = Counter(re.findall(r"\w+", unicodedata.normalize("NFC", " ".join(b.text for b in report.blocks))))
    if verbose:
        for name, lost, more in (("notes", wanted - held, held - wanted), ("sections", sections - ids, ids - sections), ("words", words - kept, kept - words)):  # fmt: skip
            if lost or more:
                print("     ", name, "lacks", [str(x)[-300:] for x in list(lost)[:SHOWN]], "has", [str(x)[-300:] for x in list(more)[:SHOWN]])
    return {
        "sections": ((sections & ids).total(), sections.total()),
        "notes": ((wanted & held).total(), wanted.total()),
        "cells": (cells_right, cells),
        "words": ((words & kept).total(), words.total()),
    }


def as_pdf(path: Path) -> Path:
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return path.with_suffix(".pdf")


def main() -> None:
    seeds = [int(x) for x in sys.argv[1:] if x.isdigit()] or list(range(12))
    verbose = "-v" in sys.argv
    totals: dict[str, Counter[str]] = {"docx": Counter(), "pdf": Counter()}
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            maker = Maker(seed)
            path = Path(folder) / f"hard-{seed}.docx"
            path.write_bytes(maker.make())
            files = [path, as_pdf(path)] if shutil.which("soffice") else [path]
            for file in files:
                form = file.suffix[1:]
                report = report_of(file.read_bytes(), file.name)
                if verbose:
                    print(f"   seed {seed} {form} {maker.habit}")
                for what, (right, wanted) in measured(report, maker.truth, verbose).items():
                    totals[form][what] += right
                    totals[form][f"{what} wanted"] += wanted
    for form, counted in totals.items():
        shares = [f"{what} {counted[what]}/{counted[f'{what} wanted']} = {counted[what] / max(counted[f'{what} wanted'], 1):.2%}" for what in ("sections", "notes", "cells", "words")]  # fmt: skip
        print(f"{form:6}", "  ".join(shares))


if __name__ == "__main__":
    main()

"""How faithfully hard reports are read: `python -m bench.faithful [SEED…] [-v]`.

Each is read from its DOCX and from the PDF that LibreOffice makes of it, and compared with what was put into it.
"""

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
from ingest.readers import read
from ingest.report import Report
from ingest.structure import assemble

SHOWN = 3
WHAT = ("sections", "notes", "cells", "words")
Shares = dict[str, tuple[int, int]]


def report_of(data: bytes, name: str) -> Report:
    """The report that is read from a file."""
    return assemble(read(data, name), name=name, data=data)


def anchored(report: Report) -> Counter[tuple[str, str]]:
    """Every note with the word that its marker stands on."""
    found: Counter[tuple[str, str]] = Counter()
    notes = {(note.anchor, note.number): note.text for note in report.footnotes}
    for block in report.blocks:
        for mark in block.notes:
            word = (block.text[: mark.offset].split() or [""])[-1].strip(".,;:")
            if (block.id, mark.number) in notes:
                found[word, notes[block.id, mark.number]] += 1
    return found


def measured(report: Report, truth: Truth, shown: bool) -> Shares:
    """Right and wanted, of each of WHAT."""
    wanted = {
        "sections": Counter(truth.sections),
        "notes": Counter((anchor.strip(".,;:"), text) for anchor, text in truth.notes),
        "cells": Counter((n, at, text) for n, table in enumerate(truth.tables) for at, text in table.items()),
        "words": Counter(re.findall(r"\w+", " ".join(truth.words))),
    }
    text = unicodedata.normalize("NFC", " ".join(b.text for b in report.blocks))
    tables = [b.table for b in report.tables if b.table]
    held: dict[str, Counter[object]] = {
        "sections": Counter(s.id for s in report.sections),
        "notes": Counter(anchored(report)),
        "cells": Counter((n, (c.row, c.column), c.text) for n, table in enumerate(tables) for c in table.cells),
        "words": Counter(re.findall(r"\w+", text)),
    }
    shares: Shares = {}
    for what in WHAT:
        want = Counter[object](wanted[what])
        shares[what] = ((want & held[what]).total(), want.total())
        lost = want - held[what]
        if shown and lost:
            more = held[what] - want
            print(f"      {what}: lacks {_some(lost)} has {_some(more)}")
    return shares


def _some(counted: Counter[object]) -> str:
    return " | ".join(str(x)[-200:] for x in list(counted)[:SHOWN])


def as_pdf(path: Path) -> Path:
    """The PDF that LibreOffice makes of a file, beside it."""
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return path.with_suffix(".pdf")


def main() -> None:
    seeds = [int(x) for x in sys.argv[1:] if x.isdigit()] or list(range(12))
    shown = "-v" in sys.argv
    totals: dict[str, dict[str, list[int]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            maker = Maker(seed)
            path = Path(folder) / f"hard-{seed}.docx"
            path.write_bytes(maker.make())
            for file in [path, as_pdf(path)] if shutil.which("soffice") else [path]:
                if shown:
                    print(f"   {file.name}: {maker.habit}")
                sums = totals.setdefault(file.suffix[1:], {what: [0, 0] for what in WHAT})
                for what, (right, wanted) in measured(
                    report_of(file.read_bytes(), file.name), maker.truth, shown
                ).items():
                    sums[what][0] += right
                    sums[what][1] += wanted
    print(f"{'form':6}" + "".join(f"{what + ' right':>26}" for what in WHAT))
    for form, sums in totals.items():
        print(
            f"{form:6}"
            + "".join(f"{right:>10} of{wanted:>6} {right / wanted:>6.1%}" for right, wanted in sums.values())
        )


if __name__ == "__main__":
    main()

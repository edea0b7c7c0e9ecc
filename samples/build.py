"""Builds the sample files of each report, DOCX, PDF, scan, careless text, truth: `python -m samples.build [NAME …]`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from assistant.document import write
from samples.careless import careless_text
from samples.compose import document_of
from samples.content import Content
from samples.scan import scanned
from samples.truth_of import truth_of
from samples.vinh_trach_2023 import CONTENT as Y2023
from samples.vinh_trach_2024 import CONTENT as Y2024

HERE = Path(__file__).parent
REPORTS = {content.name: content for content in (Y2024, Y2023)}
# LibreOffice writes the time of day into its PDFs; these two lines are set to one value.
STAMPS = re.compile(rb"/CreationDate\(D:\d{14}[^)]*\)")
IDS = re.compile(rb"(/ID \[ <)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(> \])")
CHECKSUM = re.compile(rb"/DocChecksum /[0-9A-F]{32}")


def build(content: Content, folder: Path) -> list[Path]:
    """Writes all files of a report into `folder`. Raises: RuntimeError where LibreOffice gives no PDF."""
    docx = folder / f"{content.name}.docx"
    docx.write_bytes(write(document_of(content)))
    pdf = folder / f"{content.name}.pdf"
    pdf.write_bytes(converted(docx))
    scan = folder / f"{content.name}-scan.pdf"
    scan.write_bytes(scanned(pdf, content.year))
    text = folder / f"{content.name}.txt"
    truth = truth_of(content)
    spoiled = [s["heading"] for s in truth["sections"] if s["id"] in content.spoiled]
    text.write_text(careless_text(pdf, spoiled, letterhead=content.letterhead_in_text), encoding="utf-8")
    told = folder / "truth" / f"{content.name}.json"
    told.parent.mkdir(exist_ok=True)
    told.write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return [docx, pdf, scan, text, told]


def converted(docx: Path) -> bytes:
    """The PDF that LibreOffice makes of a DOCX, without the time it was made. Raises: RuntimeError."""
    with tempfile.TemporaryDirectory() as scratch:
        command = ["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", scratch, str(docx)]
        done = subprocess.run(
            command, capture_output=True, timeout=180, check=False, env={**os.environ, "SOURCE_DATE_EPOCH": "0"}
        )
        made = Path(scratch) / f"{docx.stem}.pdf"
        if not made.exists():
            raise RuntimeError(f"LibreOffice made no PDF of {docx.name}: {done.stderr.decode(errors='replace')}")
        data = made.read_bytes()
    data = STAMPS.sub(lambda m: b"/CreationDate(D:19700101000000" + m[0][30:], data)
    data = IDS.sub(rb"\g<1>" + b"0" * 32 + rb"\g<2>" + b"0" * 32 + rb"\g<3>", data)
    return CHECKSUM.sub(b"/DocChecksum /" + b"0" * 32, data)


def main(names: list[str]) -> None:
    """Builds the reports named, or all."""
    for name in names or list(REPORTS):
        for path in build(REPORTS[name], HERE):
            print(f"{path.relative_to(HERE.parent)}  {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])

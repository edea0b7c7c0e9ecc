"""How the cost of a whole reading grows with the report, to 500 pages: `python -m bench.growth`.

A whole reading is the file, its structure, passages, figures, cited documents and findings; embedding is not counted.
Time is processor time; memory is the most that the process ever held, each reading in a process of its own.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

SIZES = (30, 100, 250, 500)
LIMIT_MB = 400


def file_of(form: str, pages: int) -> bytes:
    """A made report of that many pages."""
    if form == "docx":
        from bench.read_docx import made

        return made(pages)
    from bench.read_pdf import repeated

    return repeated(pages)


def one(form: str, pages: int) -> dict[str, float]:
    """One reading in this process: seconds of the reader alone and of all, and most memory in MB."""
    from ingest.pipeline import read_bytes
    from ingest.readers import read

    data, name = file_of(form, pages), f"made.{form}"
    read(file_of(form, 7), name)
    started = time.process_time()
    read(data, name)
    reader = time.process_time() - started
    started = time.process_time()
    read_bytes(data, name)
    whole = time.process_time() - started
    return {
        "reader": round(reader, 2),
        "whole": round(whole, 2),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> None:
    if len(sys.argv) == 3:
        print(json.dumps(one(sys.argv[1], int(sys.argv[2]))))
        return
    print(f"{'form':6}{'pages':>6}{'reader ms/page':>16}{'whole ms/page':>15}{'MB':>6}")
    for form in ("docx", "pdf"):
        rows = []
        for pages in SIZES:
            command = [sys.executable, "-m", "bench.growth", form, str(pages)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            row = json.loads(done.stdout.splitlines()[-1])
            rows.append(row)
            reader, whole = row["reader"] / pages * 1000, row["whole"] / pages * 1000
            print(f"{form:6}{pages:>6}{reader:>16.1f}{whole:>15.1f}{row['memory_mb']:>6}", flush=True)
        first, last = (row["whole"] / pages for row, pages in ((rows[1], SIZES[1]), (rows[-1], SIZES[-1])))
        held = rows[-1]["memory_mb"]
        print(
            f"{form:6} a page of {SIZES[-1]} costs {last / first:.2f} times one of {SIZES[1]};"
            f" {held} MB is {'under' if held < LIMIT_MB else 'OVER'} {LIMIT_MB} MB"
        )


if __name__ == "__main__":
    main()

"""What the three ledgers add to the time in which a report is read into the store: `python -m bench.ledgers`.

Each sample is read, its ledgers filled, and all of it stored with its vectors, as `baocao ingest` does. The time is
processor time of a program that has read another report before, the middle of the rounds; regular expressions that a
report's words make are therefore met for the first time, as on a working day.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from ingest.audit import audit
from ingest.figures import read_figures
from ingest.figures.clauses import sentences
from ingest.language import dates, fold, periods
from ingest.passages import passages
from ingest.pipeline import read_bytes
from ingest.readers import read
from ingest.reading import Reading
from ingest.references import numbers, read_references
from ingest.structure import assemble
from vectorstore.library import Library

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = ("vinh-trach-2023.docx", "vinh-trach-2024.pdf")
ROUNDS = 5
MOST = 0.10


_T = TypeVar("_T")


def took(step: Callable[[], _T]) -> tuple[float, _T]:
    """Processor seconds of one step, and what it gave."""
    begun = time.process_time()
    out = step()
    return time.process_time() - begun, out


def steps(path: Path) -> tuple[dict[str, float], Reading]:
    """Processor seconds of every step of reading one file, and what was read."""
    data, name = path.read_bytes(), path.name
    for kept in (fold, dates, periods, numbers):
        kept.forget()
    sentences.cache_clear()
    spent: dict[str, float] = {}
    spent["read"], flow = took(lambda: read(data, name))
    spent["structure"], report = took(lambda: assemble(flow, name=name, data=data))
    spent["passages"], found = took(lambda: passages(report))
    spent["figures"], figures = took(lambda: read_figures(report))
    spent["references"], references = took(lambda: read_references(report))
    spent["audit"], findings = took(lambda: audit(report, figures, references))
    return spent, Reading(report, found, figures, references, findings)


def main() -> None:
    """Prints a line a sample: what its ledgers take, and what share that is of reading it into the store."""
    warm = (SAMPLES / "vinh-trach-2024.txt").read_bytes()
    with tempfile.TemporaryDirectory() as folder, Library.open(folder) as library:
        library.add(read_bytes(warm, "warm.txt"), warm, "warm.txt")
        for name in NAMES:
            rounds = [steps(SAMPLES / name) for _ in range(ROUNDS)]
            middle = {step: statistics.median(spent[step] for spent, _ in rounds) for step in rounds[0][0]}
            reading, data = rounds[0][1], (SAMPLES / name).read_bytes()
            middle["store"], _ = took(lambda r=reading, d=data, n=name: library.add(r, d, n))  # type: ignore[misc]
            ledgers = sum(middle[step] for step in ("figures", "references", "audit"))
            others = sum(middle.values()) - ledgers
            told = ", ".join(f"{step} {seconds * 1000:.0f}" for step, seconds in middle.items())
            verdict = "within" if ledgers <= MOST * others else "BEYOND"
            print(
                f"{name}: ledgers {ledgers * 1000:.0f} ms beside {others * 1000:.0f} ms of reading into the store, "
                f"{ledgers / others:.1%} ({verdict} {MOST:.0%})  [{told}]"
            )


if __name__ == "__main__":
    main()

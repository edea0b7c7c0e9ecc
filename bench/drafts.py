"""How long each section of a report takes to draft without a language model: `python -m bench.drafts [FILE…]`.

The sample reports, or the files named, are read into a store of their own; each section is then drafted for each report
in a drafter that has drafted none, three times, and the best of the three is told beside the goal.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from assistant.draft.drafter import Drafter
from bench.many import StandIn
from ingest.pipeline import read_file
from vectorstore.library import Library

SAMPLES = Path(__file__).parent.parent / "samples"
GOAL_MS = 1_000
ROUNDS = 3


def timed(library: Library, section: str, report: str) -> tuple[float, int]:
    """The milliseconds of the best round, and how many items the section has."""
    best, items = float("inf"), 0
    for _ in range(ROUNDS):
        drafter = Drafter(library)
        began = time.perf_counter()
        items = len(drafter.draft(section, report).items)
        best = min(best, (time.perf_counter() - began) * 1000)
    return best, items


def run(files: Sequence[Path]) -> int:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder), StandIn()) as library:
        for file in files:
            library.add(read_file(file), file.read_bytes(), file.name)
        slowest = (0.0, "")
        for summary in library.reports():
            print(summary.file)
            for section in Drafter(library).sections():
                took, items = timed(library, section.head.id, summary.id)
                print(f"  {section.head.id:<24}{took:>8.0f} ms{items:>6} items")
                slowest = max(slowest, (took, f"{section.head.id} of {summary.file}"))
    print(f"slowest section: {slowest[0]:.0f} ms ({slowest[1]}); goal: under {GOAL_MS} ms")
    return int(slowest[0] >= GOAL_MS)


if __name__ == "__main__":
    named = [Path(name) for name in sys.argv[1:]]
    sys.exit(run(named or [SAMPLES / f"vinh-trach-{year}.docx" for year in (2023, 2024)]))

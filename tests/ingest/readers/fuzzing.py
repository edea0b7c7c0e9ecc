"""What fuzzed tests share: how long they run, how a file is spoilt, and what must hold of whatever is read.

A few examples run with all tests; `make fuzz` runs BAOCAO_FUZZ times as many, with other seeds each time.
"""

from __future__ import annotations

import os
import random

from ingest.reading import Reading

LONGER = int(os.environ.get("BAOCAO_FUZZ", "1"))


def chances(seed: int, examples: int) -> list[random.Random]:
    """A generator of chance an example: always the same ones, and in a long run new ones too."""
    same = [random.Random(f"{seed}-{k}") for k in range(examples)]
    return same + [random.Random() for _ in range(examples * (LONGER - 1))]


def spoilt(original: bytes, chance: random.Random) -> bytes:
    """A file with stretches of bytes changed, cut out or doubled."""
    data = bytearray(original)
    for _ in range(chance.randrange(1, 6)):
        if not data:
            break
        at, length = chance.randrange(len(data)), chance.randrange(1, 40)
        kind = chance.randrange(4)
        if kind == 0:
            data[at : at + length] = chance.randbytes(length)
        elif kind == 1:
            del data[at : at + length]
        elif kind == 2:
            data[at:at] = data[at : at + length]
        else:
            data[at] ^= 1 << chance.randrange(8)
    return bytes(data)


def sound(reading: Reading) -> None:
    """Checks what must hold of every reading: marks, cells and quotes stand where they say."""
    report = reading.report
    blocks = {block.id: block for block in report.blocks}
    assert len(blocks) == len(report.blocks)
    for block in report.blocks:
        assert all(0 <= mark.offset <= len(block.text) for mark in block.notes)
        assert all(0 <= line.start <= line.end <= len(block.text) for line in block.boxes)
        assert block.anchor is None or block.anchor in blocks
        if block.table is not None:
            for cell in block.table.cells:
                assert block.text[cell.start : cell.end] == cell.text
                assert cell.row + cell.rows <= block.table.rows and cell.column + cell.columns <= block.table.width
    for figure in reading.figures:
        assert " ".join(figure.quote.split()) in " ".join(blocks[figure.locator.block].text.split())
    for passage in reading.passages:
        place = passage.locator
        assert 0 <= place.start < place.end <= len(blocks[place.block].text)

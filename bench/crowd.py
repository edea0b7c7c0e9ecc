"""Two hundred people who ask at the same moment: `python -m bench.crowd [PEOPLE]`.

One server process over the sample report, the people on the same machine, each with a question of their own from the
golden questions, each over a connection of their own. The time runs from sending the question; the first words are the
first of the answer, after all the steps that lead to it. No language model.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.server import ROOT, SAMPLE, Server, serving

GOLDEN = ROOT / "tests/golden/questions-vinh-trach.jsonl"


@dataclass(frozen=True)
class Served:
    """How long one of them waited, in seconds, and whether the answer came whole."""

    first_words: float
    answered: float
    whole: bool


def questions(count: int) -> list[str]:
    """So many different questions, most of them Vietnamese."""
    asked = [json.loads(line)["question"] for line in GOLDEN.read_text("utf-8").splitlines()]
    different = list(dict.fromkeys(asked))
    return [f"{different[n % len(different)]}{' ' * (n // len(different))}" for n in range(count)]


async def ask(port: int, question: str) -> Served:
    """One person: a POST that is answered as a stream of events."""
    body = json.dumps({"question": question}).encode()
    started = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        b"POST /api/ask HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nConnection: close\r\n"
        b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    )
    first = last = 0.0
    whole = False
    while line := await reader.readline():
        if line.startswith((b"event: words", b"event: answered")):
            last = time.perf_counter() - started
            first = first or last
            whole = line.startswith(b"event: answered")
    writer.close()
    return Served(first, last, whole)


async def crowd(server: Server, asked: Sequence[str]) -> list[Served]:
    """All of them at once."""
    return await asyncio.gather(*(ask(server.port, question) for question in asked))


def at(share: float, values: Sequence[float]) -> float:
    """The value that so large a share of them does not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main(people: int = 200) -> None:
    with serving(SAMPLE) as server:
        alone = [asyncio.run(ask(server.port, question)).first_words for question in questions(220)[200:]]
        before = server.cpu_s()
        served = asyncio.run(crowd(server, questions(people)))
        worked = server.cpu_s() - before
        again = asyncio.run(crowd(server, questions(people)))
        memory = server.memory_mb()
    print(
        f"one asker: first words after {at(0.5, alone) * 1000:.0f} ms at the median, {at(0.95, alone) * 1000:.0f} p95"
    )
    print(f"{'askers at once':>34}{'served':>9}{'first words p50':>18}{'p95':>8}{'last':>8}")
    for name, found in (("each a new question", served), ("the same questions once more", again)):
        first = [s.first_words for s in found]
        print(
            f"{f'{people}, {name}':>34}{sum(s.whole for s in found):>9}"
            f"{at(0.5, first):>16.2f} s{at(0.95, first):>6.2f} s{max(first):>6.2f} s"
        )
    print(f"processor time of the server for each new question: {worked / people * 1000:.0f} ms")
    print(f"memory of the server: {memory:.0f} MB at most (goals: p95 under 2 s, memory under 1,000 MB)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))

"""Many at once: two hundred askers on one process, each served."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from api.schemas import Question
from api.streams import Streams
from assistant.claims import Answer, Event, Step, Turn


class Slowish:
    """Takes ten milliseconds of waiting for each answer."""

    def ask(
        self, question: str, *, reports: Sequence[str] = (), history: Sequence[Turn] = (), id: str | None = None
    ) -> Answer:
        return Answer(id or "x", question, "vi", "Có.", False)

    def events(self, question: str, *, reports=(), history=(), id=None, stopped=lambda: False) -> Iterator[Event]:
        yield Event(Step.UNDERSTOOD, question)
        time.sleep(0.01)
        yield Event(Step.WORDS, "Có.")
        yield Event(Step.ANSWERED, answer=self.ask(question, id=id))


def test_two_hundred_askers_at_once_are_all_served_and_each_hears_its_own_answer() -> None:
    kept: list[str] = []

    async def main() -> list[str]:
        streams = Streams(Slowish(), keep=lambda answer, question, who: kept.append(answer.id))

        async def one(n: int) -> str:
            last = [sent async for _, sent in streams.start(Question(question=f"Câu {n}?")).watch()][-1]
            assert last.answer is not None
            return last.answer.question

        asked = await asyncio.gather(*(one(n) for n in range(200)))
        streams.close()
        return asked

    with ThreadPoolExecutor(1) as fresh:  # a thread whose event loop nobody else has begun
        asked = fresh.submit(lambda: asyncio.run(main())).result()
    assert asked == [f"Câu {n}?" for n in range(200)]
    assert len(set(kept)) == 200

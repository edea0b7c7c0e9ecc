"""Many at once: two hundred askers on one process, each served; what was answered before is answered at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from api.remembering import Remembering
from api.schemas import Question
from api.streams import Sent, Stream, Streams
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
            last = [told async for told in streams.start(Question(question=f"Câu {n}?")).watch()][-1][-1][1]
            assert last.answer is not None
            return last.answer.question

        asked = await asyncio.gather(*(one(n) for n in range(200)))
        streams.close()
        return asked

    with ThreadPoolExecutor(1) as fresh:  # a thread whose event loop nobody else has begun
        asked = fresh.submit(lambda: asyncio.run(main())).result()
    assert asked == [f"Câu {n}?" for n in range(200)]
    assert len(set(kept)) == 200


def test_a_step_that_is_not_worth_waking_for_is_told_with_the_next_one() -> None:
    async def main() -> list[list[str]]:
        stream = Stream("x", asyncio.get_running_loop())
        told: list[list[str]] = []

        async def watch() -> None:
            async for some in stream.watch():
                told.append([sent.step for _, sent in some])

        watching = asyncio.ensure_future(watch())
        await asyncio.sleep(0)
        stream.push(Sent("understood"), tell=False)
        await asyncio.sleep(0.02)
        assert told == []
        stream.push(Sent("words"))
        stream.finish()
        await watching
        return told

    with ThreadPoolExecutor(1) as fresh:
        assert fresh.submit(lambda: asyncio.run(main())).result() == [["understood", "words"]]


def heard(asker: Remembering, question: str, id: str, history: Sequence[Turn] = ()) -> list[Event]:
    return list(asker.events(question, history=history, id=id))


def test_what_was_answered_is_answered_again_under_an_id_of_its_own_until_the_store_changes() -> None:
    asked: list[str] = []
    stamp = 1

    class Counting(Slowish):
        def events(self, question: str, **more: object) -> Iterator[Event]:
            asked.append(question)
            yield from super().events(question, **more)

    asker = Remembering(Counting(), lambda: stamp)
    first, again = heard(asker, "Bao nhiêu?", "a"), heard(asker, "Bao nhiêu?", "b")
    assert [e.step for e in first] == [e.step for e in again]
    assert (first[-1].answer and first[-1].answer.id, again[-1].answer and again[-1].answer.id) == ("a", "b")
    assert asked == ["Bao nhiêu?"]
    heard(asker, "Bao nhiêu?", "c", [Turn("user", "Năm 2023?")])  # a follow-up is another question
    assert len(asked) == 2
    stamp = 2
    heard(asker, "Bao nhiêu?", "d")
    assert len(asked) == 3


def test_an_answer_broken_off_is_not_remembered() -> None:
    asker = Remembering(Slowish(), lambda: 1)
    begun = asker.events("Bao nhiêu?", id="a")
    next(begun)
    begun.close()
    assert heard(asker, "Bao nhiêu?", "b")[-1].answer is not None
    stopped = list(asker.events("Bao nhiêu?", id="c", stopped=lambda: True))
    assert stopped == []

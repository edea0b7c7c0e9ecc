"""Many who ask at the same moment: none waits for another's work, and what all need is made once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest

from assistant.answer import Assistant
from assistant.evidence.once import Once
from assistant.evidence.shelf import Shelf
from assistant.words.terms import default_lexicon
from tests.conftest import SpellingEmbedder
from vectorstore.library import Library

SAMPLE = Path(__file__).parents[2] / "samples" / "vinh-trach-2024.docx"
PEOPLE = 8
Held = TypeVar("Held")


class Asked:
    """Something with a property that takes time."""

    def __init__(self, work: Callable[[], int]) -> None:
        self.work = work

    @Once
    def answer(self) -> int:
        """What the work gives."""
        return self.work()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("at-once"), SpellingEmbedder()) as library:
        library.ingest(SAMPLE)
        yield library


def at_once(read: Callable[[], Held]) -> list[Held]:
    """What so many threads read that set out together."""
    together = threading.Barrier(PEOPLE, timeout=20)

    def one(_: int) -> Held:
        together.wait()
        return read()

    with ThreadPoolExecutor(PEOPLE) as pool:
        return list(pool.map(one, range(PEOPLE)))


def test_a_property_is_worked_out_once() -> None:
    counted: list[int] = []
    asked = Asked(lambda: counted.append(1) or 7)  # type: ignore[func-returns-value]
    assert (asked.answer, asked.answer, counted) == (7, 7, [1])


def test_the_properties_of_two_objects_are_worked_out_at_the_same_time() -> None:
    both_at_work = threading.Barrier(2, timeout=20)
    with ThreadPoolExecutor(2) as pool:
        arrived = list(pool.map(lambda asked: asked.answer, [Asked(both_at_work.wait), Asked(both_at_work.wait)]))
    assert sorted(arrived) == [0, 1]


def test_many_who_ask_a_report_at_once_share_one_index(library: Library) -> None:
    shelf = Shelf(library, default_lexicon())
    report = library.reports()[0].id
    assert len({id(index) for index in at_once(lambda: shelf.index(report))}) == 1


def test_a_warm_shelf_holds_what_the_first_question_needs(library: Library) -> None:
    shelf = Shelf(library, default_lexicon())
    shelf.warm()
    index = shelf.index(library.reports()[-1].id)
    assert {"checks", "findings"} <= vars(index).keys()


def test_a_shelf_of_an_empty_store_can_be_warmed(tmp_path: Path) -> None:
    with Library.open(tmp_path, SpellingEmbedder()) as empty:
        Shelf(empty, default_lexicon()).warm()
        assert Assistant(empty).ask("Có bao nhiêu hồ sơ?").abstained


def test_many_who_type_without_marks_at_once_share_one_vocabulary(library: Library) -> None:
    shelf = Shelf(library, default_lexicon())
    assert len({id(held) for held in at_once(shelf.vocabulary)}) == 1

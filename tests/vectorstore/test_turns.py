"""Turns at work: who gives way lets those go first who have not begun, and no longer than a while."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from vectorstore import turns as module
from vectorstore.turns import Turns, give_way


class Office:
    """One turn at work for several; who works is written down."""

    def __init__(self, people: int, waiting: int = 4) -> None:
        self.turns = Turns(1, waiting)
        self.told: list[str] = []
        self.all_here = threading.Event()
        for _ in range(people):
            self.turns.announce()

    def work(self, name: str, *, gives_way: bool = False) -> None:
        with self.turns.taken():
            self.all_here.wait(5)
            if gives_way:
                give_way()
            self.told.append(name)


def _all_work(office: Office, *names: str) -> None:
    with ThreadPoolExecutor(len(names)) as pool:
        for name in names:
            pool.submit(office.work, name, gives_way=name.startswith("long"))
            time.sleep(0.02)  # in this order
        office.all_here.set()


def test_who_gives_way_goes_on_when_all_others_have_begun():
    office = Office(4)
    _all_work(office, "long", "short 1", "short 2", "short 3")
    assert office.told == ["short 1", "short 2", "short 3", "long"]


def test_of_several_who_give_way_each_has_a_turn_in_the_end():
    office = Office(5)
    _all_work(office, "long 1", "long 2", "short 1", "long 3", "short 2")
    assert set(office.told[:2]) == {"short 1", "short 2"}
    assert set(office.told[2:]) == {"long 1", "long 2", "long 3"}


def test_no_more_give_way_than_may():
    office = Office(3, waiting=0)
    _all_work(office, "long", "short 1", "short 2")
    assert office.told[0] == "long"


def test_nobody_gives_way_longer_than_the_bound(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "LONGEST", 0.05)
    office = Office(2)  # the second never comes
    _all_work(office, "long")
    assert office.told == ["long"]


def test_who_was_announced_and_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "LONGEST", 60.0)
    office = Office(2)
    office.turns.withdraw()
    _all_work(office, "long")
    assert office.told == ["long"]


def test_alone_and_outside_of_a_turn_nobody_waits():
    give_way()
    office = Office(1)
    _all_work(office, "long")
    assert office.told == ["long"]

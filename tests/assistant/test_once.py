"""What is worked out of an index is kept with it, and goes with it."""

from __future__ import annotations

from assistant.evidence.once import Keeper


class _Read(Keeper):
    def __init__(self) -> None:
        self.times = 0


def _count(held: _Read, by: int = 1) -> tuple[int, ...]:
    held.times += by
    return ()


def test_what_is_worked_out_is_kept_by_what_is_given_even_where_it_is_nothing() -> None:
    held, other = _Read(), _Read()
    assert [held.once(_count), held.once(_count), held.once(_count, 5), held.once(_count, 5)] == [()] * 4
    assert held.times == 6
    other.once(_count)
    assert other.times == 1

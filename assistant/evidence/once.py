"""A property that is worked out when first read and kept with its object, without a lock.

Until Python 3.12 the one of functools lets only one thread at a time work out the property of any object: while one
answer waited for an embedding, all others waited for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class Once(Generic[Value]):
    """Decorates a method of an object that belongs to one thread; two threads might both work it out."""

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, held: None, owner: type) -> Once[Value]: ...
    @overload
    def __get__(self, held: object, owner: type) -> Value: ...
    def __get__(self, held: object | None, owner: type) -> Once[Value] | Value:
        if held is None:
            return self
        value = held.__dict__[self._name] = self._work(held)  # found there before this is asked again
        return value

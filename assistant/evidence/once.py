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


class Keeper:
    """Keeps what its readers work out of it, each under the function that does, as long as it lives itself."""

    def once(self, work: Callable[..., Value], *given: object) -> Value:
        """What `work` makes of the object and of what is given; made when first asked for."""
        kept: dict[tuple[object, ...], Value] = vars(self).setdefault("_kept", {})
        known = kept.get((work, *given))
        if known is None:
            known = kept[work, *given] = work(self, *given)
        return known

"""Dataclasses to JSON and back, exactly: what is decoded equals what was encoded.

The fields' annotations say how: nested dataclasses, tuples, enums, `Decimal`, optional values. A field that holds its
default is left out, so that a field added later with a default reads from older records. Fields whose names begin with
"_" are caches and are not written.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
import zlib
from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")
_Step = Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


@cache
def _coder(kind: Hashable) -> tuple[_Step, _Step]:
    """The pair (encode, decode) for one annotation. Raises: TypeError for an annotation that is not provided for."""
    if kind in (str, int, float, bool, type(None)):
        return _same, _same
    if kind is Decimal:
        return str, Decimal
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = {member.value: member for member in kind}  # calling the class is many times as slow
        return (lambda v: v.value), members.__getitem__
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _dataclass_coder(kind)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return _same, _same
    if origin in (typing.Union, types.UnionType) and len(args) == 2 and type(None) in args:
        encode, decode = _coder(next(a for a in args if a is not type(None)))
        return (lambda v: None if v is None else encode(v)), (lambda v: None if v is None else decode(v))
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        encode_one, decode_one = _coder(args[0])
        return (lambda v: [encode_one(x) for x in v]), (lambda v: tuple([decode_one(x) for x in v]))
    raise TypeError(f"no JSON form for {kind!r}")


def _dataclass_coder(kind: type) -> tuple[_Step, _Step]:
    hints = typing.get_type_hints(kind)
    plan: list[tuple[str, Any, _Step, _Step]] = []
    for f in dataclasses.fields(kind):
        if not f.name.startswith("_"):
            encode, decode = _coder(hints[f.name])
            plan.append((f.name, f.default, encode, decode))
    nested = [(name, decode) for name, _, _, decode in plan if decode is not _same]

    def write(value: Any) -> dict[str, Any]:
        out = {}
        for name, default, encode, _ in plan:
            got = getattr(value, name)
            if got is default or (default is not dataclasses.MISSING and got == default):
                continue
            out[name] = encode(got)
        return out

    def read(data: dict[str, Any]) -> Any:
        for name, decode in nested:
            if name in data:
                data[name] = decode(data[name])  # freshly read from JSON: nobody else holds it
        return kind(**data)

    return write, read


def to_json(value: object) -> str:
    """A dataclass as compact JSON."""
    encode, _ = _coder(cast(Hashable, type(value)))
    return json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[T], text: str | bytes) -> T:
    """The dataclass of that kind that `to_json` wrote."""
    _, decode = _coder(cast(Hashable, kind))
    return cast(T, decode(json.loads(text)))


def every_from_json(kind: type[T], texts: Iterable[str]) -> tuple[T, ...]:
    """The dataclasses of many texts that `to_json` wrote, read at one go."""
    _, decode = _coder(cast(Hashable, kind))
    return tuple([cast(T, decode(data)) for data in json.loads(f"[{','.join(texts)}]")])


def pack(value: object) -> bytes:
    """A dataclass as compressed JSON."""
    return zlib.compress(to_json(value).encode("utf-8"), 6)


def unpack(kind: type[T], data: bytes) -> T:
    """The dataclass of that kind that `pack` wrote."""
    return from_json(kind, zlib.decompress(data))

"""JSON forms of reports and ledgers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import make_reading

from ingest.ledgers import Figure
from ingest.reading import Reading
from vectorstore.codec import from_json, pack, to_json, unpack


def test_a_reading_comes_back_exactly_as_it_was_packed():
    reading = make_reading()
    assert unpack(Reading, pack(reading)) == reading


def test_the_same_reading_packs_to_the_same_bytes():
    assert pack(make_reading()) == pack(make_reading())


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_figures_value_keeps_every_digit(value: Decimal):
    figure = replace(make_reading().figures[0], value=value)
    back = from_json(Figure, to_json(figure))
    assert str(back.value) == str(value)


@dataclass(frozen=True)
class Old:
    name: str


@dataclass(frozen=True)
class New:
    name: str
    kind: str = "unknown"


def test_a_record_written_before_a_field_was_added_reads_with_its_default():
    assert from_json(New, to_json(Old("a"))) == New("a", "unknown")


@dataclass(frozen=True)
class Odd:
    value: set[int]


def test_a_type_that_is_not_provided_for_is_refused():
    with pytest.raises(TypeError):
        to_json(Odd({1}))

"""The places that a question names, of those that have reports."""

from __future__ import annotations

import pytest

from assistant.asked.places import known_places

KNOWN = ("Xã Gò Nhất", "Xã Bình Gò Nhất", "Xã Bình Gò")


@pytest.mark.parametrize("bare", [False, True])
def test_a_name_inside_a_longer_one_names_no_place(bare: bool) -> None:
    text = "trong thang 4 xa binh go nhat con bao nhieu ho so" if bare else "Tháng 4 xã Bình Gò Nhất còn mấy hồ sơ?"
    assert [place for place, _ in known_places(text, KNOWN, bare=bare)] == ["xa binh go nhat"]


def test_both_of_two_places_are_named() -> None:
    named = known_places("Xã Bình Gò Nhất và xã Gò Nhất, nơi nào nhận nhiều đơn hơn?", KNOWN, bare=False)
    assert {place for place, _ in named} == {"xa binh go nhat", "xa go nhat"}

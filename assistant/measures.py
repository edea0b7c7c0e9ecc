"""What is asked for by one name and told in a unit of another: "bao nhiêu tiền" in đồng, "bao nhiêu đất" in ha."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.language.fold import fold

_MONEY = ("đồng",)
_UNITS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("so tien", "tien", "kinh phi", "chi phi", "von", "ngan sach", "gia tri", "du toan", "money", "funding"), _MONEY
    ),
    **dict.fromkeys(("dat dai", "dien tich"), ("ha", "m2", "km2")),
    "met": ("m", "km"),
    "nhan luc": ("người",),
}


def measured(keys: Sequence[str]) -> tuple[str, ...]:
    """The units in which a thing is told besides its own name, by the concepts of the noun that is counted."""
    return _UNITS.get(fold(keys[0]), ()) if keys else ()

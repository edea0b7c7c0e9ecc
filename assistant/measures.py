"""What is asked for by one name and told in a unit of another: "bao nhiêu tiền" in đồng, "how many pigs" in con."""

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
    **dict.fromkeys(
        (
            *("heo", "bo", "trau", "trau, bo", "ga", "vit", "gia cam", "gia suc", "gia suc, gia cam", "con de"),
            *("vat nuoi", "tong dan", "dong vat hoang da"),
        ),
        ("con",),
    ),
    "nha": ("căn", "ngôi"),
    "nha tam": ("căn", "ngôi"),
    "tau ca": ("chiếc", "tàu"),
    "xe": ("chiếc", "xe"),
    "tre em": ("em", "trẻ", "cháu"),
    "hoc sinh": ("em",),
    "qua": ("suất", "phần"),
    "phan qua": ("suất", "phần"),
    **dict.fromkeys(("cay xanh", "cay phan tan"), ("cây",)),
    "nhan luc": ("người",),
    "luot": ("lần",),  # "số lần tiếp công dân" is told in both
}

OF_ITSELF = frozenset({"ha", "m2", "km2", "m", "km"})  # units that tell what is measured: an area, a length

_AREA, _OUTPUT, _YIELD = frozenset({"diện tích"}), frozenset({"sản lượng"}), frozenset({"năng suất"})
_SAID_BY: dict[str, frozenset[str]] = {
    **dict.fromkeys(("ha", "m2", "m²", "km2", "km²"), _AREA),
    "tan": _OUTPUT,
    **dict.fromkeys(("ta/ha", "tan/ha"), _YIELD),
}


def said_by(unit: str) -> frozenset[str]:
    """The concepts that a unit says by itself: what is told in hectares is an area, in "tạ/ha" a yield."""
    return _SAID_BY.get(fold(unit), frozenset())


def measured(keys: Sequence[str]) -> tuple[str, ...]:
    """The units in which a thing is told besides its own name, by the concepts of the noun that is counted."""
    return _UNITS.get(fold(keys[0]), ()) if keys else ()

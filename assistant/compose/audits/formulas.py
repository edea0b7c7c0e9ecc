"""Formulas as reports are checked by them, made plain so that they can be worked out anew."""

from __future__ import annotations

import re

from ingest.language.numbers import parse_number


def plain_formula(text: str) -> str:
    """A formula as printed, its numbers made plain: "21.846 + 3.154" gives "21846 + 3154"; "" if it is not one."""
    out = []
    for part in re.findall(r"\d+(?:[.,]\d+)*\s?%?|[-+−×÷*/:()]|\S+", text):
        if part[0].isdigit():
            value = parse_number(part.replace("%", "").strip())
            if value is None:
                return ""
            out.append(f"{value:f}")
        elif part in "-+−×÷*/:()":
            out.append({"−": "-", "×": "*", "÷": "/", ":": "/"}.get(part, part))
        else:
            return ""
    return " ".join(out)

"""What a problem of the figures asks for, with its numbers as the report prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.draft.types import Source
from ingest.ledgers import Figure, Role
from prompts.phrases import Family

AT_MOST = 6  # numbers in one phrase


def issue_phrase(family: Family, issue: str, sources: Sequence[Source], figures: dict[str, Figure]) -> str:
    """The family's phrase for an issue, its slots filled from the figures of the sources."""
    pattern = family.issues.get(issue) or "khắc phục những nội dung còn tồn tại ({figures})"
    numbers = [figures[i] for s in sources for i in s.figures if i in figures]
    text = pattern.replace("{indicator}", _indicator(numbers[0]) if numbers else "các chỉ số giảm")
    shown = _numbers(numbers)
    if "{figures}" not in text:
        return text
    if not shown:
        return re.sub(r"\s*\([^()]*\{figures\}[^()]*\)", "", text)
    return text.replace("{figures}", shown)


def _numbers(figures: Sequence[Figure]) -> str:
    """ "cấp xã: 51 hồ sơ, 03 hồ sơ; cấp huyện: 27 hồ sơ": each number with its unit, under its level where it has
    one."""
    scopes: dict[str, list[str]] = {}
    for figure in figures[:AT_MOST]:
        unit = "" if figure.text.rstrip().endswith("%") or figure.unit == "%" else f" {figure.unit}"
        number = figure.text.strip() + ("%" if figure.unit == "%" and "%" not in figure.text else "")
        told = f"{number}{unit}".strip()
        if figure.role is Role.CHANGE:
            told = (
                f"giảm {told}"
                if figure.comparison and figure.comparison.change and figure.comparison.change < 0
                else f"tăng {told}"
            )
        members = scopes.setdefault(figure.scope, [])
        if told not in members:
            members.append(told)
    parts = [f"{scope}: {', '.join(members)}" if scope else ", ".join(members) for scope, members in scopes.items()]
    return "; ".join(parts)


def _indicator(figure: Figure) -> str:
    """What a figure counts, without what leads up to it or hangs on it."""
    name = re.sub(r"^(?:tỷ lệ tỷ lệ)", "tỷ lệ", figure.indicator.split(":")[0].strip())
    name = re.sub(r"\s+của (?:huyện|xã|tỉnh|phường|thị xã|thành phố)$", "", name)
    words = name.split()
    return " ".join(words[-14:]) if words else "các chỉ số giảm"

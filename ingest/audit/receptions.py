"""Receptions of citizens by the head of an office, told in two places with numbers that cannot both be right.

The head receives citizens on fixed days and whenever the matter asks for it (Law on Citizen Reception 2013, articles 12
to 15 and 18): the regular receptions are a part of all of them and cannot be more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.audit.quantities import unit_name
from ingest.language.fold import content_id, fold
from ingest.ledgers import Figure, Finding, FindingKind, Role, Severity
from ingest.report import Report

_HEAD = re.compile(
    r"\b(?P<who>chu tich|thu truong|giam doc|bi thu)\s+(?P<body>ubnd|uy ban nhan dan|so|phong|huyen uy|tinh uy)?"
    r"\s*(?P<level>cac |huyen|tinh|xa|phuong|thi tran|thanh pho|dac khu)?"
)
_RECEIVES = re.compile(r"\btiep(?! (?:nhan|tuc|can|theo|thu))\b")
_REGULAR = re.compile(r"\bdinh ky\b")
_LEVEL = re.compile(r"\b(?:huyen|tinh|xa|phuong|thi tran|thanh pho|dac khu)\b")
_UNITS = ("luot", "nguoi")


@dataclass(frozen=True, slots=True)
class _Reception:
    """A count of receptions by one head; `regular` where only those on fixed days are counted."""

    figure: Figure
    key: tuple[str, str, str, str]
    regular: bool


def reception_findings(report: Report, figures: tuple[Figure, ...]) -> Iterator[Finding]:
    """Counts of one head's receptions in two blocks: regular ones beyond the whole, or one count with two values."""
    home = _LEVEL.search(fold(report.issuer))
    known: dict[tuple[str, str, str, str], list[_Reception]] = {}
    for f in figures:
        told = _reception(f, home[0] if home else "")
        if told is None:
            continue
        for other in known.setdefault(told.key, []):
            if other.figure.locator.block != f.locator.block and _apart(told, other):
                yield _finding(other.figure, f)
                return
        known[told.key].append(told)


def _reception(f: Figure, home: str) -> _Reception | None:
    if f.role not in (Role.ACTUAL, Role.PART, Role.TOTAL) or unit_name(f.unit) not in _UNITS:
        return None
    words = fold(f.scope if _HEAD.search(fold(f.scope)) else f.indicator)
    heads = list(_HEAD.finditer(words))
    if len(heads) != 1 or heads[0]["level"] == "cac " or not _RECEIVES.search(fold(f.indicator)):
        return None
    head = heads[0]
    return _Reception(
        f,
        (head["who"], head["level"] or home, unit_name(f.unit), f.period),
        _REGULAR.search(fold(f.indicator)) is not None,
    )


def _apart(a: _Reception, b: _Reception) -> bool:
    if a.regular == b.regular:
        return a.figure.value != b.figure.value
    part, whole = (a, b) if a.regular else (b, a)
    return part.figure.value > whole.figure.value


def _finding(first: Figure, other: Figure) -> Finding:
    a, b = (f"{f.text} {f.unit}" for f in (first, other))
    return Finding(
        content_id("d", "reception", first.id, other.id), FindingKind.REPEAT, Severity.WARNING,
        f"Số tiếp công dân của cùng một người đứng đầu là {a} ở {first.locator.label} và {b} ở {other.locator.label}. "
        "Không xác định được số nào đúng, hoặc hai nơi tính theo cách khác nhau.",
        a, b, (first.id, other.id), (first.locator, other.locator), (first.quote, other.quote),
    )  # fmt: skip

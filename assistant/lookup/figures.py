"""The look-up desk for figures, and their series over the reports of several years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from assistant.lookup.words import concepts, held, rank
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.periods import contains, periods
from ingest.ledgers import Figure, Role

_NOT_A_VALUE = (Role.TARGET, Role.CHANGE, Role.RANK)
_SHARED = 0.6
"""Part of the words that two indicators must share to be of one series."""


class Ledger(Protocol):
    """What keeps the figures of the reports."""

    def figures(self, reports: Iterable[str] = ()) -> tuple[Figure, ...]:
        """Those of some reports, or of all."""


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator over its periods, one figure a period, oldest first; `warnings` say where it is not one measure."""

    indicator: str
    unit: str
    scope: str
    figures: tuple[Figure, ...]
    warnings: tuple[str, ...] = ()


def find_figures(
    ledger: Ledger,
    query: str = "",
    reports: Sequence[str] = (),
    *,
    unit: str = "",
    period: str = "",
    scope: str = "",
) -> tuple[Figure, ...]:
    """The figures that answer a query, best first; all of them, in reading order, for an empty one."""
    kept = [
        f
        for f in ledger.figures(reports)
        if (not unit or fold(unit) in (fold(f.unit), unit_key(f.unit)))
        and (not period or f.period == period)
        and (not scope or fold(scope) in fold(f.scope))
    ]
    return match_figures(query, kept)


def match_figures(query: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures whose indicator, unit, scope, period or printed number answer a query, best first."""
    said = [p for p in periods(query) if not p.relative and re.search(r"\d{4}", p.period)]
    rest = query
    for p in sorted(said, key=lambda p: -p.start):
        rest = rest[: p.start] + " " + rest[p.end :]
    pool = list(figures)
    if said:
        pool = [f for f in pool if any(f.period == p.period or contains(p.period, f.period) for p in said)]
    wanted = concepts(rest)
    ranked = rank(wanted, [held(_text(f)) for f in pool])
    return tuple(pool[i] for i, _ in ranked)


def series(figures: Sequence[Figure]) -> tuple[Series, ...]:
    """The series that some figures make: like indicators of one unit kind over two periods or more, longest first.

    A warning tells where the unit, the scope or the reporting office changes between two periods.
    """
    groups: list[list[Figure]] = []
    for f in figures:
        if f.period and f.role not in _NOT_A_VALUE and f.high is None:
            home = next((g for g in groups if _alike(g[0], f)), None)
            if home is None:
                groups.append([f])
            else:
                home.append(f)
    out = []
    for group in groups:
        by_period: dict[str, Figure] = {}
        for f in group:
            by_period.setdefault(f.period, f)
        if len(by_period) > 1:
            line = tuple(by_period[p] for p in sorted(by_period))
            out.append(Series(line[-1].indicator, line[-1].unit, line[-1].scope, line, _warnings(line, group)))
    return tuple(sorted(out, key=lambda s: -len(s.figures)))


def _alike(a: Figure, b: Figure) -> bool:
    left, right = set(fold(a.indicator).split()), set(fold(b.indicator).split())
    if not left or not right or (a.unit == "%") != (b.unit == "%"):
        return False
    if len(left & right) < _SHARED * len(left | right):
        return False
    # Within one report two scopes are two measures; over the years a changed scope is a changed measure, and warned of.
    return fold(a.scope) == fold(b.scope) or (a.locator.report != b.locator.report and not (a.scope and b.scope))


def _same_words(a: Figure, b: Figure) -> bool:
    """Whether two indicators read the same but for their years and percentages."""
    left, right = ({w for w in re.findall(r"[^\W\d_]+", fold(f.indicator))} for f in (a, b))
    return len(left & right) >= 0.8 * len(left | right)


def _warnings(line: tuple[Figure, ...], group: list[Figure]) -> tuple[str, ...]:
    out = []
    for a, b in pairwise(line):
        if unit_key(a.unit) != unit_key(b.unit):
            out.append(f"Đơn vị tính đổi từ “{a.unit}” ({a.period}) sang “{b.unit}” ({b.period}).")
        if fold(a.scope) != fold(b.scope):
            out.append(f"Phạm vi đổi từ “{a.scope or 'chung'}” ({a.period}) sang “{b.scope or 'chung'}” ({b.period}).")
        if not _same_words(a, b):
            out.append(f"Tên chỉ tiêu khác nhau: “{a.indicator}” ({a.period}), “{b.indicator}” ({b.period}).")
    for period in dict.fromkeys(f.period for f in group):
        values = {f.value for f in group if f.period == period}
        if len(values) > 1:
            out.append(f"Kỳ {period} có {len(values)} giá trị khác nhau.")
    return tuple(out)


def _text(f: Figure) -> str:
    return " ".join((f.indicator, f.unit, f.scope, f.period, f.text))

"""Comparing: pairs ("351/317"), rises and falls, and what a figure of a sentence is set against."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ingest.figures import roles
from ingest.figures.clauses import Counted
from ingest.figures.compounds import head_unit
from ingest.figures.draft import Draft
from ingest.figures.timeline import Timeline
from ingest.language.periods import previous, same_period_last_year
from ingest.ledgers import Comparison, Role

# How many figures back, and how many characters on, a comparison may reach.
BACK = 6
AHEAD = 160
NEAR = 120
# As many words behind a change may name what changed ("giảm 02 người chết").
SAID = 4


def share_of(drafts: list[Draft], value: Decimal, last: Draft) -> Draft:
    """The figure whose share a percentage is: the pair that it proves, else the last count."""
    recent = drafts[-BACK:]
    for d in reversed(recent):
        if d.denominator is not None and roles.shares(d.value, d.denominator, value):
            return d
    # "A hồ sơ trên tổng số B hồ sơ, đạt P%": the share is of A
    if len(recent) > 1 and last.role is Role.TOTAL and roles.shares(recent[-2].value, last.value, value):
        return recent[-2]
    return next((d for d in reversed(recent) if d.unit != "%" and d.role is not Role.CHANGE), last)


def compared(drafts: list[Draft], unit: str, last: Draft, said: str = "", depth: int | None = None) -> Draft:
    """The figure that a change is a change of: the last one of its unit, and of what is `said` of it ("02 người chết").

    A change outside a bracket is none of what stands in it: `depth` counts the brackets open at the change.
    """
    alike = [
        d
        for d in drafts[-BACK:]
        if (head_unit(d.unit) == head_unit(unit) or {d.unit, unit} <= {"%", "điểm", "điểm phần trăm"})
        and d.role not in {Role.CHANGE, Role.PREVIOUS}
    ]
    if depth is not None and last.depth > depth:
        outside = [d for d in drafts[-2 * BACK :] if d.depth <= depth and d.role not in {Role.CHANGE, Role.PREVIOUS}]
        alike = (
            [d for d in outside if head_unit(d.unit) == head_unit(unit)] or (outside if unit == "%" else []) or alike
        )
    of = [d for d in alike if said and said.lower() in d.indicator.lower()]
    return (of or alike or [last])[-1]


def base_of(drafts: list[Draft], change: Draft) -> Draft | None:
    """The figure that was told a change when it was read; None where `change` is none or of none."""
    if change.role is not Role.CHANGE:
        return None
    return next((d for d in reversed(drafts) if d is not change and d.comparison is change.comparison), None)


def add_earlier(drafts: list[Draft], unit: str, draft: Draft, last: Draft) -> None:
    """Adds the value of an earlier period to the drafts, and tells it to the figure of its sentence that it is set
    against, where that is told nothing else."""
    base = base_of(drafts, last) or compared(drafts, unit, last)
    told = Comparison(base.period, base.value)
    drafts.append(replace(draft, role=Role.PREVIOUS, indicator=base.indicator, comparison=told))
    if base.comparison is None and base.start == draft.start and head_unit(base.unit) == head_unit(draft.unit):
        at = next(i for i in range(len(drafts) - 1, -1, -1) if drafts[i] is base)
        drafts[at] = replace(base, comparison=Comparison(draft.period, draft.value))


def read_pair(
    c: Counted,
    draft: Draft,
    before: str,
    text: str,
    later: list[Counted],
    timeline: Timeline,
    *,
    comparing: bool,
    last: Draft | None = None,
) -> tuple[Draft, ...]:
    """The figures of a pair, the upper number last. The lower one is a figure of its own where it is last year's or a
    target; a total stands in the comparison alone. `later` are the numbers that follow in the text, `last` the figure
    before it.
    """
    n = c.number
    if n.second is None:
        return (draft,)
    near = [x for x in later[:2] if x.number.start - n.end < AHEAD]
    percents = [x for x in near if x.unit == "%" and x.number.second is None]
    after = text[n.end : min(n.end + AHEAD, max(c.end, n.end))].partition(";")[0]
    told = (
        last is not None and last.unit == "%" and c.depth > last.depth and roles.shares(n.value, n.second, last.value)
    )
    reading = "total" if told else roles.pair_reading(c, before, after, percents, comparing=comparing)
    second = replace(draft, value=n.second, text=n.second_text, at=n.second_at)
    if reading == "rank":
        return (replace(draft, role=Role.RANK, comparison=Comparison("total", n.second)),)
    if reading == "scale":
        return (replace(draft, comparison=Comparison("total", n.second)),)
    if reading == "people":
        return (replace(second, unit="người"), replace(draft, unit="lượt"))
    if reading == "previous":
        period = timeline.compared_with(c.from_, n.end + NEAR)
        period = period or same_period_last_year(draft.period) or previous(draft.period)
        difference = abs(n.value - n.second)
        stated = any(x.number.value == difference for x in later[:2])
        change = n.value - n.second if stated else None
        return (
            replace(second, role=Role.PREVIOUS, period=period, comparison=Comparison(draft.period, n.value)),
            replace(draft, role=Role.ACTUAL, comparison=Comparison(period, n.second, change)),
        )
    if reading == "target":
        return (
            replace(second, role=Role.TARGET, indicator=f"{draft.indicator} (chỉ tiêu)"),
            replace(draft, role=Role.ACTUAL, comparison=Comparison("target", n.second), denominator=n.second),
        )
    role = Role.TARGET if draft.role is Role.TARGET else Role.PART
    return (replace(draft, role=role, comparison=Comparison("total", n.second), denominator=n.second),)


def is_unsaid_change(c: Counted, later: list[Counted], timeline: Timeline) -> bool:
    """Whether a number compared with another period is the difference of the pair behind it, "tăng" left out."""
    if not timeline.compared_with(c.unit_end, c.to + 1):
        return False
    nearest = [x.number for x in later[:1]]
    return any(n.second is not None and abs(n.value - n.second) == c.number.value for n in nearest)


def add_change(drafts: list[Draft], c: Counted, draft: Draft, before: str, timeline: Timeline) -> None:
    """Adds a rise or fall to the drafts, and tells it to the figure that it is a change of."""
    sign = roles.change_sign(before) or roles.change_sign(f"{c.label.partition(' so ')[0]} ") or 1
    against = (
        ("target" if roles.OF_GOAL.match(c.tail) else "")
        or timeline.compared_with(c.unit_end, c.to + 1)
        or timeline.compared_with(c.from_, c.number.start)
        or timeline.compared_with(c.number.end, c.end)
        or same_period_last_year(draft.period)
    )
    change = Comparison(against, None, sign * draft.value)
    if drafts:
        said = c.tail.partition(" so ")[0].strip()
        base = compared(drafts, c.unit, drafts[-1], said if len(said.split()) <= SAID else "", c.depth)
        if base.comparison is None and base.start <= c.number.start <= base.end and base.role is not Role.CHANGE:
            at = next(i for i in range(len(drafts) - 1, -1, -1) if drafts[i] is base)
            drafts[at] = replace(base, comparison=change)
    drafts.append(replace(draft, role=Role.CHANGE, comparison=change))

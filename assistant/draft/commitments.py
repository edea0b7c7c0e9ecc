"""The commitment tracker: last year's directions, and what this year's report shows of each.

A direction is followed thing by thing, between its semicolons. Where it set a number, this year's figure of that unit
and
matter decides; otherwise what the report says was done. Nothing found is said to be nothing found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.claims import Citation
from assistant.draft.gather import Gathered, Material
from assistant.draft.headings import Part
from assistant.draft.kinship import content, share
from assistant.draft.points import parts
from assistant.draft.types import Commitment, Kept, Source
from ingest.figures.compounds import head_unit
from ingest.language.fold import fold
from ingest.language.sentences import clauses, sentences
from ingest.ledgers import Figure, Role
from ingest.report import Block, BlockKind, Locator, locate, quote_at

_NEAR = 0.5
_SAME = 0.6
_DONE = re.compile(
    r"(?:đã|hoàn thành|được tổ chức|đạt|tổ chức|thực hiện|ban hành|duy trì|tiến hành|công nhận|lắp đặt)", re.IGNORECASE
)
_CLEARED = re.compile(r"dứt điểm|tồn đọng|còn tồn", re.IGNORECASE)
_LEFT = re.compile(r"ton|con lai|chua giai quyet")
MOST = 60


def track(before: Gathered, now: Gathered) -> tuple[Commitment, ...]:
    """Each direction of the report before, with its evidence in the report now."""
    evidence = _evidence(now.material)
    figures = [f for f in now.material.figures if f.role in (Role.ACTUAL, Role.TOTAL, Role.PART, Role.SHARE)]
    forward = {id for id, part in parts(now.material.report).items() if part is Part.DIRECTION}
    figures = [f for f in figures if now.material.report.block(f.locator.block).section not in forward]
    return tuple(_follow(d, before.material, now, evidence, figures) for d in before.directions[:MOST])


def _evidence(material: Material) -> list[tuple[str, Locator, frozenset[str]]]:
    """What the report says was done: the clauses outside directions, limitations and causes."""
    skip = {Part.DIRECTION, Part.LIMITATION, Part.CAUSE, Part.PROPOSAL}
    sections = parts(material.report)
    out = []
    for block in material.report.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE):
            continue
        if sections.get(block.section) in skip or not block.section:
            continue
        for start, end in _spans(block):
            quote = quote_at(block, start, end)
            out.append((quote, locate(material.report, block, start, end), content(quote)))
    return out


def _spans(block: Block) -> list[tuple[int, int]]:
    return [c for s, e in sentences(block.text) for c in clauses(block.text, s, e)]


def _follow(
    direction: Source,
    before: Material,
    now: Gathered,
    evidence: list[tuple[str, Locator, frozenset[str]]],
    figures: list[Figure],
) -> Commitment:
    targets = [f for f in before.figures if f.id in direction.figures]
    found: list[Citation] = []
    met: list[bool] = []
    whys: list[str] = []
    left: list[str] = []
    block = before.report.block(direction.locator.block)
    for start, end in clauses(block.text, direction.locator.start, direction.locator.end):
        clause = block.text[start:end].strip(" ;.")
        wanted = content(clause)
        if len(clause.split()) < 3 or not wanted:
            continue
        inside = [t for t in targets if start <= t.at < end]
        judged = [j for t in inside if (j := _judge(t, clause, figures)) is not None]
        for figure, reached, why in judged:
            met.append(reached)
            whys.append(why)
            found.append(Citation(len(found) + 1, figure.quote, figure.locator))
        if judged:
            left += [] if all(reached for _, reached, _ in judged) else [clause]
            continue
        things = [c for part in clause.split(", ") if len(c := content(part)) >= 2] or [wanted]
        scored = [(max(len(t & held) / len(t) for t in things), quote, place) for quote, place, held in evidence]
        best = max(scored, key=lambda s: s[0], default=None)
        if best is None or best[0] < _NEAR or (len(wanted) < 2 and best[0] < 1):
            met.append(False)
            whys.append(f"không thấy kết quả của việc “{_short(clause)}”")
            left.append(clause)
            continue
        found.append(Citation(len(found) + 1, best[1], best[2]))
        done = bool(_DONE.search(best[1])) and best[0] >= _SAME and not inside
        met.append(done)
        left += [] if done else [clause]
        whys.append("báo cáo nêu việc đã làm" if done else "báo cáo có nhắc đến, chưa rõ mức hoàn thành")
    restated = next(
        (Citation(1, d.quote, d.locator) for d in now.directions if share(direction.text, d.text) >= _SAME), None
    )
    why = "; ".join(dict.fromkeys(whys)) or "không thấy kết quả"
    if not found:
        return Commitment(direction, "no evidence", (), why, restated, tuple(left))
    status: Kept = "done" if met and all(met) else "in part"
    return Commitment(direction, status, tuple(_once(found)), why, restated, tuple(left))


def _judge(target: Figure, clause: str, figures: list[Figure]) -> tuple[Figure, bool, str] | None:
    """This year's figure of the target's unit and matter, and whether it reaches the target."""
    wanted = content(f"{clause if len(clause.split()) < 25 else target.indicator}")
    best, weight = None, 0.0
    for figure in figures:
        if head_unit(figure.unit) != head_unit(target.unit):
            continue
        held = content(f"{figure.indicator} {figure.quote if len(figure.quote.split()) < 60 else ''}")
        near = len(wanted & held) / len(wanted) if wanted else 0.0
        exact = content(target.indicator) & content(figure.indicator)
        near += 0.2 * len(exact) - (0.3 if fold(figure.scope) != fold(target.scope) else 0.0)
        if near > weight:
            best, weight = figure, near
    if best is None or weight < 0.8:
        return None
    if _CLEARED.search(clause):
        left = "không còn" if not best.value else f"kỳ này còn {_number(best)}"
        return (best, not best.value, left) if _LEFT.search(fold(best.indicator)) else None
    fewer = re.search(r"(?:giảm|dưới|không quá|còn)\s", clause.lower()) is not None
    reached = best.value <= target.value if fewer else best.value >= target.value
    shown = "đạt" if reached else "chưa đạt"
    return best, reached, f"{shown} mức đề ra: {_number(best)} so với {_number(target)}"


def _number(figure: Figure) -> str:
    return figure.text if "%" in figure.text or not figure.unit else f"{figure.text} {figure.unit}".strip()


def _short(clause: str) -> str:
    words = clause.split()
    return " ".join(words[:14]) + (" …" if len(words) > 14 else "")


def _once(found: list[Citation]) -> list[Citation]:
    seen: dict[tuple[str, int], Citation] = {}
    for c in found:
        seen.setdefault((c.locator.block, c.locator.start), c)
    return [Citation(n, c.quote, c.locator) for n, c in enumerate(seen.values(), 1)]


def open_still(tracked: Sequence[Commitment], now: Gathered) -> list[Source]:
    """The directions, less their clauses that were done or that this year's directions say again."""
    out = []
    for kept in tracked:
        left = [c for c in kept.left if not any(share(c, d.text) >= _SAME for d in now.directions)]
        if left:
            out.append(replace(kept.direction, text="; ".join(left)))
    return out

"""The sentences that feed a result section: those of the parts of a report that speak of its matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.draft.gather import Material
from assistant.draft.headings import Part
from assistant.draft.nounphrases import lower_first, upper_first
from assistant.draft.points import parts
from ingest.language.fold import fold
from ingest.language.sentences import sentences
from ingest.ledgers import Figure
from ingest.report import Block, BlockKind, Report

SPOKEN = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block, and the ledger figures in it."""

    block: Block
    start: int
    end: int
    figures: tuple[Figure, ...]


def fed(report: Report, words: Iterable[str]) -> set[str]:
    """The sections whose heading, or that of a section above, names the matter; those at the deepest level that
    does."""
    wanted = [fold(w) for w in words]
    named = {s.id for s in report.sections if not s.appendix and any(w in fold(s.heading) for w in wanted)}
    inside = set(named)
    for section in report.sections:
        if section.parent in inside:
            inside.add(section.id)
    return inside


def fed_sentences(material: Material, sections: set[str], *, bare: bool = False) -> Iterator[Sentence]:
    """Sentences that give figures or cite documents, and their footnotes; `bare` takes those without as well.

    Forward-looking and evaluating parts are other sections' affair.
    """
    aside = {id for id, part in parts(material.report).items() if part not in (Part.OTHER, Part.SETTING)}
    by_block: dict[str, list[Figure]] = {}
    cited: dict[str, list[int]] = {}
    for figure in material.figures:
        by_block.setdefault(figure.locator.block, []).append(figure)
    for reference in material.references:
        for mention in reference.mentions:
            cited.setdefault(mention.locator.block, []).append(mention.locator.start)
    spoken = [b for b in material.report.blocks if b.kind in SPOKEN and b.section in sections - aside]
    for block, start, end in _in_order(spoken):
        inside = tuple(f for f in by_block.get(block.id, ()) if start <= f.at < end)
        if inside or bare or any(start <= at < end for at in cited.get(block.id, ())):
            yield Sentence(block, start, end, inside)


def _in_order(blocks: Sequence[Block]) -> list[tuple[Block, int, int]]:
    """The sentences of blocks, those of a footnote right after the sentence that bears its mark."""
    place = {b.id: n for n, b in enumerate(blocks)}
    marks = {m.number: (b, m.offset) for b in blocks for m in b.notes}
    ordered = []
    for block in blocks:
        bearer = marks.get(block.number or 0) if block.kind is BlockKind.FOOTNOTE else None
        for start, end in _whole(block.text):
            if bearer is None:
                key = (place[block.id], start, 0, 0)
            else:
                own = max((s for s, _ in sentences(bearer[0].text) if s < bearer[1]), default=0)
                key = (place[bearer[0].id], own, block.number or 0, start)
            ordered.append((key, block, start, end))
    return [(block, start, end) for _, block, start, end in sorted(ordered, key=lambda o: o[0])]


def _whole(text: str) -> list[tuple[int, int]]:
    """Sentences, one that only says what share was reached ("Đạt tỷ lệ 98%.") with the sentence that it belongs to."""
    out: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if out and re.match(r"đạt\s", text[start:end], re.IGNORECASE):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def scoped_to(text: str, sentence: Sentence) -> str:
    """A sentence of a footnote under "Cấp xã: …" names its level itself."""
    if sentence.block.kind is BlockKind.FOOTNOTE and re.match(r"\d", text) and len(text.split()) > 4:
        text = f"Cụ thể: {text}"
    scopes = {f.scope for f in sentence.figures}
    scope = next(iter(scopes)) if len(scopes) == 1 else ""
    if not scope.startswith("cấp ") or fold(scope) in fold(text):
        return text
    return f"{upper_first(scope)}: {lower_first(text)}"

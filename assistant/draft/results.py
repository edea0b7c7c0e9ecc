"""Result sections: the figures of a period in sentences, with what our code computes of them and last period beside them.

For the report's own period its sentences stay and comparisons are added. For a new period its sentences are the mould: each
figure becomes a slot that names what is wanted, or the number that the drafter typed, with last period's beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.claims import Calculation, Citation, Operand
from assistant.draft.carry import shift_year
from assistant.draft.compared import Pair, calculations, compare, local_phrase, name_of, pairs, percent_of
from assistant.draft.gate import slot
from assistant.draft.gather import Material
from assistant.draft.headings import Part
from assistant.draft.nounphrases import upper_first
from assistant.draft.points import parts
from assistant.draft.types import Draft, Item, Source, SourceKind, Status, TypedFigure
from ingest.language.dates import dates
from ingest.language.fold import fold
from ingest.language.numbers import format_vi
from ingest.language.sentences import sentences
from ingest.ledgers import Figure
from ingest.report import Block, BlockKind, Report, locate, quote_at
from prompts.section import SectionPrompt

SPOKEN = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE)
MOST = 40
ADDED = 3  # comparisons added to one sentence


@dataclass(frozen=True, slots=True)
class _Sentence:
    block: Block
    start: int
    end: int
    figures: tuple[Figure, ...]


def results(
    draft: Draft, prompt: SectionPrompt, material: Material, last: Material | None, typed: Sequence[TypedFigure]
) -> Draft:
    """The draft of a result section from the parts of the report that feed it."""
    found = list(_sentences(material, _fed(material.report, prompt.head.sources)))
    if not found:
        note = f"Báo cáo không có phần nào về “{prompt.head.sources[0]}”; người soạn cần viết phần này."
        return replace(draft, notes=(note,))
    fresh = draft.year is not None and material.year is not None and draft.year > material.year
    known = pairs(material, last)
    told = {fold(t.slot): t.text for t in typed}
    items, sources = [], []
    for number, sentence in enumerate(found[:MOST], 1):
        quote = quote_at(sentence.block, sentence.start, sentence.end)
        place = locate(material.report, sentence.block, sentence.start, sentence.end)
        source = Source(
            f"result-{number}", SourceKind.RESULT, quote, place, quote, tuple(f.id for f in sentence.figures)
        )
        sources.append(source)
        if fresh and draft.year is not None and material.year is not None:
            items.append(_mould(source, sentence, material, draft.year, told))
        else:
            items.append(_own(source, sentence, material.report, known))
    own = {f.id for s in found for f in s.figures}
    rows = tuple(c for c in compare(material, last) if any(_holds(c.citations[0], s) for s in found)) if own else ()
    notes = () if last is not None or fresh else ("Kho chưa có báo cáo kỳ trước; chỉ so sánh ở chỗ báo cáo tự nêu.",)
    return replace(draft, items=tuple(items), sources=tuple(sources), compared=rows, notes=notes)


def _holds(citation: Citation, sentence: _Sentence) -> bool:
    place = citation.locator
    return place.block == sentence.block.id and place.start < sentence.end and sentence.start < place.end


def _fed(report: Report, words: Iterable[str]) -> set[str]:
    """The sections whose heading, or that of a section above, names the matter; those at the deepest level that does."""
    wanted = [fold(w) for w in words]
    named = {s.id for s in report.sections if not s.appendix and any(w in fold(s.heading) for w in wanted)}
    inside = set(named)
    for section in report.sections:
        if section.parent in inside:
            inside.add(section.id)
    return inside


def _sentences(material: Material, sections: set[str]) -> Iterable[_Sentence]:
    """Sentences with figures, and their footnotes; forward-looking and evaluating parts are other sections' affair."""
    aside = {id for id, part in parts(material.report).items() if part not in (Part.OTHER, Part.SETTING)}
    by_block: dict[str, list[Figure]] = {}
    for figure in material.figures:
        by_block.setdefault(figure.locator.block, []).append(figure)
    for block in material.report.blocks:
        if block.kind not in SPOKEN or block.section not in sections - aside:
            continue
        for start, end in sentences(block.text):
            inside = tuple(f for f in by_block.get(block.id, ()) if start <= f.at < end)
            if inside:
                yield _Sentence(block, start, end, inside)


def _own(source: Source, sentence: _Sentence, report: Report, known: dict[str, Pair]) -> Item:
    """The report's sentence, with the changes since last period that it does not give itself, and shares left out."""
    text = source.quote.rstrip(" ;.,")
    citations = [Citation(1, source.quote, source.locator)]
    worked: list[Calculation] = []
    added: list[str] = []
    for figure in sentence.figures:
        pair = known.get(figure.id)
        if pair is None or len(added) >= ADDED or pair.citation.locator.report == source.locator.report:
            continue
        citations.append(Citation(len(citations) + 1, pair.citation.quote, pair.citation.locator))
        worked += calculations(pair, (1, len(citations)))
        added.append(_change(report, pair))
    share = _share(sentence)
    if share is not None:
        worked.append(share)
        added.append(f"đạt {format_vi(share.value)}%")
    if added:
        text = f"{text} ({'; '.join(added)})"
    return Item(
        source.id, upper_first(text) + ".", (source.id,), tuple(citations), "proposed", calculations=tuple(worked)
    )


def _change(report: Report, pair: Pair) -> str:
    """ "tiếp nhận tăng 2.541 hồ sơ, 13,16%, so với 19.305 hồ sơ của năm 2023"."""
    unit = "" if pair.figure.unit in ("%", "") else f" {pair.figure.unit}"
    sign = "%" if pair.figure.unit == "%" else ""
    phrase = " ".join(local_phrase(report, pair.figure).split()[-8:])
    if not pair.change:
        return f"{phrase} bằng kỳ trước ({format_vi(pair.last)}{sign}{unit})".strip()
    way = "tăng" if pair.change > 0 else "giảm"
    percent = (
        ""
        if sign or not pair.last or unit in (" điểm", " hạng")
        else f", {format_vi(abs(percent_of(pair)).normalize() + 0)}%,"
    )
    return f"{phrase} {way} {format_vi(abs(pair.change))}{sign}{unit}{percent} so với {format_vi(pair.last)}{sign}{unit} của kỳ trước".strip()


def _share(sentence: _Sentence) -> Calculation | None:
    """The share of the only "x/y" of a sentence that gives no share itself."""
    ratios = [
        f for f in sentence.figures if f.comparison and f.comparison.period in ("total", "target") and "/" in f.text
    ]
    if len(ratios) != 1 or any(f.unit == "%" for f in sentence.figures):
        return None
    whole = ratios[0].comparison.value if ratios[0].comparison else None
    if not whole:
        return None
    value = (ratios[0].value * 100 / whole).quantize(Decimal("0.01")).normalize() + 0
    operands = (Operand(ratios[0].value, 1), Operand(whole, 1))
    return Calculation(f"{ratios[0].value} * 100 / {whole}", value, "%", operands)


def _mould(source: Source, sentence: _Sentence, material: Material, year: int, told: dict[str, str]) -> Item:
    """Last period's sentence as a mould for the new one: figures to slots or typed numbers, this year's documents to slots."""
    assert material.year is not None
    text = sentence.block.text
    pieces: list[tuple[int, int, str]] = []
    typed: list[str] = []
    for figure in sentence.figures:
        end = figure.at + len(figure.text)
        if text[figure.at : end] != figure.text:
            continue
        name = slot_name(material.report, figure)
        given = told.get(fold(name))
        if given is not None:
            typed.append(given)
            pieces.append((figure.at, end, given))
        else:
            pieces.append((figure.at, end, slot(name) + (" %" if "%" in figure.text else "")))
    for reference in material.references:
        if not reference.date.startswith(str(material.year)):
            continue
        for mention in reference.mentions:
            place = mention.locator
            if place.block == sentence.block.id and sentence.start <= place.start < sentence.end:
                pieces += _document_slots(text, place.start, min(place.end, sentence.end), reference.type)
    out = text[sentence.start : sentence.end]
    taken = sentence.end
    for start, end, new in sorted(set(pieces), reverse=True):
        if start < sentence.start or end > taken:
            continue
        out = out[: start - sentence.start] + new + out[end - sentence.start :]
        taken = start
    moved = shift_year(" ".join(out.split()), material.year, year)
    worked: tuple[Calculation, ...] = ()
    if str(year) in moved and str(material.year) in source.quote:
        operand = Operand(Decimal(material.year), 1)
        worked = (Calculation(f"{material.year} + {year - material.year}", Decimal(year), "", (operand,)),)
    status: Status = "needs figure" if "[cần số liệu:" in moved else "proposed"
    return Item(
        source.id, upper_first(moved.rstrip(" ;.,")) + ".", (source.id,), (Citation(1, source.quote, source.locator),),
        status, calculations=worked, typed=tuple(typed),
    )  # fmt: skip


def slot_name(report: Report, figure: Figure) -> str:
    """The name of a figure's slot, digits left out: "cấp xã: tiếp nhận (hồ sơ)"."""
    name = "".join(c for c in name_of(report, figure) if not c.isdigit() and c not in "[]")
    unit = f" ({figure.unit})" if figure.unit else ""
    name = " ".join(name.lower().split())[: 110 - len(unit)]
    return f"{name}{unit}"


def _document_slots(text: str, start: int, end: int, kind: str) -> list[tuple[int, int, str]]:
    """The number and date of a document of the period: the new period has its own."""
    found = []
    number = re.compile(r"\d+[a-z]?(?:/\d{4})?[-/–][A-ZĐ][\w–&-]*").search(text, start, end)
    if number is not None:
        found.append((number.start(), number.end(), slot(f"số {kind.lower()}")))
    for day in dates(text[start:end]):
        if day.iso:
            found.append((start + day.start, start + day.end, f"ngày {slot(f'ngày ban hành {kind.lower()}')}"))
    return found

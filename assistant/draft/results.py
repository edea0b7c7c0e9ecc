"""Result sections: the figures of a period in sentences, with what our code computes of them and last period beside
them.

For the report's own period its sentences stay and comparisons are added. For a new period they are the mould
(`assistant.draft.mould`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.claims import Calculation, Citation, Operand
from assistant.draft.compared import Pair, calculations, compare, pairs, percent_of, subject_of
from assistant.draft.fed import Sentence, fed, fed_sentences, scoped_to
from assistant.draft.gather import Material
from assistant.draft.mould import mould, slot_names
from assistant.draft.nounphrases import upper_first
from assistant.draft.types import Draft, Item, Source, SourceKind, TypedFigure
from ingest.language.fold import fold
from ingest.language.numbers import format_vi
from ingest.ledgers import Figure
from ingest.report import Report, locate, quote_at
from prompts.section import SectionPrompt

MOST = 40
ADDED = 3  # comparisons added to one sentence


def results(
    draft: Draft, prompt: SectionPrompt, material: Material, last: Material | None, typed: Sequence[TypedFigure]
) -> Draft:
    """The draft of a result section from the parts of the report that feed it."""
    inside = fed(material.report, prompt.head.sources)
    found = list(fed_sentences(material, inside)) or list(fed_sentences(material, inside, bare=True))
    if not found:
        note = f"Báo cáo không có phần nào về “{prompt.head.sources[0]}”; người soạn cần viết phần này."
        return replace(draft, notes=(note,))
    fresh = draft.year is not None and material.year is not None and draft.year > material.year
    known = pairs(material, last)
    told = {fold(t.slot): t.text for t in typed}
    names = slot_names(material.report, found[:MOST])
    items, sources = [], []
    for number, sentence in enumerate(found[:MOST], 1):
        quote = quote_at(sentence.block, sentence.start, sentence.end)
        place = locate(material.report, sentence.block, sentence.start, sentence.end)
        source = Source(
            f"result-{number}", SourceKind.RESULT, quote, place, quote, tuple(f.id for f in sentence.figures)
        )
        sources.append(source)
        if fresh and draft.year is not None and material.year is not None:
            items.append(mould(source, sentence, material, draft.year, told, names))
        else:
            items.append(_own(source, sentence, material.report, known))
    own = {f.id for s in found for f in s.figures}
    rows = tuple(c for c in compare(material, last) if any(_holds(c.citations[0], s) for s in found)) if own else ()
    notes = () if last is not None or fresh else ("Kho chưa có báo cáo kỳ trước; chỉ so sánh ở chỗ báo cáo tự nêu.",)
    return replace(draft, items=tuple(items), sources=tuple(sources), compared=rows, notes=notes)


def _holds(citation: Citation, sentence: Sentence) -> bool:
    place = citation.locator
    return place.block == sentence.block.id and place.start < sentence.end and sentence.start < place.end


def _own(source: Source, sentence: Sentence, report: Report, known: dict[str, Pair]) -> Item:
    """The report's sentence, and after it the changes since last period that it does not give itself, and a share left
    out."""
    said, worked = _with_share(source.quote, sentence)
    text = scoped_to(said.rstrip(" ;.,"), sentence)
    citations = [Citation(1, source.quote, source.locator)]
    added: list[str] = []
    for figure in sentence.figures:
        pair = known.get(figure.id)
        if pair is None or len(added) >= ADDED or pair.citation.locator.report == source.locator.report:
            continue
        if figure.comparison is not None and figure.comparison.period == pair.last_year:
            continue  # the sentence gives this comparison itself
        citations.append(Citation(len(citations) + 1, pair.citation.quote, pair.citation.locator))
        worked += calculations(pair, (1, len(citations)))
        added.append(_change(report, pair, scoped=len({f.scope for f in sentence.figures}) > 1))
    if added:
        text += f". So với kỳ trước: {'; '.join(added)}"
    return Item(
        source.id, upper_first(text) + ".", (source.id,), tuple(citations), "proposed", calculations=tuple(worked)
    )


def _change(report: Report, pair: Pair, *, scoped: bool) -> str:
    """ "tiếp nhận tăng 2.541 hồ sơ (13,16%), kỳ trước 19.305 hồ sơ"."""
    unit = "" if pair.figure.unit in ("%", "") else f" {pair.figure.unit}"
    sign = "%" if pair.figure.unit == "%" else ""
    subject = subject_of(report, pair.figure, scoped=scoped)
    before = f"kỳ trước {format_vi(pair.last)}{sign}{unit}"
    if not pair.change:
        return f"{subject} không đổi ({before})"
    way = "tăng" if pair.change > 0 else "giảm"
    told = f"{subject} {way} {format_vi(abs(pair.change))}{sign}{unit}"
    if sign or not pair.last or unit in (" điểm", " hạng"):
        return f"{told} ({before})"
    return f"{told}, tương ứng {format_vi(abs(percent_of(pair)).normalize() + 0)}% ({before})"


_COMPARES = re.compile(r"so với|cùng kỳ|kỳ trước|năm trước", re.IGNORECASE)


def _with_share(quote: str, sentence: Sentence) -> tuple[str, list[Calculation]]:
    """A sentence's words with the share of its only "x/y" set after it, where it gives no share itself."""
    share = _share(quote, sentence)
    if share is None:
        return quote, []
    ratio, calculation = share
    at = quote.find(ratio.text) + len(ratio.text)
    unit = f" {ratio.unit}"
    at += len(unit) if quote[at:].startswith(unit) else 0
    told = f"đạt {format_vi(calculation.value)}%"
    ends = not quote[at:].strip(" .;")
    return f"{quote[:at]}{f', {told}' if ends else f' ({told})'}{quote[at:]}", [calculation]


def _share(quote: str, sentence: Sentence) -> tuple[Figure, Calculation] | None:
    """The only "x/y" of a sentence that gives no share itself, and its share; of one that compares periods none."""
    ratios = [
        f for f in sentence.figures if f.comparison and f.comparison.period in ("total", "target") and "/" in f.text
    ]
    if len(ratios) != 1 or any(f.unit == "%" for f in sentence.figures) or quote.count(ratios[0].text) != 1:
        return None
    whole = ratios[0].comparison.value if ratios[0].comparison else None
    if not whole or ratios[0].value > whole or _COMPARES.search(quote):
        return None
    value = (ratios[0].value * 100 / whole).quantize(Decimal("0.01")).normalize() + 0
    operands = (Operand(ratios[0].value, 1), Operand(whole, 1))
    return ratios[0], Calculation(f"{ratios[0].value} * 100 / {whole}", value, "%", operands)

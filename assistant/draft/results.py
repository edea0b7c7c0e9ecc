"""Result sections: the figures of a period in sentences, with what our code computes of them and last period beside
them.

For the report's own period its sentences stay and comparisons are added. For a new period its sentences are the
mould: each
figure becomes a slot that names what is wanted, or the number that the drafter typed, with last period's beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.claims import Calculation, Citation, Operand
from assistant.draft.carry import cited, shift_year
from assistant.draft.compared import Pair, calculations, compare, name_of, pairs, percent_of, subject_of
from assistant.draft.gate import slot
from assistant.draft.gather import Material
from assistant.draft.headings import Part
from assistant.draft.nounphrases import lower_first, upper_first
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
    fed = _fed(material.report, prompt.head.sources)
    found = list(_sentences(material, fed)) or list(_sentences(material, fed, bare=True))
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
            items.append(_mould(source, sentence, material, draft.year, told, names))
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
    """The sections whose heading, or that of a section above, names the matter; those at the deepest level that
    does."""
    wanted = [fold(w) for w in words]
    named = {s.id for s in report.sections if not s.appendix and any(w in fold(s.heading) for w in wanted)}
    inside = set(named)
    for section in report.sections:
        if section.parent in inside:
            inside.add(section.id)
    return inside


def _sentences(material: Material, sections: set[str], *, bare: bool = False) -> Iterator[_Sentence]:
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
    for block in material.report.blocks:
        if block.kind not in SPOKEN or block.section not in sections - aside:
            continue
        for start, end in sentences(block.text):
            inside = tuple(f for f in by_block.get(block.id, ()) if start <= f.at < end)
            if inside or bare or any(start <= at < end for at in cited.get(block.id, ())):
                yield _Sentence(block, start, end, inside)


def _own(source: Source, sentence: _Sentence, report: Report, known: dict[str, Pair]) -> Item:
    """The report's sentence, and after it the changes since last period that it does not give itself, and a share left
    out."""
    text = _scoped(source.quote.rstrip(" ;.,"), sentence)
    citations = [Citation(1, source.quote, source.locator)]
    worked: list[Calculation] = []
    added: list[str] = []
    for figure in sentence.figures:
        pair = known.get(figure.id)
        if pair is None or len(added) >= ADDED or pair.citation.locator.report == source.locator.report:
            continue
        if figure.comparison is not None and figure.comparison.period == pair.last_year:
            continue  # the sentence gives this comparison itself
        citations.append(Citation(len(citations) + 1, pair.citation.quote, pair.citation.locator))
        worked += calculations(pair, (1, len(citations)))
        added.append(_change(report, pair))
    share = _share(sentence)
    if share is not None:
        ratio, calculation = share
        worked.append(calculation)
        text += f" ({ratio} đạt {format_vi(calculation.value)}%)"
    if added:
        text += f". So với kỳ trước: {'; '.join(added)}"
    return Item(
        source.id, upper_first(text) + ".", (source.id,), tuple(citations), "proposed", calculations=tuple(worked)
    )


def _scoped(text: str, sentence: _Sentence) -> str:
    """A sentence of a footnote under "Cấp xã: …" names its level itself."""
    scopes = {f.scope for f in sentence.figures}
    scope = next(iter(scopes)) if len(scopes) == 1 else ""
    if not scope.startswith("cấp ") or fold(scope) in fold(text):
        return text
    return f"{upper_first(scope)}: {lower_first(text)}"


def _change(report: Report, pair: Pair) -> str:
    """ "tiếp nhận tăng 2.541 hồ sơ (13,16%), kỳ trước 19.305 hồ sơ"."""
    unit = "" if pair.figure.unit in ("%", "") else f" {pair.figure.unit}"
    sign = "%" if pair.figure.unit == "%" else ""
    subject = subject_of(report, pair.figure)
    before = f"kỳ trước {format_vi(pair.last)}{sign}{unit}"
    if not pair.change:
        return f"{subject} không đổi ({before})"
    way = "tăng" if pair.change > 0 else "giảm"
    told = f"{subject} {way} {format_vi(abs(pair.change))}{sign}{unit}"
    if sign or not pair.last or unit in (" điểm", " hạng"):
        return f"{told} ({before})"
    return f"{told}, tương ứng {format_vi(abs(percent_of(pair)).normalize() + 0)}% ({before})"


def _share(sentence: _Sentence) -> tuple[str, Calculation] | None:
    """The only "x/y" of a sentence that gives no share itself, and its share."""
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
    return ratios[0].text, Calculation(f"{ratios[0].value} * 100 / {whole}", value, "%", operands)


def _mould(
    source: Source,
    sentence: _Sentence,
    material: Material,
    year: int,
    told: Mapping[str, str],
    names: Mapping[str, str],
) -> Item:
    """Last period's sentence as a mould for the new one: figures to slots or typed numbers, its documents and days to
    slots."""
    assert material.year is not None
    text = sentence.block.text
    pieces: list[tuple[int, int, str]] = []
    typed: list[str] = []
    added: list[str] = []
    for figure in sentence.figures:
        end = figure.at + len(figure.text)
        if text[figure.at : end] != figure.text:
            continue
        name = names[figure.id]
        given = told.get(fold(name))
        sign = "%" if "%" in figure.text and not (given or "").endswith("%") else ""
        pieces.append((figure.at, end, (slot(name) if given is None else given) + sign))
        if given is not None:
            typed.append(given)
            change, numbers = _typed_change(material.report, figure, given)
            added += [change] if change else []
            typed += numbers
    pieces += _own_documents(sentence, material)
    days = [
        (sentence.start + d.start, sentence.start + d.end) for d in dates(text[sentence.start : sentence.end]) if d.iso
    ]
    for start, end in days:
        if text[start:end].rstrip().endswith(str(material.year)) and not cited(text, start):
            pieces.append((start, end, slot("ngày chốt số liệu")))
    out = text[sentence.start : sentence.end]
    for start, end, new in sorted(_outermost(pieces), reverse=True):
        if sentence.start <= start and end <= sentence.end:
            out = out[: start - sentence.start] + new + out[end - sentence.start :]
    moved, worked = _years_on(" ".join(out.split()), source.quote, year - material.year)
    moved = moved.rstrip(" ;.,") + (f". So với kỳ trước: {'; '.join(added)}" if added else "")
    status: Status = "needs figure" if "[cần số liệu:" in moved else "proposed"
    return Item(
        source.id, upper_first(_scoped(moved, sentence)) + ".", (source.id,),
        (Citation(1, source.quote, source.locator),), status, calculations=worked, typed=tuple(dict.fromkeys(typed)),
    )  # fmt: skip


def _outermost(pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Of pieces that overlap ("61/59" and its "59") the longer."""
    kept: list[tuple[int, int, str]] = []
    for piece in sorted(pieces, key=lambda p: (p[0] - p[1], p[0])):
        if all(piece[1] <= k[0] or piece[0] >= k[1] for k in kept):
            kept.append(piece)
    return kept


def _typed_change(report: Report, figure: Figure, given: str) -> tuple[str, list[str]]:
    """What a typed number means beside last period's, and the numbers that our code computed for it."""
    whole = re.fullmatch(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*%?", given.strip())
    if whole is None or "/" in figure.text:
        return "", []
    value = Decimal(whole[1].replace(".", "") + (f".{whole[2]}" if whole[2] else ""))
    if value == figure.value:
        return f"{subject_of(report, figure)} không đổi", []
    sign = "%" if "%" in figure.text else f" {figure.unit}".rstrip()
    way, number = "tăng" if value > figure.value else "giảm", format_vi(abs(value - figure.value))
    return f"{subject_of(report, figure)} {way} {number}{sign} (kỳ trước {figure.text.rstrip('%')}{sign})", [number]


def _years_on(text: str, quote: str, by: int) -> tuple[str, tuple[Calculation, ...]]:
    """The text with its years moved on, and the sums that say so; spans of years and cited documents stay."""
    worked = []
    moved = text
    for year in sorted({int(y) for y in re.findall(r"(?<![\d/.,-])20\d\d(?![\d/])", text)}, reverse=True):
        shifted = shift_year(moved, year, year + by)
        if shifted != moved and re.search(rf"\b{year}\b", quote):
            moved = shifted
            worked.append(Calculation(f"{year} + {by}", Decimal(year + by), "", (Operand(Decimal(year), 1),)))
    return moved, tuple(worked)


def _own_documents(sentence: _Sentence, material: Material) -> list[tuple[int, int, str]]:
    """Numbers and days of the documents of the period itself: the new period has its own."""
    found: list[tuple[int, int, str]] = []
    for reference in material.references:
        if not reference.date.startswith(str(material.year)):
            continue
        for mention in reference.mentions:
            place = mention.locator
            if place.block == sentence.block.id and sentence.start <= place.start < sentence.end:
                found += _document_slots(sentence.block.text, place.start, min(place.end, sentence.end), reference.type)
    return found


def slot_names(report: Report, found: Sequence[_Sentence]) -> dict[str, str]:
    """The slot of each figure by its id; where two would be called the same, the sentence's opening tells them
    apart."""
    out: dict[str, str] = {}
    taken: set[str] = set()
    for sentence in found:
        opening = " ".join(
            w for w in sentence.block.text[sentence.start : sentence.end].split()[:5] if not any(c.isdigit() for c in w)
        )
        for figure in sentence.figures:
            name = slot_name(report, figure)
            options = (
                name,
                f"{lower_first(opening)[:40]}: {name}"[:115],
                *(f"{name[:100]}, mục {letter}" for letter in "bcdefgh"),
            )
            unused = next((o for o in options if fold(o) not in taken), name)
            taken.add(fold(unused))
            out[figure.id] = unused
    return out


def slot_name(report: Report, figure: Figure) -> str:
    """The name of a figure's slot, digits left out: "cấp xã: tiếp nhận (hồ sơ)"."""
    name = "".join(c for c in name_of(report, figure) if not c.isdigit() and c not in "[]")
    unit = f" ({figure.unit})" if figure.unit not in ("", "%") else ""
    name = " ".join(lower_first(name).split())[: 110 - len(unit)]
    return f"{name}{unit}"


def _document_slots(text: str, start: int, end: int, kind: str) -> list[tuple[int, int, str]]:
    """The number and date of a document of the period: the new period has its own."""
    found = []
    number = re.compile(r"\d+[a-z]?(?:/\d{4})?[-/–][A-ZĐ][\w–&-]*(?:/[\w–&-]+)*").search(text, start, end)
    if number is not None:
        found.append((number.start(), number.end(), slot(f"số {kind.lower()}")))
    for day in dates(text[start:end]):
        if day.iso:
            found.append((start + day.start, start + day.end, f"ngày {slot(f'ngày ban hành {kind.lower()}')}"))
    return found

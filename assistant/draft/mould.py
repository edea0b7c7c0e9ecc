"""A new period's sentences: last period's as the mould, each figure a named slot or the number that the drafter typed.

What our code computes of typed numbers (a share, the change since last period) is the drafter's own, as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.claims import Calculation, Citation, Operand
from assistant.draft.carry import cited, shift_year
from assistant.draft.compared import name_of, subject_of
from assistant.draft.fed import Sentence, scoped_to
from assistant.draft.gate import slot
from assistant.draft.gather import Material
from assistant.draft.nounphrases import lower_first, upper_first
from assistant.draft.types import Item, Source, Status
from ingest.figures.compounds import head_unit
from ingest.language.dates import dates
from ingest.language.fold import fold
from ingest.language.numbers import format_vi
from ingest.ledgers import Figure, Reference, Role
from ingest.report import Report

_NUMBER = re.compile(r"(?P<w>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<d>\d+))?\s*%?")


def mould(
    source: Source,
    sentence: Sentence,
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
        if (known := _now_last(figure, sentence)) is not None:
            pieces.append((figure.at, end, known))
            continue
        name = names[figure.id]
        given = told.get(fold(name))
        if given is None and figure.role is Role.SHARE and (share := _typed_share(figure, sentence, told, names)):
            pieces.append((figure.at, end, share))
            typed.append(share.rstrip("%"))
            continue
        sign = "%" if "%" in figure.text and not (given or "").endswith("%") else ""
        said = _WAY.search(text, 0, figure.at) if figure.role is Role.CHANGE else None
        begin, way = (said.start(), "tăng (giảm) ") if said else (figure.at, "")
        pieces.append((begin, end, f"{way}{slot(name) if given is None else given}{sign}"))
        if given is not None:
            typed.append(given)
            scoped = len({f.scope for f in sentence.figures}) > 1
            change, numbers = _typed_change(material.report, figure, given, scoped=scoped)
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
        source.id, upper_first(scoped_to(moved, sentence)) + ".", (source.id,),
        (Citation(1, source.quote, source.locator),), status, calculations=worked, typed=tuple(dict.fromkeys(typed)),
    )  # fmt: skip


_WAY = re.compile(r"(?:tăng|giảm)\s+$")


def _now_last(figure: Figure, sentence: Sentence) -> str | None:
    """What last period's number in a sentence is for the period after: this period's own, which the sentence gives."""
    if figure.role is not Role.PREVIOUS:
        return None
    own = figure.comparison.value if figure.comparison else None
    for other in sentence.figures:
        told = other.comparison.value if other.comparison else None
        same = head_unit(other.unit) == head_unit(figure.unit) and other is not figure and other.role is not Role.CHANGE
        if same and (told == figure.value or (own is not None and own == other.value)):
            return other.text.split("/")[0]
    return None


def _outermost(pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Of pieces that overlap ("61/59" and its "59") the longer."""
    kept: list[tuple[int, int, str]] = []
    for piece in sorted(pieces, key=lambda p: (p[0] - p[1], p[0])):
        if all(piece[1] <= k[0] or piece[0] >= k[1] for k in kept):
            kept.append(piece)
    return kept


def _value(text: str) -> Decimal | None:
    found = _NUMBER.fullmatch(text.strip())
    return Decimal(found["w"].replace(".", "") + (f".{found['d']}" if found["d"] else "")) if found else None


def _typed_share(figure: Figure, sentence: Sentence, told: Mapping[str, str], names: Mapping[str, str]) -> str | None:
    """The share of two typed numbers where last period's share was that of the same two; of a typed "61/70" its own."""
    counted = [f for f in sentence.figures if f.role is not Role.SHARE and f.unit != "%"]
    for part in counted:
        given = told.get(fold(names.get(part.id, "")), "")
        whole = part.comparison.value if part.comparison and "/" in part.text else None
        if whole and _is_share(part.value, whole, figure.value) and given.count("/") == 1:
            a, b = map(_value, given.split("/"))
            return _percent(a, b)
        for other in counted:
            if (
                other is part
                or head_unit(other.unit) != head_unit(part.unit)
                or not _is_share(part.value, other.value, figure.value)
            ):
                continue
            return _percent(_value(given), _value(told.get(fold(names.get(other.id, "")), "")))
    return None


def _is_share(part: Decimal, whole: Decimal, share: Decimal) -> bool:
    return bool(whole) and abs(part * 100 / whole - share) < Decimal("0.006")


def _percent(part: Decimal | None, whole: Decimal | None) -> str | None:
    if part is None or not whole:
        return None
    return f"{format_vi((part * 100 / whole).quantize(Decimal('0.01'), ROUND_HALF_UP))}%"


def _typed_change(report: Report, figure: Figure, given: str, *, scoped: bool) -> tuple[str, list[str]]:
    """What a typed number means beside last period's, and the numbers that our code computed for it."""
    value = _value(given)
    if value is None or "/" in figure.text or figure.role in (Role.CHANGE, Role.PREVIOUS):
        return "", []
    subject = subject_of(report, figure, scoped=scoped)
    if value == figure.value:
        return f"{subject} không đổi", []
    sign = "%" if "%" in figure.text else f" {figure.unit}".rstrip()
    way, number = "tăng" if value > figure.value else "giảm", format_vi(abs(value - figure.value))
    return f"{subject} {way} {number}{sign} (kỳ trước {figure.text.rstrip('%')}{sign})", [number]


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


def _own_documents(sentence: Sentence, material: Material) -> list[tuple[int, int, str]]:
    """Numbers and days of the documents of the period itself: the new period has its own."""
    found: list[tuple[int, int, str]] = []
    for reference in material.references:
        if not _of_the_period(reference, material):
            continue
        for mention in reference.mentions:
            place = mention.locator
            if place.block == sentence.block.id and sentence.start <= place.start < sentence.end:
                found += _document_slots(sentence.block.text, place.start, min(place.end, sentence.end), reference.type)
    return found


def _of_the_period(reference: Reference, material: Material) -> bool:
    """Whether a document was made in the period, or for it: the next period has another in its place."""
    return reference.date.startswith(str(material.year)) or f"năm {material.year}" in reference.subject


def slot_names(report: Report, found: Sequence[Sentence]) -> dict[str, str]:
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
    if figure.role is Role.CHANGE:
        name = f"{figure.scope}: mức tăng, giảm" if figure.scope.startswith("cấp ") else "mức tăng, giảm"
    told = (
        figure.unit in ("", "%")
        or fold(name).endswith(fold(f"số {figure.unit}"))
        or fold(f"số {figure.unit} ") in fold(name)
    )
    unit = "" if told else f" ({figure.unit})"
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

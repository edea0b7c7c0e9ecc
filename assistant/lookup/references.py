"""The look-up desk for cited documents: by number in any spelling, date or range, type, issuer, topic and report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from assistant.lookup.words import concepts, held, rank
from ingest.language.dates import dates
from ingest.language.fold import fold
from ingest.language.periods import bounds, periods
from ingest.ledgers import Reference
from ingest.references.doctypes import NAMES, base, canonical
from ingest.references.numbers import number_key

_NUMBER = re.compile(
    r"(?<![\w/.,])(?P<digits>\d{1,6}(?:\.\d{1,2})?[a-z]?)(?:\s*(?P<sep>[/-])\s*(?P<symbol>[a-z0-9][a-z0-9&.]*(?:\s?[/-]\s?[a-z][a-z0-9&.]*)*)"
    r"|\s+(?P<loose>(?:qd|kh|nq|ct|nd|tt|tb|hd|bc|ttr|ctr|kl|cv|da)(?:[\s/-]+[a-z]{2,8}){0,3})(?!\w))?(?![\d%]|[.,]\d)"
)
_ASKED_NUMBER = re.compile(r"\b(?:so|no|number)\.?\s*$")
# "từ 01/2022 đến 6/2022": months of a span, written without the word.
_MONTH = re.compile(
    r"(?<!\w)(từ|tu|đến|den|trước|truoc|sau|trong)\s+(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\d/-])", re.IGNORECASE
)
_SYMBOL = re.compile(r"(?<!\w)(?:[a-z]{2,6}-[a-z]{2,10}(?:-[a-z]{1,8})*|[a-z]{2,5}/[a-z]{2,10})(?!\w)")
_TYPES = {
    word: name
    for name, words in {
        "Quyết định": "decision qd",
        "Kế hoạch": "plan kh",
        "Chỉ thị": "directive",
        "Nghị quyết": "resolution nq",
        "Nghị định": "decree nd",
        "Thông tư": "circular tt",
        "Chương trình": "programme program ctr",
        "Báo cáo": "report",
        "Luật": "law",
        "Kết luận": "conclusion",
        "Quy định": "regulation",
        "Công văn": "letter dispatch cv",
        "Thông báo": "notice tb",
        "Tờ trình": "ttr",
        "Hướng dẫn": "hd",
        "Đề án": "project scheme",
    }.items()
    for word in words.split()
}
_NAMES = tuple(fold(name) for name in NAMES if name not in ("Văn bản", "Lệnh"))


class Ledger(Protocol):
    """What keeps the references of the reports."""

    def references(self, reports: Iterable[str] = ()) -> tuple[Reference, ...]:
        """Those of some reports, or of all."""


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A document found. `suggested` tells that its number is not the one asked for but the one with two digits swapped.

    `reports` are the reports that cite it; `in_store` is the report of the store that it is, if it is one.
    """

    reference: Reference
    score: float
    suggested: bool = False
    in_store: str | None = None

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that cite it, in the order of its mentions."""
        return tuple(dict.fromkeys(m.locator.report for m in self.reference.mentions))


@dataclass(frozen=True, slots=True)
class ReferenceQuery:
    """What a query asks: numbers (digits and symbol parts), a type, a span of days, and the words that are left."""

    numbers: tuple[tuple[str, tuple[str, ...]], ...]
    symbols: tuple[str, ...]
    type: str
    since: str
    until: str
    words: str


def find_references(
    ledger: Ledger,
    query: str = "",
    reports: Sequence[str] = (),
    *,
    type: str = "",
    issuer: str = "",
    since: str = "",
    until: str = "",
    missing: bool = False,
) -> tuple[FoundReference, ...]:
    """The cited documents that answer a query, best first; all of them for an empty one.

    The same document cited by several reports is one. `since` and `until` are ISO days; `missing` asks for citations
    that are incomplete by Decree 30/2020.
    """
    every = together(ledger.references(reports))
    kept = [
        r
        for r in every
        if (not type or base(r.type) == base(canonical(type) or type))
        and (not issuer or set(fold(issuer).split()) <= set(fold(r.issuer).split()))
        and (not since or r.date >= since)
        and (not until or (r.date and r.date <= until))
        and (not missing or r.missing)
    ]
    stored = {number_key(r.number): r.id for r in getattr(ledger, "reports", list)() if r.number}
    found = match_references(query, kept)
    return tuple(
        replace(f, in_store=stored.get(number_key(f.reference.number))) if f.reference.number else f for f in found
    )


def match_references(query: str, references: Sequence[Reference]) -> tuple[FoundReference, ...]:
    """The references that answer a query, best first. 1846 is not near 1847, nor 127 near 1127: only a swap is."""
    found = _match(read_query(query), references)
    if found or not query.strip():
        return found
    # A short name ("Đề án 06") is not the document's own type or number; it stands in the words of a mention.
    said = f" {_plain(query)} "
    return tuple(FoundReference(r, 1.0) for r in references if any(said in f" {_plain(m.quote)} " for m in r.mentions))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w/]+", " ", fold(text)).split())


def _match(asked: ReferenceQuery, references: Sequence[Reference]) -> tuple[FoundReference, ...]:
    pool = [r for r in references if _fits(r, asked)]
    suggested = False
    if asked.numbers:
        scored = [(r, max(_number_score(r, n) for n in asked.numbers)) for r in pool]
        exact = [(r, s) for r, s in scored if s > 0]
        if not exact:
            exact = [(r, 0.5) for r in pool if any(_swapped(r, n) for n in asked.numbers)]
            suggested = bool(exact)
        if not exact:
            return ()
        by_number = {id(r): s for r, s in exact}
        pool = [r for r, _ in exact]
    else:
        by_number = {}
    if asked.symbols:
        pool = [r for r in pool if all(s in number_key(r.number) for s in asked.symbols)]
    wanted = concepts(asked.words)
    ranked = rank(wanted, [held(_text(r)) for r in pool])
    if wanted and not ranked and asked.numbers:
        ranked = [(i, 0.0) for i in range(len(pool))]
    found = [FoundReference(pool[i], round(by_number.get(id(pool[i]), 0.0) * 10 + s, 4), suggested) for i, s in ranked]
    return tuple(sorted(found, key=lambda f: -f.score))


def together(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """References of several reports, one a document: number, type and date alike, their mentions joined."""
    out: dict[tuple[str, str, str], Reference] = {}
    dated: dict[tuple[str, str], set[str]] = {}
    every = list(references)
    for r in every:
        if r.date:
            dated.setdefault((base(r.type), _key(r)), set()).add(r.date)
    for r in every:
        days = dated.get((base(r.type), _key(r)), set())
        # A short citation without a date belongs to the one dated citation there is.
        day = r.date or (next(iter(days)) if len(days) == 1 else "")
        key = (base(r.type), _key(r), day)
        known = out.get(key)
        if known is None:
            out[key] = r
            continue
        fuller = known if len(known.subject) >= len(r.subject) else r
        out[key] = replace(
            fuller,
            id=known.id,
            date=known.date or r.date,
            issuer=known.issuer or r.issuer,
            mentions=known.mentions + r.mentions,
            missing=known.missing if len(known.missing) <= len(r.missing) else r.missing,
        )
    return tuple(out.values())


def read_query(query: str) -> ReferenceQuery:
    """A query taken apart: numbers, symbols, type, days, and the words that are left."""
    since, until, rest = _span(query)
    folded = fold(rest)
    kind, folded = _type(folded)
    numbers: list[tuple[str, tuple[str, ...]]] = []
    for m in _NUMBER.finditer(folded):
        digits = m["digits"].lstrip("0") or "0"
        symbol = m["symbol"] or m["loose"] or ""
        year = not symbol and re.fullmatch(r"(?:199|20[0-4])\d", digits) is not None
        if year and (
            re.search(r"\b(?:nam|of|for|in)\s*$", folded[: m.start()])
            or not (kind or _ASKED_NUMBER.search(folded[: m.start()]))
        ):
            continue
        numbers.append((digits, tuple(p for p in re.split(r"[\s/-]+", symbol) if p)))
    words = _NUMBER.sub(" ", folded) if numbers else folded
    symbols = tuple(m[0] for m in _SYMBOL.finditer(words)) if not numbers else ()
    left = _SYMBOL.sub(" ", words) if symbols else words
    if not numbers and not symbols and left == fold(rest):
        left = rest
    return ReferenceQuery(tuple(numbers), symbols, kind, since, until, re.sub(r"\bso\b", " ", left))


def _type(folded: str) -> tuple[str, str]:
    for name in _NAMES:
        m = re.search(rf"(?<!\w){name}(?!\w)(?=\s*(?:so\b\s*)?:?\s*\d|\s*$|\s)", folded)
        if m and (m.start() == 0 or re.match(r"\s*(?:so\s*)?\d", folded[m.end() :])):
            return canonical(name), f"{folded[: m.start()]} {folded[m.end() :]}"
    for word, name in _TYPES.items():
        m = re.search(rf"(?<![\w/-]){word}(?![\w/-])\.?\s*(?=(?:no\.?\s*|number\s*|so\s*)?\d)", folded)
        if m:
            return name, re.sub(r"\b(?:no|number)\b\.?", " ", f"{folded[: m.start()]} {folded[m.end() :]}")
    return "", folded


def _span(query: str) -> tuple[str, str, str]:
    """The days a query names, and the query without them: one day, "từ … đến …", a month, quarter or year."""
    query = _MONTH.sub(r"\1 tháng \2/\3", query)
    days = [d for d in dates(query) if d.iso]
    if days:
        rest = query
        for d in reversed(days):
            rest = rest[: d.start] + " " + rest[d.end :]
        rest = re.sub(r"(?<!\w)(?:từ|đến|ngày|tu|den|ngay|from|to|until|since)(?!\w)", " ", rest)
        isos = sorted(d.iso for d in days)
        before = fold(query[: days[0].start]).split()
        if len(days) == 1 and before and before[-1] in ("tu", "sau", "from", "since"):
            return isos[0], "", rest
        if len(days) == 1 and before and before[-1] in ("den", "truoc", "until", "before"):
            return "", isos[0], rest
        return isos[0], isos[-1], rest
    if re.search(r"\d\s?[/-]\s?[^\W\d]", query):
        return "", "", query
    said = [p for p in periods(query) if re.search(r"\d{4}", p.period) and not p.relative]
    if (
        len(said) == 1
        and not re.search(r"(?:ban hành|ký|issued|dated)", query)
        and re.fullmatch(r"\d{4}", said[0].period)
    ):
        # "Kế hoạch … năm 2023" asks for the plan of that year, whatever day it bears.
        return "", "", query
    if said:
        spans = [b for b in (bounds(p.period) for p in said) if b]
        if spans:
            rest = query
            for p in sorted(said, key=lambda p: -p.start):
                rest = rest[: p.start] + " " + rest[p.end :]
            rest = re.sub(r"(?<!\w)(?:ban hành|từ|đến|trong|ký)(?!\w)", " ", rest)
            first, last = min(s[0] for s in spans), max(s[1] for s in spans)
            return _iso(first), _iso(last), rest
    return "", "", query


def _iso(day: date) -> str:
    return day.isoformat()


def _fits(r: Reference, asked: ReferenceQuery) -> bool:
    if asked.type and base(r.type) != base(asked.type) and not (asked.type == "Quy định" and r.type == "Quyết định"):
        return False
    return not ((asked.since and r.date < asked.since) or (asked.until and not (r.date and r.date <= asked.until)))


def _number_score(r: Reference, asked: tuple[str, tuple[str, ...]]) -> float:
    """1 for the whole number, less for part of it, 0 for another."""
    digits, symbol = asked
    parts = _parts(r)
    if not parts or parts[0] != digits:
        return 0.0
    if not symbol:
        return 0.8
    rest = list(parts[1:])
    for part in symbol:
        match = next((p for p in rest if p == part or (part.isdigit() is False and p.startswith(part))), None)
        if match is None:
            return 0.0
        rest.remove(match)
    return 1.0 if not rest else 0.9


def _swapped(r: Reference, asked: tuple[str, tuple[str, ...]]) -> bool:
    """Whether the number differs from the one asked for by two neighbouring digits changing places."""
    digits, symbol = asked
    parts = _parts(r)
    if (
        not parts
        or len(parts[0]) != len(digits)
        or parts[0] == digits
        or (symbol and not set(symbol) <= set(parts[1:]))
    ):
        return False
    diff = [i for i, (a, b) in enumerate(zip(parts[0], digits, strict=True)) if a != b]
    return (
        len(diff) == 2
        and diff[1] == diff[0] + 1
        and parts[0][diff[0]] == digits[diff[1]]
        and parts[0][diff[1]] == digits[diff[0]]
    )


def _parts(r: Reference) -> list[str]:
    return [p for p in re.split(r"[/-]", number_key(r.number)) if p]


def _key(r: Reference) -> str:
    return number_key(r.number) or " ".join(fold(r.subject).split())


def _text(r: Reference) -> str:
    return " ".join((r.type, r.number, r.issuer, r.subject, r.purpose))

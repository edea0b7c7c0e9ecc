"""The ledger of cited documents: citations from every block brought together, one Reference a document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from ingest.language.fold import content_id, fold
from ingest.ledgers import Mention, Reference
from ingest.references.citations import Citation, read_citations
from ingest.references.doctypes import base
from ingest.references.issuers import Issuer, infer_issuer, level_of, own_committee
from ingest.references.laws import find_laws
from ingest.references.numbers import DocumentNumber, Series, number_key, parse_number
from ingest.report import Block, BlockKind, Locator, Report, locate, quote_at

_READ = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.FOOTNOTE, BlockKind.TABLE, BlockKind.TITLE}
)
_ATTACHED = re.compile(r"^\(?\s*(?:kem theo|ban hanh kem theo|dinh kem)\b")
_NUMBERED = re.compile(r"\s*[,(]?\s*(?:[Ll]uật\s+)?(?:số\s*)?|\s*[,(]\s*")
_ALIAS = re.compile(r"\(\s*(?:(?:sau đây|dưới đây)?\s*(?:gọi tắt|viết tắt|gọi chung|gọi)?\s*(?:là)?\s*)$")
"""What stands before the short name of a document just cited: "(sau đây viết tắt là Đề án 06)"."""
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


@dataclass(slots=True)
class _Entry:
    """A document under way: what has been read of it so far."""

    type: str
    number: DocumentNumber | None
    short: str
    date: str
    issuer: Issuer
    subject: str
    purpose: str
    mentions: list[Mention] = field(default_factory=list)
    inferred: set[str] = field(default_factory=set)
    level: str = ""

    @property
    def key(self) -> str:
        return self.number.key if self.number else number_key(self.short)


def read_references(report: Report) -> tuple[Reference, ...]:
    """The documents a report cites, in the order of their first mention; the report's own number is not among them."""
    entries: list[_Entry] = []
    index: dict[str, list[_Entry]] = {}
    aliases: dict[tuple[str, str], _Entry] = {}
    own = number_key(report.number)
    for block in report.blocks:
        if block.kind not in _READ:
            continue
        for start, end in _segments(block):
            text = block.text[start:end]
            if _ATTACHED.match(fold(text)) or len(text) < 6:
                continue
            _read_block(report, block, text, start, entries, index, aliases, own)
    return tuple(_reference(report, e) for e in entries)


def _segments(block: Block) -> list[tuple[int, int]]:
    """The stretches of a block's text that are read as one: cells of a table, paragraphs of a footnote."""
    if block.table is not None:
        return [(c.start, c.end) for c in block.table.cells if c.end - c.start > 5]
    return [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", block.text)]


def _read_block(
    report: Report,
    block: Block,
    text: str,
    offset: int,
    entries: list[_Entry],
    index: dict[str, list[_Entry]],
    aliases: dict[tuple[str, str], _Entry],
    own: str,
) -> None:
    def place(start: int, end: int) -> Mention:
        cell = next((c for c in block.table.cells if c.start <= offset + start < c.end), None) if block.table else None
        where: Locator = locate(
            report,
            block,
            offset + start,
            offset + end,
            row=cell.row if cell else None,
            column=cell.column if cell else None,
        )
        return Mention(quote_at(block, offset + start, offset + end), where)

    citations = read_citations(text)
    found: list[tuple[int, _Entry, Mention]] = []
    laws = find_laws(text)
    for c in citations:
        if c.blank and report.number == "" and _is_own_blank(report, text[c.start : c.end]):
            continue
        if c.number and own and c.number.key == own and level_of(c.issuer) in ("", level_of(report.issuer)):
            continue
        entry = _entry(report, c)
        start = c.start
        named = next((w for w in laws if w.type in _LAWS and _NUMBERED.fullmatch(text[w.end : c.start])), None)
        if named is not None and entry.type in _LAWS:
            laws.remove(named)
            entry.type, entry.subject, start = named.type, named.name, named.start
        alias = _ALIAS.search(text[max(0, start - 60) : start])
        if c.short and alias and found and text[max(0, start - 60) : start].rstrip().endswith(alias[0].rstrip()):
            aliases[(entry.type, entry.key)] = found[-1][1]
            closed = c.end + text[c.end : c.end + 1].count(")")
            found[-1] = (*found[-1][:2], place(found[-1][0], closed))
            continue
        if c.short and (entry.type, entry.key) in aliases:
            entry = replace(aliases[(entry.type, entry.key)], mentions=[], inferred=set())
        found.append((start, entry, place(start, c.end)))
    for law in laws:
        name = law.name if not law.year else f"{law.name} năm {law.year}"
        entry = _Entry(law.type, None, "", law.date, Issuer("", False), name, "")
        found.append((law.start, entry, place(law.start, law.end)))
    for _, entry, mention in sorted(found, key=lambda f: f[0]):
        key = entry.key or "law:" + _law_key(entry.subject)
        bucket = index.setdefault(key.split("/")[0].split("-")[0] if entry.key else key, [])
        known = next((e for e in bucket if _same(e, entry)), None)
        if known is None:
            entry.mentions.append(mention)
            entries.append(entry)
            bucket.append(entry)
            if entry.key and entry.type in _LAWS and entry.subject:
                index.setdefault("law:" + _law_key(entry.subject), []).append(entry)
        else:
            _merge(known, entry, mention)


def _entry(report: Report, c: Citation) -> _Entry:
    inferred: set[str] = set()
    if c.number and not c.typed:
        inferred.add("type")
    if c.shared:
        inferred.add("date")
    if c.issuer:
        name = _completed(c.issuer, report)
        issuer = Issuer(name, False)
        if fold(name) != fold(c.issuer):
            inferred.add("issuer")
    elif number := c.number or (parse_number(f"Công văn số 1{c.short}") if c.blank else None):
        issuer = infer_issuer(number, report)
        if issuer.name:
            inferred.add("issuer")
    else:
        issuer = Issuer("", True)
    return _Entry(
        c.type, c.number, c.short, c.date, issuer, c.subject, c.purpose, inferred=inferred, level=level_of(c.issuer)
    )


def _is_own_blank(report: Report, words: str) -> bool:
    """Whether a blank number is the report's own ("Báo cáo số:   /BC-UBND")."""
    kind = fold(report.letterhead.kind) or "bao cao"
    return "/bc-" in fold(words).replace(" ", "") and kind == "bao cao"


def _completed(issuer: str, report: Report) -> str:
    """A bare level ("huyện", "tỉnh Sông Trăng") said of an issuing body means its People's Committee."""
    m = re.match(r"(?:tinh|huyen|thanh pho|thi xa|quan|xa|phuong|thi tran)\b", fold(issuer))
    if not m or fold(issuer).startswith(("tinh uy", "huyen uy", "thanh uy")):
        return issuer
    if len(issuer) == m.end() and own_committee(report) and fold(own_committee(report)).startswith("ubnd " + m[0]):
        return own_committee(report)
    return f"UBND {issuer[0].lower()}{issuer[1:]}"


def _same(a: _Entry, b: _Entry) -> bool:
    """Whether two citations are of one document: number and type, with dates and levels of issuer that can be one."""
    if a.type == b.type and a.type in _LAWS and not (a.key and b.key) and a.subject and b.subject:
        return _law_key(a.subject) == _law_key(b.subject)
    if not a.key or not b.key:
        return a.key == b.key and a.type == b.type and _law_key(a.subject) == _law_key(b.subject)
    if a.type and b.type and base(a.type) != base(b.type) and not ({a.type, b.type} <= _RULINGS):
        return False
    if a.key != b.key:
        full, short = (a, b) if len(a.key) > len(b.key) else (b, a)
        if short.number is not None or not full.key.startswith((short.key + "/", short.key + "-")):
            return False
    if a.key.startswith("/"):
        return bool(a.subject) and a.subject == b.subject
    if a.date and b.date and a.date != b.date:
        fixed = any(e.number is not None and e.number.series is Series.LEGISLATION and e.number.year for e in (a, b))
        alike = a.subject and b.subject and fuzz.ratio(fold(a.subject), fold(b.subject)) >= 88
        if not (fixed or alike or a.date[:4] == b.date[:4]):
            return False
    return not (a.level and b.level and a.level != b.level)


def _merge(known: _Entry, new: _Entry, mention: Mention) -> None:
    known.mentions.append(mention)
    if new.number and not known.number:
        known.number = new.number
    known.date = known.date or new.date
    known.level = known.level or new.level
    if new.issuer.name and (not known.issuer.name or (known.issuer.inferred and not new.issuer.inferred)):
        known.issuer = new.issuer
        known.inferred.discard("issuer")
        known.inferred |= new.inferred & {"issuer"}
    if "type" in known.inferred and "type" not in new.inferred:
        known.inferred.discard("type")
    known.subject = known.subject or new.subject
    known.purpose = known.purpose or new.purpose


_RULINGS = frozenset({"Quyết định", "Quy định", "Quy chế"})


def _law_key(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", fold(name)).replace("sua doi", " ").split())


def _missing(report: Report, e: _Entry) -> tuple[str, ...]:
    """What a first citation must give and does not (Decree 30/2020, Appendix I): for laws type and name suffice.

    The issuer of the report's own documents may be understood; any other body must be named.
    """
    if e.type in _LAWS:
        return ()
    lacking = []
    if not e.type:
        lacking.append("type")
    if not e.number and (not e.short or e.short.startswith("/")):
        lacking.append("number")
    if not e.date:
        lacking.append("date")
    if (e.issuer.inferred and not e.issuer.own) or not e.issuer.name:
        lacking.append("issuer")
    if not e.subject:
        lacking.append("subject")
    return tuple(lacking)


def _reference(report: Report, e: _Entry) -> Reference:
    number = e.number.text if e.number else e.short
    first = e.mentions[0].locator
    return Reference(
        content_id("r", report.id, e.type, number, e.date, first.block, first.start),
        e.type,
        number,
        e.date,
        e.issuer.name,
        e.subject,
        tuple(e.mentions),
        _missing(report, e),
        tuple(sorted(e.inferred)),
        e.purpose,
    )

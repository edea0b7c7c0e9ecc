"""The cited documents of one sort, issuer or time, all of them: "Tỉnh ủy ban hành những kế hoạch nào trong năm 2031?",
"List the documents dated 2022 that the report cites".

What else the question says must be said of each that is listed, in its title, in the sentence that cites it, or where
the footnote hangs that does. A question that gives neither an issuer nor a time asks for no such list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.documents.cited import describe, from_its_day, named_numbers
from assistant.compose.documents.matches import FIELD, ISSUING, TYPES, Match, said_of
from assistant.compose.documents.particulars import Told
from assistant.compose.documents.so_many import how_many
from assistant.compose.documents.sorts import ENGLISH, SORTS
from assistant.evidence.coverage import Weighted, affinity, weigh
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, keys
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import contains
from ingest.ledgers import Reference

ANY = "van ban"
MOST = 12  # documents that are listed
NAMED = 0.3  # weight of a word that names who issues: "tỉnh" does not
HELD = 0.6  # of what else is said, that must be said of a document
FEW, SUBJECT = 4, 14  # documents told with so many words of what they are about
_EN = "|".join(f"{name}s" for name in (*ENGLISH, "document"))
_SORTS = SORTS.replace("|bao cao", "") + "|van ban"
_ASKED_ONE = guarded(rf"\b(?P<one>{_SORTS})\b[^?;]{{0,50}}?\bnao\b")
_ASKED = guarded(
    rf"\b(?:nhung|cac) (?P<vi>{_SORTS})\b[^?;]{{0,90}}?\b(?:nao|gi)\b|"
    rf"\b(?:liet ke|ke ten|ke ra|neu ten|neu)\b[^?;]{{0,30}}?\b(?P<told>{_SORTS})\b|"
    rf"\b(?:which|what|list|name)\b[^?;,]{{0,40}}?\b(?P<en>{_EN})\b"
)
_OF_TIME = re.compile(  # the time is that in which they were issued
    r"\b(?:ban hanh|ra doi|ky|phat hanh|de ngay|da ra|duoc ra|ngay|dated|issued|adopted|signed|from|in|of)\b"
    r"[^?;]{0,40}\b(?:nam|thang|quy|20\d\d|january|february|march|april|may|june|july|august|september|october|"
    r"november|december)\b|\b(?:trong|vao|cua|hoi|dau|cuoi)(?: \w+)? (?:thang|nam|quy)\b|"
    r"\b(?:van ban|documents?) (?:nao |cua |of |from )?(?:nam )?20\d\d"
)
_FOR_YEAR = re.compile(r"\b(?:cho|danh cho) nam \d|\bfor 20\d\d")  # what they are for, not when they were issued
_ISSUED_IN = re.compile(r"\b(?:ban hanh|ky|ra doi|phat hanh)\b[^?;]{0,24}\b(?:nam|thang|quy) [\d/]+")
_NONE: frozenset[str] = frozenset()
_OTHER = (Kind.AUDIT, Kind.CAUSE, Kind.EXTREME, Kind.COMPARISON)


def answer_listed(question: Question, found: Found, lexicon: Lexicon) -> Told | None:
    """All the documents that are so described; None where the question asks for no such list, or one only fits."""
    sort, single = _asked_for(fold(question.clear))
    if not sort or question.is_(*_OTHER) or question.documents or named_numbers(question) or not found.indexes:
        return None
    named = max(found.indexes, key=lambda i: affinity(question, i))
    places = {index.report.place for index in found.indexes}
    beside = [
        index for index in found.beside if index.report.place in places
    ]  # a plan of 2025 is cited in 2026 as well
    held: list[tuple[ReportIndex, Reference]] = []
    for index in [named] if affinity(question, named) else [*found.indexes, *beside]:
        known = {(reference.number, reference.date) for _, reference in held}
        fitting = _fitting(question, index, sort, lexicon)
        held += [(index, reference) for reference in fitting if (reference.number, reference.date) not in known]
    held.sort(key=lambda cited: cited[1].date or "9")
    if not held or len(held) > MOST or (len(held) == 1) is not single:
        return None  # of one asked for, several are of that time
    draft = Draft()
    for index, reference in held:
        _tell(draft, index, reference, question.language == "vi", len(held) <= FEW)
    return Told(draft)


def _asked_for(folded: str) -> tuple[str, bool]:
    """The sort of document that a folded question asks for, "van ban" where it may be any and "" where it asks for
    none so; and whether it asks for one ("kế hoạch nào … ban hành năm 2029")."""
    if how_many(folded):
        return "", False  # so many are looked for where they stand together
    asked = _ASKED.search(folded) if "can cu" not in folded else None  # those a plan itself rests on
    if asked is not None:
        said = asked["vi"] or asked["told"] or asked["en"].removesuffix("s")
        return ENGLISH.get(said, ANY if said == "document" else said), False
    one = _ASKED_ONE.search(folded) if _ISSUED_IN.search(folded) else None
    return ("", False) if one is None else (one["one"], True)


def _fitting(question: Question, index: ReportIndex, sort: str, lexicon: Lexicon) -> list[Reference]:
    """The documents of a report that are of the sort, the issuer and the time asked for, in the order of their days."""
    issuers = {r.id: keys(lexicon, r.issuer) for r in index.references if r.issuer}
    said = fold(question.clear)
    of_issuer = [
        w
        for w in question.wanted
        if not {*w.keys} & {*ISSUING, *TYPES}
        and any(not own.isdisjoint(w.keys) for own in issuers.values())
        and _issues(said, w)
    ]
    times = _times(question)
    if not times and all(w.weight < NAMED for w in of_issuer):
        return []
    if any(re.search(rf"\b{re.escape(w.words)}\b(?: \w+)? (?:va|and) ", said) for w in of_issuer):
        of_issuer = [w for w in of_issuer if w.weight >= NAMED]  # "Ban Chỉ đạo tỉnh và UBND tỉnh": either of them
        of_any = any
    else:
        of_any = all
    rest = [
        w
        for w in weigh(question, index)
        if w.wanted.weight >= FIELD and w.wanted not in of_issuer and not {*w.wanted.keys} & {*ISSUING, *TYPES}
    ]
    found = [
        r
        for r in index.references
        if r.number
        and (sort == ANY or fold(r.type) == sort)
        and (not times or any(r.date and contains(period, r.date) for period in times))
        and (not of_issuer or of_any(not issuers.get(r.id, _NONE).isdisjoint(w.keys) for w in of_issuer))
        and _says(index, r, rest, lexicon)
    ]
    return sorted(found, key=lambda r: (r.date or "9", r.mentions[0].locator.start))


def _issues(said: str, word: Wanted) -> bool:
    """Whether a word of an issuer stands where a question says who issues: ahead of the verb, or behind "của"."""
    name = re.escape(word.words)
    return bool(
        re.search(rf"\b{name}\b[^?;]{{0,30}}\b(?:da |cung |duoc )*(?:ban hanh|ra|ky|co|phat hanh)\b", said)
        or re.search(rf"\b(?:cua|do)(?: \w+){{0,4}} {name}\b|\bby (?:the )?(?:\w+ ){{0,3}}{name}\b", said)
        or re.search(rf"\b{name}\b(?: \w+){{0,3}} (?:issue|adopt|sign|promulgate)", said)
    )


def _times(question: Question) -> tuple[str, ...]:
    """The time in which the documents were issued; () where the question gives none."""
    if not question.periods or not _OF_TIME.search(fold(question.clear)) or _FOR_YEAR.search(fold(question.clear)):
        return ()
    return tuple(p for p in question.periods if p[:4].isdigit())


def _says(index: ReportIndex, reference: Reference, rest: Sequence[Weighted], lexicon: Lexicon) -> bool:
    """Whether enough of some words is said of a document, where one of its mentions stands."""
    total = sum(w.weight for w in rest)
    if not total:
        return True
    for mention in reference.mentions:
        around, flat = said_of(Match(index, reference, mention, 0.0, 0.0), lexicon)
        around |= _hangs_on(index, mention.locator.block)
        held = sum(w.weight for w in rest if f" {w.wanted.words} " in flat or not around.isdisjoint(w.wanted.keys))
        if held >= HELD * total:
            return True
    return False


def _hangs_on(index: ReportIndex, block: str) -> frozenset[str]:
    """What is said where a footnote hangs."""
    anchor = index.report.block(block).anchor
    return frozenset().union(
        *(index.statements[n].own | index.statements[n].sentence for n in index.by_block.get(anchor or "", ()))
    )


def _tell(draft: Draft, index: ReportIndex, reference: Reference, vietnamese: bool, subject: bool) -> None:
    """Says a document by its sort, number, date and issuer; of a few, what they are about as well."""
    mention = next(
        (m for m in reference.mentions if reference.subject and reference.subject in m.quote), reference.mentions[0]
    )
    block = index.report.block(mention.locator.block)
    row = None
    if block.table is not None:
        row = next((c.row for c in block.table.cells if c.start <= mention.locator.start <= c.end), None)
    key = draft.cite(index, block, from_its_day(index, reference, mention), mention.locator.end, row)
    text = describe(reference, vietnamese)
    words = reference.subject.split()
    if subject and words and reference.subject in mention.quote and not reference.subject.startswith(f"{text} "):
        told = " ".join(words[:SUBJECT]) + ("…" if len(words) > SUBJECT else "")
        text = f"{text}{', ' if vietnamese else ': '}{told}"
    draft.say(text, key)

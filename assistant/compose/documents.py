"""Document questions: which plan or decision, of what date, by whom, about what."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.compose.citing import Draft
from assistant.evidence import Weighted, weigh
from assistant.question import Kind, Question
from assistant.statements import ReportIndex, keys, plain
from assistant.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.periods import contains
from ingest.ledgers import Mention, Reference

ENOUGH = 0.5
CLOSE = 0.12
MOST = 8
_TYPES = (
    "quyết định", "kế hoạch", "nghị quyết", "chỉ thị", "nghị định", "thông tư", "công văn", "chương trình", "hướng dẫn", "pháp luật",
    "quy chế", "tờ trình", "đề án", "kết luận", "thông báo", "quy định", "công điện", "báo cáo",
)  # fmt: skip
_ISSUERS = ("ban hành", "văn bản", "ký", "cơ quan", "phê duyệt", "ngày", "số hiệu", "thời gian", "số lượng", "năm", "căn cước")


@dataclass(frozen=True, slots=True)
class Match:
    """A cited document and how much of the question it covers."""

    index: ReportIndex
    reference: Reference
    mention: Mention
    coverage: float
    score: float


def matches(question: Question, indexes: list[ReportIndex], lexicon: Lexicon) -> list[Match]:
    """The cited documents that a question may mean, best first."""
    found: list[Match] = []
    for index in indexes:
        asked_types = {k for w in question.wanted for k in w.keys if k in _TYPES}
        weighted = [w for w in weigh(question, index) if not set(w.wanted.keys) & set(_ISSUERS)]
        topical = [w for w in weighted if not set(w.wanted.keys) & asked_types]
        for reference in index.references:
            words = f"{reference.type} {reference.number} {reference.subject} {reference.issuer} {reference.purpose}"
            own = keys(lexicon, words)
            type_keys = keys(lexicon, reference.type)
            fit = 0.0
            if asked_types:
                fit = 0.2 if asked_types & type_keys else -0.25
            for mention in reference.mentions:
                around = own | keys(lexicon, mention.quote)
                flat = plain(f"{words} {mention.quote}")
                coverage = _cover(topical or weighted, around, flat)
                score = coverage + fit
                for period in question.periods:
                    held = f"{reference.date} {reference.subject} {mention.quote}"
                    inside = period in held or period.replace("-", " - ") in held or period.replace("-", "–") in held.replace(" ", "")
                    dated = bool(reference.date) and contains(period, reference.date)
                    score += 0.1 if inside or dated else -0.1
                if any(_number(d) == _number(reference.number) for d in question.documents):
                    score += 2.0
                    coverage = 1.0
                found.append(Match(index, reference, mention, coverage, score))
    found.sort(key=lambda m: (-m.score, m.mention.locator.start))
    best: dict[tuple[str, str], Match] = {}
    for match in found:
        best.setdefault((match.index.report.id, match.reference.id), match)
    return list(best.values())


def _cover(weighted: list[Weighted], around: frozenset[str], flat: str) -> float:
    total = sum(w.weight for w in weighted)
    if not total:
        return 0.0
    held = 0.0
    for w in weighted:
        if f" {w.wanted.words} " in flat or set(w.wanted.keys) & around and not (len(w.wanted.keys) > 1 and " " in w.wanted.words):
            held += w.weight
    return held / total


def _number(text: str) -> str:
    return "".join(fold(text).split()).lstrip("0")


def describe(reference: Reference, vietnamese: bool) -> str:
    """A document as Decree 30 has it cited first: type, number, date, issuer, subject; what is not given is left out."""
    parts = [reference.type]
    if reference.number:
        parts.append(f"số {reference.number}" if vietnamese else reference.number)
    if reference.date:
        year, month, day = reference.date.split("-")
        parts.append(f"ngày {int(day)}/{int(month)}/{year}" if vietnamese else f"of {int(day)}/{int(month)}/{year}")
    if reference.issuer and "issuer" not in reference.inferred:
        parts.append(f"của {reference.issuer}" if vietnamese else f"by {reference.issuer}")
    return " ".join(p for p in parts if p)


def answer_documents(question: Question, indexes: list[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The document asked for, or all that fit as well where several were asked for; None where none is near enough."""
    ranked = matches(question, indexes, lexicon)
    if not ranked or ranked[0].coverage < ENOUGH or ranked[0].score < ENOUGH:
        return None
    several = question.is_(Kind.LIST) or any(w in fold(question.clear) for w in ("nhung", "cac ", "bao nhieu", "documents", "plans", "decisions"))
    chosen = [ranked[0]]
    if several:
        chosen += [m for m in ranked[1:MOST] if m.score >= ranked[0].score - CLOSE and m.reference.number]
    draft = Draft()
    vietnamese = question.language == "vi"
    for match in chosen:
        locator = match.mention.locator
        block = match.index.report.block(locator.block)
        key = draft.cite(match.index, block, locator.start, locator.end)
        subject = match.reference.subject
        text = describe(match.reference, vietnamese)
        if subject and subject in match.mention.quote and len(subject.split()) <= 45:
            text += (f", {subject}" if vietnamese else f": {subject}") if len(chosen) == 1 else f" ({' '.join(subject.split()[:18])})"
        draft.say(text, key)
    if "issuer" in chosen[0].reference.inferred and chosen[0].reference.issuer:
        draft.notes.append(
            f"Cơ quan ban hành ({chosen[0].reference.issuer}) được suy từ ký hiệu văn bản." if vietnamese
            else f"The issuer ({chosen[0].reference.issuer}) is inferred from the document's symbol."
        )  # fmt: skip
    return draft

"""Which of the documents that a report cites a question may mean, best first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.evidence.coverage import Weighted, weigh
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.question import Question
from assistant.words.everyday import generic
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import contains, periods
from ingest.ledgers import Mention, Reference

PRECISE = 0.12  # what it counts that all of a document's subject is asked for: the shorter of two that fit is meant
OTHER_YEAR = 0.3  # against a document of another year than the one it is asked for by
IN_SENTENCE = 0.85  # what stands in the sentence that cites a document, rather than in its title, counts a little less
OF_OTHER_YEAR = 0.3  # what it takes that a subject says another year: a plan for 2026 is none for 2025, whenever made
FIELD = 0.7  # weight of a word that may name a field
TELLING = 0.35  # weight of a concept of a subject, below which it is in too many
TYPES = (
    "quyết định", "kế hoạch", "nghị quyết", "chỉ thị", "nghị định", "thông tư", "công văn", "chương trình",
    "hướng dẫn", "pháp luật",
    "quy chế", "tờ trình", "đề án", "kết luận", "thông báo", "quy định", "công điện", "báo cáo",
)  # fmt: skip
ISSUING = (
    "ban hành",
    "văn bản",
    "ký",
    "cơ quan",
    "phê duyệt",
    "ngày",
    "số hiệu",
    "thời gian",
    "số lượng",
    "năm",
    "căn cước",
    "viện dẫn",
    "trích dẫn",
    "nhắc đến",
    "kéo dài",
    "áp dụng",
    "hiệu lực",
)
_WHICH = re.compile(
    rf"\b(?:{'|'.join(map(fold, TYPES))}|van ban) (?:so )?nao\b|"
    r"\bwhich (?:decision|plan|resolution|directive|decree|circular|document)\b"
)


@dataclass(frozen=True, slots=True)
class Match:
    """A cited document and how much of the question it covers."""

    index: ReportIndex
    reference: Reference
    mention: Mention
    coverage: float
    score: float
    of_another_year: bool = False


def matches(question: Question, indexes: list[ReportIndex], lexicon: Lexicon) -> list[Match]:
    """The cited documents that a question may mean, best first."""
    found: list[Match] = []
    for index in indexes:
        asked_types = {k for w in question.wanted for k in w.keys if k in TYPES}
        weighted = [w for w in weigh(question, index) if not set(w.wanted.keys) & set(ISSUING)]
        topical = [w for w in weighted if not set(w.wanted.keys) & asked_types]
        asked = {k for w in question.wanted for k in w.keys}
        for reference in index.references:
            words = f"{reference.type} {reference.number} {reference.subject} {reference.issuer} {reference.purpose}"
            own = keys(lexicon, words)
            type_keys = keys(lexicon, reference.type) | _issued_with(reference, asked_types)
            precise = _precise(reference, asked, lexicon)
            other_year = names_other_year(question, reference.subject)
            fit = -OTHER_YEAR if other_year else 0.0
            if asked_types:
                fit += 0.2 if asked_types & type_keys else -0.25
            for mention in reference.mentions:
                around = own | keys(lexicon, mention.quote)
                flat = plain(f"{words} {mention.quote}")
                coverage = cover_words(topical or weighted, around, flat)
                if not _by_short_name(reference, mention):
                    sentence = around | _sentence(index, mention, lexicon)
                    coverage = max(coverage, IN_SENTENCE * cover_words(topical or weighted, sentence, flat))
                score = coverage + fit + PRECISE * precise
                years = {span.period for span in periods(reference.subject) if span.period[:4].isdigit()}
                for period in _own_periods(question):
                    inside = any(span.period == period for span in periods(f"{reference.subject}; {mention.quote}"))
                    dated = bool(reference.date) and contains(period, reference.date) and not years
                    other = years and not any(contains(y, period) or contains(period, y) for y in years)
                    score += 0.1 if inside or dated else -OF_OTHER_YEAR if other else -0.1
                if any(_number(d) == _number(reference.number) for d in question.documents):
                    score += 2.0
                    coverage = 1.0
                found.append(Match(index, reference, mention, coverage, score, other_year))
    found.sort(key=lambda m: (-m.score, m.mention.locator.start))
    best: dict[tuple[str, str], Match] = {}
    for match in found:
        best.setdefault((match.index.report.id, match.reference.id), match)
    return list(best.values())


def _issued_with(reference: Reference, types: set[str]) -> set[str]:
    """The sorts of paper, of some, that a document puts in force: "Quyết định … ban hành Quy chế …" is one of a
    "quy chế"."""
    issued = _ISSUES.match(reference.subject.lower()) if types else None
    return {t for t in types if issued is not None and reference.subject.lower().startswith(t, issued.end())}


def issues_any(reference: Reference, sorts: frozenset[str]) -> bool:
    """Whether a document puts a paper in force of one of some sorts, folded."""
    issued = _ISSUES.match(reference.subject.lower())
    return issued is not None and fold(reference.subject[issued.end() :]).startswith(tuple(sorts))


_ISSUES = re.compile(r"(?:về )?(?:việc )?(?:ban hành|phê duyệt) ")


def said_of(match: Match, lexicon: Lexicon) -> tuple[frozenset[str], str]:
    """The concepts that are said of a document, by its particulars and in the sentence that cites it, and its own
    words between single spaces."""
    reference, mention = match.reference, match.mention
    words = f"{reference.type} {reference.number} {reference.subject} {reference.issuer} {reference.purpose}"
    own = keys(lexicon, words) | keys(lexicon, mention.quote)
    return own | _sentence(match.index, mention, lexicon), plain(f"{words} {mention.quote}")


def names_other_year(question: Question, subject: str) -> bool:
    """Whether a document is asked for by its year ("kế hoạch kiểm tra năm 2026"), and the subject of one says that it
    is of another."""
    years = {p for p in _own_periods(question) if _YEAR.fullmatch(p)}
    if len(years) != 1 or _IN_YEAR.search(fold(question.clear)):
        return False
    own = [span.period for span in periods(subject) if _YEARS.match(span.period)]
    return bool(own) and not any(contains(period, year) for period in own for year in years)


_YEAR, _YEARS = re.compile(r"\d{4}"), re.compile(r"\d{4}(?:-\d{4})?$")
_IN_YEAR = re.compile(  # the year in which it was issued
    r"^\W*(?:(?:trong|ngay|vao|dau|cuoi|tu dau) )*(?:thang \d+ )?nam (?:nay|nao|\d{4})|"
    r"\b(?:trong|vao|dau|cuoi|hoi|ban hanh|ky|ra doi|phe duyet) nam \d{4}|"
    r"\b(?:issued|adopted|signed|made|in|during|since) (?:\w+ )?\d{4}"
)
_OTHERS = guarded(rf"\b(?:thành|ban hành|xây dựng) (?:các|những|một số|nhiều) (?:{'|'.join(TYPES)})\b", re.IGNORECASE)


def is_of_derived(question: Question, match: Match, lexicon: Lexicon) -> bool:
    """Whether a field that a question names is not that of a document, but of those which its sentence derives from it
    ("cụ thể hóa thành các Kế hoạch trong các lĩnh vực …")."""
    index, place, reference = match.index, match.mention.locator, match.reference
    held = (index.statements[n] for n in index.by_block.get(place.block, ()))
    statement = next((s for s in held if s.start <= place.start < s.end), None)
    others = _OTHERS.search(statement.block.text, place.end, statement.end) if statement is not None else None
    if statement is None or others is None:
        return False
    derived = keys(lexicon, statement.block.text[others.end() : statement.end])
    own = keys(lexicon, f"{reference.type} {reference.subject}")
    return any(w.weight >= FIELD and set(w.keys) & (derived - own) for w in question.wanted)


def _own_periods(question: Question) -> tuple[str, ...]:
    """The periods that tell a document from others. A follow-up that asks which document another thing stands in ("ở
    quyết định nào?") leaves the year of the question before: that one may be of any."""
    another = question.followup and _WHICH.search(fold(question.clear)) is not None
    return tuple(p for p in question.periods if not another or p[:4] in question.clear)


def _precise(reference: Reference, asked: set[str], lexicon: Lexicon) -> float:
    """How much of a document's subject is asked for, 0 to 1, and of its issuer where an issuer is."""
    issuer = keys(lexicon, reference.issuer)
    own = {k for k in keys(lexicon, reference.subject) | (issuer if issuer & asked else set()) if generic(k) >= TELLING}
    return len(own & asked) / len(own) if own else 0.0


def _by_short_name(reference: Reference, mention: Mention) -> bool:
    """Whether a document is only spoken of by the short name it was given ("Đề án 06"): what else the sentence tells
    was not laid down by it."""
    return bool(reference.number) and _number(reference.number) not in _number(mention.quote)


def _sentence(index: ReportIndex, mention: Mention, lexicon: Lexicon) -> frozenset[str]:
    """What the sentence speaks of in which a document is cited, up to others that follow from it ("cụ thể hóa thành các
    Kế hoạch về …"): what those are on, it is not."""
    for number in index.by_block.get(mention.locator.block, ()):
        statement = index.statements[number]
        if statement.start <= mention.locator.start < statement.end:
            text = statement.block.text
            others = _OTHERS.search(text, mention.locator.end, statement.end)
            if others is not None:
                return keys(lexicon, text[statement.start : others.start()])
            before = index.statements[number - 1] if number else statement
            apart = (
                before.block.id == statement.block.id and before.quote.endswith(";") and _OTHERS.search(before.quote)
            )
            return statement.own if apart else statement.own | statement.sentence
    return frozenset()


def cover_words(weighted: list[Weighted], around: frozenset[str], flat: str) -> float:
    """The share, 0 to 1, of the wanted words that stand in plain words or among the concepts around."""
    total = sum(w.weight for w in weighted)
    if not total:
        return 0.0
    held = 0.0
    for w in weighted:
        if f" {w.wanted.words} " in flat or (
            set(w.wanted.keys) & around and not (len(w.wanted.keys) > 1 and " " in w.wanted.words)
        ):
            held += w.weight
    return held / total


def _number(text: str) -> str:
    return "".join(fold(text).split()).lstrip("0")

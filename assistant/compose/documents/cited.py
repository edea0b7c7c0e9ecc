"""Document questions: which plan or decision, of what date, by whom, about what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.asked.kinds import Kind
from assistant.claims import Language
from assistant.compose.citing import Draft, excerpt
from assistant.compose.documents.applied import asks_applied, is_applied
from assistant.compose.documents.cited_article import asks_article, tell_article
from assistant.compose.documents.matches import ISSUING, TELLING, TYPES, Match, is_of_derived, issues_any, matches
from assistant.compose.documents.near import does_another, is_near
from assistant.compose.documents.particulars import Told
from assistant.compose.documents.segments import asked_of_sort, segments_of
from assistant.compose.documents.so_many import COUNTED, DOCUMENTS, WHICH_SO_MANY, how_many
from assistant.compose.documents.sorts import sorts_asked
from assistant.compose.parts import asked_parts
from assistant.compose.wording import quoted
from assistant.evidence.statements import ReportIndex
from assistant.lookup import FoundReference, match_references
from assistant.question import Question, understand
from assistant.words.terms import Lexicon
from ingest.language.dates import dates
from ingest.language.fold import fold
from ingest.ledgers import Mention, Reference

ENOUGH = 0.45
NEARLY = 0.7  # of what the best covers of a question: the one of which a report says that it is applied
CLOSE = 0.12
ALL = 0.9  # of what is said of a document of which only the day is asked
MOST = 8
FEW = 3  # documents told with their subjects whole
SUBJECT_WORDS, BRIEF_SUBJECT = 60, 14
# Words of a subject that show which document it is, where its date or issuer alone is asked for, or more than it.
BESIDE_DATE = 24
EXACT = 5  # the score from which a number is that of a document, and not of one like it
BESIDE = 0.6  # of the first's coverage: what stands with it in one list of documents


def describe(reference: Reference, vietnamese: bool) -> str:
    """A document as Decree 30 has it cited first: type, number, date, issuer, subject; what is not given is left
    out."""
    parts = [reference.type]
    if reference.number:
        parts.append(f"số {reference.number}" if vietnamese else reference.number)
    if reference.date:
        year, month, day = reference.date.split("-")
        parts.append(f"ngày {int(day)}/{int(month)}/{year}" if vietnamese else f"of {int(day)}/{int(month)}/{year}")
    if reference.issuer and "issuer" not in reference.inferred:
        parts.append(f"của {reference.issuer}" if vietnamese else f"by {reference.issuer}")
    return " ".join(p for p in parts if p)


_NAMED = re.compile(
    r"\b(?:quyet dinh|ke hoach|nghi quyet|chi thi|nghi dinh|thong tu|cong van|chuong trinh|huong dan|ket luan|"
    r"thong bao|quy dinh|to trinh|bao cao(?= so)|cong dien|(?:qd|kh|nq|ct|cv|nd|tt)(?= so| \d{2})|"
    r"decision|plan|resolution|directive|decree|circular|letter|programme|program|conclusion|notice|regulation|"
    r"document)s?"
    r"(?: (?:phoi hop|lien tich))?(?: (?:so|no\.?|number))? (?P<number>\d{1,5}(?:\.\d{1,2}\b)?[a-z]?(?:[/-][\w/&.-]+)?)"
)


@dataclass(frozen=True, slots=True)
class _Aspect:
    """A field of a document that a question may be after, and what is said where the report does not give it."""

    field: str
    asked: re.Pattern[str]
    vietnamese: str
    english: str


_ASPECTS = (
    _Aspect(
        "date",
        re.compile(
            r"ngay (?:nao|may|bao nhieu)|khi nao|ngay (ban hanh|ky|thang)|nam nao|thoi gian ban hanh|bao gio|"
            r"\bwhen\b|what date|date of"
        ),
        "Báo cáo không ghi ngày của {0}.",
        "The report does not give the date of {0}.",
    ),
    _Aspect(
        "issuer",
        re.compile(
            r"(co quan|don vi|cap|noi)(?: \w+)? nao (?:da |cung )?(?:ban hanh|ky)|ai (ban hanh|ky)|"
            r"co quan ban hanh|cua (ai|co quan nao)|do ai|"
            r"who (issued|signed)|issued by|which (agency|body|authority)"
        ),
        "Báo cáo không ghi cơ quan ban hành {0}.",
        "The report does not name the issuer of {0}.",
    ),
    _Aspect(
        "subject",
        re.compile(
            r"trich yeu|ve (viec gi|noi dung gi|gi|van de gi|viec nao)|noi dung (gi|cua|la)|noi ve|quy dinh gi|"
            r"what is .{0,120} about|about what|\bsubject\b|what does .{0,140} "
            r"(cover|concern|say|regulate|provide|deal with|address|govern)"
        ),
        "Báo cáo không ghi trích yếu của {0}.",
        "The report does not give the subject of {0}.",
    ),
)


def asks_of_document(question: Question) -> bool:
    """Whether a question is after the date, the issuer or the subject of a document."""
    return any(aspect.asked.search(fold(question.clear)) for aspect in _ASPECTS)


def named_numbers(question: Question) -> tuple[str, ...]:
    """The numbers of the documents that a question names."""
    return question.documents or tuple(
        m["number"] for m in _NAMED.finditer(fold(question.clear)) if not _is_year(m["number"])
    )


def answer_number(question: Question, indexes: list[ReportIndex]) -> Told | None:
    """A document asked for by its number, or by part of it; None where the question names none.

    A number that stands nowhere is not answered by its neighbour: the nearest one is only offered as a hint.
    """
    asked = named_numbers(question)
    if not asked:
        return None
    vietnamese = question.language == "vi"
    found: list[tuple[ReportIndex, FoundReference]] = [
        (index, f) for index in indexes for number in asked for f in match_references(number, index.references)
    ]
    exact = [(i, f) for i, f in found if not f.suggested and f.score >= EXACT]
    if not exact:
        shown = ", ".join(asked)
        hint = next((f.reference.number for _, f in found if f.suggested), "")
        if vietnamese:
            reason = f"Báo cáo không viện dẫn văn bản số {shown}." + (f" Có phải ý bạn là {hint}?" if hint else "")
        else:
            reason = f"The report cites no document numbered {shown}." + (f" Did you mean {hint}?" if hint else "")
        return Told(None, reason)
    draft = Draft()
    blank = ""
    folded = fold(question.clear)
    seen: set[str] = set()
    for index, match in exact[:3]:
        reference = match.reference
        if reference.id in seen:
            continue
        seen.add(reference.id)
        lacking = [a for a in _ASPECTS if a.asked.search(folded)]
        missing = [a for a in lacking if not getattr(reference, a.field)]
        if missing and len(missing) == len(lacking):
            words = missing[0].vietnamese if vietnamese else missing[0].english
            blank = words.format(f"{reference.type} {reference.number}")
            continue
        tell(draft, index, reference, vietnamese, _words_of_subject(lacking))
    return Told(draft if draft.claims else None, blank)


def _words_of_subject(asked: list[_Aspect]) -> int:
    """At most how many words of a document's subject are told, by what is asked of it."""
    return BESIDE_DATE if asked and all(a.field != "subject" for a in asked) else SUBJECT_WORDS


def _is_year(number: str) -> bool:
    """Whether a number behind the name of a document is a year: "kế hoạch 2024"."""
    return bool(re.fullmatch(r"(?:199|20[0-4])\d", number))


def tell(draft: Draft, index: ReportIndex, reference: Reference, vietnamese: bool, words: int = SUBJECT_WORDS) -> None:
    """Says a cited document as its report gives it, cited where its subject stands with it, else where it is first; of
    its subject at most so many words."""
    mention = max(
        reference.mentions,
        key=lambda m: (
            reference.subject != "" and reference.subject in m.quote,
            any(day.iso == reference.date for day in dates(m.quote)),
            -m.locator.start,
        ),
    )
    locator = mention.locator
    row = None
    table = index.report.block(locator.block).table
    if table is not None:
        row = next((c.row for c in table.cells if c.start <= locator.start <= c.end), None)
    key = draft.cite(
        index, index.report.block(locator.block), from_its_day(index, reference, mention), locator.end, row
    )
    text = describe(reference, vietnamese)
    subject = reference.subject.split()
    if words and subject and reference.subject in mention.quote and len(subject) <= SUBJECT_WORDS:
        told = reference.subject if len(subject) <= words else f"{' '.join(subject[:words])}…"
        named = told.startswith(f"{text} ")  # "Luật", whose subject is its whole name
        text = told if named else f"{text}, {told}" if vietnamese else f"{text}: {told}"
    draft.say(text, key)
    if reference.issuer and "issuer" in reference.inferred:
        note = (
            f"Cơ quan ban hành ({reference.issuer}) được suy từ ký hiệu văn bản."
            if vietnamese
            else f"The issuer ({reference.issuer}) is inferred from the document's symbol."
        )
        if note not in draft.notes:
            draft.notes.append(note)


def from_its_day(index: ReportIndex, reference: Reference, mention: Mention) -> int:
    """Where the citation of a document begins: at the day, where that stands before it ("Ngày 12/4/2025, UBND huyện ban
    hành Kế hoạch số 51/KH-UBND"), as the ledger reads it there as well."""
    start = mention.locator.start
    if not reference.date or any(day.iso == reference.date for day in dates(mention.quote)):
        return start
    days = dates(index.report.block(mention.locator.block).text[:start])
    return next((day.start for day in reversed(days) if day.iso == reference.date), start)


def answer_issued(question: Question, indexes: list[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The document of which only the day is asked on which it was issued ("ban hành kế hoạch … ngày nào"), where all of
    what is said of it stands with one that has a date; None where the question is not of that sort."""
    if question.kinds != (Kind.WHEN,) or not _ISSUED.search(fold(question.clear)):
        return None
    ranked = matches(question, indexes, lexicon)
    if not ranked or ranked[0].coverage < ALL or ranked[0].of_another_year or not ranked[0].reference.date:
        return None
    if not any(set(w.keys) & {ranked[0].reference.type.lower()} for w in question.wanted):
        return None
    draft = Draft()
    tell(draft, ranked[0].index, ranked[0].reference, question.language == "vi", BESIDE_DATE)
    return draft


_ISSUED = re.compile(r"\b(?:ban hanh|ky|ra|co hieu luc)\b|\b(?:issued?|adopted?|adopts|signed?|sign|promulgated?)\b")


def answer_documents(question: Question, indexes: list[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The document asked for, or all that fit as well where several were asked for; None where none is near enough."""
    told = (w for w in question.wanted if w.weight >= TELLING and {*ISSUING, *TYPES}.isdisjoint(w.keys))
    if sorts_asked(question.clear) and not question.periods and not any(told):
        return None  # "under which decision" says nothing of which it is
    ranked = matches(question, indexes, lexicon)
    if not ranked or ranked[0].coverage < ENOUGH or ranked[0].score < ENOUGH:
        return None
    if (
        ranked[0].of_another_year
        or is_of_derived(question, ranked[0], lexicon)
        or is_near(question, ranked[0], lexicon)
    ):
        return None
    of_its_year, of_others = ([m.coverage for m in ranked if m.of_another_year is said] for said in (False, True))
    if max(of_others, default=0.0) > max(of_its_year, default=0.0) + CLOSE:
        return None  # the report only knows that of another year
    folded = fold(question.clear)
    several = bool(_SEVERAL.search(folded))
    if not several and asks_applied(question):
        enough = NEARLY * ranked[0].coverage
        ranked = [m for m in ranked if m.coverage >= enough and is_applied(m.index, m.mention)] or ranked
    chosen = [ranked[0]]
    if several:
        first = ranked[0].mention.locator.block
        chosen += [
            m for m in ranked[1:20]
            if (m.reference.number or m.reference.type == "Luật")
            and (m.score >= ranked[0].score - CLOSE or (m.mention.locator.block == first and
            m.coverage >= BESIDE * ranked[0].coverage))
        ][: (how_many(folded) or MOST) - 1]  # fmt: skip
        if number := how_many(folded):
            chosen = _of_so_many(ranked, number) or chosen
    else:
        # "kế hoạch nào, theo chương trình nào": the best of each type asked for
        asked_for = sorts_asked(question.clear)
        for type_name in dict.fromkeys(k for w in question.wanted for k in w.keys if k in TYPES):
            if asked_for and fold(type_name) not in asked_for:
                continue  # "Which decision approved the plan …?"
            best = next((m for m in ranked if fold(m.reference.type).startswith(fold(type_name))), None)
            if (
                best is not None
                and best.coverage >= ENOUGH
                and all(best.reference.id != c.reference.id for c in chosen)
            ):
                chosen.append(best)
    first, *others = segments_of(question.clear)
    for part in (*others, first) if others else ():
        # "…, và theo quyết định nào?": what is asked besides, read by itself
        besides = understand(part, lexicon, clear=part)
        if all(w.weight < TELLING or not set(w.keys).isdisjoint(TYPES) for w in besides.wanted):
            continue  # "…, and under which resolution?": says no more than what sort it is
        best = next((m for m in matches(besides, indexes, lexicon) if m.coverage >= ENOUGH and m.score >= ENOUGH), None)
        if best is None or any(best.reference.id == c.reference.id for c in chosen):
            continue
        sort = fold(best.reference.type)
        if not several and asked_of_sort(question.clear, sort) <= sum(fold(c.reference.type) == sort for c in chosen):
            continue  # "and in which decision was that published?": the one decision asked for is told
        if part is not first:
            chosen.append(best)
        elif not several and any(fold(best.reference.type) == fold(k) for w in besides.wanted for k in w.keys):
            chosen.insert(0, best)  # what the parts after it say stands nearer to another document
    asked_types = {fold(k) for w in question.wanted for k in w.keys if k in TYPES}
    sorts = sorts_asked(question.clear)
    if any(does_another(question, m) for m in chosen[:1]):
        return None
    if sorts and not any(fold(m.reference.type) in sorts or issues_any(m.reference, sorts) for m in chosen):
        return None  # a plan is no decree
    if asked_types and _NUMBER_OF.search(folded) and fold(chosen[0].reference.type) not in asked_types:
        return None  # a decision is not the plan whose number is asked for
    if _ASKS_NUMBER.search(folded) and not any(m.reference.number[:1].isdigit() for m in chosen):
        return None  # its number was left blank
    draft = Draft()
    words = SUBJECT_WORDS if len(chosen) <= FEW else 0 if _NUMBERS.search(folded) else BRIEF_SUBJECT
    if any(not part.is_(Kind.DOCUMENT) and not asks_of_document(part) for part in asked_parts(question, lexicon)):
        words = min(words, BESIDE_DATE)  # "có mã số nào và bãi bỏ theo nghị quyết nào": the rest needs room as well
    if others and len(chosen) > 1:
        words = min(words, BESIDE_DATE)  # which documents they are, each by itself
    for match in chosen:
        tell(draft, match.index, match.reference, question.language == "vi", words)
        if _lacks(match.reference, folded):
            _tell_sentence(draft, match, question.language)
        if asks_article(folded):
            tell_article(draft, match.index, match.reference, match.mention)
    return draft


def _of_so_many(ranked: list[Match], number: int) -> list[Match]:
    """The best of the lists, each in one block, of as many documents as are asked for; [] where none that is about as
    good as the best document has so many."""
    blocks: dict[str, list[Match]] = {}
    for match in ranked:
        if match.reference.number and match.coverage >= BESIDE * ranked[0].coverage:
            blocks.setdefault(match.mention.locator.block, []).append(match)
    near = [held for held in blocks.values() if held[0].score >= ranked[0].score - 2 * CLOSE]
    return next((held for held in near if len(held) == number), [])


def _lacks(reference: Reference, folded: str) -> bool:
    """Whether the date of a document, or who issued it, is asked for and does not stand with its number."""
    stated = {"date": bool(reference.date), "issuer": bool(reference.issuer) and "issuer" not in reference.inferred}
    return any(not stated.get(a.field, True) and a.asked.search(folded) for a in _ASPECTS)


def _tell_sentence(draft: Draft, match: Match, language: Language) -> None:
    """Says the sentence that cites a document: "Ngày 26/6, UBND tỉnh công nhận … tại Quyết định số …" has its day and
    its issuer. What was inferred of the issuer is then no longer said."""
    for number in match.index.by_block.get(match.mention.locator.block, ()):
        statement = match.index.statements[number]
        if statement.start <= match.mention.locator.start < statement.end:
            key = draft.cite_statement(match.index, statement)
            draft.say(quoted(excerpt(statement, match.mention.locator.start), language), key)
            draft.notes[:] = [n for n in draft.notes if match.reference.issuer not in n]
            return


_NUMBERS = re.compile(r"\bso hieu\b|\bky hieu\b|\bnumbers of\b|\bwhat numbers\b")
_ASKS_NUMBER = re.compile(r"\bso (?:hieu |ky hieu )?(?:bao nhieu|may|nao|gi)\b|\b(?:what|which) (?:document )?number\b")
_NUMBER_OF = re.compile(
    r"\b(?:number|no\.) of (?:the|this|that)\b|\bso(?: hieu)? cua (?:ban )?(?:ke hoach|quyet dinh|cong van)\b"
)
_SEVERAL = re.compile(
    r"\b(?:nhung|cac) (?:van ban|ke hoach|quyet dinh|nghi quyet|chi thi|nghi dinh|thong tu|cong van|chuong trinh|"
    r"huong dan|luat|quy che|de an|kh|qd|nq|cv)\b|"
    rf"\b(?:{COUNTED}) (?:{DOCUMENTS})\b|{WHICH_SO_MANY}|"
    r"\bnhung .{0,60}\bnao\b|(?<!\bso )(?<!\bso hieu )(?<!\bngay )bao nhieu|liet ke|ke ten|"
    r"\b(documents|plans|decisions|resolutions|"
    r"directives|laws|letters|programmes)\b|\bwhich .{0,20}s were\b"
)

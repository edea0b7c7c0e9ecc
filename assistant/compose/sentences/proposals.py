"""What a report asks of those above it: the part under "Kiến nghị, đề xuất", whole or what of it is addressed to whom
the question names; that it has nothing to ask where it says so."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft, excerpt
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.question import Question
from ingest.language.fold import fold

WORDS = 150
TELLING = 0.6  # weight from which a word of the question says to whom, or on what
_ABOVE = r"(?:trung uong|cap tren|cap co tham quyen|chinh phu|thu tuong|bo|cac bo|quoc hoi|tinh|uy ban)"
_ASKED = re.compile(
    r"\b(?:phan|muc|cac|nhung|noi dung|co) "
    r"(?:kien nghi,? (?:va )?de xuat|de xuat,? (?:va )?kien nghi|kien nghi|de xuat)\b"
    r"(?! (?:cua (?:nguoi dan|dan|doanh nghiep|to chuc|cu tri)|sau (?:thanh tra|kiem toan)|chua|da|duoc|bi))|"
    rf"\b(?:kien nghi|de xuat|de nghi|xin)(?: len| voi| toi| den)?(?: {_ABOVE})?(?: \w+){{0,4}} "
    r"(?:nhung gi|gi|dieu gi|viec gi|nhung viec gi|the nao)\b|"
    r"\b(?:what|which) (?:proposals?|recommendations?|requests?|petitions? to)\b"
    r"(?! (?:were|was|from|of) (?:received|resolved))|"
    r"\bwhat (?:did|does|has|do) .{2,80}\b(?:propose|recommend|request|ask (?:for|of|the))\b[^?]{0,80}"
    r"\b(?:central|higher|ministr\w+|government|above|report)\b"
)
_OF_PEOPLE = re.compile(r"\b(?:phan anh|nguoi dan|cu tri|doanh nghiep|cong dan|citizens?|people|business\w*|voters?)\b")
_HEADING = re.compile(
    r"^\W*(?:[ivx]+|\d+|[a-z])?[.)]?\s*(?:nhung |cac )?(?:kien nghi|de xuat)(?:,? (?:va )?(?:kien nghi|de xuat))?\W*$"
)
_GENERIC = re.compile(
    r"^(?:kien nghi|de xuat|de nghi|trung uong|cap tren|central\b.*|higher\b.*|level|cap trung uong|bao cao|"
    r"report|tinh|province|bo|ministr\w+|ask|proposals?|recommend\w*|request\w*|propose|"
    r"thang|phan|muc|noi dung|make|made|.*\d.*)$"
)


def answer_proposals(question: Question, found: Found) -> Draft | None:
    """What the one report asked proposes; None where that is not asked, or no part of it is headed so."""
    folded = fold(question.clear)
    if not _ASKED.search(folded) or _OF_PEOPLE.search(folded) or question.is_(Kind.CAUSE, Kind.WHO, Kind.DOCUMENT):
        return None
    if re.search(r"\bbao nhieu\b|\bhow many\b", folded):
        return None
    asked = {*question.report_periods, *question.periods}
    indexes = [i for i in found.indexes if not asked or i.report.period in asked]
    held = [(i, said) for i in indexes if (said := _under_heading(i))]
    if len(held) != 1:
        return None
    index, statements = held[0]
    topical = [w for w in question.wanted if w.weight >= TELLING and not any(map(_is_generic, (w.words, *w.keys)))]
    if topical:
        statements = [s for s in statements if any(_says(s, w.words, w.keys) for w in topical)]
    draft = Draft()
    words = 0
    for statement in statements:
        if words and words + statement.words > WORDS:
            break
        words += statement.words
        draft.say(excerpt(statement, words=90).lstrip("-+ "), draft.cite_statement(index, statement))
    return draft if draft.claims else None


def _is_generic(words: str) -> bool:
    return _GENERIC.match(fold(words)) is not None


def _says(statement: Statement, words: str, keys: tuple[str, ...]) -> bool:
    return f" {words} " in statement.plain or bool(statement.own.intersection(keys))


def _under_heading(index: ReportIndex) -> list[Statement]:
    """The statements of the part headed as proposals, less the sentence that closes the report."""
    own = {s.id for s in index.report.sections if _HEADING.match(fold(s.heading))}
    return [
        s
        for s in index.statements
        if s.block.section in own
        and s.row is None
        and not s.plain.startswith(" tren day la ")
        and plain(s.quote).strip()
        and fold(s.quote).strip() not in {fold(x.heading).strip() for x in index.report.sections if x.id in own}
    ]

"""The members of a list in running text, told each, or those of them that fulfil a condition: "tình hình từng loại
đơn", "loại đơn nào đạt 100%"; whether all of one member is done."""

from __future__ import annotations

import re

from assistant.asked.conditions import condition_of
from assistant.asked.doubting import audits
from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.compose.citing import Draft
from assistant.compose.figures.members_apart import Member, lists, named_by, parted
from assistant.compose.material import Material
from assistant.compose.wording import amount
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import ReportIndex, Statement
from ingest.language.fold import fold
from ingest.ledgers import Figure, Role

LEAST = 3  # members that are told each
_EACH = re.compile(
    r"\b(?:tung|moi) (?:loai|nhom|dang|doi tuong|thanh phan|nguoi|ca nhan|bo phan|hinh thuc|nguon|khoan)\b|"
    r"\b(?:each|every) (?:kind|type|category|group|sort|person|of them)\b|\bby (?:kind|type|category|group)\b"
)
_KIND_VI = re.compile(r"\b[Ll]oại(?: \w+){1,2}? (?=nào)")
_KIND_EN = re.compile(r"\b([Ww]hich) (?:kinds?|types?|categor\w+) of \w+")
_ALL = re.compile(r"\b(?:het|xong het|toan bo|tat ca|100)\b|\b(?:all|every|fully)\b")


def answer_members_told(t: Material) -> Draft | None:
    """Each member of the list that the question means, with its count or in the report's words; those of them that
    fulfil the one condition that it sets; or whether all of the one member that it names is done."""
    question = t.question
    if len(question.periods) > 1 or audits(question) or compares(question) or question.is_(Kind.EXTREME):
        return None
    if question.is_(Kind.YES_NO):
        return _all_done(t) if _ALL.search(fold(question.clear)) else None
    if _EACH.search(fold(question.clear)):
        return _each(t)
    return _those_that(t)


def _each(t: Material) -> Draft | None:
    """Each member, by its count where a unit is asked for, else by what stands behind its name."""
    asked = {k for w in t.question.wanted for k in w.keys}
    for candidate, members in lists(t):
        common = frozenset.intersection(*(m.keys for m in members)) | members[0].statement.lead
        named = named_by(t.question, parted(t.question), members)
        if len(members) < LEAST or (asked.isdisjoint(common) and len(named) < LEAST):
            continue
        draft = Draft()
        for member in members:
            if t.question.units:
                draft.say(_counted(t, member), draft.cite_statement(candidate.index, member.statement))
            else:
                start, end = _stretch(candidate.index, member)
                text = " ".join(member.statement.block.text[start:end].split()).strip(" ;,.-+")
                draft.say(text, draft.cite(candidate.index, member.statement.block, start, end))
        return draft
    return None


def _those_that(t: Material) -> Draft | None:
    """The members whose figure fulfils the condition; None where none does, or the question names no such list."""
    question = t.question
    english = question.language == "en"
    clear = _KIND_EN.sub(r"\1 units", question.clear) if english else _KIND_VI.sub("đơn vị ", question.clear)
    condition = condition_of(clear, question.language) if clear != question.clear else None
    if condition is None or condition.bound is None:
        return None
    asked = {k for w in question.wanted for k in w.keys}
    for candidate, members in lists(t, shares=condition.percent):
        common = frozenset.intersection(*(m.keys for m in members))
        met = [m for m in members if condition.relation.holds(m.figure.value, condition.bound)]
        if len(members) < LEAST or asked.isdisjoint(common) or not met:
            continue
        draft = Draft()
        for m in met:
            draft.say(_counted(t, m), draft.cite_statement(candidate.index, m.statement))
        return draft
    return None


def _all_done(t: Material) -> Draft | None:
    """Yes where of the one member named the part that is done is the whole ("01/01 đơn"), no where it is less."""
    for candidate, members in lists(t):
        named = named_by(t.question, [t.question.clear], members)
        if len(named) != 1:
            continue
        done = [(f, s) for f, s in _figures(candidate, named[0]) if f.role is Role.PART and "/" in f.text]
        if len(done) != 1 or done[0][0].comparison is None or done[0][0].comparison.value is None:
            return None
        figure, statement = done[0]
        assert figure.comparison is not None
        yes = ("Có", "Yes") if figure.value == figure.comparison.value else ("Không", "No")
        draft = Draft()
        said = " ".join(statement.quote.split()).rstrip(" ;,.")
        name = "" if fold(said).startswith(fold(named[0].name)) else f", {named[0].name}"
        key = draft.cite_statement(candidate.index, statement)
        draft.say(f"{yes[t.question.language == 'en']}{name}: “{said}”", key)
        return draft
    return None


def _counted(t: Material, member: Member) -> str:
    return f"{member.name[:1].upper()}{member.name[1:]}: {amount(member.figure, t.question.language, t.lexicon)}"


def _figures(candidate: Candidate, member: Member) -> list[tuple[Figure, Statement]]:
    index = candidate.index
    held = (index.statements[at] for at in index.by_block[member.statement.block.id])
    return [(f, s) for s in held for f in s.figures if f.scope == member.name]


def _stretch(index: ReportIndex, member: Member) -> tuple[int, int]:
    """From where to where the block speaks of a member: the statements whose figures are of it alone."""
    held = [index.statements[at] for at in index.by_block[member.statement.block.id]]
    own = [s for s in held if s.figures and all(f.scope == member.name for f in s.figures)] or [member.statement]
    return min(s.start for s in own), max(s.end for s in own)

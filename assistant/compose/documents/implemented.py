"""Which document another one carries out, goes on with or takes the place of, where that one is told by what it is
about and not by its number: "Kế hoạch năm 2030 của Huyện ủy về dân vận thực hiện nghị quyết nào?", "Which plan does the
district's programme on … continue?".

The report must cite both in one sentence and say between them how the one is tied to the other. Where another document
fits the words better and is tied to none so, nothing is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.documents.cited import ENOUGH, describe, named_numbers, tell
from assistant.compose.documents.matches import Match, matches
from assistant.compose.documents.particulars import Told
from assistant.evidence.shelf import Found
from assistant.question import Question, understand
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import Guarded, guarded
from ingest.ledgers import Reference

_TYPES = {
    "resolution": "nghi quyet", "directive": "chi thi", "decree": "nghi dinh", "decision": "quyet dinh",
    "plan": "ke hoach", "programme": "chuong trinh", "program": "chuong trinh", "conclusion": "ket luan",
    "circular": "thong tu", "scheme": "de an",
}  # fmt: skip
_VI = "|".join((*dict.fromkeys(_TYPES.values()), "luat"))
_EN = "|".join(_TYPES)
_SORTS = rf"(?:(?:mot |cac |nhung )?(?:van ban|(?P<type>{_VI})))"
_WORKS = r"(?:thuc hien|trien khai(?: thuc hien)?|thi hanh|to chuc thuc hien)"


@dataclass(frozen=True, slots=True)
class _Tie:
    """How a question says that one document is tied to another, after it in Vietnamese and around it in English, and
    what stands between the two in a report then; `back` where the report names the other one first."""

    vietnamese: Guarded
    english: Guarded
    told: re.Pattern[str]
    back: bool = False


def _tie(said: str, english: str, told: str, *, back: bool = False) -> _Tie:
    asked = r"(?: (?:nao|gi)\b| so (?:may|nao|bao nhieu)\b)"
    by = r"(?: (?:bang|boi|tai|theo|trong|qua))?" if back else ""
    return _Tie(
        guarded(rf" (?:la |duoc |duoc ban hanh |da duoc |bi )?(?:de |nham )?{said}{by} {_SORTS}(?: truoc do)?{asked}"),
        guarded(
            rf"\b(?:which|what) (?:(?:earlier|previous|other|party|government|provincial) )?(?P<type>{_EN}) "
            rf"(?:does|did|is|was) (?P<named>.{{6,160}}?) (?:{english})\b"
            if not back
            else rf"\b(?:by|in|under|with) (?:which|what) (?P<type>{_EN}) (?:is|was|were|has|have) "
            rf"(?P<named>.{{6,160}}?) (?:been )?(?:{english})\b"
        ),
        re.compile(told),
        back,
    )


_TIES = (
    _tie(
        r"(?:tiep tuc (?:trien khai |thuc hien |cu the hoa )*|noi tiep|tiep noi|ke tuc|ke thua|ke tiep|phat trien tu)",
        r"continu(?:e|es|ing)|carry(?:ing)? on|follow(?:ing)? on(?: from)?|build(?:ing)? on|go(?:ing)? on from|"
        r"succeed(?:ing)?",
        r"\btiep tuc\b|\bke thua\b",
    ),
    _tie(r"(?:thay the|thay cho)", r"replac(?:e|es|ing)|supersed(?:e|es|ing)", r"\bthay the\b"),
    _tie(
        rf"(?:{_WORKS}|cu the hoa)",
        r"implement(?:ing)?|carry(?:ing)? out|execut(?:e|ing)|giv(?:e|ing) effect to|meant to implement",
        rf"\b(?:{_WORKS}|cu the hoa)\b",
    ),
    _tie(
        r"(?:sua doi(?:,? bo sung)?|bo sung|dieu chinh(?:,? bo sung)?|thay the|bai bo|huy bo)",
        r"amended|modified|adjusted|supplemented|replaced|repealed|abolished|revoked|superseded",
        r"\b(?:sua doi|bo sung|dieu chinh|thay the|bai bo|huy bo)\b",
        back=True,
    ),
)
_DESCRIBED = re.compile(rf"\b(?:{_VI})\b.{{6,160}}")
# "Kế hoạch của Tỉnh ủy về Nghị quyết số 57-NQ/TW": the number is not that of the plan.
_ON_NUMBERED = re.compile(
    rf"\b(?:{_VI}) (?!so\b|\d)[^,;?]{{0,80}}?\b(?:ve|thuc hien|trien khai|thi hanh)\b[^,;?]{{0,40}}? \d|"
    rf"\b(?:{_EN}) (?!no\b|\d)[^,;?]{{0,60}}?\b(?:on|for|implementing|carrying out)\b[^,;?]{{0,40}}? \d"
)
_NUMBER = re.compile(r"\d+[a-z]?\s?[/-]\s?(?:\d{4}\s?/\s?)?[a-z]{2,}")
NEAR = 0.12  # of score, by which the one that is tied to another may fit the words less than the best


def answer_implemented(question: Question, found: Found, lexicon: Lexicon) -> Told | None:
    """The document that another one is tied to; a refusal where the one that the question describes is tied to none so,
    and None where the question asks for no such, or describes none that is cited."""
    asked = fold(question.clear)
    vietnamese = question.language == "vi"
    tied = next(((t, m) for t in _TIES if (m := (t.vietnamese if vietnamese else t.english).search(asked))), None)
    if tied is None:
        return None
    tie, said = tied
    named = _DESCRIBED.search(asked, 0, said.start()) if vietnamese else said
    if named is None or (named_numbers(question) and not _ON_NUMBERED.search(named[0])):
        return None
    wanted = _TYPES.get(said["type"] or "", said["type"] or "")
    text = question.clear[slice(*(named.span() if vietnamese else named.span("named")))]
    part = understand(text, lexicon, clear=text)
    part = replace(part, periods=part.periods or question.periods, language=question.language)
    part = replace(part, documents=(), kinds=part.kinds if part.is_(Kind.DOCUMENT) else (Kind.DOCUMENT,))
    described = [m for m in matches(part, list(found.indexes), lexicon) if m.coverage >= ENOUGH and m.reference.number]
    if not described:
        return None
    best = described[0]
    for match in described:
        if match.score < best.score - NEAR:
            break
        other = _tied(match, wanted, tie)
        if other is not None:
            draft = Draft()
            tell(draft, match.index, other, vietnamese)
            return Told(draft)
    name = describe(best.reference, vietnamese)
    return Told(
        None,
        f"Báo cáo không ghi văn bản đó của {name}."
        if vietnamese
        else f"The report does not say which one {name} is tied to.",
    )


def _tied(match: Match, wanted: str, tie: _Tie) -> Reference | None:
    """The document of the type asked for of which a report says, right beside the other one, that the two are tied."""
    for mention in match.reference.mentions:
        place = mention.locator
        text = match.index.report.block(place.block).text
        for other in match.index.references:
            if other.id == match.reference.id or not other.number or not fold(other.type).startswith(wanted):
                continue
            for of_other in other.mentions:
                at = of_other.locator
                if at.block != place.block or (at.start < place.start) is not tie.back or at.start == place.start:
                    continue
                first, second = sorted((at.start, place.start))
                between = fold(text[first:second])
                if (
                    len(_NUMBER.findall(between)) == 1
                    and not re.search(r"[.;]\s", between)
                    and tie.told.search(between)
                ):
                    return other
    return None

"""Which document another one carries out, where that is told by what it is about and not by its number: "Kế hoạch năm
2030 của Huyện ủy về dân vận thực hiện nghị quyết nào?", "Which resolution does the committee's plan on … implement?".

The report must cite both in one sentence and say between them that the one is for the other. Where another document
fits the words better and carries out none, nothing is told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.documents.cited import ENOUGH, describe, named_numbers, tell
from assistant.compose.documents.matches import Match, matches
from assistant.compose.documents.particulars import Told
from assistant.evidence.shelf import Found
from assistant.question import Question, understand
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.ledgers import Reference

_TYPES = {
    "resolution": "nghi quyet", "directive": "chi thi", "decree": "nghi dinh", "decision": "quyet dinh",
    "plan": "ke hoach", "programme": "chuong trinh", "program": "chuong trinh", "conclusion": "ket luan",
    "circular": "thong tu", "scheme": "de an",
}  # fmt: skip
_VI = "|".join((*dict.fromkeys(_TYPES.values()), "luat"))
_DOES = r"(?:thuc hien|trien khai(?: thuc hien)?|thi hanh|cu the hoa|to chuc thuc hien)"
_ASKED_VI = re.compile(rf" (?:la |duoc ban hanh )?(?:de |nham )?{_DOES} (?P<type>{_VI})(?: so)? (?:nao|gi)\b")
_DESCRIBED = re.compile(rf"\b(?:{_VI})\b.{{6,160}}")
_ASKED_EN = re.compile(
    rf"\b(?:which|what) (?P<type>{'|'.join(_TYPES)}) (?:does|did|is|was) (?P<named>.{{6,160}}?) "
    r"(?:implement(?:ing)?|carry(?:ing)? out|execut(?:e|ing)|giv(?:e|ing) effect to|meant to implement)\b"
)
_FOR = re.compile(rf"\b{_DOES}\b")
_NUMBER = re.compile(r"\d+[a-z]?\s?[/-]\s?(?:\d{4}\s?/\s?)?[a-z]{2,}")
NEAR = 0.12  # of score, by which the one that carries out another may fit the words less than the best


def answer_implemented(question: Question, found: Found, lexicon: Lexicon) -> Told | None:
    """The document that is carried out; a refusal where the one that the question describes carries out none, and None
    where the question asks for no such, or describes none that is cited."""
    asked = fold(question.clear)
    vietnamese = question.language == "vi"
    said = (_ASKED_VI if vietnamese else _ASKED_EN).search(asked)
    named = said if said is None or not vietnamese else _DESCRIBED.search(asked, 0, said.start())
    if said is None or named is None or named_numbers(question):
        return None
    wanted = _TYPES.get(said["type"], said["type"])
    text = question.clear[slice(*(named.span() if vietnamese else named.span("named")))]
    part = understand(text, lexicon, clear=text)
    part = replace(part, periods=part.periods or question.periods, language=question.language)
    part = part if part.is_(Kind.DOCUMENT) else replace(part, kinds=(Kind.DOCUMENT,))
    described = [m for m in matches(part, list(found.indexes), lexicon) if m.coverage >= ENOUGH and m.reference.number]
    if not described:
        return None
    best = described[0]
    for match in described:
        if match.score < best.score - NEAR:
            break
        carried = _carried_out(match, wanted)
        if carried is not None:
            draft = Draft()
            tell(draft, match.index, carried, vietnamese)
            return Told(draft)
    name = describe(best.reference, vietnamese)
    return Told(
        None,
        f"Báo cáo không ghi {name} thực hiện văn bản đó."
        if vietnamese
        else f"The report does not say which one {name} carries out.",
    )


def _carried_out(match: Match, wanted: str) -> Reference | None:
    """The document of the type asked for of which a report says, right behind the other one, that this is for it."""
    for mention in match.reference.mentions:
        place = mention.locator
        text = match.index.report.block(place.block).text
        for other in match.index.references:
            if other.id == match.reference.id or not fold(other.type).startswith(wanted):
                continue
            for of_other in other.mentions:
                at = of_other.locator
                if at.block != place.block or at.start <= place.start:
                    continue
                between = fold(text[place.start : at.start])
                if len(_NUMBER.findall(between)) == 1 and not re.search(r"[.;]\s", between) and _FOR.search(between):
                    return other
    return None

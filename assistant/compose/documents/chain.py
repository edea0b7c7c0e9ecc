"""Two documents asked for in one breath, the second by what the first has to do with it: "Kế hoạch … số mấy, quán triệt
theo chỉ thị nào?", "Which plan did … issue, and which resolution does it implement?".

Of all that fit the first part the one is meant that a report ties so to a document of the second sort, in the words of
the question and with no third document between them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.documents.cited import BESIDE_DATE, ENOUGH, named_numbers, tell
from assistant.compose.documents.matches import Match, matches
from assistant.compose.parts import asked_parts, parts_of
from assistant.evidence.shelf import Found
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Reference

NEAR = 0.12  # of score, by which the one that is tied to another may fit the words of its part less than the best
LESS = 0.05  # of coverage, the same
APART = 520  # characters from the one to the other

_TYPES_EN = {
    "resolution": "nghi quyet", "directive": "chi thi", "decree": "nghi dinh", "decision": "quyet dinh",
    "plan": "ke hoach", "programme": "chuong trinh", "program": "chuong trinh", "conclusion": "ket luan",
    "circular": "thong tu", "scheme": "de an", "official letter": "cong van", "letter": "cong van", "law": "luat",
    "notice": "thong bao",
}  # fmt: skip
_VI = "nghi quyet|chi thi|nghi dinh|quyet dinh|ke hoach|chuong trinh|ket luan|thong tu|de an|cong van|luat|thong bao"
_EN = "|".join(_TYPES_EN)
_DOES_VI = r"(?:thuc hien|trien khai|thi hanh|cu the hoa|quan triet|can cu|theo|sua doi|bo sung|thay the|dua tren)"
_DOES_EN = (
    r"(?:implement\w*|carr(?:y|ies|ied|ying) out|giv(?:e|es|ing) effect|execut\w+|under|based on|pursuant|follow\w*|"
    r"amend\w*|replac\w+|respond\w*|enforc\w+|uphold\w*)"
)
_SECOND = guarded(
    rf"\b(?P<verb>{_DOES_VI})\b(?: (?!{_VI})\w+){{0,3}} (?P<vi>{_VI}) (?:nao|gi|so may|so nao)\b|"
    rf"\b(?:which|what) (?:[a-z’'-]+ ){{0,2}}?(?P<en>{_EN})\b.{{0,60}}?\b(?P<does>{_DOES_EN})\b|"
    rf"\b(?P<before>under|pursuant to|based on|implementing) (?:which|what) (?:[a-z’'-]+ ){{0,2}}?(?P<of>{_EN})\b"
)
_TOLD = (  # what the question may say of the tie, and what a report says then
    (re.compile(r"sua doi|bo sung|amend"), re.compile(r"\b(?:sua doi|bo sung)\b")),
    (re.compile(r"thay the|replac"), re.compile(r"\bthay the\b")),
    (re.compile(r"quan triet|enforc|uphold"), re.compile(r"\b(?:quan triet|thuc hien|trien khai)\b")),
    (
        re.compile(r""),
        re.compile(r"\b(?:thuc hien|trien khai|thi hanh|cu the hoa|quan triet|can cu|theo|tren co so|de)\b"),
    ),
)
_ISSUED = re.compile(  # "ban hành kế hoạch … ngày nào": told with the plan
    rf"\b(?:ban hanh|ky)\b.*\b(?:{_VI})\b|\b(?:{_VI})\b.*\b(?:ban hanh|ky)\b|"
    rf"\b(?:{_EN})\b.*\b(?:issued|signed|adopted)\b"
)
_BREAK = re.compile(r"[.;:]\s")
_NUMBER = re.compile(r"\d+[a-z]?\s?[/-]\s?(?:\d{4}\s?/\s?)?[a-z]{2,}")


def answer_chain(found: Found, lexicon: Lexicon) -> Draft | None:
    """Both documents; None where the question asks for no two that are tied so, or no report ties two such."""
    question = found.question
    if not question.is_(Kind.DOCUMENT) or not found.indexes or named_numbers(question):
        return None
    texts = parts_of(question.clear)
    second = _SECOND.search(fold(texts[1])) if len(texts) == 2 else None
    if second is None:
        return None
    first = asked_parts(question, lexicon)[0]
    if not first.is_(Kind.DOCUMENT) and not (first.is_(Kind.WHEN) and _ISSUED.search(fold(first.clear))):
        return None
    said = second["vi"] or second["en"] or second["of"]
    wanted = _TYPES_EN.get(said, said)
    verb = second["verb"] or second["does"] or second["before"]
    tie = next(told for asked, told in _TOLD if asked.search(verb))
    first = replace(first, kinds=(Kind.DOCUMENT,))
    described = [m for m in matches(first, list(found.indexes), lexicon) if m.coverage >= ENOUGH and m.reference.number]
    for match in described:
        if match.score < described[0].score - NEAR or match.coverage < described[0].coverage - LESS:
            return None
        other = _tied(match, wanted, tie)
        if other is not None and other.number:
            return _told(question, match, other)
    return None


def _told(question: Question, match: Match, other: Reference) -> Draft:
    draft = Draft()
    for reference in (match.reference, other):
        tell(draft, match.index, reference, question.language == "vi", BESIDE_DATE)
    return draft


def _tied(match: Match, wanted: str, tie: re.Pattern[str]) -> Reference | None:
    """The document of the sort asked for that a report names next behind one, where it says between them what ties the
    two."""
    for mention in match.reference.mentions:
        place = mention.locator
        text = match.index.report.block(place.block).text
        behind = [
            (m.locator.start, r)
            for r in match.index.references
            if r.id != match.reference.id and fold(r.type).startswith(wanted)
            for m in r.mentions
            if m.locator.block == place.block and place.start < m.locator.start <= place.start + APART
        ]
        for start, other in sorted(behind, key=lambda found: found[0]):
            between = fold(text[place.start : start])
            near = len(_BREAK.findall(between)) <= 1 and len(_NUMBER.findall(between)) == 1
            if near and tie.search(between):
                return other
            break
    return None

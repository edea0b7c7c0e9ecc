"""What a follow-up turns to, and so turns from: another place ("Còn Hải Lâm?"), another level ("Còn của huyện?"),
another body, or all of them ("Sở nào cao nhất?")."""

from __future__ import annotations

import re

from assistant.asked.choosing import BODIES, PLACE_KIND
from assistant.asked.kinds import Kind
from assistant.asked.restating import LEVELS
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.letters import UPPER

_WHICH_LEADS = re.compile(  # "Sở nào cao nhất?": of all of them, whichever was spoken of
    r"\b(?:so|xa|phuong|don vi|co quan|dia phuong|noi|nganh|tinh|huyen|ai|ben) nao\b|\bwhich\b|\bwho\b|"
    r"^\W*(?:and |the |con |va )*(?:the )?(?:cao|thap|highest|lowest|most|least|best|worst)"
)


def asks_which_leads(question: Question) -> bool:
    """Whether it is asked which of all leads, whichever was spoken of before."""
    return question.is_(Kind.EXTREME) and _WHICH_LEADS.search(fold(question.clear)) is not None


_BODY = re.compile(
    r"(?:sở|bộ(?! (?:chỉ số|tiêu chí|thủ tục|phận|máy))|phòng(?! (?:chống|ngừa|cháy))|ban(?! hành)|cục|chi cục|"
    r"thanh tra|công an|văn phòng|trung tâm|hội(?! (?:nghị|thảo|thi|họp|viên))|trường(?! hợp)|bệnh viện) \w"
)


def places_left(before: Question, now: Question) -> tuple[str, ...]:
    """The places of the question before, less one of the kind of which a follow-up asks which leads."""
    asked = fold(now.clear)
    return tuple(p for p in before.places if not p.startswith(BODIES) and f"{p.split()[0]} nao" not in asked)


def is_body(concept: str) -> bool:
    """Whether a concept is one of several bodies of a kind: a follow-up that names another leaves this one."""
    return _BODY.match(concept) is not None


_ALONE = re.compile(
    rf"^\W*(?:(?:Thế|Vậy|thế|vậy) )?(?:(?:[Cc]òn|[Vv]à|[Tt]hế|And|What about|How about)(?: (?:ở|của|for|in))? "
    rf"(?P<name>[{UPPER}]\w*(?: [{UPPER}]\w*){{1,3}})(?: thì sao| thì thế nào)?|"
    rf"(?P<alone>[{UPPER}]\w*(?: [{UPPER}]\w*){{1,3}}) thì (?:sao|thế nào|mấy|bao nhiêu))\W*$"
)


def place_alone(before: Question, now: Question) -> tuple[str, ...]:
    """The place that a follow-up names and nothing else ("Còn Hải Lâm?"), where the question before was of a place:
    of the same kind as that one; () where it names none so."""
    said = _ALONE.match(now.clear)
    if said is None or len(before.places) != 1 or any(is_body(k) for w in now.wanted for k in w.keys):
        return ()
    kind = PLACE_KIND.match(before.places[0])
    return (f"{kind[0] if kind else ''}{fold(said['name'] or said['alone'])}",)


_OF_LEVEL = re.compile(
    r"\b(?:cua|o|tai|con|the|phan|vay|qua|sang|tinh|phia|ben|duoi|tren|khoi|tuyen|rieng|cac)"
    r"(?: (?:cac|may|o|tai|ben))* ?(?:cap )?(xa|huyen|tinh)(?:, (?:phuong|thi tran)|)\b"
    r"(?= (?:thi|la|may|bao nhieu|duoc|sao)\b|\W*$)|"
    r"^(?:and|what about|how about)(?: in| at| for| of)?(?: the)? (commune|district|province)s?(?:[- ]level)?\W*$"
)
_LEVEL_BEFORE = re.compile(r"\b(?:xa|huyen|tinh|communes?|districts?|provinces?|provincial)\b")


def level_of(before: Question, now: Question) -> str:
    """The level that a follow-up turns to from another one ("Còn của huyện?" after what communes did); "" if none."""
    of_level = before.scope or _LEVEL_BEFORE.search(fold(before.clear))
    said = _OF_LEVEL.search(fold(now.clear)) if of_level and not now.places else None
    return (f"cap {said[1]}" if said[1] else LEVELS[said[2]]) if said is not None else ""

"""How high one must rank: "nằm trong nhóm 05 xã dẫn đầu" answers "trong tốp mấy?" by the kind of unit asked for.

A report sets such a bound line by line, a kind of unit each ("Đối với UBND cấp xã: …"), under a heading that says what
it is for; the question says the two together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.citing import Draft
from assistant.compose.parts import parts_of
from assistant.compose.sentences.windows import telling
from assistant.compose.wording import quoted
from assistant.evidence.coverage import weigh
from assistant.evidence.statements import ReportIndex, Statement, keys
from assistant.measured.same_time import same_time
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import periods

ENOUGH = 0.35  # of what is asked besides the kind of unit, in a line and over it
WORDS, OF_SEVERAL, MOST = 34, 24, 4
_GROUP = re.compile(
    r"\b(?:nhom|top|trong (?:so )?) ?\d{1,3} (?:[a-z]+,? ){1,6}(?:dan dau|dung dau|cao nhat|tot nhat|hang dau)\b|"
    r"\b(?:nhom|top) \d{1,3}\b"
)
_ASKED = guarded(
    r"\b(?:top|nhom) (?:may|bao nhieu|nao)\b|\b(?:top|nhom)(?: \w+){0,4} (?:khac nhau|the nao|ra sao)\b|"
    r"\bhow (?:does|do) the (?:leading|top)[- ]?\w* [^?;]{2,90}\bdiffer\b|"
    r"\bphai [^?;]{0,60}\b(?:xep|dung)(?: thu| hang| vi tri)* (?:may|bao nhieu)\b|"
    r"\bwithin how many\b|\b(?:the )?top how many\b|\bhow high(?:ly)? must\b[^?;]{2,90}\brank|"
    r"\bwhat (?:rank|place|position)\b[^?;]{0,60}\b(?:must|have to|has to|needs? to)\b"
)
_ASKS = re.compile(r"\b(?:nao|khac nhau|gi|ai|may|bao nhieu|dau|sao|what|which|who|when|where|how|must|have to)\b")
_KINDS = {
    "commune": re.compile(r"\b(?:cấp xã|xã|phường|thị trấn|đặc khu|địa phương|communes?|wards?|localit(?:y|ies))\b"),
    "department": re.compile(
        r"\b(?:sở|ngành|(?:cơ quan|cq) chuyên môn|(?:cơ quan|đơn vị)(?: chuyên môn)? cấp tỉnh|departments?|"
        r"(?:speciali[sz]ed|provincial) (?:agenc(?:y|ies)|bod(?:y|ies)|offices?|units?))\b"
    ),
    "central": re.compile(r"\b(?:trung ương|central)\b"),
    "district": re.compile(r"\b(?:huyện|quận|thị xã|districts?)\b"),
    "province": re.compile(r"\b(?:tỉnh, thành|tỉnh thành|provinces)\b"),
}
_RANKING = frozenset({"xếp hạng", "cao nhất", "nhóm", "dẫn đầu", "đứng đầu", "cơ quan", "đơn vị", "địa phương"})


def answer_leading_group(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The lines that say within how many leading units one of the kind asked for must be; None where none is asked
    for, or none stands under what the question says it is for."""
    if not _asks(question):
        return None
    asked = unit_kinds(question.clear) or (
        unit_kinds(question.before[-1]) if question.followup and question.before else set()
    )
    best: tuple[float, ReportIndex, list[Statement]] | None = None
    for index in indexes:
        fits = [(s, _fit(question, index, s, lexicon)) for s in index.statements if _GROUP.search(fold(s.quote))]
        held = [(s, fit) for s, fit in fits if fit >= ENOUGH and s.row is None]
        lines = [s for s, _ in held if (asked & unit_kinds(s.quote) if asked else "province" in unit_kinds(s.quote))]
        if not lines and not asked:
            lines = [s for s, _ in held]
        top = max((fit for s, fit in held if s in lines), default=0.0)
        if lines and (best is None or top > best[0]):
            best = (top, index, lines)
    if best is None or (len(asked) > 1 and not asked <= {kind for s in best[2] for kind in unit_kinds(s.quote)}):
        return None  # of two kinds the one that is told answers for the other no more
    draft = Draft()
    words = WORDS if len(best[2]) == 1 else OF_SEVERAL
    for statement in best[2][:MOST]:
        at = statement.start + _at(statement)
        shown = telling(question, statement, words, at)
        draft.say(quoted(shown, question.language), draft.cite_statement(best[1], statement))
    return draft


def _asks(question: Question) -> bool:
    """Whether a question, or the one it follows, asks that in each of its parts: another part is told otherwise."""
    asked = [question.clear, *(question.before[-1:] if question.followup else ())]
    return any(_ASKED.search(fold(text)) and _all_ask([fold(part) for part in parts_of(text)]) for text in asked)


def _all_ask(parts: Sequence[str]) -> bool:
    """Whether every part that asks anything asks within how many one must be."""
    asking = [part for part in parts if _ASKS.search(part)]
    return bool(asking) and all(_ASKED.search(part) for part in asking)


def unit_kinds(text: str) -> set[str]:
    """The kinds of unit that a text names, what stands behind "thuộc" aside: "cơ quan thuộc UBND tỉnh" are no
    province's."""
    return {kind for kind, pattern in _KINDS.items() if pattern.search(text.lower())}


def _at(statement: Statement) -> int:
    """Where in a statement the group stands."""
    found = _GROUP.search(fold(statement.quote))
    return found.start() if found is not None else 0


def _fit(question: Question, index: ReportIndex, statement: Statement, lexicon: Lexicon) -> float:
    """How much of what is asked a line says or stands under, 0 to 1; nothing where it is set for another time."""
    section = f"{statement.block.section}."
    over = [s.heading for s in index.report.sections if section.startswith(f"{s.id}.")]
    own = index.report.period
    times = {span.period for text in (*over, statement.quote) for span in periods(text, own)} | {own}
    if question.periods and not any(same_time(p, t) for p in question.periods for t in times):
        return 0.0
    held = keys(lexicon, " ; ".join((*over, index.report.letterhead.kind, index.report.title))) | statement.own
    held |= statement.sentence | statement.lead | statement.heading
    weighted = [w for w in weigh(question, index) if not w.wanted.foreign and not unit_kinds(" ".join(w.wanted.keys))]
    weighted = [w for w in weighted if not set(w.wanted.keys) & _RANKING and not w.wanted.words[:1].isdigit()]
    said = sum(w.weight for w in weighted if set(w.wanted.keys) & held)
    return said / (sum(w.weight for w in weighted) or 1.0) if weighted else 1.0

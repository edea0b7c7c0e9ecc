"""The document asked for out of the sentence that answers: "Đề xuất … nêu trong báo cáo nào?" is answered by the
report's number and day, and not by the whole paragraph that cites it in brackets.
"""

from __future__ import annotations

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.documents.cited import BESIDE_DATE, tell
from assistant.compose.documents.matches import Match, is_of_derived
from assistant.compose.documents.near import does_another, is_near
from assistant.compose.documents.sorts import sorts_asked
from assistant.compose.parts import asked_parts
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold


def tell_cited(question: Question, draft: Draft | None, indexes: list[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """Of a question for a document of one sort, the only one of that sort that a quoted sentence cites; the draft as it
    is where it quotes none or several, or says more than a quote."""
    sorts = sorts_asked(question.clear) if question.is_(Kind.DOCUMENT, Kind.TEXT) else frozenset()
    if draft is None or len(sorts) != 1 or len(draft.claims) != 1 or draft.own or len(draft.citations) != 1:
        return draft
    if question.is_(Kind.LIST, Kind.FIGURE, Kind.CAUSE, Kind.COMPARISON, Kind.AUDIT, Kind.YES_NO):
        return draft
    if not all(part.is_(Kind.DOCUMENT, Kind.WHEN) for part in asked_parts(question, lexicon)):
        return draft  # the sentence may say the rest as well
    place = draft.citations[0].locator
    index = next((i for i in indexes if i.report.id == place.report), None)
    if index is None:
        return draft
    cited: dict[str, Match] = {}
    for reference in index.references:
        if reference.number and fold(reference.type) in sorts:
            for mention in reference.mentions:
                at = mention.locator
                if at.block == place.block and place.start <= at.start < place.end:
                    cited[reference.id] = Match(index, reference, mention, 1.0, 1.0)
    if not cited and question.kinds == (Kind.DOCUMENT,) and not any(map(fold(draft.citations[0].quote).count, sorts)):
        return None  # it speaks of no such document
    one = next(iter(cited.values())) if len(cited) == 1 else None
    if one is None or is_of_derived(question, one, lexicon):
        return draft
    if does_another(question, one) or (not question.followup and is_near(question, one, lexicon)):
        return None
    told = Draft()
    tell(told, index, one.reference, question.language == "vi", BESIDE_DATE)
    return told

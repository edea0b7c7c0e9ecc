"""The causes that a report lists right below its shortcomings, for a shortcoming that is told there.

"2. Tồn tại, hạn chế: - Hệ thống bị gián đoạn … 3. Nguyên nhân: - Đường truyền quá tải …" says why the system was
interrupted, though no sentence of it does. The list is of all shortcomings together: it is told whole, as what it is,
and only where the event asked for is one of them.
"""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft, excerpt
from assistant.compose.sufficiency import HEAVY
from assistant.compose.wording import quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.coverage import Scale, weigh
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement, plain
from assistant.question import Question
from ingest.language.fold import fold

LEAST = 0.8  # of the question the event must say: its causes say nothing of it
MOST = 4  # causes listed; of more of them nobody knows which are meant
_CAUSES = re.compile(r"^(?:[\W\d]|[ivx]+\.)*(?:mot so )?nguyen nhan\b")
_SHORTCOMINGS = re.compile(r"\b(?:ton tai|han che|kho khan|vuong mac|khuyet diem|yeu kem)\b")
_FALLS_SHORT = frozenset(
    {"chậm", "chậm muộn", "thấp", "thap", "kém", "yếu", "tăng", "giảm", "nguyên nhân", "report", "báo cáo", "low",
     "slow", "poor", "weak"}
)  # fmt: skip
RUN = 3  # syllables side by side by which a cause names the event: "kho dữ liệu"
BECAUSE = re.compile(r"\b(?:do|vì|bởi|nên|phải|chưa|không|thiếu|kéo dài|chậm|vướng)\b", re.IGNORECASE)
EACH, EVENT = 26, 24  # words of each quote
ITEMS, OPENING = 3, 60  # items behind one of shortcomings; characters in which an item says that it is on these
ALL = 84  # words of all causes: a single paragraph of them is told in full


def answer_causes_below(question: Question, found: Found) -> Draft | None:
    """The event as the report tells it, and the causes listed below; None where it is told elsewhere or none follow."""
    if not question.is_(Kind.CAUSE) or question.is_(Kind.DOCUMENT, Kind.AUDIT, Kind.EXTREME):
        return None
    event = next((c for c in found.candidates if c.figure is None and _may(question, c)), None)
    if event is None:
        return None
    causes = _below(event.index, event.statement)
    if not 1 <= len(causes) <= MOST:
        return None
    draft, language = Draft(), question.language
    if (own := _of_event(question, event.statement, causes)) is not None:
        draft.say(quoted(excerpt(own, None, ALL), language), draft.cite_statement(event.index, own))
        return draft
    key = draft.cite_statement(event.index, event.statement)
    keys = [draft.cite_statement(event.index, cause) for cause in causes]
    listed = "; ".join(f"“{excerpt(cause, None, max(EACH, ALL // len(causes)))}”" for cause in causes)
    draft.say(
        f"Nguyên nhân của các hạn chế, trong đó có việc này, theo báo cáo: {listed}"
        if language == "vi"
        else f"The report lists as causes of its shortcomings, this among them: {listed}",
        *keys,
    )
    draft.say(quoted(excerpt(event.statement, None, EVENT), language), key)
    return draft


def _of_event(question: Question, event: Statement, causes: list[Statement]) -> Statement | None:
    """The one cause of a list that names what the question asks about, word for word, where the others do not."""
    asked = (event.plain if question.language == "en" else plain(question.clear)).split()
    runs = {" ".join(asked[at : at + RUN]) for at in range(len(asked) - RUN + 1)}
    named = [c for c in causes if any(f" {run} " in c.plain for run in runs)]
    return named[0] if len(named) == 1 and len(causes) > 1 and BECAUSE.search(named[0].quote) else None


def _may(question: Question, candidate: Candidate) -> bool:
    """Whether a statement tells of the event asked for, as one of the shortcomings of a report: that something is low
    or slow any of them says, in words of its own."""
    asked = [w for w in weigh(question, candidate.index) if _FALLS_SHORT.isdisjoint({w.wanted.words, *w.wanted.keys})]
    held = Scale(asked).of_statement(candidate.statement)
    if not asked or held.coverage < LEAST or held.lacks >= HEAVY:
        return False
    section = candidate.index.report.section(candidate.statement.block.section)
    opens = fold(candidate.statement.block.text[:OPENING])
    told = _SHORTCOMINGS.search(opens) or (section is not None and _SHORTCOMINGS.search(fold(section.heading)))
    return (
        bool(told) and not any(w.must for w in candidate.missing) and bool(_below(candidate.index, candidate.statement))
    )


def _below(index: ReportIndex, statement: Statement) -> list[Statement]:
    """What stands under the heading of causes that comes right behind the section of a statement, or in the item of
    causes right behind its own ("+ Tồn tại: …", "+ Nguyên nhân: …")."""
    held = next((n for n, b in enumerate(index.report.blocks) if b.id == statement.block.id), None)
    behind = index.report.blocks[held + 1 : held + 1 + ITEMS] if held is not None else ()
    for block in behind:
        if block.section == statement.block.section and _CAUSES.match(fold(block.text)):
            return [index.statements[n] for n in index.by_block[block.id]]
    sections = list(index.report.sections)
    at = next((n for n, s in enumerate(sections) if s.id == statement.block.section), None)
    if at is None or at + 1 >= len(sections) or not _CAUSES.match(fold(sections[at + 1].heading)):
        return []
    return [s for s in index.statements if s.block.section == sections[at + 1].id and s.row is None]

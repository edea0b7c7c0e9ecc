"""What fell short, why, and what is to be done, where a report says so section by section: each closes with lines of
its own ("+ Tồn tại, hạn chế: …", "+ Nguyên nhân: …", "+ Nhiệm vụ trọng tâm trong thời gian tới: …").

Which section is meant is told by its heading, as nothing in such a line need say of what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft, excerpt
from assistant.compose.tables.columns import cover
from assistant.evidence.coverage import Weighted
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.report import Block, BlockKind, Section

SECTIONS = 2  # of a report with such lines: fewer are no sections told apart by them
OF_HEADING = 0.5  # of the topic asked, by the heading
AHEAD = 0.15  # of it, before any other heading
WORDS = 150
_OPENS = {
    Kind.LIMITATION: re.compile(r"^\W*(?:(?:nhung|cac|mot so) )?(?:ton tai|han che|kho khan|vuong mac)\b[^:.]{0,80}:"),
    Kind.CAUSE: re.compile(r"^\W*(?:nhung |cac )?nguyen nhan\b[^:.]{0,60}:"),
    Kind.DIRECTION: re.compile(
        r"^\W*(?:(?:cac|nhung|mot so) )?(?:(?:nhiem vu|giai phap)\b[^:.]{0,40}\b(?:trong tam|thoi gian toi|tiep theo|"
        r"thang|quy|nam)\b|phuong huong\b)[^:.]{0,60}:"
    ),
}
_ANY = re.compile(
    r"^\W*(?:(?:nhung|cac|mot so) )?(?:ton tai|han che|kho khan|nguyen nhan|trach nhiem|nhiem vu|giai phap|"
    r"phuong huong|uu diem|ket qua|nhan xet)\b[^:.]{0,80}:"
)
_BULLET = re.compile(r"\s*([-–+*•])")


def answer_assessed(
    question: Question, kind: Kind, indexes: Sequence[ReportIndex], topical: dict[str, list[Weighted]], lexicon: Lexicon
) -> Draft | None:
    """The line of that kind in the section whose heading says the topic asked, with those under it; None where the
    reports have no such lines, or no one heading says the topic. `topical`: the words of the topic, by report."""
    best: tuple[float, float, str, ReportIndex, Section] | None = None
    for index in indexes:
        weighted = topical.get(index.report.id, [])
        closing = _closing(index, kind)
        if len(closing) < SECTIONS or not weighted:
            continue
        ranked = sorted(
            ((cover(weighted, _heading(s), lexicon), _share(_heading(s), weighted), s) for s in closing),
            key=lambda r: (-r[0], -r[1]),
        )
        (most, share, section), (next_most, next_share, _) = ranked[0], ranked[1]
        if most < OF_HEADING or (most < next_most + AHEAD and share <= next_share):
            continue
        found = (most, share, index.report.period, index, section)
        if best is None or found[:3] > best[:3]:
            best = found
    return _told(question, kind, best[3], best[4]) if best is not None else None


def _heading(section: Section) -> str:
    """The headings that a section stands under, less the first, which is of all of them."""
    return " ; ".join(section.path[1:] or section.path)


def _share(heading: str, weighted: Sequence[Weighted]) -> float:
    """How much of a heading the topic says: the shorter of two that fit is meant."""
    words = fold(heading).split()
    said = {word for w in weighted for form in (w.wanted.words, *map(fold, w.wanted.keys)) for word in form.split()}
    return sum(word in said for word in words) / max(1, len(words))


def _closing(index: ReportIndex, kind: Kind) -> list[Section]:
    """The sections of a report that hold a line of that kind."""
    held = {b.section for b in index.report.blocks if _opens(b, kind)}
    return [s for s in index.report.sections if s.id in held]


def _opens(block: Block, kind: Kind) -> bool:
    return block.kind is not BlockKind.HEADING and bool(_OPENS[kind].match(fold(block.text[:160])))


def _told(question: Question, kind: Kind, index: ReportIndex, section: Section) -> Draft | None:
    blocks = [b for b in index.report.blocks if b.section == section.id and b.kind is not BlockKind.FOOTNOTE]
    at = next(i for i, b in enumerate(blocks) if _opens(b, kind))
    first = blocks[at]
    held = [first]
    if first.text.rstrip().endswith(":"):  # what it opens stands in the lines under it
        bullet = _BULLET.match(first.text)
        for block in blocks[at + 1 :]:
            own = _BULLET.match(block.text)
            if _ANY.match(fold(block.text[:160])) or (bullet and own and own[1] == bullet[1]):
                break
            held.append(block)
    draft, words = Draft(), 0
    for statement in (index.statements[n] for b in held for n in index.by_block.get(b.id, ())):
        if statement.quote.rstrip().endswith(":") and statement.block is first:
            continue
        if words and words + statement.words > WORDS:
            draft.notes.append(
                "Mục này còn nội dung khác; mở chỗ được trích để đọc hết."
                if question.language == "vi"
                else "The section says more; open the cited place to read it all."
            )
            break
        words += statement.words
        draft.say(excerpt(statement, words=90).lstrip("-+ "), draft.cite_statement(index, statement))
    return draft if draft.claims else None

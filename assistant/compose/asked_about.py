"""Whether an answer is of the time and of the place asked about: a report of another year or district never answers
silently for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.asked.choosing import BODIES
from assistant.asked.kinds import Kind
from assistant.claims import Citation
from assistant.compose.citing import Draft
from assistant.evidence.statements import COMPARES, ReportIndex, plain
from assistant.measured.running import PART_OF_YEAR
from assistant.measured.same_time import share_time
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.periods import contains, periods, previous
from ingest.report import Block

OPENING = 120  # characters of a paragraph: "Năm 2030, …"
_BEHIND = (Kind.LIMITATION, Kind.STRENGTH, Kind.CAUSE)  # what was found wanting, or good, in a time that is over
_TASKS = re.compile(r"\b(?:nhiem vu trong tam|phuong huong|dau viec|priority tasks?|key tasks?|tasks set for)\b")
_TERM = re.compile(r"\d{4}-\d{4}|\d{4}-\d{2}-\d{2}")  # of a plan that runs for years, or of a document's issue
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+/\d{4}/\w+")  # "10/2022/QH15"


def is_of_another_time(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether nothing that a draft cites is of a period asked about: neither its report, nor a figure in it, nor a time
    that its sentence, the opening of its paragraph, its table or the headings above it name; nor a task set in the
    report of the time before."""
    if not question.periods or not draft.citations or question.documents or question.is_(Kind.DOCUMENT):
        return False
    held = {index.report.id: index for index in indexes}
    if _is_of_next(question, draft, held):
        return True
    ahead = question.is_(Kind.DIRECTION) or not question.is_(*_BEHIND)
    return not any(_is_of(question.periods, c, held.get(c.locator.report), ahead) for c in draft.citations)


def _is_of_next(question: Question, draft: Draft, held: Mapping[str, ReportIndex]) -> bool:
    """Whether the tasks of one month are asked for and those cited are what its own report sets for the next one."""
    if len(question.periods) != 1 or question.report_periods or not _TASKS.search(fold(question.clear)):
        return False
    asked = question.periods[0]
    cited = [(c, index) for c in draft.citations if (index := held.get(c.locator.report)) is not None]
    return bool(cited) and all(
        PART_OF_YEAR.fullmatch(asked) is not None
        and index.report.period == asked
        and any(
            index.statements[n].ahead and index.statements[n].start <= c.locator.start
            for n in index.by_block[c.locator.block]
        )
        for c, index in cited
    )


def is_of_another_place(question: Question, draft: Draft, indexes: Sequence[ReportIndex]) -> bool:
    """Whether a place is asked about that no report is of, and nothing that a draft cites, nor the opening of its
    paragraph, its table or the headings above it, names it."""
    places = [place for place in question.places if not f"{place} ".startswith(BODIES)]
    names = [f" {w.words} " for w in question.wanted if w.must and any(w.words in place for place in places)]
    labels = (c.text.partition(":")[0] for c in draft.own if ":" in c.text)
    asked, told = plain(question.clear), [plain(label) for label in labels if _names(label)]
    if not names or not draft.citations or any(name in asked for name in told):
        return False  # of several that are named one is told by its name
    held = {index.report.id: index for index in indexes}
    for citation in draft.citations:
        index = held.get(citation.locator.report)
        if index is None:
            return False
        block = index.report.block(citation.locator.block)
        around = _around(block, citation.locator.start, citation.locator.end, index)
        said = [plain(text) for text in (citation.quote, *around)]
        if any(name in text for name in names for text in said):
            return False
    return True


def _names(label: str) -> bool:
    """Whether a label is a name, as "Gò Sậy" and "UBND xã Phú Sa" are and "Tồn tại, hạn chế" is not."""
    return any(word[:1].isupper() for word in _WORD.findall(label)[1:])


def is_of_time(period: str, citation: Citation, index: ReportIndex | None) -> bool:
    """Whether what is cited is of one time alone: its report is, or it names the time, and not only a longer one that
    its report is of as well ("từ đầu năm")."""
    if index is None or not index.report.period:
        return True
    own, block = index.report.period, index.report.block(citation.locator.block)
    if share_time(period, own):
        return True
    texts = _around(block, citation.locator.start, citation.locator.end, index)
    named = {q for text in texts for q in _named(text, own)}
    return any(q == period or (contains(q, period) and not contains(q, own)) for q in named)


def _is_of(asked: Sequence[str], citation: Citation, index: ReportIndex | None, ahead: bool) -> bool:
    if index is None or not index.report.period:
        return True
    own, block = index.report.period, index.report.block(citation.locator.block)
    if any(share_time(p, own) for p in asked):
        return True
    if any(index.statements[n].ahead for n in index.by_block[block.id]):
        if not ahead:
            return False
        if any(previous(p) == own for p in asked):
            return True
    start, end = citation.locator.start, citation.locator.end
    figures = (f.period for f in index.figures if f.locator.block == block.id and start <= f.at < end)
    named = (q for text in _around(block, start, end, index) for q in _named(text, own))
    return any(
        share_time(p, q) for q in (*figures, *named) if q and (q in asked or not _TERM.fullmatch(q)) for p in asked
    )


def _named(text: str, base: str) -> Iterator[str]:
    return (span.period for span in periods(_NUMBER.sub(" ", text), base))


def _around(block: Block, start: int, end: int, index: ReportIndex) -> Iterator[str]:
    """What may name the time or place of what is told in a block between two offsets."""
    yield block.text[start:end]
    if block.table is None:  # the heads of a table are told below
        yield block.text[: min(start, OPENING)]
    heading = index.headings.get(block.section, "")
    if heading != " ".join(block.text.split()):  # a numbered paragraph heads itself
        yield heading
    if block.table is not None:
        yield block.table.title
        yield from (label for label in block.table.columns if not COMPARES.search(fold(label)))

"""A report in short, or a part of it: each section told by the one sentence that tells most of what stands there.

Nothing is put into other words. A sentence that opens with the subject of its section and gives figures tells more than
one that names the plans it was done under; so figures are told at their place, and what is left out is one click away.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.asked.kinds import Kind
from assistant.asked.overviews import asked_in_short
from assistant.compose.citing import Draft, excerpt
from assistant.compose.sentences.sections import closes
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.letters import UPPER
from ingest.report import BlockKind, Section

MOST, MOST_OF_SECTION = 14, 6  # sentences of an overview of a report, and of a section without parts
WORDS = 32  # of a sentence that is told
HEADING, REPEATED = 12, 3  # words of a heading that are told before it, unless it opens with so many of them
SAYS = 8  # words from which a sentence says something
OF_HEADING = 0.7  # of what is asked for that a heading must name
FIGURES, WORDS_ABOVE = 2, 3  # more figures, or words of the headings above it, make a sentence no more telling
AHEAD = 2  # how many of the lines left out are of tasks for one that is of results
_NUMBERED = re.compile(r"^[\s+-]*(?:\d{1,2}[.)]|[a-zđ]\))?\s*")
_GOES_ON = re.compile(rf"^\W*\(\d{{1,2}}\)|^[^\w“]*(?![{UPPER}\d“])\w")  # an item of a list, a clause of a sentence
_NO_MARKS = str.maketrans("", "", '“”"')
_TOLD_WHOLE = (Kind.CAUSE, Kind.LIMITATION, Kind.STRENGTH, Kind.DIRECTION, Kind.AUDIT, Kind.FIGURE)
_NOTE = {
    "vi": "Mỗi mục được tóm bằng nguyên văn một câu của báo cáo; mở chỗ được trích để đọc cả mục.",
    "en": "Each section is told by one sentence of the report, word for word; open the place cited to read it all.",
}

_NEWEST = {
    "vi": "Đây là báo cáo mới nhất trong các báo cáo được hỏi; nêu năm hoặc đơn vị để tóm báo cáo khác.",
    "en": "This is the newest of the reports asked; name the year or the unit to have another one summed up.",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """The sentence that stands for a part: its own section, how telling it is, and of which section of the first level
    it is."""

    section: Section
    top: str
    statement: Statement
    worth: float


@dataclass(frozen=True, slots=True)
class _Part:
    """A section that is asked for; `on` are the concepts that its sentences must be on, none where it is all on
    them."""

    section: Section
    on: frozenset[str] = frozenset()


def answer_overview(found: Found, lexicon: Lexicon) -> Draft | None:
    """The part of a report that the question names, or else the newest of the reports it names, in short; None where
    that is not asked, or only what others tell whole: limitations, causes, directions."""
    question = found.question
    subject = asked_in_short(question)
    if subject is None or question.documents or not found.indexes:
        return None
    newest_first = sorted(found.indexes, key=lambda i: i.report.period, reverse=True)
    if (of_part := _part_asked(question, subject, newest_first, lexicon)) is not None:
        return _told(question, of_part[0], list(_lines(*of_part)))
    named = [i for i in newest_first if _is_named(i, subject)]
    if not named or question.is_(*_TOLD_WHOLE):
        return None
    draft = _told(question, named[0], list(_lines(named[0], None)))
    if draft is not None and len(named) > 1:
        draft.notes.insert(0, _NEWEST[question.language])
    return None if draft is None else _under_title(named[0], draft)


def _under_title(index: ReportIndex, lines: Draft) -> Draft:
    """The lines behind the title of the report, where it says one."""
    title = fold(" ".join(index.report.title.split()))
    said = [b for b in index.report.blocks if b.kind is BlockKind.TITLE and fold(" ".join(b.text.split())) in title]
    if not said:
        return lines
    draft = Draft()
    words = " ".join(" ".join(b.text for b in said).split()).translate(_NO_MARKS)  # a name may go over two blocks
    draft.say(f"{words}:", *(draft.cite(index, b, 0, len(b.text)) for b in said))
    draft.join(lines)
    return draft


def _is_named(index: ReportIndex, subject: str) -> bool:
    """Whether all that is left of a question stands in a report's title and place, so that no part is asked for."""
    title = fold(f"{index.report.letterhead.kind} {index.report.title} {index.report.place}").split()
    return set(subject.split()) <= set(title)


def _part_asked(
    question: Question, subject: str, indexes: Sequence[ReportIndex], lexicon: Lexicon
) -> tuple[ReportIndex, _Part] | None:
    """The section that is named, by its number or by nearly all that its heading says."""
    wanted = frozenset(k for w in question.wanted if fold(w.words) in subject for k in w.keys)
    for index in indexes:
        if question.section:
            section = index.report.section(question.section)
            return None if section is None else (index, _Part(section))
        named = [(lexicon.concepts_of(s.heading), s) for s in index.report.sections if not s.appendix and wanted]
        said, section = max(named, key=lambda n: len(n[0] & wanted), default=(frozenset[str](), None))
        if section is not None and len(said & wanted) >= OF_HEADING * len(wanted):
            return index, _Part(section, frozenset() if said <= wanted else wanted)
    return None


def _lines(index: ReportIndex, asked: _Part | None) -> Iterator[_Line]:
    """A line for each part of a section, or of each section of the first level; for each paragraph where there are no
    parts."""
    sections = [s for s in index.report.sections if not s.appendix]
    cited = _places_cited(index)
    for root in [asked.section] if asked is not None else [s for s in sections if s.parent is None]:
        for part in [s for s in sections if s.parent == root.id] or [root]:
            inside = {s.id for s in sections if s.id == part.id or s.id.startswith(f"{part.id}.")}
            told = [s for s in index.statements if s.block.section in inside]
            groups = [told]
            if asked is not None and part is asked.section:
                told = [s for s in told if not asked.on or s.own & asked.on]
                groups = [[s for s in told if s.block.id == b] for b in dict.fromkeys(s.block.id for s in told)]
            for group in groups:
                worths = [_worth(s, index.title, cited) for s in group]
                if worth := max(worths, default=0.0):
                    best = group[worths.index(worth)]
                    own = index.report.section(best.block.section)
                    yield _Line(own or part, root.id, best, worth)


def _places_cited(index: ReportIndex) -> dict[str, list[int]]:
    """Where each block cites a document, as offsets into it."""
    places: dict[str, list[int]] = defaultdict(list)
    for reference in index.references:
        for mention in reference.mentions:
            places[mention.locator.block].append(mention.locator.start)
    return places


def _worth(statement: Statement, title: frozenset[str], cited: Mapping[str, Sequence[int]]) -> float:
    """How much a sentence tells; 0 where it is none that can stand alone."""
    block, quote = statement.block, statement.quote.rstrip()
    before = block.text[: statement.start].rstrip()
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM} or statement.words < SAYS or closes(block):
        return 0.0
    if quote.endswith(":") or (before and before[-1] not in ".;:") or _GOES_ON.match(quote):
        return 0.0
    cites = any(statement.start <= at < statement.end for at in cited.get(block.id, ()))
    return (
        1.0
        + min(FIGURES, len({f.text for f in statement.figures if f.unit}))
        + 0.5 * min(WORDS_ABOVE, len(statement.own & (title | statement.heading)))
        + (0.0 if before else 0.5)
        - (1.5 if cites else 0.0)
    )


def _told(question: Question, index: ReportIndex, lines: Sequence[_Line]) -> Draft | None:
    """The lines in their order, each behind the number and heading of its section where that begins."""
    alone = len({line.section.id for line in lines}) == 1
    kept = _shortened(lines, MOST_OF_SECTION if alone else MOST)
    if not kept:
        return None
    draft = Draft(notes=[_NOTE[question.language]])
    _tell(draft, index, kept[0], question.language)
    for before, line in pairwise(kept):
        if before.section == line.section:
            draft.say(f"{_said(line)}.", draft.cite_statement(index, line.statement))
        else:
            _tell(draft, index, line, question.language)
    return draft


def _shortened(lines: Sequence[_Line], most: int) -> list[_Line]:
    """At most so many of the lines: of the section with most, tasks counted twice, what tells least is left out
    first."""
    kept = list(lines)
    while len(kept) > most:
        size = Counter[str]()
        for line in kept:
            size[line.top] += AHEAD if line.statement.ahead else 1
        largest = max(size, key=lambda top: size[top])
        kept.remove(min((line for line in kept if line.top == largest), key=lambda line: line.worth))
    return kept


def _tell(draft: Draft, index: ReportIndex, line: _Line, language: str) -> None:
    said, words, keys = _said(line), line.section.heading.split(), [draft.cite_statement(index, line.statement)]
    name = f" ({' '.join(words[:HEADING]).rstrip(' ,;:.')}{'…' if len(words) > HEADING else ''})"
    if line.section.block and any(char.isdigit() for char in name):
        heading = index.report.block(line.section.block)
        keys.insert(0, draft.cite(index, heading, 0, len(heading.text)))
    if fold(said).startswith(fold(" ".join(words[:REPEATED]))):
        name = ""
    draft.say(f"{'Mục' if language == 'vi' else 'Section'} {line.section.id}{name}: {said}.", *keys)


def _said(line: _Line) -> str:
    """The sentence, or what stands in it around its first figure; more of it where so little says nothing."""
    at = min((f.at for f in line.statement.figures), default=None)
    said = excerpt(line.statement, at, WORDS)
    return _NUMBERED.sub("", said if len(said.split()) >= SAYS else excerpt(line.statement, at))

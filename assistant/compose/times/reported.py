"""In which reports of a series something stands, or does not: "báo cáo những tháng nào có …", "which reports cite …",
"tháng nào không có số liệu …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asked.restating import ask_again, asks_reports
from assistant.asked.silent import asks_which_silent
from assistant.claims import Language
from assistant.compose.citing import Draft, excerpt
from assistant.compose.sentences.denied import denies
from assistant.compose.times.dated import dated
from assistant.compose.wording import quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement, keys
from assistant.lookup import match_references
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.periods import label
from ingest.report import Block, BlockKind

LEAST, LACKING = 0.75, 0.22  # of what is asked, for a report to be named
NAMING, LONG = 0.25, 12  # the weight from which a word must stand in a heading, and the words of a heading's name
_NOTHING = re.compile(r"\W*(?:khong|khong co|none|nil)(?: (?:kien nghi|de xuat|y kien|gi))*\W*")
_QUARTER = re.compile(r"\bquy (?:nao|may)\b|\b(?:which|what) quarter\b")
_MONTH = re.compile(r"\bthang (?:nao|may)\b|\b(?:which|what) month\b")
MONTH_PERIOD = re.compile(r"\d{4}-\d{2}")
MOST = 12  # reports named one by one
WORDS = 30  # of what a report says in place of what it leaves out
_LACKS = re.compile(
    r"\b(?:chưa|không)(?: \w+)? (?:tổng hợp|thống kê|cập nhật|thu thập|có số liệu|báo cáo|gửi|theo dõi)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a report says what is asked: offsets in a block, and the row of a table."""

    block: Block
    start: int
    end: int
    row: int | None = None


def answer_reported(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The periods of the reports that say what is asked, each cited; None unless the store holds several reports."""
    indexes = [i for i in (*found.indexes, *found.beside) if i.report.period]
    if not asks_reports(question) or len({i.report.period for i in indexes}) < 2:
        return None
    indexes.sort(key=lambda i: i.report.period)
    held = [(index, _place(question, index, lexicon)) for index in indexes]
    saying = [(index, place) for index, place in held if place is not None]
    if not saying or not _of_sort_asked(question, [i.report.period for i, _ in saying]):
        return None
    without = [i for i in indexes if all(i is not index for index, _ in saying)]
    if asks_which_silent(question):
        return _silent(question, without, saying)
    draft = Draft()
    for index, place in saying[:MOST]:
        _name(draft, question.language, index, place)
    if without:
        names = ", ".join(label(i.report.period, question.language) for i in without)
        draft.notes.append(
            f"Không thấy nội dung này trong báo cáo của: {names}."
            if question.language == "vi"
            else f"Not found in the reports of: {names}."
        )
    return draft


def _name(draft: Draft, language: Language, index: ReportIndex, place: _Place) -> None:
    """Names the time of a report, with the place in it and the one that says of what time it is."""
    key = draft.cite(index, place.block, place.start, place.end, place.row)
    said = dated(draft, index)
    name = label(index.report.period, language)
    draft.say(name[:1].upper() + name[1:], *((key,) if said is None else (key, said)))


def _silent(question: Question, without: list[ReportIndex], saying: list[tuple[ReportIndex, _Place]]) -> Draft | None:
    """The reports that do not say what the others do, each with what it says in its place, if that is that there is
    nothing ("chưa tổng hợp được số liệu"); where every report says it, that each does."""
    draft = Draft()
    spans = {len(index.report.period) for index, _ in saying}  # a report of the year is none of the months
    for index in [i for i in without if len(i.report.period) in spans][:MOST]:
        said = dated(draft, index)
        if said is None:
            return None
        name = label(index.report.period, question.language)
        draft.say(name[:1].upper() + name[1:], said)
        lacking = next((c for c in ask_again(question, index) if _fits(c) and _LACKS.search(c.statement.quote)), None)
        if lacking is not None:
            key = draft.cite_statement(index, lacking.statement)
            draft.say(quoted(excerpt(lacking.statement, None, WORDS), question.language), key)
    if not draft.claims:
        keys = [draft.cite(index, place.block, place.start, place.end, place.row) for index, place in saying[:MOST]]
        draft.say("Báo cáo nào cũng nêu" if question.language == "vi" else "Every report tells it", *keys)
    names = ", ".join(label(index.report.period, question.language) for index, _ in saying)
    draft.notes.append(
        f"Có nêu trong báo cáo của: {names}."
        if question.language == "vi"
        else f"It is told in the reports of: {names}."
    )
    return draft


def _of_sort_asked(question: Question, told: Sequence[str]) -> bool:
    """Whether a quarter or a month that is asked for is what one of the reports is of: a year is no quarter."""
    asked = fold(question.clear)
    quarter, month = _QUARTER.search(asked), _MONTH.search(asked)
    if bool(quarter) == bool(month):
        return True
    return any(("Q" in p.upper()) if quarter else MONTH_PERIOD.fullmatch(p) is not None for p in told)


def unreported(question: Question, found: Found) -> str:
    """Why no report is named where the one that cites a document is asked for, "" where one cites it."""
    if not asks_reports(question) or not question.documents:
        return ""
    indexes = (*found.indexes, *found.beside)
    if not indexes or any(_cited(question, index) is not None for index in indexes):
        return ""
    shown = ", ".join(question.documents)
    return (
        f"Không báo cáo nào đã tìm viện dẫn văn bản {shown}."
        if question.language == "vi"
        else f"None of the reports searched cites {shown}."
    )


def _cited(question: Question, index: ReportIndex) -> _Place | None:
    for number in question.documents:
        for match in match_references(number, index.references):
            if not match.suggested and match.score >= 5:
                place = match.reference.mentions[0].locator
                return _at(index, place.block, place.start)
    return None


def _place(question: Question, index: ReportIndex, lexicon: Lexicon) -> _Place | None:
    """Where a report says what is asked: the first citation of a document by its number, what stands under a heading of
    that name, else the best statement."""
    if question.documents:
        return _cited(question, index)
    heading = _heading(question, index, lexicon)
    if heading is not None:
        return _under(index, heading)
    silent = asks_which_silent(question)
    best = next((c for c in ask_again(question, index) if _fits(c) and not denies(c.statement.quote)), None)
    return None if best is None or (silent and _LACKS.search(best.statement.quote)) else _of(best.statement)


def _heading(question: Question, index: ReportIndex, lexicon: Lexicon) -> Block | None:
    """The heading whose name, up to its colon, says every concept that is asked."""
    asked = [w for w in question.wanted if w.weight >= NAMING]
    for block in index.report.blocks:
        name = block.text.partition(":")[0]
        if block.kind is not BlockKind.HEADING or len(name.split()) > LONG:
            continue
        said = keys(lexicon, name)
        if asked and all(said & set(w.keys) for w in asked):
            return block
    return None


def _under(index: ReportIndex, heading: Block) -> _Place | None:
    """What stands behind a heading or right under it; None where that is only that there is nothing ("Không.")."""
    behind = heading.text.partition(":")[2]
    if behind.strip():
        held = _Place(heading, 0, len(heading.text))
    else:
        under = next((s for s in index.statements if s.block.section == heading.section), None)
        if under is None:
            return None
        held, behind = _of(under), under.quote
    return None if _NOTHING.fullmatch(fold(behind)) else held


def _of(statement: Statement) -> _Place:
    return _Place(statement.block, statement.start, statement.end, statement.row)


def _fits(candidate: Candidate) -> bool:
    return candidate.coverage >= LEAST and candidate.lacks < LACKING and not any(w.must for w in candidate.missing)


def _at(index: ReportIndex, block: str, start: int) -> _Place | None:
    held = [index.statements[n] for n in index.by_block[block]]
    return next((_of(s) for s in held if s.start <= start < s.end), None)

"""What a number of a sentence is made of, where a footnote hangs on it: "06 đơn còn lại là những đơn gì?".

The sentence counts ("còn 06 đơn đang xác minh[7]"), the note tells the members or what happened ("Gồm 02 đơn …").
Where the members or the place of what is counted are asked for, the note is the answer, whole.
"""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft, excerpt
from assistant.compose.lists.counted import counts_asked
from assistant.compose.lists.naming_members import set_asked
from assistant.compose.material import Material
from assistant.compose.sentences.windows import covers
from assistant.compose.wording import quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import plain
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.sentences import sentences
from ingest.report import Block

MEMBERS = re.compile(
    r"\b(?:la|gom|gom co|bao gom)(?: (?:nhung|cac))? (?:[a-z]+ ){0,3}(?:gi|nao|ai)\b|\bgom (?:nhung )?(?:gi|ai)\b"
)
HAPPENED = re.compile(r"\b(?:o|tai|xay ra (?:o|tai)?) (?:[a-z]+ ){0,3}nao\b|\bo dau\b")
_WHEN = re.compile(r"\bwhen (?:did|was|were|has|have)\b|\b(?:khi|luc|hom|(?:nhung )?ngay) nao\b|\bbao gio\b")
_DAY = re.compile(r"\b\d{1,2}/\d{1,2}\b")
_NOT_OF = (Kind.CAUSE, Kind.DOCUMENT, Kind.AUDIT, Kind.EXTREME, Kind.DIRECTION)
_TIMES = frozenset({"lan", "dot", "vu", "su co", "cuoc", "phien", "buoi"})
NEAR = 45  # characters between a figure and the mark of its note, and no other number: what is said of it
LOOKED_AT = 6
BRIEF = 45  # words of a note
AROUND = 24  # words of the sentence that it hangs on
_OPENS = re.compile(r"\W*(?:trong do:? ?|gom:? ?)?(?P<count>\d{1,2}) (?P<noun>[a-z][^:;,.\d]{2,80}):")
WITHIN = 0.25  # of score behind the best


def answer_note_of_count(t: Material) -> Draft | None:
    """The footnote of the figure that is asked about; None where the question asks for no members or place, where the
    best evidence has no such note, or where the note names none."""
    question = t.question
    asked = fold(question.clear)
    happened, timed = HAPPENED.search(asked), _WHEN.search(asked)
    if question.is_(*_NOT_OF) or not (happened or timed or (MEMBERS.search(asked) and not t.numeric)):
        return None
    number, _ = set_asked(question)
    best = t.found.candidates[0].score if t.found.candidates else 0.0
    asks_so_many = counts_asked(question)
    for candidate in t.found.candidates[:LOOKED_AT]:
        if candidate.score < best - WITHIN or candidate.statement.ahead:
            continue
        if (told := _so_many(candidate, asks_so_many, question)) is not None:
            return told
        note = _note(candidate, asked, number) if not timed or happened else _of_times(candidate)
        if note is not None and len(note.text.split()) <= BRIEF:  # a longer one is a list of its own
            draft = Draft()
            key = draft.cite(candidate.index, note, 0, len(note.text))
            said = draft.cite_statement(candidate.index, candidate.statement)
            draft.say(quoted(note.text.strip().rstrip("."), question.language), key)
            draft.say(quoted(candidate.statement.quote.strip(" ,;."), question.language), said)
            return draft
    return None


def _so_many(candidate: Candidate, asked: dict[int, str], question: Question) -> Draft | None:
    """The sentence of a note of a statement that opens with as many as are asked for and tells them ("04 nơi bị nhắc
    nhở: …"); of two such sets the one of which more is said in the question."""
    statement, report = candidate.statement, candidate.index.report
    found: list[tuple[float, Block, int, int]] = []
    for mark in statement.block.notes if asked else ():
        if not statement.start <= mark.offset <= statement.end + 1:
            continue
        for note in report.blocks:
            if note.anchor != statement.block.id or note.number != mark.number:
                continue
            for a, z in sentences(note.text):
                told = _OPENS.match(fold(note.text[a:z]))
                if told is not None and int(told["count"]) in asked and len(note.text[a:z].split()) <= BRIEF:
                    found.append((covers(question, told["noun"]), note, a, z))
    best = max(found, key=lambda f: f[0], default=None)
    if best is None or not best[0]:
        return None
    _, note, a, z = best
    draft = Draft()
    key = draft.cite(candidate.index, note, a, z)
    draft.say(quoted(note.text[a:z].strip().rstrip("."), question.language), key)
    draft.say(
        quoted(excerpt(statement, words=AROUND), question.language), draft.cite_statement(candidate.index, statement)
    )
    return draft


def _note(candidate: Candidate, asked: str, set_of: int) -> Block | None:
    """The footnote right behind a figure of a statement which the question speaks of by its number or its noun; of a
    set of so many none but that of its count."""
    statement, report = candidate.statement, candidate.index.report
    for mark in statement.block.notes:
        if not statement.start <= mark.offset <= statement.end + 1:
            continue
        figures = [f for f in statement.figures if _ends_at(statement.block.text, f.at + len(f.text), mark.offset)]
        note = next((b for b in report.blocks if b.anchor == statement.block.id and b.number == mark.number), None)
        if note is None or not figures:
            continue
        figure = max(figures, key=lambda f: f.at)
        noun = plain(figure.unit).strip().split()
        number = figure.text.lstrip("0")
        if re.search(rf"(?<!\d)0*{re.escape(number)} {noun[0] if noun else ''}", asked) or (
            noun and f" {' '.join(noun)} " in f" {asked} " and set_of in (0, figure.value)
        ):
            return note
    return None


def _of_times(candidate: Candidate) -> Block | None:
    """The footnote right behind a count of times ("gián đoạn 02 lần[2]") that tells as many days, or more."""
    statement, report = candidate.statement, candidate.index.report
    for mark in statement.block.notes:
        if not statement.start <= mark.offset <= statement.end + 1:
            continue
        counted = [f for f in statement.figures if _ends_at(statement.block.text, f.at + len(f.text), mark.offset)]
        note = next((b for b in report.blocks if b.anchor == statement.block.id and b.number == mark.number), None)
        times = [f for f in counted if fold(f.unit) in _TIMES]
        if note is not None and times and len(_DAY.findall(note.text)) >= times[-1].value:
            return note
    return None


def _ends_at(text: str, start: int, mark: int) -> bool:
    return 0 <= mark - start <= NEAR and not re.search(r"\d", text[start:mark])

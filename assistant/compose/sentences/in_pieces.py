"""A clause that a page end has cut in two, told in both pieces."""

from __future__ import annotations

from assistant.compose.citing import Draft, clauses
from assistant.compose.sentences.windows import brief, covers
from assistant.compose.wording import quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.pieces import pieces
from assistant.evidence.statements import Statement
from assistant.question import Question

APART = 0.85  # of what a cut clause says of the question, from which the piece that says it is told alone
SECOND_WORDS = 30  # of a second statement that says what the first leaves open


def told_pieces(question: Question, candidate: Candidate) -> list[Statement]:
    """The pieces of a clause that a page end cuts; the one that was found alone where what it says of the question
    stands apart, by a comma, from where it breaks off."""
    found, cut = candidate.statement, pieces(candidate.index, candidate.statement)
    if len(cut) > 1:
        parts = clauses(found)[0 if cut[0] is found else 1 : -1 if cut[-1] is not found else None]
        text = found.block.text[found.start : found.end]
        apart = " ".join(text[a:b] for a, b in parts)
        if covers(question, apart) >= APART * covers(question, " ".join(piece.quote for piece in cut)):
            return [found]
    return cut


def say_pieces(draft: Draft, question: Question, first: Candidate, cut: list[Statement], room: int) -> None:
    """A clause that a page end cuts, piece by piece in reading order, in as much room as one that none cuts has."""
    for at, piece in enumerate(cut):
        told = brief(question, piece, max(room - sum(p.words for p in cut if p is not piece), SECOND_WORDS))
        said = f"“{told}”" if at else quoted(told, question.language)
        draft.say(said, draft.cite_statement(first.index, piece))

"""The documents that a sentence only counts ("đã ban hành 03 văn bản[4]"), told from the footnote that names them."""

from __future__ import annotations

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.documents.cited import SUBJECT_WORDS, tell
from assistant.compose.documents.so_many import DOCUMENTS, how_many
from assistant.compose.material import Material
from assistant.evidence.candidates import Candidate
from ingest.language.fold import fold
from ingest.ledgers import Reference
from ingest.report import Block

LOOKED_AT = 12
ENOUGH = 0.5  # of the question, by the sentence that counts
WHOLE = 3  # documents told with their subjects whole; of more, so many words
BRIEF = 8
_NOUNS = tuple(DOCUMENTS.split("|"))


def answer_documents_of_count(t: Material) -> Draft | None:
    """All documents of the footnote behind the count that the question says; None where it says none, where no such
    count has a note, or where the note names another number of them."""
    number = how_many(fold(t.question.clear))
    if not number or t.numeric or not t.question.is_(Kind.DOCUMENT):
        return None
    for candidate in t.found.candidates[:LOOKED_AT]:
        if candidate.coverage < ENOUGH or not _counts(candidate, number):
            continue
        for note in _notes(candidate):
            named = _named_in(candidate, note)
            if len(named) == number:
                draft = Draft()
                for reference in named:
                    words = SUBJECT_WORDS if number <= WHOLE else BRIEF
                    tell(draft, candidate.index, reference, t.question.language == "vi", words)
                return draft
    return None


def _counts(candidate: Candidate, number: int) -> bool:
    return any(f.value == number and fold(f.unit).startswith(_NOUNS) for f in candidate.statement.figures)


def _notes(candidate: Candidate) -> list[Block]:
    """The footnotes that hang on a statement."""
    statement, report = candidate.statement, candidate.index.report
    marks = {n.number for n in statement.block.notes if statement.start <= n.offset <= statement.end + 1}
    return [b for b in report.footnotes if b.anchor == statement.block.id and b.number in marks]


def _named_in(candidate: Candidate, note: Block) -> list[Reference]:
    """The numbered documents that a note names, in their order; one in the subject of another is none of them."""
    found: list[tuple[int, Reference]] = []
    for reference in candidate.index.references:
        places = [m.locator.start for m in reference.mentions if m.locator.block == note.id]
        if places and reference.number:
            found.append((min(places), reference))
    found.sort(key=lambda f: f[0])
    return [r for at, r in found if _opens(note.text, at)]


def _opens(text: str, at: int) -> bool:
    """Whether a document stands at the beginning of a note or of one of its clauses."""
    before = text[:at].rstrip()
    apart = ("Gồm", "gồm") if ";" in text else ("Gồm", "gồm", " và", ",")  # within a subject others are named
    return not before.strip("() ") or before[-1] in ";.:)" or before.endswith(apart)

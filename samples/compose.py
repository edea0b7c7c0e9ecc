"""A sample's content becomes a document for the writer."""

from __future__ import annotations

from assistant.document import Appendix, Document, Heading, Inline, Note, Paragraph, Piece
from samples.content import Content, H, P, Part
from samples.marked import read


def document_of(content: Content) -> Document:
    """The document, marks taken out and notes in place. Raises: KeyError where a note is missing."""
    return Document(
        letterhead=content.letterhead,
        body=tuple(_piece(part, content) for part in content.body),
        signature=content.signature,
        recipients=content.recipients,
        appendices=tuple(
            Appendix(a.title, tuple(_piece(part, content) for part in a.parts), a.landscape) for a in content.appendices
        ),
    )


def _piece(part: Part, content: Content) -> Piece:
    if isinstance(part, H):
        return Heading(part.level, part.text)  # type: ignore[arg-type]
    if isinstance(part, P):
        return Paragraph(_inline(part.text, content))
    return part.table


def _inline(marked: str, content: Content) -> tuple[Inline, ...]:
    text = read(marked)
    pieces: list[Inline] = []
    last = 0
    for offset, key in text.notes:
        pieces += [text.text[last:offset], Note(read(content.notes[key]).text)]
        last = offset
    pieces.append(text.text[last:])
    return tuple(piece for piece in pieces if piece)

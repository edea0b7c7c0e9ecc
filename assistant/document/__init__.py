"""Writes an administrative document in the form of Decree 30/2020/NĐ-CP: parts go in, the bytes of a DOCX come out."""

from assistant.document.parts import (
    Appendix,
    Cell,
    Document,
    Heading,
    Inline,
    Letterhead,
    Note,
    Paragraph,
    Piece,
    Run,
    Signature,
    Table,
)
from assistant.document.writer import write

__all__ = [
    "Appendix",
    "Cell",
    "Document",
    "Heading",
    "Inline",
    "Letterhead",
    "Note",
    "Paragraph",
    "Piece",
    "Run",
    "Signature",
    "Table",
    "write",
]

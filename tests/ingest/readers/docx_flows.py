"""What the tests of DOCX files read and look at: small files made on the spot, the pieces of their flow."""

from __future__ import annotations

from docx_maker import make_docx

from ingest.flow import Flow, Grid, Paragraph
from ingest.readers.docx import read_docx


def read(*blocks: str, **parts: str) -> Flow:
    return read_docx(make_docx(*blocks, **parts), "thu.docx")


def texts(flow: Flow) -> list[str]:
    return [piece.text for piece in flow.pieces if isinstance(piece, Paragraph)]


def anchored(piece: Paragraph) -> list[tuple[str, str]]:
    """For each marker its label and the word it hangs on."""
    return [(mark.label, piece.text[: mark.offset].split()[-1]) for mark in piece.marks]


def paragraph(flow: Flow, index: int = 0) -> Paragraph:
    piece = flow.pieces[index]
    assert isinstance(piece, Paragraph)
    return piece


def grid(flow: Flow) -> Grid:
    return next(piece for piece in flow.pieces if isinstance(piece, Grid))

"""The parts of a document become a DOCX: the same parts give the same bytes on every machine and day."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from assistant.document.footnotes import footnotes, settings
from assistant.document.frame import appendix_head, foot, head
from assistant.document.markup import Element, Notes, plain, serialize, text_run, w
from assistant.document.page import section, styles, text_width
from assistant.document.parts import Document, Heading, Inline, Note, Paragraph, Piece, Run
from assistant.document.tables import ruled

END = "./."
HEADERS = ("rId4", "rId5")
STAMP = (1980, 1, 1, 0, 0, 0)

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def write(document: Document, *, citations: bool = True) -> bytes:
    """The bytes of a DOCX; `citations` off leaves out the notes that only name a source.

    Raises: ValueError where a table's row does not fill its columns or there are more than ten appendices.
    """
    if len(document.appendices) > 10:
        raise ValueError(f"a document holds at most 10 appendices, not {len(document.appendices)}")
    notes = Notes(citations)
    body = w("body")
    body.extend(head(document))
    for piece in _ended(document.body):
        body.extend(_piece(piece, notes, landscape=False))
    body.append(foot(document.signature, document.recipients))
    for index, appendix in enumerate(document.appendices):
        landscape = index > 0 and document.appendices[index - 1].landscape
        body.append(_break(section(landscape, restart=index > 0, headers=HEADERS)))
        body.extend(appendix_head(document, index))
        for piece in appendix.pieces:
            body.extend(_piece(piece, notes, landscape=appendix.landscape))
    if document.appendices:
        last = section(document.appendices[-1].landscape, restart=True, headers=HEADERS)
    else:
        last = section(False, restart=False, headers=HEADERS)
    body.append(_low())
    body.append(last)
    return _package(
        {
            "word/document.xml": serialize(w("document", body)),
            "word/styles.xml": serialize(styles()),
            "word/settings.xml": serialize(settings()),
            "word/footnotes.xml": serialize(footnotes(notes.texts)),
            "word/header1.xml": serialize(_page_number()),
            "word/header2.xml": serialize(w("hdr", w("p", w("pPr", w("pStyle", val="Header"))))),
            "docProps/core.xml": _core(document),
        }
    )


def _piece(piece: Piece, notes: Notes, *, landscape: bool) -> list[Element]:
    if isinstance(piece, Heading):
        text = piece.text.upper() if piece.level == 1 else piece.text
        reference = notes.reference(piece.note) if piece.note else None
        return [
            w("p", w("pPr", w("pStyle", val=f"Heading{piece.level}")), text_run(text, bold=piece.level < 4), reference)
        ]
    if isinstance(piece, Paragraph):
        properties = w(
            "pPr",
            None if piece.indent else w("ind", firstLine=0),
            None if piece.align == "both" else w("jc", val=piece.align),
        )
        return [w("p", properties if len(properties) else None, *notes.runs(piece.content))]
    return [ruled(piece, text_width(landscape)), _low()]


def _ended(body: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The body with the end mark after its last paragraph, where that does not bear it already."""
    if not body:
        return body
    before, last = body[:-1], body[-1]
    if not isinstance(last, Paragraph):
        return body
    content: tuple[Inline, ...] = last.content
    for at in reversed(range(len(content))):
        piece = content[at]
        if isinstance(piece, Note):
            continue
        text = piece.text if isinstance(piece, Run) else piece
        if text.endswith(END):
            return body
        ended = text.rstrip(" .") + END
        changed: Inline = Run(ended, piece.bold, piece.italic) if isinstance(piece, Run) else ended
        return (*before, Paragraph((*content[:at], changed, *content[at + 1 :]), last.align, last.indent))
    return body


def _low() -> Element:
    """A paragraph of almost no height: Word wants one after a table."""
    return plain(text_run("", size=2))


def _break(properties: Element) -> Element:
    paragraph = _low()
    holder = paragraph[0]
    holder.append(properties)
    return paragraph


def _page_number() -> Element:
    def field(kind: str) -> Element:
        return w("r", w("rPr", w("sz", val=26)), w("fldChar", fldCharType=kind))

    code = w("instrText")
    code.text = "PAGE"
    number = w("r", w("rPr", w("sz", val=26)), code)
    return w("hdr", w("p", w("pPr", w("pStyle", val="Header")), field("begin"), number, field("end")))


def _core(document: Document) -> bytes:
    letterhead = document.letterhead
    title = escape(f"{letterhead.kind.capitalize()} {letterhead.subject}".strip())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>'
        f"{title}</dc:title><dc:creator>{escape(letterhead.name)}</dc:creator><dc:language>vi-VN</dc:language>"
        "</cp:coreProperties>"
    ).encode()


def _package(parts: dict[str, bytes]) -> bytes:
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("footnotes", "footnotes"),
            ("header1", "header"),
            ("header2", "header"),
        )
    )
    targets = ("styles", "settings", "footnotes", "header1", "header2")
    kinds = ("styles", "settings", "footnotes", "header", "header")
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}{kind}" Target="{target}.xml"/>'
        for number, (target, kind) in enumerate(zip(targets, kinds, strict=True), start=1)
    )
    start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    package = "http://schemas.openxmlformats.org/package/2006/"
    files = {
        "[Content_Types].xml": (
            f'{start}<Types xmlns="{package}content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f"{types}"
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
        ).encode(),
        "_rels/.rels": (
            f'{start}<Relationships xmlns="{package}relationships">'
            f'<Relationship Id="rId1" Type="{_RELATION}officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{package}relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/>'
            "</Relationships>"
        ).encode(),
        "word/_rels/document.xml.rels": (
            f'{start}<Relationships xmlns="{package}relationships">{relations}</Relationships>'
        ).encode(),
        **parts,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, data)
    return out.getvalue()

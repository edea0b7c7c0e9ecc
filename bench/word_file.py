"""The DOCX of a made report: runs, cells and the package, as Word writes them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

_SCHEMAS = "http://schemas.openxmlformats.org"
W = f'xmlns:w="{_SCHEMAS}/wordprocessingml/2006/main"'
_R = f'xmlns:r="{_SCHEMAS}/officeDocument/2006/relationships"'
_PACKAGE = f"{_SCHEMAS}/package/2006"
_LINK = f"{_SCHEMAS}/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "document": "document.main",
    "footnotes": "footnotes",
    "styles": "styles",
    "numbering": "numbering",
    "header1": "header",
}
PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
MARKER = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for id, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
)
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl>'
    for k, (form, text) in enumerate((("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3.")))
)
_NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{_LEVELS}'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_HEADER = (
    f'<w:hdr {W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
    '<w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)


def run(text: str, marks: str, half_points: int) -> str:
    """A run in Times New Roman; `marks` are such as `<w:b/>`."""
    looks = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>{marks}<w:sz w:val="{half_points}"/>'
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(runs: Iterable[str], looks: str) -> str:
    """A paragraph of runs."""
    return f"<w:p><w:pPr>{looks}</w:pPr>{''.join(runs)}</w:p>"


def cell(inner: str, width: int, more: str = "") -> str:
    """A cell of paragraphs; `more` are such as its spans."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{inner}</w:tc>'


def table(rows: Iterable[str], widths: Iterable[int], ruled: bool = True) -> str:
    """A table of rows."""
    widths = list(widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides) if ruled else ""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    looks = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
    return (
        f'<w:tbl><w:tblPr>{looks}<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def section(size: str, notes_anew: bool) -> str:
    """The properties of a section; `notes_anew`: notes are numbered from 1 on each page."""
    anew = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>' if notes_anew else ""
    edges = 'w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"'
    head = '<w:headerReference w:type="default" r:id="rheader1"/>'
    return f"<w:sectPr>{head}{anew}{size}<w:pgMar {edges}/><w:titlePg/></w:sectPr>"


def note(number: int, lines: Iterable[str], half_points: int) -> str:
    """A footnote of paragraphs."""
    looks = '<w:pStyle w:val="FootnoteText"/><w:jc w:val="both"/>'
    first, *rest = lines
    head = f"<w:r>{MARKER}<w:footnoteRef/></w:r>"
    inner = paragraph([head, run(f" {first}", "", half_points)], looks)
    inner += "".join(paragraph([run(line, "", half_points)], looks) for line in rest)
    return f'<w:footnote w:id="{number}">{inner}</w:footnote>'


def package(body: Iterable[str], notes: Iterable[str]) -> bytes:
    """The DOCX of these blocks and notes."""
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_KIND}.{kind}+xml"/>' for part, kind in _PARTS.items()
    )
    links = "".join(
        f'<Relationship Id="r{part}" Type="{_LINK}/{kind}" Target="{part}.xml"/>'
        for part, kind in _PARTS.items()
        if part != "document"
    )
    document = f'<Relationship Id="r1" Type="{_LINK}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{document}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        "word/document.xml": f"<w:document {W} {_R}><w:body>{''.join(body)}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {W}>{_SEPARATORS}{''.join(notes)}</w:footnotes>",
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _NUMBERING,
        "word/header1.xml": _HEADER,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()

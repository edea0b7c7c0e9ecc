"""Makes small DOCX files from snippets of their XML, so that a test shows exactly what Word would have written."""

from __future__ import annotations

import io
import zipfile

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def r(text: str, properties: str = "") -> str:
    """A run."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; a plain text becomes one."""
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{ppr}{''.join(x if x.startswith('<') else r(x) for x in runs)}</w:p>"


def tc(*blocks: str, properties: str = "") -> str:
    """A cell of paragraphs; a plain text becomes one."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(x if x.startswith('<') else p(x) for x in blocks)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells; a plain text becomes one."""
    row = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{row}{''.join(x if x.startswith('<') else tc(x) for x in cells)}</w:tr>"


RULED = "<w:tblBorders>" + "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
) + "</w:tblBorders>"  # fmt: skip


def tbl(*rows: str, widths: tuple[int, ...] = (), properties: str = RULED) -> str:
    """A table."""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def shape(content: str, fill: str = "", fallback: str = "") -> str:
    """A run with a text box, as Word writes it: anew, and again for programs that know only the old way."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH>'
        "<wp:posOffset>20590013810000</wp:posOffset></wp:positionH><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{fallback or content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def note_ref(id: int, kind: str = "footnote", attributes: str = "", rest: str = "") -> str:
    """A run with a note's marker."""
    return (
        f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference {attributes} w:id="{id}"/>'
        f"{rest}</w:r>"
    )


def notes(texts: dict[int, str], kind: str = "footnote") -> str:
    """The part that holds the notes; a plain text becomes one paragraph behind its own marker."""
    inner = "".join(
        f'<w:{kind} w:id="{id}">'
        + (t if t.startswith("<") else p(f"<w:r><w:{kind}Ref/></w:r>", r(" " + t)))
        + f"</w:{kind}>"
        for id, t in texts.items()
    )
    separator = f'<w:{kind} w:type="separator" w:id="-1">{p("<w:r><w:separator/></w:r>")}</w:{kind}>'
    return f"<w:{kind}s {_NAMESPACES}>{separator}{inner}</w:{kind}s>"


def styles(inner: str) -> str:
    """The part that holds the styles."""
    return f"<w:styles {_NAMESPACES}>{inner}</w:styles>"


def numbering(inner: str) -> str:
    """The part that holds the lists."""
    return f"<w:numbering {_NAMESPACES}>{inner}</w:numbering>"


def lvl(index: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    start = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    return f'<w:lvl w:ilvl="{index}">{start}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def settings(inner: str) -> str:
    """The part that holds the settings."""
    return f"<w:settings {_NAMESPACES}>{inner}</w:settings>"


def app(pages: int, words: int) -> str:
    """The part that holds what Word counted."""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Pages>{pages}</Pages><Words>{words}</Words></Properties>"
    )


def document(*blocks: str, before: str = "") -> str:
    """The part that holds the body."""
    body = "".join(x if x.startswith("<") else p(x) for x in blocks)
    return f"<w:document {_NAMESPACES}>{before}<w:body>{body}<w:sectPr/></w:body></w:document>"


def make_docx(*blocks: str, before: str = "", **parts: str) -> bytes:
    """A DOCX with these blocks and parts: `styles`, `numbering`, `settings`, `footnotes`, `endnotes`, `app`."""
    return make_package(document(*blocks, before=before), **parts)


def make_package(main: str, **parts: str) -> bytes:
    """A DOCX whose main part is given as it is."""
    links = "".join(
        f'<Relationship Id="r{kind}" Type="{_TYPES}/{kind}" Target="{kind}.xml"/>' for kind in parts if kind != "app"
    )
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="r" Type="{_TYPES}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": main,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">{links}</Relationships>',
        **{"docProps/app.xml" if kind == "app" else f"word/{kind}.xml": xml for kind, xml in parts.items()},
    }
    return make_zip(files)


def _content_types(parts: dict[str, str]) -> str:
    kinds = {"document": "document.main", **{kind: kind for kind in parts if kind != "app"}}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def make_zip(files: dict[str, str | bytes]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()

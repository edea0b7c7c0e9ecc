"""The measures of the page and the named styles: Decree 30/2020/NĐ-CP, Appendix I, parts I and II."""

from __future__ import annotations

from assistant.document.markup import Element, w

# A4 in twips; margins 20/20/30/15 mm: the Decree allows 20-25 above and below, 30-35 left, 15-20 right.
SHORT_SIDE, LONG_SIDE = 11906, 16838
TOP = BOTTOM = 1134
LEFT, RIGHT = 1701, 850
HEADER = 567
TEXT_WIDTH = SHORT_SIDE - LEFT - RIGHT
TEXT_WIDTH_LANDSCAPE = LONG_SIDE - LEFT - RIGHT

FONT = "Times New Roman"
BODY = 14
FIRST_LINE = 720  # 1,27 cm
AFTER = 120  # 6 pt
LINE = 264  # 1.1 lines; the Decree allows single to 1.5


def text_width(landscape: bool) -> int:
    """Width between the margins, in twips."""
    return TEXT_WIDTH_LANDSCAPE if landscape else TEXT_WIDTH


def section(landscape: bool, *, restart: bool, headers: tuple[str, str]) -> Element:
    """The properties of a run of pages; `headers` are the relations of the numbered header and of the first page's."""
    width, height = (LONG_SIDE, SHORT_SIDE) if landscape else (SHORT_SIDE, LONG_SIDE)
    size = w("pgSz", w=width, h=height)
    if landscape:
        size = w("pgSz", w=width, h=height, orient="landscape")
    numbered, first = w("headerReference", type="default"), w("headerReference", type="first")
    for reference, relation in zip((numbered, first), headers, strict=True):
        reference.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", relation)
    return w(
        "sectPr",
        numbered,
        first,
        w("type", val="nextPage"),
        size,
        w("pgMar", top=TOP, right=RIGHT, bottom=BOTTOM, left=LEFT, header=HEADER, footer=HEADER, gutter=0),
        w("pgNumType", start=1) if restart else w("pgNumType"),
        w("titlePg"),
    )


def styles() -> Element:
    """The styles part: Normal is the body text, and the headings carry the levels of the document's outline."""
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT)
    default_run = w(
        "rPr",
        fonts,
        w("color", val="000000"),
        w("sz", val=BODY * 2),
        w("szCs", val=BODY * 2),
        w("lang", val="vi-VN", eastAsia="vi-VN"),
    )
    default_paragraph = w(
        "pPr",
        w("widowControl"),
        w("spacing", before=0, after=AFTER, line=LINE, lineRule="auto"),
        w("ind", firstLine=FIRST_LINE),
        w("jc", val="both"),
    )
    root = w("styles", w("docDefaults", w("rPrDefault", default_run), w("pPrDefault", w("pPr"))))
    root.append(_style("Normal", "Normal", default_paragraph, None, default=True))
    for level, bold in ((1, True), (2, True), (3, True), (4, False)):
        root.append(
            _style(
                f"Heading{level}",
                f"heading {level}",
                w("pPr", w("keepNext"), w("spacing", before=60, after=AFTER), w("outlineLvl", val=level - 1)),
                w("rPr", w("b")) if bold else None,
            )
        )
    root.append(_style("Header", "header", w("pPr", w("ind", firstLine=0), w("jc", val="center")), None))
    root.append(
        _style(
            "FootnoteText",
            "footnote text",
            w("pPr", w("spacing", after=40, line=240, lineRule="auto"), w("ind", firstLine=FIRST_LINE)),
            w("rPr", w("sz", val=20), w("szCs", val=20)),
        )
    )
    reference = w("style", w("name", val="footnote reference"), w("rPr", w("vertAlign", val="superscript")))
    reference.set(f"{{{reference.nsmap['w']}}}type", "character")
    reference.set(f"{{{reference.nsmap['w']}}}styleId", "FootnoteReference")
    root.append(reference)
    table = w(
        "style",
        w("name", val="Normal Table"),
        w(
            "tblPr",
            w("tblInd", w=0, type="dxa"),
            w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
        ),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    root.append(table)
    return root


def _style(
    identity: str, name: str, paragraph: Element | None, run: Element | None, *, default: bool = False
) -> Element:
    style = w("style", w("name", val=name), type="paragraph", styleId=identity)
    if default:
        style.set(f"{{{style.nsmap['w']}}}default", "1")
    else:
        style.append(w("basedOn", val="Normal"))
    style.append(w("qFormat"))
    style.extend([part for part in (paragraph, run) if part is not None])
    return style

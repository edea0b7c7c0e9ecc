"""WordprocessingML by the element: `w("p", w("r", …))`, and the paragraphs and runs that every part is built of."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from assistant.document.parts import Align, Inline, Note, Run

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """An element of the main namespace; attributes fall into the same namespace, a child None is left out."""
    element: Element = etree.Element(f"{{{W}}}{tag}", nsmap={"w": W, "r": R})
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name.rstrip('_')}", str(value))
    element.extend([child for child in children if child is not None])
    return element


def serialize(element: Element) -> bytes:
    """The bytes of a part."""
    data: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def text_run(text: str, *, bold: bool = False, italic: bool = False, size: float | None = None) -> Element:
    """A run of text; `size` in points. Characters that XML forbids are dropped, tabs and line breaks kept as such."""
    properties = w(
        "rPr",
        w("b") if bold else None,
        w("i") if italic else None,
        w("sz", val=round(size * 2)) if size else None,
        w("szCs", val=round(size * 2)) if size else None,
    )
    run = w("r", properties if len(properties) else None)
    for index, line in enumerate(text.split("\n")):
        if index:
            run.append(w("br"))
        for position, part in enumerate(line.split("\t")):
            if position:
                run.append(w("tab"))
            node = w("t")
            node.text = "".join(
                c for c in part if c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff"
            )
            node.set(XML_SPACE, "preserve")
            run.append(node)
    return run


def plain(
    *runs: Element,
    align: Align = "both",
    style: str | None = None,
    before: float = 0,
    after: float = 0,
    left: float = 0,
    right: float = 0,
    hanging: float = 0,
    keep: bool = False,
) -> Element:
    """A paragraph without first-line indent; lengths in points."""
    indent = {"left": twips(left), "right": twips(right)}
    indent |= {"hanging": twips(hanging)} if hanging else {"firstLine": 0}
    return w(
        "p",
        w(
            "pPr",
            w("pStyle", val=style) if style else None,
            w("keepNext") if keep else None,
            w("spacing", before=twips(before), after=twips(after), line=240, lineRule="auto"),
            w("ind", **indent),
            w("jc", val=align),
        ),
        *runs,
    )


def rule(left: float, right: float, *, gap: float = 4) -> Element:
    """A horizontal rule as an empty low paragraph with a top border, indented by `left` and `right` points."""
    return w(
        "p",
        w(
            "pPr",
            w("pBdr", w("top", val="single", sz=6, space=1, color="000000")),
            w("spacing", before=twips(gap), after=0, line=80, lineRule="exact"),
            w("ind", left=twips(left), right=twips(right), firstLine=0),
            w("jc", val="center"),
            w("rPr", w("sz", val=4)),
        ),
    )


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


@dataclass(slots=True)
class Notes:
    """The footnotes met so far; ids start at 1, after the two separators. `citations` off leaves source notes out."""

    citations: bool = True
    texts: list[str] = field(default_factory=list)

    def reference(self, note: Note) -> Element | None:
        """The run that refers to a note, or None where the note is left out."""
        if note.citation and not self.citations:
            return None
        self.texts.append(note.text)
        return w("r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteReference", id=len(self.texts)))

    def runs(self, content: tuple[Inline, ...]) -> list[Element]:
        """The runs of a paragraph's content, in order."""
        found = []
        for piece in content:
            if isinstance(piece, Note):
                run = self.reference(piece)
            elif isinstance(piece, Run):
                run = text_run(piece.text, bold=piece.bold, italic=piece.italic)
            else:
                run = text_run(piece)
            if run is not None:
                found.append(run)
        return found

"""HTML: pages of portals and what word processors save as web page. Bytes become a Flow; nothing is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree, html

from ingest.errors import UnreadableFile
from ingest.flow import Flow, FlowBuilder, Grid, GridCell, Mark, Note, Paragraph, Progress, silent
from ingest.language.repair import repair

_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "nav",
        "button",
        "select",
        "textarea",
        "iframe",
        "object",
        "svg",
        "math",
        "form",
        "footer",
        "aside",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "section",
        "article",
        "main",
        "header",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "td",
        "th",
        "caption",
        "body",
        "html",
        "center",
        "figure",
        "figcaption",
        "address",
        "fieldset",
        "tr",
        "tbody",
        "thead",
        "tfoot",
        "table",
        "hr",
    ]
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:px|pt)?\s*(?:;|$)|opacity\s*:\s*0\s*(?:;|$)"
    r"|(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?)\b|mso-hide\s*:\s*all",
    re.I,
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_NOTE_LINK = re.compile(r"#_?(?:ftn|edn|fn|footnote|note|cite_note|sdfootnote)[-_:]?(?!ref)[\w-]*$", re.I)
_BACK_LINK = re.compile(r"#_?(?:ftnref|ednref|fnref|footnote-ref|noteref|cite_ref|sdfootnote\w*anc)[-_:]?[\w-]*$", re.I)
_LABEL = re.compile(r"[\[(]?(\d{1,3}|\*{1,3}|[a-zivx]{1,4})[\])]?")
_MOST_CELLS = 200_000
_MOST_SPAN = 1_000


@dataclass(slots=True)
class _Text:
    """The paragraph being gathered."""

    parts: list[str] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    bold: int = 0
    head_bold: int = 0
    size: int = 0

    def add(self, text: str, bold: bool) -> None:
        self.parts.append(text)
        if bold:
            if self.bold == self.size:
                self.head_bold = self.size + len(text)
            self.bold += len(text)
        elif not text.strip():
            self.bold += len(text)
        self.size += len(text)


def read_html(data: bytes, name: str, progress: Progress = silent) -> Flow:
    """The Flow of an HTML page. Scripts and styles are dropped; what a reader of the page cannot see is kept apart.

    Raises: UnreadableFile where there is no text.
    """
    progress("read", 0, 1)
    parser = html.HTMLParser(encoding=_charset(data), remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as e:
        raise UnreadableFile(f"Tệp {name} không có nội dung HTML đọc được.", "Hãy mở trang và lưu lại.") from e
    flow = _Page(root).run()
    if not flow.pieces:
        raise UnreadableFile(f"Tệp {name} không có chữ nào để đọc.")
    progress("read", 1, 1)
    return flow


def _charset(data: bytes) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        named = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", data[:4096], re.I)
        known = named[1].decode("ascii").lower() if named else ""
        return known if known in ("windows-1258", "windows-1252", "iso-8859-1", "utf-16") else "windows-1258"


class _Page:
    """Walks a page once, in document order."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.root = root
        self.builder = FlowBuilder("html")
        self.notes: dict[str, html.HtmlElement] = {}
        self.text = _Text()
        self.outline: int | None = None
        self.centered = False

    def run(self) -> Flow:
        """The page's Flow."""
        self._find_notes()
        body = self.root.find("body")
        self._walk(self.root if body is None else body, False)
        self._flush()
        for label, element in self.notes.items():
            words = _clean(" ".join(element.itertext()))
            words = re.sub(r"^[\[(]?" + re.escape(label) + r"[\])]?[.:]?\s+|\s*[↩↑]\s*$", "", words).strip()
            if words:
                self.builder.notes.append(Note(label, words))
        return self.builder.build()

    def _find_notes(self) -> None:
        """The elements that hold notes: what marker links lead to."""
        by_id = {v: e for e in self.root.iter() if isinstance(e.tag, str) for v in (e.get("id"), e.get("name")) if v}
        for link in self.root.iter("a"):
            href = link.get("href") or ""
            label = _LABEL.fullmatch(_clean(link.text_content()))
            target = by_id.get(href[1:]) if _NOTE_LINK.search(href) and not _BACK_LINK.search(href) else None
            if label and target is not None:
                while target.tag not in ("li", "p", "div", "td", "aside") and target.getparent() is not None:
                    target = target.getparent()
                self.notes.setdefault(label[1], target)

    def _walk(self, element: html.HtmlElement, bold: bool) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED or any(element is note for note in self.notes.values()):
            return
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            words = _clean(element.text_content())
            if words:
                self.builder.hidden.append(words)
            return
        if tag == "table":
            self._flush()
            self._table(element)
            return
        if tag in ("sup", "a") and self._marker(element):
            return
        block = tag in _BLOCKS
        if block or tag == "br":
            self._flush()
        if re.fullmatch(r"h[1-6]", tag):
            self.outline = int(tag[1])
        if block:
            style = (element.get("style") or "") + (element.get("align") or "")
            self.centered = tag == "center" or bool(re.search(r"text-align\s*:\s*center|^center$", style))
        if tag == "li":
            self._number(element)
        bold = (
            bold
            or tag in ("b", "strong", "th")
            or bool(re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", element.get("style") or ""))
        )
        self.text.add(element.text or "", bold)
        for child in element:
            self._walk(child, bold)
            self.text.add(child.tail or "", bold)
        if block:
            self._flush()
            self.outline = None
            self.centered = False

    def _number(self, item: html.HtmlElement) -> None:
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            self.text.add("- ", False)
            return
        start = int(parent.get("start") or 1) if (parent.get("start") or "1").isdigit() else 1
        place = start + sum(1 for e in item.itersiblings(preceding=True) if e.tag == "li")
        style = parent.get("type") or "1"
        shown = {"a": f"{chr(96 + (place - 1) % 26 + 1)})", "A": f"{chr(64 + (place - 1) % 26 + 1)}."}.get(
            style, f"{place}."
        )
        self.text.add(shown + " ", False)

    def _marker(self, element: html.HtmlElement) -> bool:
        words = _clean(element.text_content())
        label = _LABEL.fullmatch(words)
        if label is None or label[1] not in self.notes:
            return False
        links = [element] if element.tag == "a" else list(element.iter("a"))
        if not any(_NOTE_LINK.search(a.get("href") or "") for a in links):
            return False
        self.text.marks.append((len(_clean("".join(self.text.parts))), label[1]))
        return True

    def _flush(self) -> None:
        text, self.text = self.text, _Text()
        words = _clean("".join(text.parts))
        if not words:
            return
        marks = tuple(Mark(min(at, len(words)), label) for at, label in text.marks)
        bold = text.bold >= text.size
        head = 0 if bold else len(_clean("".join(text.parts)[: text.head_bold]))
        self.builder.pieces.append(
            Paragraph(words, bold=bold, bold_prefix=head, centered=self.centered, outline=self.outline, marks=marks)
        )

    def _table(self, table: html.HtmlElement) -> None:
        rows = [r for r in table.iter("tr") if next(r.iterancestors("table"), None) is table]
        cells: list[GridCell] = []
        taken: set[tuple[int, int]] = set()
        header = 0
        for row, tr in enumerate(rows):
            column = 0
            heads = [c for c in tr if c.tag in ("td", "th")]
            for cell in heads:
                while (row, column) in taken:
                    column += 1
                down, across = _span(cell, "rowspan", len(rows) - row), _span(cell, "colspan", _MOST_SPAN)
                if down * across > _MOST_SPAN:
                    down = 1  # a span that no page shows
                taken.update((row + r, column + c) for r in range(down) for c in range(across))
                if len(taken) > _MOST_CELLS:
                    self.builder.warnings.append("Bảng quá lớn: chỉ đọc phần đầu.")
                    self._keep(cells, table, header)
                    return
                cells.append(self._cell(cell, row, column, down, across))
                column += across
            if heads and header == row and all(c.tag == "th" for c in heads):
                header = row + 1
        self._keep(cells, table, header)

    def _keep(self, cells: list[GridCell], table: html.HtmlElement, header: int) -> None:
        if not cells:
            return
        caption = table.find("caption")
        if caption is not None and _clean(caption.text_content()):
            self.builder.pieces.append(Paragraph(_clean(caption.text_content()), bold=True))
        rows = max(c.row + c.rows for c in cells)
        columns = max(c.column + c.columns for c in cells)
        bordered = (table.get("border") or "1") != "0" and not re.search(r"border\s*:\s*none", table.get("style") or "")
        self.builder.pieces.append(Grid(tuple(cells), rows, columns, header, bordered))

    def _cell(self, element: html.HtmlElement, row: int, column: int, down: int, across: int) -> GridCell:
        inner = _Page(self.root)
        inner.notes = self.notes
        bold = element.tag == "th"
        inner.fill(element, bold)
        pieces = inner.builder.pieces
        self.builder.hidden += inner.builder.hidden
        text = ""
        marks: list[Mark] = []
        all_bold = bool(pieces)
        for piece in pieces:
            if text:
                text += "\n"
            if isinstance(piece, Grid):
                text += "\n".join(c.text for c in piece.cells if c.text)
                continue
            marks += [Mark(len(text) + m.offset, m.label) for m in piece.marks]
            text += piece.text
            all_bold = all_bold and piece.bold
        return GridCell(row, column, text, down, across, bold or all_bold, tuple(marks))

    def fill(self, element: html.HtmlElement, bold: bool) -> None:
        """Walks the content of a cell into this page's pieces."""
        self.text.add(element.text or "", bold)
        for child in element:
            self._walk(child, bold)
            self.text.add(child.tail or "", bold)
        self._flush()


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    value = cell.get(name) or "1"
    return max(1, min(int(value), most, _MOST_SPAN)) if value.isdigit() else 1


def _clean(text: str) -> str:
    return " ".join(repair(text).split())

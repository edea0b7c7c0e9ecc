"""DOCX to a Flow, straight from its XML: the body in order, notes on their words, automatic numbers rebuilt."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.etree import _Element

from ingest.errors import UnreadableFile
from ingest.flow import Flow, FlowBuilder, Grid, GridCell, Note, Paragraph, Progress, silent
from ingest.readers.ooxml.drafts import Draft, GridDraft, ParagraphDraft
from ingest.readers.ooxml.names import W
from ingest.readers.ooxml.notes import Notes, UsedNote
from ingest.readers.ooxml.numbering import Numbering
from ingest.readers.ooxml.package import Package
from ingest.readers.ooxml.pages import PageCounter, Pages, settle_pages
from ingest.readers.ooxml.story import Remarks, Story, Where
from ingest.readers.ooxml.styles import Styles
from ingest.readers.ooxml.tables import MAX_CELLS, join_parts
from ingest.readers.ooxml.wording import stacked

_EVERY = 200
_FEW_PICTURES = 3
_AROUND_THE_NUMBER = re.compile(r"^(?:\(\s*\)|\[\s*\])\s*")
_NAMES = {"styles": "kiểu", "numbering": "đánh số", "footnotes": "chú thích", "endnotes": "chú thích cuối"}


def read_docx(data: bytes, name: str, progress: Progress = silent) -> Flow:
    """The Flow of a DOCX or DOCM; macros are never run. `name` is shown, not trusted.

    Progress counts the blocks of the body. Pages are given only where the file's own layout marks agree with its number
    of pages. A part beside the body that is damaged is a warning.

    Raises: UnreadableFile where it is damaged, locked or no Word document; UnsupportedFormat for a DOC or a
    spreadsheet; TooLarge where it passes a limit of `ingest.readers.ooxml.package`.
    """
    package = Package(data, name)
    document = package.xml(package.main)
    body = None if document is None else document.find(W + "body")
    if document is None or body is None:
        raise UnreadableFile(f"Tệp {name} thiếu phần nội dung của một tài liệu Word.", "Hãy mở bằng Word rồi lưu lại.")
    builder = FlowBuilder("docx")
    parts = _parts(package, builder)
    reading = _Reading(document, body, parts, progress, trust_fields=True)
    if reading.story.open_fields:
        # A field without an end would swallow all that follows.
        reading = _Reading(document, body, parts, progress, trust_fields=False)
    reading.fill(builder)
    if package.has("word/vbaProject.bin"):
        builder.warnings.append("Tệp có macro; macro không được chạy.")
    return builder.build()


def _parts(package: Package, builder: FlowBuilder) -> dict[str, _Element | None]:
    related = package.related(package.main)
    out: dict[str, _Element | None] = {}
    for kind in ("styles", "numbering", "settings", "footnotes", "endnotes"):
        try:
            out[kind] = package.xml(related.get(kind, f"word/{kind}.xml"))
        except UnreadableFile:
            out[kind] = None
            if kind in _NAMES:
                builder.warnings.append(f"Phần {_NAMES[kind]} của tệp bị hỏng nên không đọc được.")
    try:
        out["properties"] = package.xml("docProps/app.xml")
    except UnreadableFile:
        out["properties"] = None
    return out


class _Reading:
    """One reading of a document's body and notes."""

    def __init__(
        self,
        document: _Element,
        body: _Element,
        parts: dict[str, _Element | None],
        progress: Progress,
        *,
        trust_fields: bool,
    ) -> None:
        self._properties = parts["properties"]
        sections = list(body.iter(W + "sectPr"))
        pages = PageCounter()
        self.notes = Notes(
            {"footnote": parts["footnotes"], "endnote": parts["endnotes"]}, parts["settings"], sections, pages
        )
        self.story = Story(
            Styles(parts["styles"]),
            Numbering(parts["numbering"]),
            self.notes,
            pages,
            Remarks(),
            sections,
            trust_fields,
        )
        where = Where(background=_paper(document))
        self.drafts = join_parts(self.story.blocks(body, where, _teller(progress, len(body))))
        self._last = pages.place
        self.read_notes = [self._note(used) for used in self.notes.used]
        for element in self.notes.unseen:
            self.story.remarks.hide(self._text(element))

    def fill(self, builder: FlowBuilder) -> None:
        """Puts what was read into the Flow."""
        pages = settle_pages(self._last, self._properties, sum(_words(draft) for draft in self.drafts))
        builder.pages = pages.count
        builder.pieces += [_piece(draft, pages) for draft in self.drafts]
        builder.notes += [Note(used.label, text, pages.number(used.place)) for used, text in self.read_notes]
        builder.hidden += self.story.remarks.hidden
        builder.warnings += _warnings(self.story.remarks)

    def _note(self, used: UsedNote) -> tuple[UsedNote, str]:
        text = self._text(used.element)
        text = _AROUND_THE_NUMBER.sub("", text)
        # Under a marker set by hand the note begins with the same sign, typed.
        if not used.label.isalnum() and text.startswith(used.label):
            text = text[len(used.label) :].lstrip()
        return used, text

    def _text(self, note: _Element) -> str:
        lines = []
        for block in self.story.blocks(note, Where(depth=1)):
            if isinstance(block, ParagraphDraft):
                lines.append(block.words)
            else:
                lines += [cell.words for cell in block.cells]
        return stacked(lines).text


def _teller(progress: Progress, total: int) -> Callable[[], None]:
    done = 0
    progress("read", 0, total)

    def told() -> None:
        nonlocal done
        done += 1
        if done % _EVERY == 0 or done == total:
            progress("read", done, total)

    return told


def _piece(draft: Draft, pages: Pages) -> Paragraph | Grid:
    page = pages.number(draft.place)
    if isinstance(draft, GridDraft):
        cells = tuple(
            GridCell(c.row, c.column, c.words.text, c.rows, c.columns, c.words.bold, c.words.marks) for c in draft.cells
        )
        return Grid(cells, draft.rows, draft.columns, draft.header_rows, draft.bordered, page)
    words = draft.words
    return Paragraph(
        words.text,
        page,
        words.bold,
        0 if words.bold else words.bold_prefix,
        words.italic,
        draft.centered,
        words.size,
        draft.outline,
        words.marks,
    )


def _words(draft: Draft) -> int:
    if isinstance(draft, GridDraft):
        return sum(len(cell.words.text.split()) for cell in draft.cells)
    return len(draft.words.text.split())


def _paper(document: _Element) -> str | None:
    background = document.find(W + "background")
    color = None if background is None else background.get(W + "color")
    return color.upper() if color and color != "auto" else None


def _warnings(remarks: Remarks) -> list[str]:
    out = []
    if remarks.hidden:
        out.append(
            f"Có {len(remarks.hidden)} đoạn chữ ẩn (đặt ẩn, cùng màu với nền hoặc cỡ không quá 1 pt); "
            "không đưa vào nội dung báo cáo."
        )
    if remarks.unread:
        places = "; ".join(dict.fromkeys(f"“{text}”" for text in remarks.unread if text))
        after = f" (sau {places})" if places and len(remarks.unread) <= _FEW_PICTURES else ""
        out.append(f"Có {len(remarks.unread)} ảnh hoặc biểu đồ trong tệp chưa được đọc{after}; hãy xem bản gốc.")
    if remarks.contents:
        out.append("Mục lục tự động không được đọc, vì chỉ lặp lại các đề mục.")
    if remarks.embedded:
        out.append(f"Có {remarks.embedded} tài liệu nhúng trong tệp chưa được đọc.")
    if remarks.turned:
        out.append(f"Đã bỏ ký tự đảo chiều chữ trong {remarks.turned} đoạn; nên đối chiếu với bản gốc.")
    if remarks.too_deep:
        out.append(f"Có {remarks.too_deep} bảng lồng quá sâu không được đọc.")
    for rows in remarks.cut_tables:
        most = f"{MAX_CELLS:,}".replace(",", ".")
        out.append(f"Một bảng có hơn {most} ô; {rows} dòng cuối không được đọc.")
    return out

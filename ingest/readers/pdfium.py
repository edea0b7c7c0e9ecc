"""The pages of a PDF as sheets of words and rules, and as images. The only module that knows pdfium."""

from __future__ import annotations

import ctypes
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as c
from PIL import Image

from ingest.errors import UnreadableFile
from ingest.readers.layout.frame import Frame, Rectangle
from ingest.readers.layout.sheet import Rule, Sheet
from ingest.readers.layout.strokes import apply, edges, thin_rule
from ingest.readers.layout.upright import Run, upright

# pdfium is not thread-safe: whoever has a file open holds this.
LOCK = threading.RLock()

MAX_CHARS = 200_000
MAX_OBJECTS = 60_000
MAX_PIXELS = 40_000_000
MAX_SEGMENTS = 20_000
_DEEPEST = 4
_PASSWORD_ERROR = 4
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# Annotations that print with the page: form fields (a digital signature's number and day), stamps, typed text.
_PRINTED = frozenset({c.FPDF_ANNOT_WIDGET, c.FPDF_ANNOT_STAMP, c.FPDF_ANNOT_FREETEXT})
_SPACE = frozenset(chr(n) for n in range(0x21)) - {"\x02"} | frozenset("\x85\u00a0\u2002\u2003\u2009\u200b\u3000")
# The engine writes a hyphen at the end of a line as one of these.
_HYPHENS = {0xFFFE: "-", 0x02: "-", 0xAD: None}
# The same call as c.FPDFText_GetTextObject, giving the bare address: made once a character, it must be cheap.
_object_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(c.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page holds: its sheet, text nobody sees on it, and how much of it an image covers (0 to 1).

    `unseen` is text drawn with no ink, as OCR programs lay it over a scan: it is in the sheet when an image covers the
    page, else in `hidden`. `fonts` are the names of its fonts. `cut` is: there was more text than is read.
    """

    sheet: Sheet
    hidden: str
    covered: float
    unseen: int
    unmapped: int
    fonts: frozenset[str]
    cut: bool


@dataclass(frozen=True, slots=True)
class _Look:
    """How the characters of one text object look."""

    size: float
    bold: bool
    italic: bool
    angle: int
    inkless: bool
    pale: bool
    font: str


class PdfFile:
    """An open PDF. Use `open_pdf`, which holds the lock and closes it."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self.pages: int = len(document)

    @contextmanager
    def _page(self, index: int) -> Iterator[Any]:
        page = c.FPDF_LoadPage(self._document.raw, index)
        if not page:
            raise UnreadableFile(f"Trang {index + 1} bị hỏng, không mở được.")
        try:
            yield page
        finally:
            c.FPDF_ClosePage(page)

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of a page in points, as shown. `index` counts from 0."""
        size = c.FS_SIZEF()
        if not c.FPDF_GetPageSizeByIndexF(self._document.raw, index, ctypes.byref(size)):
            raise UnreadableFile(f"Trang {index + 1} bị hỏng, không đo được khổ giấy.")
        return size.width, size.height

    def read(self, index: int, first_key: int = 0) -> PageText:
        """The words and rules of a page; `index` counts from 0. Raises: UnreadableFile."""
        self._flatten(index)
        with self._page(index) as page:
            text_page = c.FPDFText_LoadPage(page)
            if not text_page:
                raise UnreadableFile(f"Trang {index + 1} bị hỏng, không đọc được chữ.")
            try:
                return _PageReader(page, text_page, index + 1).read(first_key)
            finally:
                c.FPDFText_ClosePage(text_page)

    def _flatten(self, index: int) -> None:
        """Makes form fields and stamps part of the page: the number and the day of an issued document are often such.

        Other annotations (links, highlights, comments) are left out; the file itself is not changed.
        """
        with self._page(index) as page:
            kinds = []
            for i in range(c.FPDFPage_GetAnnotCount(page)):
                annotation = c.FPDFPage_GetAnnot(page, i)
                kinds.append(c.FPDFAnnot_GetSubtype(annotation))
                c.FPDFPage_CloseAnnot(annotation)
            if not _PRINTED.intersection(kinds):
                return
            for i in range(len(kinds) - 1, -1, -1):
                if kinds[i] not in _PRINTED:
                    c.FPDFPage_RemoveAnnot(page, i)
            c.FPDFPage_Flatten(page, c.FLAT_NORMALDISPLAY)

    def image(self, index: int, dpi: float) -> Image.Image:
        """A page drawn in colour; a page too large for that resolution is drawn smaller. Raises: UnreadableFile."""
        width, height = self.size(index)
        scale = dpi / 72
        pixels = width * height * scale * scale
        if pixels > MAX_PIXELS:
            scale *= math.sqrt(MAX_PIXELS / pixels)
        wide, high = max(1, round(width * scale)), max(1, round(height * scale))
        if wide * high > 2 * MAX_PIXELS:
            raise UnreadableFile(f"Trang {index + 1} có khổ giấy quá lớn để vẽ.")
        with self._page(index) as page:
            bitmap = pypdfium2.PdfBitmap.new_native(wide, high, c.FPDFBitmap_BGR)
            try:
                bitmap.fill_rect((255, 255, 255, 255), 0, 0, wide, high)
                c.FPDF_RenderPageBitmap(bitmap.raw, page, 0, 0, wide, high, 0, c.FPDF_ANNOT)
                image: Image.Image = bitmap.to_pil().convert("RGB")
                return image
            finally:
                bitmap.close()


@contextmanager
def open_pdf(data: bytes, name: str) -> Iterator[PdfFile]:
    """The PDF in `data`, locked for this thread. Raises: UnreadableFile for a damaged or password-protected file."""
    with LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == _PASSWORD_ERROR or "password" in str(error).lower():
                raise UnreadableFile(
                    f"Tệp “{name}” được bảo vệ bằng mật khẩu nên không đọc được.", "Bỏ mật khẩu rồi nạp lại tệp."
                ) from None
            raise UnreadableFile(
                f"Tệp “{name}” không phải là PDF hoặc đã bị hỏng.", "Mở thử tệp, lưu lại rồi nạp bản mới."
            ) from None
        try:
            file = PdfFile(document)
            if not file.pages:
                raise UnreadableFile(f"Tệp “{name}” không có trang nào đọc được.", "Lưu lại tệp rồi nạp bản mới.")
            yield file
        finally:
            document.close()


class _PageReader:
    """Reads one page; lives as long as that."""

    def __init__(self, page: Any, text_page: Any, number: int) -> None:
        self.page = page
        self.text_page = text_page
        self.number = number
        self.fonts: dict[int, tuple[str, bool, bool]] = {}
        self.unmapped = 0
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        refs = [ctypes.byref(v) for v in (left, bottom, right, top)]
        if not c.FPDFPage_GetCropBox(page, *refs) and not c.FPDFPage_GetMediaBox(page, *refs):
            left.value, bottom.value, right.value, top.value = 0, 0, 612, 792
        self.rotation = c.FPDFPage_GetRotation(page) % 4
        wide, high = c.FPDF_GetPageWidthF(page), c.FPDF_GetPageHeightF(page)
        box = left.value, bottom.value, right.value, top.value
        self.frame = Frame.of(box, self.rotation, wide, high)
        # Filled anew by each call, for a page may hold thousands of text objects.
        self.colour = [ctypes.c_uint() for _ in range(4)]
        self.colour_refs = [ctypes.byref(v) for v in self.colour]
        self.matrix = c.FS_MATRIX()
        self.matrix_ref = ctypes.byref(self.matrix)

    def read(self, first_key: int) -> PageText:
        count = max(c.FPDFText_CountChars(self.text_page), 0)
        rules, covered, dark = self._objects()
        found, hidden, unseen = self._words(min(count, MAX_CHARS), covered, dark)
        sheet = upright(self.number, self.frame.width, self.frame.height, found, rules, first_key)
        used = frozenset(font[0] for font in self.fonts.values())
        return PageText(sheet, hidden, covered, unseen, self.unmapped, used, count > MAX_CHARS)

    def _look(self, obj: Any, index: int) -> _Look:
        """How a text object looks; `index` is one of its characters."""
        font = c.FPDFTextObj_GetFont(obj)
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        known = self.fonts.get(key)
        if known is None:
            buffer = ctypes.create_string_buffer(128)
            c.FPDFFont_GetBaseFontName(font, buffer, 128)
            name = buffer.value.decode("latin-1")
            lower = name.lower()
            flags = max(c.FPDFFont_GetFlags(font), 0)
            bold = "bold" in lower or "black" in lower or "heavy" in lower or bool(flags & (1 << 18))
            italic = "italic" in lower or "oblique" in lower or bool(flags & (1 << 6))
            known = self.fonts[key] = (name, bold, italic)
        name, bold, italic = known
        matrix = self.matrix
        scale, angle = 1.0, 0
        if c.FPDFText_GetMatrix(self.text_page, index, self.matrix_ref):
            scale = math.hypot(matrix.c, matrix.d) or 1.0
            angle = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90 % 360
        mode = c.FPDFTextObj_GetTextRenderMode(obj)
        pale = False
        if c.FPDFPageObj_GetFillColor(obj, *self.colour_refs):
            red, green, blue, alpha = (v.value for v in self.colour)
            pale = min(red, green, blue) >= 250 or alpha <= 8
        return _Look(
            round(c.FPDFText_GetFontSize(self.text_page, index) * scale, 1),
            bold or mode == c.FPDF_TEXTRENDERMODE_FILL_STROKE,
            italic,
            (angle - 90 * self.rotation) % 360,
            mode == c.FPDF_TEXTRENDERMODE_INVISIBLE,
            pale,
            name,
        )

    def _text(self, count: int) -> str:
        """The characters of the page, one for each index of the engine."""
        buffer = (ctypes.c_ushort * (count + 1))()
        c.FPDFText_GetText(self.text_page, 0, count, buffer)
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        if len(text) == count and "\0" not in text:
            return text
        codes = (c.FPDFText_GetUnicode(self.text_page, i) for i in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)

    def _words(self, count: int, covered: float, dark: list[Rectangle]) -> tuple[list[Run], str, int]:
        """The words that can be seen, the text that cannot, and how many characters are drawn without ink."""
        page = self.text_page
        raw = ctypes.cast(page, ctypes.c_void_p)
        text = self._text(count)
        get_box, get_origin = c.FPDFText_GetLooseCharBox, c.FPDFText_GetCharOrigin
        rect, ox, oy = c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        rect_ref, ox_ref, oy_ref = ctypes.byref(rect), ctypes.byref(ox), ctypes.byref(oy)
        found: list[Run] = []
        hidden: list[str] = []
        seen: set[tuple[str, int, int]] = set()
        looks: dict[int, _Look] = {}
        unseen = i = 0
        glued = False
        while i < count:
            if text[i] in _SPACE:
                glued = False
                i += 1
                continue
            obj = _object_of(raw, i) or 0
            end = i + 1
            while end < count and text[end] not in _SPACE and (_object_of(raw, end) or 0) == obj:
                end += 1
            token = text[i:end].translate(_HYPHENS)
            look = looks.get(obj)
            if look is None and obj:
                look = looks[obj] = self._look(c.FPDFText_GetTextObject(page, i), i)
            first, i, joined, glued = i, end, glued, True
            if look is None or not token:
                continue
            get_box(page, first, rect_ref)
            x0, y0, x1, y1 = rect.left, rect.bottom, rect.right, rect.top
            if end > first + 1:
                get_box(page, end - 1, rect_ref)
                x0, y0 = min(x0, rect.left), min(y0, rect.bottom)
                x1, y1 = max(x1, rect.right), max(y1, rect.top)
            get_origin(page, first, ox_ref, oy_ref)
            box = x0, y0, x1, y1 = self.frame.rectangle(x0, y0, x1, y1)
            mx, my = (x0 + x1) / 2, (y0 + y1) / 2
            unseen += len(token) * look.inkless
            if (
                (look.inkless and covered < 0.5)
                or look.size < 2.5
                or (look.pale and not any(d[0] <= mx <= d[2] and d[1] <= my <= d[3] for d in dark))
                or not self.frame.shows(mx, my)
            ):
                hidden.append(token if joined else " " + token)
                continue
            # Some programs print a word twice, a hair apart, for bold.
            place = (token, round(x0), round(y0))
            if place in seen:
                continue
            seen.add(place)
            self.unmapped += token.count("\ufffd")
            origin = self.frame.point(ox.value, oy.value)
            found.append(Run(token, box, origin, look.size, look.bold, look.italic, look.angle, joined))
        return found, " ".join("".join(hidden).split()), unseen

    def _objects(self) -> tuple[list[Rule], float, list[Rectangle]]:
        """The ruling lines, the share of the page that images cover, and the filled areas that are not white."""
        rules: list[Rule] = []
        dark: list[Rectangle] = []
        covered = 0.0
        budget = MAX_OBJECTS
        stack: list[tuple[Any, Any, tuple[float, ...], int]] = [
            (c.FPDFPage_CountObjects, c.FPDFPage_GetObject, _IDENTITY, 0)
        ]
        holders: list[Any] = [self.page]
        while stack:
            count_of, get, outer, depth = stack.pop()
            holder = holders.pop()
            for k in range(min(max(count_of(holder), 0), budget)):
                obj = get(holder, k)
                kind = c.FPDFPageObj_GetType(obj)
                if kind == c.FPDF_PAGEOBJ_TEXT:
                    continue
                budget -= 1
                if kind == c.FPDF_PAGEOBJ_PATH:
                    self._path(obj, outer, rules, dark)
                elif kind == c.FPDF_PAGEOBJ_IMAGE:
                    box = self._bounds(obj, outer)
                    covered += self.frame.share(box)
                    dark.append(box)
                elif kind == c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                    stack.append((c.FPDFFormObj_CountObjects, c.FPDFFormObj_GetObject, _matrix(obj, outer), depth + 1))
                    holders.append(obj)
        return rules, min(covered, 1.0), dark

    def _bounds(self, obj: Any, outer: tuple[float, ...]) -> Rectangle:
        values = [ctypes.c_float() for _ in range(4)]
        if not c.FPDFPageObj_GetBounds(obj, *(ctypes.byref(v) for v in values)):
            return 0.0, 0.0, 0.0, 0.0
        x0, y0, x1, y1 = (v.value for v in values)
        ax, ay = apply(outer, x0, y0)
        bx, by = apply(outer, x1, y1)
        return self.frame.rectangle(ax, ay, bx, by)

    def _path(self, obj: Any, outer: tuple[float, ...], rules: list[Rule], dark: list[Rectangle]) -> None:
        """Adds the straight lines of a path: thin shapes, and the edges of what is stroked."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        c.FPDFPath_GetDrawMode(obj, ctypes.byref(fill), ctypes.byref(stroke))
        if not fill.value and not stroke.value:
            return
        colour = [ctypes.c_uint() for _ in range(4)]
        refs = [ctypes.byref(v) for v in colour]
        known = (c.FPDFPageObj_GetStrokeColor if stroke.value else c.FPDFPageObj_GetFillColor)(obj, *refs)
        white = bool(known) and (min(v.value for v in colour[:3]) >= 250 or colour[3].value <= 8)
        box = x0, y0, x1, y1 = self._bounds(obj, outer)
        thin = thin_rule(box)
        segments = c.FPDFPath_CountSegments(obj)
        if thin is not None and segments <= 6:
            if not white:
                rules.append(thin)
            return
        if fill.value and not white and x1 - x0 > 3 and y1 - y0 > 3:
            dark.append(box)
        if white or len(rules) > MAX_SEGMENTS or segments > MAX_SEGMENTS:
            return
        matrix = _matrix(obj, outer)
        x, y = ctypes.c_float(), ctypes.c_float()
        shape: list[tuple[float, float]] = []
        for k in range(segments + 1):
            segment = c.FPDFPath_GetPathSegment(obj, k) if k < segments else None
            kind = c.FPDFPathSegment_GetType(segment) if segment else c.FPDF_SEGMENT_MOVETO
            if kind == c.FPDF_SEGMENT_MOVETO and shape:
                rules.extend(edges(shape, bool(stroke.value)))
                shape = []
            if segment and c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
                shape.append(self.frame.point(*apply(matrix, x.value, y.value)))
                if c.FPDFPathSegment_GetClose(segment):
                    shape.append(shape[0])


def _matrix(obj: Any, outer: tuple[float, ...]) -> tuple[float, ...]:
    """The matrix of an object inside a form with the matrix `outer`."""
    m = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(obj, ctypes.byref(m)):
        return outer
    a, b, d, e, f, g = outer
    return (
        m.a * a + m.b * d,
        m.a * b + m.b * e,
        m.c * a + m.d * d,
        m.c * b + m.d * e,
        m.e * a + m.f * d + f,
        m.e * b + m.f * e + g,
    )

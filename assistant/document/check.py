"""The format checker: a DOCX against Decree 30/2020/NĐ-CP, Appendix I, element by element.

It looks at what is on the page, whoever wrote the file. Each fault names the element, what is there and what the Decree
asks for; what cannot be told for certain from the file is not held against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.document.check_frame import foot, letterhead
from assistant.document.fault import Fault, excerpt
from assistant.document.form import Form, Line, PageForm, read_form
from assistant.document.layout import Layout, lay_out
from ingest.errors import IngestError
from ingest.language.fold import fold

BLACK = {"", "auto", "000000"}
_PAGE = "khổ A4 (210 x 297 mm); lề trên, dưới 20-25 mm, trái 30-35 mm, phải 15-20 mm"
_NUMBER = "số trang bằng chữ số Ả Rập, cỡ 13-14, đứng, giữa lề trên, không hiện ở trang đầu"
_BODY = "cỡ 13-14, đứng, căn đều hai lề, lùi đầu dòng 1-1,27 cm, cách đoạn từ 6 pt, dòng từ đơn đến 1,5"
_ROMAN = re.compile(r"^(?:PHẦN\s+)?(?P<n>[IVXLC]+)\.\s+(?P<t>\S.*)$")
_ARABIC = re.compile(r"^(?P<n>\d{1,2})\.\s+(?P<t>\S.*)$")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_APPENDIX = re.compile(r"^phụ lục(?:\s+(?P<n>[IVXLC]+|\d+))?\s*$", re.IGNORECASE)
MOST = 400  # faults that are told


class UnreadableDocument(Exception):
    """The bytes are no DOCX that can be checked; the message says why."""


@dataclass(frozen=True, slots=True)
class _Seen:
    form: Form
    layout: Layout


def check_document(data: bytes, name: str = "văn bản") -> list[Fault]:
    """The faults of a DOCX, in the order of the page; none for a document in order. Raises: UnreadableDocument."""
    try:
        form = read_form(data, name)
    except IngestError as error:
        raise UnreadableDocument(error.message) from error
    seen = _Seen(form, lay_out(form))
    faults = [
        *_pages(seen),
        *_faces(seen),
        *letterhead(seen.layout),
        *_body(seen),
        *foot(seen.layout),
        *_appendices(seen),
    ]
    return faults[:MOST]


def _pages(seen: _Seen) -> Iterator[Fault]:
    for number, page in enumerate(seen.form.pages, 1):
        where = f"phần {number}" if len(seen.form.pages) > 1 else "trang"
        if {round(page.width), round(page.height)} != {210, 297}:
            yield Fault("Khổ giấy", f"{where}: {page.width:g} x {page.height:g} mm.", _PAGE)
        sides = (
            ("trên", page.top, 20, 25),
            ("dưới", page.bottom, 20, 25),
            ("trái", page.left, 30, 35),
            ("phải", page.right, 15, 20),
        )
        wide = page.width > page.height  # on a turned page the binding edge is above; how margins turn is not said
        for side, length, least, most in sides:
            if wide and 15 - 0.3 <= length <= 35 + 0.3:
                continue
            if not least - 0.3 <= length <= most + 0.3:
                yield Fault("Định lề", f"{where}: lề {side} {length:g} mm, phải từ {least} đến {most} mm.", _PAGE)
        if page.width > page.height and number == 1 and not _tabled(seen, 0):
            yield Fault("Khổ giấy", f"{where}: giấy để ngang mà không có bảng, biểu.", _PAGE)
    yield from _page_numbers(seen)


def _tabled(seen: _Seen, section: int) -> bool:
    return any(line.ruled and line.section == section for line in seen.form.lines)


def _page_numbers(seen: _Seen) -> Iterator[Fault]:
    pages = seen.form.pages
    inherited: PageForm | None = None
    for number, page in enumerate(pages, 1):
        shown = page if page.header or page.footer or inherited is None else inherited
        inherited = shown
        if not shown.header_number:
            there = "đặt ở lề dưới" if shown.footer_number else "không có số trang"
            yield Fault("Số trang", f"phần {number}: {there}.", _NUMBER)
            continue
        line = next(x for x in shown.header if "PAGE" in x.text or x.text.isdigit() or x.text)
        if not line.centered:
            yield Fault("Số trang", f"phần {number}: không căn giữa.", _NUMBER)
        if page.digits not in ("", "decimal"):
            yield Fault("Số trang", f"phần {number}: không phải chữ số Ả Rập.", _NUMBER)
        if not 13 <= line.face.size <= 14:
            yield Fault("Số trang", f"phần {number}: cỡ {line.face.size:g}.", _NUMBER)
        if line.face.bold or line.face.italic:
            yield Fault("Số trang", f"phần {number}: phải là kiểu chữ đứng.", _NUMBER)
        if number == 1 and (not page.title_page or page.first_number):
            yield Fault("Số trang", "hiện ở trang thứ nhất.", _NUMBER)
        if number > 2 and page is not pages[1] and not page.restart and seen.layout.appendices > 1:
            yield Fault("Số trang", f"phần {number}: phụ lục phải đánh số trang riêng.", _NUMBER)


def _faces(seen: _Seen) -> Iterator[Fault]:
    fonts: dict[str, str] = {}
    colors: dict[str, str] = {}
    for page in seen.form.pages:
        if page.header_number:
            counted = next(x for x in page.header if x.text)
            fonts.setdefault(counted.face.font, "số trang")
    for line in (*seen.form.lines, *seen.form.notes):
        if not line.text:
            continue
        for font in line.fonts:
            fonts.setdefault(font, line.text)
        for color in line.colors:
            colors.setdefault(color, line.text)
    for font, text in fonts.items():
        if fold(font) != "times new roman":
            yield Fault("Phông chữ", f"phông {font} tại “{excerpt(text)}”.", "Times New Roman, bộ mã Unicode")
    for color, text in colors.items():
        if color not in BLACK:
            yield Fault("Màu chữ", f"màu #{color} tại “{excerpt(text)}”.", "chữ màu đen")


def _body(seen: _Seen) -> Iterator[Fault]:
    layout = seen.layout
    if not layout.body:
        yield Fault("Nội dung", "không thấy phần nội dung.", _BODY)
        return
    yield from _headings(layout.body)
    for line in layout.body:
        if not line.text or line.table is not None or _is_heading(line) or line.face.align == "center":
            continue
        face, told = line.face, excerpt(line.text)
        if not 13 <= face.size <= 14:
            yield Fault("Nội dung", f"cỡ {face.size:g} tại “{told}”.", _BODY)
        long = len(line.text) > 120
        if long and face.align not in ("both", "distribute"):
            yield Fault("Nội dung", f"không căn đều hai lề tại “{told}”.", _BODY)
        if long and not 556 <= face.first_line <= 732:
            yield Fault("Nội dung", f"lùi đầu dòng {face.first_line / 567:.2f} cm tại “{told}”.", _BODY)
        if long and face.before + face.after < 118:
            yield Fault("Nội dung", f"khoảng cách đoạn {(face.before + face.after) / 20:g} pt tại “{told}”.", _BODY)
        loose = face.line_rule == "auto" and not 235 <= face.line <= 362
        if long and (
            loose or (face.line_rule == "exact" and not 0.95 * face.size * 20 <= face.line <= 1.9 * face.size * 20)
        ):
            yield Fault("Nội dung", f"giãn dòng {face.line / 240:.2f} tại “{told}”.", _BODY)
        aside = line.text.startswith("(") and line.text.rstrip(" .;").endswith(")")
        if long and (line.bold or (line.italic and not aside) or face.underline):
            yield Fault("Nội dung", f"cả đoạn không phải kiểu chữ đứng tại “{told}”.", _BODY)
    last = next((x for x in reversed(layout.body) if x.text and x.table is None), None)
    if last is not None and layout.kind not in ("quyết định", "nghị quyết") and not last.text.rstrip().endswith("./."):
        yield Fault("Nội dung", f"không kết thúc bằng dấu “./.”: “{excerpt(last.text[-60:])}”.", "kết thúc bằng “./.”")


def _is_heading(line: Line) -> bool:
    if line.style.lower().startswith(("heading", "đề mục", "muc")):
        return True
    return bool(_ROMAN.match(line.text) or _ARABIC.match(line.text)) and (
        line.bold or bool(line.strong) or (len(line.text) < 120 and not line.text.rstrip().endswith((".", ";", ":")))
    )


def _title_of(line: Line) -> str:
    """A heading without what follows its colon in the same paragraph."""
    return line.text.split(":", 1)[0] if re.search(r":\s+\S", line.text) else line.text


def _titled(line: Line) -> bool:
    """Whether the title of a heading is bold; of one that goes on after a colon its first words."""
    title = _title_of(line).rstrip(" :.")
    return line.bold or len(line.strong.rstrip(" :.")) >= len(title) - 1


def _headings(body: tuple[Line, ...]) -> Iterator[Fault]:
    rule = "mục I, II: chữ in hoa, đậm; khoản 1, 2 có tiêu đề: chữ in thường, đậm; cỡ 13-14; số thứ tự liên tục"
    expected = 0
    automatic = any(x.numbered for x in body)
    small_before = 0
    for line in body:
        found = _ROMAN.match(line.text)
        if found is None or line.table is not None or (not _is_heading(line) and not line.text.isupper()):
            small = _ARABIC.match(line.text)
            if small is not None and line.table is None and _is_heading(line):
                told = excerpt(line.text)
                runs_in = len(line.strong) < 4 or re.search(r"[.;:]$", line.text.rstrip()) is not None
                if not _titled(line) and runs_in and len(line.text) >= 90:
                    continue  # a point without a title, its number alone bold perhaps
                if not _titled(line):
                    yield Fault("Đề mục", f"khoản không in đậm: “{told}”.", rule)
                elif _title_of(line).isupper() and len(small["t"]) > 6:
                    yield Fault("Đề mục", f"khoản in hoa: “{told}”.", rule)
                if not 13 <= line.face.size <= 14:
                    yield Fault("Đề mục", f"cỡ {line.face.size:g}: “{told}”.", rule)
                place = int(small["n"])
                if (small_before and place not in (small_before + 1, 1) and not automatic) or place == small_before:
                    yield Fault("Đề mục", f"số thứ tự không liên tục: “{told}”.", rule)
                small_before = place
            elif small is not None and line.table is None:
                small_before = int(small["n"])
            continue
        told = excerpt(line.text)
        if not _title_of(line).isupper():
            yield Fault("Đề mục", f"mục không in hoa: “{told}”.", rule)
        if not _titled(line):
            yield Fault("Đề mục", f"mục không in đậm: “{told}”.", rule)
        if not 13 <= line.face.size <= 14:
            yield Fault("Đề mục", f"cỡ {line.face.size:g}: “{told}”.", rule)
        small_before = 0
        expected += 1
        number = _ROMANS.index(found["n"]) + 1 if found["n"] in _ROMANS else 0
        if number and number != expected and not automatic and number != 1:
            yield Fault("Đề mục", f"số thứ tự không liên tục: “{told}”.", rule)
            expected = number


def _appendices(seen: _Seen) -> Iterator[Fault]:
    lines = [x for x in seen.layout.after if x.text]
    heads = [(at, m) for at, x in enumerate(lines) if x.table is None and (m := _APPENDIX.match(x.text))]
    rule = "“Phụ lục I” cỡ 14, đậm, giữa; tiêu đề in hoa, cỡ 13-14, đậm, giữa; dòng kèm theo cỡ 13-14, nghiêng, giữa"
    if heads and "phụ lục" not in " ".join(x.text for x in seen.layout.body).lower():
        yield Fault("Phụ lục", "nội dung văn bản không nhắc đến phụ lục.", "văn bản phải có chỉ dẫn về phụ lục")
    for order, (at, found) in enumerate(heads):
        label = lines[at]
        if not label.bold or label.face.align != "center":
            yield Fault("Phụ lục", f"“{label.text}” không đậm hoặc không ở giữa.", rule)
        if not 13.5 <= label.face.size <= 14:
            yield Fault("Phụ lục", f"“{label.text}” cỡ {label.face.size:g}.", rule)
        if len(heads) > 1 and (found["n"] or "") != _ROMANS[min(order, 14)]:
            yield Fault("Phụ lục", f"“{label.text}”: từ hai phụ lục trở lên phải đánh số La Mã liên tục.", rule)
        title = lines[at + 1] if at + 1 < len(lines) else None
        if title is None or not title.bold or not title.text.isupper() or title.face.align != "center":
            yield Fault(
                "Phụ lục", f"tiêu đề phụ lục không in hoa, đậm, giữa: “{excerpt(title.text if title else '')}”.", rule
            )
        note = next(
            (x for x in lines[at + 1 : at + 5] if x.text.startswith("(Kèm theo") or x.text.startswith("(Ban hành kèm")),
            None,
        )
        if note is None:
            yield Fault("Phụ lục", f"“{label.text}” thiếu dòng “(Kèm theo …)”.", rule)
        elif not note.italic or note.face.align != "center":
            yield Fault("Phụ lục", "dòng “(Kèm theo …)” không nghiêng hoặc không ở giữa.", rule)

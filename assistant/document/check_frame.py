"""The frame of a document against Decree 30/2020/NĐ-CP: letterhead, title and addressees above, recipients and
signature below."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from assistant.document.fault import Fault, excerpt
from assistant.document.form import Line
from assistant.document.layout import Layout
from ingest.language.fold import fold

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
NATIONS = {NATION, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"}
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_TITLES = re.compile(
    r"^(?:(?:pgs|gs|ts|ths|th\.s|bs|ks|cn|ông|bà|đ/c|đồng chí|đại tá|thượng tá|trung tá|nhà giáo)[.\s])", re.IGNORECASE
)
_DAY = re.compile(r"ngày\s*(?P<d>\d{0,2})[\s.…_]*tháng\s*(?P<m>\d{0,2})[\s.…_]*năm\s*(?P<y>\d{0,4})", re.IGNORECASE)
_SYMBOL = re.compile(r"^Số\s*:\s*[\d.…\s]*/\s*[A-ZĐ0-9]+(?:-[A-ZĐa-z0-9]+)*$")


def letterhead(seen: Layout) -> Iterator[Fault]:
    """Everything above the body."""
    yield from _nation(seen)
    yield from _issuer(seen)
    yield from _number_and_place(seen)
    yield from _title(seen)
    yield from _addressees(seen)


def _face(
    element: str, line: Line, rule: str, *, least: float, most: float, bold: bool | None = None, italic: bool | None =
    None,
    caps: bool = False, center: bool = False,
) -> Iterator[Fault]:  # fmt: skip
    told = excerpt(line.text)
    if not least <= line.face.size <= most:
        yield Fault(element, f"cỡ {line.face.size:g} tại “{told}”.", rule)
    if bold is not None and line.bold is not bold and (bold or line.face.bold):
        yield Fault(element, f"{'không in đậm' if bold else 'in đậm'} tại “{told}”.", rule)
    if italic is not None and line.italic is not italic and (italic or line.face.italic):
        yield Fault(element, f"{'không in nghiêng' if italic else 'in nghiêng'} tại “{told}”.", rule)
    if caps and not line.text.isupper():
        yield Fault(element, f"không in hoa tại “{told}”.", rule)
    if center and not line.centered:
        yield Fault(element, f"không ở giữa tại “{told}”.", rule)


def _nation(seen: Layout) -> Iterator[Fault]:
    rule = f"“{NATION}” in hoa, cỡ 12-13, đứng, đậm"
    if seen.nation is None:
        yield Fault("Quốc hiệu", "không có.", rule)
    else:
        if seen.nation.text.upper() not in NATIONS:
            yield Fault("Quốc hiệu", f"ghi “{excerpt(seen.nation.text)}”.", rule)
        yield from _face(
            "Quốc hiệu", seen.nation, rule, least=12, most=13, bold=True, italic=False, caps=True, center=True
        )
    rule = f"“{MOTTO}” cỡ 13-14, đứng, đậm, ở giữa dưới Quốc hiệu; gạch nối có cách chữ; kẻ ngang nét liền phía dưới"
    if seen.motto is None:
        yield Fault("Tiêu ngữ", "không có.", rule)
        return
    if seen.motto.text.replace("–", "-") != MOTTO:
        yield Fault("Tiêu ngữ", f"ghi “{excerpt(seen.motto.text)}”.", rule)
    yield from _face("Tiêu ngữ", seen.motto, rule, least=13, most=14, bold=True, italic=False, center=True)
    if not seen.motto_ruled:
        yield Fault("Tiêu ngữ", "không có đường kẻ ngang phía dưới.", rule)


def _issuer(seen: Layout) -> Iterator[Fault]:
    rule = "cơ quan chủ quản in hoa, đứng; cơ quan ban hành in hoa, đứng, đậm; cỡ 12-13; có kẻ ngang phía dưới"
    if not seen.issuers:
        if seen.nation is not None:
            yield Fault("Tên cơ quan", "không thấy tên cơ quan ban hành.", rule)
        return
    bold = [x for x in seen.issuers if x.bold]
    if not bold:
        yield Fault("Tên cơ quan", "tên cơ quan ban hành không in đậm.", rule)
    elif len(bold) == len(seen.issuers) > 1 and fold(seen.issuers[0].text).startswith(("ubnd", "so ", "bo ")):
        yield Fault("Tên cơ quan", f"cơ quan chủ quản in đậm: “{excerpt(seen.issuers[0].text)}”.", rule)
    for line in seen.issuers:
        yield from _face("Tên cơ quan", line, rule, least=12, most=13, italic=False, caps=True, center=True)
    if not seen.issuer_ruled:
        yield Fault("Tên cơ quan", "không có đường kẻ ngang phía dưới.", rule)


def _number_and_place(seen: Layout) -> Iterator[Fault]:
    rule = "“Số:” chữ in thường, cỡ 13, đứng; ký hiệu in hoa; dạng “Số: …/BC-UBND”"
    if seen.number is None:
        yield Fault("Số, ký hiệu", "không có.", rule)
    else:
        yield from _face("Số, ký hiệu", seen.number, rule, least=12.5, most=13.5, bold=False, italic=False, center=True)
        if not _SYMBOL.match(" ".join(seen.number.text.split())):
            yield Fault("Số, ký hiệu", f"ghi “{excerpt(seen.number.text)}”.", rule)
    rule = (
        "địa danh, ngày tháng năm: cỡ 13-14, nghiêng, ở giữa dưới Quốc hiệu; "
        "ngày dưới 10 và tháng 1, 2 thêm số 0 phía trước"
    )
    if seen.place is None:
        yield Fault("Địa danh, thời gian", "không có.", rule)
        return
    yield from _face("Địa danh, thời gian", seen.place, rule, least=13, most=14, bold=False, italic=True, center=True)
    found = _DAY.search(seen.place.text)
    if found is not None:
        day, month = found["d"], found["m"]
        short = len(day) == 1 or month in ("1", "2")
        padded = len(month) == 2 and month[0] == "0" and month not in ("01", "02")
        impossible = (day.isdigit() and not 1 <= int(day) <= 31) or (month.isdigit() and not 1 <= int(month) <= 12)
        if day and month and len(found["y"]) == 4 and not impossible:
            impossible = int(day) > calendar.monthrange(int(found["y"]), int(month))[1]
        if short or padded or impossible:
            yield Fault("Địa danh, thời gian", f"ghi “{excerpt(seen.place.text)}”.", rule)


def _title(seen: Layout) -> Iterator[Fault]:
    rule = "tên loại in hoa, cỡ 13-14, đậm, giữa; trích yếu in thường, cỡ 13-14, đậm, giữa, kẻ ngang phía dưới"
    if seen.kind_line is None:
        if seen.letter_subject is None:
            yield Fault("Tên loại", "không thấy tên loại văn bản, cũng không thấy “V/v” của công văn.", rule)
        else:
            letter = "“V/v …” in thường, cỡ 12-13, đứng, giữa dưới số"
            yield from _face(
                "Trích yếu", seen.letter_subject, letter, least=12, most=13, bold=False, italic=False, center=True
            )
        return
    yield from _face(
        "Tên loại", seen.kind_line, rule, least=13, most=14, bold=True, italic=False, caps=True, center=True
    )
    if not seen.subject:
        yield Fault("Trích yếu", "không có.", rule)
        return
    for line in seen.subject:
        yield from _face("Trích yếu", line, rule, least=13, most=14, bold=True, italic=False, center=True)
        if line.text.isupper() and len(line.text) > 8:
            yield Fault("Trích yếu", f"in hoa tại “{excerpt(line.text)}”.", rule)
    if not seen.subject_ruled:
        yield Fault("Trích yếu", "không có đường kẻ ngang phía dưới.", rule)


def _addressees(seen: Layout) -> Iterator[Fault]:
    rule = "“Kính gửi:” cỡ 13-14, đứng; nhiều nơi thì mỗi nơi một dòng, gạch đầu dòng, cuối dòng “;”, dòng cuối “.”"
    for line in seen.addressees:
        yield from _face("Kính gửi", line, rule, least=13, most=14, bold=False, italic=False)
    if seen.addressees and not re.match(r"Kính gửi\s*:", seen.addressees[0].text):
        yield Fault("Kính gửi", f"ghi “{excerpt(seen.addressees[0].text)}”.", rule)
    listed = [x.text.rstrip() for x in seen.addressees[1:]]
    if listed and (any(not t.endswith(";") for t in listed[:-1]) or not listed[-1].endswith(".")):
        yield Fault("Kính gửi", "dấu cuối dòng chưa đúng.", rule)
    rule = "căn cứ: cỡ 13-14, nghiêng, mỗi căn cứ một dòng, cuối dòng “;”, dòng cuối “.”"
    for line in seen.grounds:
        yield from _face("Căn cứ", line, rule, least=13, most=14, italic=True)
    ends = [x.text.rstrip() for x in seen.grounds]
    if ends and (any(not t.endswith(";") for t in ends[:-1]) or not ends[-1].endswith((".", ",", ";"))):
        yield Fault("Căn cứ", "dấu cuối dòng chưa đúng.", rule)


def foot(seen: Layout) -> Iterator[Fault]:
    """Signature and recipients."""
    yield from _signature(seen)
    rule = (
        "“Nơi nhận:” cỡ 12, nghiêng, đậm; danh sách cỡ 11, đứng, gạch đầu dòng, cuối dòng “;”; "
        "dòng cuối “- Lưu: VT, ….”"
    )
    if seen.recipients_label is None:
        yield Fault("Nơi nhận", "không có.", rule)
        return
    yield from _face("Nơi nhận", seen.recipients_label, rule, least=11.5, most=12.5, bold=True, italic=True)
    if not seen.recipients:
        yield Fault("Nơi nhận", "không có danh sách.", rule)
        return
    for line in seen.recipients:
        yield from _face("Nơi nhận", line, rule, least=10.5, most=11.5, bold=False, italic=False)
    items = [x.text.rstrip() for x in seen.recipients]
    if any(not t.startswith(("-", "–")) for t in items):
        yield Fault("Nơi nhận", "có dòng thiếu gạch đầu dòng.", rule)
    if any(not t.endswith(";") for t in items[:-1]) or not items[-1].endswith("."):
        yield Fault("Nơi nhận", "dấu cuối dòng chưa đúng.", rule)
    if not re.match(r"[-–]\s*Lưu\s*:", items[-1]):
        yield Fault("Nơi nhận", f"dòng cuối phải là “Lưu”: “{excerpt(items[-1])}”.", rule)
    if seen.addressees and not fold(items[0]).lstrip("- ").startswith("nhu tren"):
        yield Fault("Nơi nhận", "có “Kính gửi” thì dòng đầu phải là “- Như trên;”.", rule)


def _signature(seen: Layout) -> Iterator[Fault]:
    rule = (
        "quyền hạn, chức vụ in hoa, cỡ 13-14, đứng, đậm; "
        "họ tên in thường, cỡ 13-14, đậm, giữa, không ghi học hàm, học vị"
    )
    if not seen.authority:
        yield Fault("Chữ ký", "không thấy quyền hạn, chức vụ của người ký.", rule)
    for line in seen.authority:
        yield from _face("Chữ ký", line, rule, least=13, most=14, bold=True, italic=False, center=True)
    if seen.signer is not None:
        yield from _face("Chữ ký", seen.signer, rule, least=13, most=14, bold=True, italic=False, center=True)
        if seen.signer.text.isupper():
            yield Fault("Chữ ký", f"họ tên in hoa: “{excerpt(seen.signer.text)}”.", rule)
        if _TITLES.match(seen.signer.text):
            yield Fault("Chữ ký", f"ghi danh xưng trước họ tên: “{excerpt(seen.signer.text)}”.", rule)

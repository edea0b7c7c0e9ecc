"""Which line of a document is what: letterhead, title, addressees, body, recipients, signature, appendices."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.document.form import Form, Line
from ingest.language.fold import fold

KINDS = {
    "báo cáo", "kế hoạch", "quyết định", "tờ trình", "thông báo", "nghị quyết", "chỉ thị", "chương trình", "đề án",
    "hướng dẫn",
    "phương án", "dự án", "biên bản", "quy chế", "quy định", "thông cáo", "công điện", "hợp đồng", "bản ghi nhớ",
    "giấy mời",
    "kết luận", "kế hoạch phối hợp", "chương trình phối hợp", "đề cương",
}  # fmt: skip
HEAD = 60  # lines in which the head of a document is looked for
_DATE = re.compile(r"ngày\b.{0,14}\btháng\b.{0,14}\bnăm\b", re.IGNORECASE)
_NUMBER = re.compile(r"số\s*[:.]|số\s+\d*\s*/", re.IGNORECASE)
_GROUND = re.compile(r"(?:căn cứ|theo đề nghị)(?!\w)", re.IGNORECASE)
_APPENDIX = re.compile(r"^phụ lục(?:\s+(?:[IVXLC]+|\d+))?\s*$", re.IGNORECASE)
_OFFICE = re.compile(
    r"CHỦ TỊCH|TRƯỞNG|CHÁNH|GIÁM ĐỐC|BÍ THƯ|CỤC|PHÓ|ỦY|TM\.|KT\.|TL\.|BAN|PHÒNG|SỞ|VIỆN|HIỆU|KẾ TOÁN|THỦ"
)
_AUTHORITY = re.compile(
    r"^(?:TM|KT|TL|TUQ|Q|T/M|K/T)\s*\.?\s|^(?:QUYỀN\s+)?(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC"
    r"|TRƯỞNG|PHÓ TRƯỞNG|CHÁNH|BÍ THƯ)"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's lines by what they are; `kind` in lower case, "" where no type is named. Absent is None or empty."""

    nation: Line | None
    motto: Line | None
    motto_ruled: bool
    issuers: tuple[Line, ...]
    issuer_ruled: bool
    number: Line | None
    place: Line | None
    kind: str
    kind_line: Line | None
    subject: tuple[Line, ...]
    subject_ruled: bool
    letter_subject: Line | None
    addressees: tuple[Line, ...]
    grounds: tuple[Line, ...]
    body: tuple[Line, ...]
    recipients_label: Line | None
    recipients: tuple[Line, ...]
    authority: tuple[Line, ...]
    signer: Line | None
    after: tuple[Line, ...]
    appendices: int


def lay_out(form: Form) -> Layout:
    """The layout of a form."""
    lines = form.lines
    at = {
        "nation": _find(lines, lambda x: "cong hoa xa hoi" in fold(x.text) or "chu nghia viet nam" in fold(x.text)),
        "motto": _find(lines, lambda x: "doc lap" in fold(x.text) and "hanh phuc" in fold(x.text)),
        "number": _find(lines, lambda x: bool(_NUMBER.match(x.text))),
        "place": _find(
            lines, lambda x: bool(_DATE.search(x.text)) and "," in x.text and len(x.text) < 90 and x.text[0] != "("
        ),
    }
    start = max((i for i in at.values() if i is not None), default=-1) + 1
    kind = _find(lines, lambda x: x.table is None and " ".join(x.text.lower().split()) in KINDS)
    subject: list[int] = []
    ruled = False
    here = start
    if kind is not None:
        here = kind + 1
        while here < min(len(lines), kind + 8) and not _addressed(lines[here], False):
            if (lines[here].text and lines[here].face.align != "center") or lines[here].table is not None:
                break
            ruled |= lines[here].rule
            subject += [here] if lines[here].text else []
            here += 1
    addressees: list[int] = []
    while here < len(lines) and (not lines[here].text or _addressed(lines[here], bool(addressees))):
        addressees += [here] if lines[here].text else []
        here += 1
    foot = next((i for i in range(here, len(lines)) if fold(lines[i].text).startswith("noi nhan")), None)
    end = _end(lines, here, foot)
    main = range(here, end)
    grounds: list[int] = []
    for i in main:
        text = lines[i].text
        if not text:
            continue
        follows = bool(grounds) and lines[grounds[-1]].text.endswith(";")
        coming = next((lines[n].text for n in main if n > i and lines[n].text), "")
        one_of = (
            text.endswith(";")
            or (follows and text.endswith((".", ",")))
            or bool(_GROUND.match(coming))
            or bool(grounds)
        )
        if not _GROUND.match(text) or not one_of:
            break
        grounds.append(i)
    recipients, authority, signer, last = _foot(lines, end, foot)
    after = lines[last:]
    issuers, issuer_ruled = _issuers(lines, at)
    drawn = any(x.shape for x in lines[: (kind or start) + 8])  # a line drawn as a shape may hang on any paragraph

    def line(i: int | None) -> Line | None:
        return None if i is None else lines[i]

    letter = _find(lines, lambda x: x.text.lower().startswith("v/v"))
    return Layout(
        line(at["nation"]), line(at["motto"]), drawn or _rule_under(lines, at["motto"]), issuers,
        drawn or issuer_ruled, line(at["number"]), line(at["place"]),
        lines[kind].text.lower() if kind is not None else "", line(kind), tuple(lines[i] for i in subject),
        drawn or ruled, line(letter), tuple(lines[i] for i in addressees), tuple(lines[i] for i in grounds),
        tuple(lines[i] for i in main if i not in grounds and lines[i].text), line(foot), recipients, authority,
        signer, after,
        sum(1 for x in after if x.table is None and _APPENDIX.match(x.text)),
    )  # fmt: skip


def _find(lines: tuple[Line, ...], test: Callable[[Line], bool]) -> int | None:
    return next((i for i, x in enumerate(lines[:HEAD]) if x.text and test(x)), None)


def _addressed(line: Line, begun: bool) -> bool:
    text = line.text.strip()
    return text.lower().startswith("kính gửi") or (begun and text.startswith(("-", "–")) and len(text) < 160)


def _end(lines: tuple[Line, ...], start: int, foot: int | None) -> int:
    """Where the body ends: before the table that holds recipients and signature, else before the lines of the
    signature."""
    if foot is None:
        return next(
            (i for i in range(start, len(lines)) if _AUTHORITY.match(lines[i].text) and lines[i].bold), len(lines)
        )
    end, table = foot, lines[foot].table
    while end > start and table is not None and _same_table(lines[end - 1], table):
        end -= 1
    while table is None and end > start and (_AUTHORITY.match(lines[end - 1].text) or not lines[end - 1].text):
        end -= 1
    return end


def _same_table(line: Line, table: tuple[int, int, int]) -> bool:
    return line.table is not None and line.table[0] == table[0]


def _foot(
    lines: tuple[Line, ...], end: int, foot: int | None
) -> tuple[tuple[Line, ...], tuple[Line, ...], Line | None, int]:
    """Recipients, authority, signer's name, and where what follows begins."""
    if foot is None:
        return (), tuple(x for x in lines[end : end + 6] if x.text), None, min(len(lines), end + 8)
    table = lines[foot].table
    if table is not None:
        last = foot
        while last < len(lines) and _same_table(lines[last], table):
            last += 1
        inside = [x for x in lines[end:last] if x.text]
        column = table[2]
        recipients = [x for x in inside if x.table is not None and x.table[2] == column and x is not lines[foot]]
        signing = [x for x in inside if x.table is not None and x.table[2] != column]
    else:
        last = foot + 1
        while last < len(lines) and (not lines[last].text or lines[last].text.startswith(("-", "–"))):
            last += 1
        recipients = [x for x in lines[foot + 1 : last] if x.text]
        stop = next((i for i in range(last, len(lines)) if _APPENDIX.match(lines[i].text)), min(len(lines), last + 14))
        signing = [x for x in (*lines[end:foot], *lines[last:stop]) if x.text]
        last = stop
    authority = [x for x in signing if x.text.isupper()]
    names = [x for x in signing if not x.text.isupper()]
    if not names and len(authority) > 1 and not _OFFICE.search(authority[-1].text):
        names = [authority.pop()]  # a name in capitals
    return tuple(recipients), tuple(authority), names[-1] if names else None, last


def _issuers(lines: tuple[Line, ...], at: dict[str, int | None]) -> tuple[tuple[Line, ...], bool]:
    """The lines beside the national name: superior and issuing body, and whether a rule stands under them."""
    nation, number = at["nation"], at["number"]
    if nation is None:
        return (), False
    cell = lines[nation].table
    taken = {i for i in at.values() if i is not None}
    if cell is not None:
        side = [
            i
            for i, x in enumerate(lines[:HEAD])
            if x.table is not None and x.table[0] == cell[0] and x.table[2] < cell[2] and i not in taken
        ]
        below = number is not None and lines[number].table is not None
        side = [i for i in side if not below or i < (number or 0) or _row(lines[i]) == cell[1]]
    else:
        side = [i for i in range(min(nation, HEAD)) if i not in taken]
    named = tuple(lines[i] for i in side if lines[i].text and not lines[i].text.lower().startswith("v/v"))
    return named, any(lines[i].rule for i in side)


def _row(line: Line) -> int:
    return -1 if line.table is None else line.table[1]


def _rule_under(lines: tuple[Line, ...], at: int | None) -> bool:
    """Whether a rule is drawn at a line or in the empty lines right under it, in the same cell."""
    if at is None:
        return False
    if lines[at].rule:
        return True
    for i in range(at + 1, min(len(lines), at + 4)):
        if lines[i].text or lines[i].table != lines[at].table:
            return False
        if lines[i].rule:
            return True
    return False

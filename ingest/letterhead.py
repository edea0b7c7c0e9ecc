"""The head and foot of an administrative document: who writes, to whom, when, under what number, and who signs.

Decree 30/2020/NĐ-CP, Appendix I sets the elements; files set them as a table without borders, or line by line, or with
the two columns run together on one line. All three are read here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.flow import Grid, Paragraph
from ingest.language.letters import LOWER, UPPER
from ingest.outline import appendix_of, number_of
from ingest.report import BlockKind, Letterhead

KINDS = (
    "BÁO CÁO", "KẾ HOẠCH", "TỜ TRÌNH", "CÔNG VĂN", "QUYẾT ĐỊNH", "THÔNG BÁO", "CHƯƠNG TRÌNH", "CHỈ THỊ", "NGHỊ QUYẾT",
    "HƯỚNG DẪN", "PHƯƠNG ÁN", "ĐỀ ÁN", "BIÊN BẢN", "CÔNG ĐIỆN", "THÔNG TƯ", "NGHỊ ĐỊNH", "KẾT LUẬN",
    "QUY CHẾ", "QUY ĐỊNH",
)  # fmt: skip
_SYMBOLS = {
    "BC": "BÁO CÁO", "KH": "KẾ HOẠCH", "TTr": "TỜ TRÌNH", "QĐ": "QUYẾT ĐỊNH", "TB": "THÔNG BÁO", "CTr": "CHƯƠNG TRÌNH",
    "CT": "CHỈ THỊ", "NQ": "NGHỊ QUYẾT", "HD": "HƯỚNG DẪN", "ĐA": "ĐỀ ÁN", "KL": "KẾT LUẬN",
}  # fmt: skip
_MOTTO = re.compile(
    r"CỘNG\s+H[ÒÕOÀ]+A\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|Độc\s+lập\s*[-–—]\s*Tự\s+do\s*[-–—]\s*Hạnh\s+phúc"
    r"|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM",
    re.I,
)
_NUMBER = re.compile(
    r"(?<!\w)Số\s*[:.]?\s*(?P<digits>[\d.…_\s]*?)\s*(?P<symbol>[/\-–]\s?[A-ZĐ]["
    + UPPER
    + LOWER
    + r"0-9]*(?:\s?[/\-–&.,]\s?[A-ZĐ][\wĐđ]*)*)"
)
_BARE_NUMBER = re.compile(r"Số\s*:\s*(?P<digits>[\d.…_]*)\s*$")
_DATE = re.compile(
    r"(?P<place>(?!Số\b)["
    + UPPER
    + r"][^\d,:;/()]{1,45}?)\s*,\s*[Nn]gày\s*(?P<d>[\d.…_]*)\s*tháng\s*(?P<m>[\d.…_]*)\s*năm\s*"
    r"(?P<y>\d{2,4}|[\d.…_]*)"
)
_RULE = re.compile(r"[\s_\-–—*=.…]+")
_ABOUT = re.compile(r"V/v\s*:?\s*(?P<about>.+)", re.S | re.I)
_TO = re.compile(r"Kính\s+gửi\s*:?\s*(?P<who>.*)", re.S | re.I)
_RECIPIENTS = re.compile(r"Nơi\s+nhận\s*:?", re.I)
_POWER = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s?[" + UPPER + r"]")
_POST = re.compile(
    r"(?:Q\.\s?|QUYỀN\s+)?(?:PHÓ\s+|UỶ\s+VIÊN|ỦY\s+VIÊN)?(?:CHỦ TỊCH|GIÁM ĐỐC|CỤC TRƯỞNG|TRƯỞNG|BÍ THƯ|CHÁNH"
    r"|BỘ TRƯỞNG|THỦ TƯỚNG|CHỦ NHIỆM|TỔNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|PHÓ|ỦY VIÊN)[" + UPPER + r",.\s\-]*"
)
_NAME = re.compile(r"(?:[" + UPPER + r"][" + LOWER + r"]+\s){1,4}[" + UPPER + r"][" + LOWER + r"]+")
_UNIT_LINE = re.compile(r"(?:TỈNH|HUYỆN|THỊ XÃ|THÀNH PHỐ|TP\.?|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|KHÓA|NHIỆM KỲ)\s")
_BODY_OPEN = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|UBND|HĐND|ĐẢNG ỦY|BAN CHỈ ĐẠO.*|BAN CHẤP HÀNH.*)"
)
_HEAD_PIECES = 30


@dataclass(slots=True)
class Margin:
    """What the head or the foot of a document gives: the kind of each piece in it, and layout tables as lines."""

    kinds: dict[int, BlockKind] = field(default_factory=dict)
    lines: dict[int, list[tuple[BlockKind, str]]] = field(default_factory=dict)


@dataclass(slots=True)
class _Draft:
    names: list[tuple[str, bool]] = field(default_factory=list)
    number: str = ""
    place: str = ""
    date: str = ""
    kind: str = ""
    title: list[str] = field(default_factory=list)
    addressees: list[str] = field(default_factory=list)
    signer: str = ""
    posts: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    blanks: list[str] = field(default_factory=list)
    about: str = ""


def read_margins(pieces: Sequence[Paragraph | Grid]) -> tuple[Letterhead, Margin, int]:
    """The letterhead with signature and recipients, what each piece of head and foot is, and where the foot ends.

    The last value is the number of the piece after the foot, or the number of pieces where there is no foot.
    """
    draft, margin = _Draft(), Margin()
    start = _read_head(pieces, draft, margin)
    end = _read_foot(pieces, start, draft, margin)
    superior, issuer = _bodies(draft.names)
    kind = draft.kind
    if not kind and (symbol := re.match(r"[^/\-–]*[/\-–]\s?([A-Za-zĐ]+)", draft.number or _blank_symbol(draft))):
        kind = _SYMBOLS.get(symbol[1], "")
    title = " ".join(draft.title) or draft.about
    head = Letterhead(
        superior, issuer, "" if "number" in draft.blanks else draft.number, draft.place, draft.date, kind, title,
        tuple(draft.addressees), draft.signer, ", ".join(draft.posts), tuple(draft.recipients), tuple(draft.blanks),
    )  # fmt: skip
    return head, margin, end


def _blank_symbol(draft: _Draft) -> str:
    return draft.number


def _read_head(pieces: Sequence[Paragraph | Grid], draft: _Draft, margin: Margin) -> int:
    state = "names"
    for i, piece in enumerate(pieces[:_HEAD_PIECES]):
        if isinstance(piece, Grid):
            lines = _layout_lines(piece)
            if state == "title" or not any(_MOTTO.search(t) or _NUMBER.search(t) for t, _ in lines):
                return i
            for text, bold in lines:
                _take_head_line(text, bold, draft)
            margin.lines[i] = [(BlockKind.LETTERHEAD, text) for text, _ in lines]
            continue
        text = piece.text
        if _RULE.fullmatch(text):
            margin.kinds[i] = BlockKind.LETTERHEAD
            continue
        kind = next((k for k in KINDS if text == k or re.match(re.escape(k) + r"(?:\s|:|$)", text)), "")
        if kind and not draft.kind and state in ("names", "title"):
            draft.kind = kind
            rest = text[len(kind) :].strip(" :")
            if rest:
                draft.title.append(rest)
            margin.kinds[i] = BlockKind.TITLE
            state = "title"
        elif to := _TO.match(text):
            _take_addressees(to["who"], draft)
            margin.kinds[i] = BlockKind.LETTERHEAD
            state = "addressees"
        elif state == "addressees":
            if not re.match(r"[-–+•]\s*\S", text) or len(text) > 160:
                return i
            _take_addressees(text, draft)
            margin.kinds[i] = BlockKind.LETTERHEAD
        elif state == "names" and _take_head_line(text, piece.bold, draft):
            margin.kinds[i] = BlockKind.LETTERHEAD
        elif _is_title(pieces, i, state, draft):
            draft.title.append(text)
            margin.kinds[i] = BlockKind.TITLE
            state = "title"
        elif state == "title" and (text.startswith("(") and text.endswith(")")):
            margin.kinds[i] = BlockKind.LETTERHEAD
        else:
            return i
    return min(len(pieces), _HEAD_PIECES)


def _layout_lines(grid: Grid) -> list[tuple[str, bool]]:
    lines = []
    for cell in sorted(grid.cells, key=lambda c: (c.row, c.column)):
        lines += [(" ".join(line.split()), cell.bold) for line in cell.text.split("\n") if line.strip()]
    return lines


def _take_head_line(text: str, bold: bool, draft: _Draft) -> bool:
    """Whether a line is part of the letterhead; what it gives goes into the draft. Columns may be run together."""
    rest, found = _MOTTO.subn(" ", text)
    taken = bool(found)
    about = _ABOUT.search(rest)
    if about:
        draft.about = about["about"].strip()
        rest, taken = rest[: about.start()], True
    if number := _NUMBER.search(rest) or _BARE_NUMBER.search(rest):
        digits = re.sub(r"[^\d]", "", number["digits"])
        symbol = re.sub(r"\s", "", number.groupdict().get("symbol") or "").replace("–", "-")
        draft.number = digits + symbol
        if not digits:
            draft.blanks.append("number")
        rest, taken = rest[: number.start()] + rest[number.end() :], True
    if date := _DATE.search(rest):
        draft.place = date["place"].strip()
        parts = [date[k].strip("._… ") for k in "dmy"]
        if all(p.isdigit() for p in parts) and len(parts[2]) == 4:
            draft.date = f"{parts[2]}-{int(parts[1]):02}-{int(parts[0]):02}"
        else:
            draft.blanks.append("date")
        rest, taken = rest[: date.start()] + rest[date.end() :], True
    rest = rest.strip(" _-–—*.")
    letters = [c for c in rest if c.isalpha()]
    if len(letters) >= 4 and all(c.isupper() for c in letters) and len(rest) < 110 and rest not in KINDS:
        if number_of(rest):
            return taken
        draft.names.append((rest, bold))
        return True
    return taken


def _is_title(pieces: Sequence[Paragraph | Grid], i: int, state: str, draft: _Draft) -> bool:
    p = pieces[i]
    if not isinstance(p, Paragraph) or len(p.text) > 400 or re.match(r"Căn cứ|Thực hiện\b.*[,.;]$", p.text):
        return False
    if number_of(p.text) or re.match(r"[-–+•]\s", p.text) or p.text.startswith("("):
        return False
    if state == "title" and draft.kind:
        if not draft.title and len(p.text) < 300 and not p.text.endswith((".", ":", ";")):
            return True
        return (p.bold or p.centered) and not p.text.endswith((".", ":", ";"))
    if state == "title":
        return (p.bold or p.centered) and not p.text.endswith((".", ":", ";"))
    if p.text.endswith((".", ":", ";", ",")):
        return False
    # No kind was printed: a short line that stands before the addressees or the first heading is the title.
    if p.bold and p.centered and len(p.text) < 300:
        return True
    following = next((q for q in pieces[i + 1 : i + 3] if isinstance(q, Paragraph)), None)
    return (
        len(p.text) < 250 and following is not None and bool(_TO.match(following.text) or (i == 0 and not draft.names))
    )


def _take_addressees(text: str, draft: _Draft) -> None:
    for part in re.split(r"\n|;\s*(?=[-–+]|$)|(?:^|\s)[-–+]\s", text):
        name = part.strip(" -–+;.:")
        if name:
            draft.addressees.append(name)


def _bodies(names: list[tuple[str, bool]]) -> tuple[str, str]:
    """Superior and issuing body; a body's name may run over two lines, and its own lines are the bold ones."""
    joined: list[tuple[str, bool]] = []
    for text, bold in names:
        if joined and _UNIT_LINE.match(text) and _BODY_OPEN.fullmatch(joined[-1][0]):
            joined[-1] = (f"{joined[-1][0]} {text}", joined[-1][1] or bold)
        elif joined and bold and joined[-1][1] and any(not b for _, b in joined):
            joined[-1] = (f"{joined[-1][0]} {text}", True)
        else:
            joined.append((text, bold))
    if not joined:
        return "", ""
    if len(joined) == 1:
        return "", joined[0][0]
    return joined[0][0], " ".join(text for text, _ in joined[1:])


def _read_foot(pieces: Sequence[Paragraph | Grid], start: int, draft: _Draft, margin: Margin) -> int:
    """Reads the signature and the recipients; gives the number of the piece after them."""
    first = _foot_start(pieces, start)
    if first is None:
        return len(pieces)
    state = BlockKind.SIGNATURE
    i = first
    while i < len(pieces):
        piece = pieces[i]
        if isinstance(piece, Grid):
            columns = _foot_columns(piece)
            if columns is None:
                break
            margin.lines[i] = []
            for cell in columns:
                kind = BlockKind.SIGNATURE
                for line in cell:
                    kind = _take_foot_line(line, kind, draft)
                    margin.lines[i].append((kind, line))
            i += 1
            continue
        if i > first and (appendix_of(piece, after_signature=True) or len(piece.text) > 220 or number_of(piece.text)):
            break
        listed = re.match(r"[-–+•*]\s?\S", piece.text) is not None
        if listed and any(k is BlockKind.RECIPIENTS for k in margin.kinds.values()):
            state = BlockKind.RECIPIENTS
        if piece.text[:1].islower() and len(piece.text) < 60 and draft.recipients:
            # The other column's lines came between the two lines of one recipient.
            draft.recipients[-1] += f" {piece.text.rstrip(' ;.')}"
            margin.kinds[i] = BlockKind.RECIPIENTS
            i += 1
            continue
        if i > first and state is BlockKind.SIGNATURE and not _foot_line(piece.text):
            break
        if (
            i > first
            and state is BlockKind.RECIPIENTS
            and not (listed or _foot_line(piece.text) or len(piece.text) < 60)
        ):
            break
        state = _take_foot_line(piece.text, state, draft)
        margin.kinds[i] = state
        i += 1
    return i


def _foot_start(pieces: Sequence[Paragraph | Grid], start: int) -> int | None:
    for i in range(start, len(pieces)):
        piece = pieces[i]
        if isinstance(piece, Grid):
            if len(piece.cells) <= 12 and any(_RECIPIENTS.search(c.text) for c in piece.cells):
                return i
        elif _RECIPIENTS.match(piece.text) or (_POWER.match(piece.text) and len(piece.text) < 120):
            while i > start and _is_lone_post(pieces[i - 1]):
                i -= 1
            return i
        elif _is_lone_post(piece) and i + 1 < len(pieces) and i > len(pieces) * 0.5:
            following = pieces[i + 1]
            if isinstance(following, Paragraph) and (
                _NAME.fullmatch(following.text) or _RECIPIENTS.match(following.text)
            ):
                return i
    return None


def _is_lone_post(piece: Paragraph | Grid) -> bool:
    return isinstance(piece, Paragraph) and len(piece.text) < 60 and bool(_POST.fullmatch(piece.text))


def _foot_line(text: str) -> bool:
    return bool(
        _RECIPIENTS.match(text) or _POWER.match(text) or _POST.fullmatch(text) or _NAME.fullmatch(text)
        or _RULE.fullmatch(text) or re.match(r"\(?(?:Đã ký|Ký tên|Chữ ký|Ký bởi|Người ký|Signed)", text, re.I)
        or (len(text) < 60 and text.isupper())
    )  # fmt: skip


def _foot_columns(grid: Grid) -> list[list[str]] | None:
    texts = [c.text for c in grid.cells]
    if len(texts) > 12 or not any(_RECIPIENTS.search(t) or _POWER.search(t) or _POST.search(t) for t in texts):
        return None
    return [[" ".join(x.split()) for x in t.split("\n") if x.strip()] for t in texts if t.strip()]


def _take_foot_line(text: str, state: BlockKind, draft: _Draft) -> BlockKind:
    """What a line of the foot is; a line that holds both columns is taken apart for the draft."""
    found = _RECIPIENTS.match(text)
    if found:
        state = BlockKind.RECIPIENTS
        text = text[found.end() :].strip()
    power = _POWER.search(text)
    if power and (power.start() == 0 or state is BlockKind.RECIPIENTS):
        draft.posts.append(text[power.start() :].strip())
        text = text[: power.start()].strip()
        if not text:
            return BlockKind.SIGNATURE if not found else state
    elif _POST.fullmatch(text):
        draft.posts.append(text)
        return BlockKind.SIGNATURE
    elif _NAME.fullmatch(text):
        draft.signer = draft.signer or text
        return BlockKind.SIGNATURE
    if state is BlockKind.RECIPIENTS:
        for part in re.split(r"^\s*[-–+*]\s*|;\s*[-–+*]\s", text):
            name = part.strip(" -–+;.*")
            if name:
                draft.recipients.append(name)
    return state

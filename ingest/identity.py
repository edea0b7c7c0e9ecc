"""What a report is as a whole: title, kind, issuer, place, period; by its letterhead or, that lost, by its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.flow import Grid, Paragraph
from ingest.language.fold import fold
from ingest.language.letters import LOWER, UPPER
from ingest.language.periods import periods
from ingest.report import Letterhead

_LEVEL = r"(?:[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)"
_PROPER = r"[" + UPPER + r"][" + LOWER + r"]+(?:\s[" + UPPER + r"][" + LOWER + r"]+){0,3}"
_PLACE = re.compile(rf"(?P<level>{_LEVEL})\s+(?P<name>{_PROPER}|\d{{1,2}}\b)")
_PLACE_CAPS = re.compile(
    r"(?<!\w)(?P<level>TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s+(?P<name>["
    + UPPER
    + r"0-9]["
    + UPPER
    + r"0-9\s'-]*)$"
)
_OF_BODY = re.compile(
    rf"(?P<body>(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+(?P<level>{_LEVEL}))(?:\s+(?P<name>{_PROPER}))?"
)
_KINDS: tuple[tuple[str, str], ...] = (
    ("dan-van", "dan van"),
    ("de-an-06", "de an 06|de an so 06|06/cp|du lieu dan cu, dinh danh"),
    ("kntc", "khieu nai, to cao|tiep cong dan|don thu|phong, chong tham nhung"),
    ("dan-chu", "quy che dan chu|dan chu o co so|dan chu co so"),
    ("cchc", "cai cach hanh chinh|cchc|thu tuc hanh chinh|chi so hai long|par index|cai cach thu tuc"),
    ("chuyen-doi-so", "chuyen doi so"),
    ("kt-xh", "kinh te - xa hoi|kinh te xa hoi"),
)
_OFFICE = (
    r"(?:sở|phòng|ban|bộ|cục|chi cục|văn phòng|thanh tra|trung tâm|công an|tòa án|viện|hội|liên đoàn"
    r"|đảng ủy|huyện ủy|tỉnh ủy|thành ủy)"
)


@dataclass(frozen=True, slots=True)
class Identity:
    """The fields of a Report that speak of it as a whole; "" where nothing tells."""

    title: str
    kind: str
    issuer: str
    place: str
    period: str


def identify(head: Letterhead, pieces: Sequence[Paragraph | Grid]) -> Identity:
    """Who the report is by and about, and when it is of."""
    texts = [p.text for p in pieces if isinstance(p, Paragraph)]
    title = head.title
    if title[:1].islower() and head.kind:
        title = f"{head.kind.capitalize()} {title}"
    place = _place(head, texts)
    return Identity(
        title, _kind(title, texts), _issuer(head, place, texts), place, _period(head, title, texts, _lines(pieces))
    )


def _kind(title: str, texts: Sequence[str]) -> str:
    for source in (title, " ".join(texts[:6])):
        bare = fold(source)
        hits = [(m.start(), slug) for slug, words in _KINDS if (m := re.search(words, bare))]
        if hits:
            return min(hits)[1]
    return "khac"


def _place(head: Letterhead, texts: Sequence[str]) -> str:
    for body in (head.issuer, head.superior):
        if m := _PLACE_CAPS.search(body):
            level = "thành phố" if m["level"].startswith("TP") else m["level"].lower()
            return f"{level} {_proper(m['name'])}"
        if m := _PLACE.search(body):
            return f"{m['level'].lower()} {m['name']}"
    for text in reversed(texts):
        if re.match(r"Trên đây", text) and (found := list(_PLACE.finditer(text))):
            return f"{found[-1]['level'].lower()} {found[-1]['name']}"
    level = next((m["level"].lower() for t in texts[:12] if (m := _OF_BODY.search(t))), "")
    if head.place and level:
        return f"{level} {head.place}"
    named = Counter(
        f"{m['level'].lower()} {m['name']}"
        for t in texts
        for m in _PLACE.finditer(t)
        if not level or m["level"].lower() == level
    )
    return named.most_common(1)[0][0] if named else ""


def _issuer(head: Letterhead, place: str, texts: Sequence[str]) -> str:
    if head.issuer:
        return _sentence_case(head.issuer)
    for text in [t for t in reversed(texts) if t.startswith("Trên đây")] + list(texts[:12]):
        for m in _OF_BODY.finditer(text):
            level = m["level"].lower()
            if m["name"]:
                return f"Ủy ban nhân dân {level} {m['name']}"
            if place.startswith(level):
                return f"Ủy ban nhân dân {place}"
    return ""


def _sentence_case(name: str) -> str:
    """A body's name as a sentence writes it: "ỦY BAN NHÂN DÂN HUYỆN TÂN LỘC" gives "Ủy ban nhân dân huyện Tân Lộc"."""
    if not name.isupper():
        return name
    lower = re.sub(r"^ubnd\b", "ủy ban nhân dân", name.lower()).replace("uỷ ban", "ủy ban")
    if m := _PLACE_CAPS.search(name):
        tail = len(name) - m.start("name")
        lower = lower[: len(lower) - tail] + _proper(m["name"])
    lower = re.sub(rf"^({_OFFICE})\s+(\w)", lambda f: f"{f[1]} {f[2].upper()}" if "ủy" not in f[1] else f[0], lower)
    return lower[:1].upper() + lower[1:]


def _proper(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in name.split())


_DATE_LINE = re.compile(r"ngày[\s.…]*(?:\d{1,2})?[\s.…]*tháng\s+(?P<month>0?[1-9]|1[0-2])\s+năm\s+(?P<year>\d{4})\s*$")


def _lines(pieces: Sequence[Paragraph | Grid]) -> list[str]:
    """The lines of the first pieces, those of a letterhead set as a table included."""
    cells = [p.text if isinstance(p, Paragraph) else "\n".join(c.text for c in p.cells) for p in pieces[:12]]
    return "\n".join(cells).split("\n")


def _period(head: Letterhead, title: str, texts: Sequence[str], lines: Sequence[str]) -> str:
    year = head.date[:4]
    opening = next((t for t in texts if re.search(r"báo cáo", t, re.I) and len(t) < 700 and t != title), "")
    closing = next((t for t in reversed(texts) if t.startswith("Trên đây")), "")
    for source in (title, closing, opening):
        plain = re.sub(r"(?:Đề án|đề án|ĐỀ ÁN)\s+(?:số\s+)?\d+", " ", source)  # "Đề án 06 tháng 3" is of March
        found = [p.period for p in periods(plain, year) if "/" not in p.period and len(p.period) < 10]
        narrow = [p for p in found if len(p) > 4 and not re.fullmatch(r"\d{4}-\d{4}", p)]
        if found:
            return (narrow or found)[0]
    if not year and (dated := next((m for t in lines if (m := _DATE_LINE.search(t))), None)):
        return f"{dated['year']}-{int(dated['month']):02d}"
    return year

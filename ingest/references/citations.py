"""One numbered citation: the type before the number; the date, issuer and subject after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.language.dates import DateSpan, dates
from ingest.language.fold import fold
from ingest.references.doctypes import LETTER, NAME_PATTERN, by_abbreviation, canonical
from ingest.references.issuers import PLACE_HEADS, issuer_after, issuer_before
from ingest.references.numbers import DocumentNumber, NumberSpan, Series, find_numbers
from ingest.references.subjects import read_subject

_SO = re.compile(r"\s*,?\s*(?:van ban\s+)?so\s*:?\s*$")
_TYPE = re.compile(rf"(?<!\w)(?P<type>{NAME_PATTERN})(?P<more>(?:\s+(?:[a-z0-9\-]+)){{0,4}}?)\s*$")
_LIST = re.compile(r"^[\s,;.]*(?:va|cung|hoac)?[\s,]*$")
_BARE = re.compile(
    rf"(?<!\w)(?P<type>{NAME_PATTERN})\s+(?P<so>so\s*:?\s*)?(?P<number>\d{{1,5}}[a-z]?)(?:/(?P<year>(?:19|"
    rf"20)\d\d|cp))?(?![\w/,.]*\d)(?!\s?[/%]\s?\w)(?!\w)"
)
_OFTEN_SHORT = frozenset(
    {
        "Nghị quyết",
        "Chỉ thị",
        "Đề án",
        "Kết luận",
        "Nghị định",
        "Quyết định",
        "Thông tư",
        "Kế hoạch",
        "Công văn",
        "Công điện",
    }
)
_JOINED = re.compile(r"\s*(?:,|;|và|cùng)\s*(?:số\s*)?")
_NO_NUMBER_AFTER = re.compile(
    r"\s*(?:van ban|thu tuc|don|ho so|truong hop|luot|nguoi|cuoc|nam|thang|ngay|quy|nhiem vu|chi tieu|muc|"
    r"noi dung|ky|giai doan|%|trieu|ty|dong)\b"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as cited in one place. Offsets are of the text it was read from; `number` None for a short form.

    `short` is the number as printed where no symbol follows ("Nghị quyết 57"); `typed` tells that the type stands in
    words; `blank` that the number was left open; `issued_by` is where an issuer named after the number ends; `shared`
    that its date stands once for a list of numbers, behind the last.
    """

    start: int
    end: int
    type: str
    number: DocumentNumber | None
    short: str = ""
    typed: bool = False
    date: str = ""
    dated: bool = False
    issuer: str = ""
    subject: str = ""
    purpose: str = ""
    blank: bool = False
    issued_by: int = 0
    shared: bool = False


def read_citations(text: str) -> list[Citation]:
    """Every numbered citation of one block's text, in order, short forms ("Nghị quyết 57") included."""
    spans = find_numbers(text)
    days = dates(text)
    folded = fold(text)
    short = [s for s in _short_spans(text, folded, spans, days)]
    heads = sorted(
        [(s.start, s.end, s, "") for s in spans] + [(e, f, None, n) for _, e, f, n, _ in short], key=lambda h: h[0]
    )
    kinds = {e: (b, t) for b, e, _, _, t in short}
    out: list[Citation] = []
    starts = [_type_start(text, folded, h[0], out, kinds) for h in heads]
    previous: Citation | None = None
    lister: Citation | None = None
    for index, (_, end, span, bare) in enumerate(heads):
        begin, kind, typed = starts[index]
        number = span.number if span else None
        if (
            previous
            and not typed
            and not kind
            and number
            and not number.type
            and _LIST.match(folded[previous.end : begin])
        ):
            kind = previous.type
        if number and (not kind or kind == "Văn bản"):
            kind = number.type_name
        blank = span is not None and span.number is None
        if blank and span is not None:
            bare = _open_number(text[span.start : span.end])
            kind = kind if kind and kind != "Văn bản" else _open_type(bare)
        citation = Citation(begin, end, kind, number, bare, typed, blank=blank)
        if lister is None or begin >= lister.issued_by:
            citation = _read_around(text, folded, days, citation, lister)
        out.append(citation)
        previous = citation
        if lister is None or citation.start >= lister.end:
            lister = citation
    return _with_shared_dates(text, out)


def _with_shared_dates(text: str, found: list[Citation]) -> list[Citation]:
    """The citations, those of a list ("Quyết định số 12/QĐ-UBND và 13/QĐ-UBND ngày …") with its one date."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        c, after = out[i], out[i + 1]
        if c.dated or c.subject or c.number is None or after.number is None or after.typed or not after.date:
            continue
        alike = (c.number.type, c.number.party, c.type) == (after.number.type, after.number.party, after.type)
        if alike and _JOINED.fullmatch(text[c.end : after.start]):
            issuer = c.issuer or after.issuer
            out[i] = replace(
                c, end=after.end, date=after.date, dated=True, issuer=issuer, subject=after.subject, shared=True
            )
    return out


def _read_around(text: str, folded: str, days: list[DateSpan], c: Citation, lister: Citation | None) -> Citation:
    """The citation with the date, issuer, subject and purpose that the words around it give.

    `lister` is the last citation that is not part of another: a list ("ban hành Kế hoạch A …; Kế hoạch B …") has one
    issuer for all.
    """
    day, cursor = _date_at(folded, days, c.end)
    issuer, after = issuer_after(text, cursor, len(text))
    if c.short and not c.blank and re.match(PLACE_HEADS, issuer):
        # "Tổ công tác Đề án 06 của xã": the village is not who issued the scheme.
        issuer, after = "", cursor
    if issuer:
        cursor = after
        if day is None:
            day, cursor = _date_at(folded, days, cursor)
    issued_by = cursor
    gap = text[lister.end : c.start] if lister and lister.end <= c.start else None
    listed = gap is not None and re.fullmatch(r"[\s,;]*(?:và|cùng)?\s*|[^.]*;\s*", gap) is not None
    before = (
        "" if c.short and not c.blank else issuer_before(text, c.start, lister.end if gap is not None and lister else 0)
    )
    loose = day is not None and (bool(before) or listed or c.start == 0)
    law = c.number is not None and c.number.series is Series.LEGISLATION
    subject = read_subject(text, cursor, len(text), law=law, loose=loose)
    if day is None and before:
        earlier = [d for d in days if d.end <= c.start and c.start - d.end < 75 and folded.startswith("ngay", d.start)]
        if earlier and not re.search(r"[.;]", text[earlier[-1].end : c.start]):
            day = earlier[-1]
    if not issuer:
        issuer = before or (lister.issuer if listed and lister and _same_series(lister, c.number) else "")
    return replace(
        c,
        end=subject.end if subject else cursor,
        date=day.iso if day else "",
        dated=day is not None,
        issuer=issuer,
        subject=subject.text if subject else "",
        purpose=subject.purpose if subject else "",
        issued_by=issued_by,
    )


def _open_number(words: str) -> str:
    """What is printed of a number that was left open: "/UBND-NV"."""
    at = min((i for i in (words.find("/"), words.find("-")) if i >= 0), default=0)
    return re.sub(r"\s+", "", words[at:])


def _open_type(symbol: str) -> str:
    return by_abbreviation(re.split(r"[/-]", symbol.lstrip("/-"))[0], symbol.startswith("-")) or LETTER


def _same_series(previous: Citation, number: DocumentNumber | None) -> bool:
    return bool(
        previous.number and number and previous.number.bodies == number.bodies and previous.number.party == number.party
    )


def _date_at(folded: str, days: list[DateSpan], at: int) -> tuple[DateSpan | None, int]:
    """The date that follows at once, a comma or bracket between at most, and where it ends."""
    for day in days:
        if day.start >= at:
            if re.fullmatch(r"\s*[,(]?\s*(?:ban hanh\s+|ky\s+)?", folded[at : day.start]):
                end = day.end
                if folded[at : day.start].rstrip().endswith("(") and folded[end : end + 1] == ")":
                    end += 1
                return day, end
            break
    return None, at


def _type_start(
    text: str, folded: str, at: int, out: list[Citation], kinds: dict[int, tuple[int, str]]
) -> tuple[int, str, bool]:
    """Where a citation begins, its type in words ("" if none stands there), and whether one does."""
    if at in kinds:
        return kinds[at][0], kinds[at][1], True
    floor = max(0, at - 90)
    before = folded[floor:at]
    so = _SO.search(before)
    cut = so.start() if so else len(before.rstrip())
    m = _TYPE.search(before[:cut])
    if m and (not m["more"].strip() or (so and not re.search(r"\d", m["more"]))):
        # Names may nest ("Kế hoạch thực hiện Quyết định số …"): the one nearest to the number is the number's own.
        last = list(re.finditer(rf"(?<!\w){NAME_PATTERN}(?!\w)", before[:cut]))[-1]
        return floor + last.start(), canonical(last[0]), True
    word = re.search(r"so\s*:?\s*$", before) if so else None
    return (floor + word.start() if word else at), "", False


def _short_spans(
    text: str, folded: str, spans: list[NumberSpan], days: list[DateSpan]
) -> list[tuple[int, int, int, str, str]]:
    """Short forms: (start of the type, start and end of the number, number, type)."""
    out = []
    for m in _BARE.finditer(folded):
        at, end = m.start("number"), m.end("year") if m["year"] else m.end("number")
        kind = canonical(m["type"])
        number = text[at:end]
        if m["year"] == "cp" and kind != "Đề án":
            continue
        if any(s.start <= at < s.end for s in spans) or any(d.start <= at < d.end for d in days):
            continue
        if not text[m.start()].isupper() or _NO_NUMBER_AFTER.match(folded[end:]):
            continue
        if not m["so"] and (kind not in _OFTEN_SHORT or (len(number) == 4 and number[:2] in ("19", "20"))):
            continue
        if (
            m["so"] is None
            and not m["year"]
            and kind in ("Quyết định", "Kế hoạch", "Công văn", "Thông tư", "Công điện")
            and len(number) < 3
        ):
            continue
        out.append((m.start(), at, end, number, kind))
    return out

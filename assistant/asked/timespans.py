"""The periods a question names: those said in full, and those said in short ("tháng 1, 2 và 3/2026").

A report says its periods in full, so `ingest.language.periods` reads no others; a question leans on what was said
before it and on what the store holds.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.period_values import bounds
from ingest.language.periods import PeriodSpan, periods, year_of

MOST = 36  # periods that one range may stand for
_NAMES = {name: n for n, name in enumerate(month_name) if name}
_LIST = re.compile(
    r"\b(?P<word>thang|quy) (?P<list>(?:\d{1,2}|iv|i{1,3})"
    r"(?:\s?(?:,|va|&|-)\s?(?:(?:thang|quy) )?(?:\d{1,2}|iv|i{1,3})\b)*)"
    r"(?!\s?[\d/.]*\d{4}\s?/)(?:(?:\s?/\s?|\s+nam\s+)(?P<year>(?:19|20)\d{2}))?"
)
_BARE = re.compile(
    r"(?:\b(?:tu|den|toi|va|thang|from|to|and|between)|,)\s+(?P<m>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d{2})(?![\d/])"
)
_DAY = re.compile(r"\b(?:ngay|hom) (?P<d>0?[1-9]|[12]\d|3[01])/(?P<m>0?[1-9]|1[0-2])(?![\d/])")
_FIRST_DAY = re.compile(  # "từ 04/9 đến 18/9/2025": the day, and the year that the last one is of
    r"\b(?:tu|giua|from|between)\s+(?P<d>0?[1-9]|[12]\d|3[01])/(?P<m>0?[1-9]|1[0-2])\s+(?:den|toi|va|to|and)\s+"
    r"(?:ngay\s+)?\d{1,2}/\d{1,2}/(?P<y>(?:19|20)\d{2})(?!\d)"
)
_FIRST_DAY_EN = re.compile(  # "between 6 and 27 November 2025", "from 6 October to 27 November 2025"
    rf"\b(?:from|between)\s+(?:the\s+)?(?P<d>0?[1-9]|[12]\d|3[01])(?:\s+(?P<own>{'|'.join(_NAMES)}))?\s+"
    rf"(?:to|and|until)\s+(?:the\s+)?\d{{1,2}}\s+(?P<last>{'|'.join(_NAMES)})\s+(?P<y>(?:19|20)\d{{2}})\b",
    re.IGNORECASE,
)
_DAY_OF = re.compile(
    r"\b(?:ngay|hom) (?:mung |mong )?(?P<d>0?[1-9]|[12]\d|3[01])\b(?!\s?(?:[/.-]\s?\d|thang\b|%|nguoi\b))"
)
_YEAR_IN_SHORT = re.compile(r"\b(?P<word>[Nn](?:ăm|am))\s(?P<y>[1-3]\d)\b(?!\s?%|[.,/-]?\d)")
_COUNTED = re.compile(  # what stands behind a number that counts
    r" (?:ho|nguoi|don|vu|luot|cuoc|lop|doan|dot|lan|xa|ap|khom|phuong|thon|huyen|can|cong|van ban|ke hoach|nhiem vu|"
    r"chi tieu|chi tiet|du an|de tai|mo hinh|co quan|to chuc|truong|tram|con|cai|cay|chiec|bo|tan|kg|m2|km|ha|met|dong|"
    r"nghin|trieu|ty|ngay|thang|nam|tuan|quy|gio|diem|tieu|hop tac|doanh nghiep|san pham|dang vien|hoi vien|hoc)\b"
)
_NAME = guarded(rf"\b(?P<name>{'|'.join(_NAMES)})\b(?!\s+\d{{1,2}}(?:,|\s+(?:19|20)))")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COUNTS = {"ba": 3, "sau": 6, "chin": 9, "three": 3, "six": 6, "nine": 9}
_COUNTS |= {"hai": 2, "bon": 4, "nam": 5, "bay": 7, "tam": 8, "muoi": 10, "muoi mot": 11}
_COUNTS |= {"two": 2, "four": 4, "five": 5, "seven": 7, "eight": 8, "ten": 10, "eleven": 11}
_STRETCH = re.compile(  # a part of a year in short: "hết 6 tháng", "nửa đầu năm", "the first nine months", "H1 2024"
    r"\b(?:(?P<n>0?[1-9]|1[01]|ba|sau|chin|(?:hai|bon|nam|bay|tam|muoi mot|muoi)(?= thang dau nam\b)) thang"
    r"(?P<from> dau(?: nam)?\b)?"
    r"(?!\s?(?:/|qua\b|gan\b|truoc\b|moi\b|mot\b))|"
    r"nua (?P<vi>dau|cuoi) nam|"
    r"(?P<first>first |initial )?"
    r"(?P<en>three|six|nine|[369]|(?<=first )(?:two|four|five|seven|eight|ten|eleven|[24578]))[- ]months?(?: period)?|"
    r"(?P<half>(?:first|second|1st|2nd)(?=[- ]half)|h[12])(?:[- ]half)?(?:[- ]year)?|"
    r"(?P<quarter>first|second|third|fourth|last|1st|2nd|3rd|4th)[- ]quarter|q(?P<q>[1-4])|"
    r"(?P<all>ca nam|tron nam|(?:full|whole|entire) year))\b"
    r"(?P<at>(?:,? (?:of )?| nam | of the year )(?P<year>20\d\d)(?![\d/]))?"
)
_STANDS = re.compile(r"(?:^|\b(?:het|den|toi|trong|con|thi|ky|cua|sau|va|the|la|and|the|in|for|by|about|of|over))\W*$")
_SET = re.compile(r"\b(?:(?:which|any|all|each) of|among|between|those|these|both|ca)(?: the)?\W*$")
_ONE_OF_THEM = re.compile(r"\W*(?:do |nay |tren )?\W*thang nao\b")
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_GATHERS = re.compile(
    r"\b(?:tong|cong|trung binh|binh quan|(?:cao|thap|nhieu|it|lon|nho|tot|kem)(?:[ ,]+\w+){0,14} nhat|"
    r"(?:thang|quy) nao|"
    r"(?:bao nhieu|may|nhung|cac|tung|moi) (?:thang|quy)|dien bien|xu huong|qua cac (?:thang|quy|ky)|"
    r"theo (?:thang|quy)|liet ke|thong ke)\b|"
    r"\b(?:develop(?:ed)?|evolved?|month by month|trend)\b|"
    r"\b(?:total|sum|average|mean|highest|lowest|most|least|fewest|largest|smallest|altogether|across|"
    r"all told|in all|combined|"
    r"(?:which|each|every|how many) (?:months?|quarters?)|best|worst|(?:over|across) (?:exactly )?the)\b"
)
_BESIDE = re.compile(
    r"\b(?:truoc do (?:mot|1) (?:nam|thang|quy)|(?:mot|1) (?:nam|thang|quy) truoc do|"
    r"(?:nam|thang|quy) (?:lien )?truoc do|(?:nam|thang|quy) lien (?:truoc|ke truoc)|"
    r"the (?:year|month|quarter) before(?: that)?|"
    r"(?:a|one) (?:year|month|quarter) (?:earlier|before that))\b|"
    r"\b(?P<later>sau do (?:mot|1) (?:nam|thang|quy)|(?:mot|1) (?:nam|thang|quy) sau do|"
    r"(?:nam|thang|quy) (?:lien )?sau do|"
    r"(?:thang|quy|nam) (?:ke tiep|tiep theo|lien ke|ke sau|lien sau|sau(?= thi\b| la\b|\W*$))|"
    r"the (?:year|month|quarter) after(?: that)?|the (?:following|next|subsequent) (?:year|month|quarter)|"
    r"(?:a|one) (?:year|month|quarter) later)\b"
)  # the period beside the one that the conversation is about
_AND_BEFORE = re.compile(  # "tháng 5 và tháng liền trước": of two months
    r"\b(?:va|lan|cung|and) (?P<at>(?:cua )?(?:thang|quy) (?:lien |ke |lien ke )?truoc(?: do)?|"
    r"(?:of )?the (?:month|quarter) before(?: that| it)?|the (?:previous|preceding) (?:month|quarter))\b"
)
_FROM_TO = re.compile(r"\b(?:tu|from|between|giua)\b[^,;?]{0,24}$")
_TO = re.compile(r"^\W*(?:den|toi|to|through|until|till|and|va|-|–)(?: het)?(?: (?:bao cao|report|thang|quy))?\W*$")
_UP_TO = re.compile(
    r"^\W*(?:den|toi|to|through|until|till|-|–)(?: het)?(?: (?:thang|quy))?\W*$"
)  # a range without "từ" before it
WHOLE = "whole"  # the year itself, where a part of it was spoken of before
YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_PARTS = ((_MONTH, 12, "{}-{:02}"), (_QUARTER, 4, "{}-Q{}"))


def spans_of(text: str, base: str = "", held: Sequence[str] = ()) -> list[PeriodSpan]:
    """The periods of a question, in order. A day, month or quarter without a year is of the year said with it, else of
    the year of `base` (the period the conversation is about), else of the newest of the periods `held` by the store."""
    said = _years_apart(text, _within(text, list(periods(text))))
    taken = [(s.start, s.end) for s in said]

    def free(start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b in taken)

    short: list[tuple[int, int, str, str]] = []  # start, end, the period within its year, the year where it is said
    folded = fold(text)
    for m in _DAY.finditer(folded):
        if free(*m.span()):
            short.append((*m.span(), f"{int(m['m']):02}-{int(m['d']):02}", ""))
            taken.append(m.span())
    for m in _FIRST_DAY.finditer(folded):
        if free(m.start("d"), m.end("m")):
            short.append((m.start("d"), m.end("m"), f"{int(m['m']):02}-{int(m['d']):02}", m["y"]))
            taken.append((m.start("d"), m.end("m")))
    for m in _FIRST_DAY_EN.finditer(text):
        end = m.end("own") if m["own"] else m.end("d")
        if free(m.start("d"), end):
            named = _NAMES[(m["own"] or m["last"]).title()]
            short.append((m.start("d"), end, f"{named:02}-{int(m['d']):02}", m["y"]))
            taken.append((m.start("d"), end))
    months = {s.period for s in said if _MONTH.fullmatch(s.period)}
    if len(months) == 1:  # "trong tháng 9/2025, từ ngày 4 đến ngày 18"
        year, month = next(iter(months)).split("-")
        for m in _DAY_OF.finditer(folded):
            if free(*m.span()):
                short.append((*m.span(), f"{month}-{int(m['d']):02}", year))
                taken.append(m.span())
    for m in _BARE.finditer(folded):
        if free(m.start("m"), m.end()):
            short.append((m.start("m"), m.end(), f"{int(m['m']):02}", m["y"]))
            taken.append((m.start("m"), m.end()))
    for m in _LIST.finditer(folded):
        for n in re.finditer(r"\d{1,2}|iv|i{1,3}", m["list"]):
            start, end = m.start("list") + n.start(), m.start("list") + n.end()
            number = _ROMAN.get(n[0]) or int(n[0])
            if free(start, end) and 1 <= number <= (12 if m["word"] == "thang" else 4):
                short.append((start, end, f"{number:02}" if m["word"] == "thang" else f"Q{number}", m["year"] or ""))
                taken.append((start, end))
    for m in _STRETCH.finditer(folded):
        part, inside = _part_of(m), [s for s in said if m.start() <= s.start and s.end <= m.end() and m["year"]]
        bare = not (m["from"] or m["first"] or m["vi"] or m["half"] or m["quarter"] or m["q"] or m["year"])
        if not part or (bare and not (base and _STANDS.search(folded[: m.start()]))):
            continue  # "6 tháng" may be a term as well
        if bare and (_SET.search(folded[: m.start()]) or _ONE_OF_THEM.match(folded[m.end() :])):
            continue  # "which of the three months", "trong ba tháng, tháng nào": the months spoken of
        for span in inside:
            said.remove(span)
            taken.remove((span.start, span.end))
        if free(*m.span()):
            short.append((*m.span(), part, m["year"] or ""))
            taken.append(m.span())
    for m in _NAME.finditer(text):
        if free(*m.span()):
            short.append((*m.span(), f"{_NAMES[m['name']]:02}", ""))
            taken.append(m.span())
    found = [*said]
    years = [year or _year(start, said, part, base, held) for start, _, part, year in short]
    beside = next(filter(None, years), "")  # "báo cáo tháng 3 giao việc gì cho tháng 4": of one year
    for (start, end, part, year), known in zip(short, years, strict=True):
        if resolved := known or beside:
            whole = resolved if part == WHOLE else f"{resolved}-{part}"
            found.append(PeriodSpan(start, end, whole, relative=not year))
    if not found and base:
        found = [
            PeriodSpan(m.start(), m.end(), beside, relative=True)
            for m in _BESIDE.finditer(folded)
            if (beside := _moved(base, 1 if m["later"] else -1))
        ]
    months = {s.period for s in found}
    before = _AND_BEFORE.search(folded)
    if before is not None and len(months) == 1 and (beside := _moved(next(iter(months)), -1)):
        found.append(PeriodSpan(before.start("at"), before.end(), beside, relative=True))
    return [_from_its_first_day(folded, s) for s in _ranges(folded, sorted(found, key=lambda s: s.start))]


_SINCE = re.compile(r"\b(?:since|ke tu)(?: (?:early|dau))? $")
_TO_NOW = re.compile(r"\btu $"), re.compile(r"\W*(?:den|toi) (?:nay|gio)\b|\W*tro di\b")


def _from_its_first_day(folded: str, span: PeriodSpan) -> PeriodSpan:
    """Of "since July 2025" the first day: what is counted from then on holds that, and is longer than the month. From
    January on it is the year."""
    before, behind = folded[: span.start], folded[span.end :]
    since = _SINCE.search(before) or (_TO_NOW[0].search(before) and _TO_NOW[1].match(behind))
    if not since or not _MONTH.fullmatch(span.period):
        return span
    return replace(span, period=span.period[:4] if span.period.endswith("-01") else f"{span.period}-01")


def years_in_full(text: str, held: Sequence[str]) -> str:
    """A text with "năm 23" as "năm 2023" where the store holds a report of that year and the number counts nothing:
    "trong năm 23 hộ thoát nghèo" is of households."""
    known = {year_of(p) for p in held}

    def full(m: re.Match[str]) -> str:
        year = f"20{m['y']}"
        return f"{m['word']} {year}" if year in known and not _COUNTED.match(fold(text[m.end() :])) else m[0]

    return _YEAR_IN_SHORT.sub(full, text)


def names_beside(text: str) -> bool:
    """Whether a question names the period beside the one that was spoken of: "the month before"."""
    return bool(_BESIDE.search(fold(text)))


def _part_of(m: re.Match[str]) -> str:
    """The part of a year that is said in short, in the form of periods: "H1", "9M", "Q3"; "" where it is none."""
    if m["all"]:
        return WHOLE
    if m["vi"] or m["half"]:
        return "H1" if (m["vi"] or m["half"]) in {"dau", "first", "1st", "h1"} else "H2"
    if m["quarter"] or m["q"]:
        return f"Q{m['q'] or _ORDER[m['quarter']]}"
    said = m["n"] or m["en"]
    count = _COUNTS.get(said) or int(said)
    return {3: "Q1", 6: "H1"}.get(count, f"{count}M")


def _moved(period: str, by: int) -> str:
    """The period so many years, quarters or months after another of its kind; "" where it is none of them."""
    if re.fullmatch(r"\d{4}", period):
        return str(int(period) + by)
    for form, size, shape in _PARTS:
        if m := form.fullmatch(period):
            number = int(m[1]) * size + int(m[2]) - 1 + by
            return shape.format(number // size, number % size + 1)
    return ""


_FROM_YEAR = re.compile(
    r"\b(?:từ|tu|from|between)\s+(?:(?:năm|nam)\s+)?(?P<a>(?:19|20)\d{2})\s+(?:đến|den|sang|to|and|với|voi)\s+"
    r"(?:(?:năm|nam)\s+)?(?P<z>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)


def _years_apart(text: str, said: list[PeriodSpan]) -> list[PeriodSpan]:
    """With both ends of "from 2023 to 2024" in place of a term that lasts from the one to the other: two years that
    follow each other are set against each other, and no plan is for so short a time."""
    out = list(said)
    for m in (m for m in _FROM_YEAR.finditer(text) if int(m["z"]) - int(m["a"]) == 1):
        inside = [s for s in out if m.start() <= s.start and s.end <= m.end()]
        if any(s.period == f"{m['a']}-{m['z']}" for s in inside):
            out = [s for s in out if s not in inside]
            out += [PeriodSpan(m.start(end), m.end(end), m[end]) for end in ("a", "z")]
    return sorted(out, key=lambda s: s.start)


def _within(text: str, said: list[PeriodSpan]) -> list[PeriodSpan]:
    """With the month that a year to date runs up to: "từ đầu năm 2026 đến thời điểm báo cáo tháng 4/2026"."""
    out = list(said)
    for whole in said:
        if YEAR.fullmatch(whole.period):
            rest = periods(text[whole.start + 1 :])
            inner = [PeriodSpan(whole.start + 1 + p.start, whole.start + 1 + p.end, p.period, p.relative) for p in rest]
            out += [p for p in inner if p.start < whole.end < p.end and not YEAR.fullmatch(p.period)]
    return out


def _year(at: int, said: Sequence[PeriodSpan], part: str, base: str, held: Sequence[str]) -> str:
    following = [year_of(s.period) for s in said if s.start >= at and year_of(s.period)]
    before = [year_of(s.period) for s in said if s.start < at and year_of(s.period)]
    if following or before:
        return following[0] if following else before[-1]
    years = [year_of(p) for p in sorted(held, reverse=True) if p.endswith(f"-{part}")]
    near = year_of(base)
    if near and (f"{near}-{part}" in held or not years):
        return near
    known = years[0] if years else _ended_in(part, held) or _next_of(part, held) or _within_held(part, held)
    return known or _of_series(part, held)


def _of_series(part: str, held: Sequence[str]) -> str:
    """The year of the newest month held, for another month that has no report: none beside it answers for it."""
    of_kind = _MONTH if part.isdigit() else None
    return max((p[:4] for p in held if of_kind is not None and of_kind.fullmatch(p)), default="")


_LAST_MONTH = {"Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12", "H1": "06", "H2": "12"}


def _within_held(part: str, held: Sequence[str]) -> str:
    """The newest year of which the store holds a report of the last month of a quarter or half year that has none of
    its own; "" where it holds none."""
    last = _LAST_MONTH.get(part, "")
    return next((year_of(p) for p in sorted(held, reverse=True) if last and p.endswith(f"-{last}")), "")


def _ended_in(part: str, held: Sequence[str]) -> str:
    """The newest year of which the month is held that a part of a year, counted from its beginning, ends with: of "5
    tháng đầu năm" that of the newest report of a May; "" where there is none."""
    ends = bounds(f"2000-{part}") if part.endswith("M") or part in {"Q1", "H1"} else None
    return max((p[:4] for p in held if ends and p.endswith(f"-{ends[1].month:02}")), default="")


def _next_of(part: str, held: Sequence[str]) -> str:
    """The year of the month or quarter that follows the newest one held, of which that one's report sets the tasks; ""
    for any other."""
    newest = max((p for p in held if len(p) == len(f"2026-{part}") and (p[5] == "Q") == (part[0] == "Q")), default="")
    following = _moved(newest, 1)
    return year_of(following) if following.endswith(f"-{part}") else ""


def _ranges(folded: str, found: list[PeriodSpan]) -> list[PeriodSpan]:
    """With every period between two ends where the question gathers over them: "tổng … từ tháng 1 đến tháng 4"."""
    if not _GATHERS.search(folded):
        return found
    out = list(found)
    for first, last in pairwise(found):
        between = folded[first.end : last.start]
        if _UP_TO.match(between) or (_TO.match(between) and _FROM_TO.search(folded[: first.start])):
            out += [PeriodSpan(first.start, last.end, p) for p in _between(first.period, last.period)]
    return sorted(out, key=lambda s: (s.start, s.period))


def _between(first: str, last: str) -> list[str]:
    for form, size, shape in _PARTS:
        a, b = form.fullmatch(first), form.fullmatch(last)
        if a and b:
            low, high = (int(m[1]) * size + int(m[2]) - 1 for m in (a, b))
            return [shape.format(n // size, n % size + 1) for n in range(low + 1, min(high, low + MOST))]
    return []


_BODY = r"(?:so|cuc|chi cuc|cong an|van phong|trung tam|ban|phong|ubnd|uy ban)"
_OF_REPORT = re.compile(
    r"(\bbc|bao cao|phu luc i*)( cua)?( huyen| tinh| xa)? (nam |thang |quy )?$|"
    rf"bao cao( \w+){{0,4}} cua {_BODY}( \w+){{1,7}} (nam |thang |quy )?$|report (of|for|"
    r"from) (the year )?$|appendix [iv]+ (for|of) $"
)
_REPORT_AFTER = re.compile(r"('s)? (\w+ ){0,3}(report|annual report)\b")
_JOINED = re.compile(r"\W*(?:-|/|va|voi|hay|hoac|lan|and|or|with)\W*(?:(?:nam|thang|quy)\W+)?")
_LISTED = re.compile(r"\s?,\s?(?:(?:va|and) )?")


def of_reports(folded: str, spans: Sequence[PeriodSpan]) -> set[str]:
    """The periods by which a folded question names reports ("báo cáo năm 2031"), and those joined to one of them: "kỳ
    báo cáo 2031 với 2032"."""
    found = {s.period for s in spans if _OF_REPORT.search(folded[: s.start]) or _REPORT_AFTER.match(folded[s.end :])}
    for one, other in pairwise(spans):
        if one.period not in found or one.end >= other.start:
            continue
        between = folded[one.end : other.start]
        bare = folded[other.start].isdigit() and _LISTED.fullmatch(between)  # "báo cáo tháng 4, 5", not ", năm 2032"
        if bare or _JOINED.fullmatch(between):
            found.add(other.period)
    return found

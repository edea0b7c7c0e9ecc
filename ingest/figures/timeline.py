"""Timeline: which of the periods named in a block its numbers are of, and which they are only compared with."""

from __future__ import annotations

import re
from bisect import bisect_left, insort

from ingest.figures.clauses import Counted
from ingest.language.periods import DAY, PeriodSpan, periods

_COMPARING = re.compile(
    r"(?:so|hơn|với|cùng kỳ|cùng thời điểm|từ|than)(?:\s+với)?(?:\s+(?:kết quả|thời điểm|mức|số liệu))?(?:\s+của)?\s*$",
    re.IGNORECASE,
)
_COMPARES_ITSELF = re.compile(
    r"(?:so|cùng\s+(?:kỳ|kì|thời)|năm\s+(?:trước|ngoái)|(?:kỳ|kì|tháng|quý|tuần)\s+trước|last|previous|the same"
    r"|the year before)",
    re.IGNORECASE,
)
_AFTER_NUMBER = re.compile(r"\d\S*\s?[/–-]\s?\S*[A-ZĐ]\S*\s*,?\s*$")
_CLAUSE_END = re.compile(r"[,;:.)\n]")
# A day is the period of a figure only as the day up to which it counts; else it is when something happened.
_AS_OF = re.compile(
    r"(?:đến|tới|hết|thời điểm(?: báo cáo)?|as of|up to|until)(?:\s+(?:hết|thời điểm))?\s*$", re.IGNORECASE
)
_ONWARD = re.compile(r"(?:chuyển|chuyển sang|sang|kéo dài sang|chuyển tiếp sang)\s*$", re.IGNORECASE)
_GIVES = re.compile(r"\s*(?:\(|là|:|đạt|có)\s*(?:là|đạt|có|tiếp nhận)?\s*")
_VALUE_IN_BRACKET = re.compile(r"\s*(?:là|:|đạt|có)?\s*(?:là|đạt|có|tiếp nhận)?\s*(?=\d)")
_ONWARD_AFTER = re.compile(r"\s*(?:chuyển|mang)\s+(?:sang|qua)", re.IGNORECASE)
# "đầu tháng 10" tells when something happened, "trong tháng 10" the month that is counted.
_EVENT = re.compile(r"(?:đầu|giữa|cuối|vào|ngày|từ)\s*$", re.IGNORECASE)
# A year that tells a law or a price from another, not when something was counted.
_NAMED = re.compile(
    r"(?:(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\s[^,;.()\d]{0,60}|giá\s+(?:so sánh|cố định|hiện hành)(?:\s+năm)?)\s*$"
)
_EMPTY = re.compile(r"\(\s*(?:trong|đến|từ|của|vào)?\s*\)")
_ADVERB = re.compile(
    r"(?:^|\s)(?:(?:ngay|chỉ|từ|kể từ)\s+)*(?:trong|tính đến hết|tính đến|đến hết|đến|vào|hết|của|cho|từ|kể từ|ở"
    r"|vào cuối|cuối|đầu|trong cả)\s*$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\s*(?:đến nay|đến thời điểm[^,;]{0,25}|trở lại đây)", re.IGNORECASE)


class Timeline:
    """The periods of one text. `base` is the report's own period, `setting` what holds before a word is said."""

    def __init__(self, text: str, base: str, setting: str) -> None:
        self.text = text
        self.base = base
        self.setting = setting or base
        self.own: list[PeriodSpan] = []
        self.compared: list[PeriodSpan] = []
        self.titles: list[PeriodSpan] = []
        titles_end = 0
        for span in periods(text, base):
            before = text[max(0, span.start - 40) : span.start]
            said = text[span.start : span.end]
            if len(span.period) == 4 and _NAMED.search(text, max(0, span.start - 70), span.start):
                continue
            if _ONWARD.search(before) or _ONWARD_AFTER.match(text, span.end):
                continue
            if span.relative and _EVENT.search(before) and said.lower().startswith("tháng"):
                continue
            if _AFTER_NUMBER.search(before):
                stop = _CLAUSE_END.search(text, span.end)
                titles_end = stop.start() if stop else len(text)
            elif span.start < titles_end:
                self.titles.append(span)
            elif self._is_earlier_in_bracket(span):
                self.compared.append(span)
            elif _COMPARES_ITSELF.match(said) or _COMPARING.search(before[-24:]):
                if not re.search(r"(?<!\w)từ\s*$", before, re.IGNORECASE) or _COMPARES_ITSELF.match(said):
                    self.compared.append(span)
                else:
                    self.own.append(span)
            elif not DAY.fullmatch(span.period) or _AS_OF.search(before):
                self.own.append(span)

    def of(self, c: Counted, carried: str) -> str:
        """The period of a number: said before it in its sentence, right behind it, `carried` over, or the setting's."""
        for span in reversed(_between(self.own, c.start, c.number.start)):
            if self._holds(span, c):
                return span.period
        for span in reversed(_between(self.titles, c.from_, c.number.start)):
            if not _CLAUSE_END.search(self.text, span.end, c.number.start):
                self.titles.remove(span)
                insort(self.own, span, key=_start)
                return span.period
        behind = _between(self.own, c.unit_end, c.to + 1)
        if behind:
            return behind[0].period
        return self.setting if self._set_against(c, carried) else carried or self.setting

    def _set_against(self, c: Counted, carried: str) -> bool:
        """Whether the sentence gives the `carried` period its own number behind a semicolon: "Đã tuyển 3 người; lũy kế
        từ đầu năm 12 người" sets the first apart from it, whatever the sentence before was of."""
        return any(
            s.period == carried and ";" in self.text[c.unit_end : s.start] for s in _between(self.own, c.to, c.end)
        )

    def _holds(self, span: PeriodSpan, c: Counted) -> bool:
        """A day up to which one clause counts holds for the next one only where it opens the sentence; a total that
        stands in a bracket ("(lũy kế từ đầu năm 90)") ends with it."""
        if span.relative and _closed_behind(self.text, c.start, span.start, c.number.start):
            return False
        if not DAY.fullmatch(span.period) or ";" not in self.text[span.end : c.number.start]:
            return True
        return not c.label and len(self.text[c.start : span.start].split()) <= 4

    def said_in(self, start: int, end: int) -> str:
        """The last period of its own that a stretch names, "" where none."""
        inside = _between(self.own, start, end)
        return inside[-1].period if inside else ""

    def compared_just_before(self, c: Counted) -> str:
        """The period whose value a number gives: "tăng 34 lượt so với năm 2022 (317 lượt)"."""
        for s in _between(self.compared, c.start, c.number.start):
            if _GIVES.fullmatch(self.text, s.end, c.number.start):
                return s.period
            value = _VALUE_IN_BRACKET.match(self.text, s.end) if self._opens_bracket(s) else None
            if value is not None and value.end() == c.number.start:
                return s.period
        return ""

    def _is_earlier_in_bracket(self, span: PeriodSpan) -> bool:
        """Whether a bracket gives the value of an earlier period behind that of this one: "352 lượt (năm 2023 là 310
        lượt)"; what follows the bracket is of this one again."""
        earlier = span.period < self.setting and not self.setting.startswith(span.period)
        return earlier and self._opens_bracket(span) and _VALUE_IN_BRACKET.match(self.text, span.end) is not None

    def _opens_bracket(self, span: PeriodSpan) -> bool:
        return self.text[max(0, span.start - 8) : span.start].rstrip().endswith("(")

    def compared_with(self, start: int, end: int) -> str:
        """The period that a stretch compares with ("so với cùng kỳ năm 2022"), "" where none."""
        inside = _between(self.compared, start, end)
        return inside[0].period if inside else ""


def _closed_behind(text: str, start: int, at: int, end: int) -> bool:
    """Whether a place stands in a bracket of its sentence that is closed before `end`."""
    return text.rfind("(", start, at) > text.rfind(")", start, at) and text.find(")", at, end) >= 0


def _start(span: PeriodSpan) -> int:
    return span.start


def _between(spans: list[PeriodSpan], start: int, end: int) -> list[PeriodSpan]:
    """The spans, sorted by their start, that lie within `start` to `end`."""
    first = bisect_left(spans, start, key=_start)
    last = bisect_left(spans, end, key=_start)
    return [s for s in spans[first:last] if s.end <= end]


def without_periods(words: str, base: str) -> str:
    """Words with the adverbs of time taken out: "trong năm 2023 đã tiếp" gives "đã tiếp"."""
    for span in reversed(periods(words, base or "2000")):
        before, after = words[: span.start], words[span.end :]
        if _AFTER_NUMBER.search(before) or _ONWARD_AFTER.match(after):
            continue
        until = _UNTIL.match(after)
        if until is not None:
            after = after[until.end() :]
        before = _ADVERB.sub("", before)
        before, after = before.rstrip(), after.lstrip()
        comma = "," if before and after.startswith(",") and not before.endswith((",", ":")) else ""
        words = f"{before}{comma} {after.lstrip(' ,')}"
    return " ".join(_EMPTY.sub(" ", words).split()).strip(" ,;:")

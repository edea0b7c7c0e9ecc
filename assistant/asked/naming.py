"""Which report a question names: by its number, or by words of its title ("theo báo cáo Đề án 06 …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.statements import keys
from assistant.question import Question, Wanted
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from vectorstore.summary import ReportSummary

_NOT_ASKED = r"(?! (?:nao|gi|so may|so nao|may)\b)"  # "kế hoạch nào" is asked for, and names none
_REFERS = re.compile(
    rf"\b(?:theo|trong|tai|tu|o|cua)(?: \w+){{0,2}} (?:bao cao|ke hoach|van ban|kh|bc)\b{_NOT_ASKED}|"
    r"\b(?:according to|in|from|of|under|by|does|did|says?) (?:(?:the|this|that) )?(?:[\w’'/.-]+ ){0,9}"
    r"(?:report|plan)\b|"
    rf"\b(?:bao cao|ke hoach)\b{_NOT_ASKED}.{{3,80}}\b(?:neu|noi|ghi|cho biet|vien dan|yeu cau|"
    r"quy dinh|dat ra|giao|de nghi|de xuat|danh gia|liet ke|phan cong|nhac|de cap)\b|"
    r"^(?:bao cao|ke hoach|bc|kh)\b(?=[^:?]{5,90}:)|"
    r"\b(?:report|plan)\b.{0,40}\b(?:say|says|state|states|give|gives|plan|plans|set|sets)\b"
)
_ON = re.compile(r" (?:on|about|concerning|regarding) ")
_OF_BODY = re.compile(r"\bbao cao(?: (?!cua\b)[\w/]+){0,6} cua (?P<who>[^,;:?]+)")
_COMMITTEE = re.compile(r" (?:ubnd|uy ban nhan dan)(?: (?:xa|phuong|quan|huyen|thi xa|thanh pho|tinh)\b)?")
LEAST = 1.0  # a report is named by one telling word of its title at least,
NAMED, REST = 0.15, 0.9  # what the words count that named the report, if enough of the question is left besides
_STOPS = re.compile(r"[,;:?]|\b(?:thi(?! dua\b)|da|co|la)\b")
REACH = 70  # characters after "theo báo cáo" that may still name it
LEAD = 1.5  # and by so many times what speaks for any other report


def by_number(question: Question, reports: Sequence[ReportSummary]) -> list[ReportSummary]:
    """The reports whose own number the question gives."""
    asked = {_code(number) for number in question.documents}
    return [r for r in reports if r.number and _code(r.number) in asked]


def by_title(
    question: Question, reports: Sequence[ReportSummary], lexicon: Lexicon
) -> tuple[list[ReportSummary], Question]:
    """The one report whose title the question speaks of, and the question with the words that name it all but gone;
    the reports and the question as they are where it names none, or several alike.

    A term counts the more the fewer titles have it; single syllables say nothing.
    """
    if not reports or not _REFERS.search(fold(question.clear)):
        return list(reports), question
    titles = [keys(lexicon, f"{r.title} ; {re.sub(r'[-_.]', ' ', r.file)}") for r in reports]
    scores = [0.0] * len(reports)
    for wanted in question.wanted:
        told = {k for k in wanted.keys if " " in k or k[:1].isdigit() or k.isupper()}
        holders = [at for at, title in enumerate(titles) if told & title]
        for at in holders:
            code = any(k[:1].isdigit() for k in told)
            scores[at] += (1.0 if code else max(wanted.weight, 0.6)) * (1 - (len(holders) - 1) / len(reports))
    ranked = sorted(range(len(reports)), key=lambda at: -scores[at])
    first, second = scores[ranked[0]], max((scores[at] for at in ranked[1:]), default=0.0)
    if first < LEAST or first < LEAD * second:
        return list(reports), question
    title, own, asked = titles[ranked[0]], fold(reports[ranked[0]].title), fold(question.clear)
    kind = {reports[ranked[0]].kind.lower()}  # "under the emulation plan": the title itself says no "plan"
    phrase = _phrase(asked, own)

    def names(wanted: Wanted) -> bool:
        """Whether a term is said where the report is named, and nowhere else in the question."""
        titled = bool(set(wanted.keys) & (title | kind)) if wanted.keys else wanted.words in own
        return titled and 0 < phrase.count(wanted.words) >= asked.count(wanted.words)

    said = tuple(replace(w, weight=w.weight * NAMED, must=False) if names(w) else w for w in question.wanted)
    left = sum(w.weight for w in said)
    return [reports[ranked[0]]], replace(question, wanted=said) if left >= REST else question


def by_issuer(question: Question, reports: Sequence[ReportSummary]) -> tuple[list[ReportSummary], Question]:
    """The reports of the body that the question says issued them ("báo cáo tháng 5 của Văn phòng UBND tỉnh"), and the
    question with the words that say so all but gone; both as they are where no report is of that body."""
    asked = fold(question.clear)
    named = _OF_BODY.search(asked)
    own = [r for r in reports if named is not None and r.issuer and named["who"].startswith(fold(r.issuer))]
    if named is None or not own:
        return list(reports), question
    tail = named["who"][max(len(fold(r.issuer)) for r in own) :]
    of_whom = _COMMITTEE.match(tail)
    phrase = asked[named.start("who") : named.end("who") - len(tail) + (of_whom.end() if of_whom else 0)]

    def names(wanted: Wanted) -> bool:
        return not wanted.must and 0 < phrase.count(wanted.words) >= asked.count(wanted.words)

    said = tuple(replace(w, weight=w.weight * NAMED) if names(w) else w for w in question.wanted)
    return own, replace(question, wanted=said) if sum(w.weight for w in said) >= REST else question


def _phrase(asked: str, title: str) -> str:
    """The words of a folded question that name the report: up to the comma after "theo báo cáo", or "report on",
    that is not in its folded title too, or to "report"."""
    named = []
    for m in _REFERS.finditer(asked):
        vietnamese = m[0].endswith(("bao cao", "ke hoach", "van ban", " kh", " bc"))
        stops = (s for s in _STOPS.finditer(asked, m.end()) if asked[s.start() - 6 : s.end() + 6] not in title)
        stop = next((s.start() for s in stops), len(asked))
        goes_on = vietnamese or _ON.match(asked, m.end())
        end = min(stop, m.end() + REACH) if goes_on else m.end()
        named.append(asked[m.start() : end])
    return " ; ".join(named)


def _code(number: str) -> str:
    return re.sub(r"\W", "", fold(number)).lstrip("0")

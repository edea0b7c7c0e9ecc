"""One figure in two papers of unlike kinds: both values with what dates them, and the difference where they are alike.

"Từ mức cuối tháng 11/2025 (báo cáo của Sở) đến báo cáo tháng 3/2026": the words that name a paper say where to look,
and nothing of the figure.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked.restating import ask_again, enough
from assistant.compose.citing import Draft
from assistant.compose.figures.levels import VALUES, unit_tail
from assistant.compose.times.across import TRIED, WITHIN, alike, asked_periods, comparable, plainness, set_against
from assistant.compose.times.dated import dated
from assistant.compose.wording import number
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, plain
from assistant.measured.states import asks_undone, says_undone
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.periods import DAY, contains, label

# "Đối với lĩnh vực xây dựng chính quyền số: …" heads a paragraph on a line of work, and sets no level to its figures
_LINE_OF_WORK = re.compile(r"(?:linh vuc|cong tac) (?:cai cach|xay dung (?:va|chinh quyen)|phat trien|chuyen doi)\b")
ALIKE = 0.6  # from which the words of two figures are of one thing
_PAPER = re.compile(
    r"\bbao cao(?P<vi>(?: (?!thang|quy|nam|ngay)[\w/-]+){1,9})(?= (?:thang|quy|nam|ngay)\b| ?[(),.;?]|$)|"
    r"\bthe (?P<en>(?:[\w/-]+ ){1,8})reports?\b"
)


def two_papers(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The figure asked of two times, each in its paper; None unless two papers give one like the other."""
    times = asked_periods(question)
    if len(times) != 2:
        return None
    older, newer = sorted(times)
    asked = without_papers(question)
    papers = {fold(k) for w in question.wanted if w not in asked.wanted for k in w.keys}
    indexes = [*found.indexes, *found.beside]
    evidence = [c for i in indexes for c in ask_again(asked, i) if _may(asked, c)]
    sides = [_side(evidence, time, papers) for time in (newer, older)]
    best: tuple[float, Candidate, Candidate] | None = None
    for a in sides[0][:TRIED]:
        for b in sides[1][:TRIED]:
            if not _fit(a, b, sides):
                continue
            score = a.score + b.score + alike(a, b) - plainness(asked, a) - plainness(asked, b)
            if best is None or score > best[0]:
                best = (score, a, b)
    if best is None:
        return None
    _, a, b = best
    assert a.figure is not None and b.figure is not None
    like = comparable(
        *(replace(f, scope="") if _LINE_OF_WORK.match(fold(f.scope)) else f for f in (a.figure, b.figure))
    )
    return set_against(question, a, b, lexicon) if like else _both(question, a, b, lexicon)


def without_papers(question: Question) -> Question:
    """The question without the words by which it names its papers."""
    named = {word for m in _PAPER.finditer(fold(question.clear)) for word in (m["vi"] or m["en"]).split()}
    wanted = tuple(w for w in question.wanted if w.must or not set(w.words.split()) <= named)
    return replace(question, wanted=wanted or question.wanted, places=())


def _may(question: Question, candidate: Candidate) -> bool:
    figure = candidate.figure
    if figure is None or candidate.statement.ahead or figure.role not in VALUES or not enough(candidate):
        return False
    if asks_undone(question.clear) and not says_undone(candidate.statement.block, figure):
        return False
    return figure.unit == "%" if question.percent else unit_fits(question, figure.unit)


def _side(evidence: list[Candidate], time: str, papers: set[str]) -> list[Candidate]:
    """The figures of a time, best first, of the papers whose title and office say most of the words that name one. Of
    a day only what is dated so stands for it, where any is: another figure of its month is of another day."""
    found = [c for c in evidence if _is_of(c, time)]
    of_day = [c for c in found if c.figure is not None and c.figure.period == time] if DAY.fullmatch(time) else []
    found = of_day or found
    most = max((_names(papers, c.index) for c in found), default=0)
    return sorted((c for c in found if _names(papers, c.index) == most), key=lambda c: -c.score)


def _names(papers: set[str], index: ReportIndex) -> int:
    """How many of the concepts that name a paper its office and title say."""
    said = plain(f"{index.report.issuer} {index.report.title}")
    return sum(f" {paper} " in said for paper in papers)


def _is_of(candidate: Candidate, time: str) -> bool:
    """Whether a figure stands for a time: it is of it or of a longer one around it, in a paper that is, too."""
    assert candidate.figure is not None
    own = candidate.index.report.period
    return _covers(candidate.figure.period, time) and (not own or _covers(own, time))


def _covers(held: str, time: str) -> bool:
    return held == time or contains(held, time) or contains(time, held)


def _fit(a: Candidate, b: Candidate, sides: list[list[Candidate]]) -> bool:
    """Whether two figures are of two papers of one place, of one unit, and told in like words, each near the best."""
    assert a.figure is not None and b.figure is not None
    apart = a.index is not b.index and fold(a.index.report.place) == fold(b.index.report.place)
    near = a.score >= sides[0][0].score - WITHIN and b.score >= sides[1][0].score - WITHIN
    return apart and near and a.figure.unit == b.figure.unit and alike(a, b) >= ALIKE


def _both(question: Question, a: Candidate, b: Candidate, lexicon: Lexicon) -> Draft:
    """Both values, each with the time that its paper says, and no difference: they are not of one scope."""
    draft = Draft()
    vietnamese = question.language == "vi"
    for candidate in (b, a):
        figure = candidate.figure
        assert figure is not None
        key = draft.cite_statement(candidate.index, candidate.statement)
        said = _dated(draft, candidate.index)
        time = label(candidate.index.report.period, question.language)
        value = f"{number(figure.value, question.language)}{unit_tail(figure, lexicon, question.language)}"
        draft.say(f"{time[:1].upper()}{time[1:]}: {value}", key, *said)
    draft.notes.append(
        "Hai báo cáo nêu số liệu ở phạm vi khác nhau nên không tính chênh lệch."
        if vietnamese
        else "The two reports give the figure of unlike scopes; no difference is made of them."
    )
    return draft


def _dated(draft: Draft, index: ReportIndex) -> tuple[int, ...]:
    said = dated(draft, index)
    return () if said is None else (said,)

"""Where in a report something stands: by section, footnote or appendix, or under which heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.citing import EXCERPT, Draft, excerpt
from assistant.compose.wording import quoted
from assistant.evidence.candidates import Candidate
from assistant.evidence.coverage import weigh
from assistant.evidence.statements import ReportIndex, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.report import Block, BlockKind, Locator, locate

HEADED = 0.6  # of what is looked for, in a heading
BESIDE_PLACE = 30  # of one of which it is asked where it stands
_OF_PAPER = re.compile(
    r"\b(?:cua|trong|tai) (?:ban )?(?:bao cao|ke hoach|van ban)\b[^,;?]*|"
    r"\b(?:of|in) (?:the |its )?(?:[\w’'-]+ ){0,5}(?:report|plan)\b"
)
_STANDING = frozenset(  # what only says that something stands there
    {"xem", "quy dinh", "neu", "trinh bay", "de cap", "ghi", "noi", "nam", "muc", "phan", "set out", "set", "stated",
     "described", "discussed", "covered", "section", "part", "report", "laid down"}
)  # fmt: skip
_CONTENT = re.compile(r"\bnoi dung\b|\b(?:noi|neu|viet|ghi) (?:nhung )?gi\b|\bwhat (?:does|do|did|is|are)\b")


def answer_where(question: Question, best: list[Candidate]) -> Draft | None:
    """Where in the report something stands, by section, footnote or appendix."""
    if not best:
        return None
    draft = Draft()
    vietnamese = question.language == "vi"
    for candidate in best[:1]:
        locator = candidate.index.locator(candidate.statement)
        key = draft.cite_statement(candidate.index, candidate.statement)
        heading = locator.heading.strip()
        place = place_name(locator, vietnamese)
        title = f" (“{heading}”)" if heading and heading in candidate.statement.quote else ""
        draft.say(f"{place[:1].upper()}{place[1:]}{title}", key)
        words = EXCERPT if _CONTENT.search(fold(question.clear)) else BESIDE_PLACE
        draft.say(quoted(excerpt(candidate.statement, words=words), question.language), key)
    return draft


def answer_heading(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The section whose own heading says what is looked for; None where no heading says most of it."""
    best: tuple[tuple[float, int], ReportIndex, Block] | None = None
    asked = plain(_OF_PAPER.sub(" ", fold(question.clear)))  # in which paper it is looked for, no heading says
    for index in indexes:
        weighted = [w for w in weigh(question, index) if w.wanted.weight >= 0.25 and w.wanted.words not in _STANDING]
        weighted = [w for w in weighted if f" {w.wanted.words} " in asked] or weighted
        total = sum(w.weight for w in weighted)
        for block in index.report.blocks if total else ():
            if block.kind is BlockKind.HEADING:
                held = {k for t in lexicon.cut(block.text) for k in t.keys}
                said = sum(w.weight for w in weighted if set(w.wanted.keys) & held) / total
                fit = (round(said, 4), -len(held))  # of two that say as much the one that says nothing besides
                if said >= HEADED and (best is None or fit > best[0]):
                    best = (fit, index, block)
    if best is None:
        return None
    _, index, block = best
    draft = Draft()
    key = draft.cite(index, block, 0, len(block.text))
    name = place_name(locate(index.report, block, 0, len(block.text)), question.language == "vi")
    draft.say(f"{name[:1].upper()}{name[1:]} (“{' '.join(block.text.split())}”)", key)
    return draft


_PLACE_WORDS = {
    "phần mở đầu": "the opening part",
    "Phụ lục": "Appendix",
    "mục": "section",
    "chú thích": "footnote",
    "bảng": "table",
    "dòng": "row",
    "cột": "column",
}


def place_name(locator: Locator, vietnamese: bool) -> str:
    """Section and footnote or table of a place, without the page."""
    label = ", ".join(part for part in locator.label.split(", ") if not part.startswith("tr. ")) or "phần mở đầu"
    if vietnamese:
        return label
    for name, english in _PLACE_WORDS.items():
        label = label.replace(name, english)
    return label

"""The names that a question says, each with the sort that stands beside it ("xã", "sở"), and those of them that stand
nowhere over a set."""

from __future__ import annotations

import re

from assistant.evidence.named_sets import SORTS, NamedSet
from assistant.evidence.statements import plain
from assistant.question import Question
from ingest.language.letters import LOWER, UPPER

SORTS_EN = {
    "wards": "phường", "ward": "phường", "communes": "xã", "commune": "xã", "special zones": "đặc khu",
    "special zone": "đặc khu", "townships": "thị trấn", "township": "thị trấn", "districts": "huyện",
    "district": "huyện", "villages": "thôn", "village": "thôn", "hamlets": "ấp", "hamlet": "ấp",
    "departments": "sở", "department": "sở", "offices": "văn phòng", "office": "văn phòng", "funds": "quỹ",
    "fund": "quỹ", "companies": "công ty", "company": "công ty", "schools": "trường", "hospitals": "bệnh viện",
    "laws": "luật", "law": "luật", "decrees": "nghị định", "plans": "kế hoạch", "decisions": "quyết định",
    "models": "mô hình", "model": "mô hình", "official letters": "công văn", "directives": "chỉ thị",
}  # fmt: skip
ENGLISH = "|".join(sorted(SORTS_EN, key=len, reverse=True))
_CAPITAL = rf"[{UPPER}][{UPPER}{LOWER}]*"
_NAMES = re.compile(rf"(?:{_CAPITAL}|(?<=[{LOWER}] )\d{{1,2}})(?:(?: - | )(?:{_CAPITAL}|\d{{1,2}}\b(?!/)))*")
_LEADING = re.compile(r"^(?:Is|Are|Was|Were|Did|Does|Do|Has|Have|In|Of|Among|The|According|For)\b ?")


def unsaid(question: Question, held: NamedSet) -> list[str]:
    """The names of two words or more that a question says and that stand nowhere over a set: of some of its members, or
    of another set."""
    section = held.index.report.section(held.opener.block.section)
    around = " ; ".join((*(section.path if section else ()), held.index.report.title, held.index.report.place))
    said = f"{held.opener.plain} {plain(held.before)} {plain(around)}"
    names = (name for name, _, _ in names_asked(question) if " " in name and name[-1].isalpha())
    return [name for name in names if f" {name} " not in said]


def names_asked(question: Question) -> list[tuple[str, str, str]]:
    """The names that a question says, folded, each with the sort that stands beside it, "" where none does, and as it
    is said there."""
    found = []
    for name in _NAMES.finditer(question.clear):
        own, sort = _LEADING.sub("", name[0]) if question.language == "en" else name[0], ""
        before, behind = question.clear[: name.start()].lower(), question.clear[name.end() :].lower()
        if question.language == "en":
            told = re.match(rf"(?:’s|'s)? (?:\w+ )?(?P<sort>{ENGLISH})\b", behind) or re.search(
                rf"\b(?P<sort>{ENGLISH}) (?:of )?$", before
            )
            sort = SORTS_EN[told["sort"]] if told is not None else ""
        else:
            inside = re.match(rf"(?P<sort>{SORTS}) (?=\w)", own, re.IGNORECASE)
            ahead = re.search(rf"\b(?P<sort>{SORTS}) $", before)
            if inside is not None:
                own, sort = own[inside.end() :], inside["sort"].lower()
            elif ahead is not None:
                sort = ahead["sort"]
        if (
            own[-2:-1] in {"", " "}
            and own[-1:].isalpha()
            and (rest := re.match(rf" [{LOWER}]+", question.clear[name.end() :]))
        ):
            own += rest[0]  # "Sở Y tế"
        words = plain(own).strip()
        if len(words) > 1:
            found.append((words, sort, f"{sort[:1].upper()}{sort[1:]} {own}".strip()))
    return found

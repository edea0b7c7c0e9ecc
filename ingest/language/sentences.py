"""Sentences and clauses of administrative Vietnamese, as offsets."""

from __future__ import annotations

import re

from ingest.language.letters import UPPER

# Abbreviations that a name or a word follows; "v.v." and "…" may end a sentence and are judged by what follows.
_ABBREVIATIONS = frozenset(
    [
        "tp",
        "tt",
        "tx",
        "q",
        "p",
        "x",
        "h",
        "kt",
        "tm",
        "tl",
        "tuq",
        "ths",
        "ts",
        "gs",
        "pgs",
        "bs",
        "ks",
        "cn",
        "ths.bs",
        "đ/c",
        "đc",
        "nxb",
        "tr",
        "ctv",
        "st",
        "stt",
        "tt",
        "tw",
        "ubnd.tp",
        "mr",
        "mrs",
        "ms",
        "dr",
        "no",
        "art",
        "vol",
        "bc",
        "kh",
        "qđ",
        "nq",
        "ct",
        "tb",
        "hd",
        "cv",
        "nđ",
        "ô",
        "bà",
        "ông",
        "đt",
    ]
)
_END = re.compile(r"\./\.|[.!?…]+(?:[”\"’')\]]+(?=\s|$))?|\n+")
_OPENS = re.compile(r"[\s]+(?=[" + UPPER + r"\d“\"‘'(\[–\-+•*])")
_LIST_MARK = re.compile(r"(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVXL]{1,5}|[a-zđA-ZĐ])[.)]?)")
_LOOK_BACK = 80  # characters; no word that matters is longer
_CLAUSE = re.compile(r";\s+|\n+|(?<=[:;,.])\s+(?=[-–+]\s)")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as offsets, without the white space between them; no other character is left out.

    A line break ends a sentence. Semicolons do not, nor do the points of numbers ("31.408"), list marks ("1."),
    abbreviations ("TP.", "KT.") and initials.
    """
    out: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if found.start() < start:
            continue
        if found[0][0] == "\n" or _ends(text, start, found):
            _keep(text, start, found.end(), out)
            start = found.end()
    _keep(text, start, len(text), out)
    return out


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    if found.end() == len(text):
        return True
    follows = _OPENS.match(text, found.end())
    if follows is None:
        return False
    if found[0] == "./.":
        return True
    words = text[max(start, found.start() - _LOOK_BACK) : found.start()].split()
    word = words[-1] if words else ""
    if len(words) == 1 and _LIST_MARK.fullmatch(word):
        return False  # "1." at the head of the sentence it numbers
    bare = word.lstrip("(“\"'[-–").lower()
    if found[0] == ".":
        if bare in _ABBREVIATIONS:
            return False
        if len(bare) == 1 and bare.isalpha() and word[-1:].isupper():
            return False  # an initial
        if bare.endswith("v.v"):
            return True
    # After a full stop a list item or a number may open; after an ellipsis only a capital does.
    opener = text[follows.end()]
    if found[0][0] in "…" or found[0].startswith(".."):
        return opener.isupper()
    return True


def _keep(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        out.append((start, end))


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a long sentence between `start` and `end`, cut after semicolons and before list dashes."""
    out: list[tuple[int, int]] = []
    at = start
    depth = 0
    last = start
    for found in _CLAUSE.finditer(text, start, end):
        # What stands in brackets stays together.
        depth += text.count("(", last, found.start()) - text.count(")", last, found.start())
        last = found.start()
        if depth > 0 and text.count(")", found.start(), end):
            continue
        depth = max(depth, 0)
        cut = found.start() + (1 if found[0][0] == ";" else 0)
        _keep(text, at, cut, out)
        at = cut
    _keep(text, at, end, out)
    return out

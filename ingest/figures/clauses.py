"""Clauses: which words of a sentence belong to which of its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.figures.units import Unit, joins_nouns, names_unit, rate_after, unit_after
from ingest.language.numbers import Number, numbers


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its words: `lead` stands before a colon, `label` before the number, `tail` behind its unit.

    `start` and `end` bound the sentence, `from_` and `to` the clause. `depth` counts the brackets open at the number;
    `part` says that "trong đó" or the like opens its clause, `fresh` that a sentence or a line does.
    """

    number: Number
    unit: str
    unit_end: int
    lead: str
    label: str
    tail: str
    start: int
    end: int
    from_: int
    to: int
    depth: int
    part: bool
    fresh: bool
    number_after_colon: bool


LONGEST_SENTENCE = 4000
_SENTENCE_END = re.compile(
    r"(?<!\bTP)(?<!\bTT)(?<!\bTx)(?<!\bPCT)(?<!\bCT)(?<!\bTS)(?<!\bThS)(?<!v\.v)[.!?…]+[”\")]?\s+(?P<next>\S)|\n+"
)
_BREAK = re.compile(
    r"\s*(?:[;()]|,(?!\d))\s*(?:(?:và|đồng thời)\s+)?"
    r"|\s+(?:và\s+)?(?=(?:trong đó|trong số đó|đạt|tăng|giảm|chiếm|(?<!so )với(?!\s+(?:cùng|năm))|gồm|còn"
    r"|nhưng|đồng thời|tương ứng|bằng|có(?=(?:\s(?:hơn|trên|khoảng|gần|tới|tổng|số|sự|tham|gia|của|các))*\s\d))[\s:])"
    r"|\s+(?=(?:trong|trên)\s+tổng\s+số(?!\w))|\s+và\s+|\s?/\s?$",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"\s*(?:[;()]|,(?!\d))\s*(?:(?:và|đồng thời)\s+)?")
# A word that may part two clauses does not where a comma does so further on.
_LATER = re.compile(r"[,;](?!\d)")
_OUT_OF = re.compile(r"\s+trong\s+(?:tổng\s+)?(?:số\s+)?")
_STRONG = re.compile(r";\s*|\.\s+|\n")
_PART = re.compile(
    r"^\W*(?:trong đó|trong số đó|trong số này|gồm có|bao gồm|gồm|cụ thể(?: là)?|chia ra|riêng)(?!\w)[\s:,]*",
    re.IGNORECASE,
)
_CONNECTORS = re.compile(
    r"^(?:[\s,;:.()\-–+*•]|(?:và|đồng thời|ngoài ra|bên cạnh đó|theo đó|qua đó|nhìn chung|trong đó|cụ thể|như sau"
    r"|tuy nhiên"
    r"|hiện nay|hiện|đến nay|tính đến nay|đến thời điểm báo cáo|tại hội nghị)(?=[\s,:]|$)|(?:[a-zđ]"
    r"|\d{1,2}(?:\.\d{1,2})*)[.)]\s"
    r"|\(\d{1,2}\)\s?)+",
    re.IGNORECASE,
)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, parted at blanks where it is longer than a sentence can be: what is read must stay linear."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        cut = cut + 1 if cut > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a text start and end; a line break ends one too."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for m in _SENTENCE_END.finditer(text):
        follows = m["next"]
        if follows is not None and not (follows.isupper() or follows.isdigit() or follows in '“"(-+–'):
            continue
        end = m.start() if follows is None else m.start() + len(m[0][:-1].rstrip())
        if text[start:end].strip():
            yield from _pieces(text, start, end)
        start = m.end() - (follows is not None)
    if text[start:].strip():
        yield from _pieces(text, start, len(text.rstrip()))


def counted(text: str) -> list[Counted]:
    """Every number of a text that counts something, with the words that say what."""
    found = numbers(text)
    out: list[Counted] = []
    if not found:
        return out
    spans = list(sentences(text))
    at = 0
    for start, end in spans:
        here: list[tuple[Number, Unit]] = []
        while at < len(found) and found[at].start < end:
            n = found[at]
            unit = Unit(n.unit, n.after) if n.unit else unit_after(text, n.after)
            if "đồng" in n.unit:
                unit = Unit(
                    " ".join(f"{n.unit}{text[n.after : rate_after(text, n.after)]}".split()), rate_after(text, n.after)
                )
            if n.unit and n.unit != "%" and "đồng" not in n.unit:
                noun = unit_after(text, n.after)
                unit = Unit(f"{n.unit} {noun.text}".strip(), noun.end)
            initials = _INITIALS.match(text, unit.end)
            if initials is not None and unit.text:
                unit = Unit(unit.text, initials.end())
            here.append((n, unit))
            at += 1
        out.extend(_sentence(text, start, end, here))
    return out


_INITIALS = re.compile(r"\s\([A-ZĐ]{2,9}\)")  # "251 thủ tục hành chính (TTHC) thuộc …": what goes on is said of them


def _sentence(text: str, start: int, end: int, here: list[tuple[Number, Unit]]) -> Iterator[Counted]:
    first = here[0][0].start if here else start
    label_start = _after_bracket(text, start, first, start)
    if not text[label_start:first].strip(" :"):
        label_start = start
    part_before = False
    depth, read = 0, start
    for i, (n, unit) in enumerate(here):
        tail_limit = here[i + 1][0].start if i + 1 < len(here) else end
        if not unit.text and i + 1 < len(here) and _OUT_OF.fullmatch(text, n.after, tail_limit):
            unit = Unit(here[i + 1][1].text, unit.end)
        tail_end, next_start = _split(text, min(unit.end, tail_limit), tail_limit, of_all=unit.text == "%")
        raw = text[label_start : n.start]
        depth, read = _depth(text, read, n.start, depth), n.start
        part = _PART.match(raw) is not None or re.search(r"trong (?:số )?đó[\s,:]", raw, re.IGNORECASE) is not None
        lead, label = split_lead(raw)
        yield Counted(
            n,
            unit.text,
            unit.end,
            lead,
            label,
            text[unit.end : tail_end].rstrip(" ,;:.()").lstrip(" ;:.()"),
            start,
            end,
            label_start,
            tail_end,
            depth,
            part or (part_before and not raw.strip(" ,(:")),
            i == 0 and label_start == start,
            raw.rstrip().endswith(":"),
        )
        part_before = part
        label_start = next_start


def _depth(text: str, start: int, end: int, depth: int) -> int:
    """How many brackets are open at `end`, of `depth` open at `start`; one that closes without its fellow ("b) …")
    counts for none."""
    for i in range(start, end):
        depth = depth + 1 if text[i] == "(" else depth - (text[i] == ")" and depth > 0)
    return depth


def _after_bracket(text: str, start: int, end: int, default: int) -> int:
    """Behind the last bracket between `start` and `end` that is opened or closed there without its fellow."""
    at, opened = default, []
    for i in range(start, end):
        if text[i] == "(":
            opened.append(i)
        elif text[i] == ")":
            if opened:
                opened.pop()
            else:
                at = i + 1
    return opened[-1] + 1 if opened else at


def _split(text: str, start: int, limit: int, *, of_all: bool) -> tuple[int, int]:
    """Where the tail of one number ends and the label of the next begins.

    `of_all`: the number is a percentage, whose noun may have a clause of its own ("100% thủ tục có yêu cầu …").
    """
    pattern = _PAUSE if of_all and names_unit(text[start : start + 40]) else _BREAK
    first = pattern.search(text, start, limit)
    while first is not None and (
        joins_nouns(text, first.start(), first.end())
        or (not any(mark in first[0] for mark in ";(),/") and _LATER.search(text, first.end(), limit) is not None)
    ):
        first = pattern.search(text, first.end(), limit)
    if first is None:
        return limit, start if limit < len(text) else limit
    strong = max((m.end() for m in _STRONG.finditer(text, start, limit)), default=first.end())
    return first.start(), _after_bracket(text, start, limit, strong)


def split_lead(raw: str) -> tuple[str, str]:
    """The words before a number as (what stands before a colon, the rest), connectives and list marks taken off."""
    words = clean(raw.rstrip(" :\n"))
    part = _PART.match(words)
    if part is not None:
        words = clean(words[part.end() :])
    head, colon, rest = words.rpartition(": ")
    if colon and rest.strip():
        return clean(head), clean(rest)
    return "", words


def clean(words: str) -> str:
    """Words without the connectives, list marks and punctuation at their head and the punctuation at their end."""
    return " ".join(_CONNECTORS.sub("", words).strip(" ,;:-–(").split())

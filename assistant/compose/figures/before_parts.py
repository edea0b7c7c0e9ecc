"""The whole that a sentence tells before its parts: of "tiếp 40 lượt, gồm thường xuyên 30 lượt, định kỳ 10 lượt" who
asks for no part is told the 40, whichever of them a row of a table says again."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import plain
from assistant.question import Question
from ingest.figures.compounds import unit_key

_MADE_OF = re.compile(r"\b(?:bao gồm|gồm có|gồm|trong đó có|chia ra)\b")
_SENTENCE_END = re.compile(r"[.;\n]\s")
REACH = 400  # characters of one sentence before a part


def before_parts(question: Question, first: Candidate) -> Candidate:
    """The figure of the whole, where a figure is of a part of it that the question does not name; else that figure."""
    figure, statement, index = first.figure, first.statement, first.index
    if figure is None or statement.row is not None:
        return first
    text = statement.block.text
    start = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, figure.at - REACH), figure.at)), default=0)
    opens = next(iter(_MADE_OF.finditer(text, start, figure.at)), None)
    if opens is None:
        return first
    own = text[max(opens.end(), text.rfind(",", opens.end(), figure.at)) : figure.at]
    whole_words = set(plain(text[start : opens.start()]).split())
    words = {w for w in plain(own).split() if w.isalpha()} - whole_words
    if not words or words & set(plain(question.clear).split()) or any(words & _said(w.keys) for w in question.wanted):
        return first
    behind = plain(text[figure.at + len(figure.text) :][:60].partition(",")[0])
    if (set(behind.split()) - whole_words) & set(plain(question.clear).split()):
        return first  # "gồm 12 hồ sơ đất đai": the part is named behind its number
    for number in index.by_block[statement.block.id]:
        for other in index.statements[number].figures:
            like = unit_key(other.unit) == unit_key(figure.unit) and other.role in COUNTED
            if start <= other.at < opens.start() and like and other.value > figure.value:
                return replace(first, figure=other, statement=index.statements[number])
    return first


def _said(keys: tuple[str, ...]) -> set[str]:
    return {word for key in keys for word in plain(key).split()}

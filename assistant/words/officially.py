"""Words that people say in place of those of offices, where the rules of a question know only these."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.words.terms import normal
from ingest.language.fold import fold
from ingest.language.guarded import guarded

_MONTHS = ("giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "chạp")
_NUMBERS = {fold(name): number for number, name in enumerate(_MONTHS, start=1)} | {"mot": 1, "muoi hai": 12}
_NAMED = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_MONTH = guarded(  # "tháng ba năm 2025", "tháng tư vừa rồi"; not "mỗi tháng ba lần"
    rf"(?<!moi )(?<!mot )(?<!may )(?<!hang )\bthang (?P<name>{_NAMED})"
    r"(?= nam (?:20|nay\b|ngoai\b)|/20| vua\b| roi\b)"
)
# "mấy việc chưa làm", of what was given to be done: tasks, and no cases.
_GIVEN = re.compile(r"\b(?:de an|ke hoach|nghi quyet|chi thi|chuong trinh|duoc giao|giao cho|nhiem vu)\b")
_TASKS = re.compile(r"\b(?P<count>may|bao nhieu|\d+|hai|ba|bon) (?P<task>viec)\b(?! (?:lam|gi)\b)")
# "mấy hồ sơ gửi tới": what comes in is received; not what is sent on to a body.
_COMES_IN = re.compile(
    r"\b(?:ho so|don|giay to|tthc|thu tuc)(?: (?!da\b|tra\b)\w+){0,3}? (?P<sent>(?:gui|nop|dua)(?: vao| toi| den))\b"
    r"(?! (?:so|bo|phong|ban|ubnd|uy|ai|dau|co quan|don vi|cho|cac|trung|cap tren|tay|nha|tan|ngan)\b)"
)


class Officially:
    """Phrases with what offices say for them, ready to be put in their place."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._said = {fold(said): (_marked(said), official) for said, official in phrases.items()}
        longest_first = sorted(self._said, key=len, reverse=True)
        self._phrase = re.compile(r"\b(?:" + "|".join(longest_first) + r")\b")

    def spelled(self, text: str) -> str:
        """A text in the words of offices. A phrase that has marks is compared with them."""
        folded = fold(text)
        changes = []
        for found in self._phrase.finditer(folded):
            marked, official = self._said[found[0]]
            typed = text[found.start() : found.end()]
            if typed.isascii() or _marked(typed) == marked:
                changes.append((*found.span(), official))
        changes += [(*m.span("name"), str(_NUMBERS[m["name"]])) for m in _MONTH.finditer(folded)]
        changes += [(*m.span("sent"), "tiếp nhận") for m in _COMES_IN.finditer(folded)]
        if _GIVEN.search(folded):
            changes += [(*m.span("task"), "nhiệm vụ") for m in _TASKS.finditer(folded)]
        out, last = [], 0
        for start, end, official in sorted(changes):
            if start >= last:
                out += [text[last:start], official]
                last = end
        return "".join(out) + text[last:]


def _marked(phrase: str) -> str:
    return " ".join(map(normal, phrase.split()))

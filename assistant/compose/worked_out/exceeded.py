"""Whether a plan was reached or passed, told by the share of it: "bằng 112,6% dự toán" is more than was planned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.asked.restating import DOING, ask_again, enough
from assistant.compose.citing import Draft
from assistant.compose.sentences.windows import telling
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

WHOLE = 100  # per cent of a plan
WORDS = 34  # of the sentence that says it
_PASSED = guarded(
    r"\bvuot\b|\b(?:exceed(?:ed|s)?|surpass(?:ed)?|go over|went over|over-?fulfil\w*|above|beyond|"
    r"pass(?:ed|es)?(?= the| its)|beat(?:en)?|top(?:ped)?|outperform(?:ed)?)\b"
)
_REACHED = re.compile(r"\b(?:dat|hoan thanh|du|bang)\b|\b(?:me[et]t?|reach(?:ed)?|achiev\w+|fulfil\w*|hit)\b")
# What is planned, as a question and a report call it. An estimate of a budget is no target of production.
_BASES = (
    (re.compile(r"\bdu toan\b|\b(?:budget )?estimates?\b"), re.compile(r"du toan\b")),
    (
        re.compile(r"\b(?:ke hoach|chi tieu|muc tieu)\b|\b(?:plan(?:ned)?|targets?)\b"),
        re.compile(r"(?:ke hoach|chi tieu|muc tieu|nghi quyet)\b"),
    ),
)
_YET = re.compile(r"\bchua\W*$")
_GIVER = re.compile(r"\b(?:tinh|huyen|trung uong|hdnd|thanh pho) giao\b")
_BEHIND = re.compile(r"\s?%?\s*(?:so voi |cua )?(?P<base>[a-z ]{3,40})")
_ASKING = DOING | {
    "vuot", "du", "dat", "hoan thanh", "du toan", "ke hoach", "chi tieu", "muc tieu", "giao", "tinh giao", "huyen giao",
    "duoc giao", "de ra", "so voi", "exceed", "exceeded", "meet", "met", "reach", "reached", "hit", "plan", "planned",
    "target", "estimate", "estimates", "budget estimate",
}  # fmt: skip
_LESS_IS_MORE = re.compile(r"\b(?:giam|khong qua|toi da|duoi|ho ngheo|that nghiep|tai nan)\b")


def answer_exceeded(question: Question, indexes: Sequence[ReportIndex]) -> Draft | None:
    """Yes or no, with the share of the plan and the sentence that says it; None where no sentence sets what is asked
    about over the plan that the question names, or where less of it is better."""
    asked = fold(question.clear)
    passed = bool(_PASSED.search(asked))
    base = next((told for said, told in _BASES if said.search(asked)), None)
    if base is None or not question.is_(Kind.YES_NO) or not (passed or _REACHED.search(asked)):
        return None
    if _LESS_IS_MORE.search(asked):
        return None
    giver = _GIVER.search(asked)
    share = replace(question, percent=True, units=())  # of money as well the share is what tells
    fit = [
        (c.score, c, words)
        for index in indexes
        for c in ask_again(share, index, _ASKING, timeless=False)
        if enough(c) and (words := _share_of(c, base, giver[0] if giver else ""))
    ]
    if not fit:
        return None
    _, best, words = max(fit, key=lambda held: held[0])
    assert best.figure is not None
    over = best.figure.value > WHOLE if passed else best.figure.value >= WHOLE
    draft = Draft()
    key = draft.cite_statement(best.index, best.statement)
    denied = "Chưa" if _YET.search(asked) else "Không"
    word = ("Có" if over else denied) if question.language == "vi" else ("Yes" if over else "No")
    draft.say(f"{word}: “{words}”", key)
    draft.say(f"“{telling(question, best.statement, WORDS, best.figure.at)}”", key)
    return draft


def _share_of(candidate: Candidate, base: re.Pattern[str], giver: str) -> str:
    """The words that set a figure over what is planned, as printed: "112,6% dự toán tỉnh giao"; "" where none do."""
    figure, statement = candidate.figure, candidate.statement
    if figure is None or figure.unit != "%" or statement.row is not None or statement.ahead:
        return ""
    text = statement.block.text
    behind = _BEHIND.match(fold(text[figure.at + len(figure.text) : statement.end]))
    if behind is None or not base.match(behind["base"]) or (giver and giver not in behind["base"]):
        return ""
    end = figure.at + len(figure.text) + behind.start("base") + len((base.match(behind["base"]) or behind)[0])
    return " ".join(text[figure.at : end].split())

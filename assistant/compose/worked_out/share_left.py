"""The share of what is not done, where the report gives the share of what is: "tỷ lệ chưa giải quyết" is what the share
that is settled leaves of the whole."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.asked.restating import DOING, ask_again, enough
from assistant.asked.wanted import Wanted
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.contrary import DENIES
from assistant.compose.material import Material
from assistant.compose.wording import amount, number, quoted
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.question import Question
from assistant.verify import values
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.ledgers import Role

WHOLE = Decimal(100)
DONE = {  # what is left of a share, and what the share is of
    "tồn đọng": ("giải quyết",),
    "hòa giải không thành": ("hòa giải thành",),
    "không hài lòng": ("hài lòng",),
    "chưa thực hiện": ("thực hiện",),
    "không đủ điều kiện": ("đủ điều kiện",),
}
IN_TIME = frozenset({"quá hạn", "đúng hạn", "trước hạn", "còn hạn", "trước và đúng hạn"})
_OF_SO_MANY = re.compile(r"\b(?:trong|tren|of)(?: tong)?(?: so)?(?: the)? (?P<n>\d[\d.,]*)(?= \w)(?! (?:nam|thang)\b)")
_SHARES = frozenset({Role.SHARE, Role.RATE, Role.ACTUAL})


def _passage(candidate: Candidate) -> str:
    at, statements = candidate.statement.index, candidate.index.statements
    return " ".join(s.quote for s in statements[max(0, at - 1) : at + 1])


def answer_share_left(t: Material) -> Draft | None:
    """What the one share that says all else that is asked leaves of a hundred; None where the report gives the share
    that is asked for, or nothing denied is asked of."""
    question = t.question
    left = next((w for w in question.wanted if not DONE.keys().isdisjoint(w.keys)), None)
    denied = next((w for w in question.denied if w.keys and "trực tuyến" in w.keys), None) if left is None else None
    left = left or denied
    if left is None or not question.percent or len(question.periods) > 1:
        return None
    if any(not IN_TIME.isdisjoint(w.keys) for w in question.wanted):
        return None  # of what was late the report gives its own share
    if not denied and any(c.figure is not None and c.figure.unit == "%" and _says(c, left) for c in t.figures):
        return None
    done = tuple(left.keys) if denied else tuple(key for k in left.keys for key in DONE.get(k, ()))
    turned = tuple(replace(w, keys=done, words="") if w is left else w for w in question.wanted)
    asked = replace(question, wanted=turned, denied=())
    shares = [c for i in t.indexes for c in ask_again(asked, i, DOING, timeless=False) if _is_share(c, done)]
    if so_many := _OF_SO_MANY.search(fold(question.clear)):  # a share of other things says nothing of these
        shares = [c for c in shares if values(so_many["n"]) <= values(_passage(c))]
    best = max(shares, key=lambda c: c.score, default=None)
    counts = [c for c in t.figures if c.figure is not None and unit_fits(question, c.figure.unit) and _says(c, left)]
    if best is None or (question.units and not counts):
        return None
    return _told(question, best, counts[0] if question.units else None, t.lexicon)


def _says(candidate: Candidate, left: Wanted) -> bool:
    assert candidate.figure is not None
    return not candidate.index.local_keys[candidate.figure.id].isdisjoint(left.keys)


def _is_share(candidate: Candidate, done: tuple[str, ...]) -> bool:
    """Whether a candidate is a share of what is done, and its clause denies nothing."""
    figure = candidate.figure
    if figure is None or figure.unit != "%" or figure.role not in _SHARES or not enough(candidate):
        return False
    index = candidate.index
    said = index.local_keys[figure.id] | index.figure_keys[figure.id] | candidate.statement.own
    return figure.value < WHOLE and not said.isdisjoint(done) and not DENIES.search(figure.indicator)


def _told(question: Question, candidate: Candidate, count: Candidate | None, lexicon: Lexicon) -> Draft:
    """What is left, how many they are where that is asked as well."""
    figure, language = candidate.figure, question.language
    assert figure is not None
    draft = Draft()
    if count is not None and count.figure is not None:
        draft.say(amount(count.figure, language, lexicon), draft.cite_statement(count.index, count.statement))
    key = draft.cite_statement(candidate.index, candidate.statement)
    left = WHOLE - figure.value
    draft.calculation = Calculation(f"{WHOLE} - {figure.value:f}", left, "%", (Operand(figure.value, key),))
    of = number(figure.value, language)
    rest = f"phần còn lại ngoài {of}%" if language == "vi" else f"what {of}% leaves"
    draft.say(f"{number(left, language)}% ({rest})", key)
    draft.say(quoted(excerpt(candidate.statement, figure.at), language), key)
    return draft

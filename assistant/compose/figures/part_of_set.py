"""How many of a set, or what share of it, where the report sets the part over the whole: "13/19 nhiệm vụ".

"Các việc trọng tâm thì xong được mấy việc?" is not told by how many they are, and "hoàn thành bao nhiêu
phần trăm số nhiệm vụ?" not by a share of something else.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.asked.restating import ask_again, compares, enough
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.material import Material
from assistant.compose.wording import amount, number, quoted
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import plain
from assistant.question import Question
from assistant.verify import work_out
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure

DONE = r"(?:lam|hoan thanh|trien khai|thuc hien|giai quyet|xu ly|to chuc|kiem tra|khac phuc|dat|xong|so hoa|xay dung)"
_OF_SET = guarded(
    rf"\b(?:da|duoc) (?:\w+ ){{0,2}}?{DONE}(?: \w+){{0,2}}? (?:may|bao nhieu) [^?;]{{3,60}}"
    r"\b(?:trong|tren)(?: tong)? so\b|"
    rf"\b(?:trong|tren)(?: tong)? so\b[^?;]{{3,90}}\b{DONE}(?: \w+){{0,2}}? (?:may|bao nhieu)\b|"
    r"\bhow many of (?:the|these|those|its|their)\b[^?;]{3,90}\b(?:done|completed?|carried out|implemented|finished|"
    r"resolved|settled|inspected|checked|fulfilled|rolled out|in place|launched)\b"
)
_SHARE_OF = guarded(
    r"\bphan tram (?:trong |tren |cua )?(?:tong )?(?:so|cac|nhung) (?P<vi>\w+(?: \w+)?)|"
    r"\b(?:percentage|share|proportion) of (?:the |its |their |all )?(?P<en>[a-z -]{3,40})"
)
AHEAD = 0.25  # of coverage by which a share of something else may say more


def answer_part_of_set(t: Material) -> Draft | None:
    """The part over its whole, or the share it makes; None where none is asked for so, or the report states it."""
    question, asked = t.question, fold(t.question.clear)
    if not question.is_(Kind.FIGURE) or not question.units or compares(question) or question.is_(Kind.AUDIT):
        return None
    if not question.percent:
        return _part(t) if _OF_SET.search(asked) else None
    said = _SHARE_OF.search(asked)
    if said is None or any(_is_of_things(c, question, said["vi"] or "") for c in t.figures[:1]):
        return None
    counted = replace(question, percent=False, wanted=tuple(w for w in question.wanted if "tỷ lệ" not in w.keys))
    again = (c for i in t.indexes for c in ask_again(counted, i, frozenset(), timeless=False))
    pairs = [c for c in again if enough(c) and _is_pair(c.figure) and not c.statement.ahead and _fits(question, c)]
    best = max(pairs, key=lambda c: c.score, default=None)
    return _share(question, best) if best is not None else None


def leaves_out_things(asked: str, draft: Draft) -> bool:
    """Whether a share is asked of things that nothing cited by a draft speaks of."""
    said = _SHARE_OF.search(asked)
    if said is None or not said["vi"] or draft.calculation is not None:
        return False
    return not any(_speaks_of(said["vi"], plain(c.quote)) for c in draft.citations)


def _speaks_of(things: str, words: str) -> bool:
    first, *more = things.split()
    return f" {things} " in words or (bool(more) and f" {first} " in words and first not in {"so", "don"})


def _is_of_things(candidate: Candidate, question: Question, things: str) -> bool:
    figure = candidate.figure
    if figure is None or figure.unit != "%":
        return False
    held = candidate.statement.own | candidate.statement.sentence
    return bool(held & set(question.units)) or (bool(things) and _speaks_of(things, candidate.statement.plain))


def _is_pair(figure: Figure | None) -> bool:
    return figure is not None and "/" in figure.text and figure.comparison is not None and bool(figure.comparison.value)


def _fits(question: Question, candidate: Candidate) -> bool:
    return candidate.figure is not None and unit_fits(question, candidate.figure.unit)


def _part(t: Material) -> Draft | None:
    """The part that the paragraph of the whole sets over it."""
    candidate = t.figures[0] if t.figures else None
    whole = candidate.figure if candidate is not None else None
    if candidate is None or whole is None or candidate.statement.row is not None or "/" in whole.text:
        return None
    index = candidate.index
    for at in index.by_block[candidate.statement.block.id]:
        statement = index.statements[at]
        for figure in statement.figures:
            of_whole = figure.comparison is not None and figure.comparison.value == whole.value
            if _is_pair(figure) and of_whole and unit_key(figure.unit) == unit_key(whole.unit):
                draft = Draft()
                key = draft.cite_statement(index, statement)
                draft.say(amount(figure, t.question.language, t.lexicon), key)
                draft.say(quoted(excerpt(statement, figure.at), t.question.language), key)
                return draft
    return None


def _share(question: Question, candidate: Candidate) -> Draft | None:
    figure, statement = candidate.figure, candidate.statement
    if figure is None or figure.comparison is None or not figure.comparison.value:
        return None
    whole = figure.comparison.value
    formula = f"{figure.value:f} / {whole:f} * 100"
    value = work_out(formula)
    if value is None:
        return None
    draft, language = Draft(), question.language
    key = draft.cite_statement(candidate.index, statement)
    draft.calculation = Calculation(formula, value, "%", (Operand(figure.value, key), Operand(whole, key)))
    a, b, c = (number(v, language) for v in (value, figure.value, whole))
    draft.say(f"{a}% (= {b}/{c})", key)
    draft.say(quoted(excerpt(statement, figure.at), language), key)
    return draft

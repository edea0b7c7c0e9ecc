"""What stands beside the figure that the turn before told, where a follow-up is of hardly more than that: the rest of
it ("Và số còn lại?"), the whole it is of ("Out of how many?"), the other kind that its sentence counts ("Còn tố cáo?"),
the people who came to what was counted ("Mấy người dự?").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.compose.citing import Draft
from assistant.compose.figures.stated import answer_figure
from assistant.compose.material import Material
from assistant.compose.worked_out.arithmetic import difference, pairs
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import ReportIndex, Statement
from assistant.evidence.told_before import counts_beside, place_of, sibling
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.ledgers import Figure

_REST = guarded(
    r"^\W*(?:(?:con|va|the|vay|so) )*(?:so|phan|nhung cai|cai|may cai)? ?(?:con lai|kia)"
    r"(?: (?:la|thi|co|duoc|bao nhieu|may|sao|the nao|ra sao))*\W*$|"
    r"^\W*(?:(?:and|so|what about|how about|how many) )*(?:are |is )?(?:the )?(?:rest|remainder|remaining ones?|others|"
    r"left over|left)\W*$"
)
_UNDONE = guarded(
    r"^\W*(?:(?:va|the|vay) )*(?:con )?(?:thieu )?(?:bao nhieu|may)(?: \w+){0,2} "
    r"(?:nua )?(?:thi )?(?:con )?(?:chua|thieu)\b|"
    r"^\W*(?:(?:va|the|vay) )*con (?:thieu )?(?:bao nhieu|may)\b|"
    r"^\W*(?:(?:and|so) )*how many (?:\w+ )?(?:are |were |is |have |has |did )?(?:still )?"
    r"(?:not|left|remain|missing|yet)"
)
_WHOLE = guarded(
    r"^\W*(?:va |the |vay )*(?:la )?(?:trong|tren)(?: (?:tong(?: so)?|so))? (?:bao nhieu|may)(?: \w+)?\W*$|"
    r"^\W*(?:and |so |that is )?out of (?:how many|what total)(?: \w+)?\W*$|^\W*(?:and )?of how many(?: \w+)?\W*$"
)
_CAME = guarded(
    r"^\W*(?:(?:va|the|vay|co|duoc) )*(?:bao nhieu|may) (?:luot )?nguoi\W*$|"
    r"^\W*(?:(?:va|the|vay|co|duoc) )*(?:bao nhieu|may) (?:luot )?(?:nguoi|luot) "
    r"(?:da |den |toi )*(?:tham du|du|tham gia|den|nghe|hoc)\W*$|"
    r"^\W*(?:(?:and|so) )*how many (?:people |participants )?(?:attended|came|took part|joined|participated)\W*$"
)
_LEFT = re.compile(r"\b(?:còn(?! hạn)|chưa|đang|tồn)\b[^.;]{0,25}$")
_OF_IT = re.compile(r"trong đó|gồm|bao gồm|\(")
_SENTENCE = re.compile(r"[.](?=\s|$)|\n")


def answer_beside_told(t: Material) -> Draft | None:
    """The figure meant; None where the follow-up says more, or the sentence has none or several that may be meant."""
    question = t.question
    if not question.followup or not question.told or not counts_beside(question):
        return None
    placed = place_of(question.told, t.indexes)
    if placed is None:
        return None
    index, held, told = placed
    asked = fold(question.clear).strip()
    if "/" in told.text and _UNDONE.search(asked):
        candidate = Candidate(index, held, told, 1.0, 1.0, (), ())
        pair = next((p for p in pairs(held) if p.part.id == told.id), None)
        return difference(question, candidate, pair, (pair.whole, pair.part.value), t.lexicon) if pair else None
    if _REST.search(asked):
        figure = _rest(held, told)
    elif _WHOLE.search(asked):
        figure = _whole(index, held, told)
    elif _CAME.search(asked):
        figure = _people(held, told)
    else:
        figure = sibling(question, index, held, told, t.lexicon)
    if figure is None:
        return None
    where = next(index.statements[n] for n in index.by_block[held.block.id] if figure in index.statements[n].figures)
    return answer_figure(question, [Candidate(index, where, figure, 1.0, 1.0, (), ())], t.lexicon)


def _alike(held: Statement, told: Figure) -> list[Figure]:
    return [f for f in held.figures if f is not told and unit_key(f.unit) == unit_key(told.unit) and "/" not in f.text]


def _rest(held: Statement, told: Figure) -> Figure | None:
    """What makes up the whole of the sentence together with the figure told; else what is said behind it to be left."""
    others = _alike(held, told)
    makes_up = [a for a in others for whole in others if a is not whole and a.value + told.value == whole.value]
    if len(makes_up) == 1:
        return makes_up[0]
    text = held.block.text
    behind = [f for f in others if f.at > told.at and _LEFT.search(text, told.at + len(told.text), f.at)]
    return behind[0] if len(behind) == 1 and not makes_up else None


def _whole(index: ReportIndex, held: Statement, told: Figure) -> Figure | None:
    """The nearest figure before, counted alike and no less, of which the one told is said to be a part."""
    text = held.block.text
    for figure in _before(index, held, told):
        between = text[figure.at + len(figure.text) : told.at]
        if _SENTENCE.search(between):
            return None
        if unit_key(figure.unit) == unit_key(told.unit) and figure.value >= told.value and _OF_IT.search(between):
            return figure
    return None


def _before(index: ReportIndex, held: Statement, told: Figure) -> Iterator[Figure]:
    block = [f for n in index.by_block[held.block.id] for f in index.statements[n].figures]
    return (f for f in reversed(block) if f.at < told.at)


def _people(held: Statement, told: Figure) -> Figure | None:
    """The people of the sentence: who came to what it counts, before it counts that again."""
    end = min((f.at for f in _alike(held, told) if f.at > told.at), default=held.end)
    people = [f for f in held.figures if f.at < end and f is not told and "nguoi" in fold(f.unit).split()]
    behind = [f for f in people if f.at > told.at]
    return (behind or people)[0] if len(behind or people) == 1 else None

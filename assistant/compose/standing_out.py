"""Evidence that stands out: where one passage holds far more of a question than any other, more of it may be missing.

A question says a thing in words of its own ("rải đều bao nhiêu hộ" of "phát phiếu hỏi 45 hộ"), and one that the
report does not use is missing everywhere. Where no other passage comes near, the one that stands out is shown, in the
report's words, with a note of what it does not say. The settings were chosen on questions over invented and real
reports: of those that had met an abstention, ten were answered rightly for one that should not have been
(docs/answers.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.lists.note_of_count import MEMBERS
from assistant.compose.material import Material
from assistant.compose.sentences.passages import answer_text
from assistant.compose.sufficiency import leaves_out, told_with_others, words_of_part
from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import plain
from assistant.measured.money import is_money
from assistant.question import Question, Wanted
from assistant.words.terms import tokens
from ingest.language.fold import fold

_DENIES = re.compile(r"\b(?:khong|chua|not|never|didn.t|wasn.t|weren.t|haven.t|hasn.t)\b")
AHEAD = 0.25  # of score, before the next best passage
CLOSE = 0.125  # of what nearness in meaning can add: it is among the nearest as well
HELD_BY_FIGURE, HELD_BY_TEXT = 0.5, 0.55  # of the question
MOST_MISSING, OF_MONEY = 0.42, 0.3  # of the question, in one word; where a sum of money is told
OF_FIELD = 0.3  # of the question, from which a word behind the thing counted says which kind of it is meant
_OF_FIELD = re.compile(
    r"\b(?:ve|thuoc|trong linh vuc|lien quan(?: den| toi)?|about|on|concerning|regarding) (?P<of>\w+(?: \w+)*)"
)


def answer_standing_out(t: Material) -> Draft | None:
    """The passage that stands out, quoted, with a note of the words that stand nowhere near; None if none does."""
    question = t.question
    wants_number = question.is_(Kind.FIGURE)
    if question.followup or question.is_(Kind.CAUSE, Kind.WHO) or (t.figures if wants_number else t.texts):
        return None  # there was enough, and no composer found in it what is asked for
    best = next((c for c in t.found.candidates if (c.figure is not None) is wants_number), None)
    if best is None or not _stands_out(best, t.found.candidates):
        return None
    if MEMBERS.search(fold(question.clear)):
        return None  # that there is such a set does not say what it is made of
    if question.is_(Kind.LIMITATION) and best.statement.ahead:
        return None  # what is still to be done is not what fell short
    if _DENIES.search(fold(question.clear)) and not _DENIES.search(fold(best.statement.quote)):
        return None  # "how many were not issued on time?" is not told by how many were
    if leaves_out(question, words_of_part(question), best) or told_with_others(question, best):
        return None
    if wants_number and _is_of_another_kind(question, best):
        return None
    draft = answer_text(question, [best], limit=1)
    if draft is not None:
        _note_missing(draft, question, best.missing)
    return draft


def _stands_out(best: Candidate, every: Sequence[Candidate]) -> bool:
    held = HELD_BY_TEXT if best.figure is None else HELD_BY_FIGURE
    most = OF_MONEY if best.figure is not None and is_money(best.figure.unit) else MOST_MISSING
    if best.coverage < held or best.lacks >= most or best.near < CLOSE or any(w.must for w in best.missing):
        return False
    other = next((c for c in every if c.statement is not best.statement), None)
    return other is None or best.score >= other.score + AHEAD


def _is_of_another_kind(question: Question, best: Candidate) -> bool:
    """Whether evidence does not say what stands right behind the thing that is counted, or on what it is, and is a word
    of the field: of "bao nhiêu câu lạc bộ thể thao" no club for reading is one."""
    if best.lacks < OF_FIELD:
        return False
    asked = plain(question.clear)
    known = [w.words for w in best.missing if w.weight >= 1.0 and w.keys and w.keys != (w.words,)]
    return any(f" {fold(unit)} {words} " in asked for unit in question.units for words in known) or any(
        m["of"].startswith(words) for m in _OF_FIELD.finditer(asked) for words in known
    )


def _note_missing(draft: Draft, question: Question, missing: tuple[Wanted, ...]) -> None:
    words = [f"“{said}”" for w in missing if w.weight >= 0.5 and (said := _as_typed(question.clear, w.words))]
    if not words:
        return
    named = ", ".join(words)
    if question.language == "vi":
        draft.notes.append(f"Chỗ được trích không nói rõ {named}; đây là nội dung gần nhất, hãy xem có đúng ý hỏi.")
    else:
        draft.notes.append(f"The cited place does not say {named}; it is the nearest passage, see whether it is meant.")


def _as_typed(text: str, folded: str) -> str:
    """The words of a question that are these once folded; "" where it has them not side by side."""
    found, words = tokens(text), folded.split()
    for i in range(len(found) - len(words) + 1):
        run = found[i : i + len(words)]
        if words and [fold(t.text) for t in run] == words:
            return text[run[0].start : run[-1].end]
    return ""

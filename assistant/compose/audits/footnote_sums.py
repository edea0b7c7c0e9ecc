"""Whether the parts that a footnote tells add up to what its sentence counts.

"Mở 12 lớp[4]" and, in the note, "xã A 05 lớp; xã B 06 lớp": who asks whether the note adds up to the 12 names the note,
what is counted and the sum. The parts are those of the note of the same unit, each with a name of its own; what stands
in brackets behind a part is no further part.
"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.claims import Calculation, Operand
from assistant.compose.audits.doubts import topic
from assistant.compose.citing import Draft
from assistant.compose.wording import number
from assistant.evidence.statements import ReportIndex
from assistant.question import Question
from ingest.figures.compounds import head_unit
from ingest.language.fold import fold
from ingest.language.numbers import parse_number
from ingest.ledgers import Figure, Role
from ingest.report import Block

NOTE = re.compile(r"\b(?:chu thich|cuoc chu|ghi chu|footnotes?)\b")
_STATED = re.compile(r"(?<![\d/.,])(?P<n>\d[\d.,]*\d|\d)(?: (?P<unit>[^\W\d]+)|(?=\W*$))")
_NO_UNIT = frozenset({"khong", "hay", "chua", "nhu", "da"})  # "có bằng 22 không", "bằng 22 đã ghi không"
_TESTED = re.compile(r"\b(?:bang|ra|dung|khop|thanh|du|add(?:s|ed)? up to|equal(?:s)?(?: to)?|make|sum(?:s)? to)\b")
_LABEL = re.compile(r"(?:^|[.;]\s+)[^\W\d][^:;.\d]{2,60}:\s")  # "Đơn tố cáo: "
_TOTAL = re.compile(r"\btổng (?:cộng|số)(?: là| có)? $", re.IGNORECASE)
_DEPTH = {"(": 1, ")": -1}
LEAST = 2  # parts
SAID = 0.6  # of what is asked, by a note and its sentence


def answer_footnote_sum(question: Question, indexes: list[ReportIndex]) -> Draft | None:
    """Of each number put to the test, whether the parts in the footnote of its sentence add up to it; None unless all
    are told by one sentence with such a note."""
    if not NOTE.search(fold(question.clear)):
        return None
    stated = stated_numbers(question)
    for index in indexes:
        for note in index.report.blocks:
            if note.anchor is None or (question.footnote is not None and note.number != question.footnote):
                continue
            told = _sums(index, note, stated)
            if told:
                return _told(question, index, note, told)
    return None


def answer_note_sum(question: Question, indexes: list[ReportIndex]) -> Draft | None:
    """The same where the question speaks of no note: of the note that says most of what is asked, with its sentence.
    Where it states no number either, of the unit that the sentence and at least two parts of the note share."""
    stated = stated_numbers(question)
    best: tuple[float, ReportIndex, Block, list[tuple[Figure, list[Figure]]]] | None = None
    for index in indexes:
        weighted = topic(question, [index])
        total = sum(w.weight for w in weighted)
        for note in index.report.blocks:
            if note.anchor is None or not total:
                continue
            of_note = [index.statements[n] for n in (*index.by_block.get(note.id, ()),)]
            held = {fold(k) for s in of_note for k in s.own | s.lead | s.sentence | s.heading | index.title}
            said = " ".join((f" {fold(index.report.place)} ", *(s.plain for s in of_note)))
            met = sum(
                w.weight for w in weighted if {fold(k) for k in w.wanted.keys} & held or f" {w.wanted.words} " in said
            )
            if met < SAID * total or (best is not None and met / total <= best[0]):
                continue
            told = _sums(index, note, stated) if stated else _of_one_unit(index, note)
            if told:
                best = (met / total, index, note, told)
    return _told(question, *best[1:]) if best is not None else None


def _of_one_unit(index: ReportIndex, note: Block) -> list[tuple[Figure, list[Figure]]]:
    """The figure of a note's sentence and the parts of it in the note, where one unit alone is told so."""
    found: list[tuple[Figure, list[Figure]]] = []
    for whole in _counted(index, note):
        told = _sums(index, note, [(whole.value, fold(whole.unit).partition(" ")[0])])
        found += [t for t in told if t[0] is whole]
    return found if len(found) == 1 else []


def stated_numbers(question: Question) -> list[tuple[Decimal, str]]:
    """The numbers that a question puts to the test, each with the folded noun behind it, "" in English."""
    tested = max((m.end() for m in _TESTED.finditer(fold(question.clear))), default=0)
    return [
        (v, "" if question.language == "en" or fold(m["unit"] or "") in _NO_UNIT else fold(m["unit"] or ""))
        for m in _STATED.finditer(question.clear, tested)
        if (v := parse_number(m["n"])) is not None
    ]


def _sums(index: ReportIndex, note: Block, stated: list[tuple[Decimal, str]]) -> list[tuple[Figure, list[Figure]]]:
    """The figures of the sentence that a note hangs on which have those values and units, each with its parts; [] where
    one has none."""
    counted = _counted(index, note)
    parts = [f for n in index.by_block.get(note.id, ()) for f in index.statements[n].figures if not _bracketed(note, f)]
    found: list[tuple[Figure, list[Figure]]] = []
    for value, word in stated:
        whole = next((f for f in counted if f.value == value and word in ("", *fold(f.unit).split())), None)
        own = [f for f in parts if whole is not None and _noun(f) == _noun(whole) and f.role not in _NO_PARTS]
        own = own or _bare(index, note)
        labelled = _of_labels(note, own)
        if whole is None or len(own) < LEAST or (not labelled and len(own) < _printed(note.text, whole.unit)):
            return []
        own = labelled or own
        found.append((whole, own))
    return found


def _counted(index: ReportIndex, note: Block) -> list[Figure]:
    """The figures of the sentence that a note hangs on."""
    assert note.anchor is not None
    marks = [n.offset for n in index.report.block(note.anchor).notes if n.number == note.number]
    held = [index.statements[n] for n in index.by_block.get(note.anchor, ())]
    return [f for s in held if any(s.start <= m <= s.end + 1 for m in marks) for f in s.figures]


def _of_labels(note: Block, figures: list[Figure]) -> list[Figure]:
    """Of each kind that a note heads with its name ("Đơn khiếu nại: tồn 02 đơn, …, tổng cộng 19 đơn") the one figure
    that counts it: its total, else the first. [] where it heads fewer than two so, or tells no total."""
    starts = [m.end() for m in _LABEL.finditer(note.text)]
    if len(starts) < LEAST:
        return []
    ends = [*starts[1:], len(note.text)]
    told = [[f for f in figures if start <= f.at < end] for start, end in zip(starts, ends, strict=True)]
    totals = [next((f for f in of if _TOTAL.search(note.text, 0, f.at)), None) for of in told]
    if not all(told) or not any(totals):
        return []  # who are told behind one name may each be a part: "Lãnh đạo: Chủ tịch 12 lượt, Bí thư 05 lượt"
    return [total or of[0] for total, of in zip(totals, told, strict=True)]


def _bare(index: ReportIndex, note: Block) -> list[Figure]:
    """The parts of a note that gives nothing but one bare number in brackets behind each name: "đất đai (31), hộ tịch
    (12)"; [] where it gives others."""
    figures = [f for n in index.by_block.get(note.id, ()) for f in index.statements[n].figures]
    alone = all(note.text[f.at - 1 : f.at + len(f.text) + 1] == f"({f.text})" for f in figures)
    return figures if alone and len(figures) == len(re.findall(r"\d[\d.,]*", note.text)) else []


_NO_PARTS = frozenset({Role.PREVIOUS, Role.CHANGE, Role.TARGET, Role.RANK})


def _printed(text: str, unit: str) -> int:
    """How many numbers of a note stand before the noun that is counted, those in brackets aside: a part that was not
    read as a figure makes no sum."""
    while (bare := re.sub(r"\([^()]*\)", " ", text)) != text:
        text = bare
    return len(re.findall(rf"(?<![\d./])\d[\d.]* {re.escape(unit.partition(' ')[0])}\b", text, re.IGNORECASE))


def _noun(figure: Figure) -> str:
    """The first word of a unit, folded: "vụ" and "vụ việc" count alike."""
    return fold(figure.unit).partition(" ")[0]


def _bracketed(note: Block, figure: Figure) -> bool:
    return sum(_DEPTH.get(char, 0) for char in note.text[: figure.at]) > 0


def _told(question: Question, index: ReportIndex, note: Block, told: list[tuple[Figure, list[Figure]]]) -> Draft:
    draft, language = Draft(), question.language
    vietnamese = language == "vi"
    steps: list[str] = []
    operands: list[Operand] = []
    value = Decimal(0)
    note_key = draft.cite(index, note, 0, len(note.text))
    block = index.report.block(told[0][0].locator.block)
    sentence = next(s for n in index.by_block[block.id] if (s := index.statements[n]).start <= told[0][0].at < s.end)
    key = draft.cite_statement(index, sentence)
    for whole, parts in told:
        total = sum((f.value for f in parts), Decimal(0))
        formula = " + ".join(f"{f.value:f}" for f in parts)
        gap = abs(total - whole.value)
        operands += [*(Operand(f.value, note_key) for f in parts), Operand(whole.value, key)]
        steps.append(f"{formula} = {total:f}")
        shown = f"{' + '.join(number(f.value, language) for f in parts)} = {number(total, language)}"
        unit = f" {head_unit(whole.unit)}" if vietnamese else ""
        if gap:
            high, low = max(total, whole.value), min(total, whole.value)
            steps.append(f"{high:f} - {low:f} = {gap:f}")
            said = number(whole.value, language)
            draft.say(
                f"Không khớp: {shown}{unit}, báo cáo ghi {said}{unit}, chênh lệch {number(gap, language)}"
                if vietnamese
                else f"No, it does not add up: {shown}, the report states {said}, a difference of "
                f"{number(gap, language)}",
                note_key,
                key,
            )
        else:
            draft.say(f"Có, khớp: {shown}{unit}" if vietnamese else f"Yes, it adds up: {shown}", note_key, key)
        value = gap or total
    last = steps[-1].rpartition(" = ")[0]
    draft.calculation = Calculation("; ".join([*steps[:-1], last]), value, head_unit(told[-1][0].unit), tuple(operands))
    return draft

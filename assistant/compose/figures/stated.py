"""Figure questions: the figure asked for, its siblings at other levels where the question leaves the level open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Language, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.before_parts import before_parts
from assistant.compose.figures.kinds_beside import kinds_beside, name_of_kind
from assistant.compose.figures.share_behind import add_share_behind
from assistant.compose.figures.twins import twins
from assistant.compose.parts import parts_of
from assistant.compose.sentences.windows import telling
from assistant.compose.sufficiency import counts_all
from assistant.compose.tables.cells_beside import asked_beside
from assistant.compose.tables.columns import names_row
from assistant.compose.tables.row_names import is_total, label_of, line_above, row_name
from assistant.compose.wording import amount, number, quoted, scope, unit
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.coverage import weigh
from assistant.evidence.figurewords import COMMON
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import keys, plain
from assistant.measured.bounds import bound_at, told_as_bound
from assistant.measured.running import says_time
from assistant.measured.states import OPPOSITE
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import unit_key
from ingest.language.fold import fold
from ingest.language.periods import contains, label
from ingest.ledgers import Figure, Role

CLOSE = 0.1  # a score this near to the best is as good
PROSE = 0.35  # a sentence may score so much less than the row that gives the same figure: it reads better
STATES = frozenset({"giải quyết", "tồn đọng", "chuyển sang", "từ chối", "rút đơn", "trả lời"})
_ORDER = re.compile(r"^\W*(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)/]\s+")
LOOKED_AT = 30
SIBLINGS = 3
PARTS_WORDS = 54  # of it where the question asks for more than one thing
OF_ANYTHING = 0.25  # weight of a word that reports say of everything
QUOTED_WORDS = 44  # of the sentence that gives the figure


def answer_figure(question: Question, best: list[Candidate], lexicon: Lexicon) -> Draft | None:
    """The best figure, with those that answer as well at another level or of another kind; None if there is none."""
    figures = [c for c in best if c.figure is not None and _is_asked_row(question, c, lexicon)]
    figures = [c for c in figures if _is_asked_column(question, c, lexicon)]
    if not figures:
        return None
    draft = Draft()
    first = before_parts(question, _in_prose(question, whole_of(question, figures), figures))
    chosen = [first]
    for other in figures[:12]:
        if len(chosen) > SIBLINGS or other.score < first.score - 2 * CLOSE:
            break
        if _sibling(first, other, question) and not any(scope_of(c) == scope_of(other) for c in chosen):
            chosen.append(other)
    kinds = kinds_beside(question, first) if len(chosen) == 1 else []
    chosen += [replace(first, figure=f) for f in kinds]
    if len(chosen) == 1 and not counts_all(question, first):
        chosen += twins(question, first, figures)
    language = question.language
    for candidate in chosen:
        figure = _figure(candidate)
        key = draft.cite_statement(candidate.index, candidate.statement)
        named = _cite_line_above(draft, candidate)
        lead = _amount(figure, candidate, language, lexicon)
        if kinds and (name := name_of_kind(figure)):
            lead = f"{name}: {lead}"
        elif candidate is first:
            lead = (", " if candidate.statement.row is None else "; ").join(
                _told(f, candidate, language, lexicon) for f in (figure, *_companions(first, question))
            )
        elif candidate.statement.row is not None:
            lead = _told(figure, candidate, language, lexicon)
        if figure.scope and len(chosen) > 1:
            lead = f"{scope(figure.scope, language)}: {lead}"
        draft.say(lead[:1].upper() + lead[1:], key, *named)
    shown: set[int] = set()
    several = len(parts_of(question.clear)) > 1
    for candidate in chosen[:2]:
        if candidate.statement.index not in shown and candidate.statement.row is None:
            shown.add(candidate.statement.index)
            key = draft.cite_statement(candidate.index, candidate.statement)
            room = (PARTS_WORDS if several else QUOTED_WORDS) if len(chosen) == 1 or kinds else 16
            draft.say(quoted(telling(question, candidate.statement, room, _figure(candidate).at), language), key)
    if len(chosen) == 1:
        add_share_behind(draft, question, first, lexicon)
    _complete(draft, question, first, best)
    figure = _figure(first)
    apart = first.index.report.period and not contains(first.index.report.period, figure.period)
    if figure.period and (apart or wants_previous(question)):  # which year "năm ngoái" is depends on when it is asked
        if language == "vi":
            draft.notes.append(f"Đây là số liệu của {label(figure.period, 'vi')}.")
        else:
            draft.notes.append(f"This figure is of {label(figure.period, 'en')}.")
    return draft


def _in_prose(question: Question, first: Candidate, figures: Sequence[Candidate]) -> Candidate:
    """The sentence that gives the same figure as a row of a table, if there is one and no table was asked for."""
    own = _figure(first)
    if first.statement.row is None or question.appendix or not own.value:
        return first  # a nought is told of many things
    for other in figures[:LOOKED_AT]:
        told = _figure(other)
        like = unit_key(told.unit) == unit_key(own.unit) or not own.unit
        if other.statement.row is None and told.value == own.value and like and other.index is first.index:
            return other if other.score >= first.score - PROSE else first
    return first


def _is_asked_row(question: Question, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a figure stands in running text, or in a row of its table that the question speaks of."""
    statement = candidate.statement
    if statement.block.table is None or statement.row is None:
        return True
    own = candidate.index.scope_keys[_figure(candidate).id]
    if question.language == "en":  # its words stand in no label, the concepts they stand for do
        own |= (statement.own | keys(lexicon, line_above(statement.block.table, statement.row))) - COMMON
    return names_row(question, statement.block.table, statement.row, own, candidate.index.report.place)


def _is_asked_column(question: Question, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a figure of a row without a label stands under headings that the question speaks of.

    In a table of one row the headings set kinds beside each other ("Tiếp thường xuyên", "Tiếp định kỳ").
    """
    table, at = candidate.statement.block.table, _figure(candidate).at
    if table is None or candidate.statement.row is None:
        return True
    asked = {k for w in question.wanted for k in w.keys}
    row = table.row(candidate.statement.row)
    cell = next((c for c in row if c.start <= at < max(c.end, c.start + 1)), None)
    name = row_name(table, candidate.statement.row)
    if any(c.start < at and " ".join(c.text.split()) == name for c in row if c is not cell):
        return True  # a label stands before its values; what follows them is a remark
    label = table.columns[cell.column] if cell is not None else ""
    if asked & (keys(lexicon, line_above(table, candidate.statement.row)) - COMMON):  # it says whose the row is
        return unit_fits(question, _figure(candidate).unit) or bool(asked & (keys(lexicon, label) - COMMON))
    above = label.rpartition(" › ")[0]
    if not above:
        return True
    others = {w for label in table.columns if (o := label.rpartition(" › ")[0]) != above for w in plain(o).split()}
    kind = set(plain(above).split()) - others
    if others and kind:  # what tells this kind from those beside it
        above = " ".join(w for w in above.split() if plain(w).strip() in kind)
    said = set(plain(above).split()) & set(plain(question.clear).split())
    return bool(said) or bool(asked & keys(lexicon, above))


def _figure(candidate: Candidate) -> Figure:
    assert candidate.figure is not None
    return candidate.figure


def whole_of(question: Question, figures: list[Candidate]) -> Candidate:
    """The best figure; where it is a part that was not asked for by name, the whole of its own sentence, or the one
    that its footnote hangs on."""
    first = figures[0]
    if (whole := _total_before(question, first, figures)) is not None:
        return whole
    block = first.statement.block
    named = first.index.scope_keys[_figure(first).id]
    unasked = named - {k for w in question.wanted for k in w.keys}
    if is_level(_figure(first)) and not (question.levels or question.scope):
        return next((c for c in figures[:LOOKED_AT] if _is_of_all_levels(first, c)), first)
    if block.anchor is None or not unasked or fold(_figure(first).scope).startswith("cap "):
        return first
    marks = [n.offset for n in first.index.report.block(block.anchor).notes if n.number == block.number]
    for other in figures[1:]:
        if (
            other.statement.block.id == block.anchor
            and any(other.statement.start <= m <= other.statement.end + 1 for m in marks)
            and unit_key(_figure(other).unit) == unit_key(_figure(first).unit)
            and not _figure(other).scope
            and other.coverage >= first.coverage - 0.25
            and other.score >= first.score - 0.4
        ):
            return other
    return first


def _total_before(question: Question, first: Candidate, figures: list[Candidate]) -> Candidate | None:
    """The total before a figure of which the sentence says what became of a part ("tổng số đơn là 64 đơn, đã giải quyết
    61 đơn"), where the question asks for no such part."""
    part = _figure(first)
    state = first.index.local_keys[part.id] & STATES
    asked = {k for w in question.wanted for k in w.keys}
    if not state or state & asked or first.statement.row is not None:
        return None
    for other in figures[:LOOKED_AT]:
        told = _figure(other)
        if other.statement is first.statement and told.role is Role.TOTAL and told.at < part.at:
            like = unit_key(told.unit) == unit_key(part.unit) and told.value >= part.value
            return other if like and other.coverage >= first.coverage - CLOSE else None
    return None


def _is_of_all_levels(first: Candidate, other: Candidate) -> bool:
    """Whether a sentence tells of all levels together what a figure tells of one."""
    told = _figure(other)
    alike = (
        not told.scope and unit_key(told.unit) == unit_key(_figure(first).unit) and told.role in COUNTED - {Role.PART}
    )
    same = alike and other.index is first.index and told.period == _figure(first).period
    return same and other.statement.row is None and other.score >= first.score - CLOSE


def _told(figure: Figure, candidate: Candidate, language: Language, lexicon: Lexicon) -> str:
    """A figure with its unit, and in a table the row and column it stands in."""
    name = cell_name(figure, candidate)
    text = _amount(figure, candidate, language, lexicon)
    return f"{text} ({name})" if name else text


def _amount(figure: Figure, candidate: Candidate, language: Language, lexicon: Lexicon) -> str:
    """A figure with its unit and, in running text, what makes it a bound: "trên 400 người"."""
    bound = "" if candidate.statement.row is not None else bound_at(candidate.statement.block.text, figure.at)
    return told_as_bound(amount(figure, language, lexicon), bound, language)


def cell_name(figure: Figure, candidate: Candidate) -> str:
    """Which row and column of a table a figure stands in, by their labels; labels with numbers of their own are
    left out."""
    table = candidate.statement.block.table
    if table is None or candidate.statement.row is None:
        return ""
    cell = next((c for c in table.row(candidate.statement.row) if c.start <= figure.at < max(c.end, c.start + 1)), None)
    names = [_ORDER.sub("", label_of(table, candidate.statement.row))]
    if cell is not None:
        names.append(table.columns[cell.column].split(" › ")[-1])
    names = [n for n in names if n and not any(ch.isdigit() for ch in n) and len(n.split()) <= 24]
    return ", ".join(dict.fromkeys(names))


def _cite_line_above(draft: Draft, candidate: Candidate) -> list[int]:
    """The key of the line across the table that names the row of a figure; none where the row names itself."""
    block, row = candidate.statement.block, candidate.statement.row
    if block.table is None or row is None or not line_above(block.table, row):
        return []
    held = [c for c in block.table.row(row - 1) if c.text.strip()]
    return [draft.cite(candidate.index, block, held[0].start, held[0].end, row - 1)]


def _complete(draft: Draft, question: Question, first: Candidate, best: list[Candidate]) -> None:
    """Adds the statement beside the first that says what the first leaves open: "… và kết quả giải quyết thế nào?"."""
    if all(level >= 0.9 for level in first.levels):
        return
    asked = weigh(question, first.index)
    if len(asked) != len(first.levels):
        return
    # what is said of everything ("the district's") leaves nothing open
    open_words = [i for i, level in enumerate(first.levels) if level < 0.9 and asked[i].wanted.weight > OF_ANYTHING]
    if not open_words:
        return
    for other in best[:40]:
        near = abs(other.statement.index - first.statement.index) <= 3
        if (
            other.index is first.index
            and near
            and other.statement.block.id == first.statement.block.id
            and other.statement.index != first.statement.index
        ):
            same = other.figure is None or fold(other.figure.scope) == fold(_figure(first).scope)
            if question.running and says_time(other.statement.quote) not in {"", question.running}:
                continue  # "trong quý" beside what has come about to date
            if same and len(other.levels) == len(first.levels) and any(other.levels[i] >= 0.99 for i in open_words):
                draft.say(
                    quoted(telling(question, other.statement), question.language),
                    draft.cite_statement(other.index, other.statement),
                )
                return


def _sibling(first: Candidate, other: Candidate, question: Question) -> bool:
    a, b = first.figure, other.figure
    assert a is not None and b is not None
    if (
        unit_key(a.unit) != unit_key(b.unit)
        or a.value == b.value
        or (a.role is not b.role and not {a.role, b.role} <= COUNTED)
    ):
        return False
    named = first.index.scope_keys[a.id]
    if named and named <= {k for w in question.wanted for k in w.keys}:
        return False  # the one asked for by name
    if question.scope or _whose(a) == _whose(b):
        return False
    # Parts of one whole are siblings of each other, never of the whole; a level may stand beside the report's own.
    levels = fold(a.scope).startswith("cap ") or fold(b.scope).startswith("cap ")
    if levels:
        return other.coverage >= first.coverage - 0.2
    return bool(a.scope and b.scope) and other.coverage >= first.coverage - 0.05 and other.score >= first.score - CLOSE


def _companions(first: Candidate, question: Question) -> list[Figure]:
    """Figures of other units right beside the first: "218 lượt, 225 người, 210 vụ việc" is one answer."""
    assert first.figure is not None
    if first.statement.row is not None:
        return asked_beside(first, question)
    if question.units and not question.also_units:
        return []
    beside: list[Figure] = []
    asked = {k for w in question.wanted for k in w.keys}
    at = first.figure.at + len(first.figure.text)
    text = first.statement.block.text
    for figure in sorted(first.statement.figures, key=lambda f: f.at):
        if figure.at <= first.figure.at:
            continue
        if first.index.local_keys[figure.id] & OPPOSITE.keys() - asked:
            break  # of what was in time no number of those that were late is told
        if figure.role is Role.CHANGE:
            break  # by how much it rose is another question
        gap = text[at : figure.at]
        if len(gap.split()) > 4 or unit_key(figure.unit) == unit_key(first.figure.unit) or any(c in gap for c in ".;("):
            break
        beside.append(figure)
        at = figure.at + len(figure.text)
    return beside[:2]


def answer_previous(question: Question, best: list[Candidate], lexicon: Lexicon) -> Draft | None:
    """A figure of the period before, computed from this period's figure and its stated change; None if not possible."""
    for candidate in best:
        figure = candidate.figure
        if (
            figure is None
            or figure.comparison is None
            or figure.role not in {Role.ACTUAL, Role.SHARE, Role.TOTAL, Role.PART}
        ):
            continue
        other = figure.comparison
        if (question.percent and figure.unit != "%") or not unit_fits(question, figure.unit):
            continue
        if question.periods and other.period not in question.periods:
            continue
        if other.value is not None or other.change is None:
            continue
        value = figure.value - other.change
        draft = Draft()
        key = draft.cite_statement(candidate.index, candidate.statement)
        sign = "-" if other.change > 0 else "+"
        formula = f"{figure.value} {sign} {abs(other.change)}"
        draft.calculation = Calculation(
            formula, value, figure.unit, (Operand(figure.value, key), Operand(abs(other.change), key))
        )
        shown = number(value, question.language)
        name = unit(figure.unit, question.language, lexicon)
        text = f"{shown}{'' if name == '%' else ' '}{name}"
        a, b = number(figure.value, question.language), number(abs(other.change), question.language)
        verb = "tính từ" if question.language == "vi" else "computed as"
        draft.say(f"{text} ({verb} {a} {'−' if sign == '-' else '+'} {b})", key)
        draft.say(quoted(excerpt(candidate.statement, figure.at), question.language), key)
        return draft
    return None


def scope_of(candidate: Candidate) -> str:
    """Whose a figure is, folded."""
    assert candidate.figure is not None
    return fold(candidate.figure.scope)


def _whose(figure: Figure) -> str:
    return "" if is_total(figure.scope) else fold(figure.scope)


def is_level(figure: Figure) -> bool:
    """Whether a figure is of one level of government."""
    return fold(figure.scope).startswith("cap ")


def wants_previous(question: Question) -> bool:
    """Whether the question is after the value of an earlier period alone."""
    return question.previous and not question.is_(Kind.COMPARISON)

"""Members of one list that a question names: how far apart two of them are, which is more, what several come to.

"Giám đốc tiếp nhiều hơn trưởng phòng bao nhiêu lượt?" is told by "Giám đốc tiếp 40 lượt, 38 người; trưởng phòng tiếp 31
lượt, 30 người": of the counts of one unit each has the name of a member, and the question says two of these names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.asked.restating import DOING, LEVELS, adds, compares
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.figures.either import MORE, Side, between, tell
from assistant.compose.material import Material
from assistant.compose.wording import number, quoted, unit
from assistant.evidence.asked_figure import unit_fits
from assistant.evidence.candidates import Candidate
from assistant.evidence.fitting import COUNTED
from assistant.evidence.statements import ReportIndex, Statement, keys, plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit, unit_key
from ingest.language.fold import fold
from ingest.ledgers import Figure, Role

TRIED = 16  # candidates whose list is looked at
ENOUGH = 0.3  # of the question, by a count of such a list: the names of two members stand in no one of them
SAID = 0.4  # of what sets a member's name apart, by the question
AHEAD = 0.15  # of the same, before every other member
NAME = 9  # words that a sentence may open with to name whose its figures are
LEVEL = 0.5  # what the level in an English name counts: "commune officers" are officers before all
_TOGETHER = re.compile(r"\btất cả\b|\bcả thảy\b|\b(?:in all|all told)\b")
_AND = re.compile(
    r"(?:[,;]\s*)?\b(?:và|với|cùng|lẫn|cộng với|and|plus|with)\b|[;()]|,(?! (?:phường|thị trấn|đặc khu))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list: its name, the concepts of it, and the count told of it."""

    name: str
    keys: frozenset[str]
    figure: Figure
    statement: Statement


def answer_members_apart(t: Material) -> Draft | None:
    """What two members that the question names are against each other, or what those it names come to; None where no
    list names them, or where it is open which count of one is meant."""
    question = t.question
    if len(question.periods) > 1:
        return None
    asked = question.clear.lower()
    compared = bool(MORE.search(fold(question.clear)))
    added = not compared and not question.percent and (adds(question) or bool(_TOGETHER.search(asked)))
    sides = _sides(question) if compared else parted(question) if added else []
    if len(sides) < 2 and not (compared and question.followup):
        return None
    for candidate, members in lists(t, shares=question.percent):
        in_turn = compared and not sides
        named = _asked_in_turn(question, members) if in_turn else named_by(question, sides, members, pair=compared)
        if len(named) < 2 or (compared and len(named) != 2):
            continue
        if compared:
            one, other = (Side(m.figure, m.statement, f"{m.name[:1].upper()}{m.name[1:]}") for m in named)
            return tell(question, candidate, (one, other), t.lexicon)
        return _sum(question, candidate.index, named, t.lexicon)
    return None


def answer_in_turn(t: Material) -> Draft | None:
    """Which of the two is more that the questions before were of: as a whole, whatever parts it has ("Bên nào nhiều hơn
    và hơn mấy lượt?")."""
    open_sides = t.question.followup and len(t.question.before) > 1 and not _sides(t.question)
    return answer_members_apart(t) if open_sides and compares(t.question) else None


def _sides(question: Question) -> list[str]:
    """The words on the two sides of the first "or" or "than" that stands between two things."""
    found = next(between(question), None)
    return [] if found is None else [question.clear[: found.start()], question.clear[found.end() :]]


def _asked_in_turn(question: Question, members: Sequence[Member]) -> list[Member]:
    """The last two members that the questions before were of: "Ai tiếp nhiều hơn?"."""
    named: dict[str, Member] = {}
    for text in reversed(question.before):
        of_one = named_by(question, [text], members, pair=True)
        if len(of_one) == 1 and len(named) < 2:
            named.setdefault(of_one[0].name, of_one[0])
    return list(named.values())


def parted(question: Question) -> list[str]:
    """A question in the pieces between its commas and its "and"."""
    return _AND.split(question.clear)


def lists(t: Material, *, shares: bool = False) -> list[tuple[Candidate, list[Member]]]:
    """The lists that the best counts stand in, best first, each once, by the counts or `shares` of their members."""
    found: list[tuple[Candidate, list[Member]]] = []
    seen = set()
    counts = [c for c in t.found.candidates if c.figure is not None and c.figure.scope and c.coverage >= ENOUGH]
    for candidate in counts[:TRIED]:
        block = candidate.statement.block.id
        if block in seen or candidate.statement.row is not None or candidate.statement.ahead:
            continue
        seen.add(block)
        members = _members(t.question, candidate, t.lexicon, shares=shares)
        if len(members) > 1:
            found.append((candidate, members))
    return found


def _members(question: Question, candidate: Candidate, lexicon: Lexicon, *, shares: bool) -> list[Member]:
    """The members of a candidate's block with the one count of each that may be meant."""
    index, first = candidate.index, candidate.figure
    assert first is not None
    held: dict[str, list[tuple[Figure, Statement]]] = defaultdict(list)
    for at in index.by_block[candidate.statement.block.id]:
        statement = index.statements[at]
        for figure in sorted(statement.figures, key=lambda f: f.at):
            fits = figure.unit == "%" if shares else figure.role in COUNTED and figure.unit != "%"
            name = figure.scope or _opening(statement)
            if fits and name and not fold(name).startswith("cap "):
                held[name].append((figure, statement))
    of_unit = {s: [p for p in pairs if unit_fits(question, p[0].unit)] for s, pairs in held.items()}
    if not question.units or (sum(map(bool, of_unit.values())) < 2 and question.language == "en"):
        # "who received more?", "how many receptions": what is counted first of each is the thing itself
        said = {fold(k) for w in question.wanted for k in w.keys}
        told = {unit_key(f.unit) for pairs in held.values() for f, _ in pairs}
        of_unit = {
            s: [p for p in pairs if unit_key(p[0].unit) in (told & said or {unit_key(pairs[0][0].unit)})]
            for s, pairs in held.items()
        }
    members = []
    for scope, pairs in of_unit.items():
        one = _one(question, index, scope, pairs)
        if one is not None:
            members.append(Member(scope, keys(lexicon, scope), *one))
    units = {unit_key(m.figure.unit) for m in members}
    return members if len(units) == 1 else []


def _opening(statement: Statement) -> str:
    """Whom the figures of a sentence are of that opens with a few words ("Trưởng phòng tiếp: 47 lượt, 45 người"), less
    the verb; "" where it opens with a clause of its own."""
    first = min((f.at for f in statement.figures), default=statement.start)
    words = statement.block.text[statement.start : first].strip(" :-+").split()
    return " ".join(words[:-1]) if 1 < len(words) <= NAME and words[0][:1].isupper() else ""


def _one(
    question: Question, index: ReportIndex, scope: str, pairs: Sequence[tuple[Figure, Statement]]
) -> tuple[Figure, Statement] | None:
    """The count of a member that is meant: the only one, the one of which the question says what the report does, or
    else the one that is the whole."""
    if len(pairs) < 2:
        return pairs[0] if pairs else None
    own = {fold(k) for k in (*question.units, *re.findall(r"\w+", fold(scope)))}
    said = {k for w in question.wanted for k in w.keys if fold(k) not in own | DOING}
    common = frozenset.intersection(*(index.local_keys[f.id] for f, _ in pairs))
    told = [p for p in pairs if index.local_keys[p[0].id] - common & said]
    said -= common
    told = [p for p in pairs if index.local_keys[p[0].id] & said]
    whole = [p for p in pairs if p[0].role is Role.TOTAL or fold(p[0].indicator) == fold(scope)]
    for chosen in (told, whole):
        if len(chosen) == 1:
            return chosen[0]
    return None


def named_by(
    question: Question, sides: Sequence[str], members: Sequence[Member], *, pair: bool = False
) -> list[Member]:
    """The members that the sides of a question name, each another one; none where a side names no single one."""
    often: dict[str, int] = defaultdict(int)
    for member in members:
        for key in member.keys:
            often[key] += 1
    known = frozenset().union(*(m.statement.own | m.statement.sentence | m.statement.lead for m in members))
    level = question.scope.removeprefix("cap ")
    named: list[Member] = []
    for side in sides:
        flat = f" {level}{plain(side)}"
        told = [w for w in question.wanted if w.words and f" {w.words} " in flat]
        said = {k: LEVEL if question.language == "en" and fold(k) in LEVELS else 1.0 for w in told for k in w.keys}
        said |= {k: 1.0 for k in often if level and fold(k) == level}
        shares = [(_share(m.keys, said, often, len(members)), m) for m in members]
        most = max(share for share, _ in shares)
        if most < SAID and (pair or set(said) - known):
            return []
        if most < SAID:
            continue
        best = [m for share, m in shares if share > most - AHEAD]
        best = best if len(best) == 1 else [m for m in best if _is_of_level(m, said)]
        if len(best) != 1:
            return []
        if best[0] not in named:
            named.append(best[0])
    return named


def _share(name: frozenset[str], said: Mapping[str, float], often: Mapping[str, int], count: int) -> float:
    """How much of what sets a name apart from the others a side says, 0 to 1."""
    apart = {k: 1 / often[k] for k in name if often[k] < count}
    whole = sum(apart.values())
    return sum(weight * said.get(key, 0.0) for key, weight in apart.items()) / whole if whole else 0.0


def _is_of_level(member: Member, said: Mapping[str, float]) -> bool:
    """Whether the level that a side says stands in a member's sentence, though not in its name: "Chủ tịch xã tiếp …;
    cán bộ tiếp …" are both of the communes."""
    return any(fold(k) in LEVELS for k in (set(said) & member.statement.own) - member.keys)


def _sum(question: Question, index: ReportIndex, members: Sequence[Member], lexicon: Lexicon) -> Draft:
    draft, language = Draft(), question.language
    operands = [Operand(m.figure.value, draft.cite_statement(index, m.statement)) for m in members]
    value = sum(o.value for o in operands[1:]) + operands[0].value
    told = head_unit(members[0].figure.unit)
    draft.calculation = Calculation(" + ".join(f"{o.value:f}" for o in operands), value, told, tuple(operands))
    terms = " + ".join(number(o.value, language) for o in operands)
    said = f"{number(value, language)} {unit(told, language, lexicon)}".strip()
    draft.say(f"{said} (= {terms})", *(o.key for o in operands))
    for member, operand in list(zip(members, operands, strict=True))[:2]:
        draft.say(quoted(excerpt(member.statement, member.figure.at, 24), language), operand.key)
    return draft

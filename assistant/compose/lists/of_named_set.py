"""What is asked of the members of a set that a report tells by name: whether one is among them, which of them are of
one sort, how many of each sort there are, which single one of them is so described."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft, excerpt
from assistant.compose.lists.names_said import ENGLISH, SORTS_EN, names_asked, unsaid
from assistant.compose.lists.naming_members import set_asked
from assistant.compose.material import Material
from assistant.compose.parts import parts_of
from assistant.compose.wording import quoted
from assistant.evidence.coverage import Weighted, weigh
from assistant.evidence.named_sets import SORTS, Member, NamedSet, sets_of
from assistant.evidence.statements import keys, plain
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.letters import LOWER
from ingest.language.numbers import parse_number

ENOUGH, DENIED = 0.6, 0.72  # of the question besides the member, by what announces the set; for a no
HEAVY = 0.3  # no word that makes up this share of that may be missing
OWN, NEAR, OVER, TITLE = 1.0, 0.85, 0.65, 0.5  # in the opener itself, its sentence, the headings, the title
SHOWN = 30  # words of the statement that announces the set
NAMED = 0.6  # of a name, which a report that is all of its place weighs nothing
ONE = 0.2  # of the question, by which one member says more than every other
LEAST_SAID = 4  # words of a member beside its name, where these are asked for
MOST_NAMED = 12  # members of one sort that are told by name where they are counted

AMONG = guarded(
    r"\b(?:co|co phai)\b.{0,60}?\b(?:nam trong|thuoc|trong (?:so|danh sach|nhom|dien|cac|nhung|\d)|la mot trong|"
    r"duoc (?:\w+ )?(?:khao sat|chon|kiem tra|nhac|neu|giao|huong dan|liet ke|tham gia|dua vao)|"
    r"bi (?:kiem tra|nhac|neu)|mat trong|ten trong|ke den|nhac den|phai la)\b.*\bkhong\b|"
    r"\bco .{2,80} (?:khong|chua)\W*$|"
    r"\b(?:is|was|are|were|did|does|do)\b.{2,140}\b(?:among|one of|part of|included?|on the list|listed|chosen|"
    r"selected|surveyed|inspected|named|in the (?:list|group|set)|figure in|belong)\b"
)
_SORT_VI = re.compile(rf"\b(?P<sort>(?:{SORTS})(?:(?:,| và|, và)? (?:{SORTS}))*)(?: [{LOWER}]+)? (?:nào|gì)\b")
_NAMED_VI = re.compile(  # "kể tên các phường …"
    rf"\b(?:(?:kể|nêu)(?: rõ| đầy đủ)? tên|liệt kê)(?: các| những)* "
    rf"(?P<sort>(?:{SORTS})(?:(?:,| và|, và)? (?:{SORTS}))*)\b(?! nào)"
)
_COUNT_VI = re.compile(rf"\b(?:bao nhiêu|mấy) (?P<sort>{SORTS})\b")
_SORT_EN = re.compile(
    rf"\b(?:which|what)(?: \w+)?(?: of the)? (?P<sort>{ENGLISH})\b|"
    rf"\bwhich of (?:the|them|these)\b.{{0,60}}?\b(?:are|were) (?P<are>{ENGLISH})\b"
)
_COUNT_EN = re.compile(
    rf"\bhow many(?: of (?:the|them|these|those)(?: \w+){{0,4}}? (?:are|were))?(?: (?P<sort>{ENGLISH}))\b"
)
_SORTS_TOGETHER = guarded(  # "bao nhiêu xã, phường": of all of them
    rf"\b(?:bao nhieu|may) (?:{fold(SORTS)})(?:,| va| hay| hoac|,? ?/) ?(?:{fold(SORTS)})\b(?! (?:bao nhieu|may)\b)"
)
_ASKS_SORT = guarded(
    rf"\b(?:{fold(SORTS)})(?: \w+)? (?:nao|gi)\b|"
    rf"\b(?:(?:ke|neu)\b.{{0,12}} ten|liet ke)\b|\b(?:bao nhieu|may) (?:{fold(SORTS)})\b|\bwhich\b|"
    rf"\bhow many\b.{{0,60}}\b(?:{ENGLISH})\b|\bwhat (?:{ENGLISH})\b"
)
_NAMES_ONLY = re.compile(
    r"\W*(?:va )?(?:ten(?: la)? (?:la )?gi|la (?:nhung )?(?:gi|noi nao)|(?:ke|neu)(?: ro)? ten(?: ra)?|"
    r"(?:and )?what (?:is|are) (?:it|they|its names?|their names)(?: called)?|name (?:it|them))\W*"
)
_ONE = guarded(
    r"\b(?P<noun>mo hinh|sang kien|nhiem vu|viec|noi dung|tieu chi|cach lam) nao\b|"
    r"\bwhich (?:one|model|task|of (?:the|these|them))\b"
)
_SEVERAL = re.compile(
    r"\b(?:những|các|bao nhiêu|mấy|bằng) (?:\w+ )?(?:mô hình|sáng kiến|nhiệm vụ|việc|nội dung|tiêu chí|cách làm) nào\b"
)
_CONTENT = guarded(
    r"\b(?:gom|gop|bao gom|ve|doi voi|ap dung|danh cho|lien thong|giai quyet|thuc hien)\b[^?;]{0,40}\b(?:gi|nao)\b|"
    r"\bwhat\b[^?;]{0,80}\b(?:include|cover|consist|combine|compris|bundle|contain|handle|deal with|for)\w*|"
    r"\bwhich (?:procedures|services|steps|tasks)\b"
)
_IN_ONE = re.compile(r"\b(\d+) in (\d)\b")
_SO_MANY_IN_ONE = re.compile(r"\b\d+ trong \d+\b")
_PART_ONLY = re.compile(r"\b(?:mot so|chu yeu|tieu bieu|noi bat|dien hinh|vi du|nhu)\b")


def answer_of_named_set(t: Material) -> Draft | None:
    """The first of these that the question asks; None where it asks none, or no set is announced by the rest of it."""
    question = t.question
    asked = fold(question.clear)
    if question.is_(Kind.AUDIT, Kind.CAUSE, Kind.COMPARISON, Kind.EXTREME):
        return None
    if question.is_(Kind.YES_NO) and AMONG.search(asked):
        return _whether_among(t)
    if _CONTENT.search(asked) and (named := _by_its_name(t)) is not None:
        return named
    if not _ASKS_SORT.search(asked) or _SORTS_TOGETHER.search(asked):
        return None
    parts = parts_of(question.clear)
    names = (bool(_NAMES_ONLY.fullmatch(fold(part))) for part in parts)
    if len(parts) > 1 and not all(
        any(_sorts_asked(p, question.language)) or n for p, n in zip(parts, names, strict=True)
    ):
        return None  # something else is asked as well
    return _of_sorts(t)


def _by_its_name(t: Material) -> Draft | None:
    """The one member that bears the name in quotation marks, or "3 trong 1", that the question says, in all its words:
    what it is made of, what it is for."""
    asked = _IN_ONE.sub(r"\1 trong \2", plain(t.question.clear))
    names = [*(plain(q).strip() for q in t.question.quoted), *_SO_MANY_IN_ONE.findall(asked)]
    if len(set(names)) != 1:
        return None
    told = [
        (held, m) for index in t.indexes for held in sets_of(index) for m in held.members if f" {names[0]} " in m.words
    ]
    more = [(held, m) for held, m in told if len(m.words.split()) > len(names[0].split()) + LEAST_SAID]
    if len(more) != 1:
        return None
    draft, (held, member) = Draft(), more[0]
    draft.say(member.text, draft.cite(held.index, member.block, member.start, member.end))
    return draft


def _whether_among(t: Material) -> Draft | None:
    """Yes with the member, where the set that the question means has one so named; no, with those of its sort, where a
    set that is told whole has none."""
    question = t.question
    names = names_asked(question)
    if not names:
        return None
    best: tuple[float, NamedSet, Member | None, str, str] | None = None
    for index in t.indexes:
        for held in sets_of(index):
            for name, sort, shown in names:
                member = member_named(held, name, sort)
                if member is None and (not sort or not may_deny(held, name, sort)):
                    continue
                fit = fit_of(question, held, f"{sort} {name}")
                if fit >= (ENOUGH if member is not None else DENIED):
                    fit += 0.05 * (member is not None)
                    if best is None or fit > best[0]:
                        best = (fit, held, member, sort, shown)
    if best is None:
        return None
    _, held, member, sort, name = best
    vietnamese = question.language == "vi"
    draft = Draft()
    if member is not None:
        key = draft.cite(held.index, member.block, member.start, member.end)
        draft.say(f"{'Có' if vietnamese else 'Yes'}: {member.text}", key)
        announce(draft, question, held)
        return draft
    key, said = announced(draft, held)
    draft.say("Không" if vietnamese else "No", key)
    draft.say(f"{name}: {'không được nêu trong' if vietnamese else 'not named in'} “{said}”", key)
    for other in [m for m in held.members if m.sort == sort][:MOST_NAMED]:
        draft.say(other.text + ";", draft.cite(held.index, other.block, other.start, other.end))
    return draft


def member_named(held: NamedSet, name: str, sort: str) -> Member | None:
    """The one member that bears a name, of the sort that is asked."""
    told = [m for m in held.members if f" {name} " in re.sub(r"\([^)]*\)", " ", m.words)]
    told = [m for m in told if not sort or not m.sort or m.sort == sort]
    return told[0] if len(told) == 1 else None


def may_deny(held: NamedSet, name: str, sort: str) -> bool:
    """Whether a set is told whole, has members of a sort, and bears a name nowhere."""
    if not held.whole or sum(m.sort == sort for m in held.members) < 2:
        return False
    around = f"{held.opener.plain} {plain(held.before)} {' '.join(m.words for m in held.members)}"
    first = held.members[0]
    those = "mot so " if first.block.text[: first.start].rstrip().endswith(":") else "-"  # "một số đơn vị: A; B": these
    return f" {name} " not in around and not _PART_ONLY.search(around.replace(those, " "))


def _of_sorts(t: Material) -> Draft | None:
    """The members of the sort that is asked for, of a set of several; each sort with its number where that is asked;
    the one member that alone says what the question says besides."""
    question = t.question
    counted, listed = _sorts_asked(question.clear, question.language)
    number, _ = set_asked(question)
    best: tuple[float, NamedSet] | None = None
    for index in t.indexes:
        for held in sets_of(index):
            if not {*counted, *listed} <= held.sorts or len(held.sorts) < 2:
                continue
            if unsaid(question, held):
                continue
            if number and number not in {len(held.members), *(sum(m.sort == s for m in held.members) for s in listed)}:
                continue  # another set is of so many
            fit = fit_of(question, held, " ".join((*counted, *listed)))
            if fit >= ENOUGH and (best is None or fit > best[0]):
                best = (fit, held)
    if best is None or not (counted or listed):
        return None if counted else _one_described(t)
    return _counts(question, best[1], counted, listed) if counted else _listed(question, best[1], listed)


def _one_described(t: Material) -> Draft | None:
    """The one member of a set that says what no other says of the question: "which of the models is that of …"."""
    question = t.question
    asked = _ONE.search(fold(question.clear))
    if asked is None or _SEVERAL.search(question.clear.lower()) or question.is_(Kind.DOCUMENT, Kind.FIGURE):
        return None
    noun = asked["noun"] or ""
    number, _ = set_asked(question)
    best: tuple[float, NamedSet, Member] | None = None
    for index in t.indexes:
        weighted = [w for w in weigh(question, index) if not _GENERIC.search(w.wanted.words)]
        total = sum(w.weight for w in weighted)
        for held in sets_of(index) if total else ():
            if len(held.members) > MOST_NAMED or f" {noun}" not in f" {held.opener.plain} {fold(held.before)}":
                continue
            if number not in {0, len(held.members)}:
                continue
            said = [
                {w.wanted.words: max(w.weight, NAMED * w.wanted.must) for w in weighted if _says(t, m, w)}
                for m in held.members
            ]
            own = [sum(v for k, v in one.items() if sum(k in o for o in said) * 2 < len(said)) for one in said]
            first, second = sorted(own, reverse=True)[:2]
            if first < ONE * total or second > first / 2:
                continue
            at = own.index(first)
            levels = [(max(level_of(w, held), OWN * (w.wanted.words in said[at])), w.weight) for w in weighted]
            if any(not level and weight / total >= HEAVY for level, weight in levels):
                continue
            if any(w.wanted.must and w.wanted.words not in said[at] and not level_of(w, held) for w in weighted):
                continue
            fit = sum(level * weight for level, weight in levels) / total
            if fit >= ENOUGH and (best is None or fit > best[0]):
                best = (fit, held, held.members[at])
    if best is None:
        return None
    draft = Draft()
    _, held, member = best
    draft.say(member.text, draft.cite(held.index, member.block, member.start, member.end))
    announce(draft, question, held)
    return draft


def _says(t: Material, member: Member, weighted: Weighted) -> bool:
    """Whether a member says a word of the question, by itself or by its concept."""
    return weighted.alone in member.words or not keys(t.lexicon, member.text).isdisjoint(weighted.wanted.keys)


def _sorts_asked(text: str, language: str) -> tuple[list[str], list[str]]:
    """The sorts of which a question asks how many there are, and those of which it asks which they are."""
    asked = text.lower()
    if language == "en":
        counted = [SORTS_EN[m["sort"]] for m in _COUNT_EN.finditer(asked)]
        listed = [SORTS_EN[m["sort"] or m["are"]] for m in _SORT_EN.finditer(asked) if m["sort"] or m["are"]]
    else:
        counted = [m["sort"] for m in _COUNT_VI.finditer(asked)]
        named = [m["sort"] for pattern in (_SORT_VI, _NAMED_VI) for m in pattern.finditer(asked)]
        listed = [sort for words in named for sort in re.findall(rf"\b(?:{SORTS})\b", words)]
    return list(dict.fromkeys(counted)), [s for s in dict.fromkeys(listed) if s not in counted]


def _listed(question: Question, held: NamedSet, sorts: list[str]) -> Draft:
    draft = Draft(whole=True)
    for member in (m for m in held.members if m.sort in sorts):
        draft.say(member.text + ";", draft.cite(held.index, member.block, member.start, member.end))
    announce(draft, question, held)
    return draft


def _counts(question: Question, held: NamedSet, counted: list[str], listed: list[str]) -> Draft | None:
    """How many members are of each sort, with their names where they are few or asked for."""
    number = re.search(r"\d[\d.]*", held.opener.quote)
    value = parse_number(number[0].rstrip(".")) if number is not None else None
    if value is None:
        return None  # no number to stand beside what is counted
    draft = Draft(whole=True)
    opener = draft.cite_statement(held.index, held.opener)
    steps, last = [], 0
    for sort in [*counted, *listed]:
        members = [m for m in held.members if m.sort == sort]
        placed = [draft.cite(held.index, m.block, m.start, m.end) for m in members]
        last = len(members)
        steps.append(f"{' + '.join('1' for _ in members)} = {last}")
        named = f" ({'; '.join(m.text for m in members)})" if last <= MOST_NAMED or sort in listed else ""
        draft.say(f"{sort[:1].upper()}{sort[1:]}: {last}{named}", *placed, opener)
    formula = "; ".join([*steps[:-1], steps[-1].rpartition(" = ")[0]])
    draft.calculation = Calculation(formula, Decimal(last), "", (Operand(value, opener),))
    return draft


def announce(draft: Draft, question: Question, held: NamedSet) -> None:
    """Tells the line that announces a set, up to its first member."""
    key, said = announced(draft, held)
    draft.say(quoted(said, question.language), key)


def announced(draft: Draft, held: NamedSet) -> tuple[int, str]:
    """The key and the words of what announces a set, up to its first member."""
    block, first = held.members[0].block, held.members[0].start
    if block is not held.opener.block or not held.before.strip():
        return draft.cite_statement(held.index, held.opener), excerpt(held.opener, held.opener.end, SHOWN)
    start = block.text.rfind(held.before, 0, first)
    words = held.before.split()
    said = " ".join(words[-SHOWN:]).strip(" :,;")
    return draft.cite(held.index, block, start, first), f"{'…' if len(words) > SHOWN else ''}{said}"


def fit_of(question: Question, held: NamedSet, apart: str) -> float:
    """How much of a question, less the words `apart` in which the member or its sort is named, announces a set; 0 where
    a heavy word stands nowhere."""
    index, aside = held.index, plain(apart)
    weighted = [w for w in weigh(question, index) if not _is_apart(w, aside)]
    total = sum(w.weight for w in weighted)
    if not total:
        return 0.0
    said = 0.0
    for w in weighted:
        level = level_of(w, held)
        if not level and w.weight / total >= HEAVY:
            return 0.0
        said += w.weight * level
    return said / total


def _is_apart(weighted: Weighted, aside: str) -> bool:
    words = weighted.wanted.words
    return (
        (bool(words) and f" {words} " in aside)
        or any(f" {fold(k)} " in aside for k in weighted.wanted.keys)
        or _GENERIC.search(words) is not None
    )


_GENERIC = re.compile(
    r"^(?:nam trong|thuoc|thuoc dien|danh sach|trong so|dien|nhom|duoc chon|chon|chosen|selected|list|listed|among|one|"
    r"part|included?|places?|don vi|co quan|dia phuong|noi|bodies|units|agencies|localities|\d{1,3})$"
)


def level_of(weighted: Weighted, held: NamedSet) -> float:
    """How near a set a word of the question is said, 1 in what announces it to 0 where nothing over it says it."""
    opener, own = held.opener, set(weighted.wanted.keys)
    before = plain(held.before)
    if held.behind and _only_behind(weighted, held):
        return 0.0
    if weighted.alone in opener.plain or weighted.alone in before or own & opener.own:
        return OWN
    if any(f" {fold(k)} " in before for k in own):
        return OWN
    if own & (opener.sentence | opener.lead | opener.before) or weighted.is_inside(opener.plain):
        return NEAR
    if set(weighted.akin) & (opener.own | opener.sentence):
        return NEAR
    if own & opener.heading:
        return OVER
    return TITLE if own & held.index.title else 0.0


def _only_behind(weighted: Weighted, held: NamedSet) -> bool:
    """Whether the opener says a word only behind the mark of the members' note: it is said of others."""
    ahead = held.opener.plain.removesuffix(held.behind.lstrip())
    forms = {weighted.alone, *(f" {fold(k)} " for k in weighted.wanted.keys)}
    return any(f in held.behind for f in forms) and not any(f in f"{ahead} " for f in forms)

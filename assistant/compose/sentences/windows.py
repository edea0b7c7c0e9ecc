"""Of a long sentence the part that answers: the run of clauses that says most of what was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import EXCERPT, clauses, cut, excerpt
from assistant.evidence.statements import Statement
from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded

LEAST = 0.1  # weight of a word, below which it does not say where the answer stands
SOUGHT = 0.5  # what it counts that a run holds what is sought: a number, a time, a cause
PER_WORD = 0.004  # of two runs that say as much the shorter is grown to the room there is
TAIL = 5  # words of a clause that does not fit, fewer of which are not worth showing
SPILL = 6  # words over the room that are shown as well, rather than cut off the end of a sentence
_OF_IT = re.compile(
    r"\b(?:tac dung|hieu qua|y nghia|ket qua|loi ich|tac dong)(?: nhu)? (?:gi|nao|the nao|ra sao)\b|"
    r"\b(?:gop phan|mang lai|dem lai|tao ra)\b[^?;,]{0,40}\bgi\b|\bwhat (?:effects?|benefits?|results?) \w+"
)
_WORD = re.compile(r"\S+")
LED = " … "  # between the head of a sentence and a run of its clauses
HEAD, TAIL_SHOWN = 26, 34  # words of the head of a long sentence that says who, and of what is said of that
_ACTOR = re.compile(
    r"\b(?:[Cc]ác sở|Sở|Ban|Phòng|Bộ|Cục|Chi cục|Công an|Văn phòng|Trung tâm|UBND|HĐND|Ủy ban|Hội|Liên đoàn|Tổ|Đoàn|"
    r"Thanh tra|Báo|Đài|Quỹ|Công ty|Trường|Kho bạc|Thuế|[Cc]ác (?:cơ quan|đơn vị|địa phương|xã|phường))\b"
)
_GIVEN_TO = re.compile(rf"\b(?:[Gg]iao|do|[Đđ]ề nghị|[Yy]êu cầu)(?: cho)? {_ACTOR.pattern}")
FULL = 1.3  # times the words there is room for that a quote may have, each part of a number counted
LONGER = 1.4  # times the words that a sentence may have where it must be shown from its beginning

_WHAT_IF = guarded(
    r"\bthi (?:sao|the nao|lam (?:gi|the nao|sao)|xu ly|phai|duoc)\b|"
    r"\btruong hop .{4,140}\b(?:the nao|ra sao|gi|sao)\b|"
    r"^\W*(?:and )?what (?:if|happens|is done)\b|\bwhat happens (?:if|when)\b"
)
_THEN = re.compile(r"\bthi\b")
_SOUGHT = {
    Kind.FIGURE: re.compile(r"\d"),
    Kind.COMPARISON: re.compile(r"\d"),
    Kind.WHEN: re.compile(
        r"\d{1,2}/\d|\b(?:ngay|thang|quy|nam|gio) (?:\d|[ivx]+\b)|\b(?:hang|moi|cuoi|dau) (?:thang|quy|nam)"
    ),
    Kind.CAUSE: re.compile(r"\b(?:do|vi|boi|nguyen nhan|nen|dan den|khien|nham|lam (?:can cu|co so))\b"),
    Kind.WHO: re.compile(
        r"\bgiao cho \w|\b(?:cua|do) (?:ubnd|hdnd|uy ban|hoi dong|so|phong|ban|van phong|chi cuc|trung tam|cong an)\b"
    ),
}


def telling(question: Question, statement: Statement, words: int = EXCERPT, at: int | None = None) -> str:
    """The verbatim quote, or of a long one at most about `words` words of it: those that say most of what was asked.

    `at`: an offset into the block that must stand in it, as that of the figure that answers.
    """
    of_it = at is None and bool(_OF_IT.search(fold(question.clear)))
    words = round(words * LONGER) if of_it else words
    spill = SPILL if at is None else 0  # beside a figure that is told a quote is cut again
    if len(statement.quote.split()) <= words + spill:
        return excerpt(statement, at, words + spill)
    text = statement.block.text[statement.start : statement.end]
    parts = clauses(statement)
    folded = [fold(text[a:b]) for a, b in parts]
    sizes = [len(text[a:b].split()) for a, b in parts]
    said = [_said(question, part) for part in folded]
    sought = [pattern for kind, pattern in _SOUGHT.items() if question.is_(kind)]
    holds = [frozenset(n for n, pattern in enumerate(sought) if pattern.search(part)) for part in folded]
    if _WHAT_IF.search(fold(question.clear)) and (
        then := next((i for i, p in enumerate(folded) if _THEN.search(p)), 0)
    ):
        holds = [held | {-i} if i >= then else held for i, held in enumerate(holds)]  # all that is so then
    must = next((i for i, (a, b) in enumerate(parts) if at is not None and a <= at - statement.start <= b), None)
    best: tuple[float, int, int] | None = None
    for first in range(len(parts)):
        for last in range(first, len(parts)):
            size = sum(sizes[first : last + 1])
            if size > words and last > first:
                break
            if must is not None and not first <= must <= last:
                continue
            held = {key: weight for part in said[first : last + 1] for key, weight in part.items()}
            found = frozenset().union(*holds[first : last + 1])
            value = sum(held.values()) + SOUGHT * len(found) - PER_WORD * size
            if best is None or value > best[0]:
                best = (value, first, last)
    if best is None:
        return excerpt(statement, at, words)
    _, first, last = best
    if of_it:  # what came of a thing stands behind it
        first = last = max(range(len(parts)), key=lambda i: (sum(said[i].values()), i))
    if must is None and question.is_(Kind.WHO, Kind.LIMITATION) and sum(sizes[: last + 1]) <= LONGER * words:
        first = 0  # who does it, or what stands in the way, stands first
    elif must is None and first and question.is_(Kind.WHO) and (led := _led(text, parts[first][0], parts[last][1])):
        return led
    room = words - sum(sizes[first : last + 1])
    while last + 1 < len(parts) and sizes[last + 1] <= room:  # what follows tells more than what leads up
        last += 1
        room -= sizes[last]
    while first and sizes[first - 1] <= room:
        first -= 1
        room -= sizes[first]
    end = parts[last][1]
    if last + 1 < len(parts) and room >= TAIL:  # as much of the clause after it as there is room for
        end = _past_name(text, [m.end() for m in _WORD.finditer(text, end)][room - 1])
    start = parts[first][0]
    target = at - statement.start if at is not None else start + _centre(question, fold(text[start:end]))
    return cut(statement, start, end, target, max(words, sum(sizes[first : last + 1]) if not first else 0))


def _led(text: str, start: int, end: int) -> str:
    """The head of a long sentence, which says who, before a run of its clauses that goes on with what that one does; ""
    where the run opens with a name, or says by itself who is charged."""
    run = text[start:end].strip()
    head = " ".join(text.split()[:HEAD]).rstrip(" ;,.")
    if not run[:1].islower() or _GIVEN_TO.search(run) or not _ACTOR.search(head):
        return ""
    words = run.split()
    return f"{head}{LED}{' '.join(words[:TAIL_SHOWN]).rstrip(' ;,.')}{'…' if len(words) > TAIL_SHOWN else ''}"


def brief(question: Question, statement: Statement, words: int, at: int | None = None) -> str:
    """The quote of `telling`, whole where little would be cut; one whose numbers and dates count for many words
    ("18-KH/BTC", "24/4/2026") is shown in the less room that they leave."""
    most = words * FULL
    if len(_COUNTED.findall(statement.quote)) <= most:
        return excerpt(statement, at, round(most))
    told = telling(question, statement, words, at)
    over = len(_COUNTED.findall(told)) - most
    return told if over <= 0 else telling(question, statement, max(round(words - over), words // 2), at)


_COUNTED = re.compile(r"\w+")
_NAMED = re.compile(r"“[^“”]{1,120}”")


def _past_name(text: str, end: int) -> int:
    """An offset at which a text may be cut, moved behind the name in quotation marks that it stands in."""
    return next((m.end() for m in _NAMED.finditer(text) if m.start() < end < m.end()), end)


_TIMES = re.compile(
    r"\b(?:ngay )?\d{1,2}/\d{1,2}/\d{4}\b|\bngay \d{1,2} thang \d{1,2}(?: nam \d{4})?|"
    r"\b(?:thang |quy )?\d{1,2}/\d{4}\b|\b(?:thang|quy) (?:\d{1,2}|[ivx]+)\b(?:/\d{4}| nam \d{4})?"
)
_YEAR_ASKED = re.compile(r"\bnam (?:nao|may|bao nhieu)\b|\b(?:what|which) year\b")
_UNTIL_ASKED = re.compile(r"\b(?:den|toi)(?: het)? nam (?:nao|may)\b|\b(?:until|up to|till|by) (?:what|which) year\b")
_YEAR = re.compile(r"\bnam \d{4}\b")
_UNTIL_YEAR = re.compile(r"\bden (?:het |cuoi )?nam \d{4}\b")
_DATES_DOCUMENT = re.compile(r"\d\S*/\S+,? $")
_FRONTED = re.compile(r"(?:[.:;–-] |^)(?:vao |ngay )*$")  # a time that opens its clause is of what follows
_GOES_ON = re.compile(r"[,;] (?:theo do|tu do|qua do|dong thoi|sau do)\b|;")
AFTER_TIME = 160  # characters behind such a time
BEFORE_TIME = 110  # characters before a time in which stands what happens then


def time_asked(question: Question, statement: Statement) -> int | None:
    """Where in its block the time stands that a question is after: behind most of what it asks, and not the date of a
    document where another is said; None where a statement says none."""
    text = fold(statement.block.text)
    times = [m.start() for m in _TIMES.finditer(text, statement.start, statement.end)]
    asked = fold(question.clear)
    if _YEAR_ASKED.search(asked):
        until = _UNTIL_YEAR if _UNTIL_ASKED.search(asked) else _YEAR
        times = [m.start() for m in until.finditer(text, statement.start, statement.end)] or times
    times = [at for at in times if not _DATES_DOCUMENT.search(text[max(0, at - 30) : at])] or times

    def said(at: int) -> float:
        if _FRONTED.search(text, max(statement.start, at - 12), at) or at == statement.start:  # "Ngày 4/5/2026, UBND …"
            over = _GOES_ON.search(text, at, statement.end)  # "…, theo đó các tỉnh nộp …" is of another time
            end = min([*(t for t in times if t > at), over.start() if over is not None else statement.end])
            return sum(_said(question, text[at : min(end, at + AFTER_TIME)]).values())
        last = max((t for t in times if t < at), default=statement.start)
        return sum(_said(question, text[max(last, at - BEFORE_TIME, statement.start) : at]).values())

    return max(times, key=lambda at: (said(at), -at), default=None)


def _said(question: Question, part: str) -> dict[str, float]:
    """The wanted words that a folded clause says, with their weights."""
    found = {}
    for wanted in question.wanted:
        forms = (wanted.words, *map(fold, wanted.keys), *wanted.inside)
        if wanted.weight >= LEAST and any(form and form in part for form in forms):
            found[wanted.words] = wanted.weight
    return found


def covers(question: Question, text: str) -> float:
    """How much of what is wanted a piece of a report says in its own words, by weight."""
    return sum(_said(question, fold(text)).values())


def said_of(question: Question, note: Sequence[Statement], whole: int) -> tuple[int, int]:
    """From where to where a note, of so many characters, says what is asked: its one statement that says more of the
    question than any other, or else all of it."""

    def held(statement: Statement) -> float:
        return sum(w.weight for w in question.wanted if not statement.own.isdisjoint(w.keys))

    ranked = sorted(note, key=held)
    if len(ranked) > 1 and held(ranked[-1]) > held(ranked[-2]):
        return ranked[-1].start, ranked[-1].end
    return 0, whole


def _centre(question: Question, part: str) -> int:
    """Where in a folded clause the heaviest of the wanted words stands that it says."""
    said = _said(question, part)
    return max(part.find(max(said, key=lambda words: said[words])), 0) if said else 0

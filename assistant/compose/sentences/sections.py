"""Questions that a part of a report answers: its causes, limitations, strengths, directions, on a topic or whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft, excerpt
from assistant.compose.parts import asked_parts, parts_of
from assistant.compose.sentences.assessed import answer_assessed
from assistant.compose.sentences.by_whom import without_doers
from assistant.compose.sentences.causes_behind import is_itself_cause
from assistant.compose.sentences.own_words import late_clauses, of_own_words
from assistant.compose.sentences.passages import FALLS_SHORT, answer_text, names_what_is_asked
from assistant.compose.sentences.proposals import answer_proposals
from assistant.compose.sentences.topics import PART_KEYS, REMEDY_ASKED, TWO_SORTS, words_of_topic
from assistant.compose.sentences.under_label import is_label, lines_below
from assistant.compose.sufficiency import SAID
from assistant.evidence.candidates import Candidate
from assistant.evidence.coverage import HEADING, Scale
from assistant.evidence.shelf import Found
from assistant.evidence.statements import ReportIndex, Statement
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.periods import year_of
from ingest.report import Block

WORDS = 150  # of a whole section that is given as the answer
TOPIC = 0.55
FEW, MANY = 4, 12  # tasks of a list too long to be told in full that are told each in short
ASIDE = 0.34  # of what the best says of a topic: what says no more stands in its paragraph on another matter
UNDER_HEADING = 0.7
ELSEWHERE = 0.8  # of the topic a sentence says that is not among the limitations
SEVERAL = 1.5  # weight of a topic that more than one word tells
# "hạn chế và nguyên nhân" asks for both, "nguyên nhân của hạn chế" for the causes alone.
_BOTH = re.compile(
    r"\b(?:han che|ton tai|yeu kem|kho khan|vuong mac)\b[^?.;]{0,60}?(?:\bva|,|\bcung|\bkem)"
    r"(?: \w+){0,2} nguyen nhan\b|"
    r"\b(?:limitations?|shortcomings?|weaknesses)\b[^?.;]{0,60}?(?:\band|,)(?: \w+)? (?:causes?|reasons?)\b"
)
_WHYS = frozenset({"why", "vi sao", "tai sao", "vi dau", "do dau", "sao"})
_WHY_IN = re.compile(r"\b(?:vi|tai) sao\b|\b(?:vi|do) dau\b|^\W*sao\b|\bwhy\b")
_TO_WHOM = re.compile(
    r"\b(?:through|to|with|via) (?:which|what|whom)\b|"
    r"\b(?:qua|cho|voi|den|ve|gui)(?: \w+){0,2} (?:co quan|don vi|so|phong|ban|noi) nao\b|"
    r"\b(?:cho|voi|den|toi|gui) ai\b"
)
_WEAKNESS = frozenset({"nguyên nhân", "hạn chế", "khó khăn", "yếu"})
_FALLEN_SHORT = _WEAKNESS - {"nguyên nhân"}
NAMING = 0.5  # weight of a word that says of what the cause is asked
_BECAUSE = re.compile(r"(?:[,;]| (?:là|nguyên nhân))? \b(?:do|vì|bởi|nguyên nhân)\b (?!đó|vậy|thế)")
_DENIES = re.compile(r"\b(?:không|chưa|not|no|never)\b|n['’]t\b")
TRIED = 12
CAUSED, CAUSED_LACKS = 0.5, 0.46  # of a sentence that gives the cause of what the question names
_TASKS = re.compile(r"\b(?:what|which|list|nhung|cac) (?:\w+ ){0,2}(?:tasks|viec|nhiem vu)\b")
_ALL_TASKS = re.compile(r"\b(?:nhiem vu|giai phap)\b[^?;]{0,80}\b(?:gom|la|co)(?: nhung)? (?:gi|nao|nhung gi)\b")
# One thing that is to be: "theo phương châm nào", "what working style". What is to be done is asked for otherwise.
_ONE_THING = re.compile(
    r"\b(?!(?:lam|la|the|nhung|cac|viec|vu|phap|dung|huong|dieu|cong|dinh|nhu|ra|muc tieu|tieu) )\w+ (?:nao|gi)\b|"
    r"\bwhat (?!(?:will|would|does|do|is|are|was|were|has|have|shall|should|must|tasks?|directions?|plans?|measures?|"
    r"steps|work|else)\b)\w+"
)
_CLOSES = re.compile(r"\W*(?:Trên đây(?: là|,)|Kiến nghị(?:,? đề xuất)?\s*:)")
CAUSED_ALL, CAUSED_ALL_LACKS = 0.66, 0.26  # of one that names nothing the question names
_WHY = re.compile(r"\W*(?:vi|tai) sao\b|\W*(?:vi|do) dau\b|\W*sao\b|\W*why\b")


def answer_sections(
    question: Question, found: Found, texts: Callable[[], list[Candidate]], lexicon: Lexicon, *, numeric: bool
) -> Draft | None:
    """Causes, limitations, strengths, directions; a year after the reports' own is only in their directions."""
    if numeric and not _WHY.match(fold(question.clear)):
        return None
    if (proposals := answer_proposals(question, found)) is not None:
        return proposals
    if (assessed := _assessed(question, found, lexicon)) is not None:
        return assessed
    ahead = _of_next_year(question, found)
    whole = question.is_(Kind.DIRECTION) or _ALL_TASKS.search(fold(question.clear))
    in_words = question.is_(Kind.CAUSE) or (ahead and not whole)
    if in_words and (said := _said(question, texts(), found.indexes, lexicon)) is not None:
        return said
    if _of_event(question) and (cause := _cause_told(question, found)) is not None:
        return cause
    if question.is_(Kind.WHO) and _TO_WHOM.search(fold(question.clear)):
        return None  # to whom difficulties are reported is not told by the difficulties
    tasks = question.kinds[0] is Kind.DIRECTION and _TASKS.search(fold(question.clear))  # "…, with their deadlines"
    if question.is_(Kind.WHEN) and not (tasks or question.is_(Kind.CAUSE, Kind.LIMITATION, Kind.STRENGTH)):
        return None  # a time is told by one sentence, not by a whole section
    kinds = [kind for kind in (Kind.CAUSE, Kind.LIMITATION, Kind.STRENGTH, Kind.DIRECTION) if question.is_(kind)]
    if ahead:
        kinds.insert(0, Kind.DIRECTION)
    if Kind.DIRECTION in kinds and REMEDY_ASKED.search(fold(question.clear)):
        kinds = [Kind.DIRECTION]  # what is to be done about a limitation, not the limitation
    if {Kind.LIMITATION, Kind.CAUSE} <= set(kinds) and _BOTH.search(fold(question.clear)):
        both = [answer_part(question, kind, list(found.indexes), lexicon) for kind in (Kind.LIMITATION, Kind.CAUSE)]
        if both[0] is not None and both[1] is not None:
            both[0].join(both[1])
            return both[0]
    if (several := _each(question, kinds, found, lexicon)) is not None:
        return several
    elsewhere = _told_elsewhere(question, found) if kinds == [Kind.LIMITATION] else None
    least = TOPIC if elsewhere is not None else 0.0
    answers = (
        answer_part(question, kind, list(found.indexes), lexicon, least=least) for kind in kinds if kind in PART_KEYS
    )
    if elsewhere is not None:
        return next((draft for draft in answers if draft is not None), None) or answer_text(question, [elsewhere], 1)
    return next((draft for draft in answers if draft is not None), None)


def _assessed(question: Question, found: Found, lexicon: Lexicon) -> Draft | None:
    """The one part that a question asks for, of the section on its topic, where a report closes its sections so."""
    asked = [k for k in (Kind.CAUSE, Kind.LIMITATION, Kind.DIRECTION) if question.is_(k)]
    kinds = [Kind.CAUSE] if asked == [Kind.CAUSE, Kind.LIMITATION] else asked
    if len(kinds) != 1 or _BOTH.search(fold(question.clear)) or REMEDY_ASKED.search(fold(question.clear)):
        return None
    if kinds == [Kind.CAUSE] and {k for w in question.wanted for k in w.keys}.isdisjoint(_WEAKNESS):
        return None  # of one event the cause is told where that stands
    topical = {i.report.id: words_of_topic(question, kinds[0], i, [], titled=True) for i in found.indexes}
    return answer_assessed(question, kinds[0], found.indexes, topical, lexicon)


def _each(question: Question, kinds: Sequence[Kind], found: Found, lexicon: Lexicon) -> Draft | None:
    """Two parts of a report, each asked for by a part of the question: "còn yếu ở điểm nào và năm tới làm gì?"."""
    asked = []
    for part in asked_parts(question, lexicon):
        kind = next((k for k in PART_KEYS if part.is_(k)), None)
        asked.append(Kind.DIRECTION if kind is None and _of_next_year(part, found) else kind)
    if len(set(asked)) < 2 or None in asked or not set(asked) <= set(kinds):
        return None
    told = [answer_part(question, kind, list(found.indexes), lexicon, WORDS // len(asked)) for kind in asked if kind]
    drafts = [draft for draft in told if draft is not None]
    if len(drafts) < len(asked):
        return None
    for other in drafts[1:]:
        drafts[0].join(other)
    return drafts[0]


def _said(question: Question, texts: list[Candidate], indexes: Sequence[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The sentence that says nearly all of what is asked: a cause, or one thing that is to be done."""
    if question.is_(Kind.LIMITATION):
        return None
    texts = [c for c in texts if c.coverage >= SAID and names_what_is_asked(question, c.statement)]
    if not question.is_(Kind.CAUSE):
        tasks = {(i.report.id, s.index) for i in indexes for s in parts(i, Kind.DIRECTION, lexicon)}
        texts = [c for c in texts if (c.index.report.id, c.statement.index) in tasks]
    if not question.is_(Kind.CAUSE) and _ONE_THING.search(fold(question.clear)):
        return answer_text(question, texts[:1], 1) if texts else None
    return answer_text(question, texts) if texts else None


def _told_elsewhere(question: Question, found: Found) -> Candidate | None:
    """The sentence that says nearly all of the topic asked as something that falls short, wherever it stands: the
    limitations of other things do not answer then. None where no topic is asked, or no sentence says so."""
    for candidate in found.candidates[:TRIED]:
        statement = candidate.statement
        if candidate.figure is not None or statement.ahead or not FALLS_SHORT.search(statement.quote):
            continue
        weighted = words_of_topic(question, Kind.LIMITATION, candidate.index, [statement])
        if sum(w.wanted.weight for w in weighted) < SEVERAL:
            continue
        if Scale(weighted).of_statement(statement).coverage >= ELSEWHERE:
            return candidate
    return None


def _tells_all(candidate: Candidate) -> bool:
    """Whether a sentence says so much of what is asked that it needs no name in common to be of the same event."""
    return candidate.coverage >= CAUSED_ALL and candidate.lacks < CAUSED_ALL_LACKS


def _cause_told(question: Question, found: Found) -> Draft | None:
    """The sentence that gives the cause of the event asked about in its own words ("… do …"), and names all that the
    question names; None where it denies what the question says, or the other way about."""
    names = [w for w in question.wanted if w.weight >= 1.0 and _is_name(w.words, question)]
    denies = bool(_DENIES.search(question.clear.lower()))
    for c in found.candidates[:TRIED]:
        clause = c.statement.quote
        because = _BECAUSE.search(without_doers(clause))
        if c.figure is not None or because is None or c.coverage < CAUSED or c.lacks > CAUSED_LACKS:
            continue
        if is_itself_cause(question, c.statement):
            continue
        event = clause[: because.start()].lower()
        named = bool(names) and not any(w in c.missing for w in names)
        if denies == bool(_DENIES.search(event)) and (named or _tells_all(c)):
            return answer_text(question, [c], 1)
    return None


def _is_name(words: str, question: Question) -> bool:
    """Whether a wanted word is an abbreviation or proper name: written in capitals in the question."""
    return any(fold(w) == words and w.isupper() and len(w) > 1 for w in re.findall(r"\w+", question.clear))


def parts(index: ReportIndex, kind: Kind, lexicon: Lexicon) -> list[Statement]:
    """The statements of a report that stand under a heading of that kind, or in a paragraph that opens with its
    name."""
    strict = _parts(index, kind, PART_KEYS[kind][:1], lexicon)
    return strict or _parts(index, kind, PART_KEYS[kind], lexicon)


def _hindrances(question: Question, index: ReportIndex, lexicon: Lexicon) -> list[Statement]:
    """The statements on what hindered the work, where a question asks for that alone and a heading of their own tells
    it apart from what was done badly."""
    said = {k for w in question.wanted for k in w.keys}
    return (
        _parts(index, Kind.LIMITATION, ("khó khăn",), lexicon) if "khó khăn" in said and "hạn chế" not in said else []
    )


def _parts(index: ReportIndex, kind: Kind, names: tuple[str, ...], lexicon: Lexicon) -> list[Statement]:
    deepest: dict[str, bool] = {}
    mixed: set[str] = set()  # sections that tell what fell short as well as why: there a cause says that it is one
    for section in index.report.sections:
        found = {k for t in lexicon.cut(section.heading) for k in t.keys}
        here = bool(found & set(names)) and not (
            kind is Kind.LIMITATION and "hạn chế" not in found and "nguyên nhân" in found
        )
        rivals = {k for other, keys in PART_KEYS.items() if other is not kind for k in keys[:1]}
        if section.parent in deepest and deepest[section.parent] and not found & rivals:
            here = True
        if {"nguyên nhân", "hạn chế"} <= found or (section.parent in mixed and "nguyên nhân" not in found):
            mixed.add(section.id)
        if (
            kind is Kind.DIRECTION
            and not found & {"phương hướng"}
            and section.level > 1
            and not deepest.get(section.parent or "", False)
        ):
            here = here and bool(found & {"nhiệm vụ", "giải pháp"}) and bool({"thời gian", "năm", "tháng"} & found)
        deepest[section.id] = here
    inside = [s for s in index.statements if deepest.get(s.block.section, False)]
    if kind is Kind.CAUSE:
        inside = [s for s in inside if s.block.section not in mixed or _BECAUSE.search(without_doers(s.quote))]
    both = {s.index: s for s in (*inside, *_under_names(index, names, lexicon))}
    only_causes = {
        s.index for s in index.statements if kind is Kind.LIMITATION and _opens_with(s.block, ("nguyên nhân",), lexicon)
    }
    return [both[i] for i in sorted(both) if i not in only_causes and not closes(both[i].block)]


def _under_names(index: ReportIndex, names: tuple[str, ...], lexicon: Lexicon) -> Iterator[Statement]:
    """The statements of the paragraphs that open with one of those names, and of the lines below one that is nothing
    but the name."""
    for block in index.report.blocks:
        if _opens_with(block, names, lexicon):
            lines = lines_below(index, block) if is_label(block) else []
            for line in lines or (block,):
                yield from (index.statements[n] for n in index.by_block.get(line.id, ()))


def closes(block: Block) -> bool:
    """Whether a block is what stands behind the last section of a report, and part of none: what it asks of others in
    a line of its own, and its closing sentence."""
    return bool(_CLOSES.match(block.text))


def _opens_with(block: Block, names: tuple[str, ...], lexicon: Lexicon) -> bool:
    head, colon, _ = block.text[:160].partition(":")
    if not colon:
        return False
    found = {k for t in lexicon.cut(head) for k in t.keys}
    return bool(found & set(names))


def answer_part(
    question: Question,
    kind: Kind,
    indexes: list[ReportIndex],
    lexicon: Lexicon,
    most: int = WORDS,
    least: float = 0.0,
) -> Draft | None:
    """What the report gives as its limitations, causes, strengths or directions, on the topic asked, up to about `most`
    words of it; None if nothing, or nothing that says at `least` so much of the topic, 0 to 1."""
    chosen: tuple[float, ReportIndex, list[Statement]] | None = None
    for index in indexes:
        held = (_hindrances(question, index, lexicon) if kind is Kind.LIMITATION else []) or parts(index, kind, lexicon)
        said, held = _on_topic(question, kind, index, held) if held else (0.0, held)
        if held and said >= least and (chosen is None or said > chosen[0]):
            chosen = (said, index, held)
    if chosen is None:
        return None
    _, index, held = chosen
    draft = Draft()
    words, cut = 0, False
    opens = list({s.block.id: s for s in reversed(held)}.values())[::-1]
    if kind is Kind.DIRECTION and sum(s.words for s in held) > most and FEW <= len(opens) <= MANY:
        for statement in opens:  # of a long list what each task opens with, rather than the first tasks in full
            draft.say(
                excerpt(statement, words=most // len(opens)).lstrip("-+ "), draft.cite_statement(index, statement)
            )
        held, cut = [], True
    for statement in held:
        if words and words + statement.words > most:
            cut = True
            break
        words += statement.words
        draft.say(excerpt(statement, words=90).lstrip("-+ "), draft.cite_statement(index, statement))
    if cut:
        draft.notes.append(
            "Mục này còn nội dung khác; mở chỗ được trích để đọc hết."
            if question.language == "vi"
            else "The section says more; open the cited place to read it all."
        )
    return draft


def _on_topic(
    question: Question, kind: Kind, index: ReportIndex, held: list[Statement]
) -> tuple[float, list[Statement]]:
    """How much of the topic asked the best of the statements says, 0 to 1, and those that say nearly as much; all of
    them where no topic is asked, none where none is on it."""
    weighted = words_of_topic(question, kind, index, held)
    if not weighted:
        return 1.0, held
    scale = Scale(weighted)
    scored = [(_topic(scale, s), s) for s in held]
    best = max(score for score, _ in scored)
    alone = kind is Kind.LIMITATION and len(parts_of(question.clear)) < 2  # else they may be those of another part
    several = alone and sum(w.wanted.weight for w in weighted) >= SEVERAL
    strict = several or any(w.wanted.must for w in weighted) or (kind is Kind.CAUSE and _of_event(question))
    if best < 0.3 or (best < TOPIC and strict):
        return best, []
    least = max(best * 0.75, 0.3)
    blocks = {s.block.id for score, s in scored if score >= least}
    listed = {b for b in blocks if _lists(next(s for s in held if s.block.id == b))}
    told = [(score, s) for score, s in scored if s.block.id in blocks and (score >= least or s.block.id not in listed)]
    if kind is Kind.DIRECTION and _ONE_THING.search(fold(question.clear)):
        return best, of_own_words(scale, [s for _, s in told])
    late = late_clauses(scale, [s for _, s in told])
    told = [(score, s) for score, s in told if s.index in late.get(s.block.id, {s.index})]
    aside = best * ASIDE if kind is Kind.DIRECTION and best >= TOPIC else 0.0
    return best, [s for score, s in told if score > aside]


def _of_event(question: Question) -> bool:
    """Whether the cause of one thing that came about is asked for ("vì sao … bị trả lại?"), not what a report gives as
    its causes: of another thing none of them is the answer."""
    told = {k for w in question.wanted if fold(w.words) not in _WHYS for k in w.keys}
    if _WHY_IN.search(fold(question.clear)) and told.isdisjoint(_WEAKNESS):
        return True
    if not question.is_(Kind.CAUSE) or question.is_(Kind.LIMITATION) or not told.isdisjoint(_FALLEN_SHORT):
        return False
    told_of = [w for w in question.wanted if w.weight >= NAMING and _WEAKNESS.isdisjoint(w.keys)]
    return sum(w.weight for w in told_of) >= SEVERAL and TWO_SORTS.isdisjoint(told)


_MEMBER = re.compile(r"\(\d{1,2}\) ")


def _lists(statement: Statement) -> bool:
    """Whether the paragraph of a statement is a list of numbered tasks, each of which stands by itself."""
    return len(_MEMBER.findall(statement.block.text)) > 1


def _topic(scale: Scale, statement: Statement) -> float:
    """How much of a topic a statement covers, 0 to 1; under a heading of that topic its own words need not say it."""
    held = scale.of_statement(statement)
    weighed = zip(scale.weighted, held.levels, strict=True)
    lifted = sum(w.weight * (UNDER_HEADING if level == HEADING else level) for w, level in weighed)
    return max(held.coverage, lifted / scale.total)


def _of_next_year(question: Question, found: Found) -> bool:
    """Whether every year asked about is the one after the reports': there they only say what is to be done."""
    years = {year_of(r.period) for r in found.reports if year_of(r.period)}
    return bool(question.periods and years) and all(
        year_of(p) not in years and str(int(year_of(p)) - 1) in years for p in question.periods if year_of(p)
    )

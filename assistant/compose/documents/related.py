"""A document asked for by its tie to one that the question names: what guides it, carries it on, replaces it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.citing import Draft
from assistant.compose.documents.cited import named_numbers, tell
from assistant.compose.documents.matches import cover_words
from assistant.evidence.coverage import Weighted, weigh
from assistant.evidence.statements import ReportIndex, keys, plain
from assistant.lookup import match_references
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.ledgers import Mention, Reference

SAME_SENTENCE, SAME_BLOCK = 0.4, 0.25  # what it counts that both are cited there
OF_TYPE = 0.25
LEAST = 0.75  # of the tie, the type and what is covered, together
COVERED = 0.3  # of the question's other words, at least

_TYPES = (
    r"quyet dinh|ke hoach|nghi quyet|chi thi|nghi dinh|thong tu|cong van|chuong trinh|quy che|to trinh|de an|cong dien"
)
_NOT_ITS_OWN = r"(?!(?:nao|gi|so|noi|viec|co|don|cap|ngay|thang|nam|ai|linh|muc|la|ban|do|cua)\b)[^\W\d]\w*"
_ASKS = r"(?:nao|gi|may|bao nhieu|khi|luc)\b"
_ASKED = re.compile(
    rf"\b(?:van ban|(?P<vi>{_TYPES})|(?:huong dan|luat|thong bao|ket luan)(?= nao)|"
    rf"(?:theo|ap dung|ban hanh|thuc hien|can cu|bang|(?:su )?dung|dung lai|giu|giu nguyen|ke thua|vien dan|sua doi|"
    rf"thay the|bai bo) (?:quy dinh|quy che))(?:(?:,? {_NOT_ITS_OWN}){{0,6}} nao| gi| so (?:may|nao|bao nhieu))\b|"
    r"\b(?:which|what) (?:[a-z’'-]+ ){0,3}(?:(?P<en>decision|plan|resolution|directive|decree|circular|letter|"
    r"programme|program|project)|documents?|regulation|rule|provision|ordinance|law|dispatch)s?\b"
    r"(?! (?:no\.? |number )?\d)"
)
# "When was the plan carrying out Resolution 12-NQ/TU issued?" is after what the tie joins to the named one.
_SHORT = {
    "kh": "ke hoach",
    "qd": "quyet dinh",
    "nq": "nghi quyet",
    "ct": "chi thi",
    "cv": "cong van",
    "nd": "nghi dinh",
}
_EITHER = f"{_TYPES}|{'|'.join(_SHORT)}"
_NAMED_EN = (
    r"(?:decision|plan|resolution|directive|decree|circular|letter|programme|program|project|conclusion|document|law)"
)
_TIED = re.compile(
    rf"\b(?P<vi>{_EITHER})\b(?: (?!(?:{_EITHER})\b|{_ASKS})\w+){{0,8}}? (?:de |nham )?"
    rf"(?:thuc hien|trien khai|thi hanh|cu the hoa|huong dan|sua doi|bo sung|thay the)"
    rf"(?: \w+){{0,3}}? (?:{_EITHER}|ket luan|luat)(?: so)? \d|"
    r"\b(?P<en>decision|plan|resolution|directive|decree|circular|letter|programme|program|project)\b"
    r"(?: (?:that|which|to|for|on))? (?:carr(?:y|ies|ied|ying) out|implement\w*|execut\w+|enact\w+|guid(?:es|ing)|"
    rf"amend\w*|replac\w+|under|pursuant to|giving effect to)(?: of)?(?: the)? {_NAMED_EN} (?:no\.? |number )?\d"
)
# "Quyết định số 9 ban hành quy chế nào?": what it issued is its own matter.
_ISSUES = re.compile(
    rf"\b(?:{_EITHER}) (?:so )?\d[^?;,]{{0,90}}(?<!duoc) (?:ban hanh|phe duyet|thong qua|cong bo)(?: kem theo| kem)?"
    rf" (?:van ban|quy dinh|danh muc|bo tieu chi|{_TYPES})(?: \w+){{0,4}} (?:nao|gi)\b|"
    rf"\b(?:what|which) [a-z’' -]{{3,40}} (?:was|were|did|does|is|are) [^?;]{{0,40}}\b{_NAMED_EN} (?:no\.? |number )?\d"
    r"[^?;]{0,60}\b(?:issue|approve|adopt|promulgate)\b|"
    rf"\b(?:what|which) [a-z’' -]{{3,40}} (?:was|were) (?:issued|approved|adopted|promulgated) (?:with|by|under|in) "
    rf"(?:[a-z’']+ ){{0,4}}{_NAMED_EN} (?:no\.? |number )?\d"
)
_AFTER_PARTICULARS = re.compile(
    r"\b(?:ngay nao|khi nao|bao gio|luc nao|ngay may|so may|so bao nhieu|so nao|so hieu|ai ban hanh|ai ky)\b|"
    r"\b(?:when|what date|which (?:day|date|month|year)|who (?:issued|signed)|number of)\b"
)
_IS = re.compile(r"\bla (?:mot )?$|\b(?:is|was) $")
_ENGLISH = {
    "decision": "quyet dinh",
    "plan": "ke hoach",
    "resolution": "nghi quyet",
    "directive": "chi thi",
    "decree": "nghi dinh",
    "circular": "thong tu",
    "letter": "cong van",
    "programme": "chuong trinh",
    "program": "chuong trinh",
    "project": "de an",
}


# How one document bears on another, in a question and in a report: where both say it, no other word need tell which.
_BEARS = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        (r"\b(?:thay the|replac\w+|supersed\w+)\b", r"\bthay the\b"),
        (r"\b(?:bai bo|huy bo|repeal\w*|abolish\w*|revok\w+|annul\w*)\b", r"\b(?:bai bo|huy bo|het hieu luc)\b"),
        (r"\b(?:sua doi|bo sung|amend\w*|supplement\w*)\b", r"\b(?:sua doi|bo sung)\b"),
        (
            r"\b(?:ap dung|con hieu luc|appl(?:y|ies|ied)|in force|in effect|carr(?:y|ies|ied) over|still valid)\b",
            r"\b(?:ap dung|tiep tuc (?:thuc hien|co hieu luc))\b",
        ),
    )
)
RIGHT_BEFORE = 24  # characters
_NUMBER = re.compile(r"\d+[a-z]?\s?[/-]\s?(?:\d{4}\s?/\s?)?[a-z]{2,}")
BEARING = 1.0  # what it counts for a document, of 1, that the report says of it how the question says it bears


def asked_besides(question: Question) -> re.Match[str] | None:
    """The words that ask for another document than the one the question names ("bằng văn bản nào"), or for the date or
    number of one that is only said by its tie to it ("the plan carrying out Resolution 12-NQ/TU"); None where the named
    one is itself what is asked about ("Quyết định 12/QĐ-UBND là văn bản nào")."""
    folded = fold(question.clear)
    if _ISSUES.search(folded):
        return None
    asked = next((m for m in _ASKED.finditer(folded) if not _IS.search(folded[: m.start()])), None)
    return asked or (_TIED.search(folded) if _AFTER_PARTICULARS.search(folded) else None)


def answer_related(question: Question, indexes: list[ReportIndex], lexicon: Lexicon) -> Draft | None:
    """The document that is cited together with the named one and fits the rest of the question; None if none does."""
    asked = asked_besides(question)
    numbers = named_numbers(question)
    if asked is None or not numbers:
        return None
    type_asked = _SHORT.get(asked["vi"] or "", asked["vi"]) or _ENGLISH.get(asked["en"] or "", "")
    best: tuple[float, ReportIndex, Reference] | None = None
    for index in indexes:
        named = [
            f.reference
            for number in numbers
            for f in match_references(number, index.references)
            if not f.suggested and f.score >= 5
        ]
        if not named:
            continue
        weighted = _others_words(question, index, named, lexicon, asked[0])
        for reference in index.references:
            if any(reference.id == n.id for n in named) or not reference.number:
                continue
            if type_asked and not fold(reference.type).startswith(type_asked):
                continue
            for mention in reference.mentions:
                tie = max(_tie(index, mention, other) for n in named for other in n.mentions)
                covered = _covered(index, reference, mention, weighted, lexicon)
                if tie == SAME_SENTENCE and type_asked and _only_one(index, reference, mention, named):
                    covered = max(covered, COVERED)
                if tie and _bears(question, index, mention, [m for n in named for m in n.mentions]):
                    covered = BEARING
                score = tie + covered + (OF_TYPE if type_asked or not asked["vi"] else 0.0)
                if tie and covered >= COVERED and (best is None or score > best[0]):
                    best = (score, index, reference)
    if best is None or best[0] < LEAST:
        return None
    draft = Draft()
    tell(draft, best[1], best[2], question.language == "vi")
    return draft


def _bears(question: Question, index: ReportIndex, mention: Mention, named: Sequence[Mention]) -> bool:
    """Whether a report says of a document that it bears on the named one as the question says, with no third one
    between them: "… thay thế Quyết định số …"; or, where the named one stands in another paragraph, right before it:
    "thống nhất áp dụng Quyết định số …"."""
    asked, place = fold(question.clear), mention.locator
    told = [of_report for of_question, of_report in _BEARS if of_question.search(asked)]
    text = index.report.block(place.block).text
    beside = [m.locator for m in named if m.locator.block == place.block]
    around = [fold(text[max(0, place.start - RIGHT_BEFORE) : place.start])] if not beside else []
    for other in beside:
        first, second = sorted((place, other), key=lambda at: at.start)
        between = fold(text[first.start : second.start])
        around += [between] if len(_NUMBER.findall(between)) < 2 else []
    return any(verb.search(words) for verb in told for words in around)


def _only_one(index: ReportIndex, reference: Reference, mention: Mention, named: list[Reference]) -> bool:
    """Whether a document is the only one of its type in its paragraph, the named ones being of another."""
    like = [
        r
        for r in index.references
        if r.type == reference.type and any(m.locator.block == mention.locator.block for m in r.mentions)
    ]
    return len(like) == 1 and all(n.type != reference.type for n in named)


def _others_words(
    question: Question, index: ReportIndex, named: list[Reference], lexicon: Lexicon, asked: str
) -> list[Weighted]:
    """The words of the question that name neither the given document nor the kind of the one asked for."""
    types = {k for n in named for k in keys(lexicon, n.type)}
    return [
        w
        for w in weigh(question, index)
        if not set(w.wanted.keys) & types and not w.wanted.words[:1].isdigit() and w.wanted.words not in ("van ban",)
    ]


def _covered(
    index: ReportIndex, reference: Reference, mention: Mention, weighted: list[Weighted], lexicon: Lexicon
) -> float:
    """How much of those words a document's own title and issuer hold, or the sentence that cites it, 0 to 1."""
    if not weighted:
        return 0.5
    words = f"{reference.type} {reference.subject} {reference.issuer} {reference.purpose} {mention.quote}"
    own = keys(lexicon, words)
    around = own | _around(index, mention)
    sentence = 0.85 * cover_words(weighted, around, plain(words))
    return max(cover_words(weighted, own, plain(words)), sentence)


def _around(index: ReportIndex, mention: Mention) -> frozenset[str]:
    at = mention.locator
    held = [index.statements[n] for n in index.by_block.get(at.block, ())]
    return next((s.own | s.sentence for s in held if s.start <= at.start < s.end), frozenset())


def _tie(index: ReportIndex, one: Mention, other: Mention) -> float:
    """What it counts how near two documents are cited: in one sentence, one paragraph, or a note and what it hangs
    on."""
    a, b = one.locator, other.locator
    if a.block == b.block:
        between = index.report.block(a.block).text[min(a.end, b.end) : max(a.start, b.start)]
        return SAME_BLOCK if re.search(r"[.;]\s", between) else SAME_SENTENCE
    notes = {index.report.block(a.block).anchor, index.report.block(b.block).anchor} - {"", None}
    return SAME_BLOCK if notes & {a.block, b.block} else 0.0

"""Search terms out of what somebody typed: words, pairs of words and numbers, safe for FTS5 whatever was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.language.fold import fold

MOST_TERMS = 48
MOST_CHARACTERS = 2_000

_WORD = re.compile(r"\w+", re.UNICODE)
# A number or document number with its separators: 21.846; 99,57; 763/KH-UBND; 12/2023.
_JOINED = re.compile(r"\w+(?:[./,\-–]\w+)+", re.UNICODE)
_CLAUSE = re.compile(r"[.!?;:,()“”\"\n]+(?:\s|$)")

# Words of asking, in Vietnamese and English: they say what is wanted, not what it is about.
_ASKING = frozenset(
    _WORD.findall(
        """là và của có được cho với các những này đó ở tại trong về thì mà hay hoặc bao nhiêu gì nào sao thế ai khi
        mấy không đã đang sẽ ra như theo từ đến bị do vì nhỉ ạ vậy hãy cho biết nêu
        the a an of in on at to for and or is are was were be been do does did how many much what which who whom when
        where why by with from that this these those it its as there any has have had not"""
    )
)
_ASKING_FOLDED = frozenset(map(fold, _ASKING)) - {"dan", "bi", "do", "tu", "su"}

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?"
    r"(?:uye|oai|oay|uay|uoi|uou|ieu|yeu|ia|ie|iu|ya|ye|ai|ao|au|ay|eo|eu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|[aeiouy])"
    r"(?:ngh?|nh|ch|[cmnpt])?$"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a phrase of words that must stand side by side. `exact` keeps marks, `folded` does not."""

    exact: tuple[str, ...]
    folded: tuple[str, ...]


def normal(text: str) -> str:
    """The form in which the exact column is kept: NFC, lower case."""
    return unicodedata.normalize("NFC", text).lower()


def has_marks(text: str) -> bool:
    """Whether any Vietnamese mark (or đ) was typed."""
    return fold(normal(text)) != normal(text)


def is_unmarked_vietnamese(text: str) -> bool:
    """Whether it reads as Vietnamese typed without marks: nearly all its words are Vietnamese syllables."""
    if has_marks(text):
        return False
    words = [w for w in _WORD.findall(normal(text)) if w.isalpha()]
    return bool(words) and sum(bool(_SYLLABLE.match(w)) for w in words) >= 0.85 * len(words)


def _clauses(text: str) -> Iterator[str]:
    yield from (c for c in _CLAUSE.split(text) if c.strip())


def _term(words: list[str]) -> Term:
    exact = tuple(normal(w) for w in words)
    return Term(exact, tuple(fold(w) for w in exact))


def terms(text: str, also: tuple[str, ...] = ()) -> list[Term]:
    """The terms of a query: its words, each two words side by side, numbers whole; then `also`, each as a phrase.

    At most MOST_TERMS of them from the first MOST_CHARACTERS characters.
    """
    text = unicodedata.normalize("NFC", text[:MOST_CHARACTERS])
    asking = _ASKING if has_marks(text) else _ASKING | _ASKING_FOLDED
    out: dict[tuple[str, ...], Term] = {}

    def put(term: Term) -> None:
        if term.exact and term.exact not in out and len(out) < MOST_TERMS:
            out[term.exact] = term

    for joined in _JOINED.findall(text):
        parts = _WORD.findall(joined)
        if any(p[0].isdigit() for p in parts):
            put(_term(parts))
    for clause in _clauses(text):
        words = _WORD.findall(clause)
        bare = [w for w in words if normal(w) not in asking]
        for word in bare or words:
            put(_term([word]))
        for first, second in pairwise(words):
            if normal(first) not in asking and normal(second) not in asking:
                put(_term([first, second]))
    for phrase in also:
        put(_term(_WORD.findall(phrase[:200])[:6]))
    return list(out.values())

"""Terms: a text as the concepts it speaks of, so that a question and a report can be compared word for word.

A concept is a line of `glossary/`: Vietnamese wordings, office abbreviations and English wordings that mean one thing.
A word that no line knows is a concept of its own. Texts are cut by longest match; both sides are cut the same way, so
that the "đơn" of "đơn vị" never answers for a petition.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from assistant.words.stems import stem_english, stems_english
from ingest.language.fold import fold

WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+", re.UNICODE)
_TONES = {
    new: old
    for vowel, glides in (("oa", "òóỏõọ"), ("oe", "òóỏõọ"), ("uy", "ùúủũụ"))
    for new, old in zip(
        (vowel[0] + toned for toned in {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}[vowel[1]]),
        (toned + vowel[1] for toned in glides),
        strict=True,
    )
}
_NEW_STYLE = re.compile("(?<!q)(" + "|".join(_TONES) + r")(?!\w)")  # the u of "quý" belongs to its consonant

_HORNED = dict(zip("ừứửữự", "ờớởỡợ", strict=True))
# Of the two spellings of one syllable the one that offices write: "kĩ thuật", "tỉ lệ", "lí do".
_WITH_Y = dict(zip(("kì", "kỉ", "kĩ", "kí", "lí", "tỉ"), ("kỳ", "kỷ", "kỹ", "ký", "lý", "tỷ"), strict=True))
_WITH_I = {y: fold(i) for i, y in _WITH_Y.items()}  # as they are typed without marks
_HORNS = re.compile(r"([ừứửữự])[oơ](?=\w)|(?<!q)u([ơờớởỡợ])(?=\w)")


@lru_cache(maxsize=16_384)
def normal(word: str) -> str:
    """Lower case, NFC, the tone mark where the older spelling puts it: `hoà` and `hòa` are one word.

    Of the pair "ươ" both letters have their horn before a final, and the second its tone: `ngừoi` and `nguời` are slips
    for `người`, as no syllable is spelled so. `kĩ` is `kỹ`.
    """
    spelled = _NEW_STYLE.sub(lambda m: _TONES[m[1]], unicodedata.normalize("NFC", word).lower())
    spelled = _HORNS.sub(lambda m: "ư" + (_HORNED[m[1]] if m[1] else m[2]), spelled)
    return _WITH_Y.get(spelled, spelled)


class Token(NamedTuple):
    """A word and its offsets in the text it was cut from."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """A concept met in a text. `key` is the same for all wordings of a concept; `text` is the wording met.

    `known` tells whether the glossary knows it; `keys` are all concepts that the wording may stand for (an abbreviation
    may stand for several), `key` the first of them.
    """

    keys: tuple[str, ...]
    text: str
    start: int
    end: int
    known: bool

    @property
    def key(self) -> str:
        """The first concept that the wording stands for."""
        return self.keys[0]


@dataclass(frozen=True, slots=True)
class Concept:
    """A line of the glossary. The first Vietnamese wording is its name and its key."""

    vietnamese: tuple[str, ...]
    abbreviations: tuple[str, ...]
    english: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name of the concept."""
        return self.vietnamese[0]


def tokens(text: str) -> list[Token]:
    """The words and numbers of a text, in order."""
    return [Token(normal(m[0]), m.start(), m.end()) for m in WORD.finditer(text)]


def _words(wording: str) -> list[str]:
    return [normal(w) for w in WORD.findall(wording)]


_Trie = dict[str, "_Node"]


@dataclass(slots=True)
class _Node:
    next: _Trie = field(default_factory=dict)
    keys: tuple[str, ...] = ()


_STOP = ":;.?!()\n\t"
_STOPS = re.compile(f"[{_STOP}]")
_PARTS = re.compile(f"{WORD.pattern}|[{_STOP}]")
_PIECES_KEPT = 8_192


def _runs(text: str) -> tuple[list[str], list[int], list[tuple[int, int]]]:
    """The words of a text; for each of them where the run of words ends in which a wording may go on, and its offsets
    in the text."""
    words: list[str] = []
    ends: list[int] = []
    spans: list[tuple[int, int]] = []
    last = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        if (start - last > 1 or text[last:start] != " ") and _STOPS.search(text, last, start):
            ends += [len(words)] * (len(words) - len(ends))
        words.append(normal(match[0]))
        spans.append((start, end))
        last = end
    ends += [len(words)] * (len(words) - len(ends))
    return words, ends, spans


_OPENS_ANY = frozenset({"nguoi", "lam", "ngay", "nha", "diem", "nhom", "chuyen"})  # they open wordings of all kinds
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "your", "any"})
_PREPOSITIONS = frozenset({"on", "of", "for", "in", "at", "to", "with", "by", "from", "about"})


class Lexicon:
    """The glossary, ready to cut texts: exact wordings, wordings without marks, and English."""

    def __init__(self, concepts: Sequence[Concept], senses: Mapping[str, Sequence[str]] = {}) -> None:
        """`senses` are English wordings with all that they may stand for, as Vietnamese wordings, in place of what the
        concepts make of them."""
        self.concepts = {c.key: c for c in concepts}
        single = {normal(w) for c in concepts for w in c.vietnamese if " " not in w and len(w) > 2}
        self.heads = {
            c.key: frozenset(fold(w.split()[0]) for w in c.vietnamese if " " in w and normal(w.split()[0]) in single)
            - _OPENS_ANY
            for c in concepts
        }
        self._exact = _Node()
        self._folded = _Node()
        self._english = _Node()
        long: list[tuple[str, tuple[str, ...]]] = []
        for concept in concepts:
            for wording in (*concept.vietnamese, *concept.abbreviations):
                words = _words(wording)
                self._add(self._exact, words, concept.key)
                self._add(self._folded, [fold(w) for w in words], concept.key)
                self._add(self._folded, [_WITH_I.get(w) or fold(w) for w in words], concept.key)
                if len(words) >= 3 and wording in concept.vietnamese:
                    long.append((concept.key, tuple(words)))
            for wording in concept.english:
                self._add(self._english, [stem_english(w) for w in _words(wording)], concept.key)
        for wording, meant in senses.items():
            node = self._english
            for word in _words(wording):
                node = node.next.setdefault(stem_english(word), _Node())
            node.keys = tuple(dict.fromkeys(key for sense in meant for key in self._meant(sense)))

        self._in_wordings = frozenset(_every_word(self._exact))
        self._inside = lru_cache(maxsize=_PIECES_KEPT)(self._wordings_inside)
        self._of_piece = lru_cache(maxsize=_PIECES_KEPT)(self._concepts_of_piece)
        self._capitals = {e.lower() for c in concepts for e in c.english if e.isupper() and len(e) <= 2}
        self.english_words = {w for c in concepts for e in c.english for w in e.lower().split()}
        self.english_words |= {w for wording in senses for w in wording.split()}
        self._long = _by_first(long)
        self._long_folded = _by_first([(key, tuple(fold(w) for w in words)) for key, words in long])

    @staticmethod
    def _add(root: _Node, words: Iterable[str], key: str) -> None:
        node = root
        for word in words:
            node = node.next.setdefault(word, _Node())
        if key not in node.keys:
            node.keys = (*node.keys, key)

    def _meant(self, sense: str) -> tuple[str, ...]:
        """The concepts of a Vietnamese wording; a word that is in no concept stands for itself."""
        terms = self.cut(sense)
        if len(terms) > 1:
            raise ValueError(f"no concept of the glossary is worded “{sense}”")
        return terms[0].keys if terms[0].known else (fold(sense),)

    def cut(self, text: str, *, folded: bool = False, english: bool = False) -> list[Term]:
        """The terms of a text. `folded` compares without marks; `english` reads English wordings as well.

        Of all ways to cut it, the one that leaves the fewest words over; of equals, the one with the longer wording
        last, for "còn hạn chế" is "hạn chế", not "còn hạn"; "the" is no word won, nor is a preposition at the end:
        "press briefing" of "press briefings on …". No wording runs over a colon, a
        semicolon or a full stop.
        """
        words, ends, spans = _runs(text)
        little = [english and self._is_little(w, text[a:z]) for w, (a, z) in zip(words, spans, strict=True)]
        choice = self._choose(words, ends, folded=folded, english=english, little=little)
        terms: list[Term] = []
        at = 0
        while at < len(words):
            length, keys, known = choice[at]
            start, end = spans[at][0], spans[at + length - 1][1]
            terms.append(Term(keys, text[start:end], start, end, known))
            at += length
        return terms

    def concepts_of(self, text: str) -> frozenset[str]:
        """The concepts of a text, cut as by `cut`; words the glossary does not know stand for themselves, folded.

        No wording runs over a word that is in none: what stands between two such words has mostly been cut before.
        """
        concepts: set[str] = set()
        piece: list[str] = []
        for part in _PARTS.findall(text):
            word = normal(part)
            if word in self._in_wordings:
                piece.append(word)
                continue
            if piece:
                concepts |= self._of_piece(tuple(piece))
                piece.clear()
            if part not in _STOP:
                concepts.add(fold(word))
        if piece:
            concepts |= self._of_piece(tuple(piece))
        return frozenset(concepts)

    def _concepts_of_piece(self, words: tuple[str, ...]) -> frozenset[str]:
        choice = self._choose(words, [len(words)] * len(words))
        concepts: set[str] = set()
        at = 0
        while at < len(choice):
            length, keys, known = choice[at]
            concepts.update(keys if known else (fold(keys[0]),))
            at += length
        return frozenset(concepts)

    def _choose(
        self,
        exact: Sequence[str],
        ends: Sequence[int],
        *,
        folded: bool = False,
        english: bool = False,
        little: Sequence[bool] = (),
    ) -> list[tuple[int, tuple[str, ...], bool]]:
        """For each word the best cut that begins there: length in words, concepts, whether the glossary knows it."""
        plain = [fold(w) for w in exact] if folded else exact
        stems = [stems_english(w) for w in exact] if english else []
        best: list[float] = [0.0] * (len(exact) + 1)
        choice: list[tuple[int, tuple[str, ...], bool]] = [(1, (), False)] * len(exact)
        root = self._folded if folded else self._exact
        for at in range(len(exact) - 1, -1, -1):
            best[at], choice[at] = best[at + 1], (1, (plain[at],), False)
            options = self._options(root, plain, at, ends[at]) if plain[at] in root.next else []
            if english and exact[at].isascii() and not little[at]:
                options += self._english_options(stems, at, ends[at])
            for length, keys in options:
                worth = best[at + length] + length - 0.1
                if english and length > 1:
                    worth -= (exact[at] == "the") + (exact[at + length - 1] in _PREPOSITIONS)
                if worth > best[at] + 1e-9:
                    best[at], choice[at] = worth, (length, keys, True)
                elif choice[at][2] and choice[at][0] == length and abs(worth - best[at]) < 1e-9:
                    choice[at] = (length, tuple(dict.fromkeys((*choice[at][1], *keys))), True)
        return choice

    def _is_little(self, word: str, typed: str) -> bool:
        """Whether a word that the glossary knows in capitals is typed as the everyday word that it also is: "it"."""
        return word in self._capitals and typed != word.upper()

    @staticmethod
    def _options(root: _Node, words: Sequence[str], at: int, end: int) -> list[tuple[int, tuple[str, ...]]]:
        """Every wording that begins at a word, shortest first: its length in words and its concepts."""
        node, out = root, []
        for here in range(at, end):
            found = node.next.get(words[here])
            if found is None:
                break
            node = found
            if node.keys:
                out.append((here - at + 1, node.keys))
        return out

    def _english_options(
        self, words: Sequence[tuple[str, ...]], at: int, end: int
    ) -> list[tuple[int, tuple[str, ...]]]:
        """The same for English, where each word comes with the forms in which it may be looked up, and a determiner
        inside a wording says nothing: "declared their assets" is worded "declared assets"."""
        nodes, out = [self._english], []
        for here in range(at, end):
            reached = [node.next[form] for node in nodes for form in words[here] if form in node.next]
            if keys := next((node.keys for node in reached if node.keys), ()):
                out.append((here - at + 1, keys))
            nodes = [*reached, *nodes] if here > at and words[here][0] in _DETERMINERS else reached
            if not nodes:
                break
        return out

    def without_marks(self, words: Sequence[str]) -> tuple[str, ...]:
        """The concepts of which folded words, two at the least, are a whole wording; none where they are no wording."""
        options = self._options(self._folded, words, 0, len(words)) if len(words) > 1 else []
        return options[-1][1] if options and options[-1][0] == len(words) else ()

    def long_wordings(self, words: Collection[str], folded: bool) -> list[tuple[str, tuple[str, ...]]]:
        """The Vietnamese wordings of three words and more of which all are among those words, with their concepts, as
        plain words and in the order of the glossary."""
        held, said = self._long_folded if folded else self._long, set(words)
        found = [entry for word in said for entry in held.get(word, ()) if said.issuperset(entry[2])]
        return [(key, wording) for _, key, wording in sorted(found)]

    def wordings(self, key: str) -> tuple[str, ...]:
        """The Vietnamese wordings of a concept, or the key itself where the glossary does not know it."""
        concept = self.concepts.get(key)
        return concept.vietnamese if concept else (key,)

    def wordings_inside(self, keys: Sequence[str]) -> tuple[str, ...]:
        """The Vietnamese wordings of several syllables of those concepts, as folded words: what may be part of the
        wording of another concept, as "tài sản" is of "kê khai tài sản"."""
        return tuple(wording for key in keys for wording in self._inside(key))

    def _wordings_inside(self, key: str) -> tuple[str, ...]:
        found = map(_words, self.wordings(key))
        return tuple(" ".join(map(fold, words)) for words in found if len(words) > 1)

    def english(self, key: str) -> str:
        """The first English wording of a concept, "" where there is none."""
        concept = self.concepts.get(key)
        return concept.english[0] if concept and concept.english else ""


def _every_word(node: _Node) -> Iterator[str]:
    """The words of all wordings below a node, some of them several times."""
    for word, below in node.next.items():
        yield word
        yield from _every_word(below)


def _by_first(wordings: Sequence[tuple[str, tuple[str, ...]]]) -> dict[str, list[tuple[int, str, tuple[str, ...]]]]:
    """Wordings by their first words, each with its place among all of them."""
    out: dict[str, list[tuple[int, str, tuple[str, ...]]]] = {}
    for place, (key, words) in enumerate(wordings):
        out.setdefault(words[0], []).append((place, key, words))
    return out


@lru_cache(maxsize=1)
def default_lexicon() -> Lexicon:
    """The Lexicon of the glossary that comes with the project, its files in the order of their names."""
    folder = files("assistant").joinpath("glossary")
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".tsv")), key=lambda f: f.name)
    concepts = [concept for file in found for concept in read_concepts(file.read_text(encoding="utf-8"))]
    senses = files("assistant").joinpath("words", "senses-en.tsv").read_text(encoding="utf-8")
    return Lexicon(concepts, read_senses(senses))


def read_concepts(text: str) -> list[Concept]:
    """The concepts of one file of the glossary: a line each, three columns parted by tabs, wordings by semicolons."""
    concepts = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            cells = [tuple(w.strip() for w in cell.split(";") if w.strip()) for cell in line.split("\t")]
            concepts.append(Concept(cells[0], cells[1] if len(cells) > 1 else (), cells[2] if len(cells) > 2 else ()))
    return concepts


def read_senses(text: str) -> dict[str, tuple[str, ...]]:
    """English wordings and what they may stand for: a line each, Vietnamese wordings parted by semicolons."""
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {english: tuple(sense.strip() for sense in senses.split(";")) for english, senses in lines}

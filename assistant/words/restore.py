"""Restoring a question: the marks it was typed without and the slips of the finger, from the words of the store
itself."""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.distance import OSA

from assistant.words.everyday import LITTLE_MARKED, SAID
from assistant.words.terms import Lexicon, tokens
from assistant.words.typed_short import FirstLetters, first_letters
from assistant.words.ways import asking_phrases
from ingest.language.fold import fold

SLIP = 6.0  # what a slip of the finger costs, in natural-log units
UNSEEN = 5.0
ASKED = 20  # times that two syllables of a way of asking are taken to stand side by side, at the least
STANDS = 3  # what a pair of syllables weighs that stands in the texts themselves, and not in the glossary alone
_QUARTER = re.compile(r"\bquy(?= (?:0?[1-4]|i{1,3}|iv)\b)", re.IGNORECASE)  # numbers stand in no pair of syllables
_SPARE = 7  # syllables of up to this length are tried for slips; longer strings are names or foreign words


@dataclass(slots=True)
class Vocabulary:
    """The syllables of the store, how often each stands, and which follow each other; `compounds` are those of the
    glossary by their first letters."""

    forms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    total: int = 0
    compounds: FirstLetters = field(default_factory=dict)
    joined: dict[tuple[str, str], set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))

    def join(self, wording: str) -> None:
        """Keeps the syllables of a fixed wording side by side, by what they are without marks."""
        words = [token.text for token in tokens(wording)]
        for pair in itertools.pairwise(words):
            if len(words) == 2 or LITTLE_MARKED.isdisjoint((*pair, *map(fold, pair))):  # no "nhiệm vụ trọng kế"
                self.joined[fold(pair[0]), fold(pair[1])].add(pair)

    def learn(self, texts: Iterable[str], weight: int = 1) -> None:
        """Counts the syllables of some texts."""
        for text in texts:
            before = ""
            for token in tokens(text):
                word = token.text
                if not word.isalpha():
                    before = ""
                    continue
                self.forms[fold(word)][word] += weight
                self.total += weight
                if before:
                    self.pairs[before, word] += weight
                before = word

    def learn_beside(self, phrases: Iterable[str], weight: int) -> None:
        """Counts which syllables of some phrases stand beside each other, and not how often each stands at all."""
        for phrase in phrases:
            words = [t.text for t in tokens(phrase)]
            for word in words:
                self.forms[fold(word)][word] += not self.forms[fold(word)][word]
            for pair in pairwise(words):
                self.pairs[pair] = max(self.pairs[pair], weight)

    def knows(self, word: str) -> bool:
        """Whether a syllable stands in the store, with or without marks."""
        return fold(word) in self.forms


def vocabulary(texts: Iterable[str], lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a store: its texts, and the wordings of the glossary at a lesser weight."""
    held = Vocabulary()
    held.learn(texts, 3)
    for concept in lexicon.concepts.values():
        held.learn(concept.vietnamese)
        for wording in concept.vietnamese:
            held.join(wording)
    held.learn(QUESTION_WORDS, 40)
    held.learn_beside(asking_phrases(), ASKED)
    held.learn(SAID, 12)
    for phrase in SAID:
        held.join(phrase)
    held.learn(word for word in LITTLE_MARKED if not held.knows(word))  # no slip of another word
    held.compounds = first_letters(w for concept in lexicon.concepts.values() for w in concept.vietnamese)
    return held


QUESTION_WORDS = (
    "bao nhiêu", "là bao nhiêu", "có bao nhiêu", "còn bao nhiêu", "được bao nhiêu", "đạt bao nhiêu", "như thế nào",
    "thế nào", "ra sao", "vì sao", "tại sao",
    "khi nào", "ngày nào", "năm nào", "ở đâu", "là gì", "gồm những gì", "những gì", "đơn vị nào", "ai ký",
    "có không", "hay không", "năm trước", "năm ngoái",
    "khớp", "có khớp không", "khớp với", "khớp nhau", "chênh", "chênh nhau", "chênh lệch", "sót", "còn sót",
    "hợp lý", "thật sự", "thực sự", "đúng không",
    "mâu thuẫn", "nhiều hơn", "ít hơn", "cao hơn", "thấp hơn", "hơn", "lẫn", "nhau", "trung bình", "bình quân",
    "cũ", "năm cũ", "số cũ",
    "mấy giờ", "thứ mấy", "mấy lượt", "mấy người", "mấy đơn", "mấy hồ sơ", "mấy cuộc", "mấy vụ", "mấy lần",
    "mấy phần trăm", "là mấy", "được mấy", "có mấy", "còn mấy", "ngày mấy", "tháng mấy", "số mấy", "mục mấy",
    "mấy cái", "mấy đơn vị",
    "mấy điểm", "mấy xã", "bao lâu", "bao giờ", "hôm nào", "lúc nào", "thế còn", "phải không", "hết bao nhiêu",
    "làm gì",
    "nhận bao nhiêu", "nhận được bao nhiêu", "tiếp bao nhiêu", "xử lý bao nhiêu", "giải quyết bao nhiêu",
    "tăng bao nhiêu", "giảm bao nhiêu", "thu bao nhiêu", "chi bao nhiêu", "giao bao nhiêu", "nợ bao nhiêu",
    "trong năm", "cho biết", "liệt kê", "kể tên", "so với", "tổng cộng", "cao nhất", "thấp nhất", "còn tồn", "bị",
    "đã", "chưa", "của", "thì sao", "trong đó",
)  # fmt: skip


def restore(text: str, held: Vocabulary, *, marks: bool) -> str:
    """The text with marks put back (`marks`: it was typed without any) and unknown syllables set right where the
    neighbouring words bear it out; what stays unknown stays as typed."""
    text = _QUARTER.sub("quý", text) if marks else _remarked(text, held)
    found = tokens(text)
    if not found:
        return text
    options: list[list[tuple[str, float]]] = []
    for token in found:
        options.append(_options(token.text, text[token.start : token.end], held, marks))
    # The likeliest chain of readings (Viterbi): a reading's own frequency and how often it follows the one before.
    scores: list[dict[str, tuple[float, str]]] = []
    for position, choices in enumerate(options):
        column: dict[str, tuple[float, str]] = {}
        for word, cost in choices:
            own = cost + math.log(1 + held.forms.get(fold(word), Counter())[word]) * 0.4
            if position == 0:
                column[word] = (own, "")
                continue
            column[word] = max(
                (before + own + 1.6 * math.log(1 + held.pairs[last, word]), last)
                for last, (before, _) in scores[-1].items()
            )
        scores.append(column)
    word = max(scores[-1], key=lambda w: scores[-1][w][0])
    chain = [word]
    for column in reversed(scores[1:]):
        word = column[word][1]
        chain.append(word)
    chain.reverse()
    out, at = [], 0
    for i, (token, word) in enumerate(zip(found, chain, strict=True)):
        out.append(text[at : token.start])
        at = token.end
        printed = text[token.start : token.end]
        keep = word == token.text or (not marks and not _borne_out(chain, i, held))
        out.append(printed if keep else word.capitalize() if marks and printed.istitle() else word)
    return "".join(out) + text[at:]


def _remarked(text: str, held: Vocabulary) -> str:
    """A text with a mark put in where two syllables side by side lack just that of a fixed wording ("tiếp nhân", "xin
    rút lai") and the store never has them as they were typed."""
    found = tokens(text)
    out, last = [], 0
    for at, token in enumerate(found):
        if token.text in LITTLE_MARKED and not token.text.isascii():
            continue
        meant = {
            pair[side]
            for side, (one, other) in enumerate(((at, at + 1), (at - 1, at)))
            if one >= 0 and other < len(found) and text[found[one].end : found[other].start] == " "
            for pair in _nearly(found[one].text, found[other].text, held)
            if held.pairs[pair] >= STANDS
            and pair[1 - side] == found[other if side == 0 else one].text
            and _marks(pair[side]) > _marks(token.text)
        }
        seen = (at and held.pairs[found[at - 1].text, token.text]) or (
            at + 1 < len(found) and held.pairs[token.text, found[at + 1].text]
        )
        typed = text[token.start : token.end]
        if len(meant) == 1 and not seen and typed.islower():
            out += [text[last : token.start], meant.pop()]
            last = token.end
    return "".join(out) + text[last:]


def _marks(word: str) -> int:
    """How many marks a syllable has."""
    return len(unicodedata.normalize("NFD", word)) + word.count("đ")


def _nearly(one: str, other: str, held: Vocabulary) -> set[tuple[str, str]]:
    """The fixed wordings of two syllables that those are but for a mark on one of them; none where they are one."""
    pairs = held.joined.get((fold(one), fold(other)), set())
    return set() if (one, other) in pairs else pairs


def _options(word: str, printed: str, held: Vocabulary, marks: bool) -> list[tuple[str, float]]:
    if not word.isalpha() or (printed.isupper() and len(printed) > 1):
        return [(word, 0.0)]
    if marks and word.isascii() and word in held.forms:
        return [(form, 0.0) for form in held.forms[word]]
    if held.knows(word) or printed[:1].isupper() or not 2 <= len(word) <= _SPARE or not set(fold(word)) & set("aeiouy"):
        return [(word, 0.0)]
    folded = fold(word)
    near = [(word, -UNSEEN)]
    for other, forms in held.forms.items():
        if abs(len(other) - len(folded)) <= 1 and OSA.distance(folded, other, score_cutoff=1) == 1:
            near.extend((form, -SLIP) for form in forms)
    return near


def _borne_out(chain: list[str], at: int, held: Vocabulary) -> bool:
    before = at > 0 and held.pairs[chain[at - 1], chain[at]] > 1
    after = at + 1 < len(chain) and held.pairs[chain[at], chain[at + 1]] > 1
    return before or after

"""In which language a question is typed, and whether with its marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from assistant.claims import Language
from assistant.words.everyday import ENGLISH
from assistant.words.terms import tokens

MOSTLY = 0.4  # of the words of an English text that can be no Vietnamese syllable
QUOTING = 0.55  # the same of one in which words with marks stand, in brackets or as a name
SHOUTED = 2  # more words than this in capitals are a sentence and no abbreviation
KEPT = 512  # texts, those asked last, of which it is kept whether they carry marks
MARKED = 0.2  # of the words of a Vietnamese text that was typed with its marks

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_VOWEL = re.compile(r"[aeiouy]")
_SYLLABLE = re.compile(  # onset, vowels and coda of a syllable written without marks
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
    r"(?:oai|oay|oeo|uay|uoi|uou|uya|uye|uyu|ieu|yeu|a[iouy]?|e[ou]?|i[aeu]?|o[aeio]?|u[aeiouy]?|y[ae]?)"
    r"(?:ch|ng|nh|[cmnpt])?"
)


def detect_language(text: str) -> Language:
    """Vietnamese or English, decided by little words, and by words that are no Vietnamese syllable.

    Names keep their marks in both, so a capitalised word with marks has no say.
    """
    asked = _QUOTED.sub(" ", unicodedata.normalize("NFC", text))
    words = [m[0] for m in _WORD.finditer(asked)]
    if text.isupper() and len(words) > SHOUTED:
        words = [w.lower() for w in words]
    plain = [w for w in words if w.isascii() or w.islower()]
    little = sum(w.lower() in ENGLISH for w in plain)
    foreign = sum(map(_is_foreign, plain))
    share = sum(w.lower() in ENGLISH or _is_foreign(w) for w in plain) / max(1, len(plain))
    if not foreign:
        return "vi"  # "the", "do", "to" are syllables of it as well, typed without marks
    if any(not w.isascii() for w in plain):
        return "en" if foreign > QUOTING * len(plain) else "vi"
    short = len(words) <= 4 and text.isascii()
    return "en" if little >= max(1 if short else 2, 0.18 * len(words)) or share > MOSTLY else "vi"


def _is_foreign(word: str) -> bool:
    """Whether a word, typed without marks, cannot be a Vietnamese syllable: "showing", "files"; abbreviations can."""
    plain = word[1:].islower() and word.isascii() and bool(_VOWEL.search(word.lower()))
    return plain and len(word) > 2 and not _SYLLABLE.fullmatch(word.lower())


@lru_cache(maxsize=KEPT)
def has_marks(text: str) -> bool:
    """Whether a Vietnamese text carries its diacritics. Of a text with them more than half of the words do; one of
    which hardly any word does was typed bare, with a word or two set right."""
    words = [t.text for t in tokens(text) if t.text[0].isalpha()]
    return sum(not w.isascii() for w in words) > MARKED * len(words)

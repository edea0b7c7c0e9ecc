"""English in plainer words: how a question may be put ("whose signature is on …", "what was the turnout at …") and how
the other rules know it ("who signed …", "how many people attended …").

The turns of phrase stand in `words/said-en.tsv`, those of ranks in `words/said-en-ranks.tsv`.
"""

from __future__ import annotations

import re
from importlib.resources import files


def _rules(name: str) -> list[tuple[re.Pattern[str], str]]:
    text = files("assistant").joinpath("words", name).read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [(re.compile(met, re.IGNORECASE), put) for met, put in lines]


_SAID = _rules("said-en.tsv")
_SAID_OF_RANKS = _rules("said-en-ranks.tsv")
_RANKED = re.compile(
    r"\b(?:ind(?:ex|ices|exes)|rank\w*|league|satisf\w+|par|sipas|papi|pci|pii|dti|ddci|competitiveness|governance)\b",
    re.IGNORECASE,
)


def in_plain_words(text: str) -> str:
    """An English question in plainer words; places are ranks only where it names an index or a ranking."""
    for met, put in _SAID_OF_RANKS if _RANKED.search(text) else ():
        text = met.sub(put, text)
    for met, put in _SAID:
        text = met.sub(put, text)
    return text

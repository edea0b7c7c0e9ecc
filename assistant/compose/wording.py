"""The few words of its own that an answer without a model uses, in both languages."""

from __future__ import annotations

from decimal import Decimal

from assistant.claims import Language
from assistant.words.terms import Lexicon
from ingest.figures.compounds import head_unit
from ingest.language.fold import fold
from ingest.ledgers import Figure, Role

SAYS = {"vi": "Báo cáo ghi", "en": "The report says"}
_COUNTING = {"bộ": "sets"}  # counted, a "bộ" of papers is no ministry
_SCOPES = {"cấp xã": "commune level", "cấp huyện": "district level", "cấp tỉnh": "provincial level"}


def number(value: Decimal, language: Language) -> str:
    """A number as the language writes it: 21.846 and 98,25 in Vietnamese, 21,846 and 98.25 in English."""
    whole, _, part = f"{abs(value):f}".partition(".")
    groups = f"{int(whole):,}"
    sign = "-" if value < 0 else ""
    if language == "en":
        return sign + groups + (f".{part}" if part else "")
    return sign + groups.replace(",", ".") + (f",{part}" if part else "")


def unit(name: str, language: Language, lexicon: Lexicon) -> str:
    """A unit in the language of the answer; one that has no English wording stays as the report has it."""
    if language == "vi" or name in {"", "%"}:
        return name
    if name in _COUNTING:
        return _COUNTING[name]
    for said in dict.fromkeys((name, head_unit(name))):
        for term in lexicon.cut(said):
            english = lexicon.english(term.key)
            if term.text == said and english:
                return english if english.isupper() or english.endswith("VND") or len(english) < 3 else plural(english)
    return name


_IRREGULAR = {"person": "people", "child": "children", "woman": "women", "man": "men"}


def plural(noun: str) -> str:
    """The plural of an English noun that a unit may be."""
    if noun.endswith(("s", "people", "VND", "dong", "information", "data", "equipment", "staff")):
        return noun
    head, _, behind = noun.partition(" gained")
    if behind == "" and head != noun:
        return f"{plural(head)} gained"
    before, _, last = noun.rpartition(" ")
    if last in _IRREGULAR:
        return f"{before} {_IRREGULAR[last]}".lstrip()
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("x", "ch", "sh")) else "s")


def amount(figure: Figure, language: Language, lexicon: Lexicon) -> str:
    """A figure with its unit: "02 đơn", "98,25%"; in English "2 petitions"."""
    printed = figure.text
    if figure.comparison is not None and figure.comparison.period[:1].isdigit():
        printed = printed.split("/")[0].strip()  # this year and last: the pair is no fraction
    if language == "en" and "/" not in printed:
        printed = number(figure.value, language)
    name = unit(figure.unit, language, lexicon)
    if not name:
        return printed
    if name == "%":
        return printed if printed.rstrip().endswith("%") else f"{printed}%"
    if fold(name) in fold(printed):
        return printed
    if figure.role is Role.RANK and "/" in printed:
        return f"{'rank' if language == 'en' else name} {printed}"  # whom it is among follows: "34 tỉnh"
    if language == "en" and figure.value == 1 and name.endswith("s"):
        name = {"people": "person"}.get(name, name[:-3] + "y" if name.endswith("ies") else name[:-1])
    return f"{printed} {name}"


def scope(name: str, language: Language) -> str:
    """A level or unit in the language of the answer."""
    return _SCOPES.get(name.lower(), name) if language == "en" else name


def quoted(text: str, language: Language) -> str:
    """A verbatim quote as it stands in an answer, without the comma that parts it from what stands before."""
    return f"{SAYS[language]}: “{text.lstrip(' ,;')}”"

"""Numbers as lists and notes print them (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_SYMBOLS = "*†‡§"
_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_REPEATED = 30


def numeral(number: int, form: str) -> str:
    """A number in a form of Word's; a form that is not known, or a number that a form cannot write, is decimal."""
    if form in ("none", "bullet"):
        return ""
    if form == "decimalZero":
        return f"{number:02d}"
    if form in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    if form in ("upperLetter", "lowerLetter") and 0 < number <= 26 * _REPEATED:
        # Word goes on with aa, bb, cc, where a spreadsheet has aa, ab, ac.
        letter = chr((number - 1) % 26 + ord("a")) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "chicago" and 0 < number <= len(_SYMBOLS) * _REPEATED:
        return _SYMBOLS[(number - 1) % len(_SYMBOLS)] * ((number - 1) // len(_SYMBOLS) + 1)
    if form == "vietnameseCounting" and 0 < number <= len(_WORDS):
        return _WORDS[number - 1]
    if form == "numberInDash":
        return f"- {number} -"
    return str(number)


def _roman(number: int) -> str:
    out = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        out += letters * count
    return out

"""Characters of symbol fonts, which Word keeps in the private use area, as the characters they look like."""

from __future__ import annotations

import re

_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐",
    0x72: "☐", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA7: "▪", 0xA8: "☐",
    0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF3: "⇔",
    0xF4: "⇕", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x30: "☐", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "•", 0xA3: "☐", 0x2A: "☐",
}  # fmt: skip
_SYMBOL = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x44: "Δ", 0x46: "Φ", 0x47: "Γ", 0x51: "Θ",
    0x53: "Σ", 0x57: "Ω", 0x5E: "⊥", 0x61: "α", 0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε", 0x66: "φ", 0x67: "γ",
    0x68: "η", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x71: "θ", 0x72: "ρ", 0x73: "σ", 0x74: "τ", 0x77: "ω", 0xA3: "≤",
    0xA5: "∞", 0xA8: "♦", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC7: "∩", 0xC8: "∪",
    0xCE: "∈", 0xD0: "∠", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xDB: "⇔", 0xDE: "⇒", 0xE2: "®", 0xE3: "©",
    0xE4: "™", 0xE5: "∑",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = range(0xF000, 0xF100)
_PRIVATE_CHARACTER = re.compile("[\uf000-\uf0ff]")
_UNKNOWN = "•"


def symbol(font: str, code: int) -> str:
    """The character that a `w:sym` of this font shows; one that is not known becomes a bullet."""
    low = code - 0xF000 if code in _PRIVATE else code
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(low, chr(low) if font.lower() == "symbol" and 0x20 <= low < 0x7F else _UNKNOWN)
    return chr(low) if 0x20 <= low < 0xD800 and code not in _PRIVATE else _UNKNOWN


def shown(text: str, font: str | None) -> str:
    """A run's text with the private characters of symbol fonts as what they look like."""
    if text.isascii() or not _PRIVATE_CHARACTER.search(text):
        return text
    # Word tells the font of such characters only sometimes; most are bullets and check marks of Wingdings or Symbol.
    known = font if font and font.lower() in _FONTS else "Symbol" if "\uf0b7" in text else "Wingdings"
    return _PRIVATE_CHARACTER.sub(lambda found: symbol(known, ord(found[0])), text)

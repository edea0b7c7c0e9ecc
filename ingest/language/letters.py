"""Vietnamese letters for character classes: a range such as À-Ỹ holds small letters and capitals alike."""

from __future__ import annotations

_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"

LOWER = "a-z" + _MARKED
"""The inside of a character class of small letters."""

UPPER = "A-Z" + _MARKED.upper()
"""The inside of a character class of capitals."""

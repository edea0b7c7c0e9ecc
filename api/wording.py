"""The words of the interface, in Vietnamese and English, from the locale files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from starlette.requests import Request

LOCALES = Path(__file__).parent / "web" / "locale"
COOKIE = "language"
Locale = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """The interface's words in one language; called with a key, `words("ask.send")`, and values for its `{blanks}`."""

    locale: Locale
    _entries: dict[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words of that key. Raises: KeyError where a template names a key that no locale file has."""
        text = self._entries[key]
        return text.format(**values) if values else text

    def maybe(self, key: str, otherwise: str) -> str:
        """The words of that key, or `otherwise`: for keys that are data."""
        return self._entries.get(key, otherwise)

    def under(self, prefix: str) -> dict[str, str]:
        """All words whose key begins with `prefix.`, by the rest of the key: what a script is handed."""
        return {k.removeprefix(f"{prefix}."): v for k, v in self._entries.items() if k.startswith(f"{prefix}.")}


@cache
def words_in(locale: Locale) -> Words:
    """The words of a language, read once."""
    entries: dict[str, str] = json.loads((LOCALES / f"{locale}.json").read_text(encoding="utf-8"))
    return Words(locale, entries)


def words_for(request: Request) -> Words:
    """The words in the reader's language: the cookie's, else Vietnamese."""
    return words_in("en" if request.cookies.get(COOKIE) == "en" else "vi")

"""Passages for a query as a person means it: marks restored, English put into the reports' wordings, then searched."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.conversation import resolve
from assistant.shelf import Shelf
from assistant.terms import Lexicon, default_lexicon
from vectorstore.library import Library
from vectorstore.search import Hit

_WORDINGS = 3


class Finder:
    """Searches a Library; keeps its vocabulary between queries."""

    def __init__(self, library: Library, lexicon: Lexicon | None = None) -> None:
        self._library = library
        self._lexicon = lexicon or default_lexicon()
        self._shelf = Shelf(library, self._lexicon)

    def find(self, query: str, reports: Sequence[str] = (), limit: int = 10) -> list[Hit]:
        """The best passages, at most `limit`. Raises: UnknownReport."""
        question = resolve(query, (), self._shelf, self._lexicon, reports).question
        also: list[str] = []
        if question.language == "en":
            for wanted in question.wanted:
                for key in wanted.keys[:1]:
                    also += self._lexicon.wordings(key)[:_WORDINGS]
        return self._library.search(question.clear, reports, limit, also=also)

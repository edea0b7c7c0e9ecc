"""Passages for a query as a person means it: those that an answer would cite first, then what a search finds.

Marks are restored and English is put into the reports' wordings before anything is searched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.asked.conversation import resolve
from assistant.compose.answering import compose
from assistant.evidence.shelf import Shelf
from assistant.question import Question
from assistant.words.terms import Lexicon, default_lexicon
from ingest.passages import Passage, passage_of
from ingest.report import Locator
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
        searched = self._library.search(question.clear, reports, limit, also=also)
        return _cited_first(self._cited(question, reports), searched)[:limit]

    def _cited(self, question: Question, reports: Sequence[str]) -> dict[str, Passage]:
        """The passages that the answer to a question cites, by id, in its order; none where there is no answer."""
        draft, abstained = compose(self._shelf.find(question, reports), self._lexicon)
        places = [] if abstained else [citation.locator for citation in draft.citations]
        held = {report: self._library.passages([report]) for report in {place.report for place in places}}
        cited = (self._at(place, held[place.report]) for place in places)
        return {passage.id: passage for passages in cited for passage in passages}

    def _at(self, place: Locator, passages: Iterable[Passage]) -> list[Passage]:
        """The passages that a place stands in; a place in the head or foot of a report, which no search reads, is one
        by itself.
        """
        found = [
            p for p in passages
            if p.locator.block == place.block and p.locator.start < place.end and place.start < p.locator.end
        ]  # fmt: skip
        return found or [passage_of(self._library.report(place.report), place)]


def _cited_first(cited: dict[str, Passage], searched: Sequence[Hit]) -> list[Hit]:
    best = searched[0].score if searched else 0.0
    found = {hit.passage.id: hit for hit in searched}
    first = [found.pop(id, Hit(0, 0.0, passage, {})) for id, passage in cited.items()]
    leading = [replace(hit, score=round(best + 1 / rank, 6)) for rank, hit in enumerate(first, 1)]
    return [replace(hit, rank=rank) for rank, hit in enumerate((*leading, *found.values()), 1)]

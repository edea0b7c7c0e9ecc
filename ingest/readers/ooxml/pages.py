"""On which page a paragraph begins, as far as a flowing document tells.

Word leaves marks where its last layout broke the pages. They are believed only where they agree with the number of
pages the file was saved with: a wrong page in a citation is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from ingest.readers.ooxml.names import integer

_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_MOST_PAGES = 20_000
_MOST_WORDS = 1_500  # on one page; a full page of 14 points holds some 500


@dataclass(frozen=True, slots=True)
class Place:
    """How many page breaks came before: those of the last layout, and these with the set breaks it did not follow."""

    laid_out: int = 0
    all: int = 0


START = Place()


class PageCounter:
    """Counts the breaks of a document as it is read."""

    def __init__(self) -> None:
        self.place = START
        self._pending = False

    def set_break(self) -> None:
        """A break that the author set: a page break or a section on a new page."""
        self.place = Place(self.place.laid_out, self.place.all + 1)
        self._pending = True

    def laid_out_break(self) -> None:
        """A break of the last layout; straight after a set break it is the same one."""
        more = 0 if self._pending else 1
        self.place = Place(self.place.laid_out + 1, self.place.all + more)
        self._pending = False

    def text(self) -> None:
        """Words were read: what breaks now is a new break."""
        self._pending = False


@dataclass(frozen=True, slots=True)
class Pages:
    """How many pages the file has and how places in it become page numbers; None: not to be known."""

    count: int | None
    field: str | None

    def number(self, place: Place) -> int | None:
        """The page of a place, from 1."""
        if self.field is None:
            return None
        return 1 + (place.laid_out if self.field == "laid_out" else place.all)


def settle_pages(last: Place, properties: _Element | None, words: int) -> Pages:
    """Decides what to believe: `last` is the place of the end, `words` how many words the body was found to have."""
    count = _saved(properties, words)
    if count is not None:
        if last.all + 1 == count:
            return Pages(count, "all")
        if last.laid_out + 1 == count:
            return Pages(count, "laid_out")
        return Pages(count, None)
    return Pages(None, "all" if last.laid_out else None)


def _saved(properties: _Element | None, words: int) -> int | None:
    """The number of pages that the file says it has, where its number of words shows that this is no left-over."""
    if properties is None:
        return None
    pages = integer(properties.findtext(_PROPERTIES + "Pages"), 0, 0, _MOST_PAGES)
    said = integer(properties.findtext(_PROPERTIES + "Words"), 0, 0, 100_000_000)
    if not pages or not 0.5 * words <= said <= 2 * words + 50 or words > _MOST_WORDS * pages:
        return None
    return pages

"""The look-up desk: cited documents and figures over all reports, found in any spelling, with their places."""

from assistant.lookup.figures import Series, find_figures, match_figures, series
from assistant.lookup.references import FoundReference, find_references, match_references, together

__all__ = [
    "FoundReference",
    "Series",
    "find_figures",
    "find_references",
    "match_figures",
    "match_references",
    "series",
    "together",
]

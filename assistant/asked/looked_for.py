"""What many rules look for in a question, found once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from ingest.language.guarded import guarded

KEPT = 512  # questions, those asked last, of which it is kept what was looked for in them


def looked_for(pattern: str) -> Callable[[str], bool]:
    """Whether a folded question has a pattern. Many composers look for the same in a question, and so find it once."""
    search = guarded(pattern).search
    return lru_cache(maxsize=KEPT)(lambda folded: search(folded) is not None)

"""A second cause that stands behind the first in one sentence: "do A nên …; đồng thời, B nên …"."""

from __future__ import annotations

import re

from assistant.evidence.candidates import Candidate
from assistant.evidence.statements import Statement

_FURTHER = re.compile(r"\W*(?:đồng thời|ngoài ra|bên cạnh đó|mặt khác|hơn nữa|thêm vào đó)\b")
_CAUSAL = re.compile(r"\b(?:do|vì|bởi|nguyên nhân|nên|khiến|dẫn đến|dẫn tới)\b", re.IGNORECASE)


def further_cause(first: Candidate) -> Statement | None:
    """The clause right behind one that tells a cause, where it goes on with another; None where it does not."""
    index, statement = first.index, first.statement
    behind = index.statements[statement.index + 1 : statement.index + 2]
    goes_on = statement.quote.rstrip().endswith(";") and behind and behind[0].block.id == statement.block.id
    told = goes_on and _FURTHER.match(behind[0].quote) and _CAUSAL.search(behind[0].quote)
    return behind[0] if told else None

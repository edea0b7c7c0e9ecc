"""A figure of the member that leads or comes last: "cao nhất là xã A (92%)" tells of that one and not of all."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.evidence.statements import Statement
from ingest.language.fold import fold
from ingest.ledgers import Figure

REACH = 120  # characters before a figure in which its member may be named
_LEADS = re.compile(
    r"\b(?:cao|thap|nhieu|it|lon|nho|tot|kem) nhat (?:la|thuoc ve|o|tai|gom|roi vao) (?P<name>[^.;]{2,90}?)[ (,:]*$"
)


def is_of_leader(asked: str, figure: Figure, statement: Statement) -> bool:
    """Whether a figure of running text is that of a member said to lead, and a folded question asks neither who leads
    nor names that member."""
    if statement.row is not None or " nhat " not in statement.plain or "nhat" in asked:
        return False
    told = _LEADS.search(fold(statement.block.text[max(0, figure.at - REACH, statement.start) : figure.at]))
    if told is None:
        return False
    name = re.findall(r"\w+", told["name"])
    return not any(f"{one} {other}" in asked for one, other in pairwise(name))

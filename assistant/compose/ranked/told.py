"""How rows of a ranking are told: several with how many they are, and two cells of one with what lies between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.asked.kinds import Kind
from assistant.claims import Calculation, Operand
from assistant.compose.citing import Draft
from assistant.compose.ranked.heads import Head
from assistant.compose.ranked.reading import Ranking
from assistant.compose.wording import number
from ingest.language.fold import fold

DOWN = re.compile(
    r"\b(?:giam|tut|sut|xuong|roi)\b|\b(?:fell|fall|dropped|drop|declined?|lower(?:ed)?|slipped|worsened|lost)\b"
)
UP = re.compile(r"\b(?:tang|len|cai thien|vuot len)\b|\b(?:rose|rise|climbed|improved?|gained|moved up|up)\b")


def listed(r: Ranking, rows: Sequence[int], heads: list[Head]) -> Draft | None:
    """Rows with some of their cells, and how many they are."""
    draft, told, keys = Draft(), [], []
    for row in rows:
        held = [h for h in heads if r.cell(row, h) is not None]
        said, of_row = r.tell(draft, row, held)
        told.append(said)
        keys += of_row
    operands = tuple(
        Operand(v, key) for row, key in zip(rows, keys, strict=False) if (v := r.value(row, heads[0])) is not None
    )
    if not operands:  # words alone are told, and not counted
        draft.say("; ".join(told), *keys)
        return draft
    draft.calculation = Calculation(" + ".join("1" for _ in rows), Decimal(len(rows)), "", operands)
    draft.say(f"{len(rows)}: {'; '.join(told)}", *keys)
    return draft


def difference(r: Ranking, row: int, heads: list[Head], *, ranks: bool = False, moved: bool = False) -> Draft:
    """Two cells of a row and what lies between them; how it moved, where they are of two years."""
    draft, vietnamese = Draft(), r.question.language == "vi"
    said, keys = r.tell(draft, row, heads[::-1] if moved else heads)  # as it stands now comes first
    first, second = (r.value(row, h) or Decimal(0) for h in heads)
    high, low = max(first, second), min(first, second)
    operands = (Operand(high, keys[0]), Operand(low, keys[0]))
    draft.calculation = Calculation(f"{high:f} - {low:f}", high - low, "", operands)
    gap = number(high - low, r.question.language)
    rises = (second < first) if ranks else (second > first)
    if moved and first == second:
        how = "không đổi" if vietnamese else "unchanged"
    elif moved and vietnamese:
        how = f"{'tăng' if rises else 'giảm'} {gap}{' bậc' if ranks else ''}"
    elif moved:
        how = f"{'up' if rises else 'down'} {gap}{' places' if ranks else ''}"
    else:
        how = f"chênh {gap}" if vietnamese else f"a difference of {gap}"
    if moved and r.question.is_(Kind.YES_NO):
        asked = fold(r.question.clear)
        down = bool(DOWN.search(asked)) and not UP.search(asked)
        yes = first != second and rises != down
        word = ("Có" if yes else "Không") if vietnamese else ("Yes" if yes else "No")
        said = f"{word}. {said}"
    draft.say(f"{said}; {how}", *keys)
    return draft

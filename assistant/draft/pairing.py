"""Which limitations a cause may explain: a proposal from shared concepts and families, shown as one."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.draft.kinship import content, family_of
from assistant.draft.types import Pairing, Source
from prompts.phrases import Family


def pair(causes: Sequence[Source], limitations: Sequence[Source], families: Sequence[Family]) -> tuple[Pairing, ...]:
    """For each cause the limitations nearest to it; none where nothing is near."""
    out = []
    for cause in causes:
        own, family = content(cause.text), family_of(cause.text, families)
        scored = []
        for at, limitation in enumerate(limitations):
            shared = own & content(limitation.text)
            weight = len(shared) + (2 if family_of(limitation.text, families).id == family.id else 0)
            if weight:
                scored.append((weight, -at, limitation, shared))
        scored.sort(key=lambda s: (-s[0], -s[1]))
        best = [s for s in scored if s[0] >= max(2, scored[0][0] - 1)][:3]
        words = tuple(sorted({w for s in best for w in s[3]}))
        out.append(Pairing(cause.id, tuple(s[2].id for s in best), words))
    return tuple(out)

"""Directions from limitations: for each family of sources one or more items, built from the sources' own words.

An item is the family's opening, what each source asks for (`assistant.draft.rewrite`), what is usually done about it,
and
slots for what only the drafter knows. Directions that stand already are carried over; what they say is not said again.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.claims import Citation
from assistant.draft.carry import carry
from assistant.draft.gate import copies, slot
from assistant.draft.issues import issue_phrase
from assistant.draft.kinship import content, family_of, share
from assistant.draft.nounphrases import upper_first
from assistant.draft.rewrite import directions_of
from assistant.draft.types import Item, Source, SourceKind, Status
from ingest.ledgers import Figure
from prompts.phrases import Family

AT_ONCE = 3  # things asked for in one item
SAID = 0.85  # share of a phrase's concepts that another already holds: it is not said again
ALIKE = 0.6
KIN = 0.34
_ASKED = re.compile(
    r"yêu cầu (?:các )?(?:cơ quan, đơn vị(?: và địa phương|, địa phương)?"
    r"|cán bộ, công chức(?:, viên chức)?(?: cấp \w+)?|người đứng đầu|lãnh đạo|địa phương|đơn vị)(?= )"
)


@dataclass(slots=True)
class _Asked:
    """One thing asked for, and the sources that ask for it."""

    phrase: str
    sources: list[Source] = field(default_factory=list)


def propose(
    sources: Sequence[Source],
    families: Sequence[Family],
    figures: dict[str, Figure],
    target: int | None,
    *,
    carried_only: bool = False,
) -> list[Item]:
    """The items that answer the sources, grouped by family, in the order of the families."""
    chosen = {s.id: family_of(f"{s.text} {s.lead}", families, s.issue) for s in sources}
    standing = [s for s in sources if s.kind is SourceKind.DIRECTION]
    weak = [s for s in sources if s.kind is not SourceKind.DIRECTION]
    carried = {s.id: _carried(s, target, weak, chosen) for s in standing}
    by_family: dict[str, list[Source]] = defaultdict(list)
    for source in weak:
        by_family[chosen[source.id].id].append(source)
    items: list[Item] = []
    said: list[str] = []
    for family in families:
        own = [carried[s.id] for s in standing if chosen[s.id].id == family.id]
        if not carried_only:
            items += _proposed(family, by_family[family.id], figures, " ".join(i.text for i in own), said)
        items += own
    return items


def _carried(source: Source, target: int | None, weak: Sequence[Source], chosen: dict[str, Family]) -> Item:
    moved = carry(
        source.text,
        source.year,
        target,
        continues=source.year is not None and target is not None and source.year < target,
    )
    kin = [w for w in weak if _kin(source, w, chosen)]
    citations = (Citation(1, source.quote, source.locator),)
    return Item(
        f"carry-{source.id}", upper_first(moved.text), (source.id, *(w.id for w in kin)), citations, "carried over",
        chosen[source.id].group, calculations=moved.calculations, marks=moved.marks,
    )  # fmt: skip


def _kin(direction: Source, weak: Source, chosen: dict[str, Family]) -> bool:
    """Whether a direction that stands already speaks of what is weak: of the same matter, in the same words."""
    near = share(weak.text, direction.text)
    return (
        near >= KIN
        and (chosen[direction.id].id == chosen[weak.id].id or near >= 2 * KIN)
        and len(content(weak.text) & content(direction.text)) >= 2
    )


def _proposed(
    family: Family, sources: Sequence[Source], figures: dict[str, Figure], standing: str, said: list[str]
) -> list[Item]:
    asked = _asked(family, sources, figures)
    out: list[Item] = []
    rounds = [asked[i : i + AT_ONCE] for i in range(0, len(asked), AT_ONCE)]
    for index, part in enumerate(rounds):
        lead = family.leads[index] if index < len(family.leads) else ""
        if lead and (share(lead, standing) >= SAID or lead in said):
            lead = ""
        phrases = [a.phrase for a in part]
        measure = ""
        if index == 0:
            free = [m for m in family.measures if m not in said and share(m, f"{standing} {' '.join(phrases)}") < SAID]
            measure = free[0] if free else ""
        said += [lead, measure]
        text = f"{lead}: {'; '.join(phrases)}" if lead else upper_first("; ".join(phrases))
        text += f"; {measure}" if measure else ""
        status: Status = "proposed"
        if index == 0 and family.slots:
            text += "; " + "; ".join(re.sub(r"\{([^{}]+)\}", lambda m: slot(m[1]), phrase) for phrase in family.slots)
            status = "needs figure"
        held = list({s.id: s for a in part for s in a.sources}.values())
        citations = tuple(Citation(n, s.quote, s.locator) for n, s in enumerate(held, 1))
        out.append(
            Item(f"{family.id}-{index + 1}", text + ".", tuple(s.id for s in held), citations, status, family.group)
        )
    return out


def _asked(family: Family, sources: Sequence[Source], figures: dict[str, Figure]) -> list[_Asked]:
    """What the sources of a family ask for, each thing once, limitations and causes first."""
    out: list[_Asked] = []
    issues: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        if source.issue:
            issues[source.issue].append(source)
            continue
        phrases = directions_of(source.text)
        asked = _same(out, phrases)
        if asked is None:
            asked = _Asked(_joined(phrases[:4], source.text))
            out.append(asked)
        asked.sources.append(source)
    for issue, members in issues.items():
        phrase = issue_phrase(family, issue, members, figures)
        alike = next((o for o in out if _no_more(o.phrase, phrase, family)), None)
        if alike is None:
            out.append(_Asked(phrase, list(members)))
        else:
            alike.phrase = phrase
            alike.sources += members
    return out


def assured(sources: Sequence[Source], families: Sequence[Family], taken: Sequence[str]) -> list[Item]:
    """Items in the families' words alone, for sources whose own words could not be used; none repeats one of
    `taken`."""
    by_family: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_family[family_of(f"{source.text} {source.lead}", families, source.issue).id].append(source)
    items = []
    for family in families:
        own = by_family[family.id]
        if not own:
            continue
        texts = [f"{'; '.join((lead, *family.measures))}." for lead in family.leads]
        texts += [f"{upper_first(m)}." for m in family.measures]
        text = next((t for t in texts if t not in taken), texts[0])
        citations = tuple(Citation(n, s.quote, s.locator) for n, s in enumerate(own, 1))
        items.append(Item(f"{family.id}-assured", text, tuple(s.id for s in own), citations, "proposed", family.group))
    return items


def _no_more(phrase: str, issue: str, family: Family) -> bool:
    """Whether a phrase says nothing beyond an issue's phrase but what its family speaks of anyway."""
    if ", " in phrase or share(phrase, issue) < ALIKE:
        return False
    return content(phrase) <= content(issue) | content(" ".join((*family.topics, *family.faults)))


def _joined(phrases: list[str], sentence: str) -> str:
    """The phrases of one source in a row; who is asked is named once, and no limitation is copied whole."""
    parts = phrases[:1]
    for before, phrase in itertools.pairwise(phrases):
        head = _ASKED.match(before)
        again = bool(head) and phrase.startswith(f"{head[0] if head else ''} ")
        parts.append(phrase[len(head[0]) + 1 :] if head and again else phrase)
    text = ", ".join(parts)
    while copies(text, sentence) and len(text.split()) > 4:
        text = " ".join(text.split()[:-2])
    return text.strip(" ,;")


def _same(asked: list[_Asked], phrases: list[str]) -> _Asked | None:
    joined = ", ".join(phrases)
    for other in asked:
        if share(joined, other.phrase) >= SAID and share(other.phrase, joined) >= SAID:
            return other
    return None

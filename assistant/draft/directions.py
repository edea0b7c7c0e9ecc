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
from dataclasses import dataclass, field, replace

from assistant.claims import Citation
from assistant.draft.carry import carry
from assistant.draft.gate import copies, slot
from assistant.draft.issues import issue_phrase
from assistant.draft.kinship import content, family_of, share
from assistant.draft.nounphrases import upper_first
from assistant.draft.rewrite import NAMELESS, directions_of
from assistant.draft.types import Item, Source, SourceKind, Status
from ingest.language.fold import fold
from ingest.ledgers import Figure
from prompts.phrases import Family

AT_ONCE = 3  # things asked for in one item
WORDS = 75  # from which the next thing stands in an item of its own
TWICE = 0.8  # share of words in common from which two directions that stand already are one
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
        own = _once([carried[s.id] for s in standing if chosen[s.id].id == family.id])
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
    rounds = _rounds(asked)
    for index, part in enumerate(rounds):
        lead = family.leads[index] if index < len(family.leads) else ""
        phrases = [a.phrase for a in part]
        if lead and (share(lead, standing) >= SAID or lead in said or _opens_alike(lead, phrases[0])):
            lead = ""
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


def _rounds(asked: list[_Asked]) -> list[list[_Asked]]:
    """What goes into one item: three things at the most, fewer where they are long."""
    rounds: list[list[_Asked]] = []
    for one in asked:
        full = not rounds or len(rounds[-1]) >= AT_ONCE
        if full or sum(len(a.phrase.split()) for a in rounds[-1]) + len(one.phrase.split()) > WORDS:
            rounds.append([one])
        else:
            rounds[-1].append(one)
    return rounds


def _opens_alike(lead: str, phrase: str) -> bool:
    """Whether a phrase opens with the words of the lead: "Tăng cường phối hợp …: tăng cường phối hợp …"."""
    a, b = re.sub(r"(?:công tác|việc) ", "", lead.lower()).split(), re.sub(r"(?:công tác|việc) ", "", phrase).split()
    return a[:4] == b[:4] or (a[:2] == b[:2] and a[2:4] == b[2:4])


def _once(items: list[Item]) -> list[Item]:
    """Directions that stand already, one that says what another says merged into it."""
    out: list[Item] = []
    for item in items:
        twin = next((n for n, o in enumerate(out) if _same_words(o.text, item.text)), None)
        if twin is None:
            out.append(item)
            continue
        first = out[twin]
        longer = max(first, item, key=lambda i: len(i.text))
        answers = tuple(dict.fromkeys((*first.answers, *item.answers)))
        if longer.calculations or first.calculations:
            out.append(item)  # their sums name their own citations
            continue
        citations = (*first.citations, *(Citation(n, c.quote, c.locator) for n, c in enumerate(item.citations, 2)))
        out[twin] = replace(longer, id=first.id, answers=answers, citations=citations)
    return out


def _same_words(a: str, b: str) -> bool:
    first, second = set(fold(a).split()), set(fold(b).split())
    return len(first & second) / max(1, len(first | second)) >= TWICE


def _asked(family: Family, sources: Sequence[Source], figures: dict[str, Figure]) -> list[_Asked]:
    """What the sources of a family ask for, each thing once, limitations and causes first."""
    out: list[_Asked] = []
    issues: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        if source.issue:
            issues[source.issue].append(source)
            continue
        phrases = directions_of(source.text)
        if phrases == [NAMELESS] and family.measures:
            phrases = [family.measures[0]]
        asked = _same(out, phrases)
        if asked is None:
            asked = _Asked(_joined(phrases[:4], source.text))
            out.append(asked)
        asked.sources.append(source)
    for issue, members in issues.items():
        phrase = issue_phrase(family.issues, issue, members, figures)
        alike = next((o for o in out if _no_more(o.phrase, phrase, family)), None)
        if alike is None:
            out.append(_Asked(phrase, list(members)))
        else:
            alike.phrase = ", ".join((phrase, *alike.phrase.split(", ")[1:]))
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
    phrase, *more = phrase.split(", ")
    if share(phrase, issue) < ALIKE or not all(m.startswith(("không để", "bảo đảm", "đi vào")) for m in more):
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

"""Whether several that a question names are members of a set: each with its yes or no ("Xã A và phường B có trong danh
sách không?")."""

from __future__ import annotations

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.lists.names_said import names_asked
from assistant.compose.lists.of_named_set import (
    AMONG,
    DENIED,
    announced,
    fit_of,
    may_deny,
    member_named,
)
from assistant.compose.material import Material
from assistant.evidence.named_sets import NamedSet, sets_of
from ingest.language.fold import fold

MOST = 5  # that are asked about together


def answer_several_among(t: Material) -> Draft | None:
    """The verdict on each of the two or more names; None where the question says fewer, no set fits it well, or the one
    that does leaves open whether it has one of them."""
    question = t.question
    if not question.is_(Kind.YES_NO) or not AMONG.search(fold(question.clear)):
        return None
    names = [n for n in names_asked(question) if n[1]]
    if not 1 < len(names) <= MOST:
        return None
    apart = " ".join(f"{sort} {name}" for name, sort, _ in names)
    fits = [(fit, held) for i in t.indexes for held in sets_of(i) if (fit := fit_of(question, held, apart)) >= DENIED]
    best = max(fits, key=lambda f: f[0], default=None)
    return _told(t, best[1], names) if best is not None else None


def _told(t: Material, held: NamedSet, names: list[tuple[str, str, str]]) -> Draft | None:
    members = [
        (member_named(held, name, sort) or member_named(held, name, ""), name, sort, shown)
        for name, sort, shown in names
    ]
    if not any(m for m, *_ in members) or not all(m or may_deny(held, name, sort) for m, name, sort, _ in members):
        return None
    vietnamese = t.question.language == "vi"
    draft = Draft()
    key, said = announced(draft, held)
    for member, _, _, shown in members:
        if member is not None:
            placed = draft.cite(held.index, member.block, member.start, member.end)
            draft.say(f"{'Có' if vietnamese else 'Yes'}: {member.text}", placed)
        else:
            missing = "không được nêu trong" if vietnamese else "not named in"
            draft.say(f"{'Không' if vietnamese else 'No'}: {shown} {missing} “{said}”", key)
    return draft

"""What a drafter does to a draft: accept, edit, reorder, reject, add, fill a slot. Each gives a new draft; none reads
or stores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.draft.errors import UnknownItem
from assistant.draft.gate import SLOT, slot
from assistant.draft.types import Draft, Item, Status, TypedFigure
from ingest.language.fold import fold

_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
LONGEST = 4000


def position(draft: Draft, item: str) -> int:
    """Where an item stands. Raises: UnknownItem."""
    for at, own in enumerate(draft.items):
        if own.id == item:
            return at
    raise UnknownItem(f"Bản thảo không có ý “{item[:60]}”.", "Tải lại bản thảo.")


def accept(draft: Draft, item: str, *, accepted: bool = True) -> Draft:
    """The draft with an item accepted, or no longer. Raises: UnknownItem."""
    at = position(draft, item)
    return _with(draft, at, replace(draft.items[at], accepted=accepted))


def edit(draft: Draft, item: str, text: str) -> Draft:
    """The draft with an item in the drafter's words; numbers that it did not have are marked as the drafter's own.

    Raises: UnknownItem.
    """
    at = position(draft, item)
    old = draft.items[at]
    words = _clean(text)
    had = set(_NUMBER.findall(old.text)) - set(old.typed)
    own = tuple(dict.fromkeys(n for n in _NUMBER.findall(SLOT.sub(" ", words)) if n not in had))
    status: Status = (
        "needs figure" if SLOT.search(words) else "proposed" if old.status == "needs figure" else old.status
    )
    return _with(draft, at, replace(old, text=words, typed=own, author="drafter", status=status))


def add(draft: Draft, text: str, answers: Sequence[str] = (), *, group: str = "", at: int | None = None) -> Draft:
    """The draft with an item of the drafter's own; `at` counts from 0, the end by default."""
    words = _clean(text)
    taken = {i.id for i in draft.items}
    number = next(n for n in range(1, len(taken) + 2) if f"own-{n}" not in taken)
    known = {s.id for s in draft.sources}
    status: Status = "needs figure" if SLOT.search(words) else "proposed"
    item = Item(
        f"own-{number}", words, tuple(a for a in answers if a in known), (), status, group, "drafter",
        typed=tuple(dict.fromkeys(_NUMBER.findall(SLOT.sub(" ", words)))),
    )  # fmt: skip
    place = len(draft.items) if at is None else max(0, min(at, len(draft.items)))
    return replace(draft, items=(*draft.items[:place], item, *draft.items[place:]))


def reject(draft: Draft, item: str) -> Draft:
    """The draft without an item; the coverage shows what is then left open. Raises: UnknownItem."""
    at = position(draft, item)
    return replace(draft, items=(*draft.items[:at], *draft.items[at + 1 :]))


def move(draft: Draft, item: str, to: int) -> Draft:
    """The draft with an item at another place, counted from 0; it joins the group it comes to. Raises: UnknownItem."""
    at = position(draft, item)
    rest = [*draft.items[:at], *draft.items[at + 1 :]]
    place = max(0, min(to, len(rest)))
    neighbour = rest[place - 1] if place else rest[0] if rest else draft.items[at]
    moved = replace(draft.items[at], group=neighbour.group)
    return replace(draft, items=(*rest[:place], moved, *rest[place:]))


def fill(draft: Draft, typed: Sequence[TypedFigure]) -> Draft:
    """The draft with the slots of those names filled, each number marked as the drafter's own."""
    wanted = {fold(t.slot): " ".join(t.text.split())[:120] for t in typed}
    items = []
    for item in draft.items:
        text, own = item.text, list(item.typed)
        for name in SLOT.findall(item.text):
            value = wanted.get(fold(name))
            if value:
                text = text.replace(slot(name), value)
                own += _NUMBER.findall(value)
        if text != item.text:
            status: Status = (
                "needs figure" if SLOT.search(text) else "proposed" if item.status == "needs figure" else item.status
            )
            item = replace(item, text=text, typed=tuple(dict.fromkeys(own)), status=status)
        items.append(item)
    kept = {fold(t.slot): t for t in (*draft.typed, *typed)}
    return replace(draft, items=tuple(items), typed=tuple(kept.values()))


def slots(draft: Draft) -> tuple[str, ...]:
    """The names of the slots still open, each once, in reading order."""
    return tuple(dict.fromkeys(name for item in draft.items for name in SLOT.findall(item.text)))


def _clean(text: str) -> str:
    return " ".join("".join(c for c in text if c >= " " or c in "\n\t").split())[:LONGEST]


def _with(draft: Draft, at: int, item: Item) -> Draft:
    return replace(draft, items=(*draft.items[:at], item, *draft.items[at + 1 :]))

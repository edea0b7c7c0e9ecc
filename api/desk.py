"""The drafting desk of the web page: drafts made, changed item by item, kept in versions, compared and exported."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from api.errors import BadRequest
from api.schemas import DraftEdit, DraftRequest
from assistant.draft import edits
from assistant.draft.drafter import Drafter
from assistant.draft.paper import section_document
from assistant.draft.types import MUST_ANSWER, Draft, Item, Source, SourceKind, TypedFigure
from prompts.section import SectionPrompt
from vectorstore.codec import from_json, to_json
from vectorstore.drafts import DraftVersion, KeptDraft
from vectorstore.library import Library

MADE, BEFORE_RESTORING, EXPORTED = "Bản máy soạn", "Trước khi khôi phục", "Khi xuất DOCX"
"""Names of the versions that the desk itself keeps."""


@dataclass(frozen=True, slots=True)
class Open:
    """A draft on the desk: what is kept of it, and what it says."""

    kept: KeptDraft
    draft: Draft

    @property
    def accepted(self) -> int:
        """How many items the drafter has accepted."""
        return sum(i.accepted for i in self.draft.items)


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with the name it goes by on the desk, and the numbers of the items that answer it."""

    source: Source
    kind: str
    number: int
    answered_by: tuple[int, ...]
    must: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a comparison: an item before and after; `moved` where only its place changed."""

    change: Literal["same", "changed", "added", "removed", "moved"]
    before: Item | None
    after: Item | None


class DraftDesk:
    """Every change is kept before it is answered: a page that closes loses nothing. Safe in many threads."""

    def __init__(self, library: Library, drafter: Drafter) -> None:
        self._library = library
        self._drafter = drafter
        self._writing = threading.Lock()

    def sections(self) -> list[SectionPrompt]:
        """The sections that can be drafted, in the order of a report."""
        return self._drafter.sections()

    def start(self, wanted: DraftRequest) -> Open:
        """Drafts a section and keeps it. Raises: PromptError, UnknownReport."""
        draft = self._drafter.draft(wanted.section, wanted.report, previous=wanted.previous, year=wanted.year)
        payload = to_json(draft)
        return Open(self._library.drafts.add(draft.section, draft.report, draft.title, payload, MADE), draft)

    def drafts(self) -> list[Open]:
        """All drafts, the one last changed first."""
        return [Open(kept, _read(kept.payload)) for kept in self._library.drafts.drafts()]

    def load(self, id: str) -> Open:
        """The draft of that id. Raises: UnknownDraft."""
        kept = self._library.drafts.load(id)
        return Open(kept, _read(kept.payload))

    def edit(self, id: str, edit: DraftEdit) -> Open:
        """A change of a draft. Raises: UnknownDraft, DraftError, BadRequest."""
        with self._writing:
            now = self.load(id)
            return self._save(now, self._edited(now, edit))

    def _edited(self, now: Open, edit: DraftEdit) -> Draft:
        draft = now.draft
        match edit.op:
            case "edit":
                if not edit.text.strip():
                    raise BadRequest("Ý không được để trống.", "Nếu không cần ý này nữa, hãy bỏ nó.")
                return edits.edit(draft, edit.item, edit.text)
            case "accept":
                return edits.accept(draft, edit.item, accepted=edit.accepted)
            case "move":
                return edits.move(draft, edit.item, edit.at or 0)
            case "reject":
                return edits.reject(draft, edit.item)
            case "add":
                if not edit.text.strip():
                    raise BadRequest("Hãy viết nội dung của ý mới.")
                return edits.add(draft, edit.text, edit.answers, group=_group(draft, edit), at=edit.at)
            case "fill":
                return self._worked(edits.fill(draft, (TypedFigure(edit.slot, edit.text),)))
            case "regenerate":
                return self._regenerated(now, edit.item)
            case "bring back":
                return self._brought_back(now, edit.item)

    def _worked(self, draft: Draft) -> Draft:
        """A result section with what the figures typed so far give: shares, and the changes since last period.

        Items in the drafter's own words stay as they are.
        """
        if draft.method != "results":
            return draft
        made = {i.id: i for i in self._again(draft).items}
        items = [
            replace(made[i.id], accepted=i.accepted, group=i.group) if i.author == "desk" and i.id in made else i
            for i in draft.items
        ]
        return replace(draft, items=tuple(items))

    def _again(self, draft: Draft) -> Draft:
        return self._drafter.draft(draft.section, draft.report, year=draft.year, typed=draft.typed, use_model=False)

    def _regenerated(self, now: Open, item: str) -> Draft:
        """The item worded anew by the model, or, without one, as the desk first worded it."""
        at = edits.position(now.draft, item)
        made = self._drafter.regenerate(now.draft, item)
        if made != now.draft:
            return made
        first = next((i for i in self._first(now.kept.id).items if i.id == item), None)
        if first is None:
            raise BadRequest("Ý này do người soạn thêm, bàn soạn không có lời khác.", "Sửa trực tiếp ý này.")
        items = (*now.draft.items[:at], replace(first, group=now.draft.items[at].group), *now.draft.items[at + 1 :])
        return replace(now.draft, items=items)

    def _brought_back(self, now: Open, item: str) -> Draft:
        wanted = next((i for i in self.rejected(now) if i.id == item), None)
        if wanted is None:
            raise BadRequest("Không có ý này trong các ý đã bỏ.", "Tải lại bản thảo.")
        same = [n for n, i in enumerate(now.draft.items, 1) if i.group == wanted.group]
        at = same[-1] if same else len(now.draft.items)
        return replace(now.draft, items=(*now.draft.items[:at], wanted, *now.draft.items[at:]))

    def rejected(self, now: Open) -> list[Item]:
        """The items that the desk made and the drafter took out."""
        there = {i.id for i in now.draft.items}
        return [i for i in self._first(now.kept.id).items if i.id not in there]

    def warnings(self, now: Open) -> dict[str, str]:
        """Why items in the drafter's words would not pass the gate, by their ids, one sentence each."""
        own = (i for i in now.draft.items if i.author == "drafter" and i.answers)
        told = {i.id: self._drafter.refusal(now.draft, i) for i in own}
        return {id: why for id, why in told.items() if why}

    # Versions

    def versions(self, id: str) -> list[DraftVersion]:
        """The versions kept of a draft, the newest first. Raises: UnknownDraft."""
        return self._library.drafts.versions(id)

    def keep(self, id: str, name: str) -> DraftVersion:
        """Keeps the draft as it stands under a name. Raises: UnknownDraft."""
        return self._library.drafts.keep(id, name)

    def restore(self, id: str, number: int) -> Open:
        """The draft as that version had it; what stood is kept as a version first. Raises: UnknownDraft."""
        with self._writing:
            now = self.load(id)
            wanted = _read(self._library.drafts.version(id, number).payload)
            self.keep(id, BEFORE_RESTORING)
            return self._save(now, wanted)

    def compare(self, id: str, before: int, after: int = 0) -> list[Step]:
        """How a version became another one, or with `after` 0 the draft as it stands. Raises: UnknownDraft."""
        old = _read(self._library.drafts.version(id, before).payload)
        new = _read(self._library.drafts.version(id, after).payload) if after else self.load(id).draft
        return steps(old, new)

    def paper(self, id: str, *, citations: bool) -> tuple[str, bytes]:
        """A name and the bytes of the DOCX; what is exported is kept as a version. Raises: UnknownDraft."""
        now = self.load(id)
        if self._library.drafts.versions(id)[0].payload != now.kept.payload:
            self.keep(id, EXPORTED)
        report = self._library.report(now.draft.report)
        data = section_document(now.draft, report, self._library.references([report.id]), citations=citations)
        return f"{now.draft.section}-{now.draft.year or 'ban-thao'}{'' if citations else '-sach'}.docx", data

    def delete(self, id: str) -> None:
        """Removes a draft with its versions. Raises: UnknownDraft."""
        self._library.drafts.delete(id)

    def _first(self, id: str) -> Draft:
        return _read(self._library.drafts.versions(id)[-1].payload)

    def _save(self, now: Open, draft: Draft) -> Open:
        return Open(self._library.drafts.save(now.kept.id, draft.title, to_json(draft)), draft)


def sources_of(draft: Draft) -> list[SourceView]:
    """The sources of a draft by kind, what has to be answered first, each numbered within its kind."""
    answered: dict[str, list[int]] = {}
    for number, item in enumerate(draft.items, 1):
        for id in item.answers:
            answered.setdefault(id, []).append(number)
    views = []
    for kind in SourceKind:
        for number, source in enumerate((s for s in draft.sources if s.kind is kind), 1):
            by = tuple(answered.get(source.id, ()))
            views.append(SourceView(source, kind.value, number, by, kind in MUST_ANSWER))
    return views


def steps(old: Draft, new: Draft) -> list[Step]:
    """The items of two versions side by side, in the order of the later one, what was taken out where it stood."""
    before, after = {i.id: i for i in old.items}, {i.id: i for i in new.items}
    kept_order = [i.id for i in old.items if i.id in after]
    new_order = [i.id for i in new.items if i.id in before]
    moved = _moved(kept_order, new_order)
    out = []
    for item in new.items:
        was = before.get(item.id)
        if was is None:
            out.append(Step("added", None, item))
        elif was.text != item.text:
            out.append(Step("changed", was, item))
        else:
            out.append(Step("moved" if item.id in moved else "same", was, item))
    for at, item in enumerate(old.items):
        if item.id not in after:
            out.insert(min(at, len(out)), Step("removed", item, None))
    return out


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """What left its place among the others: all that is not in the longest run of ids that kept their order."""
    place = {id: n for n, id in enumerate(old)}
    runs: list[list[str]] = []
    for id in new:
        longest: list[str] = []
        for run in runs:
            if place[run[-1]] < place[id] and len(run) > len(longest):
                longest = run
        runs.append([*longest, id])
    stayed: list[str] = []
    for run in runs:
        stayed = run if len(run) > len(stayed) else stayed
    return set(new) - set(stayed)


def _group(draft: Draft, edit: DraftEdit) -> str:
    """The group an added item joins: the one of the items that answer the same, else that of its place."""
    for item in reversed(draft.items):
        if set(item.answers) & set(edit.answers):
            return item.group
    return draft.items[-1].group if draft.items else ""


def _read(payload: str) -> Draft:
    return from_json(Draft, payload)

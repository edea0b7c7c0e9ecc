"""The desk's door: a report of the store in, a section draft out. Everything a draft says has passed the gate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from langchain_core.language_models import BaseChatModel

from assistant.draft.closing import close
from assistant.draft.commitments import open_still, track
from assistant.draft.compared import compare
from assistant.draft.directions import assured, propose
from assistant.draft.edits import fill, position, slots
from assistant.draft.gate import numbered, refusal
from assistant.draft.gather import Gathered, Material, gather
from assistant.draft.pairing import pair
from assistant.draft.restated import proposals, strengths, weaknesses
from assistant.draft.results import results
from assistant.draft.titles import title_for
from assistant.draft.types import Draft, Item, Source, TypedFigure
from assistant.draft.worded import SectionWriter
from ingest.language.fold import fold
from ingest.language.period_values import same_period_last_year
from prompts.phrases import families
from prompts.prompt import PromptError
from prompts.section import FOLDER, SectionPrompt, check_sections, usable_section
from vectorstore.library import Library

SAME_SUBJECT = 0.5  # share of the words of two titles from which reports are of one matter
_EVERY_TITLE = frozenset(
    (
        "ket",
        "qua",
        "thuc",
        "hien",
        "cong",
        "tac",
        "tinh",
        "hinh",
        "nam",
        "bao",
        "cao",
        "ve",
        "thang",
        "quy",
        "dau",
        "cuoi",
    )
)
OWN_PROMPTS = Path("prompts") / "sections"  # inside the data folder: what officials add or change
_BRACKETED = re.compile(r"\s*\([^()]*\d[^()]*\)")


class Drafter:
    """Drafts sections from the reports of a library; with a chat model in its words, without one in the report's
    own."""

    def __init__(
        self,
        library: Library,
        *,
        model: BaseChatModel | None = None,
        failures: tuple[type[Exception], ...] = (),
        folders: Sequence[Path] | None = None,
    ) -> None:
        """`failures` are the exceptions with which the model may fail; `folders` hold the section prompts, the last
        wins."""
        self._library = library
        self._writer = SectionWriter(model, failures) if model is not None else None
        self._folders = tuple(folders) if folders is not None else (FOLDER, library.folder / OWN_PROMPTS)

    def sections(self) -> list[SectionPrompt]:
        """The sections that can be drafted, in the order of a report; files at fault are left out."""
        found = []
        for checked in check_sections(self._folders):
            with suppress(PromptError):
                found.append(checked.section or usable_section(checked.path.stem, self._folders)[0])
        return sorted(found, key=lambda s: (s.head.order, s.head.id))

    def draft(
        self,
        section: str,
        report: str,
        *,
        previous: str | None = None,
        typed: Sequence[TypedFigure] = (),
        year: int | None = None,
        use_model: bool = True,
    ) -> Draft:
        """The draft of a section, grown from `report`.

        `previous` is last period's report; where none is named, the store's own of that unit and the year before is
        taken.
        `year` is the year the section is for (directions: by default the year after the report's). `typed` fills slots.

        Raises: PromptError, UnknownReport.
        """
        prompt, fault = usable_section(section, self._folders)
        material = self._material(report)
        notes = [f"{fault} Phần này dùng mẫu lời có sẵn."] if fault else []
        if _retold(prompt.head.method) and year is not None and material.year is not None and year > material.year:
            notes.append(
                f"Kho chưa có báo cáo năm {year}; phần này nêu lại của năm {material.year} để người soạn cập nhật."
            )
        last = self._previous(material, previous, notes)
        gathered = gather(material)
        before = gather(last, "previous-") if last is not None else None
        drafted = self._drafted(prompt, gathered, before, year, typed)
        drafted = replace(drafted, notes=(*notes, *gathered.notes, *drafted.notes))
        drafted = self._assured(self._gated(drafted))
        if self._writer is not None and use_model and drafted.items:
            drafted = self._gated(self._writer.write(prompt, drafted, self._library.report))
        unknown = [t.slot for t in typed if not _fills(t, drafted)]
        told = tuple(f"Không có chỗ trống nào tên “{name[:80]}”." for name in unknown)
        return numbered(replace(fill(drafted, typed), notes=(*drafted.notes, *told)))

    def regenerate(self, draft: Draft, item: str) -> Draft:
        """The draft with one item worded anew by the model; without one, or where the gate refuses it, as it was.

        Raises: UnknownItem, PromptError.
        """
        at = position(draft, item)
        if self._writer is None:
            return draft
        prompt, _ = usable_section(draft.section, self._folders)
        one = replace(draft, items=(draft.items[at],))
        worded = self._gated(self._writer.write(prompt, one, self._library.report))
        if not worded.items:
            return draft
        items = (*draft.items[:at], replace(worded.items[0], id=item), *draft.items[at + 1 :])
        return numbered(replace(draft, items=items))

    def refusal(self, draft: Draft, item: Item) -> str:
        """Why an item, edited perhaps, would not pass the gate, in one sentence; "" where it passes."""
        return refusal(item, draft.sources, self._library.report, may_copy=draft.method != "directions")

    # Steps

    def _material(self, report: str) -> Material:
        id = self._library.resolve(report)
        only = [id]
        return Material(
            self._library.report(id),
            self._library.figures(only),
            self._library.references(only),
            self._library.findings(only),
        )

    def _previous(self, material: Material, named: str | None, notes: list[str]) -> Material | None:
        """Last period's report: the one named, if it is of the same unit, else the store's own."""
        report = material.report
        if named is not None:
            found = self._material(named)
            if fold(found.report.place) != fold(report.place):
                notes.append(
                    f"Báo cáo {found.report.file} là của {found.report.place or 'đơn vị khác'}, không phải của "
                    f"{report.place or 'đơn vị này'}; không dùng để so sánh và chuyển tiếp."
                )
                return None
            if found.report.id == report.id:
                notes.append("Báo cáo kỳ trước trùng với báo cáo đang soạn; không so sánh.")
                return None
            return found
        wanted = same_period_last_year(report.period)
        near = [
            (_alike(s.title, report.title), s.id)
            for s in self._library.reports()
            if s.id != report.id and s.kind == report.kind and s.period == wanted and wanted and report.place
            and fold(s.place) == fold(report.place)
        ]  # fmt: skip
        best = max(near, default=(0.0, ""))
        return self._material(best[1]) if best[0] >= SAME_SUBJECT else None

    def _drafted(
        self,
        prompt: SectionPrompt,
        gathered: Gathered,
        before: Gathered | None,
        year: int | None,
        typed: Sequence[TypedFigure],
    ) -> Draft:
        material = gathered.material
        method = prompt.head.method
        if method == "directions":
            return self._directions(prompt, gathered, before, year)
        period = year or material.year
        base = Draft(
            prompt.head.id, material.report.id, prompt.title(period), period, (), (), prompt.name, "extractive", method
        )
        if method == "results":
            return results(base, prompt, material, before.material if before else None, typed)
        if method == "limitations":
            tracked = track(before, gathered) if before and _whole_year(before) else ()
            return weaknesses(base, gathered, tracked, families())
        if method == "strengths":
            return strengths(base, gathered, compare(material, before.material if before else None))
        if method == "proposals":
            return proposals(base, gathered, families())
        return close(base, gathered)

    def _directions(
        self, prompt: SectionPrompt, gathered: Gathered, before: Gathered | None, year: int | None
    ) -> Draft:
        material = gathered.material
        target = year or material.next_year
        tracked = track(before, gathered) if before and _whole_year(before) else ()
        sources: list[Source] = [*gathered.sources, *open_still(tracked, gathered)]
        items = propose(sources, families(), {f.id: f for f in material.figures}, target)
        title = prompt.title(target) if year else title_for(prompt.title(target), target, material.report.period)
        return Draft(
            prompt.head.id, material.report.id, title, target, tuple(items), tuple(sources), prompt.name,
            "extractive", prompt.head.method, pair(gathered.causes, gathered.limitations, families()), tracked,
            compare(material, before.material if before else None),
        )  # fmt: skip

    def _assured(self, draft: Draft) -> Draft:
        """Directions whose words the gate refused leave their sources open: the families' plain words answer them."""
        if draft.method != "directions" or not draft.uncovered:
            return draft
        extra = assured(draft.uncovered, families(), [i.text for i in draft.items])
        order = {f.group: f.order for f in families()}
        items = sorted((*draft.items, *extra), key=lambda i: order.get(i.group, 0))
        return self._gated(replace(draft, items=tuple(items)))

    def _gated(self, draft: Draft) -> Draft:
        """The draft without what the gate refuses; an item that fails by a figure is tried without its brackets
        first."""
        kept: list[Item] = []
        notes = list(draft.notes)
        for item in draft.items:
            why = self.refusal(draft, item)
            if why:
                bare = replace(item, text=_BRACKETED.sub("", item.text))
                if bare.text == item.text or self.refusal(draft, bare):
                    notes.append(f"Bỏ một ý: {why}")
                    continue
                item = bare
            if not any(fold(item.text) == fold(k.text) for k in kept):
                kept.append(item)
        return replace(draft, items=tuple(kept), notes=tuple(dict.fromkeys(notes)))


def _alike(title: str, other: str) -> float:
    """How much two titles have in common, numbers and the words of every title aside, 0 to 1."""
    a, b = (set(re.findall(r"[^\W\d]+", fold(t))) - _EVERY_TITLE for t in (title, other))
    return len(a & b) / len(a | b) if a | b else 1.0


def _retold(method: str) -> bool:
    """Whether a section tells what the report itself says, so that a later year's has still to be written."""
    return method in ("limitations", "strengths", "proposals", "closing")


def _whole_year(before: Gathered) -> bool:
    """Whether a report is of a whole year: only the directions of such a one are promises for this one."""
    return before.material.report.period == str(before.material.year)


def _fills(figure: TypedFigure, draft: Draft) -> bool:
    """Whether a draft has the slot of a typed figure, or has it set in already."""
    return fold(figure.slot) in map(fold, slots(draft)) or any(figure.text in i.typed for i in draft.items)

"""The sections that look back or upwards: strengths that the figures bear out, limitations still open, proposals to
superiors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.claims import Citation
from assistant.draft.gather import Gathered
from assistant.draft.issues import issue_phrase
from assistant.draft.kinship import family_of
from assistant.draft.nounphrases import lower_first, upper_first
from assistant.draft.pairing import pair
from assistant.draft.rewrite import directions_of
from assistant.draft.types import Commitment, Compared, Draft, Item, Source, SourceKind
from ingest.ledgers import FindingKind
from prompts.phrases import Family

BEYOND = {"nguon-luc", "the-che"}  # families whose causes lie with superior offices
_OF_SUPERIORS = re.compile(
    r"trung ương|(?:các )?bộ, ngành|cấp trên|chính sách|biên chế|phần mềm (?:dùng chung|của)|quy định (?:của|về)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"^(?:(?:thứ (?:nhất|hai|ba|tư|năm)|một là|hai là|ba là|bốn là|năm là)[,:]|\(\d\))\s*", re.IGNORECASE
)
_VAGUE = re.compile(
    r"(?:các|huyện|xã|tỉnh|tỷ lệ (?:ở|tại|của|trong))\s|số \w+$|.*(?:còn lại|trong đó|tổng cộng)", re.IGNORECASE
)
_FALLING_IS_GOOD = ("quá hạn", "tồn", "trễ hạn", "vi phạm", "hộ nghèo", "kỷ luật", "tai nạn", "tội phạm")


def weaknesses(draft: Draft, gathered: Gathered, tracked: Sequence[Commitment], families: Sequence[Family]) -> Draft:
    """Limitations as the report tells them, problems that only the figures show, promises not kept, then the causes."""
    items = [_told(s, "Hạn chế") for s in gathered.limitations]
    items += _shown(gathered, families)
    unkept = [c for c in tracked if c.left]
    for c in unkept:
        words = "; ".join(c.left)
        far = "mới thực hiện một phần" if c.status == "in part" else "chưa có kết quả trong kỳ"
        text = f"Nhiệm vụ đề ra từ kỳ trước {far}: {lower_first(words)}."
        citation = Citation(1, c.direction.quote, c.direction.locator)
        items.append(
            Item(
                f"unkept-{c.direction.id}", text, (c.direction.id,), (citation,), "carried over", "Nhiệm vụ kỳ trước",
                marks=(upper_first(c.why) + ".",),
            )
        )  # fmt: skip
    items += [_told(s, "Nguyên nhân") for s in gathered.causes]
    sources = (*gathered.limitations, *gathered.problems, *gathered.causes, *(c.direction for c in unkept))
    pairings = pair(gathered.causes, gathered.limitations, families)
    return replace(draft, items=_merged(items), sources=sources, pairings=pairings, commitments=tuple(tracked))


def _shown(gathered: Gathered, families: Sequence[Family]) -> list[Item]:
    """What the figures alone show, told as a limitation is, each kind once; in the report's words where no family has
    a phrase for it."""
    figures = {f.id: f for f in gathered.material.figures}
    kinds: dict[str, list[Source]] = {}
    for source in gathered.problems:
        kinds.setdefault(source.issue, []).append(source)
    group = "Hạn chế thể hiện qua số liệu"
    items: list[Item] = []
    for issue, members in kinds.items():
        family = next((f for f in families if issue in f.told), None)
        if family is None:
            items += [_told(s, group) for s in members]
            continue
        text = upper_first(issue_phrase(family.told, issue, members, figures)) + "."
        citations = tuple(Citation(n, s.quote, s.locator) for n, s in enumerate(members, 1))
        answers = tuple(s.id for s in members)
        items.append(Item(f"shown-{members[0].id}", text, answers, citations, "proposed", group))
    return items


def _merged(items: Sequence[Item]) -> tuple[Item, ...]:
    """Items that say the same are one, and answer what each answered."""
    out: dict[str, Item] = {}
    for item in items:
        same = out.get(item.text)
        out[item.text] = item if same is None else replace(same, answers=(*same.answers, *item.answers))
    return tuple(out.values())


def strengths(draft: Draft, gathered: Gathered, compared: Sequence[Compared]) -> Draft:
    """What the report calls strengths, less what its own figures contradict; what contradicts is named in a note."""
    material = gathered.material
    doubted = [
        (place.block, word)
        for f in material.findings
        if f.kind in (FindingKind.CLAIM, FindingKind.REPEAT)
        for place in f.locators
        for word in (f.stated, f.computed)
        if word
    ]
    items, notes = [], []
    for source in gathered.strengths:
        place = source.locator
        wrong = any(block == place.block and word in source.text for block, word in doubted)
        if wrong:
            notes.append(
                f"Không dùng câu “{source.text[:120]}”: nhận định hoặc số liệu trong câu chưa khớp với phần khác."
            )
            continue
        items.append(_told(source, ""))
    if not gathered.strengths:
        notes.append("Báo cáo không có mục ưu điểm; chỉ nêu những số liệu tiến bộ hơn kỳ trước.")
    rows = [c for c in compared if 2 <= len(c.indicator.split()) <= 12 and not _VAGUE.match(c.indicator)]
    better = [c for c in rows if c.change and (c.change > 0) != any(w in c.indicator.lower() for w in _FALLING_IS_GOOD)]
    sources = list(gathered.strengths)
    for n, row in enumerate(better[:8], 1):
        own = row.citations[0]
        source = Source(f"better-{n}", SourceKind.RESULT, own.quote, own.locator, own.quote)
        sources.append(source)
        unit = "" if row.unit == "%" else f" {row.unit}"
        sign = "%" if row.unit == "%" else ""
        verb = "còn" if (row.change or 0) < 0 else "đạt"
        text = f"{row.indicator} {verb} {row.current}{sign}{unit} (kỳ trước {row.last}{sign}{unit})."
        items.append(Item(source.id, text, (source.id,), row.citations, "proposed", "Số liệu tiến bộ so với kỳ trước"))
    return replace(draft, items=tuple(items), sources=tuple(sources), compared=tuple(compared), notes=tuple(notes))


def proposals(draft: Draft, gathered: Gathered, families: Sequence[Family]) -> Draft:
    """Proposals that stand already, and requests grown from causes that lie with superior offices."""
    items = [_told(s, "") for s in gathered.proposals]
    sources = list(gathered.proposals)
    for source in (*gathered.causes, *gathered.limitations):
        beyond = family_of(f"{source.text} {source.lead}", families).id in BEYOND or _OF_SUPERIORS.search(source.text)
        if not beyond:
            continue
        sources.append(source)
        asked = ", ".join(directions_of(source.text)[:2])
        text = f"Đề nghị cấp có thẩm quyền {asked}." if not asked.startswith("kiến nghị ") else f"{upper_first(asked)}."
        items.append(
            Item(f"ask-{source.id}", text, (source.id,), (Citation(1, source.quote, source.locator),), "proposed")
        )
    notes = () if items else ("Báo cáo không nêu kiến nghị và không có nguyên nhân nào thuộc thẩm quyền cấp trên.",)
    return replace(draft, items=tuple(items), sources=tuple(sources), notes=notes)


def _told(source: Source, group: str) -> Item:
    text = upper_first(_ORDINAL.sub("", source.text).rstrip(" .;,")) + "."
    return Item(
        f"told-{source.id}", text, (source.id,), (Citation(1, source.quote, source.locator),), "carried over", group
    )

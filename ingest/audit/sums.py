"""Sums: a total against the parts that are listed with it, in its sentence, its footnote or the items below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.audit.arithmetic import Check, sum_check, total
from ingest.audit.quantities import Quantity
from ingest.figures.clauses import sentences
from ingest.language.fold import fold
from ingest.report import Block, BlockKind, Report

_OPENER = re.compile(
    r"(?P<whole>\b(?:bao gom|gom(?: co)?|chia ra|phan theo)\b)|(?P<some>\b(?:trong do|trong so do|cu the(?: la|"
    r" nhu sau)?)\b)|(?P<bracket>\()"
)
DOUBT = "Không xác định được số tổng hay một số thành phần chưa đúng, hoặc các số thành phần có tính trùng."
_LEAD = re.compile(r"^\s*(?:trong do|gom|bao gom|cu the|chia ra)\b")
_EXCLUDES = re.compile(
    r"\b(?:ngoai ra|tang|giam|so voi|dat|uoc|chi tieu|ke hoach|luy ke|cung ky|nam truoc|binh quan)\b"
)
_MOST = re.compile(r"\b(?:nhieu|it|cao|thap|lon|nho)\b(?: \w+){0,6} nhat\b")
_COMPLEMENTS = (
    (r"\btruoc han\b", r"\bqua han\b|\btre han\b"),
    (r"\bdung han\b", r"\bqua han\b|\btre han\b"),
    (r"\b(?:con han|trong han|chua den han)\b", r"\bqua han\b|\btre han\b"),
    (r"(?<!khong )\bthanh\b", r"\bkhong thanh\b"),
    (r"\bcap (?:huyen|tinh)\b", r"\bcap xa\b"),
    (r"\bnam\b", r"\bnu\b"),
    (r"\btruc tuyen\b", r"\btruc tiep\b"),
    (r"\bkhieu nai\b", r"\bto cao\b"),
    (r"\btrong nuoc\b", r"\bnuoc ngoai\b"),
    (r"\bda (?:giai quyet|hoan thanh|thuc hien|trien khai)\b", r"\b(?:dang|chua)\b"),
    (r"(?<!khong )\bthuoc tham quyen\b", r"\bkhong thuoc tham quyen\b"),
    (r"(?<!khong )\bdat\b", r"\bkhong dat\b"),
)
"""Labels that together leave nothing out, so that parts under them must make the whole."""


_FAMILIES = tuple(
    frozenset(names.split("|"))
    for names in (
        "nguoi|dai bieu|dong chi|can bo|cong chuc|vien chuc|giao vien|nhan vien|hoi vien|doan vien|dang vien"
        "|thanh vien",
        "van ban|ke hoach|quyet dinh|cong van|chi thi|bao cao|thong bao|to trinh|huong dan|nghi quyet|chuong trinh",
    )
)
"""Units that are parts of one another in a list: officers and teachers are people, plans and decisions documents."""


def alike(part: str, whole: str) -> bool:
    """Whether a list may part one unit into the other: the same, none said, a longer name, a kind of it."""
    if part in (whole, "") or whole.startswith(f"{part} ") or part.startswith(f"{whole} "):
        return True
    return any(part in f and not f.isdisjoint(whole.split(", ")) for f in _FAMILIES)


@dataclass(frozen=True, slots=True)
class Group:
    """A total and the parts listed with it.

    `whole` tells that the words claim the list to be complete, `bracket` that it stands alone in a bracket.
    """

    total: Quantity
    parts: list[Quantity]
    whole: bool
    bracket: bool = False


def sum_checks(report: Report, blocks: dict[str, list[Quantity]]) -> Iterator[Check]:
    """Every total of the running text with its parts."""
    for block in report.blocks:
        counted = [q for q in blocks.get(block.id, []) if not q.percent]
        if block.table is not None:
            continue
        for group in _groups(block, counted):
            check = _judge(report, group)
            if check is not None:
                yield check
        if block.kind is BlockKind.FOOTNOTE and block.anchor and _LEAD.match(fold(block.text)):
            yield from _footnote(report, block, counted, blocks)
        for group in _totals_behind(block, counted):
            check = _judge(report, group)
            if check is not None:
                yield check
        yield from _items(report, block, counted, blocks)


def complementary(parts: list[Quantity]) -> bool:
    """Whether the labels of some parts exclude a remainder: on time and overdue, men and women."""
    labels = [_label(p) for p in parts]
    for one, other in _COMPLEMENTS:
        if any(re.search(one, a) for a in labels) and any(re.search(other, a) for a in labels):
            return True
    return False


def _label(q: Quantity) -> str:
    """The words that say what a part is: those before it in its list item, or behind it."""
    before = re.split(r"[,(:]|\bva\b", q.left)[-1].strip()
    after = re.split(r"[,()]|\bva\b|\d", q.right)[0].strip()
    return before if len(before) > 2 else f"{before} {after}"


def _groups(block: Block, counted: list[Quantity]) -> Iterator[Group]:
    folded = fold(block.text)
    for i, t in enumerate(counted):
        if not t.unit or t.value < 2 or (t.pair >= 0 and t.first):
            continue
        following = counted[i + 1 :]
        if not following:
            continue
        gap = folded[t.end : following[0].start]
        opener = _OPENER.search(gap)
        if opener is None:
            listed = _listed(t, following, folded) or _complements(t, following, folded)
            if listed:
                yield Group(t, listed, False)
            continue
        if re.search(r"\.\s|\n", gap[: opener.start()]) and not re.match(r"[^.]*\.\s*(?:trong do|gom|bao gom)", gap):
            continue
        if len(gap) > 160 or _EXCLUDES.search(gap[opener.end() :][:12]):
            continue
        bracket = opener["bracket"] is not None
        if bracket and _OPENER.search(gap, opener.end()):
            opener = _OPENER.search(gap, opener.end()) or opener
        depth = t.depth + 1 if bracket else t.depth
        end = _group_end(folded, t.end + opener.end(), bracket, depth)
        parts = _inside(following, t, depth, end)
        semicolon = folded.find(";", t.end, end)
        commas = len(_inside(following, t, depth, semicolon)) >= 2 or ":" not in gap
        if not bracket and semicolon >= 0 and commas and opener["whole"] is None:
            # Commas part the parts, or nothing announces a list, so the semicolon opens something new.
            parts = _inside(following, t, depth, semicolon)
        named = [q for q in parts if q.unit and alike(q.unit, t.unit)]
        if bracket and named:
            every = [q for q in following if q.start < end and q.depth == depth and (q.pair < 0 or q.first)]
            if len(every) > len(parts) and _close(total(every), t.value):
                parts = every
        parts = _without_nested(parts, folded)
        if len(parts) >= 2 and named:
            whole = _parted(counted[max(0, i - 1)], t, parts)
            yield Group(whole, parts, opener["whole"] is not None, opener["bracket"] is not None)


def _parted(before: Quantity, t: Quantity, parts: list[Quantity]) -> Quantity:
    """What parts behind a pair break down: of "1.200/1.500 hồ sơ (cấp tỉnh 300, cấp xã 900)" the one they come nearer
    to, which mostly is what was done."""
    if t.pair < 0 or before.start != t.pair:
        return t
    value = total(parts)
    return before if abs(value - before.value) < abs(value - t.value) else t


def _inside(following: list[Quantity], t: Quantity, depth: int, end: int) -> list[Quantity]:
    """The quantities before `end` that can be parts of `t`: its unit, its depth of brackets, one of each pair."""
    return [
        q for q in following if q.start < end and q.depth == depth and alike(q.unit, t.unit) and (q.pair < 0 or q.first)
    ]


def _group_end(folded: str, at: int, bracket: bool, depth: int) -> int:
    """Where a list of parts ends: its bracket, or the full stop (a semicolon, where commas part the parts)."""
    if bracket:
        level = 1
        for i in range(at, len(folded)):
            if folded[i] == "(":
                level += 1
            elif folded[i] == ")":
                level -= 1
                if not level:
                    return i
        return len(folded)
    stop = re.compile(r"\.(?=\s|$)|\n|;\s*(?=(?:so|tong|con lai|da|dang|con)\b)|\)").search(folded, at)
    return stop.start() if stop else len(folded)


def _without_nested(parts: list[Quantity], folded: str) -> list[Quantity]:
    """The parts without those that a second "trong đó" makes parts of a part, and without targets and changes."""
    out: list[Quantity] = []
    for q in parts:
        gap = folded[out[-1].end : q.start] if out else ""
        if out and re.search(r"\btrong do\b|\bgom\b", gap):
            break
        if _EXCLUDES.search(gap.rsplit(",", 1)[-1]) or re.search(r"\b(?:tang|giam)\b[^,]*$", q.left):
            continue
        out.append(q)
    return out


def _totals_behind(block: Block, counted: list[Quantity]) -> Iterator[Group]:
    """ "… 46 cuộc với 3.215 lượt; … 287 cuộc với 11.942 lượt; tổng cộng 333 cuộc với 15.175 lượt": the total last."""
    for i, t in enumerate(counted):
        if (
            not t.unit
            or t.pair >= 0
            or not re.search(r"\b(?:tong cong|tong so la|cong chung|ca (?:hai|huyen|tinh))\b[^,;(]{0,40}$", t.left)
        ):
            continue
        start, _ = next(((a, b) for a, b in sentences(block.text) if a <= t.start < b), (0, 0))
        parts = [q for q in counted[:i] if q.start >= start and q.unit == t.unit and q.depth == t.depth and q.pair < 0]
        if len(parts) >= 2 and not any(re.search(r"\btong\b[^,;]*$", p.left) for p in parts):
            yield Group(t, parts, False)


def _listed(t: Quantity, following: list[Quantity], folded: str) -> list[Quantity]:
    """ "Tổng số … 1.730 thủ tục, cấp tỉnh 1.312 thủ tục, cấp xã 418 thủ tục": parts that follow without an opening."""
    if not re.search(r"\btong\b[^,;]*$", t.left):
        return []
    end = _group_end(folded, t.end, False, t.depth)
    parts = [
        q for q in following if q.start < end and q.depth == t.depth and q.unit == t.unit and (q.pair < 0 or q.first)
    ]
    return parts if len(parts) >= 2 else []


def _complements(t: Quantity, following: list[Quantity], folded: str) -> list[Quantity]:
    """ "Đang giải quyết 145 hồ sơ, chưa đến hạn là 140 hồ sơ, quá hạn là 5 hồ sơ": two that leave nothing out."""
    pair = following[:2]
    if len(pair) < 2 or any(q.unit != t.unit or q.depth != t.depth or q.pair >= 0 for q in pair):
        return []
    if re.search(r"[.;\n](?=\s|$)|\n", folded[t.end : pair[1].start]) or not complementary(pair):
        return []
    return pair if total(pair) == t.value or _close(total(pair), t.value) else []


def _judge(report: Report, group: Group) -> Check | None:
    """The check of a group, or None where its words leave open whether the list is complete."""
    t, parts = group.total, group.parts
    value = total(parts)
    if value == t.value:
        return sum_check(report, t, parts, _subject(t))
    if any(p.value > t.value * 2 for p in parts):
        return None
    close = _close(value, t.value)
    strong = (
        complementary(parts)
        or (group.whole and all(alike(p.unit, t.unit) for p in parts))
        or (close and len(parts) > 1)
        or (group.bracket and value > t.value and len({p.unit for p in parts}) == len(parts) > 2)
    )
    if not strong:
        return None
    if value < t.value and not (complementary(parts) or group.whole or close):
        return None
    return sum_check(report, t, parts, _subject(t), doubt=DOUBT)


def _close(value: Decimal, stated: Decimal) -> bool:
    """Whether a sum misses its total by so little, or by swapped digits, that the parts are meant to be all."""
    return abs(value - stated) * 100 <= stated * 3 or sorted(str(value)) == sorted(str(stated))


def _footnote(
    report: Report, note: Block, counted: list[Quantity], blocks: dict[str, list[Quantity]]
) -> Iterator[Check]:
    """ "… tiếp 512 lượt, 530 người⁶" against its note "Trong đó: …": each unit of the sentence has its parts there."""
    anchor = report.block(note.anchor) if note.anchor else None
    if anchor is None:
        return
    mark = next((m.offset for m in anchor.notes if m.number == note.number), len(anchor.text))
    start = max((m.end() for m in re.finditer(r"[.;]\s", anchor.text[:mark])), default=0)
    wholes: dict[str, Quantity] = {}
    for q in blocks.get(anchor.id, []):
        if start <= q.start < mark and not q.percent and q.unit:
            wholes[q.unit] = q
    for unit, whole in wholes.items():
        parts = [q for q in counted if q.unit == unit and q.depth == 0 and (q.pair < 0 or q.first)]
        parts = _list_of(note.text, parts, whole)
        if len(parts) < 2 or any(re.search(r"\b(?:tang|giam|so voi)\b[^,]*$", p.left) for p in parts):
            continue
        if total(parts) == whole.value or complete(note.text, parts) or total(parts) > whole.value:
            yield sum_check(report, whole, parts, _subject(whole), doubt=DOUBT if total(parts) != whole.value else "")


def _list_of(text: str, parts: list[Quantity], whole: Quantity) -> list[Quantity]:
    """The parts that a note lists: those of its first sentences where they make the whole, and none of a sentence that
    tells which is the most."""
    held: list[Quantity] = []
    for start, end in sentences(text):
        if held and total(held) == whole.value:
            break
        if not _MOST.search(fold(text[start:end])):
            held += [q for q in parts if start <= q.start < end]
    return held


def complete(text: str, parts: list[Quantity]) -> bool:
    """Whether a note that lists parts is a list of like items, each with its count."""
    items = [i for i in re.split(r"[;.](?=\s|$)", text) if i.strip()]
    return len(items) >= 2 and len(parts) >= len(items)


def _items(report: Report, block: Block, counted: list[Quantity], blocks: dict[str, list[Quantity]]) -> Iterator[Check]:
    """A total at the end of a paragraph ("… 415 triệu đồng. Trong đó:") against the items that follow it."""
    folded = fold(block.text).rstrip()
    if not counted or not re.search(r"(?:trong do|gom|bao gom|cu the(?: nhu sau)?|chia ra)\s*:$", folded):
        return
    t = counted[-1]
    at = next((i for i, b in enumerate(report.blocks) if b.id == block.id), -1)
    marker = ""
    parts: list[Quantity] = []
    for b in report.blocks[at + 1 : at + 40]:
        if b.kind is BlockKind.FOOTNOTE:
            continue
        head = re.match(r"\s*([+\-–•*]|[a-zđ]\)|\d+[.)]|\(\d+\))", b.text)
        sign = head[1] if head and head[1] in "+-–•*" else ("n" if head else "")
        if not sign or (marker and sign != marker):
            break
        marker = sign
        first = next((q for q in blocks.get(b.id, []) if q.unit == t.unit and not q.percent), None)
        if first is None:
            return
        parts.append(first)
    if len(parts) < 2:
        return
    check = _judge(report, Group(t, parts, not re.search(r"(?:trong do|cu the)\s*:$", folded)))
    if check is not None:
        yield check


def _subject(q: Quantity) -> str:
    words = re.split(r"[,;:(]", q.left)[-1].strip()
    if not words:
        return ""
    end = q.start
    return " ".join(q.block.text[end - len(words) - 1 : end].split()).strip(" ,:(")

"""What comes in must come out: carried over and new make received; settled, pending and returned make received."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.audit.arithmetic import Check, sum_check, total
from ingest.audit.quantities import Quantity
from ingest.language.fold import fold
from ingest.report import Block, Report

_STAGES = {
    "opening": r"ton (?:dau|ky truoc|nam truoc|cu|thang truoc)|(?:ky|nam|thang|quy) truoc chuyen (?:sang|qua)"
    r"|nam \d{4} chuyen (?:sang|qua)",
    "late": "qua han|tre han|con han|trong han|truoc han|dung han|chua den han",
    "returned": "tu choi|rut(?: ho so| don)?|tra lai|cho bo sung|dinh chi|huy|khong thu ly|luu don|chuyen don",
    "pending": "dang (?:giai quyet|xu ly|xem xet|thuc hien|trien khai)|con (?:ton|lai)|ton(?: dong)?"
    "|chua (?:giai quyet|xu ly|hoan thanh)",
    "unbegun": r"chua (?:trien khai|thuc hien|bat dau|khoi dong|khoi cong)",
    "failed": "khong thanh|hoa giai khong",
    "settled": "da giai quyet|giai quyet xong|giai quyet|da xu ly|da tra ket qua|da trien khai|da thuc hien"
    "|hoa giai thanh|da hoan thanh|hoan thanh",
    "received": "tong cong|tong so|tiep nhan|nhan|thu ly|thuoc tham quyen(?: giai quyet)?|(?:can|phai) giai quyet"
    "|dua ra hoa giai|tong",
    "new": "phat sinh|moi|trong ky",
}
"""The words that say at which stage of handling a count was taken, folded."""
_LABELS = tuple((stage, re.compile(rf"\b(?:{words})\b")) for stage, words in _STAGES.items())
_CARRIED = re.compile(rf"\b(?:{_STAGES['opening']})\b")
_OPENING = tuple((stage, re.compile(rf"\s*\w+(?: \w+)?\s*\b(?:{words})\b")) for stage, words in _STAGES.items())
_WORDS_BEFORE = re.compile(r"[,;(]|\bva\b(?! (?:rut|tu choi|dung|tra))")
_WORDS_BEHIND = re.compile(r"[,;()]|\d")
_AMONG = re.compile(r"(?:^|\W)trong(?: so| tong so)?\s*$")  # "trong 12 mô hình, đã hoàn thành 5, đang làm 7"
_DOUBT = "Không xác định được số nào trong các số này cần xem lại."
_ONLINE = re.compile(
    r"\b(?:truc tuyen|truc tiep|qua buu|tang|giam|so voi|uoc|muc tieu|chi tieu|ke hoach|nam truoc|cung ky)\b"
)


def label(q: Quantity) -> str:
    """Which stage of handling a quantity counts, "" where its words do not say."""
    words = _WORDS_BEFORE.split(q.left)[-1]
    after = _WORDS_BEHIND.split(q.right)[0]
    if _ONLINE.search(words):
        return "other"
    best, reach = ("", -1), 0
    for name, pattern in _LABELS:
        for m in pattern.finditer(words):
            longer = m.end() == best[1] and m.end() - m.start() > reach
            if (m.end() > best[1] or longer) and not (best[0] == "late" and name in ("settled", "pending", "unbegun")):
                best, reach = (name, m.end()), m.end() - m.start()
    if (
        best[0] == "received"
        and re.search(r"\bphat sinh\b", words)
        and re.search(r"\bton\b", fold(q.block.text[max(0, q.start - 60) : q.start]))
    ):
        return "new"
    if not best[0]:
        for name, pattern in _OPENING:
            if pattern.match(after):
                return name
    return best[0]


def flow_checks(report: Report, blocks: dict[str, list[Quantity]]) -> Iterator[Check]:
    """The balance of every passage of running text that counts received, settled and pending of one unit."""
    carried = {b.section for b in report.blocks if b.table is None and _CARRIED.search(fold(b.text))}
    for block in report.blocks:
        if block.table is not None or block.id not in blocks:
            continue
        for stretch in _stretches(block, blocks[block.id]):
            yield from _balance(report, stretch, carried=block.section in carried)


def kind_checks(report: Report, blocks: dict[str, list[Quantity]]) -> Iterator[Check]:
    """A sentence's totals against a footnote that goes through the kinds: "Đơn khiếu nại: …; Đơn tố cáo: …"."""
    for note in report.footnotes:
        items = _kinds(note, blocks.get(note.id, []))
        if len(items) < 2 or not note.anchor:
            continue
        anchor = report.block(note.anchor)
        mark = next((m.offset for m in anchor.notes if m.number == note.number), len(anchor.text))
        start = max((m.end() for m in re.finditer(r"[.;]\s", anchor.text[:mark])), default=0)
        unit = items[0][0].unit
        for q in blocks.get(anchor.id, []):
            if not start <= q.start < mark or q.unit != unit or q.depth or q.pair >= 0:
                continue
            stage = label(q)
            if stage not in ("received", "settled", "pending"):
                continue
            parts = [p for p in (_of_stage(item, stage) for item in items) if p is not None]
            if len(parts) == len(items) or (stage == "pending" and parts and total(parts) == q.value):
                wrong = total(parts) != q.value
                yield sum_check(report, q, parts, "cộng theo từng loại ở chú thích", doubt=_DOUBT if wrong else "")


def _kinds(note: Block, counted: list[Quantity]) -> list[list[Quantity]]:
    """The quantities of a note, one list for each kind it goes through."""
    heads = [m.start(1) for m in re.finditer(r"(?:^|[;.]\s+)([^\W\d_][^:;.\d]{3,60}):\s", note.text)]
    out = []
    for i, start in enumerate(heads):
        end = heads[i + 1] if i + 1 < len(heads) else len(note.text)
        inside = [q for q in counted if start <= q.start < end and not q.percent]
        if inside:
            out.append(inside)
    same = {item[0].unit for item in out}
    return out if len(same) == 1 and len(out) == len(heads) else []


def _of_stage(item: list[Quantity], stage: str) -> Quantity | None:
    pair = next((q for q in item if q.pair >= 0 and q.first), None)
    if stage == "pending":
        return next((q for q in reversed(item) if label(q) == "pending"), None)
    if stage == "settled":
        return pair or next((q for q in item if label(q) == "settled"), None)
    whole = next((q for q in item if label(q) == "received"), None)
    return whole or next((q for q in item if pair is not None and q.start == pair.pair), None) or item[0]


def _stretches(block: Block, counted: list[Quantity]) -> Iterator[list[Quantity]]:
    """Quantities of one unit outside brackets, cut wherever a new count is opened ("Đơn tố cáo: …", "Cấp huyện …")."""
    folded = fold(block.text)
    units = {q.unit for q in counted if q.unit and not q.percent}
    for unit in units:
        run: list[Quantity] = []
        for q in counted:
            if q.percent or q.depth or (q.unit != unit and not (q.unit == "" and run)):
                continue
            gap = folded[run[-1].end : q.start] if run else ""
            if "\n" in gap or (
                run and label(q) in ("received", "opening") and _closed([label(r) for r in run]) and q.pair < 0
            ):
                yield run
                run = []
            run.append(q)
        if run:
            yield run


def _closed(stages: list[str]) -> bool:
    """Whether a count has come to its end, so that the next "tiếp nhận" opens another."""
    return "settled" in stages or ("pending" in stages and "new" not in stages)


def _balance(report: Report, run: list[Quantity], *, carried: bool = False) -> Iterator[Check]:
    """The balance of one count; `carried`: its section tells of what the period before handed on, so that more may come
    out than came in."""
    staged = [(label(q), q) for q in run]
    opening = [q for s, q in staged if s == "opening"]
    new = [q for s, q in staged if s == "new"]
    if not opening and new:
        first = staged[0]
        if first[0] == "pending" and first[1].start < new[0].start:
            opening = [first[1]]
            staged = staged[1:]
    received = [q for s, q in staged if s == "received" and (q.pair < 0)]
    settled = [q for s, q in staged if s == "settled" and (q.pair < 0 or q.first)]
    pending, unbegun = ([q for s, q in staged if s == stage] for stage in ("pending", "unbegun"))
    if not pending:
        pending, unbegun = unbegun, pending
    returned = [q for s, q in staged if s == "returned"]
    if opening and new and received and received[0].start > opening[0].start:
        yield sum_check(report, received[0], [opening[0], new[0]], "tổng số phải giải quyết")
    if not received and opening and new and settled and pending:
        return
    if not received:
        pair = next((q for s, q in staged if s in ("settled", "received") and q.pair >= 0), None)
        whole = next((q for q in run if pair is not None and q.start == pair.pair and not q.first), None)
        if pair is None and not staged[0][0] and _AMONG.search(staged[0][1].left):
            whole = staged[0][1]
        if whole is None:
            return
        received = [whole]
    if not settled or not pending:
        return
    of = next((q for q in run if settled[0].pair >= 0 and q.start == settled[0].pair), None)
    if of is not None:
        received = [of]
    whole = of or (received[-1] if received[-1].start < settled[0].start else received[0])
    parts = [settled[0], pending[-1], *unbegun[-1:], *returned]
    if pending[-1].start < settled[0].start and opening:
        return
    value = total(parts)
    others = [q for s, q in staged if s in ("", "other", "new", "failed") and q not in parts and q is not whole]
    gap = whole.value - value
    rest = [q for s, q in staged if s == "" and q.start > whole.start and q not in parts and q.value == gap and gap]
    if len(rest) == 1:
        parts, value, gap = [*parts, rest[0]], whole.value, gap - gap
    certain = value == whole.value or not any(q.value == gap for q in others)
    if not certain or (carried and not opening and gap < 0):
        return
    if value != whole.value and (
        (whole.start > settled[0].start and whole is not of)
        or (
            len(received) > 1 and all(total([q]) != value for q in received) and received[0].value != received[-1].value
        )
    ):
        match = next((q for q in received if q.value == value), None)
        if match is None:
            return
        whole = match
    yield sum_check(
        report, whole, parts, "tiếp nhận so với đã giải quyết, còn lại và trả lại",
        doubt="" if value == whole.value else _DOUBT,
    )  # fmt: skip

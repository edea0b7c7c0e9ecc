"""Claims in words against the figures they rest on: "có tiến triển" beside a fall, "không có hồ sơ quá hạn" "
"beside some."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.audit.quantities import Quantity, clause_bounds, place
from ingest.figures.clauses import sentences
from ingest.language.fold import content_id, fold
from ingest.ledgers import Finding, FindingKind, Severity
from ingest.report import Block, BlockKind, Report, locate, quote_at

_UP = re.compile(
    r"\b(?:tien trien|tien bo|cai thien|chuyen bien tich cuc|nang len|tang(?! cuong)(?: truong| len| cao| manh|"
    r" so voi| hon| qua| dan)?|cao hon|khoi sac|duoc nang cao|vuot troi)\b"
)
_DOWN = re.compile(r"\b(?:giam(?! (?:ngheo|sat|thoi gian|chi phi))|thap hon|sut giam|tut hang)\b")
_BETTER = re.compile(r"\b(?:tien trien|tien bo|cai thien|chuyen bien tich cuc|khoi sac|nang len|duoc nang cao)\b")
_MEASURED = re.compile(
    r"\b(?:chi so|ty le|ti le|muc do|diem|so luong|so don|so ho so|so luot|so vu|ket qua|xep hang|thu hang)\b"
)
_COMMON = frozenset(
    fold(
        "chỉ số tỷ lệ kết quả của huyện tỉnh xã năm trong và các có được với đến lượng công tác thực hiện đây là "
        "trên địa bàn"
        " người dân cấp đơn vị mức độ cho đạt tiếp tục việc"
    ).split()
)
_NONE = re.compile(
    r"\b(?:khong co|khong con|khong de|khong phat sinh)\s+(?P<what>(?:[a-z]+\s+){0,4}?(?:qua han|tre han|ton dong|"
    r"ton))\b"
)
_LEVEL = re.compile(r"\bcap (?:xa|huyen|tinh|so)\b|\b(?:xa|thi tran|phuong) [a-z]+")
_CHANGE = re.compile(r"\b(?P<way>tang|giam)\s+(?:\w+\s+){0,2}?$")


def claim_findings(report: Report, blocks: dict[str, list[Quantity]]) -> Iterator[Finding]:
    """Claims that the figures beside them, in their sentence, footnote or table row, contradict."""
    for block in report.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE):
            continue
        folded = fold(block.text)
        for start, end in sentences(block.text):
            yield from _direction(report, block, folded, start, end, blocks)
            yield from _absence(report, block, folded, start, end, blocks)


def _direction(
    report: Report, block: Block, folded: str, start: int, end: int, blocks: dict[str, list[Quantity]]
) -> Iterator[Finding]:
    words = folded[start:end]
    up, down = _UP.search(words), _DOWN.search(words)
    if not (up or down) or (up and down) or not _MEASURED.search(words):
        return
    if any(start <= q.start < end for q in blocks.get(block.id, [])):
        return  # the sentence gives figures of its own
    claim = up or down
    assert claim is not None
    subject = _content(words[: claim.start()][-160:])
    evidence: list[Quantity] = []
    for mark in block.notes:
        if start < mark.offset <= end + 1:
            note = next((f for f in report.footnotes if f.number == mark.number), None)
            if note is not None:
                evidence.extend(blocks.get(note.id, []))
    for q in evidence:
        change = _CHANGE.search(q.left)
        if change is None or q.pair >= 0:
            continue
        against = change["way"] == ("giam" if up else "tang")
        a, _ = clause_bounds(q.block.text, q.start, q.end)
        said = _content(fold(q.block.text[a : q.start]))
        if not against or len(subject & said) < 2:
            continue
        # A fall of what is bad is progress.
        if re.search(r"\b(?:qua han|tre han|ton|vi pham|ngheo|khieu nai|to cao)\b", fold(q.block.text[a : q.start])):
            continue
        yield _contradiction(report, block, start, end, q, claim[0])
        return


def _contradiction(report: Report, block: Block, start: int, end: int, q: Quantity, claim: str) -> Finding:
    where = locate(report, block, start, end)
    there = place(report, q)
    change = _CHANGE.search(q.left)
    way = "giảm" if change and change["way"] == "giam" else "tăng"
    unit = "%" if q.percent and "%" not in q.text else ("" if q.percent else f" {q.unit}")
    sentence = quote_at(block, start, end)
    at = fold(sentence).find(claim)
    spoken = sentence[at : at + len(claim)] if at >= 0 else claim
    shown = q.block.text[q.start : q.end + (1 if q.percent and "%" not in q.text else 0)]
    return Finding(
        content_id("d", "claim", report.id, block.id, start), FindingKind.CLAIM, Severity.WARNING,
        f"Nhận định “{spoken}” không khớp với số liệu kèm theo: {way} "
        f"{shown}{'' if q.percent else unit and q.block.text[q.end:q.end + len(unit)]}. "
        "Không xác định được nhận định nói về chỉ số nào trong câu.",
        spoken, f"{way} {shown}", (q.figure,) if q.figure else (), (where, there),
        (sentence, quote_at(q.block, there.start, there.end)),
    )  # fmt: skip


def _absence(
    report: Report, block: Block, folded: str, start: int, end: int, blocks: dict[str, list[Quantity]]
) -> Iterator[Finding]:
    claim = _NONE.search(folded, start, end)
    if claim is None:
        return
    state = claim["what"].split()[-2:] if claim["what"].split()[-1] == "han" else claim["what"].split()[-1:]
    wanted = " ".join(state)
    subject = _content(folded[start : claim.end()]) - set(state) - {"khong", "con", "de"}
    levels = set(_LEVEL.findall(folded[start:end]))
    section = block.section.split(".")[0]
    for id, counted in blocks.items():
        other = report.block(id)
        if other.section.split(".")[0] != section:
            continue
        for q in counted:
            near = re.search(rf"\b{wanted}\b[^,;()]{{0,14}}$", q.left) or re.match(
                rf"\s*\w+(?: \w+)? {wanted}\b", q.right
            )
            if (
                not near
                or q.percent
                or q.value == 0
                or q.pair >= 0
                or re.search(r"\b(?:khong|giam|tang)\b", q.left[-40:])
            ):
                continue
            a, b = clause_bounds(q.block.text, q.start, q.end)
            there_said = fold(q.block.text[max(0, a - 200) : b])
            shared = subject & _content(there_said)
            if len(shared) < max(2, len(subject) / 2) or set(_LEVEL.findall(there_said)) != levels:
                continue
            where, there = locate(report, block, start, end), place(report, q)
            yield Finding(
                content_id("d", "absence", report.id, block.id, start), FindingKind.CLAIM, Severity.WARNING,
                f"Nhận định “{block.text[claim.start() : claim.end()]}” không khớp với con số {q.text} nêu ở "
                f"{there.label}. "
                "Không xác định được hai chỗ có nói về cùng một phạm vi hay không.",
                block.text[claim.start() : claim.end()], q.text, (q.figure,) if q.figure else (), (where, there),
                (quote_at(block, start, end), quote_at(q.block, there.start, there.end)),
            )  # fmt: skip
            return


def _content(folded: str) -> set[str]:
    return {w for w in re.findall(r"[a-z]{2,}", folded)} - _COMMON

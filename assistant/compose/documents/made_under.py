"""Under which document a report itself is made: the letter that asked for it, the plan that it follows; told by the
words that open it ("Thực hiện Công văn số …, Ủy ban nhân dân huyện báo cáo …").
"""

from __future__ import annotations

import re

from assistant.question import Question
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.letters import UPPER
from ingest.language.sentences import sentences
from ingest.report import Block, BlockKind, Report

PAPER = r"(?:van ban|cong van|ke hoach|quyet dinh|thong bao|cong dien|nghi quyet|thong tu|nghi dinh)"
PAPER_EN = r"(?:official )?(?:letter|dispatch|document|notice|request|plan|decision|circular)"
_ASKS_EN = r"(?:asked|asks|called|calls|required|requires|requested|requests|ordered|instructed|told|directed|obliged)"
_MADE_EN = r"(?:prepared|written|made|drawn up|compiled|drafted|issued|based|produced|submitted)"
_WHICH = rf"\b{PAPER} (?:nao|gi|so may|so nao|so bao nhieu)\b"
NAMED_EN = {"letter": "cong van", "dispatch": "cong van", "plan": "ke hoach", "decision": "quyet dinh",
            "notice": "thong bao"}  # fmt: skip
MADE_UNDER = guarded(
    rf"bao cao[^,;?]{{0,120}}\b(?:duoc )?(?:lap|lam|viet|soan|xay dung|trinh|nop)\b(?! (?:ke hoach|danh sach))"
    rf"[^,;?]{{0,30}}\b(?:theo|can cu|dua tren|tren co so|thuc hien)\b.{{0,25}}{_WHICH}|"
    rf"bao cao(?: nay)?(?: duoc)? (?:gui|thuc hien)\b.{{0,40}}\b(?:theo|can cu|dua tren|tren co so)\b.{{0,25}}{_WHICH}|"
    rf"\b{PAPER} nao (?:da )?(?:yeu cau|de nghi)(?: \w+){{0,4}}? bao cao\b|"
    rf"bao cao.{{0,40}}\btheo (?:yeu cau|de nghi)(?: neu)? (?:cua |tai |o |trong )?{PAPER} nao\b|"
    rf"\b{PAPER} (?:nao|gi|so may)\b[^?.;]{{0,40}}\b(?:yeu cau|de nghi|giao)(?: \w+){{0,5}}? "
    r"bao cao(?: nay\b|\W*$)|"
    rf"\b(?:which|what) {PAPER_EN} {_ASKS_EN}(?: for)?(?: the| this)? report\b|"
    rf"\b(?:which|what) {PAPER_EN} {_ASKS_EN}(?: (?!report)\w+){{0,6}} (?:this|the) report\b|"
    rf"\breport\b.{{0,80}}\b(?:which|what) {PAPER_EN} {_ASKS_EN}(?: for)? it\b|"
    rf"\b(?:which|what) {PAPER_EN} (?:is|was|does|did) (?:this|the) (?:[\w’'/-]+ ){{0,9}}report"
    r"(?: (?:on|for) [^?;]{3,60})? "
    rf"(?:a |an |{_MADE_EN} )?(?:in )?(?:response|reply|answer|respond|under|on|following|pursuant)\b|"
    rf"\b(?:under|in response to|following|on the basis of) (?:which|what) {PAPER_EN} (?:is|was) "
    rf"(?:this|the) [^?;]{{0,80}}\breport\b[^?;]{{0,60}}\b{_MADE_EN}\b|"
    rf"\breport\b.{{0,60}}\b(?:in response to|at the request of|requested (?:by|in)|asked for (?:by|in)|"
    rf"{_MADE_EN} under) (?:which|what) {PAPER_EN}"
)
_OPENS = re.compile(r"\W*(?:Thực hiện|Căn cứ|Theo|Triển khai|Trên cơ sở|Thi hành|Chấp hành|Tiếp theo|Phúc đáp)\b")
_REPORTS = re.compile(rf",\s+(?=[{UPPER}][^,;]*\b(?:báo cáo|xin báo cáo|trân trọng báo cáo)\b(?! số)(?<!nghe báo cáo))")
_SORT = re.compile(rf"\b({PAPER}) (?:nao|gi|so may|so nao|so bao nhieu)\b|\b(?:which|what) ({PAPER_EN})")


def made_under(question: Question, report: Report) -> list[tuple[Block, int, int]]:
    """The opening words of a report that say under which documents it is made ("Thực hiện Công văn số …"), up to who
    reports; of several those of the sorts that are asked for. None where it opens otherwise or names none of them."""
    asked = [vi or next((kind for en, kind in NAMED_EN.items() if en in named), "")
             for vi, named in _SORT.findall(fold(question.clear))]  # fmt: skip
    sorts = [] if "van ban" in asked else [kind for kind in asked if kind]
    for block in report.blocks:
        if block.kind is BlockKind.HEADING:
            return []
        if block.kind is BlockKind.PARAGRAPH and _OPENS.match(block.text):
            first = next((z for a, z in sentences(block.text)), len(block.text))
            stop = _REPORTS.search(block.text, 0, first)
            end = stop.start() if stop is not None else first
            starts = [0, *(m.end() for m in re.finditer(r";\s+", block.text[:end]))]
            clauses = [(block, a, z) for a, z in zip(starts, [*starts[1:], end], strict=True)]
            held = [c for c in clauses if any(kind in fold(block.text[c[1] : c[2]]) for kind in sorts)]
            return held if sorts else clauses
    return []

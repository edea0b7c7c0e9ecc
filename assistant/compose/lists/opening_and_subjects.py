"""What every plan says at fixed places: the papers it is made under, above its first heading, and whom it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.citing import Draft
from assistant.compose.lists.whole import say_members
from assistant.compose.material import Material
from assistant.evidence.statements import ReportIndex, keys
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.report import Block, BlockKind

WORDS, WORDS_OF_BASES = 150, 90
_BASES_ASKED = re.compile(
    r"\bcan cu (?:vao )?(?:(?:nhung|cac) )?(?:van ban|co so|quy dinh|can cu|luat|phap ly|dau)(?: \w+){0,2} ?"
    r"(?:nao|gi|phap ly)\b|\b(?:can cu|co so) phap ly\b[^?]{0,80}\b(?:gi|nao)\b|"
    r"\b(?:dua tren|can cu) (?:nhung|cac) (?:van ban|can cu) (?:nao|gi)\b|"
    r"\b(?:legal (?:bases|basis|grounds)|"
    r"(?:which|what) (?:documents?|papers?|laws?) (?:is|are|was|were) .{2,60} based on)\b"
)
_ISSUER_ASKED = re.compile(r"\b(?:nao|gi) (?:do |cua )((?:\w+ ?){1,5}?)(?: ban hanh)?\W*$")
_BASIS = re.compile(r"\W*can cu\b")
_SUBJECTS_ASKED = guarded(
    r"\b(?:tap the|ca nhan|nhung ai|ai|don vi|co quan|to chuc)(?: nao)? (?:la|thuoc|nam trong)(?: dien| cac)? "
    r"doi tuong\b|\bdoi tuong (?:\w+ ){0,4}(?:la|gom|bao gom|gom co)(?: nhung| cac)? "
    r"(?:tap the |ca nhan |co quan |don vi )?(?:nao|gi|ai)\b|"
    r"\b(?:tap the|ca nhan|nhung ai|don vi|co quan) nao (?:duoc |co the )?"
    r"(?:tham gia|du|dang ky) (?:phong trao |cuoc )?thi dua\b|"
    r"\b(?:who|which (?:\w+ ){0,3}(?:collectives?|individuals?|groups|agencies|units))\b[^?]{0,40}"
    r"\b(?:take part|participate|compete|be eligible|are eligible)\b"
)
_HEADING = re.compile(r"\W*(?:[ivx]+|\d+|[a-z])?[.)]?\s*doi tuong\b(?P<rest>[^:,]{0,40})")
_KINDS = (
    (re.compile(r"\btap the\b|\bcollectives?\b"), re.compile(r"\W*(?:[a-z]|\d+)?[.)]?\s*(?:doi voi )?tap the\b")),
    (re.compile(r"\bca nhan\b|\bindividuals?\b"), re.compile(r"\W*(?:[a-z]|\d+)?[.)]?\s*(?:doi voi )?ca nhan\b")),
)


def answer_bases(t: Material) -> Draft | None:
    """The papers under which the one plan at hand is made that the question speaks of, in the order of its opening."""
    asked = fold(t.question.clear)
    if not _BASES_ASKED.search(asked) or t.question.documents:
        return None
    held = [(i, [(b, 0, len(b.text)) for b in _opening(i) if _BASIS.match(fold(b.text))]) for i in t.indexes]
    held = [(i, lines) for i, lines in held if len(lines) > 1 and _is_meant(t.question, i, t.lexicon)]
    if len(held) != 1:
        return None
    index, lines = held[0]
    issuer = _ISSUER_ASKED.search(asked)
    of_issuer = [line for line in lines if issuer is not None and f" cua {issuer[1]} " in f"{fold(line[0].text)} "]
    return say_members(index, of_issuer or lines, WORDS_OF_BASES)


def answer_subjects(t: Material) -> Draft | None:
    """Whom a plan is for, from under the heading of that; the collectives or the individuals alone where these are
    asked for."""
    asked = fold(t.question.clear)
    if not _SUBJECTS_ASKED.search(asked):
        return None
    found = [
        (i, members) for i in t.indexes if (members := _subjects(i, asked)) and _is_meant(t.question, i, t.lexicon)
    ]
    return say_members(*found[0], WORDS) if len(found) == 1 else None


def _subjects(index: ReportIndex, asked: str) -> list[tuple[Block, int, int]]:
    blocks = index.report.blocks
    opens = next(
        (b for b in blocks if b.kind in {BlockKind.HEADING, BlockKind.ITEM} and _HEADING.match(fold(b.text))), None
    )
    if opens is None:
        return []
    if ":" in opens.text and opens.text.partition(":")[2].strip():
        return [(opens, 0, len(opens.text))]
    under = [
        b
        for b in blocks
        if b.section.startswith(f"{opens.section}.") or (b.section == opens.section and b is not opens)
    ]
    under = [b for b in under if b.kind in {BlockKind.HEADING, BlockKind.ITEM, BlockKind.PARAGRAPH}]
    for wanted, heads in _KINDS:
        if wanted.search(asked) and not any(w.search(asked) for w, _ in _KINDS if w is not wanted):
            own = next((b for b in under if heads.match(fold(b.text))), None)
            if own is not None:
                under = [
                    b for b in under if b is own or b.section == own.section or b.section.startswith(f"{own.section}.")
                ]
    told = [b for b in under if not (b.kind is BlockKind.HEADING and b.text.rstrip(" ").endswith(":"))]
    return [(b, 0, len(b.text)) for b in told]


def _opening(index: ReportIndex) -> Sequence[Block]:
    """The paragraphs above the first heading."""
    found = []
    for block in index.report.blocks:
        if block.kind is BlockKind.HEADING:
            break
        if block.kind is BlockKind.PARAGRAPH:
            found.append(block)
    return found


def _is_meant(question: Question, index: ReportIndex, lexicon: Lexicon) -> bool:
    """Whether a question says a compound of the paper's title; "kế hoạch" alone tells none."""
    title = {k for k in index.title | keys(lexicon, index.report.title) if " " in k}
    return any(title & set(w.keys) for w in question.wanted)

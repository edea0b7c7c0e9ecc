"""Of what kind things are, told by the clause that names them one after another: "In which fields was advice given?",
"… thuộc các lĩnh vực Hộ tịch, Đất đai, Xây dựng"."""

from __future__ import annotations

import re

from assistant.asked.kinds import Kind
from assistant.asked.restating import compares
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.wording import quoted
from assistant.question import Question
from ingest.language.fold import fold

LOOKED_AT = 24  # statements that may name them
NEAR = 0.2  # of the best coverage: so much less may the clause say that names them
ITEM_WORDS = 8  # of one that is named
_ASKED = re.compile(
    r"\b(?:nhung|cac|thuoc|trong|o|ve|qua|bang) (?P<what>linh vuc|mang|mat|phuong dien|nganh|nhom|hinh thuc|"
    r"cach(?: thuc)?|nga|loi|loai|kenh) (?:nao|gi)\b"
)
_ASKED_EN = re.compile(r"\b(?:which|what)(?: [a-z]+)? (?:fields|areas|sectors|matters|subjects)\b")
_WRITTEN = {  # as reports name the kind that is asked for
    "mang": "linh vuc", "mat": "linh vuc", "phuong dien": "linh vuc", "nganh": "(?:linh vuc|nganh)",
    "cach": "hinh thuc", "cach thuc": "hinh thuc", "nga": "hinh thuc", "loi": "hinh thuc",
}  # fmt: skip
_NO_ITEM = re.compile(
    r"^(?:được|có|do|của|thuộc|trên|trong|theo|đã|liên quan|khác|này|đó|nêu|còn|chưa|phải|mà|đang|để|như sau)\b",
    re.IGNORECASE,
)


def answer_enumerated(t: Material) -> Draft | None:
    """The clause that names the kinds asked for; None where the question asks for none, or nothing near the best
    evidence names two."""
    question = t.question
    what = "" if t.numeric else _kind_asked(question)
    best = t.texts if what else []
    if not best:
        return None
    top = max(c.coverage for c in best)
    for candidate in best[:LOOKED_AT]:
        if candidate.statement.row is not None or candidate.coverage < top - NEAR:
            continue
        span = _named(candidate.statement.quote, what)
        if span is not None:
            draft = Draft()
            key = draft.cite_statement(candidate.index, candidate.statement)
            draft.say(quoted(span, question.language), key)
            return draft
    return None


def _kind_asked(question: Question) -> str:
    """The Vietnamese noun, folded, of what is asked for by name; "" where a number, a leader or a document is."""
    if question.is_(Kind.FIGURE, Kind.EXTREME, Kind.DOCUMENT, Kind.YES_NO, Kind.AUDIT) or compares(question):
        return ""
    if question.language == "en":
        return "linh vuc" if _ASKED_EN.search(fold(question.clear)) and not question.is_(Kind.WHO) else ""
    asked = _ASKED.search(fold(question.clear))
    if asked is not None and question.is_(Kind.WHO) and asked["what"] != "nganh":
        return ""
    return _WRITTEN.get(asked["what"], asked["what"]) if asked is not None else ""


def _named(quote: str, what: str) -> str | None:
    """The clause of a quote that names two or more of a kind, cut where it is: "…"."""
    folded = fold(quote)
    for at in re.finditer(rf"\b(?:cac|nhung|gom|nhu) {what}\b(?: gom| nhu| la)?:?\s", folded):
        end = min((i for i in (folded.find(c, at.end()) for c in (";", ". ")) if i >= 0), default=len(quote))
        items = [i.strip(" .…") for i in re.split(r",| và ", quote[at.end() : end])]
        items = [i for i in items if i]
        if len(items) < 2 or _NO_ITEM.match(items[0]) or len(items[0].split()) > ITEM_WORDS:
            continue
        start = max(quote.rfind(", ", 0, at.start()), quote.rfind("; ", 0, at.start())) + 1
        piece = " ".join(quote[start:end].split()).strip(" ,;")
        return f"{'…' if start else ''}{piece}"
    return None

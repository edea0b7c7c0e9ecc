"""Whether a deadline and what came of it are asked for together: "hạn đến ngày nào và thực tế xong khi nào"."""

from __future__ import annotations

from assistant.asked.looked_for import looked_for

_WHEN = r"(?:ngay|thang|khi|luc|hom) nao|bao gio"
_TERM = looked_for(
    rf"\b(?:yeu cau|han|thoi han|dat ra|giao|phai|dat muc|an dinh)\b[^?;]{{0,80}}\b(?:{_WHEN})\b|"
    r"\b(?:deadline|due|by when|by (?:what|which) (?:date|day)|required|supposed|meant|asked)\b"
)
_DONE = r"(?:lam xong|xong|hoan thanh|ket thuc|hoan tat)"
_KEPT = looked_for(
    rf"\b(?:thuc te|roi|sau do)\b[^?;]{{0,50}}\b{_DONE}\b(?: (?!truoc\b)\w+){{0,3}}? (?:{_WHEN})\b|"
    rf"\b(?:{_WHEN})\b[^?;]{{0,40}}\b(?:va|con)\b(?: da| duoc| no)*(?: {_DONE})\b"
    rf"(?: (?!truoc\b)\w+){{0,3}}? (?:{_WHEN})\b|"
    r"\b(?:co|da) (?:kip|dung han|som|tre|cham)(?: han)?\b|\bkip (?:han )?khong\b|"
    r"\b(?:actual(?:ly)?|in fact|when was (?:it|this|that|the \w+)(?: actually)? (?:completed|finished|done|ready)|"
    r"was (?:it|this|that|the \w+) (?:completed|finished|done|kept|met|ready))\b"
)


def asks_deadline_kept(folded: str) -> bool:
    """Whether a folded question asks until when a thing was to be done, and when or whether it was."""
    return _TERM(folded) and _KEPT(folded)

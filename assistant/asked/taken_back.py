"""Which of two numbers holds, and why a later report tells another: a figure that may have been taken back."""

from __future__ import annotations

from assistant.asked.looked_for import looked_for
from ingest.language.guarded import guarded

NUMBER = r"\d+(?:[.,]\d+)*"
_EITHER = guarded(  # "là 512 hay 498 hộ", "is it 512 or 498"
    rf"(?<![\w/.,-])(?P<one>{NUMBER})(?: (?!hay\b|hoac\b|or\b)[a-z]+){{0,4}},? (?:hay|hoac|or)(?: la)? "
    rf"(?:(?P<other>{NUMBER})(?![\w/.,-]*\d)|(?:mot |con )*so (?:nao )?khac\b|(?:another|a different|some other)\b)"
)
_FROM_TO = guarded(  # "sửa từ 512 xuống 498", "revised from 512 to 498"
    rf"\b(?:sua|dieu chinh|dinh chinh|chinh|doi)(?: lai)? tu (?P<one>{NUMBER})(?: [a-z]+){{0,4}}? "
    rf"(?:xuong|thanh|sang|len|con)(?: con)? (?P<other>{NUMBER})(?!\w|[/-])|"
    rf"\b(?:revised|corrected|restated|adjusted|changed)\b[^?;]{{0,60}}?\bfrom (?P<one_en>{NUMBER}) "
    rf"(?:[a-z]+ ){{0,3}}?to (?P<other_en>{NUMBER})(?!\w|[/-])"
)
asks_why_other = looked_for(  # why one report tells another number than the one before did
    r"\b(?:vi sao|tai sao|sao lai|ly do|nguyen nhan|why|what explains)\b"
    r"(?=.*\b(?:khac|lech|chenh|khong (?:khop|giong)|thap hon|cao hon|it hon|nhieu hon|differ\w*|lower|higher|smaller|"
    r"larger|not the same)\b)"
    r"(?=.*\bbao cao (?:cua )?(?:thang|quy|ky|truoc|sau)\b.*\bbao cao (?:cua )?(?:thang|quy|ky|truoc|sau)\b|"
    r".*\breports?\b.*\breports?\b)"
)


def numbers_put(folded: str) -> tuple[str, ...]:
    """The numbers between which a folded question asks which holds, or of which it says that one took the place of the
    other, as typed; one where the other is "con số khác"; () where it puts none."""
    found = _EITHER.search(folded) or _FROM_TO.search(folded)
    return tuple(n for n in found.groups() if n) if found is not None else ()

"""A greeting or thanks is no question: it is met with what may be asked, and nothing is searched for it."""

from __future__ import annotations

import re

from assistant.claims import Language
from ingest.language.fold import fold

_VIETNAMESE = re.compile(
    r"(?:(?:xin |kinh )?chao|alo|(?:xin |rat )?(?:cam on|cam ta)|tam biet|hen gap lai)"
    r"(?: (?:ban|em|anh|chi|thay|co|bac|moi nguoi|tro ly|nhe|nha|nhieu|a|da|rat|lam|tat ca))*"
)
_ENGLISH = re.compile(
    r"(?:hello|hi|hey|good (?:morning|afternoon|evening)|thanks?(?: you)?|bye|goodbye)"
    r"(?: (?:there|all|everyone|very|so|much|a|lot|again|assistant))*"
)
REPLY: dict[Language, str] = {
    "vi": "Xin chào! Tôi trả lời từ các báo cáo trong kho: hãy hỏi một số liệu, một văn bản hay một nội dung.",
    "en": "Hello! I answer from the reports in the store: ask for a figure, a document or a passage.",
}


def greets(text: str) -> Language | None:
    """The language of a text that only greets, thanks or takes leave; None for any other."""
    words = " ".join(re.findall(r"\w+", fold(text)))
    if _VIETNAMESE.fullmatch(words):
        return "vi"
    return "en" if _ENGLISH.fullmatch(words) else None

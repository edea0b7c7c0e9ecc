"""The article of a document that a report applies: "điểm a khoản 1 Điều 9 Nghị định số …"."""

from __future__ import annotations

import re

from assistant.compose.citing import Draft
from assistant.evidence.statements import ReportIndex
from ingest.ledgers import Mention, Reference

_ASKED = re.compile(r"\b(?:dieu|khoan|diem) (?:nao|may|bao nhieu)\b|\b(?:article|clause|point|provision)s?\b")
_CITED = re.compile(r"(?:điểm \w+,? )?(?:khoản \d+,? )?điều \d+\w?(?: của|,)? $", re.IGNORECASE)


def asks_article(folded: str) -> bool:
    """Whether a folded question asks for an article, a clause or a point."""
    return _ASKED.search(folded) is not None


def tell_article(draft: Draft, index: ReportIndex, reference: Reference, told: Mention) -> None:
    """Says the article that stands before a document where the report applies it, first where it is `told`; nothing
    where it names none."""
    for mention in sorted(reference.mentions, key=lambda m: m != told):
        locator = mention.locator
        block = index.report.block(locator.block)
        cited = _CITED.search(block.text[: locator.start])
        if cited is not None:
            key = draft.cite(index, block, cited.start(), locator.end)
            draft.say(" ".join(cited[0].split()), key)
            return

"""Whether the text layer of a PDF page can be trusted, and old encodings in it put right."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.language.legacy import decode_legacy, looks_legacy
from ingest.readers.layout.sheet import Sheet, Word
from ingest.readers.pdfium import PageText

_PRIVATE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08]")
_CID = re.compile(r"\(cid:\d+\)")
_LEGACY_FONT = re.compile(r"(?:^|\+)(?:\.?Vn[A-Z]|VNI[-_ ])")
_A_SCAN = 0.5
_A_STAMP = 200


def is_bad(page: PageText) -> bool:
    """Whether the page must be read from its image: no text, only a stamp's, or signs that are no letters.

    An invisible layer that another program laid over a scan is kept where it is Vietnamese: about a quarter of the
    letters of Vietnamese carry marks; a layer read in another language has next to none.
    """
    words = page.sheet.words
    letters = sum(len(w.text) for w in words)
    if page.covered >= _A_SCAN and letters - page.unseen < _A_STAMP and page.unseen <= letters / 2:
        return True
    if not letters:
        return False
    text = " ".join(w.text for w in words)
    strange = len(_PRIVATE.findall(text)) + sum(len(m) for m in _CID.findall(text))
    if strange > 0.05 * letters:
        return True
    if page.covered >= _A_SCAN and page.unseen > letters / 2:
        alphabetic = [ch for ch in text if ch.isalpha()]
        marked = sum(1 for ch in alphabetic if not ch.isascii())
        return len(alphabetic) > 60 and marked < 0.12 * len(alphabetic)
    return False


def mended(page: PageText) -> Sheet:
    """The sheet of a page, text in old Vietnamese encodings (TCVN3, VNI) converted."""
    sheet = page.sheet
    text = " ".join(w.text for w in sheet.words)
    if text.isascii() or not (looks_legacy(text) or any(_LEGACY_FONT.search(f) for f in page.fonts)):
        return sheet
    if not looks_legacy(text):
        return sheet
    words: list[Word] = []
    for w in sheet.words:
        if words and w.glued and w.key == words[-1].key + 1 and w.size == words[-1].size:
            last = words[-1]
            words[-1] = replace(
                last,
                key=w.key,
                text=last.text + w.text,
                x1=max(last.x1, w.x1),
                y0=min(last.y0, w.y0),
                y1=max(last.y1, w.y1),
            )
        else:
            words.append(w)
    return replace(sheet, words=tuple(replace(w, text=decode_legacy(w.text)) for w in words))

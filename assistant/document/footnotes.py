"""The footnotes part: real Word footnotes, with the two separators that Word asks for."""

from __future__ import annotations

from assistant.document.markup import Element, text_run, w


def footnotes(texts: list[str]) -> Element:
    """The part: separators as -1 and 0, then the notes from 1 in the order of their references."""
    root = w("footnotes", _separator(-1, "separator"), _separator(0, "continuationSeparator"))
    for number, text in enumerate(texts, start=1):
        note = w("footnote", id=number)
        for index, paragraph in enumerate(text.split("\n")):
            runs = [text_run(" " + paragraph if index == 0 else paragraph)]
            if index == 0:
                runs.insert(0, w("r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteRef")))
            note.append(w("p", w("pPr", w("pStyle", val="FootnoteText")), *runs))
        root.append(note)
    return root


def settings() -> Element:
    """The settings part: names the separators, and keeps layout as current versions of Word do it."""
    compatibility = w(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15"
    )
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
        w("compat", compatibility),
        w("themeFontLang", val="vi-VN"),
    )


def _separator(number: int, kind: str) -> Element:
    properties = w("pPr", w("spacing", after=0, line=240, lineRule="auto"), w("ind", firstLine=0))
    return w("footnote", w("p", properties, w("r", w(kind))), type=kind, id=number)

"""The golden facts of a sample: gathered from the marks its author set, never from a reader of the product.

Section ids are said as a reader would say them ("IV.3", "V.2.1", "Phụ lục I.2"); footnotes are numbered in the order of
their anchors; table rows and columns count from 1, the row from the first one under the header, code row included.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from samples.content import Content, H, P, Part, T
from samples.marked import Marked, read, value_of

NUMBER = re.compile(r"^([IVX]+|\d+(?:\.\d+)*)[.)]\s+")
ITEM = re.compile(r"^(?:\d+\.|-)\s")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
NUMERIC = re.compile(r"\d[\d.,]*%?")
ANCHOR_WORDS = 4


def truth_of(content: Content) -> dict[str, Any]:
    """Everything that is true of a report, as plain JSON."""
    teller = _Teller(content)
    for part in content.body:
        teller.part(part, "")
    for index, appendix in enumerate(content.appendices):
        label = "Phụ lục" if len(content.appendices) == 1 else f"Phụ lục {ROMAN[index]}"
        teller.section = label
        teller.sections.append({"id": label, "number": label, "heading": appendix.title.upper(), "level": 1})
        for part in appendix.parts:
            teller.part(part, label)
    letterhead = content.letterhead
    return {
        "report": content.name,
        "title": letterhead.subject,
        "kind": "Báo cáo",
        "issuer": letterhead.name,
        "superior": letterhead.superior.upper(),
        "place": content.place,
        "period": content.period,
        "number": letterhead.number,
        "date": letterhead.day.isoformat() if letterhead.day else "",
        "addressees": list(letterhead.addressees),
        "signer": content.signature.name,
        "recipients": list(content.recipients),
        "sections": teller.sections,
        "paragraphs": teller.paragraphs,
        "footnotes": teller.footnotes,
        "tables": teller.tables,
        "references": teller.references(),
        "figures": teller.figures,
        "planted": [asdict(planted) for planted in content.planted],
    }


class _Teller:
    """Walks the parts in reading order."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.section = ""
        self.sections: list[dict[str, Any]] = []
        self.paragraphs: list[dict[str, Any]] = []
        self.footnotes: list[dict[str, Any]] = []
        self.tables: list[dict[str, Any]] = []
        self.figures: list[dict[str, Any]] = []
        self.mentions: dict[str, list[dict[str, Any]]] = {}

    def part(self, part: Part, appendix: str) -> None:
        if isinstance(part, H):
            self._heading(part, appendix)
        elif isinstance(part, P):
            self._paragraph(part)
        else:
            self._table(part)

    def _heading(self, heading: H, appendix: str) -> None:
        match = NUMBER.match(heading.text)
        number = match[1] if match else heading.text
        if appendix:
            self.section = f"{appendix}.{number}"
        elif heading.level == 1:
            self.section = number
        else:
            # "2.1" under "V" already carries the 2 of its parent.
            self.section = f"{self.section.split('.')[0]}.{number}"
        text = heading.text.upper() if heading.level == 1 else heading.text
        self.sections.append({"id": self.section, "number": number, "heading": text, "level": heading.level})

    def _paragraph(self, paragraph: P) -> None:
        text = read(paragraph.text)
        self.paragraphs.append(
            {"section": self.section, "text": text.text, "item": bool(ITEM.match(text.text)), "notes": []}
        )
        self._facts(text, None)
        for offset, key in text.notes:
            number = len(self.footnotes) + 1
            note = read(self.content.notes[key])
            self.paragraphs[-1]["notes"].append({"offset": offset, "number": number})
            self.footnotes.append(
                {
                    "number": number,
                    "section": self.section,
                    "anchor": " ".join(text.text[:offset].split()[-ANCHOR_WORDS:]),
                    "text": note.text,
                }
            )
            self._facts(note, number)

    def _facts(self, text: Marked, footnote: int | None) -> None:
        for figure in text.figures:
            role = "share" if figure.unit == "%" else "actual"
            self.figures.append(
                {
                    "text": figure.text,
                    "value": str(figure.value),
                    "unit": figure.unit,
                    "indicator": figure.indicator,
                    "period": figure.extra.get("period", self.content.period),
                    "scope": figure.extra.get("scope", ""),
                    "role": figure.extra.get("role", role),
                    "section": self.section,
                    "footnote": footnote,
                    "table": None,
                    "context": text.text[max(0, figure.at - 30) : figure.at + len(figure.text) + 20],
                }
            )
        for document in text.documents:
            place = {"section": self.section, "footnote": footnote, "quote": document.words}
            self.mentions.setdefault(document.key, []).append(place)
            # A document named in the subject of another is mentioned too.
            for key, other in self.content.documents.items():
                if key != document.key and other.number and other.number in document.words:
                    self.mentions.setdefault(key, []).append({**place, "within": document.key})

    def _table(self, told: T) -> None:
        table = told.table
        number = len(self.tables) + 1
        columns = column_labels(told)
        header_rows = len(table.header)
        rows: list[dict[str, Any]] = []
        if table.codes:
            rows.append({"label": "", "code_row": True, "cells": list(table.codes)})
        for cells in table.rows:
            texts: list[str] = []
            for cell in cells:
                texts += [cell] if isinstance(cell, str) else [cell.text] + [""] * (cell.columns - 1)
            label = texts[told.label] if told.label >= 0 else ""
            rows.append({"label": label, "code_row": False, "cells": texts})
        self.tables.append(
            {
                "number": number,
                "section": self.section,
                "title": told.title,
                "header_rows": header_rows,
                "columns": columns,
                "rows": rows,
            }
        )
        for index, row in enumerate(rows, start=1):
            if row["code_row"]:
                continue
            for column, (text, unit) in enumerate(zip(row["cells"], told.units, strict=True), start=1):
                if unit and NUMERIC.fullmatch(text):
                    total = bool(table.total and index == len(rows))
                    self.figures.append(
                        {
                            "text": text,
                            "value": str(value_of(text)),
                            "unit": unit,
                            "indicator": columns[column - 1],
                            "period": self.content.period,
                            "scope": row["label"],
                            "role": "total" if total else ("share" if unit == "%" else "actual"),
                            "section": self.section,
                            "footnote": None,
                            "table": {"number": number, "row": index, "column": column},
                            "context": "",
                        }
                    )

    def references(self) -> list[dict[str, Any]]:
        """Every cited document with its mentions, in order of the first."""
        told = []
        for key, mentions in self.mentions.items():
            document = self.content.documents[key]
            told.append({"key": key, **asdict(document), "mentions": mentions})
        return told


def column_labels(told: T) -> list[str]:
    """One label a grid column: the header levels above it, joined by " › "."""
    width = len(told.table.widths)
    levels: list[list[str]] = [[] for _ in range(width)]
    covered: dict[int, int] = {}
    for cells in told.table.header:
        waiting = list(cells)
        column = 0
        while column < width:
            if covered.get(column, 0):
                covered[column] -= 1
                column += 1
                continue
            cell = waiting.pop(0)
            for at in range(column, column + cell.columns):
                levels[at].append(cell.text.replace("\n", " "))
                covered[at] = cell.rows - 1
            column += cell.columns
    return [" › ".join(level) for level in levels]

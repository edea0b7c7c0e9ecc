"""The golden questions can be trusted: answers pass their own patterns, evidence stands in a sample report."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from samples.build import HERE, REPORTS
from samples.content import Content

FILE = Path(__file__).parents[1] / "golden" / "questions-vinh-trach.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
KEYS = {"id", "lang", "kind", "question", "answer", "accept", "evidence", "locator", "unanswerable"}


def words_of(content: Content) -> str:
    """Everything a report says, single-spaced; the parts are parted by a mark that stands in no quote."""
    facts = json.loads((HERE / "truth" / f"{content.name}.json").read_text(encoding="utf-8"))
    parts = [facts["title"], facts["signer"], *facts["addressees"], *facts["recipients"]]
    if facts["number"] and facts["date"]:
        year, month, day = facts["date"].split("-")
        parts += [f"{facts['number']}/BC-UBND", f"ngày {int(day)} tháng {int(month)} năm {year}"]
    parts += [paragraph["text"] for paragraph in facts["paragraphs"]] + [note["text"] for note in facts["footnotes"]]
    parts += [" ".join(filter(None, row["cells"])) for table in facts["tables"] for row in table["rows"]]
    return " ¦ ".join(" ".join(part.split()) for part in parts)


SAID = {name: words_of(content) for name, content in REPORTS.items()}


def test_there_are_enough_questions_of_every_kind():
    assert len(ROWS) >= 150
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    unanswerable = sum(row["unanswerable"] for row in ROWS)
    assert 0.28 <= unanswerable / len(ROWS) <= 0.4
    assert Counter(row["lang"] for row in ROWS)["en"] >= len(ROWS) / 4
    kinds = {"direct", "footnote", "table_cell", "comparison", "computed", "multihop", "list", "ambiguous", "audit"}
    assert kinds | {"nodiacritics", "typo_abbrev", "draft", "followup", "unanswerable"} <= {row["kind"] for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_answer_passes_its_own_patterns_and_its_evidence_stands_in_a_report(row):
    assert set(row) >= KEYS
    assert all(re.search(pattern, row["answer"], re.I) for pattern in row["accept"])
    assert not any(re.search(pattern, row["answer"], re.I) for pattern in row.get("reject", []))
    assert row["unanswerable"] or row["evidence"]
    sources = [SAID[row["report"]]] if "report" in row else list(SAID.values())
    for quote in row["evidence"]:
        assert any(" ".join(quote.split()) in source for source in sources), quote

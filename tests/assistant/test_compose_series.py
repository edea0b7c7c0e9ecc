"""One figure over a series of monthly reports, in a real store."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.document import write
from ingest.pipeline import read_bytes
from samples.compose import document_of
from samples.series import COMMUNES, monthly
from vectorstore.embedder import Embedder
from vectorstore.library import Library

MONTHS = (1, 2, 3, 5, 6, 7)
PLACE = COMMUNES[0]


def _received(month: int) -> Decimal:
    """The dossiers that the sample of a month tells of, from the figures marked in it."""
    text = " ".join(getattr(part, "text", "") for part in monthly(PLACE, 2025, month).body)
    printed = text.split("Tiếp nhận [")[1].split("|")[0]
    return Decimal(printed.replace(".", ""))


def _add(library: Library, place: str, month: int, name: str = "") -> None:
    content = monthly(place, 2025, month)
    original = write(document_of(content))
    file = f"{name or content.name}.docx"
    library.add(read_bytes(original, file), original, file)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("series"), spelling_embedder) as held:
        for month in MONTHS:
            _add(held, PLACE, month)
        yield held


@pytest.fixture(scope="module")
def assistant(library: Library) -> Assistant:
    return Assistant(library)


def test_the_whole_year_is_the_sum_of_its_months(assistant: Assistant) -> None:
    answer = assistant.ask("Tổng số hồ sơ tiếp nhận cả năm 2025 là bao nhiêu?")
    assert answer.calculation is not None
    assert answer.calculation.value == sum(map(_received, MONTHS))
    assert len(answer.calculation.operands) == len(MONTHS)
    assert len({c.locator.report for c in answer.citations}) == len(MONTHS)


def test_a_month_without_a_report_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("Tổng số hồ sơ tiếp nhận cả năm 2025 là bao nhiêu?")
    assert any("tháng 4/2025" in note for note in answer.notes)


@pytest.mark.parametrize(
    ("question", "which"),
    [
        ("Tháng nào tiếp nhận nhiều hồ sơ TTHC nhất năm 2025?", max),
        ("Tháng nào có số hồ sơ tiếp nhận thấp nhất?", min),
    ],
)
def test_the_month_that_leads_is_named_with_its_figure(assistant: Assistant, question: str, which: object) -> None:
    assert callable(which)
    month = which(MONTHS, key=_received)
    answer = assistant.ask(question)
    assert answer.answer.startswith(f"Tháng {month}/2025: {_received(month)} hồ sơ")


def test_the_mean_is_over_the_reports_held(assistant: Assistant) -> None:
    answer = assistant.ask("Trung bình mỗi tháng tiếp nhận bao nhiêu hồ sơ?")
    assert answer.calculation is not None
    mean = sum(map(_received, MONTHS)) / len(MONTHS)
    assert answer.calculation.value == mean.quantize(Decimal("0.01")).normalize()


def test_months_above_a_mark_are_counted_and_named(assistant: Assistant) -> None:
    mark = sorted(map(_received, MONTHS))[-3]
    over = [m for m in MONTHS if _received(m) > mark]
    answer = assistant.ask(f"Bao nhiêu tháng tiếp nhận trên {mark} hồ sơ?")
    assert answer.answer.startswith(f"{len(over)} tháng")
    assert all(f"Tháng {m}/2025" in answer.answer for m in over)


def test_running_totals_are_never_added_up(assistant: Assistant) -> None:
    answer = assistant.ask("Tổng số tài khoản định danh điện tử đã kích hoạt cả năm 2025?")
    assert answer.calculation is None
    assert answer.answer.startswith(f"Tháng {MONTHS[-1]}/2025")
    assert any("lũy kế" in note for note in answer.notes)


def test_no_mean_is_made_of_running_totals(assistant: Assistant) -> None:
    answer = assistant.ask("Trung bình mỗi tháng kích hoạt bao nhiêu tài khoản định danh?")
    assert answer.abstained
    assert any("lũy kế" in note for note in answer.notes)


def test_another_report_of_a_month_is_not_counted_besides(tmp_path: Path, spelling_embedder: Embedder) -> None:
    with Library.open(tmp_path, spelling_embedder) as library:
        for month in MONTHS:
            _add(library, PLACE, month)
        changed = write(document_of(monthly(PLACE, 2025, MONTHS[0], seed=7)))
        library.add(read_bytes(changed, "later.docx"), changed, "later.docx")
        answer = Assistant(library).ask("Tổng số hồ sơ tiếp nhận cả năm 2025 là bao nhiêu?")
        assert answer.calculation is not None
        assert len(answer.calculation.operands) == len(MONTHS)


def test_reports_of_several_places_are_not_put_together(tmp_path: Path, spelling_embedder: Embedder) -> None:
    with Library.open(tmp_path, spelling_embedder) as library:
        for place in COMMUNES[:2]:
            for month in MONTHS[:3]:
                _add(library, place, month)
        answer = Assistant(library).ask("Tổng số hồ sơ tiếp nhận cả năm 2025 là bao nhiêu?")
        assert answer.abstained
        assert any("nhiều nơi" in note for note in answer.notes)
        named = Assistant(library).ask(f"Tổng số hồ sơ tiếp nhận cả năm 2025 của {PLACE} là bao nhiêu?")
        assert named.calculation is not None
        assert named.calculation.value == sum(map(_received, MONTHS[:3]))


def test_all_of_the_months_that_are_named_are_added(assistant: Assistant) -> None:
    answer = assistant.ask("Tổng số hồ sơ tiếp nhận trong các tháng 5, 6 và 7 năm 2025 là bao nhiêu?")
    assert answer.calculation is not None
    assert answer.calculation.value == sum(_received(month) for month in (5, 6, 7))

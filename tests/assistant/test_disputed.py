"""What is added to a figure that another place of its report, or the figures beside it, gainsay."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Assistant
from assistant.claims import Answer
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN SÔNG TRANH

BÁO CÁO
Kết quả công tác năm 2024

I. KẾT QUẢ
1. Vay vốn

Tỷ lệ giải ngân kế hoạch vốn vay đạt 84,31%. Hộ vay trả nợ đúng hạn đạt 96,15%.

2. Nhà ở

Toàn huyện sửa 45/60 căn nhà dột nát, đạt 57,00%.

3. Trồng cây

Các ấp trồng cây xanh phân tán đạt tỷ lệ sống 90,00% (36/40 cây).

II. ĐÁNH GIÁ

Tỷ lệ giải ngân kế hoạch vốn vay đạt 83,41%. Tỷ lệ sống của cây xanh phân tán đạt 90,00%.
"""


@pytest.fixture(scope="module")
def sample_assistant(sample_library: Library) -> Assistant:
    return Assistant(sample_library)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, spelling_embedder: Embedder) -> Iterator[Assistant]:
    with Library.open(tmp_path_factory.mktemp("disputed"), embedder=spelling_embedder) as library:
        library.add(read_bytes(REPORT.encode(), "song-tranh.txt"), REPORT.encode(), "song-tranh.txt")
        yield Assistant(library)


def _quoted(answer: Answer) -> str:
    return " ".join(citation.quote for citation in answer.citations)


def test_the_value_of_another_place_stands_beside_the_one_it_gainsays(sample_assistant: Assistant) -> None:
    answer = sample_assistant.ask("Tỷ lệ hòa giải thành năm 2024 là bao nhiêu?")
    assert answer.answer.startswith("89,86%")
    assert "Nơi khác trong báo cáo ghi 98,86%" in answer.answer
    assert "89,86%" in _quoted(answer) and "98,86%" in _quoted(answer)
    assert any("ghi khác nhau" in note for note in answer.notes)


def test_the_value_that_the_counts_come_to_leads(sample_assistant: Assistant) -> None:
    answer = sample_assistant.ask("Tỷ lệ hòa giải thành năm 2023 là bao nhiêu?")
    assert answer.answer.startswith("87,20%")
    assert "Nơi khác trong báo cáo ghi 87.02%" in answer.answer


def test_a_share_that_its_counts_do_not_come_to_is_doubted(assistant: Assistant) -> None:
    answer = assistant.ask("Sửa nhà dột nát đạt bao nhiêu phần trăm?")
    assert "57,00%" in answer.answer
    assert any("không khớp với phép tính" in note for note in answer.notes)


def test_a_figure_that_nothing_gainsays_has_no_such_note(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ sống của cây xanh phân tán là bao nhiêu?")
    assert "90,00%" in answer.answer
    assert not answer.notes


def test_of_two_values_that_nothing_decides_between_both_are_given(assistant: Assistant) -> None:
    answer = assistant.ask("Giải ngân kế hoạch vốn vay đạt bao nhiêu phần trăm?")
    assert {"84,31%", "83,41%"} <= set(answer.answer.split())

"""`baocao draft`, `check` and `prompts check` as people and programs run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api import schemas
from api.cli import main

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drafting") / "store"
    with pytest.raises(SystemExit) as left:
        main(["--data-dir", str(folder), "ingest", str(SAMPLES / "vinh-trach-2024.txt")])
    assert left.value.code == 0
    return folder


@pytest.fixture
def baocao(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, store: Path):
    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setenv("BAOCAO_DATA_DIR", str(store))
        with pytest.raises(SystemExit) as left:
            main([str(a) for a in arguments])
        shown = capfd.readouterr()
        assert isinstance(left.value.code, int)
        return left.value.code, shown.out, shown.err

    return run


def test_a_draft_is_the_object_of_the_contract(baocao):
    code, out, _ = baocao("draft", "phuong-huong", "--report", "vinh-trach-2024.txt", "--json")
    draft = schemas.Draft.model_validate_json(out)
    assert code == 0 and draft.prompt == "phuong-huong@1" and draft.mode == "extractive"
    assert set(json.loads(out)) >= {"section", "report", "title", "items", "coverage", "text", "prompt", "mode"}
    assert draft.uncovered == [] and draft.unanswering == []
    assert all(row.answered_by for row in draft.coverage)
    assert all(1 <= n <= len(draft.items) for row in draft.coverage for n in row.answered_by)
    keys = {c.key for item in draft.items for c in item.citations}
    assert keys == set(range(1, len(keys) + 1))


def test_a_draft_for_people_shows_sources_coverage_and_pairings(baocao):
    code, out, _ = baocao("draft", "phuong-huong", "--report", "vinh-trach-2024.txt")
    assert code == 0
    assert "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025" in out and "Đối chiếu" in out and "Gợi ý ghép: cause-1" in out
    assert "mục V.2.1" in out and "CHƯA CÓ Ý TRẢ LỜI" not in out


def test_a_draft_is_written_and_found_in_order(baocao, tmp_path):
    for extra in ([], ["--clean"]):
        file = tmp_path / "du-thao.docx"
        code, out, _ = baocao("draft", "phuong-huong", "--report", "vinh-trach-2024.txt", "--docx", file, *extra)
        assert code == 0 and str(file) in out
        code, out, _ = baocao("check", file)
        assert code == 0 and "không thấy lỗi" in out


def test_a_typed_figure_fills_its_slot_and_an_unknown_slot_is_told(baocao):
    arguments = ("draft", "tiep-cong-dan", "--report", "vinh-trach-2024.txt", "--year", "2025", "--json")
    code, out, _ = baocao(*arguments, "--set", "các cơ quan nhận (đơn)=130", "--set", "không có chỗ này=7")
    draft = schemas.Draft.model_validate_json(out)
    assert code == 0
    assert any("130 đơn" in i.text and "130" in i.typed for i in draft.items)
    assert any("không có chỗ này" in note for note in draft.notes)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["draft", "phan-la", "--report", "vinh-trach-2024.txt"], 1, "Không có phần"),
        (["draft", "phuong-huong", "--report", "khong-co"], 1, "Không có báo cáo"),
        (["draft", "phuong-huong"], 2, "--report"),
        (["draft", "phuong-huong", "--report", "vinh-trach-2024.txt", "--clean"], 2, "--docx"),
        (["draft", "phuong-huong", "--report", "vinh-trach-2024.txt", "--set", "x"], 2, "--set"),
        (["check", str(SAMPLES / "vinh-trach-2024.txt")], 1, "docx"),
        (["check", "khong-co.docx"], 1, "Không mở được"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(baocao, arguments, code, words):
    got, _, err = baocao(*arguments)
    assert got == code and words in err and "Traceback" not in err


def test_prompts_are_checked_with_those_of_the_store(baocao, store):
    code, out, _ = baocao("prompts", "check")
    assert code == 0 and "phuong-huong@1" in out
    own = store / "prompts" / "sections"
    own.mkdir(parents=True)
    (own / "hong.md").write_text("---\nid: hong\n---\nx", encoding="utf-8")
    code, out, err = baocao("prompts", "check")
    assert code == 1 and "hong.md" in out and "1 tệp" in err

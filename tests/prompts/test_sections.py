"""The sections' prompts: all sections are there, each renders from its own sample, faults are told in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from prompts.phrases import FALLBACK, families, parse_family
from prompts.prompt import PromptError
from prompts.section import FOLDER, check_sections, load_section, parse_section

GOOD = (FOLDER / "mo-hinh.md").read_text(encoding="utf-8")
NAMES = {
    "dac-diem-tinh-hinh", "lanh-dao-chi-dao", "cai-cach-hanh-chinh", "tiep-cong-dan", "ky-luat-dao-duc",
    "dan-chu-co-so",
    "phoi-hop-mat-tran", "mo-hinh", "uu-diem", "han-che-nguyen-nhan", "phuong-huong", "kien-nghi", "ket-thuc",
}  # fmt: skip


def test_every_section_of_a_report_has_its_prompt_and_renders_from_its_sample():
    checked = check_sections()
    assert {c.path.stem for c in checked} >= NAMES
    for found in checked:
        assert found.section is not None, found.fault
        rendered = found.section.render(found.section.head.sample)
        assert "{{" not in rendered
        assert all(value in rendered for value in found.section.head.sample.values())
        assert found.section.guidance and found.section.example


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("---\nid", "id", "thiếu phần đầu"),
        ("version: 1", "version: [1", "không đúng YAML"),
        ("id: mo-hinh", "- mo-hinh", "YAML|cặp"),
        ("version: 1\n", "", "mục “version”: thiếu"),
        ("version: 1", "version: 1\nowner: x", "mục “owner”: không có"),
        ("method: results", "method: magic", "mục “method”"),
        ("- figures\n", "- weather\n", "đầu vào lạ “weather”"),
        ("id: mo-hinh", "id: khac", "phải trùng tên tệp"),
        ("{{figures}}", "", "không khớp: figures"),
        ("## Mẫu", "## Khác", "thiếu phần “## Mẫu”"),
        ("  figures:", "  numbers:", "mẫu không khớp"),
        ("MÔ HÌNH MỚI, CÁCH LÀM HAY\nmethod", "MÔ HÌNH {nam}\nmethod", "chỗ điền {year}"),
    ],
)
def test_a_broken_prompt_file_is_told_in_a_clear_sentence(old, new, fault):
    assert old in GOOD
    with pytest.raises(PromptError, match=fault) as told:
        parse_section(GOOD.replace(old, new, 1), "mo-hinh.md")
    assert told.value.message.startswith("mo-hinh.md: ") and "\n" not in told.value.message


def test_a_file_at_fault_does_not_hide_the_others(tmp_path):
    (tmp_path / "hong.md").write_text("không có phần đầu", encoding="utf-8")
    (tmp_path / "nhi-phan.md").write_bytes(b"\xff\xfe\x00")
    checked = {c.path.stem: c for c in check_sections((FOLDER, tmp_path))}
    assert "phần đầu" in checked["hong"].fault and "UTF-8" in checked["nhi-phan"].fault
    assert checked["phuong-huong"].section is not None


def test_a_section_of_ones_own_takes_the_place_of_the_built_in_one(tmp_path):
    (tmp_path / "mo-hinh.md").write_text(GOOD.replace("version: 1", "version: 7"), encoding="utf-8")
    assert load_section("mo-hinh", (FOLDER, tmp_path)).name == "mo-hinh@7"
    assert load_section("phuong-huong", (FOLDER, tmp_path)).name == "phuong-huong@1"


@pytest.mark.parametrize("name", ["../answer", "no-such", "", "A", "x" * 100])
def test_an_unknown_section_is_refused(name):
    with pytest.raises(PromptError, match="Không có phần"):
        load_section(name)


def test_the_phrase_files_hold_families_in_order_and_no_numbers():
    found = families()
    assert [f.order for f in found] == sorted(f.order for f in found)
    assert found[-1].id == FALLBACK
    issues = [issue for f in found for issue in f.issues]
    assert len(issues) == len(set(issues)) and {"overdue", "falling", "outstanding petitions", "finding"} <= set(issues)
    for family in found:
        assert not any(c.isdigit() for text in (*family.leads, *family.measures, *family.slots) for c in text)


def test_a_phrase_with_a_number_is_refused():
    text = (Path(FOLDER).parent / "phrases" / "lanh-dao.md").read_text(encoding="utf-8")
    with pytest.raises(PromptError, match="không được chứa con số"):
        parse_family(text.replace("hằng năm của", "trước ngày 15 của"), "lanh-dao.md")

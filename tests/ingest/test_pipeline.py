from pathlib import Path

import pytest

from ingest.errors import TooLarge, UnreadableFile
from ingest.pipeline import find_files, read_bytes, read_file

SAMPLE = Path(__file__).parents[2] / "samples" / "vinh-trach-2024.txt"


def test_a_file_gives_its_report_passages_and_ledgers_with_progress():
    told = []
    reading = read_file(SAMPLE, lambda *step: told.append(step))
    assert reading.report.file == SAMPLE.name
    assert reading.passages and reading.figures and reading.references and reading.findings
    assert {stage for stage, _, _ in told} >= {"read", "structure", "ledgers"}
    assert all(done <= total for _, done, total in told)


def test_the_same_bytes_give_the_same_reading():
    assert read_bytes(SAMPLE.read_bytes(), "a.txt") == read_bytes(SAMPLE.read_bytes(), "a.txt")


def test_a_folder_gives_its_reports_and_leaves_lock_files_alone(tmp_path):
    (tmp_path / "con").mkdir()
    for name in ("b.docx", "~$b.docx", ".an.txt", "con/a.TXT", "x.exe"):
        (tmp_path / name).write_bytes(b"x")
    assert [p.name for p in find_files([tmp_path, tmp_path / "b.docx"])] == ["b.docx", "a.TXT"]


def test_a_missing_path_an_empty_folder_and_an_empty_file_are_named(tmp_path):
    with pytest.raises(UnreadableFile, match="khong-co"):
        find_files([tmp_path / "khong-co"])
    with pytest.raises(UnreadableFile, match="không có báo cáo nào"):
        find_files([tmp_path])
    (tmp_path / "trong.docx").touch()
    with pytest.raises(UnreadableFile, match=r"Tệp trong\.docx trống\."):
        read_file(tmp_path / "trong.docx")


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "to.pdf").open("wb") as f:
        f.truncate(201 * 1024 * 1024)
    with pytest.raises(TooLarge, match=r"201 MB"):
        read_file(tmp_path / "to.pdf")

"""Readings that were stopped: their pages are kept until the file is read, and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.pdfium import open_pdf
from vectorstore import halfway
from vectorstore.embedder import Embedder
from vectorstore.halfway import Halfway
from vectorstore.library import Library

SAMPLE = Path(__file__).parents[2] / "samples" / "vinh-trach-2023.pdf"


def test_pages_of_one_file_are_found_again_and_of_no_other(tmp_path: Path) -> None:
    Halfway(tmp_path).pages(b"one").put(3, b"page three")
    again = Halfway(tmp_path)
    assert again.pages(b"one").get(3) == b"page three"
    assert again.pages(b"one").get(4) is None
    assert again.pages(b"other").get(3) is None
    again.done(b"one")
    assert again.pages(b"one").get(3) is None


def test_pages_that_other_readers_read_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Halfway(tmp_path).pages(b"one").put(1, b"old")
    monkeypatch.setattr(halfway, "reader_fingerprint", lambda: "newer")
    assert Halfway(tmp_path).pages(b"one").get(1) is None
    assert list(tmp_path.iterdir()) == []


def test_only_so_many_files_are_remembered_half_read(tmp_path: Path) -> None:
    shelf = Halfway(tmp_path)
    for number in range(halfway.MOST_FILES + 5):
        shelf.pages(b"%d" % number).put(1, b"page")
    Halfway(tmp_path)
    assert len(list(tmp_path.iterdir())) == halfway.MOST_FILES


@pytest.mark.ocr
def test_a_scan_that_was_stopped_is_taken_up_by_the_store(tmp_path: Path, spelling_embedder: Embedder) -> None:
    def stop(stage: str, done: int, total: int) -> None:
        if (stage, done) == ("ocr", 3):
            raise KeyboardInterrupt

    with open_pdf(SAMPLE.read_bytes(), SAMPLE.name) as file:
        frames = [file.image(i, 120).convert("L") for i in range(5)]
    scan = tmp_path / "scan.tiff"
    frames[0].save(scan, save_all=True, append_images=frames[1:], dpi=(120, 120))
    with Library.open(tmp_path, spelling_embedder) as library, pytest.raises(KeyboardInterrupt):
        library.ingest(scan, stop)
    told: list[tuple[str, int, int]] = []
    with Library.open(tmp_path, spelling_embedder) as library:
        assert library.reports() == []
        added = library.ingest(scan, lambda *step: told.append(step))
        assert library.summary(added.report_id).pages_failed == ()
    first = next(step for step in told if step[0] == "ocr")
    assert first[1] >= 3
    assert list((tmp_path / "halfway").iterdir()) == []

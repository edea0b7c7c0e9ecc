"""Conversations over HTTP: kept on the server, named, gone on with, deleted; and the name of who asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from vectorstore.library import Library

TALK = "cuoc-trao-doi-1"
FIRST, SECOND = "Còn bao nhiêu đơn thư tồn đọng?", "Năm 2023 thì sao?"


def open_client(library: Library) -> TestClient:
    """A browser of its own over the store."""
    return TestClient(create_app(Settings(data_dir=library.folder), library), base_url="http://localhost")


@pytest.fixture
def client(sample_library: Library) -> Iterator[TestClient]:
    with open_client(sample_library) as client:
        yield client
        for kept in sample_library.talks.talks():
            sample_library.talks.delete(kept.id)


def ask(client: TestClient, question: str = FIRST, talk: str = TALK) -> dict[str, object]:
    response = client.post("/api/ask", json={"question": question, "conversation": talk})
    assert response.status_code == 200
    return response.json()


def test_a_conversation_begun_in_one_browser_is_gone_on_with_in_another(
    client: TestClient, sample_library: Library
) -> None:
    client.put("/api/me", json={"name": "Trần Thị  Bình"})
    first = ask(client)
    with open_client(sample_library) as other:
        (listed,) = other.get("/api/conversations").json()
        assert (listed["name"], listed["who"], listed["answers"]) == (FIRST, "Trần Thị Bình", 1)
        second = ask(other, SECOND)
        kept = other.get(f"/api/conversations/{TALK}").json()
    assert [a["id"] for a in kept["given"]] == [first["id"], second["id"]]
    assert kept["who"] == "Trần Thị Bình"
    assert kept["given"][0] == first


def test_a_conversation_is_renamed_and_deleted_with_its_answers(client: TestClient) -> None:
    right, plain = ask(client), ask(client, SECOND)
    client.post(f"/api/answers/{right['id']}/verdict", json={"right": True})
    assert client.put(f"/api/conversations/{TALK}/name", json={"name": "  Đơn\nthư "}).status_code == 204
    assert client.get(f"/api/conversations/{TALK}").json()["name"] == "Đơn thư"
    assert client.delete(f"/api/conversations/{TALK}").status_code == 204
    assert client.get("/api/conversations").json() == []
    assert client.get(f"/api/answers/{plain['id']}").status_code == 404
    assert client.get(f"/api/answers/{right['id']}").status_code == 200  # judged: it stays for the golden sets


@pytest.mark.parametrize("path", ["", "/name"])
def test_an_unknown_conversation_is_told(client: TestClient, path: str) -> None:
    method = "PUT" if path else "DELETE"
    response = client.request(method, f"/api/conversations/none-of-that{path}", json={"name": "x"})
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "unknown_conversation"


def test_a_conversation_s_id_holds_nothing_but_letters_and_digits(client: TestClient) -> None:
    for id in ("../../etc", "<script>", "a", "a" * 65):
        assert client.post("/api/ask", json={"question": "Gì?", "conversation": id}).status_code == 422
    assert client.get("/api/conversations").json() == []


def test_the_evidence_sheet_tells_who_asked_and_a_name_is_only_words(client: TestClient) -> None:
    client.put("/api/me", json={"name": "<b>Bình</b>"})
    html = client.get(f"/phieu/{ask(client)['id']}").text
    assert "&lt;b&gt;Bình&lt;/b&gt;" in html
    assert "<b>Bình" not in html
    client.put("/api/me", json={"name": ""})
    assert "Bình" not in client.get("/").text.split("<main")[0]


def test_a_name_is_not_set_by_another_site(client: TestClient) -> None:
    response = client.put("/api/me", json={"name": "Kẻ lạ"}, headers={"Origin": "http://evil.example"})
    assert response.status_code == 403
    assert "set-cookie" not in response.headers

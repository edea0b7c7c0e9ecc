"""Reports on their way in and out: sent, queued, read, refused, deleted."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.uploads import ReadingQueue, safe_name
from ingest.flow import Progress
from vectorstore.embedder import Embedder
from vectorstore.library import Library

SAMPLE = Path(__file__).parents[2] / "samples" / "vinh-trach-2023.txt"


@pytest.fixture
def client(tmp_path: Path, spelling_embedder: Embedder) -> Iterator[TestClient]:
    with Library.open(tmp_path, spelling_embedder) as library:
        app = create_app(Settings(data_dir=tmp_path, upload_mb=1), library)
        with TestClient(app, base_url="http://localhost") as client:
            yield client


def send(client: TestClient, name: str, data: bytes) -> dict[str, object]:
    """Sends one file and waits until it was read or refused."""
    response = client.post("/api/reports", files=[("files", (name, data))])
    assert response.status_code == 202
    id = response.json()[0]["id"]
    for _ in range(2_400):
        job = next(j for j in client.get("/api/readings").json() if j["id"] == id)
        if job["state"] in ("done", "failed"):
            return job
        time.sleep(0.05)
    raise AssertionError("never read")


def test_a_report_is_read_in_the_background_and_can_be_asked(client: TestClient) -> None:
    job = send(client, "bao cao.txt", SAMPLE.read_bytes())
    assert job["state"] == "done"
    assert [r["id"] for r in client.get("/api/reports").json()] == [job["report"]]
    answer = client.post("/api/ask", json={"question": "Còn bao nhiêu đơn thư tồn đọng?"}).json()
    assert answer["searched"] == [job["report"]]


def test_the_same_file_again_is_known_and_changes_nothing(client: TestClient) -> None:
    first = send(client, "a.txt", SAMPLE.read_bytes())
    again = send(client, "b.txt", SAMPLE.read_bytes())
    assert (again["known"], again["report"]) == (True, first["report"])
    assert len(client.get("/api/reports").json()) == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [("trong.docx", b""), ("hong.pdf", b"%PDF-1.7"), ("x.exe", b"MZ\x00"), ("zip.docx", b"PK\x03\x04nothing")],
)
def test_a_file_that_cannot_be_read_fails_in_one_sentence_and_leaves_nothing(
    client: TestClient, tmp_path: Path, name: str, data: bytes
) -> None:
    job = send(client, name, data)
    assert job["state"] == "failed"
    error = job["error"]
    assert isinstance(error, dict)
    assert error["code"] in ("unreadable_file", "unsupported_format")
    assert name in error["message"]
    assert client.get("/api/reports").json() == []
    left = tmp_path / "uploads"
    for _ in range(1_200):  # the end is told just before the file is removed
        if not list(left.iterdir()):
            break
        time.sleep(0.05)
    assert list(left.iterdir()) == []


def test_a_file_over_the_limit_is_refused_before_it_is_read(client: TestClient) -> None:
    big = b"x" * 1_200_000
    response = client.post("/api/reports", files=[("files", ("big.txt", big))])
    assert (response.status_code, response.json()["error"]["code"]) == (413, "too_large")

    def chunks() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="x.txt"\r\n\r\n'
        for _ in range(13):
            yield b"x" * 100_000

    response = client.post(
        "/api/reports", content=chunks(), headers={"Content-Type": "multipart/form-data; boundary=b"}
    )
    assert (response.status_code, response.json()["error"]["code"]) == (413, "too_large")
    assert client.get("/api/readings").json() == []


def test_a_deletion_gives_a_receipt_and_nothing_is_found_after(client: TestClient) -> None:
    id = send(client, "a.txt", SAMPLE.read_bytes())["report"]
    question = {"question": "Còn bao nhiêu đơn thư tồn đọng?"}
    assert client.post("/api/ask", json=question).json()["citations"]
    receipt = client.delete(f"/api/reports/{id}").json()
    assert receipt["found_after"] == 0
    assert receipt["removed"]["passages"] > 0
    assert receipt["removed"]["originals"] == 1
    assert client.get("/api/reports").json() == []
    assert client.post("/api/ask", json=question).json()["citations"] == []  # nor is it answered from memory
    assert client.delete(f"/api/reports/{id}").status_code == 404


def test_a_job_can_be_taken_off_the_list(client: TestClient) -> None:
    job = send(client, "hong.pdf", b"%PDF-1.7")
    assert client.delete(f"/api/readings/{job['id']}").status_code == 204
    assert client.get("/api/readings").json() == []
    assert client.delete(f"/api/readings/{job['id']}").status_code == 404


def test_what_waited_when_the_program_ended_is_read_by_the_next(tmp_path: Path) -> None:
    begun, go_on, read = threading.Event(), threading.Event(), list[str]()

    def slow(path: Path, progress: Progress, replaces: str) -> tuple[str, bool]:
        begun.set()
        go_on.wait(20)
        progress("ocr", 1, 9)
        raise AssertionError("goes on after the end")

    def quick(path: Path, progress: Progress, replaces: str) -> tuple[str, bool]:
        read.append(f"{path.name} {path.read_text()} {replaces}")
        return "r1", False

    queue = ReadingQueue(slow, tmp_path / "sent")
    for name in ("a.txt", "b.txt"):
        id, path = queue.place_for(name)
        path.write_text(f"chữ của {name}")
        queue.put(id, path, "r0")
    _, half_sent = queue.place_for("c.txt")
    half_sent.write_text("chữ")
    begun.wait(20)
    closing = threading.Thread(target=queue.close)
    closing.start()
    go_on.set()
    closing.join(20)

    later = ReadingQueue(quick, tmp_path / "sent")
    for _ in range(200):
        if [j.state for j in later.jobs()] == ["done", "done"]:
            break
        time.sleep(0.05)
    later.close()
    assert sorted(read) == ["a.txt chữ của a.txt r0", "b.txt chữ của b.txt r0"]
    assert list((tmp_path / "sent").iterdir()) == []


def test_a_reading_stops_when_it_is_taken_off_the_list(tmp_path: Path) -> None:
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def slow(path: Path, progress: Progress, replaces: str) -> tuple[str, bool]:
        begun.set()
        go_on.wait(20)
        try:
            progress("ocr", 1, 9)
        except Exception:
            ended.set()
            raise
        return "r1", False

    queue = ReadingQueue(slow, tmp_path / "sent")
    id, path = queue.place_for("a.txt")
    path.write_text("chữ")
    queue.put(id, path)
    begun.wait(20)
    queue.dismiss(id)
    go_on.set()
    assert ended.wait(20)
    queue.close()
    assert list((tmp_path / "sent").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\a\\báo cáo.docx", "báo cáo.docx"),
        ("a\x00b\n.txt", "ab.txt"),
        ("...", "bao-cao"),
        ("", "bao-cao"),
        ('x<y>:"z".pdf', "x_y___z_.pdf"),
        ("é" * 400 + ".pdf", "é" * 75 + ".pdf"),
    ],
)
def test_names_of_files_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe

"""The HTTP API over a real store: what is sent, what is refused, and how errors are told."""

from __future__ import annotations

import csv
import io
import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.templates import written_formula
from api.wording import words_in
from assistant.claims import Answer, Calculation, Citation, Event, Operand, Step, Turn
from ingest.report import locate
from vectorstore.library import Library


class ScriptedAssistant:
    """Says the same answer each time, step by step; waits between its words where it is told to."""

    def __init__(self, library: Library, pause: float = 0.0) -> None:
        report = library.report(library.reports()[0].id)
        block = next(b for b in report.blocks if len(b.text) > 200 and b.table is None)
        self.quote = block.text[10:60]
        self.locator = locate(report, block, 10, 60)
        self.pause = pause
        self.heard: list[tuple[str, tuple[str, ...], int]] = []
        self.finished = threading.Event()
        self.stopped = threading.Event()

    def ask(
        self, question: str, *, reports: Sequence[str] = (), history: Sequence[Turn] = (), id: str | None = None
    ) -> Answer:
        last = [e.answer for e in self.events(question, reports=reports, history=history, id=id)][-1]
        assert last is not None
        return last

    def events(
        self,
        question: str,
        *,
        reports: Sequence[str] = (),
        history: Sequence[Turn] = (),
        id: str | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[Event]:
        self.heard.append((question, tuple(reports), len(history)))
        yield Event(Step.UNDERSTOOD, question)
        yield Event(Step.FOUND, "3")
        for word in ("Hai mươi", "chín [1]", "<script>alert(1)</script>"):
            time.sleep(self.pause)
            if stopped():
                self.stopped.set()
                return
            yield Event(Step.WORDS, word)
        yield Event(Step.VERIFIED, "1")
        citation = Citation(1, self.quote, self.locator)
        calculation = Calculation("21846 + 3154", Decimal("2.5E+4"), "hồ sơ", (Operand(Decimal(21846), 1),))
        self.finished.set()
        yield Event(
            Step.ANSWERED,
            answer=Answer(
                id or "a1",
                question,
                "vi",
                "Hai mươi chín [1] <script>alert(1)</script> ![x](https://example.org/x.png)",
                False,
                (citation,),
                calculation,
                ("Số của cấp xã.",),
                (self.locator.report,),
            ),
        )


@pytest.fixture
def assistant(sample_library: Library) -> ScriptedAssistant:
    return ScriptedAssistant(sample_library)


@pytest.fixture
def client(sample_library: Library, assistant: ScriptedAssistant) -> Iterator[TestClient]:
    app = create_app(Settings(data_dir=sample_library.folder, upload_mb=1), sample_library, assistant)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        yield client


def events_in(text: str) -> list[tuple[str, str, dict[str, object]]]:
    events = []
    for part in text.strip().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in part.split("\n"))
        events.append((lines["event"], lines.get("id", ""), json.loads(lines["data"])))
    return events


STREAM = {"Accept": "text/event-stream"}


def test_a_question_gives_the_answer_of_the_contract(client: TestClient, assistant: ScriptedAssistant) -> None:
    body = client.post("/api/ask", json={"question": "Bao nhiêu?"}).json()
    assert list(body) == [
        "id", "question", "language", "answer", "abstained", "citations", "calculation", "notes", "searched", "mode",
        "elapsed_ms",
    ]  # fmt: skip
    assert body["calculation"] == {
        "formula": "21846 + 3154",
        "value": "25000",
        "unit": "hồ sơ",
        "operands": [{"value": "21846", "key": 1}],
    }
    assert body["citations"][0]["quote"] == assistant.quote
    assert body["citations"][0]["locator"]["label"] == assistant.locator.label


def test_the_reports_and_the_conversation_reach_the_assistant(
    client: TestClient, assistant: ScriptedAssistant, sample_library: Library
) -> None:
    id = sample_library.reports()[0].id
    history = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]
    client.post("/api/ask", json={"question": "Còn năm trước?", "reports": [id], "history": history})
    assert assistant.heard == [("Còn năm trước?", (id,), 2)]


def test_a_stream_tells_the_steps_in_order_and_ends_with_the_answer(client: TestClient) -> None:
    response = client.post("/api/ask", json={"question": "Bao nhiêu?"}, headers=STREAM)
    assert response.headers["content-type"].startswith("text/event-stream")
    events = events_in(response.text)
    assert [name for name, _, _ in events] == [
        "understood", "found", "words", "words", "words", "verified", "answered",
    ]  # fmt: skip
    stream = events[0][2]["stream"]
    assert [id for _, id, _ in events] == [f"{stream}.{n}" for n in range(1, 8)]
    answer = events[-1][2]["answer"]
    assert isinstance(answer, dict)
    assert answer["id"] == stream


def test_a_stream_is_taken_up_after_the_last_event_that_arrived(client: TestClient) -> None:
    events = events_in(client.post("/api/ask", json={"question": "Bao nhiêu?"}, headers=STREAM).text)
    last = events[2][1]
    again = client.get(f"/api/streams/{events[0][2]['stream']}", headers={**STREAM, "Last-Event-ID": last})
    assert events_in(again.text) == events[3:]
    posted = client.post("/api/ask", json={"question": "Bao nhiêu?"}, headers={**STREAM, "Last-Event-ID": last})
    assert events_in(posted.text) == events[3:]


def test_after_a_restart_the_answer_that_was_kept_ends_the_stream(client: TestClient, sample_library: Library) -> None:
    events = events_in(client.post("/api/ask", json={"question": "Bao nhiêu?"}, headers=STREAM).text)
    app = create_app(Settings(data_dir=sample_library.folder), sample_library)
    with TestClient(app, base_url="http://localhost") as restarted:
        headers = {**STREAM, "Last-Event-ID": events[2][1]}
        rest = events_in(restarted.get(f"/api/streams/{events[0][2]['stream']}", headers=headers).text)
    assert [name for name, _, _ in rest] == ["answered"]
    assert rest[0][2]["answer"] == events[-1][2]["answer"]


def test_a_stream_nobody_began_is_not_found(client: TestClient) -> None:
    response = client.get("/api/streams/none", headers=STREAM)
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "not_found"


def test_stopping_a_stream_stops_the_work(sample_library: Library) -> None:
    slow = ScriptedAssistant(sample_library, pause=0.2)
    app = create_app(Settings(data_dir=sample_library.folder), sample_library, slow)
    with TestClient(app, base_url="http://localhost") as client:
        with client.stream("POST", "/api/ask", json={"question": "Bao nhiêu?"}, headers=STREAM) as response:
            for line in response.iter_lines():
                if line.startswith("data: "):
                    stream = json.loads(line[6:])["stream"]
                    break
            assert client.post(f"/api/streams/{stream}/stop").status_code == 204
        assert slow.stopped.wait(3)
    assert not slow.finished.is_set()


def test_an_answer_is_kept_and_judged(client: TestClient, sample_library: Library) -> None:
    id = (
        client.post("/api/ask", json={"question": "Bao nhiêu?"}, headers=STREAM).text.rsplit("id: ", 1)[1].split(".")[0]
    )
    assert client.get(f"/api/answers/{id}").json()["question"] == "Bao nhiêu?"
    judged = client.post(f"/api/answers/{id}/verdict", json={"right": False, "reason": "Sai kỳ"})
    assert judged.status_code == 204
    assert [(v.answer, v.right, v.reason) for v in sample_library.answers.verdicts()][-1] == (id, False, "Sai kỳ")
    assert client.post("/api/answers/none/verdict", json={"right": True}).status_code == 404


def test_the_evidence_sheet_holds_question_quote_page_and_index(
    client: TestClient, assistant: ScriptedAssistant
) -> None:
    id = client.post("/api/ask", json={"question": "Bao nhiêu?"}).json()["id"]
    html = client.get(f"/phieu/{id}").text
    for piece in ("Bao nhiêu?", assistant.quote, assistant.locator.label, "21.846 + 3.154", "spelling", "/pages/"):
        assert piece in html


def test_what_a_model_says_is_escaped_on_the_evidence_sheet(client: TestClient) -> None:
    id = client.post("/api/ask", json={"question": "<img src=x onerror=alert(1)>"}).json()["id"]
    html = client.get(f"/phieu/{id}").text
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "https://example.org/x.png" in html  # as the words they are
    assert 'src="https://' not in html


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"question": "x" * 100_000}, "question_too_long"),
        ({"question": ""}, "bad_request"),
        ({"question": "x", "surprise": 1}, "bad_request"),
        ({}, "bad_request"),
    ],
)
def test_a_bad_question_is_refused_in_one_sentence(client: TestClient, body: dict[str, object], code: str) -> None:
    response = client.post("/api/ask", json=body)
    assert response.status_code == 422
    error = response.json()["error"]
    assert error["code"] == code
    assert error["message"].endswith(".")
    assert "\n" not in error["message"]


def test_the_ledgers_come_as_the_contract_says(client: TestClient, sample_library: Library) -> None:
    reports = client.get("/api/reports").json()
    assert [r["id"] for r in reports] == [r.id for r in sample_library.reports()]
    figures = client.get("/api/figures", params={"report": reports[0]["id"]}).json()
    assert len(figures) == reports[0]["figures"] > 0
    assert isinstance(figures[0]["value"], str)
    references = client.get("/api/references", params={"q": "ke hoach", "report": reports[0]["id"]}).json()
    assert references
    assert {r["type"] for r in references} == {"Kế hoạch"}
    findings = client.get("/api/findings").json()
    assert [f["severity"] for f in findings] == sorted(
        (f["severity"] for f in findings), key=["error", "warning", "note"].index
    )


def test_an_unknown_report_is_not_found_everywhere(client: TestClient) -> None:
    for path in (
        "/api/reports/none",
        "/api/reports/none/original",
        "/api/reports/none/pages/1.png",
        "/api/figures?report=none",
    ):
        response = client.get(path)
        assert (response.status_code, response.json()["error"]["code"]) == (404, "unknown_report"), path


def test_the_original_comes_back_as_it_was_and_only_as_a_download(client: TestClient, sample_library: Library) -> None:
    id = sample_library.reports()[0].id
    response = client.get(f"/api/reports/{id}/original")
    _, path = sample_library.original(id)
    assert response.content == path.read_bytes()
    assert response.headers["content-disposition"].startswith("attachment")


def test_a_page_comes_as_an_image_and_is_not_sent_twice(client: TestClient, sample_library: Library) -> None:
    pdf, text = (r.id for r in sample_library.reports())
    response = client.get(f"/api/reports/{pdf}/pages/1.png")
    assert response.content.startswith(b"\x89PNG")
    again = client.get(f"/api/reports/{pdf}/pages/1.png", headers={"If-None-Match": response.headers["etag"]})
    assert again.status_code == 304
    assert client.get(f"/api/reports/{pdf}/pages/99.png").status_code in (404, 422)
    assert client.get(f"/api/reports/{text}/pages/1.png").status_code == 404


def test_every_answer_carries_the_security_headers(client: TestClient) -> None:
    for path in ("/", "/api/reports", "/static/base.css", "/docs", "/none"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'self'"), path
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.org"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_write_from_another_origin_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    for method, path in (("POST", "/api/ask"), ("DELETE", "/api/reports/x"), ("POST", "/api/reports")):
        response = client.request(method, path, headers=headers)
        assert (response.status_code, response.json()["error"]["code"]) == (403, "foreign_origin")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "[::1", "127.0.0.1:abc", "evil@127.0.0.1", "127.0.0.1/evil", "[x]"]
)
def test_a_name_rebound_to_this_machine_or_no_name_at_all_is_refused(client: TestClient, host: str) -> None:
    response = client.get("/", headers={"Host": host})
    assert (response.status_code, response.json()["error"]["code"]) == (422, "bad_request")


@pytest.mark.parametrize("host", ["192.168.1.5:8000", "localhost", "LOCALHOST:80", "[::1]:8000"])
def test_addresses_and_localhost_are_served(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_two_host_names_are_one_too_many(client: TestClient) -> None:
    headers = [("Host", "127.0.0.1"), ("Host", "evil.example")]
    assert client.get("/healthz", headers=headers).status_code == 422


def test_the_language_switch_stays_on_this_server(client: TestClient) -> None:
    for back in ("//example.org", "/\\example.org", "/\t/example.org", "https://example.org", "/\r\nSet-Cookie: a=b"):
        response = client.get("/language", params={"to": "en", "back": back}, follow_redirects=False)
        assert response.headers["location"] == "/", back
    assert "Report Assistant" in client.get("/").text


def test_the_api_page_names_every_path_and_nothing_from_outside(client: TestClient) -> None:
    html = client.get("/docs").text
    for path in client.get("/openapi.json").json()["paths"]:
        assert path in html
    assert "cdn" not in html
    assert 'src="http' not in html


def test_health_and_readiness(client: TestClient) -> None:
    assert client.get("/healthz").text == "ok"
    assert client.get("/readyz").text == "ok"


def test_errors_of_pages_are_pages(client: TestClient) -> None:
    response = client.get("/bao-cao/none", headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert 'role="alert"' in response.text


@pytest.mark.parametrize(
    ("language", "path", "told", "way"),
    [
        ("vi", "/bao-cao/none", "Đưa lại đúng tệp cũ vào kho", "/kho-bao-cao"),
        ("en", "/bao-cao/none", "Add the same file again", "/kho-bao-cao"),
        ("vi", "/soan-thao/none", "Có thể bản thảo đã bị xóa", "/soan-thao"),
        ("en", "/soan-thao/none", "There is no such draft", "/soan-thao"),
        ("en", "/phieu/none", "There is no such page or item", "/"),
    ],
)
def test_a_page_that_is_not_there_says_in_the_readers_language_what_happened_and_where_to_go(
    client: TestClient, language: str, path: str, told: str, way: str
) -> None:
    response = client.get(path, headers={"Accept": "text/html", "Cookie": f"language={language}"})
    assert response.status_code == 404
    alert = response.text.partition('role="alert"')[2]
    assert told in alert
    assert f'href="{way}"' in alert


@pytest.mark.parametrize(
    ("formula", "language", "written"),
    [
        ("18944 + 98.5", "vi", "18.944 + 98,5"),
        ("18944 + 98.5", "en", "18,944 + 98.5"),
        ("(5 - 3) / 3", "vi", "(5 - 3) / 3"),
    ],
)
def test_a_formula_is_written_as_the_language_of_its_answer_writes_figures(
    formula: str, language: str, written: str
) -> None:
    assert written_formula(formula, language) == written


def test_both_languages_have_the_same_words() -> None:
    vi, en = words_in("vi"), words_in("en")
    # Errors that the server tells in Vietnamese need words of their own in English alone.
    assert {k for k in en.under("js") if not k.startswith("error_")} == {
        k for k in vi.under("js") if not k.startswith("error_")
    }


@pytest.mark.parametrize("ledger", ["references", "figures", "findings"])
def test_the_ledgers_come_as_files_for_spreadsheets(client: TestClient, ledger: str) -> None:
    rows = list(csv.reader(io.StringIO(client.get(f"/api/{ledger}.csv").content.decode("utf-8-sig"))))
    assert len(rows) - 1 == len(client.get(f"/api/{ledger}").json()) > 0
    book = load_workbook(io.BytesIO(client.get(f"/api/{ledger}.xlsx").content))
    assert book.active is not None
    assert book.active.max_row == len(rows)
    assert client.get(f"/api/{ledger}.exe").status_code == 422


def test_a_cited_document_that_is_a_stored_report_leads_to_it(client: TestClient, sample_library: Library) -> None:
    numbers = {r.number: r.id for r in sample_library.reports() if r.number}
    references = client.get("/api/references").json()
    assert {r["in_store"] for r in references if r["number"] in numbers} <= set(numbers.values())
    assert all(r["in_store"] is None for r in references if r["number"] not in numbers)

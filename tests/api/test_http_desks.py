"""What people do to what was read, and the drafting desk, over HTTP."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from ingest.pipeline import read_file
from vectorstore.embedder import Embedder
from vectorstore.library import Library

SAMPLES = Path(__file__).parents[2] / "samples"


def filled(folder: Path, embedder: Embedder, *names: str) -> Library:
    library = Library.open(folder, embedder)
    for name in names:
        path = SAMPLES / name
        library.add(read_file(path), path.read_bytes(), name)
    return library


@pytest.fixture
def library(tmp_path: Path, spelling_embedder: Embedder) -> Iterator[Library]:
    with filled(tmp_path, spelling_embedder, "vinh-trach-2023.txt", "vinh-trach-2024.docx") as opened:
        yield opened


@pytest.fixture
def client(library: Library) -> Iterator[TestClient]:
    app = create_app(Settings(data_dir=library.folder), library)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        yield client


# Corrections


def test_a_correction_is_marked_in_json_page_file_and_log_and_can_be_undone(client: TestClient):
    figure = client.get("/api/figures", params={"q": "hồ sơ tiếp nhận"}).json()[0]
    path = f"/api/figures/{figure['id']}/correction"
    sent = {"change": {"value": "123.5", "unit": "bộ"}, "who": " Lan ", "reason": "đọc nhầm cột"}
    corrected = client.put(path, json=sent).json()
    assert (corrected["value"], corrected["unit"], corrected["text"]) == ("123.5", "bộ", figure["text"])
    assert corrected["corrected"]["who"] == "Lan"
    (again,) = client.get("/api/figures", params={"corrected": True}).json()
    assert again == corrected
    html = client.get("/tra-cuu/so-lieu", params={"corrected": "1"}).text
    assert "Đã sửa cách đọc" in html and "123,5" in html
    assert "Lan, " in client.get("/api/figures.csv", params={"corrected": True}).text
    undone = client.post(f"{path}/undo", json={"who": "Minh"}).json()
    assert (undone["value"], undone["corrected"]) == (figure["value"], None)
    assert [(c["who"], c["undone"]) for c in client.get("/api/corrections").json()] == [("Lan", False), ("Minh", True)]
    assert "đọc nhầm cột" in client.get("/tra-cuu/nhat-ky").text


def test_what_cannot_be_a_correction_is_refused(client: TestClient):
    figure = client.get("/api/figures").json()[0]["id"]
    for change in ({"value": "một"}, {"value": "1" * 40}, {"period": "năm nay"}, {"surprise": "x"}):
        response = client.put(f"/api/figures/{figure}/correction", json={"change": change, "who": "Lan"})
        assert response.status_code == 422, change
    assert client.put(f"/api/figures/{figure}/correction", json={"change": {}, "who": ""}).status_code == 422
    missing = client.put("/api/figures/none/correction", json={"change": {"unit": "x"}, "who": "Lan"})
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "unknown_figure")
    assert client.get("/api/corrections").json() == []


# Look-ups


def test_a_number_with_two_digits_swapped_is_suggested(client: TestClient):
    numbers = [r["number"] for r in client.get("/api/references").json() if r["number"].split("/")[0].isdigit()]
    known = {n.split("/")[0] for n in numbers}
    number = next(
        n
        for n in numbers
        if len(n.split("/")[0]) > 2 and n[0] != n[1] and n[1] + n[0] + n.split("/")[0][2:] not in known and n[1] != "0"
    )
    swapped = number[1] + number[0] + number[2:]
    found = client.get("/api/references", params={"q": swapped.split("/")[0]}).json()
    assert number in [r["number"] for r in found if r["suggested"]]
    assert "Có phải là văn bản dưới đây" in client.get("/tra-cuu", params={"q": swapped.split("/")[0]}).text


def test_references_are_chosen_by_day_and_by_being_absent(client: TestClient):
    found = client.get("/api/references", params={"since": "2024-01-01", "until": "2024-06-30"}).json()
    assert found and all("2024-01-01" <= r["date"] <= "2024-06-30" for r in found)
    absent = client.get("/api/references", params={"absent": True}).json()
    assert absent and all(r["in_store"] is None for r in absent)
    assert client.get("/api/references", params={"since": "yesterday"}).status_code == 422


def test_a_series_is_drawn_beside_its_table_with_its_warnings(client: TestClient):
    html = client.get("/tra-cuu/so-lieu", params={"q": "đơn thư tồn đọng"}).text
    assert 'class="series"' in html and "<svg" in html
    assert html.index("<svg") < html.index("<caption")


# One report in several files


def test_a_newer_file_takes_the_place_of_the_report_it_is_sent_for(client: TestClient, library: Library):
    old = next(r.id for r in library.reports() if r.period == "2023")
    text = (SAMPLES / "vinh-trach-2023.txt").read_text(encoding="utf-8")
    lines = [f"{line} (đã bổ sung)" if len(line) > 60 else line for line in text.split("\n")]
    file = ("ban-moi.txt", "\n".join(lines).encode(), "text/plain")
    job = client.post("/api/reports", files={"files": file}, data={"replaces": old}).json()[0]
    for _ in range(2_400):
        (now,) = [j for j in client.get("/api/readings").json() if j["id"] == job["id"]]
        if now["state"] in ("done", "failed"):
            break
        time.sleep(0.05)
    assert now["state"] == "done", now
    (version,) = client.get(f"/api/reports/{old}/versions").json()
    assert (version["leader"], version["relation"]) == (now["report"], "older")
    assert version["differences"]
    assert old not in {r.id for r in library.reports()}
    html = client.get("/kho-bao-cao").text
    assert "Các tệp khác của báo cáo này" in html and "vinh-trach-2023.txt" in html
    assert client.post(f"/api/reports/{old}/part").status_code == 204
    assert old in {r.id for r in library.reports()}


def test_of_a_report_without_pages_the_signed_pdf_shows_them(tmp_path: Path, spelling_embedder: Embedder):
    with filled(tmp_path, spelling_embedder, "vinh-trach-2024.docx", "vinh-trach-2024.pdf") as library:
        (docx,) = library.reports()
        (pdf,) = library.siblings(docx.id)
        figure = next(f for f in library.figures() if f.locator.table is None)
        place = f"{figure.locator.block}:{figure.locator.start}:{figure.locator.end}"
        with TestClient(create_app(Settings(data_dir=tmp_path), library), base_url="http://localhost") as client:
            html = client.get(f"/bao-cao/{docx.id}", params={"at": place}).text
            link = next(
                part.split('"')[0] for part in html.split('href="') if part.startswith(f"/bao-cao/{pdf.report}")
            )
            pages = client.get(link.replace("&amp;", "&")).text
        assert "<rect" in pages


# Drafts


@pytest.fixture
def draft(client: TestClient, library: Library) -> dict[str, object]:
    newest = max(library.reports(), key=lambda r: r.period)
    response = client.post("/api/drafts", json={"section": "phuong-huong", "report": newest.id})
    assert response.status_code == 200
    return response.json()


def edit(client: TestClient, draft: dict[str, object], **change: object) -> dict[str, object]:
    response = client.post(f"/api/drafts/{draft['id']}/edits", json=change)
    assert response.status_code == 200, response.text
    return response.json()


def test_a_draft_is_kept_as_it_is_made_and_after_every_change(client: TestClient, draft: dict[str, object]):
    item = draft["items"][0]
    changed = edit(client, draft, op="edit", item=item["id"], text=f"{item['text'].rstrip('.')}; tổ chức 47 buổi.")
    assert changed["items"][0]["typed"] == ["47"]
    assert changed["items"][0]["author"] == "drafter"
    assert edit(client, draft, op="accept", item=item["id"])["items"][0]["accepted"]
    moved = edit(client, draft, op="move", item=item["id"], at=2)
    assert moved["items"][2]["id"] == item["id"]
    assert client.get(f"/api/drafts/{draft['id']}").json() == moved
    (kept,) = client.get("/api/drafts").json()
    assert (kept["id"], kept["accepted"]) == (draft["id"], 1)


def test_what_is_rejected_leaves_its_source_open_and_comes_back(client: TestClient, draft: dict[str, object]):
    item = next(i for i in draft["items"] if i["answers"][0].startswith("limitation"))
    without = edit(client, draft, op="reject", item=item["id"])
    assert set(item["answers"]) & set(without["uncovered"])
    assert "Còn" in client.get(f"/soan-thao/{draft['id']}").text
    back = edit(client, draft, op="bring back", item=item["id"])
    assert back["uncovered"] == draft["uncovered"]


def test_an_item_is_added_answered_filled_and_worded_as_at_first(client: TestClient, draft: dict[str, object]):
    source = draft["coverage"][0]["source"]
    added = edit(client, draft, op="add", text="Tổ chức [cần số liệu: số buổi] buổi đối thoại.", answers=[source])
    own = next(i for i in added["items"] if i["author"] == "drafter")
    assert (own["answers"], own["status"]) == ([source], "needs figure")
    filled_in = edit(client, draft, op="fill", slot="số buổi", text="31")
    own = next(i for i in filled_in["items"] if i["id"] == own["id"])
    assert (own["text"], own["typed"], own["status"]) == ("Tổ chức 31 buổi đối thoại.", ["31"], "proposed")
    first = draft["items"][0]
    edit(client, draft, op="edit", item=first["id"], text="Khác hẳn.")
    again = edit(client, draft, op="regenerate", item=first["id"])
    assert again["items"][0]["text"] == first["text"]


def test_figures_typed_for_a_new_period_bring_their_share_and_change(client: TestClient, library: Library):
    newest = max(library.reports(), key=lambda r: r.period)
    wanted = {"section": "cai-cach-hanh-chinh", "report": newest.id, "year": 2025}
    made = client.post("/api/drafts", json=wanted).json()
    edit(client, made, op="fill", slot="cấp xã: tiếp nhận (hồ sơ)", text="23.000")
    done = edit(client, made, op="fill", slot="cấp xã: trực tuyến (hồ sơ)", text="18.400")
    item = next(i for i in done["items"] if i["text"].startswith("Cấp xã: tiếp nhận"))
    assert "đạt 80,00%. So với kỳ trước: số hồ sơ tiếp nhận tăng 1.154 hồ sơ" in item["text"]
    assert {"23.000", "18.400", "80,00", "1.154"} <= set(item["typed"])
    edit(client, done, op="edit", item=item["id"], text="Lời của người soạn.")
    other = next(i for i in done["items"] if "[cần số liệu: cấp huyện: tiếp nhận (hồ sơ)]" in i["text"])
    last = edit(client, done, op="fill", slot="cấp huyện: tiếp nhận (hồ sơ)", text="5.000")
    assert next(i for i in last["items"] if i["id"] == item["id"])["text"] == "Lời của người soạn."
    assert "5.000" in next(i for i in last["items"] if i["id"] == other["id"])["text"]


def test_versions_are_kept_compared_and_restored(client: TestClient, draft: dict[str, object]):
    path, item = f"/api/drafts/{draft['id']}", draft["items"][1]
    edit(client, draft, op="edit", item=item["id"], text="Lời khác.")
    edit(client, draft, op="reject", item=draft["items"][0]["id"])
    assert client.post(f"{path}/versions", json={"name": "Sau họp"}).json()["number"] == 2
    told = {s["change"]: s for s in client.get(f"{path}/compare", params={"before": 1, "after": 2}).json()}
    assert (told["changed"]["before"], told["changed"]["after"]) == (item["text"], "Lời khác.")
    assert told["removed"]["before"] == draft["items"][0]["text"]
    assert "moved" not in told
    restored = client.post(f"{path}/versions/1/restore").json()
    assert restored["items"] == draft["items"]
    assert [v["name"] for v in client.get(f"{path}/versions").json()] == [
        "Trước khi khôi phục", "Sau họp", "Bản máy soạn",
    ]  # fmt: skip
    html = client.get(f"/soan-thao/{draft['id']}/so-sanh", params={"before": 2, "after": 1}).text
    assert "<del>" in html and "<ins>" in html


def test_the_draft_is_exported_with_and_without_its_citations(client: TestClient, draft: dict[str, object]):
    def notes(**query: object) -> str:
        response = client.get(f"/api/drafts/{draft['id']}/document.docx", params=query)
        assert response.headers["content-disposition"].startswith("attachment")
        with zipfile.ZipFile(io.BytesIO(response.content)) as package:
            names = package.namelist()
            return package.read("word/footnotes.xml").decode() if "word/footnotes.xml" in names else ""

    assert "mục V.2.1" in notes()
    assert "mục V.2.1" not in notes(citations=False)


def test_what_a_drafter_types_is_shown_as_words(client: TestClient, draft: dict[str, object]):
    edit(client, draft, op="add", text='<script>alert(1)</script> <img src=x onerror="alert(2)"> 15', answers=[])
    html = client.get(f"/soan-thao/{draft['id']}").text
    assert "<script>alert" not in html and "<img src=x" not in html


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"op": "edit", "item": "none", "text": "x"}, 404),
        ({"op": "add", "text": "  "}, 422),
        ({"op": "dance"}, 422),
        ({"op": "bring back", "item": "none"}, 422),
        ({"op": "add", "text": "x" * 5_000}, 422),
    ],
)
def test_a_change_that_cannot_be_made_is_told_and_changes_nothing(
    client: TestClient, draft: dict[str, object], change: dict[str, object], status: int
):
    response = client.post(f"/api/drafts/{draft['id']}/edits", json=change)
    assert response.status_code == status
    assert response.json()["error"]["message"].endswith(".")
    assert client.get(f"/api/drafts/{draft['id']}").json() == draft


def test_an_unknown_section_report_or_draft_is_told(client: TestClient, library: Library):
    report = library.reports()[0].id
    assert client.post("/api/drafts", json={"section": "khong-co", "report": report}).status_code == 422
    assert client.post("/api/drafts", json={"section": "phuong-huong", "report": "none"}).status_code == 404
    for path in ("/api/drafts/none", "/api/drafts/none/versions", "/soan-thao/none", "/api/drafts/none/document.docx"):
        assert client.get(path).status_code == 404, path


def test_a_draft_outlives_its_report_and_is_deleted_when_asked(
    client: TestClient, library: Library, draft: dict[str, object]
):
    client.delete(f"/api/reports/{draft['report']}")
    assert client.get(f"/soan-thao/{draft['id']}").status_code == 200
    assert client.delete(f"/api/drafts/{draft['id']}").status_code == 204
    assert client.get("/api/drafts").json() == []


def test_suggested_questions_name_a_subject_and_are_answered(client: TestClient, library: Library):
    html = client.get("/").text
    asked = [unescape(part.split('"')[0]) for part in html.split('data-question="')[1:]]
    assert 2 <= len(asked) <= 4
    for question in asked:
        answer = client.post("/api/ask", json={"question": question}).json()
        assert not answer["abstained"], question
        assert answer["citations"], question

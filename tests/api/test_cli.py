"""The command line as people and programs run it: real processes, a real store, the project's sample reports."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from api import schemas
from api.cli import main

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
STATEMENT = (
    "I. KẾT QUẢ\n\n1. Tiếp công dân\n\nTrong năm 2023, xã tiếp nhận 25 đơn, đã giải quyết 20 đơn, còn tồn đọng 5 đơn.\n"
)


class Run:
    """What a run of `main` left: exit code, stdout and stderr."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def error(self) -> dict[str, str]:
        return schemas.ErrorBody.model_validate_json(self.out.splitlines()[-1]).error.model_dump()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the sample report as text."""
    folder = tmp_path_factory.mktemp("cli") / "store"
    with pytest.raises(SystemExit) as left:
        main(["--data-dir", str(folder), "ingest", str(SAMPLES / "vinh-trach-2024.txt")])
    assert left.value.code == 0
    return folder


@pytest.fixture
def baocao(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Runs a command in this process, as the program itself starts it."""
    monkeypatch.setenv("BAOCAO_DATA_DIR", str(tmp_path / "store"))

    def run(*arguments: str | Path) -> Run:
        with pytest.raises(SystemExit) as left:
            main([str(a) for a in arguments])
        shown = capfd.readouterr()
        assert isinstance(left.value.code, int)
        return Run(left.value.code, shown.out, shown.err)

    return run


def one_sentence(err: str) -> bool:
    return err.startswith("Lỗi: ") and len(err.splitlines()) == 1 and "Traceback" not in err


def test_help_names_every_command_of_the_contract_and_starts_quickly():
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c",
         "import sys; from api.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
         "heavy = ('torch', 'chromadb', 'sqlalchemy', 'numpy', 'pydantic', 'lxml', 'fastapi')\n"
         "print([m for m in heavy if m in sys.modules])"],
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=True, timeout=60,
    )  # fmt: skip
    for command in (
        "ingest",
        "reports",
        "ask",
        "search",
        "figures",
        "references",
        "audit",
        "delete",
        "rebuild",
        "doctor",
        "serve",
        "config",
    ):
        assert f" {command} " in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_asking_loads_no_torch(store: Path):
    code = (
        "import sys; from api.cli import main\n"
        f"try: main(['--data-dir', {str(store)!r}, 'ask', 'Còn bao nhiêu đơn thư tồn đọng?'])\n"
        "except SystemExit as left: print(left.code)\n"
        "print([m for m in ('torch', 'sentence_transformers', 'langchain_openai', 'openai') if m in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT,
        check=True, timeout=120,
    )  # fmt: skip
    assert done.stdout.splitlines()[-2:] == ["0", "[]"]


def test_reading_tells_one_json_line_a_file_and_reading_again_changes_nothing(baocao, tmp_path: Path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(STATEMENT, encoding="utf-8")
    (folder / "b.txt").write_text(STATEMENT.replace("25 đơn", "26 đơn"), encoding="utf-8")
    first = baocao("ingest", folder, "--json")
    assert first.code == 0
    reports = [schemas.Report.model_validate_json(line) for line in first.out.splitlines()]
    assert [r.file for r in reports] == ["a.txt", "b.txt"]
    again = baocao("ingest", folder, "--json")
    assert again.code == 0 and again.out == first.out
    listed = json.loads(baocao("reports", "--json").out)
    assert [r["id"] for r in listed] == [r.id for r in reports]
    assert set(listed[0]) == {
        "id", "title", "kind", "issuer", "place", "period", "number", "date", "file", "format", "pages", "pages_failed",
        "sections", "footnotes", "tables", "figures", "references", "findings", "warnings",
    }  # fmt: skip


def test_one_bad_file_does_not_stop_the_others(baocao, tmp_path: Path):
    (tmp_path / "good.txt").write_text(STATEMENT, encoding="utf-8")
    (tmp_path / "empty.docx").write_bytes(b"")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    run = baocao("ingest", tmp_path / "empty.docx", tmp_path / "broken.pdf", tmp_path / "good.txt", "--json")
    assert run.code == 1
    lines = [json.loads(line) for line in run.out.splitlines()]
    assert [("error" in line, line.get("file")) for line in lines[:3]] == [
        (True, None),
        (True, None),
        (False, "good.txt"),
    ]
    assert "empty.docx" in lines[0]["error"]["message"]
    assert len(json.loads(baocao("reports", "--json").out)) == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.docx", b""), ("broken.docx", b"PK\x03\x04 torn"), ("noise.pdf", b"%PDF-1.4\n%%EOF"),
        ("picture.xyz", bytes(range(256)) * 8), ("folder", None), ("missing.pdf", None),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_sentence_and_leaves_nothing(
    baocao, tmp_path: Path, name: str, data: bytes | None
):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    elif name == "folder":
        path.mkdir()
    run = baocao("ingest", path)
    assert run.code == 1 and one_sentence(run.err), run.err
    assert name in run.err
    assert json.loads(baocao("reports", "--json").out) == []


def test_an_answer_cites_and_the_batch_gives_it_under_its_own_id(baocao, store: Path, tmp_path: Path):
    question = "Còn bao nhiêu đơn thư tồn đọng?"
    one = schemas.Answer.model_validate_json(baocao("ask", question, "--json", "--data-dir", store).out)
    assert one.citations and not one.abstained
    batch = tmp_path / "questions.jsonl"
    rows = [
        {"id": "Q2", "question": question, "kind": "direct", "accept": ["x"]},
        {"id": "Q1", "question": "How many petitions remained unresolved?", "history": [], "report": "vinh-trach-2024"},
    ]
    batch.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows) + "\n\n", encoding="utf-8")
    run = baocao("ask", "--batch", batch, "--data-dir", store)
    answers = [schemas.Answer.model_validate_json(line) for line in run.out.splitlines()]
    assert run.code == 0
    assert [a.id for a in answers] == ["Q2", "Q1"]
    assert answers[0].answer == one.answer
    assert (answers[0].language, answers[1].language) == ("vi", "en")


def test_an_answer_for_people_shows_quotes_and_places(baocao, store: Path):
    run = baocao("ask", "Còn bao nhiêu đơn thư tồn đọng?", "--data-dir", store)
    assert run.code == 0 and "[1] “" in run.out and "mục" in run.out


def test_one_wrong_question_of_a_batch_does_not_stop_the_others(baocao, store: Path, tmp_path: Path):
    batch = tmp_path / "q.jsonl"
    rows = [
        {"id": "long", "question": "a" * 100_000},
        {"id": "lost", "question": "Có gì?", "report": "nope"},
        {"id": "ok", "question": "Có bao nhiêu đơn?"},
    ]
    batch.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    run = baocao("ask", "--batch", batch, "--data-dir", store)
    lines = [json.loads(line) for line in run.out.splitlines()]
    assert run.code == 1
    assert "long" in lines[0]["error"]["message"] and "lost" in lines[1]["error"]["message"]
    assert lines[2]["id"] == "ok"


@pytest.mark.parametrize("content", ["not json\n", '{"id": "1"}\n', '["a"]\n', '{"id": "1", "question": 5}\n'])
def test_a_batch_that_is_not_of_the_form_names_its_line(baocao, store: Path, tmp_path: Path, content: str):
    batch = tmp_path / "q.jsonl"
    batch.write_text('{"id": "0", "question": "Có bao nhiêu đơn?"}\n' + content, encoding="utf-8")
    run = baocao("ask", "--batch", batch, "--data-dir", store)
    assert run.code == 2 and "Dòng 2" in run.err and one_sentence(run.err)


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "a" * 100_000), ("ask", " "), ("ask",), ("ask", "x", "--batch", "y"), ("ask", "--batch", "no-such"),
        ("search", "b" * 100_000), ("search", ""), ("figures", "--json", "--csv"),
    ],
    ids=["too long", "blank", "no question", "both", "no batch file", "long search", "empty search", "two forms"],
)  # fmt: skip
def test_wrong_usage_is_one_sentence_and_exit_code_2(baocao, store: Path, arguments: tuple[str, ...]):
    run = baocao(*arguments, "--data-dir", store)
    assert run.code == 2 and one_sentence(run.err), run.err
    assert len(run.err) < 400


@pytest.mark.parametrize("arguments", [("nothing",), ("ask", "--frob"), ("search", "x", "--limit", "0"), ("delete",)])
def test_an_unknown_command_or_option_is_exit_code_2(baocao, arguments: tuple[str, ...]):
    assert baocao(*arguments).code == 2


@pytest.mark.parametrize(
    "arguments",
    [("ask", "Có gì?", "--report", "nope"), ("search", "x", "--report", "nope"), ("figures", "--report", "nope"),
     ("references", "--report", "nope"), ("audit", "--report", "nope"), ("delete", "nope")],
)  # fmt: skip
def test_an_unknown_report_is_told_as_json_too(baocao, store: Path, arguments: tuple[str, ...]):
    run = baocao(*arguments, "--json", "--data-dir", store)
    assert run.code == 1 and one_sentence(run.err)
    assert run.error["code"] == "unknown_report" and run.error["hint"]


def test_search_gives_hits_with_their_roads_and_in_batches(baocao, store: Path, tmp_path: Path):
    hits = [
        schemas.Hit.model_validate(h)
        for h in json.loads(baocao("search", "đơn thư tồn đọng", "--limit", "3", "--json", "--data-dir", store).out)
    ]
    assert [h.rank for h in hits] == [1, 2, 3]
    assert "đơn" in hits[0].text and hits[0].locator.label
    assert any(h.why.dense for h in hits) and any(h.why.exact for h in hits)
    batch = tmp_path / "q.jsonl"
    batch.write_text('{"id": "a", "question": "đơn thư tồn đọng"}', encoding="utf-8")
    line = json.loads(baocao("search", "--batch", batch, "--limit", "3", "--data-dir", store).out)
    assert line["id"] == "a" and [h["locator"]["block"] for h in line["hits"]] == [h.locator.block for h in hits]


def test_the_ledgers_come_as_json_and_as_csv(baocao, store: Path):
    figures = [
        schemas.Figure.model_validate(f) for f in json.loads(baocao("figures", "--json", "--data-dir", store).out)
    ]
    cited = [
        schemas.Reference.model_validate(r) for r in json.loads(baocao("references", "--json", "--data-dir", store).out)
    ]
    assert figures and cited
    assert all(
        isinstance(schemas.Finding.model_validate(f), schemas.Finding)
        for f in json.loads(baocao("audit", "--json", "--data-dir", store).out)
    )
    for command, count in (("figures", len(figures)), ("references", len(cited))):
        run = baocao(command, "--csv", "--data-dir", store)
        assert run.out.startswith("\ufeff")
        assert len(list(csv.reader(io.StringIO(run.out.removeprefix("\ufeff"))))) == count + 1


def test_a_deletion_prints_a_receipt_that_nothing_is_found(baocao, store: Path, tmp_path: Path):
    copy = tmp_path / "copy"
    shutil.copytree(store, copy)
    run = baocao("delete", "vinh-trach-2024", "--json", "--data-dir", copy)
    receipt = schemas.Receipt.model_validate_json(run.out)
    assert run.code == 0 and receipt.found_after == 0 and receipt.removed["passages"] > 0
    assert json.loads(baocao("search", "đơn thư", "--json", "--data-dir", copy).out) == []


def test_the_store_is_rebuilt_and_found_in_order(baocao, store: Path, tmp_path: Path):
    copy = tmp_path / "copy"
    shutil.copytree(store, copy)
    shutil.rmtree(copy / "index")
    assert baocao("rebuild", "--data-dir", copy).code == 0
    doctor = baocao("doctor", "--data-dir", copy)
    assert doctor.code == 0 and "LỖI" not in doctor.out
    next((copy / "originals").rglob("*.txt")).unlink()
    doctor = baocao("doctor", "--data-dir", copy)
    assert doctor.code == 1 and "LỖI" in doctor.out


def test_settings_are_printed_without_secrets(baocao, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BAOCAO_LLM__API_KEY", "sk-very-secret")
    monkeypatch.setenv("BAOCAO_LLM__MODEL", "qwen")
    monkeypatch.setenv("BAOCAO_HOSTS", "baocao.lan, may-chu")
    out = baocao("config").out
    assert "sk-very-secret" not in out and "BAOCAO_LLM__API_KEY=********" in out
    assert "BAOCAO_LLM__MODEL=qwen" in out and "BAOCAO_HOSTS=baocao.lan,may-chu" in out


def test_a_setting_that_does_not_fit_is_named(baocao, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BAOCAO_LLM__TIMEOUT_S", "soon")
    run = baocao("reports")
    assert run.code == 2 and "BAOCAO_LLM__TIMEOUT_S" in run.err and one_sentence(run.err)


def test_an_unknown_embedder_says_what_to_set(baocao, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BAOCAO_EMBEDDER", "magic")
    run = baocao("reports")
    assert run.code == 1 and "BAOCAO_EMBEDDER" in run.err and one_sentence(run.err)


def test_a_folder_that_cannot_be_written_or_is_open_elsewhere_is_told(baocao, store: Path, tmp_path: Path):
    (tmp_path / "file").write_text("x")
    run = baocao("reports", "--json", "--data-dir", tmp_path / "file")
    assert run.code == 1 and run.error["code"] == "store_not_writable" and one_sentence(run.err)
    holder = subprocess.Popen(
        [sys.executable, "-c", "import sys; from pathlib import Path; from vectorstore.lock import FolderLock;"
         "lock = FolderLock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()", str(store)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    with holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        run = baocao("ask", "Có gì?", "--json", "--data-dir", store)
        holder.communicate("")
    assert run.code == 1 and run.error["code"] == "store_in_use" and one_sentence(run.err)


def test_an_empty_store_says_what_to_do_next(baocao):
    assert "baocao ingest" in baocao("reports").out
    assert baocao("reports", "--json").out.strip() == "[]"

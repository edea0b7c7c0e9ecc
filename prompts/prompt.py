"""A prompt is a Markdown file: front matter (id, version, inputs, sample), then the words, with `{{input}}` where
an input goes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

FOLDER = Path(__file__).parent
_SLOT = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")


class PromptError(Exception):
    """A prompt file is not as it should be: `message` names the file and what is wrong, `hint` what to do."""

    code = "prompt"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class FrontMatter(BaseModel):
    """The head of a prompt file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(description="Name of the prompt, as the file is called", pattern=r"^[a-z0-9-]+$")
    version: int = Field(ge=1, description="Raised with every change of the words")
    inputs: list[str] = Field(description="Names of what is filled in")
    sample: dict[str, str] = Field(description="A value for each input, with which the prompt renders by itself")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt, read from its file."""

    head: FrontMatter
    words: str

    @property
    def name(self) -> str:
        """What a stored answer records: `answer@1`."""
        return f"{self.head.id}@{self.head.version}"

    def render(self, inputs: Mapping[str, str]) -> str:
        """The prompt with its inputs filled in. Raises: PromptError where one is missing or unknown."""
        if set(inputs) != set(self.head.inputs):
            wrong = ", ".join(sorted(set(inputs) ^ set(self.head.inputs)))
            raise PromptError(f"Mẫu lời {self.name}: thiếu hoặc thừa đầu vào: {wrong}.")
        return _SLOT.sub(lambda m: inputs[m[1]], self.words)


def split(text: str, file: str) -> tuple[dict[str, Any], str]:
    """Front matter and words of a Markdown file. Raises: PromptError."""
    parts = re.match(r"\A---\n(.*?)\n---\n(.*)\Z", text.replace("\r\n", "\n"), re.S)
    if parts is None:
        raise PromptError(f"{file}: thiếu phần đầu giữa hai dòng ---.", "Mở đầu tệp bằng --- và kết phần đầu bằng ---.")
    try:
        head = yaml.safe_load(parts[1])
    except yaml.YAMLError as error:
        raise PromptError(f"{file}: phần đầu không đúng YAML: {str(error).splitlines()[0]}.") from error
    if not isinstance(head, dict):
        raise PromptError(f"{file}: phần đầu phải là các cặp “tên: giá trị”.")
    return head, parts[2].strip() + "\n"


def parse(text: str, file: str) -> Prompt:
    """A prompt from the text of its file. Raises: PromptError."""
    head, words = split(text, file)
    try:
        front = FrontMatter.model_validate(head)
    except ValidationError as error:
        first = error.errors()[0]
        raise PromptError(f"{file}: {'.'.join(map(str, first['loc']))}: {first['msg']}.") from error
    slots = set(_SLOT.findall(words))
    if slots != set(front.inputs) or slots != set(front.sample):
        wrong = ", ".join(sorted((slots ^ set(front.inputs)) | (slots ^ set(front.sample))))
        raise PromptError(f"{file}: đầu vào khai báo, mẫu và chỗ điền không khớp: {wrong}.")
    return Prompt(front, words)


def load(id: str, folder: Path = FOLDER) -> Prompt:
    """The prompt of that id. Raises: PromptError."""
    path = folder / f"{id}.md"
    if not path.is_file():
        raise PromptError(f"Không có mẫu lời “{id}”.", f"Các mẫu lời nằm trong thư mục {folder.name}.")
    return parse(path.read_text(encoding="utf-8"), path.name)

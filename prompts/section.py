"""Prompts of a report's sections: one Markdown file each, which officials can edit and add to.

Front matter says what the section is, which parts of a report feed it, how long and in what tone it is to be; the
words hold
three parts: guidance to the writer, the prompt for a model (with `{{input}}` where an input goes), and a sample.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from prompts.prompt import PromptError, split

FOLDER = Path(__file__).parent / "sections"
INPUTS = {
    "title": "tiêu đề của phần",
    "limitations": "các hạn chế của báo cáo",
    "causes": "các nguyên nhân",
    "problems": "những vấn đề chỉ số liệu mới cho thấy",
    "findings": "những chỗ không khớp trong báo cáo",
    "directions": "phương hướng, nhiệm vụ đã có",
    "figures": "số liệu của kỳ, kèm kỳ trước",
    "references": "văn bản đã ban hành, đã viện dẫn",
    "results": "câu nêu kết quả trong báo cáo",
    "proposals": "kiến nghị, đề xuất đã có",
    "commitments": "việc đã hứa ở báo cáo trước và kết quả",
}
METHODS = ("directions", "results", "limitations", "strengths", "proposals", "closing")
Method = Literal["directions", "results", "limitations", "strengths", "proposals", "closing"]
_SLOT = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
_PARTS = ("Hướng dẫn người viết", "Lời nhắc", "Mẫu")
LARGEST = 100_000


class SectionHead(BaseModel):
    """The head of a section's prompt file."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    id: str = Field(description="Name of the section, as the file is called", pattern=r"^[a-z0-9-]{1,60}$")
    version: int = Field(ge=1, description="Raised with every change of the words")
    order: int = Field(ge=0, description="Where the section stands in a report")
    title: str = Field(min_length=3, max_length=200, description="Its heading; {year} is the year it is for")
    method: Method = Field(description="How it is drafted without a model")
    inputs: list[str] = Field(min_length=1, description="What is filled into the prompt")
    sources: list[str] = Field(alias="from", description="Words of the headings whose parts feed it")
    report: Literal["this", "last", "both"] = Field(
        description="Which report feeds it: this period's, last period's, both"
    )
    length: str = Field(min_length=1, description="How long it is to be")
    tone: str = Field(min_length=1, description="In what register")
    sample: dict[str, str] = Field(description="A value for each input, with which the prompt renders by itself")


@dataclass(frozen=True, slots=True)
class SectionPrompt:
    """A section's prompt, read from its file."""

    head: SectionHead
    guidance: str
    prompt: str
    example: str

    @property
    def name(self) -> str:
        """What a draft records: `phuong-huong@1`."""
        return f"{self.head.id}@{self.head.version}"

    def title(self, year: int | None) -> str:
        """The heading for a year; without one the words that name it are left out."""
        if year is not None:
            return self.head.title.replace("{year}", str(year))
        return re.sub(r"\s*(?:NĂM|năm)\s*\{year\}", "", self.head.title).strip()

    def render(self, inputs: Mapping[str, str]) -> str:
        """The prompt with its inputs filled in. Raises: PromptError where one is missing."""
        missing = [i for i in self.head.inputs if i not in inputs]
        if missing:
            raise PromptError(f"Mẫu lời {self.name}: thiếu đầu vào {', '.join(missing)}.")
        return _SLOT.sub(lambda m: inputs[m[1]], self.prompt)


def parse_section(text: str, file: str) -> SectionPrompt:
    """A section's prompt from the text of its file. Raises: PromptError, in a sentence that names file and fault."""
    if len(text) > LARGEST:
        raise PromptError(f"{file}: tệp dài quá {LARGEST} ký tự.")
    head, words = split(text, file)
    try:
        front = SectionHead.model_validate(head)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        fault = {"missing": "thiếu mục này", "extra_forbidden": "không có mục này"}.get(first["type"], first["msg"])
        raise PromptError(
            f"{file}: phần đầu, mục “{place}”: {fault}.", "So với một tệp có sẵn trong prompts/sections."
        ) from error
    if front.id != Path(file).stem:
        raise PromptError(f"{file}: id “{front.id}” phải trùng tên tệp.")
    unknown = [i for i in front.inputs if i not in INPUTS]
    if unknown:
        raise PromptError(f"{file}: đầu vào lạ “{unknown[0]}”.", f"Các đầu vào dùng được: {', '.join(INPUTS)}.")
    if "{" in front.title.replace("{year}", ""):
        raise PromptError(f"{file}: tiêu đề chỉ được có chỗ điền {{year}}.")
    parts = {m[1].strip(): m[2].strip() for m in re.finditer(r"^## (.+?)\n(.*?)(?=^## |\Z)", words, re.M | re.S)}
    for name in _PARTS:
        if not parts.get(name):
            raise PromptError(f"{file}: thiếu phần “## {name}”.")
    slots = set(_SLOT.findall(parts["Lời nhắc"]))
    if slots != set(front.inputs):
        wrong = ", ".join(sorted(slots ^ set(front.inputs)))
        raise PromptError(f"{file}: đầu vào khai báo và chỗ điền không khớp: {wrong}.")
    if set(front.sample) != set(front.inputs):
        wrong = ", ".join(sorted(set(front.sample) ^ set(front.inputs)))
        raise PromptError(f"{file}: đầu vào khai báo và mẫu không khớp: {wrong}.")
    section = SectionPrompt(front, *(parts[name] for name in _PARTS))
    section.render(front.sample)
    return section


def read_section(path: Path) -> SectionPrompt:
    """The section's prompt in a file. Raises: PromptError."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise PromptError(f"{path.name}: không phải văn bản UTF-8.") from error
    except OSError as error:
        raise PromptError(f"{path.name}: không đọc được tệp.") from error
    return parse_section(text, path.name)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check says of a file: its section, or the fault in a sentence and what to do."""

    path: Path
    section: SectionPrompt | None
    fault: str = ""
    hint: str = ""


def check_sections(folders: Sequence[Path] = (FOLDER,)) -> list[Checked]:
    """Every section file of the folders, read; a later folder's file takes the place of an earlier one of that name."""
    found: dict[str, Checked] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
            try:
                found[path.stem] = Checked(path, read_section(path))
            except PromptError as error:
                found[path.stem] = Checked(path, None, error.message, error.hint)
    return list(found.values())


def usable_section(id: str, folders: Sequence[Path] = (FOLDER,)) -> tuple[SectionPrompt, str]:
    """The section of that id; where the last file of that name is at fault, the one before it, and the fault.

    Raises: PromptError where no file of that name can be used.
    """
    try:
        return load_section(id, folders), ""
    except PromptError as error:
        for folder in reversed(folders):
            path = folder / f"{id}.md"
            if re.fullmatch(r"[a-z0-9-]{1,60}", id) and path.is_file():
                try:
                    return read_section(path), error.message
                except PromptError:
                    continue
        raise


def load_section(id: str, folders: Sequence[Path] = (FOLDER,)) -> SectionPrompt:
    """The section of that id. Raises: PromptError."""
    if not re.fullmatch(r"[a-z0-9-]{1,60}", id):
        raise PromptError(f"Không có phần “{id[:60]}”.", "Xem các phần bằng `baocao prompts check`.")
    for folder in reversed(folders):
        path = folder / f"{id}.md"
        if path.is_file():
            return read_section(path)
    known = sorted({p.stem for folder in folders if folder.is_dir() for p in folder.glob("*.md")})
    raise PromptError(f"Không có phần “{id}”.", f"Các phần có sẵn: {', '.join(known)}.")

"""The phrase map: one Markdown file a family of limitations, with the words that tell it and the directions that answer
it.

Source of the families: how administrative reports pair limitations and directions; openers and register as in use.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from prompts.prompt import PromptError, split

FOLDER = Path(__file__).parent / "phrases"
FALLBACK = "chung"


class Family(BaseModel):
    """A family of limitations and how directions answer it. `{figures}` and `{indicator}` of an issue come from the
    report."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(description="Name of the family, as the file is called", pattern=r"^[a-z0-9-]+$")
    version: int = Field(ge=1, description="Raised with every change of the words")
    order: int = Field(ge=0, description="Where its group stands in a section")
    group: str = Field(min_length=1, description="The heading of its items")
    topics: list[str] = Field(description="Words that name the field of work")
    faults: list[str] = Field(description="Words that name what is wrong; they weigh more")
    leads: list[str] = Field(min_length=1, description="Openings of an item, in formal register")
    measures: list[str] = Field(description="What is usually done about it, added once")
    slots: list[str] = Field(description="Targets, deadlines and units that the drafter has to give")
    issues: dict[str, str] = Field(description="Problems of the figures that it answers, each with its phrase")
    told: dict[str, str] = Field(default={}, description="The same problems, as a list of limitations tells them")
    note: str = Field(default="", description="When to use it, for people")


def parse_family(text: str, file: str) -> Family:
    """A family from the text of its file. Raises: PromptError."""
    head, note = split(text, file)
    try:
        family = Family.model_validate({**head, "note": note.strip()})
    except ValidationError as error:
        first = error.errors()[0]
        raise PromptError(f"{file}: {'.'.join(map(str, first['loc']))}: {first['msg']}.") from error
    if family.id != file.removesuffix(".md"):
        raise PromptError(f"{file}: id “{family.id}” phải trùng tên tệp.")
    if any(
        c.isdigit()
        for c in "".join(
            (*family.leads, *family.measures, *family.slots, *family.issues.values(), *family.told.values())
        )
    ):
        raise PromptError(f"{file}: câu mẫu không được chứa con số; dùng chỗ trống để người soạn điền.")
    return family


@lru_cache(maxsize=4)
def families(folder: Path = FOLDER) -> tuple[Family, ...]:
    """All families, in the order of their groups. Raises: PromptError."""
    found = [parse_family(p.read_text(encoding="utf-8"), p.name) for p in sorted(folder.glob("*.md"))]
    if not any(f.id == FALLBACK for f in found):
        raise PromptError(f"Thư mục {folder.name} thiếu nhóm “{FALLBACK}”.", "Khôi phục tệp chung.md.")
    return tuple(sorted(found, key=lambda f: (f.order, f.id)))

"""A section in a chat model's words: the same gathered sources, structured output, and behind it the same gate.

What the model's items do not cover, or get wrong, is said by the items built without it; no source loses its answer.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.claims import Citation
from assistant.draft.gate import SLOT, refusal
from assistant.draft.overreach import overreach
from assistant.draft.types import Draft, Item, Source, SourceKind
from ingest.report import Report
from prompts.phrases import families
from prompts.section import SectionPrompt

log = logging.getLogger(__name__)
REPLY = 60_000  # characters of a reply that are read
SHOWN = 120  # sources a model is shown
_KINDS = {
    "limitations": SourceKind.LIMITATION,
    "causes": SourceKind.CAUSE,
    "problems": SourceKind.PROBLEM,
    "findings": SourceKind.FINDING,
    "directions": SourceKind.DIRECTION,
    "commitments": SourceKind.DIRECTION,
    "proposals": SourceKind.DIRECTION,
    "results": SourceKind.RESULT,
    "figures": SourceKind.PROBLEM,
    "references": SourceKind.DOCUMENT,
}


class WordedItem(BaseModel):
    """One item as a model gives it."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=5, max_length=2000, description="The item")
    answers: list[str] = Field(min_length=1, max_length=40, description="Ids of the sources that it answers")


class WordedSection(BaseModel):
    """What a model is asked to return."""

    model_config = ConfigDict(extra="forbid")

    items: list[WordedItem] = Field(min_length=1, max_length=80, description="The section, item by item")


class SectionWriter:
    """Writes sections with a LangChain chat model. `failures` are the exceptions with which the model may fail."""

    def __init__(self, model: BaseChatModel, failures: tuple[type[Exception], ...] = ()) -> None:
        self._model = model
        self._failures: tuple[type[Exception], ...] = (*failures, OSError, ValueError, TimeoutError)

    def write(self, prompt: SectionPrompt, draft: Draft, report_of: Callable[[str], Report]) -> Draft:
        """The draft in the model's words where they pass the gate; its own items where they do not."""
        wanted = {a for item in draft.items for a in item.answers}
        sources = [s for s in draft.sources if s.id in wanted][:SHOWN]
        text = prompt.render(self._inputs(prompt, draft, sources))
        text += f"\nĐộ dài: {prompt.head.length}. Giọng văn: {prompt.head.tone}.\n"
        try:
            reply = self._model.invoke([HumanMessage(text)])
            section = read_section_reply(str(reply.text))
        except self._failures as error:
            log.warning("The model gave no usable section (%s); the one without a model stands.", type(error).__name__)
            return replace(
                draft, notes=(*draft.notes, "Mô hình không trả lời dùng được; bản thảo được lập không dùng mô hình.")
            )
        good, refused = self._checked(section, draft, report_of)
        answered = {a for item in good for a in item.answers}
        fallback = [i for i in draft.items if not set(i.answers) <= answered]
        if not good:
            return replace(
                draft,
                notes=(
                    *draft.notes,
                    "Không ý nào của mô hình qua được bước kiểm tra; bản thảo được lập không dùng mô hình.",
                ),
            )
        notes = (*draft.notes, *(f"Thay ý của mô hình: {why}" for why in refused))
        items = sorted([*good, *fallback], key=lambda i: _place(i, draft))
        return replace(draft, items=tuple(items), mode="model", notes=notes)

    def _inputs(self, prompt: SectionPrompt, draft: Draft, sources: list[Source]) -> dict[str, str]:
        out = {"title": draft.title}
        for name in prompt.head.inputs:
            if name == "title":
                continue
            kind = _KINDS[name]
            lines = [f"[{s.id}] {s.quote}" for s in sources if s.kind is kind]
            out[name] = "\n".join(lines) or "(không có)"
        return out

    def _checked(
        self, section: WordedSection, draft: Draft, report_of: Callable[[str], Report]
    ) -> tuple[list[Item], list[str]]:
        known = {s.id: s for s in draft.sources}
        good: list[Item] = []
        refused: list[str] = []
        for number, worded in enumerate(section.items, 1):
            answers = tuple(a for a in dict.fromkeys(worded.answers) if a in known)
            citations = tuple(Citation(n, known[a].quote, known[a].locator) for n, a in enumerate(answers, 1))
            words = " ".join(worded.text.split())
            near = next((i for i in draft.items if set(i.answers) & set(answers)), None)
            item = Item(
                f"model-{number}", words, answers, citations, "needs figure" if SLOT.search(words) else "proposed",
                near.group if near else "", "model",
            )  # fmt: skip
            why = refusal(item, draft.sources, report_of, may_copy=draft.method != "directions")
            if not why and draft.method == "directions":
                why = overreach(words, [known[a] for a in answers], families())
            if why:
                refused.append(why)
            else:
                good.append(item)
        return good, refused


def _place(item: Item, draft: Draft) -> int:
    """Items stand in the order of the first built item that answers what they answer."""
    return next((n for n, i in enumerate(draft.items) if set(i.answers) & set(item.answers)), len(draft.items))


def read_section_reply(text: str) -> WordedSection:
    """The object in a model's reply, out of the fence or the chatter it may stand in. Raises: ValueError."""
    text = text[:REPLY]
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise ValueError("no JSON object in the reply")
    try:
        return WordedSection.model_validate(json.loads(text[start : end + 1]))
    except (json.JSONDecodeError, ValidationError) as error:
        raise ValueError("the reply is not of the form asked for") from error

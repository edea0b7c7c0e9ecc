"""The templates: escaping everything, with the few filters that pages need."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from api.names import period_name
from api.people import who_of
from api.wording import words_for
from assistant.draft.gate import SLOT
from assistant.draft.types import Item

WEB = Path(__file__).parent / "web"
LEAD_END = re.compile(r"\s*\[\d+\]|[.!?;](?=\s|$)|\n")
"""Where the leading fact of an answer ends; `answer.js` reads answers the same way."""


def vietnamese_date(value: str) -> str:
    """An ISO date as it is written in Vietnam: "2023-12-05" gives "05/12/2023"; anything else stays."""
    try:
        return date.fromisoformat(value).strftime("%d/%m/%Y")
    except ValueError:
        return value


def written_number(value: str | Decimal, language: str = "vi") -> str:
    """A figure as it is written in Vietnam, "21846.5" as "21.846,5", or in English, "21,846.5"."""
    try:
        text = format(Decimal(value), ",f")
    except InvalidOperation:
        return str(value)
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def written_formula(formula: str, language: str = "vi") -> str:
    """A formula with its figures as that language writes them: "31846 - 98.5" gives "31.846 - 98,5"."""
    return re.sub(r"\d+(\.\d+)?", lambda number: written_number(number[0], language), formula)


def without_number(heading: str, number: str) -> str:
    """A heading without its number, which is shown apart."""
    return heading.removeprefix(number).lstrip(" .):") if number else heading


def parts_of(answer: str) -> list[tuple[str, int | None]]:
    """An answer cut at its citations: `("… tăng ", None), ("", 1)`."""
    found = re.split(r"\[(\d+)\]", answer)
    return [("", int(part)) if i % 2 else (part, None) for i, part in enumerate(found) if part]


def lead_of(answer: str) -> tuple[str, str]:
    """An answer as its leading fact and the rest: to the first citation, sentence end or line break."""
    end = LEAD_END.search(answer)
    cut = len(answer) if end is None else end.start() + (end[0][:1] in ".!?;")
    return answer[:cut], answer[cut:]


def unlike(text: str, other: str) -> list[tuple[str, bool]]:
    """A text cut into runs, each with whether the other text lacks it: word by word, very long texts as one."""
    mine, theirs = re.findall(r"\S+\s*", text), re.findall(r"\S+\s*", other)
    if not theirs or len(mine) * len(theirs) > 1_000_000:
        return [(text, True)] if text else []
    matcher = SequenceMatcher(None, [w.strip() for w in mine], [w.strip() for w in theirs], autojunk=False)
    return [
        ("".join(mine[start:end]), tag != "equal") for tag, start, end, _, _ in matcher.get_opcodes() if start < end
    ]


def sentence_case(heading: str) -> str:
    """A heading in capitals as a sentence would write it; another one as it is."""
    return heading.capitalize() if heading.isupper() else heading


def opening(text: str) -> str:
    """A text as it stands at the head of something: with a capital."""
    return text[:1].upper() + text[1:]


def tick(period: str) -> str:
    """A period as short as it stands under a bar: "2025-11" gives "11/2025", a day "06/11/2025", others as they are."""
    return "/".join(reversed(period.split("-"))) if re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", period) else period


def moment(value: str) -> str:
    """An ISO moment as the server's clock tells it: "07:45, 05/12/2024"."""
    return datetime.fromisoformat(value).astimezone().strftime("%H:%M, %d/%m/%Y")


def slots_in(item: Item) -> list[str]:
    """The names of the slots open in an item, each once."""
    return list(dict.fromkeys(SLOT.findall(item.text)))


def marked(item: Item) -> list[tuple[str, str]]:
    """An item's words cut into runs with a look: "slot" for a slot, "own" for a number that the drafter typed."""
    own = "|".join(rf"(?<![\d.,/]){re.escape(n)}(?![\d/]|[.,]\d)" for n in sorted(item.typed, key=len, reverse=True))
    pattern = re.compile(f"(?P<slot>{SLOT.pattern.replace('(', '(?:')})" + (f"|(?P<own>{own})" if own else ""))
    runs, at = [], 0
    for found in pattern.finditer(item.text):
        runs += [(item.text[at : found.start()], ""), (found[0], found.lastgroup or "")]
        at = found.end()
    return [(text, look) for text, look in [*runs, (item.text[at:], "")] if text]


def schema_name(schema: dict[str, Any]) -> Markup:
    """A JSON schema in a few words, models as links."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return Markup('<a href="#model-{0}">{0}</a>').format(name)
    if "anyOf" in schema:
        return Markup(" | ").join(schema_name(s) for s in schema["anyOf"])
    if schema.get("type") == "array":
        return Markup("[{}]").format(schema_name(schema.get("items", {})))
    if "enum" in schema:
        return escape(" | ".join(map(str, schema["enum"])))
    return escape(schema.get("const", schema.get("type", "")))


def environment() -> Environment:
    """Jinja with everything escaped and nothing undefined passed over in silence."""
    made = Environment(
        loader=FileSystemLoader(WEB / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "date": vietnamese_date,
        "figure": written_number,
        "formula": written_formula,
        "without_number": without_number,
        "parts": parts_of,
        "unlike": unlike,
        "sentence": sentence_case,
        "moment": moment,
        "period": period_name,
        "opening": opening,
        "tick": tick,
        "lead": lead_of,
        "marked": marked,
        "slots": slots_in,
        "schema": schema_name,
    }
    return made


def page(request: Request, template: str, desk: str = "", status: int = 200, **values: Any) -> HTMLResponse:
    """A page in the reader's language; `desk` is the one whose name is lit."""
    made: Environment = request.app.state.templates
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    values |= {"words": words_for(request), "who": who_of(request), "desk": desk, "here": here}
    html = made.get_template(template).render(values)
    return HTMLResponse(html, status, headers={"cache-control": "no-store"})

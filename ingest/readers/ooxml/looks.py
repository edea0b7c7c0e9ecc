"""How a run looks: its properties read, laid over one another, and whether a reader of the page can see it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from lxml.etree import _Element

from ingest.readers.ooxml.names import VAL, W, integer, is_on

_BOLD, _ITALIC, _CAPS, _VANISH = W + "b", W + "i", W + "caps", W + "vanish"
_SIZE, _COLOR, _SHADE, _MARKER = W + "sz", W + "color", W + "shd", W + "highlight"
_FONTS, _RAISED = W + "rFonts", W + "vertAlign"
_UNSEEN_FILL = "{http://schemas.microsoft.com/office/word/2010/wordml}textFill"
_NO_FILL = "{http://schemas.microsoft.com/office/word/2010/wordml}noFill"
_WHITE, _UNKNOWN = "FFFFFF", "808080"
_LIGHT_THEMES = ("background1", "light1", "bg1", "lt1")
_SMALLEST = 1.0
_CLOSE = 16
DEFAULT_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class RunProperties:
    """What one `w:rPr` says; None: it does not say. `size` in points, `color` and `fill` as RRGGBB or "auto"."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    vanish: bool | None = None
    size: float | None = None
    color: str | None = None
    fill: str | None = None
    font: str | None = None
    raised: bool | None = None


NOTHING_SAID = RunProperties()


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks once every layer is applied. `hidden`: set so, or as small or as pale as not to be seen."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    size: float = DEFAULT_SIZE
    font: str | None = None
    raised: bool = False


def read_run_properties(element: _Element | None) -> RunProperties:
    """The properties of a `w:rPr`. Of one that is absent: nothing said."""
    if element is None or not len(element):
        return NOTHING_SAID
    bold = italic = caps = vanish = raised = None
    size: float | None = None
    color = fill = font = marker = None
    for child in element:
        tag = child.tag
        if tag == _BOLD:
            bold = is_on(child)
        elif tag == _ITALIC:
            italic = is_on(child)
        elif tag == _SIZE:
            size = _points(child.get(VAL))
        elif tag == _FONTS:
            font = child.get(W + "ascii") or child.get(W + "hAnsi")
        elif tag == _COLOR:
            color = _color(child)
        elif tag == _VANISH:
            vanish = is_on(child)
        elif tag == _CAPS:
            caps = is_on(child)
        elif tag == _RAISED:
            raised = child.get(VAL) == "superscript"
        elif tag == _SHADE:
            fill = shade(child)
        elif tag == _MARKER:
            marker = child.get(VAL, "none")
        elif tag == _UNSEEN_FILL and child.find(_NO_FILL) is not None:
            vanish = True
    if marker is not None and marker != "none":
        fill = _WHITE if marker == "white" else _UNKNOWN
    return RunProperties(bold, italic, caps, vanish, size, color, fill, font, raised)


def over(lower: RunProperties, upper: RunProperties) -> RunProperties:
    """What `upper` says, and what `lower` says where `upper` does not."""
    if upper is NOTHING_SAID:
        return lower
    if lower is NOTHING_SAID:
        return upper
    return RunProperties(
        lower.bold if upper.bold is None else upper.bold,
        lower.italic if upper.italic is None else upper.italic,
        lower.caps if upper.caps is None else upper.caps,
        lower.vanish if upper.vanish is None else upper.vanish,
        lower.size if upper.size is None else upper.size,
        upper.color or lower.color,
        upper.fill or lower.fill,
        upper.font or lower.font,
        lower.raised if upper.raised is None else upper.raised,
    )


def layered(defaults: RunProperties, styles: tuple[RunProperties, ...]) -> RunProperties:
    """What styles of different kinds say together, from the table's to the run's.

    Bold, italic, capitals and hidden are toggles: said by two of them they cancel out (ECMA-376 part 1, 17.7.3).
    """
    result = defaults
    for style in styles:
        result = over(result, style)
    return replace(
        result,
        bold=bool(defaults.bold) or sum(s.bold is True for s in styles) % 2 == 1,
        italic=bool(defaults.italic) or sum(s.italic is True for s in styles) % 2 == 1,
        caps=bool(defaults.caps) or sum(s.caps is True for s in styles) % 2 == 1,
        vanish=bool(defaults.vanish) or sum(s.vanish is True for s in styles) % 2 == 1,
    )


def look(said: RunProperties, background: str | None) -> Look:
    """The Look of a run on a background (RRGGBB, None for bare paper)."""
    size = DEFAULT_SIZE if said.size is None else said.size
    hidden = bool(said.vanish) or size <= _SMALLEST
    if not hidden and said.color is not None and said.color != "auto":
        paper = background if said.fill in (None, "auto") else said.fill
        hidden = _alike(said.color, paper or _WHITE)
    return Look(bool(said.bold), bool(said.italic), bool(said.caps), hidden, size, said.font, bool(said.raised))


def shade(element: _Element | None) -> str | None:
    """The colour of a `w:shd`, "auto" where it is set to none, None where it is absent."""
    if element is None:
        return None
    if element.get(VAL) == "solid":
        ink = element.get(W + "color", "auto")
        return "000000" if ink == "auto" else ink.upper()
    fill = element.get(W + "fill")
    if fill and fill != "auto":
        return fill.upper()
    theme = element.get(W + "themeFill")
    if theme:
        return _WHITE if theme in _LIGHT_THEMES else _UNKNOWN
    pattern = element.get(VAL, "clear")
    return "auto" if pattern in ("clear", "nil") else _UNKNOWN


def _color(element: _Element) -> str | None:
    named = element.get(VAL)
    if named and named != "auto":
        return named.upper()
    theme = element.get(W + "themeColor")
    if theme:
        return _WHITE if theme in _LIGHT_THEMES else None
    return "auto" if named else None


def _points(half: str | None) -> float | None:
    number = integer(half, -1)
    return number / 2 if number >= 0 else None


@lru_cache(maxsize=1024)
def _alike(one: str, other: str) -> bool:
    """Whether two colours can hardly be told apart."""
    try:
        a, b = int(one, 16), int(other, 16)
    except ValueError:
        return False
    if len(one) != 6 or len(other) != 6:
        return False
    return max(abs((a >> shift & 255) - (b >> shift & 255)) for shift in (0, 8, 16)) <= _CLOSE

"""Text boxes: what colour lies behind their words, and whether they are shown."""

from __future__ import annotations

from lxml.etree import _Element

from ingest.readers.ooxml.names import VML, WP, WPS, A

_SOLID, _THEME, _EXACT = A + "solidFill", A + "schemeClr", A + "srgbClr"
_LIGHT = ("bg1", "lt1")
_UNKNOWN = "808080"


def box_fill(box: _Element) -> str | None:
    """The colour behind a text box's words, RRGGBB; None for paper."""
    for shape in box.iterancestors(WPS + "wsp", VML + "shape", VML + "rect", VML + "roundrect"):
        if shape.tag != WPS + "wsp":
            return _vml_fill(shape)
        properties = shape.find(WPS + "spPr")
        if properties is not None:
            if properties.find(A + "noFill") is not None:
                return None
            solid = properties.find(_SOLID)
            if solid is not None:
                return _color(solid)
            if any(properties.find(A + kind) is not None for kind in ("gradFill", "pattFill", "blipFill")):
                return _UNKNOWN
        style = shape.find(f"{WPS}style/{A}fillRef")
        if style is not None and style.get("idx", "0") != "0":
            theme = style.find(_THEME)
            return None if theme is not None and theme.get("val") in _LIGHT else _UNKNOWN
        return None
    return None


def box_hidden(box: _Element) -> bool:
    """Whether the shape of a text box is set not to be shown."""
    for shape in box.iterancestors(WP + "anchor", WP + "inline", VML + "shape", VML + "rect"):
        properties = shape.find(WP + "docPr")
        if properties is not None and properties.get("hidden") in ("1", "true"):
            return True
        if "visibility:hidden" in shape.get("style", "").replace(" ", ""):
            return True
    return False


def _color(fill: _Element) -> str:
    exact = fill.find(_EXACT)
    if exact is not None:
        return exact.get("val", _UNKNOWN).upper()
    theme = fill.find(_THEME)
    return "FFFFFF" if theme is not None and theme.get("val") in _LIGHT and not len(theme) else _UNKNOWN


def _vml_fill(shape: _Element) -> str | None:
    if shape.get("filled") in ("f", "false"):
        return None
    color = shape.get("fillcolor", "white").split(" ")[0].lower()
    if color in ("white", "#fff", "#ffffff", "window"):
        return None
    return color[1:].upper() if len(color) == 7 and color.startswith("#") else _UNKNOWN

"""Names of elements and attributes of WordprocessingML and its companions, and the reading of their plain values."""

from __future__ import annotations

from lxml.etree import _Element

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = "{" + W_NAMESPACE + "}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
VML = "{urn:schemas-microsoft-com:vml}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

VAL = W + "val"
P, R, T, TABLE, SDT, SDT_CONTENT = W + "p", W + "r", W + "t", W + "tbl", W + "sdt", W + "sdtContent"
P_PR, R_PR = W + "pPr", W + "rPr"
ALTERNATE = MC + "AlternateContent"
BOX = W + "txbxContent"

_OFF = frozenset(["0", "false", "off", "none"])
_MOST = 1_000_000


def value(parent: _Element, tag: str) -> str | None:
    """The `w:val` of a child; None where there is no such child or it has no value."""
    child = parent.find(tag)
    return None if child is None else child.get(VAL)


def is_on(element: _Element) -> bool:
    """Whether an on/off property is on; without a value it is."""
    return element.get(VAL, "1") not in _OFF


def has(parent: _Element | None, tag: str) -> bool:
    """Whether an on/off child is there and on."""
    child = None if parent is None else parent.find(tag)
    return child is not None and is_on(child)


def integer(text: str | None, default: int, least: int = -_MOST, most: int = _MOST) -> int:
    """A whole number of a file that may hold anything: what is none becomes `default`, what is too large is cut."""
    if text is None:
        return default
    try:
        number = int(text) if len(text) < 20 else default
    except ValueError:
        return default
    return max(least, min(most, number))

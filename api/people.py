"""Who is at the desk: a name that the browser keeps in a cookie. It proves nothing; it says whose work a sheet is."""

from __future__ import annotations

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "who"
LONGEST = 100


def who_of(request: Request) -> str:
    """The name that was given in this browser, or ""."""
    return _clean(unquote(request.cookies.get(COOKIE, "")))


def remember(response: Response, name: str) -> None:
    """Have the browser keep a name for a year; an empty one is forgotten."""
    name = _clean(name)
    if name:
        response.set_cookie(COOKIE, quote(name), max_age=31_536_000, samesite="strict", httponly=True)
    else:
        response.delete_cookie(COOKIE, samesite="strict", httponly=True)


def _clean(text: str) -> str:
    words = " ".join(text.split())
    return "".join(c for c in words if c.isprintable())[:LONGEST]

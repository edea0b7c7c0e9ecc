"""What can go wrong at the doors, and how it is told: `{"error": {"code", "message", "hint"}}`.

ApiError
  NotHere        no such report, answer, figure or page
  BadRequest     what was sent cannot be used
  TooMuch        it is too large
  Busy           too many are waiting
  ForeignWrite   a page of another origin tried to change something
  NotSupported   this installation does not offer it
"""

from __future__ import annotations


class ApiError(Exception):
    """A request could not be served. `message` is one Vietnamese sentence, `hint` what to do, `status` for HTTP."""

    code = "failed"
    status = 500

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NotHere(ApiError):
    """No such report, answer, figure or page."""

    code = "not_found"
    status = 404


class BadRequest(ApiError):
    """What was sent cannot be used."""

    code = "bad_request"
    status = 422


class TooMuch(ApiError):
    """It is too large."""

    code = "too_large"
    status = 413


class Busy(ApiError):
    """Too many are waiting."""

    code = "busy"
    status = 503


class ForeignWrite(ApiError):
    """A page of another origin tried to change something."""

    code = "foreign_origin"
    status = 403


class NotSupported(ApiError):
    """This installation does not offer it."""

    code = "not_supported"
    status = 501

"""What the desk may refuse, each in one sentence: an unknown section, reports that do not belong together, an unknown
item."""

from __future__ import annotations


class DraftError(Exception):
    """A draft cannot be made or changed: `message` says what and where, `hint` what to do."""

    code = "draft"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnknownItem(DraftError):
    """A draft has no item of that id."""

    code = "unknown_item"

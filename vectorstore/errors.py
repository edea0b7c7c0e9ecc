"""What can go wrong with the store.

StoreError
  StoreNotWritable     the data folder cannot be made or written
  StoreInUse           another process has the data folder open
  StoreTooNew          the store was written by a newer version of the program
  StoreDamaged         a file of the store is not what it should be
  EmbedderMissing      the embedding model is not installed or not where the setting says
  EmbedderChanged      the store was indexed with another embedding model
  UnknownReport        no report of that id, or more than one
  UnknownFigure        no figure of that id
  UnknownDraft         no draft of that id, or no version of it of that number
  UnknownTalk          no conversation of that id
"""

from __future__ import annotations


class StoreError(Exception):
    """The store cannot do what was asked. `message` is one Vietnamese sentence; `hint` says what to do."""

    code = "store"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class StoreNotWritable(StoreError):
    """The data folder cannot be made or written."""

    code = "store_not_writable"


class StoreInUse(StoreError):
    """Another process has the data folder open."""

    code = "store_in_use"


class StoreTooNew(StoreError):
    """The store was written by a newer version of the program."""

    code = "store_too_new"


class StoreDamaged(StoreError):
    """A file of the store is not what it should be."""

    code = "store_damaged"


class EmbedderMissing(StoreError):
    """The embedding model is not installed or not where the setting says."""

    code = "embedder_missing"


class EmbedderChanged(StoreError):
    """The store was indexed with another embedding model."""

    code = "embedder_changed"


class UnknownReport(StoreError):
    """No report of that id, or more than one."""

    code = "unknown_report"


class UnknownFigure(StoreError):
    """No figure of that id."""

    code = "unknown_figure"


class UnknownDraft(StoreError):
    """No draft of that id, or no version of it of that number."""

    code = "unknown_draft"


class UnknownTalk(StoreError):
    """No conversation of that id."""

    code = "unknown_conversation"

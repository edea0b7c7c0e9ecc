"""What can go wrong in reading.

IngestError
  UnreadableFile      the file is empty, damaged, encrypted or not what its name says
  UnsupportedFormat   no reader for this kind of file, or the program it needs is not installed
  TooLarge            the file passes a limit that keeps time and memory bounded
"""

from __future__ import annotations


class IngestError(Exception):
    """A file could not be read. `message` is one sentence with the file's name; `hint` says what to do."""

    code = "ingest"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnreadableFile(IngestError):
    """The file is empty, damaged, encrypted or not what its name says."""

    code = "unreadable_file"


class UnsupportedFormat(IngestError):
    """No reader for this kind of file, or the program it needs is not installed."""

    code = "unsupported_format"


class TooLarge(IngestError):
    """The file passes a limit that keeps time and memory bounded."""

    code = "too_large"

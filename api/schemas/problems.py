"""What went wrong: the body of every error."""

from __future__ import annotations

from pydantic import Field

from api.schemas.model import Model


class Problem(Model):
    """What went wrong, in one sentence, and what to do."""

    code: str = Field(description="A stable name of the kind of error", examples=["unsupported_format"])
    message: str = Field(description="What happened, in one sentence")
    hint: str = Field("", description="What to do about it")


class ErrorBody(Model):
    """The body of every error."""

    error: Problem = Field(description="What went wrong")

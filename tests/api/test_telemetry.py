"""What is asked is told to nobody, whatever the process around the program would like to hear."""

from __future__ import annotations

from pathlib import Path

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from vectorstore.library import Library


def test_questions_are_told_to_no_telemetry_that_the_process_has(
    monkeypatch: pytest.MonkeyPatch, sample_library: Library, tmp_path: Path
) -> None:
    told = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(told))
    monkeypatch.setattr("opentelemetry.trace.get_tracer_provider", lambda: provider)
    app = create_app(Settings(data_dir=tmp_path), sample_library)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        assert client.post("/api/ask", json={"question": "Còn bao nhiêu đơn?"}).status_code == 200
    assert told.get_finished_spans() == ()

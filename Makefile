PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
DATA ?= data
export LANGSMITH_TRACING := false
export ANONYMIZED_TELEMETRY := False

.DEFAULT_GOAL := help
.PHONY: help run test check format eval eval-model bench fuzz samples screenshots clean

help: ## what there is to make
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 14

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Cần Python 3.11 trở lên: đặt PYTHON=/đường/dẫn/python3."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.run

$(VENV)/.bench: $(VENV)/.dev
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,bench]'
	@touch $@

run: $(VENV)/.run ## install, read the sample report, ask it two questions, serve the web page
	@$(BIN)/baocao --data-dir $(DATA) ingest samples/vinh-trach-2024.docx
	@$(BIN)/baocao --data-dir $(DATA) ask "Còn bao nhiêu đơn thư tồn đọng?"
	@$(BIN)/baocao --data-dir $(DATA) ask "How many petitions remained unresolved?"
	@$(BIN)/baocao --data-dir $(DATA) serve

test: $(VENV)/.dev ## all tests
	$(BIN)/python -m pytest

check: $(VENV)/.dev ## lint, format, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev ## let ruff set the layout
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .

eval: $(VENV)/.dev ## score the answers on the golden questions
	$(BIN)/python -m tests.golden.evaluate

samples: $(VENV)/.dev ## build the sample reports anew (needs LibreOffice)
	$(BIN)/python -m samples.build

clean: ## remove what was built, not the data
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

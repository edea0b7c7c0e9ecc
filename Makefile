PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DATA ?= data
HOST ?= 127.0.0.1
PORT ?= 8000
export LANGSMITH_TRACING := false
export ANONYMIZED_TELEMETRY := False

.DEFAULT_GOAL := help
.PHONY: help run test fuzz check format eval eval-model bench screenshots samples clean

help: ## what there is to make
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(BIN)/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Cần Python 3.11 trở lên: make $(MAKECMDGOALS) PYTHON=/đường/dẫn/python3.11"; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "Không tạo được môi trường Python (trên Debian, Ubuntu: cài python3-venv)."; exit 1; }

$(VENV)/.run: $(BIN)/python pyproject.toml constraints.txt
	@echo "Đang cài các gói (lần đầu mất vài phút)…"
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt
	@echo "Đang cài các gói, kể cả gói để kiểm thử (lần đầu mất vài phút)…"
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.run

$(VENV)/.bench: $(VENV)/.dev
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,bench]'
	@touch $@

run: $(VENV)/.run ## install, read the sample report, ask it two questions, serve the web page
	@$(BIN)/baocao --data-dir $(DATA) ingest samples/vinh-trach-2024.docx
	@$(BIN)/baocao --data-dir $(DATA) ask "Còn bao nhiêu đơn thư tồn đọng?"
	@$(BIN)/baocao --data-dir $(DATA) ask "How many petitions remained unresolved?"
	@$(BIN)/baocao --data-dir $(DATA) serve --host $(HOST) --port $(PORT)

test: $(VENV)/.dev ## all tests
	$(BIN)/python -m pytest

fuzz: $(VENV)/.dev ## spoil files of every format for an hour or so: FUZZ times as many as in the tests
	BAOCAO_FUZZ=$(or $(FUZZ),30) $(BIN)/python -m pytest -m fuzz

check: $(VENV)/.dev ## lint, layout, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev ## let ruff set the layout
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .

eval: $(VENV)/.dev ## score the answers on the golden questions
	$(BIN)/python -m tests.golden.evaluate

eval-model: $(VENV)/.dev ## the same with the chat model of BAOCAO_LLM__BASE_URL and BAOCAO_LLM__MODEL
	$(BIN)/python -m tests.golden.evaluate --model

bench: $(VENV)/.bench ## speed: reading beside other readers, to 500 pages, how faithfully, ledgers, drafts, answers with 1 and 1,000 reports, 200 askers, first paint
	@$(BIN)/python -m bench.read_docx
	@$(BIN)/python -m bench.read_pdf
	@$(BIN)/python -m bench.growth
	@$(BIN)/python -m bench.faithful
	@$(BIN)/python -m bench.ledgers
	@$(BIN)/python -m bench.drafts
	@BENCH_DATA=$(or $(BENCH_DATA),build/bench) $(BIN)/python -m bench.answers
	@$(BIN)/python -m bench.crowd
	@$(BIN)/python -m bench.paint

screenshots: $(VENV)/.dev ## take the pictures in docs/images anew (needs Chromium)
	$(BIN)/python scripts/screenshots.py

samples: $(VENV)/.dev ## build the sample reports anew (needs LibreOffice)
	$(BIN)/python -m samples.build

clean: ## remove what was built, not the data
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

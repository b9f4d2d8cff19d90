# The whole vocabulary. Every target makes its own environment first; running twice does the work once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: chat test lint bench evals models train

chat: $(VENV)/installed
	$(BIN)/coach

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/installed-dev
	$(BIN)/python -m tests.bench

evals: $(VENV)/installed-dev
	$(BIN)/python -m coach.evaluation.retrieval

models: $(VENV)/installed-models
	$(BIN)/python -m coach.training.embedder

train: $(VENV)/installed-models
	$(BIN)/python -m coach.training.reader $(if $(ALSO),--also $(ALSO))

# A stamp is made anew whenever pyproject.toml is newer, so `git pull` brings new dependencies in.
$(VENV)/installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/installed

$(VENV)/installed-models: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[models]'
	touch $@ $(VENV)/installed

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

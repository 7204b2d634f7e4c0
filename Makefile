# The two commands of the README are `make document` and `make test`; each sets up all it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(if $(wildcard $(VENV)/Scripts),$(VENV)/Scripts,$(VENV)/bin)

.PHONY: document test check lint types catalogue styles bench clean

document: $(VENV)/ready
	$(BIN)/traite render 2015-01-22 --to md,html,docx,odt,pdf
	$(BIN)/traite render 2015-01-22 --audience public --to md,html,docx,odt,pdf

test: $(VENV)/ready
	$(BIN)/python -m pytest -q -n auto

check: lint types test

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/traite validate

types: $(VENV)/ready
	$(BIN)/mypy

# What is generated, made again: message catalogues, office style references.
catalogue: $(VENV)/ready
	$(BIN)/python scripts/catalogue.py

styles: $(VENV)/ready
	$(BIN)/python scripts/reference_styles.py

bench: $(VENV)/ready
	$(BIN)/python benchmarks/run.py

$(VENV)/ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/$(if $(wildcard $(VENV)/Scripts),Scripts,bin)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist

# Everything that can be done here. CI calls the same names.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# What makes the environment stale: when one of these is newer than the stamp it is made again.
STAMP := $(VENV)/.ready
OUT ?= demo-out
# The interpreter with torch and what training/README.md names.
TRAIN_PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help setup demo test check lint types imports bench docs reference train clean

help: ## print this
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

$(STAMP): constraints.txt pyproject.toml hatch_build.py vigil/reference/build_places.py vigil/reference/keys.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(STAMP) ## make .venv with everything pinned in constraints.txt, and build the place index

demo: $(STAMP) ## run the main job on the small invented world and show what came out
	$(BIN)/python -m tests.world.demo $(OUT)

test: $(STAMP) ## all tests: no network, no GPU, no ../shared
	$(BIN)/python -m pytest -q -n 2

check: lint types imports ## lint, types and the import contract

lint: $(STAMP) ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP) ## mypy, strict
	$(BIN)/mypy

imports: $(STAMP) ## the direction of imports
	$(BIN)/lint-imports

bench: $(STAMP) ## measure against ../shared/gold, into bench-out/table.md; says so where data is missing
	$(BIN)/python -m bench.all

train: ## train the reader again (needs the claims gold, BASE=FOLDER of the base model; see training/README.md)
	$(TRAIN_PYTHON) -m training.reader --base $(BASE)

reference: $(STAMP) ## build the place index again
	$(BIN)/python -m vigil.reference.build_places vigil/reference/data/places.sqlite

docs: $(STAMP) ## write the pages that come from code: command line, stages, export columns
	COLUMNS=80 TERMINAL_WIDTH=80 $(BIN)/python -m docs.generate

clean: ## remove what was made (not your records)
	rm -rf $(VENV) $(OUT) bench-out build dist .pytest_cache .mypy_cache .ruff_cache vigil/reference/data/places.sqlite

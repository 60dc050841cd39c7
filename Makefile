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
.PHONY: help setup web webtry client demo demofast shots test check lint types imports bench docs reference train clean

help: ## print this
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

$(STAMP): constraints.txt pyproject.toml hatch_build.py vigil/reference/build_places.py vigil/reference/keys.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(STAMP) ## make .venv with everything pinned in constraints.txt, and build the place index

# The web application is built where npm is; elsewhere the server and the demo do without it, and say so (docs/web.md).
WEB_STAMP := web/node_modules/.ready
WEB_BUILT := vigil/api/static/index.html
WEB_SOURCES := $(shell find web/src web/public web/index.html web/vite.config.ts web/tsconfig.json -type f 2>/dev/null)

$(WEB_STAMP): web/package-lock.json
	cd web && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

$(WEB_BUILT): $(WEB_STAMP) $(WEB_SOURCES)
	cd web && npm run build

web: $(WEB_BUILT) ## build the web application into the package (needs npm)

webtry:
	@if command -v npm >/dev/null; then $(MAKE) web || echo "The web application was not built; the server goes without it."; \
	else echo "No npm here: the server goes without the web application."; fi

client: docs $(WEB_STAMP) ## write the web client's types from the interface
	cd web && npm run client

demo: $(STAMP) webtry ## run the main job on the small invented world, then serve the map until Ctrl-C
	$(BIN)/python -m tests.world.demo $(OUT)

demofast: $(STAMP) ## the same, but end when the map has answered (for CI)
	$(BIN)/python -m tests.world.demo --once $(OUT)

shots: $(STAMP) web ## photograph every page into shots/ (needs chromium)
	$(BIN)/python -m tests.web.shots

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
	rm -rf $(VENV) $(OUT) bench-out shots web/node_modules vigil/api/static build dist .pytest_cache .mypy_cache .ruff_cache vigil/reference/data/places.sqlite vigil/reference/data/parsed.json

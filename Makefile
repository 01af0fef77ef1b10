# make run    set up and open the dashboard on the bundled sample (or on RAWI_STORE)
# make test   set up and run every check: format, lint, types, tests, browser tests
# make bench  the benchmarks, as ratios in one run
# make eval   the scores against ../shared/gold, where it is present
# make clean  remove what the other targets made

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STORE  ?= $(or $(RAWI_STORE),.rawi/sample)
PORT   ?= 8501
SHARED ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help run test lint unit browser bench eval clean

help:
	@sed -n 's/^# //p' Makefile

# The environment is made anew only when what it is made of has changed.
$(VENV)/.run: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Rawi needs Python 3.11 or newer; set PYTHON=/path/to/python3.11'; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

.rawi/sample/CURRENT: $(VENV)/.run $(shell find sample core -type f -not -name '*.pyc' 2>/dev/null)
	$(BIN)/rawi ingest sample/pages --store .rawi/sample
	@touch $@

run: $(VENV)/.run $(if $(RAWI_STORE),,.rawi/sample/CURRENT)
	$(BIN)/rawi serve --store $(STORE) --port $(PORT)

test: lint unit browser

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

unit: $(VENV)/.dev .rawi/sample/CURRENT
	$(BIN)/python -m pytest -m 'not browser' -n auto

browser: $(VENV)/.dev .rawi/sample/CURRENT
	@bash tools/ensure_chromium
	$(BIN)/python -m pytest -m browser

bench: $(VENV)/.dev
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

eval: $(VENV)/.run
	@if test -d $(SHARED)/gold; then \
		$(BIN)/rawi parse $(SHARED)/gold/pages $(SHARED)/gold/articles.jsonl --quiet --format jsonl > .rawi-eval.jsonl && \
		$(BIN)/python $(SHARED)/gold/score.py --pred .rawi-eval.jsonl; rm -f .rawi-eval.jsonl; \
	else echo 'make eval: skipped, there is no $(SHARED)/gold'; fi

clean:
	rm -rf $(VENV) .rawi .pytest_cache .mypy_cache .ruff_cache .hypothesis build *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

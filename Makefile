# make run      set up what is missing, then serve on http://127.0.0.1:5000   (make run PORT=5001)
# make test     set up what is missing, then run every test, side by side   (make test PROCESSES=0: one by one)
# make install  run-time dependencies only
# make lint     formatting, types, layers
# make messages collect the texts of the interface, bring the catalogues up to date and compile them
# make bench    the benchmarks behind docs/benchmarks.md
# make clean    remove the virtual environment (articles and edits in instance/ stay)
#
# Needs Python 3.11 or newer with venv, make, and a package index. uv is used when it is there.

PYTHON ?= python3
PORT ?= 5000
HOST ?= 127.0.0.1
PROCESSES ?= auto
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

# Each stamp names what it was made from; a change of the inputs makes it anew, and nothing else does.
INPUTS := pyproject.toml constraints.txt

.PHONY: run test install lint messages bench clean

run: $(VENV)/.installed
	@$(BIN)/workbench serve --host $(HOST) --port $(PORT)

test: $(VENV)/.tests
	$(BIN)/python -m pytest --numprocesses $(PROCESSES) --maxprocesses 4 --dist worksteal $(PYTEST_ARGS)

install: $(VENV)/.installed

lint: $(VENV)/.lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

messages: $(VENV)/.installed
	$(BIN)/python tools/messages.py

bench: $(VENV)/.tests
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
ifdef UV
	$(UV) venv --quiet --python $(PYTHON) $(VENV)
else
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python's venv module is missing: apt install python3-venv" >&2; exit 1; }
endif

ifdef UV
PIP = $(UV) pip install --quiet --python $(BIN)/python
else
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

$(VENV)/.installed: $(INPUTS) | $(BIN)/python
	@echo "Installing the workbench into $(VENV)…"
	@$(PIP) --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.tests: $(VENV)/.installed requirements/test.txt
	@$(PIP) --constraint constraints.txt --requirement requirements/test.txt
	@touch $@

$(VENV)/.lint: $(VENV)/.installed requirements/lint.txt
	@$(PIP) --constraint constraints.txt --requirement requirements/lint.txt
	@touch $@

# One command for each job. `make` alone lists them.
# Everything runs in .venv, by relative paths, so that a folder name with spaces is no trouble.

TODAY := 2026-11-01
VENV  := .venv
STAMP := $(VENV)/.klantreis-stamp

ifeq ($(OS),Windows_NT)
PY := $(VENV)/Scripts/python.exe
else
PY := $(VENV)/bin/python
endif

# The first Python of 3.11 or later; `make setup PYTHON=…` chooses another.
CANDIDATES := python3 python python3.14 python3.13 python3.12 python3.11
PYTHON ?= $(shell for p in $(CANDIDATES); do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done)

.DEFAULT_GOAL := help
.PHONY: help setup site test check format types bench clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

setup: $(STAMP) ## make .venv and install the tool and its tools in it
	@echo "ready: $(PY) -m klantreis"

$(STAMP): pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: Python 3.11 or later was not found; install it, or name it: make setup PYTHON=/path/to/python3" >&2; exit 1; }
	@test -x $(PY) || "$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); \
		echo "make: Python has no venv here; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PY) -m pip --version >/dev/null 2>&1 || { rm -rf $(VENV); \
		echo "make: .venv has no pip; on Debian and Ubuntu: apt-get install python3-venv, then try again" >&2; exit 1; }
	@echo "installing klantreis and its tools in $(VENV) ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(STAMP)

site: $(STAMP) ## check the example, build its site and say where it is
	@$(PY) -m klantreis check --today $(TODAY) --exit-zero
	@$(PY) -m klantreis build --today $(TODAY)

test: $(STAMP) ## run every test (ARGS="-k word" picks some)
	@$(PY) -m pytest -n auto --dist worksteal $(ARGS)

check: $(STAMP) ## look for mistakes in the code
	@$(PY) -m ruff check .

format: $(STAMP) ## lay out the code
	@$(PY) -m ruff check --fix --exit-zero --quiet .
	@$(PY) -m ruff format .

types: $(STAMP) ## check the types
	@$(PY) -m mypy

bench: $(STAMP) ## measure speed and memory on large made-up projects (ARGS=--quick)
	@$(PY) benchmarks/run.py $(ARGS)

clean: ## remove what the other commands made, .venv included
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find site -mindepth 1 ! -name .gitignore -delete
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

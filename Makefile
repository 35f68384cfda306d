# make            set up and build every edition        make test    run the tests
# make help       every target
.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
.ONESHELL:
SHELL := /bin/sh
.SHELLFLAGS := -eu -c
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: build setup pdf html check test lint conformance browser bench fuzz fuzz-long scale mutants clean help

build: $(READY)  ## set up, check the thesis and build every edition into build/
	@$(BIN)/thesis-build build

setup: $(READY)  ## make .venv/ with .venv/bin/thesis-build

pdf: $(READY)  ## only the PDF editions
	@$(BIN)/thesis-build build --format pdf

html: $(READY)  ## only the HTML edition
	@$(BIN)/thesis-build build --format html

check: $(READY)  ## report what is wrong with the thesis
	@$(BIN)/thesis-build check

test: $(READY)  ## run the tests
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

lint: $(READY)  ## ruff, mypy and the layers of the package
	@$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

conformance: $(READY) build  ## PDF/A-2a and PDF/UA-1 by veraPDF's rules (needs Java 11 or newer) and qpdf
	@sh tests/conformance/run.sh $(BIN)/python build/thesis-id.pdf build/thesis-en.pdf

browser: $(READY) build  ## axe, html-validate and the page without JavaScript (needs Chromium and npm)
	@sh tests/browser/run.sh $(BIN)/python

bench: $(READY)  ## what checking costs, as ratios against plain Pandoc
	@$(BIN)/python -m tests.bench.bench

fuzz: $(READY)  ## spoilt files for every reader, for a minute or two
	@THESIS_FUZZ=long $(BIN)/python -m pytest -q tests/fuzz

fuzz-long: $(READY)  ## thousands of spoilt theses of every kind, for an hour; the seed is printed
	@$(BIN)/python -m tests.fuzz.campaign --seconds 280

scale: $(READY)  ## what checking and building very large theses costs
	@$(BIN)/python -m tests.bench.scale

mutants: $(READY)  ## mutation testing, for half an hour and more; make mutants ROOM=linter SAMPLE=60
	@$(BIN)/python -m tests.mutants.run $(ROOM) --sample $(or $(SAMPLE),0)

clean:  ## remove what was built; .venv/ stays
	@rm -rf build dist .thesis-build

help:  ## show this
	@sed -n 's/^\([a-z-]*\):.*##  *\(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
	  echo "Python 3.11 or newer is needed (found: $$($(PYTHON) --version 2>&1 || echo none)); install it, or run: make PYTHON=python3.12" >&2
	  exit 1
	}
	$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || {
	  echo "Python's venv module is missing; install it, for example: apt-get install python3-venv" >&2
	  exit 1
	}
	$(PYTHON) -m venv $(VENV)
	echo "installing the locked packages …"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)

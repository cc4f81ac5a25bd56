# Two commands matter: `make run` and `make test`. Both set the project up first, into .venv, once.
# Needed: make and Python 3.11 or newer with its venv module (tried: 3.11 to 3.13). No system package, no account, no key.

SHELL := /bin/sh
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
JOBS ?= 2
ARGS ?=
CAMPAIGN_ARGS ?=
ODD_PDFS ?=
FUZZ_ARGS ?=
MUTATION_ARGS ?=
BENCH_ARGS ?=
NATIONAL_ARGS ?=

# The stamp holds the folder it was made in: a checkout that was moved or copied is set up anew,
# because the scripts of a virtual environment name their folder. The base interpreter is asked for, because the
# python3 of an activated .venv would clear itself away.
ifneq ($(shell cat $(READY) 2>/dev/null),$(CURDIR))
.PHONY: $(READY)
endif

.PHONY: help setup run test coverage check format lock licences samples extracted recipes tutorial rules found campaign \
  bench calibrate dist clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## install everything into .venv (done by the others when needed)

$(READY): requirements.lock pyproject.toml
	@if [ "$$(cat $@ 2>/dev/null)" != "$(CURDIR)" ]; then \
	  for python in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	    found=$$("$$python" -c 'import sys, venv, ensurepip; assert sys.version_info >= (3, 11); \
	      print(sys._base_executable)' 2>/dev/null) && break; \
	  done; \
	  if [ -n "$(PYTHON)" ] && ! "$(PYTHON)" --version >/dev/null 2>&1; then \
	    echo "setup: there is no $(PYTHON); name one that is there, or leave PYTHON= out" >&2; exit 1; \
	  fi; \
	  if [ -z "$$found" ]; then \
	    echo "setup: needs Python 3.11 or newer with its venv module and found" \
	      "$$(python3 --version 2>/dev/null || echo none);" \
	      "install one, or name yours: make setup PYTHON=python3.12" >&2; exit 1; \
	  fi; \
	  echo "setup: $$("$$found" --version) into $(VENV)"; \
	  "$$found" -m venv --clear $(VENV) || exit 1; \
	fi
	@echo "setup: installing the locked packages (two to five minutes, only when the lock changes)"
	@$(BIN)/python -m pip --disable-pip-version-check install -q --no-compile --require-hashes --no-deps \
	  -r requirements.lock >$(VENV)/pip.log 2>&1 & pip=$$!; trap 'kill $$pip; exit 1' INT TERM; \
	while kill -0 $$pip 2>/dev/null; do printf . >&2; sleep 2; done; echo >&2; \
	wait $$pip || { tail -n 3 $(VENV)/pip.log >&2; echo "setup: the packages could not be installed: check the" \
	  "network (a proxy is named by HTTPS_PROXY) and the disk, then run it again; all of it is in $(VENV)/pip.log" >&2; \
	  exit 1; }
	@$(BIN)/python -m pip --disable-pip-version-check install -qq --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q -j $(JOBS) $(VENV)/lib >/dev/null || true  # else each process compiles spaCy anew
	@printf '%s\n' "$(CURDIR)" > $@
	@echo "setup: done; $(BIN)/ikp is the command"

run: setup ## read what is new in corpus/, rebuild extracted/, print a summary (ARGS="--workers 2")
	@$(BIN)/ikp run $(ARGS)

test: check ## every check, then every test
	@$(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal $(ARGS)

coverage: ## make test with the coverage of branches, which costs half as much time again; CI runs this
	@$(MAKE) --no-print-directory test ARGS="--cov --cov-report=term $(ARGS)"

check: setup ## style, types and the direction of imports
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo "format: run make format" >&2; exit 1; }
	@$(BIN)/python -m mypy --no-error-summary
	@report=$$($(BIN)/lint-imports --no-logo 2>&1) || { printf '%s\n' "$$report"; exit 1; }
	@echo "check: style, formatting, types and imports are in order"

format: setup ## format the code and repair what can be repaired
	@$(BIN)/ruff check --fix --quiet
	@$(BIN)/ruff format --quiet

lock: setup ## resolve pyproject.toml anew into requirements.lock (Python 3.11 to 3.13, hashes, no addresses)
	@$(BIN)/python -m pip --disable-pip-version-check install -qq uv
	@$(BIN)/uv pip compile pyproject.toml --extra dev --python-version 3.11 --universal --generate-hashes \
	  --no-header --no-annotate --quiet --output-file requirements.lock
	@echo "lock: $$(grep -c '==' requirements.lock) packages"

licences: setup ## write the tables of LICENSES.md anew, after every change of the lock
	@$(BIN)/python tests/make_licences.py

samples: setup ## write the sample documents in corpus/samples/ again
	@$(BIN)/python tests/make_samples.py

extracted: setup ## compute the committed extracted/ from nothing
	@rm -rf extracted
	@$(BIN)/ikp run

recipes: setup ## compute the results printed in RECIPES.md anew
	@PYTHONPATH=tests $(BIN)/python tests/make_recipes.py

tutorial: setup ## run docs/TUTORIAL.md and print anew what its commands answer
	@PYTHONPATH=tests $(BIN)/python tests/make_tutorial.py

rules: setup ## write the catalogue of rules, docs/RULES.md, from the rules themselves
	@PYTHONPATH=tests $(BIN)/python tests/make_rules.py

found: setup ## write what the rules find in annotated and generated documents, after every change of the rules
	@PYTHONPATH=tests $(BIN)/python tests/found.py

campaign: setup ## the long runs, recorded in tests/campaigns/RESULTS.md (ODD_PDFS=FOLDER adds a folder of odd PDFs)
	@PYTHONPATH=tests $(BIN)/python -m campaigns.roundtrip --workers $(JOBS) $(CAMPAIGN_ARGS)
	@PYTHONPATH=tests $(BIN)/python -m campaigns.scans --workers $(JOBS)
	@PYTHONPATH=tests $(BIN)/python -m campaigns.fuzzing --workers $(JOBS) $(FUZZ_ARGS)
	@PYTHONPATH=tests $(BIN)/python -m campaigns.mutation --workers $(JOBS) $(MUTATION_ARGS)
	@PYTHONPATH=tests $(BIN)/python -m campaigns.kills
	@PYTHONPATH=tests $(BIN)/python -m campaigns.analysts
	@PYTHONPATH=tests $(BIN)/python -m campaigns.morning
	@PYTHONPATH=tests $(BIN)/python -m campaigns.scale
	@PYTHONPATH=tests $(BIN)/python -m campaigns.schedule
	@PYTHONPATH=tests $(BIN)/python -m campaigns.distribution
	@if [ -n "$(ODD_PDFS)" ]; then PYTHONPATH=tests $(BIN)/python -m campaigns.odd_files "$(ODD_PDFS)"; fi

bench: setup ## how long the work takes, as ratios (BENCH_ARGS="--documents 1000" NATIONAL_ARGS="--findings 500000")
	@PYTHONPATH=tests $(BIN)/python -m benchmarks.reading $(BENCH_ARGS)
	@PYTHONPATH=tests $(BIN)/python -m benchmarks.pdf $(BENCH_ARGS)
	@PYTHONPATH=tests $(BIN)/python -m benchmarks.workers $(BENCH_ARGS)
	@PYTHONPATH=tests $(BIN)/python -m benchmarks.national $(NATIONAL_ARGS)

calibrate: setup ## fit the table of confidence anew, after every change of the rules
	@PYTHONPATH=tests $(BIN)/python tests/fit_confidence.py

dist: setup ## build wheel and sdist of what git tracks into dist/, the same bytes each time, and check them
	@$(BIN)/python tests/make_dist.py

clean: ## remove what the tools left behind (not .venv, corpus/ or extracted/)
	@rm -rf build dist *.egg-info .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find pipeline flows tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Every command sets up what it needs in .venv first; `make PYTHON=python3.12 book` names a Python.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help env book test verify matrix ledger refresh upstream what-if package serve lab lock pair rename benchmark clean

BIN := .venv/bin
PDF := _build/pdf/belarus-technology-sector.pdf
PORT ?= 8000

# What a shell has set for other projects must not reach the kernels; kernels compile imports once.
unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE VIRTUAL_ENV
# The same bytes at each build: one date (that of the release), one order, one thread of algebra.
export SOURCE_DATE_EPOCH = $(shell day=$$(sed -n 's/^date-released: *//p' CITATION.cff); \
	date -u -d "$$day" +%s 2>/dev/null || date -u -j -f '%F %T' "$$day 00:00:00" +%s)
export PYTHONHASHSEED := 0
export PYTHONNOUSERSITE := 1
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1
export RAYON_NUM_THREADS := 1

help:  ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name text; \
	do printf '  make %-10s %s\n' "$$name" "$$text"; done

# The Python named, or the one of .venv, or else the first that runs (a shim may only pretend):
# the newest that the matrix has been run on, and 3.14 after them.
PYTHONS = $(if $(PYTHON),"$(PYTHON)",$(BIN)/python python3.13 python3.12 python3.11 python3.14 \
	python3)
env:
	@for python in $(PYTHONS); do \
	  if "$$python" bootstrap.py --fits >/dev/null 2>&1; then exec "$$python" bootstrap.py; fi; \
	done; \
	if "$$python" -c '' 2>/dev/null; then exec "$$python" bootstrap.py; fi; \
	echo "set-up: no working Python found ($$python does not run);" \
	  "install Python 3.11, 3.12, 3.13 or 3.14" >&2; exit 1

# Pages that warned would be taken as read at the next build: after a failure they are read again.
LOG := _build/book.log
book: env  ## build the report, HTML and PDF
	@mkdir -p _build && echo "Building the report (what it does: $(LOG))"
	@$(BIN)/jupyter-book build . -W -n --keep-going >$(LOG) 2>&1 || { rm -rf _build/.doctrees; \
	  grep -E "(WARNING|ERROR|CRITICAL):" $(LOG) >&2; \
	  sed -n '/^sphinx.errors.*Error: /,/^The above exception/{/^The above/!p}' $(LOG) >&2; \
	  grep -B1 "The full traceback has been saved" $(LOG) | head -n 1 >&2; \
	  echo "book: the build failed, see above; the whole story is in $(LOG)" >&2; exit 1; }
	@test -s $(PDF) || { echo "book: the build left no $(PDF)" >&2; exit 1; }
	@echo "HTML  _build/html/index.html"
	@echo "PDF   $(PDF)"
	@$(BIN)/python -m report.run.environment

test: book  ## run every check (ARGS="-k name" for some)
	@$(BIN)/python tests/chromium.py
	@$(BIN)/python -m pytest -n 2 $(ARGS)

verify: env  ## build twice from nothing, compare with the record (KEEP=1 keeps it, KEY= signs it)
	@$(if $(KEY),ATTESTATION_KEY='$(KEY)') $(BIN)/python -m report.run.verify $(if $(KEEP),--keep)

matrix: env  ## the same results on other Pythons, oldest and newest packages (a quarter of an hour)
	@$(BIN)/python benchmarks/matrix.py

refresh: env  ## take the publishers' latest figures and report what moved (FROM=folder, TABLES=...)
	@$(BIN)/python -m analysis.sources $(if $(FROM),--from "$(FROM)") $(TABLES)

upstream: env  ## rebuild the tables from the publishers' files and compare (FROM=folder, TABLES=...)
	@$(BIN)/python -m analysis.sources --pinned $(if $(FROM),--from "$(FROM)") $(TABLES)

ledger: book  ## accept the numbers and exhibits of this build as the record
	@cp _build/ledger.json results/ledger.json
	@echo "results/ledger.json now holds this build; git diff shows what moved"

what-if: env  ## change an assumption, see what moves (SET='economies:GE:donor=true')
	@$(BIN)/python -m report.run.what_if $(if $(SET),'$(subst ','\'',$(SET))')

package: book  ## leave one archive for a data editor or a repository
	@$(BIN)/python -m report.archive.package

serve: book  ## show the report at http://localhost:8000 (PORT=...)
	@echo "http://localhost:$(PORT) (Ctrl-C ends it)"
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory _build/html $(PORT)

lab: env  ## open the chapters as notebooks in JupyterLab
	@$(BIN)/jupyter lab notebooks

lock: env  ## write requirements.txt from pyproject.toml (UPGRADE=1 takes newer versions)
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile pyproject.toml --quiet \
	  --universal --generate-hashes --python-version 3.11 --all-extras --no-annotate \
	  --system-certs $(if $(UPGRADE),--upgrade) --output-file requirements.txt

pair: env  ## bring the notebooks up to date with the chapters
	@for text in $$(grep -l '^jupytext:' chapters/*.md); do \
	  $(BIN)/jupytext --to ipynb --update --output notebooks/$$(basename $$text .md).ipynb $$text \
	    || exit 1; done

rename: env  ## give a number or an exhibit another id wherever it stands (OLD=... NEW=...)
	@$(BIN)/python -m report.rename $(OLD) $(NEW)

benchmark: env  ## time our build beside a stock one, and weigh it
	@$(BIN)/python benchmarks/build_times.py
	@$(BIN)/python benchmarks/page_weights.py

clean:  ## remove all outputs (.venv stays)
	@rm -rf _build .pytest_cache .ruff_cache
	@find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +

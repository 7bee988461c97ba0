# Everything runs in a virtual environment of its own, made from the pinned lock; nothing is installed by hand.
PYTHON ?= python3
BIN := .venv/bin
LOCK := requirements.lock

.DELETE_ON_ERROR:
.PHONY: demo test lint types layers docs bench golden lock clean

demo: .venv/.ready
	@mkdir -p reports
	$(BIN)/derive compare corpus/pairs/harbour.source.txt corpus/pairs/harbour.rewrite.txt \
		--source-date 2025-02-13T10:20:00Z --rewrite-date 2025-02-13T18:30:00Z --output html=reports/harbour.html
	@echo "The editor's view: reports/harbour.html"

test: .venv/.ready
	$(BIN)/python -m pytest -n auto

lint: .venv/.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/.ready
	$(BIN)/mypy

layers: .venv/.ready
	$(BIN)/lint-imports

bench: .venv/.ready
	$(BIN)/python -m benchmarks

# Rewrite the golden files of the renderers; review the diff.
golden: .venv/.ready
	DERIVE_GOLDEN=write $(BIN)/python -m pytest tests/render

# Pages that are generated from the checks' docstrings.
docs: .venv/.ready
	$(BIN)/python -m docs.generate

# Resolve pyproject.toml anew; the lock has hashes and no index addresses.
lock: .venv/.ready
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.11 --all-extras --group dev pyproject.toml -o $(LOCK)

.venv/.ready: $(LOCK) pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf .venv build dist

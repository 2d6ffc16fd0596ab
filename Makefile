# Two commands for everybody: `make run` and `make test`. The others are for who works on it.
PYTHON ?= python3
BIN = .venv/bin
MO = locales/en/LC_MESSAGES/messages.mo
PIP = $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: run test check bench bench-nlu rasa lock messages clean

run: .venv/.run $(MO) .venv/.learned
	@exec $(BIN)/hallowerk run

test: .venv/.test $(MO) .venv/.learned
	$(BIN)/pytest -n auto

check: .venv/.test $(MO)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bot.catalogue check

bench: .venv/.test $(MO) .venv/.learned
	$(BIN)/python benchmarks

bench-nlu: .venv/.test $(MO) .venv/.learned
	$(BIN)/python benchmarks/nlu.py

# Rasa beside the product: make rasa KIND=light for the small one
rasa:
	@RASA_PYTHON="$(RASA_PYTHON)" bot/nlu/rasa/make.sh $(KIND)

.venv/.run: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "HalloWerk heeft Python 3.11 of nieuwer nodig: make PYTHON=python3.12 run"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	touch $@

.venv/.test: requirements-dev.lock .venv/.run
	$(PIP) -r requirements-dev.lock
	touch $@

$(MO): .venv/.run $(wildcard locales/*/LC_MESSAGES/messages.po)
	$(BIN)/python -m bot.catalogue compile
	@touch $@

# what the chat learned from bot/nlu/data; a start does the same when this is left out
.venv/.learned: .venv/.run $(shell find bot/nlu bot/data -name '*.py' -o -name '*.yml' -o -name '*.csv' -o -name '*.txt')
	@$(BIN)/python -m bot.trained
	@touch $@

messages: .venv/.run
	$(BIN)/python -m bot.catalogue extract

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --output-file requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev --constraints requirements.lock pyproject.toml --output-file requirements-dev.lock

clean:
	rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Two commands matter: `make run` and `make test`. Each sets up what it needs, once.

PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help run test check bench lock clean

help:
	@echo "make run    start the bot; without a token in config.toml with a chat page of its own"
	@echo "make test   format, lint, types, import contracts, all tests"
	@echo "make check  the same without the tests"
	@echo "make bench  the benchmarks, each prints its own table"
	@echo "make lock   pin the dependencies anew (needs uv)"

run: .venv/run.done
	@exec $(BIN)/traektoria run

check: .venv/dev.done
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy bot tests benchmarks docs
	$(BIN)/lint-imports

test: check
	$(BIN)/pytest -n 2

bench: .venv/bench.done .venv/peers.done
	@for file in benchmarks/*.py; do \
	  case $$file in */__init__.py) ;; *) $(BIN)/python -m benchmarks.$$(basename $$file .py) || exit 1 ;; esac; \
	done

# Pip says much and people read little, so its words are shown only when it fails.
.venv/run.done: requirements/run.txt pyproject.toml
	@$(MAKE) --no-print-directory .venv/python.done
	@echo "Installing (once, about a minute) ..."
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r $< \
	  || { echo "Could not install the packages: see the lines above; is the network there?"; exit 2; }
	@$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.done: requirements/dev.txt .venv/run.done
	@echo "Installing the test tools (once) ..."
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/bench.done: requirements/bench.txt .venv/dev.done
	@echo "Installing what the benchmarks compare with (once) ..."
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/peers.done: requirements/peers.txt .venv/python.done
	@$(PYTHON) -m venv .venv/peers
	@.venv/peers/bin/pip install -qq --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/python.done:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "Python 3.11 or newer is needed: install it, or run 'make run PYTHON=/path/to/python3.11'."; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "Python's venv module is missing: run 'apt install python3-venv' (Debian, Ubuntu) and try again."; exit 2; }
	@$(PYTHON) -m venv .venv
	@touch $@

lock:
	printf 'setuptools==84.2.1\n' > requirements/build.in
	uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
	  --python-version 3.11 pyproject.toml requirements/build.in -o requirements/run.txt
	uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
	  --python-version 3.11 --extra dev -c requirements/run.txt pyproject.toml requirements/build.in \
	  -o requirements/dev.txt
	uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
	  --python-version 3.11 --extra dev --extra bench -c requirements/dev.txt pyproject.toml \
	  requirements/build.in -o requirements/bench.txt
	uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
	  --python-version 3.11 requirements/peers.in -o requirements/peers.txt

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache

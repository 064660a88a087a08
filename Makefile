# Each command sets up what it needs, then runs. PYTHON=python3.12 make run takes another interpreter.
# No worker of the tests is started anew: when one falls, pytest-xdist 3.8 waits for ever for the last tests.
.PHONY: run test check pictures bench soak words setup

BIN := .venv/bin

run: setup          ## open the app; without a display, rehearse the shipped workshop
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  $(BIN)/python -m qpido_facilitator; \
	else \
	  $(BIN)/python -m qpido_facilitator rehearse --out rehearsal; \
	fi

test: setup check   ## everything CI checks, headless
	@$(BIN)/python -m pytest -n 2 --dist loadfile --max-worker-restart 0

check: setup        ## style, types, layers
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache | tail -n 4

pictures: setup     ## every window and slide as a picture, with an index page
	@$(BIN)/python -m tests.pictures.make_pictures pictures

bench: setup        ## start, key to pixels, fold, plan, typing, film, export: ratios against a bare program in the same run
	@$(BIN)/python tests/benchmarks/bench_start.py
	@$(BIN)/python tests/benchmarks/bench_flip.py
	@$(BIN)/python tests/benchmarks/bench_fold.py
	@$(BIN)/python tests/benchmarks/bench_plan.py
	@$(BIN)/python tests/benchmarks/bench_typing.py
	@$(BIN)/python tests/benchmarks/bench_film.py
	@$(BIN)/python tests/benchmarks/bench_export.py

soak: setup         ## the same faults, far more of them
	@QPIDO_SOAK=1 $(BIN)/python -m pytest -o faulthandler_timeout=7200 -m "soak or not soak" tests/faults tests/journal tests/run tests/plan tests/export

words: setup        ## collect the words in the code into the catalogues, and compile them
	@$(BIN)/python tests/words/collect.py
	@$(BIN)/python -m tests.words.write_key_page

setup:
	@.ci/setup

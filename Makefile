# Habits, one command each. `./yokame` and `./yokame test` need none of this: make is for those
# who change yokame.

TOOLS := .venv-test/bin/python -P -m
LOCK := uv pip compile pyproject.toml --quiet --generate-hashes --universal \
	--python-version 3.11 --fork-strategy fewest --no-emit-index-url --no-header
export PYTHONPATH := src
export UV_PYTHON_DOWNLOADS := never

.PHONY: fast fix check recovery bench bench-scale docs pictures lock

# While working: the tests that take under a minute all together.
fast: .venv-test/installed.txt
	$(TOOLS) pytest -q -m "not slow and not browser"

# Format, and the fixes that are safe.
fix: .venv-test/installed.txt
	$(TOOLS) ruff format
	$(TOOLS) ruff check --fix

# Before handing in: format, ruff, mypy, lint-imports, migrations, translations and every test,
# for all of them are tests.
check:
	./yokame test

# The model changed: a second computation by plain draws, waits simulated one by one, reports of them
# distorted as real ones are, and the whole posterior sampled beside the closed form.
recovery: .venv-test/installed.txt
	$(TOOLS) pytest -q tests/recovery tests/forecast tests/stats

# How fast answers come; how fast the house opens, what it takes at rest, what a visit weighs; how
# the pages of a long season stand to a bare list of as many rows, on both databases; how the
# estimator stands to its peers on the last season of the timelines, which lie beside the checkout.
bench: .venv-test/installed.txt .venv-bench/installed.txt
	.venv-test/bin/python -m benchmarks.answers
	.venv-test/bin/python -m benchmarks.house
	.venv-test/bin/python -m benchmarks.ledger
	.venv-test/bin/python -m benchmarks.sheets
	.venv-bench/bin/python -m benchmarks.timelines peers

# How counting, the fit and the peers grow with the number of reports, simulated (MOST of them).
MOST ?= 10000000
bench-scale: .venv-test/installed.txt .venv-bench/installed.txt
	.venv-test/bin/python -m benchmarks.scale --most $(MOST) --peers .venv-bench/bin/python \
		--date $$(date +%F)

# Docs changed: their examples run, and they match the code.
docs: .venv-test/installed.txt
	$(TOOLS) pytest -q tests/docs tests/cli

# The page looks different: its pictures for the documentation (needs Chromium).
pictures: .venv-test/installed.txt
	.venv-test/bin/python -m tests.journeys.screenshots

# After a dependency changed in pyproject.toml: every version and hash anew, for any platform.
lock:
	$(LOCK) --output-file requirements/pure.txt
	$(LOCK) --extra learn --constraint requirements/pure.txt --output-file requirements/learn.txt
	$(LOCK) --extra web --extra postgres --output-file requirements/run.txt
	$(LOCK) --extra web --extra postgres --extra learn --group test \
		--constraint requirements/run.txt --constraint requirements/learn.txt \
		--output-file requirements/test.txt
	$(LOCK) --group bench --constraint requirements/run.txt --output-file requirements/bench.txt

.venv-test/installed.txt: requirements/test.txt
	./yokame test --version

.venv-bench/installed.txt: requirements/bench.txt .venv-test/installed.txt
	.venv-test/bin/python requirements/install.py .venv-bench requirements/bench.txt

# Each command sets up what it needs first (packaging/set_up.sh); done once, that takes no time.
SET_UP = sh packaging/set_up.sh
# A file of tests to each processor; the longest files, of end_to_end, come first.
PARALLEL = -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: help run test coverage lint bench results fuzz soak screenshots translations docs package audit

help:
	@echo "make run    start the program     (ARGS='recognize digit.png': pass arguments)"
	@echo "make test   run the tests         (PYTEST_ARGS='-k strokes': pass arguments)"
	@echo "make coverage  run the tests and print the covered lines of each room"
	@echo "make lint   ruff and mypy"
	@echo "make bench  measure against the bars  (ARGS='--only window': some rows)"
	@echo "make bench BASE=COMMIT  time ratios to another commit, measured in turn"
	@echo "make results  errors and rejects against their bars; ARGS='--pens FILE', see --help"
	@echo "make fuzz   strangers' files and sudden ends, for an hour (ARGS='images --count 500')"
	@echo "make soak   20,000 random actions in the window (ARGS='--actions 2000 --seed 1')"
	@echo "make screenshots  every workspace to build/screenshots (ARGS='--only read', --animation)"
	@echo "make translations  texts of the sources to resources/translations, and compiled"
	@echo "make docs   what can be used from Python, as pages, to build/docs"
	@echo "make package  the program without Python, to build/package, and its smoke test"
	@echo "make audit  known weaknesses of the pinned packages, or their versions"
	@echo "PYTHON=/path/to/python3.12 chooses the Python for a new .venv"

run:
	@$(SET_UP) run
	.venv/bin/lenet-gui $(ARGS)

test:
	@$(SET_UP) test
	.venv/bin/python -m pytest -q $(PARALLEL) $(PYTEST_ARGS)

coverage:
	@$(SET_UP) test
	.venv/bin/python -m pytest -q $(PARALLEL) --cov --cov-report= $(PYTEST_ARGS)
	.venv/bin/python packaging/coverage_by_room.py

lint:
	@$(SET_UP) tools
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

bench:
	@$(SET_UP) run
	.venv/bin/python -m tests.benchmarks $(if $(BASE),--base $(BASE)) $(ARGS)

results:
	@$(SET_UP) run
	.venv/bin/python -m tests.benchmarks.results $(ARGS)

fuzz:
	@$(SET_UP) test
	.venv/bin/python -m tests.fuzz $(ARGS)

soak:
	@$(SET_UP) test
	.venv/bin/python -m tests.soak $(ARGS)

screenshots:
	@$(SET_UP) run
	.venv/bin/python -m tests.screenshots $(ARGS)

translations:
	@$(SET_UP) run
	.venv/bin/python packaging/translations.py

docs:
	@$(SET_UP) tools
	.venv/bin/pdoc lenet_gui '!lenet_gui\.' --docformat markdown --output-directory build/docs

package:
	@$(SET_UP) package
	.venv/bin/python packaging/package.py

audit:
	@$(SET_UP) tools
	.venv/bin/python packaging/audit.py

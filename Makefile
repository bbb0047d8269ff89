# The same commands for people whose fingers know make. Everything is done by ./greenroom.
.PHONY: openapi findings mutants sieve serve test check bench format lock clean

serve test check bench:
	./greenroom $@

format:
	.venv/bin/python -m ruff format .
	.venv/bin/python -m ruff check --fix .

# Writes the lock files anew from pyproject.toml. Needs uv; the files name no host (docs/decisions/0006).
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -o requirements.lock pyproject.toml
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -c requirements.lock \
	    -o requirements-dev.lock pyproject.toml --group dev
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -c requirements.lock \
	    -o requirements-train.lock pyproject.toml --group dev --group train

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# Writes docs/api/openapi.yaml anew from the code; a test holds the two together.
openapi:
	.venv/bin/python -m greenroom.api > docs/api/openapi.yaml

# Writes docs/findings.md anew from the engine's tables; a test holds the two together.
findings:
	.venv/bin/python -m greenroom.engines.feedback > docs/findings.md

# Writes docs/mutants.md anew from the proofs of the exercises (minutes when nothing was proven before).
mutants:
	./greenroom content check content/exercises 2>&1 | .venv/bin/python tools/mutants.py > docs/mutants.md.part
	mv docs/mutants.md.part docs/mutants.md

# Writes the engine's sieve of patterns anew from the patterns; a test holds the two together.
sieve:
	.venv/bin/python training/feedback/sieve.py

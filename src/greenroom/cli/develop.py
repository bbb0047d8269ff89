"""``greenroom test``, ``check`` and ``bench``: for people who change Greenroom. Each step is a program of its own."""

import os
import subprocess
import sys
import time
from argparse import Namespace
from importlib.util import find_spec

from .exits import Exit, Stop
from .paths import ROOT

PYTHON = [sys.executable, "-P"]
STEPS: tuple[tuple[str, list[str]], ...] = (
    ("format", [*PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."]),
    ("lint", [*PYTHON, "-m", "ruff", "check", "--quiet", "."]),
    ("types", [*PYTHON, "-m", "mypy", "--no-error-summary"]),
    ("law", [*PYTHON, "-c", "from importlinter.cli import lint_imports_command as law; law()"]),
    ("content", [*PYTHON, "-m", "greenroom", "content", "check"]),
)


def test(options: Namespace) -> int:
    """Run the tests with pytest, which prints its own closing line."""
    _need("pytest")
    # pytest wants the checkout's root on its path: the tests share fixtures as the package ``tests``.
    code = subprocess.run([sys.executable, "-m", "pytest", *options.words], cwd=ROOT, env=_plain()).returncode
    return Exit.DONE if code == 0 else Exit.FOUND


def check(options: Namespace) -> int:
    """Run every check, each with its seconds; the tests come last. All run even when one finds something."""
    _need("ruff", "mypy", "importlinter", "pytest")
    found = [name for name, command in STEPS if not _step(name, command)]
    if found:
        print(f"Found something: {', '.join(found)}.", flush=True)
    code = Exit.DONE if options.no_tests else test(Namespace(words=["--quiet"]))
    return Exit.FOUND if found or code else Exit.DONE


def bench(options: Namespace) -> int:
    """Run the benches and print their tables."""
    return subprocess.run([sys.executable, "-m", "bench.run", *options.only], cwd=ROOT, env=_plain()).returncode


def _step(name: str, command: list[str]) -> bool:
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=_plain(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    good = done.returncode == 0
    print(f"{name:<8} {'ok' if good else 'FOUND SOMETHING':<16} {time.monotonic() - began:6.1f} s", flush=True)
    if not good:
        print(done.stdout.rstrip(), flush=True)
    return good


def _plain() -> dict[str, str]:
    """The environment without what would make a test depend on the person who runs it."""
    mine = {"GREENROOM_HOME", "GREENROOM_CONTENT", "DJANGO_SETTINGS_MODULE"}
    return {name: value for name, value in os.environ.items() if name not in mine}


def _need(*packages: str) -> None:
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        raise Stop(f"{', '.join(missing)} not installed here. Start it as `./greenroom test`, which installs them.")

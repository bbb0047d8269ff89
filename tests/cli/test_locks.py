"""The lock files: everything pinned by hash, nothing that names a host."""

import re
import tomllib

import pytest

from .command import ROOT

LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-train.lock"]


def pins(lock):
    """Return the pins of a lock, name and version with its markers, and the hashes of each."""
    text = (ROOT / lock).read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return {line.split(" --hash")[0].strip(): re.findall(r"--hash=sha256:([0-9a-f]{64})\b", line) for line in lines}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_hashes(lock):
    assert pins(lock)
    for pin, hashes in pins(lock).items():
        assert re.match(r"[a-z0-9-]+==[\w.]+", pin), pin
        assert hashes, pin


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_host_or_a_folder(lock):
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert not re.search(r"^\s*(--index|--extra-index|--find-links|-i |-f )", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS[1:])
def test_what_is_tested_is_what_runs(lock):
    assert pins("requirements.lock").items() <= pins(lock).items()


def test_the_lock_holds_what_the_project_names():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    locked = {pin.split("==")[0] for pin in pins("requirements.lock")}
    assert {re.match(r"[a-z0-9-]+", name)[0] for name in project["dependencies"]} <= locked

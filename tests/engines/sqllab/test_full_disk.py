"""A disk that is really full: a small file system in memory, filled to the last byte."""

import os
import subprocess

import pytest

from greenroom.core.verdict import Verdict
from greenroom.engines.sqllab import Lab

from .examples import DDL, exercise

SIZE = "200m"


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a file system of its own. Mounting needs root."""
    place = tmp_path / "disk"
    place.mkdir(mode=0o755)
    mounted = (
        os.getuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=755", "tmpfs", place], capture_output=True, check=False
        ).returncode
    )
    if not mounted:
        pytest.skip("a small disk cannot be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


def fill(file):
    with open(file, "wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(bytes(65536))
        except OSError:
            pass


def test_a_full_disk_is_told_as_that_and_never_as_a_wrong_answer_and_needs_no_repair(small_disk):
    asked = exercise()
    files = {"solution.sql": next(iter(asked.reference.values())).encode()}
    with Lab(small_disk / "home", idle=0) as lab:
        assert {result.verdict for result in lab.run(asked, files)} == {Verdict.ACCEPTED}

        fill(small_disk / "ballast")
        other = exercise(ddl=f"{DDL}; create table more (id bigint primary key);")  # needs a room that is not there yet
        results = [*lab.run(asked, files), *lab.run(other, files)]
        assert {result.verdict for result in results} <= {Verdict.ACCEPTED, Verdict.INTERNAL_ERROR}
        told = [result.message for result in results if result.verdict is Verdict.INTERNAL_ERROR]
        assert told
        assert all("is full" in message and "Free some room" in message for message in told)

        (small_disk / "ballast").unlink()
        assert {result.verdict for result in lab.run(other, files)} == {Verdict.ACCEPTED}

"""The same records and the same rules on the database of the hosted house."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import postgres

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.postgres
def test_everything_that_a_candidate_can_do_works_on_postgresql_too():
    if os.environ.get("GREENROOM_TEST_POSTGRES"):
        pytest.skip("this run is already the one on PostgreSQL")
    with postgres.server() as socket:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/practice", "tests/records"],
            cwd=ROOT,
            env={**os.environ, "GREENROOM_TEST_POSTGRES": socket},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert " passed" in done.stdout

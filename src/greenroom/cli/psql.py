"""``greenroom psql`` in the folder of an SQL exercise: psql on the lab's server, with the rows that may be seen."""

import os
import shutil
import subprocess
from argparse import Namespace

from greenroom.core.language import Language

from . import house
from .exercise_folder import need
from .exits import Exit, Stop
from .lab import sql_lab


def psql(options: Namespace) -> int:
    """Open psql in a database of its own, which is dropped when psql ends. Words after ``--`` are handed to psql."""
    folder = need()
    if folder.language is not Language.SQL:
        raise Stop(f"{folder.slug} is no SQL exercise; its folder has no database.", Exit.USAGE)
    house.enter_library()
    from greenroom.practice.exercising import one

    exercise = one(folder.slug)
    with sql_lab() as lab:
        program = shutil.which("psql") or lab.psql()
        if program is None:
            raise Stop("There is no psql here. Install PostgreSQL's client (Debian, Ubuntu: postgresql-client).")
        with lab.visited(exercise) as where:
            done = subprocess.run([program, "--no-psqlrc", *options.words], env={**os.environ, **where}, check=False)
    return Exit.DONE if done.returncode == 0 else Exit.FOUND

"""The author's gate from the command line: each exercise is proven, with a line as soon as it is known."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from greenroom.content import Broke, Fault, Proof, prove_all, prove_queries, read_exercises, read_sql_exercises
from greenroom.content.document import Document
from greenroom.core.exercise import Exercise
from greenroom.core.home import home

from .exits import Exit, Stop
from .screen import safe


def prove(root: Path, below: str) -> tuple[list[Fault], bool]:
    """Prove the exercises of ``root`` whose folder begins with ``below``, or lies around it.

    Progress goes to standard error. Returns the faults, and whether this machine lacked something to prove all of it.
    Raises ``Stop`` with the code for a mistake of ours when the judge failed.
    """
    faults: list[Fault] = []
    lacking, broken = False, []
    for proof in _proofs(root, below):
        if isinstance(proof, Broke):
            lacking |= proof.lacking
            broken += [] if proof.lacking else [str(proof)]
            print(safe(f"not proven: {proof}"), file=sys.stderr, flush=True)
        else:
            faults += proof.faults
            lacking |= bool(proof.unproven)
            print(safe(proof.said()), file=sys.stderr, flush=True)
    if broken:
        raise Stop("The judge failed while proving. Run it again; if it stays so, please report it.", Exit.OURS)
    return faults, lacking


def _proofs(root: Path, below: str) -> Iterator[Proof | Broke]:
    """Yield the proofs of the code lab's exercises, then those of the SQL lab; a lab without any is not opened."""
    from greenroom.practice.shelves import judge_version, open_lab, open_sql_lab, sql_lab_version

    kept = home(os.environ) / "cache" / "proofs"
    if wanted := _wanted(read_exercises(root), below):
        yield from prove_all(
            wanted, partial(open_lab, grouping=False), judge_version(), _interpreters(), kept, os.cpu_count() or 1
        )
    if wanted := _wanted(read_sql_exercises(root), below):
        with open_sql_lab(home(os.environ)) as lab:
            yield from prove_queries(wanted, lab, sql_lab_version(), kept)


def _wanted(read: Iterable[tuple[Document[Exercise] | None, object]], below: str) -> list[Document[Exercise]]:
    there = [document for document, _ in read if document]
    return [d for d in there if d.file.startswith(below) or below.startswith(d.file.rpartition("/")[0] + "/")]


def _interpreters() -> str:
    """Return what the sandbox will run: a proof holds for these interpreters only."""
    node = shutil.which("node")
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout if node else "none"
    return f"{sys.version}\n{told.strip()}"

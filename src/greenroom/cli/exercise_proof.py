"""The author's gate from the command line: each exercise is proven, with a line as soon as it is known."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from greenroom.content import Broke, Fault, prove_all, read_exercises
from greenroom.core.home import home

from .exits import Exit, Stop
from .screen import safe


def prove(root: Path, below: str) -> tuple[list[Fault], bool]:
    """Prove the exercises of ``root`` whose folder begins with ``below``, or lies around it.

    Progress goes to standard error. Returns the faults, and whether this machine lacked something to prove all of it.
    Raises ``Stop`` with the code for a mistake of ours when the judge failed.
    """
    from greenroom.practice.shelves import judge_version, open_lab

    read = [document for document, _ in read_exercises(root) if document]
    wanted = [d for d in read if d.file.startswith(below) or below.startswith(d.file.rpartition("/")[0] + "/")]
    if not wanted:
        return [], False
    kept = home(os.environ) / "cache" / "proofs"
    faults: list[Fault] = []
    lacking, broken = False, []
    for proof in prove_all(wanted, open_lab, judge_version(), _interpreters(), kept, os.cpu_count() or 1):
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


def _interpreters() -> str:
    """Return what the sandbox will run: a proof holds for these interpreters only."""
    node = shutil.which("node")
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout if node else "none"
    return f"{sys.version}\n{told.strip()}"

"""Have a source parsed and matched in a child process."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from greenroom.core.fact import fact
from greenroom.core.language import Language

from .rules import Pattern

CHILD = Path(__file__).parent / "matching.py"
SECONDS = 6.0  # that a reading may take; the child's own limit of processor time is a third of it
_GRAMMAR = {Language.PYTHON: "python", Language.NODE: "javascript"}


class Unparsed(RuntimeError):
    """The child gave no matches; the text says so for the candidate."""


@fact
class Match:
    """Where a rule's pattern was met: offsets in code points, and text and line of what its metavariables met."""

    rule: str
    start: int
    end: int
    names: dict[str, tuple[str, int]]


def matches(language: Language, source: str, patterns: Mapping[str, Pattern]) -> tuple[Match, ...]:
    """Return the first matches of each pattern, by rule. Raises ``Unparsed`` when the child broke or took too long."""
    asked = {id: {"config": pattern.config, "names": pattern.names} for id, pattern in patterns.items()}
    request = json.dumps({"language": _GRAMMAR[language], "source": source, "patterns": asked})
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(CHILD)],
            input=request.encode(),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env={},
            cwd="/",
        )
    except subprocess.TimeoutExpired:
        raise Unparsed("Reading this code took too long, so it was not read.") from None
    except (subprocess.CalledProcessError, OSError):
        raise Unparsed("This code could not be taken apart, so it was not read.") from None
    found: dict[str, list[tuple[int, int, dict[str, tuple[str, int]]]]] = json.loads(done.stdout)
    return tuple(
        Match(rule=id, start=start, end=end, names=names) for id, all in found.items() for start, end, names in all
    )

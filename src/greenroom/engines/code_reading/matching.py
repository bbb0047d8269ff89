"""The child that parses: ``python -I matching.py`` reads one request from its input and writes one reply.

A parser in C meets whatever a stranger wrote, so it runs in a process of its own, with limits that it sets before it
reads anything: source that breaks it ends the child and nothing else. It imports nothing of ours and runs no source.
"""

import json
import resource
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

CPU_S = 2
MEMORY = 1 << 30  # bytes of address space
MOST = 3  # matches of one rule; one is shown, the others stand in when its line is taken


def limit() -> None:
    """Take away what a parser has no need of."""
    for what, most in (("CPU", CPU_S), ("AS", MEMORY), ("FSIZE", 0), ("CORE", 0)):
        with suppress(OSError, ValueError):  # not every system knows every limit
            resource.setrlimit(getattr(resource, f"RLIMIT_{what}"), (most, most))


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Return the matches of each pattern: [start, end, {name: [text, line]}]."""
    from ast_grep_py import SgRoot

    root = SgRoot(request["source"], request["language"]).root()
    return {id: found(root, one["config"], one["names"]) for id, one in request["patterns"].items()}


def found(root: Any, config: Any, names: Sequence[str]) -> list[Any]:
    """Return the first matches in the order of the source, with what the named metavariables met."""
    nodes = sorted(root.find_all(config), key=lambda node: node.range().start.index)
    return [[node.range().start.index, node.range().end.index, met(node, names)] for node in nodes[:MOST]]


def met(node: Any, names: Sequence[str]) -> dict[str, Any]:
    """Return text and line (from 1) of each metavariable that the match has."""
    there = {name: node.get_match(name) for name in names}
    return {name: [one.text(), one.range().start.line + 1] for name, one in there.items() if one}


if __name__ == "__main__":
    limit()
    print(json.dumps(answer(json.load(sys.stdin))))

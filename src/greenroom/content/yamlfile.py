"""Read YAML that a stranger may have written, and find the line of a field in it.

The C parser builds its tree by recursion and a file of opening brackets makes it overrun its stack, and an alias can
stand for a billion others. So the events, which need no stack, are looked at first, and neither is let through.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from ..codec import Path

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 40  # a guide needs eight levels


class Misread(ValueError):
    """Text that is not YAML as we use it. ``line`` counts from 1."""

    def __init__(self, line: int, message: str, mend: str) -> None:
        super().__init__(message)
        self.line, self.message, self.mend = line, message, mend


class _Once(_Loader):  # type: ignore[misc]
    """A loader that refuses a key that is given twice, where YAML would silently keep the second."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        keys: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in keys:
                mend = "keep one of them, or make one list of both"
                raise Misread(key.start_mark.line + 1, f"{key.value} is given twice in one mapping", mend)
            keys.add(key.value if isinstance(key, yaml.ScalarNode) else "")
        return super().construct_mapping(node, deep)


def parse(text: str, above: int = 0) -> object:
    """Return the data of ``text``; raise ``Misread`` when it is not one plain YAML document.

    ``above`` is the number of lines that stand before ``text`` in its file.
    """
    try:
        return _parsed(text)
    except Misread as wrong:
        wrong.line += above if wrong.line else 0
        raise


def _parsed(text: str) -> object:
    try:
        _look(text)
        return yaml.load(text, Loader=_Once)  # noqa: S506 (a safe loader, with one refusal more)
    except Misread:
        raise
    except yaml.YAMLError as error:
        raise _misread(error, text) from None
    except (ValueError, OverflowError):  # a date or a number that cannot be
        raise Misread(
            _culprit(text), "has a value that cannot be read", "correct it, or quote it if it is text"
        ) from None


def tree(text: str) -> Any:
    """Return the nodes of ``text``, which must have been read by ``parse`` before, with their lines."""
    return yaml.compose(text, Loader=_Loader)


def line_of(node: Any, path: Path) -> int:
    """Return the line of the field at ``path`` (or of the nearest thing around it that is there), from 1."""
    line = 1
    for step in path:
        found = _child(node, step)
        if found is None:
            break
        line, node = found
    return line


def _look(text: str) -> None:
    """Refuse aliases, tags and deep nesting before anything is built."""
    depth = 0
    events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
    for event in events:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Misread(event.start_mark.line + 1, "uses an anchor or an alias", "write the text where it is needed")
        if getattr(event, "tag", None):
            raise Misread(event.start_mark.line + 1, "uses a YAML tag", "take out the word with the exclamation mark")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise Misread(event.start_mark.line + 1, f"nests deeper than {DEEPEST} levels", "flatten it")


def _culprit(text: str) -> int:
    """Return the line of the first value that cannot be built, or 0."""
    loader = _Once(text)
    nodes = [loader.get_single_node()]
    while nodes:
        node = nodes.pop(0)
        if isinstance(node, yaml.ScalarNode):
            try:
                loader.construct_object(node)
            except (ValueError, OverflowError):
                return int(node.start_mark.line) + 1
        elif isinstance(node, yaml.MappingNode):
            nodes += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value
    return 0


def _misread(error: yaml.YAMLError, text: str) -> Misread:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or "it breaks off"
    position = getattr(error, "position", None)
    line = mark.line + 1 if mark else text.count("\n", 0, position) + 1 if isinstance(position, int) else 0
    return Misread(line, f"is not YAML: {said}", "look at this line and the one above: indentation, quotes, a colon")


def _child(node: Any, step: str | int) -> tuple[int, Any] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark.line + 1, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        item = node.value[step]
        return item.start_mark.line + 1, item
    return None

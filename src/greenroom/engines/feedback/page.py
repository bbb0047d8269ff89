"""The page of all findings, made from the engine's own tables. ``python -m greenroom.engines.feedback`` prints it."""

import json
import re
from importlib.resources import files

from .explaining import codes, explain

_SLOT = re.compile(r"\{\w+\}")
HEAD = """# Every finding

Made from the engine's tables by `make findings`; a test fails when the two differ. *Right* is the share of findings of
that code that were right on answers by voices that no weight and no rule was made on (see [feedback.md](feedback.md));
a dash says that it was not measured, because it is a plain count or too rare there.

| code | says | looks for | right |
|---|---|---|---|
"""


def page() -> str:
    """Return the page as Markdown."""
    said = json.loads(files(__package__).joinpath("advice.json").read_text("utf-8"))
    rows = []
    for code in codes():
        found = explain(code)
        right = f"{found.precision:.2f} of {found.count}" if found.precision is not None else "–"
        title = _SLOT.sub("…", said[code]["title"]) if code in said else "colours a sentence"
        rows.append(f"| `{code}` | {title} | {found.looks_for} | {right} |")
    return HEAD + "\n".join(rows) + "\n"

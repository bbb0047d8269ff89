"""The rules: one file each in ``rules/``, with patterns, words and the samples that prove it, by language.

The patterns are ast-grep's rule objects (https://ast-grep.github.io/reference/rule.html).
"""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from greenroom.codec import read
from greenroom.core.concern import Concern
from greenroom.core.fact import fact
from greenroom.core.language import Language

_NAME = re.compile(r"\{([A-Z]+)(?:\.line)?\}")


@fact
class Pattern:
    """A rule in one language.

    ``rule``, ``constraints`` and ``utils`` are ast-grep's. ``says`` is a sentence with slots: ``{quote}`` is the line's
    own words, ``{line}`` its number, ``{X}`` the words that ``$X`` met and ``{X.line}`` their line. ``remarked`` are
    samples in which it finds something, ``silent`` samples that look alike and in which it finds nothing.
    """

    rule: dict[str, Any]
    constraints: dict[str, Any] | None = None
    utils: dict[str, Any] | None = None
    says: str
    advice: str = ""
    remarked: tuple[str, ...]
    silent: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The metavariables that ``says`` names."""
        return tuple(dict.fromkeys(_NAME.findall(self.says)))

    @property
    def config(self) -> dict[str, Any]:
        """What ast-grep takes."""
        own = {"rule": self.rule, "constraints": self.constraints, "utils": self.utils}
        return {name: value for name, value in own.items() if value}


@fact
class Rule:
    """A rule. ``order``: what is shown first, smallest first, no two alike. With ``concerns``, it is applied only in
    exercises that have one of them. ``advice`` holds where a language has none of its own."""

    id: str
    order: int
    concerns: tuple[Concern, ...] = ()
    title: str
    reason: str
    advice: str
    python: Pattern | None = None
    node: Pattern | None = None

    def of(self, language: Language) -> Pattern | None:
        """Return its pattern in ``language``, or None."""
        return {Language.PYTHON: self.python, Language.NODE: self.node}.get(language)

    def fits(self, concerns: frozenset[Concern]) -> bool:
        """True in an exercise with these concerns."""
        return not self.concerns or bool(concerns & set(self.concerns))


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, what is shown first in front. Raises ``Unreadable`` when a file is not in form."""
    here = files(__package__).joinpath("rules")
    texts = [file.read_text("utf-8") for file in here.iterdir() if file.name.endswith(".yaml")]
    return tuple(sorted((read(Rule, yaml.safe_load(text)) for text in texts), key=lambda rule: rule.order))

"""Writes ``sieve.txt``: for each pattern of the engine, words of which any text that it matches must hold one.

    make sieve

The engine searches a pattern only where a sentence holds such a word, which spares nine searches of ten and changes
no match: the words are read from the pattern itself, by Python's own parser of patterns. Where a pattern leaves a
choice (one of "i we", and then one of "found saw"), the rarer set in the training text is kept.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from re import _constants as kinds, _parser as parser  # type: ignore[attr-defined]  # isort: skip

from greenroom.engines.feedback.evidence import option, verification
from greenroom.engines.feedback.evidence.ways import ways
from greenroom.engines.feedback.guards import SPOKEN_TO
from greenroom.engines.feedback.marks import PATTERNS

HERE = Path(__file__).parent / "data"
WRITTEN = Path(__file__).parents[2] / "src/greenroom/engines/feedback/sieve.txt"
HEAD = """# Words of which a text must hold one before a pattern is searched in it: whole, begun* or within (*between*).
# Made by "make sieve" from the patterns themselves; a test holds them together.
"""
LETTERS = re.compile("[a-z]+")
Needs = frozenset[str]  # "found", "learn*", "*ing", "*ab*"


def needs(pattern: str) -> Needs | None:
    """Words of which every match holds one, open (``*``) where the pattern lets them go on; None: any text may do."""
    return _best(_of(list(parser.parse(pattern)), closed_left=False, closed_right=False))


def _of(items: Sequence[Any], closed_left: bool, closed_right: bool) -> list[Needs]:
    """Every set of words that a sequence of parsed items asks for, given what bounds the sequence."""
    found: list[Needs] = []
    i = 0
    while i < len(items):
        op, argument = items[i]
        left = _closes(items[:i], closed_left, at_end=True)
        if op is kinds.LITERAL:
            j = i
            while j < len(items) and items[j][0] is kinds.LITERAL:
                j += 1
            right = _closes(items[j:], closed_right, at_end=False)
            found.extend(_runs("".join(chr(items[k][1]) for k in range(i, j)), left, right))
            i = j
            continue
        right = _closes(items[i + 1 :], closed_right, at_end=False)
        if op is kinds.SUBPATTERN:
            found.extend(_of(list(argument[-1]), left, right))
        elif op is kinds.BRANCH:
            each = [_best(_of(list(branch), left, right)) for branch in argument[1]]
            if None not in each:
                found.append(frozenset(word for some in each if some for word in some))
        elif op in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT) and argument[0] >= 1:
            once = argument[1] == 1
            found.extend(_of(list(argument[2]), left and once, right and once))
        i += 1
    return found


def _runs(text: str, left: bool, right: bool) -> Iterator[Needs]:
    for run in LETTERS.finditer(text):
        begun = "" if run.start() > 0 or left else "*"
        ended = "" if run.end() < len(text) or right else "*"
        yield frozenset({begun + run.group() + ended})


def _closes(items: Sequence[Any], outer: bool, at_end: bool) -> bool:
    """True when no letter can stand on the near side of ``items``: at their end, or at their beginning."""
    if not items:
        return outer
    op, argument = items[-1 if at_end else 0]
    rest = items[:-1] if at_end else items[1:]
    if op is kinds.AT:
        return True  # a letter stands on the other side, so a boundary, a beginning or an end closes
    if op is kinds.LITERAL:
        return not LETTERS.fullmatch(chr(argument))
    if op is kinds.IN:
        return all(_no_letter(*one) for one in argument)
    if op is kinds.SUBPATTERN:
        return _closes(list(argument[-1]), _closes(rest, outer, at_end), at_end)
    if op is kinds.BRANCH:
        before = _closes(rest, outer, at_end)
        return all(_closes(list(branch), before, at_end) for branch in argument[1])
    if op in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
        before = argument[0] > 0 or _closes(rest, outer, at_end)
        return before and _closes(list(argument[2]), False, at_end)
    return False


def _no_letter(op: Any, argument: Any) -> bool:
    if op is kinds.LITERAL:
        return not LETTERS.fullmatch(chr(argument))
    if op is kinds.RANGE:
        return argument[1] < ord("a") or argument[0] > ord("z")
    return op is kinds.CATEGORY and argument in (kinds.CATEGORY_DIGIT, kinds.CATEGORY_SPACE, kinds.CATEGORY_NOT_WORD)


def _best(found: list[Needs]) -> Needs | None:
    return min(found, key=lambda some: (_cost(some), len(some), sorted(some)), default=None)


@cache
def _cost(some: Needs) -> int:
    """How many words of the training text would let a pattern through."""
    return sum(count for word, count in _counted().items() if any(fits(word, need) for need in some))


def fits(word: str, need: str) -> bool:
    """True when a whole word is what a need asks for."""
    core = need.strip("*")
    if need.startswith("*"):
        return core in word if need.endswith("*") else word.endswith(core)
    return word.startswith(core) if need.endswith("*") else word == core


@cache
def _counted() -> dict[str, int]:
    lines = (HERE / "star_sentences.jsonl").read_text("utf-8").splitlines()
    return Counter(LETTERS.findall(" ".join(json.loads(line)["sentence"].lower() for line in lines)))


def patterns() -> dict[str, str]:
    """Every pattern that the engine sifts, by the name under which it asks for its bit."""
    said = {f"{kind} {name}": found.pattern for kind, some in ways().items() for name, found in some}
    others = {**SPOKEN_TO, **option.PATTERNS, **verification.PATTERNS}
    return PATTERNS | said | {name: found.pattern for name, found in others.items()}


def page() -> str:
    """The whole file: one pattern a line; ``?`` for one that any text may match."""
    lines = (f"{name}: " + " ".join(sorted(needs(pattern) or {"?"})) for name, pattern in patterns().items())
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    WRITTEN.write_text(page(), "utf-8")

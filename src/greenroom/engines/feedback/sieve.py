"""The sieve: which patterns a sentence can match at all, told by its words, before any pattern is searched in it.

``sieve.txt`` holds, for each pattern by its name, words of which any text that it matches holds one. It is made from
the patterns themselves by ``training/feedback/sieve.py``. Skipping the others changes no match.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_LETTERS = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Sieve:
    """A bit for each pattern, and the bits that a word sets: whole, by its beginning, or by what it holds."""

    bits: dict[str, int]
    always: int  # patterns that any text may match
    whole: dict[str, int]
    begun: dict[str, int]
    longest: int  # letters of the longest beginning
    within: tuple[tuple[str, int], ...]  # these may also be the end of a word


@cache
def sieve() -> Sieve:
    """Read the table once."""
    bits: dict[str, int] = {}
    always = 0
    whole: dict[str, int] = {}
    begun: dict[str, int] = {}
    within: dict[str, int] = {}
    for line in files(__package__).joinpath("sieve.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, _, needs = line.partition(": ")
        bit = bits[name] = 1 << len(bits)
        for need in needs.split(" "):
            word = need.strip("*")
            if need == "?":
                always |= bit
            elif need.startswith("*"):
                within[word] = within.get(word, 0) | bit
            elif need.endswith("*"):
                begun[word] = begun.get(word, 0) | bit
            else:
                whole[word] = whole.get(word, 0) | bit
    return Sieve(bits, always, whole, begun, max(map(len, begun), default=0), tuple(within.items()))


def bit(name: str) -> int:
    """The bit of a pattern. ``KeyError`` for one that the table lacks: ``make sieve`` writes it anew."""
    return sieve().bits[name]


def passed(texts: Iterable[str]) -> int:
    """The bits of all patterns that a sentence of these words may match."""
    found = sieve().always
    for text in texts:
        found |= _passed(text)
    return found


@lru_cache(maxsize=20000)
def _passed(text: str) -> int:
    """The bits that one word sets. Patterns know letters only: "s3" is an "s", "didn't" a "didn" and a "t"."""
    known = sieve()
    found = 0
    for run in _LETTERS.findall(text):
        found |= known.whole.get(run, 0)
        for end in range(1, min(len(run), known.longest) + 1):
            found |= known.begun.get(run[:end], 0)
        for part, its in known.within:
            if part in run:
                found |= its
    return found

"""Where speech without full stops is cut: a small model of the words before and after each place.

Trained by ``training/feedback/cuts.py`` on spoken answers and on written ones without their full stops.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path

import numpy as np

from .words import Word

BAR = -0.5  # log-odds from which a place is cut
LEAST, LONGEST = 3, 28  # words of a sentence; a longer one is cut where a cut is likeliest
MARGIN = 4  # words that such a cut leaves on either side
CONSTANT = ""  # its weight stands beside those of the features


def features(said: Sequence[str], commas: Sequence[bool], i: int) -> list[str]:
    """What is seen at the place before word ``i``: words around it, alone and together, and a comma."""
    before2, before, here, after, after2 = _at(said, i - 2), said[i - 1], said[i], _at(said, i + 1), _at(said, i + 2)
    found = [f"w {here}", f"p {before}", f"n {after}", f"m {after2}", f"s {before[-2:]}", f"b {here} {after}",
             f"x {before} {here}", f"y {before2} {before}", f"t {here} {after} {after2}"]  # fmt: skip
    return [*found, "comma"] if commas[i] else found


def _at(said: Sequence[str], i: int) -> str:
    return said[i] if 0 <= i < len(said) else "_"


def plainly(words: Sequence[Word], low: str) -> tuple[list[str], list[bool]]:
    """The words with numbers made alike, and whether a comma or the like stands before each."""
    said = ["0" if w.text[0].isdigit() else w.text for w in words]
    gaps = [low[a.end : b.start] for a, b in pairwise(words)]
    return said, [False, *(any(mark in gap for mark in ",;:-(") for gap in gaps)]


def cut(words: list[Word], low: str) -> list[list[Word]]:
    """Cut the words of unpunctuated speech into sentences."""
    known = weights()
    said, commas = plainly(words, low)
    odds = [sum(known.get(name, 0.0) for name in features(said, commas, i)) for i in range(1, len(said))]
    odds = [0.0, *(score + known[CONSTANT] for score in odds)]
    starts = [0]
    for i in range(1, len(words) - LEAST + 1):
        if odds[i] >= BAR and i - starts[-1] >= LEAST:
            starts.append(i)
    ends = [*starts[1:], len(words)]
    return [words[a:b] for start, end in zip(starts, ends, strict=True) for a, b in _short(odds, start, end)]


def _short(odds: Sequence[float], start: int, end: int) -> list[tuple[int, int]]:
    """Cut a long stretch at its likeliest place until none is too long."""
    found: list[tuple[int, int]] = []
    while end - start > LONGEST:
        near = range(start + MARGIN, min(start + LONGEST, end - MARGIN) + 1)
        best = max(near, key=lambda i: (odds[i], -i))
        found.append((start, best))
        start = best
    return [*found, (start, end)]


_OTHER: list[Path] = []


def use(path: Path | None) -> None:
    """Read other weights from now on, to measure them on voices that they never saw; ``None``: the package's."""
    _OTHER[:] = [] if path is None else [path]
    weights.cache_clear()


@cache
def weights() -> dict[str, float]:
    """Load the weight of each feature once."""
    if _OTHER:
        return _load(_OTHER[-1])
    with as_file(files(__package__).joinpath("weights/cuts.npz")) as path:
        return _load(path)


def _load(path: Path) -> dict[str, float]:
    with np.load(path) as held:
        names = bytes(held["names"]).decode("utf-8").split("\n")
        return dict(zip(names, map(float, held["weights"]), strict=True))

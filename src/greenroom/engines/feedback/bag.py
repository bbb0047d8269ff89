"""A bag of words for each sentence of an answer: which terms of a vocabulary it holds, and how much each weighs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bag:
    """Columns and weights of the terms, sentence after sentence; sentence ``i`` has ``ends[i]:ends[i + 1]``."""

    columns: NDArray[np.intp]
    values: Floats
    ends: NDArray[np.intp]

    def scores(self, matrix: Floats) -> Floats:
        """Sum of the rows of ``matrix`` by weight. Shape: sentences x columns of ``matrix``."""
        scores = np.zeros((len(self.ends) - 1, matrix.shape[1]))
        some = self.ends[:-1] < self.ends[1:]
        if len(self.columns):
            weighed = matrix[self.columns] * self.values[:, None]
            scores[some] = np.add.reduceat(weighed, self.ends[:-1][some])
        return scores


def bag(said: Sequence[Sequence[str]], vocabulary: Mapping[str, int], idf: Floats) -> Bag:
    """Weigh the terms of each sentence: (1 + log of how often) x idf, each sentence of length 1."""
    columns: list[int] = []
    times: list[int] = []
    ends = [0]
    for terms in said:
        counts: dict[int, int] = {}
        for term in terms:
            column = vocabulary.get(term)
            if column is not None:
                counts[column] = counts.get(column, 0) + 1
        columns.extend(sorted(counts))
        times.extend(counts[column] for column in columns[ends[-1] :])
        ends.append(len(columns))
    kept = np.array(columns, dtype=np.intp)
    bounds = np.array(ends, dtype=np.intp)
    values = (1 + np.log(np.array(times, dtype=np.float64))) * idf[kept]
    some = bounds[:-1] < bounds[1:]
    if columns:
        lengths = np.sqrt(np.add.reduceat(values * values, bounds[:-1][some]))
        values /= np.repeat(lengths, np.diff(bounds)[some])
    return Bag(kept, values, bounds)


def flags(held: Iterable[Iterable[str]], vocabulary: Mapping[str, int]) -> Bag:
    """Which terms each sentence holds, however often: each weighs 1."""
    columns: list[int] = []
    ends = [0]
    for terms in held:
        columns += sorted({vocabulary[term] for term in terms if term in vocabulary})
        ends.append(len(columns))
    kept = np.array(columns, dtype=np.intp)
    return Bag(kept, np.ones(len(columns)), np.array(ends, dtype=np.intp))

"""Fitting of the models. Used by ``train.py`` (on everything) and by ``evaluate.py`` (fold by fold)."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from data import Labelled
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from greenroom.engines.feedback.bag import Floats, bag
from greenroom.engines.feedback.features import MARKS, SIZES, local_columns, tokens
from greenroom.engines.feedback.parts import (
    PARTS,
    STORY_PARTS,
    Seen,
    Weights,
    answer_features,
    effect_shares,
    logits,
    mixed,
    see,
)

VOCABULARY = 3600
LEAST = 2  # sentences that a term occurs in
C_PARTS, C_EFFECTS, C_PRESENCE = 0.6, 0.2, 0.3
EVEN = 0.3  # 0 leaves the parts as frequent as they are, 1 makes rare ones count as much as frequent ones
OLDER = 0.7  # weight of a sentence of the first writer's text
FLOW = 0.2  # weight of the chance of moves between parts
INDEX = {part.value: k for k, part in enumerate(PARTS)}
EFFECTS = ("result_stated", "quantified_result", "before_and_after")
NOTHING = np.zeros((1, 1))


def fit(answers: Sequence[Labelled], folds: int = 5) -> Weights:
    """Fit all models."""
    made = _sentences(answers, colour=True)
    return replace(made, moves=FLOW * _moves(answers), presence=_presence(answers, folds))


def bare(answers: Sequence[Labelled]) -> Weights:
    """Weights with a vocabulary and nothing learnt yet."""
    vocabulary, idf = vocabulary_of(answers)
    return Weights(vocabulary, idf, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING)


def vocabulary_of(answers: Sequence[Labelled]) -> tuple[dict[str, int], Floats]:
    """Terms that occur often enough, the most frequent first, with their idf."""
    seen: Counter[str] = Counter()
    total = 0
    for answer in answers:
        for sentence in answer.sentences:
            seen.update(set(tokens(sentence)))
            total += 1
    chosen = sorted((t for t, n in seen.items() if n >= LEAST), key=lambda t: (-seen[t], t))[:VOCABULARY]
    idf = np.array([np.log((1 + total) / (1 + seen[t])) + 1 for t in chosen])
    return {t: i for i, t in enumerate(chosen)}, idf


_SEEN: dict[str, tuple[Seen, list[list[str]]]] = {}  # by answer; what does not depend on a vocabulary is taken once


def seen_by(answer: Labelled, weights: Weights) -> Seen:
    """The answer as the models see it."""
    if answer.id not in _SEEN:
        seen = see(answer.sentences, answer.low, answer.kind, weights)
        _SEEN[answer.id] = (seen, [tokens(s) for s in answer.sentences])
    seen, said = _SEEN[answer.id]
    return replace(seen, words=bag(said, weights.vocabulary, weights.idf))


def table(seen: Sequence[Seen], size: int, columns_of: Callable[[Seen], Sequence[Floats]]) -> csr_matrix:
    """Features of all sentences, without the constant: words, then the columns that ``columns_of`` takes."""
    bags = [one.words for one in seen]
    ends = np.cumsum([0, *(length for one in bags for length in np.diff(one.ends))])
    columns, values = np.concatenate([b.columns for b in bags]), np.concatenate([b.values for b in bags])
    words = csr_matrix((values, columns, ends), shape=(len(ends) - 1, size))
    return hstack([words, csr_matrix(np.vstack([np.hstack(columns_of(one)) for one in seen]))]).tocsr()


def _sentences(answers: Sequence[Labelled], colour: bool) -> Weights:
    """Fit what judges single sentences."""
    empty = bare(answers)
    seen = [seen_by(a, empty) for a in answers]
    size = len(empty.vocabulary)
    y = np.array([INDEX[had] for a in answers for had in a.labels])
    weight = np.array([1.0 if a.writer else OLDER for a in answers for _ in a.labels]) * _evened(y)
    sober = _linear(table(seen, size, lambda one: [one.sober]), y, weight, C_PARTS)
    coloured = _linear(table(seen, size, lambda one: [one.sober, one.place]), y, weight, C_PARTS) if colour else NOTHING
    columns = table(seen, size, lambda one: [local_columns(one.sober, one.place), one.size])
    plain = np.array([1.0 if a.writer else 0.5 for a in answers for _ in a.labels])
    gold = np.array([row for a, s in zip(answers, seen, strict=True) for row in effects_of(a, s)])
    heads = [_linear(columns, gold[:, k], plain, C_EFFECTS) for k in range(len(EFFECTS))]
    return replace(empty, colour=coloured, sober=sober, effects=np.hstack(heads))


def effects_of(answer: Labelled, seen: Seen) -> list[list[int]]:
    """Told, sized, compared, by sentence. The older files have parts only: there a number in a result is a size."""
    if answer.kinds is not None:
        return [[int(name in kinds) for name in EFFECTS] for kinds in answer.kinds]
    against = len(SIZES) + MARKS.index("m_against")
    told = [had == "result" for had in answer.labels]
    return [
        [int(is_told), int(is_told and row[0] > 0), int(is_told and row[1] > 0 and row[against] > 0)]
        for is_told, row in zip(told, seen.size, strict=True)
    ]


def _evened(y: np.ndarray) -> np.ndarray:
    counts = np.bincount(y, minlength=len(PARTS))
    return np.array((len(y) / (len(PARTS) * np.maximum(counts, 1))) ** EVEN)[y]


def _linear(x: csr_matrix, y: np.ndarray, weight: np.ndarray, c: float) -> np.ndarray:
    """Rows: columns of ``x``, constant. One column for each class, one alone for a yes or no."""
    model = LogisticRegression(C=c, max_iter=300, tol=1e-3).fit(x, y, sample_weight=weight)
    return np.vstack([model.coef_.T, model.intercept_])


def _moves(answers: Sequence[Labelled]) -> np.ndarray:
    counts = np.ones((len(PARTS) + 1, len(PARTS)))
    for answer in answers:
        before = len(PARTS)
        for had in answer.labels:
            counts[before, INDEX[had]] += 1
            before = INDEX[had]
    share = counts / counts.sum(axis=1, keepdims=True)
    return np.asarray(np.log(share) - np.log(counts.sum(axis=0) / counts.sum()))


def _presence(answers: Sequence[Labelled], folds: int) -> np.ndarray:
    """Fit the heads on out-of-fold shares of full answers and of copies with a part deleted."""
    out = []
    features: list[list[np.ndarray]] = [[] for _ in STORY_PARTS]
    truth: list[list[int]] = [[] for _ in STORY_PARTS]
    groups = {voice: i % folds for i, voice in enumerate(sorted({a.voice for a in answers if a.writer}))}
    place = [groups[a.voice] if a.writer else i % folds for i, a in enumerate(answers)]
    for fold in range(folds):
        inner = _sentences([a for a, at in zip(answers, place, strict=True) if at != fold], colour=False)
        for answer in (a for a, at in zip(answers, place, strict=True) if at == fold):
            for k, row, there in _examples(answer, inner):
                features[k].append(row)
                truth[k].append(there)
    for k in range(len(STORY_PARTS)):
        head = LogisticRegression(C=C_PRESENCE, max_iter=2000).fit(np.array(features[k]), np.array(truth[k]))
        out.append(np.concatenate([head.coef_[0], head.intercept_]))
    return np.array(out)


def _examples(answer: Labelled, weights: Weights) -> list[tuple[int, np.ndarray, int]]:
    """What one answer teaches on the presence of parts: as it is, and with each part deleted."""
    found = []
    copies = [answer, *(answer.without(p.value) for p in STORY_PARTS if p.value in answer.labels)]
    for copy in (c for c in copies if c.sentences):
        seen = seen_by(copy, weights)
        sober = mixed(logits(seen.words, (seen.sober,), weights.sober), seen.rules)
        effects = effect_shares(seen, weights.effects)
        rows = answer_features(sober, seen, effects)
        for k, part in enumerate(STORY_PARTS):
            if copy is answer or copy.id.endswith(part.value):  # a deletion teaches about the part that was deleted
                found.append((k, rows[k], int(not copy.lacks(part.value))))
    return found


__all__ = ["EFFECTS", "INDEX", "bare", "effects_of", "fit", "seen_by", "table", "vocabulary_of"]

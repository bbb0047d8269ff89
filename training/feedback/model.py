"""Fitting of the two models. Used by ``train.py`` (on everything) and by ``evaluate.py`` (fold by fold)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from data import Labelled
from sklearn.linear_model import LogisticRegression

from greenroom.engines.feedback.features import cues, places, rule_scores, terms
from greenroom.engines.feedback.parts import (
    PARTS,
    STORY_PARTS,
    Weights,
    answer_features,
    dense,
    logits,
    mixed,
    softmax,
    tfidf,
)

VOCABULARY = 2200
LEAST = 2  # sentences that a term occurs in
C_COLOUR, C_SOBER = 1.0, 0.7
FLOW = 0.6  # weight of the chance of moves between parts
INDEX = {part.value: k for k, part in enumerate(PARTS)}


def fit(answers: Sequence[Labelled], folds: int = 5) -> Weights:
    """Fit both models and the presence heads."""
    empty = bare(answers)
    colour = _linear(answers, empty, with_places=True, c=C_COLOUR)
    sober = _linear(answers, empty, with_places=False, c=C_SOBER)
    presence = _presence(answers, folds)
    return Weights(empty.vocabulary, empty.idf, colour, sober, FLOW * _moves(answers), presence)


def bare(answers: Sequence[Labelled]) -> Weights:
    """Weights with a vocabulary and nothing learnt yet."""
    vocabulary, idf = vocabulary_of(answers)
    empty = np.zeros((1, 1))
    return Weights(vocabulary, idf, empty, empty, empty, empty)


def vocabulary_of(answers: Sequence[Labelled]) -> tuple[dict[str, int], np.ndarray]:
    """Terms that occur often enough, the most frequent first, with their idf."""
    seen: Counter[str] = Counter()
    total = 0
    for answer in answers:
        for sentence in answer.sentences:
            seen.update(set(terms(sentence)))
            total += 1
    chosen = sorted((t for t, n in seen.items() if n >= LEAST), key=lambda t: (-seen[t], t))[:VOCABULARY]
    idf = np.array([np.log((1 + total) / (1 + seen[t])) + 1 for t in chosen])
    return {t: i for i, t in enumerate(chosen)}, idf


def matrix(answers: Sequence[Labelled], weights: Weights, with_places: bool) -> np.ndarray:
    """Dense features of all sentences, without the constant."""
    blocks = []
    for answer in answers:
        found = [cues(s, answer.low) for s in answer.sentences]
        words = np.zeros((len(found), len(weights.vocabulary)))
        for i, sentence in enumerate(answer.sentences):
            columns, values = tfidf(terms(sentence), weights)
            words[i, columns] = values
        blocks.append(np.hstack([words, dense(found, places(found) if with_places else None)[:, :-1]]))
    return np.vstack(blocks)


def _linear(answers: Sequence[Labelled], weights: Weights, with_places: bool, c: float) -> np.ndarray:
    """Rows: vocabulary, cues, places, constant. Columns: parts."""
    y = np.array([INDEX[had] for a in answers for had in a.labels])
    model = LogisticRegression(C=c, max_iter=2000, class_weight="balanced")
    model.fit(matrix(answers, weights, with_places), y)
    return np.vstack([model.coef_.T, model.intercept_])


def _moves(answers: Sequence[Labelled]) -> np.ndarray:
    counts = np.ones((len(PARTS) + 1, len(PARTS)))
    for answer in answers:
        before = len(PARTS)
        for had in answer.labels:
            counts[before, INDEX[had]] += 1
            before = INDEX[had]
    share = counts / counts.sum(axis=1, keepdims=True)
    return np.log(share) - np.log(counts.sum(axis=0) / counts.sum())


def shares(answer: Labelled, weights: Weights) -> tuple[np.ndarray, np.ndarray]:
    """Mixed shares of the sober model, and the rules' shares."""
    found = [cues(s, answer.low) for s in answer.sentences]
    rules = softmax(np.array([rule_scores(f) for f in found]))
    rows = [tfidf(terms(s), weights) for s in answer.sentences]
    return mixed(logits(rows, dense(found, None), weights.sober), rules), rules


def _presence(answers: Sequence[Labelled], folds: int) -> np.ndarray:
    """Fit the heads on out-of-fold shares of full answers and of copies with a part deleted."""
    out = []
    features: list[list[np.ndarray]] = [[] for _ in STORY_PARTS]
    truth: list[list[int]] = [[] for _ in STORY_PARTS]
    for fold in range(folds):
        rest = [a for i, a in enumerate(answers) if i % folds != fold]
        empty = bare(rest)
        inner = replace(empty, sober=_linear(rest, empty, with_places=False, c=C_SOBER))
        for answer in (a for i, a in enumerate(answers) if i % folds == fold):
            copies = [answer, *(answer.without(p.value) for p in STORY_PARTS if p.value in answer.labels)]
            for copy in (c for c in copies if c.sentences):
                mixture, rules = shares(copy, inner)
                for k, part in enumerate(STORY_PARTS):
                    if copy is not answer and not copy.id.endswith(part.value):
                        continue  # a deletion teaches about the part that was deleted
                    features[k].append(answer_features(mixture, rules, k))
                    truth[k].append(int(part.value in copy.labels))
    for k in range(len(STORY_PARTS)):
        head = LogisticRegression(C=1.0, max_iter=1000).fit(np.array(features[k]), np.array(truth[k]))
        out.append(np.concatenate([head.coef_[0], head.intercept_]))
    return np.array(out)

"""The weights: small, and the engine's arithmetic is that of the library that trained them."""

import sys
from pathlib import Path

import numpy as np
import pytest

from greenroom.engines.feedback import parts
from greenroom.engines.feedback.parts import dense, logits, softmax, tfidf, weights

ROOT = Path(__file__).parents[3]
FILE = ROOT / "src/greenroom/engines/feedback/weights/parts.npz"


def test_the_file_is_small_and_holds_no_pickle():
    assert FILE.stat().st_size < 400_000
    with np.load(FILE, allow_pickle=False) as kept:
        assert set(kept) == {"vocabulary", "idf", "colour", "sober", "moves", "presence"}


def test_nothing_but_numpy_is_needed_to_review():
    import subprocess

    heavy = {"sklearn", "scipy", "yaml", "pydantic", "django"}
    code = f"import sys; from greenroom.engines.feedback import review; print(sorted({heavy} & set(sys.modules)))"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "src")
    assert made.stdout.strip() == "[]"


def test_the_engine_computes_what_scikit_learn_computes():
    pytest.importorskip("sklearn")
    sys.path.insert(0, str(ROOT / "training/feedback"))
    from data import TRAINING, read
    from model import INDEX, bare, matrix
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    from greenroom.engines.feedback.features import cues, places, terms

    answers = read(*TRAINING)[:40]
    small = bare(answers)
    x = matrix(answers, small, with_places=True)
    y = np.array([INDEX[had] for a in answers for had in a.labels])
    model = LogisticRegression(C=1.0, max_iter=500).fit(x, y)
    trained = np.vstack([model.coef_.T, model.intercept_])
    ours = []
    for a in answers:
        found = [cues(s, a.low) for s in a.sentences]
        ours.append(
            softmax(logits([tfidf(terms(s), small) for s in a.sentences], dense(found, places(found)), trained))
        )
    assert np.abs(np.vstack(ours) - model.predict_proba(x)).max() < 1e-6

    sentences = [s for a in answers for s in a.sentences]
    theirs = (
        TfidfVectorizer(analyzer=terms, sublinear_tf=True, vocabulary=small.vocabulary)
        .fit(sentences)
        .transform(sentences)
    )
    assert np.abs(theirs.toarray() - x[:, : len(small.vocabulary)]).max() < 1e-6


def test_training_again_gives_the_weights_in_the_package():
    pytest.importorskip("sklearn")
    sys.path.insert(0, str(ROOT / "training/feedback"))
    from data import TRAINING, read
    from model import vocabulary_of

    vocabulary, idf = vocabulary_of(read(*TRAINING))
    kept = weights()
    assert kept.vocabulary == vocabulary
    assert np.abs(kept.idf - idf).max() < 1e-9


def test_no_sentences_have_no_parts():
    assert parts.label((), "") == ((), dict.fromkeys(parts.STORY_PARTS, 0.0))

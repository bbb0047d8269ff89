"""The weights: small, and the engine's arithmetic is that of the library that trained them."""

import sys
from pathlib import Path

import numpy as np
import pytest

from greenroom.engines.feedback import parts
from greenroom.engines.feedback.parts import ARRAYS, load, logits, softmax, use, weights

ROOT = Path(__file__).parents[3]
FILE = ROOT / "src/greenroom/engines/feedback/weights/parts.npz"


def test_the_file_is_small_and_holds_no_pickle():
    assert FILE.stat().st_size < 400_000
    with np.load(FILE, allow_pickle=False) as kept:
        assert set(kept) == {"vocabulary", *ARRAYS}


def test_nothing_but_numpy_is_needed_to_review():
    import subprocess

    heavy = {"sklearn", "scipy", "yaml", "pydantic", "django"}
    code = f"import sys; from greenroom.engines.feedback import review; print(sorted({heavy} & set(sys.modules)))"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "src")
    assert made.stdout.strip() == "[]"


def test_the_engine_computes_what_scikit_learn_computes():
    pytest.importorskip("sklearn")
    sys.path.insert(0, str(ROOT / "training/feedback"))
    from data import CORPUS, read
    from model import INDEX, bare, seen_by, table
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    from greenroom.engines.feedback.features import tokens

    answers = read(*CORPUS)[:40]
    small = bare(answers)
    seen = [seen_by(a, small) for a in answers]
    x = table(seen, len(small.vocabulary), lambda one: [one.sober, one.place])
    y = np.array([INDEX[had] for a in answers for had in a.labels])
    model = LogisticRegression(C=1.0, max_iter=1500).fit(x, y)
    trained = np.vstack([model.coef_.T, model.intercept_])
    ours = [softmax(logits(one.words, (one.sober, one.place), trained)) for one in seen]
    assert np.abs(np.vstack(ours) - model.predict_proba(x)).max() < 1e-6

    sentences = [s for a in answers for s in a.sentences]
    vectors = TfidfVectorizer(analyzer=tokens, sublinear_tf=True, vocabulary=small.vocabulary)
    theirs = vectors.fit_transform(sentences)
    assert np.abs((theirs - x[:, : len(small.vocabulary)]).toarray()).max() < 1e-6


def test_training_again_gives_the_weights_in_the_package():
    pytest.importorskip("sklearn")
    sys.path.insert(0, str(ROOT / "training/feedback"))
    from model import vocabulary_of
    from train import everything

    vocabulary, idf = vocabulary_of(everything())
    kept = weights()
    assert kept.vocabulary == vocabulary
    assert np.abs(kept.idf - idf).max() < 1e-6


def test_weights_saved_elsewhere_can_be_used_and_put_away_again(tmp_path):
    kept = weights()
    words = np.frombuffer("\n".join(kept.vocabulary).encode(), dtype=np.uint8)
    arrays = {name: getattr(kept, name) for name in ARRAYS}
    np.savez(tmp_path / "other.npz", vocabulary=words, **{**arrays, "idf": kept.idf * 2})
    use(tmp_path / "other.npz")
    try:
        assert np.allclose(weights().idf, kept.idf * 2)
    finally:
        use(None)
    assert np.allclose(weights().idf, kept.idf)
    assert load(tmp_path / "other.npz").vocabulary == kept.vocabulary


def test_no_sentences_have_no_parts():
    assert parts.judge((), "") == parts.Labelling()
    assert parts.label((), "") == ((), dict.fromkeys(parts.STORY_PARTS, 0.0))

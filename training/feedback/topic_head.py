"""Fit what tells an answer to another question: ``weights/topics.npz``.

    python training/feedback/topic_head.py

The table holds the words of every question of the library. Answers to their own question (samples, and the voices'
answers that were not written to miss it) stand against the same answers held against questions of other types, and
against those written to be off topic. Only answers that mention no point are looked at, as only they are decided on.
Measured on questions left out of the fit.
"""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from data import HERE
from kinds import labelled
from library import library

from greenroom.engines.feedback import topic
from greenroom.engines.feedback.guards import guards
from greenroom.engines.feedback.points import SURELY, best
from greenroom.engines.feedback.review import _evidence, read

WEIGHTS = Path(__file__).parents[2] / "src/greenroom/engines/feedback/weights/topics.npz"
FOLDS, OTHERS, PENALTY = 6, 6, 1.0


def words() -> tuple[list[str], np.ndarray, list[str]]:
    """Stems in order, which question's page holds which, and the questions' slugs."""
    slugs = sorted(library().questions)
    pages = {slug: topic.page(q, library().rubrics[q.rubric])[1] for slug, q in library().questions.items()}
    stems = sorted(set().union(*pages.values()))
    return stems, np.array([[root in pages[slug] for slug in slugs] for root in stems]), slugs


def answers() -> Iterator[tuple[str, str, str, bool]]:
    """Slug, name and text of every answer, and whether it was written to miss its question."""
    for slug in sorted(library().questions):
        for sample in library().samples[slug]:
            yield slug, f"sample {sample.name}", sample.text, False
    for path in sorted((HERE / "voices").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield row["question"], row["answer_id"], " ".join(row["sentences"]), row["sort"] == "off-topic"


def rows(table: topic.Table) -> list[dict]:
    """One row for each pair of an answer and a question that no guard stops."""
    chosen = random.Random(5)  # noqa: S311 - which questions an answer is tried on
    found = []
    for slug, name, text, missed in answers():
        kind_of = {s: q.type for s, q in library().questions.items()}
        others = chosen.sample([s for s in sorted(kind_of) if kind_of[s] != kind_of[slug]], OTHERS)
        for asked in [slug, *([] if missed else others)]:
            question = library().questions[asked]
            rubric = library().rubrics[question.rubric]
            reading = read(question, rubric, text)
            if not reading.heard or list(guards(reading)):
                continue
            points = sum(chance >= SURELY for chance, _, _ in best(reading.heard, rubric.points).values())
            truth = "missed" if missed else "own" if asked == slug else "other"
            row, share, known = topic.features(reading, table)
            found.append(
                {"asked": asked, "name": name, "kind": rubric.kind, "points": points, "row": row, "truth": truth,
                 "share": share, "known": known, "text": text, "question": question, "rubric": rubric}
            )  # fmt: skip
    return found


def fit(some: list[dict]) -> np.ndarray:
    """Weights of a logistic model, both classes weighing the same, by Newton's steps."""
    x, y = np.array([r["row"] for r in some]), np.array([r["truth"] != "own" for r in some], dtype=float)
    mean, spread = x[:, :-1].mean(axis=0), x[:, :-1].std(axis=0)
    z = np.c_[(x[:, :-1] - mean) / spread, np.ones(len(x))]
    weight = np.where(y > 0, 0.5 / y.mean(), 0.5 / (1 - y.mean()))
    penalty = PENALTY * np.r_[np.ones(z.shape[1] - 1), 0]
    w = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ w))
        gradient = z.T @ (weight * (p - y)) + penalty * w
        w -= np.linalg.solve((z * (weight * p * (1 - p))[:, None]).T @ z + np.diag(penalty), gradient)
    return np.r_[w[:-1] / spread, w[-1] - (w[:-1] / spread) @ mean]


def main() -> int:
    stems, held, slugs = words()
    matrix, weight = topic.weighted(slugs, held)
    nothing = np.zeros(len(topic.NAMES))
    table = topic.Table({s: i for i, s in enumerate(stems)}, matrix, tuple(slugs), weight, nothing, nothing)
    every = rows(table)
    fitted = {}
    for name in ("field", "story"):
        some = [r for r in every if (r["kind"] in topic.STORY) == (name == "story")]
        learn = [r for r in some if not r["points"]]
        fold = {slug: i % FOLDS for i, slug in enumerate(random.Random(3).sample(slugs, len(slugs)))}  # noqa: S311
        for k in range(FOLDS):
            w = fit([r for r in learn if fold[r["asked"]] != k])
            for r in some:
                if fold[r["asked"]] == k:
                    r["chance"] = float(1 / (1 + np.exp(-r["row"] @ w)))
        fitted[name] = fit(learn)
        print(name, dict(zip(topic.NAMES, fitted[name].round(2).tolist(), strict=True)))
    report(every)
    np.savez_compressed(WEIGHTS, stems="\n".join(stems), slugs="\n".join(slugs), held=np.packbits(held, axis=1),
                        **{name: w.astype(np.float32) for name, w in fitted.items()})  # fmt: skip
    print(f"{len(stems)} stems of {len(slugs)} questions, {WEIGHTS.stat().st_size / 1000:.0f} kB")
    return 0


def report(every: list[dict]) -> None:
    """Print by kind of question how many answers would be left unscored, and how many asked about."""
    draw = random.Random(1)  # noqa: S311 - reviews of a fifth of the pairs are enough
    kept = [r for r in every if r["truth"] != "other" or draw.random() < 0.25]
    print("kind: left unscored / asked or unscored, of answers")
    for kind in sorted({r["kind"] for r in kept}):
        for truth in ("own", "other", "missed"):
            some = [r for r in kept if r["kind"] is kind and r["truth"] == truth]
            done = [decided(r) for r in some]
            print(f"  {kind.value} {truth}: {done.count('unscored')} / {len(done) - done.count('')} of {len(some)}")


def decided(r: dict) -> str:
    """What the engine does with the chance of a model that had not seen the question."""
    reading = labelled(read(r["question"], r["rubric"], r["text"]))
    seen = topic.Topic(r["chance"], r["share"], r["known"])
    doubt = topic.takes_up(reading, list(_evidence(reading)), r["points"], seen)
    return "" if doubt is None else "asked" if doubt.asks else "unscored"


if __name__ == "__main__":
    sys.exit(main())

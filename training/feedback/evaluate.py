"""Measure the engine and write the tables of ``docs/feedback.md`` between its markers.

    python training/feedback/evaluate.py

Folds are by answer. Every figure comes from a run of the code in this checkout.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from data import FRESH, HELD_OUT, TRAINING, Labelled, read
from model import fit
from sklearn.metrics import f1_score

from greenroom.core.scorecard import score
from greenroom.engines.feedback import parts, review
from greenroom.engines.feedback.features import cues, rule_scores
from greenroom.engines.feedback.parts import PARTS, STORY_PARTS, Weights
from tests.engines.feedback.given import QUESTION, STORY_RUBRIC
from tests.engines.feedback.hostile import CASES

DOC = Path(__file__).parents[2] / "docs/feedback.md"
NAMES = [part.value for part in PARTS]
FOLDS = 5


@contextmanager
def using(weights: Weights) -> Iterator[None]:
    """Let the engine run on other weights."""
    kept: Callable[[], Weights] = parts.weights
    parts.weights = lambda: weights  # type: ignore[assignment]
    try:
        yield
    finally:
        parts.weights = kept  # type: ignore[assignment]


def text_of(answer: Labelled) -> str:
    """The answer as one text; speech without punctuation keeps a line for each turn."""
    return ("\n" if "without punctuation" in answer.voice else " ").join(answer.texts)


def labels_of(answer: Labelled) -> list[str]:
    """What the engine calls each labelled sentence."""
    return [label.part.value for label in parts.label(answer.sentences, answer.low)[0]]


def by_rules(answer: Labelled) -> list[str]:
    """The same from the cue rules alone."""
    return [NAMES[int(np.argmax(rule_scores(cues(s, answer.low))))] for s in answer.sentences]


def told(answer: Labelled) -> dict[str, str]:
    """Parts that a review calls missing, with "stated" or "asked"."""
    found = review(QUESTION, STORY_RUBRIC, text_of(answer))
    return {
        f.code.removeprefix("missing_"): "asked" if f.asks else "stated" for f in found if f.code.startswith("missing_")
    }


class Runs:
    """Answers with what was predicted for them, each by weights that had not seen it."""

    def __init__(self, answers: Sequence[Labelled], weights: Sequence[tuple[Weights, Sequence[Labelled]]]) -> None:
        self.answers = list(answers)
        self.labels: dict[str, list[str]] = {}
        self.told: dict[str, dict[str, str]] = {}
        for w, unseen in weights:
            with using(w):
                for answer in unseen:
                    self._run(answer)

    def _run(self, answer: Labelled) -> None:
        self.labels[answer.id] = labels_of(answer)
        for copy in (answer, *(answer.without(p.value) for p in STORY_PARTS if p.value in answer.labels)):
            if copy.sentences:
                self.told[copy.id] = told(copy)

    def f1(self) -> tuple[float, list[float]]:
        """Macro F1 over the labels present, and F1 by label."""
        gold = [had for a in self.answers for had in a.labels]
        said = [label for a in self.answers for label in self.labels[a.id]]
        present = [name for name in NAMES if name in gold]
        each = f1_score(gold, said, average=None, labels=NAMES, zero_division=0)
        return float(f1_score(gold, said, average="macro", labels=present, zero_division=0)), list(each)

    def missing(self, part: str, only_stated: bool) -> tuple[int, int, int]:
        """Times said, times said rightly, times true."""
        said = {a.id: self.told.get(a.id, {}).get(part, "") for a in self.answers}
        fires = {i for i, how in said.items() if how == "stated" or (how and not only_stated)}
        true = {a.id for a in self.answers if part not in a.labels}
        return len(fires), len(fires & true), len(true)

    def deletion(self, part: str) -> tuple[int, int, int]:
        """Answers with the part, times its deletion is noticed, times the full answer stays silent."""
        full = [a for a in self.answers if part in a.labels and f"{a.id}-{part}" in self.told]
        noticed = sum(part in self.told[f"{a.id}-{part}"] for a in full)
        return len(full), noticed, sum(part not in self.told[a.id] for a in full)


def quantified(answers: Sequence[Labelled], *paths: Path) -> tuple[int, int, int]:
    """Sentences marked, found, and found rightly, for results with a number."""
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    true = {(r["answer_id"], r["n"] - 1) for r in rows if r.get("quantified")}
    found: set[tuple[str, int]] = set()
    for answer in answers:
        text = text_of(answer)
        starts = np.cumsum([0, *(len(t) + 1 for t in answer.texts)])
        for f in review(QUESTION, STORY_RUBRIC, text):
            if f.code == "quantified_result" and f.evidence.kind == "quote":
                found.add((answer.id, int(np.searchsorted(starts, f.evidence.start, "right")) - 1))
    return len(true), len(found), len(true & found)


def ranks(values: Sequence[float]) -> np.ndarray:
    """Ranks with ties shared."""
    array = np.array(values)
    ordered = np.sort(array)
    return (np.searchsorted(ordered, array, "left") + np.searchsorted(ordered, array, "right")) / 2


def spearman(a: Sequence[float], b: Sequence[float]) -> float:
    """Rank correlation."""
    return float(np.corrcoef(ranks(a), ranks(b))[0, 1])


def partial(a: Sequence[float], b: Sequence[float], held: Sequence[float]) -> float:
    """Rank correlation with the ranks of a third quantity held constant."""
    base = ranks(held)
    left, right = (r - np.polyval(np.polyfit(base, r, 1), base) for r in (ranks(a), ranks(b)))
    return float(np.corrcoef(left, right)[0, 1])


def quality(answers: Sequence[Labelled]) -> tuple[float, float, float]:
    """Rank correlation of the mean band with the quality given by hand: plain, with words held, and of words alone."""
    bands, words = [], []
    for answer in answers:
        card = score(STORY_RUBRIC, list(review(QUESTION, STORY_RUBRIC, text_of(answer))))
        bands.append(sum(m.band for m in card.marks) / len(card.marks) if card.scored else 0.5)
        words.append(float(len(text_of(answer).split())))
    given = [a.quality for a in answers]
    return spearman(bands, given), partial(bands, given, words), spearman(words, given)


def share(n: int, of: int) -> str:
    """A share with its counts."""
    return f"{n / of:.2f} ({n}/{of})" if of else "- (0)"


def main() -> None:
    """Run everything and write the tables."""
    training, held, fresh = read(*TRAINING), read(HELD_OUT), read(FRESH)
    folds = []
    for k in range(FOLDS):
        folds.append((fit([a for i, a in enumerate(training) if i % FOLDS != k]), training[k::FOLDS]))
    whole = fit(training)
    sets = {
        "5 folds of the training text": Runs(training, folds),
        "held-out voices": Runs(held, [(whole, held)]),
        "fresh answers": Runs(fresh, [(whole, fresh)]),
    }
    text = "\n".join(
        [*_labels(sets), *_missing(sets), *_deletion(sets), *_numbers(held, fresh), *_quality(held, fresh), *_hostile()]
    )
    page = DOC.read_text("utf-8")
    begin, end = "<!-- measured: begin -->", "<!-- measured: end -->"
    DOC.write_text(page[: page.index(begin) + len(begin)] + "\n\n" + text + "\n\n" + page[page.index(end) :], "utf-8")
    print(text)


def _labels(sets: dict[str, Runs]) -> list[str]:
    lines = [
        "### Part of each sentence (F1)",
        "",
        "| text | answers, sentences | macro | " + " | ".join(NAMES) + " | rules alone |",
    ]
    lines.append("|---" * (len(NAMES) + 4) + "|")
    for name, runs in sets.items():
        macro, each = runs.f1()
        gold = [had for a in runs.answers for had in a.labels]
        ruled = [label for a in runs.answers for label in by_rules(a)]
        alone = f1_score(gold, ruled, average="macro", labels=sorted(set(gold)), zero_division=0)
        cells = " | ".join(f"{value:.2f}" for value in each)
        lines.append(f"| {name} | {len(runs.answers)}, {len(gold)} | **{macro:.2f}** | {cells} | {alone:.2f} |")
    return lines


def _missing(sets: dict[str, Runs]) -> list[str]:
    lines = ["", '### "This part is missing", by the whole engine', ""]
    lines += [
        "| text | part | stated: precision | stated: recall | stated or asked: precision | stated or asked: recall |",
        "|---|---|---|---|---|---|",
    ]
    for name, runs in sets.items():
        for part in (p.value for p in STORY_PARTS):
            (s, s_right, true), (f, f_right, _) = runs.missing(part, True), runs.missing(part, False)
            lines.append(
                f"| {name} | {part} | {share(s_right, s)} | {share(s_right, true)} | {share(f_right, f)} |"
                f" {share(f_right, true)} |"
            )
    return lines


def _deletion(sets: dict[str, Runs]) -> list[str]:
    lines = [
        "",
        "### Deletion test",
        "",
        'Every sentence of one part is deleted. "Noticed": the part is then stated or asked for.',
    ]
    lines += ['"Silent": it is not on the full answer.', "", "| text | part | noticed | silent |", "|---|---|---|---|"]
    for name, runs in sets.items():
        for part in ("result", "task", "action", "situation", "reflection"):
            n, noticed, silent = runs.deletion(part)
            lines.append(f"| {name} | {part} | {share(noticed, n)} | {share(silent, n)} |")
    return lines


def _numbers(held: list[Labelled], fresh: list[Labelled]) -> list[str]:
    lines = [
        "",
        "### Result with a number (`quantified_result`), by sentence",
        "",
        "| text | precision | recall |",
        "|---|---|---|",
    ]
    for name, answers, path in (("held-out voices", held, HELD_OUT), ("fresh answers", fresh, FRESH)):
        true, found, right = quantified(answers, path)
        lines.append(f"| {name} | {share(right, found)} | {share(right, true)} |")
    return lines


def _quality(held: list[Labelled], fresh: list[Labelled]) -> list[str]:
    lines = ["", "### Mean band against the quality given by hand (1 to 5)", ""]
    lines += ["| text | Spearman | with words held constant | words alone |", "|---|---|---|---|"]
    named = {"corpus (seen in training)": read(TRAINING[0]), "held-out voices": held, "fresh answers": fresh}
    short, long = (
        (lambda a: a.quality >= 4 and len(text_of(a).split()) < 60),
        (lambda a: a.quality <= 2 and len(text_of(a).split()) > 50),
    )
    reversed_ = [a for group in named.values() for a in group if short(a) or long(a)]
    named["short and good against long and weak"] = reversed_
    for name, answers in named.items():
        plain, held_words, words = quality(answers)
        lines.append(f"| {name} ({len(answers)}) | {plain:.2f} | {held_words:.2f} | {words:.2f} |")
    return lines


def _hostile() -> list[str]:
    lines = ["", "### Hostile and odd input", "", "| input | wanted | got |", "|---|---|---|"]
    right = 0
    for name, answer, wanted in CASES:
        card = score(STORY_RUBRIC, list(review(QUESTION, STORY_RUBRIC, answer)))
        got = card.reason if not card.scored else f"scored, bands {', '.join(str(m.band) for m in card.marks)}"
        right += wanted == (card.reason or "scored")
        lines.append(f"| {name} | {wanted} | {got} |")
    return [*lines, "", f"{right} of {len(CASES)} as wanted."]


if __name__ == "__main__":
    main()

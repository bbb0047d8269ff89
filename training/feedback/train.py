"""Train the engine's weights from the labelled text beside this file, and write them into the package.

    python training/feedback/train.py

Needs scikit-learn (dependency group ``train``). The same data and versions give the same file. The shipped weights
are fitted on everything; the figures of ``docs/feedback.md`` come from weights that left the measured voices out.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from cuts import fit_cuts, save_cuts
from data import CORPUS, FRESH, HELD_OUT, WRITERS, Labelled, read, voices
from library import kinds
from model import fit

from greenroom.engines.feedback.parts import ARRAYS, Weights

OUT = Path(__file__).parents[2] / "src/greenroom/engines/feedback/weights/parts.npz"
CUTS = OUT.with_name("cuts.npz")


def everything() -> Sequence[Labelled]:
    """Every labelled answer."""
    return [*read(*CORPUS, HELD_OUT, FRESH), *voices(kinds(), *WRITERS)]


def save(weights: Weights, path: Path) -> None:
    """Write weights in the form in which the engine reads them."""
    words = np.frombuffer("\n".join(weights.vocabulary).encode(), dtype=np.uint8)
    arrays = {name: getattr(weights, name).astype(np.float32) for name in ARRAYS}
    np.savez_compressed(path, vocabulary=words, **arrays)


def main() -> None:
    """Fit on every labelled answer and save."""
    answers = everything()
    save_cuts(fit_cuts(answers), CUTS)
    save(fit(answers), OUT)
    size = OUT.stat().st_size / 1000
    print(f"{len(answers)} answers, {sum(len(a.labels) for a in answers)} sentences -> {OUT.name}, {size:.0f} kB")


if __name__ == "__main__":
    main()

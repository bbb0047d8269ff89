"""Train the engine's weights from the labelled text beside this file, and write them into the package.

    python training/feedback/train.py

Needs scikit-learn (dependency group ``train``). The same data and versions give the same file.
"""

from pathlib import Path

import numpy as np
from data import TRAINING, read
from model import fit

OUT = Path(__file__).parents[2] / "src/greenroom/engines/feedback/weights/parts.npz"


def main() -> None:
    """Fit on every training answer and save."""
    answers = read(*TRAINING)
    weights = fit(answers)
    words = np.frombuffer("\n".join(weights.vocabulary).encode(), dtype=np.uint8)
    arrays = {name: getattr(weights, name) for name in ("idf", "colour", "sober", "moves", "presence")}
    np.savez_compressed(OUT, vocabulary=words, **arrays)
    size = OUT.stat().st_size / 1000
    print(f"{len(answers)} answers, {sum(len(a.labels) for a in answers)} sentences -> {OUT.name}, {size:.0f} kB")


if __name__ == "__main__":
    main()

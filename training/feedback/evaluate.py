"""Measure the engine on voices that its weights never saw; write the tables of ``docs/feedback.md`` and the figures
that a finding shows when it is explained (``measured.json``).

    python training/feedback/evaluate.py

Every figure comes from ``review``, run with weights fitted without the measured answers and read from a temporary
file; the second sealed set, which no weights were ever fitted on, is judged with the package's own. Each answer is
judged on the rubric of its own question.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from cuts import fit_cuts, save_cuts  # noqa: E402
from data import CORPUS, FRESH, HELD_OUT, KEPT_APART, SEALED, WRITERS, Labelled, read, voices  # noqa: E402
from library import kinds  # noqa: E402
from measure import Measured, judged  # noqa: E402
from model import fit  # noqa: E402
from pages import agreement, goals, page  # noqa: E402
from point_head import page as points_page  # noqa: E402
from train import save  # noqa: E402

from greenroom.engines.feedback import cutting, parts  # noqa: E402

DOC = ROOT / "docs/feedback.md"
FIGURES = ROOT / "src/greenroom/engines/feedback/measured.json"
OPEN = tuple(writer for writer in WRITERS if writer != SEALED)
QUESTION_FOLDS = 3
FEWEST = 10  # findings below which no precision is published
EFFECTS = {"result_stated", "quantified_result", "before_and_after"}


def by_writer(older: Sequence[Labelled], some: Sequence[Labelled]) -> Iterator[tuple[list[Labelled], list[Labelled]]]:
    """What is fitted and what is measured: one writer left out at a time."""
    for writer in OPEN:
        yield [*older, *(a for a in some if a.writer != writer)], [a for a in some if a.writer == writer]


def by_question(older: Sequence[Labelled], some: Sequence[Labelled]) -> Iterator[tuple[list[Labelled], list[Labelled]]]:
    """The same with a third of the questions left out at a time."""
    place = {slug: i % QUESTION_FOLDS for i, slug in enumerate(sorted({a.question for a in some}))}
    for fold in range(QUESTION_FOLDS):
        kept = [a for a in some if place[a.question] != fold]
        yield [*older, *kept], [a for a in some if place[a.question] == fold]


def measured(splits: Iterator[tuple[list[Labelled], list[Labelled]]], folder: Path) -> list[Measured]:
    """Fit, save, let the engine read what was saved, and review what was left out."""
    found: list[Measured] = []
    for fitted, unseen in splits:
        file = folder / "weights.npz"
        save(fit(fitted), file)
        parts.use(file)
        save_cuts(fit_cuts(fitted), folder / "cuts.npz")
        cutting.use(folder / "cuts.npz")
        found += [judged(answer) for answer in unseen]
    parts.use(None)
    cutting.use(None)
    return found


def figures(left_out: list[Measured], sealed: list[Measured]) -> dict[str, dict[str, object]]:
    """Precision by code. The weights of the other kinds of evidence saw the open voices: for those, the sealed only."""
    found: dict[str, dict[str, object]] = {}
    for code in sorted({c for m in (*left_out, *sealed) for c in m.codes}):
        clean = code in EFFECTS or code.startswith(("part_", "missing_"))
        some = [*left_out, *sealed] if clean else sealed
        count, right = sum(m.said(code) for m in some), sum(m.right(code) for m in some)
        if count >= FEWEST:
            on = "voices never trained on"
            found[code] = {"precision": round(right / count, 2), "count": count, "on": on} | _stated(code, sealed)
    return found


def _stated(code: str, sealed: list[Measured]) -> dict[str, object]:
    """The share of right ones among what was stated of a kind of evidence, on the sealed voices alone."""
    counts = [m.kind(code, stated=True) for m in sealed]
    said, right = sum(c[0] for c in counts), sum(c[1] for c in counts)
    return {"stated": round(right / said, 2), "stated_count": said} if said else {}


def main() -> None:
    """Run everything and write."""
    older, some, kept = read(*CORPUS, HELD_OUT, FRESH), voices(kinds(), *OPEN), voices(kinds(), SEALED)
    with TemporaryDirectory() as folder:
        left_out = measured(by_writer(older, some), Path(folder))
        questions = measured(by_question(older, some), Path(folder))
        sealed = measured(iter([([*older, *some], kept)]), Path(folder))
    apart = [judged(answer) for answer in voices(kinds(), *KEPT_APART)]
    group = {"writers left out": left_out, "sealed voices": sealed, "second sealed set": apart}
    text = page({"questions left out": questions} | group)
    before = DOC.read_text("utf-8")
    begin, end = "<!-- measured: begin -->", "<!-- measured: end -->"
    text = "\n".join([*goals(group), *points_page(), *text, *agreement()])
    whole = before[: before.index(begin) + len(begin)] + "\n\n" + text + "\n\n" + before[before.index(end) :]
    DOC.write_text(whole, "utf-8")
    FIGURES.write_text(json.dumps(figures(left_out, [*sealed, *apart]), indent=1) + "\n", "utf-8")
    print(text)


if __name__ == "__main__":
    main()

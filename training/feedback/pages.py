"""The tables of ``docs/feedback.md``, as lines of Markdown."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from data import FIRST_READERS, HERE, WRITERS, labels_by
from measure import NAMES, Measured
from sklearn.metrics import cohen_kappa_score, f1_score

from greenroom.core.rubric import EvidenceKind, Need
from greenroom.core.scorecard import SURE, score
from greenroom.engines.feedback import review
from tests.engines.feedback.given import QUESTION, STORY_RUBRIC
from tests.engines.feedback.hostile import CASES

Group = dict[str, list[Measured]]
STORY = NAMES[:5]


def share(n: int, of: int) -> str:
    """A share with its counts."""
    return f"{n / of:.2f} ({n}/{of})" if of else "- (0)"


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], said: str = "") -> list[str]:
    """A heading, a sentence, a table."""
    lines = [
        f"### {title}",
        "",
        *([said, ""] if said else []),
        "| " + " | ".join(head) + " |",
        "|---" * len(head) + "|",
    ]
    return [*lines, *("| " + " | ".join(row) + " |" for row in rows), ""]


def of_mode(some: Sequence[Measured], mode: str) -> list[Measured]:
    """Those typed or spoken."""
    return [m for m in some if m.answer.mode == mode]


def macro(some: Sequence[Measured]) -> tuple[float, list[float]]:
    """Macro F1 over the parts present, and F1 by part."""
    gold = [had for m in some for had in m.answer.labels]
    said = [part for m in some for part in m.parts]
    each = f1_score(gold, said, average=None, labels=NAMES, zero_division=0)
    present = [name for name in NAMES if name in gold]
    return float(f1_score(gold, said, average="macro", labels=present, zero_division=0)), [float(e) for e in each]


def missing(some: Sequence[Measured], part: str, only_stated: bool) -> tuple[int, int, int]:
    """Times said, times said rightly, times true, among scored answers whose rubric wants the part."""
    stated = (Need.REQUIRED, Need.PREFERRED) if only_stated else tuple(Need)
    wanted = [m for m in some if m.scored and m.wanted.get(part) in stated]
    said = [m for m in wanted if part in m.told and not (only_stated and m.told[part])]
    return len(said), sum(m.answer.lacks(part) for m in said), sum(m.answer.lacks(part) for m in wanted)


def deletion(some: Sequence[Measured], part: str) -> tuple[int, int, int]:
    """Answers with the part, times its deletion is noticed, times the full answer stays silent."""
    full = [m for m in some if part in m.deleted]
    return len(full), sum(m.deleted[part] for m in full), sum(part not in m.told for m in full)


def kind(some: Sequence[Measured], name: str, stated: bool) -> tuple[int, int, int]:
    """Sentences found, found rightly, marked."""
    sums = np.array([m.kind(name, stated) for m in some]).sum(axis=0)
    return int(sums[0]), int(sums[1]), int(sums[2])


def ranks(values: Sequence[float]) -> np.ndarray:
    """Ranks with ties shared."""
    array = np.array(values)
    ordered = np.sort(array)
    return np.asarray((np.searchsorted(ordered, array, "left") + np.searchsorted(ordered, array, "right")) / 2)


def spearman(a: Sequence[float], b: Sequence[float]) -> float:
    """Rank correlation."""
    return float(np.corrcoef(ranks(a), ranks(b))[0, 1])


def ranked(some: Sequence[Measured]) -> float:
    """Rank correlation of the mean band with the level that the writer intended."""
    return spearman([m.band for m in some], [m.answer.quality for m in some])


def pairs(some: Sequence[Measured]) -> tuple[float, int, int, int]:
    """Rank correlation within pairs whose shorter answer is the better; pairs with it above, level, in all."""
    found: dict[tuple[str, str], list[Measured]] = defaultdict(list)
    for m in some:
        if m.answer.pair:
            found[m.answer.voice, m.answer.pair].append(m)
    both = [sorted(pair, key=lambda m: len(m.answer.text.split())) for pair in found.values() if len(pair) == 2]
    rank = ranked([m for pair in both for m in pair])
    return rank, sum(s.band > b.band for s, b in both), sum(s.band == b.band for s, b in both), len(both)


def goals(group: Group) -> list[str]:
    """The goals with what was reached on each group of answers."""
    rows = []

    def row(name: str, goal: str, least: float, of: Callable[[list[Measured]], float]) -> None:
        cells = [f"{of(some):.2f}{'' if of(some) >= least else ' (missed)'}" for some in group.values()]
        rows.append([name, goal, *cells])

    def part(n: int, of: int) -> float:
        return n / of if of else 0.0

    row("parts, macro F1, written", ">= .74", 0.74, lambda s: macro(of_mode(s, "written"))[0])
    row("parts, macro F1, spoken", ">= .52", 0.52, lambda s: macro(of_mode(s, "spoken"))[0])
    row("missing result asked about, precision", ">= .95", 0.95, lambda s: part(*missing(s, "result", False)[1::-1]))
    row("missing result asked about, recall", ">= .80", 0.80, lambda s: part(*missing(s, "result", False)[1:]))
    row("deleted result noticed", ">= .80", 0.80, lambda s: part(*deletion(s, "result")[1::-1]))
    row("silent while the result is there", ">= .94", 0.94, lambda s: part(*deletion(s, "result")[2::-2]))
    row(
        "result with a number stated, precision",
        ">= .92",
        0.92,
        lambda s: part(*kind(s, "quantified_result", True)[1::-1]),
    )
    row("result with a number stated, recall", ">= .90", 0.90, lambda s: part(*kind(s, "quantified_result", True)[1:]))
    row("mean band against intended level, Spearman", ">= .80", 0.80, ranked)
    row("the same in pairs whose shorter answer is better", ">= .50", 0.50, lambda s: pairs(s)[0])
    return table("Goals", ["what", "goal", *group], rows)


def page(group: Group) -> list[str]:
    """All tables on answers."""
    return [*_parts(group), *_missing(group), *_deletion(group), *_kinds(group), *_calibration(group),
            *_ranks(group), *_hostile()]  # fmt: skip


def _parts(group: Group) -> list[str]:
    rows = []
    for name, some in group.items():
        for mode in ("written", "spoken"):
            chosen = of_mode(some, mode)
            whole, each = macro(chosen)
            size = f"{len(chosen)}, {sum(len(m.parts) for m in chosen)}"
            rows.append([name, mode, size, f"**{whole:.2f}**", *(f"{e:.2f}" for e in each)])
    return table("Part of each sentence (F1)", ["text", "mode", "answers, sentences", "macro", *NAMES], rows)


def _missing(group: Group) -> list[str]:
    rows = []
    for name, some in group.items():
        for part in STORY:
            (s, s_right, s_true), (f, right, true) = missing(some, part, True), missing(some, part, False)
            cells = [share(s_right, s), share(s_right, s_true), share(right, f), share(right, true)]
            rows.append([name, part, *cells])
    head = ["text", "part", "stated: precision", "stated: recall", "stated or asked: precision", "recall"]
    said = "Scored answers whose rubric wants the part; a part that is only a bonus is asked for, never stated."
    return table('"This part is missing"', head, rows, said)


def _deletion(group: Group) -> list[str]:
    rows = []
    for name, some in group.items():
        for part in STORY:
            n, noticed, silent = deletion(some, part)
            rows.append([name, part, share(noticed, n), share(silent, n)])
    said = (
        'Every sentence of one part is deleted. "Noticed": the part is then stated or asked for. "Silent": it is not on'
        " the full answer."
    )
    return table("Deletion test", ["text", "part", "noticed", "silent"], rows, said)


def _kinds(group: Group) -> list[str]:
    rows = []
    for name in (k.value for k in EvidenceKind):
        for text, some in group.items():
            (s, s_right, true), (f, right, _) = kind(some, name, True), kind(some, name, False)
            if f or true:
                cells = [share(s_right, s), share(s_right, true), share(right, f), share(right, true)]
                rows.append([f"`{name}`", text, *cells])
    head = ["kind", "text", "stated: precision", "recall", "with notes: precision", "recall"]
    said = (
        "By sentence. The weights of the three kinds of effect never saw the voice in any row. Those of the other"
        " kinds were fitted on the open voices: for them only the sealed voices and the second sealed set say how"
        " strangers fare."
    )
    return table("Evidence", head, rows, said)


def _calibration(group: Group) -> list[str]:
    rows = []
    bins = (0.0, 0.3, 0.45, 0.6, SURE, 0.8, 0.9, 1.01)
    for name, some in group.items():
        effects = {"result_stated", "quantified_result", "before_and_after"}
        hits = [(sure, code in m.answer.kinds[i]) for m in some for code, i, sure in m.hits if code in effects]  # type: ignore[index]
        for what, found in (("part", [c for m in some for c in m.colours]), ("effect", hits)):
            for low, high in pairwise(bins):
                inside = [(sure, right) for sure, right in found if low <= sure < high]
                if inside:
                    mean = sum(sure for sure, _ in inside) / len(inside)
                    right = sum(right for _, right in inside)
                    rows.append(
                        [name, what, f"{low:.2f} to {min(high, 1):.2f}", f"{mean:.2f}", share(right, len(inside))]
                    )
    said = "A confidence should be the share of findings with it that are right."
    return table(
        "Confidence and how often it was right", ["text", "finding", "confidence", "mean", "right"], rows, said
    )


def _ranks(group: Group) -> list[str]:
    rows = []
    for name, some in group.items():
        rank, above, level, all_pairs = pairs(some)
        words = spearman([len(m.answer.text.split()) for m in some], [m.answer.quality for m in some])
        unscored = sum(not m.scored for m in some)
        won = f"{above} above, {level} level, of {all_pairs}"
        rows.append(
            [name, f"{len(some)} ({unscored})", f"**{ranked(some):.2f}**", f"{words:.2f}", f"**{rank:.2f}**", won]
        )
    head = ["text", "answers (unscored)", "Spearman", "of words alone", "Spearman in pairs", "the shorter answer"]
    said = (
        "Each answer on its own rubric, mean of its bands against the level 1 to 5 that its writer intended. Unscored"
        " answers rank last. In the pairs, two answers of a voice to one question, the shorter is meant as the better."
        " Bands on the open voices lean on weights of evidence that were fitted with those voices in view; the sealed"
        " rows are clean."
    )
    return table("Mean band against the intended level", head, rows, said)


def agreement() -> list[str]:
    """How far two readers agree, and the file that keeps where they do not."""
    rows, kept = [], []
    both: dict[str, Counter[str]] = defaultdict(Counter)
    for voice in (v for voices in WRITERS.values() for v in voices):
        second = labels_by("second-reader", voice)
        if not second:
            continue
        first = next(found for reader in FIRST_READERS if (found := labels_by(reader, voice)))
        one = [part for id in first for part in first[id]["parts"]]
        other = [part for id in first for part in second[id]["parts"]]
        same = np.mean([a == b for a, b in zip(one, other, strict=True)])
        rows.append([voice, str(len(one)), f"{cohen_kappa_score(one, other):.2f}", f"{same:.2f}"])
        for id in first:
            for i, (a, b) in enumerate(zip(first[id]["kinds"], second[id]["kinds"], strict=True)):
                for name in (k.value for k in EvidenceKind):
                    both[name][f"{name in a}{name in b}"] += 1  # type: ignore[operator]
                p, q = first[id]["parts"][i], second[id]["parts"][i]
                if p != q or set(a) != set(b):  # type: ignore[call-overload]
                    row = {
                        "answer_id": id,
                        "sentence": i,
                        "first": {"part": p, "kinds": a},
                        "second": {"part": q, "kinds": b},
                    }
                    kept.append(json.dumps(row))
    (HERE / "labels/disagreements.jsonl").write_text("\n".join(kept) + "\n", "utf-8")
    lines = table("Two readers: parts", ["voice", "sentences", "kappa", "same part"], rows)
    each = []
    for name, n in both.items():
        yes, odd = n["TrueTrue"], n["TrueFalse"] + n["FalseTrue"]
        each.append([f"`{name}`", f"{2 * yes / (2 * yes + odd):.2f}" if yes + odd else "-", f"{yes}, {odd}"])
    said = f"{len(kept)} sentences on which they differ are kept in `data/labels/disagreements.jsonl`."
    return [*lines, *table("Two readers: evidence", ["kind", "F1", "both, one only"], each, said)]


def _hostile() -> list[str]:
    rows = []
    right = 0
    for name, answer, wanted in CASES:
        card = score(STORY_RUBRIC, list(review(QUESTION, STORY_RUBRIC, answer)))
        got = card.reason if not card.scored else f"scored, bands {', '.join(str(m.band) for m in card.marks)}"
        right += wanted == (card.reason or "scored")
        rows.append([name, wanted, got])
    return table("Hostile and odd input", ["input", "wanted", "got"], rows, f"{right} of {len(CASES)} as wanted.")

"""What the label models see of a sentence. Training and the engine call these same functions."""

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from greenroom.core.rubric import RubricKind

from .doing import When, Who, past
from .marks import NAMES as MARKS
from .marks import marks
from .numbers import numbers
from .sentences import Sentence
from .words import stem

Floats = NDArray[np.float64]

TAGS = ("time_open", "situation_state", "task", "result", "reflection", "other", "hypothetical", "goal", "negation",
        "component", "cause", "investigate", "option", "cost", "verify", "user", "user_did", "lasting", "learning",
        "vague", "praise", "change_down", "change_up", "level_now", "baseline", "metric", "filler", "person", "view",
        "settled", "blame", "stative", "later", "outcome_noun", "wish", "found_out")  # fmt: skip
_TAGS = frozenset(TAGS)
ACTS = ("i_past", "i_habit", "i_would", "we_past", "passive")
SHAPES = ("number", "two_numbers", "change_and_number", "opens_with_i", "opens_with_we", "short", "long", "head_s",
          "head_t", "head_a", "head_r", "no_doer", "second_person",
          "others_past", "others_now", "opens_with_other")  # fmt: skip
CUES = TAGS + ACTS + SHAPES
PLACES = ("first", "last", "quarter_1", "quarter_2", "quarter_3", "quarter_4", "acts_before", "acts_after")

_HEADS = {"situation": "head_s", "background": "head_s", "context": "head_s", "task": "head_t", "action": "head_a",
          "actions": "head_a", "result": "head_r", "results": "head_r", "outcome": "head_r"}  # fmt: skip


_BECAME = frozenset(
    "went fell came became grew rose got took stopped disappeared dropped ran signed renewed started agreed worked"
    " liked loved closed"
    " recovered stayed matched passed were was had left joined used asked thanked found".split()
)


_COUNTING = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half dozen".split()
)


def terms(sentence: Sentence) -> list[str]:
    """Words and pairs of words; numbers become ``0``. Names and capitals play no part."""
    plain = ["0" if w.text[0].isdigit() else w.text for w in sentence.words]
    return [*plain, *(f"{a} {b}" for a, b in itertools.pairwise(plain))]


def tokens(sentence: Sentence) -> list[str]:
    """Words, pairs of words and stems; a number, in digits or words, becomes ``0``."""
    plain: list[str] = []
    for word in sentence.words:
        text = "0" if word.text[0].isdigit() or word.text in _COUNTING else word.text
        if text != "0" or not plain or plain[-1] != "0":
            plain.append(text)
    return [*plain, *(f"{a} {b}" for a, b in itertools.pairwise(plain)), *("~" + stem(t) for t in plain)]


def cues(sentence: Sentence, low: str) -> dict[str, float]:
    """Cues by name; those absent are 0."""
    found = {tag: 1.0 for tag in sentence.tags if tag in _TAGS}
    for act in sentence.acts:
        found[_act_cue(act.who, act.when)] = 1.0
    texts = [w.text for w in sentence.words]
    digits = sum(t[0].isdigit() for t in texts) if sentence.digits else 0
    found.update(_shape(texts, digits))
    if not sentence.acts and any(past(t) or t in _BECAME for t in texts):
        found["others_past"] = 1.0
    if not sentence.acts and ("now" in texts or "today" in texts or "still" in texts):
        found["others_now"] = 1.0
    if digits and ("change_down" in found or "change_up" in found):
        found["change_and_number"] = 1.0
    after = low[sentence.words[0].end : sentence.words[0].end + 2]
    if ":" in after and texts[0] in _HEADS:
        found[_HEADS[texts[0]]] = 1.0
    return found


KINDS = tuple(kind.value for kind in RubricKind)
SIZES = ("n", "n_two", "n_three", "n_percent", "n_time", "n_money", "n_times", "n_size", "n_count", "n_bare",
         "n_only_time", "n_zero", "n_short", "n_early")  # fmt: skip


_COLUMN = {name: i for i, name in enumerate(CUES + MARKS)}
_SHOWN = len(CUES) + len(MARKS)


def own_columns(sentences: Sequence[Sentence], low: str) -> tuple[Floats, list[dict[str, float]]]:
    """Cues and marks, sentence by sentence; the cues come back as well."""
    each = np.zeros((len(sentences), _SHOWN))
    found = [cues(s, low) for s in sentences]
    for row, sentence, seen in zip(each, sentences, found, strict=True):
        row[[_COLUMN[name] for name in (*seen, *marks(sentence, low))]] = 1.0
    return each, found


def sober_columns(each: Floats, kind: str) -> Floats:
    """What does not depend on order: cues and marks of a sentence, their mean in the answer, the kind of question.

    Shape: sentences x ``SOBER``.
    """
    asked = np.zeros(len(KINDS))
    asked[KINDS.index(kind)] = 1.0
    mean = np.concatenate([each.mean(axis=0), asked])
    return np.hstack([each, np.broadcast_to(mean, (len(each), len(mean)))])


STEADY = tuple(PLACES.index(name) for name in ("first", "acts_before", "acts_after"))


def local_columns(sober: Floats, place: Floats) -> Floats:
    """One sentence, the kind of question, and places that do not move when more is said at the end."""
    own = len(CUES) + len(MARKS)
    return np.hstack([sober[:, :own], sober[:, 2 * own :], place[:, STEADY]])


def place_columns(acting: Sequence[bool]) -> Floats:
    """Where each sentence stands, and whether own acts come before and after it. Shape: sentences x ``PLACES``."""
    n = len(acting)
    out = np.zeros((n, len(PLACES)))
    out[0, 0] = out[-1, 1] = 1.0
    out[range(n), [2 + min(3, 4 * i // n) for i in range(n)]] = 1.0
    own = [i for i in range(n) if acting[i]]
    if own:
        out[own[0] + 1 :, 6] = 1.0
        out[: own[-1], 7] = 1.0
    return out


def size_columns(sentences: Sequence[Sentence], low: str, each: Floats) -> Floats:
    """The numbers of each sentence, and its marks when it has one. Shape: sentences x (``SIZES`` + ``MARKS``)."""
    sizes = np.zeros((len(sentences), len(SIZES)))
    for i, sentence in enumerate(sentences):
        if sentence.counts:
            sizes[i] = _sizes(sentence, low)
    return np.hstack([sizes, each[:, len(CUES) :] * sizes[:, :1]])


def _sizes(sentence: Sentence, low: str) -> list[float]:
    found = numbers(sentence, low)
    units = {n.unit for n in found}
    kinds = [float(u in units) for u in ("percent", "time", "money", "times", "size", "count", "")]
    some = float(len(found) > 0)
    shape = [float(units == {"time"}), float(any(n.value == 0 for n in found)), some * (len(sentence.words) < 10)]
    early = float(bool(found) and found[0].start - sentence.start < 15)
    return [some, float(len(found) > 1), float(len(found) > 2), *kinds, *shape, early]


def _act_cue(who: Who, when: When) -> str:
    if who is Who.NOBODY:
        return "passive"
    if who is Who.WE:
        return "we_past" if when is When.PAST else "i_would"
    return {When.PAST: "i_past", When.HABIT: "i_habit", When.WOULD: "i_would"}[when]


_DOERS = frozenset({"i", "we", "my", "our", "i've", "i'd", "me"})


def _shape(texts: list[str], digits: int) -> dict[str, float]:
    shape = {
        "number": digits > 0,
        "two_numbers": digits > 1,
        "opens_with_i": texts[0] in {"i", "so"} and "i" in texts[:3],
        "opens_with_we": "we" in texts[:2],
        "short": len(texts) < 8,
        "long": len(texts) > 24,
        "no_doer": _DOERS.isdisjoint(texts),
        "opens_with_other": texts[0]
        in {"it", "he", "she", "they", "that", "this", "the", "nobody", "everyone", "both", "none"},
        "second_person": "you" in texts or "your" in texts,
    }
    return {name: 1.0 for name, is_so in shape.items() if is_so}


# Weights of the cue rules: what a reader with a list of phrases would say. Set by hand, tuned on the training text.
RULES: dict[str, dict[str, float]] = {
    "situation": {"": 0.6, "time_open": 1.8, "situation_state": 1.8, "head_s": 6, "i_past": -1.2, "first": 0.0},
    "task": {"": -0.4, "task": 3.0, "goal": 0.4, "head_t": 6, "reflection": -1},
    "action": {"": 0.4, "i_past": 2.4, "we_past": 1.3, "passive": 0.4, "investigate": 0.5, "option": 0.5, "verify": 0.3,
               "component": 0.3, "head_a": 6, "task": -0.8, "learning": -1.0, "i_habit": 0.4, "found_out": 1.2},
    "result": {"": 0.0, "result": 1.9, "change_and_number": 1.3, "level_now": 0.2, "lasting": 0.7, "head_r": 6,
               "i_past": -0.6, "task": -0.5, "goal": -0.4, "time_open": -0.5, "found_out": -1.5},
    "reflection": {"": -0.8, "reflection": 2.8, "learning": 1.2, "head_r": -2},
    "other": {"": 0.3, "other": 2.0, "i_would": 1.0, "praise": 2.0, "i_habit": 0.6, "second_person": 0.9, "blame": 0.8,
              "i_past": -0.8, "time_open": -0.7, "result": -0.4, "number": -0.4},
}  # fmt: skip


_RULES = np.array([[weights.get(cue, 0.0) for weights in RULES.values()] for cue in CUES])
_UNLESS = np.array([weights[""] for weights in RULES.values()])


def rule_scores(each: Floats) -> Floats:
    """Scores of the six labels by the cue rules, in the order of ``RULES``; a softmax makes them shares."""
    scores: Floats = each[:, : len(CUES)] @ _RULES + _UNLESS
    return scores


def stems(sentence: Sentence) -> list[str]:
    """Stems of the words that carry meaning."""
    return [stem(w.text) for w in sentence.words]

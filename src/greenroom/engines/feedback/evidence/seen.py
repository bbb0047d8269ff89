"""What a detector of evidence hands back, and what several of them ask of a sentence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from greenroom.core.rubric import RubricKind

from ..doing import Act, When, Who
from ..reading import STORY, Reading
from ..sentences import Sentence


@dataclass(frozen=True, slots=True)
class Seen:
    """Evidence in one sentence: the span that triggered it (in the plain copy) and how sure the detector is."""

    sentence: Sentence
    start: int
    end: int
    confidence: float


Detector = Callable[[Reading], Iterator[Seen]]

LIST_COMMAS = 4  # a sentence of names between so many commas, without a doer, is a list


def is_list(reading: Reading, sentence: Sentence) -> bool:
    """True for a sentence that enumerates names: many commas, short items, few words between them."""
    commas = reading.text.low.count(",", sentence.start, sentence.end)
    return commas >= LIST_COMMAS and len(sentence.words) / (commas + 1) <= 3.2


def own_past(sentence: Sentence) -> list[Act]:
    """What the speaker did."""
    return [act for act in sentence.acts if act.who is Who.I and act.when is When.PAST]


def acted(reading: Reading, sentence: Sentence) -> bool:
    """True when the sentence says that somebody did, does or would do something, as the question's kind allows.

    A story needs the past or a habit of the speaker or the team; a plan and a design may say "would".
    """
    found = sentence.acts
    if reading.rubric.kind is RubricKind.PAST_EVENT:
        present = not sentence.has("other", "praise", "hypothetical")  # a story told in the present tense
        return any(act.when is When.PAST or (present and act.when is When.HABIT) for act in found)
    if reading.rubric.kind in STORY:
        return any(act.when is not When.WOULD for act in found)
    return bool(found)


def explains(reading: Reading) -> bool:
    """True for kinds of question whose answers reason in the present: approach, plan, knowledge."""
    return reading.rubric.kind in (RubricKind.APPROACH, RubricKind.PLAN, RubricKind.KNOWLEDGE)


def near(a: tuple[int, int], b: tuple[int, int], within: int = 90) -> bool:
    """True when two spans do not overlap and lie at most ``within`` characters apart."""
    return a[1] <= b[0] <= a[1] + within or b[1] <= a[0] <= b[1] + within


def pair(sentence: Sentence, one: str, other: str, within: int = 90) -> tuple[int, int] | None:
    """Span over the first two phrases of two classes that stand near each other on different words."""
    for a in sentence.tags.get(one, ()):
        for b in sentence.tags.get(other, ()):
            if near(a, b, within):
                return min(a[0], b[0]), max(a[1], b[1])
    return None

"""What the speaker did, and with which parts of a system."""

from collections.abc import Iterator
from functools import cache

from greenroom.core.rubric import Part, RubricKind

from ..doing import Act, When, Who
from ..reading import Reading
from ..sentences import Sentence
from ..words import sections
from .seen import Seen, acted, explains, is_list

_CONTENT = 3  # words with meaning after a general verb ("worked", "tested") that make it concrete


def first_person_action(reading: Reading) -> Iterator[Seen]:
    """The speaker did a concrete thing: I + verb of doing, and something that it was done to."""
    for sentence in reading.heard:
        found = [a for a in sentence.acts if a.who is Who.I and _in_time(reading, sentence, a)]
        act = next((a for a in found if a.verb not in _NOT_STEPS and _concrete(sentence, a)), None)
        if act is not None:
            yield Seen(sentence, act.start, act.end, 0.9 if act.when is When.PAST else 0.7)


_NOT_STEPS = frozenset({"gave", "set", "let", "met"})
_EVER = frozenset({"always", "usually", "never", "generally", "typically", "often"})


def _in_time(reading: Reading, sentence: Sentence, act: Act) -> bool:
    """An event asks for the past. A story told in the present tense, as second-language speakers do, counts as well:
    a step after a setting, with no "always" in it."""
    kind = reading.rubric.kind
    if act.when is When.HABIT and kind is RubricKind.PAST_EVENT:
        settings = any(s.has("time_open", "situation_state", "task") for s in reading.heard if s.index < sentence.index)
        told = not sentence.has("other", "praise", "hypothetical", "vague")
        return told and settings and not any(w.text in _EVER for w in sentence.words)
    return act.when is not When.WOULD or kind in {RubricKind.PLAN, RubricKind.KNOWLEDGE}


def _concrete(sentence: Sentence, act: Act) -> bool:
    """A telling verb needs an object of some words; a general one needs a component, a number or a longer object."""
    after = [w.text for w in sentence.words if w.start >= act.end]
    meaning = [t for t in after if t not in _function() and len(t) > 2]
    vague = len(sentence.tags.get("vague", ()))
    if act.verb in _general():
        named = "component" in sentence.tags or any(t[0].isdigit() for t in after)
        return (named and len(meaning) >= 2) or len(meaning) - 2 * vague >= _CONTENT + 3
    return len(meaning) - vague >= 2


@cache
def _function() -> frozenset[str]:
    return frozenset(sections()["function"])


@cache
def _general() -> frozenset[str]:
    return frozenset(sections()["generic_verb"])


def named_component(reading: Reading) -> Iterator[Seen]:
    """A system, tool or part, named inside an action, a cause, or (in an explanation) a line of reasoning."""
    for sentence in reading.heard:
        if "component" not in sentence.tags or is_list(reading, sentence):
            continue
        reasoned = explains(reading) and sentence.has("reasoning", "failure", "cost")
        told = reading.label(sentence) in {Part.ACTION, Part.RESULT, Part.TASK} or explains(reading)
        done = told and acted(reading, sentence)
        if done or (sentence.has("investigate") and sentence.has("cause")) or reasoned:
            start, end = sentence.first("component")
            yield Seen(sentence, start, end, 0.9 if len(sentence.tags["component"]) > 1 else 0.75)

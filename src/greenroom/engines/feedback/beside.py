"""Where something missing would stand: the candidate's own words to which a gap can be tied.

"Add a result" fits any answer; "what came of “I moved the captures to a queue”?" fits one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding
from greenroom.core.rubric import Criterion, Part

from .doing import Act, When, Who
from .finding import absent
from .fitting import rarity
from .points import weighed
from .reading import Reading
from .sentences import Sentence

LEAST = 5  # words; a shorter sentence ("On-call woke me.") gives the advice nothing to go on from
TELLS = 8  # words of a step of which one can ask whether it would be taken again
NEAR, SHARED = 1.0, 2  # weight and number of telling words that a sentence shares with what it comes near to
TELLING = 0.3  # rarity from which a word tells what a sentence is about


def part(reading: Reading, missing: Part) -> Quote | None:
    """The words that a missing part would stand beside; those coloured as the part itself come first."""
    seen = _coloured(reading, missing)
    if seen:
        return _quote(reading, max(seen, key=lambda s: reading.labels[s.index].confidence))
    steps = [s for s in reading.heard if _long(s) and _step(s)]
    match missing:
        case Part.RESULT:
            taken = [s for s in steps if not s.has("vague", "praise") and any(a.when is When.PAST for a in _done(s))]
            chosen = _chosen(taken)
            return _last(reading, _own(chosen) or chosen or _own(taken) or taken)
        case Part.TASK:
            first = next(iter(_own(steps) or steps), None)
            told = [s for s in reading.heard if _long(s) and reading.label(s) is Part.SITUATION and not _refused(s)]
            before = [s for s in told if first is None or s.index < first.index]
            return _fullest(reading, before) or _first(reading, _own(steps) or steps)
        case Part.REFLECTION:
            taken = [s for s in _own(steps) if reading.label(s) is Part.ACTION and not s.has("vague", "praise")]
            return _fullest(reading, [s for s in _chosen(taken) if len(s.words) >= TELLS])
        case Part.ACTION:
            return _fullest(reading, reading.heard)
        case _:
            return _first(reading, [s for s in reading.heard if _long(s)]) if steps else None


def coloured(reading: Reading, some: Part) -> bool:
    """True when the page colours a sentence as this part, or somebody is told to have asked for something."""
    return bool(_coloured(reading, some))


_ASKED = re.compile(
    r"\b(?:they|he|she|(?:my|our|the) (?:\w+ )?(?:boss|lead|manager|director|customer|client|head|founder|cto|ceo))"
    r" (?:\w+ly |just |only )?(?:said|wanted|asked|told (?:me|us)|wished|ordered)\b"
)


def _coloured(reading: Reading, some: Part) -> list[Sentence]:
    """The sentences that play this part, or else, for the task, those in which somebody asks for something."""
    found = [s for s in reading.heard if reading.label(s) is some and _long(s)]
    if found or some is not Part.TASK:
        return found
    early = reading.heard[: max(3, len(reading.heard) // 3)]  # a wish comes before the work
    return [s for s in early if _long(s) and _ASKED.search(reading.text.low, s.start, s.end)]


def point(reading: Reading, finding: Finding) -> Finding:
    """A missing point with the sentence that comes nearest to it.

    It stands in the list of points and gives the follow-up, and is not put forward as a gap: where words come near,
    the point may well have been made, and where none do, the remark would fit any answer.
    """
    wanted = next((p for p in reading.rubric.points if p.id == finding.point), None)
    if finding.code != "point_missing" or wanted is None:
        return finding
    near = _nearest(reading, (wanted.text, wanted.follow_up, *wanted.said))
    doubt = finding.confidence / 2 if near else finding.confidence
    return replace(
        finding, evidence=absent(wanted.id, near, whole(reading)), severity=0, confidence=round(doubt, 2), asks=True
    )


def whole(reading: Reading) -> str:
    """What was searched, counted, so that it can be checked."""
    count = len(reading.heard)
    return f"all {count} sentences" if count > 1 else "the whole answer"


def criterion(reading: Reading, wanted: Criterion) -> Quote | None:
    """The sentence that comes nearest to what a criterion asks for; None when none is about the same thing."""
    texts = [wanted.anchors.three.text, wanted.anchors.five.text]
    for found in reading.rubric.points:
        if found.id in wanted.points:
            texts += [found.text, found.follow_up, *found.said]
    return _nearest(reading, texts)


def _nearest(reading: Reading, texts: Iterable[str]) -> Quote | None:
    wanted = _telling(tuple(texts))
    best: tuple[float, Sentence] | None = None
    for sentence in reading.heard:
        if not _long(sentence):
            continue
        said = dict(weighed(reading.text.low[sentence.start : sentence.end]))
        shared = [wanted[root] for root in said if root in wanted]
        if len(shared) >= SHARED and sum(shared) >= NEAR and (best is None or sum(shared) > best[0]):
            best = (sum(shared), sentence)
    return _quote(reading, best[1]) if best else None


_FULL = ("component", "data", "failure", "handling", "control", "metric", "user")


def _fullest(reading: Reading, among: Sequence[Sentence]) -> Quote | None:
    """The sentence that says most: an interviewer takes up what stands out."""

    def full(sentence: Sentence) -> tuple[int, int]:
        numbered = any(w.text[0].isdigit() for w in sentence.words)
        return sum(sentence.has(name) for name in _FULL) + bool(sentence.acts) + numbered, len(sentence.words)

    return _quote(reading, max(some, key=full)) if (some := [s for s in among if _long(s)]) else None


@lru_cache(maxsize=1024)
def _telling(texts: tuple[str, ...]) -> dict[str, float]:
    """Stems that tell what some texts are about, with their weight."""
    found = {root: weight * rarity(root) for text in texts for root, weight in weighed(text)}
    return {root: weight for root, weight in found.items() if weight >= TELLING}


_DENIED = frozenset({"not", "never", "didn't", "don't", "hadn't", "wasn't", "couldn't"})


def _done(sentence: Sentence) -> list[Act]:
    """What was done, leaving out what was not: "I didn't start to build" is no step to go on from."""
    denied = {w.start for w in sentence.words if w.text in _DENIED}
    return [a for a in sentence.acts if a.when is not When.WOULD and not any(a.start <= at < a.end for at in denied)]


def _refused(sentence: Sentence) -> bool:
    return any(w.text in _DENIED for w in sentence.words) and not _done(sentence)


def _step(sentence: Sentence) -> bool:
    return any(a.who is not Who.NOBODY for a in _done(sentence))


def _own(some: Sequence[Sentence]) -> list[Sentence]:
    return [s for s in some if any(a.who is Who.I and a.when is When.PAST for a in _done(s))]


# What happens to one, or is merely noticed: nobody can be asked to take it again.
_BEFELL = frozenset(
    "found saw noticed realised realized discovered learned learnt heard knew understood got received lost forgot"
    " missed felt thought believed hoped became joined failed gave happened remembered".split()
)


def _chosen(some: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that tell a step which somebody chose to take."""
    return [s for s in some if any(_choice(a) for a in _done(s))]


def _choice(act: Act) -> bool:
    return act.who is not Who.NOBODY and act.verb not in _BEFELL


def _long(sentence: Sentence) -> bool:
    return len(sentence.words) >= LEAST


def _first(reading: Reading, some: Sequence[Sentence]) -> Quote | None:
    return _quote(reading, some[0]) if some else None


def _last(reading: Reading, some: Sequence[Sentence]) -> Quote | None:
    return _quote(reading, some[-1]) if some else None


def _quote(reading: Reading, sentence: Sentence) -> Quote:
    doers = [a for a in sentence.acts if a.who is not Who.NOBODY]
    act = next((a for a in doers if _choice(a)), next(iter(doers), None))
    return reading.clause(sentence, act.start, act.end) if act else reading.quote(sentence)

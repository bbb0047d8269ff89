"""Why it happened, and how that was learnt."""

import re
from collections.abc import Iterator

from ..doing import When
from ..reading import Reading
from ..sentences import Sentence
from .seen import Seen, is_list

# The cause said in so many words: these need no second sign beside them.
_SAID = re.compile(
    r"\b(?:(?:it )?turned out|(?:root |real )?cause (?:was|is|turned)|the (?:bug|culprit|fault|reason) was|narrowed"
    r" (?:it|this) down"
    r"|traced (?:it|this|them) (?:back )?to|caused by|landed on (?:one|a|the)|(?:found|saw|noticed|realised"
    r"|realized|discovered|could tell)"
    r" (?:out )?that|that was (?:why|because)|had (?:never )?been (?:caused|set)|only happened when|happened only when"
    r"|(?:found|saw|noticed|realised) (?:the|a|an|two|three|it) [^.]{3,60}?\b(?:because|which|that|was|were|did|had))\b"
)
_LINKED = re.compile(r"\b(?:because|since|due to|so that|which meant|which is why|as)\b")


def cause_found(reading: Reading) -> Iterator[Seen]:
    """A cause stated as found, or a "because" beside a step of investigation or a component that misbehaved."""
    for sentence in reading.heard:
        if not sentence.has("cause", "investigate") or is_list(reading, sentence) or sentence.has("hypothetical"):
            continue
        if len(sentence.words) < 6:
            continue
        said = _SAID.search(reading.text.low, sentence.start, sentence.end)
        concrete = sentence.has("component", "failure", "metric") or sentence.digits
        if said and (concrete or sentence.has("investigate")):
            yield Seen(sentence, said.start(), said.end(), 0.85)
        elif sentence.has("investigate") and sentence.has("component") and _done(sentence):
            linked = _LINKED.search(reading.text.low, sentence.start, sentence.end)
            if linked:
                yield Seen(sentence, linked.start(), linked.end(), 0.65)


def _done(sentence: Sentence) -> bool:
    return any(act.when is When.PAST for act in sentence.acts)

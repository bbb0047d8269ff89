"""What is shown as a strength: kinds that were right often enough where it was measured, in words that say something.

What falls short still counts for a band and stands as a note among the rest.
"""

from enum import StrEnum
from functools import cache

from .explaining import explain
from .sentences import Sentence

RIGHT, CASES = 0.8, 5  # share of stated findings that must be right on the sealed voices, and of how many at least
NEARLY, FEW = 0.7, 4  # from there on a kind is put as a question
OWN = 6  # words with meaning; "If it fails we retry it." praises nothing that could be asked about
# True of many sentences of every answer: they count, and praise nothing in particular.
COMMON = frozenset({"first_person_action", "named_component", "result_stated"})


class Praise(StrEnum):
    """How a strength is put."""

    STATED = "stated"
    ASKED = "asked"


@cache
def praise(code: str) -> Praise | None:
    """How a kind of evidence may be called a strength, or None: then it is only noted."""
    why = explain(code)
    if code in COMMON or why.stated is None:
        return None
    if why.stated >= RIGHT and why.stated_count >= CASES:
        return Praise.STATED
    return Praise.ASKED if why.stated >= NEARLY and why.stated_count >= FEW else None


_TAKEN_BACK = frozenset({"didn't", "forgot", "forgotten", "failed", "wrong", "mistake"})


_WHEN = frozenset({"when", "if", "unless"})


_THEIRS = frozenset({"your", "yours", "you", "you're", "you've", "advertisement", "posting"})
_PARTS = frozenset({"replica", "replicas"})  # parts of a system as well as a plan: "when the replica is behind"


def _handles(sentence: Sentence) -> bool:
    begins = {start for start, _ in sentence.tags.get("handling", ())}
    return any(word.text not in _PARTS for word in sentence.words if word.start in begins)


def telling(code: str, sentence: Sentence) -> bool:
    """True for a sentence that says enough to be praised, and takes nothing back ("tested it, but I didn't ...").

    What is praised must stand in it: the failure beside what is done about it, two terms of a decision on data,
    something of the company's own.
    """
    said = [w.text for w in sentence.words]
    if code == "failure_handling" and not (_handles(sentence) and (sentence.has("failure") or _WHEN & set(said))):
        return False
    if code == "specific_reason" and not _THEIRS & set(said):
        return False
    if code == "data_design" and len(sentence.tags.get("data", ())) < 2:
        return False
    taken_back = "but" in said and bool(_TAKEN_BACK & set(said[said.index("but") :]))
    return sum(len(text) > 3 for text in said) >= OWN and not taken_back

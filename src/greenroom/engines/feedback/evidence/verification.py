"""How a change was checked."""

import re
from collections.abc import Iterator

from greenroom.core.rubric import RubricKind

from ..doing import When
from ..reading import Reading
from ..sentences import Sentence
from .seen import Seen, acted, explains, is_list

_CHECK = re.compile(
    r"\b(?:tested|tests?|testing|diffed|diffs?|test cases|kill(?:ed|s|ing)|see (?:if|whether)|walks (?:all|through"
    r"|every)|let (?:her|him|them) correct|recalculated|ran (?:[\w,]+ ){1,10}?(?:through|against|and (?:it )?(?:got"
    r"|found|counted|compared|failed))|ran a query|restored? (?:the|a|it)|verif(?:y|ied|ies)|validated"
    r"|(?:double-)?checked|checks?|compar(?:e|ed|es|ing)|measured?|measures|replay(?:ed|s)?"
    r"|rehears(?:e|ed)|load[- ]test(?:ed|s)?|benchmark(?:ed|s)?|canary|dry[- ]runs?|confirmed|hashed|reconciled"
    r"|counted|sampled|sample of"
    r"|simulated|audited|proved|watched|monitored|pilot(?:ed)?|practised|practiced|side by side|in parallel|behind"
    r" a flag)\b"
)
_AGAINST = re.compile(
    r"\b(?:against|with a \w+ that|\d+ (?:runs|times|cases|rows|requests|messages|orders)|exactly|old and new"
    r"|differ|into an empty|with her|with his|by killing|in a copy|before|after|until|on (?:a |the |both |staging"
    r"|production|real|live)|with (?:real|ten|two|three|\d|production|each|the same"
    r"|new|every)|that (?:kills|fails|breaks|starts|logs|compares|covers|runs|sends|checks)|which (?:kills|fails"
    r"|compares|runs|checks|sends)"
    r"|the (?:hashes|sums|totals|counts|restore|results?|numbers?|output|rows|old|new|real|same|two|both)|both"
    r" (?:sides|ways|versions)"
    r"|for (?:a|two|three|one|\d+|ten|five) (?:week|weeks|day|days|month|months|hour|hours|minutes|cases)|whether"
    r"|every|each|nightly"
    r"|one percent|ten percent|\d+ ?%|staging|production|regression|integration|a (?:copy|clone|replica|sample"
    r"|test)|real (?:data|traffic|cases|queries))\b"
)

PATTERNS = {"check": _CHECK}  # by its name in the sieve


def verification_step(reading: Reading) -> Iterator[Seen]:
    """A check with what it was held against: a verb of checking and an object, in something done (or explained)."""
    for sentence in reading.heard:
        if is_list(reading, sentence) or len(sentence.words) < 5:
            continue
        if reading.rubric.kind is RubricKind.PAST_EVENT and _only_would(sentence):
            continue
        low = reading.text.low
        check = _CHECK.search(low, sentence.start, sentence.end) if sentence.may("check") else None
        if check is None or not (acted(reading, sentence) or explains(reading)):
            continue
        after = _AGAINST.search(low, check.start() + 4, sentence.end)
        against = after or _AGAINST.search(low, sentence.start, check.start())
        if against and not sentence.has("vague"):
            yield Seen(sentence, check.start(), check.end(), 0.8)


def _only_would(sentence: Sentence) -> bool:
    return bool(sentence.acts) and all(act.when is When.WOULD for act in sentence.acts)

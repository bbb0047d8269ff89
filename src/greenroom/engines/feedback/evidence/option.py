"""Other ways that were considered, and what the chosen way costs."""

import re
from collections.abc import Iterator

from ..reading import Reading
from .seen import Seen, acted, explains, is_list

_WEIGHED = re.compile(
    r"\b(?:(?:i|we) (?:also |first |briefly |then )?(?:considered|weighed|compared|thought about|looked at (?:two"
    r"|three|both|other)"
    r"|evaluated|ruled out|rejected|decided against|prefer(?:red)?|chose|opted|picked|went with|argued (?:for|against)"
    r"|voted (?:for|against)|discussed)|ruled (?:it|that|this|them|both) out|turned (?:it|that) down"
    r"|(?:two|three|both) (?:options|ways|alternatives|choices|designs)|(?:one|the other) was (?:to|a|an)"
    r"|the (?:other|second|first) (?:option|way|choice)|the alternative|one (?:option|way) (?:is|was|would)"
    r"|another (?:option|way)|my first (?:idea|guess|thought|wish|plan|instinct|choice)|pros and cons|decided against"
    r"|would (?:also )?have (?:taken|been|cost|meant|doubled|needed|worked|required))\b"
)
_INSTEAD = re.compile(r"\b(?:instead of|rather than|over the alternative)\b")
_WHY = re.compile(
    r"\b(?:because|since|as|but|so|would have|which would|than|to avoid|too|needs?|cost|costs|only|\d+)\b"
)
_COST = re.compile(
    r"\b(?:trade-?\s?offs?|(?:the|its) (?:price|cost|downside|drawback|catch|weak spot)(?: of [^.,;:]{1,30})?(?: is"
    r"| was|:)"
    r"|the cost of (?:all )?(?:this|that|it)|at the (?:cost|expense) of|what (?:i|we) (?:accepted|gave up|lose|lost"
    r"|pay)"
    r"|(?:i|we) (?:accepted|gave up|lose|lost|pay|paid)|(?:it|that|this|which|way) costs? (?:us )?(?:more|one|an|a"
    r"|two|about"
    r"|around|memory|write|disk)"
    r"|would have (?:slowed|cost|doubled)|(?:minutes?|seconds?|hours?) (?:old|stale|late)|can be (?:stale|old)|in"
    r" exchange"
    r"|the risk (?:is|was)|(?:slower|more expensive|more complex|harder) (?:writes?|to|than|for)"
    r"|extra (?:work|writes?|storage|latency|hop|load)|has to update|more than one place|downside|drawback)"
)

PATTERNS = {"weighed": _WEIGHED, "cost": _COST}  # by their names in the sieve


def option_weighed(reading: Reading) -> Iterator[Seen]:
    """An option with what spoke for or against it, in this sentence or the next."""
    low = reading.text.low
    for sentence in reading.heard:
        if is_list(reading, sentence) or len(sentence.words) < 6:
            continue
        weighed = _WEIGHED.search(low, sentence.start, sentence.end) if sentence.may("weighed") else None
        instead = _INSTEAD.search(low, sentence.start, sentence.end)
        found = weighed or instead
        if found is None or not (acted(reading, sentence) or explains(reading) or weighed):
            continue
        after = (
            reading.sentences[sentence.index + 1].end if sentence.index + 1 < len(reading.sentences) else sentence.end
        )
        why = _WHY.search(low, found.end(), after)
        if weighed and why:
            yield Seen(sentence, found.start(), found.end(), 0.8)
        elif instead and (why or sentence.has("component", "person", "user", "data")):
            yield Seen(sentence, found.start(), found.end(), 0.7)


def trade_off_cost(reading: Reading) -> Iterator[Seen]:
    """The price of a decision, said of something concrete."""
    for sentence in reading.heard:
        if len(sentence.words) < 5 or is_list(reading, sentence):
            continue
        found = _COST.search(reading.text.low, sentence.start, sentence.end) if sentence.may("cost") else None
        number = sentence.digits
        concrete = number or sentence.has("component", "data", "metric", "reasoning", "failure", "user")
        if found and concrete:
            yield Seen(sentence, found.start(), found.end(), 0.8)

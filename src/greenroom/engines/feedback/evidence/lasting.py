"""What stayed afterwards: a rule, a test, a habit, a tool."""

import re
from collections.abc import Iterator

from ..reading import Reading
from .seen import Seen, acted, is_list

_STAYED = re.compile(
    r"\b(?:still (?:use|uses|used|runs|running|in use|the (?:first|way|default|page))|(?:is|are|was) (?:now|still)"
    r" (?:used|part|the|in|a|required|run)"
    r"|became (?:the|our|a|part)|adopted|(?:other|every|all|both|two|three|the whole) (?:team|teams|department"
    r"|company|review|release|pull request|new)\b"
    r"|we now|now (?:go(?:es)?|walks?|asks?|starts?|returns?|waits?|comes?|takes? every)|(?:\w+ ){1,6}since and"
    r" (?:not|no)|(?:it|which|that|test|check|rule|job|page|tool|script) (?:now|has (?:failed|caught|stayed|been))"
    r"|has (?:caught|failed|stayed)"
    r"|now (?:has|have|requires|fails|runs|checks|use|uses)|since (?:then|that day)|ever since|from then on"
    r"|fails the build|so (?:that )?it (?:cannot|can't|could not) happen again|(?:hasn't|has not|haven't|have not"
    r"|did not|never) (?:happened|come back|seen)[^.]{0,20}"
    r"|new (?:people|joiners|starters)|three of us can|today (?:i|we|every|each)|these days)\b"
)
_LEFT = re.compile(
    r"\b(?:added|wrote|introduced|set up|turned [^.]{1,30} into|made|built|agreed|put)\b[^.]{0,60}?\b(?:rule"
    r"|checklist|runbook|template|policy|alert|alerts"
    r"|test|tests|ci job|check|guard|lint|linter|probe|dashboard|playbook|guide|habit|review step|every review"
    r"|every release)\b"
)
_AFTERWARDS = re.compile(r"\b(?:afterwards?|after that|the week after|since then|later|finally|then|also|so)\b")


def lasting_change(reading: Reading) -> Iterator[Seen]:
    """Something that outlives the event: said to be in use still, or put in place afterwards."""
    heard = reading.heard
    for i, sentence in enumerate(heard):
        if not sentence.has("lasting", "later") or is_list(reading, sentence) or len(sentence.words) < 5:
            continue
        low = reading.text.low
        stayed = _STAYED.search(low, sentence.start, sentence.end)
        if stayed and not sentence.has("other", "praise") and i > 0:
            yield Seen(sentence, stayed.start(), stayed.end(), 0.75)
            continue
        left = _LEFT.search(low, sentence.start, sentence.end)
        late = i >= len(heard) // 2 or _AFTERWARDS.search(low, sentence.start, sentence.end)
        if left and late and acted(reading, sentence):
            yield Seen(sentence, left.start(), left.end(), 0.7)

"""Which remarks hold: the code and the criterion are known, the words are the candidate's, nothing is made up."""

import re
from collections.abc import Iterator

from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding, Tone

from .codes import DENIES, GAPS, STRENGTHS
from .message import LONGEST_SAID, MOST_REMARKS, Asked
from .numbers import numbers
from .reading import Drop, ModelReading, ModelRemark
from .reply import Claimed, Reply

FEWEST_WORDS = 4
LONGEST_QUOTE = 500  # characters; a quote of the whole answer points at nothing

_VERDICT = re.compile(
    r"\bbands?\b|\bout of (?:five|ten|5|10|100)\b|\b(?:strong|clear|definite|no|not a|weak|lean)[ -]hire\b"
    r"|\b(?:full|top|highest|perfect|maximum|best possible) (?:marks?|scores?|grades?|ratings?)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\w://|\bwww\.|\b[\w.+-]+@[\w-]+\.\w|\b[\w-]+\.(?:com|org|net|io|dev|app)\b", re.IGNORECASE)


def sift(asked: Asked, reply: Reply) -> ModelReading:
    """Keep what holds, with the reason for everything that does not."""
    kept: list[ModelRemark] = []
    dropped: list[Drop] = [Drop.FORM] * reply.malformed
    for claim in reply.claims:
        remark = _remark(asked, claim)
        if isinstance(remark, Drop):
            dropped.append(remark)
        elif len(kept) == MOST_REMARKS or any((k.code, k.quote) == (remark.code, remark.quote) for k in kept):
            dropped.append(Drop.REPEATED)
        else:
            kept.append(remark)
    next_step = _rephrased(asked, reply.next_step, asked.next_step, dropped)
    follow_up = _rephrased(asked, reply.follow_up, asked.follow_up, dropped)
    return ModelReading(remarks=tuple(kept), next_step=next_step, follow_up=follow_up, dropped=tuple(dropped))


def _remark(asked: Asked, claim: Claimed) -> ModelRemark | Drop:
    """The checks in the order in which they are worth reading; the first that fails is the reason."""
    if claim.code not in STRENGTHS | GAPS:
        return Drop.CODE
    if claim.criterion not in {c.id for c in asked.criteria}:
        return Drop.CRITERION
    if len(claim.quote) > LONGEST_QUOTE:
        return Drop.FORM
    if sum(any(char.isalnum() for char in word) for word in claim.quote.split()) < FEWEST_WORDS:
        return Drop.SHORT_QUOTE
    quote = locate(asked, claim.quote)
    if quote is None:
        return Drop.QUOTE
    if any(_contradicts(claim, quote, finding) for finding in asked.findings):
        return Drop.CONTRADICTS
    fault = _fault(asked, claim.advice)
    return fault or ModelRemark(code=claim.code, criterion=claim.criterion, quote=quote, advice=claim.advice)


def locate(asked: Asked, quoted: str) -> Quote | None:
    """Find whole words in what was sent, white space folded on both sides; return them as the candidate wrote them."""
    words = r"\s+".join(re.escape(word) for word in quoted.split())
    found = re.search(rf"(?<!\w){words}(?!\w)", asked.sent)
    if found is None:
        return None
    start, end = asked.answer.span(*found.span())
    return Quote(start=start, end=end, text=asked.answer.answer[start:end])


def _contradicts(claim: Claimed, quote: Quote, finding: Finding) -> bool:
    """True when the finding states the opposite. A finding worded as a question states nothing."""
    if finding.asks:
        return False
    if finding.code in DENIES.get(claim.code, ()):
        return True
    if finding.code == "criterion_without_evidence":
        return claim.code in STRENGTHS and claim.criterion == finding.criterion
    return _overlap(quote, finding) and _opposite(claim.code, finding)


def _overlap(quote: Quote, finding: Finding) -> bool:
    found = finding.evidence
    return isinstance(found, Quote) and found.start < quote.end and quote.start < found.end


def _opposite(code: str, finding: Finding) -> bool:
    """Evidence that we found stands, whether a criterion counts it or not; so does a gap on the same words."""
    return finding.code in STRENGTHS if code in GAPS else finding.tone is Tone.GAP


def _rephrased(asked: Asked, text: str, ours: str, dropped: list[Drop]) -> str:
    """Return the rephrasing when it holds. Nothing can be rephrased that we did not say."""
    if not text or text == ours or not ours:
        return ""
    fault = _fault(asked, text)
    if fault:
        dropped.append(fault)
    return "" if fault else text


def _fault(asked: Asked, text: str) -> Drop | None:
    return next(_faults(asked, text), None)


def _faults(asked: Asked, text: str) -> Iterator[Drop]:
    """Yield what is wrong with a sentence of the model."""
    if len(text) > LONGEST_SAID:
        yield Drop.FORM
    if _ADDRESS.search(text):
        yield Drop.ADDRESS
    if _VERDICT.search(text):
        yield Drop.VERDICT
    known = numbers(asked.sent) | numbers(asked.next_step) | numbers(asked.follow_up)
    if numbers(text) - known:
        yield Drop.NUMBER

"""Sentences that earn nothing: orders to the program, the question pasted back, a sentence said twice, pasted code."""

import re
from collections.abc import Iterator
from functools import lru_cache

from greenroom.core.finding import Finding

from .finding import note
from .guards import orders
from .reading import Reading, Why
from .sentences import Sentence
from .words import words

GRAM = 5
_FEW = 6  # words; shorter sentences may repeat without being remarked on
_CODE = re.compile(r"[^a-z]*$|\s*(?:def|class|import|from \w+ import|select .* from|const|let|var|function)\b")


def muted(reading: Reading) -> dict[int, Why]:
    """The sentences that must not count, each with its reason."""
    asked = _grams_of(reading)
    seen: set[str] = set()
    found: dict[int, Why] = {}
    for sentence in reading.sentences:
        key = " ".join(w.text for w in sentence.words)
        why = _why(reading, sentence, asked) or (Why.REPEATED if key in seen else None)
        if why is not None:
            found[sentence.index] = why
        if len(sentence.words) >= _FEW:
            seen.add(key)
    return found


def _why(reading: Reading, sentence: Sentence, asked: frozenset[tuple[str, ...]]) -> Why | None:
    text = reading.text.low[sentence.start : sentence.end]
    if orders(sentence, text):
        return Why.ORDER
    if _CODE.match(text) or text.rstrip().endswith(("{", "}", ";")):
        return Why.CODE
    return Why.PASTED if _pasted(sentence, asked) else None


def notices(reading: Reading) -> Iterator[Finding]:
    """Say once for each reason which sentences were left out, when the answer is scored all the same."""
    for why, code in ((Why.ORDER, "instruction_to_the_program"), (Why.REPEATED, "repeated_text")):
        for sentence in reading.left_out(why)[:1]:
            yield note(code, reading.quote(sentence), severity=1)


def _grams_of(reading: Reading) -> frozenset[tuple[str, ...]]:
    """Runs of five words of the question and of what stands beside it on the page."""
    question, rubric = reading.question, reading.rubric
    texts = [question.prompt, question.why, question.framing, *(p.text for p in rubric.points)]
    texts += [p.follow_up for p in rubric.points]
    texts += [a.text for c in rubric.criteria for a in (c.anchors.one, c.anchors.three, c.anchors.five)]
    return _grams_in(tuple(texts))


@lru_cache(maxsize=256)
def _grams_in(texts: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The runs of some texts; those of a question stay the same from answer to answer."""
    return frozenset(g for text in texts for g in grams([w.text for w in words(text.lower())]))


def grams(said: list[str]) -> list[tuple[str, ...]]:
    """Every run of five words."""
    return [tuple(said[i : i + GRAM]) for i in range(len(said) - GRAM + 1)]


def _pasted(sentence: Sentence, asked: frozenset[tuple[str, ...]]) -> bool:
    found = grams([w.text for w in sentence.words])
    return bool(found) and sum(g in asked for g in found) >= 0.5 * len(found)

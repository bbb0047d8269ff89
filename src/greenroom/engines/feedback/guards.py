"""Guards: texts that cannot be judged as an answer. Each says why, praises nothing and earns no score."""

import re
from collections.abc import Iterator

from greenroom.core.finding import Finding
from greenroom.core.rubric import Part, RubricKind

from .doing import When, Who
from .finding import counted, guard
from .reading import Reading, Why
from .sentences import Sentence
from .words import Word, sections

FEWEST = 25  # words; below this there is too little to judge
FEWEST_FOR_LANGUAGE = 8  # words; fewer say nothing about the language
FUNCTION_SHARE = 0.20  # of words; English prose has about 0.45, lists and other languages far less
_CODE_LINE = re.compile(
    r"^\s*(?:(?:def|class|import|from|return|if|for|while|else|elif|try|except|const|let|var|function|public"
    r"|private|select|insert"
    r"|update|create|#include|package|func|fn|use|end)\b.*[:;{}()=,]\s*$|.*[{};]\s*$|.*\)\s*:?\s*$|.*(?:=>|==|!="
    r"|\+=|:=|->|\(\)).*"
    r"|\s*[\w.\[\]]+\s*=\s*\S.*|\s*(?://|#|--|/\*|\*/).*|\s*<[/a-z].*>\s*|\$ .*|>>> .*)$"
)
_LOREM = re.compile(r"\blorem ipsum\b|\bdolor sit amet\b|\bconsectetur\b|\bsed do eiusmod\b")
_VOWEL = re.compile(r"[aeiouy]")
_LETTER = re.compile(r"[^\W\d_]")


def guards(reading: Reading) -> Iterator[Finding]:
    """Yield the first guard that applies, if any."""
    for check in (_empty, _other_script, _instruction, _code, _repeated, _filler, _language, _short):
        finding = check(reading)
        if finding is not None:
            yield finding
            return


def _all(reading: Reading) -> list[Word]:
    return [w for s in reading.sentences for w in s.words]


def _alphabetic(reading: Reading) -> list[str]:
    return [w.text for w in _all(reading) if w.text[0].isalpha()]


def _empty(reading: Reading) -> Finding | None:
    first = _LETTER.search(reading.text.answer)
    if first and _LETTER.search(reading.text.answer, first.end()):
        return None
    return guard("empty_answer", counted("length", 0, "words", FEWEST))


def _other_script(reading: Reading) -> Finding | None:
    if reading.text.latin >= 0.6:
        return None
    return guard("not_english", counted("Latin letters", round(reading.text.latin, 2), "share", 0.6))


def _filler(reading: Reading) -> Finding | None:
    """Lorem ipsum, keyboard noise, or a few words over and over."""
    words = [w.text for s in reading.heard for w in s.words if w.text[0].isalpha()]
    lorem = _LOREM.search(reading.text.low)
    if lorem:
        return guard("filler_text", reading.text.quote(lorem.start(), lorem.end()))
    if reading.left_out(Why.REPEATED) and len(words) < FEWEST <= reading.words:
        return guard("filler_text", counted("words without the repetitions", len(words), "words", FEWEST))
    if len(words) < 5:
        return None
    every = set(_alphabetic(reading))
    if len(every) < FEWEST <= reading.words / 6:
        return guard("filler_text", counted("different words", len(every), "words", FEWEST))
    noise = [w for w in words if len(w) > 3 and (not _VOWEL.search(w) or w.startswith(("asdf", "qwer", "hjkl")))]
    kinds = len(set(words))
    if kinds / len(words) < (0.3 if len(words) < 150 else 0.08) or (kinds < 5 and len(words) > 7):
        return guard("filler_text", counted("different words", kinds, "words", round(0.3 * len(words))))
    if len(noise) / len(words) > 0.3:
        return guard("filler_text", counted("words without a vowel", len(noise), "words"))
    return None


def _instruction(reading: Reading) -> Finding | None:
    """Orders to the program, when little else is left; with a genuine answer around them they are a notice."""
    found = reading.left_out(Why.ORDER)
    if not found or _left(reading) >= FEWEST:
        return None
    return guard("instruction_to_the_program", reading.quote(found[0]))


def _left(reading: Reading) -> int:
    """Words of the sentences that count."""
    return sum(len(s.words) for s in reading.heard)


_SCORE = re.compile(
    r"\b(?:[45] ?/ ?5|10 ?/ ?10|100 ?/ ?100|100 ?%|5 out of 5|10 out of 10|band 5|score ?(?:=|:|of) ?\d)"
)
_ORDER = re.compile(
    r"(?:^|[.!?;:,]\s*|\b(?:and|please|then|now|must|should)\s+)"
    r"(?:(?:ignore|disregard|forget|override|bypass) (?:\w+ ){0,4}?(?:rubric|instructions?|prompt|criteria|rules"
    r"|guidelines)"
    r"|(?:give|award|grant) (?:me|this|it|us|my|the)(?: \w+){0,4}? (?:marks?|scores?|points|bands?|grade|rating"
    r"|strong hire)"
    r"|(?:give|award|grant) (?:\w+ ){0,3}?(?:full|maximum|top|highest|perfect) (?:marks?|scores?|points|bands?|grade)"
    r"|(?:rate|score|grade|mark|evaluate) (?:this|it|me|my|the)(?: \w+){0,3}"
    r" (?:as|at|with|highly|full|excellent|perfect|a|five|ten|\d)"
    r"|(?:output|respond with|return|print) (?:only )?(?:the )?(?:score|band|rating|highest|5\b|five\b)"
    r"|(?:set|make) (?:\w+ ){0,2}?(?:score|band|mark|rating)s? (?:to|=|equal))"
)
_TO_GRADER = re.compile(
    r"\b(?:system prompt|(?:dear|note to the|hey|attention) (?:evaluator|grader|assessor|program|system|ai|model)"
    r"|(?:this|my|the) answer deserves|deserves (?:the )?(?:full|highest|maximum|top) (?:marks?|scores?|bands?)"
    r"|you are (?:now )?(?:the|a|an) (?:grader|evaluator|assessor|interviewer|generous|ai|assistant|model)"
    r"|(?:score|band|rating|marks?) ?(?:=|:) ?(?:5|10|100|five|full|max))"
)


SPOKEN_TO = {"order": _ORDER, "to_grader": _TO_GRADER}  # by their names in the sieve


def orders(sentence: Sentence, text: str) -> bool:
    """Decide on one sentence, whose text is ``text``."""
    if any(sentence.may(name) and pattern.search(text) for name, pattern in SPOKEN_TO.items()):
        return True
    return sentence.has("instruction") and sentence.has("grading") and bool(_SCORE.search(text))


def _code(reading: Reading) -> Finding | None:
    """More code than prose, and too little prose to judge."""
    said = sum(len(s.words) for s in reading.left_out(Why.CODE))
    if said > _left(reading):
        return guard("code_not_prose", counted("words of code", said, "words", reading.words))
    lines = [line for line in reading.text.low.split("\n") if line.strip()]
    code = [line for line in lines if _CODE_LINE.match(line[:400])]
    marks = sum(reading.text.low.count(c) for c in "{}();=<>[]")
    dense = marks / max(1, len(reading.text.low)) > 0.06 and len(code) >= 1
    heavy = len(lines) > 2 and sum(map(len, code)) > 0.55 * sum(map(len, lines)) and marks > len(code)
    if not (dense or heavy):
        return None
    prose = sum(len(line.split()) for line in lines if not _CODE_LINE.match(line[:400]))
    if prose >= FEWEST and not dense:
        return None
    if prose >= 3 * FEWEST:
        return None
    return guard("code_not_prose", counted("lines of code", len(code), "lines", len(lines)))


def _repeated(reading: Reading) -> Finding | None:
    """The question or its notes pasted back, with little else."""
    pasted = reading.left_out(Why.PASTED)
    if not pasted or _left(reading) >= FEWEST:
        return None
    said = sum(len(s.words) for s in pasted)
    return guard("question_repeated", reading.quote(pasted[0])) if 2 * said >= _left(reading) else None


def _short(reading: Reading) -> Finding | None:
    if reading.words >= FEWEST:
        return None
    return guard("too_short", counted("length", reading.words, "words", FEWEST))


def _language(reading: Reading) -> Finding | None:
    """Other languages and lists of names: both lack the small words of English."""
    words = _alphabetic(reading)
    if len(words) < FEWEST_FOR_LANGUAGE:
        return None
    function = _function_words()
    share = sum(w in function for w in words) / max(1, len(words))
    if share >= FUNCTION_SHARE:
        return _mostly_list(reading, share)
    commas = sum(reading.text.low.count(c) for c in ",\n;/|")
    listed = commas / max(1, len(words)) > 0.2
    known = sum(len(s.tags.get("component", ())) for s in reading.sentences) / max(1, len(words))
    code = "keyword_list" if listed or known > 0.15 else "not_english"
    return guard(code, counted("English function words", round(share, 2), "share", FUNCTION_SHARE))


def _mostly_list(reading: Reading, share: float) -> Finding | None:
    """A list of names with a few sentences around it, in which nobody does anything."""
    low = reading.text.low
    listing = [
        s
        for s in reading.sentences
        if low.count(",", s.start, s.end) >= 4 and len(s.words) / (low.count(",", s.start, s.end) + 1) <= 3.2
    ]
    size = sum(len(s.words) for s in listing)
    done = any(a.when is When.PAST for s in reading.sentences if s not in listing for a in s.acts)
    if size < 0.6 * reading.words or done or share > 0.3:
        return None
    return guard("keyword_list", counted("words in lists", size, "words", round(0.6 * reading.words)))


def off_topic(reading: Reading, found: int) -> Finding | None:
    """Text without an event where one was asked for: mostly outside any story, nobody acts, ``found`` nothing else."""
    if found or reading.rubric.kind is not RubricKind.PAST_EVENT:
        return None
    if any(a.who is not Who.NOBODY for s in reading.heard for a in s.acts):
        return None
    outside = sum(reading.label(s) is Part.OTHER for s in reading.heard)
    told = any(s.has("time_open", "task", "praise", "hypothetical") for s in reading.heard)
    if told or outside < 0.6 * len(reading.heard):
        return None
    share = round(outside / max(1, len(reading.heard)), 2)
    return guard("mostly_off_topic_text", counted("sentences outside any story", share, "share", 0.6))


def _function_words() -> frozenset[str]:
    return frozenset(sections()["function"])

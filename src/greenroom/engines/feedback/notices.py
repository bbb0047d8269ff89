"""Notices: what a candidate should know about the text itself. The answer is scored all the same."""

import re
from collections.abc import Iterator

from greenroom.core.finding import Finding

from .finding import counted, note
from .reading import Reading
from .words import stem, words

_SECRET = re.compile(
    r"\b(?:sk|pk|rk)_live_[a-z0-9]{8,64}|\bakia[0-9a-z]{12,20}\b|\bgh[pousr]_[a-z0-9]{20,80}\b|-----begin [a-z"
    r" ]{0,30}private key-----"
    r"|\beyj[a-z0-9_-]{15,400}\.[a-z0-9_-]{10,400}\.|\bxox[abp]-[a-z0-9-]{10,80}|\b(?:password|passwd|api[_ -]?key"
    r"|secret)\s?[:=]\s?[^\s,;]{6,80}"
)
# One of these stands in whatever the pattern of secrets matches, and is found sooner.
_SIGNS = ("_live_", "akia", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "-----begin", "eyj", "xox", "password", "passwd",
          "apikey", "api_key", "api key", "api-key", "secret")  # fmt: skip
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(r"(?<![\w.])(?:\+\d{1,3}[ -]?|0)\d{2,4}(?:[ /-]\d{2,4}){2,4}(?!\w)")
_LONG_NUMBER = re.compile(r"(?<![\w.])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{3,7}(?!\w)")
_IBAN = re.compile(r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?\b")


def notices(reading: Reading, cut: bool, limit: int) -> Iterator[Finding]:
    """Yield what applies, each code once."""
    text = reading.text
    if cut:
        yield note("truncated", counted("length", limit, "characters", limit))
    if text.hidden > 0:
        yield note("hidden_characters", counted("hidden characters", text.hidden, "characters"))
    secret = _SECRET.search(text.low) if any(sign in text.low for sign in _SIGNS) else None
    if secret:
        yield note("secret_in_text", text.quote(secret.start(), secret.end()), severity=2)
    personal = _personal(text.low)
    if personal:
        yield note("personal_data", text.quote(*personal))
    yield from _topic(reading)


def _personal(low: str) -> tuple[int, int] | None:
    """The first mail address, telephone number, card number or account number."""
    found = _MAIL.search(low) if "@" in low else None
    found = found or _PHONE.search(low)
    found = found or next((m for m in _LONG_NUMBER.finditer(low) if _luhn(m.group())), None)
    found = found or next((m for m in _IBAN.finditer(low) if sum(c.isdigit() for c in m.group()) >= 12), None)
    return found.span() if found else None


def _luhn(digits: str) -> bool:
    """True when the check digit of a card number fits."""
    kept = [int(c) for c in digits if c.isdigit()]
    total = sum(d if i % 2 == 0 else (d * 2 - 9 if d > 4 else d * 2) for i, d in enumerate(reversed(kept)))
    return len(kept) >= 15 and total % 10 == 0


def _topic(reading: Reading) -> Iterator[Finding]:
    """Ask when fewer words of the field occur than the rubric expects."""
    rubric = reading.rubric
    if not rubric.topic_min:
        return
    said = {stem(w.text) for s in reading.heard for w in s.words}
    hits = sum(all(stem(w.text) in said for w in words(term.lower())) for term in rubric.topic_terms)
    if hits < rubric.topic_min:
        yield note("few_topic_terms", counted("words of the field", hits, "words", rubric.topic_min), 0.6, asks=True)

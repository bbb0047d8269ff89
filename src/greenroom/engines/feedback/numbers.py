"""Numbers: value, unit and span of every quantity in a sentence; what only looks like one is left out."""

import re
from dataclasses import dataclass
from functools import lru_cache

from .sentences import Sentence

_SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
          " seventeen eighteen nineteen twenty").split()  # fmt: skip
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
WORDS: dict[str, float] = {w: float(i) for i, w in enumerate(_SMALL)} | {k: float(v) for k, v in _TENS.items()}
_ROUND = {"a hundred": 100.0, "a thousand": 1e3, "a million": 1e6, "a dozen": 12.0}
_SCALE = {
    "hundred": 100.0,
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
    "million": 1e6,
    "billion": 1e9,
    "k": 1e3,
    "m": 1e6,
    "bn": 1e9,
    "dozen": 12.0,
}
_WORD = "|".join(sorted([*WORDS, *_ROUND, "half", "a third", "a quarter"], key=len, reverse=True))
_NUMBER = re.compile(
    r"(?P<money>(?:[€$£₦¥₹]|r\$|zł|kes|ksh"
    r"|rs\.?)\s?)?(?<![\w.,:/-])(?P<digits>\d{1,3}(?: \d{3})+(?!\d)|\d{1,12}(?:[.,:]\d{1,6}){0,3})(?:(?P<suffix>k|m"
    r"|bn)(?![a-z0-9]))?(?!\w*_)"
    r"|(?<![\w-])(?P<word>" + _WORD + r")(?:-(?P<unit_word>one|two|three|four|five|six|seven|eight|nine))?(?![\w-])"
)
_TIME = "ns|us|ms|milliseconds?|seconds?|secs?|s|minutes?|mins?|min|hours?|hrs?|h|days?|weeks?|months?|quarters?|years?"
_UNIT = re.compile(
    r"\s?-?(?:(?P<scale>hundred|thousand|million|billion|dozen|lakhs?"
    r"|crores?)\b\s?)?(?:(?P<percent>%|percent|per cent|percentage"
    r" points?|pp\b)"
    rf"|(?P<time>{_TIME})\b|(?P<money>euros?|dollars?|pounds?|francs?|eur|usd|gbp|cents?)\b|(?P<times>times|x|fold)\b"
    r"|(?P<size>bytes?|kb|mb|gb|tb|kilobytes?|megabytes?|gigabytes?|terabytes?)\b|(?P<thing>[a-z][a-z-]{2,}))?"
)
_HALF = re.compile(rf"\s(?:an?|of an?|the) ({_TIME})\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter)"
)
_NAMES = re.compile(
    r"(?:\b(?:version|v|port|python|java|node|postgres|status|http|https?/|q|p|part|step|figure|chapter|issue|ticket"
    r"|sprint|level|layer|top|django|rails|hl|php)|#)\s?$"
)
_CLOCK = re.compile(
    r"\s?(?:(?:a\.?m|p\.?m|o'clock)\b|in the (?:morning|evening|afternoon)\b|at night\b)"
    rf"|\s(?:of )?{_MONTHS}\b|\sof us\b"
)
_CAREER = re.compile(r"\s?(?:\+\s?)?years?\s(?:of|in|as|experience|ago|old|with|and)\b")
_STATUS = re.compile(r"[2345]\d\d")
_LOG = re.compile(
    r"(?:\b(?:error|warn|info|debug|trace)\b[:\]]|\d\d:\d\d:\d\d|\bat line \d|exception in|level=|status=)"
)
_LOG_SIGNS = (":", "]", "=", "at line", "exception in")  # one of these stands in whatever the pattern matches


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity. ``unit`` is percent, time, money, times, size, count, or "" when no unit follows."""

    value: float
    unit: str
    of: str  # the word that names a count ("tickets"), or the unit of time
    start: int
    end: int


def numbers(sentence: Sentence, low: str) -> tuple[Number, ...]:
    """Quantities of a sentence in order. Not taken: dates, years, versions, ports, statuses, clock times, log lines."""
    if not sentence.counts:
        return ()
    return _in(low[sentence.start : sentence.end], sentence.start)


def forget() -> None:
    """Forget the last answer: within a review each sentence is read once, and nothing of it is kept afterwards."""
    _in.cache_clear()


@lru_cache(maxsize=1024)
def _in(text: str, at: int) -> tuple[Number, ...]:
    """Quantities of one sentence's text, which begins at ``at``. Several detectors ask for the same sentence."""
    if any(sign in text for sign in _LOG_SIGNS) and _LOG.search(text):
        return ()
    found = (_number(match, text, at) for match in _NUMBER.finditer(text))
    return tuple(number for number in found if number is not None)


def _number(match: re.Match[str], text: str, offset: int) -> Number | None:
    before, after = text[max(0, match.start() - 14) : match.start()], text[match.end() : match.end() + 40]
    if before.endswith("first time in ") or _CLOCK.match(after) or _CAREER.match(after) or _NAMES.search(before):
        return None
    unit = _UNIT.match(after)
    if unit is None:
        return None
    half = _HALF.match(after) if match["word"] == "half" else None
    if half:
        return Number(0.5, "time", half[1], offset + match.start(), offset + match.end() + half.end())
    digits = match["digits"]
    if digits and _is_label(digits, before, unit):
        return None
    if match["word"] == "one" and before.endswith("not "):
        return Number(0.0, "count", unit["thing"] or "", offset + match.start() - 4, offset + match.end())
    if digits and not match["suffix"] and not unit.group() and after[:1].isalpha():
        return None  # 4xx, 3d: a name
    value = _value(match, unit) * _SCALE.get(match["suffix"] or "", 1.0) * _SCALE.get(unit["scale"] or "", 1.0)
    kind, of = _kind(unit, bool(match["money"]))
    if match["word"] in {"one", "half"} and not match["unit_word"] and kind in {"", "count"} and of in _NOT_COUNTED:
        return None
    return Number(value, kind, of, offset + match.start(), offset + match.end() + (unit.end() if kind else 0))


_NOT_COUNTED = frozenset(
    {"", "of", "that", "the", "who", "which", "and", "thing", "day", "place", "line", "to", "with", "for"}
)
_NOT_THINGS = frozenset(
    "and or to of in on at by for from with without the a an after before because which that when while but so as than"
    " down up over under per were was is are had has have did then i we it he she they".split()
)


def _is_label(digits: str, before: str, unit: re.Match[str]) -> bool:
    """True for years, dates, clock times and statuses, which are written as numbers but measure nothing."""
    measured = any(unit[name] for name in ("percent", "time", "money", "times", "size", "scale"))
    if _YEAR.fullmatch(digits) and not measured and (unit["thing"] is None or unit["thing"] in _NOT_THINGS):
        return True
    if (
        _YEAR.fullmatch(digits)
        and re.search(r"\b(?:in|since|until|of|from|by|during|before|after)\s$", before)
        and not measured
    ):
        return True
    if ":" in digits and not measured:
        return True
    if re.search(rf"\b{_MONTHS}\s$", before) or re.match(r"^(?:st|nd|rd|th)\b", unit.group().strip()):
        return True
    errors = unit["thing"] in {"error", "errors", "status", "response", "responses", "code", "codes"}
    return bool(_STATUS.fullmatch(digits) and errors and digits[0] in "45")


def _value(match: re.Match[str], unit: re.Match[str]) -> float:
    if match["digits"]:
        return _decimal(match["digits"], exact=bool(unit["time"] or unit["size"] or unit["percent"]))
    word = match["word"]
    if word in _ROUND:
        return _ROUND[word]
    fraction = {"half": 50.0, "a third": 33.3, "a quarter": 25.0}.get(word)
    return fraction if fraction is not None else WORDS[word] + WORDS.get(match["unit_word"] or "zero", 0.0)


def _decimal(digits: str, exact: bool) -> float:
    """Read 1,200 and 1.200 and 1 200 as thousands, 3.5 and 0,5 as decimals, 12:30 as 12.

    ``exact`` marks what is measured finely: there 1.200 is a little more than one.
    """
    digits = digits.split(":")[0].replace(" ", "")
    thousands = r"\d{1,3}(?:[.,]\d{3}){2,}|\d{1,3},\d{3}" + ("" if exact else r"|[1-9]\d{0,2}\.\d{3}")
    if re.fullmatch(thousands, digits):
        return float(re.sub(r"[.,]", "", digits))
    head, *rest = re.split(r"[.,]", digits)
    return float(f"{head}.{''.join(rest)}") if rest else float(head)


def _kind(unit: re.Match[str], money: bool) -> tuple[str, str]:
    for name in ("percent", "time", "money", "times", "size"):
        if unit[name]:
            return name, unit[name]
    if money:
        return "money", "money"
    thing = unit["thing"]
    if thing and thing not in _NOT_THINGS:
        return "count", thing
    return ("count", unit["scale"]) if unit["scale"] else ("", "")

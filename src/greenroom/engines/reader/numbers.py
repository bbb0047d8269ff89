"""The numbers in a text, so that a model's sentence can be held against what the candidate and we said.

A number is digits or number words together with its sign of currency, its attached unit, a percent sign and what
multiplies it: "40 %" and "40" are two numbers, and so are "two hundred" and "two" beside "hundred".
"""

import re
import unicodedata

_SCALES = "hundred thousand million billion trillion dozen"
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety nought half halve halved halving halves "
    "quarter twice thrice double doubled doubling triple tripled tripling quadruple quadrupled second third fourth "
    "fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth hundredth thousandth " + _SCALES
)
_PERCENT = r"(?:\s?%|\s?percent\b|\sper\s?cent\b)"
_SCALE = rf"(?:[\s-]+(?:{_SCALES.replace(' ', '|')})s?\b)"
_WORD = rf"(?:{'|'.join(sorted(_WORDS.split(), key=len, reverse=True))})s?(?:-?fold)?\b"
_DIGITS = rf"[$€£¥]?\d+(?:[.,:/]\d+)*(?:[^\W\d_]+|{_PERCENT})?{_SCALE}*"
_NUMBER = re.compile(rf"{_DIGITS}|\b{_WORD}(?:[\s-]+{_WORD})*{_PERCENT}?")
_AND = re.compile(rf"\b({_SCALES.replace(' ', '|')})\s+and\b")


def numbers(text: str) -> frozenset[str]:
    """Return the numbers of ``text``, each in one spelling (lower case, no spaces, "%" for percent)."""
    joined = _AND.sub(r"\1", _readable(text))
    return frozenset(_one_spelling(found.group()) for found in _NUMBER.finditer(joined))


def _readable(text: str) -> str:
    """Lower case, compatibility forms resolved; a sign of another script becomes its value in ASCII digits."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u2044", "/")
    return "".join(_digit(char) for char in plain)


def _digit(char: str) -> str:
    value = None if char.isascii() else unicodedata.numeric(char, None)
    if value is None:
        return char
    return f"{value:g}" if char.isdigit() else f" {value:g} "


def _one_spelling(number: str) -> str:
    return re.sub(r"per\s?cent", "%", re.sub(r"[\s-]+", "", number))

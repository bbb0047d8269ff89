"""Masking: personal data and secrets are replaced by stable placeholders before anything leaves.

The same value gets the same placeholder everywhere; placeholders carry letters and no digits, so that they never look
like a number of the answer. A name that is not introduced cannot be known, and the page of consent says so.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from greenroom.core.fact import fact

from .personal import NOT_NAMES, PATTERNS

LONGEST = 20_000  # characters that are read of an answer, as many as are reviewed
_MARGIN = 500  # characters left out at that cut, where half a value might stand
_TAIL = ".,;:!?\"'’”)-"  # what ends a sentence rather than a value
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})

Span = tuple[int, int, int]  # start, end, rank of the pattern


@fact
class Masked:
    """An answer with its personal data hidden.

    Each character of ``text`` stands for ``answer[starts[n]:ends[n]]``; those of a placeholder stand for the whole of
    what they hide. ``hidden`` pairs each placeholder with the first value it hides, in order of appearance.
    """

    answer: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    hidden: tuple[tuple[str, str], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the answer of ``text[start:end]``, which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def part(self, start: int, end: int) -> str:
        """Return ``answer[start:end]`` as it may leave: whatever is hidden there is hidden whole."""
        return "".join(c for c, s, e in zip(self.text, self.starts, self.ends, strict=True) if s < end and e > start)


def mask(answer: str) -> Masked:
    """Hide what is personal or secret in the first ``LONGEST`` characters of ``answer``; the rest is left out."""
    text, places = _readable(answer[:LONGEST])
    if len(answer) > LONGEST:
        text = text[: max(len(text) - _MARGIN, 0)]
    return _replaced(answer, text, places, _joined(_found(text)))


def _readable(answer: str) -> tuple[str, list[int]]:
    """Leave out invisible characters, which could part a secret in two, and resolve full-width forms."""
    chars, places = [], []
    for place, char in enumerate(answer):
        if char.isascii():
            plain = char
        elif unicodedata.category(char) in _INVISIBLE:
            continue
        else:
            plain = unicodedata.normalize("NFKC", char)
        if plain.isprintable() or plain in "\n\t":
            chars.append(plain if len(plain) == 1 else char)
            places.append(place)
    return "".join(chars), places


def _found(text: str) -> Iterator[Span]:
    """Yield the place of everything that is to be hidden."""
    names: set[str] = set()
    for rank, (kind, pattern) in enumerate(PATTERNS):
        for match in pattern.finditer(text):
            start, end = match.span("it" if "it" in pattern.groupindex else 0)
            value = text[start:end].rstrip(_TAIL) or text[start:end]
            if kind == "NAME" and value.split()[0].lower() in NOT_NAMES:
                continue
            if kind == "NAME":
                names.add(value)
            yield start, start + len(value), rank
    for name in sorted(names):
        yield from ((*match.span(), len(PATTERNS) - 1) for match in _again(name).finditer(text))


def _again(name: str) -> re.Pattern[str]:
    """The name and each of its longer words wherever they come again."""
    words = [word for word in name.split() if len(word) > 2]
    forms = {name} | {form for word in words for form in (word, word.capitalize(), word.upper())}
    return re.compile(r"\b(?:" + "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) + r")\b")


def _joined(found: Iterator[Span]) -> list[Span]:
    """Join what overlaps, so that nothing sticks out of a placeholder."""
    joined: list[Span] = []
    for start, end, rank in sorted(found):
        if joined and start < joined[-1][1]:
            first, last, before = joined.pop()
            joined.append((first, max(last, end), min(before, rank)))
        else:
            joined.append((start, end, rank))
    return joined


def _replaced(answer: str, text: str, places: Sequence[int], spans: Sequence[Span]) -> Masked:
    """Put the placeholders in, and keep for each character where in the answer it comes from."""
    name_of = _namer(text)
    hidden: dict[str, str] = {}
    pieces: list[tuple[str, int, int]] = []  # a character, and its place in the answer
    done = 0
    for start, end, rank in spans:
        pieces += ((text[n], places[n], places[n] + 1) for n in range(done, start))
        shown = name_of(PATTERNS[rank][0], text[start:end])
        hidden.setdefault(shown, text[start:end])
        pieces += ((char, places[start], places[end - 1] + 1) for char in shown)
        done = end
    pieces += ((text[n], places[n], places[n] + 1) for n in range(done, len(text)))
    return Masked(
        answer=answer,
        text="".join(char for char, _, _ in pieces),
        starts=tuple(start for _, start, _ in pieces),
        ends=tuple(end for _, _, end in pieces),
        hidden=tuple(hidden.items()),
    )


def _namer(text: str) -> Callable[[str, str], str]:
    """Return what gives each value its placeholder: the same value, or a word of the same name, the same one."""
    given: dict[tuple[str, str], str] = {}
    last: dict[str, int] = {}

    def known(kind: str, key: str) -> str | None:
        whole = given.get((kind, key))
        if whole is None and kind == "NAME":
            return next((shown for (k, name), shown in given.items() if k == kind and key in name.split()), None)
        return whole

    def fresh(kind: str) -> str:
        last[kind] = last.get(kind, -1) + 1
        shown = f"[{kind} {_letters(last[kind])}]"
        return fresh(kind) if shown in text else shown

    def name_of(kind: str, value: str) -> str:
        key = " ".join(value.casefold().split())
        return given.setdefault((kind, key), known(kind, key) or fresh(kind))

    return name_of


def _letters(number: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    head, tail = divmod(number, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + tail)

"""The plain copy of an answer, with the way back: every span of the copy maps to code points of the original."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from greenroom.core.evidence import Quote

# Letters of other alphabets that look like Latin ones. Folded only in a text that is mostly Latin.
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһкмтвнАЕОРСУХІЈЅКМТВНαοενικρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhkmtbhAEOPCYXIJSKMTBHaoevikptuxABEZHIKMNOPTYX",
)
_MARKS = {"‘": "'", "’": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "‑": "-",
          "−": "-", "—": " - ", "…": "...", "•": "*", "·": "*", "▪": "*", "●": "*", "×": "x", "→": " to "}  # fmt: skip
_KEPT_CONTROLS = frozenset("\n\t\r")
_LATIN = re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Plain:
    """``low`` is the copy in small letters; ``at[i]``/``till[i]`` bound character ``i`` in ``answer``."""

    answer: str
    low: str
    at: Sequence[int]
    till: Sequence[int]
    hidden: int  # characters without a glyph: zero-width, direction marks, controls, NUL
    latin: float  # share of letters that are Latin, 1.0 when there are none

    def quote(self, start: int, end: int) -> Quote:
        """Quote ``low[start:end]`` in the candidate's own characters, without white space at the ends."""
        while start < end and self.low[start].isspace():
            start += 1
        while end > start and self.low[end - 1].isspace():
            end -= 1
        if start == end:
            return Quote(start=0, end=0, text="")
        first, last = self.at[start], self.till[end - 1]
        return Quote(start=first, end=last, text=self.answer[first:last])


_LINES = {ord("\n"): " ", ord("\t"): " "}


def plain(answer: str, limit: int = 1_000_000) -> Plain:
    """Fold ``answer``: compatibility forms, accents, look-alikes and case; drop what cannot be seen.

    One character may fold to several (an ellipsis to three dots), so the plain copy ends at ``limit`` of its own.
    """
    if answer.isascii() and answer.translate(_LINES).isprintable():
        low = answer.lower().replace("\t", " ")
        return Plain(answer, low, range(len(answer)), range(1, len(answer) + 1), 0, 1.0)
    letters = _LETTER.findall(answer)
    latin = sum(unicodedata.normalize("NFKD", c)[0].isascii() for c in letters) / len(letters) if letters else 1.0
    text = answer.translate(_LOOKALIKES) if latin > 0.7 else answer
    out: list[str] = []
    at: list[int] = []
    till: list[int] = []
    hidden = 0
    known: dict[str, str] = {}
    for i, c in enumerate(text):
        if len(at) >= limit:
            break
        if c not in known:
            known[c] = _fold(c)
        folded = known[c]
        if not folded:
            hidden += _is_hidden(c)
            if till and unicodedata.category(c) == "Mn":
                till[-1] = i + 1
            continue
        out.append(folded)
        at.extend([i] * len(folded))
        till.extend([i + 1] * len(folded))
    return Plain(answer, "".join(out), at, till, hidden, latin)


def _fold(c: str) -> str:
    """Fold one character to small plain ones; "" drops it."""
    if c in _KEPT_CONTROLS:
        return "\n" if c != "\t" else " "
    if c in _MARKS:
        return _MARKS[c]
    if c.isascii():
        return c.lower() if c.isprintable() else ""
    category = unicodedata.category(c)
    if category in {"Cf", "Cc", "Mn", "Co", "Cs", "Cn"}:
        return ""
    if category.startswith("Z"):
        return " " if category == "Zs" else "\n"
    kept = "".join(k for k in unicodedata.normalize("NFKD", c) if unicodedata.category(k) != "Mn")
    small = kept.lower()
    return "".join(_MARKS.get(k, k) for k in small)


def _is_hidden(c: str) -> bool:
    """Joiners inside emoji and combining marks are not counted as hidden."""
    return unicodedata.category(c) in {"Cf", "Cc", "Co", "Cn", "Cs"} and c not in "\u200d\ufe0f\u00ad"

"""Two texts side by side, with what differs marked."""

import re
from difflib import SequenceMatcher

MOST = 1500  # characters of a text that are compared word by word; longer ones are marked from both ends
Piece = tuple[str, bool]
_WORD = re.compile(r"\w+|\s+|.", re.DOTALL)  # a number is another number as a whole, not in its last digit


def marked(expected: str, actual: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts as pieces (text, whether it differs). Joined, the pieces are the texts."""
    if max(len(expected), len(actual)) > MOST:
        return _ends(expected, actual), _ends(actual, expected)
    wanted, given = _WORD.findall(expected), _WORD.findall(actual)
    blocks = SequenceMatcher(None, wanted, given, autojunk=False).get_opcodes()
    left = [("".join(wanted[a:b]), tag != "equal") for tag, a, b, _, _ in blocks if a < b]
    right = [("".join(given[c:d]), tag != "equal") for tag, _, _, c, d in blocks if c < d]
    return tuple(left), tuple(right)


def _ends(text: str, other: str) -> tuple[Piece, ...]:
    """Mark what stands between the common beginning and the common end."""
    most = min(len(text), len(other))
    begin = next((n for n in range(most) if text[n] != other[n]), most)
    end = next((n for n in range(most - begin) if text[-1 - n] != other[-1 - n]), most - begin)
    cut = len(text) - end
    pieces = ((text[:begin], False), (text[begin:cut], True), (text[cut:], False))
    return tuple(piece for piece in pieces if piece[0])

"""The rule against saying the same thing twice: advice that fits everywhere says nothing."""

import re
from collections.abc import Iterator

from ...codec import spell
from ..fault import Fault
from .ground import Ground
from .words import prose

LONGEST = 60  # characters that two places may share, as names and short facts do
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def written_once(ground: Ground) -> Iterator[Fault]:
    """No sentence, and no whole text, of more than ``LONGEST`` characters stands in two places."""
    met: dict[str, str] = {}
    for document in ground.shelf.documents:
        for path, text in prose(document):
            if path[:2] == ("layer", "pay"):
                continue  # rows of a table repeat what kind of figure they are
            if path[0] == "parts" and path[-1] == "prompt":
                continue  # a prompt states a contract, and the same contract is clearest in the same words
            if path[0] == "sql" and path[-1] not in ("about", "reason"):
                continue  # statements are no prose: two attacks may end with the same look
            place = f"{document.file} {spell(path)}"
            again = [piece for piece in _pieces(text) if met.setdefault(piece, place) != place]
            if again:
                message = f"says the same as {met[again[0]].replace(' layer.', ' ')}: {again[0][:50]!r}..."
                mend = "say what holds here and nowhere else, or take it out"
                yield document.fault(path, "copy", message, mend)


def _pieces(text: str) -> list[str]:
    """Return the whole text and its sentences, as they compare: without case and line breaks."""
    whole = " ".join(text.split()).casefold()
    pieces = dict.fromkeys([whole, *_SENTENCE_END.split(whole)])
    return [piece for piece in pieces if len(piece) > LONGEST]


RULES = (written_once,)

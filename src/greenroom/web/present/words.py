"""Small things in words."""

from collections.abc import Iterable

BANDS = {1: "not shown", 2: "thin", 3: "partly shown", 4: "clear", 5: "strong"}


def duration(seconds: int) -> str:
    """Return "45 s" or "1 min 35 s"."""
    minutes, rest = divmod(max(seconds, 0), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def counted(names: Iterable[str]) -> tuple[str, ...]:
    """Return evidence kinds and point ids as words: "quantified result", "narrowed down"."""
    return tuple(name.removeprefix("point:").replace("_", " ").replace("-", " ") for name in names)

"""Numbers with their nouns."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return ``1 word``, ``2 words``, ``1,200 words``; ``plural`` for nouns that do not just take an s."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"

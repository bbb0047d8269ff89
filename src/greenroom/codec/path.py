"""Where in a document something stands: keys and list positions, from the top."""

Path = tuple[str | int, ...]


def spell(path: Path) -> str:
    """Write ``path`` as authors write it: ``stages[0].what[1].say``; "" for the document itself."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text

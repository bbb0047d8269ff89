"""Your reader of an access log."""


def run(lines, question=None):
    """Return the answer to one question about the lines; without a question, the summary."""
    return {}

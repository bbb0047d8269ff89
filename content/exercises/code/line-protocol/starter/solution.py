"""The server's side of a small key-value protocol, fed with text that arrives in pieces."""


def run(chunks):
    """Return the replies to everything that one client sent, in order."""
    return []

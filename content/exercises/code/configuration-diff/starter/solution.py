"""What changed between two configurations, what moved, and the same changes applied elsewhere."""


def run(command, first, second):
    """Answer one command; part 1 has ``diff``, where ``first`` is the old and ``second`` the new configuration."""
    return {}

"""What an author got wrong, met while judging: told apart from what the candidate did."""


class ContentFault(Exception):
    """The exercise itself is at fault, never the candidate. The text says where."""

"""How the command ends. Scripts may rely on these numbers; ``docs/operating/commands.md`` lists them."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes."""

    DONE = 0
    FOUND = 1  # the command worked and found something: faults in content, failed checks, an answer not scored
    USAGE = 2  # the command was written wrongly
    NOT_HERE = 3  # nothing of that name is here
    LACKING = 4  # this machine lacks something, or something is in the way: the line says what and the mend
    OURS = 5  # a mistake of Greenroom's own


class Stop(Exception):
    """Ends the command with one plain line for the person who can act on it."""

    def __init__(self, message: str, code: Exit = Exit.LACKING) -> None:
        super().__init__(message)
        self.code = code

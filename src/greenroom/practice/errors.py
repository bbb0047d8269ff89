"""What a shell may be told instead of a sheet. The text is written for the person who reads it."""


class NotHere(LookupError):
    """Nothing of that name is here, or it belongs to somebody else: the two look the same."""

    def __init__(self, message: str, *, nearest: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.nearest = nearest


class Busy(RuntimeError):
    """Something could not be finished because another program is at it; the text says what was and what was not."""


class LinkSpent(PermissionError):
    """A one-time link was used before, has run out, or never was one."""


class NotAgreed(PermissionError):
    """Nothing was sent to a model, since no address is set or the candidate has not agreed to send answers there."""


class Unusable(ValueError):
    """What was typed cannot be used. The text says why."""


class OtherKind(Unusable):
    """What was handed in is right for another exercise: SQL for one that takes Python. The text says what is taken."""

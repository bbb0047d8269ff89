"""Choose the strongest level that this machine offers, and prove it before anything is run in it."""

from .level import Level, Standing
from .selftest import faults
from .server import Broken, Server


def opened() -> tuple[Server | None, Standing]:
    """Start the strongest sandbox whose self-test passes. The caller closes the server; it is None at level none."""
    reasons: list[str] = []
    for level in (Level.FULL, Level.REDUCED):
        try:
            server = Server(level)
        except Broken as error:
            reasons.append(f"{level.value} is not offered here: {error}")
            continue
        found = list(faults(server))
        if not found:
            return server, Standing(level, tuple(reasons))
        server.close()
        reasons.append(f"{level.value} did not hold: {', '.join(found)}")
    return None, Standing(Level.NONE, tuple(reasons))

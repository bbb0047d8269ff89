"""Choose the strongest level that this machine offers, and prove it before anything is run in it."""

from .level import Level, Standing
from .selftest import faults, forks
from .server import Broken, Server


def opened(forking: bool = True, grouping: bool = True) -> tuple[Server | None, Standing]:
    """Start the strongest sandbox whose self-test passes. The caller closes the server; it is None at level none.

    ``forking`` and ``grouping`` as for ``Server``.
    """
    reasons: list[str] = []
    for level in (Level.FULL, Level.REDUCED):
        try:
            server = Server(level, forking, grouping)
        except Broken as error:
            reasons.append(f"{level.value} is not offered here: {error}")
            continue
        found = list(faults(server))
        if found and server.groups:  # a kernel that does not let level 1 in
            server.close()
            server = Server(level, forking, grouping=False)
            found = list(faults(server))
        if not found and server.forking and not forks(server):
            grouping = server.groups is not None
            server.close()
            server = Server(level, forking=False, grouping=grouping)
        if not found:
            return server, Standing(level, tuple(reasons), server.groups.said() if server.groups else "")
        server.close()
        reasons.append(f"{level.value} did not hold: {', '.join(found)}")
    return None, Standing(Level.NONE, tuple(reasons))

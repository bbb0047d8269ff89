"""Floor 3: hands long work to whoever does it. Only ids travel; what they mean is known above.

``hand_over`` and ``cancel`` go to the port that this process was given (``use``). Without one, nothing is lost: the
work waits in its row until a worker looks.
"""

from time import monotonic as now

from .bell import Bell
from .laptop import Laptop
from .port import Nowhere, Port

__all__ = ["LOOK_AGAIN", "Bell", "Laptop", "Port", "bell", "cancel", "hand_over", "now", "port", "ring", "use"]

LOOK_AGAIN = 1.0  # seconds after which a waiting page looks again by itself, as a terminal may judge for it unheard
bell = Bell()
_port: Port = Nowhere()


def use(chosen: Port) -> None:
    """Let ``chosen`` take what is handed over in this process."""
    global _port
    _port = chosen


def port() -> Port:
    """Return the port of this process."""
    return _port


def hand_over(id: int) -> None:
    """Let somebody do the work ``id``. May be called again; doing it twice is prevented by the row."""
    _port.hand_over(id)


def cancel(id: int) -> None:
    """Say that the work ``id`` is not wanted any more."""
    _port.cancel(id)
    bell.ring(id)


def ring(id: int) -> None:
    """Say that something new is known of the work ``id``, to whoever waits here or across the port."""
    bell.ring(id)
    _port.ring(id)

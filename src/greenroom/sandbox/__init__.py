"""Floor 2: where code that nobody has read runs. ``docs/operating/sandbox.md`` says what each level keeps in."""

from .level import Level, Standing
from .mending import mends
from .server import Broken, Order, Ran, Server, Submission
from .standing import opened

__all__ = ["Broken", "Level", "Order", "Ran", "Server", "Standing", "Submission", "mends", "opened"]

"""The port through which work is handed over. It carries ids and nothing else."""

from typing import Protocol


class Port(Protocol):
    """Takes ids of work. Every method returns at once."""

    def hand_over(self, id: int) -> None:
        """Let somebody do it."""

    def cancel(self, id: int) -> None:
        """It is not wanted any more."""

    def ring(self, id: int) -> None:
        """Something new is known of it."""


class Nowhere:
    """No port: the work waits in its row."""

    def hand_over(self, id: int) -> None:
        pass

    def cancel(self, id: int) -> None:
        pass

    def ring(self, id: int) -> None:
        pass

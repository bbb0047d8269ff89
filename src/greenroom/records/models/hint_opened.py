"""That a candidate opened a hint. It lowers the evidence that a passed exercise is, and never its verdict."""

from django.db import models

from .candidate import Candidate
from .sitting import Sitting


class HintOpened(models.Model):
    """One level (1 to 3) of one ladder, opened once. ``wrong`` names its wrong solution; "" is general."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="hints_opened")
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="hints_opened")
    part = models.PositiveSmallIntegerField()
    wrong = models.CharField(max_length=100, default="")
    level = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("sitting", "part", "wrong", "level"), name="one_opening_a_hint"),
        )

    def __str__(self) -> str:
        return f"hint {self.level} on part {self.part} of sitting {self.sitting_id}"

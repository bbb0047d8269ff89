"""That a candidate reached a part of an exercise, and when."""

from django.db import models

from .candidate import Candidate
from .sitting import Sitting


class PartReached(models.Model):
    """One part reached in one sitting. Part 1 is reached when the sitting begins."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="parts_reached")
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="reached")
    part = models.PositiveSmallIntegerField()
    reached_at = models.DateTimeField()

    class Meta:
        ordering = ("part",)
        constraints = (models.UniqueConstraint(fields=("sitting", "part"), name="one_time_a_part_is_reached"),)

    def __str__(self) -> str:
        return f"part {self.part} of sitting {self.sitting_id}"

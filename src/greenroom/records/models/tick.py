"""A point of a guide's checklist that a candidate has done: the row is the state, with who and when."""

from django.db import models

from .candidate import Candidate


class Tick(models.Model):
    """One ticked point. Unticking deletes the row."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="ticks")
    company = models.CharField(max_length=100)
    role = models.CharField(max_length=100)
    item = models.CharField(max_length=100)
    ticked_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("candidate", "company", "role", "item"), name="one_tick_a_point"),
        )

    def __str__(self) -> str:
        return f"{self.company}/{self.role}: {self.item}"

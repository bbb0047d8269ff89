"""One time that a candidate sits down to an exercise."""

from django.db import models

from .candidate import Candidate


class Sitting(models.Model):
    """A sitting at one exercise. The one that was not left is the one that counts; ``passed_at`` ends no sitting.

    ``part`` is the part that is open now, counted from 1; when each was reached is told by ``PartReached``.
    ``exercise_id`` is the lasting id, as slugs may be renamed.
    """

    class Mode(models.TextChoices):
        OPEN = "open", "open"  # the number of parts is shown
        SCREEN = "screen", "screen"  # it is not, as in an interview

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="sittings")
    exercise_id = models.CharField(max_length=100)
    exercise_slug = models.CharField(max_length=100)
    mode = models.CharField(max_length=10, choices=Mode)
    language = models.CharField(max_length=10)
    part = models.PositiveSmallIntegerField(default=1)
    began_at = models.DateTimeField()
    passed_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("candidate", "exercise_id"),
                condition=models.Q(left_at__isnull=True),
                name="one_live_sitting_an_exercise",
            ),
        )

    def __str__(self) -> str:
        return f"{self.exercise_slug}, part {self.part}"

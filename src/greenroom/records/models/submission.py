"""A candidate's code for an exercise, and how far the judging of it has come."""

from django.db import models

from .candidate import Candidate
from .sitting import Sitting


class Submission(models.Model):
    """One submission. The row is the truth about its job; a job carries the id and nothing else.

    A worker claims it by compare-and-set on ``state`` and ``attempt``: each claim raises ``attempt``, and whatever is
    written later is written only where the attempt still is the claimer's. ``lease_until`` says how long the claim
    holds without a sign of life, ``deaths`` how often a claimer was lost or failed. ``exercise_digest`` and
    ``engine_version`` say what was judged, and by what. ``part`` is the number of parts that it is judged on;
    ``files`` maps names to text; ``tests`` are the candidate's own, and ``own_tests`` what they caught.
    ``code_reading`` is the codec's form of a core ``CodeReading``: what was remarked when it was accepted.
    ``resembles`` names the wrong solution that gives the same rows, "" when none does or it was not looked for.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "waiting"
        RUNNING = "running", "running"
        DONE = "done", "done"
        CANCELLED = "cancelled", "cancelled"

    class Scope(models.TextChoices):
        ALL = "all", "all"  # every case and growth; passing opens the next part
        VISIBLE = "visible", "visible"  # the visible cases and the candidate's own tests; opens nothing

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="submissions")
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="submissions")
    exercise_id = models.CharField(max_length=100)
    exercise_slug = models.CharField(max_length=100)
    exercise_digest = models.CharField(max_length=64)
    engine_version = models.CharField(max_length=40)
    language = models.CharField(max_length=10)
    files = models.JSONField()
    tests = models.TextField(default="")
    scope = models.CharField(max_length=10, choices=Scope)
    part = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempt = models.PositiveIntegerField(default=0)
    deaths = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=120, default="")
    lease_until = models.DateTimeField(null=True)
    verdict = models.CharField(max_length=20, default="")
    own_tests = models.JSONField(null=True)
    code_reading = models.JSONField(null=True)
    resembles = models.CharField(max_length=100, default="")
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        indexes = (
            models.Index(fields=("candidate", "exercise_id", "-id"), name="submission_by_exercise"),
            models.Index(fields=("state", "id"), name="submission_by_state"),
        )

    def __str__(self) -> str:
        return f"{self.exercise_slug} #{self.pk}: {self.verdict or self.state}"

"""What came of one case of a submission."""

from django.db import models

from .candidate import Candidate
from .submission import Submission


class CaseRow(models.Model):
    """One result, written as soon as it is known. ``result`` is the codec's form of a core ``CaseResult``.

    ``position`` counts from 0 in the order of judging. ``part`` is 0 for a test of the candidate's own.
    """

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="case_rows")
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="case_rows")
    attempt = models.PositiveIntegerField()
    position = models.PositiveIntegerField()
    part = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=20)
    result = models.JSONField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("submission", "position"), name="one_result_a_position"),)

    def __str__(self) -> str:
        return f"{self.position} of submission {self.submission_id}: {self.verdict}"

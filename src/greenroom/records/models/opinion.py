"""What a candidate says of a finding: that it is right, that it is wrong, or that a point was said after all."""

from django.db import models

from .answer import Answer
from .candidate import Candidate


class Opinion(models.Model):
    """One opinion on one finding of one answer. It changes no band and teaches nothing by itself.

    ``place`` is the finding's position in the answer's scorecard; code, rule, point and the engine's version are
    copied, so that authors can count opinions without opening anybody's text.
    """

    class Says(models.TextChoices):
        RIGHT = "right", "right"
        WRONG = "wrong", "wrong"
        COVERED = "covered", "covered"  # on a missing point: it was said, in other words

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="opinions")
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="opinions")
    place = models.PositiveIntegerField()
    says = models.CharField(max_length=10, choices=Says)
    reason = models.TextField()
    question_id = models.CharField(max_length=100)
    code = models.CharField(max_length=60)
    rule = models.CharField(max_length=80)
    point = models.CharField(max_length=100)
    engine_version = models.CharField(max_length=40)
    said_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("answer", "place"), name="one_opinion_a_finding"),)
        indexes = (models.Index(fields=("code", "rule"), name="opinion_by_code"),)

    def __str__(self) -> str:
        return f"{self.code}: {self.says}"

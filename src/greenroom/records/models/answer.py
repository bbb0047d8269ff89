"""A candidate's answer to a question, with what it met and what was found."""

from django.db import models

from .candidate import Candidate


class Answer(models.Model):
    """One answer. Never changed after it is written; a second try is another row that ``follows`` the first.

    ``question_id`` is the question's lasting id (slugs may be renamed); the three digests say what was judged:
    question, rubric, and the engine's version. ``scorecard`` is the codec's form of a core Scorecard.
    ``level`` is the seniority for which it was marked, or "".
    """

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="answers")
    question_id = models.CharField(max_length=100)
    question_slug = models.CharField(max_length=100)
    question_digest = models.CharField(max_length=64)
    rubric_id = models.CharField(max_length=120)
    rubric_digest = models.CharField(max_length=64)
    engine_version = models.CharField(max_length=40)
    text = models.TextField()
    words = models.PositiveIntegerField()
    seconds = models.PositiveIntegerField(null=True)
    level = models.CharField(max_length=10, default="")
    predicted = models.PositiveSmallIntegerField(null=True)
    scored = models.BooleanField()
    scorecard = models.JSONField()
    follows = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="followed_by")
    given_at = models.DateTimeField()

    class Meta:
        ordering = ("-given_at", "-id")
        indexes = (
            models.Index(fields=("candidate", "-given_at"), name="answer_by_candidate"),
            models.Index(fields=("candidate", "question_id", "given_at"), name="answer_tries"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(predicted__isnull=True) | models.Q(predicted__range=(1, 5)),
                name="answer_predicted_is_a_band",
            ),
        )

    def __str__(self) -> str:
        return f"{self.question_slug} #{self.pk}"

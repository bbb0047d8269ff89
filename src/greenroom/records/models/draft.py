"""What a candidate has typed and not yet given: it survives a closed tab and a restarted server."""

from django.db import models

from .candidate import Candidate


class Draft(models.Model):
    """The unfinished answer to one question; at most one a question."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="drafts")
    question_id = models.CharField(max_length=100)
    text = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("candidate", "question_id"), name="one_draft_a_question"),)

    def __str__(self) -> str:
        return f"draft of {self.question_id}"
